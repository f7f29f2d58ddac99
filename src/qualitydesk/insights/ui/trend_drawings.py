"""What each chart is drawn from: values and words become shapes; made on a lane, drawn on the page."""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.charts import ChartPoint
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import (
    Cause,
    Causes,
    Closing,
    Coverage,
    Effects,
    EffectWord,
    Funnel,
    HeatMap,
    MarkKind,
    Money,
    Moves,
    OnTime,
    OverTime,
    Span,
    Standing,
    Trend,
    TrendName,
    Unit,
)
from qualitydesk.insights.printout.trend_marks import certain
from qualitydesk.insights.rules.over_time import place_of
from qualitydesk.kit.plot import Drawing, Flag, Heat, Level, Levels, Pair, Pairs, Picture, Trace

_TICKS = 12
_WORDS = 14  # letters of an item beside its bar or cell
_SHOWN = 20  # rows of coverage or effects that are drawn; the table has all
_TONES = {
    Standing.INSIDE: "accent", Standing.HIGH: "warning", Standing.VERY_HIGH: "danger", Standing.LOW: "good",
    Standing.VERY_LOW: "good",
}  # fmt: skip
_EFFECTS = {EffectWord.BETTER: "good", EffectWord.WORSE: "danger", EffectWord.OPEN: "muted"}


def drawing_of(trend: Trend, told: Told, language: str) -> Drawing | None:
    """The shape of a chart; None when there is nothing to draw."""
    if not told.rows:
        return None
    if isinstance(trend, OverTime):
        return over_time(trend, told, language)
    if isinstance(trend, Causes):
        return _causes(trend, told)
    if isinstance(trend, HeatMap):
        return _heat(trend, told)
    if isinstance(trend, Funnel):
        return _funnel(trend, told, language)
    if isinstance(trend, Effects):
        return _effects(trend, told, language)
    return _course(trend, told, language)


def over_time(chart: OverTime, told: Told, language: str) -> Picture:
    """Points with stepped limits, the middle, what signals in another colour, notes and phases as upright lines."""
    places = list(range(len(chart.firsts)))
    points = chart.points
    values = [point.value for point in points]
    lower, upper = [point.lower for point in points], [point.upper for point in points]
    traces = [
        Trace(places, lower, "steps", "muted", dashed=True, thin=True),
        Trace(places, upper, "steps", "muted", dashed=True, thin=True),
        Trace(places, list(chart.centers), "steps", "muted", thin=True),
        Trace(places, values, "line", "accent"),
        Trace(places, values, "dots", "accent", tones=[_tone(point) for point in points]),
    ]
    every = max(1, -(-len(places) // _TICKS))
    short = "%y-%m" if chart.span is Span.MONTH else "%m-%d"
    ticks = [(place, f"{chart.firsts[place]:{short}}") for place in places if place % every == 0]
    spots = [(float(place), 0.0 if value is None else value) for place, value in zip(places, values, strict=True)]
    unit = "" if chart.unit is Unit.SHARE else say(language, f"trend.unit.{chart.unit}")
    return Picture(
        traces, spots, told.hints, "x", ticks, None, ("", unit), _flags(chart), "y" if chart.unit is Unit.SHARE else "",
        whole=True,
    )  # fmt: skip


def _flags(chart: OverTime) -> list[Flag]:
    """Notes and phases where they begin; several of one place one after another."""
    found: dict[float, list[str]] = {}
    tones: dict[float, str] = {}
    for mark in chart.marks:
        if mark.kind not in (MarkKind.NOTE, MarkKind.PHASE):
            continue
        at = place_of(chart.span, chart.firsts, mark.first)
        if at is None:
            continue
        place = at - (0.5 if mark.kind is MarkKind.PHASE else 0.0)
        found.setdefault(place, []).append(mark.words)
        tones[place] = "warning" if mark.kind is MarkKind.PHASE else "info"
    return [Flag(place, " · ".join(words), tones[place]) for place, words in found.items()]


def _tone(point: ChartPoint) -> str:
    if point.excluded:
        return "line"
    if not point.signals:
        return "accent"
    return "danger" if (point.z or 0.0) > 0 else "good"


def _causes(found: Causes, told: Told) -> Picture:
    """Bars lying, the most frequent at the top, the vital few dark."""
    shown = [row for row in found.rows if not row.code.startswith("~")]  # the rest would press the others to the wall
    ys = [-float(at) for at in range(len(shown))]
    counts = [float(row.count) for row in shown]
    tones = ["accent" if row.vital else "muted" for row in shown]
    nought = 0.0 if found.name is TrendName.ITEMS else 1.0
    left = [(y, f"{_arrow(row, nought)}{cut(row.words)}") for y, row in zip(ys, shown, strict=True)]
    return Picture([Trace(counts, ys, "lying", tones=tones)], [(0.0, y) for y in ys], told.hints, "y", None, left)


def _arrow(row: Cause, nought: float) -> str:
    """Whether it became more or less beyond chance."""
    if row.change is None or not certain(row.change, nought):
        return ""
    return "▲ " if row.change.low > nought else "▼ "


def _heat(found: HeatMap, told: Told) -> Heat:
    values = []
    for row in found.rows:
        cells = [found.cells.get((row.key, column.key), (0, 0)) for column in found.columns]
        values.append([failed / inspected if inspected else None for inspected, failed in cells])
    return Heat([cut(one.words) for one in found.rows], short([one.words for one in found.columns]), values, told.hints)


def _funnel(found: Funnel, told: Told, language: str) -> Picture:
    sizes = [float(limit.size) for limit in found.limits]
    xs = [float(place.inspected) for place in found.places]
    ys = [place.interval.value for place in found.places]
    traces = [
        Trace(sizes, [limit.outer[side] for limit in found.limits], "line", "muted", thin=True) for side in (0, 1)
    ] + [
        Trace(sizes, [limit.inner[side] for limit in found.limits], "line", "muted", dashed=True, thin=True)
        for side in (0, 1)
    ]
    top = max(ys) * 1.6 + 0.01  # limits of the smallest sizes would press everything to the ground
    traces = [
        Trace(one.xs, [None if y is not None and y > top else y for y in one.ys], one.how, one.tone,
              dashed=one.dashed, thin=True)
        for one in traces
    ]  # fmt: skip
    traces.append(Trace([min(sizes), max(sizes)], [found.share, found.share], "line", "muted", thin=True))
    traces.append(Trace(xs, ys, "dots", tones=[_TONES[place.standing] for place in found.places]))
    names = (say(language, "trend.head.inspected"), say(language, "trend.head.share"))
    spots = list(zip(xs, ys, strict=True))
    outside = [
        (x, y, words)
        for x, y, place, words in zip(xs, ys, found.places, short([one.words for one in found.places]), strict=True)
        if place.standing is Standing.VERY_HIGH
    ]
    return Picture(traces, spots, told.hints, "xy", None, None, names, (), "y", whole=True, labels=outside)


def _effects(found: Effects, told: Told, language: str) -> Picture | None:
    """The change of each with its interval, lying; right of nought is worse."""
    rows = [(at, row) for at, row in enumerate(found.rows) if row.change is not None][:_SHOWN]
    if not rows:
        return None
    ys = [-float(at) for at in range(len(rows))]
    changes = [row.change for _at, row in rows if row.change is not None]
    tones = [_EFFECTS[row.word] for _at, row in rows]
    traces = [
        Trace([0.0, 0.0], [0.5, ys[-1] - 0.5], "line", "muted", thin=True),
        Trace([one.low for one in changes], ys, "stretches", tones=tones, ends=[one.high for one in changes]),
        Trace([one.value for one in changes], ys, "dots", tones=tones),
    ]
    left = [(y, cut(_task_of(row.words), 18)) for y, (_at, row) in zip(ys, rows, strict=True)]
    told_shown = [told.hints[at] for at, _row in rows]
    name = _drawn_of(say(language, "trend.head.change"), len(rows), len(found.rows), language)
    return Picture(traces, [(0.0, y) for y in ys], told_shown, "y", None, left, (name, ""), (), "x")


def _course(trend: OnTime | Closing | Money | Moves | Coverage, told: Told, language: str) -> Drawing | None:
    hints = told.hints
    if isinstance(trend, OnTime):
        levels = [
            Level(words, 100 * row.interval.value, (100 * row.interval.low, 100 * row.interval.high), hint)
            for (words, *_rest), row, hint in zip(told.rows, trend.rows, hints, strict=True)
        ]
        return Levels(levels, " %")
    if isinstance(trend, Closing):
        return _closing(trend, hints, language)
    if isinstance(trend, Money):
        places = [float(at) for at in range(len(trend.months))]
        every = max(1, -(-len(places) // _TICKS))
        ticks = [(at, f"{one.first:%y-%m}") for at, one in enumerate(trend.months) if at % every == 0]
        fines = [one.fines / 100 for one in trend.months]
        names = ("", say(language, "trend.head.fines"))
        spots = [(at, 0.0) for at in places]
        return Picture([Trace(places, fines, "bars")], spots, hints, "x", ticks, None, names, whole=True)
    if isinstance(trend, Moves):
        pairs = [
            Pair(f"{month:%y-%m}", up, down, hint) for (month, up, down), hint in zip(trend.months, hints, strict=True)
        ]
        return Pairs(pairs, every=3)
    shown = trend.rows[:_SHOWN]
    most = max([row.days or 0 for row in shown], default=0)
    days = [float(row.days) if row.days is not None else most * 1.2 + 1 for row in shown]
    tones = ["danger" if row.days is None else "warning" if row.days > trend.limit else "accent" for row in shown]
    ys = [-float(at) for at in range(len(shown))]
    left = [(y, cut(row.words, 8)) for y, row in zip(ys, shown, strict=True)]
    name = _drawn_of(say(language, "trend.head.days"), len(shown), len(trend.rows), language)
    spots = [(0.0, y) for y in ys]
    return Picture([Trace(days, ys, "lying", tones=tones)], spots, hints[:_SHOWN], "y", None, left, (name, ""))


def _closing(trend: Closing, hints: Sequence[str], language: str) -> Picture:
    """The share still open after so many days, now and in the period before."""

    def curve(which: object, tone: str, dashed: bool) -> Trace:
        steps = (trend.now if which == "now" else trend.before).steps
        xs, ys = [0.0], [1.0]
        for step in steps:
            xs += [step.time, step.time]
            ys += [ys[-1], step.open_share]
        return Trace(xs, ys, "line", tone, dashed=dashed)

    spots = [(step.time, step.open_share) for step in trend.now.steps]
    traces = [curve("before", "muted", True), curve("now", "accent", False)]
    names = (say(language, "trend.head.days"), say(language, "trend.head.open_share"))
    return Picture(traces, spots, hints, "x", None, None, names, (), "y", whole=True)


def _drawn_of(name: str, shown: int, every: int, language: str) -> str:
    """The name of an axis, with how many are drawn where these are not all."""
    return name if shown >= every else say(language, "trend.drawn_of", name=name, shown=shown, all=every)


def _task_of(words: str) -> str:
    """What a measure is for, without its number: beside its bar there is no room for both."""
    number, _, task = words.partition(" ")
    return task if task and number.count("-") >= 3 else words


def short(names: Sequence[str], most: int = 6) -> list[str]:
    """Names without what all of them begin with, cut."""
    alike = [signs[0] for signs in zip(*names, strict=False) if len(set(signs)) == 1] if len(names) > 1 else []
    same = "".join(alike)
    same = same if all(one.startswith(same) for one in names) else ""
    same = same[: same.rfind(" ") + 1] if " " in same else "" if same.isascii() else same
    return [cut(one[len(same) :] or one, most) for one in names]


def cut(words: str, most: int = _WORDS) -> str:
    """Words beside a bar: their beginning; Latin letters are half as wide."""
    most = 2 * most if words.isascii() else most
    return words if len(words) <= most else words[: most - 1] + "…"
