"""Tab 定级: the level with the criterion that decided it, who said so, and similar earlier cases beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.complaints.model import Step
from qualitydesk.complaints.ui.money_why import severity_explanation
from qualitydesk.complaints.ui.similar import SimilarCases
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.pieces import EmptyState, button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import GRID


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
            self.card.show_explanation(severity_explanation(severity, self.language, shown.zone))
        self.alike.read_for(shown.case_id)

    def _set(self) -> None:
        if self.shown is not None:
            self.desk.verbs.record(self.shown.case_id, Step.CLASSIFIED)
