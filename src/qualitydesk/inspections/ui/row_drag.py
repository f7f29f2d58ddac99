"""Carries a row of a list to another place with the mouse or a finger; whoever owns the list moves it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from qualitydesk.kit.theme import GRID, tokens

_SCROLL_EVERY = 60  # ms while the row is held at the upper or lower edge
_EDGE = 3 * GRID


class _Gap(QWidget):
    """The line between two rows where the carried one would go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().of("accent"))
        painter.end()


class RowDrag(QObject):
    """Watches the viewport of one list. A line shows where the row would go; the right button lets it go.

    Signals: `carried(from, to)` the row at `from` is to stand at `to`; `let_down` one was put back where it was.
    """

    carried = Signal(int, int)
    let_down = Signal()

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._row = -1
        self._held = False
        self._at = QPoint()
        self._line = _Gap(view.viewport())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        view.viewport().installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether a row is being carried."""
        return self._held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._move(event.position().toPoint())
        if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return self._release(event.position().toPoint())
        return False

    def let_go(self) -> None:
        """Carry nothing any more."""
        self._pressed, self._row, self._held = None, -1, False
        self._line.hide()
        self._scrolling.stop()
        self._view.viewport().unsetCursor()

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            was_held = self._held
            self.let_go()
            return was_held
        at = event.position().toPoint()
        index = self._view.indexAt(at)
        self._pressed, self._row = (at, index.row()) if index.isValid() else (None, -1)
        return False

    def _move(self, at: QPoint) -> bool:
        assert self._pressed is not None
        if not self._held and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return False
        if not self._held:
            self._held = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._at = at
        self._show_line()
        height = self._view.viewport().height()
        if at.y() < _EDGE or at.y() > height - _EDGE:
            self._scrolling.start()
        else:
            self._scrolling.stop()
        return True

    def _release(self, at: QPoint) -> bool:
        held, row = self._held, self._row
        self._at = at
        gap = self._gap() if held else -1
        self.let_go()
        if not held:
            return False
        to = gap - (gap > row)
        if to != row:
            self.carried.emit(row, to)
        else:
            self.let_down.emit()
        return True

    def _gap(self) -> int:
        """Before which row the carried one would go; hidden rows are passed over."""
        rows = self._view.model().rowCount()
        shown = [row for row in range(rows) if not self._view.isRowHidden(row)]
        for row in shown:
            rect = self._view.visualRect(self._view.model().index(row, 0))
            if self._at.y() < rect.center().y():
                return row
        return rows

    def _show_line(self) -> None:
        rows = self._view.model().rowCount()
        gap = self._gap()
        last = self._view.visualRect(self._view.model().index(rows - 1, 0))
        y = last.bottom() if gap >= rows else self._view.visualRect(self._view.model().index(gap, 0)).top()
        self._line.setGeometry(0, y - GRID // 4, self._view.viewport().width(), GRID // 2)
        self._line.show()
        self._line.raise_()

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        up = self._at.y() < _EDGE
        bar.setValue(bar.value() + (-1 if up else 1) * bar.singleStep())
        self._show_line()
