"""Finds anything by a few letters: a line to type in, the hits under it by kind, Enter goes there. Keyboard only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID, ROW, SIZES, tokens
from qualitydesk.kit.tools import Tools

Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_END = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


@dataclass(frozen=True)
class Hit:
    """Something that was found: `key` says what to open, `group` is the kind it is shown under, `note` stands right."""

    key: object
    group: str
    text: str
    note: str = ""


class HitsModel(QAbstractListModel):
    """Hits under the names of their groups, in the order given; a group's name is a row that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these; each once, under the group it is met in first."""
        self.beginResetModel()
        self._rows = []
        met: dict[object, None] = {}
        group = ""
        for hit in hits:
            if hit.key in met:
                continue
            met[hit.key] = None
            if hit.group != group:
                group = hit.group
                self._rows.append(group)
            self._rows.append(hit)
        self.endResetModel()

    def hits(self) -> list[Hit]:
        return [row for row in self._rows if isinstance(row, Hit)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _HIT:
            return row
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.text, row.note, row.group) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(_HIT), Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _HitPainter(QStyledItemDelegate):
    """A hit with its note at the right; a group's name small and muted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * GRID, ROW if isinstance(index.data(_HIT), Hit) else ROW - GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, worn = index.data(_HIT), tokens()
        rect = option.rect.adjusted(GRID + GRID // 2, 0, -GRID, 0)
        painter.save()
        if isinstance(row, str):
            small = QFont(option.font)
            small.setPointSizeF(small.pointSizeF() * SIZES.caption / SIZES.body)
            painter.setFont(small)
            painter.setPen(worn.of("muted"))
            painter.drawText(rect, _MIDDLE, row)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(option.rect, worn.of("accent_soft"))
            metrics = painter.fontMetrics()
            most = rect.width() // 2
            note = metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, most)
            taken = metrics.horizontalAdvance(note) + 2 * GRID if note else 0
            painter.setPen(worn.of("text"))
            words = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, rect.width() - taken)
            painter.drawText(rect, _MIDDLE, words)
            painter.setPen(worn.of("text" if chosen else "muted"))
            painter.drawText(rect, _END, note)
        painter.restore()


class Palette(QDialog):
    """Opens over the window; what is typed is searched at once, and only the newest answer counts.

    `at_hand(text)` gives what is known here and now (pages); `search(text)` runs on a read lane. Dies when closed.

    Signals: `wanted(Hit)` when one was chosen; the dialog has closed by then.
    """

    wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        title: str,
        hint: str,
        at_hand: Callable[[str], Sequence[Hit]],
        search: Callable[[str], Sequence[Hit]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._tools = tools
        self._at_hand = at_hand
        self._search = search
        self._answered: tuple[str, tuple[Hit, ...]] = ("", ())
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(title)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.found = HitsModel(self)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Hits"))
        self.view.setModel(self.found)
        self.view.setItemDelegate(_HitPainter(self.view))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._choose)
        self.nothing = label("", tone="muted", wrap=True)
        self.nothing.hide()
        column = vbox(self.line, self.nothing, self.view, gap=GAP)
        column.setStretch(2, 1)
        column.addStretch(0)  # takes the place of the hits where there are none
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(84 * GRID, 60 * GRID)
        self.key_table = KeyTable(
            self,
            (
                Key("Up", self.tr("Hit above")),
                Key("Down", self.tr("Hit below")),
                Key("Return", self.tr("Go there")),
                Key("Esc", self.tr("Close")),
            ),
        )
        self.line.textChanged.connect(self._typed)
        self._typed("")

    def open(self) -> None:
        super().open()
        self.line.setFocus()

    def current(self) -> Hit | None:
        """The hit the cursor stands on."""
        row = self.view.currentIndex().data(_HIT)
        return row if isinstance(row, Hit) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._move(Qt.Key(event.key()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        """Pages at once; what the database has when it comes. Until then the last answer stays, if it still fits."""
        text = " ".join(text.split())
        asked, hits = self._answered
        kept = hits if text.startswith(asked) == bool(asked) else ()
        self._show(text, kept)
        self._tools.operations.read(
            self, self._search, text, then=lambda found: self._answer(text, found), topic="search"
        )

    def _answer(self, text: str, found: Sequence[Hit]) -> None:
        self._answered = (text, tuple(found))
        self._show(text, found, whole=True)

    def _show(self, text: str, found: Sequence[Hit], *, whole: bool = False) -> None:
        """Without a text what was opened lately comes first; with one, pages do."""
        here = self._at_hand(text)
        stood = self.current()
        self.found.show_hits([*here, *found] if text else [*found, *here])
        self.nothing.setVisible(whole and not self.found.hits())
        self.view.setVisible(self.nothing.isHidden())
        self.nothing.setText(self.tr("Nothing found. Try part of the name, the number or its initials."))
        self._stand_on(stood if stood in self.found.hits() and not whole else None)

    def _stand_on(self, hit: Hit | None) -> None:
        """On this hit, else on the first."""
        for row in range(self.found.rowCount()):
            index = self.found.index(row)
            shown = index.data(_HIT)
            if isinstance(shown, Hit) and (hit is None or shown == hit):
                self.view.setCurrentIndex(index)
                return

    def _move(self, key: Qt.Key) -> None:
        rows = [row for row in range(self.found.rowCount()) if isinstance(self.found.index(row).data(_HIT), Hit)]
        if not rows:
            return
        now = self.view.currentIndex().row()
        at = rows.index(now) if now in rows else 0
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        wanted = at + steps[key]
        if abs(steps[key]) == 1:
            wanted %= len(rows)  # past the last comes the first
        index = self.found.index(rows[min(max(wanted, 0), len(rows) - 1)])
        self.view.setCurrentIndex(index)
        if index.row() == rows[0]:
            self.view.scrollToTop()  # with the name of its group

    def _choose(self, index: Index) -> None:
        hit = index.data(_HIT)
        if isinstance(hit, Hit):
            self.accept()
            self.wanted.emit(hit)
