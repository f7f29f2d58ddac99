"""One finding: what, who, by which standard; comments, its dispute and the decision, measures, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import EmployeeFilter, Person
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Deciders, Dispute, DisputeState, FindingSheet
from qualitydesk.inspections.service import Findings, Photos
from qualitydesk.inspections.ui.findings.dialogs import CommentDialog, DecideDialog, DisputeDialog
from qualitydesk.inspections.ui.findings.finding_view import FindingView
from qualitydesk.inspections.ui.findings.measuring import Measuring
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import DisputeRule


class FindingPage(Page):
    """Opened by `show_finding(id)`; `panels` are what parts above have to show about it.

    Signals: `round_wanted(UUID)`, `person_wanted(UUID)`, `measure_wanted(UUID)`; `closed` back to where it was opened.
    """

    concerns = frozenset({Change.FINDINGS, Change.MEASURES, Change.PHOTOS, Change.SLIPS})
    round_wanted = Signal(object)
    person_wanted = Signal(object)
    measure_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        directory: Directory,
        by: Callable[[], By],
        *,
        photos: Photos | None = None,
        panels: Sequence[Panel] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Finding"))
        self._findings = findings
        self._directory = directory
        self._by = by
        self._finding_id: UUID | None = None
        self._sheet: FindingSheet | None = None
        self._today = date.min
        self._way_back: Callable[[], object] = self.closed.emit
        self.view = FindingView(tools, photos, panels, self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in self.view.columns():
            split.addWidget(part)
        split.setSizes([72 * GRID, 70 * GRID])
        self.body.addWidget(split)
        self._split = split
        self._measuring = Measuring(tools, findings, directory, by, self)
        self._measuring.measure_wanted.connect(self.measure_wanted.emit)
        self.view.measure_table.opened.connect(lambda line: self.measure_wanted.emit(line.id))
        self._add_buttons()
        self._show_buttons()

    def _add_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self._leave, role="quiet", sequence="Esc")
        self.round_button = self.add_button(
            self.tr("Round"), "rounds", self._to_round, role="quiet", sequence="Ctrl+R", words=self.tr("Its round")
        )
        self.person_button = self.add_button(
            self.tr("Person"), "user", self._to_person, role="quiet", sequence="Ctrl+U", words=self.tr("The person")
        )
        self.comment_button = self.add_button(self.tr("Comment…"), "note", self._comment, sequence="Ctrl+T")
        self.take_back_button = self.add_button(
            self.tr("Take the dispute back…"), "undo", self._take_back, role="quiet"
        )
        self.dispute_button = self.add_button(self.tr("Dispute…"), "flag", self._dispute, sequence="Ctrl+D")
        self.decide_button = self.add_button(
            self.tr("Decide…"), "scale", self._decide, role="primary", words=self.tr("Decide on the dispute")
        )
        self.measure_button = self.add_button(
            self.tr("Set a measure…"), "wrench", self._measure, role="primary", sequence="Ctrl+M"
        )
        self.bind(Key("Ctrl+Return", self.tr("Decide on the dispute"), self._decide))

    def show_finding(self, finding_id: UUID, back: Callable[[], object] | None = None) -> None:
        """Read a finding and show it; `back` leads to where it was opened from."""
        self._way_back = back or self.closed.emit
        if finding_id != self._finding_id:
            self._sheet = None
            self._split.setVisible(False)
            self._show_buttons()
        self._finding_id = finding_id
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read it anew."""
        if self._finding_id is not None:
            self.tools.operations.read(self, self._read, self._finding_id, then=self._show, topic="finding")

    def _read(self, finding_id: UUID) -> tuple[FindingSheet, date]:
        return self._findings.sheet(finding_id), self._findings.today()

    def _show(self, read: tuple[FindingSheet, date]) -> None:
        self._sheet, self._today = read
        sheet = self._sheet
        self.set_title(self.tr("Finding · {name}").format(name=sheet.finding.name))
        self.set_note(sheet.finding.round_number)
        self.view.show_sheet(sheet, self._today)
        self._split.setVisible(True)
        self._show_buttons()
        self.view.comment_table.setFocus()  # the button just pressed may be gone, and keys need a place to be heard

    def _show_buttons(self) -> None:
        sheet = self._sheet
        dispute = sheet.dispute if sheet else None
        of_person = sheet is not None and sheet.finding.employee_id is not None
        pending = dispute is not None and dispute.state is DisputeState.PENDING
        self.round_button.setVisible(sheet is not None)
        self.person_button.setVisible(of_person)
        self.comment_button.setVisible(sheet is not None)
        self.dispute_button.setVisible(of_person and dispute is None)
        self.decide_button.setVisible(pending)
        self.take_back_button.setVisible(pending)
        self.measure_button.setVisible(sheet is not None and not pending)

    def _leave(self) -> None:
        self._way_back()

    def _to_round(self) -> None:
        if self._sheet is not None:
            self.round_wanted.emit(self._sheet.finding.round_id)

    def _to_person(self) -> None:
        if self._sheet is not None and self._sheet.finding.employee_id is not None:
            self.person_wanted.emit(self._sheet.finding.employee_id)

    def _comment(self) -> None:
        self.tools.operations.read(
            self, self._directory.people, EmployeeFilter(), then=self._ask_comment, topic="people"
        )

    def _ask_comment(self, people: Sequence[Person]) -> None:
        if self._finding_id is not None:
            CommentDialog(self.tools, self._findings, self._finding_id, people, self._by(), parent=self).open()

    def _dispute(self) -> None:
        if self._sheet is not None and self._sheet.dispute is None:
            self.tools.operations.read(self, self._findings.dispute_rule, then=self._ask_dispute)

    def _ask_dispute(self, rule: DisputeRule) -> None:
        if self._sheet is not None and self._sheet.dispute is None:
            sheet, today = self._sheet, self._today
            DisputeDialog(self.tools, self._findings, sheet, today, rule, self._by(), parent=self).open()

    def _pending(self) -> Dispute | None:
        dispute = self._sheet.dispute if self._sheet else None
        return dispute if dispute is not None and dispute.state is DisputeState.PENDING else None

    def _decide(self) -> None:
        if self._pending() is not None:
            self.tools.operations.read(self, self._findings.deciders, self._finding_id, then=self._ask_decision)

    def _ask_decision(self, deciders: Deciders) -> None:
        dispute, sheet = self._pending(), self._sheet
        if dispute is not None and sheet is not None:
            by, today = self._by(), self._today
            DecideDialog(self.tools, self._findings, sheet, dispute, deciders, today, by, parent=self).open()

    def _take_back(self) -> None:
        dispute = self._pending()
        if dispute is None:
            return
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Take the dispute back"),
            self.tr("The finding is then undisputed again. Why is the dispute taken back?"),
            yes=self.tr("Take it back"),
            then=lambda reason: self.tools.operations.write(
                self._findings.take_back_dispute, dispute.id, dispute.revision, reason, self._by(), asker=self
            ),
        )

    def _measure(self) -> None:
        if self._finding_id is not None:
            self._measuring.begin([self._finding_id])
