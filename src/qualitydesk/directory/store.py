"""Rows of the directory and the questions asked of them. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Select,
    Table,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    insert,
    literal,
    or_,
    select,
)
from sqlalchemy.sql.elements import ColumnElement

from qualitydesk.directory.model import (
    Department,
    Employee,
    EmployeeFilter,
    Group,
    HeadTerm,
    Institution,
    Person,
    Placement,
    Post,
    Region,
    Sex,
    SuperiorTerm,
)
from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision
from qualitydesk.storage.paging import page

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Word(80), nullable=False),
    Column("zone", Word(40), nullable=False),
    revision(),
)
institutions = Table(
    "institutions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Word(6), nullable=False, unique=True),
    Column("name", Word(80), nullable=False),
    Column("region", Word(10), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
)
departments = Table(
    "departments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("name", Word(40), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
    UniqueConstraint("institution_id", "name"),
)
posts = Table(
    "posts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Word(40), nullable=False, unique=True),
    Column("name", Word(40), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
)
employees = Table(
    "employees",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(20), nullable=False, unique=True),
    Column("name", Word(40), nullable=False),
    Column("sex", Word(10), nullable=False),
    Column("hired_on", Day, nullable=False),
    Column("left_on", Day),
    revision(),
    Index("ix_employees_name_id", "name", "id"),
)
placements = Table(
    "placements",
    metadata,
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("department_id", Id, ForeignKey("departments.id"), nullable=False, index=True),
    Column("post_id", Id, ForeignKey("posts.id"), nullable=False),
)
superior_terms = Table(
    "superior_terms",
    metadata,
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("superior_id", Id, ForeignKey("employees.id"), index=True),
)
head_terms = Table(
    "head_terms",
    metadata,
    Column("department_id", Id, ForeignKey("departments.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), index=True),
)
users = Table(
    "users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)


def group(connection: Connection) -> Group | None:
    row = connection.execute(select(groups)).first()
    return Group(row.id, row.name, row.zone, row.revision) if row else None


def institution_rows(connection: Connection, *, active_only: bool = False) -> list[Institution]:
    query = select(institutions).order_by(institutions.c.code)
    if active_only:
        query = query.where(institutions.c.active)
    return [
        Institution(row.id, row.code, row.name, Region(row.region), row.active, row.revision)
        for row in connection.execute(query)
    ]


def department_rows(connection: Connection, institution_id: UUID | None = None) -> list[Department]:
    query = select(departments).order_by(departments.c.institution_id, departments.c.name)
    if institution_id is not None:
        query = query.where(departments.c.institution_id == institution_id)
    return [
        Department(row.id, row.institution_id, row.name, row.active, row.revision) for row in connection.execute(query)
    ]


def post_rows(connection: Connection) -> list[Post]:
    return [
        Post(row.id, row.code, row.name, row.active, row.revision)
        for row in connection.execute(select(posts).order_by(posts.c.code))
    ]


def employee(connection: Connection, employee_id: UUID) -> Employee | None:
    row = connection.execute(select(employees).where(employees.c.id == employee_id)).first()
    return (
        Employee(row.id, row.number, row.name, Sex(row.sex), row.hired_on, row.left_on, row.revision) if row else None
    )


def number_taken(connection: Connection, number: str, besides: UUID | None) -> bool:
    query = select(employees.c.id).where(employees.c.number == number)
    return any(found != besides for found in connection.scalars(query))


def placements_of(connection: Connection, employee_id: UUID) -> list[Placement]:
    query = select(placements).where(placements.c.employee_id == employee_id).order_by(placements.c.since)
    return [Placement(*row) for row in connection.execute(query)]


def superiors_of(connection: Connection, employee_id: UUID) -> list[SuperiorTerm]:
    query = select(superior_terms).where(superior_terms.c.employee_id == employee_id).order_by(superior_terms.c.since)
    return [SuperiorTerm(*row) for row in connection.execute(query)]


def heads_of(connection: Connection, department_id: UUID) -> list[HeadTerm]:
    query = select(head_terms).where(head_terms.c.department_id == department_id).order_by(head_terms.c.since)
    return [HeadTerm(*row) for row in connection.execute(query)]


def superiors_of_all(connection: Connection) -> list[SuperiorTerm]:
    query = select(superior_terms).order_by(superior_terms.c.since)
    return [SuperiorTerm(*row) for row in connection.execute(query)]


def heads_on(connection: Connection, day: date) -> dict[UUID, UUID]:
    """The head of each department on `day`; departments without one are left out."""
    query = select(head_terms).where(head_terms.c.since <= day).order_by(head_terms.c.since)
    found = {row.department_id: row.employee_id for row in connection.execute(query)}
    return {department: head for department, head in found.items() if head is not None}


def put_term(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Write a dated row, in place of one with the same first day."""
    where = and_(*(table.c[name] == value for name, value in key.items()))
    if connection.execute(table.update().where(where).values(**values)).rowcount == 0:
        connection.execute(insert(table).values(**key, **values))


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
    query = _wanted(wanted)
    query = page(query, employees.c[sort], employees.c.id, after, limit, descending=descending)
    return [_person(row) for row in connection.execute(query, {"as_of": day})]


def count_people(connection: Connection, day: date, wanted: EmployeeFilter) -> int:
    return connection.scalar(select(func.count()).select_from(_wanted(wanted).subquery()), {"as_of": day}) or 0


def _wanted(wanted: EmployeeFilter) -> Select[Any]:
    query = _people(wanted.with_coming)
    if wanted.institution_id is not None:
        query = query.where(departments.c.institution_id == wanted.institution_id)
    if wanted.department_id is not None:
        query = query.where(departments.c.id == wanted.department_id)
    if not wanted.with_left:
        query = query.where(or_(employees.c.left_on.is_(None), employees.c.left_on > _DAY))
    if wanted.text:
        query = query.where(
            or_(
                employees.c.number.istartswith(wanted.text, autoescape=True),
                employees.c.name.icontains(wanted.text, autoescape=True),
            )
        )
    return query


def people_by_id(connection: Connection, day: date, wanted: Sequence[UUID]) -> dict[UUID, Person]:
    rows = connection.execute(_people().where(employees.c.id.in_(wanted)), {"as_of": day})
    return {row.id: _person(row) for row in rows}


def user_employees(connection: Connection) -> list[UUID]:
    return list(connection.scalars(select(users.c.employee_id).order_by(users.c.created_at, users.c.id)))
