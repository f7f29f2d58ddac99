"""Values of the other statistics: rows of a Pareto, intervals, agreement of two inspectors, time to close."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ParetoRow:
    """A category with its count, its share and the share of all rows down to it, both in per cent."""

    code: str
    count: int
    percent: float
    cumulated: int
    cumulated_percent: float
    vital: bool  # one of the few behind four fifths


@dataclass(frozen=True)
class Interval:
    """Where the true value lies, `low` to `high`, around what was seen."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class FunnelLimit:
    """Limits for a place with `size` checked: inner 95 %, outer 99.8 %; shares 0 to 1."""

    size: int
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True)
class Agreement:
    """Two inspectors on the same people. `kappa` None: both always gave the same answer, nothing can be said.

    `observed`, `by_chance`: shares agreed. `pabak`: kappa had all answers been equally frequent; None beyond two.
    """

    n: int
    observed: float
    by_chance: float
    kappa: float | None
    error: float | None
    interval: tuple[float, float] | None
    pabak: float | None


@dataclass(frozen=True)
class Step:
    """At `time`, of `at_risk` still open `closed` were closed; the share still open after it, and its error."""

    time: float
    at_risk: int
    closed: int
    open_share: float
    error: float


@dataclass(frozen=True)
class TimeToClose:
    """Time to close with open cases counted as such. A quantile is None when it is not reached yet.

    `median_interval`: 95 %, an end None when it is not reached.
    """

    n: int
    closed: int
    steps: tuple[Step, ...]
    median: float | None
    quarter: float | None
    three_quarters: float | None
    nine_tenths: float | None
    median_interval: tuple[float | None, float | None]
