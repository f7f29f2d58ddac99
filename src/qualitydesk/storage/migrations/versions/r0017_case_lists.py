"""Older lists of complaints: what the columns of a kind mean, which case each row has become."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment, Word

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "case_lists",
        sa.Column("id", Id, nullable=False),
        sa.Column("signature", Word(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("used_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_lists"),
        sa.UniqueConstraint("signature", name="uq_case_lists_signature"),
    )
    op.create_table(
        "case_list_rows",
        sa.Column("list_id", Id, nullable=False),
        sa.Column("key", Word(64), nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("list_id", "key", name="pk_case_list_rows"),
        sa.UniqueConstraint("case_id", name="uq_case_list_rows_case_id"),
        sa.ForeignKeyConstraint(["list_id"], ["case_lists.id"], name="fk_case_list_rows_list_id_case_lists"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_list_rows_case_id_cases"),
    )
