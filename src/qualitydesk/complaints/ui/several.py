"""Several of many by typing one after the other: each choice becomes a chip that a click or Backspace takes away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, vbox
from qualitydesk.kit.theme import GRID


class SeveralField(QWidget):
    """Signals: `picked(tuple of keys)` when they have changed."""

    picked = Signal(object)

    def __init__(
        self, choices: Sequence[Choice] = (), *, placeholder: str = "", abreast: int = 3, parent: QWidget | None = None
    ) -> None:
        """`abreast`: chips in a row."""
        super().__init__(parent)
        self._abreast = abreast
        self._keys: list[object] = []
        self._choices: tuple[Choice, ...] = ()
        self.line = Picker(
            optional=True, placeholder=placeholder or self.tr("Type, Enter takes it, and on to the next")
        )
        self._chips = QGridLayout()
        self._chips.setSpacing(GRID // 2)
        self._chips.setColumnStretch(abreast, 1)
        self._holder = QWidget()
        self._holder.setLayout(self._chips)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._holder.hide()
        self.setLayout(vbox(self.line, self._holder, gap=GRID // 2))
        self.setFocusProxy(self.line)
        self.line.picked.connect(self._took)
        edit = self.line.lineEdit()
        assert edit is not None
        edit.installEventFilter(self)
        self.show_choices(choices)

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)  # it has the focus and is read out

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead; what is chosen stays chosen."""
        self._choices = tuple(choices)
        self._offer()

    def chosen(self) -> tuple[object, ...]:
        """The keys, in the order they were taken."""
        return tuple(self._keys)

    def choose(self, keys: Sequence[object]) -> None:
        """Take exactly these, without telling."""
        self._keys = list(dict.fromkeys(keys))
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty line takes the last one away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            edit = self.line.lineEdit()
            if event.key() == Qt.Key.Key_Backspace and self._keys and edit is not None and not edit.text():
                self._drop(self._keys[-1])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and edit is not None and edit.text().strip():
                edit.editingFinished.emit()  # takes the one that fits; the form is not saved by it
                return True
        return super().eventFilter(watched, event)

    def _took(self, key: object) -> None:
        if key is None:
            return
        if key not in self._keys:
            self._keys.append(key)
        QTimer.singleShot(0, self, self._taken)  # the picker first ends what it is about

    def _taken(self) -> None:
        self._show()
        self.picked.emit(self.chosen())

    def _drop(self, key: object) -> None:
        self._keys.remove(key)
        self._show()
        self.picked.emit(self.chosen())

    def _offer(self) -> None:
        self.line.show_choices([one for one in self._choices if one.key not in self._keys])
        self.line.choose(None)

    def _show(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        names = {one.key: one.text for one in self._choices}
        for at, key in enumerate(self._keys):
            words = names.get(key, "?")
            chip = button(words, "x", partial(self._drop, key), role="quiet")
            chip.setAccessibleName(self.tr("Take {name} away").format(name=words))
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Backspace does the same; Tab goes on to the next field
            self._chips.addWidget(chip, at // self._abreast, at % self._abreast)
        self._holder.setVisible(bool(self._keys))
        self._offer()
