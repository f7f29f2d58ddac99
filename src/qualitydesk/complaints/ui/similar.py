"""Earlier cases alike, with the level and the fines each came to: beside the choice of a level."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.complaints.model import Likeness
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.words import level_numeral, level_tone, subjects_words
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools


class SimilarCases(QWidget):
    """`read_for(id)` fills it. `wanted`: one of them is to be seen; None: it is only read here, and Enter asks why its
    sums are what they are.

    Signals: `why_wanted(case)` by a click on a sum, or F4.
    """

    why_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        wanted: Callable[[UUID], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._complaints = tools, complaints
        language = tools.language
        self.similar = TableModel(
            (
                Column(
                    self.tr("Number"),
                    lambda one: one.case.number,
                    tip=lambda one: one.case.narrative,
                    width=120,
                    whole=True,
                ),
                Column(
                    self.tr("Level"),
                    lambda one: level_numeral(one.case.level),
                    tone=lambda one: level_tone(one.case.level),
                    width=56,
                ),
                Column(
                    self.tr("Fines"),
                    lambda one: money.words(one.fine) if one.fine else "",
                    align="right",
                    width=88,
                    asks=lambda one: bool(one.fine),
                ),
                Column(self.tr("Paid back"), _paid, align="right", width=104, asks=lambda one: bool(_paid(one))),
                Column(self.tr("Subjects"), lambda one: subjects_words(one.case, language), stretch=True),
                Column(self.tr("Alike"), _alike, align="right", width=64),
            ),
            key=lambda one: one.case.id,
            parent=self,
        )
        self.table = Table(
            self.similar,
            name=self.tr("Similar earlier cases"),
            empty=self.tr("No earlier case with a subject in common has a level."),
        )
        self.table.asked.connect(lambda one: self.why_wanted.emit(one.case.id))
        if wanted is not None:
            self.table.opened.connect(lambda one: wanted(one.case.id))
        else:
            self.table.opened.connect(self._ask)
        column = vbox(self.table)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _ask(self, one: Likeness) -> None:
        if one.fine or _paid(one):
            self.why_wanted.emit(one.case.id)

    def read_for(self, case_id: UUID) -> None:
        """Look for those alike."""
        self._tools.operations.read(
            self, self._complaints.similar_cases, case_id, then=self.similar.show_rows, topic="similar"
        )


def _paid(one: Likeness) -> str:
    total = one.case.refund + one.case.compensation
    return money.words(total) if total else ""


def _alike(one: Likeness) -> str:
    """How much of the text they share; nothing where they share a subject only."""
    words = f"{one.likeness:.0%}"
    return "" if words == "0%" else words
