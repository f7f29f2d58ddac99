"""A decision that explains itself: title, one line a step, total. Plain data in; used for fines, scores, tiers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from qualitydesk.kit.pieces import hbox, label, panel, set_role, vbox
from qualitydesk.kit.theme import EDGE, GRID


@dataclass(frozen=True)
class Line:
    """One step: what was looked at, what came of it, and perhaps a note (rule and edition, why not counted)."""

    label: str
    value: str = ""
    tone: str = "text"
    note: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Explanation:
    """A decision step by step."""

    title: str
    lines: tuple[Line, ...] = ()
    total_label: str = ""
    total: str = ""
    note: str = ""


class ExplainCard(QFrame):
    """Shows one or several explanations below each other; every word can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._column = vbox(gap=GRID)
        self._column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(self._column)
        self._shown: list[QWidget] = []

    def show_explanation(self, *explanations: Explanation) -> None:
        """Show these instead."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [_block(explanation) for explanation in explanations]
        for block in self._shown:
            self._column.addWidget(block)
        self.setAccessibleName("; ".join(explanation.title for explanation in explanations))
        self.setAccessibleDescription("\n".join(plain_words(explanation) for explanation in explanations))


def plain_words(explanation: Explanation) -> str:
    """An explanation as lines of text, for the clipboard and for readers who hear the screen."""
    lines = [explanation.title]
    for line in explanation.lines:
        lines.append(" ".join(part for part in (line.label, line.value, f"({line.note})" if line.note else "") if part))
    if explanation.total_label or explanation.total:
        lines.append(f"{explanation.total_label} {explanation.total}".strip())
    return "\n".join((*lines, explanation.note) if explanation.note else lines)


def _block(explanation: Explanation) -> QWidget:
    block = QWidget()
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(EDGE)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(0, 1)
    for row, line in enumerate(explanation.lines):
        _put_line(grid, 2 * row, line)
    parts: list[QWidget | QGridLayout] = [label(explanation.title, "section", wrap=True, selectable=True), grid]
    column = vbox(*parts, gap=GRID)
    if explanation.total_label or explanation.total:
        column.addWidget(_rule())
        total = label(explanation.total, "number", selectable=True)
        column.addLayout(hbox(label(explanation.total_label, "section"), None, total))
    if explanation.note:
        column.addWidget(label(explanation.note, "caption", wrap=True, selectable=True))
    block.setLayout(column)
    return block


def _put_line(grid: QGridLayout, row: int, line: Line) -> None:
    role = "section" if line.strong else ""
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(label(line.label, role, wrap=True, selectable=True), row, 0, top)
    value: QLabel = label(line.value, role, tone=line.tone, selectable=True)
    grid.addWidget(value, row, 1, top | Qt.AlignmentFlag.AlignRight)
    if line.note:
        grid.addWidget(label(line.note, "caption", wrap=True, selectable=True), row + 1, 0, 1, 2)


def _rule() -> QFrame:
    made = panel("rule")
    made.setFixedHeight(1)
    return made
