"""What still counts against an employee today, when each lapses, and what the next offence would lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.penalties.model.decision import Decision, Line
from qualitydesk.rulebook.model import Column


class Again(StrEnum):
    """What the next offence would be against. Words: phrases `outlook.<code>`."""

    ITEM = "item"
    GROUP = "group"
    OTHER = "other"
    ANY = "any"


@dataclass(frozen=True)
class ActiveOffence:
    """A finding that is still looked back to. `lapses_on`: the first day it no longer counts; `columns`: where."""

    id: UUID
    day: date
    lapses_on: date
    group: str
    item_code: str
    title: Mapping[str, str]
    round_number: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class NextRung:
    """What one more offence today would lead to in a column, as the ladder decides it."""

    column: Column
    again: Again
    group: str
    decision: Decision


@dataclass(frozen=True)
class Late:
    """A slip that would have been another on what is known now; it stays as it is."""

    slip_id: UUID
    number: str
    line: Line


@dataclass(frozen=True)
class Outlook:
    """Of one employee on `today`. `since`: the day of the last offence that stands, or of the hire where `ever` is
    False; `clean_days`: whole days since then."""

    today: date
    since: date
    ever: bool
    months: int
    active: tuple[ActiveOffence, ...]
    following: tuple[NextRung, ...]
    late: tuple[Late, ...] = ()

    @property
    def clean_days(self) -> int:
        return max((self.today - self.since).days, 0)
