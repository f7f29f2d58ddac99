"""A person's rights over what is kept of her: the register of requests, a copy of everything, restriction, erasure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.service import Directory
from qualitydesk.members import store
from qualitydesk.members.model import Limit, LimitKind
from qualitydesk.members.model.privacy import (
    PersonRequest,
    PersonRequestDraft,
    RequestAnswer,
    RequestState,
    RestrictDraft,
)
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules import profile as rules
from qualitydesk.members.service.purchases import SUBJECT as PURCHASE
from qualitydesk.members.service.verbs import CUSTOMERS, SUBJECT, Members
from qualitydesk.members.store import privacy as rows
from qualitydesk.members.store.profile_tables import person_requests
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row
from qualitydesk.storage.series import next_number

REQUESTS = frozenset({Change.PERSON_REQUESTS})
REQUEST = "person_request"
"""How the audit names them."""
SERIES = "GQ"  # 个人信息请求

_HEAD = ("number", "customer", "asks", "received", "due", "state", "answered", "answered_by", "answer")


class Privacy:
    """The requests of one database, and the verbs that carry them out."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, members: Members) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._members = members
        self._before: list[Callable[[Sequence[UUID]], str | None]] = []
        self._after: list[Callable[[Sequence[UUID], By], object]] = []

    def ask_before_erasing(self, asked: Callable[[Sequence[UUID]], str | None]) -> None:
        """Have `asked(records of the person)` say by the code of a refusal why she cannot be erased yet; None: she can.

        For features above: a case of hers is open.
        """
        self._before.append(asked)

    def when_erased(self, listener: Callable[[Sequence[UUID], By], object]) -> None:
        """Have `listener(records of the person, by)` told inside the transaction, to erase what the feature keeps."""
        self._after.append(listener)

    # Questions

    def requests(
        self,
        *,
        open_only: bool = False,
        customer_id: UUID | None = None,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "due",
        descending: bool = False,
    ) -> list[PersonRequest]:
        """A page of the register from behind (day due, id); `sort` is due."""
        with self._database.reading() as connection:
            found = rows.requests(
                connection, open_only=open_only, customer_id=customer_id, after=after, limit=limit, sort=sort,
                descending=descending,
            )  # fmt: skip
        today = self.today()
        return [replace(one, overdue=one.late(today)) for one in found]

    def count(self, *, open_only: bool = False) -> int:
        """How many there are."""
        with self._database.reading() as connection:
            return rows.count(connection, open_only=open_only)

    def request(self, request_id: UUID) -> PersonRequest:
        """Refused: no_such_request."""
        with self._database.reading() as connection:
            found = rows.request(connection, request_id)
        if found is None:
            raise Refused("no_such_person_request")
        return found

    def write_register(self, path: Path, *, language: str) -> int:
        """The whole register as a workbook or CSV, as the path's ending says, masked; gives the rows written.

        Refused: disk_full, sheet_not_written.
        """
        words = partial(say, language)
        head = [words(f"person_register.{name}") for name in _HEAD]
        rows = [_register_row(one, words) for one in self.requests(limit=None)]
        return write_table(path, SheetOut(words("person_register.title"), head, rows))

    def today(self) -> date:
        return self._directory.today()

    # Verbs

    def receive_request(self, draft: PersonRequestDraft, by: By) -> Done[UUID]:
        """Enter a request; number GQ2026-0001 by the year of receipt. Refused: draft, no_such_customer."""
        refuse_if(rules.problems_in_request(draft, self.today()))
        assert draft.customer_id is not None and draft.received_on is not None
        with self._database.transaction() as connection:
            self._members.customer(draft.customer_id)
            year = f"{draft.received_on:%Y}"
            number = f"{SERIES}{year}-{next_number(connection, SERIES, year):04d}"
            request_id = new_id()
            values = {
                "customer_id": draft.customer_id,
                "kind": draft.kind,
                "received_on": draft.received_on,
                "due_on": rules.due_on(draft.received_on),
                "words": draft.words.strip(),
            }
            insert_row(
                connection, person_requests, id=request_id, number=number, state=RequestState.OPEN, answer="", **values
            )
            self._audit(connection, by, "receive_request", REQUEST, request_id, None, {"number": number, **values})
        return Done(request_id, REQUESTS)

    def answer_request(self, draft: RequestAnswer, by: By) -> Done[UUID]:
        """Granted, or refused with the reason. Refused: draft, stale, no_such_person_request, request_answered."""
        with self._database.transaction() as connection:
            stood = self.request(draft.request_id)
            if stood.state is not RequestState.OPEN:
                raise Refused("request_answered", number=stood.number)
            refuse_if(rules.problems_in_answer(draft, self.today(), stood.received_on))
            values = {
                "state": RequestState.GRANTED if draft.granted else RequestState.REFUSED,
                "answered_on": draft.answered_on,
                "answered_by": by.decided_by,
                "answer": draft.answer.strip(),
            }
            update_row(connection, person_requests, draft.request_id, draft.revision, **values)
            self._audit(connection, by, "answer_request", REQUEST, draft.request_id, None, values)
        return Done(draft.request_id, REQUESTS)

    def restrict(self, draft: RestrictDraft, by: By) -> Done[None]:
        """Nothing but storage from now on: the person is shown nowhere but by her number.

        Refused: draft, no_such_customer, customer_restricted, customer_erased.
        """
        refuse_if(rules.problems_in_restriction(draft, self.today()))
        with self._database.transaction() as connection:
            for record in self._records(connection, draft.customer_id):
                found = self._members.customer(record)
                if found.limit is not None:
                    raise Refused(f"customer_{found.limit.kind}", number=found.number)
                limit = Limit(LimitKind.RESTRICTED, self._clock.now(), "", draft.why.strip(), draft.until)
                rows.put_limit(connection, record, limit, by.decided_by)
                after = {"why": limit.why, "until": limit.until}
                self._audit(connection, by, "restrict", SUBJECT, record, None, after)
        return Done(None, CUSTOMERS | REQUESTS)

    def lift_restriction(self, customer_id: UUID, reason: str, by: By) -> Done[None]:
        """Shown and used as before. Refused: draft, no_such_customer, customer_not_restricted."""
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            for record in self._records(connection, customer_id):
                found = self._members.customer(record)
                if found.limit is None or found.limit.kind is not LimitKind.RESTRICTED:
                    raise Refused("customer_not_restricted", number=found.number)
                rows.lift_limit(connection, record)
                before = {"why": found.limit.why, "until": found.limit.until}
                self._audit(connection, by, "lift_restriction", SUBJECT, record, before, {"reason": reason.strip()})
        return Done(None, CUSTOMERS | REQUESTS)

    def erase(self, customer_id: UUID, reason: str, by: By) -> Done[int]:
        """Take away for good everything by which this person could be known; number, sums and days are left.

        What the audit kept of her becomes tombstones in an unbroken chain; papers issued stay as they were. Gives how
        many entries were emptied. Refused: draft, no_such_customer, customer_erased, and what features above say.
        """
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            records = self._records(connection, customer_id)
            for record in records:
                found = self._members.customer(record)
                if found.limit is not None and found.limit.kind is LimitKind.ERASED:
                    raise Refused("customer_erased", number=found.number)
            for asked in self._before:
                if (code := asked(records)) is not None:
                    raise Refused(code)
            emptied = sum(self._erase(connection, record, reason.strip(), by) for record in records)
            for listener in self._after:
                listener(records, by)
        return Done(emptied, CUSTOMERS | REQUESTS)

    def _erase(self, connection: Connection, customer_id: UUID, reason: str, by: By) -> int:
        now = self._clock.now()
        requested = rows.requests_of(connection, customer_id)
        bought = [(PURCHASE, one) for one in rows.bills_of(connection, customer_id)]
        rows.wipe(connection, customer_id)
        emptied = audit.erase(connection, by, now, SUBJECT, customer_id, bought)
        emptied += sum(audit.erase(connection, by, now, REQUEST, one) for one in requested)
        limit = Limit(LimitKind.ERASED, now, "", reason)
        rows.put_limit(connection, customer_id, limit, by.decided_by)
        self._audit(connection, by, "erase_customer", SUBJECT, customer_id, None, {"reason": reason})
        return emptied

    def _records(self, connection: Connection, customer_id: UUID) -> tuple[UUID, ...]:
        self._members.customer(customer_id)  # Refused when there is none
        return store.same_person(connection, customer_id)

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        subject: str,
        subject_id: UUID,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, subject, subject_id, before, after)


def _register_row(one: PersonRequest, words: Callable[[str], str]) -> tuple[str | date | None, ...]:
    return (
        one.number, f"{one.customer.called} {one.customer.number}", capital(words(f"asked.{one.kind}")),
        one.received_on, one.due_on, capital(words(f"person_request.{one.state}")), one.answered_on, one.answered_by,
        one.answer,
    )  # fmt: skip
