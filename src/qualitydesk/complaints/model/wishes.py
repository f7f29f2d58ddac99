"""Wishes, suggestions and praise of customers (意见建议与表扬): logged, forwarded, answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.complaints.model.drafts import Party
from qualitydesk.complaints.model.requests import Entry
from qualitydesk.complaints.model.words import Channel


class WishKind(StrEnum):
    """Words: phrases `wish_kind.<value>`."""

    WISH = "wish"
    SUGGESTION = "suggestion"
    PRAISE = "praise"


class WishAbout(StrEnum):
    """What it is about. Words: phrases `wish_about.<value>`."""

    SERVICE = "service"
    TREATMENT = "treatment"
    WAITING = "waiting"
    PROCESS = "process"
    PRICE = "price"
    ENVIRONMENT = "environment"
    EQUIPMENT = "equipment"
    OPENING = "opening"
    OFFER = "offer"
    OTHER = "other"


class WishState(StrEnum):
    """logged → forwarded → answered; or it has become a complaint. Words: phrases `wish_state.<value>`."""

    LOGGED = "logged"
    FORWARDED = "forwarded"
    ANSWERED = "answered"
    CASE = "case"


WAITING = (WishState.LOGGED, WishState.FORWARDED)
"""The states in which the customer has no answer yet."""


class WishOutcome(StrEnum):
    """What became of it; of praise only that it was passed on. Words: phrases `wish_outcome.<value>`."""

    TAKEN_UP = "taken_up"
    NOT_TAKEN_UP = "not_taken_up"
    EXPLAINED = "explained"
    PASSED_ON = "passed_on"


class WishVerb(StrEnum):
    """What was done: the timeline's entries. Words: phrases `wish_verb.<value>`."""

    LOG = "log"
    FORWARD = "forward"
    ANSWER = "answer"
    CASE = "case"
    NOTE = "note"


ORIGIN = "wish"
"""The origin a complaint bears that a wish has become."""


@dataclass(frozen=True)
class WishDraft:
    """What the dialog hands over. `party` is not read when anonymous; `employees`: those named, of praise the praised.
    `received_at` None: now; earlier needs a reason."""

    institution_id: UUID | None = None
    kind: WishKind = WishKind.SUGGESTION
    channel: Channel | None = None
    received_at: datetime | None = None
    backdate_reason: str = ""
    party: Party = Party()  # noqa: RUF009 - a frozen value
    anonymous: bool = False
    about: WishAbout | None = None
    words: str = ""
    employees: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class ForwardDraft:
    """To which department, to whom there if to somebody, with which words."""

    department_id: UUID | None = None
    employee_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True)
class WishAnswer:
    """What became of it, what the customer was told and when (None: now), and why it was not taken up."""

    outcome: WishOutcome | None = None
    words: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class WishLine:
    """A wish as a row of the list. `department`, `employee`: to whom it was forwarded last; `named`: the employees
    named; `flagged`: all staff are asked to take care with this customer."""

    id: UUID
    number: str
    kind: WishKind
    state: WishState
    institution_id: UUID
    institution: str
    channel: Channel
    about: WishAbout | None
    party: str
    customer_id: UUID | None
    department: str
    employee: str
    outcome: WishOutcome | None
    words: str
    received_at: datetime
    answered_at: datetime | None
    revision: int
    named: tuple[tuple[UUID, str], ...] = ()
    flagged: bool = False


@dataclass(frozen=True)
class Wish:
    """A wish in full. `case`: the complaint it has become, (id, number)."""

    line: WishLine
    party: Party
    anonymous: bool
    backdate_reason: str
    received_by: str
    department_id: UUID | None
    employee_id: UUID | None
    forwarded_at: datetime | None
    forwarded_by: str
    answer: str
    reason: str
    answered_by: str
    zone: str
    now: datetime
    case: tuple[UUID, str] | None = None
    flag: str = ""
    timeline: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class WishFilter:
    """What the list shows; empty = no restriction. `waiting`: not answered yet, in place of `state`; `department_id`:
    forwarded there; `employee_id`: forwarded to or naming this employee. Days are those of receipt."""

    state: WishState | None = None
    waiting: bool = False
    kind: WishKind | None = None
    institution_id: UUID | None = None
    channel: Channel | None = None
    about: WishAbout | None = None
    outcome: WishOutcome | None = None
    department_id: UUID | None = None
    employee_id: UUID | None = None
    customer_ids: tuple[UUID, ...] = ()
    received_from: date | None = None
    received_to: date | None = None
    text: str = ""


@dataclass(frozen=True)
class Praised:
    """Praise by a patient that names an employee: what a reward may be given for."""

    wish_id: UUID
    number: str
    received_at: datetime
    employee_id: UUID
    words: str
