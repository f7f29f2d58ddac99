"""Other thresholds tried on the real data: the pyramid before and after, and how many would rise and fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import MoneyBox, NumberBox
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import Pyramid, Simulation, Step
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import tier_words
from qualitydesk.rulebook.model.tiers import TierLevel, TiersRule

LONGEST = 120  # months


class SimulationDialog(QDialog):
    """Reads off the GUI thread; writes nothing."""

    def __init__(self, tools: Tools, tiers: Tiers, rule: TiersRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Try other thresholds"))
        self._tools, self._tiers, self._rule = tools, tiers, rule
        self.sums: dict[str, MoneyBox] = {}
        self.months: dict[str, NumberBox] = {}
        self.shown = TableModel(self._columns(), key=lambda row: row[0].tier, parent=self)
        self.table = Table(
            self.shown, name=self.tr("Pyramid before and after"), empty=self.tr('Press "Try" to see the pyramid.')
        )
        self.words = label("", wrap=True, selectable=True)
        self.problem = label("", tone="danger", wrap=True)
        self.try_button = button(self.tr("Try"), "play", self.try_it, role="primary")
        close = button(self.tr("Close"), do=self.accept)
        note = label(
            self.tr(
                "Counted by spending on the real purchases as of today. Nothing is written; the rule itself is changed "
                "as a new edition in the rulebook."
            ),
            "caption", wrap=True,
        )  # fmt: skip
        column = vbox(
            note, self._fields(), self.problem, hbox(self.try_button, None), self.table, self.words,
            hbox(None, close), gap=GAP,
        )  # fmt: skip
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setStretchFactor(self.table, 1)
        self.setLayout(column)
        self.key_table = KeyTable(self, (Key("Ctrl+Return", self.tr("Try"), self.try_it),))
        self.resize(96 * GRID, 76 * GRID)

    def _fields(self) -> QGridLayout:
        """A line for each tier that must be reached: sum and months, as they are in the rule."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        for place, words in enumerate((self.tr("Tier"), self.tr("Spending, yuan"), self.tr("Within months"))):
            grid.addWidget(label(words, "caption"), 0, place)
        for row, level in enumerate(reversed(self._rule.windows), 1):
            name = tier_words(level.code, self._tools.language)
            fen, months = MoneyBox(level.threshold), NumberBox(level.months, least=1, most=LONGEST)
            fen.setAccessibleName(self.tr("Spending for {tier}").format(tier=name))
            months.setAccessibleName(self.tr("Months for {tier}").format(tier=name))
            self.sums[level.code], self.months[level.code] = fen, months
            for place, widget in enumerate((label(name), fen, months)):
                grid.addWidget(widget, row, place)
        grid.setColumnStretch(3, 1)
        return grid

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Tier"), lambda row: tier_words(row[0].tier, language), width=104),
            Column(self.tr("Now"), lambda row: f"{row[0].count:,}", align="right", width=80),
            Column(self.tr("Share"), lambda row: f"{row[1]:.1f} %", align="right", width=80),
            Column(self.tr("Then"), lambda row: f"{row[2].count:,}", align="right", width=80),
            Column(self.tr("Share then"), lambda row: f"{row[3]:.1f} %", align="right", width=88, tone=_tone),
            Column(self.tr("Expected"), lambda row: _expected(row[0]), align="right", width=96, stretch=True),
        )

    def tried(self) -> TiersRule | None:
        """The rule with what was typed; None when it is no rule."""
        levels = [self._rule.levels[0]]
        for level in self._rule.windows:
            fen = self.sums[level.code].fen()
            if not fen or fen <= levels[-1].threshold:
                return None
            levels.append(
                TierLevel(
                    level.code, fen, self.months[level.code].value(), level.assets, level.share_low, level.share_high
                )
            )
        return replace(self._rule, levels=tuple(levels))

    def try_it(self) -> None:
        """Count anew with what stands in the fields."""
        rule = self.tried()
        self.problem.setText("" if rule else self.tr("Each tier needs a sum above that of the tier below it."))
        if rule is not None:
            self.try_button.setEnabled(False)
            self.words.setText(self.tr("Counting…"))
            self._tools.operations.read(
                self, self._tiers.simulate, rule, then=self._show, failed=self._failed, topic="simulation"
            )

    def _failed(self, _error: Exception) -> bool:
        self.try_button.setEnabled(True)
        self.words.setText("")
        return False

    def _show(self, found: Simulation) -> None:
        self.try_button.setEnabled(True)
        self.shown.show_rows(_rows(found.before, found.after))
        if found.rising or found.falling:
            words = self.tr("{rising} of {total} members would stand higher, {falling} lower, by their spending.")
        else:
            words = self.tr("Nobody of {total} members would stand in another tier.")
        total = found.before.total
        self.words.setText(words.format(rising=f"{found.rising:,}", falling=f"{found.falling:,}", total=f"{total:,}"))


def _rows(before: Pyramid, after: Pyramid) -> list[tuple[Step, float, Step, float]]:
    pairs = zip(before.steps, after.steps, strict=True)
    return [(one, before.percent(one), other, after.percent(other)) for one, other in pairs]


def _expected(step: Step) -> str:
    return f"{step.share_low}–{step.share_high} %"


def _tone(row: tuple[Step, float, Step, float]) -> str:
    return "" if row[2].share_low <= row[3] <= row[2].share_high else "warning"
