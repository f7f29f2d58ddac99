"""Rules tried on a period that is over: what they would have proposed, beside what those in force propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from qualitydesk.penalties.model.decision import Line
from qualitydesk.rulebook.model import Role, Rule

TRIED = (Rule.LADDER, Rule.SEVERITY, Rule.POINTS, Rule.SETTLEMENT)
"""The rules that say who pays what."""


class TrialKind(StrEnum):
    """What somebody would pay for. Words: phrases `trial.kind.<code>`."""

    ROUND = "round"
    CASE = "case"
    ACT = "act"
    POINTS = "points"


@dataclass(frozen=True)
class Trial:
    """What is tried: whole values by rule, on the acts from `first` to `last`, both days included.

    `effective_from`: the day the tried edition would begin, as explanations cite it.
    """

    rules: Mapping[str, Mapping[str, Any]]
    first: date
    last: date
    effective_from: date


@dataclass(frozen=True)
class TrialLine:
    """What one person would pay for one act, in fen, and get for it: "" where nothing is proposed.

    `event_id`: of the round, case, free act or entry of points; `employee_id`: whose act it was.
    """

    kind: TrialKind
    event_id: UUID
    employee_id: UUID
    employee: str
    number: str
    day: date
    role: Role
    before: int
    after: int
    before_sanction: str = ""
    after_sanction: str = ""

    @property
    def difference(self) -> int:
        """More (above nought) or less to pay under the rules tried."""
        return self.after - self.before


@dataclass(frozen=True)
class TrialPerson:
    """One employee with every line, by day; place and name as of the last of them."""

    person_id: UUID
    number: str
    name: str
    institution_id: UUID | None
    institution: str
    department: str
    lines: tuple[TrialLine, ...]

    @cached_property
    def before(self) -> int:
        """What the rules in force propose, in fen: the sum of the lines."""
        return sum(line.before for line in self.lines)

    @cached_property
    def after(self) -> int:
        """What the rules tried would propose, likewise."""
        return sum(line.after for line in self.lines)

    @property
    def difference(self) -> int:
        """More or less to pay under the rules tried."""
        return self.after - self.before


@dataclass(frozen=True)
class TrialSums:
    """Sums in fen of one institution, or of all; how many begin to pay, and how many no longer would."""

    institution_id: UUID | None
    institution: str
    people: int
    before: int
    after: int
    newly: int
    no_longer: int

    @property
    def difference(self) -> int:
        """More or less to pay under the rules tried."""
        return self.after - self.before


@dataclass(frozen=True)
class TrialResult:
    """Everybody who pays or is sanctioned under either, by institution and staff number. `acts`: looked at."""

    trial: Trial
    people: tuple[TrialPerson, ...]
    acts: int

    def of(self, institution_id: UUID | None) -> tuple[TrialPerson, ...]:
        """The people of one institution; None: all."""
        if institution_id is None:
            return self.people
        return tuple(one for one in self.people if one.institution_id == institution_id)


@dataclass(frozen=True)
class TrialExplained:
    """One line step by step, under the rules in force and under those tried; () where nothing is proposed."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]
