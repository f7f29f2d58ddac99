"""Which chart fits given data and what a chart says in a word; both with the reason, for a sentence.

The rule of thumb "a thousand and more checked" and "a quarter outside" are ours; J. C. Benneyan, Statistical quality
control methods in infection control, Infection Control and Hospital Epidemiology 19 (1998), 265-283, for rare events.
"""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.insights.model.charts import (
    ChartChoice,
    ChartKind,
    ChartReason,
    ChartVerdict,
    ControlChart,
    Course,
    SignalRule,
)
from qualitydesk.insights.rules.charts import control_chart
from qualitydesk.insights.rules.signals import length_of

VERY_MANY = 1000  # checked in a subgroup
MANY_OUTSIDE = 0.25  # of the points beyond the plain limits
FEWEST_POINTS = 8  # below it a chart says nothing
_SELDOM = 0.5  # events in a subgroup, on average

# The rules that move the level; the others say that a process is unsettled.
_SHIFTS = (SignalRule.NINE_ONE_SIDE, SignalRule.EIGHT_ONE_SIDE, SignalRule.SIX_TREND, SignalRule.FOUR_OF_FIVE)


def chart_for(counts: Sequence[int], sizes: Sequence[float], *, of_items: bool) -> ChartChoice:
    """The chart for so many of `sizes`. `of_items`: each item checked fails or not; else findings per unit."""
    used = [(count, size) for count, size in zip(counts, sizes, strict=True) if size > 0]
    equal = len({size for _, size in used}) <= 1
    plain = ChartKind.P if of_items else ChartKind.C if equal else ChartKind.U
    widened = ChartKind.P_PRIME if of_items else ChartKind.U_PRIME
    if used and not of_items and sum(count for count, _ in used) / len(used) < _SELDOM:
        return ChartChoice(plain, ChartReason.RARE, days_between=True)
    if used and of_items and sum(size for _, size in used) / len(used) >= VERY_MANY:
        return ChartChoice(widened, ChartReason.VERY_MANY)
    chart = control_chart(plain, counts, sizes)
    outside = sum(SignalRule.BEYOND in point.signals for point in chart.points)
    if len(used) >= FEWEST_POINTS and outside > MANY_OUTSIDE * len(used):
        return ChartChoice(widened, ChartReason.MANY_OUTSIDE)
    if of_items:
        return ChartChoice(plain, ChartReason.ITEMS)
    return ChartChoice(plain, ChartReason.EQUAL_UNITS if equal else ChartReason.UNEQUAL_UNITS)


def verdict_of(chart: ControlChart) -> ChartVerdict:
    """What the newest pattern says; a pattern that ended long ago is no news: it must reach the last two points."""
    seen = [place for place, point in enumerate(chart.points) if point.value is not None]
    if len(seen) < FEWEST_POINTS:
        return ChartVerdict(Course.TOO_FEW)
    recent = [place for place in seen[-2:] if chart.points[place].signals]
    if not recent:
        return ChartVerdict(Course.STEADY)
    at = recent[-1]
    rule = min(chart.points[at].signals, key=_weight)
    if rule in (SignalRule.FOURTEEN_ALTERNATING, SignalRule.EIGHT_FAR, SignalRule.FIFTEEN_NEAR):
        return ChartVerdict(Course.UNSETTLED, _begin(chart, at, rule), rule)
    z = chart.points[at].z or 0.0
    begin = _begin(chart, at, rule)
    higher = z > 0 if rule is not SignalRule.SIX_TREND else _rising(chart, begin, at)
    return ChartVerdict(Course.HIGHER if higher else Course.LOWER, begin, rule)


def _weight(rule: SignalRule) -> int:
    """A lasting shift says more than a single point."""
    return _SHIFTS.index(rule) if rule in _SHIFTS else len(_SHIFTS) + list(SignalRule).index(rule)


def _begin(chart: ControlChart, at: int, rule: SignalRule) -> int:
    """Where the pattern that is complete at `at` began: its window, and back along a run on the same side."""
    begin = max(0, at - length_of(rule) + 1)
    if rule not in (SignalRule.NINE_ONE_SIDE, SignalRule.EIGHT_ONE_SIDE):
        return begin
    side = (chart.points[at].z or 0.0) > 0
    while begin > 0 and (before := chart.points[begin - 1].z) is not None and before != 0 and (before > 0) == side:
        begin -= 1
    return begin


def _rising(chart: ControlChart, begin: int, at: int) -> bool:
    first, last = chart.points[begin].value, chart.points[at].value
    return (last or 0.0) > (first or 0.0)
