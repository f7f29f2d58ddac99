"""Tab 定级: the level with the criterion that decided it, who said so, and similar earlier cases beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Likeness, Severity, Step
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.words import level_numeral, level_tone, level_words, subjects_words
from qualitydesk.kit.card import ExplainCard, Explanation, Line
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import EmptyState, button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID

_FLAGS = ("loss", "reputation", "grave_accident", "death")


class SeverityTab(Tab):
    """Similar cases are read when the case is shown here."""

    def title(self) -> str:
        return self.tr("Severity")

    def build(self) -> None:
        self.card = ExplainCard()
        self.set_button = button(self.tr("Set the level…"), "scale", self._set, role="primary")
        self.empty = EmptyState(
            self.tr("No level yet. It follows from what the matter came to; the table names the criterion."),
            icon_name="scale",
        )
        self.similar = TableModel(self._columns(), key=lambda one: one.case.id, parent=self)
        self.similar_table = Table(
            self.similar,
            name=self.tr("Similar earlier cases"),
            empty=self.tr("No earlier case with a subject in common."),
        )
        self.similar_table.opened.connect(lambda one: self.desk.wanted(one.case.id))
        left = scroll_column(self.tr("Level"), hbox(self.set_button, None), self.empty, self.card)
        right = QWidget()
        right.setLayout(vbox(label(self.tr("Similar earlier cases"), "section"), self.similar_table))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (left, right):
            split.addWidget(part)
        split.setSizes([62 * GRID, 78 * GRID])
        self.setLayout(vbox(split))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Number"), lambda one: one.case.number, tip=lambda one: one.case.narrative, width=120),
            Column(
                self.tr("Level"),
                lambda one: level_numeral(one.case.level),
                tone=lambda one: level_tone(one.case.level),
                width=56,
            ),
            Column(self.tr("Fines"), lambda one: money.words(one.fine) if one.fine else "", align="right", width=88),
            Column(self.tr("Paid back"), _paid, align="right", width=104),
            Column(self.tr("Subjects"), lambda one: subjects_words(one.case, self.language), stretch=True),
            Column(self.tr("Alike"), lambda one: f"{one.likeness:.0%}", align="right", width=64),
        )

    def show_case(self, shown: Shown) -> None:
        severity = shown.page.severity
        self.card.setVisible(severity is not None)
        self.empty.setVisible(severity is None)
        self.set_button.setEnabled(shown.page.merged_into is None)
        if severity is not None:
            self.card.show_explanation(self._explained(severity, shown.zone))
        self.desk.tools.operations.read(
            self, self.desk.complaints.similar_cases, shown.case_id, then=self.similar.show_rows, topic="similar"
        )

    def _explained(self, severity: Severity, zone: str) -> Explanation:
        facts, language = severity.facts, self.language
        lines = [
            Line(self.tr("Refund"), money.words(facts.refund)),
            Line(self.tr("Compensation"), money.words(facts.compensation)),
        ]
        yes, no = self.tr("Yes"), self.tr("No")
        lines += [Line(say(language, f"severity_flag.{name}"), yes if getattr(facts, name) else no) for name in _FLAGS]
        lines.append(
            Line(
                self.tr("Highest criterion met"),
                level_words(severity.proposed, language),
                note=say(language, f"criterion.{severity.criterion}"),
                strong=True,
            )
        )
        if severity.level is not severity.proposed:
            lines.append(
                Line(self.tr("Another level chosen"), level_words(severity.level, language), note=severity.reason)
            )
        when = moment_words(severity.decided_at, zone)
        lines.append(Line(self.tr("Decided by"), severity.decided_by, note=when))
        if severity.confirmed_at is not None:
            confirmed = moment_words(severity.confirmed_at, zone)
            lines.append(Line(self.tr("Confirmed by"), severity.confirmed_by, note=confirmed))
        note = self.tr("By the table in force on that day; the amount alone never lowers a level.")
        total = level_words(severity.level, language)
        return Explanation(self.tr("How the level was found"), tuple(lines), self.tr("Level"), total, note)

    def _set(self) -> None:
        if self.shown is not None:
            self.desk.verbs.record(self.shown.case_id, Step.CLASSIFIED)


def _paid(one: Likeness) -> str:
    total = one.case.refund + one.case.compensation
    return money.words(total) if total else ""
