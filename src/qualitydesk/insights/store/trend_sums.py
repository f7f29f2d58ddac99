"""What charts are drawn from: sums of answers, cases, clocks, slips, points, each in as few rows as a chart needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, Select, func, select

from qualitydesk.complaints.model.clocks import ClockState
from qualitydesk.complaints.store.tables import FAR, case_clocks, case_subjects, cases
from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.store.sums import ALL, MONTH, answer_sums
from qualitydesk.inspections.store.tables import rounds, stops
from qualitydesk.measures.model import MeasureState
from qualitydesk.measures.store.tables import measure_origins, measures
from qualitydesk.penalties.model.points import PointsState
from qualitydesk.penalties.model.slip import TOLD
from qualitydesk.penalties.store.reward_tables import staff_points
from qualitydesk.penalties.store.tables import slips

_INT = Integer()
Pair = tuple[int, int]
"""Inspected and failed."""


@dataclass(frozen=True)
class Narrow:
    """Which sums: empty = all."""

    institutions: Sequence[UUID] = ()
    departments: Sequence[UUID] = ()
    kinds: Sequence[str] = ()
    items: Sequence[str] = ()


def by(connection: Connection, narrow: Narrow, span: str, first: date, last: date, *keys: str) -> dict[Any, Pair]:
    """Inspected and failed of spans beginning between two days, by columns of the sums; one key: by its value."""
    c = answer_sums.c
    columns = [c[key] for key in keys]
    query = (
        select(*columns, func.sum(c.inspected), func.sum(c.failed))
        .where(c.span == span, c.kind.in_(list(narrow.kinds) or [ALL]), c.first >= first, c.first <= last)
        .group_by(*columns)
    )
    for column, wanted in (
        (c.institution_id, narrow.institutions),
        (c.department_id, narrow.departments),
        (c.item_code, narrow.items),
    ):
        if wanted:
            query = query.where(column.in_(list(wanted)))
    found: dict[Any, Pair] = {}
    for row in connection.execute(query):
        inspected, failed = int(row[-2]), int(row[-1])
        if inspected:
            found[row[0] if len(keys) == 1 else tuple(row[:-2])] = (inspected, failed)
    return found


def total(connection: Connection, narrow: Narrow, span: str, first: date, last: date) -> Pair:
    """Inspected and failed in all."""
    found = by(connection, narrow, span, first, last, "span")
    return found.get(span, (0, 0))


def matrix(connection: Connection, narrow: Narrow, first: date, last: date) -> Sequence[Any]:
    """Month × item × department by its name: rows (first, item, department, inspected, failed)."""
    c = answer_sums.c
    keys = (c.first, c.item_code, c.department)
    query = (
        select(*keys, func.sum(c.inspected), func.sum(c.failed))
        .where(c.span == MONTH, c.kind.in_(list(narrow.kinds) or [ALL]), c.first >= first, c.first <= last)
        .group_by(*keys)
    )
    if narrow.institutions:
        query = query.where(c.institution_id.in_(list(narrow.institutions)))
    return connection.execute(query).all()


def cases_received(
    connection: Connection, since: datetime, until: datetime, homes: Sequence[UUID], levels: Sequence[int]
) -> dict[UUID, int]:
    """Cases received from a moment until before another, by institution; merged ones are counted where they went."""
    c = cases.c
    query = select(c.institution_id, func.count()).group_by(c.institution_id)
    return {home: int(count) for home, count in connection.execute(_received(query, since, until, homes, levels))}


def first_case(connection: Connection) -> datetime | None:
    """When the first case of all was received: before it none could be."""
    first = connection.execute(select(func.min(cases.c.received_at, type_=cases.c.received_at.type))).scalar()
    return first if isinstance(first, datetime) else None


def subjects(
    connection: Connection, since: datetime, until: datetime, homes: Sequence[UUID], levels: Sequence[int]
) -> dict[str, int]:
    """Subjects of these cases by kind; those split off are counted with the case they became."""
    s = case_subjects.c
    query = (
        select(s.kind, func.count()).join(cases, cases.c.id == s.case_id).where(s.split_to.is_(None)).group_by(s.kind)
    )
    return {kind: int(count) for kind, count in connection.execute(_received(query, since, until, homes, levels))}


def courses(
    connection: Connection, since: datetime, until: datetime, homes: Sequence[UUID], levels: Sequence[int]
) -> list[tuple[datetime, datetime | None]]:
    """When these cases were received and closed; None while open."""
    query = select(cases.c.received_at, cases.c.closed_at)
    rows = connection.execute(_received(query, since, until, homes, levels))
    return [(received, None if closed == FAR else closed) for received, closed in rows]


def clocks(
    connection: Connection,
    since: datetime,
    until: datetime,
    now: datetime,
    homes: Sequence[UUID],
    levels: Sequence[int],
) -> dict[str, Pair]:
    """Clocks due between two moments, by code: all that ended or are overdue, and those kept."""
    k = case_clocks.c
    late = func.sum((k.state == ClockState.LATE).cast(_INT) + ((k.stopped_at.is_(None)) & (k.due_at < now)).cast(_INT))
    kept = func.sum((k.state == ClockState.KEPT).cast(_INT))
    query = (
        select(k.code, late, kept)
        .join(cases, cases.c.id == k.case_id)
        .where(k.due_at >= since, k.due_at < until, cases.c.merged_into.is_(None))
        .group_by(k.code)
    )
    if homes:
        query = query.where(cases.c.institution_id.in_(list(homes)))
    if levels:
        query = query.where(cases.c.level.in_(list(levels)))
    found = ((code, int(late or 0), int(kept or 0)) for code, late, kept in connection.execute(query))
    return {code: (kept + late, kept) for code, late, kept in found if kept + late}


def fines(connection: Connection, first: date, last: date, homes: Sequence[UUID]) -> list[tuple[date, int]]:
    """Slips that were issued and stand: day of the act, fen."""
    c = slips.c
    query = select(c.act_day, c.total).where(
        c.state.in_([str(one) for one in TOLD]), c.act_day >= first, c.act_day <= last
    )
    if homes:
        query = query.where(c.institution_id.in_(list(homes)))
    return [(day, int(fen)) for day, fen in connection.execute(query)]


def points(connection: Connection, first: date, last: date, homes: Sequence[UUID]) -> list[tuple[date, int]]:
    """Staff points that hold, by day."""
    c = staff_points.c
    query = select(c.day, c.points).where(c.day >= first, c.day <= last, c.state == PointsState.STANDS)
    if homes:
        query = query.where(c.institution_id.in_(list(homes)))
    return [(day, int(number)) for day, number in connection.execute(query)]


def people_seen(connection: Connection) -> dict[UUID, datetime]:
    """When each person was last on a finished round."""
    query = (
        select(stops.c.employee_id, func.max(rounds.c.started_at, type_=rounds.c.started_at.type))
        .join(rounds, rounds.c.id == stops.c.round_id)
        .where(rounds.c.state == RoundState.FINISHED, stops.c.employee_id.is_not(None))
        .group_by(stops.c.employee_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def items_seen(connection: Connection, homes: Sequence[UUID]) -> dict[str, date]:
    """The last week, by its Monday, in which each item was inspected."""
    c = answer_sums.c
    query = (
        select(c.item_code, func.max(c.first, type_=c.first.type))
        .where(c.span == "week", c.kind == ALL)
        .group_by(c.item_code)
    )
    if homes:
        query = query.where(c.institution_id.in_(list(homes)))
    return {row[0]: row[1] for row in connection.execute(query)}


@dataclass(frozen=True)
class ClosedMeasure:
    """A measure put into effect: when it was reported done or closed, where, against which items."""

    id: UUID
    number: str
    task: str
    day: date
    institution_id: UUID
    department_id: UUID | None
    items: tuple[str, ...]


def measures_done(connection: Connection, first: date, last: date, homes: Sequence[UUID]) -> list[ClosedMeasure]:
    """Measures done and closed within two days, newest first."""
    c = measures.c
    query = select(c.id, c.number, c.task, c.done_on, c.closed_on, c.institution_id, c.department_id).where(
        c.state == MeasureState.CLOSED, c.closed_on >= first, c.closed_on <= last
    )
    if homes:
        query = query.where(c.institution_id.in_(list(homes)))
    rows = connection.execute(query.order_by(c.closed_on.desc(), c.number)).all()
    o = measure_origins.c
    items: dict[UUID, list[str]] = {}
    for key, code in connection.execute(
        select(o.measure_id, o.item_code).where(o.measure_id.in_([row.id for row in rows]), o.item_code != "")
    ):
        items.setdefault(key, []).append(code)
    return [
        ClosedMeasure(
            row.id, row.number, row.task, row.done_on or row.closed_on, row.institution_id, row.department_id,
            tuple(dict.fromkeys(items.get(row.id, ()))),
        )
        for row in rows
    ]  # fmt: skip


def names_of(connection: Connection, people: Sequence[UUID]) -> dict[UUID, str]:
    """Names of employees."""
    query = select(employees.c.id, employees.c.name).where(employees.c.id.in_(list(people)))
    return {row[0]: row[1] for row in connection.execute(query)}


def homes_of(connection: Connection) -> dict[UUID, str]:
    """Names of all institutions."""
    return {row[0]: row[1] for row in connection.execute(select(institutions.c.id, institutions.c.name))}


def _received(
    query: Select[Any], since: datetime, until: datetime, homes: Sequence[UUID], levels: Sequence[int]
) -> Select[Any]:
    c = cases.c
    query = query.where(c.received_at >= since, c.received_at < until, c.merged_into.is_(None))
    if homes:
        query = query.where(c.institution_id.in_(list(homes)))
    if levels:
        query = query.where(c.level.in_(list(levels)))
    return query
