"""Why a sum is what it is: the same card wherever a sum stands, and the window it opens in by a click or F4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.phrases import knows, say, together
from qualitydesk.kit import card
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approvers, Decision, SlipSheet, SlipStep
from qualitydesk.penalties.rules import cited
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.approve_dialog import not_by_words
from qualitydesk.penalties.ui.words import appeal_explanation, explanations, fen_words
from qualitydesk.rulebook.model import Edition

WHY = "F4"


def why_key() -> Key:
    """What F1 tells of it, on pages whose tables have sums; the table sees to it."""
    return Key(WHY, QCoreApplication.translate("Explaining", "Why this sum? (or click on it)"))


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


class ExplainDialog(QDialog):
    """The card in a window of its own; `note` stands above it. Esc closes."""

    _FURTHER = 2

    def __init__(
        self,
        title: str,
        blocks: Sequence[card.Explanation],
        parent: QWidget | None = None,
        *,
        note: str = "",
        open_words: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """`then` is offered as a further button, named `open_words`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.card = ExplainCard()
        self.card.show_explanation(*blocks)
        close = button(self.tr("Close"), do=self.accept, role="primary")
        buttons = hbox(None, close)
        if then is not None:
            self.finished.connect(lambda result: then() if result == self._FURTHER else None)
            buttons.insertWidget(0, button(open_words, "arrow-right", lambda: self.done(self._FURTHER)))
        above = [label(note, tone="muted", wrap=True)] if note else []
        column = vbox(*above, scroll_column(title, self.card), buttons, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self, (Key("Esc", self.tr("Close")),))
        self.resize(84 * GRID, 72 * GRID)
        self.finished.connect(lambda _result: self.deleteLater())
        close.setFocus()


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
        ExplainDialog(title, blocks, self._asker.window(), note=note).open()

    def _open(self, sheet: SlipSheet, below: Sequence[card.Explanation]) -> None:
        slip, show = sheet.view.slip, self._show_slip
        title = self.tr("Why this fine? {number} · {name}").format(number=slip.number, name=slip.decision.employee.name)
        blocks = [*slip_explanations(sheet, self._tools.language), *below]
        then = (lambda: show(slip.id)) if show is not None else None
        words = self.tr("Open the slip")
        ExplainDialog(title, blocks, self._asker.window(), open_words=words, then=then).open()


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
