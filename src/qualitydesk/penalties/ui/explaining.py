"""Why a sum is what it is: the same card wherever a sum stands, opened by a click or F4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget

from qualitydesk.basics.phrases import knows, say, together
from qualitydesk.complaints.ui.money_why import payment_explanations, severity_explanation
from qualitydesk.complaints.ui.parts.ending import sanction_words
from qualitydesk.kit import card
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.explain_dialog import WHY, ExplainDialog, why_key
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approvers, CaseFines, Decision, SlipSheet, SlipStep
from qualitydesk.penalties.rules import cited
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.approve_dialog import not_by_words
from qualitydesk.penalties.ui.words import appeal_explanation, explanations, fen_words
from qualitydesk.rulebook.model import Edition

__all__ = [
    "WHY",
    "ExplainDialog",
    "Explaining",
    "asks_of",
    "decision_explanations",
    "explain_from",
    "slip_explanations",
    "steps_explanation",
    "total_column",
    "why_key",
]


def total_column(title: str, width: int) -> Column:
    """The sum of a slip as a column that may be asked about: rows have a `total`, in fen."""
    return Column(title, attrgetter("total"), text=fen_words, align="right", width=width, asks=asks_of("total"))


def asks_of(name: str) -> Callable[[Any], bool]:
    """For a column: whether a row's sum of that name is one that can be asked about."""
    return lambda row: bool(getattr(row, name))


def slip_explanations(sheet: SlipSheet, language: str) -> list[card.Explanation]:
    """Everything a slip's sum stands on: the rule of that day, what was looked at and counted or not and why, the
    arithmetic, what an appeal changed, who decided and who typed."""
    decision, appeal = sheet.view.slip.decision, sheet.appeal
    judged = (appeal_explanation(decision, appeal, language),) if appeal is not None and appeal.outcome else ()
    return [
        *decision_explanations(decision, sheet.rule, language),
        *judged,
        steps_explanation(sheet.history, language),
    ]


def case_explanations(found: CaseFines, language: str) -> list[card.Explanation]:
    """Who paid what in a case, then each slip with all it stands on."""
    if not found.page.handlings:
        return []
    translate = QCoreApplication.translate
    lines = []
    for one in found.page.handlings:
        role = say(language, f"handling_role.{one.role}")
        name = " · ".join(part for part in (one.name, role, sanction_words(one.sanction, language)) if part)
        source = one.slip_number or translate("Explaining", "recorded without a slip")
        note = " · ".join(part for part in (source, one.by, moment_words(one.recorded_at), one.words) if part)
        lines.append(card.Line(name, fen_words(one.amount), note=note))
    total = fen_words(sum(one.amount for one in found.page.handlings))
    title = translate("Explaining", "What people paid in this case")
    blocks = [card.Explanation(title, tuple(lines), translate("Explaining", "Fines in all"), total)]
    if found.page.severity is not None:
        blocks.append(severity_explanation(found.page.severity, language))
    for sheet in found.sheets:
        slip = sheet.view.slip
        first, *others = slip_explanations(sheet, language)
        blocks += [replace(first, title=f"{slip.number} · {slip.decision.employee.name} · {first.title}"), *others]
    return blocks


def decision_explanations(decision: Decision, rule: Edition, language: str) -> list[card.Explanation]:
    """The same of what is only proposed or supposed. `rule`: the edition it cites."""
    source = say(
        language,
        "slip.rule_source",
        title=rule.texts[language]["title"],
        edition=rule.number,
        day=rule.effective_from.isoformat(),
    )
    title = QCoreApplication.translate("Explaining", "The rule as it stood on that day")
    text = card.Explanation(title, (card.Line(cited(decision, rule, language), note=source),))
    return [text, *explanations(decision, language)]


def deciders_explanation(allowed: Approvers, language: str) -> card.Explanation:
    """Who would have to approve what is only proposed: the posts of the rule, and who holds one today."""
    posts = card.Line(" / ".join(allowed.posts) or "—", note=together([one.name for one in allowed.people], language))
    barred = (card.Line(words),) if (words := not_by_words(allowed.not_by, language)) else ()
    return card.Explanation(QCoreApplication.translate("Explaining", "Who decides"), (posts, *barred))


def steps_explanation(steps: Iterable[SlipStep], language: str) -> card.Explanation:
    """Who decided each step and who typed it."""
    title = QCoreApplication.translate("Explaining", "Who decided and who typed")
    return card.Explanation(title, tuple(_step(step, language) for step in steps))


def _step(step: SlipStep, language: str) -> card.Line:
    code = f"slip.step.{step.verb}"
    words = QCoreApplication.translate("Explaining", "decided by {decider}, typed by {typist}")
    who = words.format(decider=step.decided_by or "—", typist=step.entered_by or "—")
    way = say(language, f"slip.way.{step.way.value}") if step.way else ""
    note = " · ".join(part for part in (who, day_long(step.on), way, step.note) if part)
    verb = say(language, code) if knows(language, code) else step.verb
    return card.Line(verb, moment_words(step.at), note=note)


class Explaining(QObject):
    """Opens the explanation of slips from wherever `asker` shows sums of them; `show(id)` leads to the slip's page."""

    def __init__(
        self, tools: Tools, penalties: Penalties, asker: QWidget, show: Callable[[UUID], object] | None = None
    ) -> None:
        super().__init__(asker)
        self._tools, self._penalties, self._asker, self._show_slip = tools, penalties, asker, show

    def explain(self, slip_id: UUID, below: Sequence[card.Explanation] = ()) -> None:
        """Read the slip and show why its sum is what it is; `below` it, what else is to be said."""
        self._tools.operations.read(
            self, self._penalties.sheet, slip_id, then=lambda sheet: self._open(sheet, below), topic="why"
        )

    def explain_case(self, case_id: UUID) -> None:
        """Read what was imposed and paid in a case and show why its sums are what they are."""
        self._tools.operations.read(self, self._penalties.fines_of_case, case_id, then=self._open_case, topic="why")

    def _open_case(self, found: CaseFines) -> None:
        page, language = found.page, self._tools.language
        title = self.tr("Why these sums? {number}").format(number=page.line.number)
        blocks = [*case_explanations(found, language), *payment_explanations(page, language)]
        ExplainDialog(title, blocks, self._above()).open()

    def _above(self) -> QWidget:
        """Over the window that is open, if one is."""
        return QApplication.activeModalWidget() or self._asker.window()

    def explain_decision(self, decision: Decision, title: str, note: str = "") -> None:
        """Show why a sum that no slip tells yet is what it is, and who would decide on it. `note` stands above it."""
        self._tools.operations.read(
            self,
            self._penalties.grounds,
            decision,
            then=lambda found: self._open_decision(decision, title, note, found),
            topic="why",
        )

    def _open_decision(self, decision: Decision, title: str, note: str, found: tuple[Edition, Approvers]) -> None:
        rule, allowed = found
        language = self._tools.language
        blocks = [*decision_explanations(decision, rule, language), deciders_explanation(allowed, language)]
        ExplainDialog(title, blocks, self._above(), note=note).open()

    def _open(self, sheet: SlipSheet, below: Sequence[card.Explanation]) -> None:
        slip, show = sheet.view.slip, self._show_slip
        title = self.tr("Why this fine? {number} · {name}").format(number=slip.number, name=slip.decision.employee.name)
        blocks = [*slip_explanations(sheet, self._tools.language), *below]
        then = (lambda: show(slip.id)) if show is not None else None
        words = self.tr("Open the slip")
        ExplainDialog(title, blocks, self._above(), open_words=words, then=then).open()


def explain_by(table: Table, told: Callable[[Any], tuple[str, Sequence[card.Explanation]] | None]) -> None:
    """Let a click on a sum of a table, or F4, open what `told(row)` gives: a title and the blocks, at once."""

    def asked(row: object) -> None:
        found = told(row)
        if found is not None:
            ExplainDialog(*found, table.window()).open()

    table.asked.connect(asked)


def explain_from(
    table: Table,
    tools: Tools,
    penalties: Penalties,
    slip_of: Callable[[Any], UUID | None],
    show: Callable[[UUID], object] | None = None,
) -> Explaining:
    """Let the sums of a table whose columns ask be explained; `slip_of(row)`: the slip a row is of."""
    explaining = Explaining(tools, penalties, table, show)

    def asked(row: object) -> None:
        if (slip_id := slip_of(row)) is not None:
            explaining.explain(slip_id)

    table.asked.connect(asked)
    return explaining
