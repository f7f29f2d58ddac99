"""An item in large type: what is wanted, the standard, why it matters. Shown while walking and in the preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import EarlierFinding, Gravity, Item
from qualitydesk.inspections.ui.words import kind_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Chip, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID

_EARLIER = 3


class ItemCard(QScrollArea):
    """Shows one item; a text longer than the room is turned on by `turn`. Its widgets stay, only their words change."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._where = label("", tone="muted", wrap=True)
        self._wanted = label("", "item", wrap=True)
        self._critical = Chip(self.tr("Critical: a fail here fails the whole"), "danger")
        self._serious = Chip(say(language, "gravity.serious"), "warning")
        self._season = Chip("", "info")
        self._kind = Chip("", "muted")
        self._standard = label("", wrap=True)
        self._actor = label("", wrap=True)
        self._said = label("", wrap=True)
        self._cut_off = label("", wrap=True, tone="warning")
        self._why = label("", wrap=True, tone="muted")
        self._past_title = label(self.tr("Found here before"), "section")
        self._past = [label("", wrap=True) for _ in range(_EARLIER)]
        chips = hbox(self._critical, self._serious, self._season, self._kind, None)
        column = vbox(
            self._where,
            self._wanted,
            chips,
            EDGE - GAP,
            self._standard,
            self._actor,
            self._said,
            self._cut_off,
            self._why,
            EDGE - GAP,
            self._past_title,
            *self._past,
            None,
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setLayout(column)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(20 * GRID)

    def show_item(self, item: Item, where: str, earlier: Sequence[EarlierFinding] = ()) -> None:
        """`where`: the line above, e.g. person, section and place in the list."""
        language = self._language
        self._where.setText(where)
        self._wanted.setText(item.title[language])
        self._standard.setText(item.standard[language])
        self._why.setText(item.why[language])
        self._show_step(item)
        self._critical.setVisible(item.critical)
        self._serious.setVisible(item.gravity is Gravity.SERIOUS)
        self._season.setVisible(item.season is not None)
        if item.season is not None:
            self._season.setText(self.tr("Summer only") if item.season == "summer" else self.tr("Winter only"))
        self._kind.setText(kind_words(item, language))
        self._show_past(earlier)
        self.verticalScrollBar().setValue(0)

    def _show_step(self, item: Item) -> None:
        """Who acts and what is said, where the list tells; and that its source breaks off."""
        language = self._language
        cut_off = "" if item.cut_off is None else item.cut_off.get(language) or self.tr("The source breaks off here.")
        for line, words in (
            (self._actor, self.tr("Who acts: {who}").format(who=item.actor[language]) if item.actor else ""),
            (self._said, self.tr("What is said: {words}").format(words=item.words[language]) if item.words else ""),
            (self._cut_off, cut_off),
        ):
            line.setText(words)
            line.setVisible(bool(words))

    def _show_past(self, earlier: Sequence[EarlierFinding]) -> None:
        self._past_title.setVisible(bool(earlier))
        for at, line in enumerate(self._past):
            line.setVisible(at < len(earlier))
            if at < len(earlier):
                one = earlier[at]
                note = one.note if len(one.note) <= 80 else f"{one.note[:80]}…"
                day = moment_words(one.found_at)[:10]
                line.setText(f"{day} · {one.round_number}" + (f" · {note}" if note else ""))

    def turn(self, by: int) -> bool:
        """Show the rest of a long text (+1), or what came before (-1); False when there is no more that way."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * max(bar.pageStep() - self.fontMetrics().lineSpacing(), 1))
        return bar.value() != before

    def words(self) -> str:
        """The item in view as one text, for whoever cannot see it."""
        return f"{self._where.text()}. {self._wanted.text()}. {self._standard.text()}"

    def title_words(self) -> str:
        return self._wanted.text()
