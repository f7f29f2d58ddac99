"""What the page of a slip shows: head, payers, the rule of that day, history, and the card "why this fine?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.phrases import capital, knows, say, together
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.pieces import Chip, Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Payment, SlipSheet, SlipState, SlipStep
from qualitydesk.penalties.rules import cited, word
from qualitydesk.penalties.ui.explaining import asks_of, slip_explanations
from qualitydesk.penalties.ui.fairness_card import FairnessCard
from qualitydesk.penalties.ui.words import (
    TONES,
    change_words,
    fen_words,
    pays_words,
    sanction_words,
    standing_words,
    state_words,
    verdict_words,
)

_BEFORE = 4  # the payers' column that is seen only where an appeal changed something


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
        self.age = label("", "caption", wrap=True)
        self.course = Facts()
        self.files = TableModel(self._file_columns(), parent=self)
        self.file_table = Table(
            self.files, name=self.tr("Files"), empty=self.tr("No scan yet. Drop the signed paper here.")
        )
        self.payers = TableModel(self._payer_columns(), key=lambda payer: payer.payment.person_id, parent=self)
        self.steps = TableModel(self._step_columns(), key=lambda step: (step.at, step.verb), parent=self)
        self.payer_table = Table(self.payers, name=self.tr("Who pays what"), empty=self.tr("No money is involved."))
        self.step_table = Table(self.steps, name=self.tr("History"), empty="")
        self.verdict = label("", wrap=True, selectable=True)
        self.verdict_button = button(self.tr("Decide on it…"), "scale")
        self.appendix_button = button(self.tr("Explanation as a paper…"), "note", role="quiet")
        self.record_button = button(self.tr("History of this record…"), "clock", role="quiet")
        for table in (self.payer_table, self.step_table, self.file_table):
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = ExplainCard()
        self.fairness = FairnessCard(tools)

    def columns(self) -> tuple[QScrollArea, QScrollArea]:
        """The slip's facts at the left, the explanation at the right."""
        self._signature = _part(self.tr("Signature and appeal"), self.course, self.file_table)
        self._proposed = _part(self.tr("To be decided by people"), self.verdict, self._wide(self.verdict_button))
        left = scroll_column(
            self.tr("Slip"),
            self._head(),
            self._proposed,
            self.fairness,
            self._signature,
            _section(self.tr("Who pays what"), self.payer_table),
            _section(self.tr("The rule as it stood on that day"), self.rule, self.rule_source),
            _section(self.tr("History"), self.step_table, self._wide(self.record_button)),
        )
        return left, scroll_column(self.tr("Why this fine?"), self.card)

    @staticmethod
    def _wide(made: QWidget) -> QWidget:
        """At the right end of a row of its own."""
        row = QWidget()
        row.setLayout(hbox(None, made))
        return row

    def _head(self) -> QWidget:
        top = hbox(self.chip, self.sanction, self.total, gap=EDGE)
        top.setStretch(1, 1)
        column = vbox(top, self.age, self.facts, self.paper, self.otherwise, self._wide(self.appendix_button), gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box = panel()
        box.setLayout(column)
        return box

    def _payer_columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("Role"), lambda payer: capital(say(language, f"role.{payer.payment.role}")), width=120),
            Column(self.tr("Name"), lambda payer: payer.payment.name, width=80),
            Column(self.tr("Sanction"), lambda payer: sanction_words(payer.payment.sanction, language), stretch=True),
            Column(self.tr("Basis"), self._basis, width=168),
            Column(self.tr("Before the appeal"), lambda payer: payer.before, text=fen_words, align="right", width=112),
            Column(
                self.tr("Amount"),
                lambda payer: payer.amount,
                text=fen_words,
                align="right",
                width=96,
                asks=asks_of("amount"),
            ),
        )

    def _basis(self, payer: Payer) -> str:
        if payer.amount != payer.before:
            return self.tr("Decided on appeal")
        return capital(say(self._language, f"ladder.basis.{payer.payment.basis}"))

    def _file_columns(self) -> Sequence[Column]:
        language = self._language
        return (
            Column(self.tr("What"), lambda one: capital(say(language, f"slip.file.{one.purpose}")), width=120),
            Column(self.tr("File"), lambda one: one.name, stretch=True),
            Column(self.tr("Added"), lambda one: one.added_at, text=moment_words, align="right", width=136),
            Column(self.tr("By"), lambda one: one.added_by, width=88),
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
        before, after = _sums(sheet)
        changed = before != after
        self.total.setText(change_words(sum(before), sum(after), language) if changed else fen_words(slip.total))
        self._show_verdict(sheet)
        self._show_course(sheet)
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
        sums = zip(decision.payments, before, after, strict=True)
        self.payers.show_rows([Payer(payment, was, fen) for payment, was, fen in sums])
        self.payer_table.setColumnHidden(_BEFORE, not changed)
        self.files.show_rows(sheet.files)
        self.steps.show_rows(sheet.history)
        counts = (len(decision.payments), len(sheet.history), len(sheet.files))
        for table, count in zip((self.payer_table, self.step_table, self.file_table), counts, strict=True):
            table.setFixedHeight((max(count, 1) + 1) * ROW + GRID)
        self.card.show_explanation(*slip_explanations(sheet, language))

    def _show_verdict(self, sheet: SlipSheet) -> None:
        """What the sanction leaves to people, and what they decided."""
        one = sheet.consequence
        self._proposed.setVisible(one is not None)
        self.verdict_button.setEnabled(one is not None and sheet.view.slip.state is not SlipState.APPEALED)
        if one is not None:
            kind = capital(say(self._language, f"points.follows.{one.kind}"))
            self.verdict.setText(f"{kind} · {verdict_words(one, sheet.deciders, self._language)}")

    def _show_course(self, sheet: SlipSheet) -> None:
        """How long it has stood there, how the employee answered, what was appealed and decided."""
        slip, told = sheet.view.slip, sheet.slip_age
        self.age.setText(capital(word(told, self._language)) if told else "")
        self.age.setVisible(told is not None)
        self._signature.setVisible(slip.paper_id is not None)
        self.course.show_facts([*self._answered(sheet), *self._appealed(sheet)])

    def _answered(self, sheet: SlipSheet) -> list[tuple[str, str]]:
        answer, slip = sheet.answer, sheet.view.slip
        facts: list[tuple[str, str]] = []
        if answer is not None:
            parts = [day_long(answer.on), capital(say(self._language, f"ladder.state.{answer.kind}"))]
            parts += [self.tr("no objection")] if answer.accepts else []
            parts.append(self.tr("recorded by {name}").format(name=answer.recorded_by))
            facts.append((self.tr("Answer"), " · ".join(parts)))
            if answer.reason:
                facts.append((self.tr("She says"), answer.reason))
            if answer.witness:
                facts.append((self.tr("Witness"), answer.witness))
        if slip.unanswered_on is not None:
            facts.append((self.tr("Not answered"), self.tr("noted on {day}").format(day=day_long(slip.unanswered_on))))
        if slip.settlement_ref:
            facts.append((self.tr("Settlement"), slip.settlement_ref))
        if sheet.notice_number:
            facts.append((self.tr("Personnel notice"), sheet.notice_number))
        if sheet.correction_number:
            facts.append((self.tr("Correcting notice"), sheet.correction_number))
        if slip.correction_since is not None:
            words = self.tr("no longer holds since {day}: a correcting notice is due (Ctrl+Shift+N)")
            facts.append((self.tr("The notice"), words.format(day=day_long(local_day(slip.correction_since)))))
        return facts

    def _appealed(self, sheet: SlipSheet) -> list[tuple[str, str]]:
        appeal, language = sheet.appeal, self._language
        if appeal is None:
            return []
        facts = [(self.tr("Appeal"), f"{day_long(appeal.on)} · {appeal.by}"), (self.tr("Words"), appeal.words)]
        if appeal.late_reason:
            facts.append((self.tr("Heard though late"), appeal.late_reason))
        if appeal.outcome is not None:
            outcome = capital(say(language, f"appeal.outcome.{appeal.outcome}"))
            facts.append((self.tr("Decision"), f"{day_long(appeal.decided_on)} · {appeal.decider} · {outcome}"))
            facts.append((self.tr("Reason"), appeal.reason))
            facts += self._changed_sums(sheet)
        return facts

    def _changed_sums(self, sheet: SlipSheet) -> list[tuple[str, str]]:
        """What each pays by the decision: before → after, the sum of all last."""
        (before, after), language = _sums(sheet), self._language
        told = [
            pays_words(one, change_words(was, now, language), language)
            for one, was, now in zip(sheet.view.slip.decision.payments, before, after, strict=True)
        ]
        if not told:
            return []
        told.append(self.tr("Together: {sums}").format(sums=change_words(sum(before), sum(after), language)))
        return [(self.tr("Who pays what"), "\n".join(told))]

    def _show_facts(self, sheet: SlipSheet) -> None:
        view, slip = sheet.view, sheet.view.slip
        facts = [
            (self.tr("Employee"), f"{slip.decision.employee.name} ({view.employee_number})"),
            (self.tr("Post"), view.post),
            (self.tr("Department"), f"{view.institution} · {view.department}"),
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
        act = sheet.view.slip.decision.act
        if act is not None:
            return self.tr("Source"), f"{capital(say(self._language, f'act.source.{act.source}'))} · {act.told_by}"
        return self.tr("Round"), f"{number} · {say(self._language, f'round_kind.{sheet.round_kind}')}"

    def _show_paper(self, sheet: SlipSheet) -> None:
        slip = sheet.view.slip
        open_still = slip.state in (SlipState.ISSUED, SlipState.ACKNOWLEDGED, SlipState.REFUSED)
        if slip.paper_id is not None and open_still:
            words = self.tr("Check code {check}. It may be appealed until {day}.")
            self.paper.setText(words.format(check=sheet.check_code, day=day_long(slip.appeal_last_day)))
        elif slip.paper_id is not None:
            self.paper.setText(self.tr("Check code {check}.").format(check=sheet.check_code))
        if sheet.appendix_check:
            words = self.tr("Explanation archived as appendix, check code {check}.")
            self.paper.setText(together((self.paper.text(), words.format(check=sheet.appendix_check)), self._language))
        self.paper.setVisible(slip.paper_id is not None)


@dataclass(frozen=True)
class Payer:
    """A payment of the decision, what it was before an appeal was decided, and what it comes to now, in fen."""

    payment: Payment
    before: int
    amount: int


def _sums(sheet: SlipSheet) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Each payment before and after the decision on an appeal, in fen; the same twice where there is none."""
    appeal = sheet.appeal
    if appeal is None or appeal.outcome is None or len(appeal.after) != len(sheet.amounts):
        return sheet.amounts, sheet.amounts
    return appeal.before, appeal.after


def _part(title: str, *parts: QWidget) -> QWidget:
    """A section that can be hidden as a whole."""
    made = QWidget()
    column = _section(title, *parts)
    column.setContentsMargins(0, 0, 0, 0)
    made.setLayout(column)
    return made


def _section(title: str, *parts: QWidget) -> QVBoxLayout:
    return vbox(label(title, "section"), *parts, gap=GRID // 2)
