"""The tables of storage itself: running numbers and the audit chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment, Word

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("name", Word(40), nullable=False),
        sa.Column("key", Word(80), nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", "key", name="pk_series"),
    )
    op.create_table(
        "audit_entries",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("verb", Word(60), nullable=False),
        sa.Column("subject", Word(40), nullable=False),
        sa.Column("subject_id", Word(80), nullable=False),
        sa.Column("payload_hash", Word(64), nullable=False),
        sa.Column("chain", Word(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entries"),
    )
    op.create_index("ix_audit_entries_subject_subject_id_seq", "audit_entries", ["subject", "subject_id", "seq"])
    op.create_table(
        "audit_payloads",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("salt", sa.LargeBinary(16)),
        sa.Column("content", sa.Text),
        sa.Column("erased_at", Moment),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_payloads"),
        sa.ForeignKeyConstraint(["seq"], ["audit_entries.seq"], name="fk_audit_payloads_seq_audit_entries"),
    )
