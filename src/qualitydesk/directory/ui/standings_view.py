"""Who was whose superior on a day: pick the day, search, open a person, export what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.directory.model import EmployeeFilter, Institution, Standing
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.offer import chosen_id
from qualitydesk.directory.ui.people_view import PAUSE
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GAP, GRID
from qualitydesk.kit.tools import Tools


class StandingsView(QWidget):
    """People with place, superior and head as on the day picked.

    Signals: `opened(employee id)` by Enter or double click.
    """

    opened = Signal(object)

    def __init__(self, tools: Tools, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._directory = directory
        self._asked = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._filter)
        self.day = DayPicker()
        self.day.setAccessibleName(self.tr("Day"))
        self.day.picked.connect(lambda _day: self._filter())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, part of the name, or its initials"))
        self.search.setAccessibleName(self.tr("Search people"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(40 * GRID)
        self.search.textChanged.connect(lambda _typed: self._pause.start())
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.setMinimumWidth(24 * GRID)
        self.institution.picked.connect(lambda _key: self._filter())
        self.standings = PagedModel(
            self._columns(), tools.operations, self._nothing, after_of=_after, sort="number", parent=self
        )
        self.table = Table(
            self.standings,
            name=self.tr("People on a day"),
            empty=self.tr("Nobody fits on that day."),
            tools=tools,
            remember="directory.standings",
        )
        self.table.opened.connect(lambda standing: self.opened.emit(standing.id))
        line = hbox(label(self.tr("As on")), self.day, self.search, self.institution, None)
        hint = self.tr("Whoever stood above somebody on the day of an act answers along with that person.")
        column = vbox(line, label(hint, "caption", wrap=True), self.table, gap=GAP)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setStretch(2, 1)
        self.setLayout(column)

    def load(self) -> None:
        """Read anew; the first time the day is today."""
        self.tools.operations.read(self, self._directory.institutions, then=self._offer)
        if self.day.day() is None or not self._asked:
            self.tools.operations.read(self, self._directory.today, then=self._begin)
        else:
            self._filter()

    def save(self) -> None:
        """Export what the list shows."""
        day = self.day.day()
        if day is not None:
            title = self.tr("Export people on a day")
            name = self.tr("People on {day}").format(day=day_words(day))
            export(self.tools, self, title, name, partial(self._write, self._wanted(), day))

    def _write(self, wanted: EmployeeFilter, day: date, path: Path) -> int:
        return self._directory.roster.write_standings(path, self.tools.language, wanted, day)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Number"), lambda row: row.person.number, width=96, sort="number"),
            Column(self.tr("Name"), lambda row: row.person.name, width=120, sort="name"),
            Column(self.tr("Institution"), lambda row: row.person.institution, width=176),
            Column(self.tr("Department"), lambda row: row.person.department, width=128),
            Column(self.tr("Post"), lambda row: row.person.post, width=120),
            Column(self.tr("Superior"), lambda row: row.person.superior, width=120),
            Column(self.tr("Head of department"), lambda row: row.head, width=120, stretch=True),
        )

    def _begin(self, today: date) -> None:
        self._asked = True
        self.day.set_day(today)
        self._filter()

    def _offer(self, institutions: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(found.id, found.name, found.code) for found in institutions])

    def _wanted(self) -> EmployeeFilter:
        return EmployeeFilter(self.search.text(), chosen_id(self.institution))

    def _filter(self) -> None:
        day = self.day.day()
        if day is not None:
            self.standings.use(self._fetch_of(self._wanted(), day))

    def _fetch_of(self, wanted: EmployeeFilter, day: date) -> Callable[..., Sequence[Standing]]:
        def fetch(after: tuple[str, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[Standing]:
            return self._directory.terms.standings(
                wanted, day, after=after, limit=limit, sort=sort, descending=descending
            )

        return fetch

    @staticmethod
    def _nothing(_after: object, _limit: int, _sort: str, _descending: bool) -> Sequence[Standing]:
        return ()


def _after(standing: Standing, sort: str) -> tuple[str, UUID]:
    return (standing.person.name if sort == "name" else standing.person.number), standing.id
