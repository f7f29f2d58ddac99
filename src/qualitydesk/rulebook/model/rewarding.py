"""Typed views of the rules on staff points, rewards and the monthly settlement. Money in fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class PointsRow:
    """One row of the table: its acts are counted together in a day. `third_employee` None: no measure of its own.

    `fine` in fen and `second_dismissal` are proposals to people in place of points.
    """

    code: str
    acts: tuple[str, ...]
    employee: int
    team: int = 0
    third_employee: int | None = None
    third_team: int = 0
    fine: int = 0
    second_dismissal: bool = False


@dataclass(frozen=True)
class PointsRule:
    """The points scheme. `posts`: codes of those on it; limits are points of a month without their sign."""

    rows: Mapping[str, PointsRow]
    fen_per_point: int
    third: int
    posts: tuple[str, ...]
    employee_limit: int
    team_limit: int
    team_months: int

    def row_of(self, act: str) -> PointsRow | None:
        """The row an act belongs to; None when the rule does not know it."""
        return next((row for row in self.rows.values() if act in row.acts), None)


@dataclass(frozen=True)
class RewardGrade:
    """A level of rewards. `high` None: the sum is open; a level with `low` always carries money of that range."""

    code: str
    kinds: tuple[str, ...]
    extras: tuple[str, ...]
    low: int = 0
    high: int | None = None


@dataclass(frozen=True)
class RewardRule:
    """Rewards by level, the posts that approve, and the step of sums in fen."""

    grades: Mapping[str, RewardGrade]
    posts: tuple[str, ...]
    step: int


class FineIs(StrEnum):
    """What a fine is. Words: phrases `settle.fine_is.<code>`."""

    MONEY = "money"
    PERFORMANCE = "performance"
    POINTS = "points"


@dataclass(frozen=True)
class SettlementRule:
    """What a fine is, the caps of a month, who locks it, and the adopted rule document by name ("": none yet)."""

    fine_is: FineIs
    cap_percent: int
    minimum_floor: bool
    locking_posts: tuple[str, ...]
    document: str = ""
