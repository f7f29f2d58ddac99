"""Internal requests (内部诉求): what the front line asks of the back office, and the answer it is owed in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.measures.model import Urgency


class RequestState(StrEnum):
    """asked → accepted → answered → closed; or withdrawn with a reason. Words: phrases `request_state.<value>`."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


UNANSWERED = (RequestState.ASKED, RequestState.ACCEPTED)
"""The states in which an answer is owed."""


class RequestVerb(StrEnum):
    """What was done: the timeline's entries. Words: phrases `request_verb.<value>`."""

    ASK = "ask"
    ACCEPT = "accept"
    PASS_ON = "pass_on"
    ANSWER = "answer"
    CONFIRM = "confirm"
    RETURN = "return"
    WITHDRAW = "withdraw"
    NOTE = "note"
    ATTACH = "attach"
    DEADLINE = "deadline"


@dataclass(frozen=True)
class RequestDraft:
    """What the dialog hands over. The asker's department of that day is the asking one; `asked_id` the department
    asked, of any institution; `since`: from when on it has been so. `received_at` None: now; earlier needs a reason."""

    asker_id: UUID | None = None
    asked_id: UUID | None = None
    words: str = ""
    since: date | None = None
    urgency: Urgency = Urgency.ORDINARY
    received_at: datetime | None = None
    backdate_reason: str = ""


@dataclass(frozen=True)
class AnswerDraft:
    """The answer. `at` None: now; earlier needs a reason, since the clock is judged by it."""

    words: str = ""
    at: datetime | None = None
    backdate_reason: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry of the timeline of a request or a wish. `details`: what changed, language-neutral."""

    place: int
    at: datetime
    verb: str
    words: str
    decided_by: str
    entered_by: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class KeptFile:
    """A file kept with a request. `size` in bytes."""

    id: UUID
    name: str
    sha256: str
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class RequestLine:
    """A request as a row of the list. `due_at`: when the answer is or was owed, the latest run of its clock;
    `missed`: an answer came too late, or one that was sent back did; `returned`: how often sent back;
    `provisional`: `due_at` depends on days off not announced yet."""

    id: UUID
    number: str
    state: RequestState
    urgency: Urgency
    institution_id: UUID
    institution: str
    asker_id: UUID
    asker: str
    department_id: UUID
    department: str
    asked_id: UUID
    asked: str
    words: str
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None
    missed: bool
    returned: int
    revision: int
    provisional: bool = False

    def is_overdue(self, now: datetime) -> bool:
        """Whether an answer is owed and its time is over."""
        return self.state in UNANSWERED and now > self.due_at


@dataclass(frozen=True)
class Request:
    """A request in full, its clock reckoned for now."""

    line: RequestLine
    since: date | None
    backdate_reason: str
    received_by: str
    accepted_by: str
    answer: str
    answered_by_id: UUID | None
    answered_by: str
    closed_by: str
    zone: str
    now: datetime
    clocks: tuple[Deadline, ...] = ()
    timeline: tuple[Entry, ...] = ()
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True)
class RequestFilter:
    """What the list shows; empty = no restriction. `unanswered`: an answer is owed, in place of `state`; `overdue`: and
    its time is over. `mine`: asked, accepted or answered by this employee. Days are those of receipt."""

    state: RequestState | None = None
    unanswered: bool = False
    overdue: bool = False
    institution_id: UUID | None = None
    department_id: UUID | None = None
    asked_id: UUID | None = None
    urgency: Urgency | None = None
    mine: UUID | None = None
    received_from: date | None = None
    received_to: date | None = None
    text: str = ""


@dataclass(frozen=True)
class RequestSums:
    """A month's requests by the day of receipt: asked (without those withdrawn), answered in time and late, and of them
    sent back; beside that what stands open now, whenever it was asked, and is overdue."""

    month: date
    asked: int = 0
    in_time: int = 0
    late: int = 0
    returned: int = 0
    withdrawn: int = 0
    open: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class RequestsDue:
    """For the first page: how many answers are owed, how many are overdue, how many wait to be confirmed, how many
    wishes are not answered, and the requests that come first."""

    open: int = 0
    overdue: int = 0
    unconfirmed: int = 0
    wishes: int = 0
    rows: tuple[RequestLine, ...] = ()
