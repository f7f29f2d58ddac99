"""Customers entered, changed, marked, seen in full, linked as one person: a verb is one transaction and one entry of
the audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.rules import clean
from qualitydesk.directory.service import Directory
from qualitydesk.members import rules, store
from qualitydesk.members.model import Customer, CustomerDraft
from qualitydesk.members.service.questions import Questions
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row
from qualitydesk.storage.series import next_number

CUSTOMERS = frozenset({Change.CUSTOMERS})
SUBJECT = "customer"


class Members(Questions):
    """The customers of one database: the verbs, over questions."""

    def __init__(self, database: Database, clock: Clock, directory: Directory) -> None:
        super().__init__(database, clock, directory)
        self._joined: list[Callable[[UUID, UUID, By], object]] = []

    def add_customer(self, draft: CustomerDraft, by: By) -> Done[UUID]:
        """Enter a customer: the number is taken. Duplicates are offered, not forbidden. Refused: draft."""
        refuse_if(rules.problems_in_customer(draft))
        with self._database.transaction() as connection:
            customer_id = draft.id or new_id()
            number = rules.number_of(next_number(connection, rules.PREFIX, ""))
            values = _values(draft)
            insert_row(
                connection, store.customers, id=customer_id, number=number, flagged=False,
                added_at=self._clock.now(), **values,
            )  # fmt: skip
            self._put_rest(connection, customer_id, draft)
            after = {"number": number, **values, "telephones": rules.telephones(draft)}
            self._audit(connection, by, "add_customer", customer_id, None, after)
        return Done(customer_id, CUSTOMERS)

    def change_customer(self, draft: CustomerDraft, by: By) -> Done[UUID]:
        """Change what is known of a customer (`draft.id`). Refused: draft, stale, and as `unmask`."""
        refuse_if(rules.problems_in_customer(draft))
        if draft.id is None:
            raise Refused("no_such_customer")
        with self._database.transaction() as connection:
            before = self._open(connection, draft.id)
            values = _values(draft)
            update_row(connection, store.customers, draft.id, draft.revision, **values)
            self._put_rest(connection, draft.id, draft)
            stood = {**{name: getattr(before, name) for name in values}, "telephones": before.telephones}
            after = {**values, "telephones": rules.telephones(draft)}
            self._audit(connection, by, "change_customer", draft.id, stood, after)
        return Done(draft.id, CUSTOMERS)

    def flag_patient(self, customer_id: UUID, reason: str, by: By) -> Done[None]:
        """Mark a patient for all staff, with the reason. Refused: draft, customer_flagged, and as `unmask`."""
        refuse_if(rules.problems_in_reason(reason))
        with self._database.transaction() as connection:
            before = self._open(connection, customer_id)
            if before.flag is not None:
                raise Refused("customer_flagged")
            insert_row(
                connection, store.customer_flags, id=new_id(), customer_id=customer_id, reason=reason.strip(),
                set_at=self._clock.now(), set_by=by.decided_by, lifted_why="",
            )  # fmt: skip
            store.mark_again(connection, customer_id)
            self._audit(connection, by, "flag_patient", customer_id, None, {"reason": reason.strip()})
        return Done(None, CUSTOMERS)

    def unflag(self, customer_id: UUID, reason: str, by: By) -> Done[None]:
        """Lift the mark, with a reason, of this record and those linked to it; it stays in the history.

        Refused: draft, customer_not_flagged, no_such_customer.
        """
        refuse_if(rules.problems_in_reason(reason))
        with self._database.transaction() as connection:
            before = self._found(connection, customer_id)
            if before.flag is None:
                raise Refused("customer_not_flagged")
            own = [customer_id, *(line.id for line in before.merged)]
            store.lift_flags(connection, own, self._clock.now(), by.decided_by, reason.strip())
            store.mark_again(connection, customer_id)
            why = {"reason": before.flag.reason}
            self._audit(connection, by, "unflag", customer_id, why, {"reason": reason.strip()})
        return Done(None, CUSTOMERS)

    def unmask(self, customer_id: UUID, reason: str, by: By) -> Done[Customer]:
        """Give a customer in full to a screen; who looked, when and why is logged.

        Refused: draft, no_such_customer, customer_restricted, customer_erased.
        """
        refuse_if(rules.problems_in_reason(reason))
        with self._database.transaction() as connection:
            found = self._open(connection, customer_id)
            self._audit(connection, by, "unmask", customer_id, None, {"reason": reason.strip()})
        return Done(found)

    def merge_customers(self, kept_id: UUID, merged_id: UUID, reason: str, by: By) -> Done[None]:
        """Two records are one person: `merged_id` is linked to `kept_id` and loses nothing; what was bought counts for
        the one kept.

        Refused: draft, no_such_customer, merge_itself, customer_merged (one is linked to another already),
        merge_holds_others (the one to be linked has others linked to it).
        """
        refuse_if(rules.problems_in_reason(reason))
        with self._database.transaction() as connection:
            kept, merged = self._open(connection, kept_id), self._open(connection, merged_id)
            if kept_id == merged_id:
                raise Refused("merge_itself")
            for one in (kept, merged):
                if one.merged_into is not None:
                    raise Refused("customer_merged", number=one.number, kept=one.merged_into.number)
            if merged.merged:
                raise Refused("merge_holds_others", number=merged.number)
            store.link(connection, merged_id, kept_id)
            after = {"kept": kept.number, "merged": merged.number, "reason": reason.strip()}
            for customer_id in (kept_id, merged_id):
                self._audit(connection, by, "merge_customers", customer_id, None, after)
            self._tell_joined(kept_id, merged_id, by)
        return Done(None, CUSTOMERS)

    def unmerge(self, merged_id: UUID, reason: str, by: By) -> Done[None]:
        """They are two after all: the link goes, both stand as before with what each bought.

        Refused: draft, customer_not_merged.
        """
        refuse_if(rules.problems_in_reason(reason))
        with self._database.transaction() as connection:
            merged = self._found(connection, merged_id)
            if merged.merged_into is None:
                raise Refused("customer_not_merged", number=merged.number)
            store.unlink(connection, merged_id, merged.merged_into.id)
            before = {"kept": merged.merged_into.number, "merged": merged.number}
            for one in (merged.merged_into.id, merged_id):
                self._audit(connection, by, "unmerge", one, before, {"reason": reason.strip()})
            self._tell_joined(merged.merged_into.id, merged_id, by)
        return Done(None, CUSTOMERS)

    def when_joined(self, listener: Callable[[UUID, UUID, By], object]) -> None:
        """Have `listener(kept, merged, by)` told inside the transaction when two records became one person, or two
        again: what is counted for each is another sum then."""
        self._joined.append(listener)

    def _tell_joined(self, kept_id: UUID, merged_id: UUID, by: By) -> None:
        for listener in self._joined:
            listener(kept_id, merged_id, by)

    def _put_rest(self, connection: Connection, customer_id: UUID, draft: CustomerDraft) -> None:
        store.put_telephones(connection, customer_id, rules.telephones(draft))
        store.put_keys(connection, customer_id, draft.name)

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


def _values(draft: CustomerDraft) -> dict[str, Any]:
    return {
        "name": clean(draft.name),
        "sex": draft.sex,
        "institution_id": draft.institution_id,
        "note": draft.note.strip(),
    }
