"""Charts over time from counts and the marks people put on them; what is said of funnels, coverage and effects."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from qualitydesk.insights.model.charts import ChartKind, ChartVerdict, ControlChart
from qualitydesk.insights.model.figures import FunnelLimit, Interval
from qualitydesk.insights.model.trends import EffectWord, Mark, MarkKind, Span, Standing
from qualitydesk.insights.rules.charts import control_chart
from qualitydesk.insights.rules.choosing import verdict_of
from qualitydesk.insights.rules.shares import funnel_limit

EFFECT_WEEKS = 12
"""Whole weeks looked at on either side of a measure; fewer where fewer have passed since."""
_FUNNEL_STEPS = 24


def first_of(span: Span, day: date) -> date:
    """The first day of the month, or the Monday of the week, a day lies in."""
    return day.replace(day=1) if span is Span.MONTH else day - timedelta(days=day.weekday())


def after(span: Span, first: date) -> date:
    """The first day of the next month or week."""
    if span is Span.WEEK:
        return first + timedelta(days=7)
    return (first + timedelta(days=31)).replace(day=1)


def firsts_within(span: Span, first: date, last: date) -> tuple[date, ...]:
    """The first days of all months or weeks that a period touches."""
    found = []
    at = first_of(span, first)
    while at <= last:
        found.append(at)
        at = after(span, at)
    return tuple(found)


def place_of(span: Span, firsts: Sequence[date], day: date) -> int | None:
    """The point in whose month or week a day lies; None outside of those drawn, also in one that is not over yet."""
    return firsts.index(own) if (own := first_of(span, day)) in firsts else None


def begun(firsts: Sequence[date], counts: Sequence[int], sizes: Sequence[float]) -> int:
    """How many points at the beginning say nothing, because nothing was recorded yet: they are not shown."""
    found = 0
    while found < len(firsts) - 1 and not counts[found] and not sizes[found]:
        found += 1
    return found if any(sizes[found:]) else 0


def phases_of(
    kind: ChartKind, counts: Sequence[int], sizes: Sequence[float], firsts: Sequence[date], marks: Sequence[Mark]
) -> tuple[ControlChart, ...]:
    """A chart for each phase the marks begin, points left out and a frozen baseline as they say.

    A baseline sets the limits of the phase it lies in; the newest one holds. Patterns do not run on across phases.
    """
    starts = {_place(firsts, mark.first) for mark in marks if mark.kind is MarkKind.PHASE}
    edges = sorted({0, *(one for one in starts if 0 < one < len(counts)), len(counts)})
    out = {
        place: mark.words
        for mark in marks
        if mark.kind is MarkKind.EXCLUDED
        for place, first in enumerate(firsts)
        if mark.first <= first <= mark.last
    }
    frozen = next((mark for mark in reversed(marks) if mark.kind is MarkKind.BASELINE), None)
    found = []
    for begin, end in itertools.pairwise(edges):
        places = range(begin, end)
        base = [p - begin for p in places if frozen is not None and frozen.first <= firsts[p] <= frozen.last]
        left_out = {place - begin: words for place, words in out.items() if begin <= place < end}
        found.append(control_chart(kind, counts[begin:end], sizes[begin:end], baseline=base or None, excluded=left_out))
    return tuple(found)


def verdict_over(phases: Sequence[ControlChart]) -> ChartVerdict:
    """What the newest phase says, its place counted over all phases."""
    if not phases:
        return verdict_of(ControlChart(ChartKind.P, None, ()))
    verdict = verdict_of(phases[-1])
    earlier = sum(len(phase.points) for phase in phases[:-1])
    return verdict if verdict.since is None else replace(verdict, since=verdict.since + earlier)


def funnel_sizes(largest: int) -> tuple[int, ...]:
    """Sizes at which the funnel's limits are drawn, closer together where they are narrow."""
    least = 1 if largest <= _FUNNEL_STEPS else max(1, largest // 200)
    found = {least, largest}
    for step in range(_FUNNEL_STEPS + 1):
        found.add(round(least * (largest / least) ** (step / _FUNNEL_STEPS)))
    return tuple(sorted(found))


def standing_in(failed: int, inspected: int, share: float) -> Standing:
    """Where an institution lies against the limits of its own size."""
    limit: FunnelLimit = funnel_limit(share, inspected)
    value = failed / inspected
    for (low, high), below, above in (
        (limit.outer, Standing.VERY_LOW, Standing.VERY_HIGH),
        (limit.inner, Standing.LOW, Standing.HIGH),
    ):
        if value < low - 1e-9:
            return below
        if value > high + 1e-9:
            return above
    return Standing.INSIDE


def weeks_around(day: date, today: date) -> tuple[date, date, date, date, int]:
    """Mondays of the first and last whole week before a day and after it, and how many on either side."""
    own = first_of(Span.WEEK, day)
    passed = (first_of(Span.WEEK, today) - own).days // 7 - 1
    count = max(0, min(EFFECT_WEEKS, passed))
    week = timedelta(days=7)
    return own - EFFECT_WEEKS * week, own - week, own + week, own + count * week, count


def days_around(day: date, today: date) -> tuple[date, date]:
    """The first day compared before a day and the last one after it; without a week after, the day's own week."""
    first, _before, _after, last, weeks = weeks_around(day, today)
    return first, (last if weeks else first_of(Span.WEEK, day)) + timedelta(days=6)


def effect_word(change: Interval | None) -> EffectWord:
    """Fewer fails beyond chance, more, or nothing that could be told from chance."""
    if change is None:
        return EffectWord.NOTHING
    if change.high < 0:
        return EffectWord.BETTER
    return EffectWord.WORSE if change.low > 0 else EffectWord.OPEN


def _place(firsts: Sequence[date], day: date) -> int:
    """The point a day belongs to: the last that begins on it or before."""
    return max((place for place, first in enumerate(firsts) if first <= day), default=0)
