"""Charts put into a quarterly report: the list beside her words, and the question for the note that goes with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import AddedChart, ReportName, ReportWish
from qualitydesk.insights.model.trends import TrendFilter, TrendName
from qualitydesk.insights.printout.report_common import period_words
from qualitydesk.insights.service import QualityReports
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class AddedCharts(QWidget):
    """Signals: `dropped(UUID)` one is to be taken out."""

    dropped = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows = vbox(gap=GRID // 2)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self.setLayout(self._rows)
        self.show_charts(())

    def show_charts(self, charts: Sequence[AddedChart]) -> None:
        """The charts there are, each with a button that takes it out; a hint where there are none."""
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.deleteLater()
        parts = [label(self.tr("Charts put into it"), "section"), *(self._row(one) for one in charts)]
        if not charts:
            hint = self.tr("None yet. On the page of trends, a chart is put in with its note.")
            parts.append(label(hint, "caption", wrap=True))
        self._inside = QWidget()
        column = vbox(*parts, gap=GRID // 2)
        column.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(column)
        self._rows.addWidget(self._inside)

    def _row(self, one: AddedChart) -> QWidget:
        title = say(self._language, f"trend.name.{one.name}")
        out = button("", "trash", partial(self.dropped.emit, one.id), role="quiet")
        words = self.tr("Take out {chart}").format(chart=title)
        out.setAccessibleName(words)
        out.setToolTip(words)
        made = QWidget()
        row = hbox(label(f"{title}  {one.note}", wrap=True), out, gap=GRID)
        row.setContentsMargins(0, 0, 0, 0)
        row.setStretch(0, 1)
        made.setLayout(row)
        return made


def ask_into_report(
    tools: Tools,
    reports: QualityReports,
    by: Callable[[], By],
    parent: QWidget,
    name: TrendName,
    wanted: TrendFilter,
    to_report: Callable[[ReportWish], object],
) -> None:
    """Ask for the note, then put the chart into the report of the quarter under way; `to_report` shows that one."""
    title = QCoreApplication.translate("AddedCharts", "Into the quarterly report")

    def told(added: AddedChart) -> None:
        words = QCoreApplication.translate("AddedCharts", "The chart will stand in the report of {quarter}.")
        quarter = period_words(added.first, "quarter", tools.language)
        tools.prompts.ask(
            parent, title, words.format(quarter=quarter),
            yes=QCoreApplication.translate("AddedCharts", "Open the report"),
            no=QCoreApplication.translate("AddedCharts", "Close"),
            then=lambda: to_report(ReportWish(ReportName.QUARTER, added.first)),
        )  # fmt: skip

    def put(note: str) -> None:
        tools.operations.write(lambda: reports.add_chart(name, wanted, note, by()), then=told, asker=parent)

    tools.prompts.ask_text(
        parent,
        title,
        QCoreApplication.translate("AddedCharts", "What should the reader see in it? It may be left empty."),
        yes=QCoreApplication.translate("AddedCharts", "Put in"),
        then=put,
        required=False,
        lines=3,
    )
