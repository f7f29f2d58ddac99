"""Tab 人员与责任: who is named in which role, how far each answers, how each was handled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CasePerson, Handling, Stage, Step
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.parts.ending import sanction_words
from qualitydesk.complaints.ui.people_dialog import PeopleDialog
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.words import level_numeral, level_tone
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel


class PeopleTab(Tab):
    """Nobody complained of investigates, approves or closes.

    Signals: `proposals_wanted(case)` the slips its level proposes; `slip_wanted(slip)` one that stands here;
    `why_wanted(slip)` why its sum is what it is.
    """

    proposals_wanted = Signal(object)
    slip_wanted = Signal(object)
    why_wanted = Signal(object)

    def title(self) -> str:
        return self.tr("People and responsibility")

    def build(self) -> None:
        self.people = TableModel(self._people_columns(), key=lambda one: one.employee_id, parent=self)
        self.people_table = Table(
            self.people,
            name=self.tr("People named"),
            empty=self.tr('Nobody is named. "Change people…" names those complained of and others.'),
        )
        self.handlings = TableModel(self._handling_columns(), parent=self)
        self.handling_table = Table(
            self.handlings,
            name=self.tr("Handling"),
            empty=self.tr("Nobody has been handled yet: that is step 10. A slip that is approved comes back here."),
        )
        self.handling_table.opened.connect(self._open_slip)
        self.handling_table.asked.connect(lambda row: self.why_wanted.emit(row.slip_id))
        self.none = Banner("", "info")
        self.people_button = button(self.tr("Change people…"), "user", self._change, role="primary")
        self.judge_button = button(self.tr("Responsibility…"), "scale", lambda: self._record(Step.CLASSIFIED))
        self.assign_button = button(self.tr("Handler…"), "user", lambda: self._record(Step.ACCEPTED))
        self.slips_button = button(self.tr("Penalty slips…"), "stamp", self.propose, role="primary")
        self.slip_button = button(self.tr("Look at the slip"), "penalties", self._look)
        self.handling_table.picked.connect(lambda _row: self._offer_slip())
        self.handle_button = button(self.tr("Record handling…"), "pencil", lambda: self._record(Step.HANDLED))
        upper, lower = QWidget(), QWidget()
        upper.setLayout(vbox(hbox(self.people_button, self.judge_button, self.assign_button, None), self.people_table))
        lower.setLayout(
            vbox(
                hbox(
                    label(self.tr("How people were handled"), "section"),
                    None,
                    self.slip_button,
                    self.handle_button,
                    self.slips_button,
                ),
                self.none,
                self.handling_table,
            )
        )
        column = vbox(upper, lower)
        column.setStretch(0, 1)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _people_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), self._name, width=136),
            Column(self.tr("Staff number"), lambda one: one.number, width=104),
            Column(self.tr("Department"), lambda one: one.department, width=136),
            Column(self.tr("Role"), lambda one: say(self.language, f"case_role.{one.role}"), width=104),
            Column(
                self.tr("Responsibility"),
                lambda one: say(self.language, f"responsibility.{one.responsibility}") if one.responsibility else "",
                width=128,
            ),
            Column(self.tr("In words"), lambda one: one.words, stretch=True),
        )

    def _name(self, one: CasePerson) -> str:
        return self.tr("{name} (has left)").format(name=one.name) if one.left else one.name

    def _handling_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), lambda one: one.name, width=104),
            Column(self.tr("As"), lambda one: say(self.language, f"handling_role.{one.role}"), width=96),
            Column(
                self.tr("Level"), lambda one: level_numeral(one.level), tone=lambda one: level_tone(one.level), width=56
            ),
            Column(self.tr("Sanction"), lambda one: sanction_words(one.sanction, self.language), width=136),
            Column(
                self.tr("Fine"),
                lambda one: money.words(one.amount),
                align="right",
                width=96,
                asks=lambda one: one.slip_id is not None,
            ),
            Column(self.tr("Slip"), lambda one: one.slip_number, width=144),
            Column(self.tr("Recorded"), lambda one: one.recorded_at, text=moment_words, width=136),
            Column(self.tr("In words"), lambda one: one.words, stretch=True),
        )

    def show_case(self, shown: Shown) -> None:
        page = shown.page
        self.people.show_rows(page.people)
        self.handlings.show_rows(page.handlings)
        words = self.tr("Nobody is handled: {reason}").format(reason=page.handling_none) if page.handling_none else ""
        self.none.say(words)
        done = page.course.step is None or page.merged_into is not None
        for made in (self.people_button, self.assign_button, self.judge_button):
            made.setEnabled(not done)
        self.judge_button.setVisible(page.course.step is not None and page.course.step <= Step.CLOSED)
        self.handle_button.setEnabled(page.merged_into is None)
        self.slips_button.setEnabled(page.merged_into is None and page.course.stage is not Stage.OPEN)
        self._offer_slip()

    def propose(self) -> None:
        """The slips the level proposes; from step 10 on."""
        if self.shown is not None and self.slips_button.isEnabled():
            self.proposals_wanted.emit(self.shown.case_id)

    def _offer_slip(self) -> None:
        row = self.handling_table.current_row()
        self.slip_button.setVisible(isinstance(row, Handling) and row.slip_id is not None)

    def _look(self) -> None:
        self._open_slip(self.handling_table.current_row())

    def _open_slip(self, row: object) -> None:
        if isinstance(row, Handling) and row.slip_id is not None:
            self.slip_wanted.emit(row.slip_id)

    def _record(self, step: Step) -> None:
        if self.shown is not None:
            self.desk.verbs.record(self.shown.case_id, step)

    def _change(self) -> None:
        if self.shown is not None:
            self.desk.verbs.read(self.shown.case_id, self._ask_people, topic="people")

    def _ask_people(self, given: StepOffer) -> None:
        PeopleDialog(self.desk.tools, self.desk.complaints, given, self.desk.by(), parent=self.window()).open()
