"""Purchases: rows in, lines and sums out. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, update

from qualitydesk.basics.masking import masked
from qualitydesk.directory.store import employees, institutions
from qualitydesk.members.model import LimitKind, Typed
from qualitydesk.members.model.purchases import (
    PurchaseFilter,
    PurchaseKind,
    PurchaseLine,
    PurchaseState,
    PurchaseTotal,
)
from qualitydesk.members.store.profile_tables import customer_limits
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.search import hits_of
from qualitydesk.members.store.tables import customers
from qualitydesk.storage.paging import page

SORTS = {"day": purchases.c.day, "amount": purchases.c.amount}
_SPREAD = 400  # customers a text may mean at most when bills are looked for
_KINDS = {one.value: one for one in PurchaseKind}
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
    """The columns of `_line`, in its order."""
    given_back = (
        select(func.coalesce(-func.sum(_back.c.amount), 0))
        .where(_back.c.refund_of == purchases.c.id, _back.c.voided_at.is_(None))
        .scalar_subquery()
    )
    c = purchases.c
    return (
        select(
            c.id, c.number, c.customer_id, c.member_id, customers.c.name, customers.c.number, c.institution_id,
            institutions.c.name, c.day, c.kind, c.amount, c.counts, c.counted_on, c.refund_of, _origin.c.number,
            given_back, c.voided_at, c.voided_why, c.note, c.recorded_at, employees.c.name, c.revision,
        )
        .join(customers, customers.c.id == c.customer_id)
        .join(institutions, institutions.c.id == c.institution_id)
        .outerjoin(_origin, _origin.c.id == c.refund_of)
        .outerjoin(employees, employees.c.id == c.entered_by)
    )  # fmt: skip


def _line(row: Row[Any]) -> PurchaseLine:
    """The customer's name is hidden before it leaves the store."""
    (
        purchase_id, number, customer_id, member_id, customer, customer_number, institution_id, institution, day, kind,
        amount, counts, counted_on, refund_of, refund_number, refunded, voided_at, voided_why, note, recorded_at,
        recorded_by, revision,
    ) = tuple(row)  # fmt: skip
    return PurchaseLine(
        purchase_id, number, customer_id, member_id, masked(customer), customer_number, institution_id, institution,
        day, _KINDS[kind], amount, counts, counted_on, refund_of, refund_number or "", int(refunded), voided_at,
        voided_why, note, recorded_at, recorded_by or "", revision,
    )  # fmt: skip


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
    query = page(
        _narrowed(connection, _lines(), wanted, typed), SORTS[sort], purchases.c.id, after, limit, descending=descending
    )
    return [_line(row) for row in connection.execute(query)]


def lines_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, PurchaseLine]:
    """Several by their ids; what is unknown is left out."""
    found: dict[UUID, PurchaseLine] = {}
    for at in range(0, len(ids), 500):
        rows = connection.execute(_lines().where(purchases.c.id.in_(ids[at : at + 500])))
        found.update((row[0], _line(row)) for row in rows)
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
    else:
        query = query.where(_open(typed))
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


def _open(typed: Typed) -> ColumnElement[bool]:
    """Not of a customer who wished to be shown nowhere, unless her number was typed. (Of who was erased nothing is left
    that could be shown.)"""
    limit, mine = customer_limits.c, customers.alias("named")
    restricted = select(limit.customer_id).where(
        limit.customer_id == purchases.c.customer_id, limit.kind == LimitKind.RESTRICTED
    )
    if not typed.number:
        return ~restricted.exists()
    named = select(mine.c.id).where(mine.c.number == typed.number).scalar_subquery()
    return or_(~restricted.exists(), purchases.c.member_id == named, purchases.c.customer_id == named)


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
