"""Values of members' benefits: what a year grants, what of it was used, on which day and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class BenefitUse:
    """A benefit used once. `by`: who entered it."""

    id: UUID
    day: date
    note: str
    by: str


@dataclass(frozen=True)
class BenefitGrant:
    """What a member may have in a calendar year. `benefit`: code of the rule; `tier`: the one that granted it."""

    id: UUID
    year: int
    benefit: str
    tier: str
    times: int
    uses: tuple[BenefitUse, ...]
    revision: int

    @property
    def left(self) -> int:
        """How often it may still be used."""
        return self.times - len(self.uses)


@dataclass(frozen=True)
class BenefitOffer:
    """What may be granted: tier → benefit → times, the highest tier first. `own`: the tier the member holds, None where
    nobody has judged it; what another one has wants a reason."""

    own: str | None
    tiers: Mapping[str, Mapping[str, int]]
