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
    _calibrations()
    _raters()
    _stops()
    _answers()


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


def _calibrations() -> None:
    name = "calibrations"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("started_at", Moment, nullable=False),
        sa.Column("finished_at", Moment),
        sa.Column("packs", Json, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("items", sa.Integer, nullable=False),
        sa.Column("compared", sa.Integer, nullable=False),
        sa.Column("agreed", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False, server_default="1"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("number", name=f"uq_{name}_number"),
        _fk(name, "institution_id", "institutions"),
    )
    op.create_index(f"ix_{name}_started_at_id", name, ["started_at", "id"])


def _raters() -> None:
    name = "calibration_raters"
    op.create_table(
        name,
        sa.Column("calibration_id", Id, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("finished_at", Moment),
        sa.PrimaryKeyConstraint("calibration_id", "position", name=f"pk_{name}"),
        _fk(name, "calibration_id", "calibrations"),
        _fk(name, "employee_id", "employees"),
    )
    op.create_index(f"ix_{name}_employee_id", name, ["employee_id"])


def _stops() -> None:
    name = "calibration_stops"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("calibration_id", Id, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("number", Word(20), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("sex", Word(10), nullable=False),
        sa.Column("post_code", Word(40), nullable=False),
        sa.Column("post", Word(40), nullable=False),
        sa.Column("department", Word(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("calibration_id", "position", name=f"uq_{name}_calibration_id_position"),
        _fk(name, "calibration_id", "calibrations"),
        _fk(name, "employee_id", "employees"),
    )
    op.create_index(f"ix_{name}_employee_id", name, ["employee_id"])


def _answers() -> None:
    name = "calibration_answers"
    op.create_table(
        name,
        sa.Column("stop_id", Id, nullable=False),
        sa.Column("rater", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("item_code", Word(40), nullable=False),
        sa.Column("verdict", Word(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("answered_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("stop_id", "rater", "item_code", name=f"pk_{name}"),
        _fk(name, "stop_id", "calibration_stops"),
    )


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
