"""A pack as it looks on a round: one item at a time in large type, arrow keys, nothing recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.ui.item_card import ItemCard
from qualitydesk.inspections.ui.walk_view.answers import AnswerBar
from qualitydesk.kit.pieces import button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GRID

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: +1,
    Qt.Key.Key_Right: +1,
    Qt.Key.Key_PageDown: +1,
    Qt.Key.Key_Space: +1,
}


class PackPreview(QDialog):
    """Leafs through a pack."""

    def __init__(self, pack: Pack, language: str, start: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Preview: {pack}").format(pack=pack.name[language]))
        self._pack = pack
        self._language = language
        self._at = min(max(start, 0), len(pack.items) - 1)
        self.card = ItemCard(language)
        self.answers = AnswerBar(language)
        self.answers.setEnabled(False)
        ground = panel()
        inside = vbox(self.card, self.answers)
        inside.setStretch(0, 1)
        inside.setContentsMargins(EDGE, GRID, EDGE, GRID)
        ground.setLayout(inside)
        self._back = button(self.tr("Item before"), "arrow-left", lambda: self.step(-1))
        self._on = button(self.tr("Item after"), "arrow-right", lambda: self.step(+1))
        told = label(self.tr("↑ ↓ leaf through; nothing is recorded here."), "caption")
        column = vbox(ground, hbox(told, None, self._back, self._on, button(self.tr("Close"), do=self.accept)))
        column.setStretch(0, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(96 * GRID, 68 * GRID)
        self._show()
        self.setFocus()

    def step(self, by: int) -> None:
        """Another item; stops at either end."""
        self._at = min(max(self._at + by, 0), len(self._pack.items) - 1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def _show(self) -> None:
        item = self._pack.items[self._at]
        section = self._pack.sections[item.section][self._language]
        self.card.show_item(item, f"{section} · {self._at + 1} / {len(self._pack.items)}")
        self.answers.show_item(item, None)
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < len(self._pack.items))
