"""What is looked at before a slip is issued, and what speaks against issuing it. It warns; it never blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.slip import SlipState


@dataclass(frozen=True)
class Similar:
    """A slip on something similar. `rung` 0 of a case, `level` 0 of anything else; `total` in fen as it stands now."""

    id: UUID
    number: str
    employee: str
    act_day: date
    rung: int
    level: int
    total: int
    state: SlipState

    @property
    def degree(self) -> int:
        """Rung or level, whichever it has; 0: a case that got no level."""
        return self.rung or self.level


@dataclass(frozen=True)
class Trace:
    """A slip with what it is compared by. `source`: the column of the ladder, or "case"; `group` "": the item's."""

    slip: Similar
    source: str
    item_code: str = ""
    group: str = ""
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cap:
    """What one payer would owe in a month whose wage was typed in, all in fen. `percent`: the rule's share of the wage.

    `limit`: the most that may be taken that month; `mine`: by this slip; `others`: by issued slips not yet deducted.
    """

    name: str
    month: date
    percent: int
    limit: int
    mine: int
    others: int


@dataclass(frozen=True)
class Near:
    """Another slip that stands on the same employee near that day. `title` of what decided it; {} of a case; `total`
    in fen, as it stands now; `event_id`: of its round, case or free act."""

    number: str
    act_day: date
    title: Mapping[str, str]
    slip_id: UUID | None = None
    event_id: UUID | None = None
    total: int = 0


@dataclass(frozen=True)
class FairFacts:
    """Everything `rules.weigh_fairness` looks at. `similar`: newest first, without the slip itself.

    `issuer`: which parts the one who issues had in it already, in the order reporter, drafter, decider: joined by
    underscores they are codes of phrases `fair.part`; `why_other`: what was said when the act was
    proposed beside something alike; `points`: acts already deducted that day; `acknowledged`:
    whether this employee had signed the rule by the day of the act, None where it is not asked; `signed_on`: signed,
    but later; `rule` by language and `edition`: what the slip cites.
    """

    slip: Similar
    today: date
    look_back_months: int
    issuer: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    why_other: str = ""
    points: int = 0
    caps: tuple[Cap, ...] = ()
    similar: tuple[Similar, ...] = ()
    acknowledged: bool | None = None
    signed_on: date | None = None
    rule: Mapping[str, str] = field(default_factory=dict)
    edition: int = 0


@dataclass(frozen=True)
class Fairness:
    """What speaks against issuing a slip, each with its numbers, and the slips it was compared with.

    `twice_degree`, `twice_total`: twice the medians, so that those of an even number stay whole; None: nothing to
    compare. `told`: what they come to, in words.
    """

    warnings: tuple[Line, ...]
    similar: tuple[Similar, ...]
    told: Line
    twice_degree: int | None = None
    twice_total: int | None = None
