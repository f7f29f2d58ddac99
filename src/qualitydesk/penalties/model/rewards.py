"""Rewards: proposed, approved by somebody else, given; and the ranked list from which the Service Star is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from qualitydesk.directory.model import Person
from qualitydesk.rulebook.model.rewarding import RewardRule

STAR = "service_star"
"""The kind of the monthly Service Star."""


class RewardState(StrEnum):
    """Where a reward stands. Words: phrases `reward.state.<code>`."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class RewardVerb(StrEnum):
    """What can be done with a reward."""

    APPROVE = "approve"
    GIVE = "give"
    WITHDRAW = "withdraw"


@dataclass(frozen=True)
class RewardDraft:
    """What the dialog gives. `amount` in fen, 0 = no money; `extras`: what is given besides; `deed_on`: when."""

    employee_id: UUID | None = None
    grade: str = ""
    kind: str = ""
    amount: int | None = 0
    extras: tuple[str, ...] = ()
    reason: str = ""
    deed_on: date | None = None


@dataclass(frozen=True)
class Reward:
    """A reward with the names its list and papers show."""

    id: UUID
    number: str
    state: RewardState
    employee_id: UUID
    employee_number: str
    employee: str
    institution_id: UUID
    institution: str
    department: str
    grade: str
    kind: str
    amount: int
    extras: tuple[str, ...]
    reason: str
    deed_on: date
    proposed_at: datetime
    proposed_by: UUID
    approved_by: UUID | None = None
    approved_on: date | None = None
    given_on: date | None = None
    withdrawal_reason: str = ""
    paper_id: UUID | None = None
    revision: int = 1
    proposer: str = ""
    approver: str = ""


@dataclass(frozen=True)
class RewardFilter:
    """What the list shows; empty = no restriction. `month`: of the deed, its first day."""

    state: RewardState | None = None
    institution_id: UUID | None = None
    employee_id: UUID | None = None
    month: date | None = None
    text: str = ""


@dataclass(frozen=True)
class RewardOffer:
    """What the dialogs are filled with: the rule of today, people who may be rewarded, people who may approve."""

    rule: RewardRule
    people: tuple[Person, ...]
    approvers: tuple[Person, ...]
    posts: tuple[str, ...]
    today: date


@dataclass(frozen=True)
class StarFacts:
    """What a month says of one employee. `shares`: round number and score 0 to 1, one for each time she was seen.

    `offences`: findings of the month that count; `points`: deductions ≤ 0; `slips`: slips of the month that stand.
    """

    employee_id: UUID
    number: str
    name: str
    institution_id: UUID
    institution: str
    department: str
    shares: tuple[tuple[str, Fraction], ...] = ()
    items: int = 0
    praise: int = 0
    offences: int = 0
    points: int = 0
    slips: int = 0

    @property
    def score(self) -> Fraction | None:
        """The mean of her scores; None when she was not inspected."""
        return sum((share for _, share in self.shares), Fraction(0)) / len(self.shares) if self.shares else None


@dataclass(frozen=True)
class StarPlace:
    """A place in the ranked list. `barred`: why she cannot be chosen (phrases `star.barred.<code>`); "" = she can."""

    facts: StarFacts
    rank: int | None
    barred: str = ""


@dataclass(frozen=True)
class StarList:
    """The ranked list of a month, and who is the star already."""

    month: date
    places: tuple[StarPlace, ...]
    chosen: tuple[Reward, ...] = ()
