"""Settings → printers: which printer, tray and copies each kind of paper takes on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, button, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import PAPER_KINDS
from qualitydesk.papers.ui.print_fields import PrintFields
from qualitydesk.papers.ui.printers import PrintChoice, PrinterBook, PrinterFacts, printers_there


@dataclass(frozen=True)
class KindRow:
    """A kind of paper with its own choice (None: it follows the last row's) and the one in force."""

    kind: str
    words: str
    own: PrintChoice | None
    used: PrintChoice


class PrintersPage(Page):
    """Every kind of paper in a row; Enter changes how it is printed here."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Printers"))
        self.set_note(self.tr("Kept on this computer"))
        self._book = PrinterBook(tools.places.file)
        self._there: Sequence[PrinterFacts] = ()
        self.found = Banner("")
        self.found.hide()
        self.kinds = TableModel(self._columns(), key=lambda row: row.kind, parent=self)
        self.table = Table(self.kinds, name=self.tr("Kinds of paper"), empty="")
        self.table.opened.connect(lambda _row: self.change())
        words = self.tr("The print window of a paper begins with what stands here, and remembers what is chosen there.")
        self.body.addWidget(label(words, tone="muted", wrap=True))
        self.body.addWidget(self.found)
        self.body.addWidget(self.table)
        self.body.setStretch(2, 1)
        self.add_button(self.tr("Look for printers"), "refresh", self.look, sequence="F5", role="quiet")
        self.add_button(self.tr("Change"), "pencil", self.change, role="primary", sequence="Ctrl+E")
        self.bind(Key("Return", self.tr("Change the row in view")))

    def _last_keys(self) -> tuple[Key, ...]:
        return ()  # F5 looks for printers here

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Kind of paper"), lambda row: row.words, stretch=True),
            Column(self.tr("Printer"), self._printer, tone=self._tone, width=260),
            Column(self.tr("Tray"), lambda row: row.used.tray or self.tr("As the printer decides"), width=190),
            Column(self.tr("Copies"), lambda row: row.used.copies, align="right", width=72),
            Column(self.tr("Sides"), lambda row: self.tr("Both") if row.used.two_sided else self.tr("One"), width=80),
            Column(
                self.tr("Colours"), lambda row: self.tr("In colour") if row.used.colour else self.tr("Grey"), width=80
            ),
        )

    def _printer(self, row: KindRow) -> str:
        if row.kind and row.own is None:
            return self.tr("As other papers")
        name = row.used.printer
        if name and self._there and name not in [one.name for one in self._there]:
            return self.tr("{name} – not found now").format(name=name)
        return name or self.tr("The system's default")

    def _tone(self, row: KindRow) -> str:
        if row.kind and row.own is None:
            return "muted"
        lost = row.used.printer and self._there and row.used.printer not in [one.name for one in self._there]
        return "warning" if lost else ""

    def refresh(self, changes: frozenset[Change]) -> None:
        self._show_rows()
        self.look()

    def look(self) -> None:
        """Ask the system for its printers, off the GUI thread."""
        self.tools.operations.read(self, printers_there, then=self._found, failed=self._not_found)

    def _found(self, printers: Sequence[PrinterFacts]) -> None:
        self._there = printers
        names = self.tr(", ").join(one.words for one in printers)
        none = self.tr(
            "No printer is set up on this computer, or the printing system does not answer. "
            "Papers can be saved as PDF all the same."
        )
        told = self.tr("Printers found: {names}").format(names=names)
        self.found.say(told if printers else none, "good" if printers else "warning")
        self._show_rows()

    def _not_found(self, _error: Exception) -> bool:
        self._found(())
        return False

    def _show_rows(self) -> None:
        language, book = self.tools.language, self._book
        kinds = [(kind, say(language, f"paper_kind.{kind or 'other'}")) for kind in (*PAPER_KINDS, "")]
        self.kinds.show_rows([KindRow(kind, words, book.own(kind), book.choice(kind)) for kind, words in kinds])

    def change(self) -> None:
        """Change how the kind in view is printed."""
        row = self.table.current_row()
        if isinstance(row, KindRow):
            dialog = KindDialog(self.tools, row, self._there, parent=self)
            dialog.submitted.connect(lambda choice: self._keep(dialog, row.kind, choice))
            dialog.back_button.clicked.connect(lambda: self._keep(dialog, row.kind, None))
            dialog.open()

    def _keep(self, dialog: KindDialog, kind: str, choice: PrintChoice | None) -> None:
        self._book.remember(kind, choice)
        dialog.finish()
        self._show_rows()


class KindDialog(DraftDialog):
    """How one kind of paper is printed on this computer."""

    def __init__(
        self, tools: Tools, row: KindRow, printers: Sequence[PrinterFacts], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, row.words, parent=parent)
        self.fields = PrintFields(self, row.used)
        self.fields.show_printers(printers)
        self.back_button = button(self.tr("As other papers"))
        self.back_button.setEnabled(row.own is not None)
        self.back_button.setVisible(bool(row.kind))
        self.add_extra_button(self.back_button)

    def read_draft(self) -> PrintChoice:
        return self.fields.choice()
