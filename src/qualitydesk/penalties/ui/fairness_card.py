"""The card "before issuing": what speaks against a slip, and the similar slips it was compared with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pieces import IconLabel, hbox, label, set_role, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.fairness import Fairness, Similar
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.ui.explaining import total_column
from qualitydesk.penalties.ui.words import TONES, rung_tone, rung_words, state_words

_MOST_ROWS = 5  # of the twelve without scrolling: the slip itself stands below


class FairnessCard(QFrame):
    """Filled by `show_fairness`; None while it is read. It warns only: nothing on it keeps anybody from issuing.

    Signals: `opened(UUID)` a similar slip is to be looked at; `asked(UUID)` why its sum is what it is.
    """

    opened = Signal(object)
    asked = Signal(object)

    def __init__(self, tools: Tools, *, with_table: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._language = tools.language
        self._shown: list[QWidget] = []
        self.lines = vbox(gap=GRID)
        self.medians = label("", wrap=True, selectable=True)
        self.similar = TableModel(self._columns(), parent=self)
        self.table = Table(self.similar, name=self.tr("Similar slips"), empty="")
        self.table.opened.connect(lambda one: self.opened.emit(one.id))
        self.table.asked.connect(lambda one: self.asked.emit(one.id))
        self._with_table = with_table
        self.title = label(self.tr("Before issuing"), "section", wrap=True)
        column = vbox(self.title, self.lines, self.medians, self.table, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.show_fairness(None)

    def show_fairness(self, found: Fairness | None, title: str = "") -> None:
        """Show what was found; `title` says of which slip, where several stand beside each other."""
        self.title.setText(title or self.tr("Before issuing"))
        told = [word(line, self._language) for line in found.warnings] if found else []
        self._show_parts([self._warning(words) for words in told] or [self._calm(found)])
        self.medians.setText(word(found.told, self._language) if found else "")
        self.medians.setVisible(found is not None)
        rows = found.similar if found else ()
        self.similar.show_rows(rows)
        self.table.setFixedHeight((min(len(rows), _MOST_ROWS) + 1) * ROW + GRID)
        self.table.setVisible(self._with_table and bool(rows))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription("\n".join(told))

    def show_failure(self, why: str) -> None:
        """It could not be checked; `why` in the user's words, "" when that is told elsewhere."""
        self.show_fairness(None)
        words = self.tr("It could not be checked. It can be issued all the same.")
        self._show_parts([self._warning(f"{words} {why}".strip())])

    def _show_parts(self, parts: Sequence[QWidget]) -> None:
        for old in self._shown:
            self.lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = list(parts)
        for made in self._shown:
            self.lines.addWidget(made)

    def _warning(self, words: str) -> QWidget:
        made, sign = QWidget(), IconLabel("alert", "warning", 2 * GRID)
        row = hbox(sign, label(words, wrap=True, selectable=True), gap=GRID)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        row.setContentsMargins(0, 0, 0, 0)
        made.setLayout(row)
        return made

    def _calm(self, found: Fairness | None) -> QLabel:
        if found is None:
            return label(self.tr("Being checked…"), tone="muted")
        return label(self.tr("Nothing was found that speaks against issuing it."), tone="good", wrap=True)

    def _columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Number"), lambda one: one.number, width=136),
            Column(self.tr("Employee"), lambda one: one.employee, width=72),
            Column(self.tr("Day of the act"), lambda one: one.act_day, text=day_words, align="right", width=104),
            Column(self.tr("Rung or level"), self._degree, tone=_degree_tone, width=136),
            total_column(self.tr("Total"), 72),
            Column(
                self.tr("State"),
                lambda one: state_words(one.state, language),
                tone=lambda one: TONES[one.state],
                stretch=True,
            ),
        )

    def _degree(self, one: Similar) -> str:
        return rung_words(one.rung, self._language) if one.rung else say(self._language, f"level.{one.level}")


def _degree_tone(one: Similar) -> str:
    if one.rung:
        return rung_tone(one.rung)
    return f"level{one.level}" if one.level else "muted"
