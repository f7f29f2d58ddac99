"""The figures of a month of complaints (患者投诉案件统计表): what came, was closed, how it came out, what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from qualitydesk.complaints.model.words import Channel, Level, Outcome, SubjectKind

K = TypeVar("K")


@dataclass(frozen=True)
class Month:
    """A calendar month in the group's zone. `begins` and `ends` in UTC, the end not included."""

    first: date
    begins: datetime
    ends: datetime

    @property
    def code(self) -> str:
        """2026-11"""
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True)
class Share:
    """`kept` of `counted`; nothing counted is no share at all."""

    kept: int
    counted: int

    def __add__(self, other: Share) -> Share:
        return Share(self.kept + other.kept, self.counted + other.counted)


@dataclass(frozen=True)
class Tally:
    """The figures of some cases in a month. Moves are counted as they happen: closed twice is two.

    `brought`: open when it began; `on_time`: of those closed in it and of those open beyond their closing limit at its
    end; `overdue`: the latter. Sums in fen of what was paid or recorded in it, whenever the case was closed.
    """

    brought: int = 0
    new: int = 0
    reopened: int = 0
    closed: int = 0
    overdue: int = 0
    on_time: Share = Share(0, 0)
    refund: int = 0
    compensation: int = 0
    fines: int = 0

    @property
    def carried(self) -> int:
        """Open when the month ended."""
        return self.brought + self.new + self.reopened - self.closed

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return self == Tally()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.brought + other.brought,
            self.new + other.new,
            self.reopened + other.reopened,
            self.closed + other.closed,
            self.overdue + other.overdue,
            self.on_time + other.on_time,
            self.refund + other.refund,
            self.compensation + other.compensation,
            self.fines + other.fines,
        )


@dataclass(frozen=True)
class Group(Generic[K]):
    """The figures of the cases that share something."""

    key: K
    tally: Tally


@dataclass(frozen=True)
class SubjectGroup:
    """The cases with a subject; and of those closed in the month how that subject came out, None = not said."""

    kind: SubjectKind
    tally: Tally
    outcomes: dict[Outcome | None, int]


@dataclass(frozen=True)
class ClosedCase:
    """A case that stands closed at the month's end and was closed in it: what the review goes through.

    `days`: calendar days from receipt; `on_time` None: it had no closing limit. Sums in fen of all so far.
    """

    id: UUID
    number: str
    institution: str
    level: Level | None
    received_on: date
    closed_on: date
    days: int
    on_time: bool | None
    reopened: bool
    outcomes: tuple[tuple[SubjectKind, Outcome | None], ...]
    refund: int
    compensation: int
    fines: int


@dataclass(frozen=True)
class OverdueCase:
    """A case open at the month's end beyond its closing limit; `days` since then."""

    id: UUID
    number: str
    institution: str
    level: Level | None
    received_on: date
    due_on: date
    days: int


@dataclass(frozen=True)
class MonthSheet:
    """One month's figures, of the group or of one institution.

    `as_of`: the moment overdue ones are judged at: the month's end, or now while it lasts. `not_accepted`: open ones
    whose limit has not begun, since it runs from acceptance. `median_days` and `longest_days`: of those closed.
    """

    month: Month
    as_of: datetime
    total: Tally
    institutions: tuple[Group[str], ...]
    levels: tuple[Group[Level | None], ...]
    channels: tuple[Group[Channel], ...]
    subjects: tuple[SubjectGroup, ...]
    outcomes: dict[Outcome | None, int]
    closed: tuple[ClosedCase, ...]
    overdue: tuple[OverdueCase, ...]
    not_accepted: int
    median_days: float | None
    longest_days: int | None


@dataclass(frozen=True)
class MonthReview:
    """Who went through a month's cases, and when."""

    month: date
    reviewed_on: date
    reviewed_by: UUID
    name: str
    words: str


@dataclass(frozen=True)
class ReviewDraft:
    """A review as entered. `month`: its first day; `words`: what was found, may be empty."""

    month: date
    reviewed_on: date | None
    reviewed_by: UUID | None
    words: str = ""


@dataclass(frozen=True)
class MonthDates:
    """When a month's sheet must be there: ready by the end of one day, reviewed before another."""

    month: date
    ready_by: date
    review_before: date
    issued: bool = False
    review: MonthReview | None = None
