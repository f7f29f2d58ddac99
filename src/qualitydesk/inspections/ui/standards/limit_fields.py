"""The wanted range of a measured item or a timed step: two ends and a unit, offered only where they apply."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from qualitydesk.inspections.model import TIME_UNITS, AnswerKind, Limit
from qualitydesk.inspections.rules.units import WORDED, unit_words
from qualitydesk.kit.theme import GRID

UNITS = (*WORDED, "°", "°C", "%")


class UnitBox(QComboBox):
    """A unit: one of the known ones, or any sign typed. Timed steps take units of time only, and what they had."""

    def __init__(self, language: str, own: str = "") -> None:
        super().__init__()
        self._language = language
        self._own = own
        self._units: tuple[str, ...] = ()
        self.setMaximumWidth(24 * GRID)
        self.offer(timed=False)

    def offer(self, *, timed: bool) -> None:
        """Offer units of time, or all; what is chosen stays where it may."""
        units = tuple(TIME_UNITS) if timed else UNITS
        units += (self._own,) if self._own and self._own not in units else ()
        if units == self._units:
            return
        kept = self.unit() if self._units else ""
        self._units = units
        self.setEditable(not timed)
        self.clear()
        for unit in units:
            self.addItem(unit_words(unit, self._language), unit)
        self.set_unit(kept if kept in units or not timed else "min")

    def unit(self) -> str:
        """The unit's code, or what was typed."""
        typed = self.currentText().strip()
        place = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(place)) if place >= 0 else typed

    def set_unit(self, unit: str) -> None:
        place = self.findData(unit)
        if place >= 0:
            self.setCurrentIndex(place)
        elif self.isEditable():
            self.setCurrentIndex(-1)
            self.setEditText(unit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling past must not change a draft."""
        event.ignore()


class LimitFields:
    """The three editors and what they mean together."""

    def __init__(self, limit: Limit | None, language: str) -> None:
        self.low, self.high = QLineEdit(), QLineEdit()
        self.unit = UnitBox(language, limit.unit if limit else "")
        for end in (self.low, self.high):
            end.setAlignment(Qt.AlignmentFlag.AlignRight)
            end.setMaximumWidth(16 * GRID)
        if limit is not None:
            self.low.setText(_exact(limit.low))
            self.high.setText(_exact(limit.high))
            self.unit.set_unit(limit.unit)
        else:
            self.unit.set_unit("min")

    def limit(self, kind: AnswerKind) -> Limit | None:
        """The range as typed; None where the kind has none, or nothing is typed. What is no number is NaN."""
        if kind not in (AnswerKind.MEASURED, AnswerKind.STEP):
            return None
        low, high = _number(self.low.text()), _number(self.high.text())
        if low is None and high is None:
            return None
        return Limit(low, high, self.unit.unit())


def _exact(number: float | None) -> str:
    """A number as it would be typed, no digit lost."""
    return "" if number is None else f"{number:.15g}"


def _number(text: str) -> float | None:
    """What is typed as a number, full-width digits too; nothing: None."""
    if not text.strip():
        return None
    try:
        return float(text.strip())
    except ValueError:
        return math.nan
