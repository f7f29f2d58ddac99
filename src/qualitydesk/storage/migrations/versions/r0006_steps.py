"""Answers to steps with their start and end; rounds know the edition of the score rule they are judged by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Answers given before have no times, rounds begun before are judged by the edition of their day; SQLite and
    PostgreSQL both add empty columns in place."""
    op.add_column("answers", sa.Column("began", Moment, nullable=True))
    op.add_column("answers", sa.Column("ended", Moment, nullable=True))
    op.add_column("rounds", sa.Column("score_edition", Id, nullable=True))
