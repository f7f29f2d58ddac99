"""What is known of a member beyond the name: birthdays, family, consents, assessments."""

from __future__ import annotations

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    pass
