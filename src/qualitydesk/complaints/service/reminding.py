"""Cases and internal requests as sources of reminders: which rungs came up since somebody last looked, by the rules
in force at each one's receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.reminders import Look, Reminder
from qualitydesk.complaints.model.clocks import (
    ClockKind,
    ClockRule,
    ClocksRule,
    ClockState,
    Deadline,
    Pause,
    Unit,
)
from qualitydesk.complaints.rules.clocks import EXTERNAL_GROUP, pause_ends
from qualitydesk.complaints.rules.deriving import due_words
from qualitydesk.complaints.rules.rungs import rungs_to_show, stale_before
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.complaints.store import reminders as rows
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage import told
from qualitydesk.storage.database import Connection, Database

CASE, REQUEST = "case", "request"
"""The names of the two sources."""
Rows = Iterable[tuple[Any, ...]]


@dataclass(frozen=True)
class _Running:
    """A running clock as a row tells it."""

    subject_id: UUID
    rule: ClockRule
    rules: ClocksRule
    state: ClockState
    run: int
    started_at: datetime
    due_at: datetime
    half_at: datetime
    number: str
    level: int | None
    institution_id: UUID
    institution: str
    pause: Pause | None = None


@dataclass(frozen=True)
class _Grounds:
    """What is asked once for a look."""

    calendar: WorkCalendar
    hours: Mapping[UUID, OpenHours]
    zone: str
    now: datetime


class _Clocks:
    """Clocks that are kept as rows. See `basics.reminders.Source`."""

    name = ""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook, calendar: Calendar
    ) -> None:
        self._database = database
        self._directory = directory
        self._calendar = calendar
        self._timing = Timing(clock, directory, rulebook, Calendars(clock, directory, calendar))

    def look(self, employee_id: UUID, since: datetime | None, now: datetime) -> Look:
        """What is to be shown to a person now; nothing of an institution that is closed."""
        with self._database.reading() as connection:
            if since is None:
                grounds = self._grounds(now)
                rule = self._timing.clocks(now).reminders
                edges = (stale_before(rule, one, now) for one in grounds.hours.values())
                begin = min(edges, default=now)
            else:
                grounds, begin = None, since
            offsets = self._timing.reminder_offsets()
            found = self._between(connection, begin, now, offsets)
            if not found:
                return Look()
            grounds = grounds or self._grounds(now)
            opened = {one for one in {each.institution_id for each in found} if grounds.hours[one].is_open(now)}
            return self._told(
                connection,
                employee_id,
                [one for one in found if one.institution_id in opened],
                grounds,
                begin,
                waits=any(one.institution_id not in opened for one in found),
            )

    def standing(self, subjects: Collection[UUID], now: datetime) -> dict[tuple[str, UUID, str], Reminder]:
        """The clocks of these that run now."""
        with self._database.reading() as connection:
            found = self._of(connection, list(subjects))
            grounds = self._grounds(now)
        running = (one for one in found if not _is_paused(one, grounds))
        made = (self._reminder(one, "", "", grounds) for one in running)
        return {one.clock: one for one in made}

    def _between(
        self, connection: Connection, begin: datetime, now: datetime, offsets: Iterable[timedelta]
    ) -> list[_Running]:
        """Those with a rung after `begin` and up to now."""
        raise NotImplementedError

    def _of(self, connection: Connection, subjects: list[UUID]) -> list[_Running]:
        """Those of these subjects."""
        raise NotImplementedError

    def _told(
        self,
        connection: Connection,
        employee_id: UUID,
        found: list[_Running],
        grounds: _Grounds,
        since: datetime,
        *,
        waits: bool,
    ) -> Look:
        seen = told.seen(connection, employee_id, self.name, {one.subject_id for one in found})
        shown: list[Reminder] = []
        passed: set[tuple[UUID, str]] = set()
        for one in found:
            codes = seen.get(one.subject_id, set())
            rungs, over = rungs_to_show(
                [_deadline(one, grounds)],
                one.rules.reminders,
                codes,
                grounds.hours[one.institution_id],
                grounds.now,
                since,
            )
            shown += [self._reminder(one, rung.code, rung.kind, grounds) for rung in rungs]
            passed |= {(one.subject_id, code) for code in over}
        shown.sort(key=lambda one: (one.due_at, one.number, one.code))
        return Look(tuple(shown), frozenset(passed), waits)

    def _grounds(self, now: datetime) -> _Grounds:
        calendar = self._calendar.work_calendar()
        return _Grounds(calendar, self._directory.hours.open_hours_of_all(calendar), self._timing.zone, now)

    def _clocks(self, found: Rows) -> Iterator[_Running]:
        zone, known = self._timing.zone, dict[date, ClocksRule]()
        for row in found:
            subject_id, code, run, state, started, due, half, number, level, received, home, name, paused, why = row
            day = local_day(received, zone)
            rules = known.get(day) or known.setdefault(day, self._timing.clocks(received))
            rule = rules.clock(code)
            if rule is None or half is None:
                continue
            pause = Pause(paused, None, why) if paused is not None else None
            yield _Running(
                subject_id,
                rule,
                rules,
                ClockState(state),
                run,
                started,
                due,
                half,
                number,
                level or None,
                home,
                name,
                pause,
            )

    def _reminder(self, one: _Running, code: str, rung: str, grounds: _Grounds) -> Reminder:
        outside = one.rule.group == EXTERNAL_GROUP
        title = f"clock.external.{one.rule.code.split('.')[1]}" if outside else f"clock.name.{one.rule.code}"
        return Reminder(
            source=self.name,
            subject_id=one.subject_id,
            part=f"{one.rule.code}.{one.run}",
            code=code,
            rung=rung,
            number=one.number,
            title=title,
            institution=one.institution,
            level=one.level,
            due_at=one.due_at,
            due=due_words(_deadline(one, grounds), grounds.zone),
            limit=one.rule.kind is ClockKind.LIMIT,
            provisional=_is_provisional(one, grounds),
        )


class CaseReminders(_Clocks):
    """The clocks of all open cases, and the dates set outside."""

    name = CASE

    def _between(
        self, connection: Connection, begin: datetime, now: datetime, offsets: Iterable[timedelta]
    ) -> list[_Running]:
        moved = tuple(offsets)
        return [
            *self._clocks(rows.due_between(connection, begin, now, moved)),
            *self._externals(rows.externals_between(connection, begin, now, moved)),
        ]

    def _of(self, connection: Connection, subjects: list[UUID]) -> list[_Running]:
        return [
            *self._clocks(rows.running_of(connection, subjects)),
            *self._externals(rows.externals_of(connection, subjects)),
        ]

    def _externals(self, found: Rows) -> Iterator[_Running]:
        for reference, kind, heard, due, case_id, number, level, received, home, name in found:
            rule = ClockRule(
                code=f"{EXTERNAL_GROUP}.{kind}.{_named(reference, due)}",
                group=EXTERNAL_GROUP,
                starts_on="",
                stops_on=(),
                limit=0,
                unit=Unit.HOURS,
                kind=ClockKind.LIMIT,
            )
            yield _Running(
                case_id, rule, self._timing.clocks(received), ClockState.RUNNING, 1, heard, due, due, number,
                level or None, home, name,
            )  # fmt: skip


class RequestReminders(_Clocks):
    """The clocks of internal requests that are not answered."""

    name = REQUEST

    def _between(
        self, connection: Connection, begin: datetime, now: datetime, offsets: Iterable[timedelta]
    ) -> list[_Running]:
        return list(self._clocks(rows.requests_between(connection, begin, now, tuple(offsets))))

    def _of(self, connection: Connection, subjects: list[UUID]) -> list[_Running]:
        return list(self._clocks(rows.requests_of(connection, subjects)))


def _named(reference: str, due: datetime) -> str:
    """Tells a date set outside from another of its kind, in signs a code may have; another date is another clock."""
    return hashlib.sha256(f"{reference} {due.isoformat()}".encode()).hexdigest()[:12]


def _is_paused(one: _Running, grounds: _Grounds) -> bool:
    """A clock kept as paused runs again once its pause has lasted the longest it may."""
    if one.state is not ClockState.PAUSED:
        return False
    if one.pause is None:
        return True
    ends = pause_ends(one.rules, one.pause, grounds.calendar, grounds.hours[one.institution_id])
    return ends is None or grounds.now < ends


def _is_provisional(one: _Running, grounds: _Grounds) -> bool:
    """Whether it is counted over days whose notice is not known."""
    if one.rule.unit not in (Unit.WORKING_DAYS, Unit.OPEN_HOURS) and not one.rule.roll:
        return False
    return not grounds.hours[one.institution_id].is_announced(one.started_at, one.due_at)


def _deadline(one: _Running, grounds: _Grounds) -> Deadline:
    """The clock as the rungs want it, without its derivation."""
    state = ClockState.OVERDUE if grounds.now > one.due_at else ClockState.RUNNING
    return Deadline(
        rule=one.rule,
        run=one.run,
        state=ClockState.PAUSED if _is_paused(one, grounds) else state,
        started_at=one.started_at,
        due_at=one.due_at,
        due_on=local_day(one.due_at - timedelta(microseconds=1), grounds.zone),
        half_at=one.half_at,
        stopped_at=None,
        limit=0,
        provisional=False,
        was_due_at=one.due_at,
    )
