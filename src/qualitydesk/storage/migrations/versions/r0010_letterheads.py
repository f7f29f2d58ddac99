"""Letterheads by institution; a mystery visit told with times; the supervisor's words of the week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """New tables only; nothing that was there changes."""
    op.create_table(
        "letterheads",
        sa.Column("id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("of_group", sa.Boolean, nullable=False),
        sa.Column("name", Word(60), nullable=False),
        sa.Column("line", Word(80), nullable=False),
        sa.Column("address", Word(100), nullable=False),
        sa.Column("telephone", Word(60), nullable=False),
        sa.Column("logo", Word(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letterheads"),
        sa.UniqueConstraint("owner_id", name="uq_letterheads_owner_id"),
    )
    op.create_table(
        "round_narrative",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("told_at", Moment, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_round_narrative_round_id_rounds"),
        sa.PrimaryKeyConstraint("id", name="pk_round_narrative"),
    )
    op.create_index("ix_round_narrative_round_id_told_at", "round_narrative", ["round_id", "told_at"])
    op.create_table(
        "weekly_words",
        sa.Column("id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("monday", Day, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_weekly_words_employee_id_employees"),
        sa.PrimaryKeyConstraint("id", name="pk_weekly_words"),
        sa.UniqueConstraint("employee_id", "monday", name="uq_weekly_words_employee_id_monday"),
    )
