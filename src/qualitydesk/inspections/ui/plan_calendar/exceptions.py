"""Exceptions from the frequencies: the list with from when to when and why; new, changed, ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model.calendar import PlanException
from qualitydesk.inspections.service import PlanCalendar
from qualitydesk.inspections.ui.plan_calendar.dialogs import ExceptionDialog
from qualitydesk.inspections.ui.plan_calendar.words import exception_span, exception_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools


class ExceptionsDialog(QDialog):
    """Lists them, those entered last first: they stand before the earlier ones."""

    def __init__(
        self,
        tools: Tools,
        calendar: PlanCalendar,
        directory: Directory,
        by: Callable[[], By],
        where: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._calendar, self._directory, self._by, self._where = calendar, directory, by, where
        self._houses: Sequence[Institution] = ()
        self._today = date.min
        self.setWindowTitle(self.tr("Exceptions of institutions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        words = self.tr(
            "How often rounds are due stands in the rulebook. Here an institution is asked otherwise for a time: "
            "closed, rebuilt, under special care. One entered later stands before the earlier ones."
        )
        self.lines = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.lines,
            name=self.tr("Exceptions"),
            empty=self.tr('No institution is an exception. "New exception" sets the first one down.'),
            tools=tools,
            remember="plan.exceptions",
        )
        self.end = button(self.tr("End it"), "x", self._end, role="quiet")
        self.change = button(self.tr("Change"), "pencil", self._change)
        self.add = button(self.tr("New exception"), "plus", self._new, role="primary")
        close = button(self.tr("Close"), "", self.accept)
        column = vbox(label(words, wrap=True, tone="muted"), self.table, gap=GAP)
        column.addLayout(hbox(self.end, None, close, self.change, self.add))
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(104 * GRID, 56 * GRID)
        KeyTable(
            self,
            [
                Key("Ctrl+N", self.tr("New exception"), self._new),
                Key("Return", self.tr("Change it")),
                Key("Del", self.tr("End it"), self._end),
            ],
        )
        self.table.opened.connect(lambda _row: self._change())
        self.table.picked.connect(lambda _row: self._offer())
        tools.operations.changed.connect(self._hear)
        self._offer()
        self._read()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Institution"), self._name, width=160),
            Column(self.tr("Exception"), partial(exception_words, language=self.tools.language), stretch=True),
            Column(self.tr("Holds"), exception_span, tone=self._tone, width=200),
            Column(self.tr("Reason"), lambda one: one.reason.replace("\n", " "), tip=lambda one: one.reason, width=200),
        )

    def _name(self, one: PlanException) -> str:
        return next((house.name for house in self._houses if house.id == one.institution_id), "")

    def _tone(self, one: PlanException) -> str:
        return "muted" if one.last is not None and one.last < self._today else ""

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.PLANS in changes:
            self._read()

    def _read(self) -> None:
        self.tools.operations.read(self, partial(_all, self._calendar, self._directory), then=self._show, topic="all")

    def _show(self, found: tuple[list[PlanException], list[Institution], date]) -> None:
        lines, self._houses, self._today = found
        self.lines.show_rows(lines)
        self._offer()

    def _offer(self) -> None:
        one = self._one()
        self.change.setEnabled(one is not None)
        self.end.setEnabled(one is not None and (one.last is None or one.last >= self._today))

    def _one(self) -> PlanException | None:
        found = self.table.current_row()
        return found if isinstance(found, PlanException) else None

    def _new(self) -> None:
        self._ask(None)

    def _change(self) -> None:
        if (one := self._one()) is not None:
            self._ask(one)

    def _ask(self, before: PlanException | None) -> None:
        dialog = ExceptionDialog(self.tools, self._houses, self._today, self._where, before, parent=self)
        dialog.writes(self._calendar.save_exception, self._by())
        dialog.open()

    def _end(self) -> None:
        if (one := self._one()) is None or not self.end.isEnabled():
            return
        self.tools.prompts.ask(
            self,
            self.tr("End this exception?"),
            self.tr("From today on the rulebook's frequency holds again; the days before stay as they were."),
            yes=self.tr("End it"),
            no=self.tr("Cancel"),
            then=lambda: self.tools.operations.write(self._calendar.end_exception, one, self._by(), asker=self),
        )


def _all(calendar: PlanCalendar, directory: Directory) -> tuple[list[PlanException], list[Institution], date]:
    return calendar.exceptions(), directory.institutions(active_only=True), directory.today()
