"""Purchases: rows in, lines and sums out. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from qualitydesk.basics.masking import masked
from qualitydesk.directory.store import employees, institutions
from qualitydesk.members.model import Typed
from qualitydesk.members.model.purchases import (
    PurchaseFilter,
    PurchaseKind,
    PurchaseLine,
    PurchaseState,
    PurchaseTotal,
)
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.search import hits_of
from qualitydesk.members.store.tables import customers
from qualitydesk.storage.paging import page

SORTS = {"day": purchases.c.day, "amount": purchases.c.amount}
_SPREAD = 400  # customers a text may mean at most when bills are looked for
_LAST = "\U0010ffff"
_back = purchases.alias("back")
_origin = purchases.alias("origin")


def window_sum(connection: Connection, member_id: UUID, start: date, end: date) -> int:
    """Fen that count for a member in [start, end), refunds taken off; read from the covering index alone.

    May be below zero where more was given back than paid: who judges cuts it off there.
    """
    c = purchases.c
    query = select(func.coalesce(func.sum(c.counts), 0)).where(
        c.member_id == member_id, c.counted_on >= start, c.counted_on < end
    )
    return int(connection.scalar(query) or 0)


def _lines() -> Select[Any]:
    given_back = (
        select(func.coalesce(-func.sum(_back.c.amount), 0))
        .where(_back.c.refund_of == purchases.c.id, _back.c.voided_at.is_(None))
        .scalar_subquery()
    )
    return (
        select(
            purchases,
            customers.c.name.label("customer"),
            customers.c.number.label("customer_number"),
            institutions.c.name.label("institution"),
            _origin.c.number.label("refund_number"),
            employees.c.name.label("recorded_by"),
            given_back.label("refunded"),
        )
        .join(customers, customers.c.id == purchases.c.customer_id)
        .join(institutions, institutions.c.id == purchases.c.institution_id)
        .outerjoin(_origin, _origin.c.id == purchases.c.refund_of)
        .outerjoin(employees, employees.c.id == purchases.c.entered_by)
    )


def _line(row: Row[Any]) -> PurchaseLine:
    """The customer's name is hidden before it leaves the store."""
    return PurchaseLine(
        row.id,
        row.number,
        row.customer_id,
        row.member_id,
        masked(row.customer),
        row.customer_number,
        row.institution_id,
        row.institution,
        row.day,
        PurchaseKind(row.kind),
        row.amount,
        row.counts,
        row.counted_on,
        row.refund_of,
        row.refund_number or "",
        int(row.refunded),
        row.voided_at,
        row.voided_why,
        row.note,
        row.recorded_at,
        row.recorded_by or "",
        row.revision,
    )


def lines(
    connection: Connection,
    wanted: PurchaseFilter,
    typed: Typed,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[PurchaseLine]:
    """A page by (sort, id) from behind `after`."""
    c = purchases.c
    which = page(
        _narrowed(connection, select(c.id), wanted, typed), SORTS[sort], c.id, after, limit, descending=descending
    )
    ids = list(connection.scalars(which))
    known = lines_of(connection, ids)
    return [known[one] for one in ids]


def lines_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, PurchaseLine]:
    """Several by their ids; what is unknown is left out."""
    found: dict[UUID, PurchaseLine] = {}
    for at in range(0, len(ids), 500):
        rows = connection.execute(_lines().where(purchases.c.id.in_(ids[at : at + 500])))
        found.update((row.id, _line(row)) for row in rows)
    return found


def total(connection: Connection, wanted: PurchaseFilter, typed: Typed) -> PurchaseTotal:
    """How many fit, what they come to."""
    amount = purchases.c.amount
    query = select(
        func.count(),
        func.coalesce(func.sum(amount).filter(amount > 0), 0),
        func.coalesce(-func.sum(amount).filter(amount < 0), 0),
    ).select_from(purchases)
    count, paid, refunded = connection.execute(_narrowed(connection, query, wanted, typed)).one()
    return PurchaseTotal(count, int(paid), int(refunded))


def _narrowed(connection: Connection, query: Select[Any], wanted: PurchaseFilter, typed: Typed) -> Select[Any]:
    c = purchases.c
    if wanted.first is not None:
        query = query.where(c.day >= wanted.first)
    if wanted.last is not None:
        query = query.where(c.day <= wanted.last)
    if wanted.institution_id is not None:
        query = query.where(c.institution_id == wanted.institution_id)
    if wanted.kind is not None:
        query = query.where(c.kind == wanted.kind)
    if wanted.customer_id is not None:
        query = query.where(or_(c.member_id == wanted.customer_id, c.customer_id == wanted.customer_id))
    if wanted.state is PurchaseState.VOIDED:
        query = query.where(c.voided_at.is_not(None))
    else:
        query = query.where(c.voided_at.is_(None))
    if wanted.state is PurchaseState.PAID:
        query = query.where(c.amount >= 0)
    if wanted.state is PurchaseState.REFUND:
        query = query.where(c.amount < 0)
    if text := wanted.text.strip():
        bills = or_(*((c.number >= one) & (c.number < one + _LAST) for one in dict.fromkeys((text, text.upper()))))
        who = hits_of(connection, typed, _SPREAD)
        query = query.where(or_(bills, c.member_id.in_(who)) if who else bills)
    return query


def of_number(connection: Connection, institution_id: UUID, number: str) -> UUID | None:
    """Which purchase bears this number there."""
    c = purchases.c
    return connection.scalar(select(c.id).where(c.institution_id == institution_id, c.number == number))


def refunds_of(connection: Connection, purchase_id: UUID) -> list[PurchaseLine]:
    """What was given back of it and is not voided, in the order of days."""
    query = _lines().where(purchases.c.refund_of == purchase_id, purchases.c.voided_at.is_(None))
    return [_line(row) for row in connection.execute(query.order_by(purchases.c.day, purchases.c.id))]


def follow(connection: Connection, purchase_id: UUID, values: Mapping[str, object]) -> None:
    """Whatever the refunds of a purchase take over from it: its customer, its day."""
    connection.execute(update(purchases).where(purchases.c.refund_of == purchase_id).values(**values))
