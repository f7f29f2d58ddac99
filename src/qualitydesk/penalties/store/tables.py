"""The tables of penalties."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision, unique_where

slips = Table(
    "slips",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), unique=True),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("act_day", Day, nullable=False),
    Column("round_id", Id, ForeignKey("rounds.id")),  # what it is about: a round or a case
    Column("case_id", Id, ForeignKey("cases.id")),
    Column("level", Integer, nullable=False),  # of the case then, 0: none, or a round
    Column("finding_ids", Json, nullable=False),
    Column("decision", Json, nullable=False),
    Column("rung", Integer, nullable=False),
    Column("total", Integer, nullable=False),  # fen, the sum of slip_payments
    Column("improvement", Text, nullable=False),
    Column("drafted_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("approved_by", Id, ForeignKey("employees.id")),
    Column("approved_at", Moment),
    Column("approved_on", Day),  # the day of the decision, which may be typed later
    Column("approval_way", Word(12)),
    Column("approval_note", Text, nullable=False),
    Column("issued_by", Id, ForeignKey("employees.id")),
    Column("issued_at", Moment),
    Column("withdrawn_by", Id, ForeignKey("employees.id")),
    Column("withdrawn_at", Moment),
    Column("withdrawal_reason", Text, nullable=False),
    Column("paper_id", Id),
    Column("appeal_last_day", Day),
    revision(),
    Column("state_since", Moment),
    Column("unanswered_on", Day),
    Column("settlement_ref", Word(60)),
    Column("deducted_at", Moment),
    Column("closed_at", Moment),
    Column("notice_paper_id", Id),
    Column("act_id", Id),  # a free act, which the decision tells
    Column("source", Word(12)),
    Column("sanction", Word(40)),  # the decision's
    Index("ix_slips_sanction", "sanction"),
    Column("appendix_paper_id", Id),  # its explanation, archived beside it
    Column("notice_told", Json),  # fen of each payment as the last notice told them; None: in no notice
    Column("correction_since", Moment),  # since when what was told is no longer so
    Column("correction_paper_id", Id),  # the last notice that put it right
    Index("ix_slips_correction_since_id", "correction_since", "id"),
    Index("ix_slips_proposed_at_id", "proposed_at", "id"),
    Index("ix_slips_state_proposed_at_id", "state", "proposed_at", "id"),
    Index("ix_slips_employee_id", "employee_id"),
    Index("ix_slips_round_id_employee_id", "round_id", "employee_id"),
    Index("ix_slips_case_id_employee_id", "case_id", "employee_id"),
)
# One event is sanctioned once: one slip that stands for an employee in a round or a case.
unique_where(slips, "uq_slips_live", ("round_id", "employee_id"), "state <> 'withdrawn'")
_STANDING = "case_id IS NOT NULL AND state <> 'withdrawn'"
unique_where(slips, "uq_slips_live_case", ("case_id", "employee_id"), _STANDING)
slip_payments = Table(
    "slip_payments",
    metadata,
    Column("slip_id", Id, ForeignKey("slips.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("role", Word(12), nullable=False),
    Column("amount", Integer, nullable=False),  # fen
    Column("sanction", Word(40), nullable=False),
)
slip_answers = Table(
    "slip_answers",
    metadata,
    Column("slip_id", Id, ForeignKey("slips.id"), primary_key=True),
    Column("kind", Word(12), nullable=False),
    Column("on", Day, nullable=False),
    Column("accepts", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("witness_id", Id, ForeignKey("employees.id")),
    Column("recorded_at", Moment, nullable=False),
    Column("recorded_by", Id, ForeignKey("employees.id")),
)
# One appeal a slip: what was decided is not appealed again.
slip_appeals = Table(
    "slip_appeals",
    metadata,
    Column("slip_id", Id, ForeignKey("slips.id"), primary_key=True),
    Column("by_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("on", Day, nullable=False),
    Column("words", Text, nullable=False),
    Column("late_reason", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("recorded_by", Id, ForeignKey("employees.id")),
    Column("outcome", Word(12)),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("decided_on", Day),
    Column("reason", Text, nullable=False),
    Column("before", Json, nullable=False),  # fen of each payment, in their order
    Column("after", Json, nullable=False),
    Column("paper_id", Id),
)
slip_files = Table(
    "slip_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("slip_id", Id, ForeignKey("slips.id"), nullable=False, index=True),
    Column("purpose", Word(12), nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", Word(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Id, ForeignKey("employees.id")),
)
