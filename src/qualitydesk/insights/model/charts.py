"""Values of control charts: which chart, its limits, its points and what they signal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """Attribute charts. p, np: items that fail of those checked; c, u: findings per equal or unequal unit; the
    primed ones with Laney's correction for more (or less) scatter than chance explains."""

    P = "p"
    NP = "np"
    C = "c"
    U = "u"
    P_PRIME = "p_prime"
    U_PRIME = "u_prime"


class SignalRule(StrEnum):
    """What in a row of points is not chance: Nelson's eight and the Western Electric ones that differ."""

    BEYOND = "n1"  # one point beyond three sigma
    NINE_ONE_SIDE = "n2"
    SIX_TREND = "n3"
    FOURTEEN_ALTERNATING = "n4"
    TWO_OF_THREE = "n5"  # beyond two sigma on one side
    FOUR_OF_FIVE = "n6"  # beyond one sigma on one side
    FIFTEEN_NEAR = "n7"  # within one sigma
    EIGHT_FAR = "n8"  # none within one sigma, both sides
    EIGHT_ONE_SIDE = "we4"


# Recommended for attribute charts; the others cry wolf there (SAS/QC User's Guide, tests for special causes).
USUAL_RULES = (
    SignalRule.BEYOND,
    SignalRule.NINE_ONE_SIDE,
    SignalRule.SIX_TREND,
    SignalRule.FOURTEEN_ALTERNATING,
)


@dataclass(frozen=True)
class ChartPoint:
    """One subgroup. `value` None: nothing was checked, no point is drawn. `z` None: no limits can be given.

    `lower`, `upper` in the unit of `value`. `baseline`: whether it helped to set the limits. `excluded`: the cause,
    when it was left out of the baseline by a person. `signals`: rules whose pattern is complete at this point.
    """

    count: int
    size: float
    value: float | None
    lower: float | None
    upper: float | None
    z: float | None
    baseline: bool = True
    excluded: str = ""
    signals: tuple[SignalRule, ...] = ()


@dataclass(frozen=True)
class ControlChart:
    """A chart of one phase. `center` None: nothing was checked in the baseline. `sigma_z` None: not corrected.

    `provisional`: fewer than twenty points set the limits. `unchanging`: the baseline has no variation, or all or
    nothing failed, so that no point can be judged.
    """

    kind: ChartKind
    center: float | None
    points: tuple[ChartPoint, ...]
    sigma_z: float | None = None
    baseline_points: int = 0
    provisional: bool = True

    @property
    def signalled(self) -> tuple[int, ...]:
        """Places (from 0) of points at which a rule's pattern is complete."""
        return tuple(place for place, point in enumerate(self.points) if point.signals)


class Course(StrEnum):
    """What a chart says in a word."""

    STEADY = "steady"  # nothing but chance
    HIGHER = "higher"
    LOWER = "lower"
    UNSETTLED = "unsettled"  # alternating or too far out on both sides
    TOO_FEW = "too_few"  # not enough points to say anything


@dataclass(frozen=True)
class ChartVerdict:
    """A chart in a sentence: the course, and the place (from 0) where the newest pattern begins."""

    course: Course
    since: int | None = None
    rule: SignalRule | None = None


class ChartReason(StrEnum):
    """Why this chart was chosen."""

    ITEMS = "items"  # so many of those checked
    EQUAL_UNITS = "equal_units"  # findings, the same area each time
    UNEQUAL_UNITS = "unequal_units"
    VERY_MANY = "very_many"  # so many checked that chance alone is no measure any more
    MANY_OUTSIDE = "many_outside"  # the plain chart would call most points special
    RARE = "rare"  # so seldom that the days between are the better measure


@dataclass(frozen=True)
class ChartChoice:
    """The chart for given data, and why; `days_between`: better shown as days between two events."""

    kind: ChartKind
    reason: ChartReason
    days_between: bool = False


@dataclass(frozen=True)
class DaysBetween:
    """A chart of days between rare events: values in days, limits in days, None where there are too few."""

    days: tuple[float, ...]
    center: float | None
    lower: float | None
    upper: float | None
    outside: tuple[int, ...] = ()
    provisional: bool = True
