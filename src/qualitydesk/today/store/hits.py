"""What a typed word may mean: people by name, rounds, slips, measures, requests and wishes by number, a few of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, case, or_, select

from qualitydesk.basics.initials import MOST_LETTERS
from qualitydesk.complaints.store.request_tables import requests, wishes
from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.store.tables import rounds
from qualitydesk.measures.store.tables import measures
from qualitydesk.penalties.store import slips

Row = tuple[UUID, str, str, str, str]
"""id, number, name or words, institution, state or kind."""


def people(connection: Connection, text: str, limit: int) -> list[Row]:
    """Employees by the start of their number, part of their name or the start of its initials; who is here first."""
    meant: list[ColumnElement[bool]] = [
        employees.c.number.istartswith(text, autoescape=True),
        employees.c.name.icontains(text, autoescape=True),
    ]
    if text.isascii() and text.isalpha():
        meant.append(employees.c.initials.contains(f" {text.casefold()[:MOST_LETTERS]}", autoescape=True))
    query = (
        select(employees.c.id, employees.c.number, employees.c.name)
        .where(or_(*meant))
        .order_by(
            case((employees.c.left_on.is_(None), 0), else_=1),
            case((employees.c.number == text, 0), (employees.c.name.istartswith(text, autoescape=True), 1), else_=2),
            employees.c.name,
            employees.c.id,
        )
        .limit(limit)
    )
    return [(row.id, row.number, row.name, "", "") for row in connection.execute(query)]


def by_number(connection: Connection, text: str, limit: int) -> Iterator[tuple[str, list[Row]]]:
    """Whatever else has a number that holds the text: (kind, rows), the newest first."""
    for name, table, words, state, at in (
        ("round", rounds, rounds.c.kind, rounds.c.state, rounds.c.started_at),
        ("slip", slips, employees.c.name, slips.c.state, slips.c.proposed_at),
        ("measure", measures, measures.c.task, measures.c.state, measures.c.opened_at),
        ("request", requests, requests.c.words, requests.c.state, requests.c.received_at),
        ("wish", wishes, wishes.c.words, wishes.c.state, wishes.c.received_at),
    ):
        query: Select[Any] = (
            select(table.c.id, table.c.number, words, institutions.c.name, state)
            .select_from(_joined(table))
            .where(table.c.number.icontains(text, autoescape=True))
            .order_by(_exact(table.c.number, text), at.desc(), table.c.id)
            .limit(limit)
        )
        yield name, _rows(connection, query)


def of_ids(connection: Connection, kind: str, ids: list[UUID]) -> list[Row]:
    """The present rows of what was opened lately, in no order; what is gone is missing."""
    if kind == "employee":
        query: Select[Any] = select(employees.c.id, employees.c.number, employees.c.name).where(employees.c.id.in_(ids))
        return [(row.id, row.number, row.name, "", "") for row in connection.execute(query)]
    known: dict[str, tuple[Table, ColumnElement[str]]] = {
        "round": (rounds, rounds.c.kind),
        "slip": (slips, employees.c.name),
        "measure": (measures, measures.c.task),
        "request": (requests, requests.c.words),
        "wish": (wishes, wishes.c.words),
    }
    table, words = known[kind]
    wanted: Select[Any] = (
        select(table.c.id, table.c.number, words, institutions.c.name, table.c.state)
        .select_from(_joined(table))
        .where(table.c.id.in_(ids))
    )
    return _rows(connection, wanted)


def _rows(connection: Connection, query: Select[Any]) -> list[Row]:
    return [(row[0], row[1] or "", row[2], row[3], row[4]) for row in connection.execute(query)]


def _joined(table: Table) -> Any:
    found = table.join(institutions, institutions.c.id == table.c.institution_id)
    return found.join(employees, employees.c.id == slips.c.employee_id) if table is slips else found


def _exact(number: Column[str], text: str) -> Any:
    """A number that ends in what was typed is most likely the one meant."""
    return case((number.iendswith(text, autoescape=True), 0), else_=1)
