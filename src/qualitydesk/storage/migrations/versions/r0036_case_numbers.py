"""The table of cases by number under several filters: each filter's index knows the number sorted by, too."""

from __future__ import annotations

from alembic import op

revision = "0036"
down_revision = "0035"

_CHECKED = (
    "closed_at", "next_due_at", "level", "step", "stage", "institution_id", "handler_id", "channel", "paused",
    "flagged", "reopened", "merged_into", "sort_number",
)  # fmt: skip
_FILTERS = ("paused", "institution_id", "handler_id", "flagged", "step", "stage")


def upgrade() -> None:
    for name in _FILTERS:
        op.drop_index(f"ix_cases_of_{name}", table_name="cases")
        columns = [name, "received_at", "id", *(other for other in _CHECKED if other != name)]
        op.create_index(f"ix_cases_of_{name}", "cases", columns)
