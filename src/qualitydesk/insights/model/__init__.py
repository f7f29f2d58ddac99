"""Values of the weekly summary: what a supervisor did and found in a week, what she writes of it and plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID


@dataclass(frozen=True)
class WeekWords:
    """What the supervisor writes herself for the week that begins on `monday`. `id` None = nothing kept yet."""

    employee_id: UUID
    monday: date
    summary: str = ""
    problems: str = ""
    plan: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class WeekRound:
    """A round begun in the week. `share` 0 to 1, None = not finished or nothing counted."""

    number: str
    kind: str
    institution: str
    started_at: datetime
    people: int
    answered: int
    failed: int
    share: Fraction | None
    passed: bool | None
    state: str


@dataclass(frozen=True)
class WeekFinding:
    """A finding worth telling: severe, or not mended on the spot."""

    name: str
    department: str
    item: str
    note: str
    gravity: str
    fixed: bool
    round_number: str


@dataclass(frozen=True)
class WeekMeasure:
    """A measure set, done or overdue in the week. `late`: days past its due date."""

    number: str
    task: str
    owner: str
    institution: str
    due_on: date
    closed_on: date | None
    late: int


@dataclass(frozen=True)
class WeekSlip:
    """A slip proposed in the week; `total` in fen."""

    number: str
    employee: str
    rung: int
    state: str
    total: int


@dataclass(frozen=True)
class WeekPlan:
    """A round planned for the week after."""

    day: date
    kind: str
    institution: str
    inspectors: tuple[str, ...]
    note: str
    overdue: bool


@dataclass(frozen=True)
class WeekFacts:
    """What the records say of a week; `findings` are the notable ones of `found`, of which `fixed` at once."""

    monday: date
    rounds: tuple[WeekRound, ...] = ()
    found: int = 0
    fixed: int = 0
    findings: tuple[WeekFinding, ...] = ()
    opened: tuple[WeekMeasure, ...] = ()
    closed: tuple[WeekMeasure, ...] = ()
    overdue: tuple[WeekMeasure, ...] = ()
    slips: tuple[WeekSlip, ...] = ()
    plans: tuple[WeekPlan, ...] = ()

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


def monday_of(day: date) -> date:
    """The Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())
