"""Slips by state, oldest first: what waits for approval or issue is counted and listed by an index."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """An index only; nothing that was there changes."""
    op.create_index("ix_slips_state_proposed_at_id", "slips", ["state", "proposed_at", "id"])
