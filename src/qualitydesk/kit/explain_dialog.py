"""The window a sum's explanation opens in, by a click on it or F4."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.kit import card
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.scrolled import fit_height, scroll_column
from qualitydesk.kit.theme import EDGE, GRID

WHY = "F4"
_LEAST = 24 * GRID  # pixels of height


def why_key() -> Key:
    """What F1 tells of it, on pages whose tables have sums; the table sees to it."""
    return Key(WHY, QCoreApplication.translate("ExplainDialog", "Why this sum? (or click on it)"))


class ExplainDialog(QDialog):
    """The card in a window of its own; `note` stands above it. Esc closes."""

    _FURTHER = 2

    def __init__(
        self,
        title: str,
        blocks: Sequence[card.Explanation],
        parent: QWidget | None = None,
        *,
        note: str = "",
        open_words: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """`then` is offered as a further button, named `open_words`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.card = ExplainCard()
        self.card.show_explanation(*blocks)
        close = button(self.tr("Close"), do=self.accept, role="primary")
        buttons = hbox(None, close)
        if then is not None:
            self.finished.connect(lambda result: then() if result == self._FURTHER else None)
            buttons.insertWidget(0, button(open_words, "arrow-right", lambda: self.done(self._FURTHER)))
        above = [label(note, tone="muted", wrap=True)] if note else []
        self._area = scroll_column(title, self.card)
        column = vbox(*above, self._area, buttons, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self, (Key("Esc", self.tr("Close")),))
        self.resize(84 * GRID, _LEAST)
        self.finished.connect(lambda _result: self.deleteLater())
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, self._area, _LEAST)
