"""What the page of an employee shows of measures: those he answers for, what is still to be done first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import MeasureLine, MeasureState
from qualitydesk.measures.service import Measures
from qualitydesk.measures.ui.words import STATE_TONES, due_tone, due_words, state_words

_TO_DO = (MeasureState.OPEN, MeasureState.REPORTED)


class OwnedMeasures(QWidget):
    """The measures of one owner; Enter opens one."""

    def __init__(
        self,
        tools: Tools,
        measures: Measures,
        owner_id: UUID,
        show: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._measures = measures
        self._owner_id = owner_id
        self._today = date.min
        self._sentence = label("", wrap=True)
        self._sentence.hide()
        self._lines = TableModel(self._columns(), parent=self)
        self.table = Table(self._lines, name=self.tr("Measures"), empty=self.tr("Responsible for no measure."))
        self.table.opened.connect(lambda line: show(line.id))
        self.setLayout(vbox(self._sentence, self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: STATE_TONES[line.state],
                width=96,
            ),
            Column(self.tr("What is to be done"), lambda line: line.task.replace("\n", " "), stretch=True),
            Column(
                self.tr("Due"),
                lambda line: due_words(line, self._today),
                tone=lambda line: due_tone(line, self._today),
                width=176,
            ),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.MEASURES in changes:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._ask, then=self._show, topic="measures")

    def _ask(self) -> tuple[date, list[MeasureLine]]:
        return self._measures.today(), self._measures.of_owner(self._owner_id)

    def _show(self, found: tuple[date, list[MeasureLine]]) -> None:
        self._today, lines = found
        waiting = sum(line.state in _TO_DO for line in lines)
        late = sum(bool(line.overdue_days(self._today)) for line in lines)
        words = self.tr("{all} in all, {waiting} to be done, {late} overdue")
        self._sentence.setText(words.format(all=len(lines), waiting=waiting, late=late) if lines else "")
        self._sentence.setVisible(bool(lines))
        self._lines.show_rows(sorted(lines, key=lambda line: line.state not in _TO_DO))


def measures_panel(tools: Tools, measures: Measures, show: Callable[[UUID], object]) -> Panel:
    """The panel for an employee's page; `show(measure id)` opens one."""
    title = QCoreApplication.translate("OwnedMeasures", "Measures")
    return Panel(title, lambda employee_id: OwnedMeasures(tools, measures, employee_id, show))
