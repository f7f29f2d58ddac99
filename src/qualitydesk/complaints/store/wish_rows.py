"""Customers' wishes: one in full, filtered pages, counts, praise by employee."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, delete, func, insert, or_, select

from qualitydesk.complaints.model.wishes import (
    WAITING,
    Praised,
    WishAbout,
    WishFilter,
    WishKind,
    WishLine,
    WishOutcome,
    WishState,
)
from qualitydesk.complaints.model.words import Channel
from qualitydesk.complaints.store.request_tables import wish_people, wishes
from qualitydesk.complaints.store.tables import cases
from qualitydesk.directory.store import departments, employees, institutions
from qualitydesk.storage import search
from qualitydesk.storage.paging import page

KIND = "wish"
"""Under which the search keeps wishes."""
SORTS = {"received_at": wishes.c.received_at, "number": wishes.c.number}
Span = tuple[datetime | None, datetime | None]
_TO = employees.alias("forwarded_to")
_COLUMNS = 17


@cache
def line_query() -> Select[Any]:
    """Every column of a line but the employees named, of all wishes."""
    c = wishes.c
    return (
        select(
            c.id,
            c.number,
            c.kind,
            c.state,
            c.institution_id,
            institutions.c.name.label("institution"),
            c.channel,
            c.about,
            c.party,
            c.customer_id,
            func.coalesce(departments.c.name, "").label("department"),
            func.coalesce(_TO.c.name, "").label("employee"),
            c.outcome,
            c.words,
            c.received_at,
            c.answered_at,
            c.revision,
        )
        .join(institutions, institutions.c.id == c.institution_id)
        .outerjoin(departments, departments.c.id == c.department_id)
        .outerjoin(_TO, _TO.c.id == c.employee_id)
    )


def line_of(row: Row[Any]) -> WishLine:
    """A row of `line_query` as a value."""
    values: list[Any] = list(row)[:_COLUMNS]
    values[2], values[3], values[6] = WishKind(values[2]), WishState(values[3]), Channel(values[6])
    values[7] = WishAbout(values[7]) if values[7] else None
    values[12] = WishOutcome(values[12]) if values[12] else None
    return WishLine(*values)


def lines(
    connection: Connection,
    wanted: WishFilter,
    span: Span,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[WishLine]:
    """A page by (sort, id) from behind `after`; `span`: received, from one moment to before another."""
    query = _narrowed(connection, line_query(), wanted, span)
    query = page(query, SORTS[sort], wishes.c.id, after, limit, descending=descending)
    found = [line_of(row) for row in connection.execute(query).all()]
    named = people(connection, [line.id for line in found])
    return [replace(line, named=tuple(named.get(line.id, ()))) for line in found]


def count(connection: Connection, wanted: WishFilter, span: Span) -> int:
    """How many fit."""
    query = _narrowed(connection, select(func.count()).select_from(wishes), wanted, span)
    return connection.scalar(query) or 0


def _narrowed(connection: Connection, query: Select[Any], wanted: WishFilter, span: Span) -> Select[Any]:
    c = wishes.c
    for name in ("state", "kind", "institution_id", "channel", "about", "outcome", "department_id"):
        if (value := getattr(wanted, name)) is not None:
            query = query.where(c[name] == value)
    if wanted.waiting:
        query = query.where(c.state.in_(WAITING))
    if wanted.employee_id is not None:
        named = select(wish_people.c.wish_id).where(wish_people.c.employee_id == wanted.employee_id)
        query = query.where(or_(c.employee_id == wanted.employee_id, c.id.in_(named)))
    if wanted.customer_ids:
        query = query.where(c.customer_id.in_(wanted.customer_ids))
    first, before = span
    if first is not None:
        query = query.where(c.received_at >= first)
    if before is not None:
        query = query.where(c.received_at < before)
    return query.where(search.holds(connection, KIND, wanted.text, c.id))


def people(connection: Connection, wish_ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """The employees named, in the order told, by wish."""
    query = (
        select(wish_people.c.wish_id, employees.c.id, employees.c.name)
        .join(employees, employees.c.id == wish_people.c.employee_id)
        .where(wish_people.c.wish_id.in_(wish_ids))
        .order_by(wish_people.c.wish_id, wish_people.c.position)
    )
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for wish_id, employee_id, name in connection.execute(query):
        found.setdefault(wish_id, []).append((employee_id, name))
    return found


def put_people(connection: Connection, wish_id: UUID, employee_ids: Iterable[UUID]) -> None:
    """These in place of those before."""
    connection.execute(delete(wish_people).where(wish_people.c.wish_id == wish_id))
    rows = [{"wish_id": wish_id, "position": at, "employee_id": one} for at, one in enumerate(employee_ids)]
    if rows:
        connection.execute(insert(wish_people), rows)


def counts(connection: Connection) -> Mapping[WishState, int]:
    """How many stand in each state."""
    query = select(wishes.c.state, func.count()).group_by(wishes.c.state)
    return {WishState(state): number for state, number in connection.execute(query)}


def wish(connection: Connection, wish_id: UUID) -> tuple[WishLine, Row[Any]] | None:
    """The line, and its row with the rest."""
    who = {name: employees.alias(name) for name in ("receiver", "forwarder", "answerer")}
    c = wishes.c
    query = line_query().add_columns(
        c.party_sex,
        c.party_phone,
        c.anonymous,
        c.backdate_reason,
        c.department_id,
        c.employee_id,
        c.forwarded_at,
        c.answer,
        c.reason,
        c.case_id,
        cases.c.number.label("case_number"),
        *(alias.c.name.label(name) for name, alias in who.items()),
    )
    for name, column in (("receiver", c.received_by), ("forwarder", c.forwarded_by), ("answerer", c.answered_by)):
        query = query.outerjoin(who[name], who[name].c.id == column)
    row = connection.execute(query.outerjoin(cases, cases.c.id == c.case_id).where(c.id == wish_id)).first()
    if row is None:
        return None
    named = people(connection, [wish_id]).get(wish_id, ())
    return replace(line_of(row), named=tuple(named)), row


def praise(connection: Connection, first: datetime, before: datetime) -> list[Praised]:
    """Every employee praised between two moments, by the day of receipt."""
    c = wishes.c
    query = (
        select(c.id, c.number, c.received_at, wish_people.c.employee_id, c.words)
        .join(wish_people, wish_people.c.wish_id == c.id)
        .where(c.kind == WishKind.PRAISE, c.received_at >= first, c.received_at < before)
        .order_by(c.received_at, c.id, wish_people.c.position)
    )
    return [Praised(*row) for row in connection.execute(query)]
