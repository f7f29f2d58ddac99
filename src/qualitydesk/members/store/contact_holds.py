"""Holds on contacts: put, lifted, in force. Called inside a transaction or a reading of a service."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Connection, Row, Select, insert, select, update

from qualitydesk.basics.ids import new_id
from qualitydesk.directory.store import employees
from qualitydesk.members.model.contacts import Hold
from qualitydesk.members.store.contact_tables import contact_holds
from qualitydesk.members.store.rows import merged_into
from qualitydesk.members.store.tables import customer_links
from qualitydesk.storage.among import among

_AT_ONCE = 5000
_IN_FORCE = contact_holds.c.lifted_at.is_(None)


def put(
    connection: Connection,
    customers: Iterable[UUID],
    *,
    origin_kind: str,
    origin_id: UUID,
    number: str,
    reason: str,
    at: datetime,
    by: UUID | None,
) -> None:
    """A hold on each of these customers."""
    rows = [
        {
            "id": new_id(), "customer_id": one, "origin_kind": origin_kind, "origin_id": origin_id, "number": number,
            "reason": reason, "put_at": at, "put_by": by, "lifted_why": "",
        }
        for one in customers
    ]  # fmt: skip
    if rows:
        connection.execute(insert(contact_holds), rows)


def lift(connection: Connection, hold_ids: Sequence[UUID], at: datetime, by: UUID | None, why: str) -> int:
    """End these holds; gives how many were in force."""
    if not hold_ids:
        return 0
    mine = contact_holds.c.id.in_(hold_ids) & _IN_FORCE
    done = connection.execute(update(contact_holds).where(mine).values(lifted_at=at, lifted_by=by, lifted_why=why))
    return done.rowcount


def of_origin(connection: Connection, origin_id: UUID) -> dict[UUID, UUID]:
    """customer → hold, of those in force that come from here."""
    query = select(contact_holds.c.customer_id, contact_holds.c.id)
    rows = connection.execute(query.where(contact_holds.c.origin_id == origin_id, _IN_FORCE))
    return {row.customer_id: row.id for row in rows}


def of_kind(connection: Connection, origin_kind: str) -> set[tuple[UUID, UUID]]:
    """(origin, customer) of every hold of this kind in force."""
    query = select(contact_holds.c.origin_id, contact_holds.c.customer_id)
    return {(row.origin_id, row.customer_id) for row in connection.execute(
        query.where(contact_holds.c.origin_kind == origin_kind, _IN_FORCE)
    )}  # fmt: skip


def of_customers(connection: Connection, customers: Collection[UUID]) -> list[Hold]:
    """Every hold of these records, the newest first."""
    query = _query().where(contact_holds.c.customer_id.in_(customers))
    query = query.order_by(contact_holds.c.put_at.desc(), contact_holds.c.id.desc())
    return [_read(row) for row in connection.execute(query)]


def one(connection: Connection, hold_id: UUID) -> Hold | None:
    row = connection.execute(_query().where(contact_holds.c.id == hold_id)).first()
    return _read(row) if row else None


def numbers_of(connection: Connection, members: Sequence[UUID]) -> dict[UUID, str]:
    """For each held member the number or reason of a hold in force, also one on a record merged into hers."""
    return {member: hold.number or hold.reason for member, hold in in_force(connection, members).items()}


def in_force(connection: Connection, members: Sequence[UUID]) -> dict[UUID, Hold]:
    """For each held member the oldest hold in force, also one on a record merged into hers."""
    found: dict[UUID, Hold] = {}
    for first in range(0, len(members), _AT_ONCE):
        ids = members[first : first + _AT_ONCE]
        kept = merged_into(connection, ids)
        query = _query().where(among(connection, contact_holds.c.customer_id, [*ids, *kept]), _IN_FORCE)
        for row in connection.execute(query.order_by(contact_holds.c.put_at, contact_holds.c.id)):
            found.setdefault(kept.get(row.customer_id, row.customer_id), _read(row))
    return found


def held_members() -> CompoundSelect[UUID]:
    """The members under a hold, as a selection of ids: the record kept, wherever the hold was put."""
    same = contact_holds.c.customer_id == customer_links.c.customer_id
    linked = select(customer_links.c.kept_id).join(contact_holds, same)
    return select(contact_holds.c.customer_id).where(_IN_FORCE).union(linked.where(_IN_FORCE))


def _query() -> Select[Any]:
    putter, lifter = employees.alias("putter"), employees.alias("lifter")
    return (
        select(contact_holds, putter.c.name.label("putter"), lifter.c.name.label("lifter"))
        .outerjoin(putter, putter.c.id == contact_holds.c.put_by)
        .outerjoin(lifter, lifter.c.id == contact_holds.c.lifted_by)
    )


def _read(row: Row[Any]) -> Hold:
    return Hold(
        row.id, row.customer_id, row.origin_kind, row.origin_id, row.number, row.reason, row.put_at, row.putter or "",
        row.lifted_at, row.lifter or "", row.lifted_why,
    )  # fmt: skip
