"""Heads of a department by dates: the history, a change from a day, the correction of a mistaken entry."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.directory.model import HeadsFile, TermEntry, TermKind
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.history_view import HistoryView
from qualitydesk.directory.ui.offer import Offer, offer_of
from qualitydesk.directory.ui.term_dialog import TermDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools


class HeadsDialog(QDialog):
    """The heads of one department; reads itself anew when the directory changes."""

    def __init__(
        self,
        tools: Tools,
        directory: Directory,
        by: Callable[[], By],
        department_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._directory = directory
        self._by = by
        self._department_id = department_id
        self._file: HeadsFile | None = None
        self.setWindowTitle(self.tr("Heads of department"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._about = label("", "section")
        self.history = HistoryView(tools, self.tr("Heads of department"), DEFAULT_ZONE)
        self.history.opened.connect(self._correct)
        self.change_button = button(self.tr("Change head"), "plus", self._change, role="primary")
        self.correct_button = button(self.tr("Correct entry"), "pencil", self._correct_current)
        close = button(self.tr("Close"), do=self.reject)
        column = vbox(self._about, self.history, hbox(self.correct_button, None, close, self.change_button), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(104 * GRID, 60 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+N", self.tr("Change head from a day"), self._change),
            Key("Return", self.tr("Correct the entry under the cursor")),
            Key("Esc", self.tr("Close")),
        )
        tools.operations.changed.connect(self._hear)
        self._read()

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.DIRECTORY in changes:
            self._read()

    def _read(self) -> None:
        query = self._directory.terms.heads_file
        self.tools.operations.read(self, query, self._department_id, then=self._show, topic="heads")

    def _show(self, file: HeadsFile) -> None:
        self._file = file
        self._about.setText(f"{file.institution} {file.department.name}")
        self.history.show_history(file.entries, file.corrections)
        self.correct_button.setEnabled(bool(file.entries))
        self.history.table.setFocus()

    def _change(self) -> None:
        self.tools.operations.read(
            self, offer_of, self._directory, then=lambda offer: self._open(offer, None), topic="dialog"
        )

    def _correct_current(self) -> None:
        entry = self.history.table.current_row()
        if isinstance(entry, TermEntry):
            self._correct(entry)

    def _correct(self, entry: TermEntry) -> None:
        self.tools.operations.read(
            self, offer_of, self._directory, then=lambda offer: self._open(offer, entry), topic="dialog"
        )

    def _open(self, offer: Offer, entry: TermEntry | None) -> None:
        file = self._file
        if file is None:
            return
        stands = next((old for old in file.entries if old.since <= offer.today), None)
        dialog = TermDialog(
            self.tools, offer, TermKind.HEAD, file.department.id, about=self._about.text(), stands=stands, entry=entry,
            parent=self,
        )  # fmt: skip
        dialog.writes(self._directory.terms.put_term, self._by())
        dialog.open()
