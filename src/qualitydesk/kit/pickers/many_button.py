"""Several of many behind one button, for a row of filters: the button says what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from qualitydesk.kit.pickers.choices import Choice
from qualitydesk.kit.pickers.many import ManyPicker
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.theme import GRID

_WIDE = 34 * GRID
_LETTERS = 12  # of a name on the button


class ManyButton(QPushButton):
    """Nothing chosen stands for everything. Signals: `picked(tuple of keys)` when the list closes with other ticks."""

    picked = Signal(object)

    def __init__(self, name: str, everything: str, parent: QWidget | None = None) -> None:
        """`name` is read to the blind; `everything`: what the button says while nothing is chosen."""
        super().__init__(parent)
        self._name, self._everything = name, everything
        self._choices: tuple[Choice, ...] = ()
        self._chosen: tuple[object, ...] = ()
        self.list = ManyPicker(rows=6)
        self.list.setAccessibleName(name)
        self._sheet = _Sheet(self, self.list)
        self.clicked.connect(self._open)
        self._dress()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is chosen and no longer offered falls away without telling."""
        self._choices = tuple(choices)
        self.list.show_choices(choices)
        known = {one.key for one in choices}
        self._chosen = tuple(key for key in self._chosen if key in known)
        self._dress()

    def chosen(self) -> tuple[object, ...]:
        return self._chosen

    def choose(self, keys: Sequence[object]) -> None:
        """Choose exactly these, without telling."""
        self._chosen = tuple(keys)
        self.list.choose(keys)
        self._dress()

    def take(self) -> None:
        """What is ticked holds from now on."""
        found = self.list.chosen()
        if set(found) != set(self._chosen):
            self._chosen = found
            self._dress()
            self.picked.emit(found)

    def _open(self) -> None:
        self.list.choose(self._chosen)
        self._sheet.show_under(self)

    def _dress(self) -> None:
        words = [one.text for one in self._choices if one.key in self._chosen]
        if not words:
            said = self._everything
        elif len(words) == 1:
            said = words[0] if len(words[0]) <= _LETTERS else words[0][: _LETTERS - 1] + "…"
        else:
            said = f"{self._name} ({len(words)})"
        self.setText(f"{said} ▾")
        self.setToolTip("\n".join(words))
        self.setAccessibleName(f"{self._name}: {', '.join(words) or self._everything}")


class _Sheet(QFrame):
    """The list under the button; Esc or a press beside it closes it and what is ticked holds."""

    def __init__(self, owner: ManyButton, inside: ManyPicker) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self._owner, self._inside = owner, inside
        column = vbox(inside)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.setLayout(column)
        self.setFixedWidth(_WIDE)

    def show_under(self, button: QWidget) -> None:
        self.move(button.mapToGlobal(QPoint(0, button.height())))
        self.show()
        self._inside.setFocus()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._owner.take()
