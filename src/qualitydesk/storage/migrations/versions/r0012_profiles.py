"""Post profiles: which packs a post is inspected with; rounds and plans by profile, each stop with its packs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Json, Moment, Word

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Rounds and plans that are there go on with every pack for everybody."""
    op.create_table(
        "post_profiles",
        sa.Column("post_code", Word(40), nullable=False),
        sa.Column("packs", Json),
        sa.Column("changed_at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("post_code", name="pk_post_profiles"),
    )
    for name in ("rounds", "planned_rounds"):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("by_profile", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("stops") as table:
        table.add_column(sa.Column("packs", Json))
