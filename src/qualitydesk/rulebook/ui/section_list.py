"""The pages of a new edition as a list: about it, the parts of its values, rows under their table, its texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.kit.pickers import cut_long_lines
from qualitydesk.rulebook.rules.shapes import parts_of
from qualitydesk.rulebook.rules.wording import heading
from qualitydesk.rulebook.ui.table_rows import row_place

ABOUT = "about"
KEY = Qt.ItemDataRole.UserRole


class SectionList(QListWidget):
    """Signals: `wanted(key)`: about, the path of a part or table, texts.zh, texts.en."""

    wanted = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setAccessibleName(self.tr("Parts of the rule"))
        cut_long_lines(self)
        self.currentItemChanged.connect(self._picked)

    def show_parts(self, rule: str, values: Mapping[str, Any]) -> None:
        """List the parts there are now."""
        language = self._language
        with QSignalBlocker(self):
            self.clear()
            self._add(ABOUT, say(language, "rule.part.about"))
            above = ""
            for part in parts_of(rule, values):
                rows = row_place(rule, part.path)
                title = (rows.title, *part.title) if rows is not None else part.title
                group, words = heading(title[:-1], language) if len(title) > 1 else "", heading(title[-1:], language)
                if group and group != above:
                    self._add(rows.path if rows is not None else None, group)
                above = group
                self._add(part.path, f"    {words}" if group else words)
            for one in LANGUAGES:
                self._add(f"texts.{one}", say(language, f"rule.part.texts_{one}"))

    def longest(self) -> int:
        """Pixels of the longest name."""
        self.ensurePolished()
        words = self.fontMetrics()
        return max((words.horizontalAdvance(self.item(place).text()) for place in range(self.count())), default=0)

    def key(self) -> str:
        """The page stood on."""
        item = self.currentItem()
        return str(item.data(KEY)) if item is not None else ABOUT

    def stand_on(self, key: str) -> None:
        """Mark a page without asking for it."""
        with QSignalBlocker(self):
            for place in range(self.count()):
                if self.item(place).data(KEY) == key:
                    self.setCurrentRow(place)

    def key_from(self, place: int) -> str:
        """The first page at a place or below it."""
        keys = [self.item(at).data(KEY) for at in range(max(0, place), self.count())]
        return next((str(key) for key in keys if key is not None), ABOUT)

    def step(self, by: int) -> None:
        """On to the next page, or back, round and round."""
        count = self.count()
        order = [(self.currentRow() + by * step) % count for step in range(1, count + 1)]
        self.setCurrentRow(next(at for at in order if self.item(at).data(KEY) is not None))

    def _add(self, key: str | None, words: str) -> None:
        """A page to turn to, or the name of a group of them, which is none."""
        item = QListWidgetItem(words)
        item.setData(KEY, key)
        item.setToolTip(words.strip())
        if key is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _picked(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY) is not None:
            self.wanted.emit(str(item.data(KEY)))
