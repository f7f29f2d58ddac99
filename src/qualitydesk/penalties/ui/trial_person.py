"""One employee in a trial of rules: every line, and the one under the cursor explained under either rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit import card
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Line
from qualitydesk.penalties.model.trial import Trial, TrialExplained, TrialLine, TrialPerson
from qualitydesk.penalties.printout.trial import event_words, sanction_words, signed_fen
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.service import Trials
from qualitydesk.penalties.ui.explaining import ExplainDialog, asks_of, why_key
from qualitydesk.penalties.ui.words import fen_words


class TrialPersonDialog(QDialog):
    """Reads the explanation of a line when the cursor comes to it."""

    def __init__(
        self, tools: Tools, trials: Trials, trial: Trial, person: TrialPerson, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._trials, self._trial, self._person = tools, trials, trial, person
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        title = self.tr("{name} ({number}) under the rules tried")
        self.setWindowTitle(title.format(name=person.name, number=person.number))
        words = self.tr("In force {before} · tried {after} · difference {difference}")
        sums = words.format(
            before=money.words(person.before), after=money.words(person.after), difference=signed_fen(person.difference)
        )
        self.lines = TableModel(self._columns(), key=_key, parent=self)
        self.table = Table(self.lines, name=self.tr("Lines"), empty="", tools=tools, remember="trial_lines")
        self.before, self.after = ExplainCard(), ExplainCard()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(scroll_column(self.tr("Under the rules in force"), self.before))
        split.addWidget(scroll_column(self.tr("Under the rules tried"), self.after))
        split.setSizes([60 * GRID, 60 * GRID])
        self.close_button = button(self.tr("Close"), do=self.accept)
        column = vbox(label(sums, "section", selectable=True), self.table, split, hbox(None, self.close_button))
        column.setStretchFactor(self.table, 2)
        column.setStretchFactor(split, 5)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(
            self, (Key("Up … Down", self.tr("Line before, next line")), why_key(), Key("Esc", self.tr("Close")))
        )
        self.table.picked.connect(self._pick)
        self.table.asked.connect(self._ask)
        self.lines.show_rows(sorted(person.lines, key=lambda one: (not one.difference, one.day)))
        self.resize(130 * GRID, 84 * GRID)
        self.table.selectRow(0)
        self.table.setFocus()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Day"), lambda one: one.day, text=day_words, width=104, sort="day"),
            Column(self.tr("Source"), lambda one: capital(say(language, f"trial.kind.{one.kind}")), width=88),
            Column(self.tr("Number or act"), lambda one: event_words(one, language), stretch=True),
            Column(self.tr("Whose act"), lambda one: one.employee, width=88),
            Column(self.tr("Role"), lambda one: capital(say(language, f"role.{one.role}")), width=96),
            Column(
                self.tr("In force"),
                lambda one: one.before,
                text=fen_words,
                align="right",
                width=96,
                sort="before",
                asks=asks_of("before"),
            ),
            Column(
                self.tr("Tried"),
                lambda one: one.after,
                text=fen_words,
                align="right",
                width=96,
                sort="after",
                asks=asks_of("after"),
            ),
            Column(
                self.tr("Difference"),
                lambda one: one.difference,
                text=signed_fen,
                tone=lambda one: "danger" if one.difference > 0 else "good" if one.difference < 0 else "muted",
                align="right",
                width=96,
                sort="difference",
            ),
        )

    def _pick(self, row: object) -> None:
        if not isinstance(row, TrialLine):
            return

        def show(found: TrialExplained) -> None:
            before, after = self._both(row, found)
            self.before.show_explanation(before)
            self.after.show_explanation(after)

        self._tools.operations.read(self, self._trials.explained, self._trial, row, then=show, topic="explained")

    def _both(self, row: TrialLine, found: TrialExplained) -> tuple[Explanation, Explanation]:
        return (
            self._card(found.before, row.before, row.before_sanction),
            self._card(found.after, row.after, row.after_sanction),
        )

    def _ask(self, row: TrialLine) -> None:
        """Both explanations below each other in a window of their own."""

        def show(found: TrialExplained) -> None:
            ExplainDialog(self.tr("Why this sum? Under the rules in force, and under those tried"),
                          self._both(row, found), self).open()  # fmt: skip

        self._tools.operations.read(self, self._trials.explained, self._trial, row, then=show, topic="asked")

    def _card(self, steps: Sequence[Line], fen: int, sanction: str) -> Explanation:
        language = self._tools.language
        told = [word(step, language) for step in steps] or [say(language, "trial.nothing")]
        title = self.tr("{name}: {sum}").format(name=self._person.name, sum=money.words(fen))
        lines = tuple(card.Line(one) for one in told)
        note = sanction_words(sanction, language) if sanction else ""
        return Explanation(title, lines, note=note)


def _key(line: TrialLine) -> object:
    return (line.kind, line.event_id, line.employee_id)
