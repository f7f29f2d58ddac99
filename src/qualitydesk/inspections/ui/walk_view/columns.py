"""Route, board and side panel next to each other; on a narrow screen a panel gives way, and one key brings it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.kit.theme import EDGE


class Columns(QWidget):
    """The board always, the panels as far as there is room. What was asked for last stays longest.

    Signals: `arranged` other panels are seen than before.
    """

    arranged = Signal()

    def __init__(self, route: QWidget, middle: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._route, self._middle, self._side = route, middle, side
        for part in (route, middle, side):
            part.setParent(self)
            part.installEventFilter(self)
        self._wanted: list[QWidget] = [side, route]  # first what stays longest

    def toggle_route(self) -> None:
        """Show the route, or give its room to the board."""
        self._toggle(self._route)

    def toggle_side(self) -> None:
        """Show the side panel, or give its room to the board."""
        self._toggle(self._side)

    def need_side(self) -> None:
        """The side panel is about to be typed into."""
        if not self.shows_side():
            self._toggle(self._side)

    def shows_route(self) -> bool:
        return not self._route.isHidden()

    def shows_side(self) -> bool:
        return not self._side.isHidden()

    def _toggle(self, panel: QWidget) -> None:
        shown = not panel.isHidden()
        if panel in self._wanted:
            self._wanted.remove(panel)
        if not shown:
            self._wanted.insert(0, panel)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        least = self._middle.minimumSizeHint()
        panels = [panel.minimumSizeHint().height() for panel in (self._route, self._side)]
        return QSize(least.width(), max([least.height(), *panels]))

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        panels = sum(panel.minimumWidth() + EDGE for panel in (self._route, self._side))
        return QSize(self._middle.sizeHint().width() + panels, max(least.height(), self._middle.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._middle:
            self.updateGeometry()
            self._arrange()
        return False

    def _arrange(self) -> None:
        left = self.width() - self._middle.minimumSizeHint().width()
        before = (self.shows_route(), self.shows_side())
        shown = []
        for panel in self._wanted:
            if left >= panel.minimumWidth() + EDGE:
                left -= panel.minimumWidth() + EDGE
                shown.append(panel)
        at, right, tall = 0, self.width(), self.height()
        for panel in (self._route, self._side):
            panel.setVisible(panel in shown)
        if self._route in shown:
            self._route.setGeometry(QRect(0, 0, self._route.minimumWidth(), tall))
            at = self._route.minimumWidth() + EDGE
        if self._side in shown:
            right -= self._side.minimumWidth()
            self._side.setGeometry(QRect(right, 0, self._side.minimumWidth(), tall))
            right -= EDGE
        self._middle.setGeometry(QRect(at, 0, right - at, tall))
        if before != (self.shows_route(), self.shows_side()):
            self.arranged.emit()
