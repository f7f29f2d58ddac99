"""The frame of every chart: its sentence, what it was counted from, its values under the mouse, a table, a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QWidget

from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.plot.painting import dress_axes, nearest, new_plot, paint
from qualitydesk.kit.plot.shapes import Curve, Drawing, Heat, Levels, Pairs, Picture
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, tokens

_HIGH = 19 * GRID  # pixels below which a chart is not pressed


class Chart(QFrame):
    """`show_chart` gives it everything at once; the table's rows are the same numbers.

    Signals: `pressed(int)` a row of the table was pressed where it is drawn, or opened in the table.
    """

    pressed = Signal(int)

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
        self.table.opened.connect(self._opened)
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

    def prepare(self) -> None:
        """Make the empty plot ahead of what is drawn on it, so that neither holds the window for long."""
        if self._plot is None:
            self._plot = new_plot(self._hovered, self._clicked)
            self._plot.setAccessibleName(self._title)
            self.stack.addWidget(self._plot)

    def turn(self) -> None:
        """From the chart to its table and back."""
        if self._plot is not None and self._drawing is not None:
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
            return drawing.told(*min(drawing.points, key=lambda point: abs(point[0] - x)))
        row = self.row_at(x, y)
        if row is None or drawing is None or isinstance(drawing, Curve):
            return ""
        if isinstance(drawing, Levels):
            return drawing.levels[row].told
        if isinstance(drawing, Pairs):
            return drawing.pairs[row].told
        return drawing.told[row] if row < len(drawing.told) else ""

    def row_at(self, x: float, y: float) -> int | None:
        """Which row of the table lies at a place of the plot; None: none."""
        drawing = self._drawing
        if isinstance(drawing, Picture):
            return nearest(drawing, x, y)
        if isinstance(drawing, Heat):
            row, column = round(-y), round(x)
            inside = 0 <= row < len(drawing.rows) and 0 <= column < len(drawing.columns)
            return row * len(drawing.columns) + column if inside else None
        at, count = -1, 0
        if isinstance(drawing, Levels):
            at, count = round(-y), len(drawing.levels)
        elif isinstance(drawing, Pairs):
            at, count = round(x), len(drawing.pairs)
        return at if 0 <= at < count else None

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
        self.prepare()
        plot = self._plot
        plot.setBackground(tokens().of("surface"))
        plot.clear()
        dress_axes(plot)
        paint(plot, self._drawing)

    def _hovered(self, place: Any) -> None:
        at = self._plot.getPlotItem().vb.mapSceneToView(place)
        self.under.setText(self.tell(at.x(), at.y()) or " ")

    def _opened(self, row: object) -> None:
        rows = self.rows.all_rows()
        self.pressed.emit(next(at for at, one in enumerate(rows) if one is row))

    def _clicked(self, place: Any) -> None:
        at = self._plot.getPlotItem().vb.mapSceneToView(place)
        row = self.row_at(at.x(), at.y())
        if row is not None:
            self.pressed.emit(row)
