"""The register of requests about a person's data, the limits set, what goes with an erasure.

Called inside a transaction or a reading of the service.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from qualitydesk.directory.store import employees, institutions
from qualitydesk.members.model import Limit
from qualitydesk.members.model.privacy import Asked, PersonRequest, RequestState
from qualitydesk.members.store.contact_tables import contact_attempts, contact_holds
from qualitydesk.members.store.point_tables import benefit_grants, benefit_uses, gift_moves, point_entries
from qualitydesk.members.store.profile_tables import (
    customer_assessments,
    customer_consents,
    customer_details,
    customer_limits,
    customer_profiles,
    customer_relatives,
    person_requests,
)
from qualitydesk.members.store.purchase_tables import customer_cards, purchases
from qualitydesk.members.store.rows import lines_of
from qualitydesk.members.store.tables import customer_flags, customer_keys, customer_telephones, customers
from qualitydesk.members.store.tier_tables import tier_moves
from qualitydesk.storage.paging import page

SORTS = {"due": person_requests.c.due_on}


def requests(
    connection: Connection,
    *,
    open_only: bool,
    customer_id: UUID | None,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[PersonRequest]:
    """A page of the register by (day due, id) from behind `after`."""
    query = page(_narrowed(_query(), open_only, customer_id), SORTS[sort], person_requests.c.id, after, limit,
                 descending=descending)  # fmt: skip
    return _read(connection, query)


def count(connection: Connection, *, open_only: bool) -> int:
    """How many there are."""
    return connection.scalar(_narrowed(select(func.count()).select_from(person_requests), open_only, None)) or 0


def request(connection: Connection, request_id: UUID) -> PersonRequest | None:
    found = _read(connection, _query().where(person_requests.c.id == request_id))
    return found[0] if found else None


def _query() -> Select[Any]:
    return select(person_requests, employees.c.name.label("by")).outerjoin(
        employees, employees.c.id == person_requests.c.answered_by
    )


def _narrowed(query: Select[Any], open_only: bool, customer_id: UUID | None) -> Select[Any]:
    if open_only:
        query = query.where(person_requests.c.state == RequestState.OPEN)
    return query if customer_id is None else query.where(person_requests.c.customer_id == customer_id)


def _read(connection: Connection, query: Select[Any]) -> list[PersonRequest]:
    rows = connection.execute(query).all()
    lines = lines_of(connection, list({row.customer_id for row in rows}))
    return [
        PersonRequest(
            row.id, row.number, lines[row.customer_id], Asked(row.kind), row.received_on, row.due_on, row.words,
            RequestState(row.state), row.answered_on, row.by or "", row.answer, row.revision,
        )
        for row in rows
    ]  # fmt: skip


def put_limit(connection: Connection, customer_id: UUID, limit: Limit, set_by: UUID | None) -> None:
    """This in place of what there was."""
    lift_limit(connection, customer_id)
    values = {"kind": limit.kind, "since": limit.since, "set_by": set_by, "why": limit.why, "until": limit.until}
    connection.execute(insert(customer_limits).values(customer_id=customer_id, **values))


def lift_limit(connection: Connection, customer_id: UUID) -> None:
    connection.execute(delete(customer_limits).where(customer_limits.c.customer_id == customer_id))


class Bought(NamedTuple):
    """A purchase as the copy of everything tells it; fen."""

    day: date
    number: str
    institution: str
    kind: str
    amount: int
    note: str


def purchases_of(connection: Connection, ids: Sequence[UUID]) -> list[Bought]:
    """What was bought under these records, the oldest first; voided ones left out."""
    query = (
        select(purchases, institutions.c.name.label("institution"))
        .join(institutions, institutions.c.id == purchases.c.institution_id)
        .where(purchases.c.customer_id.in_(ids), purchases.c.voided_at.is_(None))
        .order_by(purchases.c.day, purchases.c.id)
    )
    return [
        Bought(row.day, row.number, row.institution, row.kind, row.amount, row.note)
        for row in connection.execute(query)
    ]


def requests_of(connection: Connection, customer_id: UUID) -> list[UUID]:
    """Her requests in the register, by their ids."""
    query = select(person_requests.c.id).where(person_requests.c.customer_id == customer_id)
    return list(connection.scalars(query.order_by(person_requests.c.id)))


def bills_of(connection: Connection, customer_id: UUID) -> list[UUID]:
    """Everything bought or given back under this record, voided or not."""
    query = select(purchases.c.id).where(purchases.c.customer_id == customer_id)
    return list(connection.scalars(query.order_by(purchases.c.id)))


def wipe(connection: Connection, customer_id: UUID) -> None:
    """Take everything away by which this record could be known as somebody's; number, sums and days stay."""
    known = (
        customer_telephones, customer_keys, customer_profiles, customer_details, customer_relatives,
        customer_assessments, customer_cards,
    )  # fmt: skip
    for table in known:
        connection.execute(delete(table).where(table.c.customer_id == customer_id))
    emptied = (
        (customer_consents, {"note": ""}),
        (customer_flags, {"reason": "", "lifted_why": ""}),
        (person_requests, {"words": ""}),
        (purchases, {"note": "", "voided_why": ""}),
        (point_entries, {"reason": "", "undone_why": ""}),
        (contact_holds, {"reason": "", "lifted_why": ""}),
    )
    for table, values in emptied:
        connection.execute(update(table).where(table.c.customer_id == customer_id).values(**values))
    _wipe_dealings(connection, customer_id)
    nobody = update(customers).where(customers.c.id == customer_id)
    connection.execute(nobody.values(name="", sex=None, note="", flagged=False))


def _wipe_dealings(connection: Connection, customer_id: UUID) -> None:
    """What was said and reckoned of her where she is a member; that it happened, and the sums, stay."""
    mine = update(tier_moves).where(tier_moves.c.member_id == customer_id)
    connection.execute(mine.values(reason="", counted=[]))
    told = update(contact_attempts).where(contact_attempts.c.member_id == customer_id)
    connection.execute(told.values(note="", text=""))
    grants = select(benefit_grants.c.id).where(benefit_grants.c.customer_id == customer_id)
    connection.execute(update(benefit_uses).where(benefit_uses.c.grant_id.in_(grants)).values(note=""))
    posted = select(point_entries.c.id).where(point_entries.c.customer_id == customer_id)
    connection.execute(update(gift_moves).where(gift_moves.c.entry_id.in_(posted)).values(reason=""))
