"""Trends: the list of charts on the left, one chart on the right, filters above; each chart tells what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import Effects, Mark, OverTime, Trend, TrendFilter, TrendName, TrendOffer
from qualitydesk.insights.printout.trend_words import head_of, told
from qualitydesk.insights.service import Trends
from qualitydesk.insights.ui.behind import behind, findings
from qualitydesk.insights.ui.mark_dialog import MarksDialog
from qualitydesk.insights.ui.saved_views import SavedViews
from qualitydesk.insights.ui.trend_drawings import drawing_of
from qualitydesk.insights.ui.trend_filters import TrendFilters
from qualitydesk.inspections.model import FindingFilter
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.plot import Chart, Drawing
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.sheets import SheetOut, write_table

_LIST = 22 * GRID
_NUMBERS = 88  # pixels of a column of numbers
_WORDS = 200


@dataclass(frozen=True)
class _Read:
    """One chart as it was read, told and made ready to be drawn, on a lane."""

    name: TrendName
    trend: Trend
    told: Told
    drawing: Drawing | None
    marks: tuple[Mark, ...]


class TrendsPage(Page):
    """Signals: `findings_wanted(FindingFilter)`, `cases_wanted(CaseFilter)` the rows behind a point;
    `person_wanted(UUID)`, `measure_wanted(UUID)` likewise; `visitors_wanted()` the counts are to be entered;
    `reports_wanted()` the reports are to be shown, `into_report_wanted(TrendName, TrendFilter)` this chart in one."""

    concerns = frozenset(
        {
            Change.ROUNDS, Change.FINDINGS, Change.CASES, Change.SLIPS, Change.POINTS, Change.TIERS, Change.MEASURES,
            Change.DIRECTORY, Change.VISITORS, Change.TRENDS, Change.STANDARDS,
        }
    )  # fmt: skip
    findings_wanted = Signal(object)
    cases_wanted = Signal(object)
    person_wanted = Signal(object)
    measure_wanted = Signal(object)
    visitors_wanted = Signal()
    reports_wanted = Signal()
    into_report_wanted = Signal(object, object)

    def __init__(
        self, tools: Tools, trends: Trends, by: Callable[[], By], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Trends"))
        self._trends, self._by = trends, by
        self._offer = TrendOffer(today=today)
        self._read_of: dict[TrendName, _Read] = {}
        self._charts: dict[TrendName, Chart] = {}
        self._marks_open: MarksDialog | None = None
        self.filters = TrendFilters(tools.language, today)
        self.filters.changed.connect(lambda _wanted: self._ask())
        self.views = SavedViews(tools, trends, by, self._to_keep)
        self.views.picked.connect(self._choose_view)
        self.filters.top.addWidget(self.views)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Charts"))
        self.list.setFixedWidth(_LIST)
        for name in TrendName:
            entry = QListWidgetItem(say(tools.language, f"trend.name.{name}"))
            entry.setData(Qt.ItemDataRole.UserRole, name)
            entry.setSizeHint(QSize(0, ROW))
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(lambda _now, _before: self._turn_to())
        self.stack = QStackedWidget()
        row = hbox(self.list, self.stack, gap=EDGE)
        row.setStretch(1, 1)
        self.body.addWidget(self.filters)
        self.body.addLayout(row, 1)
        self._make_buttons()
        self._turn_to(ask=False)

    def _make_buttons(self) -> None:
        self.visitors_button = self.add_button(
            self.tr("Visitor counts"), "user", self.visitors_wanted.emit, sequence="Ctrl+Shift+V"
        )
        self.marks_button = self.add_button(self.tr("Notes"), "flag", self.show_marks, sequence="Ctrl+M")
        self.picture_button = self.add_button(
            self.tr("Save picture"), "camera", self.save_picture, sequence="Ctrl+Shift+S"
        )
        self.into_button = self.add_button(self.tr("Into a report"), "note", self.into_report, sequence="Ctrl+Shift+R")
        self.reports_button = self.add_button(self.tr("Reports"), "file", self.reports_wanted.emit, sequence="Ctrl+R")
        self.export_button = self.add_button(self.tr("Export"), "download", self.export, sequence="Ctrl+E")
        self.bind(
            Key("Ctrl+T", self.tr("Chart as table and back"), lambda: self.chart().turn()),
            Key("Ctrl+Shift+C", self.tr("Copy picture"), lambda: self.chart().copy()),
            Key("Ctrl+PgDown", self.tr("Next chart"), lambda: self._step(1)),
            Key("Ctrl+PgUp", self.tr("Chart before"), lambda: self._step(-1)),
            Key("Return", self.tr("In the table: the rows behind this one")),
            Key("Ctrl+Return", self.tr("In the table of items: this item month by month"), self.show_course),
            Key("Ctrl+L", self.tr("To the list of charts"), self.list.setFocus),
        )

    # What is shown

    def name(self) -> TrendName:
        """Which chart is shown."""
        return TrendName(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def chart(self) -> Chart:
        """The chart shown."""
        return self._charts[self.name()]

    def shown(self) -> _Read | None:
        """What was last read of the chart shown."""
        return self._read_of.get(self.name())

    def show_chart(self, name: TrendName) -> None:
        """Turn to a chart."""
        self.list.setCurrentRow(list(TrendName).index(name))

    def refresh(self, changes: frozenset[Change]) -> None:
        self.tools.operations.read(self, self._trends.offer, self.tools.language, then=self._show_offer, topic="offer")

    def _show_offer(self, offer: TrendOffer) -> None:
        self._offer = offer
        self.filters.show_offer(offer)
        self.views.show_views(offer.views)
        self._ask()

    def _turn_to(self, *, ask: bool = True) -> None:
        name = self.name()
        if name not in self._charts:
            made = self._charts[name] = self._make_chart(name)
            self.stack.addWidget(made)
            QTimer.singleShot(0, made, made.prepare)
        self.stack.setCurrentWidget(self._charts[name])
        self._dress()
        if ask:
            self._ask()

    def _make_chart(self, name: TrendName) -> Chart:
        wide = 0 if name not in (TrendName.EFFECTS, TrendName.COVERAGE) else 1
        heads = head_of(name, self.tools.language, self.filters.wanted().span)
        signal = say(self.tools.language, "trend.head.signal")
        left = {0, wide, *(range(len(heads)) if name in _WORDY else ()), heads.index(signal) if signal in heads else 0}
        columns = [
            Column(
                head,
                partial(_cell, at),
                width=_WORDS if at == wide and name not in _OVER else _NUMBERS,
                align="left" if at in left else "right",
                stretch=at == len(heads) - 1,
            )
            for at, head in enumerate(heads)
        ]
        empty = self.tr("Nothing within what is asked for. Widen the period or show all.")
        made = Chart(say(self.tools.language, f"trend.name.{name}"), columns, empty=empty)
        made.pressed.connect(self._go_behind)
        return made

    def _ask(self) -> None:
        """Read the chart shown; a newer filter puts an older one off."""
        self.tools.operations.read(
            self, self._gather, self.name(), self.filters.wanted(), then=self._show, topic="chart"
        )

    def _gather(self, name: TrendName, wanted: TrendFilter) -> _Read:
        language = self.tools.language
        trend = self._trends.chart(name, wanted, language)
        words = told(trend, language)
        marks = trend.marks if isinstance(trend, OverTime) else self._trends.marks(name, wanted)
        return _Read(name, trend, words, drawing_of(trend, words, language), marks)

    def _show(self, read: _Read) -> None:
        self._read_of[read.name] = read
        chart = self._charts[read.name]
        chart.show_chart(read.told.sentence, read.told.method, read.drawing, read.told.rows)
        if self._marks_open is not None and read.name is self.name():
            self._marks_open.show_marks(read.marks)
        self._dress()

    def _dress(self) -> None:
        read = self.shown()
        there = read is not None and bool(read.told.rows)
        self.picture_button.setEnabled(there)
        self.export_button.setEnabled(there)
        self.into_button.setEnabled(there)

    def _step(self, by: int) -> None:
        self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    # Views

    def _to_keep(self) -> tuple[TrendFilter, TrendName, object]:
        return self.filters.wanted(), self.name(), self.filters.length()

    def _choose_view(self, kept: dict[str, object]) -> None:
        self.list.blockSignals(True)
        self.show_chart(TrendName(str(kept.get("chart", TrendName.FAILS))))
        self.list.blockSignals(False)
        self._turn_to(ask=False)
        self.filters.choose(kept)

    # What can be done with a chart

    def show_marks(self) -> None:
        """The notes, phases, points left out and baselines of the chart shown."""
        read, wanted = self.shown(), self.filters.wanted()
        home = wanted.institutions[0] if len(wanted.institutions) == 1 else None
        dialog = MarksDialog(
            self.tools, self._trends, self._by, self.name(), read.marks if read else (), self._offer.institutions,
            home, self._offer.today, self,
        )  # fmt: skip
        self._marks_open = dialog
        dialog.finished.connect(self._marks_closed)
        dialog.open()

    def _marks_closed(self, _result: int) -> None:
        self._marks_open = None

    def into_report(self) -> None:
        """The chart, as it is asked for now, is to stand in the next quarterly report."""
        self.into_report_wanted.emit(self.name(), self.filters.wanted())

    def save_picture(self) -> None:
        """The chart with its sentence as a PNG file."""
        picture = self.chart().grab().toImage()

        def save(path: Path) -> None:
            target = path if path.suffix.casefold() == ".png" else path.with_name(path.name + ".png")
            self.tools.operations.read(
                self, lambda: picture.save(str(target)), then=lambda done: self._saved(target, done), topic="picture"
            )

        self.tools.prompts.save_path(
            self, self.tr("Save picture"), f"{self._file_name()}.png", self.tr("Picture (*.png)"), save
        )

    def _saved(self, path: Path, done: object) -> None:
        words = (
            self.tr("The picture was saved as {path}.")
            if done
            else self.tr("The picture could not be saved as {path}.")
        )
        self.tools.prompts.tell(self, self.tr("Save picture"), words.format(path=path))

    def export(self) -> None:
        """The figures of the chart as a workbook or CSV."""
        read = self.shown()
        if read is not None:
            export(self.tools, self, self.tr("Export figures"), self._file_name(), partial(write_figures, read.told))

    def _file_name(self) -> str:
        wanted = self.filters.wanted()
        return f"{say(self.tools.language, f'trend.name.{self.name()}')} {wanted.first} {wanted.last}"

    def show_course(self) -> None:
        """The share that failed of the item under the cursor of the table, month by month."""
        read, row = self.shown(), self.chart().table.currentIndex().row()
        if read is None or read.name not in _OF_ITEMS or not 0 <= row < len(read.told.keys):
            return
        item = read.told.keys[row].split("\n")[0]
        if not item.startswith("~"):
            self.show_chart(TrendName.FAILS)
            self.filters.narrow_to_item(item)

    def _go_behind(self, row: int) -> None:
        """To the rows behind a point, where there are any."""
        read = self.shown()
        if read is None or row >= len(read.told.keys):
            return
        wanted = self.filters.wanted()
        found = behind(read.name, read.told.keys[row], wanted, self._offer)
        if isinstance(read.trend, Effects) and (days := read.trend.rows[row].around) is not None:
            found = findings(wanted, days.first, days.last, home=days.institution_id)
        if isinstance(found, FindingFilter):
            self.findings_wanted.emit(found)
        elif isinstance(found, CaseFilter):
            self.cases_wanted.emit(found)
        elif isinstance(found, UUID):
            (self.person_wanted if read.name is TrendName.COVERAGE else self.measure_wanted).emit(found)


_OVER = frozenset({TrendName.FAILS, TrendName.COMPLAINTS, TrendName.MONEY, TrendName.TIERS, TrendName.CLOSING})
_OF_ITEMS = frozenset({TrendName.ITEMS, TrendName.ITEM_DEPARTMENT, TrendName.INSTITUTION_ITEM})
_WORDY = frozenset({TrendName.EFFECTS, TrendName.COVERAGE})


def write_figures(found: Told, path: Path) -> int:
    """The table of a chart as it is shown."""
    return write_table(path, SheetOut("1", found.head, found.rows))


def _cell(at: int, row: tuple[str, ...]) -> str:
    return row[at]
