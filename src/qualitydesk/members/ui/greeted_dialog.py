"""The members a general message is for, page by page: who has it, who waits for it, who is kept back and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.kit.dates import day_long
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import PagedModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import ContactLine, GreetingLine
from qualitydesk.members.rules.contact_words import greeting_words
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.ui.contact_columns import greeted_columns


class GreetedDialog(QDialog):
    """Signals: `member_wanted(UUID)` somebody's own page; the dialog has closed then."""

    member_wanted = Signal(object)

    def __init__(self, tools: Tools, contacts: Contacts, line: GreetingLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._contacts, self._line = contacts, line
        title = greeting_words(line.greeting, tools.language)
        self.setWindowTitle(title)
        self.lines = PagedModel(
            greeted_columns(tools.language), tools.operations, self._fetch, key=lambda one: one.owed.member_id,
            after_of=lambda one, _sort: (one.line.number, one.owed.member_id), parent=self,
        )  # fmt: skip
        empty = self.tr("No member of the tiers that get general messages. Tiers begin with a first purchase.")
        self.table = Table(self.lines, name=title, empty=empty, tools=tools, remember="contacts.greeted")
        self.table.opened.connect(self._open)
        words = self.tr("{day}: {members} members, {done} sent, {kept} kept back, {todo} to do.")
        told = words.format(
            day=day_long(line.day), members=f"{line.members:,}", done=f"{line.done:,}", kept=f"{line.kept:,}",
            todo=f"{line.to_do:,}",
        )  # fmt: skip
        close = button(self.tr("Close"), do=self.reject)
        column = vbox(label(told, wrap=True), self.table, hbox(None, close), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(104 * GRID, 70 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Return", self.tr("To the member under the cursor")),
            Key("Esc", self.tr("Close")),
        )
        self.lines.loaded.connect(self._stand_somewhere)
        self.lines.reload()
        self.table.setFocus()

    def _fetch(self, after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[ContactLine]:
        return self._contacts.greeting_lines(self._line.greeting, self._line.day, after=after, limit=limit)

    def _stand_somewhere(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _open(self, row: object) -> None:
        assert isinstance(row, ContactLine)
        self.accept()
        self.member_wanted.emit(row.owed.member_id)
