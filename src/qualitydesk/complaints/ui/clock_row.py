"""The clocks of a case beside each other; each opens its derivation, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QWidget

from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.model.clocks import ClockKind, ClockState, Deadline
from qualitydesk.complaints.rules.deriving import due_words, words
from qualitydesk.complaints.ui.words import clock_words, left_tone, left_words, provisional_words
from qualitydesk.kit.card import ExplainCard, Explanation, Line
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.scrolled import fit_height, scroll_column
from qualitydesk.kit.theme import EDGE, GRID

TOLD = ("closing", "request_answer")  # how these came out is told once none runs any more
_LEAST = 24 * GRID  # pixels: a window of one short reckoning
MOST = 4  # shown at once; all of them behind the last button


class ClockRow(QWidget):
    """Buttons of the clocks that run or were missed, the next due first."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._zone = ""
        self._deadlines: tuple[Deadline, ...] = ()
        self.buttons: list[QPushButton] = []
        self._row = hbox(gap=GRID)
        self.all_button = button(self.tr("All clocks"), "clock", self.show_all, role="quiet")
        row = hbox(self._row, self.all_button, None, gap=GRID)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clocks(self, deadlines: Sequence[Deadline], now: datetime, zone: str) -> None:
        """The open ones, or else how the closing limit, of a request its answer, came out."""
        self._deadlines, self._zone = tuple(deadlines), zone
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = [one for one in deadlines if one.is_open] or [one for one in deadlines if one.rule.code in TOLD]
        self.buttons = [self._made(one, now) for one in shown[:MOST]]
        for made in self.buttons:
            self._row.addWidget(made)
        self.all_button.setVisible(bool(deadlines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.all_button.sizeHint().width(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """As many as there is room for; the others stand behind the last button."""
        room = self.width() - self.all_button.sizeHint().width() - GRID
        for made in self.buttons:
            room -= made.sizeHint().width() + GRID
            made.setVisible(room >= 0)

    def show_all(self) -> DerivationDialog:
        return self._open(self._deadlines)

    def _made(self, one: Deadline, now: datetime) -> QPushButton:
        made = button(clock_face(one, now, self._language), "clock", lambda: self._open((one,)))
        tone = deadline_tone(one, now)
        if tone:
            set_icon(made, "alert", tone)
        tip = self.tr("Due {moment}; press to see how it is reckoned")
        made.setToolTip(tip.format(moment=_due_words(one, self._zone, self._language)))
        return made

    def _open(self, deadlines: Sequence[Deadline]) -> DerivationDialog:
        dialog = DerivationDialog(deadlines, self._zone, self._language, self.window())
        dialog.open()
        return dialog


class DerivationDialog(QDialog):
    """How deadlines were reckoned: each line can be selected and copied."""

    def __init__(self, deadlines: Sequence[Deadline], zone: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How the deadline is reckoned"))
        self.card = ExplainCard()
        self.card.show_explanation(*(explained(one, zone, language) for one in deadlines))
        close = button(self.tr("Close"), do=self.accept)
        close.setDefault(True)
        self._area = scroll_column(self.windowTitle(), self.card)
        column = vbox(self._area, hbox(None, close), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        KeyTable(self).bind(Key("Return", self.tr("Close")), Key("Esc", self.tr("Close")))
        self.resize(80 * GRID, _LEAST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, self._area, _LEAST)


def clock_face(one: Deadline, now: datetime, language: str) -> str:
    """结案期限：还剩 3 天 4 小时; of one that has ended how it came out."""
    name = clock_words(one.rule.code, language)
    if one.state in (ClockState.RUNNING, ClockState.OVERDUE):
        left = left_words(one.due_at, now, language)
        if one.provisional:
            left = provisional_words(left, language)
        return f"{name}  {left}"
    return f"{name}  {say(language, f'clock.state.{one.state}')}"


def _due_words(one: Deadline, zone: str, language: str) -> str:
    """When it is due, and whether that still hangs on days off not announced yet."""
    due = due_words(one, zone)
    return provisional_words(due, language) if one.provisional and one.is_open else due


def deadline_tone(one: Deadline, now: datetime) -> str:
    """Red for a limit missed, amber for a target missed or a limit near."""
    limit = one.rule.kind is not ClockKind.TARGET
    if one.is_open:
        return left_tone(one.due_at, now, limit=limit)
    return ("danger" if limit else "warning") if one.is_missed else ""


def explained(one: Deadline, zone: str, language: str) -> Explanation:
    """A deadline's derivation as a card."""
    title = f"{clock_words(one.rule.code, language)} · {say(language, f'clock.kind.{one.rule.kind}')}"
    lines = tuple(Line(sentence) for sentence in words(one.derivation, language))
    state = capital(say(language, f"clock.state.{one.state}"))
    if one.provisional and one.is_open:
        state = provisional_words(state, language)
    return Explanation(title, lines, state, due_words(one, zone))
