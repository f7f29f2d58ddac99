"""How many to look at: to tell a rate to ± x, or to see at least one of a few bad ones. It reckons while one types."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QSpinBox, QWidget

from qualitydesk.inspections.rules.sample_sizes import chance_to_see, enough_to_detect, enough_to_estimate
from qualitydesk.kit.pickers import NumberBox
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools


class SizeDialog(QDialog):
    """Nothing is written. `take`: whoever asked takes one of the two numbers over by a button."""

    def __init__(
        self,
        tools: Tools,
        population: int = 60,
        parent: QWidget | None = None,
        *,
        take: Callable[[int], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self.setWindowTitle(self.tr("How many to look at"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.population = NumberBox(max(1, population), least=1, most=100_000)
        self.margin = NumberBox(10, least=1, most=50)
        self.share = NumberBox(50, least=0, most=100)
        self.bad = NumberBox(10, least=1, most=100)
        for box in (self.margin, self.share, self.bad):
            box.setSuffix(" %")
        self._take = take
        self.wanted = self.enough = 0
        self.take_estimate = button("", "check", lambda: self._taken(self.wanted))
        self.take_detect = button("", "check", lambda: self._taken(self.enough))
        self.estimate = label("", wrap=True, selectable=True)
        self.detect = label("", wrap=True, selectable=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self._row(grid, self.tr("How many there are"), self.population)
        grid.addWidget(label(self.tr("To estimate a rate"), "section"), grid.rowCount(), 0, 1, 2)
        self._row(grid, self.tr("To within ±"), self.margin)
        self._row(grid, self.tr("Rate expected (50% when not known)"), self.share)
        grid.addWidget(self.estimate, grid.rowCount(), 0, 1, 2)
        grid.addWidget(self.take_estimate, grid.rowCount(), 1)
        grid.addWidget(label(self.tr("To see at least one"), "section"), grid.rowCount(), 0, 1, 2)
        self._row(grid, self.tr("If so many are bad"), self.bad)
        grid.addWidget(self.detect, grid.rowCount(), 0, 1, 2)
        grid.addWidget(self.take_detect, grid.rowCount(), 1)
        for made in (self.take_estimate, self.take_detect):
            made.setVisible(take is not None)
        about = self.tr(
            "Both at 95% confidence, drawn by lot from a finite number. What such a sample shows holds for the whole, "
            "not for a single person: nobody is sanctioned on it."
        )
        close = button(self.tr("Close"), "", self.accept, role="primary")
        column = vbox(grid, label(about, "caption", wrap=True), hbox(None, close), gap=GAP)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.setMinimumWidth(64 * GRID)
        for box in (self.population, self.margin, self.share, self.bad):
            box.valueChanged.connect(lambda _value: self._reckon())
        self._reckon()
        self.population.setFocus()

    def _row(self, grid: QGridLayout, words: str, box: QSpinBox) -> None:
        at = grid.rowCount()
        grid.addWidget(label(words, tone="muted"), at, 0)
        grid.addWidget(box, at, 1)
        box.setAccessibleName(words)

    def _reckon(self) -> None:
        there = self.population.value()
        wanted = enough_to_estimate(there, self.margin.value() / 100, self.share.value() / 100)
        words = self.tr(
            "Look at {wanted} of {there}: the rate found is then within ± {margin} points of the true one, in 95 of "
            "100 such samples."
        )
        if wanted == there:
            words = self.tr("All {there} must be looked at: fewer do not tell the rate to ± {margin} points.")
        self.wanted = wanted
        self.take_estimate.setText(self.tr("Take {count}").format(count=wanted))
        self.estimate.setText(words.format(wanted=wanted, there=there, margin=self.margin.value()))
        bad = ceil(there * self.bad.value() / 100)
        enough = enough_to_detect(there, bad)
        assert enough is not None  # at least one is bad
        half = max(1, enough // 2)
        words = self.tr(
            "Look at {enough} of {there}: if {bad} of them are bad, at least one is seen with a chance of 95% or more. "
            "Of {half} looked at it would be {chance}%."
        )
        chance = floor(100 * chance_to_see(there, bad, half))
        self.enough = enough
        self.take_detect.setText(self.tr("Take {count}").format(count=enough))
        self.detect.setText(words.format(enough=enough, there=there, bad=bad, half=half, chance=chance))

    def _taken(self, count: int) -> None:
        if self._take is not None:
            self._take(count)
            self.accept()
