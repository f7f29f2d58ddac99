"""Working days and the terms counted in them, pure (methods §3; 民法典 201-203).

The start day never counts; an unannounced year is taken by its weekdays and what depends on it is provisional.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.rulebook.model.days import Due, ListedDay

ONE_DAY = timedelta(days=1)
LONGEST_TERM = 4000
"""Days a count may run over, about eleven years; a calendar without working days stops there."""
_NEW_YEAR_TOUCHES = (12, 29)
"""From this day on a year's end is settled by the next year's notice (29 December 2007 and 2018, 31 December 2022)."""


@dataclass(frozen=True)
class WorkCalendar:
    """Days off and make-up days over an ordinary `week` (ISO weekdays). `announced`: years whose notice is known."""

    listed: Mapping[date, ListedDay] = field(default_factory=dict)
    announced: frozenset[int] = frozenset()
    week: frozenset[int] = frozenset({1, 2, 3, 4, 5})

    @classmethod
    def of(cls, days: Iterable[ListedDay], announced: Collection[int]) -> WorkCalendar:
        """From listed days; the group's own entry of a day stands before the notice's."""
        ordered = sorted(days, key=lambda one: one.own)
        return cls({one.day: one for one in ordered}, frozenset(announced))

    def is_working(self, day: date) -> bool:
        """Whether a day is worked: as listed, else by its weekday."""
        listed = self.listed.get(day)
        return listed.working if listed else day.isoweekday() in self.week

    def is_announced(self, day: date) -> bool:
        """Whether the notices that settle this day are known; of the last days of December also the next year's."""
        if (day.month, day.day) >= _NEW_YEAR_TOUCHES and day.year + 1 not in self.announced:
            return False
        return day.year in self.announced

    def working_days_in(self, year: int) -> int:
        """How many days of a year are worked."""
        first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
        return sum(self.is_working(date.fromordinal(day)) for day in range(first, after))

    def add_working_days(self, start: date, n: int, moved: Collection[date] = ()) -> Due:
        """The n-th working day after `start`; for 0 the day itself or the next that is worked. `moved` do not count."""
        if n == 0:
            return self._rolled(start, ())
        counted: list[date] = []
        settled = True
        for day in self._after(start):
            settled = settled and self.is_announced(day)
            if self.is_working(day) and day not in moved:
                counted.append(day)
            if len(counted) == n:
                break
        return Due(counted[-1], not settled, counted[-1], tuple(counted))

    def add_calendar_days(self, start: date, n: int, roll: bool, moved: Collection[date] = ()) -> Due:
        """The n-th day after `start`, rolled on to a working day where the rule says so. `moved` do not count."""
        raw, left = start, n
        while left:
            raw += ONE_DAY
            left -= raw not in moved
        return self._rolled(raw, ()) if roll else Due(raw, False, raw)

    def add_months(self, start: date, n: int, roll: bool) -> Due:
        """The same day of the month n months on, or the month's last where there is none (民法典 202)."""
        year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
        raw = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
        return self._rolled(raw, ()) if roll else Due(raw, False, raw)

    def add_years(self, start: date, n: int, roll: bool) -> Due:
        """The same day n years on; 29 February becomes the 28th in an ordinary year."""
        return self.add_months(start, 12 * n, roll)

    def deemed_received(self, at: datetime, cut_off: int, zone: str = DEFAULT_ZONE) -> date:
        """The working day on which something counts as received where that rule is on (methods R7, off by default).

        On a day off, or after `cut_off` (minutes after midnight), it counts as received on the next working day.
        """
        here = local(at, zone)
        late = here - here.replace(hour=0, minute=0, second=0, microsecond=0) > timedelta(minutes=cut_off)
        day = here.date()
        return self._rolled(day + ONE_DAY if late and self.is_working(day) else day, ()).day

    def _rolled(self, raw: date, counted: tuple[date, ...]) -> Due:
        """`raw`, or the next working day after it."""
        settled = True
        for day in self._from(raw):
            settled = settled and self.is_announced(day)
            if self.is_working(day):
                return Due(day, not settled, raw, counted)
        raise AssertionError  # _from never ends quietly

    def _after(self, start: date) -> Iterator[date]:
        return self._from(start + ONE_DAY)

    def _from(self, start: date) -> Iterator[date]:
        for ahead in range(LONGEST_TERM):
            yield start + timedelta(days=ahead)
        raise ValueError("no working day within eleven years")
