"""Measures: every one, by state, age, institution, owner, urgency; what is late stands first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QPushButton, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import MeasureDraft, MeasureFilter, MeasureLine, MeasureState, Urgency
from qualitydesk.measures.service import Measures
from qualitydesk.measures.ui.ageing_bar import AgeingBar
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.measures.ui.offer import MeasureOffer, read_offer
from qualitydesk.measures.ui.words import (
    STATE_TONES,
    URGENCY_TONES,
    check_tone,
    check_words,
    due_tone,
    due_words,
    state_words,
    urgency_words,
)

PAUSE = 200  # ms after the last letter typed before the list is searched
WAITING = "waiting"  # what is still to be done: open or reported
DUE = "due"  # what is to be seen to now, as the first page counts it
Shown = MeasureState | str | None
SHOWN: tuple[Shown, ...] = (
    DUE,
    WAITING,
    MeasureState.OPEN,
    MeasureState.REPORTED,
    MeasureState.CLOSED,
    MeasureState.DROPPED,
    None,
)
FIRST = MeasureFilter(waiting=True)


class MeasuresPage(Page):
    """The list of measures, the nearest due date first.

    Signals: `measure_wanted(UUID)` one is to be looked at.
    """

    concerns = frozenset({Change.MEASURES, Change.DIRECTORY})
    measure_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        measures: Measures,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Measures"))
        self._measures = measures
        self._directory = directory
        self._by = by
        self._today = date.min
        self._wanted = FIRST
        self.states: dict[Shown, QPushButton] = {}
        self._make_filters()
        self.ageing = AgeingBar(tools.language)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda line, sort: (getattr(line, sort or "due_on"), line.id),
            sort="due_on",
            parent=self,
        )
        self.table = Table(self.lines, name=self.tr("Measures"), empty="", tools=tools, remember="measures")
        first = hbox(*self._state_buttons(), None, self.search)
        first.setStretchFactor(self.search, 2)
        self.body.addWidget(self.ageing)
        self.body.addLayout(first)
        self.body.addLayout(hbox(self.institution, self.owner, self.urgency, self.overdue, self.clear, None))
        self.body.addWidget(self.table)
        self.body.setStretch(3, 1)
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.add_button(self.tr("New measure"), "plus", self._begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Return", self.tr("Open the measure")),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
            Key("Ctrl+O", self.tr("Only those overdue"), self.overdue.click),
        )
        self.ageing.picked.connect(lambda _age: self._filter())
        self.table.opened.connect(self._open)
        self.lines.loaded.connect(self._stand_on_first)
        self._say_empty()

    def _make_filters(self) -> None:
        language = self.tools.language
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.owner = Picker(optional=True, placeholder=self.tr("All owners"))
        self.urgency = Picker(
            [Choice(one, urgency_words(one, language)) for one in Urgency],
            optional=True,
            placeholder=self.tr("Any urgency"),
        )
        for picker, name in (
            (self.institution, self.tr("Institution")),
            (self.owner, self.tr("Owner")),
            (self.urgency, self.tr("Urgency")),
        ):
            picker.setAccessibleName(name)
            picker.picked.connect(lambda _key: self._filter())
        self.overdue = QCheckBox(self.tr("Overdue only"))
        self.overdue.toggled.connect(lambda _on: self._filter())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, what is to be done, owner"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
        self.search.setMaximumWidth(40 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_the_list)
        self.clear = button(self.tr("Show all"), do=self._show_all, role="quiet")

    def _state_buttons(self) -> Sequence[QPushButton]:
        group = QButtonGroup(self)
        for state in SHOWN:
            made = self.states[state] = button("")
            made.setCheckable(True)
            group.addButton(made)
            made.clicked.connect(lambda _checked=False: self._filter())
        self.states[WAITING].setChecked(True)
        self._show_counts({})
        self._show_due_count(0)
        return list(self.states.values())

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=160, sort="number"),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: STATE_TONES[line.state],
                width=120,
            ),
            Column(
                self.tr("What is to be done"),
                lambda line: line.task.replace("\n", " "),
                tip=lambda line: line.task,
                stretch=True,
            ),
            Column(self.tr("Owner"), lambda line: line.owner, tip=lambda line: line.department, width=88),
            Column(self.tr("Institution"), lambda line: line.institution, width=112),
            Column(
                self.tr("Urgency"),
                lambda line: "" if line.urgency is Urgency.ORDINARY else urgency_words(line.urgency, language),
                tone=lambda line: URGENCY_TONES[line.urgency],
                width=80,
            ),
            Column(
                self.tr("Due"),
                lambda line: due_words(line, self._today),
                tone=lambda line: due_tone(line, self._today),
                width=200,
                sort="due_on",
            ),
            Column(self.tr("Set on"), lambda line: line.opened_on, text=day_words, width=104, sort="opened_at"),
            Column(self.tr("Re-check, effect"), lambda line: check_words(line, language), tone=check_tone, width=144),
        )

    def _fetch(self, wanted: MeasureFilter) -> Callable[[Any, int, str, bool], Sequence[MeasureLine]]:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[MeasureLine]:
            return self._measures.lines(wanted, after=after, limit=limit, sort=sort or "due_on", descending=descending)

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def refresh(self, changes: frozenset[Change]) -> None:
        """Measures, their counts and ages; what the pickers offer only when the directory changed."""
        read = self.tools.operations.read
        if Change.DIRECTORY in changes:
            read(self, read_offer, self._directory, self._measures.deadlines, then=self._show_offer)
        read(self, self._measures.today, then=self._show_today)
        read(self, self._measures.states, then=self._show_counts, topic="states")
        read(self, self._measures.due_count, then=self._show_due_count, topic="due")
        self._read_ageing()
        self.lines.reload()

    def _read_ageing(self) -> None:
        home = self._wanted.institution_id
        self.tools.operations.read(self, self._measures.ageing, home, then=self.ageing.show_ageing)

    def _show_today(self, today: date) -> None:
        self._today = today

    def _show_offer(self, offer: MeasureOffer) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.institution.setVisible(len(offer.institutions) > 1)
        self.owner.show_choices(offer.people_choices())

    def _show_counts(self, counts: Mapping[MeasureState, int]) -> None:
        for state, made in self.states.items():
            if state == DUE:
                continue
            if isinstance(state, MeasureState):
                words, count = state_words(state, self.tools.language), counts.get(state, 0)
            elif state == WAITING:
                words = self.tr("To be done")
                count = counts.get(MeasureState.OPEN, 0) + counts.get(MeasureState.REPORTED, 0)
            else:
                words, count = self.tr("All"), sum(counts.values())
            made.setText(self.tr("{words} {count}").format(words=words, count=count))

    def _show_due_count(self, count: int) -> None:
        self.states[DUE].setText(self.tr("{words} {count}").format(words=self.tr("Due now"), count=count))

    def show_due(self) -> None:
        """Narrow the list to what is to be seen to now, the other filters away."""
        self._show_only(DUE)

    def show_waiting(self) -> None:
        """Narrow the list to what is to be done or judged, likewise."""
        self._show_only(WAITING)

    def _show_only(self, shown: Shown) -> None:
        self._clear_filters()
        self.states[shown].setChecked(True)
        self._filter()

    def wanted(self) -> MeasureFilter:
        """The filter as it stands."""
        institution, owner, urgency = (one.chosen() for one in (self.institution, self.owner, self.urgency))
        state = next(state for state, made in self.states.items() if made.isChecked())
        return MeasureFilter(
            state=state if isinstance(state, MeasureState) else None,
            waiting=state == WAITING,
            due=state == DUE,
            institution_id=institution if isinstance(institution, UUID) else None,
            owner_id=owner if isinstance(owner, UUID) else None,
            urgency=Urgency(str(urgency)) if urgency is not None else None,
            overdue=self.overdue.isChecked(),
            age=self.ageing.chosen(),
            text=self.search.text().strip(),
        )

    def _filter(self) -> None:
        wanted = self.wanted()
        if wanted == self._wanted:
            return
        moved = wanted.institution_id != self._wanted.institution_id
        self._wanted = wanted
        if moved:
            self._read_ageing()
        self._say_empty()
        self.lines.use(self._fetch(wanted))

    def _show_all(self) -> None:
        self._clear_filters()
        self.states[None].setChecked(True)
        self._filter()

    def _clear_filters(self) -> None:
        for picker in (self.institution, self.owner, self.urgency):
            picker.choose(None)
        self.overdue.setChecked(False)
        self.search.clear()
        self.ageing.clear()

    def _say_empty(self) -> None:
        if self._wanted == FIRST:
            words = self.tr('Nothing is waiting to be put right. Set a measure from findings, or with "New measure".')
        elif self._wanted == MeasureFilter(due=True):
            words = self.tr("Nothing is due now: nothing to be done today, to be judged or to be checked again.")
        elif self._wanted == MeasureFilter():
            words = self.tr(
                "No measures yet. Mark findings in a round's result and set one from there, or begin here with "
                '"New measure".'
            )
        else:
            words = self.tr('No measure fits. "Show all" takes the filters away.')
        self.table.say_empty(words)

    def _to_the_list(self) -> None:
        self._pause.stop()
        self._filter()
        self.table.setFocus()

    def _stand_on_first(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _open(self, row: object) -> None:
        if isinstance(row, MeasureLine):
            self.measure_wanted.emit(row.id)

    def _begin(self) -> None:
        self.tools.operations.read(
            self, read_offer, self._directory, self._measures.deadlines, then=self._ask, topic="new measure"
        )

    def _ask(self, offer: MeasureOffer) -> None:
        dialog = MeasureDialog(self.tools, offer, MeasureDraft(), parent=self)
        dialog.writes(self._measures.open_measure, self._by(), then=self.measure_wanted.emit)
        dialog.open()

    def _export(self) -> None:
        title = self.tr("Export measures")
        write = partial(self._measures.export, wanted=self._wanted, language=self.tools.language)
        export(self.tools, self, title, f"{self.tr('Measures')} {self._today.isoformat()}", write)
