"""All cases as a table: filters and saved filters, search, sorts of the database, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model import CaseFilter, CaseLine, Stage
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.service.exporting import export_cases
from qualitydesk.complaints.ui.case_filters import CaseFilters, is_narrowed
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.list_import import KINDS, ListImport
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.complaints.ui.saved_filters import SavedFilters
from qualitydesk.complaints.ui.short_names import ShortNames
from qualitydesk.complaints.ui.words import (
    channel_face,
    clock_words,
    left_tone,
    left_words,
    level_numeral,
    level_tone,
    patient_words,
    pause_words,
    provisional_words,
    step_face,
    step_words,
    subjects_words,
    tags_of,
)
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.dropping import DropGround, files_in
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.tools import Tools


class CasesPage(Page):
    """The newest first. Signals: `case_wanted(UUID)` one is to be seen."""

    concerns = frozenset({Change.CASES, Change.DIRECTORY})
    case_wanted = Signal(object)
    papers_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        directory: Directory,
        clock: Clock,
        intaking: Intaking,
        lists: ListImport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("All cases"))
        self._complaints = complaints
        self._directory = directory
        self._clock = clock
        self._intaking = intaking
        self._lists = lists
        self._today = date.min
        self._wanted = CaseFilter()
        self._names = ShortNames()
        self.filters = CaseFilters(tools.language)
        self.saved = SavedFilters(tools, self.filters.wanted)
        self._buttons.addWidget(self.saved)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda line, sort: (complaints.sort_value(line, sort or "received_at"), line.id),
            sort="received_at",
            descending=True,
            parent=self,
        )
        self.table = Table(self.lines, name=self.tr("Cases"), empty="", tools=tools, remember="cases", many=True)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table)
        self.body.setStretch(1, 1)
        self._bind()
        self._say_empty()

    def _bind(self) -> None:
        self._back: Callable[[], object] | None = None
        self.back_button = self.add_button(
            self.tr("Back to the chart"), "arrow-left", self._go_back, role="quiet", sequence="Esc"
        )
        self.back_button.hide()
        self.filters.clear.clicked.connect(lambda: self._came_by(None))
        if self._lists is not None:
            self.import_button = self.add_button(
                self.tr("Import…"),
                "upload",
                self.import_cases,
                role="quiet",
                sequence="Ctrl+I",
                words=self.tr("Import cases of an older list"),
            )
            DropGround(self, self.table.viewport(), parent=self).dropped.connect(self._dropped)
        self.add_button(self.tr("Export…"), "download", self._ask_names, role="quiet", sequence="Ctrl+E")
        self.add_button(
            self.tr("Papers…"),
            "printer",
            self._papers,
            role="quiet",
            sequence="Ctrl+P",
            words=self.tr("Forms of the cases chosen, the statistics of a month"),
        )
        self.add_button(
            self.tr("New complaint"), "plus", lambda: self._intaking.begin(self), role="primary", sequence="Ctrl+N"
        )
        self.bind(
            Key("Return", self.tr("Open the case")),
            Key("Ctrl+F", self.tr("Search"), self.filters.search.setFocus),
            Key("Ctrl+Shift+F", self.tr("More filters"), self.filters.more.click),
        )
        self.filters.changed.connect(self._filter)
        self.filters.settled.connect(self.table.setFocus)
        self.saved.picked.connect(self.filters.choose)
        self.table.opened.connect(lambda line: self.case_wanted.emit(line.id))
        self.lines.loaded.connect(self._loaded)

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, tip=_story, width=128, sort="number", whole=True),
            Column(
                self.tr("Received"), lambda line: line.received_at, text=_day, tip=_received, width=100,
                sort="received_at", whole=True
            ),
            Column(
                self.tr("Level"),
                lambda line: level_numeral(line.level),
                tone=lambda line: level_tone(line.level),
                align="center",
                width=48,
                sort="level",
            ),
            Column(
                self.tr("Institution"), lambda line: self._names.of(line.institution),
                tip=lambda line: line.institution, width=136, elide="left",
            ),
            Column(self.tr("Patient"), patient_words, width=72),
            Column(self.tr("Channel"), lambda line: channel_face(line.channel, language), width=136),
            Column(
                self.tr("Subjects"), self._subjects, tip=_story, stretch=True,
                tone=lambda line: "warning" if self._marks(line) else "",
            ),
            Column(
                self.tr("Step"),
                lambda line: step_face(line.step, language),
                tone=lambda line: "muted" if line.stage is Stage.DONE else "",
                tip=lambda line: step_words(line.step, language),
                width=128,
                whole=True,
            ),
            Column(self.tr("Handler"), lambda line: line.handler, width=72),
            Column(
                self.tr("Next due"), self._due_words, tone=self._due_tone, tip=self._due_tip, align="right",
                width=120, sort="next_due_at",
            ),
            Column(
                self.tr("Closed"), lambda line: line.closed_at, text=_day, tip=_closed, width=100, sort="closed_at",
                whole=True
            ),
        )  # fmt: skip

    def _marks(self, line: CaseLine) -> str:
        return " · ".join(tags_of(line, self._clock.now()))

    def _subjects(self, line: CaseLine) -> str:
        """What else is to be seen at a glance stands before them."""
        parts = (self._marks(line), subjects_words(line, self.tools.language))
        return " · ".join(part for part in parts if part)

    def _due_words(self, line: CaseLine) -> str:
        """Time left or past; of a case that rests since when."""
        if line.rests(self._clock.now()):
            return self.tr("Paused {day}").format(day=moment_words(line.paused_since)[5:10])
        if line.next_due_at is None:
            return ""
        return self._marked(line, left_words(line.next_due_at, self._clock.now(), self.tools.language))

    def _marked(self, line: CaseLine, due: str) -> str:
        """With a word where the nearest clock hangs on a notice to come."""
        return provisional_words(due, self.tools.language) if line.next_due_at in line.unsettled else due

    def _due_tone(self, line: CaseLine) -> str:
        if line.rests(self._clock.now()):
            return "warning"
        return left_tone(line.next_due_at, self._clock.now(), limit=True) if line.next_due_at is not None else ""

    def _due_tip(self, line: CaseLine) -> str:
        if line.rests(self._clock.now()):
            return f"{pause_words(line.pause_reason, self.tools.language)} · {moment_words(line.paused_since)}"
        if line.next_due_at is None:
            return ""
        due = self._marked(line, moment_words(line.next_due_at))
        return f"{clock_words(line.next_clock, self.tools.language)} · {due}"

    def _fetch(self, wanted: CaseFilter) -> Callable[[Any, int, str, bool], Sequence[CaseLine]]:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[CaseLine]:
            sort = sort or "received_at"
            return self._complaints.lines(wanted, after=after, limit=limit, sort=sort, descending=descending)

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def show_list(self, wanted: CaseFilter, back: Callable[[], object] | None = None) -> None:
        """Show a list another page asks for. `back` leads to the chart it stands for."""
        self.filters.choose(wanted)
        self._came_by(back)

    def _came_by(self, back: Callable[[], object] | None) -> None:
        self._back = back
        self.back_button.setVisible(back is not None)

    def _go_back(self) -> None:
        if self._back is not None:
            self._back()

    def refresh(self, changes: frozenset[Change]) -> None:
        """The cases; what the filters offer only when that changed."""
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, read_offer, self._directory, self._clock, then=self._show_offer)
        self._count()
        self.lines.reload()

    def _show_offer(self, offer: CaseOffer) -> None:
        self._today = offer.today
        self.filters.show_offer(offer)
        self._names.follow(one.name for one in offer.institutions)
        self.table.fit_anew()
        self.saved.follow()

    def _filter(self, wanted: CaseFilter) -> None:
        self._wanted = wanted
        self.saved.follow()
        self._say_empty()
        self._count()
        self.lines.use(self._fetch(wanted))

    def _count(self) -> None:
        self.tools.operations.read(self, self._complaints.count, self._wanted, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        self.set_note(self.tr("1 case") if count == 1 else self.tr("{count} cases").format(count=count))

    def _say_empty(self) -> None:
        if is_narrowed(self._wanted):
            words = self.tr('No case fits. "Show all" takes the filters away.')
        else:
            words = self.tr(
                'No complaint yet. "New complaint" (Ctrl+N) takes the first one in; "Import" takes an older list over.'
            )
        self.table.say_empty(words)

    def _loaded(self, rows: int) -> None:
        """Enter opens the newest case without choosing a row first."""
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def import_cases(self, path: Path | None = None) -> None:
        """Take an older list over."""
        if self._lists is not None:
            self._lists.begin(self, path if isinstance(path, Path) else None)

    def _dropped(self, data: QMimeData) -> None:
        found = [path for path in files_in(data) if path.suffix.casefold() in KINDS]
        if found:
            self.import_cases(found[0])

    def _papers(self) -> None:
        self.papers_wanted.emit([line.id for line in self.table.chosen_rows() if isinstance(line, CaseLine)])

    def _ask_names(self) -> None:
        """With names for the clinic's own use, without for a report that leaves it."""
        choices = [(True, self.tr("With names and telephones")), (False, self.tr("Without names and telephones"))]
        self.tools.prompts.choose(
            self,
            self.tr("Export cases"),
            self.tr("The list as it is filtered now, newest first."),
            choices,
            yes=self.tr("Choose the file…"),
            then=lambda names: self._export(bool(names)),
        )

    def _export(self, names: bool) -> None:
        write: Callable[[Path], int] = partial(_written, self._complaints, self._wanted, self.tools.language, names)
        export(self.tools, self, self.tr("Export cases"), f"{self.tr('Cases')} {self._today.isoformat()}", write)


def _written(complaints: Complaints, wanted: CaseFilter, language: str, names: bool, path: Path) -> int:
    return export_cases(complaints, path, wanted, language, names=names)


def _received(line: CaseLine) -> str:
    return moment_words(line.received_at)


def _closed(line: CaseLine) -> str:
    return moment_words(line.closed_at)


def _day(at: object) -> str:
    return moment_words(at)[:10]


def _story(line: CaseLine) -> str:
    return line.narrative
