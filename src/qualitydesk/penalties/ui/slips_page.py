"""Penalties and rewards: every slip, found by state, institution, number or person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model import SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.words import TONES, fen_words, line_tone, line_words, state_words

PAUSE = 200  # ms after the last letter typed before the list is searched
SHOWN = (None, SlipState.PROPOSED, SlipState.APPROVED, SlipState.ISSUED, SlipState.WITHDRAWN)


class SlipsPage(Page):
    """The list of slips, newest first.

    Signals: `slip_wanted(UUID)` a slip is to be looked at.
    """

    concerns = frozenset({Change.SLIPS, Change.DIRECTORY})
    slip_wanted = Signal(object)

    def __init__(self, tools: Tools, penalties: Penalties, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Penalties and rewards"))
        self._penalties = penalties
        self._directory = directory
        self._wanted = SlipFilter()
        self.states: dict[SlipState | None, QPushButton] = {}
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Slip number, staff number or name"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
        self.search.setMaximumWidth(40 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda line, _sort: (line.proposed_at, line.id),
            parent=self,
        )
        self.table = Table(self.lines, name=self.tr("Slips"), empty="", tools=tools, remember="slips", many=True)
        self._say_empty()
        filters = hbox(*self._state_buttons(), None, self.institution, self.search)
        filters.setStretchFactor(self.search, 2)
        self.body.addLayout(filters)
        self.body.addWidget(self.table)
        self.print_button = self.add_button(
            self.tr("Print chosen…"),
            "printer",
            self._print,
            sequence="Ctrl+P",
            words=self.tr("Print the issued slips that are chosen"),
        )
        self.bind(
            Key("Return", self.tr("Open the slip")),
            Key("Shift+Down", self.tr("Choose several")),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
        )
        self.institution.picked.connect(lambda _key: self._filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_the_list)
        self._pause.timeout.connect(self._filter)
        self.table.opened.connect(self._open)
        self.lines.loaded.connect(self._stand_on_newest)

    def _print(self) -> None:
        """The issued papers of the slips chosen, as one file."""
        chosen = [row.id for row in self.table.chosen_rows() if isinstance(row, SlipLine)]
        title = self.tr("{count} slips").format(count=len(chosen))
        if chosen:
            query = partial(self._penalties.originals, chosen)
            PreviewDialog(self.tools, title, query, suggested_name(title), kind="slip", parent=self.window()).open()

    def _state_buttons(self) -> Sequence[QPushButton]:
        group = QButtonGroup(self)
        for state in SHOWN:
            made = self.states[state] = button("")
            made.setCheckable(True)
            group.addButton(made)
            made.clicked.connect(lambda _checked=False: self._filter())
        self.states[None].setChecked(True)
        self._show_counts({})
        return list(self.states.values())

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=160),
            Column(self.tr("Employee"), lambda line: f"{line.employee} ({line.employee_number})", width=144),
            Column(self.tr("Institution"), lambda line: line.institution, stretch=True),
            Column(self.tr("Day of the act"), lambda line: line.act_day, text=day_words, align="right", width=112),
            Column(self.tr("Round or case"), lambda line: line.event_number, width=160),
            Column(
                self.tr("Rung or level"),
                lambda line: line_words(line, language),
                tone=line_tone,
                width=128,
            ),
            Column(self.tr("Total"), lambda line: line.total, text=fen_words, align="right", width=96),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: TONES[line.state],
                width=88,
            ),
            Column(self.tr("Proposed"), lambda line: line.proposed_at, text=moment_words, align="right", width=136),
        )

    def _fetch(self, wanted: SlipFilter) -> Callable[[Any, int, str, bool], Sequence[SlipLine]]:
        def fetch(after: tuple[datetime, UUID] | None, limit: int, _sort: str, _descending: bool) -> Sequence[SlipLine]:
            return self._penalties.lines(wanted, after=after, limit=limit)

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def refresh(self, changes: frozenset[Change]) -> None:
        """Slips and their counts; institutions only when the directory changed."""
        read = self.tools.operations.read
        if Change.DIRECTORY in changes:
            read(self, self._directory.institutions, then=self._show_institutions)
        read(self, self._penalties.waiting, then=self._show_counts)
        self.lines.reload()

    def _show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _show_counts(self, counts: Mapping[SlipState, int]) -> None:
        for state, made in self.states.items():
            words = state_words(state, self.tools.language) if state else self.tr("All")
            count = counts.get(state, 0) if state else sum(counts.values())
            made.setText(self.tr("{words} {count}").format(words=words, count=count))

    def _filter(self) -> None:
        institution = self.institution.chosen()
        wanted = SlipFilter(
            state=next(state for state, made in self.states.items() if made.isChecked()),
            institution_id=institution if isinstance(institution, UUID) else None,
            text=self.search.text().strip(),
        )
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._say_empty()
        self.lines.use(self._fetch(wanted))

    def _say_empty(self) -> None:
        if self._wanted == SlipFilter():
            words = self.tr("No slips yet. Finish a round and propose what the rule provides for.")
        else:
            words = self.tr("No slip fits. Choose another state or search for something else.")
        self.table.say_empty(words)

    def _to_the_list(self) -> None:
        """Enter in the search line searches at once and goes to the hits."""
        self._pause.stop()
        self._filter()
        self.table.setFocus()

    def _stand_on_newest(self, rows: int) -> None:
        """Enter opens the newest slip without choosing a row first."""
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _open(self, row: object) -> None:
        if isinstance(row, SlipLine):
            self.slip_wanted.emit(row.id)
