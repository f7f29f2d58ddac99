"""Digits for a finger: shown when a field is pressed with mouse or finger, it types into that field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from qualitydesk.inspections.ui.walk_view.press import Press
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.theme import GRID

_ROWS = ("12345", "67890")
_EDGE_SIGNS = ".:"


class Keypad(QWidget):
    """Ten digits, the point, the colon, one back. It takes no focus: the field keeps it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        self.signs: dict[str, QPushButton] = {}
        for row, signs in enumerate(_ROWS):
            for column, sign in enumerate((*signs, _EDGE_SIGNS[row])):
                made = self.signs[sign] = self._key(sign)
                made.clicked.connect(lambda _checked=False, sign=sign: self._type(sign))
                grid.addWidget(made, row, column)
        self.back = self._key("")
        self.back.setAccessibleName(self.tr("Take the last digit back"))
        set_icon(self.back, "arrow-left", "text")
        self.back.clicked.connect(self._back)
        grid.addWidget(self.back, 0, len(_ROWS[0]) + 1, 2, 1)
        self.back.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        grid.setColumnStretch(len(_ROWS[0]) + 2, 1)
        self.hide()

    def _key(self, words: str) -> QPushButton:
        return Press(words)

    def serve(self, *fields: QLineEdit) -> None:
        """Stand by for these fields."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._field = watched
                self.show()
            elif event.type() == QEvent.Type.FocusIn and self.isVisible():
                self._field = watched
            elif event.type() == QEvent.Type.Hide and watched is self._field:
                self.put_away()
        return False

    def put_away(self) -> None:
        """The next item is answered without it."""
        self._field = None
        self.hide()

    def _type(self, sign: str) -> None:
        if self._field is not None and len(self._field.text()) < self._field.maxLength():
            self._field.insert(sign)

    def _back(self) -> None:
        if self._field is not None:
            self._field.backspace()
