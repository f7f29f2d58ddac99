"""Purchases entered, changed, given back, voided: a verb is one transaction and one entry of the audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.directory.rules import clean
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.purchases import (
    PurchaseDraft,
    PurchaseFilter,
    PurchaseLine,
    PurchaseTotal,
    WholeMember,
)
from qualitydesk.members.rules import problems_in_reason, typed
from qualitydesk.members.rules import purchases as rules
from qualitydesk.members.store import customer, whole
from qualitydesk.members.store import purchases as store
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row
from qualitydesk.storage.series import next_number

PURCHASES = frozenset({Change.PURCHASES, Change.TIERS})  # tiers follow what is bought
SUBJECT = "purchase"
EVERY = PurchaseFilter()
BATCH = 500
Listener = Callable[[frozenset[UUID], By], object]


class Purchases:
    """The purchases of one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._listeners: list[Listener] = []

    def tell_counted(self, listener: Listener) -> None:
        """`listener(member ids, by)` hears inside the transaction for whom other sums count now."""
        self._listeners.append(listener)

    # Questions

    def lines(
        self,
        wanted: PurchaseFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "day",
        descending: bool = True,
    ) -> list[PurchaseLine]:
        """A page of purchases and refunds from behind (sort value, id); `sort` is day or amount."""
        with self._database.reading() as connection:
            return store.lines(
                connection, wanted, typed(wanted.text), after=after, limit=limit, sort=sort, descending=descending
            )

    def total(self, wanted: PurchaseFilter = EVERY) -> PurchaseTotal:
        """How many `lines` would give without a limit, and what they come to."""
        with self._database.reading() as connection:
            return store.total(connection, wanted, typed(wanted.text))

    def purchase(self, purchase_id: UUID) -> PurchaseLine:
        """One of them. Refused: no_such_purchase."""
        with self._database.reading() as connection:
            return self._found(connection, purchase_id)

    def refunds_of(self, purchase_id: UUID) -> list[PurchaseLine]:
        """What was given back of a purchase and stands."""
        with self._database.reading() as connection:
            return store.refunds_of(connection, purchase_id)

    def export(self, path: Path, wanted: PurchaseFilter, language: str) -> int:
        """Write the filtered list, newest first, to a workbook or CSV file; gives the rows. Money in yuan."""
        head = tuple(say(language, f"purchase_sheet.{name}") for name in _HEAD)
        return write_table(path, SheetOut(say(language, "purchase_sheet.title"), head, self._cells(wanted, language)))

    def _cells(self, wanted: PurchaseFilter, language: str) -> Iterator[list[Any]]:
        after = None
        while True:
            page = self.lines(wanted, after=after, limit=BATCH)
            for line in page:
                yield [
                    line.day, line.number, line.customer_number, line.called, line.institution,
                    say(language, f"purchase_kind.{line.kind}"), line.amount / 100, line.refund_number,
                    line.counted_on, say(language, f"purchase_state.{line.state}"), line.voided_why, line.note,
                ]  # fmt: skip
            if len(page) < BATCH:
                return
            after = (page[-1].day, page[-1].id)

    # Verbs

    def record_purchase(self, draft: PurchaseDraft, by: By) -> Done[UUID]:
        """Enter a purchase or, with `draft.refund`, money given back; linked (`draft.refund_of`) it counts on the day
        of its purchase and for whom that counts. Refused: draft, no_such_customer, no_such_purchase, not_to_refund.
        """
        with self._database.transaction() as connection:
            values = self._values(connection, draft)
            if not values["number"]:
                values["number"] = self._next_number(connection, draft)
            purchase_id = draft.id or new_id()
            insert_row(
                connection, purchases, id=purchase_id, voided_at=None, voided_why="", recorded_at=self._clock.now(),
                entered_by=by.entered_by, **values,
            )  # fmt: skip
            verb = "record_refund" if draft.refund else "record_purchase"
            after = {**values, "reason": draft.reason.strip()} if draft.refund else values
            self._audit(connection, by, verb, purchase_id, None, after)
            self._tell({values["member_id"]}, by)
        return Done(purchase_id, PURCHASES)

    def change_purchase(self, draft: PurchaseDraft, by: By) -> Done[UUID]:
        """Correct what was entered (`draft.id`); refunds linked to it follow its customer and day.

        Refused: draft, stale, no_such_purchase, purchase_voided, purchase_below_refunds.
        """
        purchase_id = draft.id
        if purchase_id is None:
            raise Refused("no_such_purchase")
        with self._database.transaction() as connection:
            before = self._standing(connection, purchase_id)
            draft = replace(draft, refund=before.refund, refund_of=before.refund_of)
            values = self._values(connection, draft)
            values["number"] = values["number"] or before.number
            if values["amount"] < before.refunded <= before.amount:
                raise Refused("purchase_below_refunds", number=before.number)
            update_row(connection, purchases, purchase_id, draft.revision, **values)
            inherited = {name: values[name] for name in ("customer_id", "member_id", "counted_on")}
            store.follow(connection, purchase_id, inherited)
            stood = {name: getattr(before, name) for name in values}
            self._audit(connection, by, "change_purchase", purchase_id, stood, values)
            self._tell({before.member_id, values["member_id"]}, by)
        return Done(purchase_id, PURCHASES)

    def void_purchase(self, purchase_id: UUID, revision: int, reason: str, by: By) -> Done[UUID]:
        """It was no purchase at all: it stays, counts nothing, and says why. Refunds linked to it go first.

        Refused: draft, stale, no_such_purchase, purchase_voided, purchase_has_refunds.
        """
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            before = self._standing(connection, purchase_id)
            if before.refunded:
                raise Refused("purchase_has_refunds", number=before.number)
            values = {"counts": 0, "voided_at": self._clock.now(), "voided_why": reason.strip()}
            update_row(connection, purchases, purchase_id, revision, **values)
            stood = {"number": before.number, "amount": before.amount}
            self._audit(connection, by, "void_purchase", purchase_id, stood, {"reason": reason.strip()})
            self._tell({before.member_id}, by)
        return Done(purchase_id, PURCHASES)

    def take_over(self, found: Sequence[WholeMember], by: By) -> Done[int]:
        """Customers with all they bought from where everything was checked already, in one transaction; gives how many.

        Nothing is compared with who is known. One entry of the audit for all of them.
        """
        whose = [(new_id(), one) for one in found]
        with self._database.transaction() as connection:
            whole.add_members(connection, whose, by.entered_by, ZoneInfo(self._directory.zone()))
            bills = [draft for one in found for draft in one.bills]
            told = {"members": len(found), "bills": len(bills), "amount": sum(map(rules.signed, bills))}
            audit.record(connection, by, self._clock.now(), "take_over_members", SUBJECT, "", None, told)
            self._tell({one for one, _member in whose}, by)
        return Done(len(found), PURCHASES | {Change.CUSTOMERS})

    # How they do it

    def _values(self, connection: Connection, draft: PurchaseDraft) -> dict[str, Any]:
        """The columns of a draft that is sound. Refused as the verbs say."""
        problems = rules.problems_in_purchase(draft, self._directory.today())
        counted_on = draft.day
        if draft.refund_of is not None:
            bought = self._standing(connection, draft.refund_of)
            if bought.refund:
                raise Refused("not_to_refund", number=bought.number)
            mine = store.lines_of(connection, [draft.id]).get(draft.id) if draft.id else None
            left = bought.amount - bought.refunded - (mine.amount if mine is not None else 0)
            problems += rules.problems_in_refund(draft, bought, left)
            draft = replace(draft, customer_id=bought.customer_id)
            counted_on = bought.counted_on
        number = clean(draft.number)
        if draft.institution_id is not None and number:
            taken = store.of_number(connection, draft.institution_id, number)
            if taken is not None and taken != draft.id:
                problems.append(Problem("number", "purchase_number_taken", {"number": number}))
        refuse_if(problems)
        assert draft.customer_id is not None
        found = customer(connection, draft.customer_id)
        if found is None:
            raise Refused("no_such_customer")
        amount = rules.signed(draft)
        return {
            "number": number,
            "customer_id": draft.customer_id,
            "member_id": found.merged_into.id if found.merged_into is not None else found.id,
            "institution_id": draft.institution_id,
            "day": draft.day,
            "kind": draft.kind,
            "amount": amount,
            "refund_of": draft.refund_of,
            "counted_on": counted_on,
            "counts": amount,
            "note": draft.note.strip(),
        }

    def _next_number(self, connection: Connection, draft: PurchaseDraft) -> str:
        """A number of the program's own; one that a list brought with it is passed over."""
        assert draft.institution_id is not None and draft.day is not None
        code = next(one.code for one in self._directory.institutions() if one.id == draft.institution_id)
        while True:
            serial = next_number(connection, rules.SERIES, f"{code}-{draft.day.year}")
            number = rules.number_of_bill(code, draft.day.year, serial)
            if store.of_number(connection, draft.institution_id, number) is None:
                return number

    def _found(self, connection: Connection, purchase_id: UUID) -> PurchaseLine:
        found = store.lines_of(connection, [purchase_id]).get(purchase_id)
        if found is None:
            raise Refused("no_such_purchase")
        return found

    def _standing(self, connection: Connection, purchase_id: UUID) -> PurchaseLine:
        found = self._found(connection, purchase_id)
        if found.voided_at is not None:
            raise Refused("purchase_voided", number=found.number)
        return found

    def _tell(self, members: set[UUID], by: By) -> None:
        for listener in self._listeners:
            listener(frozenset(members), by)

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        purchase_id: UUID,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, SUBJECT, purchase_id, before, after)


_HEAD = (
    "day", "number", "customer_number", "customer", "institution", "kind", "amount", "refund_number", "counted_on",
    "state", "voided_why", "note",
)  # fmt: skip
