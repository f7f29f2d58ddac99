"""The tier of one member beside her page: the bar to the next tier, the day spending ages out, every move so far."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.kit.bar_cell import paint_bar
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import label, set_tone, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import Move, MoveState, TierLine
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import bar_words, history_cards, line_card, mark_tone, mark_words, pending_cards

_CONCERNS = frozenset({Change.TIERS, Change.CUSTOMERS, Change.PURCHASES})


class Bar(QWidget):
    """A bar by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(GRID)

    def show_share(self, share: float) -> None:
        """0 to 1."""
        self._share = share
        self.setAccessibleDescription(f"{100 * share:.0f} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_bar(painter, room, self._share, "good" if self._share >= 1 else "accent")
        painter.end()


class TierPanel(QWidget):
    """Reads by itself and again when tiers move."""

    def __init__(self, tools: Tools, tiers: Tiers, member_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._tiers, self._member_id = tools, tiers, member_id
        self.words = label("", wrap=True, selectable=True)
        self.mark = label("", wrap=True)
        self.bar = Bar()
        self.bar.setAccessibleName(self.tr("Spending to the next tier"))
        self.pending = ExplainCard()
        self.card = ExplainCard()
        self.history = ExplainCard()
        self.nothing = label(
            self.tr("Nothing bought yet: the tier begins with the first purchase."), tone="muted", wrap=True
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = scroll_column(
            self.tr("Tier"), self.words, self.bar, self.mark, self.pending, self.card, self.history
        )
        self.setLayout(vbox(self.nothing, self._scroll))
        self._scroll.setVisible(False)
        tools.operations.changed.connect(self._hear)
        self._read()

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        def both() -> tuple[TierLine | None, list[Move]]:
            return self._tiers.line(self._member_id), self._tiers.history(self._member_id)

        self._tools.operations.read(self, both, then=self._show, topic="tier")

    def _show(self, found: tuple[TierLine | None, list[Move]]) -> None:
        (line, moves), language = found, self._tools.language
        self.nothing.setVisible(line is None)
        self._scroll.setVisible(line is not None)
        if line is None:
            return
        self.words.setText(bar_words(line, language))
        self.bar.show_share(line.share)
        self.mark.setText(mark_words(line, language))
        set_tone(self.mark, mark_tone(line))
        self.mark.setVisible(bool(self.mark.text()))
        self.card.show_explanation(line_card(line, language))
        waiting = [one for one in moves if one.state is MoveState.OPEN]
        self.pending.setVisible(bool(waiting))
        self.pending.show_explanation(*(card for one in waiting for card in pending_cards(one, language)))
        self.history.show_explanation(*history_cards([one for one in moves if one not in waiting], language))


def tier_panel(tools: Tools, tiers: Callable[[], Tiers]) -> Panel:
    """The panel for a member's page. `tiers` is asked for when the first tab is turned to."""
    title = QCoreApplication.translate("Tiers", "Tier")
    return Panel(title, lambda member_id: TierPanel(tools, tiers(), member_id))
