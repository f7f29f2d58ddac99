"""How a table's cells are cut and how high they become: delegates for one column each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualitydesk.kit.table_model import Index
from qualitydesk.kit.theme import EDGE, GRID

_AIR = 22  # pixels around the words of a cell
_HIGHEST = 10_000  # pixels: words are asked how high they become without a bound


class EndKept(QStyledItemDelegate):
    """Cuts what has no room at its beginning, whole words where there are some: names of a group's institutions begin
    alike."""

    _measured = False  # whether it is asked how much room all of it needs

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft
        view = self.parent()
        if isinstance(view, QTableView) and not self._measured:
            room = view.columnWidth(index.column()) - _AIR
            option.text = end_of(option.text, lambda words: view.fontMetrics().horizontalAdvance(words) <= room)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self._measured = True
        hint = super().sizeHint(option, index)
        self._measured = False
        return hint


class Wrapped(QStyledItemDelegate):
    """As high as its words at the width of its column: the style forgets the room left free at both sides."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        view, words = self.parent(), index.data()
        if not isinstance(view, QTableView) or not isinstance(words, str):
            return hint
        room = view.columnWidth(index.column()) - 2 * EDGE
        needed = view.fontMetrics().boundingRect(0, 0, room, _HIGHEST, int(Qt.TextFlag.TextWordWrap), words)
        return QSize(hint.width(), needed.height() + GRID)


def end_of(text: str, fits: Callable[[str], bool]) -> str:
    """The last words of a text that fit behind an ellipsis; the text where it fits, or where its last word does not."""
    words = text.split(" ")
    ends = ("…" + " ".join(words[at:]).lstrip("· ") for at in range(1, len(words)))
    return text if fits(text) else next((end for end in ends if end != "…" and fits(end)), text)
