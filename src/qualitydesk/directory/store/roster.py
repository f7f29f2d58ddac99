"""Rows in bulk, for files of people: everything that is known at once, many new people at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, insert, select

from qualitydesk.directory.model import Employee, HeadTerm, KnownPeople, Placement, Sex, SuperiorTerm
from qualitydesk.directory.store.rows import department_rows, institution_rows, post_rows, superiors_of_all
from qualitydesk.directory.store.tables import employees, head_terms, placements

_AT_ONCE = 500


def known_people(connection: Connection, today: date) -> KnownPeople:
    """Everybody with every term, and what they may be put into."""
    places: dict[UUID, list[Placement]] = {}
    for row in connection.execute(select(placements).order_by(placements.c.since)):
        places.setdefault(row.employee_id, []).append(Placement(*row))
    above: dict[UUID, list[SuperiorTerm]] = {}
    for term in superiors_of_all(connection):
        above.setdefault(term.employee_id, []).append(term)
    heads: dict[UUID, list[HeadTerm]] = {}
    for row in connection.execute(select(head_terms).order_by(head_terms.c.since)):
        heads.setdefault(row.department_id, []).append(HeadTerm(*row))
    return KnownPeople(
        today,
        tuple(institution_rows(connection)),
        tuple(department_rows(connection)),
        tuple(post_rows(connection)),
        {found.number: found for found in _everybody(connection)},
        {who: tuple(terms) for who, terms in places.items()},
        {who: tuple(terms) for who, terms in above.items()},
        {department: tuple(terms) for department, terms in heads.items()},
    )


def numbers(connection: Connection) -> dict[UUID, str]:
    """The staff number of everybody by id."""
    return {row.id: row.number for row in connection.execute(select(employees.c.id, employees.c.number))}


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add many rows of one table, some hundred at a time."""
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(table), [dict(row) for row in rows[at : at + _AT_ONCE]])


def _everybody(connection: Connection) -> Iterable[Employee]:
    for row in connection.execute(select(employees).order_by(employees.c.number)):
        yield Employee(
            row.id, row.number, row.name, Sex(row.sex), row.hired_on, row.left_on, row.revision, row.left_why
        )
