"""What is asked of cases: the board, lists, one case, those alike, rows for the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    BoardLane,
    CaseDraft,
    CaseFilter,
    CaseLine,
    CasePage,
    Lane,
    Likeness,
    Party,
    Relation,
    StatisticsRow,
    Step,
)
from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.complaints.model.work import Deciders
from qualitydesk.complaints.rules import likeness as alike
from qualitydesk.complaints.rules import steps as machine
from qualitydesk.complaints.rules.needs import standing_of
from qualitydesk.complaints.rules.paying import barred
from qualitydesk.complaints.rules.severity import Graded, grade
from qualitydesk.complaints.service.resting import Ends
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.complaints.store import clocks, figures, lists, parts, rows
from qualitydesk.complaints.store.narrowing import Span
from qualitydesk.directory.service import Directory
from qualitydesk.measures.service import Measures
from qualitydesk.members.model import Customer, CustomerDraft
from qualitydesk.members.service import Members
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection, Database
from qualitydesk.storage.files import Files, kept

EVERY = CaseFilter()
DONE_SHOWN = 50
"""Cards of the lane of cases done; the rest is the table's matter."""
_EARLIER = 20
_LOOKED = 5  # times as many similar cases as are shown: some have no level yet
_Spans = tuple[Span, Span]
_ALWAYS: _Spans = ((None, None), (None, None))


class Asking:
    """The cases of one database, read. `calendar` None: Monday to Friday; `members` None: no customers on record."""

    def __init__(
        self,
        database: Database,
        files: Files,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        measures: Measures,
        calendar: Calendar | None = None,
        members: Members | None = None,
    ) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._directory = directory
        self._measures = measures
        self._members = members
        self._timing = Timing(clock, directory, rulebook, Calendars(clock, directory, calendar))
        self._ends = Ends(self._timing)

    @property
    def zone(self) -> str:
        """The group's zone."""
        return self._timing.zone

    def today(self) -> date:
        """The calendar day cases are judged by."""
        return self._directory.today()

    def case(self, case_id: UUID) -> CasePage:
        """One case in full, with where it may go from here. Refused: no_such_case."""
        with self._database.reading() as connection:
            page = self._found(connection, case_id)
            people = (page.intake.complainant, page.intake.patient)
            same = self._same([one.customer_id for one in people])
            phones = [one.telephone for one in people if one.telephone]
            found = lists.earlier(connection, self._phones(phones, same), same, case_id, _EARLIER)
            standing, rule = self._standing(page), self._timing.steps(page.line.received_at)
            nobody = machine.Decider(None)  # who decides is asked when somebody does
            moves = tuple(
                replace(one, problems=tuple(p for p in one.problems if p.field != "decided_by"))
                for one in machine.moves(page.course, standing, rule, nobody)
            )
            missing = machine.missing(page.course.step, standing, rule) if page.course.step else []
            return replace(page, moves=moves, missing=tuple(missing), earlier=tuple(found))

    def clocks(self, case_id: UUID) -> tuple[Deadline, ...]:
        """Every clock of a case as it stands now, with its derivation, the next due first."""
        with self._database.reading() as connection:
            return self._timing.reckoned(connection, self._found(connection, case_id))[0]

    def lines(
        self,
        wanted: CaseFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "received_at",
        descending: bool = True,
    ) -> list[CaseLine]:
        """A page of cases from behind `after` = (sort_value(line, sort), line.id).

        `sort`: received_at, next_due_at, closed_at, number or level.
        """
        now = self._clock.now()
        with self._database.reading() as connection:
            wanted = self._told_late(connection, wanted, now)
            found = lists.lines(
                connection,
                wanted,
                now,
                self._spans(wanted),
                after=after,
                limit=limit,
                sort=sort,
                descending=descending,
            )
            return self._told_days(connection, self._with_pauses(connection, found))

    @staticmethod
    def sort_value(line: CaseLine, sort: str) -> Any:
        """What a line is sorted by, for `after`."""
        return lists.sort_value(line, sort)

    def count(self, wanted: CaseFilter = EVERY) -> int:
        """How many cases fit."""
        now = self._clock.now()
        with self._database.reading() as connection:
            return lists.count(connection, self._told_late(connection, wanted, now), now, self._spans(wanted))

    def board(self, wanted: CaseFilter = EVERY) -> tuple[BoardLane, ...]:
        """Every lane with its cards, the nearest deadline first; of those done the latest only."""
        now, spans = self._clock.now(), self._spans(wanted)
        with self._database.reading() as connection:
            wanted = self._told_late(connection, wanted, now)
            counts = lists.counts_by_step(connection, wanted, now, spans)
            found: dict[Lane, list[CaseLine]] = {lane: [] for lane in Lane}
            cards = self._with_pauses(connection, lists.cards(connection, wanted, now, spans))
            for line in self._told_days(connection, cards):
                found[line.lane].append(line)
            if counts[Lane.DONE]:
                done = replace(wanted, lanes=(Lane.DONE,))
                found[Lane.DONE] = lists.lines(
                    connection, done, now, spans, after=None, limit=DONE_SHOWN, sort="closed_at", descending=True
                )
        return tuple(BoardLane(lane, counts[lane], tuple(found[lane])) for lane in Lane)

    def _with_pauses(self, connection: Connection, found: list[CaseLine]) -> list[CaseLine]:
        """Those paused with why, since when and how long at most."""
        if not any(line.paused for line in found):
            return found
        pauses = self._ends.all(connection)
        return [lists.resting(line, *pauses[line.id]) if line.id in pauses else line for line in found]

    def _told_days(self, connection: Connection, found: list[CaseLine]) -> list[CaseLine]:
        """Those whose moments hang on a notice to come with which of them do."""
        running = ((line, line.next_due_at, line.limit_due_at) for line in found if line.next_due_at is not None)
        spans = ((line.id, line.received_at, max(due, limit or due)) for line, due, limit in running)
        asked = self._timing.calendars.may_be_unsettled(spans)
        told = clocks.unsettled(connection, asked) if asked else {}
        return [lists.unsettled(line, told[line.id]) if line.id in told else line for line in found] if told else found

    def _told_late(self, connection: Connection, wanted: CaseFilter, now: datetime) -> CaseFilter:
        """A filter for what is overdue leaves out the cases that rest."""
        if not wanted.overdue:
            return wanted
        return replace(wanted, without=(*wanted.without, *self._ends.resting(connection, now)))

    def customers_waiting(self) -> list[UUID]:
        """Customers with an open case, as patient or complainant: they should hear from somebody."""
        with self._database.reading() as connection:
            return lists.customers_waiting(connection)

    def search(self, text: str, limit: int = 20) -> list[CaseLine]:
        """The latest cases in which a text stands anywhere, merged ones among them; one sign suffices."""
        with self._database.reading() as connection:
            return lists.found(connection, text, limit)

    def earlier_cases(self, telephone: str, customer_id: UUID | None = None) -> list[CaseLine]:
        """Cases of a telephone or customer, newest first, flagged ones among them.

        A customer's records linked as one person count together, and all their telephones: also complaints from before
        anybody was on record. What a screen shows masked is no telephone.
        """
        phones = [phone] if (phone := _typed(telephone)) else []
        with self._database.reading() as connection:
            same = self._same([customer_id])
            return lists.earlier(connection, self._phones(phones, same), same, None, _EARLIER)

    def flag_of(self, telephone: str, customer_id: UUID | None = None) -> str:
        """Why all staff are asked to take care with this person: as marked among the customers, whether picked there or
        reached by the telephone; "" when nothing is. A flag of a case without a customer stands on the case's line."""
        if self._members is None:
            return ""
        found = [customer_id] if customer_id is not None else []
        phone = alike.digits(telephone)
        if len(phone) >= 7:
            alike_ones = self._members.likely_duplicates(CustomerDraft(telephones=(phone,)))
            found += [one.line.id for one in alike_ones if one.line.flagged]
        flags = (self._members.customer(one).flag for one in found)
        return next((flag.reason for flag in flags if flag is not None), "")

    def likely_duplicates(self, draft: CaseDraft) -> list[Likeness]:
        """Cases of the last 60 days that may be this one: same telephone, same patient, a text alike."""
        now = self._clock.now()
        since = now - timedelta(days=alike.LOOK_BACK_DAYS)
        people = [draft.complainant] if draft.relation is Relation.SELF else [draft.complainant, draft.patient]
        why: dict[UUID, list[str]] = {}
        with self._database.reading() as connection:
            customers = self._same([one.customer_id for one in people])
            phones = self._phones([phone for one in people if len(phone := _typed(one.telephone)) >= 7], customers)
            patient = self._called(draft.complainant if draft.relation is Relation.SELF else draft.patient)
            for case_id, code in lists.same_people(connection, since, phones, patient, customers):
                why.setdefault(case_id, []).append(code)
            told = list(lists.narratives(connection, since, now + timedelta(days=1), draft.institution_id))
            scores = _scores(draft.narrative, told)
            for case_id, score in scores.items():
                if score >= alike.ALIKE:
                    why.setdefault(case_id, []).append("text")
            found = [
                Likeness(line, tuple(dict.fromkeys(why[line.id])), scores.get(line.id, 0.0))
                for line in lists.of_ids(connection, why)
            ]
        return sorted(found, key=lambda one: (-len(one.why), -one.likeness, -one.case.received_at.timestamp()))

    def similar_cases(self, case_id: UUID, limit: int = 10) -> list[Likeness]:
        """Earlier cases with a subject in common that have a level, the likest text first, with what was paid."""
        with self._database.reading() as connection:
            page = self._found(connection, case_id)
            kinds = [one.kind.value for one in page.subjects]
            if not kinds:
                return []
            since = page.line.received_at - timedelta(days=3 * 366)
            told = [
                one
                for one in lists.narratives(connection, since, page.line.received_at, None, subjects=kinds)
                if one[0] != case_id
            ]
            scores = _scores(page.intake.narrative, told)
            likest = sorted((one[0] for one in told), key=lambda one: -scores.get(one, 0.0))[: _LOOKED * limit]
            by_id = {line.id: line for line in lists.of_ids(connection, likest) if line.level is not None}
            best = [one for one in likest if one in by_id][:limit]
            fines = parts.fines(connection, best)
        return [Likeness(by_id[one], ("subject",), scores.get(one, 0.0), fines.get(one, 0)) for one in best]

    def graded(self, case_id: UUID, facts: Any) -> Graded:
        """What the table of today says of these facts, for the dialog that asks them."""
        with self._database.reading() as connection:
            self._found(connection, case_id)
            return grade(facts, self._timing.severity(self.today())[0])

    def statistics(
        self, until: datetime, since: datetime | None = None, institution_id: UUID | None = None
    ) -> Iterator[StatisticsRow]:
        """Cases received before `until` that were open, closed or paid for from `since` on, in order of receipt."""
        with self._database.reading() as connection:
            yield from figures.statistics(connection, until, since, institution_id)

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        """Name and content of an attachment. Refused: file_missing, file_damaged."""
        with self._database.reading() as connection:
            found = rows.file_of(connection, file_id)
        return kept(self._files, found)

    def deciders(self, step: Step, day: date | None = None) -> Sequence[UUID]:
        """Employees whose posts let them complete a step on a day; () = anybody may."""
        day = day or self.today()
        with self._database.reading():
            posts = machine.rule_of(self._timing.steps(self._clock.now()), step).posts
            if not posts:
                return ()
            return tuple(one.id for one in self._directory.people(day=day) if one.post_code in posts)

    def payment_deciders(self, case_id: UUID) -> Deciders:
        """Who may approve or refuse a refund or compensation of a case, but for whoever asked for it."""
        with self._database.reading() as connection:
            page = self._found(connection, case_id)
            posts = self._timing.steps(page.line.received_at).payment_posts
            holders = ((one.id, frozenset({one.post_code})) for one in self._directory.people(day=self.today()))
            people = [
                key for key, held in holders if not barred(machine.Decider(key, held), posts, page.complained_of, None)
            ]
            names = {post.code: post.name for post in self._directory.posts()}
            return Deciders(tuple(names.get(code, code) for code in posts), tuple(people))

    def _found(self, connection: Connection, case_id: UUID, only: frozenset[str] | None = None) -> CasePage:
        found = rows.case_page(connection, case_id, only=only)
        if found is None:
            raise Refused("no_such_case")
        return found

    def _same(self, customers: Sequence[UUID | None]) -> list[UUID]:
        """The customers' records with all that are linked with them."""
        found = [one for one in customers if one is not None]
        if self._members is None:
            return found
        return list(dict.fromkeys(same for one in found for same in self._members.same_person(one)))

    def _phones(self, phones: Sequence[str], customers: Sequence[UUID]) -> list[str]:
        """These telephones with all that are on record of the customers."""
        if self._members is None:
            return list(phones)
        known = [alike.digits(phone) for one in customers for phone in self._on_record(one).telephones]
        return list(dict.fromkeys([*phones, *known]))

    def _called(self, party: Party) -> str:
        """The name as typed; of a customer on record, whom the screen shows masked, the one there."""
        if party.customer_id is None or self._members is None:
            return party.name.strip()
        return self._on_record(party.customer_id).name

    def _on_record(self, customer_id: UUID) -> Customer:
        assert self._members is not None
        return self._members.customer(customer_id)

    def _standing(self, page: CasePage) -> machine.Standing:
        return standing_of(page, self._timing.severity(self._timing.day(page.line.received_at))[0])

    def _spans(self, wanted: CaseFilter) -> _Spans:
        """The days of a filter as moments, from the first of one day to the first after another."""
        if not any((wanted.received_from, wanted.received_to, wanted.closed_from, wanted.closed_to)):
            return _ALWAYS
        zone = ZoneInfo(self._timing.zone)

        def moment(day: date | None, later: int = 0) -> datetime | None:
            return datetime.combine(day + timedelta(days=later), time(), zone) if day is not None else None

        return (
            (moment(wanted.received_from), moment(wanted.received_to, 1)),
            (moment(wanted.closed_from), moment(wanted.closed_to, 1)),
        )


def _typed(telephone: str) -> str:
    """The digits of a telephone; none of one that is shown masked."""
    return "" if "*" in telephone else alike.digits(telephone)


def _scores(narrative: str, told: Sequence[tuple[UUID, str]]) -> dict[UUID, float]:
    own = alike.pairs_of(narrative)
    if len(own) < 4:  # too few words to be like anything
        return {}
    return {case_id: alike.likeness(own, alike.pairs_of(text)) for case_id, text in told}
