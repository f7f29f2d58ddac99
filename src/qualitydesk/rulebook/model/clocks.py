"""Clocks as the rulebook keeps them: what starts and stops each, how long it may take, in what it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Unit(StrEnum):
    """In what a term is counted. Words: phrases `clock.unit.<value>`."""

    HOURS = "hours"  # from the moment, day and night
    OPEN_HOURS = "open_hours"  # while the institution is open
    WORKING_DAYS = "working_days"  # after the start day, to the end of the last one
    CALENDAR_DAYS = "calendar_days"


class ClockKind(StrEnum):
    """A target is amber when missed, a limit red; a follow-up is only watched. Words: phrases `clock.kind.<value>`."""

    TARGET = "target"
    LIMIT = "limit"
    FOLLOW_UP = "follow_up"


class Reopening(StrEnum):
    """After a reopening a clock goes on with what was left, or its step's time begins anew."""

    CONTINUE = "continue"
    ANEW = "anew"


@dataclass(frozen=True)
class ClockRule:
    """One clock. Words: phrases `clock.name.<code>`, `clock.group.<group>`.

    `starts_on` and `stops_on` are event codes (see `complaints.model.clocks`); it stops when all of `stops_on` have
    happened. `steps`: where a case must stand for it to run; () runs wherever the case stands. `limit` counts `unit`s,
    unless `per_level` (1 to 5) or `per_region` says otherwise, the level before the region. `roll`: a last day that is
    not worked moves on to the next that is. `pausable`: a pause stops it.
    """

    code: str
    group: str
    starts_on: str
    stops_on: tuple[str, ...]
    limit: int
    unit: Unit
    kind: ClockKind = ClockKind.TARGET
    roll: bool = False
    per_level: Mapping[int, int] = field(default_factory=dict)
    per_region: Mapping[str, int] = field(default_factory=dict)
    pausable: bool = False
    steps: tuple[str, ...] = ()
    reopening: Reopening = Reopening.CONTINUE

    def limit_for(self, region: str, level: int | None) -> int:
        """How many units this clock gives a case of a level in a region."""
        if level is not None and level in self.per_level:
            return self.per_level[level]
        return self.per_region.get(region, self.limit)


@dataclass(frozen=True)
class PauseRule:
    """A reason for which clocks may be paused, and how long at most. Words: phrases `clock.pause.<reason>`."""

    reason: str
    longest: int
    unit: Unit


@dataclass(frozen=True)
class ReminderRule:
    """When a clock reminds: at half its time, minutes before it is due, when due, minutes after.

    `stale`: minutes after which a rung that nobody was there to see is not shown any more.
    """

    half: bool
    before: tuple[int, ...]
    after: tuple[int, ...]
    stale: int


@dataclass(frozen=True)
class ClocksRule:
    """All clocks with how they are read.

    `week`: ISO weekdays that are worked; `deemed_received`: what comes on a day off or after `cut_off` (minutes after
    midnight) counts as received on the next working day; `due_at_close`: a term in days ends when the institution
    closes, not at 24:00.
    """

    clocks: tuple[ClockRule, ...]
    pauses: Mapping[str, PauseRule]
    reminders: ReminderRule
    week: frozenset[int]
    deemed_received: bool
    cut_off: int
    due_at_close: bool

    def clock(self, code: str) -> ClockRule | None:
        """One clock by its code."""
        return next((clock for clock in self.clocks if clock.code == code), None)
