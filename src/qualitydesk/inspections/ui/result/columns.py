"""The columns of the result's tables and the words in their cells."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from PySide6.QtCore import QObject

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import DisputeState, Standing, StopResult
from qualitydesk.inspections.printout import score_points
from qualitydesk.inspections.ui.result.rows import AnswerRow, FailedRow
from qualitydesk.inspections.ui.words import TONES, given_words, passed_tone, passed_words, percent, settled
from qualitydesk.kit.table_model import Column


class ResultColumns(QObject):
    """Columns in one language. A QObject for its `tr` alone."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def failed(self) -> Sequence[Column]:
        language = self._language
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
            Column(self.tr("Standing"), self.standing, width=96),
            Column(
                self.tr("Note"),
                lambda row: row.finding.note.replace("\n", " "),
                tip=lambda row: _tip(row.finding.note),
                width=240,
            ),
        )

    def people(self) -> Sequence[Column]:
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

    def answers(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Person or place"), lambda row: row.stop.name, width=120),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(
                self.tr("Answer"),
                self.answer,
                tip=self.answer,
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

    def answer(self, row: AnswerRow | FailedRow) -> str:
        """The answer that holds; of a corrected one, what stood there first."""
        words = given_words(row.item, row.given, self._language)
        if not row.corrections:
            return words
        first = given_words(row.item, row.corrections[0].before, self._language)
        return self.tr("{answer} (corrected, was: {first})").format(answer=words, first=first)

    def standing(self, row: FailedRow) -> str:
        if row.finding.employee_id is None and row.finding.standing is Standing.COUNTS:
            return self.tr("Place, nobody's offence")
        if row.finding.dispute is DisputeState.PENDING:
            return self.tr("Dispute to be decided")
        return {
            Standing.COUNTS: self.tr("Counts"),
            Standing.LEFT_OUT: self.tr("Left out"),
            Standing.DISPUTED: self.tr("Disputed"),
            Standing.CORRECTED: self.tr("Corrected"),
        }[row.finding.standing]

    def _points(self, row: StopResult) -> str:
        """The points behind a person's share; a critical fail is told, since it fails him whatever the points."""
        told = [score_points(row.score, self._language)]
        if row.score.critical:
            told.append(self.tr("A critical item failed: failed whatever the score"))
        return "\n".join(part for part in told if part)


def _tip(note: str) -> str:
    """A note for the mouse: lines as long as a tip can show, and of a long note its beginning; Enter shows it all."""
    lines = [part for line in note.splitlines() for part in (textwrap.wrap(line, 40) or [""])]
    return "\n".join([*lines[:12], "…"] if len(lines) > 12 else lines)


def _danger(_row: FailedRow) -> str:
    return "danger"


def _fails(row: StopResult) -> str:
    return "danger" if row.score.failed else ""
