"""Staff points: an act entered, its points for the employee and the team, the sums of a month and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.directory.model import Person
from qualitydesk.penalties.model.decision import Line


class PointsState(StrEnum):
    """Whether an entry counts. Words: phrases `points.state.<code>`."""

    STANDS = "stands"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class DayAct:
    """One act as the counting of a day sees it. `recorded_at` breaks a tie of `at`."""

    id: UUID
    act: str
    at: datetime
    recorded_at: datetime


@dataclass(frozen=True)
class Scored:
    """What an act comes to: points for the employee and the team, and the how-manieth of its row that day."""

    points: int
    team: int
    nth: int


@dataclass(frozen=True)
class PointsDraft:
    """What the dialog gives. `other_act`: why it is another act than the one a slip of that day punishes."""

    employee_id: UUID | None = None
    act: str = ""
    at: datetime | None = None
    note: str = ""
    other_act: str = ""


@dataclass(frozen=True)
class PointsLine:
    """An entry as a row of the list; `day` in the group's zone, `reason` why it was corrected or withdrawn."""

    id: UUID
    employee_id: UUID
    employee_number: str
    employee: str
    institution_id: UUID
    institution: str
    department_id: UUID
    department: str
    act: str
    row: str
    at: datetime
    day: date
    points: int
    team_points: int
    nth: int
    note: str
    other_act: str
    state: PointsState
    recorded_at: datetime
    reason: str
    revision: int


@dataclass(frozen=True)
class PointsFilter:
    """What the list shows; empty = no restriction. `month`: its first day."""

    month: date | None = None
    institution_id: UUID | None = None
    employee_id: UUID | None = None
    text: str = ""
    standing_only: bool = False


@dataclass(frozen=True)
class PersonMonth:
    """An employee's month: `minus` ≤ 0 and `plus` ≥ 0, never netted; `acts` that stand."""

    employee_id: UUID
    number: str
    name: str
    institution_id: UUID
    institution: str
    department_id: UUID
    department: str
    month: date
    minus: int = 0
    plus: int = 0
    acts: int = 0


@dataclass(frozen=True)
class TeamMonth:
    """A department's own points of a month, and its plus points of the year up to and with it."""

    department_id: UUID
    department: str
    institution_id: UUID
    institution: str
    month: date
    minus: int = 0
    plus: int = 0
    plus_of_year: int = 0
    manager: str = ""


class Follows(StrEnum):
    """What follows from points or a slip, always as a proposal to people. Words: phrases `points.follows.<code>`."""

    OBSERVATION = "observation"
    SUSPENSION = "suspension"
    BONUS_AND_TITLES = "bonus_and_titles"
    ALLOWANCE = "allowance"
    DEMOTION = "demotion"
    FINE = "fine"
    DISMISSAL = "dismissal"


@dataclass(frozen=True)
class Decided:
    """What somebody decided on a proposal: `granted` yes or no, who, on which day and why."""

    granted: bool
    decider_id: UUID
    decider: str
    on: date
    reason: str


@dataclass(frozen=True)
class Consequence:
    """One proposal: on whom (an employee or a team with its manager), and how it came about, step by step.

    `key` names it for ever (`<kind>:<slip, entry, or subject:month>`); `since` is the day it arose; a slip's has
    `slip_id` and `number`, one of points its `month`; `entry_id` and `amount` (fen) are those of a fine for one act.
    `decided` None: somebody still has to.
    """

    kind: Follows
    subject_id: UUID
    name: str
    explanation: tuple[Line, ...]
    key: str = ""
    since: date = date.min
    slip_id: UUID | None = None
    number: str = ""
    month: date | None = None
    entry_id: UUID | None = None
    amount: int = 0
    institution: str = ""
    decided: Decided | None = None


@dataclass(frozen=True)
class VerdictDraft:
    """What the dialog gives: yes or no, who decided, on which day and why."""

    granted: bool | None = None
    decided_by: UUID | None = None
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class PointsMonth:
    """Everything the page shows of one month, of one moment."""

    month: date
    people: tuple[PersonMonth, ...]
    teams: tuple[TeamMonth, ...]
    follows: tuple[Consequence, ...]
    fen_per_point: int


@dataclass(frozen=True)
class ActChoice:
    """An act that may be entered, with its row and the row's base rate."""

    act: str
    row: str
    points: int
    fine: int = 0


@dataclass(frozen=True)
class PointsOffer:
    """What the dialog of entry is filled with: who is on the scheme on that day, and which acts there are."""

    people: tuple[Person, ...]
    acts: tuple[ActChoice, ...]
    posts: tuple[str, ...] = ()
    day: date | None = None
    third: int = 3
    fen_per_point: int = 1000


@dataclass(frozen=True)
class Tally:
    """The points of one employee or team in one month, as the consequences hear them."""

    subject_id: UUID
    name: str
    month: date
    minus: int
    institution: str = ""


@dataclass(frozen=True)
class IntegrityAct:
    """An act with a fine or dismissal in place of points. `before`: how often she did the same earlier."""

    employee_id: UUID
    name: str
    act: str
    row: str
    day: date
    before: int = 0
    entry_id: UUID | None = None
    institution: str = ""
