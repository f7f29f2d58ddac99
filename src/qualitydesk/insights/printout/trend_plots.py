"""Charts as a paper draws them: plain values for `printing.plots`, the same points, limits and marks as on the page."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.charts import ChartPoint
from qualitydesk.insights.model.trends import Causes, MarkKind, OverTime, Span, TrendName, Unit
from qualitydesk.insights.printout.trend_marks import certain
from qualitydesk.insights.rules.over_time import place_of

MOST_BARS = 12
_TICKS = 12


def course_plot(chart: OverTime, language: str) -> dict[str, Any] | None:
    """A control chart; None when there is no point."""
    points = chart.points
    if not any(point.value is not None for point in points):
        return None
    every = max(1, -(-len(points) // _TICKS))
    short = "%y-%m" if chart.span is Span.MONTH else "%m-%d"
    return {
        "kind": "course",
        "values": [point.value for point in points],
        "lower": [point.lower for point in points],
        "center": list(chart.centers),
        "upper": [point.upper for point in points],
        "tones": [_tone(point) for point in points],
        "ticks": [[at, f"{first:{short}}"] for at, first in enumerate(chart.firsts) if at % every == 0],
        "flags": [list(flag) for flag in flags_of(chart)],
        "percent": chart.unit is Unit.SHARE,
        "unit": "" if chart.unit is Unit.SHARE else say(language, f"trend.unit.{chart.unit}"),
    }


def flags_of(chart: OverTime) -> list[tuple[float, str]]:
    """Notes and phases where they begin, as on the page; several of one place one after another."""
    found: dict[float, list[str]] = {}
    for mark in chart.marks:
        at = place_of(chart.span, chart.firsts, mark.first)
        if mark.kind in (MarkKind.NOTE, MarkKind.PHASE) and at is not None:
            found.setdefault(at - (0.5 if mark.kind is MarkKind.PHASE else 0.0), []).append(mark.words)
    return [(place, " · ".join(words)) for place, words in sorted(found.items())]


def causes_plot(found: Causes) -> dict[str, Any] | None:
    """A Pareto's bars, the vital few dark, an arrow before what became more or less beyond chance."""
    rows = [row for row in found.rows if not row.code.startswith("~")][:MOST_BARS]
    if not rows:
        return None
    nought = 0.0 if found.name is TrendName.ITEMS else 1.0
    arrows = [
        "" if row.change is None or not certain(row.change, nought) else "↑ " if row.change.low > nought else "↓ "
        for row in rows
    ]
    return {
        "kind": "bars",
        "names": [f"{arrow}{row.words}" for arrow, row in zip(arrows, rows, strict=True)],
        "values": [row.count for row in rows],
        "tones": [row.vital for row in rows],
        "labels": [f"{row.count:,} ({row.percent:.1f} %)" for row in rows],
    }


def _tone(point: ChartPoint) -> str:
    if point.excluded:
        return "muted"
    if not point.signals:
        return ""
    return "bad" if (point.z or 0.0) > 0 else "good"
