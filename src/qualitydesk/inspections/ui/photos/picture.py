"""A photo as large as the room allows, with its marks upon it; in the editor of marks also the one being drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualitydesk.inspections.model.photos import Mark, MarkKind
from qualitydesk.kit.theme import GRID, LIGHT, tokens

_THIN, _HALO = 3, 6  # the widths of a mark on screen, and of the light edge that shows it on dark ground


class PictureView(QWidget):
    """Shows a picture, or a sentence where there is none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._marks: tuple[Mark, ...] = ()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(40 * GRID, 30 * GRID)

    def sizeHint(self) -> QSize:
        return QSize(96 * GRID, 64 * GRID)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture, self._words = picture, ""
        self.update()

    def show_words(self, words: str) -> None:
        """Instead of a picture: that it is being read, or why it cannot be."""
        self._picture, self._words = QPixmap(), words
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(marks)
        self.update()

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def picture(self) -> QPixmap:
        """The picture shown, without marks."""
        return self._picture

    def place(self) -> QRectF:
        """Where the picture stands in this widget, in its own proportions."""
        if self._picture.isNull():
            return QRectF(self.rect())
        size = self._picture.size()
        scale = min(self.width() / size.width(), self.height() / size.height(), 2.0)
        wide, tall = size.width() * scale, size.height() * scale
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            painter.setPen(tokens().of("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        else:
            painter.drawPixmap(self.place(), self._picture, QRectF(self._picture.rect()))
            for mark in self._marks:
                self.draw_mark(painter, mark)
            self.draw_more(painter)
        painter.end()

    def draw_more(self, painter: QPainter) -> None:
        """What a subclass draws above the marks."""

    def draw_mark(self, painter: QPainter, mark: Mark) -> None:
        """One mark, red with a light edge."""
        place = self.place()
        start = QPointF(place.x() + mark.x1 * place.width(), place.y() + mark.y1 * place.height())
        end = QPointF(place.x() + mark.x2 * place.width(), place.y() + mark.y2 * place.height())
        light, strong = LIGHT.of("surface"), LIGHT.of("danger")  # a photo is as light in any theme, and on paper
        for colour, width in ((light, _HALO), (strong, _THIN)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if mark.kind is MarkKind.ELLIPSE:
                painter.drawEllipse(QRectF(start, end).normalized())
            else:
                painter.drawLine(start, end)
                painter.setBrush(colour)
                painter.drawPolygon(_head(start, end))


def _head(start: QPointF, end: QPointF) -> QPolygonF:
    """The head of an arrow, never longer than the arrow."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
    size = min(2.0 * GRID, length)
    along = QPointF((end.x() - start.x()) / length, (end.y() - start.y()) / length)
    back = end - along * size
    side = QPointF(-along.y(), along.x()) * size * 0.45
    return QPolygonF([end, back + side, back - side])
