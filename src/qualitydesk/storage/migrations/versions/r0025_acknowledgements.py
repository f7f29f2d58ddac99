"""Who has signed which edition of a rule."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    name = "acknowledgements"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("signed_on", Day, nullable=False),
        sa.Column("way", Word(12), nullable=False),
        sa.Column("witness_id", Id),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("recorded_by", Id),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_by", Id),
        sa.Column("withdrawal_reason", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acknowledgements"),
        _fk(name, "edition_id", "rule_editions"),
        _fk(name, "employee_id", "employees"),
        _fk(name, "witness_id", "employees"),
        _fk(name, "recorded_by", "employees"),
        _fk(name, "withdrawn_by", "employees"),
    )
    op.create_index("ix_acknowledgements_employee_id", name, ["employee_id"])
    op.create_index("ix_acknowledgements_edition_id_employee_id", name, ["edition_id", "employee_id"])
    standing = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "uq_acknowledgements_live",
        name,
        ["edition_id", "employee_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
    name = "acknowledgement_files"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", Word(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_acknowledgement_files"),
        _fk(name, "added_by", "employees"),
    )
    op.create_index("ix_acknowledgement_files_entry_id", name, ["entry_id"])


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
