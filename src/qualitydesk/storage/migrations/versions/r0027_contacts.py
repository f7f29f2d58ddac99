"""Contacts owed to members and the holds on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    _batches()
    _attempts()
    _holds()
    name = "contact_texts"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("occasion", Word(20), nullable=False),
        sa.Column("detail", Word(40), nullable=False),
        sa.Column("tier", Word(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("occasion", "detail", "tier", name=f"uq_{name}_occasion_detail_tier"),
    )


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")


def _batches() -> None:
    name = "contact_batches"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("occasion", Word(20), nullable=False),
        sa.Column("detail", Word(40), nullable=False),
        sa.Column("due_on", Day, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("members", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        _fk(name, "decided_by", "employees"),
        _fk(name, "entered_by", "employees"),
    )


def _attempts() -> None:
    name = "contact_attempts"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("occasion", Word(20), nullable=False),
        sa.Column("detail", Word(40), nullable=False),
        sa.Column("due_on", Day, nullable=False),
        sa.Column("way", Word(12), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("postponed_to", Day),
        sa.Column("batch_id", Id),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        _fk(name, "member_id", "customers"),
        _fk(name, "decided_by", "employees"),
        _fk(name, "entered_by", "employees"),
        _fk(name, "batch_id", "contact_batches"),
    )
    op.create_index("ix_contact_attempts_member_id_due_on", name, ["member_id", "due_on", "occasion"])
    columns = ["due_on", "occasion", "detail", "member_id"]
    op.create_index("ix_contact_attempts_due_on_occasion_member_id", name, columns)
    some = sa.text("postponed_to IS NOT NULL")
    op.create_index(
        "ix_contact_attempts_postponed_to", name, ["postponed_to"], sqlite_where=some, postgresql_where=some
    )


def _holds() -> None:
    name = "contact_holds"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("origin_kind", Word(20), nullable=False),
        sa.Column("origin_id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("put_at", Moment, nullable=False),
        sa.Column("put_by", Id),
        sa.Column("lifted_at", Moment),
        sa.Column("lifted_by", Id),
        sa.Column("lifted_why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        _fk(name, "customer_id", "customers"),
        _fk(name, "put_by", "employees"),
        _fk(name, "lifted_by", "employees"),
    )
    op.create_index("ix_contact_holds_customer_id_put_at", name, ["customer_id", "put_at"])
    op.create_index("ix_contact_holds_origin_id", name, ["origin_id"])
    some = sa.text("lifted_at IS NULL")
    op.create_index("ix_contact_holds_in_force", name, ["customer_id"], sqlite_where=some, postgresql_where=some)
