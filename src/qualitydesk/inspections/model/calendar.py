"""Values of the inspection plan: how often rounds are due where, and what of it is done, planned, due or missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.inspections.model.rounds import RoundState
from qualitydesk.rulebook.model.planning import Frequency, Per


@dataclass(frozen=True)
class PlanException:
    """Another frequency at one institution from `first` to `last` (None: until further notice), both included.

    `kind` "": of every kind; a frequency of 0 times: nothing is due (closed, rebuilt …). `nth`: the later one entered
    stands before the earlier.
    """

    id: UUID
    institution_id: UUID
    kind: str
    first: date
    last: date | None
    frequency: Frequency
    reason: str
    nth: int = 0
    revision: int = 1


@dataclass(frozen=True)
class ExceptionDraft:
    """An exception as its dialog hands it out."""

    institution_id: UUID | None = None
    kind: str = ""
    first: date | None = None
    last: date | None = None
    times: int = 0
    per: Per = Per.WEEK
    reason: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class Stretch:
    """Days on which one frequency holds at one institution for one kind."""

    first: date
    last: date
    frequency: Frequency


@dataclass(frozen=True)
class Due:
    """What is due: so many rounds from `first` to `last`, a period or the part of it one frequency holds in.

    `worked`, `whole`: working days in this part and in the whole period; `begins`, `ends`: the whole period.
    """

    first: date
    last: date
    required: int
    frequency: Frequency
    worked: int
    whole: int
    begins: date
    ends: date


class DueState(StrEnum):
    """Words: phrases `plan.state.<value>`, their signs `plan.sign.<value>`."""

    DONE = "done"
    MISSED = "missed"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    DUE = "due"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Slot:
    """What is due with what became of it: rounds finished in it, begun, and planned for today or later."""

    due: Due
    done: int
    under_way: int
    planned: int
    state: DueState

    @property
    def missing(self) -> int:
        """How many are still to be finished."""
        return max(0, self.due.required - self.done)


@dataclass(frozen=True)
class Walked:
    """A round on the calendar, on the day it was begun."""

    id: UUID
    number: str
    kind: str
    institution_id: UUID
    day: date
    state: RoundState
    lead: str = ""


@dataclass(frozen=True)
class PlanMark:
    """A plan that waits, on its day."""

    id: UUID
    kind: str
    institution_id: UUID
    day: date
    lead: str = ""
    note: str = ""
    revision: int = 1
    overdue: bool = False


@dataclass(frozen=True)
class PlanRow:
    """A kind of round at an institution over a month."""

    institution_id: UUID
    institution: str
    code: str
    kind: str
    slots: tuple[Slot, ...]
    walked: tuple[Walked, ...]
    plans: tuple[PlanMark, ...]

    @property
    def key(self) -> tuple[UUID, str]:
        return (self.institution_id, self.kind)


@dataclass(frozen=True)
class PlanMonth:
    """The plan over the days from `first` to `last`. `closed`: days on which an institution is not at work;
    `provisional`: the days off are not announced yet."""

    first: date
    last: date
    today: date
    rows: tuple[PlanRow, ...]
    closed: dict[UUID, frozenset[date]]
    exceptions: tuple[PlanException, ...] = ()
    provisional: bool = False


@dataclass(frozen=True)
class PlanCount:
    """For the first page: rounds still due by the end of this week, and missed in the last 30 days."""

    due: int
    missed: int

    def __bool__(self) -> bool:
        return bool(self.due or self.missed)


@dataclass(frozen=True)
class Seen:
    """Somebody who works at an institution, and when he last stood on a round; None: never."""

    employee_id: UUID
    name: str
    number: str
    post: str
    department: str
    last: date | None


@dataclass(frozen=True)
class SeenGroup:
    """A department or a post: how many people, how many of them not seen for long, who was not for longest.

    `days`: since the one longest unseen was seen, None: never.
    """

    name: str
    people: int
    unseen: int
    longest: str
    days: int | None
