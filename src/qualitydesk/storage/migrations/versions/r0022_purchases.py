"""What customers paid and got back, the cards they are known by elsewhere, lists of purchases laid ready."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    _purchases()
    _cards_and_lists()
    _stages()


def _purchases() -> None:
    name = "purchases"
    op.create_table(
        name,
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
        sa.Column("counts", sa.BigInteger, nullable=False),
        sa.Column("voided_at", Moment),
        sa.Column("voided_why", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("entered_by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purchases"),
        sa.UniqueConstraint("institution_id", "number", name="uq_purchases_institution_id_number"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_purchases_{column}_{other}")
            for column, other in (
                ("customer_id", "customers"),
                ("member_id", "customers"),
                ("institution_id", "institutions"),
                ("refund_of", "purchases"),
                ("entered_by", "employees"),
            )
        ),
    )
    for columns in (
        ["customer_id"],
        ["refund_of"],
        ["member_id", "counted_on", "counts"],
        ["day", "id"],
        ["institution_id", "day", "id"],
        ["amount", "id"],
        ["number"],
    ):
        op.create_index(f"ix_purchases_{'_'.join(columns)}", name, columns)


def _cards_and_lists() -> None:
    op.create_table(
        "customer_cards",
        sa.Column("number", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_customer_cards"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_cards_customer_id_customers"),
    )
    op.create_index("ix_customer_cards_customer_id", "customer_cards", ["customer_id"])
    op.create_table(
        "purchase_lists",
        sa.Column("id", Id, nullable=False),
        sa.Column("signature", Word(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("mapping", Json, nullable=False),
        sa.Column("used_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purchase_lists"),
        sa.UniqueConstraint("signature", name="uq_purchase_lists_signature"),
    )


def _stages() -> None:
    op.create_table(
        "purchase_stages",
        sa.Column("id", Id, nullable=False),
        sa.Column("begun_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purchase_stages"),
    )
    op.create_table(
        "staged_customers",
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("telephone", Word(24), nullable=False),
        sa.Column("last_four", Word(4), nullable=False),
        sa.PrimaryKeyConstraint("stage_id", "place", name="pk_staged_customers"),
    )
    op.create_table(
        "staged_cards",
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("stage_id", "number", name="pk_staged_cards"),
    )
    op.create_table(
        "staged_keys",
        sa.Column("stage_id", Id, nullable=False),
        sa.Column("kind", Word(1), nullable=False),
        sa.Column("key", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("stage_id", "kind", "key", "customer_id", name="pk_staged_keys"),
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
    )
