"""Yearly benefits and the points of members, gifts and their stock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    _benefits()
    _gifts()
    _points()


def _benefits() -> None:
    op.create_table(
        "benefit_grants",
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("benefit", Word(40), nullable=False),
        sa.Column("tier", Word(10), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_benefit_grants"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_benefit_grants_customer_id_customers"),
        sa.UniqueConstraint("customer_id", "year", "benefit", name="uq_benefit_grants_customer_id_year_benefit"),
    )
    op.create_table(
        "benefit_uses",
        sa.Column("id", Id, nullable=False),
        sa.Column("grant_id", Id, nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_benefit_uses"),
        sa.ForeignKeyConstraint(["grant_id"], ["benefit_grants.id"], name="fk_benefit_uses_grant_id_benefit_grants"),
        sa.ForeignKeyConstraint(["entered_by"], ["employees.id"], name="fk_benefit_uses_entered_by_employees"),
    )
    op.create_index("ix_benefit_uses_grant_id", "benefit_uses", ["grant_id"])


def _gifts() -> None:
    op.create_table(
        "gifts",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Word(60), nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gifts"),
        sa.UniqueConstraint("name", name="uq_gifts_name"),
    )


def _points() -> None:
    name = "member_point_entries"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("points", sa.BigInteger, nullable=False),
        sa.Column("expires_on", Day),
        sa.Column("gift_id", Id),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("entered_by", Id),
        sa.Column("undone_at", Moment),
        sa.Column("undone_why", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}_{other}")
            for column, other in (("customer_id", "customers"), ("gift_id", "gifts"), ("entered_by", "employees"))
        ),
    )
    op.create_index(f"ix_{name}_gift_id", name, ["gift_id"])
    op.create_index(f"ix_{name}_customer_id_day", name, ["customer_id", "day"])
    op.create_table(
        "gift_moves",
        sa.Column("id", Id, nullable=False),
        sa.Column("gift_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("entry_id", Id),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_gift_moves"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_gift_moves_{column}_{other}")
            for column, other in (("gift_id", "gifts"), ("entry_id", name), ("entered_by", "employees"))
        ),
    )
    op.create_index("ix_gift_moves_entry_id", "gift_moves", ["entry_id"])
    op.create_index("ix_gift_moves_gift_id_quantity", "gift_moves", ["gift_id", "quantity"])
