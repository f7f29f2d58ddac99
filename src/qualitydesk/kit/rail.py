"""The navigation at the left: an icon and a word for each page there is, walked by arrows, the open one marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.theme import GRID, ICON, RAIL

if TYPE_CHECKING:
    from qualitydesk.kit.pieces import Chip


class RailEntry(NamedTuple):
    """One entry of the rail: key, word, icon of resources/icons.

    `pages`: the (key, word) of its pages where it leads to several, its own first.
    """

    key: str
    title: str
    icon: str
    pages: tuple[tuple[str, str], ...] = ()

    def leads_to(self, key: str) -> bool:
        """Whether the page `key` is one of this entry's."""
        return key == self.key or key in dict(self.pages)


class _RailButton(QToolButton):
    """An entry; arrows move along the rail."""

    def __init__(self, entry: RailEntry, place: int) -> None:
        super().__init__()
        self.entry = entry
        self.setText(f" {entry.title}")
        self.setAccessibleName(entry.title)
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if place < 9:
            self.setToolTip(f"{entry.title} (Alt+{place + 1})")
        set_icon(self, entry.icon)
        self._badge: Chip | None = None

    def show_badge(self, count: int, words: str) -> None:
        """A number at the right, said to the blind in words; 0 takes it away."""
        self.setAccessibleName(f"{self.entry.title}: {words}" if count else self.entry.title)
        if self._badge is None:
            if not count:
                return
            from qualitydesk.kit.pieces import Chip

            self._badge = Chip("", "warning", self)
        self._badge.setText(str(count) if count < 100 else "99+")
        self._badge.setVisible(bool(count))
        self._place_badge()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badge()

    def _place_badge(self) -> None:
        if self._badge is not None:
            self._badge.adjustSize()
            self._badge.move(
                self.width() - self._badge.width() - GRID // 4, (self.height() - self._badge.height()) // 2
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # not at the top: see `style`

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class Rail(QFrame):
    """Shows exactly the entries given.

    Signals: `picked(key)` when the user asks for a page; `mark` shows which one is open.
    """

    picked = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL)
        self._entries = {entry.key: _RailButton(entry, place) for place, entry in enumerate(entries)}
        self._open = ""
        self._bottom: QVBoxLayout = vbox(gap=GRID // 2)
        column = vbox(*self._entries.values(), None, self._bottom, gap=GRID // 2)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.setLayout(column)
        for made in self._entries.values():
            made.clicked.connect(lambda _checked=False, key=made.entry.key: self._clicked(key))

    def bind_keys(self) -> None:
        """Alt+1 … Alt+9 open the entries; after the first paint, since key sequences are costly to import."""
        from PySide6.QtGui import QKeySequence, QShortcut

        for place, made in enumerate(list(self._entries.values())[:9]):
            # Not the button's own shortcut: that shows the button pressed for 100 ms before it acts.
            QShortcut(QKeySequence(f"Alt+{place + 1}"), made).activated.connect(made.click)

    def mark(self, key: str) -> None:
        """Show a page as the open one; KeyError when the rail has no such entry."""
        if key not in self._entries:
            raise KeyError(key)
        self._open = key
        for name, made in self._entries.items():
            made.setChecked(name == key)
            set_icon(made, made.entry.icon, "accent" if name == key else "text")

    def marked(self) -> str:
        """The key of the page shown as open, "" at first."""
        return self._open

    def show_badge(self, key: str, count: int, words: str) -> None:
        """How many things of an entry want to be seen; `words` say so. KeyError when the rail has no such entry."""
        self._entries[key].show_badge(count, words)

    def entry_keys(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def set_bottom(self, widget: QWidget) -> None:
        """Put something at the foot of the rail (who is signed in, saved or saving)."""
        self._bottom.addWidget(widget)

    def _clicked(self, key: str) -> None:
        """The mark moves only when the page has opened: that may be refused while a draft is open."""
        self._entries[key].setChecked(key == self._open)
        self.picked.emit(key)
