"""Which cases rest: paused, and not yet for as long as the reason allows. The first page asks it by itself."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model.clocks import Pause, Unit
from qualitydesk.complaints.rules.clocks import days_of, longest_end
from qualitydesk.complaints.rules.terms import Days
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.complaints.store import lists
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection, Database


class _Ends:
    """The last moments that pauses begun since a day may last to, each reckoned once for all alike."""

    def __init__(self, timing: Timing, since: date) -> None:
        self._timing = timing
        self._calendar = timing.calendars.listed(since)
        self._days: dict[Hashable, Days] = {}
        self._known: dict[Hashable, datetime | None] = {}

    def of(self, one: lists.Lasting) -> datetime | None:
        """As `Timing.pause_ends`."""
        edition, rules = self._timing.clocks_edition(one.received_at)
        rule = rules.pauses.get(one.reason)
        if rule is None:
            return None
        by_day = rule.unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)
        asked = rules.due_at_close or not by_day  # most terms end at midnight, whenever it is open
        patterns = self._timing.calendars.patterns(one.institution_id) if asked else ()
        kind = (edition, patterns)
        key = (kind, one.reason, self._timing.day(one.started_at) if by_day else one.started_at)
        if key not in self._known:
            if kind not in self._days:
                hours = OpenHours(self._calendar, patterns, self._timing.zone)
                self._days[kind] = days_of(rules, self._calendar, hours)
            self._known[key] = longest_end(rules, Pause(one.started_at, None, one.reason), self._days[kind])
        return self._known[key]


def _ends(found: Sequence[lists.Lasting], timing: Timing) -> dict[UUID, tuple[lists.Lasting, datetime | None]]:
    if not found:
        return {}
    with timing.calendars.held():
        ends = _Ends(timing, timing.day(min(one.started_at for one in found)))
        return {one.case_id: (one, ends.of(one)) for one in found}


def latest_ends(
    connection: Connection, timing: Timing, ids: Sequence[UUID]
) -> dict[UUID, tuple[lists.Lasting, datetime | None]]:
    """The pauses that last of these cases, each with the last moment its reason allows; by case."""
    return _ends(lists.lasting(connection, ids), timing)


def resting(connection: Connection, timing: Timing, now: datetime) -> list[UUID]:
    """The cases that rest at `now`, as far as they would else be late."""
    found = _ends(lists.lasting_late(connection, now), timing)
    return [key for key, (_pause, end) in found.items() if end is None or now < end]


class Resting:
    """The question by itself, for who lists cases without the complaints' other verbs."""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook, calendar: Calendar | None
    ) -> None:
        self._database = database
        self._timing = Timing(clock, directory, rulebook, Calendars(clock, directory, calendar))

    def cases(self, now: datetime) -> frozenset[UUID]:
        """The cases that rest at `now`, as far as they would else be late."""
        with self._database.reading() as connection:
            return frozenset(resting(connection, self._timing, now))
