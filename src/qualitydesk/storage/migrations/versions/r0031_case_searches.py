"""The table of cases under several filters: each filter that leaves few has an index that knows all the others."""

from __future__ import annotations

from alembic import op

revision = "0031"
down_revision = "0030"

_CHECKED = (
    "closed_at", "next_due_at", "level", "step", "stage", "institution_id", "handler_id", "channel", "paused",
    "flagged", "reopened", "merged_into",
)  # fmt: skip
_FILTERS = ("paused", "institution_id", "handler_id", "flagged", "step", "stage")


def upgrade() -> None:
    for name in _FILTERS:
        then = "next_due_at" if name == "step" else "received_at"
        op.drop_index(f"ix_cases_{name}_{then}_id", table_name="cases")
        columns = [name, "received_at", "id", *(other for other in _CHECKED if other != name)]
        op.create_index(f"ix_cases_of_{name}", "cases", columns)
