"""A line of words that gives way: cut with … where there is no room, whole in its tip and to the blind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class ElidedLabel(QLabel):
    """A label that never asks for width. `text()` is always the whole; the tip shows it where it is cut."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if role:
            self.setProperty("role", role)

    def is_cut(self) -> bool:
        """Whether there is too little room for all the words."""
        return bool(self.text()) and self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._tell()
        if not self.is_cut():
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt  # not at the top: see `style`
        from PySide6.QtGui import QPainter

        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment().value, self.palette(), self.isEnabled(), words, self.foregroundRole()
        )
        painter.end()

    def _tell(self) -> None:
        """The whole words in a tip, as long as they are not all to be seen."""
        words = self.text() if self.is_cut() else ""
        if self.toolTip() != words:
            self.setToolTip(words)
