"""Open time between moments, and the moment at which so much open time has passed; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.basics.errors import Problem
from qualitydesk.rulebook.model.days import DEFAULT_HOURS, MIDNIGHT, Span, WeeklyHours
from qualitydesk.rulebook.rules.workdays import LONGEST_TERM, ONE_DAY, WorkCalendar


@dataclass(frozen=True)
class OpenHours:
    """Opening hours over a calendar. `patterns`: by their first day; before the first the default holds."""

    calendar: WorkCalendar
    patterns: tuple[WeeklyHours, ...] = ()
    zone: str = DEFAULT_ZONE

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """When it is open on a day, in order; () when closed all day."""
        pattern = self._pattern(day)
        listed = self.calendar.listed.get(day)
        if listed is None:
            return pattern.week[day.weekday()]
        return pattern.make_up if listed.working else pattern.days_off

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at a moment; at closing time no longer."""
        return any(start <= at < end for start, end in self._segments_on(local_day(at, self.zone)))

    def closing_on(self, day: date) -> datetime | None:
        """When it closes on a day, UTC; None when it is not open."""
        segments = self._segments_on(day)
        return segments[-1][1] if segments else None

    def last_closing(self, day: date, before: datetime) -> datetime | None:
        """When it closed last on a day, not after a moment; None when it did not."""
        return max((end for _, end in self._segments_on(day) if end <= before), default=None)

    def segments(self, after: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of open time from a moment on, UTC, in order. ValueError when nothing opens for eleven years."""
        day = local_day(after, self.zone) - ONE_DAY
        closed = 0
        while closed < LONGEST_TERM:
            day += ONE_DAY
            closed += 1
            for start, end in self._segments_on(day):
                if end > after:
                    closed = 0
                    yield max(start, after), end
        raise ValueError("never open")

    def open_time_between(self, start: datetime, end: datetime) -> timedelta:
        """How long it is open from `start` to `end`; zero when `end` is not later."""
        total = timedelta()
        day, last = local_day(start, self.zone), local_day(end, self.zone)
        while day <= last:
            for opens, closes in self._segments_on(day):
                total += max(timedelta(), min(closes, end) - max(opens, start))
            day += ONE_DAY
        return total

    def add_open_time(self, start: datetime, length: timedelta) -> datetime:
        """The first moment by which it has been open for `length` since `start`; rather a closing than an opening."""
        if length <= timedelta():
            return start
        for opens, closes in self.segments(start):
            if closes - opens >= length:
                return opens + length
            length -= closes - opens
        raise AssertionError  # segments never end quietly

    def is_announced(self, start: datetime, end: datetime) -> bool:
        """Whether every day from `start` to `end` is settled by a known notice."""
        first, last = local_day(start, self.zone), local_day(end, self.zone)
        return all(
            self.calendar.is_announced(first + timedelta(days=ahead)) for ahead in range((last - first).days + 1)
        )

    def _pattern(self, day: date) -> WeeklyHours:
        standing = [pattern for pattern in self.patterns if pattern.since <= day]
        return max(standing, key=lambda pattern: pattern.since, default=DEFAULT_HOURS)

    def _segments_on(self, day: date) -> list[tuple[datetime, datetime]]:
        return [(self._at(day, span.opens), self._at(day, span.closes)) for span in self.spans_on(day)]

    def _at(self, day: date, minutes: int) -> datetime:
        ahead, minutes = divmod(minutes, MIDNIGHT)
        wall = datetime.combine(day + timedelta(days=ahead), time(minutes // 60, minutes % 60), ZoneInfo(self.zone))
        return wall.astimezone(UTC)


_TIME = r"(\d{1,2})(?:[:：.](\d{2}))?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|~|～|至|到)\s*{_TIME}")
_BETWEEN = re.compile(r"[\s,，、;；]*")


def spans_of(text: str) -> tuple[Span, ...] | None:
    """Hours as people type them: "8:30-12:00 13:30-17:30", "9-18", "" for closed; None when it says none."""
    text, spans, at = text.strip(), [], 0
    while at < len(text):
        found = _SPAN.match(text, at)
        if found is None:
            return None
        hour, minute, to_hour, to_minute = (int(part or 0) for part in found.groups())
        if minute > 59 or to_minute > 59:
            return None
        spans.append(Span(hour * 60 + minute, to_hour * 60 + to_minute))
        between = _BETWEEN.match(text, found.end())
        assert between is not None  # it may be empty
        at = between.end()
    return tuple(spans)


def hours_text(spans: tuple[Span, ...]) -> str:
    """Spans as `spans_of` reads them: 08:30–12:00 13:30–17:30."""
    return " ".join(span.words() for span in spans)


def problems_in_hours(hours: WeeklyHours) -> tuple[Problem, ...]:
    """What is wrong with opening hours, beside "week.0" (Monday) to "week.6", "make_up" and "days_off"."""
    found: list[Problem] = []
    days = {**{f"week.{number}": spans for number, spans in enumerate(hours.week)}}
    days |= {"make_up": hours.make_up, "days_off": hours.days_off}
    for field, spans in days.items():
        if any(not 0 <= span.opens < span.closes <= MIDNIGHT for span in spans):
            found.append(Problem(field, "hours_reversed"))
        elif any(later.opens < earlier.closes for earlier, later in pairwise(spans)):
            found.append(Problem(field, "hours_overlap"))
    if not found and not any(hours.week):
        found.append(Problem("week.0", "hours_never"))
    return tuple(found)
