"""Points, gifts and benefits: rows in, values out. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, select

from qualitydesk.directory.store import employees
from qualitydesk.members.model.benefits import BenefitGrant, BenefitUse
from qualitydesk.members.model.points import Gift, GiftMove, MoveKind, PointEntry, PointKind
from qualitydesk.members.store.point_tables import benefit_grants, benefit_uses, gift_moves, gifts, point_entries
from qualitydesk.members.store.purchase_tables import purchases


class Bill(NamedTuple):
    """What a bill earns by. `net`: fen with what was given back of it taken off."""

    id: UUID
    number: str
    day: date
    kind: str
    net: int


def bills(connection: Connection, member_id: UUID, kinds: Sequence[str]) -> list[Bill]:
    """What counts for a member: purchases with their refunds taken off, refunds of no purchase below zero."""
    back = purchases.alias("back")
    given = (
        select(func.coalesce(func.sum(back.c.counts), 0)).where(back.c.refund_of == purchases.c.id).scalar_subquery()
    )
    p = purchases.c
    query = select(p.id, p.number, p.counted_on, p.kind, p.counts, given).where(
        p.member_id == member_id, p.refund_of.is_(None), p.counts != 0, p.kind.in_(kinds)
    )
    return [Bill(row[0], row[1], row[2], row[3], row[4] + int(row[5])) for row in connection.execute(query)]


def entries(connection: Connection, customer_ids: Sequence[UUID]) -> list[PointEntry]:
    """What else came and went and was not undone, of these records."""
    e = point_entries.c
    query = (
        select(point_entries, gifts.c.name.label("gift"))
        .outerjoin(gifts, gifts.c.id == e.gift_id)
        .where(e.customer_id.in_(customer_ids), e.undone_at.is_(None))
        .order_by(e.day, e.recorded_at, e.id)
    )
    return [
        PointEntry(row.id, row.day, PointKind(row.kind), row.points, _about(row), row.expires_on, row.revision)
        for row in connection.execute(query)
    ]


def _about(row: Any) -> str:
    """茶杯 × 2, or the reason."""
    return f"{row.gift} × {row.quantity}" if row.gift is not None else str(row.reason)


def entry(connection: Connection, entry_id: UUID) -> Any:
    """The row of an entry, None when there is none."""
    return connection.execute(select(point_entries).where(point_entries.c.id == entry_id)).first()


def all_gifts(connection: Connection, gift_id: UUID | None = None) -> list[Gift]:
    """Gifts by name with their stock; one of them alone."""
    m = gift_moves.c
    stock = select(func.coalesce(func.sum(m.quantity), 0)).where(m.gift_id == gifts.c.id).scalar_subquery()
    gone = (
        select(func.coalesce(-func.sum(m.quantity), 0))
        .where(m.gift_id == gifts.c.id, m.kind.in_((MoveKind.REDEEMED, MoveKind.RETURNED)))
        .scalar_subquery()
    )
    query = select(gifts, stock.label("stock"), gone.label("redeemed")).order_by(gifts.c.name, gifts.c.id)
    if gift_id is not None:
        query = query.where(gifts.c.id == gift_id)
    return [
        Gift(row.id, row.name, row.points, row.note, bool(row.active), int(row.stock), int(row.redeemed), row.revision)
        for row in connection.execute(query)
    ]


def gift_named(connection: Connection, name: str) -> UUID | None:
    """Which gift bears a name."""
    return connection.scalar(select(gifts.c.id).where(gifts.c.name == name))


def moves(connection: Connection, gift_id: UUID, limit: int) -> list[GiftMove]:
    """Changes of a gift's stock, the newest first."""
    m = gift_moves.c
    query = (
        select(m.id, m.at, m.kind, m.quantity, m.reason, employees.c.name)
        .outerjoin(employees, employees.c.id == m.entered_by)
        .where(m.gift_id == gift_id)
        .order_by(m.at.desc(), m.id.desc())
        .limit(limit)
    )
    return [
        GiftMove(row.id, row.at, MoveKind(row.kind), row.quantity, row.reason, row.name or "")
        for row in connection.execute(query)
    ]


def grants(connection: Connection, customer_ids: Sequence[UUID], year: int) -> list[BenefitGrant]:
    """What a year grants these records, with each use."""
    g, u = benefit_grants.c, benefit_uses.c
    query = (
        select(u.grant_id, u.id, u.day, u.note, employees.c.name)
        .join(benefit_grants, g.id == u.grant_id)
        .outerjoin(employees, employees.c.id == u.entered_by)
        .where(g.customer_id.in_(customer_ids), g.year == year)
        .order_by(u.day, u.id)
    )
    used: dict[UUID, list[BenefitUse]] = {}
    for row in connection.execute(query):
        used.setdefault(row.grant_id, []).append(BenefitUse(row.id, row.day, row.note, row.name or ""))
    found = select(benefit_grants).where(g.customer_id.in_(customer_ids), g.year == year).order_by(g.benefit, g.id)
    return [
        BenefitGrant(row.id, row.year, row.benefit, row.tier, row.times, tuple(used.get(row.id, ())), row.revision)
        for row in connection.execute(found)
    ]


def grant_of_use(connection: Connection, use_id: UUID) -> Any:
    """(customer, grant, benefit, day) of a use, None when there is none."""
    query = (
        select(benefit_grants.c.customer_id, benefit_grants.c.id, benefit_grants.c.benefit, benefit_uses.c.day)
        .join(benefit_grants, benefit_grants.c.id == benefit_uses.c.grant_id)
        .where(benefit_uses.c.id == use_id)
    )
    return connection.execute(query).first()


def grant(connection: Connection, grant_id: UUID) -> tuple[UUID, BenefitGrant] | None:
    """(customer, grant) by its id."""
    row = connection.execute(select(benefit_grants).where(benefit_grants.c.id == grant_id)).first()
    if row is None:
        return None
    found = next(one for one in grants(connection, [row.customer_id], row.year) if one.id == grant_id)
    return row.customer_id, found
