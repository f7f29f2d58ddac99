"""What came of a round: score and verdict, what failed first, the people, every answer. Nothing here can be changed."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import (
    Finding,
    Given,
    Item,
    Round,
    RoundResult,
    RoundState,
    Score,
    Standing,
    Stop,
    StopResult,
    Verdict,
)
from qualitydesk.inspections.printout import score_points, score_why
from qualitydesk.inspections.rules.scoring import tenths
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.answer_dialog import AnswerDialog
from qualitydesk.inspections.ui.words import (
    TONES,
    answered_words,
    failed_words,
    given_words,
    passed_tone,
    passed_words,
    percent,
    settled,
    state_words,
)
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Chip, Facts, hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class FailedRow:
    """A finding with its item's texts."""

    finding: Finding
    stop: Stop
    item: Item
    given: Given | None


@dataclass(frozen=True)
class AnswerRow:
    """An item of a stop with what was answered."""

    stop: Stop
    item: Item
    given: Given | None


class ResultPage(Page):
    """Opened by `show_round(round_id)`; of an open round it shows how it stands now.

    Signals: `report_wanted(UUID)`, `proposals_wanted(UUID)` of a finished round; `closed` back to the list.
    """

    concerns = frozenset({Change.FINDINGS, Change.ROUNDS})
    report_wanted = Signal(object)
    proposals_wanted = Signal(object)
    closed = Signal()

    def __init__(self, tools: Tools, rounds: Rounds, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Result"))
        self._rounds = rounds
        self._round_id: UUID | None = None
        self.failed = TableModel(self._failed_columns(), key=lambda row: row.finding.id, parent=self)
        self.people = TableModel(self._people_columns(), key=lambda row: row.stop.id, parent=self)
        self.answers = TableModel(self._answer_columns(), key=lambda row: (row.stop.id, row.item.code), parent=self)
        self.tabs = QTabWidget()
        self.failed_table = self._table(self.failed, self.tr("Failed items"), "")
        self.people_table = self._table(self.people, self.tr("People"), "")
        self.answer_table = self._table(self.answers, self.tr("All answers"), "")
        for table in (self.failed_table, self.people_table, self.answer_table):
            self.tabs.addTab(table, table.accessibleName())
        self.failed_table.opened.connect(self._read_failed)
        self.answer_table.opened.connect(self._read_answer)
        self.body.addWidget(self._result_box())
        self.body.addWidget(self.tabs)
        self.body.setStretch(1, 1)
        self.add_button(self.tr("Back to the list"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        self.report = self.add_button(self.tr("Report"), "printer", self._report, sequence="Ctrl+P")
        self.proposals = self.add_button(
            self.tr("Proposals"), "penalties", self._proposals, role="primary", sequence="Ctrl+Return"
        )
        self.bind(Key("Return", self.tr("Read the answer in view in full")))
        self.report.setEnabled(False)
        self.proposals.setEnabled(False)

    def _table(self, model: TableModel, name: str, empty: str) -> Table:
        return Table(model, name=name, empty=empty)

    def _result_box(self) -> QWidget:
        self.score = label("", "item")
        self.verdict = Chip()
        self.answered = label("", tone="muted")
        self.why = label("", wrap=True, selectable=True)
        self.cause = label("", tone="danger", wrap=True)
        self.change = label("", wrap=True)
        self.facts = Facts()
        told = vbox(
            hbox(self.score, self.verdict, None), self.answered, self.why, self.cause, self.change, None, gap=GRID // 2
        )
        row = hbox(told, self.facts, gap=4 * GRID)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        box = panel()
        box.setLayout(row)
        return box

    def _failed_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Person or place"), lambda row: row.stop.name, width=120),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(
                self.tr("Which time"),
                lambda row: self.tr("{count}×").format(count=row.finding.nth),
                tone=lambda row: "danger" if row.finding.nth > 2 else ("warning" if row.finding.nth > 1 else ""),
                align="right",
                width=88,
            ),
            Column(
                self.tr("Critical"),
                lambda row: self.tr("Critical") if row.item.critical else "",
                tone=_danger,
                width=80,
            ),
            Column(self.tr("Gravity"), lambda row: say(language, f"gravity.{row.item.gravity.value}"), width=80),
            Column(self.tr("Fixed at once"), lambda row: self.tr("Yes") if row.finding.fixed else "", width=104),
            Column(self.tr("Standing"), self._standing, width=96),
            Column(
                self.tr("Note"),
                lambda row: row.finding.note.replace("\n", " "),
                tip=lambda row: _tip(row.finding.note),
                width=240,
            ),
        )

    def _people_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), lambda row: row.stop.name, stretch=True),
            Column(self.tr("Number"), lambda row: row.stop.number, width=112),
            Column(self.tr("Post"), lambda row: row.stop.post, width=120),
            Column(self.tr("Department"), lambda row: row.stop.department, width=120),
            Column(
                self.tr("Answered"),
                lambda row: f"{row.score.answered} / {row.score.total}",
                align="right",
                width=96,
            ),
            Column(self.tr("Failed"), lambda row: row.score.failed, tone=_fails, align="right", width=80),
            Column(
                self.tr("Score"), lambda row: row.score.share, text=percent, align="right", tip=self._points, width=88
            ),
            Column(
                self.tr("Verdict"),
                lambda row: settled(row.score),
                text=passed_words,
                tone=lambda row: passed_tone(settled(row.score)),
                width=88,
            ),
        )

    def _answer_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Person or place"), lambda row: row.stop.name, width=120),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(
                self.tr("Answer"),
                lambda row: given_words(row.item, row.given, language),
                tone=lambda row: TONES.get(row.given.verdict, "muted") if row.given and row.given.verdict else "muted",
                width=136,
            ),
            Column(self.tr("Weight"), lambda row: row.item.weight, align="right", width=64),
            Column(
                self.tr("Note"),
                lambda row: row.given.note.replace("\n", " ") if row.given else "",
                tip=lambda row: _tip(row.given.note) if row.given else "",
                width=280,
            ),
        )

    def show_round(self, round_id: UUID) -> None:
        """Read a round's result and show it."""
        self._round_id = round_id
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read the result anew: a finding may have been left out."""
        if self._round_id is not None:
            self.tools.operations.read(self, self._rounds.result, self._round_id, then=self._show)

    def _show(self, result: RoundResult) -> None:
        found, score = result.walk.round, result.score
        finished = found.state is RoundState.FINISHED
        self.set_title(self.tr("Result of {number}").format(number=found.number))
        self.set_note(self._state_note(found))
        verdict = score.passed if finished else None
        self.verdict.say(passed_words(verdict) if finished else state_words(found.state), passed_tone(verdict))
        self._show_score(score, finished)
        self.why.setText(score_why(score, result.partly, self.tools.language))
        self.why.setVisible(bool(self.why.text()))
        self._show_cause(result)
        self._show_change(result)
        self._show_facts(result)
        self._show_rows(result)
        self.failed_table.say_empty(self._no_findings(found.state))
        self.report.setEnabled(finished)
        self.proposals.setEnabled(finished and bool(result.findings))

    def _state_note(self, found: Round) -> str:
        if found.state is RoundState.FINISHED:
            return self.tr("A finished round cannot be changed.")
        if found.state is RoundState.ABANDONED and found.reason:
            return self.tr("Given up: {reason}").format(reason=found.reason)
        return state_words(found.state)

    def _no_findings(self, state: RoundState) -> str:
        if state is RoundState.FINISHED:
            return self.tr("Nothing failed in this round.")
        if state is RoundState.OPEN:
            return self.tr("Failed items are listed here once the round is finished.")
        return self.tr("What failed in a round given up does not count.")

    def _show_score(self, score: Score, finished: bool) -> None:
        """A finished round leads with its share; any other with its count: 1 of 40 answered is not "100 %"."""
        share = percent(score.share)
        counted, failed = answered_words(score.answered, score.total), failed_words(score.failed)
        if finished:
            self.score.setText(share)
            told = f"{counted} · {failed}"
        else:
            self.score.setText(counted)
            told = self.tr("{failed} · score so far {share}").format(failed=failed, share=share)
        self.answered.setText(told)

    def _show_cause(self, result: RoundResult) -> None:
        titles = {item.code: item.title[self.tools.language] for items in result.walk.items.values() for item in items}
        between = "、" if self.tools.language == "zh" else ", "
        causes = [
            self.tr("{name}: {item}").format(name=each.stop.name, item=titles[code])
            for each in result.stops
            for code in each.score.critical
        ]
        words = self.tr("Critical item failed, which fails the round whatever the score: {causes}")
        self.cause.setText(words.format(causes=between.join(causes)))
        self.cause.setVisible(bool(causes))

    def _show_change(self, result: RoundResult) -> None:
        self.change.setVisible(result.walk.round.state is RoundState.FINISHED)  # half a round compares with nothing
        if result.score.share is None or result.previous is None:
            self.change.setText(self.tr("No earlier round of this kind here to compare with."))
            return
        points = tenths(result.score.share) - tenths(result.previous)
        figure, number = f"{abs(points) / 10:.1f}", result.previous_number
        if points > 0:
            words = self.tr("{points} points above the last round ({number})")
        elif points < 0:
            words = self.tr("{points} points below the last round ({number})")
        else:
            words = self.tr("As in the last round ({number})")
        self.change.setText(words.format(points=figure, number=number))

    def _show_facts(self, result: RoundResult) -> None:
        found, language = result.walk.round, self.tools.language
        between = "、" if language == "zh" else ", "
        packs = [
            self.tr("{pack} (edition {edition})").format(pack=pack.name[language], edition=pack.edition)
            for pack in result.walk.packs
        ]
        times = f"{moment_words(found.started_at)} – {moment_words(found.finished_at)}".rstrip(" –")
        facts = (
            (self.tr("Institution"), found.institution),
            (self.tr("Kind"), say(language, f"round_kind.{found.kind.value}")),
            (self.tr("Inspectors"), between.join(found.inspectors)),
            (self.tr("Time"), times),
            (self.tr("Standards"), between.join(packs)),
        )
        self.facts.show_facts(facts)

    def _show_rows(self, result: RoundResult) -> None:
        walk = result.walk
        rows = [
            AnswerRow(stop, item, answer.given if (answer := walk.answers.get((stop.id, item.code))) else None)
            for stop in walk.stops
            for item in walk.items[stop.id]
        ]
        by_place = {(row.stop.id, row.item.code): row for row in rows}
        failed = [
            FailedRow(finding, row.stop, row.item, row.given)
            for finding in result.findings
            if (row := by_place.get((finding.stop_id, finding.item_code)))
        ]
        self.failed.show_rows(failed)
        self.people.show_rows(result.stops)
        self.answers.show_rows(sorted(rows, key=_failed_first))
        for at, (name, count) in enumerate(
            (
                (self.tr("Failed items"), result.score.failed),
                (self.tr("People"), len(result.stops)),
                (self.tr("All answers"), len(rows)),
            )
        ):
            self.tabs.setTabText(at, f"{name} ({count})")

    def _standing(self, row: FailedRow) -> str:
        return {
            Standing.COUNTS: self.tr("Counts"),
            Standing.LEFT_OUT: self.tr("Left out"),
            Standing.DISPUTED: self.tr("Disputed"),
        }[row.finding.standing]

    def _points(self, row: StopResult) -> str:
        """The points behind a person's share; a critical fail is told, since it fails him whatever the points."""
        told = [score_points(row.score, self.tools.language)]
        if row.score.critical:
            told.append(self.tr("A critical item failed: failed whatever the score"))
        return "\n".join(part for part in told if part)

    def _read_failed(self, row: FailedRow) -> None:
        finding, gravity = row.finding, say(self.tools.language, f"gravity.{row.item.gravity.value}")
        standing = self._standing(row) + (f" · {finding.reason}" if finding.reason else "")
        facts = [*self._facts_of(row), (self.tr("Gravity"), gravity), (self.tr("Standing"), standing)]
        AnswerDialog(self.tr("Failed item"), facts, finding.note, self).open()

    def _read_answer(self, row: AnswerRow) -> None:
        AnswerDialog(self.tr("Answer"), self._facts_of(row), row.given.note if row.given else "", self).open()

    def _facts_of(self, row: FailedRow | AnswerRow) -> list[tuple[str, str]]:
        language = self.tools.language
        return [
            (self.tr("Person or place"), row.stop.name),
            (self.tr("Item"), row.item.title[language]),
            (self.tr("Standard"), row.item.standard[language]),
            (self.tr("Answer"), given_words(row.item, row.given, language)),
        ]

    def _report(self) -> None:
        if self._round_id is not None:
            self.report_wanted.emit(self._round_id)

    def _proposals(self) -> None:
        if self._round_id is not None:
            self.proposals_wanted.emit(self._round_id)


def _tip(note: str) -> str:
    """A note for the mouse: lines as long as a tip can show, and of a long note its beginning; Enter shows it all."""
    lines = [part for line in note.splitlines() for part in (textwrap.wrap(line, 40) or [""])]
    return "\n".join([*lines[:12], "…"] if len(lines) > 12 else lines)


def _failed_first(row: AnswerRow) -> bool:
    return not (row.given and row.given.verdict is Verdict.FAIL)


def _danger(_row: FailedRow) -> str:
    return "danger"


def _fails(row: StopResult) -> str:
    return "danger" if row.score.failed else ""
