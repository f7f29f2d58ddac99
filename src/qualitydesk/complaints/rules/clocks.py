"""The deadlines of a case, pure: rules of the edition in force at receipt, the case's course, calendar, open hours.

Deadlines that had stopped and were kept (`ClockFacts.frozen`) come back as they were; the open ones are reckoned anew
each time, so that a corrected calendar moves them, and only them (edges 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model.clocks import (
    RECEIVED,
    ClockFacts,
    ClockKind,
    ClockRule,
    ClocksRule,
    ClockState,
    Deadline,
    ExternalClock,
    Line,
    Moved,
    Pause,
    Unit,
)
from qualitydesk.complaints.rules.deriving import Reckoned, derivation, external_lines
from qualitydesk.complaints.rules.runs import Run, runs_of
from qualitydesk.complaints.rules.terms import Days, Still, Term, end_of, joined, term, used_up
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar

EXTERNAL_GROUP = "external"


def deadlines(
    rules: ClocksRule, facts: ClockFacts, calendar: WorkCalendar, hours: OpenHours, now: datetime
) -> tuple[Deadline, ...]:
    """Every clock that has started, the next due first; those set outside among them."""
    days = days_of(rules, calendar, hours)
    kept = {(one.id, one.stopped_at): one for one in facts.frozen}
    found = [_external(external, days, now) for external in facts.externals]
    for rule in rules.clocks:
        for run in runs_of(rule, facts.events, facts.reopenings):
            same = kept.get(((rule.code, run.number), run.stopped_at)) if run.stopped_at else None
            found.append(same or _deadline(rule, run, _Case(rules, facts, days, now)))
    return tuple(sorted(found, key=lambda one: (one.due_at, one.rule.code, one.run)))


def next_due(found: Iterable[Deadline]) -> Deadline | None:
    """The open deadline that comes first; a step's target before a limit of the same moment; no follow-ups."""
    waiting = [one for one in found if one.is_open and one.state is not ClockState.RESTING]
    watched = [one for one in waiting if one.rule.kind is not ClockKind.FOLLOW_UP]
    return min(watched, key=lambda one: (one.due_at, one.rule.kind is ClockKind.LIMIT, one.rule.code), default=None)


def moved(before: Iterable[Deadline], after: Iterable[Deadline]) -> tuple[Moved, ...]:
    """Deadlines that stand at another moment than before: what the timeline and the log tell (edges 2, 4)."""
    was = {one.id: one for one in before}
    return tuple(
        Moved(*one.id, was[one.id].due_at, one.due_at)
        for one in after
        if one.id in was and was[one.id].due_at != one.due_at
    )


def frozen(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Those that have stopped: to be kept as they are, and handed in again as `ClockFacts.frozen`."""
    return tuple(one for one in found if not one.is_open)


def time_open(facts: ClockFacts, now: datetime, opened_on: str = RECEIVED, closed_on: str = "left.closed") -> timedelta:
    """How long a case was open from receipt to close; the time between closing and reopening belongs to nobody."""
    total, since = timedelta(), None
    reopenings = sorted(facts.reopenings)
    for event in sorted(facts.events, key=lambda one: one.at):
        if since is None and (event.code == opened_on or (reopenings and event.at >= reopenings[0])):
            since = event.at
            reopenings = [at for at in reopenings if at > event.at]
        elif since is not None and event.code == closed_on:
            total += event.at - since
            since = None
    return total if since is None else total + max(timedelta(), now - since)


def longest_end(rules: ClocksRule, pause: Pause, days: Days) -> datetime | None:
    """When a pause ends by itself at the latest; None when its reason is not in the rules."""
    rule = rules.pauses.get(pause.reason)
    if rule is None:
        return None
    day = local_day(pause.start, days.hours.zone)
    if rule.unit is Unit.WORKING_DAYS:
        return end_of(days.calendar.add_working_days(day, rule.longest).day, days)
    if rule.unit is Unit.CALENDAR_DAYS:
        return end_of(days.calendar.add_calendar_days(day, rule.longest, roll=False).day, days)
    return used_up(rule.unit, timedelta(hours=rule.longest), pause.start, [], days.hours)


def pause_ends(rules: ClocksRule, pause: Pause, calendar: WorkCalendar, hours: OpenHours) -> datetime | None:
    """`longest_end` for who has no `Days`: what the pause dialog tells before a pause begins."""
    return longest_end(rules, pause, days_of(rules, calendar, hours))


def days_of(rules: ClocksRule, calendar: WorkCalendar, hours: OpenHours) -> Days:
    """What the rules' terms in days are reckoned with at an institution."""
    working = replace(calendar, week=rules.week)
    return Days(working, replace(hours, calendar=working), rules.due_at_close)


@dataclass(frozen=True)
class _Case:
    rules: ClocksRule
    facts: ClockFacts
    days: Days
    now: datetime

    def pauses(self, rule: ClockRule) -> list[tuple[Pause, datetime]]:
        """The pauses a clock takes part in, each with its end."""
        return [(pause, self._end(pause)) for pause in self.facts.pauses] if rule.pausable else []

    def _end(self, pause: Pause) -> datetime:
        longest = longest_end(self.rules, pause, self.days)
        ends = [end for end in (pause.end, longest) if end is not None]
        return min(ends, default=max(self.now, pause.start))


def _deadline(rule: ClockRule, run: Run, case: _Case) -> Deadline:
    days, zone = case.days, case.days.hours.zone
    limit = rule.limit_for(case.facts.region, case.facts.level)
    first_day = local_day(run.started_at, zone)
    deemed = case.rules.deemed_received and run.started_on == RECEIVED and rule.unit is Unit.WORKING_DAYS
    if deemed:
        first_day = days.calendar.deemed_received(run.started_at, case.rules.cut_off, zone)
    pauses = [
        (pause, end) for pause, end in case.pauses(rule) if end > run.started_at and not _after(pause, run.stopped_at)
    ]
    rests = [(since, until or case.now, stop) for since, until, stop in run.rests if until or run.stopped_at is None]
    still = joined([(pause.start, end) for pause, end in pauses] + [(since, until) for since, until, _ in rests])
    found = term(rule, limit, run.started_at, first_day, still, days)
    plain = term(rule, limit, run.started_at, first_day, [], days)
    state = _state(run, found, [(pause.start, end) for pause, end in pauses], case.now)
    deadline = Deadline(
        rule=rule,
        run=run.number,
        state=state,
        started_at=run.started_at,
        due_at=found.due_at,
        due_on=found.due_on,
        half_at=_half(rule, limit, run.started_at, still, found, days),
        stopped_at=run.stopped_at,
        limit=limit,
        provisional=found.provisional,
        was_due_at=plain.due_at,
    )
    reckoned = Reckoned(run.started_on, first_day, deemed, pauses, rests, found.days, case.facts, case.rules.cut_off)
    return replace(deadline, derivation=derivation(deadline, reckoned, days, case.now))


def _after(pause: Pause, stopped_at: datetime | None) -> bool:
    return stopped_at is not None and pause.start >= stopped_at


def _state(run: Run, found: Term, pauses: list[Still], now: datetime) -> ClockState:
    if run.dropped:
        return ClockState.DROPPED
    if run.stopped_at is not None:
        return ClockState.KEPT if run.stopped_at <= found.due_at else ClockState.LATE
    if now > found.due_at:
        return ClockState.OVERDUE
    if run.is_resting:
        return ClockState.RESTING
    return ClockState.PAUSED if any(start <= now < end for start, end in pauses) else ClockState.RUNNING


def _half(rule: ClockRule, limit: int, start: datetime, still: list[Still], found: Term, days: Days) -> datetime:
    """Half the time used; of terms in days the middle between start and end."""
    if rule.unit in (Unit.HOURS, Unit.OPEN_HOURS):
        return used_up(rule.unit, timedelta(hours=limit) / 2, start, still, days.hours)
    return start + (found.due_at - start) / 2


def _external(external: ExternalClock, days: Days, now: datetime) -> Deadline:
    """A date set outside beside our own clocks: nothing is reckoned."""
    rule = ClockRule(
        code=f"{EXTERNAL_GROUP}.{external.kind}{f'.{external.reference}' if external.reference else ''}",
        group=EXTERNAL_GROUP,
        starts_on="",
        stops_on=("",),
        limit=0,
        unit=Unit.HOURS,
        kind=ClockKind.LIMIT,
    )
    if external.done_at is not None:
        state = ClockState.KEPT if external.done_at <= external.due_at else ClockState.LATE
    else:
        state = ClockState.OVERDUE if now > external.due_at else ClockState.RUNNING
    zone = days.hours.zone
    return Deadline(
        rule=rule,
        run=1,
        state=state,
        started_at=external.since,
        due_at=external.due_at,
        due_on=local_day(external.due_at - timedelta(microseconds=1), zone),
        half_at=external.since + (external.due_at - external.since) / 2,
        stopped_at=external.done_at,
        limit=0,
        provisional=False,
        was_due_at=external.due_at,
        derivation=external_lines(external, zone),
    )


__all__ = ["Line", "days_of", "deadlines", "frozen", "longest_end", "moved", "next_due", "pause_ends", "time_open"]
