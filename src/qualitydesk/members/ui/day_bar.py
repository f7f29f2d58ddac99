"""Which day is shown: a day before, a day after, today, which moves on at midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import local
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.pieces import button, hbox

DAY = timedelta(days=1)


class DayBar(QWidget):
    """Signals: `turned(date)` another day is to be shown."""

    turned = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._following = True  # the day shown is today, and moves on with it
        self.picker = DayPicker(self.today())
        self.picker.setAccessibleName(self.tr("Day"))
        self.before = button("", "chevron-left", partial(self.turn, -DAY), role="quiet")
        self.after = button("", "chevron-right", partial(self.turn, DAY), role="quiet")
        for made, words in ((self.before, self.tr("Day before (←)")), (self.after, self.tr("Day after (→)"))):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self.now_button = button(self.tr("Today"), "today", self.show_today, role="quiet")
        self.now_button.setEnabled(False)
        self.setLayout(hbox(self.before, self.picker, self.after, self.now_button))
        self.picker.picked.connect(self._picked)

    def today(self) -> date:
        """The present day on the group's wall clock."""
        return local(self._now()).date()

    def day(self) -> date:
        """The day chosen."""
        return self.picker.day() or self.today()

    def turn(self, by: timedelta) -> None:
        """That much later or earlier."""
        self.picker.set_day(self.day() + by)

    def show_today(self) -> None:
        """Back to the present day."""
        self._following = True
        self.picker.set_day(self.today())

    def follow(self) -> bool:
        """Where today is shown and another day has begun: on to it. True when it has."""
        if not self._following or self.day() == self.today():
            return False
        self.picker.set_day(self.today())
        return True

    def _picked(self, _day: object) -> None:
        self._following = self.day() == self.today()
        self.now_button.setEnabled(not self._following)
        self.turned.emit(self.day())
