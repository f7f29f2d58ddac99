"""A pack as it looks on a round: one item at a time in large type, answered for practice, nothing recorded."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.clock import Clock, SystemClock
from qualitydesk.inspections.model import AnswerKind, Given, Item, Pack
from qualitydesk.inspections.rules.scoring import points, value_of, verdict_of
from qualitydesk.inspections.ui.item_card import ItemCard
from qualitydesk.inspections.ui.walk_view.answers import AnswerBar, typed
from qualitydesk.inspections.ui.walk_view.step_bar import StepBar
from qualitydesk.inspections.ui.words import given_words
from qualitydesk.kit.pieces import button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.rulebook.model import ScoreRule

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: +1,
    Qt.Key.Key_Right: +1,
    Qt.Key.Key_Space: +1,
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: +1}
_OTHER = {"zh": ("en", "English"), "en": ("zh", "中文")}
_PRACTICE = ScoreRule(90, 50, 3, critical_fails=True)  # as the rulebook ships; a round goes by the edition in force


class PackPreview(QDialog):
    """Leafs through a pack; answers are weighed as on a round and forgotten when it closes."""

    def __init__(
        self, pack: Pack, language: str, start: int = 0, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._pack = pack
        self._clock = clock or SystemClock()
        self._language = language
        self._at = min(max(start, 0), len(pack.items) - 1)
        self._given: dict[str, Given] = {}
        self.outcome = label("", tone="muted", wrap=True)
        self._back = button(self.tr("Item before"), "arrow-left", lambda: self.step(-1))
        self._on = button(self.tr("Item after"), "arrow-right", lambda: self.step(+1))
        self.other_button = button("", "languages", self.other_language)
        for made in (self._back, self._on, self.other_button):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys answer
        told = label(
            self.tr("↑ ↓ leaf through, PgDn shows the rest of a long text. Try the answers: nothing is recorded here."),
            "caption",
            wrap=True,
        )
        close = button(self.tr("Close"), do=self.accept)
        self._column = vbox(hbox(told, self.other_button, self._back, self._on, close))
        self._column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._ground: QWidget | None = None
        self.setLayout(self._column)
        self.resize(100 * GRID, 72 * GRID)
        self._build()

    def _build(self) -> None:
        """The parts of the walking page in the language shown now."""
        if self._ground is not None:
            self._column.removeWidget(self._ground)
            self.outcome.setParent(self)
            self._ground.deleteLater()
        language = self._language
        self.setWindowTitle(self.tr("Preview: {pack}").format(pack=self._pack.name[language]))
        self.other_button.setText(_OTHER[language][1])
        self.card = ItemCard(language)
        self.answers = AnswerBar(language)
        self.clocked = StepBar(language, self._clock)
        self.clocked.correct.hide()
        self._ground = panel()
        inside = vbox(self.card, self.clocked, self.answers, self.outcome)
        inside.setStretch(0, 1)
        inside.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self._ground.setLayout(inside)
        self._column.insertWidget(0, self._ground, 1)
        self.answers.given.connect(self.practise)
        self.clocked.clocked.connect(self._clock_step)
        self._show()

    def step(self, by: int) -> None:
        """Another item; stops at either end."""
        self._at = min(max(self._at + by, 0), len(self._pack.items) - 1)
        self._show()

    def other_language(self) -> None:
        """The same item as colleagues with the other language see it."""
        self._language = _OTHER[self._language][0]
        self._build()

    def practise(self, given: Given) -> None:
        """Weigh an answer."""
        item = self._item()
        kept = self._given.get(item.code)
        if kept is not None and item.kind is AnswerKind.STEP:
            given = replace(given, began=kept.began, ended=kept.ended)
        self._weigh(item, given)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        sign = typed(event)
        turn = _TURNS.get(Qt.Key(event.key()))
        if by is not None:
            self.step(by)
        elif turn is not None:
            self.card.turn(turn)
        elif sign == "s" and self._item().kind is AnswerKind.STEP:
            self._clock_step()
        elif (given := self.answers.answer_for(sign)) is not None:
            self.practise(given)
        else:
            super().keyPressEvent(event)

    def _item(self) -> Item:
        return self._pack.items[self._at]

    def _clock_step(self) -> None:
        """Begin the step, then end it."""
        item, now = self._item(), self._clock.now()
        kept = self._given.get(item.code, Given())
        if kept.ended is None:
            self._weigh(item, replace(kept, ended=now) if kept.began else replace(kept, began=now))

    def _weigh(self, item: Item, given: Given) -> None:
        self._given[item.code] = replace(given, verdict=verdict_of(item, given, _PRACTICE))
        self._show_answer(item)

    def _show(self) -> None:
        item = self._item()
        section = self._pack.sections[item.section][self._language]
        self.card.show_item(item, f"{section} · {self._at + 1} / {len(self._pack.items)}")
        self.answers.show_item(item, None)
        self.clocked.show_item(item, None)
        self._show_answer(item)
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < len(self._pack.items))
        (self.answers.field() or self).setFocus()

    def _show_answer(self, item: Item) -> None:
        given = self._given.get(item.code)
        self.answers.show_given(given)
        self.clocked.show_given(given)
        if given is None or given.verdict is None:
            self.outcome.setText(" ")
            return
        value = value_of(item, given, _PRACTICE)
        words = self.tr("Would count as: {verdict}").format(verdict=given_words(item, given, self._language))
        if value is not None:
            words += self.tr(" · {points} of {weight} points").format(
                points=points(value * item.weight), weight=item.weight
            )
        self.outcome.setText(words)
