"""Values of tiers (会员等级): where a member stands, what is proposed and was decided, pyramids and forecasts.

A rank is a tier's place in the rule's edition, the ground being 0. Sums in fen. E is the day of an evaluation: windows
are [E ⊖ months, E).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.contacts import Hold

NEVER = date(9999, 12, 31)
"""Stands where a day is sorted by and none is in sight."""


@dataclass(frozen=True)
class Spend:
    """What counts on a day: a purchase, or money given back (negative) on the day of the purchase it belongs to."""

    day: date
    fen: int


@dataclass(frozen=True)
class TierState:
    """Where a member stands by decisions. All days are exclusive ends.

    `guaranteed_until`: not lowered before; `grace_until`: the review that decides after a failed one; `pinned_until`:
    nothing is proposed before.
    """

    rank: int = 0
    guaranteed_until: date | None = None
    grace_until: date | None = None
    pinned_until: date | None = None


class Happened(StrEnum):
    """What a posting or a review comes to (the words of reference/tier_vectors.json)."""

    UPGRADE = "upgrade"
    NOTHING = "tx"
    KEPT = "kept"
    KEPT_GUARANTEE = "kept_guarantee"
    KEPT_GRACE = "kept_grace"
    GRACE_STARTED = "grace_started"
    REQUALIFIED = "requalified_in_grace"
    DOWNGRADE = "downgrade"
    PINNED = "pinned"


@dataclass(frozen=True)
class Outlook:
    """What comes if nothing more is bought. None: never, or not in sight.

    `look_on`: the next day on which anything about the member changes by itself; `lapses_on`: the first evaluation at
    which the spending does not carry the tier held; `falls_on`: the review that will propose a lower one.
    """

    look_on: date | None
    lapses_on: date | None
    falls_on: date | None


@dataclass(frozen=True)
class Standing:
    """A member's tier as kept. `qualifies`: the rank her spending reaches as of today."""

    member_id: UUID
    state: TierState
    since: date
    qualifies: int
    outlook: Outlook


class Way(StrEnum):
    """What a move of a tier is. Words: phrases `tier.way.<code>`."""

    UP = "up"
    DOWN = "down"
    PIN = "pin"
    UNPIN = "unpin"
    GRACE = "grace"
    REGAINED = "regained"


class MoveState(StrEnum):
    """What became of it. Words: phrases `tier.state.<code>`. LAPSED: overtaken before anybody decided; NOTED: nothing
    to decide."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    NOTED = "noted"


@dataclass(frozen=True)
class Turn:
    """What an evaluation on `evaluated_for` comes to for a member: a tier to propose, or a grace begun or ended.

    `rank`: the tier it leads to; `until`: the end of the grace or the guarantee.
    """

    way: Way
    rank: int
    on: date
    evaluated_for: date
    until: date | None = None


@dataclass(frozen=True)
class Counted:
    """One purchase that counted: its number, the day it counts on and its fen."""

    number: str
    day: date
    fen: int


@dataclass(frozen=True)
class Basis:
    """The calculation behind a move: the window of `months` before `evaluated_for`, what it held, and what was needed.

    `level`: the tier whose window and threshold these are; `edition`: of the rule, as "number · from".
    """

    level: str
    evaluated_for: date
    window_from: date
    months: int
    amount: int
    threshold: int
    edition_id: UUID
    edition: str = ""
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class Move:
    """A tier proposed, decided, pinned. `on`: the day it holds from; `until`: end of guarantee, grace or pin."""

    id: UUID
    member: CustomerLine
    way: Way
    state: MoveState
    from_tier: str
    to_tier: str
    on: date
    basis: Basis | None
    until: date | None
    reason: str
    made_at: datetime
    decided_at: datetime | None
    decided_by: str
    revision: int


@dataclass(frozen=True)
class PinDraft:
    """What the dialog hands over: a tier by its code, its end (exclusive), the reason."""

    tier: str | None
    until: date | None
    reason: str


@dataclass(frozen=True)
class MoveFilter:
    """Which proposals are listed; empty = no restriction."""

    way: Way | None = None
    institution_id: UUID | None = None
    state: MoveState = MoveState.OPEN


@dataclass(frozen=True)
class TierFilter:
    """Which members are listed; empty = no restriction. `text` as typed into the search; `at_risk`: about to fall."""

    text: str = ""
    tier: str | None = None
    institution_id: UUID | None = None
    at_risk: bool = False
    pinned: bool = False


@dataclass(frozen=True)
class TierLine:
    """A member in the list: tier, and spending within the months of the `next_tier` against its threshold.

    At the top `next_tier` is the tier itself. `keep_missing`: what must be bought before `falls_on` so that the tier
    stays; None where nothing is in sight; `keep_from`: the first day that counts then, `keep_spent`: what is spent by
    now and still counts then. `fails_on`: the review that begins the grace `falls_on` ends. `proposed`: an open
    proposal's way.
    """

    member: CustomerLine
    tier: str
    qualifies: str
    next_tier: str
    spent: int
    threshold: int
    months: int
    lapses_on: date | None
    falls_on: date | None
    guaranteed_until: date | None
    grace_until: date | None
    pinned_until: date | None
    proposed: Way | None = None
    keep_missing: int | None = None
    keep_from: date | None = None
    keep_spent: int = 0
    fails_on: date | None = None

    @property
    def id(self) -> UUID:
        return self.member.id

    @property
    def falls(self) -> date | None:
        """`falls_on` where it takes the tier held: who is about to rise falls from the tier above at most."""
        return self.falls_on if self.keep_missing else None

    @property
    def missing(self) -> int:
        """Fen to the next threshold, 0 when it is reached."""
        return max(0, self.threshold - self.spent)

    @property
    def share(self) -> float:
        """How far the bar is filled, 0 to 1."""
        return min(1.0, self.spent / self.threshold) if self.threshold else 1.0


@dataclass(frozen=True)
class Step:
    """A step of the pyramid: how many members stand there, and the shares in percent that are expected."""

    tier: str
    count: int
    share_low: int
    share_high: int


@dataclass(frozen=True)
class Pyramid:
    """Members by tier, the highest first."""

    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        return sum(step.count for step in self.steps)

    def percent(self, step: Step) -> float:
        return 100 * step.count / self.total if self.total else 0.0


@dataclass(frozen=True)
class Simulation:
    """Other thresholds tried on the real data: nothing is written.

    `before`: by spending under the rule in force; `after`: under the one tried. `rising`, `falling`: members whose
    tier would differ.
    """

    before: Pyramid
    after: Pyramid
    rising: int
    falling: int
    evaluated_for: date


@dataclass(frozen=True)
class Concentration:
    """How spending is spread: `payers` members bought for `total` fen since `since`; the first `few` of them bring
    `percent` of it. `curve`: (part of members, part of spending) from the biggest payer on, 0 to 1."""

    since: date
    until: date
    payers: int
    total: int
    percent: int
    few: int
    curve: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Payer:
    """One of those behind the most of the spending. `place` from 1."""

    member: CustomerLine
    place: int
    tier: str
    spent: int

    @property
    def id(self) -> UUID:
        return self.member.id


@dataclass(frozen=True)
class MonthOfMoves:
    """Confirmed moves of one month."""

    month: date
    up: int
    down: int


@dataclass(frozen=True)
class Call:
    """Somebody to be called today, and why (codes, phrases `tier.call.<code>`), the tier's own reason first.

    `hold`: what holds all contacts of the member; while it does she is not called.
    """

    line: TierLine
    reasons: tuple[str, ...]
    hold: Hold | None = None

    @property
    def id(self) -> UUID:
        return self.line.id


@dataclass(frozen=True)
class TierOverview:
    """Everything the overview shows but the lists."""

    today: date
    pyramid: Pyramid
    concentration: Concentration
    moves: Sequence[MonthOfMoves]
    open_up: int
    open_down: int
    at_risk: int
