"""The filters over the packs: words in any item, switched on or off, kind, people or places, trade."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import PackKind, Target
from qualitydesk.inspections.rules.searching import ShelfFilter
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.theme import GRID


class ShelfFilters(QWidget):
    """Signals: `changed` other packs are wanted; `searched` other words stand in the search; `settled` Enter there."""

    changed = Signal()
    searched = Signal()
    settled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search the items: title, standard, code, source"))
        self.search.setAccessibleName(self.tr("Search the items"))
        self.search.setMinimumWidth(20 * GRID)
        self.search.textChanged.connect(lambda _text: self.searched.emit())
        self.search.returnPressed.connect(self.settled)
        self.state = self._picker(
            self.tr("State"), self.tr("On and off"), [Choice(True, self.tr("On")), Choice(False, self.tr("Off"))]
        )
        kinds = [Choice(kind, say(language, f"pack_kind.{kind.value}")) for kind in PackKind]
        self.kind = self._picker(self.tr("Kind"), self.tr("All kinds"), kinds)
        targets = [Choice(Target.PERSON, self.tr("People")), Choice(Target.PLACE, self.tr("Places"))]
        self.target = self._picker(self.tr("For whom"), self.tr("People and places"), targets)
        trades = [Choice(False, self.tr("Clinics")), Choice(True, self.tr("Other trades"))]
        self.trade = self._picker(self.tr("Trade"), self.tr("All trades"), trades)
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")
        row = hbox(self.search, *self._pickers(), self.clear)
        for at, share in enumerate((5, 2, 2, 3, 2)):
            row.setStretch(at, share)
        self.setLayout(row)

    def _pickers(self) -> tuple[Picker, ...]:
        return (self.state, self.kind, self.target, self.trade)

    def _picker(self, name: str, everything: str, choices: Sequence[Choice]) -> Picker:
        made = Picker(choices, optional=True, placeholder=everything)
        made.setAccessibleName(name)
        made.setMinimumContentsLength(4)
        made.picked.connect(lambda _key: self.changed.emit())
        return made

    def wanted(self) -> ShelfFilter:
        """The filter as it stands."""
        on, kind, target, other = (picker.chosen() for picker in self._pickers())
        return ShelfFilter(on, kind, target, other)  # type: ignore[arg-type]

    def words(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def forget_words(self) -> None:
        """An empty search, without telling."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def show_all(self) -> None:
        """Take every filter away, and the words."""
        for picker in self._pickers():
            picker.choose(None)
        self.forget_words()
        self.changed.emit()
