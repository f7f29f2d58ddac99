"""Findings over all rounds: a row of the list, comments, disputes and the sheet that shows one in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.inspections.model.standards import Item, ItemGroup, Texts

if TYPE_CHECKING:
    from qualitydesk.directory.model import Person
    from qualitydesk.inspections.model.rounds import Finding, Round, RoundKind, Standing, Stop
    from qualitydesk.measures.model import MeasureLine


class DisputeState(StrEnum):
    """Where a dispute stands. A pending one does not keep the ladder from hearing the finding; an upheld one does."""

    NONE = "none"
    PENDING = "pending"
    UPHELD = "upheld"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class DisputeDraft:
    """What the inspected person says against a finding, as entered. `answer_by`: until when it is to be decided."""

    raised_on: date | None = None
    words: str = ""
    answer_by: date | None = None


@dataclass(frozen=True)
class DisputeDecision:
    """Whether it is upheld, by whom, on which day and why. `override`: why somebody decides whose post does not."""

    upheld: bool | None = None
    decided_by: UUID | None = None
    on: date | None = None
    reason: str = ""
    override: str = ""


@dataclass(frozen=True)
class Dispute:
    """A dispute as it stands."""

    id: UUID
    finding_id: UUID
    state: DisputeState
    raised_on: date
    raised_by: str
    words: str
    entered_by: str
    raised_at: datetime
    answer_by: date | None
    decided_by: str
    decided_on: date | None
    reason: str
    override: str
    revision: int


@dataclass(frozen=True)
class Comment:
    """What somebody had to say about a finding."""

    id: UUID
    at: datetime
    said_by: str
    words: str


@dataclass(frozen=True)
class Deciders:
    """Who may decide on a dispute: holders of the named posts, else anybody of `others` with a reason."""

    posts: tuple[str, ...]
    people: tuple[Person, ...]
    others: tuple[Person, ...]


@dataclass(frozen=True)
class Among:
    """Several at once, as a chart stands for them; empty = no restriction. `failed`: only what the sums count as
    failed, without what was disputed successfully or corrected since."""

    institutions: tuple[UUID, ...] = ()
    departments: tuple[UUID, ...] = ()
    kinds: tuple[RoundKind, ...] = ()
    items: tuple[str, ...] = ()
    failed: bool = False

    def __bool__(self) -> bool:
        return bool(self.institutions or self.departments or self.kinds or self.items or self.failed)


@dataclass(frozen=True)
class FindingFilter:
    """What the list of findings shows; empty = no restriction. `since` and `until` are calendar days, both included.

    `items`: codes of items; `text` is looked for in name, note and round number, and `text_items` are the codes of the
    items it names (the service fills them).
    """

    since: date | None = None
    until: date | None = None
    among: Among = Among()
    institution_id: UUID | None = None
    department_id: UUID | None = None
    employee_id: UUID | None = None
    place_id: UUID | None = None
    kind: RoundKind | None = None
    pack_code: str = ""
    item_code: str = ""
    group: ItemGroup | None = None
    gravity: str = ""
    standing: Standing | None = None
    dispute: DisputeState | None = None
    fixed: bool | None = None
    measured: bool | None = None
    text: str = ""
    text_items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as a row of the list, its item's title in both languages as of that edition."""

    title: Texts
    id: UUID
    found_at: datetime
    name: str
    institution: str
    department: str
    number: str
    round_number: str
    round_kind: str
    item_code: str
    item_group: str
    gravity: str
    note: str
    fixed: bool
    standing: str
    dispute: str
    measures: int
    pack_code: str
    pack_edition: int


@dataclass(frozen=True)
class FindingCounts:
    """What a filtered list comes to: findings, different people, fixed on the spot, disputes to be decided, without a
    measure."""

    findings: int = 0
    people: int = 0
    fixed: int = 0
    disputed: int = 0
    unmeasured: int = 0


@dataclass(frozen=True)
class FindingSheet:
    """One finding in full. `item` is of the edition it was found by, None when that cannot be read any more.

    `history`: who changed its standing, (when, by whom, code of the verb, reason), oldest first.
    """

    finding: Finding
    round: Round
    stop: Stop
    item: Item | None
    comments: tuple[Comment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    measures: tuple[MeasureLine, ...] = ()
    history: tuple[tuple[datetime, str, str, str], ...] = ()
    earlier: int = 0

    @property
    def dispute(self) -> Dispute | None:
        """The dispute that stands, if there is one."""
        return next((one for one in self.disputes if one.state is not DisputeState.WITHDRAWN), None)
