"""What a trial of rules reads at once: who acted in a span, lines of any day from memory, cases, points. Read only."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, or_, select

from qualitydesk.complaints.store.tables import cases
from qualitydesk.directory.store import departments, employees, institutions
from qualitydesk.directory.store.tables import head_terms, placements, superior_terms
from qualitydesk.inspections.store.tables import findings
from qualitydesk.penalties.model import Decision, Person, SlipState, Superiors
from qualitydesk.penalties.model.points import DayAct, PointsState
from qualitydesk.penalties.store.reward_tables import staff_points
from qualitydesk.penalties.store.tables import slips


@dataclass(frozen=True)
class Place:
    """Where somebody stood on a day."""

    institution_id: UUID
    institution: str
    department_id: UUID
    department: str


class _Terms:
    """Dated entries of many subjects: the latest one that had begun holds."""

    def __init__(self, rows: Iterable[tuple[UUID, date, Any]]) -> None:
        self._days: dict[UUID, list[date]] = defaultdict(list)
        self._values: dict[UUID, list[Any]] = defaultdict(list)
        for subject, since, value in rows:  # by day
            self._days[subject].append(since)
            self._values[subject].append(value)

    def on(self, subject: UUID, day: date) -> Any:
        """What holds on a day; None before the first entry."""
        at = bisect_right(self._days.get(subject, ()), day)
        return self._values[subject][at - 1] if at else None

    def first(self, subject: UUID) -> Any:
        """The first entry, which may only be coming."""
        return next(iter(self._values.get(subject, ())), None)


class Staff:
    """Names, places and superiors of all employees on any day, read once: a year's acts ask for them by the thousand.

    Says what `Directory.line_of` says.
    """

    def __init__(self, connection: Connection) -> None:
        named = select(employees.c.id, employees.c.number, employees.c.name)
        self.names = {row.id: (row.number, row.name) for row in connection.execute(named)}
        houses = select(
            departments.c.id,
            departments.c.name,
            institutions.c.id.label("house_id"),
            institutions.c.name.label("house"),
        ).join(institutions, institutions.c.id == departments.c.institution_id)
        self._places = {row.id: Place(row.house_id, row.house, row.id, row.name) for row in connection.execute(houses)}
        self._placed = _Terms(_dated(connection, placements, "employee_id", "department_id"))
        self._superiors = _Terms(_dated(connection, superior_terms, "employee_id", "superior_id"))
        self._heads = _Terms(_dated(connection, head_terms, "department_id", "employee_id"))

    def place(self, employee_id: UUID, day: date) -> Place | None:
        """Where somebody stood on a day, or stands first where he had not come yet."""
        department = self._placed.on(employee_id, day) or self._placed.first(employee_id)
        return self._places.get(department)

    def line(self, employee_id: UUID, day: date) -> Superiors:
        """Who stood above an employee on a day."""
        department = self._placed.on(employee_id, day)
        if department is None:
            return Superiors()
        superior, head = self._superiors.on(employee_id, day), self._heads.on(department, day)
        return Superiors(self._person(superior, day), self._person(head, day))

    def person(self, employee_id: UUID) -> Person:
        """An employee by name."""
        return Person(employee_id, self.names[employee_id][1])

    def _person(self, employee_id: UUID | None, day: date) -> Person | None:
        if employee_id is None or self._placed.on(employee_id, day) is None:
            return None
        return self.person(employee_id)


def _dated(connection: Connection, table: Table, subject: str, value: str) -> list[tuple[UUID, date, Any]]:
    query: Select[Any] = select(table.c[subject], table.c.since, table.c[value]).order_by(table.c.since)
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def found_on(connection: Connection, since: datetime, until: datetime) -> list[UUID]:
    """The employees with a finding that counts from `since` until before `until`."""
    query = (
        select(findings.c.employee_id)
        .where(
            findings.c.found_at >= since,
            findings.c.found_at < until,
            findings.c.employee_id.is_not(None),
            findings.c.standing == "counts",
        )
        .distinct()
    )
    return sorted(connection.execute(query).scalars())


def slips_of(connection: Connection, first: date, last: date) -> list[tuple[UUID, UUID | None, UUID | None, Decision]]:
    """The slips that stand and keep an act of their own of these days: employee, round, free act, decision."""
    query: Select[Any] = select(
        slips.c.employee_id, slips.c.round_id, slips.c.act_id, slips.c.decision
    ).where(
        slips.c.act_day.between(first, last),
        slips.c.state != SlipState.WITHDRAWN,
        or_(slips.c.round_id.is_not(None), slips.c.act_id.is_not(None)),
    ).order_by(slips.c.proposed_at, slips.c.id)  # fmt: skip
    found = []
    for row in connection.execute(query):
        raw = row.decision
        if row.act_id is not None or raw["choice"].get("added"):
            found.append((row.employee_id, row.round_id, row.act_id, Decision.from_json(raw)))
    return found


def taken_back(connection: Connection) -> set[tuple[UUID, UUID]]:
    """(case, employee) of which every slip was withdrawn."""
    query: Select[Any] = select(slips.c.case_id, slips.c.employee_id, slips.c.state).where(slips.c.case_id.is_not(None))
    gone: set[tuple[UUID, UUID]] = set()
    stands: set[tuple[UUID, UUID]] = set()
    for row in connection.execute(query):
        (gone if row.state == SlipState.WITHDRAWN else stands).add((row.case_id, row.employee_id))
    return gone - stands


def cases_of(connection: Connection, first: date, last: date, since: datetime, until: datetime) -> list[UUID]:
    """The cases not merged whose day lies in the span: when it happened, else the moment of receipt."""
    happened = cases.c.happened_on.between(first, last)
    received = cases.c.happened_on.is_(None) & (cases.c.received_at >= since) & (cases.c.received_at < until)
    query = select(cases.c.id).where(cases.c.merged_into.is_(None), happened | received)
    return list(connection.execute(query.order_by(cases.c.received_at, cases.c.id)).scalars())


def pointed(connection: Connection, first: date, last: date) -> list[UUID]:
    """The employees with an entry of points that stands on these days."""
    query = select(staff_points.c.employee_id).where(staff_points.c.day.between(first, last), _STANDS).distinct()
    return sorted(connection.execute(query).scalars())


def acts_of(connection: Connection, employee_ids: Sequence[UUID]) -> dict[UUID, list[tuple[date, DayAct]]]:
    """Every entry of points of these people that stands, with its day, in the order they happened."""
    query = (
        select(
            staff_points.c.employee_id, staff_points.c.day, staff_points.c.id, staff_points.c.act, staff_points.c.at,
            staff_points.c.recorded_at,
        )
        .where(staff_points.c.employee_id.in_(list(employee_ids)), _STANDS)
        .order_by(staff_points.c.at, staff_points.c.recorded_at, staff_points.c.id)
    )  # fmt: skip
    found: dict[UUID, list[tuple[date, DayAct]]] = {}
    for row in connection.execute(query):
        act = DayAct(row.id, row.act, row.at, row.recorded_at)
        found.setdefault(row.employee_id, []).append((row.day, act))
    return found


_STANDS = staff_points.c.state == PointsState.STANDS
