"""How far a clock's time reaches when pauses and rests stand still: by the moment, in open time, in days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model.clocks import ClockRule, Unit
from qualitydesk.rulebook.model.days import Due
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import ONE_DAY, WorkCalendar

Still = tuple[datetime, datetime]
"""A stretch that does not count, from and to."""


@dataclass(frozen=True)
class Term:
    """Where a term ends. `days`: how it was counted, for terms in days."""

    due_at: datetime
    due_on: date
    provisional: bool
    days: Due | None = None


@dataclass(frozen=True)
class Days:
    """What terms in days are reckoned with. `at_close`: they end when the institution closes, not at 24:00."""

    calendar: WorkCalendar
    hours: OpenHours
    at_close: bool = False


def joined(stretches: Iterable[Still]) -> list[Still]:
    """Overlapping stretches as one, in order; empty ones left out."""
    found: list[Still] = []
    for start, end in sorted(stretches):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def term(rule: ClockRule, limit: int, start: datetime, first_day: date, still: list[Still], days: Days) -> Term:
    """The end of `limit` units from `start`; terms in days are counted from `first_day`, which never counts itself."""
    if rule.unit in (Unit.HOURS, Unit.OPEN_HOURS):
        due_at = used_up(rule.unit, timedelta(hours=limit), start, still, days.hours)
        provisional = rule.unit is Unit.OPEN_HOURS and not days.hours.is_announced(start, due_at)
        return Term(due_at, local_day(due_at, days.hours.zone), provisional)
    moved = _moved_days(still, days.hours.zone)
    if rule.unit is Unit.WORKING_DAYS:
        due = days.calendar.add_working_days(first_day, limit, moved)
    else:
        due = days.calendar.add_calendar_days(first_day, limit, rule.roll, moved)
    return Term(end_of(due.day, days), due.day, due.provisional, due)


def used_up(unit: Unit, length: timedelta, start: datetime, still: list[Still], hours: OpenHours) -> datetime:
    """The first moment at which `length` of counted time has passed since `start`."""
    running: Iterable[Still] = hours.segments(start) if unit is Unit.OPEN_HOURS else iter([(start, _FAR)])
    for opens, closes in _without(running, still):
        if closes - opens >= length:
            return opens + length
        length -= closes - opens
    raise AssertionError  # running never ends quietly


def end_of(day: date, days: Days) -> datetime:
    """When a term in days ends on its last day, UTC."""
    closes = days.hours.closing_on(day) if days.at_close else None
    midnight = datetime.combine(day + ONE_DAY, time(), ZoneInfo(days.hours.zone))
    return closes or midnight.astimezone(UTC)


_FAR = datetime(9999, 1, 1, tzinfo=UTC)


def _without(running: Iterable[Still], still: list[Still]) -> Iterator[Still]:
    """Running stretches with the still ones cut out of them."""
    for opens, closes in running:
        at = opens
        for start, end in still:
            if end <= at or start >= closes:
                continue
            if start > at:
                yield at, start
            at = max(at, end)
        if at < closes:
            yield at, closes


def _moved_days(still: list[Still], zone: str) -> frozenset[date]:
    """Days that do not count: from the day a stretch begins to the day before it ends; within one day nothing moves."""
    found: set[date] = set()
    for start, end in still:
        day, last = local_day(start, zone), local_day(end, zone)
        while day < last:
            found.add(day)
            day += ONE_DAY
    return frozenset(found)
