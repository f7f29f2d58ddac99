"""Cases that may be the one just being entered, and the person's earlier ones: shown while typing, never in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseLine, Likeness
from qualitydesk.complaints.ui.words import level_numeral, patient_words, step_words, tags_of
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Banner, button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GRID

MOST = 4  # shown at once


class DuplicatesView(QWidget):
    """Signals: `wanted(UUID)` one of them is to be seen in place of the new one."""

    wanted = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._column = vbox(gap=GRID)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._column)
        self._shown: list[QWidget] = []
        self.found: tuple[CaseLine, ...] = ()
        self.hide()

    def show_found(self, likely: Sequence[Likeness], earlier: Sequence[CaseLine], flag: str = "") -> None:
        """Why all staff are asked to take care with the person; those that may be the same; the person's earlier
        ones."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        known = {one.case.id for one in likely}
        rest = [line for line in earlier if line.id not in known]
        self.found = (*(one.case for one in likely[:MOST]), *rest[:MOST])
        self._shown = []
        if flag:
            self._show(
                Banner(self.tr("All staff are asked to take care with this patient: {why}").format(why=flag), "warning")
            )
        if likely:
            self._head(self.tr("May have been reported already ({count})").format(count=len(likely)))
            for one in likely[:MOST]:
                self._add(one.case, " · ".join(say(self._language, f"likeness.{why}") for why in one.why))
        if rest:
            self._head(self.tr("Earlier complaints of the same person ({count})").format(count=len(rest)))
            for line in rest[:MOST]:
                self._add(line, "")
        self.setVisible(bool(self._shown))

    def words(self) -> str:
        """All that is shown, a line each."""
        return "\n".join(one.text() for one in self.findChildren(QLabel) if one.isVisible() and one.text())

    def _head(self, words: str) -> None:
        self._show(label(words, "section"))

    def _show(self, made: QWidget) -> None:
        self._column.addWidget(made)
        self._shown.append(made)

    def _add(self, line: CaseLine, why: str) -> None:
        row = _row(line, why, self._language)
        open_button = button(self.tr("Open"), "arrow-right", lambda: self.wanted.emit(line.id), role="quiet")
        open_button.setAccessibleName(self.tr("Open {number}").format(number=line.number))
        open_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes through the fields of the new case
        layout = row.layout()
        assert layout is not None
        layout.addWidget(open_button)
        self._show(row)


def _row(line: CaseLine, why: str, language: str) -> QFrame:
    facts = [
        line.number,
        moment_words(line.received_at),
        patient_words(line),
        step_words(line.step, language),
        level_numeral(line.level),
        why,
    ]
    story = line.narrative.replace("\n", " ")
    marks = [label(" · ".join(tags_of(line)), tone="warning")] if line.flagged else []
    words = vbox(
        label(" · ".join(part for part in facts if part), wrap=True),
        *marks,
        label(story[:90] + ("…" if len(story) > 90 else ""), "caption", wrap=True),
        gap=0,
    )
    made = panel()
    row = hbox(words, gap=EDGE)
    row.setStretch(0, 1)
    row.setContentsMargins(EDGE, GRID // 2, GRID, GRID // 2)
    made.setLayout(row)
    return made
