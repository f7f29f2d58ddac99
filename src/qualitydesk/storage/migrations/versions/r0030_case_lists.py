"""The table of cases under any filter and sort: each sort's index knows all that a list is narrowed by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_CHECKED = (
    "received_at", "closed_at", "next_due_at", "level", "step", "stage", "institution_id", "handler_id", "channel",
    "paused", "flagged", "reopened", "merged_into",
)  # fmt: skip
_SORTS = ("received_at", "closed_at", "next_due_at", "level", "sort_number")


def upgrade() -> None:
    for name in ("received_at_id", "closed_at_id", "next_due_at_id", "level_id", "reopened"):
        op.drop_index(f"ix_cases_{name}", table_name="cases")
    for sort in _SORTS:
        columns = [sort, "id", *(name for name in _CHECKED if name != sort)]
        op.create_index(f"ix_cases_by_{sort}", "cases", columns)
    some = sa.text("complainant_customer_id IS NOT NULL")
    op.create_index(
        "ix_cases_complainant_customer_id",
        "cases",
        ["complainant_customer_id"],
        sqlite_where=some,
        postgresql_where=some,
    )
