"""What is asked of wishes: lists, one in full, the draft of a case, praise by employee, the list for export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock, on_the_wall
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.drafts import CaseDraft, Party, PersonDraft
from qualitydesk.complaints.model.wishes import ORIGIN, Praised, Wish, WishFilter, WishLine, WishState
from qualitydesk.complaints.service.ledger import Ledger
from qualitydesk.complaints.store import entries
from qualitydesk.complaints.store import wish_rows as rows
from qualitydesk.complaints.store.request_tables import wish_events
from qualitydesk.directory.model import Sex
from qualitydesk.directory.service import Directory
from qualitydesk.members.service import Members
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage.database import Connection, Database

EVERY = WishFilter()
BATCH = 500


class WishQuestions(Ledger):
    """The wishes of one database, read. `members` None: no customers on record."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, members: Members | None = None) -> None:
        super().__init__(database, clock, directory)
        self._members = members

    def now(self) -> datetime:
        return self._clock.now()

    def wish(self, wish_id: UUID) -> Wish:
        """One in full, with what all staff are told of its customer. Refused: no_such_wish."""
        with self._database.reading() as connection:
            found = self._found(connection, wish_id)
        customer = found.party.customer_id
        if self._members is None or customer is None:
            return found
        flag = self._members.customer(customer).flag
        return replace(found, flag=flag.reason if flag is not None else "")

    def case_draft(self, found: Wish) -> CaseDraft:
        """The draft of a complaint that the wish hands to the intake: who, where, what, whom, and where it is from."""
        line = found.line
        return CaseDraft(
            institution_id=line.institution_id,
            channel=line.channel,
            complainant=found.party,
            anonymous=found.anonymous,
            narrative=line.words,
            people=tuple(PersonDraft(employee_id) for employee_id, _name in line.named),
            origin_kind=ORIGIN,
            origin_id=line.id,
        )

    def lines(
        self,
        wanted: WishFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "received_at",
        descending: bool = True,
    ) -> list[WishLine]:
        """A page from behind (sort value, id), the newest first; sorts: received_at, number."""
        with self._database.reading() as connection:
            span = self._span(wanted.received_from, wanted.received_to)
            found = rows.lines(connection, wanted, span, after=after, limit=limit, sort=sort, descending=descending)
        return self._flagged(found)

    def _flagged(self, found: Sequence[WishLine]) -> list[WishLine]:
        """With the mark of the customers all staff are asked to take care with."""
        known = {line.customer_id for line in found if line.customer_id is not None}
        if self._members is None or not known:
            return list(found)
        marked = {key for key, customer in self._members.customers(known).items() if customer.flagged}
        return [replace(line, flagged=line.customer_id in marked) for line in found]

    def count(self, wanted: WishFilter = EVERY) -> int:
        """How many `lines` would give without a limit."""
        with self._database.reading() as connection:
            return rows.count(connection, wanted, self._span(wanted.received_from, wanted.received_to))

    def states(self) -> Mapping[WishState, int]:
        """How many stand in each state."""
        with self._database.reading() as connection:
            return rows.counts(connection)

    def of_customer(self, customer_id: UUID) -> list[WishLine]:
        """All of a customer, under every record linked with this one, the newest first."""
        ids = self._members.same_person(customer_id) if self._members is not None else (customer_id,)
        return self.lines(WishFilter(customer_ids=tuple(ids)), limit=None)

    def praise(self, month: date) -> list[Praised]:
        """Who was praised in a month, by the day of receipt: what rewards are given for."""
        first, before = self._month(month)
        with self._database.reading() as connection:
            return rows.praise(connection, first, before)

    def export(self, path: Path, wanted: WishFilter, language: str, *, names: bool = True) -> int:
        """Write the filtered list to a workbook or CSV file, with the customers' names or without; gives the rows."""
        kept = [name for name in _HEAD if names or name not in _NAMING]
        head = tuple(say(language, f"wish_sheet.{name}") for name in kept)
        cells = ([row[name] for name in kept] for row in self._cells(wanted, language))
        return write_table(path, SheetOut(say(language, "wish_sheet.title"), head, cells))

    def _cells(self, wanted: WishFilter, language: str) -> Iterator[Mapping[str, Any]]:
        after = None
        while True:
            page = self.lines(wanted, after=after, limit=BATCH)
            for line in page:
                yield self._row(line, language)
            if len(page) < BATCH:
                return
            after = (page[-1].received_at, page[-1].id)

    def _row(self, line: WishLine, language: str) -> Mapping[str, Any]:
        with self._database.reading() as connection:
            found = self._found(connection, line.id)
        between = "、" if language == "zh" else ", "
        return {
            "number": line.number,
            "institution": line.institution,
            "kind": say(language, f"wish_kind.{line.kind}"),
            "state": say(language, f"wish_state.{line.state}"),
            "received_at": on_the_wall(line.received_at, self.zone),
            "channel": say(language, f"channel.{line.channel}"),
            "about": say(language, f"wish_about.{line.about}") if line.about else "",
            "party": found.party.name,
            "telephone": found.party.telephone,
            "words": line.words,
            "named": between.join(name for _id, name in line.named),
            "department": line.department,
            "employee": line.employee,
            "outcome": say(language, f"wish_outcome.{line.outcome}") if line.outcome else "",
            "answer": found.answer,
            "reason": found.reason,
            "answered_at": on_the_wall(line.answered_at, self.zone),
            "case": found.case[1] if found.case is not None else "",
        }

    def _found(self, connection: Connection, wish_id: UUID) -> Wish:
        found = rows.wish(connection, wish_id)
        if found is None:
            raise Refused("no_such_wish")
        line, row = found
        return Wish(
            line=line,
            party=Party(line.party, Sex(row.party_sex) if row.party_sex else None, row.party_phone, line.customer_id),
            anonymous=row.anonymous,
            backdate_reason=row.backdate_reason,
            received_by=row.receiver or "",
            department_id=row.department_id,
            employee_id=row.employee_id,
            forwarded_at=row.forwarded_at,
            forwarded_by=row.forwarder or "",
            answer=row.answer,
            reason=row.reason,
            answered_by=row.answerer or "",
            zone=self.zone,
            now=self._clock.now(),
            case=(row.case_id, row.case_number) if row.case_id is not None else None,
            timeline=entries.entries(connection, wish_events, wish_id),
        )


_NAMING = ("party", "telephone", "words", "answer", "named", "reason")  # names stand in what was written, too
_HEAD = (
    "number", "institution", "kind", "state", "received_at", "channel", "about", "party", "telephone", "words",
    "named", "department", "employee", "outcome", "answer", "reason", "answered_at", "case",
)  # fmt: skip
