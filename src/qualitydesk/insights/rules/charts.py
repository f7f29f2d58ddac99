"""Control charts for counts: limits from a baseline, with Laney's correction, point by point.

W. A. Shewhart, Economic Control of Quality (1931); D. B. Laney, Improved control charts for attributes, Quality
Engineering 14 (2002), 531-537. Conventions as in the R package qcc: the centre is the pooled ratio, limits step with
the size of each subgroup, a point on a limit is inside.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from math import sqrt

from qualitydesk.insights.model.charts import (
    USUAL_RULES,
    ChartKind,
    ChartPoint,
    ControlChart,
    SignalRule,
)
from qualitydesk.insights.rules.signals import signals_in

ENOUGH_POINTS = 20  # fewer in the baseline: the limits are provisional
_D2 = 1.128  # expected range of two, as printed by Minitab and qicharts2
_PLAIN = {ChartKind.P_PRIME: ChartKind.P, ChartKind.U_PRIME: ChartKind.U}


def control_chart(
    kind: ChartKind,
    counts: Sequence[int],
    sizes: Sequence[float],
    *,
    baseline: Collection[int] | None = None,
    excluded: Mapping[int, str] | None = None,
    rules: Sequence[SignalRule] = USUAL_RULES,
    sigmas: float = 3.0,
) -> ControlChart:
    """The chart of `counts` (what failed, or findings) over `sizes` (checked, or units; 0 = nothing was looked at).

    `baseline`: places (from 0) whose points set the limits, None = all; `excluded`: places left out of it, each with
    its cause, which stay visible. For a c chart every size is taken as one unit.
    """
    out = excluded or {}
    units = [1.0 if kind is ChartKind.C and size > 0 else float(size) for size in sizes]
    within = range(len(counts)) if baseline is None else baseline
    base = [place for place in within if place not in out and units[place] > 0]
    plain = _PLAIN.get(kind, kind)
    center = _center(counts, units, base)
    spread = [_sigma(plain, center, size) for size in units]
    values = [_value(plain, count, size) for count, size in zip(counts, units, strict=True)]
    level = [None if center is None else _level(plain, center, size) for size in units]
    zs = [_z(value, middle, sigma) for value, middle, sigma in zip(values, level, spread, strict=True)]
    widening = _sigma_z([zs[place] for place in sorted(base)]) if kind in _PLAIN else None
    if widening:
        zs = [None if z is None else z / widening for z in zs]
    found = signals_in(zs, rules)
    points = tuple(
        ChartPoint(
            counts[place],
            sizes[place],
            values[place],
            *_limits(plain, level[place], spread[place], units[place], sigmas * (widening or 1.0)),
            zs[place],
            place in base,
            out.get(place, ""),
            tuple(rule for rule in rules if place in found[rule]),
        )
        for place in range(len(counts))
    )
    shown = None if center is None else _shown_center(plain, center, units, base)
    return ControlChart(kind, shown, points, widening, len(base), len(base) < ENOUGH_POINTS)


def phased_charts(
    kind: ChartKind,
    counts: Sequence[int],
    sizes: Sequence[float],
    starts: Sequence[int],
    *,
    excluded: Mapping[int, str] | None = None,
    rules: Sequence[SignalRule] = USUAL_RULES,
) -> tuple[ControlChart, ...]:
    """One chart a phase, each with limits of its own; `starts`: places where a new phase begins (a named cause).

    Patterns do not run on across the beginning of a phase.
    """
    edges = sorted({0, *(start for start in starts if 0 < start < len(counts)), len(counts)})
    charts = []
    for begin, end in itertools.pairwise(edges):
        out = {place - begin: cause for place, cause in (excluded or {}).items() if begin <= place < end}
        charts.append(control_chart(kind, counts[begin:end], sizes[begin:end], excluded=out, rules=rules))
    return tuple(charts)


def _center(counts: Sequence[int], units: Sequence[float], base: Sequence[int]) -> float | None:
    total = sum(units[place] for place in base)
    return sum(counts[place] for place in base) / total if total else None


def _value(kind: ChartKind, count: int, size: float) -> float | None:
    if size <= 0:
        return None
    return float(count) if kind in (ChartKind.NP, ChartKind.C) else count / size


def _level(kind: ChartKind, center: float, size: float) -> float:
    return center * size if kind is ChartKind.NP else center


def _sigma(kind: ChartKind, center: float | None, size: float) -> float | None:
    """The spread chance gives a point of this size; None where there is none to give."""
    if center is None or size <= 0:
        return None
    if kind in (ChartKind.P, ChartKind.NP):
        if not 0.0 < center < 1.0:
            return 0.0
        of_count = sqrt(size * center * (1.0 - center))
        return of_count if kind is ChartKind.NP else of_count / size
    return sqrt(center / size)


def _z(value: float | None, level: float | None, sigma: float | None) -> float | None:
    if value is None or level is None or not sigma:
        return None
    return (value - level) / sigma


def _sigma_z(zs: Sequence[float | None]) -> float | None:
    """Laney's measure: the mean step between neighbours in units of chance; None with fewer than two points."""
    known = [z for z in zs if z is not None]
    steps = [abs(after - before) for before, after in itertools.pairwise(known)]
    return sum(steps) / len(steps) / _D2 if steps else None


def _limits(
    kind: ChartKind, level: float | None, sigma: float | None, size: float, sigmas: float
) -> tuple[float | None, float | None]:
    if level is None or sigma is None:
        return None, None
    lower, upper = max(0.0, level - sigmas * sigma), level + sigmas * sigma
    if kind is ChartKind.P:
        upper = min(1.0, upper)
    if kind is ChartKind.NP:
        upper = min(size, upper)
    return lower, upper


def _shown_center(kind: ChartKind, center: float, units: Sequence[float], base: Sequence[int]) -> float:
    """For np the middle in items: exact where all sizes are equal, which an np chart asks for."""
    return center * sum(units[place] for place in base) / len(base) if kind is ChartKind.NP else center
