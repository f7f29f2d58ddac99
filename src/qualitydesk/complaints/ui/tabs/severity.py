"""Tab 定级: the level with the criterion that decided it, who said so, and similar earlier cases beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Severity, Step
from qualitydesk.complaints.ui.similar import SimilarCases
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.words import level_words
from qualitydesk.kit.card import ExplainCard, Explanation, Line
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import EmptyState, button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
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
        self.alike = SimilarCases(self.desk.tools, self.desk.complaints, self.desk.wanted)
        self.alike.why_wanted.connect(self.desk.why)
        self.similar = self.alike.similar
        left = scroll_column(self.tr("Level"), hbox(self.set_button, None), self.empty, self.card)
        right = QWidget()
        right.setLayout(vbox(label(self.tr("Similar earlier cases"), "section"), self.alike))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (left, right):
            split.addWidget(part)
        split.setSizes([62 * GRID, 78 * GRID])
        self.setLayout(vbox(split))

    def show_case(self, shown: Shown) -> None:
        severity = shown.page.severity
        self.card.setVisible(severity is not None)
        self.empty.setVisible(severity is None)
        self.set_button.setEnabled(shown.page.merged_into is None)
        if severity is not None:
            self.card.show_explanation(self._explained(severity, shown.zone))
        self.alike.read_for(shown.case_id)

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
