"""Dates set by others, on the tab of the facts: added, changed with a reason, marked as answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import External
from qualitydesk.complaints.ui.outside_dialogs import AnswerDialog, ExternalDialog
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.tabs.base import Desk, Shown, moment_of
from qualitydesk.complaints.ui.words import left_tone, left_words
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID


class OutsideBox(QWidget):
    """The verbs are for the date the cursor is on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = desk.tools.language
        self._shown: Shown | None = None
        self.externals = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.externals,
            name=self.tr("Dates set by others"),
            empty=self.tr("12345, 12315 or an authority has set no date."),
        )
        self.table.keep_high(1, 4)
        self.table.picked.connect(lambda _row: self._offer())
        self.table.opened.connect(lambda _row: self._change())
        self.add_button = button(self.tr("Add a date…"), "plus", self._add)
        self.change_button = button(self.tr("Change…"), "pencil", self._change)
        self.answer_button = button(self.tr("Answered…"), "check", self._answer)
        head = hbox(
            label(self.tr("Dates set by others"), "section"),
            None,
            self.answer_button,
            self.change_button,
            self.add_button,
            gap=GRID,
        )
        column = vbox(head, self.table, gap=GRID // 2)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Set by"), lambda one: say(self._language, f"external.{one.kind}"), width=128),
            Column(self.tr("Their number"), lambda one: one.reference, stretch=True),
            Column(self.tr("Answer by"), lambda one: one.due_at, text=self._moment, width=128),
            Column(self.tr("Clock"), self._clock, tone=self._tone, width=136),
        )

    def _moment(self, at: object) -> str:
        return moment_of(self._shown, at)

    def _clock(self, one: External) -> str:
        if one.done_at is not None:
            words = self.tr("answered {moment}") if one.done_at <= one.due_at else self.tr("late, {moment}")
            return words.format(moment=self._moment(one.done_at)[5:])
        return left_words(one.due_at, self._shown.now, self._language) if self._shown is not None else ""

    def _tone(self, one: External) -> str:
        if one.done_at is not None or self._shown is None:
            return "good" if one.done_at is not None and one.done_at <= one.due_at else "warning"
        return left_tone(one.due_at, self._shown.now, limit=True)

    def show_case(self, shown: Shown) -> None:
        """The dates of this case."""
        self._shown = shown
        self.externals.show_rows(shown.page.externals)
        self.table.keep_high(1, 4)
        if self.table.current_row() is None and shown.page.externals:
            self.table.selectRow(0)
        self.add_button.setEnabled(shown.page.merged_into is None)
        self._offer()

    def _offer(self) -> None:
        row = self.table.current_row()
        usable = isinstance(row, External) and self.add_button.isEnabled()
        self.change_button.setVisible(usable)
        self.answer_button.setVisible(usable and isinstance(row, External) and row.done_at is None)

    def _read(self, then: Callable[[StepOffer], object]) -> None:
        if self._shown is not None and self.add_button.isEnabled():
            self._desk.verbs.read(self._shown.case_id, then, topic="outside")

    def _add(self) -> None:
        self._read(lambda given: self._ask(given, None))

    def _change(self) -> None:
        row = self.table.current_row()
        if isinstance(row, External):
            self._read(lambda given: self._ask(given, row))

    def _ask(self, given: StepOffer, before: External | None) -> None:
        tools, complaints, by = self._desk.tools, self._desk.complaints, self._desk.by()
        ExternalDialog(tools, complaints, given, by, before, parent=self.window()).open()

    def _answer(self) -> None:
        row = self.table.current_row()
        if not isinstance(row, External):
            return
        tools, complaints, by = self._desk.tools, self._desk.complaints, self._desk.by
        self._read(lambda given: AnswerDialog(tools, complaints, given, row, by(), parent=self.window()).open())
