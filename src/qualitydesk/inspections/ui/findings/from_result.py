"""What a round's result offers about its findings: one in full, a measure for those marked, what was disputed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Dispute, DisputeState, RoundResult, RoundState
from qualitydesk.inspections.service import Findings
from qualitydesk.inspections.ui.findings.measuring import Measuring
from qualitydesk.inspections.ui.findings.words import DISPUTE_TONES, dispute_words
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.inspections.ui.result.rows import FailedRow
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pieces import Banner


class ResultFindings(QObject):
    """Joined to a result page from outside; several findings can be marked with Shift and Ctrl.

    Signals: `finding_wanted(UUID)`, `measure_wanted(UUID)`.
    """

    finding_wanted = Signal(object)
    measure_wanted = Signal(object)

    def __init__(self, page: ResultPage, findings: Findings, directory: Directory, by: Callable[[], By]) -> None:
        super().__init__(page)
        self._page = page
        self._findings = findings
        self._disputes: Mapping[UUID, Dispute] = {}
        self._measuring = Measuring(page.tools, findings, directory, by, page)
        self._measuring.measure_wanted.connect(self.measure_wanted.emit)
        self._table = page.failed_table
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.told = Banner("", "info")
        self.told.hide()
        page.body.addWidget(self.told)
        self.finding = page.add_button(
            self.tr("Finding"),
            "eye",
            self._show,
            role="quiet",
            sequence="Ctrl+I",
            words=self.tr("The finding in full"),
            before=page.report,
        )
        self.measure = page.add_button(
            self.tr("Set a measure…"),
            "wrench",
            lambda: self._measuring.begin(self._marked()),
            sequence="Ctrl+M",
            words=self.tr("Set a measure for the findings marked"),
            before=page.report,
        )
        page.shown.connect(self._follow)
        page.tabs.currentChanged.connect(lambda _turn: self._offer())
        self._table.picked.connect(lambda _row: self._turn())
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._offer()

    def _follow(self, result: RoundResult) -> None:
        """Another result stands there."""
        self._disputes = {}
        finished = result.walk.round.state is RoundState.FINISHED
        if finished and any(one.dispute is not DisputeState.NONE for one in result.findings):
            query, key = self._findings.disputes_of_round, result.walk.round.id
            self._page.tools.operations.read(self._page, query, key, then=self._hear, topic="disputes")
        self._offer()
        self._tell()

    def _hear(self, disputes: Mapping[UUID, Dispute]) -> None:
        self._disputes = disputes
        self._tell()

    def _turn(self) -> None:
        self._offer()
        self._tell()

    def _marked(self) -> list[UUID]:
        """The findings marked, else the one the cursor stands on."""
        rows = self._table.chosen_rows() or [self._table.current_row()]
        return [row.finding.id for row in rows if isinstance(row, FailedRow)]

    def _offer(self) -> None:
        offered = self._page.tabs.currentWidget() is self._table and bool(self._marked())
        self.measure.setEnabled(offered)
        self.finding.setEnabled(offered)

    def _show(self) -> None:
        row = self._table.current_row()
        if isinstance(row, FailedRow):
            self.finding_wanted.emit(row.finding.id)

    def _tell(self) -> None:
        """The dispute about the finding in view, and how it was decided."""
        row = self._table.current_row()
        dispute = self._disputes.get(row.finding.id) if isinstance(row, FailedRow) else None
        if dispute is None:
            self.told.say("")
            return
        words = self.tr("Disputed by {name} on {day}: {words}").format(
            name=dispute.raised_by, day=day_words(dispute.raised_on), words=dispute.words
        )
        if dispute.decided_on is not None:
            decided = self.tr("{outcome}, {name}, {day}: {reason}").format(
                outcome=dispute_words(dispute.state, self._page.tools.language),
                name=dispute.decided_by,
                day=day_words(dispute.decided_on),
                reason=dispute.reason,
            )
            words = f"{words}\n{decided}"
        else:
            words = f"{words}\n{dispute_words(dispute.state, self._page.tools.language)}"
        tone = DISPUTE_TONES[dispute.state]
        self.told.say(words, "info" if tone == "muted" else tone)
