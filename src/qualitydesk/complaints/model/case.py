"""A case as it is read in full: its page and everything on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.drafts import CaseDraft, SeverityFacts
from qualitydesk.complaints.model.lists import CaseLine
from qualitydesk.complaints.model.steps import Course, Move, Step
from qualitydesk.complaints.model.words import (
    Agreement,
    CaseVerb,
    Channel,
    ExternalKind,
    HandlingRole,
    Level,
    MoneyKind,
    NoteKind,
    Outcome,
    PaymentState,
    PayWay,
    PersonRole,
    Responsibility,
    SubjectKind,
)
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.cases import SeverityRule
from qualitydesk.rulebook.model.clocks import Unit


@dataclass(frozen=True)
class CasePerson:
    """An employee named in a case. `left`: he works here no longer."""

    employee_id: UUID
    number: str
    name: str
    department: str
    left: bool
    role: PersonRole
    responsibility: Responsibility | None
    words: str


@dataclass(frozen=True)
class Subject:
    """One thing complained of. `split_to`: (id, number) of the case it was split off into."""

    id: UUID
    kind: SubjectKind
    words: str
    outcome: Outcome | None
    split_to: tuple[UUID, str] | None = None


@dataclass(frozen=True)
class Contact:
    """A talk with the complainant; the earliest is the first contact."""

    id: UUID
    at: datetime
    channel: Channel
    words: str
    by: str


@dataclass(frozen=True)
class Note:
    """A note as a row of its own."""

    id: UUID
    kind: NoteKind
    words: str
    written_at: datetime
    changed_at: datetime
    by_id: UUID | None
    by: str
    revision: int


@dataclass(frozen=True)
class CaseFile:
    """A file kept with a case (or with one merged into it: `case_number`). `size` in bytes."""

    id: UUID
    name: str
    sha256: str
    size: int
    added_at: datetime
    by: str
    case_number: str


@dataclass(frozen=True)
class Severity:
    """The level and how it was found. `proposed` by `criterion` (a code of the severity rule); `confirmed_by`: the
    second person asked for from level IV on."""

    facts: SeverityFacts
    proposed: Level
    criterion: str
    level: Level
    reason: str
    edition_id: UUID
    decided_by_id: UUID | None
    decided_by: str
    decided_at: datetime
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True)
class Solution:
    """What is offered. `approved` None: not decided yet. Amounts in fen."""

    words: str
    refund: int
    compensation: int
    drafted_by_id: UUID | None
    drafted_by: str
    drafted_at: datetime
    approved: bool | None = None
    approval_words: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None


@dataclass(frozen=True)
class Negotiation:
    """How it ended with the patient."""

    result: Agreement
    at: datetime
    words: str
    outside_ways_told: bool


@dataclass(frozen=True)
class Payment:
    """A refund or compensation from request to arrival. `amount` in fen."""

    id: UUID
    kind: MoneyKind
    amount: int
    way: PayWay
    reason: str
    state: PaymentState
    started_by: str
    requested_by_id: UUID | None
    requested_by: str
    requested_at: datetime
    approved_by: str
    approved_at: datetime | None
    signed_on: date | None
    paid_at: datetime | None
    receipt: str
    revision: int

    @property
    def lives(self) -> bool:
        """Whether it still counts: neither refused nor called off."""
        return self.state not in (PaymentState.REFUSED, PaymentState.CALLED_OFF)


@dataclass(frozen=True)
class Handling:
    """How one person was handled. `amount` in fen; `slip_number`: of the slip it stands on, "" without one."""

    id: UUID
    employee_id: UUID
    name: str
    role: HandlingRole
    level: Level | None
    sanction: str
    amount: int
    words: str
    slip_id: UUID | None
    slip_number: str
    recorded_at: datetime
    by: str


@dataclass(frozen=True)
class HandlingProposal:
    """What the level's row of the rule proposes for one person. `fine` in fen; `because`: the responsible person it
    goes with, `also`: others it would go with; `higher`: she is responsible herself and pays a superior's sum, which
    is the higher one."""

    employee_id: UUID
    role: HandlingRole
    sanction: str
    fine: int
    because: UUID
    also: tuple[UUID, ...] = ()
    higher: bool = False


@dataclass(frozen=True)
class CaseFault:
    """What penalties are proposed from: who answers for a case, in which line she stood, what the level proposes.

    `act_day`: when it happened, else the day of receipt; `lines`: (superior, head) of that day by responsible person.
    """

    page: CasePage
    act_day: date
    edition: Edition
    rule: SeverityRule
    answering: tuple[CasePerson, ...]
    lines: dict[UUID, tuple[UUID | None, UUID | None]]
    proposals: tuple[HandlingProposal, ...]


@dataclass(frozen=True)
class AfterCall:
    """A call after closing. `satisfied`: None where nobody was reached, or nothing was said of it."""

    id: UUID
    at: datetime
    reached: bool
    satisfied: bool | None
    words: str
    by: str


@dataclass(frozen=True)
class Prevention:
    """The measure set so that it does not happen again, or why none is needed."""

    measure_id: UUID | None
    effect_on: date | None
    criterion: str
    none_reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class External:
    """A date somebody outside has set."""

    id: UUID
    kind: ExternalKind
    heard_at: datetime
    due_at: datetime
    reference: str
    done_at: datetime | None


@dataclass(frozen=True)
class PauseOffer:
    """A reason for which the clocks of a case may stand still: how long at most, and until when if it began now."""

    reason: str
    longest: int
    unit: Unit
    latest: datetime


@dataclass(frozen=True)
class CasePause:
    """A stretch in which the step's clocks stand still, at the longest as its reason allows. `ended_at` None: it lasts;
    `until`: when it is meant to end."""

    id: UUID
    reason: str
    words: str
    started_at: datetime
    ended_at: datetime | None
    until: datetime | None
    by: str


@dataclass(frozen=True)
class TimelineEntry:
    """One entry of the timeline, counted from 1. `details`: plain values by name, e.g. due_before, due_after."""

    place: int
    at: datetime
    verb: CaseVerb
    step: Step | None
    words: str
    decided_by: str
    entered_by: str
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CasePage:
    """Everything about one case. `intake`: the facts as they stand now; `missing`: what stands against leaving the
    present step; `moves`: where it may go; `merged`: the cases linked into this one; `earlier`: this patient's or
    telephone's other cases, newest first."""

    line: CaseLine
    intake: CaseDraft
    recorded_at: datetime
    received_by: str
    course: Course
    cause: str
    summary: str
    people: tuple[CasePerson, ...]
    subjects: tuple[Subject, ...]
    contacts: tuple[Contact, ...]
    notes: tuple[Note, ...]
    files: tuple[CaseFile, ...]
    payments: tuple[Payment, ...]
    handlings: tuple[Handling, ...]
    handling_none: str
    externals: tuple[External, ...]
    pauses: tuple[CasePause, ...]
    timeline: tuple[TimelineEntry, ...]
    severity: Severity | None
    solution: Solution | None
    negotiation: Negotiation | None
    prevention: Prevention | None
    flag_reason: str
    after_calls: tuple[AfterCall, ...] = ()
    moves: tuple[Move, ...] = ()
    missing: tuple[Problem, ...] = ()
    merged: tuple[CaseLine, ...] = ()
    merged_into: tuple[UUID, str] | None = None
    split_from: tuple[UUID, str] | None = None
    earlier: tuple[CaseLine, ...] = ()

    @property
    def first_contact_at(self) -> datetime | None:
        """When the complainant was first talked to."""
        return min((one.at for one in self.contacts), default=None)

    @property
    def complained_of(self) -> frozenset[UUID]:
        """Who may not investigate, approve or close."""
        return frozenset(one.employee_id for one in self.people if one.role is PersonRole.COMPLAINED)

    @property
    def money(self) -> bool:
        """Whether money was offered or asked for."""
        offered = self.solution is not None and (self.solution.refund + self.solution.compensation) > 0
        return offered or any(one.lives for one in self.payments)
