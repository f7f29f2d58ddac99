"""Values of members' points and gifts: lots that are good for a time, what was taken of them, what lies in stock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class PointKind(StrEnum):
    """Why points came or went. Words: phrases `member_points.kind.<value>`."""

    EARNED = "earned"
    TAKEN_BACK = "taken_back"  # a refund of no purchase on record
    REDEEMED = "redeemed"
    ADJUSTED = "adjusted"
    EXPIRED = "expired"


@dataclass(frozen=True)
class PointEntry:
    """Points that came (above zero, good while the day is before `expires_on`) or went, on a business day.

    `about`: the bill, the gift or the reason. `id`: of the purchase or the entry.
    """

    id: UUID
    day: date
    kind: PointKind
    points: int
    about: str = ""
    expires_on: date | None = None
    revision: int = 0


@dataclass(frozen=True)
class Lot:
    """Points that came together. `left`: what is neither spent nor expired."""

    day: date
    expires_on: date
    points: int
    left: int
    about: str = ""


@dataclass(frozen=True)
class PointLine:
    """A line of the account: what came or went, and the balance after it. `short`: of what went, what no points were
    there for (spent before the money came back; it is not asked for)."""

    entry: PointEntry
    balance: int
    short: int = 0


@dataclass(frozen=True)
class Account:
    """A member's points on a day. `lots`: those with something left, the first to expire first; `lines`: oldest first.

    `balance` is the sum of the lots; `next_expiry`: when the first of them goes, and how many points.
    """

    day: date
    balance: int
    lots: tuple[Lot, ...]
    lines: tuple[PointLine, ...]

    @property
    def next_expiry(self) -> tuple[date, int] | None:
        """The next day on which points go, and how many."""
        if not self.lots:
            return None
        first = self.lots[0].expires_on
        return first, sum(lot.left for lot in self.lots if lot.expires_on == first)


@dataclass(frozen=True)
class GiftDraft:
    """What the dialog hands over. `points`: what one costs. `id` None: a new one."""

    name: str = ""
    points: int | None = None
    note: str = ""
    active: bool = True
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class Gift:
    """A gift with what lies in stock and how many went to members."""

    id: UUID
    name: str
    points: int
    note: str
    active: bool
    stock: int
    redeemed: int
    revision: int


class MoveKind(StrEnum):
    """Why stock changed. Words: phrases `gift_move.<value>`."""

    CAME_IN = "came_in"
    REDEEMED = "redeemed"
    RETURNED = "returned"
    COUNTED = "counted"  # what was counted differs from what was written


@dataclass(frozen=True)
class GiftMove:
    """A change of stock. `quantity`: below zero when gifts went."""

    id: UUID
    at: datetime
    kind: MoveKind
    quantity: int
    reason: str
    by: str
