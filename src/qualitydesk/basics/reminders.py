"""Reminders of clocks, whoever they belong to: the value that is shown, and what a part offers that has such clocks.

A rung is one reminder of a clock (half time, an hour before, due, after); its code names it for ever: "closing.1.due".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Reminder:
    """A running clock with the rung it has come to. No name of a person: it may be shown where anybody sees it.

    `source` and `subject_id`: what it is about, a case; `part`: the clock of it, the beginning of every `code`;
    `title`: the phrase of the clock's name; `rung`: of phrases `clock.rung`; `due`: when, as shown on the wall clock;
    `limit`: missing it is worse than missing a target; `provisional`: it hangs on days off not announced yet.
    """

    source: str
    subject_id: UUID
    part: str
    code: str
    rung: str
    number: str
    title: str
    institution: str
    level: int | None
    due_at: datetime
    due: str
    limit: bool
    provisional: bool = False

    @property
    def clock(self) -> tuple[str, UUID, str]:
        """Which clock of all."""
        return self.source, self.subject_id, self.part


@dataclass(frozen=True)
class Look:
    """What a source has found: to be shown, the nearest deadline first; (subject, code) passed over without a word;
    whether something waits until an institution opens."""

    shown: tuple[Reminder, ...] = ()
    passed: frozenset[tuple[UUID, str]] = frozenset()
    waits: bool = False


class Source(Protocol):
    """A part of the work that has clocks."""

    @property
    def name(self) -> str:
        """Under which it is remembered, 20 signs at most."""

    def look(self, employee_id: UUID, since: datetime | None, now: datetime) -> Look:
        """What came up since a moment (None: ever) and this person was not told of yet. Reads only."""

    def standing(self, subjects: Collection[UUID], now: datetime) -> Mapping[tuple[str, UUID, str], Reminder]:
        """The clocks of these that run now, as `Reminder.clock` names them."""
