"""A control chart in words: what it says of the course and of the change, its method with the reason, its table."""

from __future__ import annotations

from qualitydesk.basics.phrases import say, together
from qualitydesk.insights.model.charts import ChartPoint, Course
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import MarkKind, OverTime, Span, TrendName, Unit
from qualitydesk.insights.printout.trend_marks import NONE, certain, head, names, part, point_range, points, share, when
from qualitydesk.insights.printout.trend_marks import times_range as ratio_range
from qualitydesk.insights.rules.over_time import after

_COURSES = {Course.HIGHER: "worse", Course.LOWER: "better", Course.UNSETTLED: "unsettled"}


def over_time_head(name: TrendName, span: Span, language: str) -> tuple[str, ...]:
    """The heads of the table of a chart over time: fails of what was inspected, or complaints and visitors."""
    counted = ("failed", "inspected") if name is TrendName.FAILS else ("cases", "visitors")
    return head((span, *counted, "value", "lower", "center", "upper", "signal"), language)


def over_time_told(chart: OverTime, language: str) -> Told:
    """The chart in words."""
    rows = tuple(_row(chart, at, language) for at in range(len(chart.firsts)))
    keys = tuple(first.isoformat() for first in chart.firsts)
    drawn = any(point.value is not None for point in chart.points)
    sentence = together((course_words(chart, language), change_words(chart, language)), language)
    return Told(
        sentence if drawn else say(language, "trend.said.nothing"),
        _method(chart, language) if drawn else "",
        over_time_head(chart.name, chart.span, language),
        rows if drawn else (),
        keys if drawn else (),
    )


def course_words(chart: OverTime, language: str) -> str:
    """ "变化属正常波动。" or since when it has been worse."""
    verdict = chart.verdict
    code = _COURSES.get(verdict.course)
    if code is None or verdict.since is None or verdict.rule is None:
        if verdict.course is Course.TOO_FEW:
            return say(language, "trend.said.too_few")
        beyond = [
            when(first, chart.span) for first, one in zip(chart.firsts, chart.points, strict=True) if _marked(one)
        ]
        return say(language, "trend.said.steady_but" if beyond else "trend.said.steady", names=names(beyond, language))
    since = when(chart.firsts[verdict.since], chart.span)
    return say(language, f"trend.said.{code}", since=since, rule=say(language, f"trend.rule.{verdict.rule}"))


def change_words(chart: OverTime, language: str) -> str:
    """The period against the one before, told as a change only where it is more than chance."""
    (count, size), (count_before, size_before) = chart.total, chart.total_before
    if chart.unit is Unit.SHARE:
        now, before = f"{part(count, size)}（{count:,}/{size:,.0f}）", part(count_before, size_before)
        if language != "zh":
            now = f"{part(count, size)} ({count:,}/{size:,.0f})"
        if chart.change is None:
            return say(language, "trend.said.share_only", now=now)
        if not certain(chart.change):
            return say(language, "trend.said.share_same", now=now, before=before)
        value = say(language, "trend.percent_points", value=f"{100 * abs(chart.change.value):.1f}")
        return say(
            language, "trend.said.share_change", now=now, before=before, change=value,
            word=say(language, f"trend.said.{'up' if chart.change.value > 0 else 'down'}"),
            between=point_range(chart.change, language),
        )  # fmt: skip
    values = {"now": f"{count:,}", "before": f"{count_before:,}"}
    if not chart.compared:
        return say(language, "trend.said.rate_alone", **values)
    if chart.change is None:
        return say(language, "trend.said.rate_only", **values)
    if not certain(chart.change, 1.0):
        return say(language, "trend.said.rate_same", **values)
    return say(
        language, "trend.said.rate_change", ratio=f"{chart.change.value:.2f}",
        between=ratio_range(chart.change, language), **values,
    )  # fmt: skip


def _marked(point: ChartPoint) -> bool:
    """Whether a point stands out in another colour."""
    return bool(point.signals) and not point.excluded


def number(value: float | None, unit: Unit) -> str:
    """A value of the chart as its axis shows it."""
    if value is None:
        return NONE
    if unit is Unit.SHARE:
        return share(value)
    return f"{value:.2f}" if unit is Unit.THOUSAND else f"{value:g}" if value == int(value) else f"{value:.1f}"


def _row(chart: OverTime, at: int, language: str) -> tuple[str, ...]:
    point, center, unit = chart.points[at], chart.centers[at], chart.unit
    signals = "；" if language == "zh" else "; "
    size = {Unit.SHARE: f"{point.size:,.0f}", Unit.THOUSAND: f"{point.size:,.3f}", Unit.COUNT: ""}[unit]
    return (
        when(chart.firsts[at], chart.span), f"{point.count:,}", size,
        *(number(value, unit) for value in (point.value, point.lower, center, point.upper)),
        signals.join(say(language, f"trend.rule.{one}") for one in point.signals),
    )  # fmt: skip


def _method(chart: OverTime, language: str) -> str:
    last = chart.phases[-1]
    drawn = sum(point.value is not None for point in chart.points)
    n = f"{chart.total[1]:,.0f}" if chart.unit is Unit.SHARE else f"{chart.total[0]:,}"
    said = [
        say(language, f"trend.method.n_{chart.unit}", n=n, points=drawn),
        say(
            language, "trend.method.over_time", kind=say(language, f"trend.kind.{last.kind}"),
            reason=say(language, f"trend.reason.{chart.choice.reason}"),
        ),
        say(language, "trend.method.limits"),
    ]  # fmt: skip
    if last.sigma_z is not None:
        said.append(say(language, "trend.method.sigma", value=f"{last.sigma_z:.2f}"))
    if last.provisional:
        said.append(say(language, "trend.method.provisional", count=last.baseline_points))
    for mark in chart.marks:
        if mark.kind is not MarkKind.NOTE:
            values = {"first": mark.first, "last": mark.last, "words": mark.words, "maker": mark.maker}
            said.append(say(language, f"trend.method.{mark.kind}", **values))
        elif chart.firsts and mark.first >= after(chart.span, chart.firsts[-1]):
            said.append(say(language, "trend.method.note_later", first=mark.first, words=mark.words))
    return together(said, language)


__all__ = ["change_words", "course_words", "number", "over_time_head", "over_time_told", "points"]
