"""What every page is: a title bar with what can be done, a body, keys with their help, refreshing when concerned."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.giving_button import GivingButton
from qualitydesk.kit.keys import Key, KeyTable, key_words
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

EVERYTHING = frozenset(Change)


class Page(QWidget):
    """Base of all pages. Subclasses fill `body`, name what concerns them, and override `refresh`.

    A write that touches `concerns` refreshes a page at once when it is seen, else when it is shown next.
    """

    concerns: ClassVar[frozenset[Change]] = frozenset()

    def __init__(self, tools: Tools, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._stale: frozenset[Change] = EVERYTHING
        self._heading = ElidedLabel(title, "title")
        self._note = ElidedLabel("", "caption")
        for words in (self._heading, self._note):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it gives way first
        self._buttons = hbox()
        self.body: QVBoxLayout = vbox(gap=GAP)
        head = hbox(self._heading, self._note, self._buttons, gap=EDGE)
        head.setStretch(1, 1)
        head.setContentsMargins(0, 0, 0, GRID // 2)
        column = vbox(head, self.body, gap=GAP)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.key_table = KeyTable(self, last=self._last_keys())
        self.setAccessibleName(title)
        tools.operations.changed.connect(self._hear)

    def set_title(self, title: str) -> None:
        self._heading.setText(title)
        self.setAccessibleName(title)

    def page_title(self) -> str:
        return self._heading.text()

    def set_note(self, note: str) -> None:
        """A caption beside the title: how many, which filter."""
        self._note.setText(note)

    def add_button(
        self,
        text: str,
        icon_name: str,
        do: Callable[[], object],
        *,
        role: str = "",
        sequence: str = "",
        words: str = "",
        before: QWidget | None = None,
        gives_way: bool = False,
    ) -> QPushButton:
        """A button at the right of the title bar; `sequence` also binds a key, told under F1 as `words` (or the text).

        The key does nothing while the button is disabled or hidden. The weightiest button stands last: what is joined
        from outside goes `before` it. One that `gives_way` is seen without its words where the window is narrow.
        """
        made = button(text, icon_name, do, role=role, made=GivingButton(text) if gives_way else None)
        if not text or gives_way:
            made.setAccessibleName(words or text)
        place = self._buttons.count() if before is None else self._buttons.indexOf(before)
        self._buttons.insertWidget(place, made)
        left = self._buttons.itemAt(place - 1) if before is not None else None
        if left is not None and (previous := left.widget()) is not None:
            QWidget.setTabOrder(previous, made)
        if sequence:
            made.setToolTip(f"{words or text} ({key_words(sequence)})")
            self.bind(Key(sequence, words or text, lambda: made.click() if made.isVisible() else None))
        return made

    def _fit_buttons(self) -> None:
        """Words on the buttons that give way, one after another from the left, as far as the title leaves room."""
        items = map(self._buttons.itemAt, range(self._buttons.count()))
        kept = [made for item in items if item is not None and (made := item.widget()) is not None]
        seen = [made for made in kept if not made.isHidden()]
        giving = [made for made in seen if isinstance(made, GivingButton)]
        if not giving:
            return
        least = sum(made.minimumSizeHint().width() if made in giving else made.sizeHint().width() for made in seen)
        title = min(self._heading.sizeHint().width(), self.width() // 3)
        room = self.width() - 4 * EDGE - title - least - GAP * max(0, len(seen) - 1)
        for made in giving:
            more = made.whole_width() - made.minimumSizeHint().width()
            made.show_words(more <= room)
            room -= more if more <= room else 0

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit_buttons()
        return super().event(event)

    def bind(self, *keys: Key) -> None:
        """Bind keys to this page and list them under F1."""
        self.key_table.bind(*keys)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read anew what `changes` touched; the first time everything."""

    def _last_keys(self) -> tuple[Key, ...]:
        """What another window wrote is not told here: F5 reads it, on pages that read anything."""
        if type(self).refresh is Page.refresh:
            return ()
        return (Key("F5", QCoreApplication.translate("Page", "Read this page anew"), lambda: self.refresh(EVERYTHING)),)

    def may_leave(self) -> bool:
        """Whether the page may be torn down now: False while a draft is open on it."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            stale, self._stale = self._stale, frozenset()
            self.refresh(stale)

    def _hear(self, changes: frozenset[Change]) -> None:
        mine = changes & self.concerns
        if not mine:
            return
        if self.isVisible():
            self.refresh(mine)
        else:
            self._stale |= mine
