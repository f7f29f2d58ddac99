"""One of many by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QToolTip,
    QWidget,
)

from qualitydesk.basics.initials import is_ready, known_initials, prepare
from qualitydesk.kit.pieces import set_problem

KEY = Qt.ItemDataRole.UserRole
SEARCH = Qt.ItemDataRole.UserRole + 1
_STARTS = Qt.ItemDataRole.UserRole + 2
_CHOICE = Qt.ItemDataRole.UserRole + 3


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

    @property
    def initials(self) -> str:
        """Those of the name, each with a blank before it; "" where they are in `search` already, or not known yet."""
        return "" if " " in self.search else known_initials(self.text)

    @property
    def starts(self) -> list[str]:
        """What typing may begin with, by rank: the name, then what is shown, noted or known beside it."""
        found = f"{self.search} {self.initials}"
        return [part.casefold() for part in (self.text, self.words, self.note, *found.split()) if part]


class _Completer(QCompleter):
    """Finds a choice by any part of name, note or search words, and writes its name."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(SEARCH)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(12)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class Picker(QComboBox):
    """One of many: type any part of a name, number or initials, or open the list.

    What fits nothing, or several equally well, is not taken: the choice before stays, and that is said beside the field
    (`say_beside`), where the words then stay until they are changed, or in a tip under it, where they go.

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
        self._untaken = ""
        self._said = False
        self._beside: Callable[[str], object] = self._tip
        self._line = QLineEdit()  # first: its words are asked for the size
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(12)
        self._offered = QStandardItemModel(self)
        self.setModel(self._offered)
        completer = _Completer(self._offered, self)
        self.setLineEdit(self._line)
        self.setCompleter(completer)
        self._line.setPlaceholderText(placeholder or self.tr("Type to search"))
        self._line.editingFinished.connect(self._settle)
        self._line.textEdited.connect(self._edited)
        self.activated.connect(self._tell)
        completer.activated.connect(self._completed)
        self.show_choices(choices)

    def say_placeholder(self, words: str) -> None:
        """Other words for while nothing is chosen."""
        if self._line.placeholderText() != words:
            self._line.setPlaceholderText(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the words that stand there while nothing is chosen; in a narrow window it may be less."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        lacking = metrics.horizontalAdvance(self._line.placeholderText()) - metrics.horizontalAdvance("X") * (
            self.minimumContentsLength() - 1
        )
        return hint + QSize(max(0, lacking), 0)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead; what was chosen stays chosen if it is still among them."""
        kept = self.chosen()
        self._offered.clear()
        for choice in choices:
            entry = QStandardItem(choice.words)
            entry.setData(choice.key, KEY)
            entry.setData(choice, _CHOICE)
            self._offered.appendRow(entry)
        self._known: bool | None = None
        self._take_in()
        self.choose(kept)

    def _take_in(self) -> None:
        """What each choice is found by; once more as soon as initials can be read."""
        if self._known == is_ready():
            return
        self._known = is_ready()
        for at in range(self.count()):
            choice: Choice = self.itemData(at, _CHOICE)
            self.setItemData(at, f"{choice.words} {choice.search}{choice.initials}", SEARCH)
            self.setItemData(at, choice.starts, _STARTS)

    def chosen(self) -> object:
        """The key of what is chosen, or None."""
        return self.itemData(self.currentIndex(), KEY) if self.currentIndex() >= 0 else None

    def choose(self, key: object) -> bool:
        """Choose by key without telling; False (and nothing chosen) when it is not offered."""
        place = next((at for at in range(self.count()) if self.itemData(at, KEY) == key), -1)
        place = -1 if key is None and place < 0 else place
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        self._show_beginning()
        self._told = self.chosen()
        self._say("")
        return place >= 0

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Who shows what could not be taken ("" takes it away), in place of a tip under the field."""
        self._beside = listener

    def untaken(self) -> str:
        """What is said about typed words that could not be taken; "" as soon as they are changed or cleared."""
        return self._untaken

    def take_typed(self) -> None:
        """What was typed becomes the choice it fits, as when the field is left."""
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling past a closed picker must not change a draft."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on words that fit nothing goes no further: the dialog must not be saved by it."""
        before = self._line.text()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._untaken and before != self._line.text():
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        prepare()
        self._take_in()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._line.end(False)
            self._line.home(True)  # all of it, seen from its beginning

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_beginning()

    def _edited(self, _typed: str) -> None:
        self._take_in()
        self._say("", changed=True)

    def _completed(self, words: str) -> None:
        self.setCurrentIndex(self.findText(words, Qt.MatchFlag.MatchExactly))
        self._tell()

    def _settle(self) -> None:
        """What was typed becomes the one choice it fits, or goes back to the last one, which is said."""
        self._take_in()
        typed = self._line.text().strip()
        if self.currentIndex() >= 0 and typed == self.itemText(self.currentIndex()).strip():
            self._tell()
            return
        place, refusal = self._place_told(), ""
        if typed:
            fits = self._fitting(typed.casefold())
            if len(fits) == 1:
                place = fits[0]
            elif fits:
                refusal = self.tr('Several fit "{typed}"; pick one from the list.')
            else:
                refusal = self.tr('Nothing fits "{typed}"; pick from the list.')
        elif self._optional:
            place = -1
        self._put(place)
        self._tell()
        self._say(refusal.format(typed=typed))
        if refusal and self._beside != self._tip:
            self.setEditText(typed)  # a form is not saved over them: they stand there until they are changed

    def _fitting(self, typed: str) -> list[int]:
        """The one place that is named so, else the one that begins so, else all that hold the words."""
        starts: list[list[str]] = [self.itemData(at, _STARTS) for at in range(self.count())]
        for fits in (
            [at for at, parts in enumerate(starts) if typed in parts],
            [at for at, parts in enumerate(starts) if parts and parts[0].startswith(typed)],
            [at for at, parts in enumerate(starts) if any(part.startswith(typed) for part in parts)],
        ):
            if len(fits) == 1:
                return fits
        return [at for at in range(self.count()) if typed in str(self.itemData(at, SEARCH)).casefold()]

    def _say(self, words: str, *, changed: bool = False) -> None:
        """Say it, or take it away; what others said of the choice before goes only when that has changed."""
        if words or self._said or (changed and self.property("problem")):
            self._said = bool(words)
            self._untaken = words
            self._beside(words)

    def _tip(self, words: str) -> None:
        """In a line of filters there is no room beside: a tip under the field, which stays on it with a red frame."""
        set_problem(self, bool(words))
        self.setToolTip(words)
        if words and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), words, self)

    def _place_told(self) -> int:
        return next((at for at in range(self.count()) if self.itemData(at, KEY) == self._told), -1)

    def _put(self, place: int) -> None:
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place) if place >= 0 else "")
        self._show_beginning()

    def _show_beginning(self) -> None:
        """Of words longer than the field the name stands first; who is still in it goes on typing at the end."""
        if not self.hasFocus():
            self._line.home(False)

    def _tell(self) -> None:
        key = self.chosen()
        self._say("", changed=key != self._told)
        if key != self._told:
            self._told = key
            self.picked.emit(key)
