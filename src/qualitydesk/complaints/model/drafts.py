"""What the windows hand over: the draft of a case and what is recorded in its steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from qualitydesk.complaints.model.words import (
    Agreement,
    Channel,
    ExternalKind,
    HandlingRole,
    Level,
    MoneyKind,
    Outcome,
    PayWay,
    PersonRole,
    Relation,
    Remedy,
    Responsibility,
    ServiceNode,
    SubjectKind,
)
from qualitydesk.directory.model import Sex
from qualitydesk.measures.model import MeasureDraft


@dataclass(frozen=True)
class Party:
    """The complainant or the patient. `customer_id`: the customer on record, when it is one."""

    name: str = ""
    sex: Sex | None = None
    telephone: str = ""
    customer_id: UUID | None = None


@dataclass(frozen=True)
class PersonDraft:
    """An employee named in a case, in which role, and once judged how far he answers for it."""

    employee_id: UUID
    role: PersonRole = PersonRole.COMPLAINED
    responsibility: Responsibility | None = None
    words: str = ""


@dataclass(frozen=True)
class SubjectDraft:
    """One thing complained of. `id` None: a new one."""

    kind: SubjectKind
    words: str = ""
    outcome: Outcome | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class ExternalDraft:
    """A date set by somebody outside, as typed in. `reference`: their own number; `heard_at` None: with the receipt;
    `id` None: a new one."""

    kind: ExternalKind
    due_at: datetime
    heard_at: datetime | None = None
    reference: str = ""
    done_at: datetime | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class AfterCallDraft:
    """A call after closing: when (None = now), whether somebody was reached, content with it or not, in words."""

    at: datetime | None = None
    reached: bool = True
    satisfied: bool | None = None
    words: str = ""


@dataclass(frozen=True)
class CaseDraft:
    """What the intake hands over. `received_at` None: now; earlier needs `backdate_reason`. `patient` is not read when
    the relation is SELF. `received_by` None: whoever decides. `origin`: what asked for the case (a survey, a call)."""

    institution_id: UUID | None = None
    channel: Channel | None = None
    received_at: datetime | None = None
    backdate_reason: str = ""
    received_by: UUID | None = None
    department_id: UUID | None = None
    complainant: Party = Party()
    anonymous: bool = False
    relation: Relation = Relation.SELF
    patient: Party = Party()
    happened_on: date | None = None
    place: str = ""
    node: ServiceNode | None = None
    narrative: str = ""
    people: tuple[PersonDraft, ...] = ()
    subjects: tuple[SubjectDraft, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    demand: str = ""
    intent: str = ""
    externals: tuple[ExternalDraft, ...] = ()
    outside_number: str = ""
    origin_kind: str = ""
    origin_id: UUID | None = None


@dataclass(frozen=True)
class ContactDraft:
    """A talk with the complainant: when, how, what was said."""

    at: datetime | None = None
    channel: Channel = Channel.TELEPHONE
    words: str = ""


@dataclass(frozen=True)
class SeverityFacts:
    """What the decision table asks. Amounts in fen; refund and compensation are summed."""

    refund: int = 0
    compensation: int = 0
    loss: bool = False
    reputation: bool = False
    grave_accident: bool = False
    death: bool = False


@dataclass(frozen=True)
class SeverityDraft:
    """The facts, and the level chosen where it is not the proposed one, with the reason for that."""

    facts: SeverityFacts = SeverityFacts()
    level: Level | None = None
    reason: str = ""
    cause: str = ""


@dataclass(frozen=True)
class SolutionDraft:
    """What is to be offered. Amounts in fen."""

    words: str = ""
    refund: int = 0
    compensation: int = 0


@dataclass(frozen=True)
class NegotiationDraft:
    """How it ended with the patient. Without agreement the outside ways must have been told."""

    result: Agreement | None = None
    at: datetime | None = None
    words: str = ""
    outside_ways_told: bool = False


@dataclass(frozen=True)
class PaymentDraft:
    """Money asked for. `amount` in fen; `started_by`: the consultant who starts a refund."""

    kind: MoneyKind | None = None
    amount: int = 0
    way: PayWay | None = None
    reason: str = ""
    started_by: UUID | None = None


@dataclass(frozen=True)
class PaidDraft:
    """The money's arrival: when, and the receipt's number or words."""

    at: datetime | None = None
    receipt: str = ""


@dataclass(frozen=True)
class ClosingDraft:
    """The closing summary and how each subject came out."""

    summary: str = ""
    outcomes: tuple[tuple[UUID, Outcome], ...] = ()


@dataclass(frozen=True)
class HandlingDraft:
    """How one person was handled. `amount` in fen; `slip_id` with its number: a slip of the part above."""

    employee_id: UUID
    role: HandlingRole = HandlingRole.RESPONSIBLE
    sanction: str = ""
    amount: int = 0
    words: str = ""
    slip_id: UUID | None = None
    slip_number: str = ""


@dataclass(frozen=True)
class PreventionDraft:
    """A measure with owner, due date and the look at its effect; or why none is needed. `effect_on` and `criterion`
    are fixed when it is set."""

    measure: MeasureDraft | None = None
    effect_on: date | None = None
    criterion: str = ""
    none_reason: str = ""


@dataclass(frozen=True)
class PauseDraft:
    """`reason`: a code of the clocks rule; `until`: when it is meant to end."""

    reason: str = ""
    words: str = ""
    until: datetime | None = None
