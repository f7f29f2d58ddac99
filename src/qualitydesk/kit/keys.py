"""Keys of a page as one table: it binds the shortcuts, and F1 shows that very table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID

SPAN = " … "


@dataclass(frozen=True)
class Key:
    """One shortcut: Qt's sequence ("Ctrl+N", "1", "F2"), what it does in words, and the deed.

    `do` None: the entry is only told of under F1 (the widget sees to it itself, like a table's Enter).
    """

    sequence: str
    words: str
    do: Callable[[], object] | None = None


class KeyTable(QObject):
    """Binds keys to a widget and all inside it; a text field in focus keeps its letters and digits."""

    def __init__(
        self, widget: QWidget, keys: Sequence[Key] = (), *, help_key: bool = True, last: Sequence[Key] = ()
    ) -> None:
        """`last`: bound at once, told of behind all the others."""
        super().__init__(widget)
        self._widget = widget
        self._keys: list[Key] = []
        self._last = tuple(last)
        for key in self._last:
            self._shortcut(key)
        self.bind(*keys)
        if help_key:
            self._shortcut(Key("F1", "", self.show_help))

    def bind(self, *keys: Key) -> None:
        for key in keys:
            self._keys.append(key)
            if key.do is not None:
                self._shortcut(key)

    def bound(self) -> tuple[Key, ...]:
        """This table's entries, in the order given."""
        return (*self._keys, *self._last)

    def shown(self) -> tuple[Key, ...]:
        """What F1 shows: these keys, then those of the windows around, then F1 itself."""
        found = list(self._keys)
        around = None if self._widget.isWindow() else self._widget.parentWidget()
        while around is not None:
            for table in around.findChildren(KeyTable, options=Qt.FindChildOption.FindDirectChildrenOnly):
                found += table.bound()
            around = around.parentWidget()
        return (*found, *self._last, Key("F1", QCoreApplication.translate("KeysDialog", "Show these keys")))

    def show_help(self) -> KeysDialog:
        dialog = KeysDialog(self.shown(), self._widget)
        dialog.open()
        return dialog

    def _shortcut(self, key: Key) -> None:
        shortcut = QShortcut(QKeySequence(key.sequence), self._widget)
        if key.sequence.endswith("+Return"):  # the other Enter, beside the digits, is the same key
            shortcut.setKeys([QKeySequence(key.sequence), QKeySequence(key.sequence.replace("Return", "Enter"))])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: key.do() if key.do is not None else None)


class KeysDialog(QDialog):
    """The keys of a page, as a table."""

    def __init__(self, keys: Sequence[Key], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.entries = TableModel(
            (
                Column(self.tr("Key"), lambda key: key_words(key.sequence), width=112),
                Column(self.tr("What it does"), lambda key: key.words, width=592),
            ),
            key=lambda key: key.sequence,
            parent=self,
        )
        self.entries.show_rows(keys)
        table = Table(self.entries, name=self.tr("Keys"), empty="")
        words = self.tr("Keys of this window") if parent.isWindow() else self.tr("Keys of this page")
        column = vbox(label(words, "section"), table, hbox(None, button(self.tr("Close"), do=self.accept)))
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(96 * GRID, 56 * GRID)


def key_words(sequence: str) -> str:
    """A sequence as keyboards print it: "Up" as ↑; a span such as "0 … 5" as it stands."""
    if SPAN in sequence:
        return SPAN.join(key_words(end) for end in sequence.split(SPAN))
    words = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
    for name, sign in (("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→")):
        if words == name or words.endswith(f"+{name}"):
            return words.removesuffix(name) + sign
    return words
