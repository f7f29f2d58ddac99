"""Histories as tables: dated entries, newest first, that open for correction, and the corrections made so far."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import TermCorrection, TermEntry
from qualitydesk.directory.ui.term_dialog import entry_words
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools


class HistoryView(QWidget):
    """Entries and, under them, their corrections where there are any.

    Signals: `opened(entry)` by Enter or double click.
    """

    opened = Signal(object)

    def __init__(self, tools: Tools, name: str, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._zone = zone
        self.entries = TableModel(self._columns(), parent=self)
        self.table = Table(self.entries, name=name, empty=self.tr("No entry yet."), tools=tools, remember="history")
        self.table.opened.connect(self.opened)
        self._corrections = TableModel(self._correction_columns(), key=attrgetter("id"), parent=self)
        self.corrections = Table(
            self._corrections, name=self.tr("Corrections"), empty="", tools=tools, remember="history.corrections"
        )
        self._heading = label(self.tr("Corrections"), "section")
        column = vbox(self.table, self._heading, self.corrections, gap=GAP)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setStretch(0, 3)
        column.setStretch(2, 2)
        self.setLayout(column)
        self.show_history((), ())

    def show_history(self, entries: Sequence[TermEntry], corrections: Sequence[TermCorrection]) -> None:
        """Show these; the cursor keeps its place."""
        self.entries.show_rows(entries)
        self._corrections.show_rows(corrections)
        self._heading.setVisible(bool(corrections))
        self.corrections.setVisible(bool(corrections))

    def _columns(self) -> tuple[Column, ...]:
        nobody = self.tr("nobody")
        return (
            Column(self.tr("From"), lambda entry: entry.since, text=day_words, width=112),
            Column(self.tr("Until before"), lambda entry: entry.until, text=self._until, width=112,
                   tone=lambda entry: "muted" if entry.until else ""),
            Column(self.tr("Kind"), lambda entry: say(self.tools.language, f"term.{entry.kind}"), width=120),
            Column(self.tr("Entry"), lambda entry: entry_words(entry) or nobody, width=320, stretch=True,
                   tone=lambda entry: "muted" if entry.until else ""),
        )  # fmt: skip

    def _until(self, day: object) -> str:
        return day_words(day) if day else self.tr("still")

    def _correction_columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Corrected"), lambda note: moment_words(note.corrected_at, zone=self._zone), width=136),
            Column(self.tr("Kind"), lambda note: say(self.tools.language, f"term.{note.kind}"), width=104),
            Column(self.tr("Was"), lambda note: self._told(note.before), width=224),
            Column(self.tr("Is now"), lambda note: self._told(note.after), width=224),
            Column(self.tr("Reason"), lambda note: note.reason, width=176, stretch=True),
            Column(self.tr("By"), lambda note: note.entered_by, width=88),
        )

    def _told(self, entry: dict[str, str] | None) -> str:
        if entry is None:
            return self.tr("taken away")
        return f"{entry['since']} {entry['text'] or self.tr('nobody')}".strip()
