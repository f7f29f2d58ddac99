"""How long the open measures have stood: a sentence, and a button for each age that narrows the list to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.kit.pieces import button, hbox, label, panel, set_tone, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.measures.model import Age, Ageing
from qualitydesk.measures.ui.words import ageing_words


class AgeingBar(QWidget):
    """Signals: `picked(Age or None)` when an age is wanted, or no longer."""

    picked = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.sentence = label("", wrap=True)
        self.ages: dict[Age, QPushButton] = {}
        for age in Age:
            made = self.ages[age] = button("")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, age=age: self._clicked(age))
        inside = vbox(
            self.sentence,
            hbox(*self.ages.values(), None),
            gap=GRID // 2,
        )
        inside.setContentsMargins(EDGE, GRID, EDGE, GRID)
        box = panel()
        box.setAccessibleName(self.tr("Age of open measures"))
        box.setLayout(inside)
        self.setLayout(vbox(box))
        self.show_ageing(Ageing())

    def show_ageing(self, ageing: Ageing) -> None:
        """Show these figures."""
        self.sentence.setText(ageing_words(ageing))
        for age, made in self.ages.items():
            count, late = ageing.by_age.get(age, (0, 0))
            words = say(self._language, f"measure_age.{age}")
            if late:
                made.setText(self.tr("{age}: {count}, {late} overdue").format(age=words, count=count, late=late))
            else:
                made.setText(self.tr("{age}: {count}").format(age=words, count=count))
            set_tone(made, "danger" if late else "")

    def chosen(self) -> Age | None:
        """The age the list is narrowed to."""
        return next((age for age, made in self.ages.items() if made.isChecked()), None)

    def clear(self) -> None:
        """Narrow to none, without telling."""
        for made in self.ages.values():
            made.setChecked(False)

    def _clicked(self, age: Age) -> None:
        for other, made in self.ages.items():
            if other is not age:
                made.setChecked(False)
        self.picked.emit(self.chosen())
