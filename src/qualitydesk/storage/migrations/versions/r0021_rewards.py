"""Staff points, rewards, the monthly settlement with its lines, and the wages typed in for its caps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    _points()
    _rewards()
    _settlements()


def _fk(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")


def _points() -> None:
    name = "staff_points"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("department_id", Id, nullable=False),
        sa.Column("act", Word(40), nullable=False),
        sa.Column("row_code", Word(40), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("team_points", sa.Integer, nullable=False),
        sa.Column("nth", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("other_act", sa.Text, nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("replaced_by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_points"),
        _fk(name, "employee_id", "employees"),
        _fk(name, "institution_id", "institutions"),
        _fk(name, "department_id", "departments"),
        _fk(name, "decided_by", "employees"),
        _fk(name, "entered_by", "employees"),
    )
    for columns in (["at", "id"], ["employee_id", "day"], ["department_id", "day"], ["day"]):
        op.create_index(f"ix_staff_points_{'_'.join(columns)}", name, columns)


def _rewards() -> None:
    name = "rewards"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("department", Word(40), nullable=False),
        sa.Column("grade", Word(20), nullable=False),
        sa.Column("kind", Word(40), nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("extras", Json, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("deed_on", Day, nullable=False),
        sa.Column("proposed_at", Moment, nullable=False),
        sa.Column("proposed_by", Id, nullable=False),
        sa.Column("approved_by", Id),
        sa.Column("approved_on", Day),
        sa.Column("given_on", Day),
        sa.Column("withdrawal_reason", sa.Text, nullable=False),
        sa.Column("paper_id", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rewards"),
        sa.UniqueConstraint("number", name="uq_rewards_number"),
        _fk(name, "employee_id", "employees"),
        _fk(name, "institution_id", "institutions"),
        _fk(name, "proposed_by", "employees"),
        _fk(name, "approved_by", "employees"),
    )
    for columns in (["employee_id"], ["proposed_at", "id"], ["deed_on"]):
        op.create_index(f"ix_rewards_{'_'.join(columns)}", name, columns)


def _settlements() -> None:
    op.create_table(
        "settlements",
        sa.Column("id", Id, nullable=False),
        sa.Column("month", Day, nullable=False),
        sa.Column("fine_is", Word(12), nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("decided_by", Id, nullable=False),
        sa.Column("entered_by", Id),
        sa.Column("decided_on", Day, nullable=False),
        sa.Column("way", Word(12), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("locked_at", Moment, nullable=False),
        sa.Column("slips", sa.Integer, nullable=False),
        sa.Column("slips_total", sa.Integer, nullable=False),
        sa.Column("paper_id", Id),
        sa.PrimaryKeyConstraint("id", name="pk_settlements"),
        sa.UniqueConstraint("month", name="uq_settlements_month"),
        _fk("settlements", "decided_by", "employees"),
        _fk("settlements", "entered_by", "employees"),
    )
    name = "settlement_lines"
    op.create_table(
        name,
        sa.Column("settlement_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("claim", Word(90), nullable=False),
        sa.Column("cause", Word(12), nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("source", Word(60), nullable=False),
        sa.Column("role", Word(12), nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("owed", sa.Integer, nullable=False),
        sa.Column("due", sa.Integer, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("waived", sa.Integer, nullable=False),
        sa.Column("capped", sa.Boolean, nullable=False),
        sa.Column("slip_id", Id),
        sa.Column("reward_id", Id),
        sa.Column("explanation", Json, nullable=False),
        sa.PrimaryKeyConstraint("settlement_id", "position", name="pk_settlement_lines"),
        _fk(name, "settlement_id", "settlements"),
        _fk(name, "person_id", "employees"),
        _fk(name, "institution_id", "institutions"),
        _fk(name, "slip_id", "slips"),
        _fk(name, "reward_id", "rewards"),
    )
    op.create_index("ix_settlement_lines_claim", name, ["claim"])
    op.create_index("ix_settlement_lines_person_id", name, ["person_id"])
    op.create_table(
        "settlement_wages",
        sa.Column("month", Day, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("wage", sa.Integer, nullable=False),
        sa.Column("minimum", sa.Integer),
        sa.PrimaryKeyConstraint("month", "employee_id", name="pk_settlement_wages"),
        _fk("settlement_wages", "employee_id", "employees"),
    )
