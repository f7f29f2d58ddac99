"""What was decided on proposals to people; a slip's sanction stands beside its rung, so that they are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.add_column("slips", sa.Column("sanction", Word(40)))
    json = "decision::json->>'sanction'"
    if op.get_bind().dialect.name == "sqlite":
        json = "json_extract(decision, '$.sanction')"
    op.execute(f"UPDATE slips SET sanction = {json}")
    op.create_index("ix_slips_sanction", "slips", ["sanction"])
    name = "consequence_decisions"
    op.create_table(
        name,
        sa.Column("key", Word(90), nullable=False),
        sa.Column("kind", Word(24), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("slip_id", Id),
        sa.Column("entry_id", Id),
        sa.Column("month", Day),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("granted", sa.Boolean, nullable=False),
        sa.Column("decided_by", Id, nullable=False),
        sa.Column("decided_on", Day, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("entered_by", Id),
        sa.Column("entered_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("key", name=f"pk_{name}"),
        _fk(name, "slip_id", "slips"),
        _fk(name, "entry_id", "staff_points"),
        _fk(name, "decided_by", "employees"),
        _fk(name, "entered_by", "employees"),
    )


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
