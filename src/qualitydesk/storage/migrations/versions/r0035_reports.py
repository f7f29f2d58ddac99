"""Reports: the supervisor's words of a quarter or month, and charts put into a quarterly report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.create_table(
        "report_words",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Word(12), nullable=False),
        sa.Column("first", Day, nullable=False),
        sa.Column("place_id", Id, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("proposals", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_words"),
        sa.UniqueConstraint("name", "first", "place_id", name="uq_report_words_name_first_place_id"),
    )
    op.create_table(
        "report_charts",
        sa.Column("id", Id, nullable=False),
        sa.Column("first", Day, nullable=False),
        sa.Column("name", Word(20), nullable=False),
        sa.Column("wanted", Json, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.Column("dropped_at", Moment),
        sa.PrimaryKeyConstraint("id", name="pk_report_charts"),
        sa.ForeignKeyConstraint(["added_by"], ["employees.id"], name="fk_report_charts_added_by_employees"),
    )
    op.create_index("ix_report_charts_first", "report_charts", ["first"])
