"""Tiers of members: where each stands, what is proposed, what was decided."""

from __future__ import annotations

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    pass
