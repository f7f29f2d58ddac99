"""Reminders: what each person was told of, and the running clocks by their half time and deadline; months reviewed."""

from __future__ import annotations

import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0018"
down_revision = "0017"

_BATCH = 1000


def upgrade() -> None:
    op.create_table(
        "reminders_told",
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("source", Word(20), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("code", Word(100), nullable=False),
        sa.Column("told_at", Moment, nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("employee_id", "source", "subject_id", "code", name="pk_reminders_told"),
    )
    op.create_index("ix_reminders_told_employee_id_told_at", "reminders_told", ["employee_id", "told_at"])
    op.add_column("case_clocks", sa.Column("half_at", Moment))
    _fill_half_times()
    for name, table, columns, condition in (
        ("ix_case_clocks_running_due_at", "case_clocks", ["due_at"], "stopped_at IS NULL"),
        ("ix_case_clocks_running_code_due_at", "case_clocks", ["code", "due_at"], "stopped_at IS NULL"),
        ("ix_case_clocks_running_half_at", "case_clocks", ["half_at"], "stopped_at IS NULL"),
        ("ix_case_externals_open_due_at", "case_externals", ["due_at"], "done_at IS NULL"),
    ):
        where = sa.text(condition)
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
    op.create_index("ix_cases_standing", "cases", ["closed_at", "received_at", "limit_due_at", "merged_into"])
    op.create_table(
        "case_month_reviews",
        sa.Column("month", Day, nullable=False),
        sa.Column("reviewed_on", Day, nullable=False),
        sa.Column("reviewed_by", Id, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_case_month_reviews"),
        sa.ForeignKeyConstraint(["reviewed_by"], ["employees.id"], name="fk_case_month_reviews_reviewed_by_employees"),
    )


def _fill_half_times() -> None:
    """Of the clocks that run; it stood among what else is told of them."""
    connection = op.get_bind()
    clocks = sa.table(
        "case_clocks",
        sa.column("case_id", Id),
        sa.column("code", sa.String),
        sa.column("run", sa.Integer),
        sa.column("half_at", Moment),
        sa.column("stopped_at", Moment),
        sa.column("rest", sa.Text),
    )
    c = clocks.c
    running = connection.execute(sa.select(c.case_id, c.code, c.run, c.rest).where(c.stopped_at.is_(None))).all()
    change = (
        sa.update(clocks)
        .where(
            c.case_id == sa.bindparam("wanted", type_=Id),
            c.code == sa.bindparam("named", type_=sa.String),
            c.run == sa.bindparam("ran", type_=sa.Integer),
        )
        .values(half_at=sa.bindparam("half", type_=Moment))
    )
    rows = [{"wanted": row.case_id, "named": row.code, "ran": row.run, "half": _half(row.rest)} for row in running]
    for at in range(0, len(rows), _BATCH):
        connection.execute(change, rows[at : at + _BATCH])


def _half(rest: str) -> datetime:
    return datetime.fromisoformat(json.loads(rest)["half_at"])
