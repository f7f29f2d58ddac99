"""Corrective measures and their proof."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _measures()
    _around()


def _measures() -> None:
    op.create_table(
        "measures",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("urgency", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("department_id", Id),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("due_on", Day, nullable=False),
        sa.Column("opened_on", Day, nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("opened_by", Id),
        sa.Column("done_on", Day),
        sa.Column("proof", sa.Text, nullable=False),
        sa.Column("closed_on", Day),
        sa.Column("closed_by", Id),
        sa.Column("recheck_on", Day),
        sa.Column("recheck", Word(12)),
        sa.Column("effect_on", Day),
        sa.Column("effect", Word(16)),
        sa.Column("follows", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_measures"),
        sa.UniqueConstraint("number", name="uq_measures_number"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_measures_institution_id_institutions"
        ),
        sa.ForeignKeyConstraint(["department_id"], ["departments.id"], name="fk_measures_department_id_departments"),
        sa.ForeignKeyConstraint(["owner_id"], ["employees.id"], name="fk_measures_owner_id_employees"),
        sa.ForeignKeyConstraint(["opened_by"], ["employees.id"], name="fk_measures_opened_by_employees"),
        sa.ForeignKeyConstraint(["closed_by"], ["employees.id"], name="fk_measures_closed_by_employees"),
        sa.ForeignKeyConstraint(["follows"], ["measures.id"], name="fk_measures_follows_measures"),
    )
    for columns in (
        ["due_on", "id"],
        ["opened_at", "id"],
        ["state", "due_on", "id"],
        ["owner_id", "due_on", "id"],
        ["institution_id", "due_on", "id"],
        ["recheck_on"],
        ["effect_on"],
        ["follows"],
    ):
        op.create_index(f"ix_measures_{'_'.join(columns)}", "measures", columns)


def _around() -> None:
    op.create_table(
        "measure_origins",
        sa.Column("measure_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("origin_id", Id),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("employee_id", Id),
        sa.Column("place_id", Id),
        sa.Column("item_code", Word(40), nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_origins"),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_origins_measure_id_measures"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_measure_origins_employee_id_employees"),
    )
    op.create_index("ix_measure_origins_kind_origin_id", "measure_origins", ["kind", "origin_id"])
    op.create_index("ix_measure_origins_employee_id", "measure_origins", ["employee_id"])
    op.create_table(
        "measure_events",
        sa.Column("id", Id, nullable=False),
        sa.Column("measure_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("verb", Word(12), nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("due_before", Day),
        sa.Column("due_after", Day),
        sa.PrimaryKeyConstraint("id", name="pk_measure_events"),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_events_measure_id_measures"),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name="fk_measure_events_decided_by_employees"),
        sa.ForeignKeyConstraint(["entered_by"], ["employees.id"], name="fk_measure_events_entered_by_employees"),
    )
    op.create_index("ix_measure_events_measure_id_at", "measure_events", ["measure_id", "at"])
    op.create_table(
        "measure_files",
        sa.Column("id", Id, nullable=False),
        sa.Column("measure_id", Id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_measure_files"),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_files_measure_id_measures"),
        sa.ForeignKeyConstraint(["added_by"], ["employees.id"], name="fk_measure_files_added_by_employees"),
    )
    op.create_index("ix_measure_files_measure_id", "measure_files", ["measure_id"])
