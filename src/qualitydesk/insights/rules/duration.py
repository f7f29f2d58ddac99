"""How long cases take, with those still open counted as open; percentiles; days between rare events.

E. L. Kaplan, P. Meier, JASA 53 (1958), 457-481; the median of a curve that lies flat at one half is the middle of that
stretch, and the interval is on the log scale, as in R's survival package. L. S. Nelson, A control chart for
parts-per-million nonconforming items, Journal of Quality Technology 24 (1992), 160-163 (days between).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import exp, floor, inf, sqrt

from qualitydesk.insights.model.charts import DaysBetween
from qualitydesk.insights.model.figures import Step, TimeToClose
from qualitydesk.insights.rules.shares import Z_95

_NEAR = 1e-9
_SHAPE = 1 / 3.6  # turns waiting times into something nearly symmetric
_RANGE = 2.66  # three sigma in units of the mean moving range
_ENOUGH_EVENTS = 12


def time_to_close(times: Sequence[float], closed: Sequence[bool]) -> TimeToClose:
    """The course of `times` (days, or hours) of which those not `closed` are still running. Withdrawn cases and
    duplicates are to be left out before."""
    known = sorted(zip(times, closed, strict=True))
    steps: list[Step] = []
    share, spread = 1.0, 0.0
    ended = Counter(time for time, is_closed in known if is_closed)
    only = [time for time, _ in known]
    for time in sorted(ended):
        at_risk = len(only) - bisect_left(only, time)
        events = ended[time]
        share *= 1 - events / at_risk
        spread = spread + events / (at_risk * (at_risk - events)) if at_risk > events else inf
        error = share * sqrt(spread) if share > 0 else 0.0
        steps.append(Step(time, at_risk, events, share, error))
    low = [(step.time, _bound(step, -Z_95)) for step in steps]
    high = [(step.time, _bound(step, Z_95)) for step in steps]
    curve = [(step.time, step.open_share) for step in steps]
    return TimeToClose(
        len(known),
        sum(1 for _, is_closed in known if is_closed),
        tuple(steps),
        _reached(curve, 0.5),
        _reached(curve, 0.75),
        _reached(curve, 0.25),
        _reached(curve, 0.1),
        (_reached(low, 0.5), _reached(high, 0.5)),
    )


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which `share` of them lie, between two by proportion (PERCENTILE.INC of Excel and WPS)."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    under = floor(place)
    over = min(under + 1, len(ordered) - 1)
    return ordered[under] + (place - under) * (ordered[over] - ordered[under])


def days_between(days: Sequence[float]) -> DaysBetween:
    """A chart of the days from one rare event to the next, in order; above the upper limit is good news.

    Two events on one day stand 0 apart. With fewer than two distances there are no limits.
    """
    if len(days) < 2:
        return DaysBetween(tuple(days), days[0] if days else None, None, None)
    turned = [day**_SHAPE for day in days]
    middle = sum(turned) / len(turned)
    steps = [abs(after - before) for before, after in itertools.pairwise(turned)]
    half = _RANGE * sum(steps) / len(steps)
    lower, upper = max(0.0, middle - half), middle + half
    outside = tuple(
        place for place, value in enumerate(turned) if half > 0 and not lower - _NEAR <= value <= upper + _NEAR
    )
    back = 1 / _SHAPE
    provisional = len(days) < _ENOUGH_EVENTS
    return DaysBetween(tuple(days), middle**back, lower**back, upper**back, outside, provisional)


def _bound(step: Step, z: float) -> float:
    """The share still open at one end of its 95 % interval."""
    if step.open_share <= 0:
        return float("nan")
    return min(1.0, step.open_share * exp(z * step.error / step.open_share))


def _reached(curve: Sequence[tuple[float, float]], share: float) -> float | None:
    """When the curve falls to `share`; the middle of the stretch when it lies flat exactly there; None: never."""
    for place, (time, open_share) in enumerate(curve):
        if abs(open_share - share) <= _NEAR:
            later = curve[place + 1][0] if place + 1 < len(curve) else time
            return (time + later) / 2
        if open_share < share:
            return time
    return None
