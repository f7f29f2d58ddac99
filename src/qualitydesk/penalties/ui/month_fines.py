"""What the fines of a month come from: every slip proposed in it that stands, and each explains its sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics import money
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.explaining import explain_from, total_column, why_key
from qualitydesk.penalties.ui.words import TONES, event_words, state_words

MOST = 5000
"""Slips of one month that are shown: more than any group writes."""


class MonthFinesDialog(QDialog):
    """Enter opens a slip by `show(id)`; a click on a sum, or F4, explains it."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        since: datetime,
        show: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        """`since`: the moment the month begins."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the fines of this month come from"))
        self.setAccessibleName(self.windowTitle())
        self.setModal(True)
        self._language = tools.language
        self.sentence = label("", wrap=True, selectable=True)
        self.lines = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.lines,
            name=self.windowTitle(),
            empty=self.tr("No slip was proposed this month. Finish a round and propose what the rule provides for."),
        )
        explain_from(self.table, tools, penalties, lambda line: line.id, lambda slip_id: self._leave_to(show, slip_id))
        self.table.opened.connect(lambda line: self._leave_to(show, line.id))
        close = button(self.tr("Close"), do=self.accept)
        column = vbox(self.sentence, self.table, hbox(None, close), gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        keys = (Key("Return", self.tr("Open the slip")), why_key(), Key("Esc", self.tr("Close")))
        self.key_table = KeyTable(self, keys)
        self.resize(112 * GRID, 64 * GRID)
        self.finished.connect(lambda _result: self.deleteLater())
        wanted = SlipFilter(states=frozenset(SlipState) - {SlipState.WITHDRAWN}, since=since)
        query = partial(penalties.lines, wanted, limit=MOST)
        tools.operations.read(self, query, then=self._show, topic="fines")

    def _columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152),
            Column(self.tr("Employee"), lambda line: f"{line.employee} ({line.employee_number})", width=128),
            Column(self.tr("Institution"), lambda line: line.institution, stretch=True, elide="left"),
            Column(self.tr("Day of the act"), lambda line: line.act_day, text=day_words, align="right", width=112),
            Column(self.tr("Round or case"), lambda line: event_words(line, language), width=144),
            total_column(self.tr("Total"), 96),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: TONES[line.state],
                width=88,
            ),
        )

    def _show(self, found: Sequence[SlipLine]) -> None:
        self.lines.show_rows(found)
        words = self.tr("{count} slips proposed this month stand; they come to {total} in all.")
        self.sentence.setText(words.format(count=len(found), total=money.words(sum(line.total for line in found))))
        self.table.setFocus()

    def _leave_to(self, show: Callable[[UUID], object], slip_id: UUID) -> None:
        self.accept()
        show(slip_id)
