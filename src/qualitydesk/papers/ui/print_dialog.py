"""Asks how a paper is to be printed: printer, tray, copies, pages; remembered for its kind on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import NumberBox
from qualitydesk.kit.pieces import Banner, button, hbox, label
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.print_fields import PrintFields
from qualitydesk.papers.ui.printers import PrintChoice, PrinterBook, PrinterFacts, printers_there


@dataclass(frozen=True)
class PrintOrder:
    """One run: how, and which pages (from 1, both ends included)."""

    choice: PrintChoice
    first: int
    last: int


class PrintDialog(DraftDialog):
    """Signals: `ordered(PrintOrder)` on Print; `file_wanted` when a PDF is wanted instead."""

    ordered = Signal(object)
    file_wanted = Signal()

    def __init__(self, tools: Tools, book: PrinterBook, kind: str, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Print"))
        self.save_button.setText(self.tr("Print"))
        self._book = book
        self._kind = kind
        self._pages = pages
        self.none_button = button(self.tr("Save as PDF…"), "save", self._save_instead)
        self.nothing = Banner("", "warning", self.none_button)
        self.add_wide(self.nothing)
        self.fields = PrintFields(self, book.choice(kind))
        most = max(1, pages)
        self.first, self.last = NumberBox(1, least=1, most=most), NumberBox(pages, least=1, most=most)
        self.first.setAccessibleName(self.tr("From page"))
        self.last.setAccessibleName(self.tr("To page"))
        row = QWidget()
        row.setLayout(hbox(self.first, label("–"), self.last, label(self.tr("of {count}").format(count=pages)), None))
        row.setFocusProxy(self.first)
        self.add_row("pages", self.tr("Pages"), row)
        self.remember = QCheckBox(self.tr("Use these settings for papers of this kind from now on"))
        self.remember.setChecked(True)
        self.add_wide(self.remember)
        self.save_button.setEnabled(False)
        self.nothing.say(self.tr("Looking for printers…"), "info")
        self.none_button.hide()
        self.submitted.connect(self._order)
        tools.operations.read(self, printers_there, then=self.show_printers, failed=self._not_found)

    def show_printers(self, printers: Sequence[PrinterFacts]) -> None:
        """Offer what the system has; where it has none, a file is offered instead."""
        self.fields.show_printers(printers)
        self.save_button.setEnabled(bool(printers))
        self.none_button.setVisible(not printers)
        words = self.tr("No printer is set up on this computer, or the printing system does not answer.")
        self.nothing.say("" if printers else words, "warning")
        self.fields.printer.setEnabled(bool(printers))
        (self.fields.printer if printers else self.none_button).setFocus()

    def _not_found(self, _error: Exception) -> bool:
        self.show_printers(())
        return False

    def is_changed(self) -> bool:
        return False  # nothing is lost by closing it

    def read_draft(self) -> PrintOrder:
        return PrintOrder(self.fields.choice(), self.first.value(), self.last.value())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PrintOrder)
        return [Problem("pages", "page_range")] if draft.first > draft.last else []

    def _order(self, order: PrintOrder) -> None:
        if self.remember.isChecked():
            self._book.remember(self._kind, order.choice)
        self.finish()
        self.ordered.emit(order)

    def _save_instead(self) -> None:
        self.reject()
        self.file_wanted.emit()
