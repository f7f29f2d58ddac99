"""A number with its course: a small line without axes, drawn by ourselves (ten times faster than a chart)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QWidget

from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW, tokens

_EDGE = 3  # pixels kept free around the line, so that the dot at its end is whole


class Sparkline(QWidget):
    """The course of a number; None is a gap, not a zero. The last point is marked.

    Fewer than two numbers draw nothing. `accessibleDescription` names them all.
    """

    def __init__(self, points: Sequence[float | None] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[float | None, ...] = ()
        self.setFixedHeight(ROW)
        self.show_points(points)

    def show_points(self, points: Sequence[float | None]) -> None:
        self._points = tuple(points)
        self.setAccessibleDescription(" ".join("–" if point is None else f"{point:g}" for point in self._points))
        self.update()

    def lines(self, width: float, height: float) -> list[list[tuple[float, float]]]:
        """The pieces of the line between the gaps, in pixels; the highest number lies at the top."""
        known = [point for point in self._points if point is not None]
        if len(known) < 2:
            return []
        low, span = min(known), max(known) - min(known)
        wide, tall = width - 2 * _EDGE, height - 2 * _EDGE
        step = wide / max(len(self._points) - 1, 1)
        found: list[list[tuple[float, float]]] = [[]]
        for at, point in enumerate(self._points):
            if point is None:
                found.append([])
                continue
            share = (point - low) / span if span else 0.5  # a level course runs through the middle
            found[-1].append((_EDGE + at * step, _EDGE + tall * (1 - share)))
        return [piece for piece in found if piece]

    def paintEvent(self, event: QPaintEvent) -> None:
        pieces = self.lines(self.width(), self.height())
        if not pieces:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().of("accent"), 1.5))
        for piece in pieces:
            points = [QPointF(x, y) for x, y in piece]
            if len(points) > 1:
                painter.drawPolyline(QPolygonF(points))
            else:
                painter.drawPoint(points[0])
        if self._points[-1] is not None:
            painter.setBrush(tokens().of("accent"))
            painter.drawEllipse(QPointF(*pieces[-1][-1]), 2, 2)
        painter.end()


class Tile(QFrame):
    """A number, its course and one plain sentence.

    Signals: `asked` where `asks`: a click, or Enter on it, asks why the number is what it is.
    """

    asked = Signal()

    def __init__(self, title: str, *, asks: bool = False) -> None:
        super().__init__()
        self._asks = asks
        if asks:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "tile")
        self._number = label("–", "number")
        self._sentence = label("", "caption", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._course = Sparkline()
        figure = hbox(self._number, self._course, gap=EDGE)
        figure.setStretch(1, 1)
        column = vbox(label(title, "caption"), figure, self._sentence, gap=GRID // 2)
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._title = title

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._asks and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def words(self) -> str:
        """Number and sentence."""
        return f"{self._number.text()} {self._sentence.text()}"

    def points(self) -> str:
        """The course, as it is told to who cannot see it."""
        return self._course.accessibleDescription()

    def show_value(self, number: str, sentence: str, points: Sequence[float | None] = ()) -> None:
        self._number.setText(number)
        self._sentence.setText(sentence)
        self._sentence.setToolTip(sentence)
        self._course.show_points(points)
        self._course.setVisible(len(points) > 1)
        self.setAccessibleName(f"{self._title}: {number}. {sentence}")
