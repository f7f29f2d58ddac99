"""Values of a person's rights over what is kept of her: requests, limits, and everything held, as a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.members.model import CustomerLine


class Asked(StrEnum):
    """What a person may ask for; words `asked.<code>`."""

    COPY = "copy"
    CORRECT = "correct"
    RESTRICT = "restrict"
    ERASE = "erase"
    OTHER = "other"


class RequestState(StrEnum):
    """Where a request stands; words `person_request.<code>`."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True)
class PersonRequest:
    """A row of the register. `due_on`: the last day for its answer; `answer`: what was done, or why
    not; `overdue`: late as it was read."""

    id: UUID
    number: str
    customer: CustomerLine
    kind: Asked
    received_on: date
    due_on: date
    words: str
    state: RequestState
    answered_on: date | None
    answered_by: str
    answer: str
    revision: int
    overdue: bool = False

    def late(self, today: date) -> bool:
        return self.state is RequestState.OPEN and today > self.due_on


@dataclass(frozen=True)
class PersonRequestDraft:
    """A request as the dialog hands it over."""

    customer_id: UUID | None = None
    kind: Asked | None = None
    received_on: date | None = None
    words: str = ""


@dataclass(frozen=True)
class RequestAnswer:
    """How a request is answered."""

    request_id: UUID
    granted: bool = True
    answered_on: date | None = None
    answer: str = ""
    revision: int = 0


@dataclass(frozen=True)
class RestrictDraft:
    """Nothing but storage from now on: why, and until when the law wants it kept (None: not known yet)."""

    customer_id: UUID
    why: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Section:
    """One table of what is held about a person: title, heads, rows of plain words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
