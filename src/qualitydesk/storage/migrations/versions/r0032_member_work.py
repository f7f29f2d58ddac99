"""Members: customers are listed by the tier they hold; what a list lays ready is kept in one tree instead of two."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Word

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.add_column("customers", sa.Column("tier_rank", sa.Integer, nullable=False, server_default=sa.text("-1")))
    op.execute(
        "UPDATE customers SET tier_rank = (SELECT rank FROM tier_standings WHERE member_id = customers.id)"
        " WHERE id IN (SELECT member_id FROM tier_standings)"
    )
    op.create_index("ix_customers_tier_rank_id", "customers", ["tier_rank", "id"])
    if op.get_context().dialect.name == "sqlite":  # a server keeps its tables in another way
        _stages()


def _stages() -> None:
    """What lies ready is judged anew after an upgrade: a preview that was open is told so."""
    op.execute("DELETE FROM purchase_stages")
    for name in ("staged_keys", "staged_purchases"):
        op.drop_table(name)
    op.create_table(
        "staged_keys",
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("kind", Word(1), nullable=False),
        sa.Column("key", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("stage_id", "kind", "key", "customer_id", name="pk_staged_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staged_purchases",
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("refund_of", Id),
        sa.Column("counted_on", Day, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("stage_id", "place", name="pk_staged_purchases"),
        sqlite_with_rowid=False,
    )
