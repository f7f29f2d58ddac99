"""Many customers at once with all they bought: every row of them in as few statements as there are tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from qualitydesk.members.model.purchases import PurchaseDraft, WholeMember
from qualitydesk.members.rules import PREFIX, keys_of, last_four, number_of
from qualitydesk.members.rules.purchases import signed
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.tables import customer_keys, customer_telephones, customers
from qualitydesk.storage.bulk import copy_rows
from qualitydesk.storage.series import next_numbers

Whose = Sequence[tuple[UUID, WholeMember]]
_MIDDAY = time(12)
_COLUMNS = (
    "id", "number", "customer_id", "member_id", "institution_id", "day", "kind", "amount", "refund_of", "counted_on",
    "counts", "voided_why", "note", "recorded_at", "entered_by", "revision",
)  # fmt: skip


def add_members(connection: Connection, found: Whose, entered_by: UUID | None, zone: Any) -> None:
    """Write them under the next numbers, in the order given; each bill as of noon of its day in `zone`."""
    if not found:
        return
    first = next_numbers(connection, PREFIX, "", len(found))
    who = (
        (
            one, number_of(first + at), member.name, member.sex, member.institution_id, member.note, False,
            member.added_at, 1,
        )
        for at, (one, member) in enumerate(found)
    )  # fmt: skip
    names = ("id", "number", "name", "sex", "institution_id", "note", "flagged", "added_at", "revision")
    copy_rows(connection, customers, names, who)
    reached = (
        (one, place, telephone, last_four(telephone))
        for one, member in found
        for place, telephone in enumerate(member.telephones)
    )
    copy_rows(connection, customer_telephones, ("customer_id", "position", "telephone", "last_four"), reached)
    keys = ((kind, key, one) for one, member in found for kind, key in dict.fromkeys(keys_of(member.name)))
    copy_rows(connection, customer_keys, ("kind", "key", "customer_id"), keys)
    copy_rows(connection, purchases, _COLUMNS, _bills(found, entered_by, zone))


def _bills(found: Whose, entered_by: UUID | None, zone: Any) -> Iterator[tuple[Any, ...]]:
    moments: dict[date, datetime] = {}
    for one, member in found:
        days: dict[UUID | None, date | None] = {draft.id: draft.day for draft in member.bills}
        for draft in member.bills:
            assert draft.day is not None
            at = moments.setdefault(draft.day, datetime.combine(draft.day, _MIDDAY, zone))
            yield _bill(one, draft, days.get(draft.refund_of) or draft.day, max(at, member.added_at), entered_by)


def _bill(
    customer_id: UUID, draft: PurchaseDraft, counted_on: date, at: datetime, entered_by: UUID | None
) -> tuple[Any, ...]:
    amount = signed(draft)
    return (
        draft.id, draft.number, customer_id, customer_id, draft.institution_id, draft.day, str(draft.kind), amount,
        draft.refund_of, counted_on, amount, "", draft.note, at, entered_by, 1,
    )  # fmt: skip
