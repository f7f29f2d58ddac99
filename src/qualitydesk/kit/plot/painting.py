"""Draws shapes with pyqtgraph, which is imported when the first chart is drawn and not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame

from qualitydesk.kit.plot.shapes import Curve, Drawing, Heat, Levels, Pairs, Picture, Trace
from qualitydesk.kit.theme import FAMILY, SIZES, tokens

_WIDE = 0.34  # of a bar beside another, in places
_NAN = float("nan")
_FLAG_SIGNS = 14  # of a note's words beside its line; the rest is told under the mouse


def paint(plot: Any, drawing: Drawing) -> None:
    """Draw a shape on a plot that was cleared and dressed."""
    if isinstance(drawing, Levels):
        _draw_levels(plot, drawing)
    elif isinstance(drawing, Curve):
        _draw_curve(plot, drawing)
    elif isinstance(drawing, Pairs):
        _draw_pairs(plot, drawing)
    elif isinstance(drawing, Heat):
        _draw_heat(plot, drawing)
    else:
        _draw_picture(plot, drawing)


def nearest(drawing: Picture, x: float, y: float) -> int | None:
    """The spot nearest to a place, in units of how far the spots are apart in all."""
    spots = drawing.spots
    if not spots:
        return None
    wide = max(one[0] for one in spots) - min(one[0] for one in spots) or 1.0
    high = max(one[1] for one in spots) - min(one[1] for one in spots) or 1.0

    def far(at: int) -> float:
        across = abs(spots[at][0] - x) / wide if "x" in drawing.near else 0.0
        up = abs(spots[at][1] - y) / high if "y" in drawing.near else 0.0
        return across + up

    return min(range(len(spots)), key=far)


def new_plot(hovered: Callable[[Any], None], clicked: Callable[[Any], None]) -> Any:
    """An empty plot; the mouse is told where it moves and presses, in places of the scene."""
    import pyqtgraph as pg  # at the first chart: it costs 200 ms

    pg.setConfigOptions(antialias=True)
    plot = pg.PlotWidget()
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    plot.getPlotItem().vb.setDefaultPadding(0.02)
    plot.scene().sigMouseMoved.connect(hovered)
    plot.scene().sigMouseClicked.connect(lambda event: clicked(event.scenePos()))
    return plot


def dress_axes(plot: Any) -> None:
    """Axes in the colours of now, without what the last drawing wrote on them."""
    font = QFont(FAMILY)
    font.setPointSizeF(SIZES.caption)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(tokens().of("line"))
        axis.setTextPen(tokens().of("muted"))
        axis.setStyle(tickFont=font, tickLength=-4, autoExpandTextSpace=True, hideOverlappingLabels=False)
        axis.setTicks(None)
        axis.setLabel("")
        axis.showLabel(False)
        axis.enableAutoSIPrefix(False)
    plot.enableAutoRange()


def _draw_levels(plot: Any, drawing: Levels) -> None:
    import pyqtgraph as pg

    bars = [(level.value, -float(at), tokens().of(level.tone)) for at, level in enumerate(drawing.levels)]
    for tone, some in _by_colour(bars):
        wide, places = [x for x, _y in some], [y for _x, y in some]
        plot.addItem(pg.BarGraphItem(x0=[0] * len(some), y=places, height=0.5, width=wide, pen=tone, brush=tone))
    most = max((max(level.value, *(level.expected or (0.0,))) for level in drawing.levels), default=0.0)
    across: list[float] = []
    up: list[float] = []
    for at, level in enumerate(drawing.levels):
        if level.expected is not None:
            low, high = level.expected
            across += [low, low, high, high, _NAN]
            up += [-at - 0.3, -at - 0.4, -at - 0.4, -at - 0.3, _NAN]
        words = pg.TextItem(f"{level.value:.1f}{drawing.unit}", color=tokens().of("text"), anchor=(0, 0.5))
        words.setFont(_font())
        words.setPos(level.value, -at)
        plot.addItem(words)
    if across:
        plot.plot(across, up, pen=pg.mkPen(tokens().of("text"), width=2), connect="finite")
    plot.getAxis("left").setTicks([[(-at, level.words) for at, level in enumerate(drawing.levels)]])
    plot.setXRange(0, most * 1.15 or 1)
    plot.setYRange(-len(drawing.levels) + 0.4, 0.6)


def _draw_curve(plot: Any, drawing: Curve) -> None:
    import pyqtgraph as pg

    across, up = zip(*drawing.points, strict=True)
    colour = tokens().of("accent")
    plot.plot(list(across), list(up), pen=pg.mkPen(colour, width=2))
    if drawing.mark is not None:
        x, y = drawing.mark
        dashed = pg.mkPen(tokens().of("muted"), width=1, style=Qt.PenStyle.DashLine)
        plot.plot([x, x, 0], [0, y, y], pen=dashed)
        plot.plot([x], [y], pen=None, symbol="o", symbolSize=8, symbolBrush=colour, symbolPen=colour)
    for side, name in zip(("bottom", "left"), drawing.names, strict=True):
        axis = plot.getAxis(side)
        axis.setLabel(name, color=tokens().muted, **{"font-family": FAMILY, "font-size": f"{SIZES.caption}pt"})
        axis.setTicks([[(part / 5, f"{part * 20} %") for part in range(6)]])
    plot.setXRange(0, 1.04)
    plot.setYRange(0, 1)


def _draw_pairs(plot: Any, drawing: Pairs) -> None:
    import pyqtgraph as pg

    places = list(range(len(drawing.pairs)))
    for sign, values, tone in (
        (1, [one.up for one in drawing.pairs], drawing.tones[0]),
        (-1, [one.down for one in drawing.pairs], drawing.tones[1]),
    ):
        colour = tokens().of(tone)
        heights = [sign * value for value in values]
        plot.addItem(pg.BarGraphItem(x=places, height=heights, width=2 * _WIDE, pen=colour, brush=colour))
    plot.addItem(pg.InfiniteLine(0, angle=0, pen=tokens().of("muted")))
    shown = [(at, one.words) for at, one in enumerate(drawing.pairs) if at % drawing.every == 0]
    plot.getAxis("bottom").setTicks([shown])
    most = max((max(one.up, one.down) for one in drawing.pairs), default=0) or 1
    step = max(1, round(most / 3))
    plot.getAxis("left").setTicks([[(at, f"{abs(at)}") for at in range(-4 * step, 5 * step, step)]])
    plot.setYRange(-most * 1.1, most * 1.1)


def _font() -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(SIZES.caption)
    return font


def _draw_picture(plot: Any, drawing: Picture) -> None:
    import pyqtgraph as pg

    for trace in drawing.traces:
        _draw_trace(plot, trace)
    for flag in drawing.flags:
        pen = pg.mkPen(tokens().of(flag.tone), width=1, style=Qt.PenStyle.DotLine)
        most = 2 * _FLAG_SIGNS if flag.words.isascii() else _FLAG_SIGNS
        words = flag.words if len(flag.words) <= most else flag.words[: most - 1] + "…"
        line = pg.InfiniteLine(
            flag.x, angle=90, pen=pen, label=words,
            labelOpts={"position": 0.94, "color": tokens().of(flag.tone), "anchors": [(0, 0.5), (1, 0.5)]},
        )  # fmt: skip
        line.label.setFont(_font())
        plot.addItem(line)
    for x, y, words in drawing.labels:
        text = pg.TextItem(words, color=tokens().of("text"), anchor=(1.05, 0.5))
        text.setFont(_font())
        text.setPos(x, y)
        plot.addItem(text)
    for side, ticks, name in zip(("bottom", "left"), (drawing.bottom, drawing.left), drawing.names, strict=True):
        axis = plot.getAxis(side)
        if ticks is not None:
            axis.setTicks([list(ticks)])
        if name:
            axis.setLabel(name, color=tokens().muted, **{"font-family": FAMILY, "font-size": f"{SIZES.caption}pt"})
    _set_ranges(plot, drawing)


def _set_ranges(plot: Any, drawing: Picture) -> None:
    """All that is drawn, with room above for the words of flags; shares as per cent on their axis."""
    xs = [x for trace in drawing.traces for x in (*trace.xs, *trace.ends) if isfinite(x)]
    ys = [y for trace in drawing.traces for y in trace.ys if y is not None and isfinite(y)]
    if not xs or not ys:
        return
    low, high = (0.0 if drawing.whole else min(ys)), max(ys)
    left, right = min(xs), max(xs)
    if any(trace.how == "lying" for trace in drawing.traces):
        left = min(0.0, left)
        plot.setYRange(min(ys) - 0.6, max(ys) + 0.6, padding=0)
        plot.setXRange(left, right * 1.07 or 1, padding=0)
    else:
        plot.setYRange(low, high + (high - low or 1) * (0.16 if drawing.flags else 0.06), padding=0)
        room = 0.6 if drawing.bottom is not None else (right - left) * 0.03 or 1
        plot.setXRange(left - room, right + room, padding=0)
    if drawing.percent:
        top = high if drawing.percent == "y" else right
        least = low if drawing.percent == "y" else left
        ticks = _per_cent(least, top)
        plot.getAxis("left" if drawing.percent == "y" else "bottom").setTicks([ticks])


def _per_cent(low: float, high: float) -> list[tuple[float, str]]:
    """About five round shares between two."""
    width = max(high - low, 1e-6)
    step = next(
        one for one in (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0) if width / one <= 6 or one == 1
    )
    first = int(low / step) - 1
    places = [step * at for at in range(first, first + 10)]
    return [
        (place, f"{100 * place:.1f} %" if step < 0.01 else f"{100 * place:.0f} %")
        for place in places
        if low - step / 2 <= place <= high + step / 2
    ]


def _draw_trace(plot: Any, trace: Trace) -> None:
    import pyqtgraph as pg

    colour = tokens().of(trace.tone)
    style = Qt.PenStyle.DashLine if trace.dashed else Qt.PenStyle.SolidLine
    pen = pg.mkPen(colour, width=1 if trace.thin else 2, style=style)
    colours = [tokens().of(tone) for tone in trace.tones] or [colour] * len(trace.xs)
    known = [(x, y, c) for x, y, c in zip(trace.xs, trace.ys, colours, strict=True) if y is not None]
    if trace.how == "line":
        plot.plot(list(trace.xs), [_NAN if y is None else y for y in trace.ys], pen=pen, connect="finite")
    elif trace.how == "steps":
        across, up = _stepped(trace)
        plot.plot(across, up, pen=pen, connect="finite")
    elif trace.how == "dots" and known:
        plot.addItem(
            pg.ScatterPlotItem(
                [x for x, _y, _c in known], [y for _x, y, _c in known], size=8, pen=None,
                brush=[pg.mkBrush(c) for _x, _y, c in known],
            )
        )  # fmt: skip
    elif trace.how == "bars":
        for tone, some in _by_colour(known):
            plot.addItem(
                pg.BarGraphItem(x=[x for x, _y in some], height=[y for _x, y in some], width=0.7, pen=tone, brush=tone)
            )
    elif trace.how == "lying":
        for tone, some in _by_colour(known):
            wide = [x for x, _y in some]
            plot.addItem(
                pg.BarGraphItem(
                    x0=[0] * len(some), y=[y for _x, y in some], height=0.6, width=wide, pen=tone, brush=tone
                )
            )
    elif trace.how == "stretches":
        ends = dict(zip([(x, y) for x, y, _c in known], trace.ends, strict=True))
        for tone, some in _by_colour(known):
            across = [place for x, y in some for place in (x, ends[x, y])]
            up = [y for _x, y in some for _ in (0, 1)]
            plot.plot(across, up, pen=pg.mkPen(tone, width=2), connect="pairs")


def _by_colour(known: Sequence[tuple[float, float, Any]]) -> list[tuple[Any, list[tuple[float, float]]]]:
    found: dict[str, tuple[Any, list[tuple[float, float]]]] = {}
    for x, y, colour in known:
        found.setdefault(str(colour.name()), (colour, []))[1].append((x, y))
    return list(found.values())


def _stepped(trace: Trace) -> tuple[list[float], list[float]]:
    """Each value from half-way before its place to half-way after."""
    across: list[float] = []
    up: list[float] = []
    for x, y in zip(trace.xs, trace.ys, strict=True):
        value = _NAN if y is None else y
        across += [x - 0.5, x + 0.5]
        up += [value, value]
    return across, up


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _draw_heat(plot: Any, drawing: Heat) -> None:
    import numpy
    import pyqtgraph as pg

    known = [value for row in drawing.values for value in row if value is not None]
    most = max(known, default=0.0) or 1.0
    cold, hot, grey = tokens().of("surface"), tokens().of("danger"), tokens().of("line")
    cells: Any = numpy.zeros((len(drawing.rows), len(drawing.columns), 4), dtype=numpy.uint8)
    for at, row in enumerate(drawing.values):
        for to, value in enumerate(row):
            if value is None:
                cells[at, to] = (*_rgb(grey), 255)
            else:
                part = value / most
                mixed = [round(a + (b - a) * part) for a, b in zip(_rgb(cold), _rgb(hot), strict=True)]
                cells[at, to] = (*mixed, 255)
    image = pg.ImageItem(cells, axisOrder="row-major", autoLevels=False)  # they are colours already
    image.setRect(-0.5, 0.5, len(drawing.columns), -len(drawing.rows))
    plot.addItem(image)
    plot.getAxis("left").setTicks([[(-at, words) for at, words in enumerate(drawing.rows)]])
    plot.getAxis("bottom").setTicks([list(enumerate(drawing.columns))])
    plot.setXRange(-0.5, len(drawing.columns) - 0.5, padding=0)
    plot.setYRange(-len(drawing.rows) + 0.5, 0.5, padding=0)
