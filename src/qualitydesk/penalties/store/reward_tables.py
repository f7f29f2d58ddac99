"""The tables of staff points, rewards and the monthly settlement."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

staff_points = Table(
    "staff_points",
    metadata,
    Column("id", Id, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("department_id", Id, ForeignKey("departments.id"), nullable=False),  # the team, as of the day
    Column("act", Word(40), nullable=False),
    Column("row_code", Word(40), nullable=False),  # acts of one row are counted together in a day
    Column("at", Moment, nullable=False),
    Column("day", Day, nullable=False),  # in the group's zone
    Column("points", Integer, nullable=False),
    Column("team_points", Integer, nullable=False),
    Column("nth", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("other_act", Text, nullable=False),  # why it is another act than a slip of that day punishes
    Column("edition_id", Id, nullable=False),
    Column("state", Word(12), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("reason", Text, nullable=False),  # why it was corrected or withdrawn
    Column("replaced_by", Id),  # the entry that stands in its place
    revision(),
    Index("ix_staff_points_at_id", "at", "id"),
    Index("ix_staff_points_employee_id_day", "employee_id", "day"),
    Index("ix_staff_points_department_id_day", "department_id", "day"),
    Index("ix_staff_points_day", "day"),
)
rewards = Table(
    "rewards",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("state", Word(12), nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("department", Word(40), nullable=False),  # by its name of the day
    Column("grade", Word(20), nullable=False),
    Column("kind", Word(40), nullable=False),
    Column("amount", Integer, nullable=False),  # fen
    Column("extras", Json, nullable=False),
    Column("reason", Text, nullable=False),
    Column("deed_on", Day, nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("proposed_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("approved_by", Id, ForeignKey("employees.id")),
    Column("approved_on", Day),
    Column("given_on", Day),
    Column("withdrawal_reason", Text, nullable=False),
    Column("paper_id", Id),
    revision(),
    Index("ix_rewards_proposed_at_id", "proposed_at", "id"),
    Index("ix_rewards_deed_on", "deed_on"),
)
settlements = Table(
    "settlements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("month", Day, nullable=False, unique=True),  # its first day
    Column("fine_is", Word(12), nullable=False),
    Column("edition_id", Id, nullable=False),
    Column("document", Text, nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("decided_on", Day, nullable=False),
    Column("way", Word(12), nullable=False),
    Column("note", Text, nullable=False),
    Column("locked_at", Moment, nullable=False),
    Column("slips", Integer, nullable=False),  # new in this month, and what they come to by themselves, in fen
    Column("slips_total", Integer, nullable=False),
    Column("paper_id", Id),
)
# Written once, when a month is locked; never changed after.
settlement_lines = Table(
    "settlement_lines",
    metadata,
    Column("settlement_id", Id, ForeignKey("settlements.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("claim", Word(90), nullable=False, index=True),
    Column("cause", Word(12), nullable=False),
    Column("kind", Word(12), nullable=False),
    Column("person_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("source", Word(60), nullable=False),
    Column("role", Word(12), nullable=False),
    Column("day", Day, nullable=False),
    Column("owed", Integer, nullable=False),  # all in fen, below nought: from the person
    Column("due", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("waived", Integer, nullable=False),
    Column("capped", Boolean, nullable=False),
    Column("slip_id", Id, ForeignKey("slips.id")),
    Column("reward_id", Id, ForeignKey("rewards.id")),
    Column("explanation", Json, nullable=False),
)
# Typed in for the caps of one month; the rows go when the month is locked.
settlement_wages = Table(
    "settlement_wages",
    metadata,
    Column("month", Day, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("wage", Integer, nullable=False),
    Column("minimum", Integer),
)
