"""What a verb hands back: its value and what it touched, so that screens refresh only when concerned."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from uuid import UUID  # a costly import for two annotations, before the first paint

T = TypeVar("T")


class Change(StrEnum):
    """The kinds of thing a write can touch."""

    DIRECTORY = "directory"
    STANDARDS = "standards"
    ROUNDS = "rounds"
    ANSWERS = "answers"
    FINDINGS = "findings"
    PHOTOS = "photos"
    PLANS = "plans"
    CALIBRATIONS = "calibrations"
    CUSTOMERS = "customers"
    PERSON_REQUESTS = "person_requests"
    TIERS = "tiers"
    PURCHASES = "purchases"
    BENEFITS = "benefits"
    MEMBER_POINTS = "member_points"
    GIFTS = "gifts"
    CONTACTS = "contacts"
    MEASURES = "measures"
    CASES = "cases"
    REQUESTS = "requests"
    WISHES = "wishes"
    SLIPS = "slips"
    POINTS = "points"
    REWARDS = "rewards"
    SETTLEMENTS = "settlements"
    SIGNATURES = "signatures"
    PAPERS = "papers"
    LETTERHEADS = "letterheads"
    RULEBOOK = "rulebook"
    CALENDAR = "calendar"
    VISITORS = "visitors"
    TRENDS = "trends"


@dataclass(frozen=True)
class Done(Generic[T]):
    """The outcome of one verb."""

    value: T
    touched: frozenset[Change] = field(default_factory=frozenset)


@dataclass(frozen=True)
class By:
    """Who answers for a verb: the employee who decided and the user who typed. None only while the group is founded."""

    decided_by: UUID | None
    entered_by: UUID | None

    @classmethod
    def alone(cls, employee: UUID | None) -> By:
        """One person decides and types."""
        return cls(employee, employee)
