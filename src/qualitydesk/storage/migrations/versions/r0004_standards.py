"""Standards: packs switched off, editions with who adopted them and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment, Word

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("pack_editions", sa.Column("origin", Word(12), nullable=False, server_default="shipped"))
    op.add_column("pack_editions", sa.Column("decided_by", Id))
    op.add_column("pack_editions", sa.Column("entered_by", Id))
    op.add_column("pack_editions", sa.Column("reason", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "pack_switches",
        sa.Column("code", Word(40), nullable=False),
        sa.Column("offered", sa.Boolean),
        sa.Column("passed_over", sa.String(length=64)),
        sa.Column("changed_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_pack_switches"),
    )
