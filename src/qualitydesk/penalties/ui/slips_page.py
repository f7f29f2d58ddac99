"""Penalties and rewards: every slip, found by state, institution, number or person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.dropping import DropGround
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approvers, SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.act_dialog import ActDialog, ActOffer
from qualitydesk.penalties.ui.explaining import explain_from, total_column, why_key
from qualitydesk.penalties.ui.list_papers import ListPapers, correctable, publishable
from qualitydesk.penalties.ui.many_dialogs import ApproveManyDialog, CloseManyDialog, IssueManyDialog
from qualitydesk.penalties.ui.slip_course import SlipCourse
from qualitydesk.penalties.ui.words import (
    TONES,
    age_tone,
    age_words,
    event_words,
    line_tone,
    line_words,
    state_words,
)

if TYPE_CHECKING:
    from qualitydesk.penalties.service.batch import Opened

PAUSE = 200  # ms after the last letter typed before the list is searched
SHOWN: Mapping[SlipState | None, frozenset[SlipState]] = {
    None: frozenset(),
    SlipState.PROPOSED: frozenset({SlipState.PROPOSED}),
    SlipState.APPROVED: frozenset({SlipState.APPROVED}),
    SlipState.ISSUED: frozenset({SlipState.ISSUED}),
    SlipState.APPEALED: frozenset({SlipState.APPEALED}),
    SlipState.ACKNOWLEDGED: frozenset({SlipState.ACKNOWLEDGED, SlipState.REFUSED, SlipState.UPHELD, SlipState.REDUCED}),
    SlipState.CLOSED: frozenset({SlipState.DEDUCTED, SlipState.CLOSED}),
    SlipState.WITHDRAWN: frozenset({SlipState.WITHDRAWN}),
}
"""The buttons above the list, by the state that names them: what each shows."""


class SlipsPage(Page):
    """The list of slips, newest first.

    Signals: `slip_wanted(UUID)` a slip is to be looked at.
    """

    concerns = frozenset({Change.SLIPS, Change.DIRECTORY})
    slip_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
        *,
        opened: Opened | None = None,
    ) -> None:
        """`opened` opens the same database in another process, where many slips are worked on."""
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Penalties and rewards"))
        self._penalties = penalties
        self._directory = directory
        self._by = by
        self._opened = opened
        self._today: date | None = None
        self._wanted = SlipFilter()
        self.states: dict[SlipState | None, QPushButton] = {}
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Slip number, staff number or name"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
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
        self.body.addLayout(hbox(*self._state_buttons(), None))
        filters = hbox(self.institution, self.search, None)  # the search alone stands at the left
        filters.setStretch(0, 1)
        filters.setStretch(1, 2)
        self.body.addLayout(filters)
        self.body.addWidget(self.table)
        self.course = SlipCourse(tools, penalties, directory, by, lambda: None, self)
        DropGround(self, self.table.viewport(), parent=self).dropped.connect(self.course.dropped)
        self.papers = ListPapers(tools, penalties, by, self, opened)
        explain_from(self.table, tools, penalties, lambda line: line.id, self.slip_wanted.emit)
        self._add_verbs()
        self.print_button = self.add_button(
            self.tr("Print"),
            "printer",
            self._print,
            sequence="Ctrl+P",
            words=self.tr("Print the issued slips that are chosen"),
            gives_way=True,
        )
        self.bind(
            Key("Return", self.tr("Open the slip")),
            Key("Shift+Down", self.tr("Choose several")),
            Key("Ctrl+A", self.tr("Choose all that are loaded"), self.table.selectAll),
            Key("Ctrl+Return", self.tr("Approve or issue those chosen, whichever is next"), self._next),
            why_key(),
            Key("Ctrl+Shift+V", self.tr("Keep what was copied as a scan"), self.course.paste),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
        )
        self.institution.picked.connect(lambda _key: self._filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_the_list)
        self._pause.timeout.connect(self._filter)
        self.table.opened.connect(self._open)
        self.lines.loaded.connect(self._stand_on_newest)

    def _add_verbs(self) -> None:
        self.act_button = self.add_button(
            self.tr("Act…"), "plus", self._tell_act, sequence="Ctrl+N", words=self.tr("An act outside a round")
        )
        self.scans_button = self.add_button(
            self.tr("Scans…"),
            "upload",
            self.course.choose_files,
            sequence="Ctrl+O",
            words=self.tr("Keep signed scans"),
            gives_way=True,
        )
        self.close_button = self.add_button(
            self.tr("Close…"), "check", self._close, sequence="Ctrl+E", words=self.tr("Close those chosen")
        )
        self.notice_button = self.add_button(
            self.tr("Notice…"),
            "directory",
            self._publish,
            sequence="Ctrl+Shift+N",
            words=self.tr("Personnel notice on those chosen"),
        )
        self.correct_button = self.add_button(
            self.tr("Correct…"),
            "directory",
            self._correct,
            sequence="Ctrl+Shift+K",
            words=self.tr("Correcting notice on those chosen"),
        )
        self.approve_button = self.add_button(self.tr("Approve…"), "signature", self._approve)
        self.issue_button = self.add_button(self.tr("Issue…"), "stamp", self._issue)
        self.table.selectionModel().selectionChanged.connect(lambda *_rows: self._show_verbs())
        self.lines.modelReset.connect(self._show_verbs)
        self._show_verbs()

    def chosen(self, *states: SlipState) -> list[SlipLine]:
        """The slips chosen in the list that stand in one of these states; all chosen without any."""
        rows = [row for row in self.table.chosen_rows() if isinstance(row, SlipLine)]
        return [row for row in rows if not states or row.state in states]

    def _show_verbs(self) -> None:
        """What those chosen can do next is offered, with how many of them."""
        closable = SHOWN[SlipState.ACKNOWLEDGED] | {SlipState.DEDUCTED, SlipState.ISSUED}
        for made, count in (
            (self.approve_button, len(self.chosen(SlipState.PROPOSED))),
            (self.issue_button, len(self.chosen(SlipState.APPROVED))),
            (self.close_button, len(self.chosen(*closable))),
            (self.notice_button, len(publishable(self.chosen()))),
        ):
            made.setEnabled(bool(count))
        self.correct_button.setVisible(bool(correctable(self.chosen())))

    def _next(self) -> None:
        for made in (self.approve_button, self.issue_button):
            if made.isEnabled():
                made.click()
                return

    def _approve(self) -> None:
        lines = self.chosen(SlipState.PROPOSED)
        if lines:
            ids = [line.id for line in lines]
            then = partial(self._ask_approval, lines)
            self.tools.operations.read(self, self._penalties.approvers_of, ids, then=then)

    def _ask_approval(self, lines: Sequence[SlipLine], allowed: Approvers) -> None:
        if not allowed.people or self._today is None:
            words = self.tr(
                "By the rulebook only {posts} may approve. Nobody holds that post today but those concerned in these "
                "slips, or who drafted them."
            )
            told = words.format(posts=" / ".join(allowed.posts))
            self.tools.prompts.tell(self.window(), self.tr("Nobody can approve yet"), told)
            return
        dialog = ApproveManyDialog(
            self.tools, self._penalties, lines, allowed, self._today, self._by(), self.window(), opened=self._opened
        )
        dialog.over.connect(lambda ids: self.papers.print_slips(ids) if dialog.issue_box.isChecked() else None)
        dialog.open()

    def _issue(self) -> None:
        lines = self.chosen(SlipState.APPROVED)
        if lines:
            dialog = IssueManyDialog(self.tools, self._penalties, lines, self._by(), self.window(), opened=self._opened)
            dialog.over.connect(self.papers.print_slips)
            dialog.open()

    def _close(self) -> None:
        lines = self.chosen(*SHOWN[SlipState.ACKNOWLEDGED], SlipState.DEDUCTED, SlipState.ISSUED)
        if lines:
            by, window = self._by(), self.window()
            CloseManyDialog(self.tools, self._penalties, lines, by, window, opened=self._opened).open()

    def _publish(self) -> None:
        self.papers.publish(self.chosen(), self._today)

    def _correct(self) -> None:
        self.papers.correct(self.chosen())

    def _tell_act(self) -> None:
        self.tools.operations.read(self, self._act_offer, then=self._ask_act)

    def _act_offer(self) -> ActOffer:
        people, items = self._directory.people(), self._penalties.act_items()
        return ActOffer(tuple(people), tuple(items), self._penalties.now())

    def _ask_act(self, offer: ActOffer) -> None:
        ActDialog(self.tools, self._penalties, offer, self._by, self._open, self.window()).open()

    def _print(self) -> None:
        """The issued papers of the slips chosen, as one file."""
        self.papers.print_slips([line.id for line in self.chosen()])

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
            Column(self.tr("Number"), lambda line: line.number, width=152, whole=True),
            Column(self.tr("Employee"), lambda line: f"{line.employee} ({line.employee_number})", width=128),
            Column(
                self.tr("Institution"),
                lambda line: line.institution,
                tip=lambda line: line.institution,
                stretch=True,
                elide="left",
            ),
            Column(self.tr("Day of the act"), lambda line: line.act_day, text=day_words, align="right", width=104),
            Column(self.tr("Round or case"), lambda line: event_words(line, language), width=152, whole=True),
            Column(
                self.tr("Rung or level"),
                lambda line: line_words(line, language),
                tone=line_tone,
                width=120,
                whole=True,
            ),
            total_column(self.tr("Total"), 88),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: TONES[line.state],
                width=88,
            ),
            Column(self.tr("Since"), self._age, tone=self._age_tone, width=176),
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
        read(self, self._directory.today, then=self._set_today)
        read(self, self._penalties.waiting, then=self._show_counts)
        self.lines.reload()

    def _age(self, line: SlipLine) -> str:
        return age_words(line, self._today, self.tools.language) if self._today else ""

    def _age_tone(self, line: SlipLine) -> str:
        return age_tone(line, self._today) if self._today else ""

    def _set_today(self, today: date) -> None:
        if today != self._today:
            self._today = today
            self.table.viewport().update()

    def _show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _show_counts(self, counts: Mapping[SlipState, int]) -> None:
        for state, made in self.states.items():
            count = sum(counts.get(one, 0) for one in SHOWN[state]) if state else sum(counts.values())
            made.setText(self.tr("{words} {count}").format(words=self._group_words(state), count=count))

    def _group_words(self, state: SlipState | None) -> str:
        """What a button above the list is called."""
        if state is None:
            return self.tr("All")
        if state is SlipState.ACKNOWLEDGED:
            return self.tr("Answered")
        return self.tr("Done") if state is SlipState.CLOSED else state_words(state, self.tools.language)

    def _filter(self) -> None:
        institution = self.institution.chosen()
        wanted = SlipFilter(
            states=SHOWN[next(state for state, made in self.states.items() if made.isChecked())],
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
