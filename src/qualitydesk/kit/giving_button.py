"""A button that gives way: its words go where the row has no room for them; picture, tip and spoken name stay."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

_BETWEEN = 4  # px Qt puts between a button's picture and its words


class GivingButton(QPushButton):
    """Must wear an icon. Whoever lays out the row says by `show_words` whether there is room."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._worded = True

    def show_words(self, shown: bool) -> None:
        """Show words and picture, or the picture alone."""
        if shown != self._worded:
            self._worded = shown
            self.updateGeometry()
            self.update()

    def shows_words(self) -> bool:
        return self._worded

    def whole_width(self) -> int:
        """Pixels it takes with its words."""
        return super().sizeHint().width()

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._worded else self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(whole.width() - self.fontMetrics().horizontalAdvance(self.text()) - _BETWEEN, whole.height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not self._worded:
            option.text = ""
