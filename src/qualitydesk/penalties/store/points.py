"""Staff points: rows in, values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, case, func, or_, select, update

from qualitydesk.directory.store import departments, employees, institutions
from qualitydesk.penalties.model.points import (
    DayAct,
    IntegrityAct,
    PersonMonth,
    PointsFilter,
    PointsLine,
    PointsState,
    Scored,
    TeamMonth,
)
from qualitydesk.penalties.model.slip import SlipState
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.store.reward_tables import staff_points as points
from qualitydesk.penalties.store.tables import slips
from qualitydesk.storage.paging import page

_STANDS = points.c.state == PointsState.STANDS


def _lines() -> Select[Any]:
    """The columns of `PointsLine` by name."""
    return (
        select(
            points.c.id,
            points.c.employee_id,
            employees.c.number.label("employee_number"),
            employees.c.name.label("employee"),
            points.c.institution_id,
            institutions.c.name.label("institution"),
            points.c.department_id,
            departments.c.name.label("department"),
            points.c.act,
            points.c.row_code.label("row"),
            points.c.at,
            points.c.day,
            points.c.points,
            points.c.team_points,
            points.c.nth,
            points.c.note,
            points.c.other_act,
            points.c.state,
            points.c.recorded_at,
            points.c.reason,
            points.c.revision,
        )
        .join(employees, employees.c.id == points.c.employee_id)
        .join(institutions, institutions.c.id == points.c.institution_id)
        .join(departments, departments.c.id == points.c.department_id)
    )


def _line(row: Row[Any]) -> PointsLine:
    return PointsLine(**{**row._mapping, "state": PointsState(row.state)})


def points_lines(
    connection: Connection, wanted: PointsFilter, *, after: tuple[datetime, UUID] | None, limit: int | None
) -> list[PointsLine]:
    """A page of entries, newest act first."""
    query = _lines()
    if wanted.month is not None:
        query = query.where(points.c.day >= wanted.month, points.c.day < month_after(wanted.month))
    if wanted.institution_id is not None:
        query = query.where(points.c.institution_id == wanted.institution_id)
    if wanted.employee_id is not None:
        query = query.where(points.c.employee_id == wanted.employee_id)
    if wanted.standing_only:
        query = query.where(_STANDS)
    if wanted.text:
        query = query.where(
            or_(
                employees.c.number.istartswith(wanted.text, autoescape=True),
                employees.c.name.icontains(wanted.text, autoescape=True),
                points.c.note.icontains(wanted.text, autoescape=True),
            )
        )
    query = page(query, points.c.at, points.c.id, after, limit, descending=True)
    return [_line(row) for row in connection.execute(query)]


def points_line(connection: Connection, entry_id: UUID) -> PointsLine | None:
    row = connection.execute(_lines().where(points.c.id == entry_id)).first()
    return _line(row) if row else None


def day_acts(connection: Connection, employee_id: UUID, day: date) -> dict[UUID, tuple[DayAct, Scored]]:
    """The standing acts of one employee and day with what they were scored so far."""
    query = select(
        points.c.id,
        points.c.act,
        points.c.at,
        points.c.recorded_at,
        points.c.points,
        points.c.team_points,
        points.c.nth,
    ).where(points.c.employee_id == employee_id, points.c.day == day, _STANDS)
    return {
        row.id: (DayAct(row.id, row.act, row.at, row.recorded_at), Scored(row.points, row.team_points, row.nth))
        for row in connection.execute(query)
    }


def rescore(connection: Connection, scored: Mapping[UUID, Scored]) -> None:
    """Another act of the day has changed what these come to; their revision stays, since nobody edited them."""
    for entry_id, one in scored.items():
        values = {"points": one.points, "team_points": one.team, "nth": one.nth}
        connection.execute(update(points).where(points.c.id == entry_id).values(**values))


def slip_of_day(connection: Connection, employee_id: UUID, day: date) -> str | None:
    """The number of a slip that stands for an act of this employee on that day."""
    query = (
        select(slips.c.number)
        .where(slips.c.employee_id == employee_id, slips.c.act_day == day, slips.c.state != SlipState.WITHDRAWN)
        .order_by(slips.c.number)
        .limit(1)
    )
    return connection.execute(query).scalar()


_TEAM_MINUS = func.coalesce(func.sum(case((points.c.team_points < 0, points.c.team_points), else_=0)), 0)
_TEAM_PLUS = func.coalesce(func.sum(case((points.c.team_points > 0, points.c.team_points), else_=0)), 0)


def person_months(
    connection: Connection,
    first: date,
    end: date,
    *,
    institution_id: UUID | None = None,
    employee_id: UUID | None = None,
) -> list[PersonMonth]:
    """What the standing acts from `first` until before `end` come to, by employee and month, by staff number.

    The department and institution are those of the employee's last act of the month.
    """
    query = (
        select(
            points.c.employee_id,
            employees.c.number,
            employees.c.name,
            points.c.day,
            points.c.institution_id,
            institutions.c.name.label("institution"),
            points.c.department_id,
            departments.c.name.label("department"),
            points.c.points,
        )
        .join(employees, employees.c.id == points.c.employee_id)
        .join(institutions, institutions.c.id == points.c.institution_id)
        .join(departments, departments.c.id == points.c.department_id)
        .where(points.c.day >= first, points.c.day < end, _STANDS)
        .order_by(employees.c.number, points.c.at, points.c.id)
    )
    if institution_id is not None:
        query = query.where(points.c.institution_id == institution_id)
    if employee_id is not None:
        query = query.where(points.c.employee_id == employee_id)
    found: dict[tuple[UUID, date], PersonMonth] = {}
    for row in connection.execute(query):
        month = row.day.replace(day=1)
        before = found.get((row.employee_id, month))
        found[row.employee_id, month] = PersonMonth(
            employee_id=row.employee_id,
            number=row.number,
            name=row.name,
            institution_id=row.institution_id,
            institution=row.institution,
            department_id=row.department_id,
            department=row.department,
            month=month,
            minus=min(row.points, 0) + (before.minus if before else 0),
            plus=max(row.points, 0) + (before.plus if before else 0),
            acts=1 + (before.acts if before else 0),
        )
    return list(found.values())


def team_months(
    connection: Connection, first: date, end: date, *, institution_id: UUID | None = None
) -> list[TeamMonth]:
    """The teams' own points by month; only months with any."""
    query = (
        select(
            points.c.department_id,
            departments.c.name.label("department"),
            points.c.institution_id,
            institutions.c.name.label("institution"),
            points.c.day,
            _TEAM_MINUS.label("minus"),
            _TEAM_PLUS.label("plus"),
        )
        .join(institutions, institutions.c.id == points.c.institution_id)
        .join(departments, departments.c.id == points.c.department_id)
        .where(points.c.day >= first, points.c.day < end, _STANDS, points.c.team_points != 0)
        .group_by(
            points.c.department_id, departments.c.name, points.c.institution_id, institutions.c.name, points.c.day
        )
        .order_by(institutions.c.name, departments.c.name, points.c.day)
    )
    if institution_id is not None:
        query = query.where(points.c.institution_id == institution_id)
    found: dict[tuple[UUID, date], TeamMonth] = {}
    for row in connection.execute(query):
        month = row.day.replace(day=1)
        before = found.get((row.department_id, month))
        found[row.department_id, month] = TeamMonth(
            row.department_id,
            row.department,
            row.institution_id,
            row.institution,
            month,
            int(row.minus) + (before.minus if before else 0),
            int(row.plus) + (before.plus if before else 0),
        )
    return list(found.values())


def integrity_acts(connection: Connection, rows: Sequence[str], first: date, end: date) -> list[IntegrityAct]:
    """The standing acts of these rows in a span, each with how often the employee did the same before."""
    query = (
        select(
            points.c.id,
            points.c.employee_id,
            employees.c.name,
            points.c.act,
            points.c.row_code,
            points.c.day,
            institutions.c.name.label("institution"),
        )
        .join(employees, employees.c.id == points.c.employee_id)
        .join(institutions, institutions.c.id == points.c.institution_id)
        .where(points.c.row_code.in_(rows), points.c.day < end, _STANDS)
        .order_by(points.c.at, points.c.recorded_at, points.c.id)
    )
    seen: dict[tuple[UUID, str], int] = {}
    found: list[IntegrityAct] = []
    for row in connection.execute(query):
        before = seen.get((row.employee_id, row.act), 0)
        seen[row.employee_id, row.act] = before + 1
        if row.day >= first:
            found.append(
                IntegrityAct(row.employee_id, row.name, row.act, row.row_code, row.day, before, row.id, row.institution)
            )
    return found


def praised(connection: Connection, row_code: str, first: date, end: date) -> dict[UUID, int]:
    """How often customers praised each employee in a span."""
    query = (
        select(points.c.employee_id, func.count())
        .where(points.c.row_code == row_code, points.c.day >= first, points.c.day < end, _STANDS)
        .group_by(points.c.employee_id)
    )
    return {employee: int(count) for employee, count in connection.execute(query)}


def slips_in(connection: Connection, first: date, end: date) -> dict[UUID, int]:
    """How many slips that stand each employee has for acts of a span."""
    query = (
        select(slips.c.employee_id, func.count())
        .where(slips.c.act_day >= first, slips.c.act_day < end, slips.c.state != SlipState.WITHDRAWN)
        .group_by(slips.c.employee_id)
    )
    return {employee: int(count) for employee, count in connection.execute(query)}
