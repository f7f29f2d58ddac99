"""Cases as lists: a line, a lane of the board, what a list shows, cases alike, rows for the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from qualitydesk.complaints.model.steps import LANE_OF, Lane, Stage, Step
from qualitydesk.complaints.model.words import Channel, Level, Outcome, SubjectKind


@dataclass(frozen=True)
class CaseLine:
    """A case as a row of a list and a card of the board. Names in full: whoever shows them masks them.

    `next_due_at`: the nearest of all running clocks, None when none runs; `next_clock`: its code; `limit_due_at`: when
    the case must be closed; `step_due_at`: the step's own target. Sums in fen: what was approved or paid.
    `pause_reason`, `paused_since`, `pause_ends`: of the pause that lasts, the last the longest its reason allows.
    `unsettled`: the moments of these, and of other clocks that run, which depend on days off not announced yet.
    """

    id: UUID
    number: str
    sort_number: str
    institution_id: UUID
    institution: str
    channel: Channel
    step: Step | None
    stage: Stage
    level: Level | None
    complainant: str
    patient: str
    telephone: str
    handler_id: UUID | None
    handler: str
    received_at: datetime
    entered_at: datetime
    closed_at: datetime | None
    next_due_at: datetime | None
    next_clock: str
    step_due_at: datetime | None
    limit_due_at: datetime | None
    paused: bool
    flagged: bool
    reopened: int
    merged_into: UUID | None
    refund: int
    compensation: int
    narrative: str
    subjects: tuple[SubjectKind, ...]
    revision: int
    anonymous: bool = False
    pause_reason: str = ""
    paused_since: datetime | None = None
    pause_ends: datetime | None = None
    unsettled: frozenset[datetime] = frozenset()

    @property
    def lane(self) -> Lane:
        """The lane it stands in."""
        return LANE_OF[self.step]

    def rests(self, now: datetime) -> bool:
        """Whether it is paused; a pause that has lasted the longest it may is over, though nobody has said so."""
        return self.paused and (self.pause_ends is None or now < self.pause_ends)

    def overdue(self, now: datetime) -> bool:
        """Whether any of its clocks has run out; a case that rests is paused, not late."""
        return self.next_due_at is not None and self.next_due_at < now and not self.rests(now)


@dataclass(frozen=True)
class BoardLane:
    """One lane: how many cases in all, and the cards to show (all of them but for DONE, there the latest)."""

    lane: Lane
    count: int
    cards: tuple[CaseLine, ...]


@dataclass(frozen=True)
class CaseFilter:
    """What a list shows; empty = no restriction. Days are the group's, both ends included. `lanes` or `stages`;
    `overdue`: a clock has run out and the case does not rest; `merged`: also those linked into others; `text`: numbers,
    names, telephones and all that was written, one or two signs suffice; `without`: cases left out."""

    text: str = ""
    institution_id: UUID | None = None
    lanes: tuple[Lane, ...] = ()
    stages: tuple[Stage, ...] = ()
    levels: tuple[Level, ...] = ()
    channels: tuple[Channel, ...] = ()
    subject: SubjectKind | None = None
    outcome: Outcome | None = None
    handler_id: UUID | None = None
    employee_id: UUID | None = None
    customer_id: UUID | None = None
    received_from: date | None = None
    received_to: date | None = None
    closed_from: date | None = None
    closed_to: date | None = None
    overdue: bool = False
    paused: bool = False
    flagged: bool = False
    reopened: bool = False
    merged: bool = False
    without: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """A case that may be the same, or was alike. `why`: codes telephone, patient, text, subject;
    `likeness`: 0 to 1 of the texts; `fine`: what its people paid in all, fen."""

    case: CaseLine
    why: tuple[str, ...]
    likeness: float
    fine: int = 0


@dataclass(frozen=True)
class StatisticsRow:
    """What the monthly figures are counted from, one case a row. Moments in UTC; sums in fen of what was paid.

    `reopenings`: (closed at, reopened at); `close_due_at`: the closing limit that held (frozen at closing).
    """

    id: UUID
    number: str
    institution_id: UUID
    institution: str
    channel: Channel
    level: Level | None
    received_at: datetime
    accepted_at: datetime | None
    closed_at: datetime | None
    reopenings: tuple[tuple[datetime, datetime], ...]
    close_due_at: datetime | None
    outcomes: tuple[tuple[SubjectKind, Outcome | None], ...]
    refunds: tuple[tuple[datetime, int], ...]
    compensations: tuple[tuple[datetime, int], ...]
    fines: tuple[tuple[datetime, int], ...]
