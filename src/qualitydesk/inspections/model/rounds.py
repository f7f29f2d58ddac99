"""Values of a round: what was planned, where it stands, what was answered, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from qualitydesk.inspections.model.findings import DisputeState
from qualitydesk.inspections.model.plans import Sample
from qualitydesk.inspections.model.standards import Item, ItemGroup, Pack, Target


class RoundKind(StrEnum):
    """Domain §3; the kind decides who may lead it and which column of the ladder counts."""

    PATROL = "patrol"
    SELF_CHECK = "self_check"
    QUALITY_CHECK = "quality_check"
    MYSTERY = "mystery"
    GROUP_ROUND = "group_round"


class RoundState(StrEnum):
    OPEN = "open"
    FINISHED = "finished"
    ABANDONED = "abandoned"


class Verdict(StrEnum):
    """Of one answer."""

    PASS = "pass"
    FAIL = "fail"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"


class Standing(StrEnum):
    """Whether a finding is heard by the ladder."""

    COUNTS = "counts"
    LEFT_OUT = "left_out"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    """The answer behind it was corrected after the round: it never failed."""


@dataclass(frozen=True)
class Given:
    """What the inspector gave. Exactly the part the item's kind asks for is filled; `verdict` None = only a note yet.

    `number`: 0–5 for scale items, the measure in the item's unit for measured and step items.
    `seen`, `failed`: for count items, "seen n, failed m".
    `began`, `ended`: of a process step, aware UTC to the second; only `began` while it still runs.
    """

    verdict: Verdict | None = None
    number: float | None = None
    seen: int | None = None
    failed: int | None = None
    note: str = ""
    fixed: bool = False
    began: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True)
class Answer:
    """One answer as it stands on disk."""

    stop_id: UUID
    item_code: str
    given: Given
    answered_at: datetime
    answered_by: UUID | None


@dataclass(frozen=True)
class Correction:
    """One answer given anew after the round was finished. `before`: what held until then, None = unanswered.

    `nth`: the how manieth of this answer, from 1; `decided_by`, `entered_by`: names, "" = nobody on record.
    """

    id: UUID
    stop_id: UUID
    item_code: str
    nth: int
    before: Given | None
    given: Given
    reason: str
    corrected_at: datetime
    decided_by: str = ""
    entered_by: str = ""


@dataclass(frozen=True)
class Stop:
    """A person or place on a round, with the facts of that day.

    A place has no employee, no number, sex, post or department. `added_at`: it joined while the round was walked;
    `packs`: the round's packs it is walked with, as the post's profile named them; None: all of them.
    """

    id: UUID
    position: int
    target: Target
    employee_id: UUID | None
    number: str
    name: str
    sex: str
    post_code: str
    post: str
    department_id: UUID | None
    department: str
    place_id: UUID | None = None
    added_at: datetime | None = None
    added_by: UUID | None = None
    packs: tuple[str, ...] | None = None

    @property
    def subject_id(self) -> UUID | None:
        """Whom or what its findings are counted by: the person, or the place."""
        return self.employee_id or self.place_id


@dataclass(frozen=True)
class Cursor:
    """The item the inspector stands on."""

    stop_id: UUID
    item_code: str


@dataclass(frozen=True)
class RoundDraft:
    """What the dialog for a new round hands over; the lead is the first inspector.

    `order`: ids of people and places as they are to be walked; whoever it leaves out comes after, people first.
    `lead_reason`: why somebody leads who is not meant to; `visitor`, `visitor_code`: a mystery customer's name, which
    nobody reads, and the name on screens; `sample`: how the people were drawn; `by_profile`: of the packs everybody is
    asked those only that the profile of the post names.
    """

    kind: RoundKind = RoundKind.PATROL
    institution_id: UUID | None = None
    inspector_ids: tuple[UUID, ...] = ()
    pack_codes: tuple[str, ...] = ()
    employee_ids: tuple[UUID, ...] = ()
    place_ids: tuple[UUID, ...] = ()
    order: tuple[UUID, ...] = ()
    lead_reason: str = ""
    visitor: str = ""
    visitor_code: str = ""
    sample: Sample | None = None
    by_profile: bool = False


@dataclass(frozen=True)
class Round:
    """A round's own facts. `packs` are (code, edition): the editions it began with; `reason`: why it was given up;
    `score_edition`: the score rule's edition it is judged by, None = that of its first day."""

    id: UUID
    number: str
    kind: RoundKind
    state: RoundState
    institution_id: UUID
    institution: str
    inspectors: tuple[str, ...]
    inspector_ids: tuple[UUID, ...]
    packs: tuple[tuple[str, int], ...]
    started_at: datetime
    finished_at: datetime | None
    cursor: Cursor | None
    revision: int
    reason: str = ""
    visitor_code: str = ""
    lead_reason: str = ""
    sample: Sample | None = None
    score_edition: UUID | None = None
    by_profile: bool = False


@dataclass(frozen=True)
class Walk:
    """Everything the walking view needs, once."""

    round: Round
    stops: tuple[Stop, ...]
    packs: tuple[Pack, ...]
    items: Mapping[UUID, tuple[Item, ...]]
    answers: Mapping[tuple[UUID, str], Answer]


@dataclass(frozen=True)
class Score:
    """A score and how much stands behind it (domain §10). `share` None: nothing applicable was answered."""

    earned: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)
    answered: int = 0
    total: int = 0
    failed: int = 0
    critical: tuple[str, ...] = ()
    pass_mark: Fraction = Fraction(9, 10)

    @property
    def share(self) -> Fraction | None:
        """0 to 1, exact."""
        return self.earned / self.possible if self.possible else None

    @property
    def passed(self) -> bool | None:
        """The verdict; None while nothing applicable is answered. A critical failure fails whatever the share."""
        if self.critical:
            return False
        return None if self.share is None else self.share >= self.pass_mark


@dataclass(frozen=True)
class Finding:
    """A fail in a finished round. `nth`: how often this person or place has failed this item, this time included.

    `dispute`: whether the inspected person contests it; a pending one still counts. `measures`: how many came from it
    and were not dropped; `pack`: code and edition of the standard it was found by.
    """

    id: UUID
    round_id: UUID
    round_number: str
    round_kind: RoundKind
    stop_id: UUID
    employee_id: UUID | None
    name: str
    item_code: str
    item_group: ItemGroup
    gravity: str
    found_at: datetime
    recorded_at: datetime
    institution_id: UUID
    note: str = ""
    fixed: bool = False
    standing: Standing = Standing.COUNTS
    reason: str = ""
    nth: int = 1
    place_id: UUID | None = None
    dispute: DisputeState = DisputeState.NONE
    measures: int = 0
    pack: tuple[str, int] = ("", 0)

    @property
    def subject_id(self) -> UUID | None:
        """The person or the place it is counted by."""
        return self.employee_id or self.place_id


@dataclass(frozen=True)
class StopResult:
    """One person or place in the result."""

    stop: Stop
    score: Score


@dataclass(frozen=True)
class RoundResult:
    """A round with its score. `previous` is the share of the last finished round of this kind and institution,
    `partly` what an item partly met was worth. `walk.answers` are those that hold; `corrections`, oldest first, say
    what stood there before."""

    walk: Walk
    score: Score
    stops: tuple[StopResult, ...]
    findings: tuple[Finding, ...]
    previous: Fraction | None = None
    previous_number: str = ""
    partly: Fraction = Fraction(1, 2)
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class RoundLine:
    """A round as a row of the list. `share` in millionths, −1 = none yet; `reason`: why it was given up;
    `corrected`: how often an answer was corrected after it was finished."""

    id: UUID
    number: str
    kind: RoundKind
    state: RoundState
    institution_id: UUID
    institution: str
    inspectors: str
    started_at: datetime
    finished_at: datetime | None
    people: int
    answered: int
    total: int
    failed: int
    share: int
    passed: bool | None
    reason: str = ""
    corrected: int = 0


@dataclass(frozen=True)
class RoundFilter:
    """What the list of rounds shows; empty = no restriction. `text`: part of a number, of the institution's name or of
    an inspector's; `first`, `last`: the days, both included, on which it was begun."""

    institution_id: UUID | None = None
    kind: RoundKind | None = None
    state: RoundState | None = None
    text: str = ""
    inspector_id: UUID | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class EarlierFinding:
    """One of the last findings of this person or place on this item, shown beside it."""

    round_number: str
    found_at: datetime
    note: str = field(default="")


@dataclass(frozen=True)
class RecheckSeen:
    """What a finished round showed of a measure to be checked again: whether what it had put right is still good.

    `notes`: those of the failed answers; `things`: how many persons, places and items were looked at for it.
    """

    measure_id: UUID
    number: str
    task: str
    good: bool
    notes: tuple[str, ...] = ()
    things: int = 1
