"""Rows of the directory one by one and by kind. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, and_, insert, select

from qualitydesk.directory.model import (
    Department,
    Employee,
    Group,
    HeadTerm,
    Institution,
    Place,
    PlaceKind,
    Placement,
    Post,
    Region,
    Sex,
    SuperiorTerm,
)
from qualitydesk.directory.store.tables import (
    departments,
    employees,
    groups,
    head_terms,
    institutions,
    placements,
    places,
    posts,
    superior_terms,
    users,
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


def place_rows(connection: Connection, institution_id: UUID | None = None, *, active_only: bool = False) -> list[Place]:
    query = select(places).order_by(places.c.institution_id, places.c.name)
    if institution_id is not None:
        query = query.where(places.c.institution_id == institution_id)
    if active_only:
        query = query.where(places.c.active)
    return [
        Place(row.id, row.institution_id, row.name, PlaceKind(row.kind), row.active, row.revision)
        for row in connection.execute(query)
    ]


def employee(connection: Connection, employee_id: UUID) -> Employee | None:
    row = connection.execute(select(employees).where(employees.c.id == employee_id)).first()
    if row is None:
        return None
    return Employee(row.id, row.number, row.name, Sex(row.sex), row.hired_on, row.left_on, row.revision, row.left_why)


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


def user_employees(connection: Connection) -> list[UUID]:
    return list(connection.scalars(select(users.c.employee_id).order_by(users.c.created_at, users.c.id)))
