"""The penalty slip: a decision on its way from draft to issued paper. Numbered once proposed, never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.directory.model import Person
from qualitydesk.penalties.model.acts import Alike
from qualitydesk.penalties.model.decision import Decision, Line
from qualitydesk.penalties.model.facts import Event, Standing
from qualitydesk.penalties.model.life import Answer, Appeal, SlipFile
from qualitydesk.penalties.model.points import Consequence
from qualitydesk.rulebook.model import Edition, Party, Role

if TYPE_CHECKING:
    from qualitydesk.complaints.model import CasePage


class SlipState(StrEnum):
    """Where a slip stands. Words: phrases `ladder.state.<code>`.

    UPHELD, REDUCED: what became of it on appeal; WITHDRAWN: taken back, on appeal or without one.
    """

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    APPEALED = "appealed"
    UPHELD = "upheld"
    REDUCED = "reduced"
    WITHDRAWN = "withdrawn"
    DEDUCTED = "deducted"
    CLOSED = "closed"


TOLD = frozenset(SlipState) - {SlipState.DRAFT, SlipState.PROPOSED, SlipState.APPROVED, SlipState.WITHDRAWN}
"""States of a slip that was issued and stands: the employee has been told by it."""


class SlipVerb(StrEnum):
    """What can be done with a slip. UPHOLD, REDUCE and GRANT decide an appeal."""

    PROPOSE = "propose"
    APPROVE = "approve"
    ISSUE = "issue"
    ACKNOWLEDGE = "acknowledge"
    REFUSE = "refuse"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    REDUCE = "reduce"
    GRANT = "grant"
    DEDUCT = "deduct"
    CLOSE = "close"
    WITHDRAW = "withdraw"


class ApprovalWay(StrEnum):
    """How the one who decides made it known. Words: phrases `slip.way.<code>`."""

    IN_PERSON = "in_person"
    SPOKEN = "spoken"
    WRITTEN = "written"


@dataclass(frozen=True)
class Approval:
    """Who approved a slip, on which day and how; typed by whoever sits at the computer. Told by mouth: with a note."""

    decided_by: UUID | None = None
    on: date | None = None
    way: ApprovalWay | None = None
    note: str = ""


@dataclass(frozen=True)
class Approvers:
    """Who may decide on a day: the posts by their names, and the people who hold one of them. `not_by`: who may not
    though she holds one. `counts`: where slips were named, on how many of them each may; without those on none."""

    posts: tuple[str, ...]
    people: tuple[Person, ...]
    not_by: tuple[Party, ...] = ()
    counts: Mapping[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Slip:
    """One employee in one round or case. `number` None while a draft; `drafted_by` and the others are who decided.

    `decision` is what was issued and never changes; `total` is what stands now, in fen, less after a reduction.
    `state_since`: when it came into its state; `unanswered_on`: when it was noted that nobody answered in time;
    `settlement_ref`: the settlement it was deducted with; `notice_paper_id`: the personnel notice that tells it,
    `notice_told`: with which sum of each payment, in fen; `correction_since`: since when that is no longer so,
    `correction_paper_id`: the last notice that put it right; `appendix_paper_id`: its explanation as a paper.
    """

    id: UUID
    number: str | None
    state: SlipState
    institution_id: UUID
    employee_id: UUID
    act_day: date
    round_id: UUID | None
    finding_ids: tuple[UUID, ...]
    decision: Decision
    drafted_by: UUID
    improvement: str = ""
    proposed_at: datetime | None = None
    approved_by: UUID | None = None
    approved_at: datetime | None = None
    approved_on: date | None = None
    approval_way: ApprovalWay | None = None
    approval_note: str = ""
    issued_by: UUID | None = None
    issued_at: datetime | None = None
    withdrawn_by: UUID | None = None
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = ""
    paper_id: UUID | None = None
    appeal_last_day: date | None = None
    state_since: datetime | None = None
    unanswered_on: date | None = None
    settlement_ref: str = ""
    deducted_at: datetime | None = None
    closed_at: datetime | None = None
    notice_paper_id: UUID | None = None
    total: int = 0
    revision: int = 1
    case_id: UUID | None = None
    act_id: UUID | None = None
    source: str = ""
    appendix_paper_id: UUID | None = None
    notice_told: tuple[int, ...] | None = None
    correction_since: datetime | None = None
    correction_paper_id: UUID | None = None

    @property
    def event(self) -> Event:
        """The round or case it is about."""
        return self.decision.event


@dataclass(frozen=True)
class SlipLine:
    """A slip as a row of the list; `total` in fen, as it stands now. `event_number`: of the round or case;
    `level`: of a case, 0 none; `source`: of a free act (`ActSource`), which has no number."""

    id: UUID
    number: str
    state: SlipState
    institution_id: UUID
    institution: str
    employee_id: UUID
    employee_number: str
    employee: str
    act_day: date
    round_id: UUID | None
    case_id: UUID | None
    event_number: str
    rung: int
    level: int
    total: int
    proposed_at: datetime
    issued_at: datetime | None
    paper_id: UUID | None
    appeal_last_day: date | None
    state_since: datetime
    unanswered_on: date | None
    notice_paper_id: UUID | None
    source: str
    correction_since: datetime | None
    revision: int


@dataclass(frozen=True)
class SlipFilter:
    """What the list of slips shows; empty = no restriction. `states`: any of them, besides `state`; `since`: proposed
    then or later."""

    state: SlipState | None = None
    states: frozenset[SlipState] = frozenset()
    institution_id: UUID | None = None
    employee_id: UUID | None = None
    text: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class WithdrawnSlip:
    """A slip that was taken back, and why."""

    id: UUID
    number: str
    reason: str


@dataclass(frozen=True)
class Proposal:
    """What the ladder proposes for one employee after a round; `slip` once somebody proposed it.

    `withdrawn`: the slip of this round on her that was taken back last; she is proposed anew only by name.
    """

    employee_id: UUID
    employee_number: str
    employee: str
    post: str
    department: str
    decision: Decision
    slip: SlipLine | None = None
    withdrawn: WithdrawnSlip | None = None
    disputed: int = 0  # findings of hers in this round with a dispute nobody has decided
    by_hand: bool = False  # her handling was recorded on the case without a slip
    points: int = 0  # acts of that day points were deducted for: for one act points or the ladder, never both
    alike: tuple[Alike, ...] = ()  # what she was sanctioned for near that day: one event is sanctioned once

    @property
    def waiting(self) -> bool:
        """Whether it waits for its first slip: neither proposed nor taken back, nor handled without one."""
        return self.slip is None and self.withdrawn is None and not self.by_hand

    @property
    def beside(self) -> bool:
        """Whether something of about that day stands already, so that it is proposed only with a reason."""
        return bool(self.points or self.alike)


@dataclass(frozen=True)
class PersonSum:
    """What the slips that stand come to for one person, in fen: `slips` on her, `total` she pays, of it as superior."""

    slips: int = 0
    total: int = 0
    as_superior: int = 0


@dataclass(frozen=True)
class PaidLine:
    """What one person pays by one slip, in fen as it stands now; `employee`: whom the slip is on. `months`: those it
    was settled in, each with what was taken (below nought) or given back, in fen; `reason`: why it was withdrawn."""

    slip_id: UUID
    number: str
    employee: str
    act_day: date
    state: SlipState
    role: Role
    amount: int
    months: tuple[tuple[date, int], ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class AsideLine:
    """A finding of a round that is not heard: on whom, which item, and the reason somebody gave."""

    finding_id: UUID
    employee: str
    title: Mapping[str, str]
    standing: Standing
    reason: str


@dataclass(frozen=True)
class EventProposals:
    """Everything the page of proposals shows of one finished round or of a case. `level`: of the case; `nobody`: why
    nothing is proposed, a code of phrases `case_proposals`; `rules`: the editions the decisions cite, by id."""

    event: Event
    number: str
    proposals: tuple[Proposal, ...]
    aside: tuple[AsideLine, ...] = ()
    level: int | None = None
    nobody: str = ""
    rules: Mapping[UUID, Edition] = field(default_factory=dict)


@dataclass(frozen=True)
class Addable:
    """An item of a round that may be put in by hand; `verdict` "" = not answered, `note` what was written beside it."""

    employee_id: UUID
    employee_number: str
    employee: str
    item_code: str
    title: Mapping[str, str]
    verdict: str
    note: str
    points: int = 0
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True)
class AddDraft:
    """What the dialog that puts an act in by hand gives."""

    employee_id: UUID | None = None
    item_code: str = ""
    reason: str = ""
    improvement: str = ""
    other_act: str = ""


@dataclass(frozen=True)
class SlipView:
    """A slip with the names its page and its paper show: those of the day of the act and of who decided since."""

    slip: Slip
    institution: str
    employee_number: str
    post: str
    department: str
    superior: str
    head: str
    inspectors: tuple[str, ...]
    drafted_by: str
    approved_by: str = ""
    issued_by: str = ""
    withdrawn_by: str = ""


@dataclass(frozen=True)
class SlipStep:
    """One entry of a slip's history: what was done when, who decided it, who typed it, and what was said."""

    at: datetime
    verb: str
    decided_by: str
    entered_by: str
    note: str = ""
    on: date | None = None
    way: ApprovalWay | None = None


@dataclass(frozen=True)
class SlipSheet:
    """Everything the page of one slip shows. `rule`: the edition the decision cites; `check_code`: "" before issue;
    `round_kind`: "" of a case.

    `amounts`: what each of the decision's payments comes to now, in fen; `notice_number`: "" while in no notice, and
    `correction_number` while it was not corrected; `appendix_check`: of its explanation, "" while it is no paper;
    `consequence`: what an issued slip proposes to people, with their decision; `deciders`: the posts that decide on it.
    """

    view: SlipView
    round_kind: str
    rule: Edition
    history: tuple[SlipStep, ...]
    would_have_been: Line | None
    check_code: str
    answer: Answer | None = None
    appeal: Appeal | None = None
    files: tuple[SlipFile, ...] = ()
    amounts: tuple[int, ...] = ()
    today: date | None = None
    notice_number: str = ""
    correction_number: str = ""
    appendix_check: str = ""
    slip_age: Line | None = None
    consequence: Consequence | None = None
    deciders: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseFines:
    """What people paid in a case: its page with how each was handled, and the slips that stands on."""

    page: CasePage
    sheets: tuple[SlipSheet, ...]
