"""Values of measures (整改措施): what is to be put right, by whom, until when, how it was proven and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class MeasureState(StrEnum):
    """open → reported (done, waiting to be judged) → closed; or dropped with a reason."""

    OPEN = "open"
    REPORTED = "reported"
    CLOSED = "closed"
    DROPPED = "dropped"


class Urgency(StrEnum):
    """How soon; proposes the due date (rules.deadlines)."""

    ORDINARY = "ordinary"
    URGENT = "urgent"
    AT_ONCE = "at_once"


class OriginKind(StrEnum):
    """What a measure may come from; the parts these name stand above and below, so only their codes are known here."""

    FINDING = "finding"
    CASE = "case"
    SURVEY = "survey"
    ROUND = "round"
    OTHER = "other"


class MeasureVerb(StrEnum):
    """What was done with a measure: the timeline's entries."""

    OPEN = "open"
    REPORT = "report"
    SEND_BACK = "send_back"
    CLOSE = "close"
    POSTPONE = "postpone"
    DROP = "drop"
    NOTE = "note"
    ATTACH = "attach"
    RECHECK = "recheck"
    EFFECT = "effect"
    FOLLOW_UP = "follow_up"
    ISSUE = "issue"


class Recheck(StrEnum):
    """Of the re-check on a later round."""

    PASSED = "passed"
    FAILED = "failed"


class Effect(StrEnum):
    """Of the later look at whether the measure has worked."""

    EFFECTIVE = "effective"
    NOT_EFFECTIVE = "not_effective"


class Age(StrEnum):
    """How long an open measure has stood, in calendar days: 0-7, 8-14, 15-30, more."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    LONGER = "longer"


@dataclass(frozen=True)
class Origin:
    """Where a measure comes from. The rest are that thing's own facts, by which a re-check is offered later.

    `words`: what it was, as a line to read; `employee_id` / `place_id` / `item_code`: whom, where, what it was about.
    """

    kind: OriginKind
    id: UUID | None = None
    words: str = ""
    employee_id: UUID | None = None
    place_id: UUID | None = None
    item_code: str = ""


@dataclass(frozen=True)
class MeasureDraft:
    """What the dialog for a new measure hands over. `follows`: the measure that did not work."""

    institution_id: UUID | None = None
    task: str = ""
    owner_id: UUID | None = None
    due_on: date | None = None
    urgency: Urgency = Urgency.ORDINARY
    department_id: UUID | None = None
    cause: str = ""
    origins: tuple[Origin, ...] = ()
    follows: UUID | None = None


@dataclass(frozen=True)
class Report:
    """What the owner says was done, and since when."""

    done_on: date | None = None
    proof: str = ""


@dataclass(frozen=True)
class Closing:
    """The judgement that it is done; None = no re-check, no look at the effect."""

    words: str = ""
    recheck_on: date | None = None
    effect_on: date | None = None


@dataclass(frozen=True)
class Checked:
    """A re-check or an effect check: when, how it came out, what was seen."""

    on: date | None = None
    good: bool | None = None
    words: str = ""
    round_number: str = ""


@dataclass(frozen=True)
class Event:
    """One entry of a measure's timeline. `due_before` / `due_after`: a due date moved."""

    id: UUID
    at: datetime
    verb: MeasureVerb
    decided_by: str
    entered_by: str
    words: str = ""
    due_before: date | None = None
    due_after: date | None = None


@dataclass(frozen=True)
class Attachment:
    """A file kept with a measure. `sha256` names it in the file store; `size` in bytes."""

    id: UUID
    name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class MeasureLine:
    """A measure as a row of the list. `effect_on`, `recheck_on`: the days planned for them."""

    id: UUID
    number: str
    state: MeasureState
    urgency: Urgency
    institution_id: UUID
    institution: str
    owner_id: UUID
    owner: str
    department: str
    task: str
    due_on: date
    opened_on: date
    opened_at: datetime
    closed_on: date | None
    recheck_on: date | None
    recheck: Recheck | None
    effect_on: date | None
    effect: Effect | None
    revision: int

    def overdue_days(self, today: date) -> int:
        """Days past the due date of one that is still to be done; 0 when it is in time or no longer open."""
        waiting = self.state in (MeasureState.OPEN, MeasureState.REPORTED)
        return max(0, (today - self.due_on).days) if waiting else 0


@dataclass(frozen=True)
class Measure:
    """A measure in full: its line, what it rests on, its timeline and its files."""

    line: MeasureLine
    cause: str
    proof: str
    done_on: date | None
    opened_by: str
    closed_by: str
    department_id: UUID | None
    follows: tuple[UUID, str] | None = None
    followed_by: tuple[tuple[UUID, str], ...] = ()
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    files: tuple[Attachment, ...] = ()


class DueFor(StrEnum):
    """What a measure is to be seen to for now. A measure is due for one thing at a time."""

    DOING = "doing"
    JUDGING = "judging"
    RECHECK = "recheck"
    EFFECT = "effect"


@dataclass(frozen=True)
class MeasureFilter:
    """What the list of measures shows; empty = no restriction. `waiting`: open or reported, in place of `state`;
    `overdue`, `age` speak of those, too. `due`: what is to be seen to now (`DueFor`), in place of `state`; with
    `overdue` those of them whose day has passed."""

    state: MeasureState | None = None
    waiting: bool = False
    due: bool = False
    institution_id: UUID | None = None
    owner_id: UUID | None = None
    urgency: Urgency | None = None
    overdue: bool = False
    age: Age | None = None
    text: str = ""


@dataclass(frozen=True)
class Ageing:
    """Open measures by how long they have stood: (in all, of them overdue) for each age, and those waiting to be
    judged."""

    open: int = 0
    overdue: int = 0
    reported: int = 0
    oldest: int = 0
    by_age: dict[Age, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class RecheckDue:
    """A closed measure to be looked at again: on this day or later, at this person or place, on this item."""

    measure_id: UUID
    number: str
    task: str
    recheck_on: date
    institution_id: UUID
    employee_id: UUID | None = None
    place_id: UUID | None = None
    item_code: str = ""
    words: str = ""


@dataclass(frozen=True)
class Deadlines:
    """How many calendar days are proposed: to the due date by urgency, from closing to the re-check and the effect."""

    due: dict[Urgency, int]
    recheck: int
    effect: int
