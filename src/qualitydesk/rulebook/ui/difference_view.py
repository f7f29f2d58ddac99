"""What differs between two editions: a table of old and new, and the whole words of the row under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.rules.wording import DifferenceRow, Posts, difference_rows
from qualitydesk.rulebook.ui.words import title_words

Said = tuple[Mapping[str, Any], Mapping[str, Any]]
"""Values and texts of an edition, or of one that is being written."""


class DifferenceView(QWidget):
    """Values that differ, then texts; nothing else."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.rows = TableModel(self._columns(), key=lambda row: row.path, parent=self)
        self.table = Table(self.rows, name=self.tr("What changes"), empty=self.tr("Nothing differs."))
        self._whole = label("", wrap=True, selectable=True)
        column = vbox(self.table, self._whole, gap=GAP)
        column.setStretch(0, 1)
        self.setLayout(column)
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._say_whole)

    def show_difference(self, rule: str, before: Said, after: Said, posts: Posts) -> None:
        """Compare two editions by their values and texts."""
        self.rows.show_rows(difference_rows(rule, before, after, self._tools.language, posts))
        if self.rows.rowCount():
            self.table.selectRow(0)
        else:
            self._whole.clear()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Where"), lambda row: row.scope, width=168),
            Column(self.tr("What"), lambda row: row.name, width=216),
            Column(self.tr("Old"), lambda row: row.before, width=176),
            Column(self.tr("New"), lambda row: row.after, stretch=True),
        )

    def _say_whole(self, row: object) -> None:
        if isinstance(row, DifferenceRow):
            self._whole.setText(self.tr("{name}: {words}").format(name=row.name, words=f"{row.before} → {row.after}"))


class CompareDialog(QDialog):
    """Any two editions of a rule side by side."""

    def __init__(
        self,
        tools: Tools,
        editions: Sequence[Edition],
        chosen: Edition,
        posts: Posts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editions = tuple(editions)
        self._posts = posts
        rule = title_words(chosen, chosen.rule, tools.language)
        self.setWindowTitle(self.tr("Compare editions: {rule}").format(rule=rule))
        offered = [
            Choice(
                edition.id,
                self.tr("Edition {number}").format(number=edition.number),
                self.tr("from {day}").format(day=day_words(edition.effective_from)),
            )
            for edition in editions
        ]
        self.older, self.newer = Picker(offered), Picker(offered)
        self.view = DifferenceView(tools)
        for picker, name in ((self.older, self.tr("Old")), (self.newer, self.tr("New"))):
            picker.setAccessibleName(name)
            picker.setMinimumWidth(36 * GRID)
            picker.picked.connect(lambda _key: self._compare())
        self.turn_button = button(self.tr("Swap"), "refresh", self._swap, role="quiet")
        close = button(self.tr("Close"), do=self.accept)
        row = hbox(
            label(self.tr("Old")), self.older, label(self.tr("New")), self.newer, self.turn_button, None, gap=GAP
        )
        column = vbox(row, self.view, hbox(None, close), gap=EDGE)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self, (Key("Ctrl+R", self.tr("Swap"), self._swap), Key("Esc", self.tr("Close"))))
        self.resize(124 * GRID, 72 * GRID)
        at = [edition.id for edition in editions].index(chosen.id)
        before = editions[at - 1] if at else editions[min(1, len(editions) - 1)]
        first, second = sorted((before, chosen), key=lambda one: one.number)
        self.older.choose(first.id)
        self.newer.choose(second.id)
        self._rule = chosen.rule
        self._compare()
        self.view.setFocus()

    def _compare(self) -> None:
        first, second = self._chosen(self.older), self._chosen(self.newer)
        if first is not None and second is not None:
            self.view.show_difference(
                self._rule, (first.values, first.texts), (second.values, second.texts), self._posts
            )

    def _chosen(self, picker: Picker) -> Edition | None:
        return next((one for one in self._editions if one.id == picker.chosen()), None)

    def _swap(self) -> None:
        older, newer = self.older.chosen(), self.newer.chosen()
        self.older.choose(newer)
        self.newer.choose(older)
        self._compare()
