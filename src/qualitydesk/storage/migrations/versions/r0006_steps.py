"""Answers to steps with their start and end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Answers given before have no times; SQLite and PostgreSQL both add empty columns in place."""
    op.add_column("answers", sa.Column("began", Moment, nullable=True))
    op.add_column("answers", sa.Column("ended", Moment, nullable=True))
