"""Slips and rounds by state: what waits for a decision, or to be gone on with, is counted and listed by an index."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Indexes only; nothing that was there changes."""
    op.create_index("ix_rounds_state_started_at_id", "rounds", ["state", "started_at", "id"])
    op.create_index("ix_slips_round_id_employee_id", "slips", ["round_id", "employee_id"])
    op.create_index("ix_measures_state_recheck_recheck_on", "measures", ["state", "recheck", "recheck_on"])
    op.create_index("ix_measures_state_effect_effect_on", "measures", ["state", "effect", "effect_on"])
    op.create_index("ix_slips_state_proposed_at_id", "slips", ["state", "proposed_at", "id"])
