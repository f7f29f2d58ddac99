"""Customers one by one and as lines. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, delete, insert, select, update

from qualitydesk.basics.masking import HIDDEN, masked, masked_telephone
from qualitydesk.directory.model import Sex
from qualitydesk.directory.store import employees, institutions
from qualitydesk.members.model import Customer, CustomerLine, Flag, Limit, LimitKind
from qualitydesk.members.rules import keys_of, last_four
from qualitydesk.members.store.profile_tables import customer_limits
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.tables import (
    customer_flags,
    customer_keys,
    customer_links,
    customer_telephones,
    customers,
)
from qualitydesk.members.store.tier_tables import tier_standings
from qualitydesk.storage.among import among

_AT_ONCE = 500  # ids in one statement


def line_query() -> Select[Any]:
    """What a line is read from: the customer and the first telephone."""
    first = and_(customer_telephones.c.customer_id == customers.c.id, customer_telephones.c.position == 0)
    return (
        select(
            customers.c.id,
            customers.c.number,
            customers.c.name,
            customers.c.sex,
            customers.c.institution_id,
            institutions.c.name.label("institution"),
            customer_telephones.c.telephone,
            customers.c.flagged,
            customers.c.revision,
            customer_limits.c.kind.label("limited"),
            customers.c.tier_rank,
            tier_standings.c.tier,
        )
        .join(institutions, institutions.c.id == customers.c.institution_id)
        .outerjoin(customer_telephones, first)
        .outerjoin(customer_limits, customer_limits.c.customer_id == customers.c.id)
        .outerjoin(tier_standings, tier_standings.c.member_id == customers.c.id)
    )


def line_of(row: Row[Any]) -> CustomerLine:
    """A masked line: what is hidden never leaves the store."""
    return CustomerLine(
        row.id,
        row.number,
        HIDDEN if row.limited else masked(row.name),
        "" if row.limited else masked_telephone(row.telephone or ""),
        Sex(row.sex) if row.sex and not row.limited else None,
        row.institution_id,
        row.institution,
        bool(row.flagged) and not row.limited,
        row.revision,
        "" if row.limited else row.tier or "",
        row.tier_rank,
    )


def lines_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, CustomerLine]:
    """Several by their ids."""
    found: dict[UUID, CustomerLine] = {}
    for first in range(0, len(ids), _AT_ONCE):
        # Told one by one: with a selection of ids SQLite would walk through all customers of each institution.
        query = line_query().where(customers.c.id.in_(ids[first : first + _AT_ONCE]))
        found.update((row.id, line_of(row)) for row in connection.execute(query))
    return found


def customer(connection: Connection, customer_id: UUID) -> Customer | None:
    """One in full."""
    query = (
        select(customers, institutions.c.name.label("institution"))
        .join(institutions, institutions.c.id == customers.c.institution_id)
        .where(customers.c.id == customer_id)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    merged = tuple(sorted(lines_of(connection, linked_to(connection, customer_id)).values(), key=_by_number))
    kept = kept_by(connection, customer_id)
    return Customer(
        row.id,
        row.number,
        row.name,
        Sex(row.sex) if row.sex else None,
        telephones_of(connection, customer_id),
        row.institution_id,
        row.institution,
        row.note,
        row.added_at,
        row.revision,
        flags_of(connection, [customer_id, *(line.id for line in merged)]),
        merged,
        lines_of(connection, [kept])[kept] if kept is not None else None,
        limit_of(connection, customer_id),
    )


def limit_of(connection: Connection, customer_id: UUID) -> Limit | None:
    """What the person wished to be done with the record, if anything."""
    query = (
        select(customer_limits, employees.c.name)
        .outerjoin(employees, employees.c.id == customer_limits.c.set_by)
        .where(customer_limits.c.customer_id == customer_id)
    )
    row = connection.execute(query).first()
    return Limit(LimitKind(row.kind), row.since, row.name or "", row.why, row.until) if row else None


def telephones_of(connection: Connection, customer_id: UUID) -> tuple[str, ...]:
    """The one to call first."""
    query = (
        select(customer_telephones.c.telephone)
        .where(customer_telephones.c.customer_id == customer_id)
        .order_by(customer_telephones.c.position)
    )
    return tuple(connection.scalars(query))


def flags_of(connection: Connection, ids: Sequence[UUID]) -> tuple[Flag, ...]:
    """Every mark of these records, newest first."""
    setter, lifter = employees.alias("setter"), employees.alias("lifter")
    query = (
        select(customer_flags, setter.c.name.label("setter"), lifter.c.name.label("lifter"))
        .outerjoin(setter, setter.c.id == customer_flags.c.set_by)
        .outerjoin(lifter, lifter.c.id == customer_flags.c.lifted_by)
        .where(customer_flags.c.customer_id.in_(ids))
        .order_by(customer_flags.c.set_at.desc(), customer_flags.c.id.desc())
    )
    return tuple(
        Flag(row.reason, row.set_at, row.setter or "", row.lifted_at, row.lifter or "", row.lifted_why)
        for row in connection.execute(query)
    )


def kept_by(connection: Connection, customer_id: UUID) -> UUID | None:
    """The record this one is linked to, None when it stands by itself."""
    return connection.scalar(select(customer_links.c.kept_id).where(customer_links.c.customer_id == customer_id))


def linked_to(connection: Connection, customer_id: UUID) -> list[UUID]:
    """The records linked to this one, the oldest first."""
    query = select(customer_links.c.customer_id).where(customer_links.c.kept_id == customer_id)
    return list(connection.scalars(query.order_by(customer_links.c.customer_id)))


def merged_into(connection: Connection, kept: Sequence[UUID]) -> dict[UUID, UUID]:
    """Every record linked to one of these, and to which."""
    query = select(customer_links.c.customer_id, customer_links.c.kept_id).where(
        among(connection, customer_links.c.kept_id, kept)
    )
    return {row.customer_id: row.kept_id for row in connection.execute(query)}


def same_person(connection: Connection, customer_id: UUID) -> tuple[UUID, ...]:
    """Every record linked with this one, itself first."""
    kept = kept_by(connection, customer_id) or customer_id
    return tuple(dict.fromkeys((customer_id, kept, *linked_to(connection, kept))))


def link(connection: Connection, customer_id: UUID, kept_id: UUID) -> None:
    """This one is that one."""
    connection.execute(insert(customer_links).values(customer_id=customer_id, kept_id=kept_id))
    _move_purchases(connection, customer_id, kept_id)
    mark_again(connection, kept_id)


def unlink(connection: Connection, customer_id: UUID, kept_id: UUID) -> None:
    """They are two."""
    connection.execute(delete(customer_links).where(customer_links.c.customer_id == customer_id))
    _move_purchases(connection, customer_id, customer_id)
    mark_again(connection, kept_id)


def _move_purchases(connection: Connection, customer_id: UUID, member_id: UUID) -> None:
    """What was bought under this record counts for that one."""
    connection.execute(update(purchases).where(purchases.c.customer_id == customer_id).values(member_id=member_id))


def mark_again(connection: Connection, kept_id: UUID) -> None:
    """What lists read: whether a mark is in force on each record of this person."""
    for one in (kept_id, *linked_to(connection, kept_id)):
        own = [one, *linked_to(connection, one)]
        in_force = customer_flags.c.customer_id.in_(own) & customer_flags.c.lifted_at.is_(None)
        flagged = connection.scalar(select(customer_flags.c.id).where(in_force).limit(1)) is not None
        connection.execute(update(customers).where(customers.c.id == one).values(flagged=flagged))


def put_telephones(connection: Connection, customer_id: UUID, telephones: Iterable[str]) -> None:
    """These in place of those there were."""
    connection.execute(delete(customer_telephones).where(customer_telephones.c.customer_id == customer_id))
    rows = [
        {"customer_id": customer_id, "position": at, "telephone": one, "last_four": last_four(one)}
        for at, one in enumerate(telephones)
    ]
    if rows:
        connection.execute(insert(customer_telephones), rows)


def put_keys(connection: Connection, customer_id: UUID, name: str) -> None:
    """What a name is found by, in place of what there was."""
    connection.execute(delete(customer_keys).where(customer_keys.c.customer_id == customer_id))
    rows = [{"kind": kind, "key": key, "customer_id": customer_id} for kind, key in keys_of(name)]
    if rows:
        connection.execute(insert(customer_keys), rows)


def lift_flags(connection: Connection, ids: Sequence[UUID], at: datetime, by: UUID | None, why: str) -> None:
    """Every mark in force on these records."""
    in_force = customer_flags.c.customer_id.in_(ids) & customer_flags.c.lifted_at.is_(None)
    connection.execute(update(customer_flags).where(in_force).values(lifted_at=at, lifted_by=by, lifted_why=why))


def _by_number(line: CustomerLine) -> str:
    return line.number
