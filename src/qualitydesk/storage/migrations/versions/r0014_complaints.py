"""Complaints: cases with everything recorded on their way, and the index in which written words are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage import search
from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    _search()
    _cases()
    _course()
    _told()
    _decided()
    _money()


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")


def _row_of_a_case(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _to(table, "case_id", "cases"),
    )


def _only_one_open(table: str, column: str) -> None:
    """Of each case one row at most that lasts."""
    lasts = sa.text(f"{column} IS NULL")
    name = f"uq_{table}_case_id_open"
    op.create_index(name, table, ["case_id"], unique=True, sqlite_where=lasts, postgresql_where=lasts)


def _index_of_set(column: str) -> None:
    """Over the few cases in which a column is set."""
    there = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_cases_{column}", "cases", [column], sqlite_where=there, postgresql_where=there)


def _search() -> None:
    op.create_table(
        "search_texts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("signs", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_texts"),
        sa.UniqueConstraint("subject_id", name="uq_search_texts_subject_id"),
    )
    made = search.FILE_INDEX if op.get_bind().dialect.name == "sqlite" else search.SERVER_INDEX
    for statement in made:
        op.execute(statement)


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(24), nullable=False),
        sa.Column("sort_number", Word(32), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("department_id", Id),
        sa.Column("channel", Word(20), nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("received_by", Id),
        sa.Column("complainant", Word(80), nullable=False),
        sa.Column("complainant_sex", Word(10)),
        sa.Column("complainant_phone", Word(40), nullable=False),
        sa.Column("complainant_customer_id", Id),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("relation", Word(12), nullable=False),
        sa.Column("patient", Word(80), nullable=False),
        sa.Column("patient_sex", Word(10)),
        sa.Column("patient_phone", Word(40), nullable=False),
        sa.Column("customer_id", Id),
        sa.Column("happened_on", Day),
        sa.Column("node", Word(20)),
        sa.Column("outside_number", Word(60), nullable=False),
        sa.Column("origin_kind", Word(20), nullable=False),
        sa.Column("origin_id", Id),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("stage", Word(12), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("handler_id", Id),
        sa.Column("accepted_at", Moment),
        sa.Column("closed_at", Moment, nullable=False),
        sa.Column("next_due_at", Moment, nullable=False),
        sa.Column("next_clock", Word(40), nullable=False),
        sa.Column("step_due_at", Moment),
        sa.Column("limit_due_at", Moment),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("reopened", sa.Integer, nullable=False),
        sa.Column("merged_into", Id),
        sa.Column("split_from", Id),
        sa.Column("refund", sa.BigInteger, nullable=False),
        sa.Column("compensation", sa.BigInteger, nullable=False),
        sa.Column("subject_kinds", Word(200), nullable=False),
        sa.Column("remedies", Word(200), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("narrative", sa.Text, nullable=False),
        sa.Column("demand", sa.Text, nullable=False),
        sa.Column("intent", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("handling_none", sa.Text, nullable=False),
        sa.Column("flag_reason", sa.Text, nullable=False),
        sa.Column("backdate_reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        _to("cases", "institution_id", "institutions"),
        _to("cases", "department_id", "departments"),
        _to("cases", "received_by", "employees"),
        _to("cases", "handler_id", "employees"),
        _to("cases", "merged_into", "cases"),
        _to("cases", "split_from", "cases"),
        sa.UniqueConstraint("number", name="uq_cases_number"),
        sa.UniqueConstraint("sort_number", name="uq_cases_sort_number"),
    )
    op.create_index("ix_cases_channel_received_at_id", "cases", ["channel", "received_at", "id"])
    op.create_index("ix_cases_closed_at_id", "cases", ["closed_at", "id"])
    op.create_index("ix_cases_complainant_phone", "cases", ["complainant_phone"])
    op.create_index("ix_cases_customer_id", "cases", ["customer_id"])
    op.create_index("ix_cases_handler_id_received_at_id", "cases", ["handler_id", "received_at", "id"])
    op.create_index("ix_cases_institution_id_received_at_id", "cases", ["institution_id", "received_at", "id"])
    op.create_index("ix_cases_level_id", "cases", ["level", "id"])
    for first in ("level", "flagged", "paused"):
        op.create_index(f"ix_cases_{first}_received_at_id", "cases", [first, "received_at", "id"])
    op.create_index("ix_cases_reopened", "cases", ["reopened"])
    _index_of_set("merged_into")
    op.create_index("ix_cases_next_due_at_id", "cases", ["next_due_at", "id"])
    op.create_index("ix_cases_patient", "cases", ["patient"])
    op.create_index("ix_cases_patient_phone", "cases", ["patient_phone"])
    op.create_index("ix_cases_received_at_id", "cases", ["received_at", "id"])
    _index_of_set("split_from")
    op.create_index("ix_cases_stage_received_at_id", "cases", ["stage", "received_at", "id"])
    op.create_index("ix_cases_step_next_due_at_id", "cases", ["step", "next_due_at", "id"])


def _course() -> None:
    op.create_table(
        "case_visits",
        sa.Column("case_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("left_at", Moment),
        sa.Column("how", Word(12)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("left_by", Id),
        sa.PrimaryKeyConstraint("case_id", "position", name="pk_case_visits"),
        _to("case_visits", "case_id", "cases"),
        _to("case_visits", "left_by", "employees"),
    )
    _only_one_open("case_visits", "left_at")
    op.create_table(
        "case_events",
        sa.Column("case_id", Id, nullable=False),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("verb", Word(20), nullable=False),
        sa.Column("step", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("details", Json),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("case_id", "place", name="pk_case_events"),
        _to("case_events", "case_id", "cases"),
        _to("case_events", "decided_by", "employees"),
        _to("case_events", "entered_by", "employees"),
    )
    op.create_table(
        "case_pauses",
        *_row_of_a_case("case_pauses"),
        sa.Column("reason", Word(40), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("started_at", Moment, nullable=False),
        sa.Column("ended_at", Moment),
        sa.Column("until", Moment),
        sa.Column("by", Id),
        _to("case_pauses", "by", "employees"),
    )
    op.create_index("ix_case_pauses_case_id_started_at", "case_pauses", ["case_id", "started_at"])
    _only_one_open("case_pauses", "ended_at")
    op.create_table(
        "case_clocks",
        sa.Column("case_id", Id, nullable=False),
        sa.Column("code", Word(40), nullable=False),
        sa.Column("run", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("started_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("stopped_at", Moment),
        sa.Column("rest", Json, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "code", "run", name="pk_case_clocks"),
        _to("case_clocks", "case_id", "cases"),
    )
    op.create_index("ix_case_clocks_code_due_at", "case_clocks", ["code", "due_at"])


def _told() -> None:
    op.create_table(
        "case_people",
        sa.Column("case_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("role", Word(12), nullable=False),
        sa.Column("responsibility", Word(12)),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "employee_id", name="pk_case_people"),
        _to("case_people", "case_id", "cases"),
        _to("case_people", "employee_id", "employees"),
    )
    op.create_index("ix_case_people_employee_id", "case_people", ["employee_id"])
    op.create_table(
        "case_subjects",
        *_row_of_a_case("case_subjects"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("outcome", Word(12)),
        sa.Column("split_to", Id),
        _to("case_subjects", "split_to", "cases"),
    )
    op.create_index("ix_case_subjects_case_id", "case_subjects", ["case_id"])
    op.create_index("ix_case_subjects_kind_case_id", "case_subjects", ["kind", "case_id"])
    op.create_index("ix_case_subjects_outcome_case_id", "case_subjects", ["outcome", "case_id"])
    op.create_table(
        "case_contacts",
        *_row_of_a_case("case_contacts"),
        sa.Column("at", Moment, nullable=False),
        sa.Column("channel", Word(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("by", Id),
        _to("case_contacts", "by", "employees"),
    )
    op.create_index("ix_case_contacts_case_id_at", "case_contacts", ["case_id", "at"])
    op.create_table(
        "case_notes",
        *_row_of_a_case("case_notes"),
        sa.Column("kind", Word(16), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("written_at", Moment, nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
        sa.Column("by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        _to("case_notes", "by", "employees"),
    )
    op.create_index("ix_case_notes_case_id_written_at", "case_notes", ["case_id", "written_at"])
    op.create_table(
        "case_files",
        *_row_of_a_case("case_files"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        _to("case_files", "added_by", "employees"),
    )
    op.create_index("ix_case_files_case_id_added_at", "case_files", ["case_id", "added_at"])
    op.create_table(
        "case_externals",
        *_row_of_a_case("case_externals"),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("heard_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("done_at", Moment),
    )
    op.create_index("ix_case_externals_case_id_due_at", "case_externals", ["case_id", "due_at"])


def _decided() -> None:
    op.create_table(
        "case_severities",
        *_row_of_a_case("case_severities"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("proposed", sa.Integer, nullable=False),
        sa.Column("criterion", Word(40), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.Column("decided_at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("confirmed_at", Moment),
        sa.Column("confirmed_by", Id),
        _to("case_severities", "edition_id", "rule_editions"),
        _to("case_severities", "decided_by", "employees"),
        _to("case_severities", "confirmed_by", "employees"),
    )
    op.create_index("ix_case_severities_case_id_place", "case_severities", ["case_id", "place"], unique=True)
    op.create_table(
        "case_solutions",
        *_row_of_a_case("case_solutions"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("refund", sa.BigInteger, nullable=False),
        sa.Column("compensation", sa.BigInteger, nullable=False),
        sa.Column("drafted_at", Moment, nullable=False),
        sa.Column("drafted_by", Id),
        sa.Column("approved", sa.Boolean),
        sa.Column("approval_words", sa.Text, nullable=False),
        sa.Column("approved_at", Moment),
        sa.Column("approved_by", Id),
        _to("case_solutions", "drafted_by", "employees"),
        _to("case_solutions", "approved_by", "employees"),
    )
    op.create_index("ix_case_solutions_case_id_place", "case_solutions", ["case_id", "place"], unique=True)
    op.create_table(
        "case_negotiations",
        *_row_of_a_case("case_negotiations"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("result", Word(16), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("outside_ways_told", sa.Boolean, nullable=False),
    )
    op.create_index("ix_case_negotiations_case_id_place", "case_negotiations", ["case_id", "place"], unique=True)
    op.create_table(
        "case_preventions",
        *_row_of_a_case("case_preventions"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("measure_id", Id),
        sa.Column("effect_on", Day),
        sa.Column("criterion", sa.Text, nullable=False),
        sa.Column("none_reason", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", Id),
        _to("case_preventions", "measure_id", "measures"),
        _to("case_preventions", "by", "employees"),
    )
    op.create_index("ix_case_preventions_case_id_place", "case_preventions", ["case_id", "place"], unique=True)
    op.create_index("ix_case_preventions_measure_id", "case_preventions", ["measure_id"])


def _money() -> None:
    op.create_table(
        "case_payments",
        *_row_of_a_case("case_payments"),
        sa.Column("kind", Word(16), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("way", Word(12), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("started_by", Id),
        sa.Column("requested_by", Id),
        sa.Column("requested_at", Moment, nullable=False),
        sa.Column("approved_by", Id),
        sa.Column("approved_at", Moment),
        sa.Column("signed_on", Day),
        sa.Column("paid_at", Moment),
        sa.Column("receipt", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        _to("case_payments", "started_by", "employees"),
        _to("case_payments", "requested_by", "employees"),
        _to("case_payments", "approved_by", "employees"),
    )
    op.create_index("ix_case_payments_case_id", "case_payments", ["case_id"])
    op.create_index("ix_case_payments_state_approved_at", "case_payments", ["state", "approved_at"])
    op.create_table(
        "case_handlings",
        *_row_of_a_case("case_handlings"),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("role", Word(12), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("sanction", Word(40), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("slip_id", Id),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("recorded_by", Id),
        sa.Column("withdrawn_at", Moment),
        _to("case_handlings", "employee_id", "employees"),
        _to("case_handlings", "recorded_by", "employees"),
    )
    op.create_index("ix_case_handlings_case_id", "case_handlings", ["case_id"])
    op.create_index("ix_case_handlings_employee_id", "case_handlings", ["employee_id"])
    op.create_index("ix_case_handlings_slip_id", "case_handlings", ["slip_id"])
