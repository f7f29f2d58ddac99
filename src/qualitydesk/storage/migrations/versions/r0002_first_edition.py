"""The tables of the first edition: rulebook, directory, standards and rounds, papers, slips."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "employees",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(20), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("sex", Word(10), nullable=False),
        sa.Column("hired_on", Day, nullable=False),
        sa.Column("left_on", Day),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_employees"),
        sa.UniqueConstraint("number", name="uq_employees_number"),
    )
    op.create_index("ix_employees_name_id", "employees", ["name", "id"])
    op.create_table(
        "groups",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Word(80), nullable=False),
        sa.Column("zone", Word(40), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
    )
    op.create_table(
        "institutions",
        sa.Column("id", Id, nullable=False),
        sa.Column("code", Word(6), nullable=False),
        sa.Column("name", Word(80), nullable=False),
        sa.Column("region", Word(10), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_institutions"),
        sa.UniqueConstraint("code", name="uq_institutions_code"),
    )
    op.create_table(
        "pack_editions",
        sa.Column("code", Word(40), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("adopted_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("code", "number", name="pk_pack_editions"),
    )
    op.create_table(
        "papers",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", Word(40), nullable=False),
        sa.Column("number", Word(60), nullable=False),
        sa.Column("subject_id", Id),
        sa.Column("language", Word(8), nullable=False),
        sa.Column("form_name", Word(60), nullable=False),
        sa.Column("form", Json, nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("images", Json, nullable=False),
        sa.Column("pdf", Word(64), nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("digest", Word(64), nullable=False),
        sa.Column("check_code", Word(10), nullable=False),
        sa.Column("missing", sa.Text, nullable=False),
        sa.Column("issued_at", Moment, nullable=False),
        sa.Column("issued_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
    )
    op.create_index("ix_papers_number", "papers", ["number"])
    op.create_index("ix_papers_subject_id_issued_at", "papers", ["subject_id", "issued_at"])
    op.create_table(
        "posts",
        sa.Column("id", Id, nullable=False),
        sa.Column("code", Word(40), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sa.UniqueConstraint("code", name="uq_posts_code"),
    )
    op.create_table(
        "rule_editions",
        sa.Column("id", Id, nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("effective_from", Day, nullable=False),
        sa.Column("values", Json, nullable=False),
        sa.Column("texts", Json, nullable=False),
        sa.Column("ours", Json, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("adopted_on", Day),
        sa.Column("notified_on", Day),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rule_editions"),
        sa.UniqueConstraint("rule", "effective_from", name="uq_rule_editions_rule_effective_from"),
        sa.UniqueConstraint("rule", "number", name="uq_rule_editions_rule_number"),
    )
    op.create_table(
        "departments",
        sa.Column("id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_departments_institution_id_institutions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_departments"),
        sa.UniqueConstraint("institution_id", "name", name="uq_departments_institution_id_name"),
    )
    op.create_table(
        "rounds",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("started_at", Moment, nullable=False),
        sa.Column("finished_at", Moment),
        sa.Column("cursor_stop", Id),
        sa.Column("cursor_item", Word(40)),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("share", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean),
        sa.Column("digest", sa.String(length=64)),
        sa.Column("reason", sa.Text, server_default="", nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["institution_id"], ["institutions.id"], name="fk_rounds_institution_id_institutions"),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        sa.UniqueConstraint("number", name="uq_rounds_number"),
    )
    op.create_index("ix_rounds_institution_id_kind_finished_at", "rounds", ["institution_id", "kind", "finished_at"])
    op.create_index("ix_rounds_started_at_id", "rounds", ["started_at", "id"])
    op.create_table(
        "superior_terms",
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("since", Day, nullable=False),
        sa.Column("superior_id", Id),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_superior_terms_employee_id_employees"),
        sa.ForeignKeyConstraint(["superior_id"], ["employees.id"], name="fk_superior_terms_superior_id_employees"),
        sa.PrimaryKeyConstraint("employee_id", "since", name="pk_superior_terms"),
    )
    op.create_index("ix_superior_terms_superior_id", "superior_terms", ["superior_id"])
    op.create_table(
        "users",
        sa.Column("id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_users_employee_id_employees"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("employee_id", name="uq_users_employee_id"),
    )
    op.create_table(
        "head_terms",
        sa.Column("department_id", Id, nullable=False),
        sa.Column("since", Day, nullable=False),
        sa.Column("employee_id", Id),
        sa.ForeignKeyConstraint(["department_id"], ["departments.id"], name="fk_head_terms_department_id_departments"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_head_terms_employee_id_employees"),
        sa.PrimaryKeyConstraint("department_id", "since", name="pk_head_terms"),
    )
    op.create_index("ix_head_terms_employee_id", "head_terms", ["employee_id"])
    op.create_table(
        "placements",
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("since", Day, nullable=False),
        sa.Column("department_id", Id, nullable=False),
        sa.Column("post_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["department_id"], ["departments.id"], name="fk_placements_department_id_departments"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_placements_employee_id_employees"),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name="fk_placements_post_id_posts"),
        sa.PrimaryKeyConstraint("employee_id", "since", name="pk_placements"),
    )
    op.create_index("ix_placements_department_id", "placements", ["department_id"])
    op.create_table(
        "round_inspectors",
        sa.Column("round_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_round_inspectors_employee_id_employees"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_round_inspectors_round_id_rounds"),
        sa.PrimaryKeyConstraint("round_id", "position", name="pk_round_inspectors"),
    )
    op.create_table(
        "round_packs",
        sa.Column("round_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("code", Word(40), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_round_packs_round_id_rounds"),
        sa.PrimaryKeyConstraint("round_id", "position", name="pk_round_packs"),
    )
    op.create_table(
        "slips",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40)),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("act_day", Day, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("finding_ids", Json, nullable=False),
        sa.Column("decision", Json, nullable=False),
        sa.Column("rung", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("improvement", sa.Text, nullable=False),
        sa.Column("drafted_by", Id, nullable=False),
        sa.Column("proposed_at", Moment, nullable=False),
        sa.Column("approved_by", Id),
        sa.Column("approved_at", Moment),
        sa.Column("approved_on", Day),
        sa.Column("approval_way", Word(12)),
        sa.Column("approval_note", sa.Text, nullable=False),
        sa.Column("issued_by", Id),
        sa.Column("issued_at", Moment),
        sa.Column("withdrawn_by", Id),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawal_reason", sa.Text, nullable=False),
        sa.Column("paper_id", Id),
        sa.Column("appeal_last_day", Day),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["approved_by"], ["employees.id"], name="fk_slips_approved_by_employees"),
        sa.ForeignKeyConstraint(["drafted_by"], ["employees.id"], name="fk_slips_drafted_by_employees"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_slips_employee_id_employees"),
        sa.ForeignKeyConstraint(["institution_id"], ["institutions.id"], name="fk_slips_institution_id_institutions"),
        sa.ForeignKeyConstraint(["issued_by"], ["employees.id"], name="fk_slips_issued_by_employees"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_slips_round_id_rounds"),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["employees.id"], name="fk_slips_withdrawn_by_employees"),
        sa.PrimaryKeyConstraint("id", name="pk_slips"),
        sa.UniqueConstraint("number", name="uq_slips_number"),
    )
    op.create_index("ix_slips_employee_id", "slips", ["employee_id"])
    op.create_index("ix_slips_proposed_at_id", "slips", ["proposed_at", "id"])
    op.create_index(
        "uq_slips_live",
        "slips",
        ["round_id", "employee_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'withdrawn'"),
        postgresql_where=sa.text("state <> 'withdrawn'"),
    )
    op.create_table(
        "stops",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("target", Word(10), nullable=False),
        sa.Column("employee_id", Id),
        sa.Column("number", Word(20), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("sex", Word(10), nullable=False),
        sa.Column("post_code", Word(40), nullable=False),
        sa.Column("post", Word(40), nullable=False),
        sa.Column("department_id", Id),
        sa.Column("department", Word(40), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_stops_employee_id_employees"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_stops_round_id_rounds"),
        sa.PrimaryKeyConstraint("id", name="pk_stops"),
        sa.UniqueConstraint("round_id", "position", name="uq_stops_round_id_position"),
    )
    op.create_index("ix_stops_employee_id", "stops", ["employee_id"])
    op.create_table(
        "answers",
        sa.Column("stop_id", Id, nullable=False),
        sa.Column("item_code", Word(40), nullable=False),
        sa.Column("verdict", Word(16)),
        sa.Column("number", sa.Float),
        sa.Column("seen", sa.Integer),
        sa.Column("failed", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("fixed", sa.Boolean, nullable=False),
        sa.Column("answered_at", Moment, nullable=False),
        sa.Column("answered_by", Id),
        sa.ForeignKeyConstraint(["stop_id"], ["stops.id"], name="fk_answers_stop_id_stops"),
        sa.PrimaryKeyConstraint("stop_id", "item_code", name="pk_answers"),
    )
    op.create_table(
        "findings",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("stop_id", Id, nullable=False),
        sa.Column("employee_id", Id),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("item_code", Word(40), nullable=False),
        sa.Column("item_group", Word(16), nullable=False),
        sa.Column("gravity", Word(12), nullable=False),
        sa.Column("found_at", Moment, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("fixed", sa.Boolean, nullable=False),
        sa.Column("standing", Word(12), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_findings_employee_id_employees"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_findings_institution_id_institutions"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_findings_round_id_rounds"),
        sa.ForeignKeyConstraint(["stop_id"], ["stops.id"], name="fk_findings_stop_id_stops"),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
    )
    op.create_index("ix_findings_employee_id_found_at", "findings", ["employee_id", "found_at"])
    op.create_index("ix_findings_round_id", "findings", ["round_id"])
    op.create_table(
        "slip_payments",
        sa.Column("slip_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("role", Word(12), nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("sanction", Word(40), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["employees.id"], name="fk_slip_payments_person_id_employees"),
        sa.ForeignKeyConstraint(["slip_id"], ["slips.id"], name="fk_slip_payments_slip_id_slips"),
        sa.PrimaryKeyConstraint("slip_id", "position", name="pk_slip_payments"),
    )
    op.create_index("ix_slip_payments_person_id", "slip_payments", ["person_id"])
