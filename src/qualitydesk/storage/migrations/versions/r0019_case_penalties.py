"""Slips about cases, the slip a handling stands on, calls after closing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Moment, Word

revision = "0019"
down_revision = "0015"


def upgrade() -> None:
    with op.batch_alter_table("slips") as batch:
        batch.alter_column("round_id", existing_type=Id, nullable=True)
        batch.add_column(sa.Column("case_id", Id))
        batch.add_column(sa.Column("level", sa.Integer, nullable=False, server_default="0"))
        batch.create_foreign_key("fk_slips_case_id_cases", "cases", ["case_id"], ["id"])
    op.create_index("ix_slips_case_id_employee_id", "slips", ["case_id", "employee_id"])
    standing = sa.text("case_id IS NOT NULL AND state <> 'withdrawn'")
    op.create_index(
        "uq_slips_live_case",
        "slips",
        ["case_id", "employee_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
    with op.batch_alter_table("case_handlings") as batch:
        batch.add_column(sa.Column("slip_number", Word(40), nullable=False, server_default=""))
    op.create_table(
        "case_after_calls",
        sa.Column("id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("reached", sa.Boolean, nullable=False),
        sa.Column("satisfied", sa.Boolean),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_case_after_calls"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_after_calls_case_id_cases"),
        sa.ForeignKeyConstraint(["by"], ["employees.id"], name="fk_case_after_calls_by_employees"),
    )
    op.create_index("ix_case_after_calls_case_id_at", "case_after_calls", ["case_id", "at"])
