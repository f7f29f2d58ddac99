"""What customers paid and got back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
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
    for columns in (["customer_id"], ["refund_of"], ["member_id", "counted_on", "counts"], ["day", "id"]):
        op.create_index(f"ix_purchases_{'_'.join(columns)}", name, columns)
