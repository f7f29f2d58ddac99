"""Courses of cases for tests of clocks."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.rulebook.calendars import at, calendar, hours
from tests.rulebook.shipped_rules import changed, raw

from qualitydesk.complaints.model.clocks import ClockFacts, ClocksRule, Deadline, Event, Pause, entered, left
from qualitydesk.complaints.rules.clocks import deadlines
from qualitydesk.rulebook.rules import OpenHours, WorkCalendar, read_clocks

STEPS = (
    "received",
    "accepted",
    "investigated",
    "classified",
    "drafted",
    "approved",
    "negotiated",
    "formalities",
    "closed",
    "handled",
    "prevented",
)


def rules(**changes: Any) -> ClocksRule:
    """The shipped clocks; `changes` by value path with "__" for the dots."""
    values = copy.deepcopy(raw("clocks")["values"])
    return read_clocks(changed(values, {path.replace("__", "."): value for path, value in changes.items()}))


def course(received: str, *moves: tuple[str, str]) -> tuple[Event, ...]:
    """A case received at a moment; each move ("2026-11-20 10:00", "accepted") enters a step, leaving what is passed.

    "done" leaves the last step; "first_contact", "payment_approved" and the like are what they say.
    """
    events = [Event("received", at(received)), Event(entered("received"), at(received))]
    here = 0
    for moment, what in moves:
        when = at(moment)
        if what in STEPS or what == "done":
            to = STEPS.index(what) if what in STEPS else len(STEPS)
            events += [Event(left(step), when) for step in STEPS[here:to]]
            if to < len(STEPS):
                events.append(Event(entered(STEPS[to]), when))
            here = to
        else:
            events.append(Event(what, when))
    return tuple(events)


def facts(
    received: str, *moves: tuple[str, str], level: int | None = None, region: str = "beijing", **more: Any
) -> ClockFacts:
    """Facts of a case, in Beijing unless said otherwise."""
    return ClockFacts(region, level, course(received, *moves), **more)


def pause(start: str, end: str | None, reason: str = "patient_asked") -> Pause:
    """A pause."""
    return Pause(at(start), at(end) if end else None, reason)


def reckon(
    found: ClockFacts,
    now: str | datetime,
    using: ClocksRule | None = None,
    work: WorkCalendar | None = None,
    open_hours: OpenHours | None = None,
) -> dict[str, Deadline]:
    """Deadlines by code, a later run as "solution.2"."""
    moment = at(now) if isinstance(now, str) else now
    open_hours = open_hours or hours(work=work)
    reckoned = deadlines(using or rules(), found, work or calendar(), open_hours, moment)
    return {one.rule.code if one.run == 1 else f"{one.rule.code}.{one.run}": one for one in reckoned}


def in_open_hours(code: str = "solution", limit: int = 8, **more: Any) -> ClocksRule:
    """The shipped clocks, one of them counted in open hours."""
    return rules(**{f"clocks__{code}__unit": "open_hours", f"clocks__{code}__limit": limit, **more})


def with_pauses(found: ClockFacts, *pauses: Pause) -> ClockFacts:
    """The same case with pauses."""
    return replace(found, pauses=pauses)
