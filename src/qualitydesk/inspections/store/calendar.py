"""Rows of the inspection plan: exceptions from frequencies, plans moved, what was walked, when people were seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, Table, Text, func, select

from qualitydesk.basics.clock import local_day
from qualitydesk.directory.store import departments, employees, placements
from qualitydesk.inspections.model.calendar import PlanException, Walked
from qualitydesk.inspections.model.rounds import RoundState
from qualitydesk.inspections.store.tables import round_inspectors, rounds
from qualitydesk.rulebook.model.planning import Frequency, Per
from qualitydesk.storage import audit
from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

plan_exceptions = Table(
    "plan_exceptions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False, index=True),
    Column("kind", Word(20), nullable=False),  # "": every kind
    Column("first", Day, nullable=False),
    Column("last", Day),
    Column("times", Integer, nullable=False),  # 0: nothing is due
    Column("per", Word(8), nullable=False),
    Column("reason", Text, nullable=False),
    Column("nth", Integer, nullable=False, unique=True),  # the later one stands before the earlier
    revision(),
)
plan_moves = Table(
    "plan_moves",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", Id, ForeignKey("planned_rounds.id"), nullable=False, index=True),
    Column("from_day", Day, nullable=False),
    Column("to_day", Day, nullable=False),
    Column("reason", Text, nullable=False),
    Column("moved_at", Moment, nullable=False),
    Column("moved_by", Id),
)
round_suggestions = Table(
    "round_suggestions",
    metadata,
    Column("round_id", Id, ForeignKey("rounds.id"), primary_key=True),
    Column("suggested_at", Moment, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("facts", Json, nullable=False),  # whom and why, and the frame the random share was drawn from
    Index("ix_round_suggestions_suggested_at", "suggested_at"),
)


def exceptions(connection: Connection) -> list[PlanException]:
    """All of them, those entered last at the end."""
    rows = connection.execute(select(plan_exceptions).order_by(plan_exceptions.c.nth))
    return [
        PlanException(
            row.id, row.institution_id, row.kind, row.first, row.last,
            Frequency(row.times, Per(row.per)), row.reason, row.nth, row.revision,
        )
        for row in rows
    ]  # fmt: skip


def next_nth(connection: Connection) -> int:
    """The number of the next exception."""
    return 1 + (connection.scalar(select(func.max(plan_exceptions.c.nth))) or 0)


def moves_of(connection: Connection, plan_ids: Iterable[UUID]) -> dict[UUID, list[tuple[date, date, str]]]:
    """How each of these plans was moved, oldest first: (from, to, reason)."""
    wanted = select(plan_moves).where(plan_moves.c.plan_id.in_(list(plan_ids))).order_by(plan_moves.c.moved_at)
    found: dict[UUID, list[tuple[date, date, str]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.plan_id, []).append((row.from_day, row.to_day, row.reason))
    return found


def walked(connection: Connection, since: datetime, until: datetime, zone: str) -> list[Walked]:
    """Rounds begun between two moments, given-up ones left out, in their order."""
    lead = round_inspectors.alias("lead")
    query = (
        select(
            rounds.c.id, rounds.c.number, rounds.c.kind, rounds.c.institution_id, rounds.c.started_at, rounds.c.state,
            rounds.c.visitor_code, employees.c.name,
        )
        .outerjoin(lead, (lead.c.round_id == rounds.c.id) & (lead.c.position == 0))
        .outerjoin(employees, employees.c.id == lead.c.employee_id)
        .where(rounds.c.started_at >= since, rounds.c.started_at < until, rounds.c.state != RoundState.ABANDONED)
        .order_by(rounds.c.started_at, rounds.c.id)
    )  # fmt: skip
    return [
        Walked(
            row.id, row.number, row.kind, row.institution_id, local_day(row.started_at, zone),
            RoundState(row.state), row.name or row.visitor_code,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def first_round(connection: Connection) -> datetime | None:
    """When the first round of all was begun."""
    return connection.execute(
        select(rounds.c.started_at).order_by(rounds.c.started_at, rounds.c.id).limit(1)
    ).scalar_one_or_none()


def first_placements(connection: Connection) -> dict[UUID, date]:
    """From which day on somebody has worked at each institution."""
    query = (
        select(departments.c.institution_id, func.min(placements.c.since, type_=Day()).label("since"))
        .join(placements, placements.c.department_id == departments.c.id)
        .group_by(departments.c.institution_id)
    )
    return {row.institution_id: row.since for row in connection.execute(query)}


def openings(connection: Connection, institution_id: UUID, zone: str) -> list[tuple[date, bool]]:
    """(day, open from that day on) of each time an institution was switched off or on again, oldest first."""
    found = []
    for entry in audit.history(connection, "institution", institution_id):
        before, after = (entry.before or {}).get("active"), (entry.after or {}).get("active")
        if before is not None and after is not None and before != after:
            found.append((local_day(entry.at, zone), bool(after)))
    return found
