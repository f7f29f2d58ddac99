"""Several of many by ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualitydesk.basics.initials import prepare
from qualitydesk.kit.pickers.choices import KEY, SEARCH, Choice
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.theme import GRID, ROW

_LINE = ROW - GRID // 2  # pixels: as `style` asks, which a list laid out before it is dressed does not know


class _CutLines(QStyledItemDelegate):
    """Lines as wide as the list, whatever they say; the list then puts "…" at the end of long ones."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(_LINE, super().sizeHint(option, index).height()))


def cut_long_lines(shown: QListView) -> None:
    """Let a list of one column end its long lines with "…" in place of a horizontal scroll bar."""
    shown.setItemDelegate(_CutLines(shown))
    shown.setTextElideMode(Qt.TextElideMode.ElideRight)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class ManyPicker(QWidget):
    """Several of many: a list with ticks and a line that narrows it. What is ticked when it opens stands first.

    Enter behind typed words turns the one match, of several leads on to the list, and never presses a dialog's button.
    Signals: `picked(tuple of keys)` after each tick.
    """

    picked = Signal(object)

    def __init__(
        self, choices: Sequence[Choice] = (), *, search: bool = True, rows: int = 0, parent: QWidget | None = None
    ) -> None:
        """`rows`: as many stand in sight; 0: four to six, as there is room."""
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Type to search"))
        self._search.setClearButtonEnabled(True)
        self._search.setVisible(search)
        self._list = QListWidget()
        self._list.setMinimumHeight((rows or 4) * ROW)
        self._list.setMaximumHeight((rows or 6) * ROW)
        cut_long_lines(self._list)
        self.setLayout(vbox(self._search, self._list, gap=GRID // 2))
        self.setFocusProxy(self._search if search else self._list)
        self._search.textChanged.connect(self._narrow)
        self._search.installEventFilter(self)
        self._list.itemChanged.connect(lambda _entry: self.picked.emit(self.chosen()))
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead, the ticks kept where the keys are the same."""
        kept = self.chosen()
        self._list.blockSignals(True)
        self._list.clear()
        for choice in choices:
            entry = QListWidgetItem(choice.words)
            entry.setToolTip(choice.words)
            entry.setData(KEY, choice.key)
            entry.setData(SEARCH, choice)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(entry)
        self._list.blockSignals(False)
        self.choose(kept)
        self._narrow(self._search.text())

    def chosen(self) -> tuple[object, ...]:
        """The keys ticked, in the order of the list."""
        entries = (self._list.item(at) for at in range(self._list.count()))
        return tuple(entry.data(KEY) for entry in entries if entry.checkState() == Qt.CheckState.Checked)

    def choose(self, keys: Sequence[object]) -> None:
        """Tick exactly these, without telling."""
        self._list.blockSignals(True)
        for at in range(self._list.count()):
            entry = self._list.item(at)
            entry.setCheckState(Qt.CheckState.Checked if entry.data(KEY) in keys else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)

    def ticked_first(self) -> None:
        """Bring what is ticked to the top, otherwise in the order offered; without telling."""
        self._list.blockSignals(True)
        ticked = [at for at in range(self._list.count()) if self._list.item(at).checkState() == Qt.CheckState.Checked]
        for to, at in enumerate(ticked):
            self._list.insertItem(to, self._list.takeItem(at))
        self._list.setCurrentRow(-1)
        self._list.scrollToTop()
        self._list.blockSignals(False)

    def showEvent(self, event: QShowEvent) -> None:
        prepare()
        if not event.spontaneous():
            self.ticked_first()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._search.text().strip():
                self._take_match()
                return True
        return super().eventFilter(watched, event)

    def _take_match(self) -> None:
        """The one match is turned and the next words can be typed over it."""
        entries = (self._list.item(at) for at in range(self._list.count()))
        fits = [entry for entry in entries if not entry.isHidden()]
        if not fits:
            return
        self._list.setCurrentItem(fits[0])
        if len(fits) > 1:
            self._list.setFocus()
            return
        ticked = fits[0].checkState() == Qt.CheckState.Checked
        fits[0].setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self._search.selectAll()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._list.setAccessibleName(name)
        self._search.setAccessibleName(self.tr("{name}: search").format(name=name))

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for at in range(self._list.count()):
            entry = self._list.item(at)
            choice: Choice = entry.data(SEARCH)
            entry.setHidden(wanted not in f"{choice.words} {choice.search}{choice.initials}".casefold())
