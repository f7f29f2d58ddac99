"""The result page's way to correct an answer: a button and a key for the answer in view of a finished round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.directory.model import EmployeeFilter, Person
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Given, RoundResult, RoundState
from qualitydesk.inspections.service import Corrections
from qualitydesk.inspections.ui.result.correct_dialog import CorrectDialog, CorrectionDraft
from qualitydesk.inspections.ui.result.page import ResultPage
from qualitydesk.inspections.ui.result.rows import AnswerRow, FailedRow
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pieces import button


class Correcting(QObject):
    """Gives a result page its button; the page reads the result anew when the correction is on disk."""

    def __init__(
        self, page: ResultPage, corrections: Corrections, directory: Directory, clock: Clock, by: Callable[[], By]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._corrections = corrections
        self._directory = directory
        self._clock = clock
        self._by = by
        self._result: RoundResult | None = None
        self.offered = button(self.tr("Correct…"), "pencil", self.ask, role="quiet")
        page.corner.addWidget(self.offered)
        page.bind(Key("F2", self.tr("Correct the answer in view"), self.ask))
        page.shown.connect(self._hear)
        page.tabs.currentChanged.connect(lambda _tab: self._offer())
        for table in (page.failed_table, page.answer_table):
            table.picked.connect(lambda _row: self._offer())
        self._offer()

    def ask(self) -> None:
        """Ask for the new answer of the row in view."""
        if self.offered.isEnabled():
            everybody = partial(self._directory.people, EmployeeFilter())
            self._page.tools.operations.read(self, everybody, then=self._ask, topic="colleagues")

    def _ask(self, colleagues: Sequence[Person]) -> None:
        row, result = self._row(), self._result
        if row is None or result is None:
            return
        place = (row.stop.id, row.item.code)
        history = [one for one in result.corrections if (one.stop_id, one.item_code) == place]
        me = self._by()
        dialog = CorrectDialog(
            self._page.tools, row, history, colleagues, me.decided_by, self._clock.now(), parent=self._page
        )
        verb = partial(_correct, self._corrections, result.walk.round.id, *place, row.given, me)
        dialog.writes(verb)
        dialog.open()

    def _row(self) -> AnswerRow | None:
        """The answer in view, of a finding its answer."""
        page = self._page
        at = page.tabs.currentWidget()
        found: object = None
        if at in (page.failed_table, page.answer_table):
            found = page.failed_table.current_row() if at is page.failed_table else page.answer_table.current_row()
        if isinstance(found, FailedRow):
            return AnswerRow(found.stop, found.item, found.given, found.answered)
        return found if isinstance(found, AnswerRow) else None

    def _hear(self, result: RoundResult) -> None:
        self._result = result
        self._offer()

    def _offer(self) -> None:
        finished = self._result is not None and self._result.walk.round.state is RoundState.FINISHED
        self.offered.setEnabled(finished and self._row() is not None)


def _correct(
    corrections: Corrections,
    round_id: UUID,
    stop_id: UUID,
    code: str,
    seen: Given | None,
    me: By,
    draft: CorrectionDraft,
) -> Done[RoundResult]:
    """`Corrections.correct` as a dialog's verb."""
    by = By(draft.decided_by, me.entered_by)
    return corrections.correct(round_id, stop_id, code, draft.given, draft.reason, seen, by)
