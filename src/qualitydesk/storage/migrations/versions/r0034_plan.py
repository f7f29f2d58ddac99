"""The inspection plan and calibration rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    _exceptions()
    _moves()
    _suggestions()


def _exceptions() -> None:
    name = "plan_exceptions"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("first", Day, nullable=False),
        sa.Column("last", Day),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("per", Word(8), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False, server_default="1"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("nth", name=f"uq_{name}_nth"),
        _fk(name, "institution_id", "institutions"),
    )
    op.create_index(f"ix_{name}_institution_id", name, ["institution_id"])


def _moves() -> None:
    name = "plan_moves"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("from_day", Day, nullable=False),
        sa.Column("to_day", Day, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("moved_at", Moment, nullable=False),
        sa.Column("moved_by", Id),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        _fk(name, "plan_id", "planned_rounds"),
    )
    op.create_index(f"ix_{name}_plan_id", name, ["plan_id"])


def _suggestions() -> None:
    name = "round_suggestions"
    op.create_table(
        name,
        sa.Column("round_id", Id, nullable=False),
        sa.Column("suggested_at", Moment, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.PrimaryKeyConstraint("round_id", name=f"pk_{name}"),
        _fk(name, "round_id", "rounds"),
    )
    op.create_index(f"ix_{name}_suggested_at", name, ["suggested_at"])


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
