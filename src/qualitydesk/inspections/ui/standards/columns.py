"""The columns of the standards page: packs, and the items of one or of a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Gravity
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.ui.standards.words import target_words
from qualitydesk.inspections.ui.words import kind_words
from qualitydesk.kit.table_model import Column


class StandardsColumns(QObject):
    """Columns in one language. A QObject for its `tr` alone. `posts()`: their names by code."""

    def __init__(self, posts: Callable[[], Mapping[str, str]], language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._posts = posts
        self._language = language

    def packs(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Name"), lambda line: line.pack.name[language], stretch=True, sort="name"),
            Column(
                self.tr("Kind"), lambda line: say(language, f"pack_kind.{line.pack.kind.value}"), width=96, sort="kind"
            ),
            Column(self.tr("For whom"), self._whom, tip=self._whom, width=176),
            Column(self.tr("Items"), lambda line: len(line.pack.items), align="right", width=64, sort="items"),
            Column(self.tr("Time, min"), lambda line: line.pack.minutes, align="right", width=104, sort="minutes"),
            Column(
                self.tr("State"),
                lambda line: self.tr("On") if line.on else self.tr("Off"),
                tone=lambda line: "good" if line.on else "muted",
                width=64,
                sort="state",
            ),
        )

    def _whom(self, line: PackOnShelf) -> str:
        return target_words(line.pack, self._posts(), self._language)

    def items(self) -> Sequence[Column]:
        """Over rows with `item` and the `section`'s heading."""
        language = self._language
        return (
            Column(self.tr("Section"), lambda row: row.section, width=112),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(self.tr("Answer"), lambda row: kind_words(row.item, language), width=168),
            Column(self.tr("Weight"), lambda row: row.item.weight, align="right", width=56),
            Column(
                self.tr("Gravity"),
                lambda row: say(language, f"gravity.{row.item.gravity.value}"),
                tone=lambda row: "warning" if row.item.gravity is Gravity.SERIOUS else "",
                width=80,
            ),
            Column(
                self.tr("Critical"),
                lambda row: self.tr("Critical") if row.item.critical else "",
                tone=lambda _row: "danger",
                width=72,
            ),
        )
