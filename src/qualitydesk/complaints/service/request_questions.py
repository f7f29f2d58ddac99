"""What is asked of internal requests: lists, one with its clock, a month's sums, what is due, the list for export."""

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
from qualitydesk.complaints.model.clocks import ClockFacts, Moved
from qualitydesk.complaints.model.requests import (
    UNANSWERED,
    Request,
    RequestFilter,
    RequestLine,
    RequestsDue,
    RequestState,
    RequestSums,
)
from qualitydesk.complaints.rules.clocks import deadlines, frozen, moved
from qualitydesk.complaints.rules.requests import ANSWER_CLOCK, Doer, events_of
from qualitydesk.complaints.service.ledger import Ledger
from qualitydesk.complaints.service.requests_due import requests_due
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.complaints.store import clocks, entries
from qualitydesk.complaints.store import request_rows as rows
from qualitydesk.complaints.store.request_tables import request_clocks, request_events
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage.database import Connection, Database
from qualitydesk.storage.files import Files, kept

EVERY = RequestFilter()
BATCH = 500  # rows read at a time for an export


class RequestQuestions(Ledger):
    """The internal requests of one database, read. `calendar` None: Monday to Friday."""

    def __init__(
        self,
        database: Database,
        files: Files,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        calendar: Calendar | None = None,
    ) -> None:
        super().__init__(database, clock, directory)
        self._files = files
        self._timing = Timing(clock, directory, rulebook, Calendars(clock, directory, calendar))

    def now(self) -> datetime:
        """The moment clocks are judged by."""
        return self._clock.now()

    def request(self, request_id: UUID) -> Request:
        """One in full, its clock reckoned for now. Refused: no_such_request."""
        with self._database.reading() as connection:
            return self._reckoned(connection, request_id)[0]

    def lines(
        self,
        wanted: RequestFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "due_at",
        descending: bool = False,
    ) -> list[RequestLine]:
        """A page from behind (sort value, id); sorts: due_at, received_at, number."""
        span = self._span(wanted.received_from, wanted.received_to)
        with self._database.reading() as connection:
            found = rows.lines(
                connection, wanted, self._clock.now(), span, after=after, limit=limit, sort=sort, descending=descending
            )
            asked = self._timing.calendars.may_be_unsettled(
                (line.id, line.received_at, line.due_at) for line in found if line.state in UNANSWERED
            )
            told = clocks.unsettled(connection, asked, request_clocks) if asked else {}
            return (
                [replace(line, provisional=line.due_at in told.get(line.id, ())) for line in found] if told else found
            )

    def count(self, wanted: RequestFilter = EVERY) -> int:
        """How many `lines` would give without a limit."""
        with self._database.reading() as connection:
            span = self._span(wanted.received_from, wanted.received_to)
            return rows.count(connection, wanted, self._clock.now(), span)

    def states(self) -> Mapping[RequestState, int]:
        """How many stand in each state."""
        with self._database.reading() as connection:
            return rows.states(connection)

    def sums(self, month: date | None = None) -> RequestSums:
        """A month's requests (default the present one), and what stands open now."""
        day = (month or self.today()).replace(day=1)
        first, before = self._month(day)
        with self._database.reading() as connection:
            return RequestSums(day, **rows.sums(connection, first, before, self._clock.now()))

    def due(self) -> RequestsDue:
        """What the first page tells (`requests_due`)."""
        return requests_due(self._database, self._clock)

    def doer(self, who: UUID | None) -> Doer:
        """Who decides, as the rules ask."""
        return self._doer(who)

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        """Name and content of a file. Refused: file_missing, file_damaged."""
        with self._database.reading() as connection:
            found = rows.file_of(connection, file_id)
        return kept(self._files, found)

    def export(self, path: Path, wanted: RequestFilter, language: str) -> int:
        """Write the filtered list to a workbook or CSV file; gives the rows written."""
        head = tuple(say(language, f"request_sheet.{name}") for name in _HEAD)
        return write_table(path, SheetOut(say(language, "request_sheet.title"), head, self._cells(wanted, language)))

    def export_unanswered(self, path: Path, language: str) -> int:
        """The month's list for the director: every request without an answer, the one owed longest first."""
        return self.export(path, RequestFilter(unanswered=True), language)

    def _cells(self, wanted: RequestFilter, language: str) -> Iterator[Sequence[Any]]:
        now, after = self._clock.now(), None
        while True:
            page = self.lines(wanted, after=after, limit=BATCH)
            for line in page:
                yield self._row(line, now, language)
            if len(page) < BATCH:
                return
            after = (page[-1].due_at, page[-1].id)

    def _row(self, line: RequestLine, now: datetime, language: str) -> Sequence[Any]:
        with self._database.reading() as connection:
            found = rows.request(connection, line.id)
        late = line.missed or line.is_overdue(now)
        return (
            line.number,
            line.institution,
            line.department,
            line.asker,
            line.asked,
            line.words,
            say(language, f"urgency.{line.urgency}"),
            say(language, f"request_state.{line.state}"),
            on_the_wall(line.received_at, self.zone),
            on_the_wall(line.due_at, self.zone),
            say(language, "request_sheet.late") if late else "",
            on_the_wall(line.answered_at, self.zone),
            found[1].answerer or "" if found is not None else "",
            found[1].answer if found is not None else "",
            line.returned or None,
            on_the_wall(line.closed_at, self.zone),
        )

    def _department_name(self, department_id: UUID | None) -> str:
        return next((one.name for one in self._directory.departments() if one.id == department_id), "")

    def _found(self, connection: Connection, request_id: UUID) -> Request:
        """One in full, without its clock."""
        found = rows.request(connection, request_id)
        if found is None:
            raise Refused("no_such_request")
        line, row = found
        return Request(
            line=line,
            since=row.since,
            backdate_reason=row.backdate_reason,
            received_by=row.receiver or "",
            accepted_by=row.accepter or "",
            answer=row.answer,
            answered_by_id=row.answered_by,
            answered_by=row.answerer or "",
            closed_by=row.closer or "",
            zone=self.zone,
            now=self._clock.now(),
            timeline=entries.entries(connection, request_events, request_id),
            files=rows.files(connection, request_id),
        )

    def _reckoned(self, connection: Connection, request_id: UUID) -> tuple[Request, tuple[Moved, ...]]:
        """With its clock as it stands now, and the deadlines that moved since last kept. What had stopped stays."""
        found = self._found(connection, request_id)
        line = found.line
        rules = self._timing.clocks(line.received_at)
        own = tuple(rule for rule in rules.clocks if rule.code == ANSWER_CLOCK)
        before = clocks.kept(connection, request_id, rules, request_clocks)
        facts = ClockFacts(
            region=self._directory.institution(line.institution_id).region,
            level=None,
            events=events_of(line.received_at, found.timeline),
            frozen=frozen(before),
        )
        calendar, hours = self._timing.calendars.of(line.institution_id)
        told = deadlines(replace(rules, clocks=own), facts, calendar, hours, self._clock.now())
        shifted = moved(before, [one for one in told if one.is_open])
        return replace(found, clocks=told), shifted


_HEAD = (
    "number", "institution", "department", "asker", "asked", "words", "urgency", "state", "received_at", "due_at",
    "late", "answered_at", "answered_by", "answer", "returned", "closed_at",
)  # fmt: skip
