"""The working-day calendar by years, and institutions' opening hours by dates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Word

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """New tables only; nothing that was there changes."""
    op.create_table(
        "calendar_years",
        sa.Column("year", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("announced", sa.Boolean, nullable=False),
        sa.Column("number", Word(60), nullable=False),
        sa.Column("issued_on", Day),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_calendar_years"),
    )
    op.create_table(
        "calendar_days",
        sa.Column("day", Day, nullable=False),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("working", sa.Boolean, nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.PrimaryKeyConstraint("day", "own", name="pk_calendar_days"),
    )
    op.create_table(
        "opening_hours",
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("since", Day, nullable=False),
        sa.Column("week", Json, nullable=False),
        sa.Column("make_up", Json, nullable=False),
        sa.Column("days_off", Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_opening_hours_institution_id_institutions"
        ),
        sa.PrimaryKeyConstraint("institution_id", "since", name="pk_opening_hours"),
    )
