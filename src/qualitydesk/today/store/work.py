"""What is to be done, read from everybody's tables: the first rows of each kind by index, and counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, literal, select, union_all

from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.store.tables import answers, planned_rounds, rounds, stops
from qualitydesk.measures.model import DueFor
from qualitydesk.measures.store.lists import due_now
from qualitydesk.measures.store.tables import measures
from qualitydesk.penalties.store.tables import slip_appeals, slip_payments, slips
from qualitydesk.storage.audit import entries
from qualitydesk.today.model import Errand, Month

Row = tuple[UUID, str, str, str, Any]
"""id, number, words, institution, day or moment."""
_ERRANDS = {
    DueFor.DOING: Errand.MEASURE,
    DueFor.JUDGING: Errand.JUDGE,
    DueFor.RECHECK: Errand.RECHECK,
    DueFor.EFFECT: Errand.EFFECT,
}


def open_rounds(connection: Connection, limit: int) -> tuple[list[Row], int]:
    """Rounds that were begun and not finished, the newest first."""
    mine = rounds.c.state == "open"
    query = (
        select(rounds.c.id, rounds.c.number, rounds.c.kind, institutions.c.name, rounds.c.started_at)
        .join(institutions, institutions.c.id == rounds.c.institution_id)
        .where(mine)
        .order_by(rounds.c.started_at.desc(), rounds.c.id.desc())
        .limit(limit)
    )
    return _rows(connection, query), _count(connection, select(func.count()).select_from(rounds).where(mine))


def plans(connection: Connection, until: date, today: date, limit: int) -> tuple[list[Row], int, int]:
    """Planned rounds up to a day, the oldest first; how many, and how many of them are late."""
    mine = and_(planned_rounds.c.state == "planned", planned_rounds.c.day <= until)
    query = (
        select(
            planned_rounds.c.id,
            literal(""),
            planned_rounds.c.kind,
            institutions.c.name,
            planned_rounds.c.day,
        )
        .join(institutions, institutions.c.id == planned_rounds.c.institution_id)
        .where(mine)
        .order_by(planned_rounds.c.day, planned_rounds.c.id)
        .limit(limit)
    )
    counted = select(func.count()).select_from(planned_rounds)
    late = counted.where(planned_rounds.c.state == "planned", planned_rounds.c.day < today)
    return _rows(connection, query), _count(connection, counted.where(mine)), _count(connection, late)


def measures_due(connection: Connection, today: date, limit: int) -> dict[Errand, tuple[list[Row], int, int]]:
    """By errand: what the list of measures calls due now, as it counts it: (first rows, how many, how many late)."""
    found = {}
    for due_for, day, mine in due_now(today):
        query = (
            select(measures.c.id, measures.c.number, measures.c.task, institutions.c.name, day)
            .join(institutions, institutions.c.id == measures.c.institution_id)
            .where(mine)
            .order_by(day, measures.c.id)
            .limit(limit)
        )
        counted = select(func.count()).select_from(measures).where(mine)
        late = _count(connection, counted.where(day < today))
        found[_ERRANDS[due_for]] = (_rows(connection, query), _count(connection, counted), late)
    return found


def slips_in(connection: Connection, state: str, limit: int) -> tuple[list[Row], int]:
    """Slips in a state, the oldest first."""
    query = (
        select(slips.c.id, slips.c.number, employees.c.name, institutions.c.name, slips.c.proposed_at)
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .join(employees, employees.c.id == slips.c.employee_id)
        .where(slips.c.state == state)
        .order_by(slips.c.proposed_at, slips.c.id)
        .limit(limit)
    )
    return _rows(connection, query), _count(
        connection, select(func.count()).select_from(slips).where(slips.c.state == state)
    )


def appeals(connection: Connection, limit: int) -> tuple[list[Row], int]:
    """Slips whose appeal nobody has decided on, with the day it was made, the oldest first."""
    mine = slips.c.state == "appealed"
    query = (
        select(slips.c.id, slips.c.number, employees.c.name, institutions.c.name, slip_appeals.c.on)
        .join(slip_appeals, slip_appeals.c.slip_id == slips.c.id)
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .join(employees, employees.c.id == slip_appeals.c.by_id)
        .where(mine)
        .order_by(slip_appeals.c.on, slips.c.id)
        .limit(limit)
    )
    return _rows(connection, query), _count(connection, select(func.count()).select_from(slips).where(mine))


def slips_to_correct(connection: Connection, limit: int) -> tuple[list[Row], int]:
    """Slips taken back or reduced after their notice, which nobody has put right yet, the oldest first."""
    mine = slips.c.correction_since.is_not(None)
    query = (
        select(slips.c.id, slips.c.number, employees.c.name, institutions.c.name, slips.c.correction_since)
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .join(employees, employees.c.id == slips.c.employee_id)
        .where(mine)
        .order_by(slips.c.correction_since, slips.c.id)
        .limit(limit)
    )
    return _rows(connection, query), _count(connection, select(func.count()).select_from(slips).where(mine))


def rounds_by_month(connection: Connection, bounds: Sequence[datetime]) -> tuple[Month, ...]:
    """Finished rounds begun between two bounds: how many passed, of how many with a verdict."""

    def between(low: datetime, high: datetime) -> Select[int, int]:
        return select(func.count().filter(rounds.c.passed.is_(True)), func.count(rounds.c.passed)).where(
            rounds.c.started_at >= low, rounds.c.started_at < high, rounds.c.state == "finished"
        )

    return by_month(connection, bounds, between)


def slips_by_month(connection: Connection, bounds: Sequence[datetime]) -> tuple[Month, ...]:
    """What the slips proposed between two bounds come to, in fen, and how many slips that is; withdrawn ones aside."""

    def between(low: datetime, high: datetime) -> Select[int, int]:
        # The sum of the payments and not slips.total: that column lies behind the archived decision.
        paid = func.coalesce(func.sum(slip_payments.c.amount), 0)
        return (
            select(paid, func.count(slips.c.id.distinct()))
            .select_from(slips.outerjoin(slip_payments, slip_payments.c.slip_id == slips.c.id))
            .where(slips.c.proposed_at >= low, slips.c.proposed_at < high, slips.c.state != "withdrawn")
        )

    return by_month(connection, bounds, between)


def newest_moment(connection: Connection) -> datetime | None:
    """The moment of the last entry of the audit, or of an answer of an open round if that is newer."""
    last = select(entries.c.at).order_by(entries.c.seq.desc()).limit(1)
    answered = (
        select(func.max(answers.c.answered_at, type_=answers.c.answered_at.type))
        .join(stops, stops.c.id == answers.c.stop_id)
        .join(rounds, rounds.c.id == stops.c.round_id)
        .where(rounds.c.state == "open")
    )
    found = [connection.execute(last).scalar_one_or_none(), connection.execute(answered).scalar_one_or_none()]
    return max((moment for moment in found if moment is not None), default=None)


def by_month(
    connection: Connection, bounds: Sequence[datetime], between: Callable[[datetime, datetime], Select[int, int]]
) -> tuple[Month, ...]:
    parts = []
    for at, (low, high) in enumerate(pairwise(bounds)):
        one = between(low, high).subquery()
        first, second = one.c
        parts.append(select(literal(at).label("at"), first.label("counted"), second.label("of_all")))
    found = {row.at: Month(int(row.counted), int(row.of_all)) for row in connection.execute(union_all(*parts))}
    return tuple(found[at] for at in range(len(bounds) - 1))


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [tuple(row) for row in connection.execute(query)]


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())
