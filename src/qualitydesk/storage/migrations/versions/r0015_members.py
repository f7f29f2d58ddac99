"""Customers: who, how to be reached, by what to be found, marked when and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment, Word

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "customers",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("sex", Word(10)),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sa.UniqueConstraint("number", name="uq_customers_number"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_customers_institution_id_institutions"
        ),
    )
    op.create_index("ix_customers_institution_id_number_id", "customers", ["institution_id", "number", "id"])
    op.create_index("ix_customers_flagged_number_id", "customers", ["flagged", "number", "id"])
    _found_by()
    _marked()


def _found_by() -> None:
    op.create_table(
        "customer_telephones",
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("telephone", Word(24), nullable=False),
        sa.Column("last_four", Word(4), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", "position", name="pk_customer_telephones"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_telephones_customer_id_customers"),
    )
    for columns in (["telephone", "customer_id"], ["last_four", "customer_id"]):
        op.create_index(f"ix_customer_telephones_{'_'.join(columns)}", "customer_telephones", columns)
    op.create_table(
        "customer_keys",
        sa.Column("kind", Word(1), nullable=False),
        sa.Column("key", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "customer_id", name="pk_customer_keys"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_keys_customer_id_customers"),
    )
    op.create_index("ix_customer_keys_customer_id", "customer_keys", ["customer_id"])


def _marked() -> None:
    op.create_table(
        "customer_links",
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("kept_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name="pk_customer_links"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_links_customer_id_customers"),
        sa.ForeignKeyConstraint(["kept_id"], ["customers.id"], name="fk_customer_links_kept_id_customers"),
    )
    op.create_index("ix_customer_links_kept_id", "customer_links", ["kept_id"])
    op.create_table(
        "customer_flags",
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("set_at", Moment, nullable=False),
        sa.Column("set_by", Id),
        sa.Column("lifted_at", Moment),
        sa.Column("lifted_by", Id),
        sa.Column("lifted_why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer_flags"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_flags_customer_id_customers"),
        sa.ForeignKeyConstraint(["set_by"], ["employees.id"], name="fk_customer_flags_set_by_employees"),
        sa.ForeignKeyConstraint(["lifted_by"], ["employees.id"], name="fk_customer_flags_lifted_by_employees"),
    )
    op.create_index("ix_customer_flags_customer_id_set_at", "customer_flags", ["customer_id", "set_at"])
