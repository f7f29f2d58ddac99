"""A typed view of the rule on members' tiers. Money in fen, shares in percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TIER_CODES = ("vip", "gold", "silver", "normal")
"""The tiers that ship, the highest first: the order they are offered in, whatever order an edition keeps them in."""


class Downgrade(StrEnum):
    """Where a member falls at a review: to the tier that is reached, or one step. Words: `rule.downgrade.<code>`."""

    BALANCE_BASED = "balance_based"
    ONE_DOWN = "one_down"


@dataclass(frozen=True)
class TierLevel:
    """One tier: spending of `threshold` fen within `months`. The ground tier has threshold 0 and no window.

    `assets`: what an assessor may go by (0: nothing); `share_low` to `share_high`: the expected part of all members.
    """

    code: str
    threshold: int
    months: int = 0
    assets: int = 0
    share_low: int = 0
    share_high: int = 100


@dataclass(frozen=True)
class TiersRule:
    """The tiers from the ground up (a tier's place is its rank), and how one leads to another.

    `review_days`: (month, day) of each year, in order.
    """

    levels: Sequence[TierLevel]
    guarantee_months: int = 12
    grace_months: int = 0
    downgrade: Downgrade = Downgrade.BALANCE_BASED
    guarantee_after_downgrade: bool = False
    review_days: Sequence[tuple[int, int]] = ((1, 1),)
    at_risk_days: int = 90
    pyramid_share_percent: int = 80

    @property
    def windows(self) -> Sequence[TierLevel]:
        """The tiers that must be reached by spending, from the lowest up."""
        return self.levels[1:]

    @property
    def months(self) -> int:
        """Of the longest window."""
        return max((level.months for level in self.windows), default=0)

    def rank_of(self, code: str) -> int | None:
        """The place of a tier, the ground being 0; None when this edition has it not."""
        return next((rank for rank, level in enumerate(self.levels) if level.code == code), None)
