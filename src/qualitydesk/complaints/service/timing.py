"""The clocks of a case: from its course, contacts, money and pauses, by the edition in force at receipt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.complaints.model import CasePage, PauseOffer
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
from qualitydesk.rulebook.rules import read_clocks, read_severity, read_steps
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection

CLOSING = "closing"
"""The clock that says when a case must be closed."""


class Calendars:
    """The working days and an institution's open hours as clocks reckon by them; without `calendar` Monday to Friday.

    While `held`, the calendar is read once: a verb on thousands of cases asks it once.
    """

    def __init__(self, clock: Clock, directory: Directory, calendar: Calendar | None) -> None:
        self._clock = clock
        self._directory = directory
        self._calendar = calendar
        self._own = _Own()

    def of(self, institution_id: UUID) -> tuple[WorkCalendar, OpenHours]:
        """Both, as they stand now."""
        days = self._days()
        return days, self._directory.hours.open_hours(institution_id, days)

    def _days(self) -> WorkCalendar:
        if self._calendar is None:
            return WorkCalendar()
        if self._own.days is not None:
            return self._own.days
        return self._calendar.work_calendar()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the calendar as it stands now while the present thread reckons many cases in one transaction."""
        self._own.days = self._days()
        try:
            yield
        finally:
            self._own.days = None


class _Own(threading.local):
    days: WorkCalendar | None = None


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
        edition = self._rulebook.edition_on(Rule.SEVERITY, on)
        found: SeverityRule = self._read(Rule.SEVERITY, edition.id)
        return found, edition.id

    def edition(self, edition_id: UUID) -> Edition:
        """An edition cited by a decision."""
        found = self._rulebook.edition(edition_id)
        assert found is not None
        return found

    def clocks(self, received_at: datetime) -> ClocksRule:
        """The clocks in force at receipt."""
        found: ClocksRule = self._rule(Rule.CLOCKS, self.day(received_at))
        return found

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

    def day(self, at: datetime) -> date:
        """The group's calendar day of a moment."""
        return local_day(at, self.zone)

    @property
    def zone(self) -> str:
        """The group's zone."""
        group = self._directory.group()
        return group.zone if group is not None else "Asia/Shanghai"

    def _rule(self, rule: Rule, day: date) -> Any:
        return self._read(rule, self._rulebook.edition_on(rule, day).id)

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
        rules = self.clocks(page.line.received_at)
        before = rows.kept(connection, page.line.id, rules)
        institution = self._directory.institution(page.line.institution_id)
        facts = ClockFacts(
            region=institution.region,
            level=page.line.level,
            events=events_of(page.course, _others(page), _ended(page)),
            pauses=tuple(Pause(one.started_at, one.ended_at, one.reason) for one in page.pauses),
            reopenings=tuple(reopened for _closed, reopened in page.course.reopenings),
            externals=tuple(
                ExternalClock(one.kind, one.heard_at, one.due_at, one.done_at, one.reference) for one in page.externals
            ),
            frozen=frozen(before),
        )
        calendar, hours = self.calendars.of(page.line.institution_id)
        found = deadlines(rules, facts, calendar, hours, self._clock.now())
        open_ones = [one for one in found if one.is_open]
        return found, moved(before, open_ones)


def own(found: tuple[Deadline, ...]) -> list[Deadline]:
    """Those reckoned by our rules, to be kept."""
    return [one for one in found if one.rule.group != EXTERNAL_GROUP]


def columns(found: tuple[Deadline, ...], page: CasePage) -> Mapping[str, Any]:
    """What lists sort and show of a case's deadlines."""
    nearest = next_due(found)
    limits = [one for one in found if one.rule.code == CLOSING]
    step = page.course.step
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


def _others(page: CasePage) -> list[Event]:
    """First contact, money (approved with the first, made when all of it has arrived), calls after closing."""
    found = [Event("first_contact", page.first_contact_at)] if page.first_contact_at else []
    found += [Event("after_call", one.at) for one in page.after_calls if one.reached]
    living = [one for one in page.payments if one.lives]
    approved = [one.approved_at for one in living if one.approved_at is not None]
    paid = [one.paid_at for one in living if one.paid_at is not None]
    if approved:
        found.append(Event("payment_approved", min(approved)))
        if len(paid) == len(living):
            found.append(Event("payment_made", max(paid)))
    return found


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
