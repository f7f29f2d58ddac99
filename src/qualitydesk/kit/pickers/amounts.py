"""Amounts of money and plain numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from qualitydesk.basics import money
from qualitydesk.kit.theme import GRID


class MoneyBox(QLineEdit):
    """An amount in yuan, handed out in fen, written anew as 1,200.50 when the field is left."""

    def __init__(self, fen: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaximumWidth(20 * GRID)
        self.setPlaceholderText("¥")
        self.set_fen(fen)
        self.editingFinished.connect(lambda: self.set_fen(self.fen()) if self.fen() is not None else None)

    def fen(self) -> int | None:
        """The amount in fen; None when the field is empty or holds no amount (`is_amount` tells which)."""
        return money.parse(self.text())

    def is_amount(self) -> bool:
        """Whether what is typed is an amount, or nothing."""
        return not self.text().strip() or self.fen() is not None

    def set_fen(self, fen: int | None) -> None:
        self.setText("" if fen is None else money.words(fen, sign=False))


def inset_text(box: QAbstractSpinBox) -> None:
    """Keep a spin box's text off its frame: Qt's stylesheets forget the padding of spin boxes."""
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(GRID, 0, 0, 0)


class NumberBox(QSpinBox):
    """A whole number by arrows or typing."""

    def __init__(self, value: int = 0, *, least: int = 0, most: int = 9999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setValue(value)
        self.setMaximumWidth(16 * GRID)
        inset_text(self)

    def textFromValue(self, value: int) -> str:
        """Below nought with a minus, as sums and lists have it."""
        return super().textFromValue(value).replace("-", "−")

    def valueFromText(self, text: str) -> int:
        """A hyphen is a minus, too."""
        return super().valueFromText(text.replace("−", "-"))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """The same while it is typed."""
        state, said, at = super().validate(text.replace("−", "-"), position)
        return state, said.replace("-", "−"), at

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling past must not change a draft."""
        event.ignore()
