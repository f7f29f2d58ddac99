"""People as they stood on a day: lists by pages, one person, several by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Table, and_, bindparam, exists, func, literal, or_, select
from sqlalchemy.sql.elements import ColumnElement

from qualitydesk.basics.initials import MOST_LETTERS
from qualitydesk.directory.model import EmployeeFilter, Person, Sex
from qualitydesk.directory.store.tables import (
    absences,
    departments,
    employees,
    institutions,
    placements,
    posts,
    superior_terms,
)
from qualitydesk.storage.base import Day, Id
from qualitydesk.storage.paging import page

_DAY = bindparam("as_of", type_=Day)


def _holding(table: Table, coming: bool) -> ColumnElement[bool]:
    """Join condition: the row of `table` that holds for the employee on `_DAY`; with `coming` else the first one."""
    inner = table.alias()
    own = inner.c.employee_id == employees.c.id
    held = select(func.max(inner.c.since)).where(own, inner.c.since <= _DAY).correlate_except(inner).scalar_subquery()
    first = select(func.min(inner.c.since)).where(own).correlate_except(inner).scalar_subquery()
    return and_(
        table.c.employee_id == employees.c.id, table.c.since == (func.coalesce(held, first) if coming else held)
    )


@cache  # building the statement costs ten times what running it does
def _people(coming: bool = False) -> Select[Any]:
    above = employees.alias("above")
    return (
        select(
            employees.c.id,
            employees.c.number,
            employees.c.name,
            employees.c.sex,
            departments.c.institution_id,
            institutions.c.name.label("institution"),
            departments.c.id.label("department_id"),
            departments.c.name.label("department"),
            posts.c.id.label("post_id"),
            posts.c.code.label("post_code"),
            posts.c.name.label("post"),
            superior_terms.c.superior_id,
            func.coalesce(above.c.name, literal("")).label("superior"),
            employees.c.left_on,
            employees.c.hired_on,
            employees.c.revision,
            employees.c.initials,
        )
        .select_from(employees)
        .join(placements, _holding(placements, coming))
        .join(departments, departments.c.id == placements.c.department_id)
        .join(institutions, institutions.c.id == departments.c.institution_id)
        .join(posts, posts.c.id == placements.c.post_id)
        .outerjoin(superior_terms, _holding(superior_terms, coming))
        .outerjoin(above, above.c.id == superior_terms.c.superior_id)
    )


def _person(row: Row[Any]) -> Person:
    values = dict(row._mapping)
    return Person(**{**values, "sex": Sex(values["sex"])})


def person(connection: Connection, employee_id: UUID, day: date) -> Person | None:
    row = connection.execute(_one_person(), {"as_of": day, "who": employee_id}).first()
    return _person(row) if row else None


@cache
def _one_person() -> Select[Any]:
    return _people().where(employees.c.id == bindparam("who", type_=Id))


def people(
    connection: Connection,
    day: date,
    wanted: EmployeeFilter,
    *,
    after: tuple[str, UUID] | None = None,
    limit: int | None = None,
    sort: str = "number",
    descending: bool = False,
) -> list[Person]:
    """People as on `day`, by (sort, id) from behind `after`; `sort` is "number" or "name"."""
    query = _narrowed(_people(wanted.with_coming), wanted)
    query = page(query, employees.c[sort], employees.c.id, after, limit, descending=descending)
    return [_person(row) for row in connection.execute(query, {"as_of": day})]


def count_people(connection: Connection, day: date, wanted: EmployeeFilter) -> int:
    return connection.scalar(_narrowed(_counted(wanted.with_coming), wanted), {"as_of": day}) or 0


@cache
def _counted(coming: bool) -> Select[Any]:
    """As `_people` counts, without what only names things: every employee has one superior or none."""
    return (
        select(func.count())
        .select_from(employees)
        .join(placements, _holding(placements, coming))
        .join(departments, departments.c.id == placements.c.department_id)
    )


def _narrowed(query: Select[Any], wanted: EmployeeFilter) -> Select[Any]:
    if wanted.institution_id is not None:
        query = query.where(departments.c.institution_id == wanted.institution_id)
    if wanted.department_id is not None:
        query = query.where(departments.c.id == wanted.department_id)
    if not wanted.with_left:
        query = query.where(or_(employees.c.left_on.is_(None), employees.c.left_on > _DAY), ~_away())
    if wanted.text:
        query = query.where(or_(*_fitting(wanted.text)))
    return query


def _away() -> ColumnElement[bool]:
    """Whether the employee had left on `_DAY` and came back later."""
    return exists().where(
        absences.c.employee_id == employees.c.id, absences.c.left_on <= _DAY, absences.c.returned_on > _DAY
    )


def _fitting(text: str) -> Iterator[ColumnElement[bool]]:
    """What a typed word may be: the start of a number, part of a name, the start of the name's initials."""
    yield employees.c.number.istartswith(text, autoescape=True)
    yield employees.c.name.icontains(text, autoescape=True)
    typed = text.replace(" ", "").lower()
    if typed.isascii() and typed.isalpha():
        yield employees.c.initials.contains(f" {typed[:MOST_LETTERS]}", autoescape=True)


def people_by_id(connection: Connection, day: date, wanted: Sequence[UUID]) -> dict[UUID, Person]:
    rows = connection.execute(_people().where(employees.c.id.in_(wanted)), {"as_of": day})
    return {row.id: _person(row) for row in rows}
