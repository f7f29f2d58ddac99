"""What a calibration shows: how far two inspectors agree, over all and item by item, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualitydesk.insights.model.figures import Agreement


class Advice(StrEnum):
    """What to do about an item. Words: phrases `calibration.advice.<value>`."""

    NONE = "none"
    WATCH = "watch"
    SCOPE = "scope"
    TOGETHER = "together"
    REWRITE = "rewrite"


@dataclass(frozen=True)
class Disagreed:
    """One person on whom the two differed; verdicts by their codes."""

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Compared:
    """Two inspectors over some pairs. `agreement` None: nothing to compare; `pabak`: over the verdicts that were given,
    by two or more of them; `stricter`: fails the first gave where the second did not, and the other way round."""

    agreement: Agreement | None
    agreed: int
    pabak: float | None
    stricter: tuple[int, int]


@dataclass(frozen=True)
class ItemResult:
    """One item over all people."""

    code: str
    titles: Mapping[str, str]
    compared: Compared
    advice: Advice
    differed: tuple[Disagreed, ...]

    @property
    def unclear(self) -> bool:
        """Whether something is to be done about it."""
        return self.advice in (Advice.SCOPE, Advice.TOGETHER, Advice.REWRITE)


@dataclass(frozen=True)
class CalibrationResult:
    """All of it: the items that are unclear first."""

    overall: Compared
    items: tuple[ItemResult, ...]

    @property
    def unclear(self) -> int:
        return sum(item.unclear for item in self.items)
