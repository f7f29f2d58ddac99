"""The tables of complaints.

Of severities, solutions, negotiations and preventions every decision is a row; the latest holds. `cases` repeats what
lists filter and sort by; its columns that are sorted hold no NULL (see `FAR`, `OVER`).
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, index_where, metadata, revision, unique_where

FAR = datetime(9999, 12, 31, tzinfo=UTC)
"""Stands for "not (yet)" where a moment is sorted by."""
OVER = 12
"""Stands for "all steps done" in `cases.step`."""


def _case() -> Column[object]:
    return Column("case_id", Id, ForeignKey("cases.id"), nullable=False)


def _who(name: str) -> Column[object]:
    return Column(name, Id, ForeignKey("employees.id"))


_CHECKED = (
    "received_at", "closed_at", "next_due_at", "level", "step", "stage", "institution_id", "handler_id", "channel",
    "paused", "flagged", "reopened", "merged_into",
)  # fmt: skip
BY_SORT = {
    sort: (sort, "id", *(name for name in _CHECKED if name != sort))
    for sort in ("received_at", "closed_at", "next_due_at", "level", "sort_number")
}
"""What a list of cases is sorted by, each index with all that it is narrowed by: a page under any filters is met on a
walk through the index alone, and only the rows shown are fetched."""
BY_FILTER = {
    name: (
        name,
        "received_at",
        "id",
        *(other for other in (*_CHECKED, "sort_number") if other not in (name, "received_at")),
    )
    for name in ("paused", "institution_id", "handler_id", "flagged", "step", "stage")
}
"""The filters that leave few of many cases, the narrowest first, each index with all the others: how few fit all of
them is found out without touching a case."""
cases = Table(
    "cases",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(24), nullable=False, unique=True),
    Column("sort_number", Word(32), nullable=False, unique=True),  # institution, period, serial in equal lengths
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("department_id", Id, ForeignKey("departments.id")),
    Column("channel", Word(20), nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    _who("received_by"),
    Column("complainant", Word(80), nullable=False),
    Column("complainant_sex", Word(10)),
    Column("complainant_phone", Word(40), nullable=False),
    Column("complainant_customer_id", Id),
    Column("anonymous", Boolean, nullable=False),
    Column("relation", Word(12), nullable=False),
    Column("patient", Word(80), nullable=False),
    Column("patient_sex", Word(10)),
    Column("patient_phone", Word(40), nullable=False),
    Column("customer_id", Id),
    Column("happened_on", Day),
    Column("node", Word(20)),
    Column("outside_number", Word(60), nullable=False),
    Column("origin_kind", Word(20), nullable=False),
    Column("origin_id", Id),
    Column("step", Integer, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("stage", Word(12), nullable=False),
    Column("level", Integer, nullable=False),  # 0: none yet
    _who("handler_id"),
    Column("accepted_at", Moment),
    Column("closed_at", Moment, nullable=False),
    Column("next_due_at", Moment, nullable=False),
    Column("next_clock", Word(40), nullable=False),
    Column("step_due_at", Moment),
    Column("limit_due_at", Moment),
    Column("paused", Boolean, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("merged_into", Id, ForeignKey("cases.id")),
    Column("split_from", Id, ForeignKey("cases.id")),
    Column("refund", BigInteger, nullable=False),
    Column("compensation", BigInteger, nullable=False),
    Column("subject_kinds", Word(200), nullable=False),  # "waiting,price"
    Column("remedies", Word(200), nullable=False),
    revision(),
    Column("place", Text, nullable=False),
    Column("narrative", Text, nullable=False),
    Column("demand", Text, nullable=False),
    Column("intent", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("handling_none", Text, nullable=False),
    Column("flag_reason", Text, nullable=False),
    Column("backdate_reason", Text, nullable=False),
    *(Index(f"ix_cases_by_{sort}", *columns) for sort, columns in BY_SORT.items()),
    Index("ix_cases_level_received_at_id", "level", "received_at", "id"),
    *(Index(f"ix_cases_of_{name}", *columns) for name, columns in BY_FILTER.items()),
    Index("ix_cases_channel_received_at_id", "channel", "received_at", "id"),
    Index("ix_cases_complainant_phone", "complainant_phone"),
    Index("ix_cases_patient_phone", "patient_phone"),
    Index("ix_cases_patient", "patient"),
    Index("ix_cases_customer_id", "customer_id"),
    # The figures of the first page are counted over a year of cases without touching them.
    Index("ix_cases_standing", "closed_at", "received_at", "limit_due_at", "merged_into"),
)
# Nearly every case is not merged: an index over all of them would lure the planner away from the one sorted by.
index_where(cases, "ix_cases_merged_into", ("merged_into",), "merged_into IS NOT NULL")
index_where(
    cases, "ix_cases_complainant_customer_id", ("complainant_customer_id",), "complainant_customer_id IS NOT NULL"
)
index_where(cases, "ix_cases_split_from", ("split_from",), "split_from IS NOT NULL")
case_visits = Table(
    "case_visits",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("step", Integer, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("left_at", Moment),
    Column("how", Word(12)),
    Column("reason", Text, nullable=False),
    _who("left_by"),
)
unique_where(case_visits, "uq_case_visits_case_id_open", ("case_id",), "left_at IS NULL")
case_people = Table(
    "case_people",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("role", Word(12), nullable=False),
    Column("responsibility", Word(12)),
    Column("words", Text, nullable=False),
)
case_subjects = Table(
    "case_subjects",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("position", Integer, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("outcome", Word(12)),
    Column("split_to", Id, ForeignKey("cases.id")),
    Index("ix_case_subjects_case_id", "case_id"),
    Index("ix_case_subjects_kind_case_id", "kind", "case_id"),
    Index("ix_case_subjects_outcome_case_id", "outcome", "case_id"),
)
case_contacts = Table(
    "case_contacts",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("at", Moment, nullable=False),
    Column("channel", Word(20), nullable=False),
    Column("words", Text, nullable=False),
    _who("by"),
    Index("ix_case_contacts_case_id_at", "case_id", "at"),
)
case_notes = Table(
    "case_notes",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("kind", Word(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    _who("by"),
    revision(),
    Index("ix_case_notes_case_id_written_at", "case_id", "written_at"),
)
case_files = Table(
    "case_files",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    _who("added_by"),
    Index("ix_case_files_case_id_added_at", "case_id", "added_at"),
)
case_severities = Table(
    "case_severities",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("place", Integer, nullable=False),  # counted up; the last holds
    Column("facts", Json, nullable=False),
    Column("proposed", Integer, nullable=False),
    Column("criterion", Word(40), nullable=False),
    Column("level", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("edition_id", Id, ForeignKey("rule_editions.id"), nullable=False),
    Column("decided_at", Moment, nullable=False),
    _who("decided_by"),
    Column("confirmed_at", Moment),
    _who("confirmed_by"),
    Index("ix_case_severities_case_id_place", "case_id", "place", unique=True),
)
case_solutions = Table(
    "case_solutions",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("place", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("refund", BigInteger, nullable=False),
    Column("compensation", BigInteger, nullable=False),
    Column("drafted_at", Moment, nullable=False),
    _who("drafted_by"),
    Column("approved", Boolean),
    Column("approval_words", Text, nullable=False),
    Column("approved_at", Moment),
    _who("approved_by"),
    Index("ix_case_solutions_case_id_place", "case_id", "place", unique=True),
)
case_negotiations = Table(
    "case_negotiations",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("place", Integer, nullable=False),
    Column("result", Word(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("words", Text, nullable=False),
    Column("outside_ways_told", Boolean, nullable=False),
    Index("ix_case_negotiations_case_id_place", "case_id", "place", unique=True),
)
case_payments = Table(
    "case_payments",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("kind", Word(16), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("way", Word(12), nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", Word(12), nullable=False),
    _who("started_by"),
    _who("requested_by"),
    Column("requested_at", Moment, nullable=False),
    _who("approved_by"),
    Column("approved_at", Moment),
    Column("signed_on", Day),
    Column("paid_at", Moment),
    Column("receipt", Text, nullable=False),
    revision(),
    Index("ix_case_payments_case_id", "case_id"),
    Index("ix_case_payments_state_approved_at", "state", "approved_at"),
)
case_handlings = Table(
    "case_handlings",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("role", Word(12), nullable=False),
    Column("level", Integer, nullable=False),
    Column("sanction", Word(40), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Column("slip_id", Id, index=True),  # a row of the part above
    Column("slip_number", Word(40), nullable=False),  # and its number, "" without one
    Column("recorded_at", Moment, nullable=False),
    _who("recorded_by"),
    Column("withdrawn_at", Moment),
    Index("ix_case_handlings_case_id", "case_id"),
    Index("ix_case_handlings_employee_id", "employee_id"),
)
case_preventions = Table(
    "case_preventions",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("place", Integer, nullable=False),
    Column("measure_id", Id, ForeignKey("measures.id")),
    Column("effect_on", Day),
    Column("criterion", Text, nullable=False),
    Column("none_reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
    _who("by"),
    Index("ix_case_preventions_case_id_place", "case_id", "place", unique=True),
    Index("ix_case_preventions_measure_id", "measure_id"),
)
case_externals = Table(
    "case_externals",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("kind", Word(20), nullable=False),
    Column("heard_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("reference", Text, nullable=False),
    Column("done_at", Moment),
    Index("ix_case_externals_case_id_due_at", "case_id", "due_at"),
)
index_where(case_externals, "ix_case_externals_open_due_at", ("due_at",), "done_at IS NULL")
case_after_calls = Table(
    "case_after_calls",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("at", Moment, nullable=False),
    Column("reached", Boolean, nullable=False),
    Column("satisfied", Boolean),
    Column("words", Text, nullable=False),
    _who("by"),
    Index("ix_case_after_calls_case_id_at", "case_id", "at"),
)
case_pauses = Table(
    "case_pauses",
    metadata,
    Column("id", Id, primary_key=True),
    _case(),
    Column("reason", Word(40), nullable=False),
    Column("words", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("until", Moment),
    _who("by"),
    Index("ix_case_pauses_case_id_started_at", "case_id", "started_at"),
)
unique_where(case_pauses, "uq_case_pauses_case_id_open", ("case_id",), "ended_at IS NULL")
case_events = Table(
    "case_events",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("verb", Word(20), nullable=False),
    Column("step", Integer),
    Column("words", Text, nullable=False),
    Column("details", Json),
    _who("decided_by"),
    _who("entered_by"),
)
case_clocks = Table(  # as last reckoned; one that has stopped never changes again
    "case_clocks",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    Column("code", Word(40), primary_key=True),
    Column("run", Integer, primary_key=True, autoincrement=False),
    Column("state", Word(12), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("half_at", Moment),  # of those that run
    Column("stopped_at", Moment),
    Column("rest", Json, nullable=False),  # what else is told of it
    Index("ix_case_clocks_code_due_at", "code", "due_at"),
)
# Few of all clocks run; reminders and the first page ask for these by when they are due.
index_where(case_clocks, "ix_case_clocks_running_due_at", ("due_at",), "stopped_at IS NULL")
index_where(case_clocks, "ix_case_clocks_running_code_due_at", ("code", "due_at"), "stopped_at IS NULL")
index_where(case_clocks, "ix_case_clocks_running_half_at", ("half_at",), "stopped_at IS NULL")
case_month_reviews = Table(  # of the whole group's sheet; a second review of a month stands in the first one's place
    "case_month_reviews",
    metadata,
    Column("month", Day, primary_key=True),
    Column("reviewed_on", Day, nullable=False),
    Column("reviewed_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("words", Text, nullable=False),
)
case_lists = Table(  # kinds of older lists that were taken over, and what their columns mean
    "case_lists",
    metadata,
    Column("id", Id, primary_key=True),
    Column("signature", Word(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("mapping", Json, nullable=False),
    Column("used_at", Moment, nullable=False),
)
case_list_rows = Table(  # what became of each row: none is taken over twice
    "case_list_rows",
    metadata,
    Column("list_id", Id, ForeignKey("case_lists.id"), primary_key=True),
    Column("key", Word(64), primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False, unique=True),
    Column("line", Integer, nullable=False),
)
