"""A cell of a table with a bar under its words: how far something has come, drawn by ourselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qualitydesk.kit.table_model import ROW_ROLE
from qualitydesk.kit.theme import GRID, tokens

_HIGH = 4  # pixels of the bar


def paint_bar(painter: QPainter, room: QRectF, share: float, tone: str) -> None:
    """A bar filled to `share` (0 to 1) in the colour of a tone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(tokens().of("line"))
    painter.setBrush(tokens().of("line"))
    half = room.height() / 2
    painter.drawRoundedRect(room, half, half)
    filled = QRectF(room.x(), room.y(), room.width() * max(0.0, min(1.0, share)), room.height())
    if filled.width() >= 1:
        painter.setPen(tokens().of(tone))
        painter.setBrush(tokens().of(tone))
        painter.drawRoundedRect(filled, half, half)
    painter.restore()


class BarCell(QStyledItemDelegate):
    """The words of the cell as ever, and beneath them a bar: `share(row)` 0 to 1, `tone(row)` its colour."""

    def __init__(
        self, share: Callable[[Any], float], tone: Callable[[Any], str] = lambda _row: "accent",
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._share = share
        self._tone = tone

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if row is None:
            return
        rect = QRectF(option.rect)
        room = QRectF(rect.x() + GRID, rect.bottom() - _HIGH - 3, rect.width() - 2 * GRID, _HIGH)
        paint_bar(painter, room, self._share(row), self._tone(row))
