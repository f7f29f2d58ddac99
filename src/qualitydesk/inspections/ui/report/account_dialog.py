"""A mystery customer's own account of a visit: entries with times, printed in the experience report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.narratives import Told, ToldDraft
from qualitydesk.inspections.rules.telling import problems_in_told
from qualitydesk.inspections.service import Narratives
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import MomentPicker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools


class AccountDialog(QDialog):
    """Lists the entries of one round; each is written in a form of its own and kept at once."""

    def __init__(
        self,
        tools: Tools,
        narratives: Narratives,
        round_id: UUID,
        number: str,
        began: datetime,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._narratives = narratives
        self._round_id = round_id
        self._began = began
        self._by = by
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Account of the visit {number}").format(number=number))
        columns = (
            Column(self.tr("Time"), lambda told: told.told_at, text=moment_words, width=150),
            Column(self.tr("What happened"), lambda told: told.words.replace("\n", " "), stretch=True),
        )
        self.entries = TableModel(columns, parent=self)
        self.table = Table(
            self.entries,
            name=self.tr("Entries"),
            empty=self.tr("Nothing written yet. Add what happened, entry by entry with its time."),
        )
        self.table.opened.connect(lambda _told: self.change())
        self.add_button = button(self.tr("Add entry"), "plus", self.add, role="primary")
        self.change_button = button(self.tr("Edit"), "pencil", self.change)
        self.remove_button = button(self.tr("Remove"), "trash", self.remove)
        close = button(self.tr("Close"), do=self.accept)
        hint = label(
            self.tr("Reports issued before keep what they said; the visitor is named by the code alone."),
            "hint",
            wrap=True,
        )
        row = hbox(self.add_button, self.change_button, self.remove_button, None, close)
        column = vbox(hint, self.table, row, gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(100 * GRID, 64 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+N", self.tr("Add entry"), self.add),
            Key("Return", self.tr("Edit the entry in view")),
            Key("Del", self.tr("Remove the entry in view"), self.remove),
            Key("Esc", self.tr("Close")),
        )
        self.table.picked.connect(lambda _told: self._enable())
        self._enable()
        self.read()

    def read(self) -> None:
        """Read the entries anew."""
        self._tools.operations.read(self, self._narratives.of_round, self._round_id, then=self._show)

    def _show(self, told: Sequence[Told]) -> None:
        self.entries.show_rows(told)
        self._enable()

    def _enable(self) -> None:
        there = self.table.current_row() is not None
        self.change_button.setEnabled(there)
        self.remove_button.setEnabled(there)

    def add(self) -> None:
        """A new entry, its time after the last one's."""
        rows = self.entries.all_rows()
        self._edit(ToldDraft(self._round_id, rows[-1].told_at if rows else self._began))

    def change(self) -> None:
        """Change the entry the cursor is on."""
        told = self.table.current_row()
        if isinstance(told, Told):
            self._edit(ToldDraft(self._round_id, told.told_at, told.words, told.id, told.revision))

    def _edit(self, draft: ToldDraft) -> None:
        dialog = ToldDialog(self._tools, draft, self._narratives.now, self)
        dialog.writes(self._narratives.tell, self._by(), then=lambda _entry: self.read())
        dialog.open()

    def remove(self) -> None:
        """Take the entry in view away, after asking."""
        told = self.table.current_row()
        if isinstance(told, Told):
            self._tools.prompts.ask(
                self,
                self.tr("Remove this entry?"),
                told.words[:200],
                yes=self.tr("Remove"),
                then=lambda: self._remove(told.id),
                danger=True,
            )

    def _remove(self, entry_id: UUID) -> None:
        self._tools.operations.write(
            self._narratives.untell, entry_id, self._by(), then=lambda _none: self.read(), asker=self
        )


class ToldDialog(DraftDialog):
    """One entry: when it was and what happened."""

    def __init__(
        self, tools: Tools, draft: ToldDraft, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Entry of the account"))
        self._draft = draft
        self._now = now
        self.moment = MomentPicker(draft.told_at)
        self.words = QPlainTextEdit(draft.words)
        self.words.setMaximumHeight(8 * ROW)
        self.add_row("told_at", self.tr("Time"), self.moment, required=True)
        self.add_row("words", self.tr("What happened"), self.words, required=True)

    def read_draft(self) -> ToldDraft:
        draft = self._draft
        words = self.words.toPlainText().strip()
        return ToldDraft(draft.round_id, self.moment.moment(), words, draft.id, draft.revision)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ToldDraft)
        return problems_in_told(draft, self._now())
