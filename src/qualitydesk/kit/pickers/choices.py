"""One of many by typing, and several of many by ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.theme import GRID, ROW

_KEY = Qt.ItemDataRole.UserRole
_SEARCH = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Choice:
    """One thing to pick: its key, its name, a note shown after it (number, post), further words it is found by."""

    key: object
    text: str
    note: str = ""
    search: str = ""

    @property
    def words(self) -> str:
        return f"{self.text}  {self.note}" if self.note else self.text


class _Completer(QCompleter):
    """Finds a choice by any part of name, note or search words, and writes its name."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_SEARCH)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(12)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class Picker(QComboBox):
    """One of many: type any part of a name, number or initials, or open the list.

    Signals: `picked(key)` when the user chose another one (None: emptied).
    """

    picked = Signal(object)

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        optional: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self._told: object = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(12)
        self._offered = QStandardItemModel(self)
        self.setModel(self._offered)
        completer = _Completer(self._offered, self)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setCompleter(completer)
        self._line.setPlaceholderText(placeholder or self.tr("Type to search"))
        self._line.editingFinished.connect(self._settle)
        self.activated.connect(self._tell)
        completer.activated.connect(self._completed)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead; what was chosen stays chosen if it is still among them."""
        kept = self.chosen()
        self._offered.clear()
        for choice in choices:
            entry = QStandardItem(choice.words)
            entry.setData(choice.key, _KEY)
            entry.setData(f"{choice.words} {choice.search}", _SEARCH)
            self._offered.appendRow(entry)
        self.choose(kept)

    def chosen(self) -> object:
        """The key of what is chosen, or None."""
        return self.itemData(self.currentIndex(), _KEY) if self.currentIndex() >= 0 else None

    def choose(self, key: object) -> bool:
        """Choose by key without telling; False (and nothing chosen) when it is not offered."""
        place = next((at for at in range(self.count()) if self.itemData(at, _KEY) == key), -1)
        place = -1 if key is None and place < 0 else place
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        self._told = self.chosen()
        return place >= 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling past a closed picker must not change a draft."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._line.selectAll()

    def _completed(self, words: str) -> None:
        self.setCurrentIndex(self.findText(words, Qt.MatchFlag.MatchExactly))
        self._tell()

    def _settle(self) -> None:
        """What was typed becomes the one choice it fits, or goes back to the last one."""
        typed = self._line.text().strip()
        if self.currentIndex() >= 0 and typed == self.itemText(self.currentIndex()).strip():
            self._tell()
            return
        if not typed and self._optional:
            self.setCurrentIndex(-1)
            self.setEditText("")
        elif typed:
            fits = [at for at in range(self.count()) if typed.casefold() in str(self.itemData(at, _SEARCH)).casefold()]
            exact = [at for at in fits if self.itemText(at).strip() == typed]
            one = exact or fits
            self._put(one[0] if len(one) == 1 else self._place_told())
        else:
            self._put(self._place_told())
        self._tell()

    def _place_told(self) -> int:
        return next((at for at in range(self.count()) if self.itemData(at, _KEY) == self._told), -1)

    def _put(self, place: int) -> None:
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place) if place >= 0 else "")

    def _tell(self) -> None:
        key = self.chosen()
        if key != self._told:
            self._told = key
            self.picked.emit(key)


class ManyPicker(QWidget):
    """Several of many: a list with ticks and a line that narrows it.

    Signals: `picked(tuple of keys)` after each tick.
    """

    picked = Signal(object)

    def __init__(self, choices: Sequence[Choice] = (), *, search: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Type to search"))
        self._search.setClearButtonEnabled(True)
        self._search.setVisible(search)
        self._list = QListWidget()
        self._list.setMinimumHeight(4 * ROW)
        self._list.setMaximumHeight(6 * ROW)
        self.setLayout(vbox(self._search, self._list, gap=GRID // 2))
        self.setFocusProxy(self._search if search else self._list)
        self._search.textChanged.connect(self._narrow)
        self._list.itemChanged.connect(lambda _entry: self.picked.emit(self.chosen()))
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead, the ticks kept where the keys are the same."""
        kept = self.chosen()
        self._list.blockSignals(True)
        self._list.clear()
        for choice in choices:
            entry = QListWidgetItem(choice.words)
            entry.setData(_KEY, choice.key)
            entry.setData(_SEARCH, f"{choice.words} {choice.search}".casefold())
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(entry)
        self._list.blockSignals(False)
        self.choose(kept)

    def chosen(self) -> tuple[object, ...]:
        """The keys ticked, in the order offered."""
        entries = (self._list.item(at) for at in range(self._list.count()))
        return tuple(entry.data(_KEY) for entry in entries if entry.checkState() == Qt.CheckState.Checked)

    def choose(self, keys: Sequence[object]) -> None:
        """Tick exactly these, without telling."""
        self._list.blockSignals(True)
        for at in range(self._list.count()):
            entry = self._list.item(at)
            entry.setCheckState(Qt.CheckState.Checked if entry.data(_KEY) in keys else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._list.setAccessibleName(name)
        self._search.setAccessibleName(self.tr("{name}: search").format(name=name))

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for at in range(self._list.count()):
            entry = self._list.item(at)
            entry.setHidden(wanted not in entry.data(_SEARCH))
