"""The table of what was decided on proposals to people: observation, dismissal, what follows from points."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata

consequence_decisions = Table(
    "consequence_decisions",
    metadata,
    Column("key", Word(90), primary_key=True),
    Column("kind", Word(24), nullable=False),
    Column("subject_id", Id, nullable=False),  # an employee or a department
    Column("slip_id", Id, ForeignKey("slips.id")),
    Column("entry_id", Id, ForeignKey("staff_points.id")),
    Column("month", Day),
    Column("amount", Integer, nullable=False),  # fen, of a fine for one act
    Column("granted", Boolean, nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("decided_on", Day, nullable=False),
    Column("reason", Text, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("entered_at", Moment, nullable=False),
)
