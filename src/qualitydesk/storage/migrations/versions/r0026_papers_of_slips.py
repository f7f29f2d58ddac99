"""What the last steps of a slip keep."""

from __future__ import annotations

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    pass
