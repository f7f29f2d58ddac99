"""What the page of a slip shows: head, payers, the rule of that day, history, and the card "why this fine?"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.pieces import Chip, Facts, hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipSheet, SlipState, SlipStep
from qualitydesk.penalties.rules import cited, word
from qualitydesk.penalties.ui.scroll_column import scroll_column
from qualitydesk.penalties.ui.words import (
    TONES,
    explanations,
    fen_words,
    sanction_words,
    standing_words,
    state_words,
)


class SlipSheetView(QObject):
    """The two columns of a slip's page, filled by `show_sheet`."""

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self.chip = Chip()
        self.sanction = label("", "section", wrap=True, selectable=True)
        self.total = label("", "number", selectable=True)
        self.facts = Facts()
        self.paper = label("", wrap=True, selectable=True)
        self.otherwise = label("", tone="muted", wrap=True, selectable=True)
        self.rule = label("", wrap=True, selectable=True)
        self.rule_source = label("", "caption", wrap=True, selectable=True)
        self.payers = TableModel(self._payer_columns(), key=lambda payment: payment.person_id, parent=self)
        self.steps = TableModel(self._step_columns(), key=lambda step: (step.at, step.verb), parent=self)
        self.payer_table = Table(self.payers, name=self.tr("Who pays what"), empty=self.tr("No money is involved."))
        self.step_table = Table(self.steps, name=self.tr("History"), empty="")
        for table in (self.payer_table, self.step_table):
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = ExplainCard()

    def columns(self) -> tuple[QScrollArea, QScrollArea]:
        """The slip's facts at the left, the explanation at the right."""
        left = scroll_column(
            self.tr("Slip"),
            self._head(),
            _section(self.tr("Who pays what"), self.payer_table),
            _section(self.tr("The rule as it stood on that day"), self.rule, self.rule_source),
            _section(self.tr("History"), self.step_table),
        )
        return left, scroll_column(self.tr("Why this fine?"), self.card)

    def _head(self) -> QWidget:
        top = hbox(self.chip, self.sanction, self.total, gap=EDGE)
        top.setStretch(1, 1)
        column = vbox(top, self.facts, self.paper, self.otherwise, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box = panel()
        box.setLayout(column)
        return box

    def _payer_columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Role"), lambda payment: capital(say(language, f"role.{payment.role}")), width=120),
            Column(self.tr("Name"), lambda payment: payment.name, width=80),
            Column(self.tr("Sanction"), lambda payment: sanction_words(payment.sanction, language), stretch=True),
            Column(
                self.tr("Basis"), lambda payment: capital(say(language, f"ladder.basis.{payment.basis}")), width=168
            ),
            Column(self.tr("Amount"), lambda payment: payment.amount, text=fen_words, align="right", width=96),
        )

    def _step_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda step: step.at, text=moment_words, align="right", width=136),
            Column(self.tr("What"), self._step_words, width=104),
            Column(self.tr("Decided by"), lambda step: step.decided_by, width=88),
            Column(self.tr("Entered by"), lambda step: step.entered_by, width=88),
            Column(self.tr("Note"), self._step_note, stretch=True),
        )

    def _step_words(self, step: SlipStep) -> str:
        code = f"slip.step.{step.verb}"
        return say(self._language, code) if knows(self._language, code) else step.verb

    def _step_note(self, step: SlipStep) -> str:
        way = say(self._language, f"slip.way.{step.way.value}") if step.way else ""
        return " · ".join(part for part in (day_long(step.on), way, step.note) if part)

    def show_sheet(self, sheet: SlipSheet) -> None:
        """Show this slip instead."""
        slip, decision, language = sheet.view.slip, sheet.view.slip.decision, self._language
        self.chip.say(state_words(slip.state, language), TONES[slip.state])
        self.sanction.setText(f"{standing_words(decision, language)} · {sanction_words(decision.sanction, language)}")
        self.total.setText(fen_words(decision.total))
        self._show_facts(sheet)
        self._show_paper(sheet)
        told = sheet.would_have_been
        self.otherwise.setText(word(told, language) if told else "")
        self.otherwise.setVisible(told is not None)
        self.rule.setText(cited(decision, sheet.rule, language))
        self.rule_source.setText(
            say(
                language,
                "slip.rule_source",
                title=sheet.rule.texts[language]["title"],
                edition=sheet.rule.number,
                day=sheet.rule.effective_from.isoformat(),
            )
        )
        self.payers.show_rows(decision.payments)
        self.steps.show_rows(sheet.history)
        for table, count in ((self.payer_table, len(decision.payments)), (self.step_table, len(sheet.history))):
            table.setFixedHeight((max(count, 1) + 1) * ROW + GRID)
        self.card.show_explanation(*explanations(decision, language))

    def _show_facts(self, sheet: SlipSheet) -> None:
        view, slip = sheet.view, sheet.view.slip
        facts = [
            (self.tr("Employee"), f"{slip.decision.employee.name} ({view.employee_number})"),
            (self.tr("Post"), view.post),
            (self.tr("Department"), f"{view.institution} {view.department}"),
            (self.tr("Day of the act"), day_long(slip.act_day)),
            self._event(sheet),
            (self.tr("Superior then"), view.superior),
            (self.tr("Head then"), view.head),
        ]
        if slip.improvement:
            facts.append((self.tr("Improvement wanted"), slip.improvement))
        self.facts.show_facts(facts)

    def _event(self, sheet: SlipSheet) -> tuple[str, str]:
        """The round or case it came from."""
        number = sheet.view.slip.decision.event_number
        if sheet.view.slip.case_id is not None:
            return self.tr("Case"), number
        return self.tr("Round"), f"{number} · {say(self._language, f'round_kind.{sheet.round_kind}')}"

    def _show_paper(self, sheet: SlipSheet) -> None:
        slip = sheet.view.slip
        if slip.paper_id is not None and slip.state is SlipState.ISSUED:
            words = self.tr("Check code {check}. It may be appealed until {day}.")
            self.paper.setText(words.format(check=sheet.check_code, day=day_long(slip.appeal_last_day)))
        elif slip.paper_id is not None:
            self.paper.setText(self.tr("Check code {check}.").format(check=sheet.check_code))
        self.paper.setVisible(slip.paper_id is not None)


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return vbox(label(title, "section"), *parts, gap=GRID // 2)
