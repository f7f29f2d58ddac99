"""Shares and what may be said of them: intervals, differences, funnels, the vital few.

E. B. Wilson (1927), JASA 22, 209-212; R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872 (one share) and
873-890 (the difference of two, method 10); D. J. Spiegelhalter, Funnel plots for comparing institutional performance,
Statistics in Medicine 24 (2005), 1185-1202; J. M. Juran, the vital few.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, lgamma, log, sqrt

from qualitydesk.insights.model.figures import FunnelLimit, Interval, ParetoRow

Z_95 = 1.959963984540054
_VITAL = 80.0  # per cent before a category that still belongs to the few
_TAILS = {"inner": 0.025, "outer": 0.001}


def wilson(passed: int, total: int, z: float = Z_95) -> Interval | None:
    """The share `passed` of `total` with its score interval, without continuity correction; None when total is 0."""
    if total <= 0:
        return None
    share, square = passed / total, z * z
    middle = share + square / (2 * total)
    half = z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    return Interval(share, max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def change_of_share(before: tuple[int, int], after: tuple[int, int], z: float = Z_95) -> Interval | None:
    """How much a share changed, after minus before, each as (so many, of so many); None when one is of nothing."""
    old, new = wilson(*before, z), wilson(*after, z)
    if old is None or new is None:
        return None
    change = new.value - old.value
    low = change - sqrt((new.value - new.low) ** 2 + (old.high - old.value) ** 2)
    high = change + sqrt((new.high - new.value) ** 2 + (old.value - old.low) ** 2)
    return Interval(change, max(-1.0, low), min(1.0, high))


def ratio_of_rates(before: tuple[int, float], after: tuple[int, float], z: float = Z_95) -> Interval | None:
    """How many times as often, after over before, each as (events, units); None when nothing can be said.

    Of all events the share that fell into the later time is binomial; its score interval gives the ratio's.
    """
    (old, units_before), (new, units_after) = before, after
    if min(units_before, units_after) <= 0 or old == 0:
        return None
    found = wilson(new, old + new, z)
    if found is None:
        return None
    scale = units_before / units_after

    def ratio(share: float) -> float:
        return scale * share / (1 - share) if share < 1 else float("inf")

    return Interval(ratio(found.value), ratio(found.low), ratio(found.high))


def pareto(counts: Mapping[str, int], other: str | None = None) -> tuple[ParetoRow, ...]:
    """Categories by count, then by code; `other`, a bucket of the rest, always last. Empty when nothing counted."""
    total = sum(counts.values())
    if total <= 0:
        return ()
    order = sorted(counts, key=lambda code: (code == other, -counts[code], code))
    rows, run = [], 0
    for code in order:
        before = 100 * run / total
        run += counts[code]
        vital = counts[code] > 0 and before < _VITAL and code != other
        rows.append(ParetoRow(code, counts[code], 100 * counts[code] / total, run, 100 * run / total, vital))
    return tuple(rows)


def funnel_limit(share: float, size: int) -> FunnelLimit:
    """Between which shares a place with `size` checked lies by chance when the true share is `share`.

    Exact binomial limits, between two counts interpolated as Spiegelhalter gives (appendix A.1.1).
    """
    found = {name: (_quantile(share, size, tail), _quantile(share, size, 1 - tail)) for name, tail in _TAILS.items()}
    return FunnelLimit(size, found["inner"], found["outer"])


def _quantile(share: float, size: int, level: float) -> float:
    if size <= 0 or share <= 0.0:
        return 0.0
    if share >= 1.0:
        return 1.0
    below = 0.0
    for count in range(size + 1):
        here = _binomial(size, count, share)
        if below + here > level:
            part = (below + here - level) / here
            return min(1.0, max(0.0, (count - part) / size))
        below += here
    return 1.0


def _binomial(size: int, count: int, share: float) -> float:
    ways = lgamma(size + 1) - lgamma(count + 1) - lgamma(size - count + 1)
    return exp(ways + count * log(share) + (size - count) * log(1 - share))
