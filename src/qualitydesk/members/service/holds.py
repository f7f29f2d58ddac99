"""Holds on a member's contacts: put and lifted by a person, or by a feature above with what it holds for.

A complaint calls `hold_for` inside its own transaction each time it is written: the holds then are exactly those of the
people who stand in it while it is open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.members import store
from qualitydesk.members.model.contacts import Hold
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.store import contact_holds as rows
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

HELD = frozenset({Change.CONTACTS})
SUBJECT = "customer"
BY_HAND = "hand"


class Holds:
    """The holds of one database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_member(self, customer_id: UUID) -> list[Hold]:
        """Every hold of a person, on any of her records, the newest first."""
        with self._database.reading() as connection:
            return rows.of_customers(connection, store.same_person(connection, customer_id))

    def put(self, customer_id: UUID, reason: str, by: By) -> Done[UUID]:
        """Hold all contacts of a member until it is lifted by hand. Refused: draft, no_such_customer."""
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            if store.customer(connection, customer_id) is None:
                raise Refused("no_such_customer")
            origin, said = new_id(), reason.strip()
            rows.put(
                connection, [customer_id], origin_kind=BY_HAND, origin_id=origin, number="", reason=said,
                at=self._clock.now(), by=by.decided_by,
            )  # fmt: skip
            self._audit(connection, by, "hold_contacts", customer_id, None, {"reason": said})
            hold_id = rows.of_origin(connection, origin)[customer_id]
        return Done(hold_id, HELD)

    def lift(self, hold_id: UUID, why: str, by: By) -> Done[None]:
        """End a hold put by hand; one of a complaint ends with it. Refused: draft, no_such_hold, hold_of_case."""
        refuse_if(problems_in_reason(why))
        with self._database.transaction() as connection:
            found = rows.one(connection, hold_id)
            if found is None or found.lifted_at is not None:
                raise Refused("no_such_hold")
            if found.origin_kind != BY_HAND:
                raise Refused("hold_of_case", number=found.number)
            rows.lift(connection, [hold_id], self._clock.now(), by.decided_by, why.strip())
            told = {"reason": found.reason}
            self._audit(connection, by, "lift_hold", found.customer_id, told, {"reason": why.strip()})
        return Done(None, HELD)

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        customer_id: UUID,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, SUBJECT, customer_id, before, after)


def hold_for(
    connection: Connection,
    clock: Clock,
    kind: str,
    origin_id: UUID,
    number: str,
    customers: Iterable[UUID],
    by: By,
) -> bool:
    """Hold exactly these customers for what `origin_id` is (its number is `number`); others it held are let go.

    Inside the caller's transaction. Gives whether anything changed; each change is one entry of the audit.
    """
    wanted, stands = set(customers), rows.of_origin(connection, origin_id)
    fresh, gone = wanted - set(stands), set(stands) - wanted
    now = clock.now()
    rows.put(
        connection, sorted(fresh), origin_kind=kind, origin_id=origin_id, number=number, reason="", at=now,
        by=by.decided_by,
    )  # fmt: skip
    rows.lift(connection, [stands[one] for one in sorted(gone)], now, by.decided_by, "")
    for customer_id in sorted(fresh):
        audit.record(connection, by, now, "hold_contacts", SUBJECT, customer_id, None, {kind: number})
    for customer_id in sorted(gone):
        audit.record(connection, by, now, "lift_hold", SUBJECT, customer_id, {kind: number}, None)
    return bool(fresh or gone)


def hold_many(
    connection: Connection,
    clock: Clock,
    kind: str,
    wanted: Mapping[UUID, tuple[str, Collection[UUID]]],
    by: By,
) -> int:
    """Make the holds of a kind be those of `wanted` (origin → its number and customers); gives how many changed.

    For what was written by a road of its own (an import, a sample) or by an older program.
    """
    stands = rows.of_kind(connection, kind)
    meant = {(origin, one) for origin, (_number, customers) in wanted.items() for one in customers}
    changed = {origin for origin, _customer in stands ^ meant}
    for origin in sorted(changed):
        number, customers = wanted.get(origin, ("", ()))
        hold_for(connection, clock, kind, origin, number, customers, by)
    return len(stands ^ meant)
