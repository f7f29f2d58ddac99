"""Clocks of a case: what happened, what stood still, and the deadlines that follow with their derivation.

Events tell a case's course in order; those of one moment in the order given. Codes: `received` (at the moment of
receipt), `first_contact`, `after_call` (somebody reached after closing),
`payment_approved`, `payment_made`, `request_received`, `request_answered`, `ended` (merged
into another or given up: every clock drops), and of each step `entered.<step>` and `left.<step>`. A step that is
finished or skipped is left; one that is gone back from is not, the earlier step is entered again. Leaving one step and
entering the next are two events of the same moment, the leaving first; skipped steps are left without being entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from qualitydesk.complaints.model.words import ExternalKind
from qualitydesk.rulebook.model.clocks import ClockKind, ClockRule, ClocksRule, Reopening, Unit

__all__ = [
    "ENDED",
    "RECEIVED",
    "ClockFacts",
    "ClockKind",
    "ClockRule",
    "ClockState",
    "ClocksRule",
    "Deadline",
    "Event",
    "ExternalClock",
    "Line",
    "Moved",
    "Pause",
    "Reopening",
    "Rung",
    "RungKind",
    "Unit",
    "entered",
    "left",
]

RECEIVED = "received"
ENDED = "ended"


def entered(step: str) -> str:
    """The code of entering a step."""
    return f"entered.{step}"


def left(step: str) -> str:
    """The code of leaving a step forwards: finished or skipped."""
    return f"left.{step}"


@dataclass(frozen=True)
class Event:
    """Something happened that may start or stop a clock."""

    code: str
    at: datetime


@dataclass(frozen=True)
class Pause:
    """A case stood still from `start` to `end`; None: it still does, until the longest its reason allows."""

    start: datetime
    end: datetime | None
    reason: str


@dataclass(frozen=True)
class ExternalClock:
    """A date that somebody outside has set for an answer, as typed in; `done_at` when it was given."""

    kind: ExternalKind
    since: datetime
    due_at: datetime
    done_at: datetime | None = None
    reference: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a derivation: a phrase code and language-neutral values.

    The end of a value's name says how it is worded: `_at` a wall-clock moment as text, `_day` an ISO day, `_days`
    days with their names as "2026-10-01 国庆节", `_minutes` a length of time, `_code` another phrase, `_names` names of
    holidays; anything else stands as it is.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


class ClockState(StrEnum):
    """How a clock stands. Words: phrases `clock.state.<value>`."""

    RUNNING = "running"
    PAUSED = "paused"
    RESTING = "resting"  # the case was sent back to before its steps; goes on when they are reached again
    OVERDUE = "overdue"
    KEPT = "kept"
    LATE = "late"
    DROPPED = "dropped"  # ended with the case, or begun anew by a reopening


OPEN_STATES = frozenset({ClockState.RUNNING, ClockState.PAUSED, ClockState.RESTING, ClockState.OVERDUE})


@dataclass(frozen=True)
class Deadline:
    """One clock of a case as it stands.

    `run`: 1, counted up when a reopening begins the clock anew. `due_at`: still in time at that very moment; for terms
    in days the midnight that ends `due_on`, the day to be shown. While paused it is reckoned to the longest the pause
    may last. `was_due_at`: without pauses and rests; equal to `due_at` when nothing moved it. `half_at`: when half its
    time is used. `provisional`: depends on a year whose days off are not announced yet.
    """

    rule: ClockRule
    run: int
    state: ClockState
    started_at: datetime
    due_at: datetime
    due_on: date
    half_at: datetime
    stopped_at: datetime | None
    limit: int
    provisional: bool
    was_due_at: datetime
    derivation: tuple[Line, ...] = ()

    @property
    def id(self) -> tuple[str, int]:
        return self.rule.code, self.run

    @property
    def is_open(self) -> bool:
        """Whether it has not stopped."""
        return self.state in OPEN_STATES

    @property
    def is_missed(self) -> bool:
        """Whether its time ran out, stopped or not."""
        return self.state in (ClockState.OVERDUE, ClockState.LATE)

    def left_at(self, now: datetime) -> timedelta:
        """Time to the deadline; negative once it is past. Day and night, whatever it is counted in."""
        return self.due_at - (self.stopped_at or now)


@dataclass(frozen=True)
class ClockFacts:
    """What the clocks of one case are reckoned from.

    `region`: of the institution ("beijing", "other"); `level`: 1 to 5 or None while not classified; `events` in order;
    `reopenings`: when a closed case was opened again (its `entered.<step>` is among the events); `frozen`: deadlines
    that had stopped when they were last reckoned and never move again, whatever becomes of rules and calendar.
    """

    region: str
    level: int | None
    events: tuple[Event, ...]
    pauses: tuple[Pause, ...] = ()
    reopenings: tuple[datetime, ...] = ()
    externals: tuple[ExternalClock, ...] = ()
    frozen: tuple[Deadline, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A deadline that is now another one: for the timeline and the log."""

    code: str
    run: int
    was: datetime
    now: datetime


class RungKind(StrEnum):
    """What a reminder says. Words: phrases `clock.rung.<value>`."""

    HALF = "half"
    BEFORE = "before"
    DUE = "due"
    AFTER = "after"


@dataclass(frozen=True)
class Rung:
    """One reminder of a clock. `code` names it for ever, so that it is shown once: "closing.1.after.240"."""

    code: str
    kind: RungKind
    at: datetime
    minutes: int
    deadline: Deadline
