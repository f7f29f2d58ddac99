"""The row under the answers: what the keys can do, for mouse and finger."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.inspections.ui.walk_view.press import Press
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.theme import GRID


class ToolRow(QWidget):
    """Buttons that press keys; they take no focus.

    Signals: `pressed(str)` the sign of the key, "up" and "down" for the arrows.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.route = self._made("r", "rounds", self.tr("Route"))
        self.up = self._made("up", "chevron-up", self.tr("Item before"))
        self.down = self._made("down", "chevron-down", self.tr("Item after"))
        self.undo = self._made("z", "undo", self.tr("Undo the last answer"))
        self.all_pass = self._made("a", "check", self.tr("All remaining items of this person: pass"))
        self.photo = self._made("p", "camera", self.tr("Photo"))
        self.photo.hide()  # until somebody keeps photos
        self.side = self._made("e", "note", self.tr("Progress and notes"))
        for panel in (self.route, self.side):
            panel.setCheckable(True)
        self.setLayout(
            hbox(self.route, self.up, self.down, self.undo, self.all_pass, None, self.photo, self.side, gap=GRID // 2)
        )

    def _made(self, sign: str, icon_name: str, words: str) -> QPushButton:
        letter = sign.upper() if len(sign) == 1 else ""
        made = Press(letter, icon_name, lambda: self.pressed.emit(sign))
        told = f"{words} ({letter})" if letter else words
        made.setAccessibleName(told)
        made.setToolTip(told)
        return made

    def show_panels(self, route: bool, side: bool) -> None:
        """Which panels are seen now."""
        self.route.setChecked(route)
        self.side.setChecked(side)
