"""What the window of a step hands over: everything it records, and whether the case then goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from qualitydesk.complaints.model.drafts import (
    ClosingDraft,
    ContactDraft,
    HandlingDraft,
    NegotiationDraft,
    PersonDraft,
    PreventionDraft,
    SeverityDraft,
    SolutionDraft,
    SubjectDraft,
)


@dataclass(frozen=True)
class Deciders:
    """Who may decide something of a case: `posts` by the names the group gives them, () = of any post; `people` who
    hold one today and are not complained of."""

    posts: tuple[str, ...] = ()
    people: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class StepWork:
    """What is None or empty is left as it stands. `go_on`: the step is left afterwards, with `words`, at `at`.

    `note`: of the investigation; `confirmed_by`: the second person who confirms the level; `approved`: the solution's
    approval, which itself moves the case; `accept`: from
    step 1 on over step 2 at once; `flag_reason`: the patient is flagged for it; `handling_none`: why nobody is
    handled.
    """

    handler_id: UUID | None = None
    subjects: tuple[SubjectDraft, ...] | None = None
    note: str = ""
    contact: ContactDraft | None = None
    people: tuple[PersonDraft, ...] | None = None
    severity: SeverityDraft | None = None
    confirmed_by: UUID | None = None
    solution: SolutionDraft | None = None
    approved: bool | None = None
    approval_words: str = ""
    negotiation: NegotiationDraft | None = None
    flag_reason: str = ""
    closing: ClosingDraft | None = None
    handlings: tuple[HandlingDraft, ...] = ()
    handling_none: str = ""
    prevention: PreventionDraft | None = None
    go_on: bool = False
    accept: bool = False
    words: str = ""
    at: datetime | None = None
    decided_by: UUID | None = None
