"""Members: what daily work and searching ask for most."""

from __future__ import annotations

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    pass
