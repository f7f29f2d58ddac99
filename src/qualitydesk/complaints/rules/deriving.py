"""A deadline derived step by step in codes: from when, how long, what counted, what stood still, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from qualitydesk.basics.clock import local, local_day
from qualitydesk.basics.lengths import length
from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.model.clocks import ClockFacts, ClockState, Deadline, ExternalClock, Line, Pause, Unit
from qualitydesk.complaints.rules.terms import Days
from qualitydesk.rulebook.model.days import Due, clock_time
from qualitydesk.rulebook.rules.workdays import ONE_DAY, WorkCalendar

MOST_DAYS = 31
"""Longer counts name only what is out of the ordinary."""


@dataclass(frozen=True)
class Reckoned:
    """What a deadline was reckoned from, beside the deadline itself."""

    started_on: str
    first_day: date
    deemed: bool
    pauses: list[tuple[Pause, datetime]]
    rests: list[tuple[datetime, datetime, bool]]
    days: Due | None
    facts: ClockFacts
    cut_off: int


def derivation(deadline: Deadline, reckoned: Reckoned, days: Days, now: datetime) -> tuple[Line, ...]:
    """Start → limit → days or hours counted → pauses and rests → roll → due → how it ended."""
    zone = days.hours.zone
    return (
        Line("clock.line.starts", {"start_at": moment(deadline.started_at, zone), "event_code": _event(reckoned)}),
        *_deemed(reckoned),
        _limit(deadline, reckoned),
        *_counting(deadline, reckoned, days),
        *_stills(deadline, reckoned, zone, now),
        *_end(deadline, reckoned, days),
        *_outcome(deadline, zone),
    )


def external_lines(external: ExternalClock, zone: str) -> tuple[Line, ...]:
    """A date set outside, as it was typed in."""
    values: dict[str, Any] = {
        "kind_code": f"clock.external.{external.kind}",
        "since_at": moment(external.since, zone),
        "due_at": moment(external.due_at, zone),
    }
    lines = [Line("clock.line.external", values)]
    if external.reference:
        lines.append(Line("clock.line.external_reference", {"reference": external.reference}))
    if external.done_at is not None:
        late = external.done_at - external.due_at
        lines.append(_stopped(external.done_at, late, zone))
    return tuple(lines)


def words(lines: tuple[Line, ...], language: str) -> tuple[str, ...]:
    """A derivation in words, one sentence a line."""
    return tuple(word(line, language) for line in lines)


def word(line: Line, language: str) -> str:
    """One line in words."""
    return say(language, line.code, **{name: _value(name, value, language) for name, value in line.values.items()})


def moment(at: datetime, zone: str, of_day: date | None = None) -> str:
    """A moment on the wall clock; the midnight that ends `of_day` as that day's 24:00."""
    here = local(at, zone)
    if of_day is not None and here.date() > of_day:
        return f"{of_day.isoformat()} 24:00"
    return f"{here:%Y-%m-%d %H:%M}"


def _event(reckoned: Reckoned) -> str:
    return f"clock.event.{reckoned.started_on}"


def _deemed(reckoned: Reckoned) -> Iterator[Line]:
    if reckoned.deemed:
        values = {"cut_off": clock_time(reckoned.cut_off), "first_day": reckoned.first_day.isoformat()}
        yield Line("clock.line.deemed", values)


def _limit(deadline: Deadline, reckoned: Reckoned) -> Line:
    rule, facts = deadline.rule, reckoned.facts
    values: dict[str, Any] = {"limit": deadline.limit, "kind_code": f"clock.kind.{rule.kind}"}
    if facts.level is not None and facts.level in rule.per_level:
        return Line(f"clock.line.limit_level.{rule.unit}", {**values, "level_code": f"clock.level.{facts.level}"})
    if facts.region in rule.per_region:
        return Line(f"clock.line.limit_region.{rule.unit}", {**values, "region_code": f"region.{facts.region}"})
    return Line(f"clock.line.limit.{rule.unit}", values)


def _counting(deadline: Deadline, reckoned: Reckoned, days: Days) -> Iterator[Line]:
    unit = deadline.rule.unit
    if unit is Unit.HOURS:
        yield Line("clock.line.by_the_moment")
        return
    first = local_day(deadline.started_at, days.hours.zone)
    if unit is Unit.OPEN_HOURS:
        spans = [span.words() for span in days.hours.spans_on(first)]
        if not days.hours.is_open(deadline.started_at):
            opens, _ = next(days.hours.segments(deadline.started_at))
            yield Line("clock.line.opens_later", {"opens_at": moment(opens, days.hours.zone)})
        yield Line("clock.line.open_hours" if spans else "clock.line.closed_day", {"hours": "、".join(spans)})
        yield from _out_of_the_ordinary(days.calendar, first, deadline.due_on)
        return
    yield Line("clock.line.start_day", {"first_day": reckoned.first_day.isoformat()})
    counted = reckoned.days.counted if reckoned.days else ()
    if unit is Unit.WORKING_DAYS:
        if 0 < len(counted) <= MOST_DAYS:
            yield Line("clock.line.counted", {"counted_days": [_named(days.calendar, day) for day in counted]})
        yield from _out_of_the_ordinary(days.calendar, reckoned.first_day + ONE_DAY, deadline.due_on)


def _out_of_the_ordinary(calendar: WorkCalendar, first: date, last: date) -> Iterator[Line]:
    """The days off between, and the weekend days that were worked."""
    between = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    off = [day for day in between if day in calendar.listed and not calendar.listed[day].working]
    weekend = [day for day in between if day not in calendar.listed and not calendar.is_working(day)]
    worked = [day for day in between if day in calendar.listed and calendar.listed[day].working]
    if off:
        yield Line("clock.line.days_off", {"off_days": [_named(calendar, day) for day in off[:MOST_DAYS]]})
    if weekend:
        yield Line("clock.line.weekend", {"weekend_days": [day.isoformat() for day in weekend[:MOST_DAYS]]})
    if worked:
        yield Line("clock.line.make_up", {"worked_days": [_named(calendar, day) for day in worked]})


def _stills(deadline: Deadline, reckoned: Reckoned, zone: str, now: datetime) -> Iterator[Line]:
    for pause, end in reckoned.pauses:
        values = {
            "from_at": moment(pause.start, zone),
            "to_at": moment(end, zone),
            "reason_code": f"clock.pause.{pause.reason}",
        }
        if pause.end is None and end > now:
            yield Line("clock.line.paused_now", values)
        elif pause.end is None or pause.end > end:
            yield Line("clock.line.paused_longest", values)
        else:
            yield Line("clock.line.paused", values)
    for since, until, after_stop in reckoned.rests:
        code = "clock.line.closed_between" if after_stop else "clock.line.rested"
        yield Line(code, {"from_at": moment(since, zone), "to_at": moment(until, zone)})
    if deadline.due_at != deadline.was_due_at:
        yield Line("clock.line.moved", {"was_due_at": _due(deadline.was_due_at, deadline, zone)})


def _end(deadline: Deadline, reckoned: Reckoned, days: Days) -> Iterator[Line]:
    due = reckoned.days
    if due is not None and due.raw != due.day:
        raw = _named(days.calendar, due.raw)
        yield Line("clock.line.rolled", {"raw_days": [raw], "due_day": due.day.isoformat()})
    elif deadline.rule.unit is Unit.CALENDAR_DAYS and not days.calendar.is_working(deadline.due_on):
        yield Line("clock.line.not_rolled")
    yield Line("clock.line.due", {"due_at": _due(deadline.due_at, deadline, days.hours.zone)})
    if deadline.provisional:
        first = local_day(deadline.started_at, days.hours.zone)
        unknown = sorted(
            {
                day.year if day.year not in days.calendar.announced else day.year + 1
                for day in _unsettled(days, first, deadline.due_on)
            }
        )
        yield Line("clock.line.provisional", {"years": "、".join(map(str, unknown))})


def _unsettled(days: Days, first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if not days.calendar.is_announced(day):
            yield day


def _outcome(deadline: Deadline, zone: str) -> Iterator[Line]:
    if deadline.state is ClockState.DROPPED and deadline.stopped_at is not None:
        yield Line("clock.line.dropped", {"stopped_at": moment(deadline.stopped_at, zone)})
    elif deadline.stopped_at is not None:
        yield _stopped(deadline.stopped_at, deadline.stopped_at - deadline.due_at, zone)


def _stopped(at: datetime, late: timedelta, zone: str) -> Line:
    values: dict[str, Any] = {"stopped_at": moment(at, zone)}
    if late <= timedelta():
        return Line("clock.line.kept", values)
    return Line("clock.line.late", {**values, "late_minutes": max(1, int(late.total_seconds()) // 60)})


def due_words(deadline: Deadline, zone: str) -> str:
    """When a deadline is due, on the wall clock; of terms in days as 2026-11-27 24:00."""
    return _due(deadline.due_at, deadline, zone)


def _due(at: datetime, deadline: Deadline, zone: str) -> str:
    in_days = deadline.rule.unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)
    return moment(at, zone, local_day(at - timedelta(microseconds=1), zone) if in_days else None)


def _named(calendar: WorkCalendar, day: date) -> str:
    listed = calendar.listed.get(day)
    return f"{day.isoformat()} {listed.name}".rstrip() if listed else day.isoformat()


def _value(name: str, value: Any, language: str) -> Any:
    if name.endswith("_code"):
        return say(language, value)
    if name.endswith("_days"):
        return ("、" if language == "zh" else ", ").join(_day(one, language) for one in value)
    if name.endswith("_day"):
        return _day(value, language)
    return length(value, language) if name.endswith("_minutes") else value


def _day(value: str, language: str) -> str:
    """An ISO day, perhaps with a holiday's name, as "10-01 周四 国庆节"; the year only stands where it is asked for."""
    iso, _, name = value.partition(" ")
    weekday = say(language, f"weekday.{date.fromisoformat(iso).isoweekday()}")
    return " ".join(part for part in (iso, weekday, holiday(name, language)) if part)


def holiday(name: str, language: str) -> str:
    """A holiday's name in a language; the notices' names are Chinese, and unknown ones stay as they are."""
    parts = name.split("、")
    said = [say(language, f"holiday.{part}") if knows(language, f"holiday.{part}") else part for part in parts]
    return ("、" if language == "zh" else " / ").join(said)
