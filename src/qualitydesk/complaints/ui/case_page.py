"""One case: its eleven steps with the clocks, everything known of it on tabs, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import DEFAULT_ZONE, Clock
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Stage, Step
from qualitydesk.complaints.rules.records import CASE_RECORD
from qualitydesk.complaints.service import CasePapers, Complaints
from qualitydesk.complaints.ui.case_menu import CaseMenu
from qualitydesk.complaints.ui.case_verbs import CaseVerbs
from qualitydesk.complaints.ui.clock_row import ClockRow
from qualitydesk.complaints.ui.revealing import Revealing
from qualitydesk.complaints.ui.step_bar import CaseStepBar
from qualitydesk.complaints.ui.tabs.after_care import AfterCareTab
from qualitydesk.complaints.ui.tabs.base import Desk, Shown, Tab
from qualitydesk.complaints.ui.tabs.facts import FactsTab
from qualitydesk.complaints.ui.tabs.files import FilesTab
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.complaints.ui.tabs.notes import NotesTab
from qualitydesk.complaints.ui.tabs.papers import PapersTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.complaints.ui.tabs.severity import SeverityTab
from qualitydesk.complaints.ui.tabs.solution import SolutionTab
from qualitydesk.complaints.ui.words import level_tone, level_words, pause_words, step_words
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.records import show_record
from qualitydesk.kit.explain_dialog import why_key
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, Chip, hbox, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members

MINUTE = 60_000  # ms: the time left is told anew
TABS: tuple[type[Tab], ...] = (
    FactsTab,
    NotesTab,
    PeopleTab,
    SeverityTab,
    SolutionTab,
    MoneyTab,
    AfterCareTab,
    PapersTab,
    FilesTab,
)


class CasePage(Page):
    """Opened by `show_case(id)`.

    Signals: `closed` back to where it was opened from; `form_wanted(case, hidden)` its paper, names hidden or not;
    `paper_wanted(case, paper)`, `copy_wanted(case, paper)` an issued one; `request_wanted(case, payment)` the paper
    that asks for money; `proposals_wanted(case)` the slips its level proposes; `slip_wanted(slip)` one of
    them; `why_wanted(slip)`, `case_why_wanted(case)` why a sum is what it is.
    """

    concerns = frozenset({Change.CASES, Change.MEASURES, Change.DIRECTORY, Change.PAPERS})
    closed = Signal()
    form_wanted = Signal(object, bool)
    paper_wanted = Signal(object, object)
    copy_wanted = Signal(object, object)
    request_wanted = Signal(object, object)
    proposals_wanted = Signal(object)
    slip_wanted = Signal(object)
    why_wanted = Signal(object)
    case_why_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        members: Members | None = None,
        papers: CasePapers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Case"))
        self._complaints = complaints
        self._directory = directory
        self._clock = clock
        self._case_id: UUID | None = None
        self._shown: Shown | None = None
        self._way_back: Callable[[], object] = self.closed.emit
        self.verbs = CaseVerbs(tools, complaints, directory, clock, by, self)
        self.reveal = Revealing(tools, complaints, by, self)
        self.more = CaseMenu(tools, complaints, members, self.verbs, self.reveal, by, self._turn_to, self)
        self.steps = CaseStepBar(tools.language)
        self.clocks = ClockRow(tools.language)
        self.level = Chip()
        self.stage = Chip()
        self.banner = Banner("", "warning")
        self.verbs.why_wanted.connect(self.case_why_wanted)
        why, why_slip = self.case_why_wanted.emit, self.why_wanted.emit
        desk = Desk(tools, complaints, by, self.verbs, self._turn_to, self.reveal, papers, why, why_slip)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Case"))
        self.parts: list[Tab] = [kind(desk) for kind in TABS]
        for part in self.parts:
            if isinstance(part, MoneyTab):
                part.request_wanted.connect(self.request_wanted)
                part.wanted.connect(partial(self.tabs.setCurrentWidget, part))
                self._money = part
            if isinstance(part, PeopleTab):
                part.proposals_wanted.connect(self.proposals_wanted)
                part.slip_wanted.connect(self.slip_wanted)
                part.why_wanted.connect(self.why_wanted)
            if isinstance(part, PapersTab):
                part.form_wanted.connect(self.form_wanted)
                part.paper_wanted.connect(self.paper_wanted)
                part.copy_wanted.connect(self.copy_wanted)
        self.more.record_wanted.connect(self._show_record)
        self.more.form_wanted.connect(lambda case_id: self.form_wanted.emit(case_id, False))
        for part in self.parts:
            self.tabs.addTab(part, part.title())
        self._whole = QWidget()
        row = hbox(self.clocks, self.stage, self.level, gap=GRID)
        row.setStretch(0, 1)
        column = vbox(self.steps, row, self.banner, self.tabs, gap=GRID)
        column.setStretch(3, 1)
        self._whole.setLayout(column)
        self._whole.hide()
        self.body.addWidget(self._whole)
        self._add_buttons()
        self._tick = QTimer(self, interval=MINUTE)
        self._tick.timeout.connect(self._tell_time)

    def _add_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self._leave, role="quiet", sequence="Esc")
        self.more_button = self.add_button(
            self.tr("More"), "chevron-down", self._open_menu, role="quiet", sequence="Alt+M", words=self.tr("What else")
        )
        self.next_button = self.add_button(
            self.tr("Next step…"),
            "check",
            self._next,
            role="primary",
            sequence="Ctrl+Return",
            words=self.tr("What this step asks for, then on to the next"),
        )
        self.bind(
            Key("Ctrl+PgDown", self.tr("Next tab"), lambda: self._turn(+1)),
            Key("Ctrl+PgUp", self.tr("Previous tab"), lambda: self._turn(-1)),
            Key("Ctrl+T", self.tr("A new note"), self._new_note),
            Key("Ctrl+U", self.tr("Names and telephones in full"), self._reveal),
            Key("Ctrl+H", self.tr("History of this record: who decided and entered what"), self._show_record),
            Key("Ctrl+G", self.tr("Penalty slips, from step 10 on"), self._propose),
            *self._money.keys(),
            why_key(),
        )

    def show_case(self, case_id: UUID, back: Callable[[], object] | None = None) -> None:
        """Read a case and show it; `back` leads to where it was opened from."""
        self._way_back = back or self.closed.emit
        self.reveal.close()
        self._turn_to(case_id)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read it anew."""
        if self._case_id is not None:
            self.tools.operations.read(self, self._read, self._case_id, then=self._show, topic="case")

    def may_leave(self) -> bool:
        return all(part.may_leave() for part in self.parts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def _read(self, case_id: UUID) -> Shown:
        group = self._directory.group()
        page, clocks = self._complaints.case(case_id), self._complaints.clocks(case_id)
        return Shown(page, clocks, self._clock.now(), group.zone if group is not None else DEFAULT_ZONE)

    def _turn_to(self, case_id: UUID) -> None:
        if case_id != self._case_id:
            self.reveal.close()
            self._shown = None
            self._whole.hide()
            self.tabs.setCurrentIndex(0)  # of another case first what it is about
            for button in (self.next_button, self.more_button):
                button.hide()
        self._case_id = case_id
        self.refresh(frozenset())

    def _show(self, shown: Shown) -> None:
        fresh = self._shown is None
        self._shown = shown
        page, language = shown.page, self.tools.language
        self.set_title(page.line.number)
        self.set_note(" · ".join((page.line.institution, say(language, f"channel.{page.line.channel}"))))
        self.steps.show_case(page, shown.zone)
        self.clocks.show_clocks(shown.clocks, shown.now, shown.zone)
        self.level.setVisible(page.line.level is not None)
        self.level.say(level_words(page.line.level, language), level_tone(page.line.level))
        tone = {Stage.OPEN: "info", Stage.AFTER_CARE: "warning", Stage.DONE: "good"}[page.line.stage]
        if page.merged_into is not None:
            self.stage.say(self.tr("Merged"), "warning")
        else:
            self.stage.say(say(language, f"case_stage.{page.line.stage}"), tone)
        self._say_banner(shown)
        for part in self.parts:
            part.take(shown)
        self.more.follow(page)
        self._show_next(page.course.step, page.merged_into is not None)
        self._whole.show()
        self.more_button.show()
        if fresh:
            self.tabs.setFocus()

    def _show_next(self, step: Step | None, merged: bool) -> None:
        self.next_button.setVisible(step is not None and not merged)
        if step is not None:
            self.next_button.setText(self.tr("{step}…").format(step=step_words(step, self.tools.language)))

    def _say_banner(self, shown: Shown) -> None:
        page = shown.page
        lines = []
        if page.merged_into is not None:
            lines.append(self.tr("Merged into {number}; this case rests.").format(number=page.merged_into[1]))
        lasting = next((one for one in page.pauses if one.ended_at is None), None)
        if lasting is not None:
            reason = pause_words(lasting.reason, self.tools.language)
            lines.append(self.tr("Paused: {reason}. {words}").format(reason=reason, words=lasting.words).strip())
        if page.line.flagged:
            lines.append(self.tr("Patient flagged: {reason}").format(reason=page.flag_reason))
        flagged = [line.number for line in page.earlier if line.flagged and not page.line.flagged]
        if flagged:
            lines.append(self.tr("This patient is flagged from: {numbers}").format(numbers=", ".join(flagged)))
        self.banner.say("\n".join(lines), "warning")

    def _tell_time(self) -> None:
        if self._shown is not None and self.isVisible():
            self.clocks.show_clocks(self._shown.clocks, self._clock.now(), self._shown.zone)

    def _next(self) -> None:
        if self._case_id is not None:
            self.verbs.next(self._case_id)

    def _open_menu(self) -> None:
        self.more.menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _new_note(self) -> None:
        notes = next(part for part in self.parts if isinstance(part, NotesTab))
        self.tabs.setCurrentWidget(notes)
        notes.begin()

    def _reveal(self) -> None:
        next(part for part in self.parts if isinstance(part, FactsTab)).reveal()

    def _show_record(self) -> None:
        """Patients masked as on the page: in full once somebody asked with a reason."""
        if self._shown is None:
            return
        page = self._shown.page
        full = self.reveal.is_open(page.line.id)
        note = "" if full else self.tr("Names and telephones of patients are masked; Ctrl+U on the page shows them.")
        show_record(
            self.tools,
            self._directory,
            CASE_RECORD,
            page.line.id,
            page.line.number,
            self.window(),
            full=full,
            note=note,
            parts=[("case_note", one.id) for one in page.notes],
        )

    def _propose(self) -> None:
        next(part for part in self.parts if isinstance(part, PeopleTab)).propose()

    def _leave(self) -> None:
        for part in self.parts:
            part.may_leave()  # what is typed goes on its way to disk
        self._way_back()
