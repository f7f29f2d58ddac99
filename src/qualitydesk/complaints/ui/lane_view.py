"""One lane of the board: its cards in a list view, or, when empty or Done, a strip 44 px wide. Takes cards dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from qualitydesk.complaints.model import BoardLane, CaseLine, Lane
from qualitydesk.complaints.ui.card import ROW_ROLE, CardDelegate, texts_of
from qualitydesk.complaints.ui.short_names import ShortNames
from qualitydesk.complaints.ui.words import lane_words
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.theme import GRID, WALK, tokens

MIME = "application/x-qualitydesk-case"
NARROW, WIDE = 156, 248  # pixels of a card
Index = QModelIndex | QPersistentModelIndex


class CardsModel(QAbstractListModel):
    """The cards of one lane, in the order given."""

    def __init__(self, language: str, now: Callable[[], datetime], names: ShortNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._names = names
        self._now = now
        self._cards: tuple[CaseLine, ...] = ()

    def show_cards(self, cards: Sequence[CaseLine]) -> None:
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def card(self, index: Index) -> CaseLine | None:
        return self._cards[index.row()] if index.isValid() else None

    def place_of(self, case_id: UUID) -> int:
        """The row of a case, -1 when it is not here."""
        return next((at for at, line in enumerate(self._cards) if line.id == case_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        line = self._cards[index.row()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return texts_of(line, self._now(), self._language, self._names).told
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.narrative
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        kept = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return kept | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in list(indexes)[:1]:
            line = self.card(index)
            if line is not None:
                data.setData(MIME, line.id.bytes)
        return data


class CardList(QListView):
    """Signals: `opened(CaseLine)` by Enter or double click; `sideways(int)` the cursor leaves to a neighbour lane;
    `shifted(CaseLine, int)` the card is to go a lane further or back."""

    opened = Signal(object)
    sideways = Signal(int)
    shifted = Signal(object, int)

    def __init__(
        self,
        language: str,
        now: Callable[[], datetime],
        names: ShortNames | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        names = names or ShortNames()
        self.cards = CardsModel(language, now, names, self)
        self.setModel(self.cards)
        self._delegate = CardDelegate(self, language, now, names)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "lane")
        self.doubleClicked.connect(self._open)

    def current(self) -> CaseLine | None:
        return self.cards.card(self.currentIndex())

    def stand_on(self, row: int) -> None:
        """The cursor on a row, or the last one there is."""
        if self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(min(max(row, 0), self.cards.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = event.key(), self.current()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: +1}.get(Qt.Key(key), 0)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if step and control and line is not None:
            self.shifted.emit(line, step)
        elif step:
            self.sideways.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.opened.emit(line)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.stand_on(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.prepare()
        super().paintEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = self.cards.card(index)
        if line is not None:
            self.opened.emit(line)


class LaneStrip(QWidget):
    """A lane folded up: its name along the strip and how many are in it; a click unfolds it.

    Signals: `unfolded`.
    """

    unfolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WALK)
        self.words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def say(self, words: str) -> None:
        self.words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setPen(colours.of("accent" if self.hasFocus() else "line"))
        painter.setBrush(colours.of("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), GRID, GRID)
        painter.setPen(colours.of("muted"))
        painter.translate(self.width(), 0)
        painter.rotate(90)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(2 * GRID, 0, self.height() - 3 * GRID, self.width(), int(flags), self.words)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.unfolded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfolded.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(WALK, 20 * GRID)


class LaneColumn(QFrame):
    """A lane with its head, unfolded or as a strip.

    Signals: `dropped(UUID, Lane)` a card was let go over it.
    """

    dropped = Signal(object, object)

    def __init__(
        self,
        lane: Lane,
        language: str,
        now: Callable[[], datetime],
        names: ShortNames | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lane = lane
        self._language = language
        self._folded = True
        self._by_hand: bool | None = None
        self.list = CardList(language, now, names)
        self.list.setAccessibleName(lane_words(lane, language))
        self.head = label("", "section", wrap=True)
        self.more = label("", "caption", wrap=True)
        self.more.hide()
        self.strip = LaneStrip()
        self.strip.unfolded.connect(lambda: self.fold(False, by_hand=True))
        column = vbox(self.head, self.list, self.more, self.strip, gap=GRID // 2)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setAcceptDrops(True)
        self.list.viewport().setAcceptDrops(False)  # what is let go over the cards is the lane's

    @property
    def folded(self) -> bool:
        return self._folded

    def show_lane(self, found: BoardLane) -> None:
        """These cards, the cursor where it was."""
        kept, scroll = self.list.current(), self.list.verticalScrollBar().value()
        row = self.list.currentIndex().row()
        self.list.cards.show_cards(found.cards)
        place = self.list.cards.place_of(kept.id) if kept is not None else -1
        if kept is not None:
            self.list.stand_on(place if place >= 0 else row)
        self.list.verticalScrollBar().setValue(scroll)
        words = f"{lane_words(self.lane, self._language)}  {found.count}"
        self.head.setText(words)
        self.strip.say(words)
        hidden = found.count - len(found.cards)
        self.more.setText(self.tr("{count} more in the table of all cases").format(count=hidden))
        self.more.setVisible(hidden > 0)
        usual = not found.cards or self.lane is Lane.DONE
        self.fold(usual if self._by_hand is None or not found.cards else self._by_hand)

    def fold(self, folded: bool, *, by_hand: bool = False) -> None:
        """Show the strip, or the cards."""
        if by_hand:
            self._by_hand = folded
        had_focus = self.strip.hasFocus()
        self._folded = folded
        for part in (self.head, self.list):
            part.setVisible(not folded)
        if folded:
            self.more.hide()
        self.strip.setVisible(folded)
        self.setMinimumWidth(WALK if folded else NARROW)
        self.setMaximumWidth(WALK if folded else WIDE)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if folded else policy.Expanding, policy.Expanding)
        if not folded and had_focus:
            self.list.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(UUID(bytes=bytes(event.mimeData().data(MIME).data())), self.lane)


def centre_of(card_list: CardList, row: int) -> QPoint:
    """Where a card's middle lies in the list's viewport."""
    return card_list.visualRect(card_list.cards.index(row)).center()
