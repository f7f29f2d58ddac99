"""The clocks of a case: from its course, contacts, money and pauses, by the edition in force at receipt."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any, TypeVar
from uuid import UUID

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CasePage, Course, Leave, PauseOffer, Step
from qualitydesk.complaints.model.clocks import (
    ClockFacts,
    ClockKind,
    ClocksRule,
    Deadline,
    Event,
    ExternalClock,
    Moved,
    Pause,
    Unit,
)
from qualitydesk.complaints.rules.clocks import EXTERNAL_GROUP, deadlines, frozen, moved, next_due, pause_ends
from qualitydesk.complaints.rules.events import events_of
from qualitydesk.complaints.store import clocks as rows
from qualitydesk.complaints.store.tables import FAR
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.model.cases import SeverityRule, StepsRule
from qualitydesk.rulebook.model.days import WeeklyHours
from qualitydesk.rulebook.rules import read_clocks, read_severity, read_steps
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection

T = TypeVar("T")
CLOSING = "closing"
"""The clock that says when a case must be closed."""


_SPILL = timedelta(days=5)
"""The last days of December may be settled by the next year's notice; with a day for the zone."""


def _years(begun: datetime, due: datetime) -> range:
    return range((begun - _SPILL).year, (due + _SPILL).year + 1)


class Calendars:
    """The working days and an institution's open hours as clocks reckon by them; without `calendar` Monday to Friday.

    While `held`, each thing is asked once: a verb on thousands of cases reads the calendar, hours and rules one time.
    """

    def __init__(self, clock: Clock, directory: Directory, calendar: Calendar | None) -> None:
        self._clock = clock
        self._directory = directory
        self._calendar = calendar
        self._own = _Own()

    def of(self, institution_id: UUID) -> tuple[WorkCalendar, OpenHours]:
        """Both, as they stand now."""
        days = self.once("days", self._days)
        hours = self.once(("hours", institution_id), lambda: self._directory.hours.open_hours(institution_id, days))
        return days, hours

    def _days(self) -> WorkCalendar:
        return WorkCalendar() if self._calendar is None else self._calendar.work_calendar()

    def listed(self, since: date) -> WorkCalendar:
        """The days from `since` on, for terms that begin no earlier; says nothing of what is announced."""
        return WorkCalendar.of(() if self._calendar is None else self._calendar.listed(since), ())

    def may_be_unsettled(self, spans: Iterable[tuple[UUID, datetime, datetime]]) -> list[UUID]:
        """Of terms (key, begun or earlier, due) those whose days off may not be announced; none is left out that hangs
        on a notice. To be asked before each one's own clock is looked at."""
        announced = frozenset() if self._calendar is None else self._calendar.announced()
        return [key for key, begun, due in spans if not announced.issuperset(_years(begun, due))]

    def patterns(self, institution_id: UUID) -> tuple[WeeklyHours, ...]:
        """An institution's entries of hours, those of all asked for in one question while held."""
        return self.once("patterns", self._directory.hours.patterns).get(institution_id, ())

    def once(self, key: Hashable, ask: Callable[[], T]) -> T:
        """What `ask` gives; while held, what it gave the first time."""
        known = self._own.known
        if known is None:
            return ask()
        if key not in known:
            known[key] = ask()
        found: T = known[key]
        return found

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep everything as it stands now while the present thread reckons many cases in one transaction."""
        before = self._own.known
        self._own.known = {} if before is None else before
        try:
            yield
        finally:
            self._own.known = before


class _Own(threading.local):
    known: dict[Hashable, Any] | None = None


class Timing:
    """Rules and clocks of cases."""

    def __init__(self, clock: Clock, directory: Directory, rulebook: Rulebook, calendars: Calendars) -> None:
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self.calendars = calendars
        self._read: Callable[[str, UUID], Any] = lru_cache(maxsize=32)(self._read_edition)

    def steps(self, received_at: datetime) -> StepsRule:
        """The steps in force at receipt."""
        found: StepsRule = self._rule(Rule.STEPS, self.day(received_at))
        return found

    def severity(self, on: date) -> tuple[SeverityRule, UUID]:
        """The severity table in force on a day, and its edition."""
        edition_id = self._edition(Rule.SEVERITY, on)
        found: SeverityRule = self._read(Rule.SEVERITY, edition_id)
        return found, edition_id

    def edition(self, edition_id: UUID) -> Edition:
        """An edition cited by a decision."""
        found = self.calendars.once(("edition", edition_id), lambda: self._rulebook.edition(edition_id))
        assert found is not None
        return found

    def clocks(self, received_at: datetime) -> ClocksRule:
        """The clocks in force at receipt."""
        return self.clocks_edition(received_at)[1]

    def clocks_edition(self, received_at: datetime) -> tuple[UUID, ClocksRule]:
        """The same with the id of their edition."""
        edition_id = self._edition(Rule.CLOCKS, self.day(received_at))
        found: ClocksRule = self._read(Rule.CLOCKS, edition_id)
        return edition_id, found

    def by_the_calendar(self) -> frozenset[str]:
        """The codes of the clocks, of any edition, that days off or open hours have a say in."""
        found: set[str] = set()
        for edition in self._rulebook.editions(Rule.CLOCKS):
            rules: ClocksRule = self._read(Rule.CLOCKS, edition.id)
            found |= {
                one.code
                for one in rules.clocks
                if one.unit in (Unit.WORKING_DAYS, Unit.OPEN_HOURS)
                or one.roll
                or (rules.due_at_close and one.unit is Unit.CALENDAR_DAYS)
            }
        return frozenset(found)

    def reminder_offsets(self) -> tuple[timedelta, ...]:
        """How far from a deadline, before it negative, any edition reminds of it; at the deadline itself, too."""
        found = {0}
        for edition in self._rulebook.editions(Rule.CLOCKS):
            rule: ClocksRule = self._read(Rule.CLOCKS, edition.id)
            found |= {-minutes for minutes in rule.reminders.before} | set(rule.reminders.after)
        return tuple(timedelta(minutes=minutes) for minutes in sorted(found))

    def day(self, at: datetime) -> date:
        """The group's calendar day of a moment."""
        return local_day(at, self.zone)

    @property
    def zone(self) -> str:
        """The group's zone."""
        group = self.calendars.once("group", self._directory.group)
        return group.zone if group is not None else "Asia/Shanghai"

    def _rule(self, rule: Rule, day: date) -> Any:
        return self._read(rule, self._edition(rule, day))

    def _edition(self, rule: Rule, day: date) -> UUID:
        begun = self.calendars.once((rule, "begun"), lambda: self._rulebook.begun(rule))
        at = bisect_right(begun, day, key=lambda one: one[0])
        if not at:
            raise Refused("no_edition", rule=rule, day=day.isoformat())
        return begun[at - 1][1]

    def _read_edition(self, rule: str, edition_id: UUID) -> Any:
        edition = self._rulebook.edition(edition_id)
        assert edition is not None
        return _READERS[Rule(rule)](edition.values)

    def pause_offers(self, page: CasePage, start: datetime) -> tuple[PauseOffer, ...]:
        """Every reason the rules in force for this case know, with the latest moment a pause begun now may last to."""
        calendar, hours = self.calendars.of(page.line.institution_id)
        rules = self.clocks(page.line.received_at)
        found = []
        for one in rules.pauses.values():
            latest = pause_ends(rules, Pause(start, None, one.reason), calendar, hours)
            assert latest is not None
            found.append(PauseOffer(one.reason, one.longest, one.unit, latest))
        return tuple(found)

    def pause_ends(self, page: CasePage, reason: str, start: datetime) -> datetime | None:
        """When a pause ends by itself at the latest; None when its reason is not in the rules."""
        calendar, hours = self.calendars.of(page.line.institution_id)
        return pause_ends(self.clocks(page.line.received_at), Pause(start, None, reason), calendar, hours)

    def reckoned(self, connection: Connection, page: CasePage) -> tuple[tuple[Deadline, ...], tuple[Moved, ...]]:
        """A case's deadlines as they stand now, and those that moved since last kept. What had stopped stays."""
        before = rows.kept(connection, page.line.id, self.clocks(page.line.received_at))
        found = self.deadlines(_timed(page), frozen(before))
        open_ones = [one for one in found if one.is_open]
        return found, moved(before, open_ones)

    def _region(self, institution_id: UUID) -> str:
        ask = partial(self._directory.institution, institution_id)
        return self.calendars.once(("institution", institution_id), ask).region

    def deadlines(self, timed: Timed, kept: tuple[Deadline, ...] = ()) -> tuple[Deadline, ...]:
        """Every deadline as it stands now; `kept`: those that had stopped before and never change."""
        facts = ClockFacts(
            region=self._region(timed.institution_id),
            level=timed.level,
            events=tuple(one for one in timed.events() if timed.since is None or one.at > timed.since),
            pauses=timed.pauses,
            reopenings=tuple(reopened for _closed, reopened in timed.course.reopenings),
            externals=timed.externals,
            frozen=kept,
        )
        calendar, hours = self.calendars.of(timed.institution_id)
        return deadlines(self.clocks(timed.received_at), facts, calendar, hours, self._clock.now())


@dataclass(frozen=True)
class Timed:
    """What a case's clocks are reckoned from.

    `payments`: (approved at, paid at) of those that live; `after_calls`: those after closing that reached somebody;
    `ended_at`: when it was merged into another; `since`: what happened up to then is not reckoned (see
    `not_reckoned_until`).
    """

    institution_id: UUID
    received_at: datetime
    level: int | None
    course: Course
    first_contact_at: datetime | None = None
    payments: tuple[tuple[datetime | None, datetime | None], ...] = ()
    pauses: tuple[Pause, ...] = ()
    externals: tuple[ExternalClock, ...] = ()
    after_calls: tuple[datetime, ...] = ()
    ended_at: datetime | None = None
    since: datetime | None = None

    def events(self) -> tuple[Event, ...]:
        """The course, first contact, calls after closing, and money: approved with the first, made with the last."""
        found = [Event("first_contact", self.first_contact_at)] if self.first_contact_at else []
        found += [Event("after_call", at) for at in self.after_calls]
        approved = [at for at, _paid in self.payments if at is not None]
        paid = [at for _approved, at in self.payments if at is not None]
        if approved:
            found.append(Event("payment_approved", min(approved)))
            if len(paid) == len(self.payments):
                found.append(Event("payment_made", max(paid)))
        return events_of(self.course, found, self.ended_at)


IMPORTED = "import"
"""The origin of a case taken over from an older list."""


def not_reckoned_until(origin_kind: str, course: Course, recorded_at: datetime) -> datetime | None:
    """Of a case that was closed before it was taken over from a list only what came after that is reckoned: the list
    says nothing of its steps. None: everything is."""
    first = course.visits[0]
    closed_before = first.how is Leave.SKIP and first.left_at is not None and first.left_at <= recorded_at
    return recorded_at if origin_kind == IMPORTED and closed_before else None


def _timed(page: CasePage) -> Timed:
    return Timed(
        institution_id=page.line.institution_id,
        received_at=page.line.received_at,
        level=page.line.level,
        course=page.course,
        first_contact_at=page.first_contact_at,
        payments=tuple((one.approved_at, one.paid_at) for one in page.payments if one.lives),
        pauses=tuple(Pause(one.started_at, one.ended_at, one.reason) for one in page.pauses),
        externals=tuple(
            ExternalClock(one.kind, one.heard_at, one.due_at, one.done_at, one.reference) for one in page.externals
        ),
        after_calls=tuple(one.at for one in page.after_calls if one.reached),
        ended_at=_ended(page),
        since=not_reckoned_until(page.intake.origin_kind, page.course, page.recorded_at),
    )


def own(found: tuple[Deadline, ...]) -> list[Deadline]:
    """Those reckoned by our rules, to be kept."""
    return [one for one in found if one.rule.group != EXTERNAL_GROUP]


def columns(found: tuple[Deadline, ...], step: Step | None) -> Mapping[str, Any]:
    """What lists sort and show of a case's deadlines."""
    nearest = next_due(found)
    limits = [one for one in found if one.rule.code == CLOSING]
    targets = [
        one.due_at
        for one in found
        if one.is_open and step is not None and step.code in one.rule.steps and one.rule.kind is ClockKind.TARGET
    ]
    return {
        "next_due_at": nearest.due_at if nearest else FAR,
        "next_clock": nearest.rule.code if nearest else "",
        "limit_due_at": limits[-1].due_at if limits else None,
        "step_due_at": min(targets, default=None),
    }


def _ended(page: CasePage) -> datetime | None:
    """When it was merged into another."""
    if page.line.merged_into is None:
        return None
    return next((one.at for one in reversed(page.timeline) if one.verb == "merge"), None)


def slack(at: datetime | None, now: datetime) -> datetime:
    """The moment meant: now when none was given, or when the window's clock ran a little ahead."""
    if at is None or timedelta() < at - now <= timedelta(minutes=1):
        return now
    return at


_READERS: Mapping[Rule, Callable[[Mapping[str, Any]], object]] = {
    Rule.STEPS: read_steps,
    Rule.SEVERITY: read_severity,
    Rule.CLOCKS: read_clocks,
}
