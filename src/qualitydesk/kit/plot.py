"""Charts: each with its sentence, what it was counted from, its values under the mouse, a table, and a copy as picture.

The only door to pyqtgraph, which is imported when the first chart is drawn and not before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, FAMILY, GRID, SIZES, tokens

_HIGH = 19 * GRID  # pixels below which a chart is not pressed
_WIDE = 0.34  # of a bar beside another, in places


@dataclass(frozen=True)
class Level:
    """A bar lying down: its words, value, the range that is expected (None: none), what is told under the mouse."""

    words: str
    value: float
    expected: tuple[float, float] | None = None
    told: str = ""
    tone: str = "accent"


@dataclass(frozen=True)
class Levels:
    """Bars below each other, the first at the top; `unit` stands behind the numbers."""

    levels: Sequence[Level]
    unit: str = ""


@dataclass(frozen=True)
class Curve:
    """A line from point to point; `mark`: one of them is led to both axes; `told(x, y)` is said under the mouse."""

    points: Sequence[tuple[float, float]]
    told: Callable[[float, float], str]
    mark: tuple[float, float] | None = None
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Pair:
    """Two numbers of one place, drawn up and down from the middle line."""

    words: str
    up: float
    down: float
    told: str = ""


@dataclass(frozen=True)
class Pairs:
    """Places side by side; the words of every `every`th stand below."""

    pairs: Sequence[Pair]
    tones: tuple[str, str] = ("good", "warning")
    every: int = 1


Drawing = Levels | Curve | Pairs


class Chart(QFrame):
    """`show_chart` gives it everything at once; the table's rows are the same numbers."""

    def __init__(self, title: str, columns: Sequence[Column], *, empty: str, parent: QWidget | None = None) -> None:
        """`empty`: what stands there as long as there is nothing to draw."""
        self._drawing: Drawing | None = None
        self._plot: Any = None
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._title = title
        self.sentence = label("", wrap=True, selectable=True)
        self.method = label("", "caption", wrap=True, selectable=True)
        self.under = label("", "caption")
        self.rows = TableModel(columns, key=id, parent=self)
        self.table = Table(self.rows, name=title, empty=empty)
        self.stack = QStackedWidget()
        self._nothing = label(empty, tone="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self._nothing)
        self.stack.addWidget(self.table)
        self.stack.setMinimumHeight(_HIGH)
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.turn_button = button(self.tr("Table"), "", self.turn, role="quiet")
        self.copy_button = button("", "copy", self.copy, role="quiet")
        self.copy_button.setToolTip(self.tr("Copy picture"))
        self.copy_button.setAccessibleName(self.tr("Copy picture"))
        heading = label(title, "section", wrap=True)
        head = hbox(heading, self.turn_button, self.copy_button, gap=GRID)
        head.setStretchFactor(heading, 1)
        column = vbox(head, self.sentence, self.stack, self.under, self.method, gap=GRID)
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        column.setStretchFactor(self.stack, 1)
        self.setLayout(column)
        self.setAccessibleName(title)
        self._dress()

    def show_chart(self, sentence: str, method: str, drawing: Drawing | None, rows: Sequence[Any]) -> None:
        """`sentence`: what it means; `method`: n, of which days, by what rule; `drawing` None: nothing to draw."""
        self.sentence.setText(sentence)
        self.method.setText(method)
        self.under.setText(" ")
        self._drawing = drawing
        self.rows.show_rows(rows)
        self.setAccessibleDescription(f"{sentence} {method}")
        self._draw()
        if self.stack.currentWidget() is not self.table or drawing is None:
            self.stack.setCurrentWidget(self._nothing if drawing is None else self._plot)
        self._dress()

    def turn(self) -> None:
        """From the chart to its table and back."""
        if self._plot is not None:
            self.stack.setCurrentWidget(self._plot if self.stack.currentWidget() is self.table else self.table)
        self._dress()

    def copy(self) -> None:
        """The chart with its sentence as a picture on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def drawn(self) -> Any:
        """The plot as pyqtgraph has it; None as long as nothing was drawn."""
        return self._plot

    def tell(self, x: float, y: float) -> str:
        """What is said under the mouse at a place of the plot."""
        drawing = self._drawing
        if isinstance(drawing, Curve) and drawing.points:
            near = min(drawing.points, key=lambda point: abs(point[0] - x))
            return drawing.told(*near)
        told: Sequence[Level | Pair] = ()
        at = round(x)
        if isinstance(drawing, Levels):
            told, at = drawing.levels, round(-y)
        elif isinstance(drawing, Pairs):
            told = drawing.pairs
        return told[at].told if 0 <= at < len(told) else ""

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: drawn anew in its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plot is not None:
            self._draw()

    def _dress(self) -> None:
        there = self._drawing is not None
        self.turn_button.setText(self.tr("Chart") if self.stack.currentWidget() is self.table else self.tr("Table"))
        for made in (self.turn_button, self.copy_button):
            made.setEnabled(there)

    def _draw(self) -> None:
        if self._drawing is None:
            return
        if self._plot is None:
            self._plot = _new_plot(self._hovered)
            self._plot.setAccessibleName(self._title)
            self.stack.addWidget(self._plot)
        plot = self._plot
        plot.setBackground(tokens().of("surface"))
        plot.clear()
        _dress_axes(plot)
        if isinstance(self._drawing, Levels):
            _draw_levels(plot, self._drawing)
        elif isinstance(self._drawing, Curve):
            _draw_curve(plot, self._drawing)
        else:
            _draw_pairs(plot, self._drawing)

    def _hovered(self, place: Any) -> None:
        at = self._plot.getPlotItem().vb.mapSceneToView(place)
        self.under.setText(self.tell(at.x(), at.y()) or " ")


def _new_plot(hovered: Callable[[Any], None]) -> Any:
    import pyqtgraph as pg  # at the first chart: it costs 200 ms

    pg.setConfigOptions(antialias=True)
    plot = pg.PlotWidget()
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    plot.getPlotItem().vb.setDefaultPadding(0.02)
    plot.scene().sigMouseMoved.connect(hovered)
    return plot


def _dress_axes(plot: Any) -> None:
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

    most = 0.0
    for at, level in enumerate(drawing.levels):
        colour = tokens().of(level.tone)
        plot.addItem(pg.BarGraphItem(x0=[0], y=[-at], height=0.5, width=[level.value], pen=colour, brush=colour))
        most = max(most, level.value, *(level.expected or ()))
        if level.expected is not None:
            low, high = level.expected
            pen = pg.mkPen(tokens().of("text"), width=2)
            plot.plot([low, low, high, high], [-at - 0.3, -at - 0.4, -at - 0.4, -at - 0.3], pen=pen)
        words = pg.TextItem(f"{level.value:.1f}{drawing.unit}", color=tokens().of("text"), anchor=(0, 0.5))
        words.setFont(_font())
        words.setPos(level.value, -at)
        plot.addItem(words)
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
