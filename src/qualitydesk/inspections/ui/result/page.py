"""What came of a round: score and verdict, what failed first, the people, every answer; `correcting` adds to it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import SystemClock
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Round, RoundKind, RoundResult, RoundState, Target
from qualitydesk.inspections.service import Photos, Rounds
from qualitydesk.inspections.ui.answer_dialog import AnswerDialog
from qualitydesk.inspections.ui.photos import PhotoGallery, PhotoStrip
from qualitydesk.inspections.ui.result.columns import ResultColumns
from qualitydesk.inspections.ui.result.head import ResultHead
from qualitydesk.inspections.ui.result.rows import (
    AnswerRow,
    FailedRow,
    answer_rows,
    corrected_words,
    failed_first,
    failed_rows,
)
from qualitydesk.inspections.ui.result.steps import StepsTab
from qualitydesk.inspections.ui.words import span_words, state_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import TableModel
from qualitydesk.kit.tools import Tools


class ResultPage(Page):
    """Opened by `show_round(round_id)`; of an open round it shows how it stands now.

    Signals: `report_wanted(UUID)`, `proposals_wanted(UUID)` of a finished round; `account_wanted(UUID)` of a
    visit; `closed` back to the list; `shown(RoundResult)` another result stands here.
    """

    concerns = frozenset({Change.FINDINGS, Change.ROUNDS})
    report_wanted = Signal(object)
    account_wanted = Signal(object)
    proposals_wanted = Signal(object)
    closed = Signal()
    shown = Signal(object)

    def __init__(
        self,
        tools: Tools,
        rounds: Rounds,
        photos: Photos | None = None,
        by: Callable[[], By] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Result"))
        self._rounds = rounds
        self._photos = photos
        self._by = by
        self._round_id: UUID | None = None
        self._finished = self._may_add = False
        self._columns = ResultColumns(tools.language, self)
        self.head = ResultHead(tools.language)
        self.failed = TableModel(self._columns.failed(), key=lambda row: row.finding.id, parent=self)
        self.people = TableModel(self._columns.people(), key=lambda row: row.stop.id, parent=self)
        self.answers = TableModel(self._columns.answers(), key=lambda row: (row.stop.id, row.item.code), parent=self)
        self.tabs = QTabWidget()
        self.failed_table = Table(self.failed, name=self.tr("Failed items"), empty="")
        self.people_table = Table(self.people, name=self.tr("People"), empty="")
        self.answer_table = Table(self.answers, name=self.tr("All answers"), empty="")
        for table in (self.failed_table, self.people_table, self.answer_table):
            self.tabs.addTab(table, table.accessibleName())
        self.gallery = PhotoGallery(tools, photos, by) if photos is not None else None
        if self.gallery is not None:
            self.tabs.addTab(self.gallery, self.gallery.accessibleName())
            self.gallery.counted.connect(self._count_photos)
        self.steps = StepsTab(tools.language, SystemClock())  # nothing runs in a result but of an open round
        self.tabs.addTab(self.steps, self.steps.accessibleName())
        self.corner = hbox()
        """Beside the tabs: what can be done with what stands in them."""
        corner = QWidget()
        corner.setLayout(self.corner)
        self.tabs.setCornerWidget(corner)
        self.failed_table.opened.connect(self._read_failed)
        self.answer_table.opened.connect(self._read_answer)
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs)
        self.body.setStretch(1, 1)
        self.add_button(self.tr("Back"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        self.account = self.add_button(self.tr("Account…"), "note", self._account, sequence="Ctrl+T")
        self.account.hide()
        self.report = self.add_button(self.tr("Report"), "printer", self._report, sequence="Ctrl+P")
        self.proposals = self.add_button(
            self.tr("Proposals"), "penalties", self._proposals, role="primary", sequence="Ctrl+Return"
        )
        self.bind(Key("Return", self.tr("Read the answer in view in full")))
        self.report.setEnabled(False)
        self.proposals.setEnabled(False)

    def show_round(self, round_id: UUID) -> None:
        """Read a round's result and show it."""
        self._round_id = round_id
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read the result anew: a finding may have been left out."""
        if self._round_id is not None:
            self.tools.operations.read(self, self._rounds.result, self._round_id, then=self._show)

    def _show(self, result: RoundResult) -> None:
        found = result.walk.round
        finished = self._finished = found.state is RoundState.FINISHED
        self._may_add = found.state is not RoundState.ABANDONED
        self.set_title(self.tr("Result of {number}").format(number=found.number))
        self.set_note(self._state_note(found, len(result.corrections)))
        self.head.show_result(result)
        self._show_rows(result)
        if self.gallery is not None:
            self.gallery.show_walk(result.walk)
        self.failed_table.say_empty(self._no_findings(found.state))
        self.account.setVisible(found.kind is RoundKind.MYSTERY and found.state is not RoundState.ABANDONED)
        self.report.setEnabled(finished)
        self.proposals.setEnabled(finished and bool(result.findings))
        self.shown.emit(result)

    def _state_note(self, found: Round, corrections: int) -> str:
        if corrections:
            return self.tr("Answers corrected after it was finished: {count}").format(count=corrections)
        if found.state is RoundState.FINISHED:
            return self.tr("Finished; corrections need a reason")
        if found.state is RoundState.ABANDONED and found.reason:
            return self.tr("Given up: {reason}").format(reason=found.reason)
        return state_words(found.state)

    def _no_findings(self, state: RoundState) -> str:
        if state is RoundState.FINISHED:
            return self.tr("Nothing failed in this round.")
        if state is RoundState.OPEN:
            return self.tr("Failed items are listed here once the round is finished.")
        return self.tr("What failed in a round given up does not count.")

    def _show_rows(self, result: RoundResult) -> None:
        rows = answer_rows(result)
        self.failed.show_rows(failed_rows(result, rows))
        self.people.show_rows(result.stops)
        self.answers.show_rows(sorted(rows, key=failed_first))
        for at, (name, count) in enumerate(
            (
                (self.tr("Failed items"), result.score.failed),
                (self._people_words(result), len(result.stops)),
                (self.tr("All answers"), len(rows)),
            )
        ):
            self.tabs.setTabText(at, f"{name} ({count})")

        timed = self.steps.show_result(result)
        self.tabs.setTabVisible(self.tabs.indexOf(self.steps), timed)

    def _people_words(self, result: RoundResult) -> str:
        """Who or what was looked at."""
        targets = {each.stop.target for each in result.stops}
        if targets == {Target.PLACE}:
            return self.tr("Places")
        return self.tr("People and places") if Target.PLACE in targets else self.tr("People")

    def _count_photos(self, count: int) -> None:
        assert self.gallery is not None
        self.tabs.setTabText(self.tabs.indexOf(self.gallery), f"{self.gallery.accessibleName()} ({count})")

    def _strip_of(self, row: FailedRow | AnswerRow) -> QWidget | None:
        """The photos of one answer; some that came later may be added, but not to a round given up."""
        if self._photos is None or self._round_id is None:
            return None
        strip = PhotoStrip(self.tools, self._photos, self._by if self._may_add else None, finished=self._finished)
        strip.show_item(self._round_id, row.stop.id, row.item.code)
        return strip

    def _read_failed(self, row: FailedRow) -> None:
        finding, gravity = row.finding, say(self.tools.language, f"gravity.{row.item.gravity.value}")
        standing = self._columns.standing(row) + (f" · {finding.reason}" if finding.reason else "")
        facts = [*self._facts_of(row), (self.tr("Gravity"), gravity), (self.tr("Standing"), standing)]
        AnswerDialog(self.tr("Failed item"), facts, finding.note, self, photos=self._strip_of(row)).open()

    def _read_answer(self, row: AnswerRow) -> None:
        note = row.given.note if row.given else ""
        AnswerDialog(self.tr("Answer"), self._facts_of(row), note, self, photos=self._strip_of(row)).open()

    def _facts_of(self, row: FailedRow | AnswerRow) -> list[tuple[str, str]]:
        language = self.tools.language
        return [
            (self.tr("Person or place"), row.stop.name),
            (self.tr("Item"), row.item.title[language]),
            (self.tr("Standard"), row.item.standard[language]),
            (self.tr("Answer"), self._columns.answer(row)),
            *([(self.tr("Times"), span)] if (span := span_words(row.given)) else []),
            *([(self.tr("Answered"), row.answered)] if row.answered else []),
            *((self.tr("Corrected"), corrected_words(one)) for one in row.corrections),
        ]

    def _account(self) -> None:
        if self._round_id is not None:
            self.account_wanted.emit(self._round_id)

    def _report(self) -> None:
        if self._round_id is not None:
            self.report_wanted.emit(self._round_id)

    def _proposals(self) -> None:
        if self._round_id is not None:
            self.proposals_wanted.emit(self._round_id)
