"""The strip of tabs over the pages that one entry of the rail leads to; there only when there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from qualitydesk.kit.rail import RailEntry


class PageTabs(QTabBar):
    """Signals: `picked(key)` when the user asks for a page; `mark` shows which one is open."""

    picked = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._shown: RailEntry | None = None
        self._open = ""
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.hide()
        self.currentChanged.connect(self._turned)

    def mark(self, key: str) -> None:
        """Show `key` as the open page among its sisters; a page of no entry hides the strip."""
        self._open = key
        entry = next((one for one in self._entries if key in dict(one.pages)), None)
        with QSignalBlocker(self):
            if entry is not self._shown:
                self._fill(entry)
            if entry is not None:
                self.setCurrentIndex([page for page, _word in entry.pages].index(key))
        self.setVisible(entry is not None and len(entry.pages) > 1)

    def step(self, by: int) -> None:
        """Ask for the page `by` places further, round and round."""
        if self._shown is not None and self.isVisible():
            self.picked.emit(self._shown.pages[(self.currentIndex() + by) % self.count()][0])

    def _fill(self, entry: RailEntry | None) -> None:
        while self.count():
            self.removeTab(0)
        self._shown = entry
        for _key, word in entry.pages if entry is not None else ():
            self.addTab(word)

    def _turned(self, place: int) -> None:
        """The mark moves only when the page has opened: that may be refused while a draft is open."""
        if self._shown is None or place < 0:
            return
        wanted = self._shown.pages[place][0]
        if wanted == self._open:
            return
        with QSignalBlocker(self):
            self.setCurrentIndex([page for page, _word in self._shown.pages].index(self._open))
        self.picked.emit(wanted)
