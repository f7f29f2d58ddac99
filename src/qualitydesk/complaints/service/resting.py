"""Which cases rest: paused, and not yet for as long as the reason allows. The first page asks it by itself."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
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
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

Ending = tuple[lists.Lasting, datetime | None]
"""A pause with the last moment its reason allows; None when its reason is not in the rules."""


class Ends:
    """The last moments that the pauses which last may last to, by case; remembered until a verb changes anything.

    Asked by readers, not within a verb.
    """

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._known: tuple[str, Mapping[UUID, Ending]] | None = None

    def all(self, connection: Connection) -> Mapping[UUID, Ending]:
        """Every pause that lasts, with its end."""
        newest = audit.newest(connection)
        if (known := self._known) is not None and known[0] == newest:
            return known[1]
        found = lists.lasting(connection)
        ends: dict[UUID, Ending] = {}
        if found:
            with self._timing.calendars.held():
                reckoned = _Reckoned(self._timing, self._timing.day(min(one.started_at for one in found)))
                ends = {one.case_id: (one, reckoned.end(one)) for one in found}
        self._known = newest, ends
        return ends

    def resting(self, connection: Connection, now: datetime) -> list[UUID]:
        """The cases that rest at `now`, as far as they would else be late."""
        ends = self.all(connection)
        return [key for key, (one, end) in ends.items() if one.next_due_at < now and (end is None or now < end)]


class _Reckoned:
    """The last moments that pauses begun since a day may last to, each reckoned once for all alike."""

    def __init__(self, timing: Timing, since: date) -> None:
        self._timing = timing
        self._calendar = timing.calendars.listed(since)
        self._days: dict[Hashable, Days] = {}
        self._known: dict[Hashable, datetime | None] = {}

    def end(self, one: lists.Lasting) -> datetime | None:
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


class Resting:
    """The question by itself, for who lists cases without the complaints' other verbs."""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook, calendar: Calendar | None
    ) -> None:
        self._database = database
        self._ends = Ends(Timing(clock, directory, rulebook, Calendars(clock, directory, calendar)))

    def cases(self, now: datetime) -> frozenset[UUID]:
        """The cases that rest at `now`, as far as they would else be late."""
        with self._database.reading() as connection:
            return frozenset(self._ends.resting(connection, now))
