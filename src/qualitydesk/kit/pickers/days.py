"""A day and a moment, picked on the group's wall clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QPoint, Qt, QTime, Signal
from PySide6.QtWidgets import QTimeEdit, QToolTip, QWidget

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.kit.dates import weekday
from qualitydesk.kit.pickers.amounts import inset_text
from qualitydesk.kit.pickers.day_line import DayLine
from qualitydesk.kit.pieces import button, hbox, label, set_problem
from qualitydesk.kit.theme import GAP, GRID


class DayPicker(QWidget):
    """A day, written 2026-11-21, its weekday beside it; typed in any usual manner (see `day_typed`) or picked from the
    calendar at the arrow. Words that are no date are told beside the field (`say_beside`), where they stay until they
    are changed, or in a tip under it, where they go.

    Signals: `picked(date or None)` when it changed.
    """

    picked = Signal(object)

    def __init__(self, day: date | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = optional
        self._said = False
        self._beside: Callable[[str], object] = self._tip
        self.line = DayLine(optional=optional)
        self._weekday = label("", tone="muted")
        self._clear = button("", "x", self._empty, role="quiet")
        self._clear.setAccessibleName(self.tr("Clear the day"))
        self._clear.setToolTip(self.tr("Clear the day"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(hbox(self.line, self._weekday, self._clear, None, gap=GAP))
        self.setFocusProxy(self.line)
        today = QDate.currentDate()
        self.set_day(day if day is not None or optional else date(today.year(), today.month(), today.day()))
        self.line.changed.connect(self._changed)
        self.line.typed.connect(lambda: self._say("", changed=True))
        self.line.left.connect(self._settled)

    def day(self) -> date | None:
        """The day chosen; None only when optional."""
        return self.line.day()

    def set_day(self, day: date | None) -> None:
        """Show another day; told as if it had been picked."""
        before = self.day()
        if day is not None or self._optional:
            self.line.set_day(day)
        self._show_weekday()
        self._say("")
        if self.day() != before:
            self.picked.emit(self.day())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        super().setAccessibleDescription(words)
        self.line.setAccessibleDescription(words)

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Who shows what could not be taken ("" takes it away), in place of a tip under the field."""
        self._beside = listener

    def untaken(self) -> str:
        """What is said about typed words that are no date; "" when a day stands there, or rightly nothing."""
        if self.line.is_sound() or not self.line.text().strip():
            return ""
        words = self.tr('"{typed}" is no date. Write it like 2026-11-21, 20261121 or 11-21.')
        return words.format(typed=self.line.text().strip())

    def take_typed(self) -> None:
        """What was typed becomes the day, as when the field is left."""
        self.line.settle()

    def _settled(self) -> None:
        refusal = self.untaken()
        if not refusal:
            return
        self._say(refusal)
        if self._beside == self._tip:
            self.line.put_back()

    def _say(self, words: str, *, changed: bool = False) -> None:
        """Say it, or take it away; what others said of the day before goes only when that has changed."""
        if words or self._said or (changed and self.line.property("problem")):
            self._said = bool(words)
            self._beside(words)

    def _tip(self, words: str) -> None:
        """In a line of filters there is no room beside: a tip under the field, which stays on it with a red frame."""
        set_problem(self.line, bool(words))
        self.line.setToolTip(words)
        if words and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), words, self.line)

    def _empty(self) -> None:
        self.line.set_day(None)
        self._changed()

    def _changed(self) -> None:
        self._show_weekday()
        self._say("", changed=True)
        self.picked.emit(self.day())

    def _show_weekday(self) -> None:
        day = self.day()
        self._weekday.setText(weekday(day) if day else "")
        self._clear.setVisible(self._optional and day is not None)


class MomentPicker(QWidget):
    """A day and a time on the group's wall clock, handed out in UTC.

    Signals: `picked(moment or None)`.
    """

    picked = Signal(object)

    def __init__(
        self,
        at: datetime | None = None,
        *,
        zone: str = DEFAULT_ZONE,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo(zone)
        self._beside: Callable[[str], object] = lambda _words: None
        self._day = DayPicker(optional=optional)
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm")
        self._time.setMinimumWidth(11 * GRID)
        inset_text(self._time)
        row = hbox(self._day, self._time, None, gap=GAP)
        self.setLayout(row)
        self.setFocusProxy(self._day)
        self.set_moment(at)
        self._day.picked.connect(self._tell)
        self._time.timeChanged.connect(self._tell)

    def moment(self) -> datetime | None:
        """The moment chosen, aware, UTC; None only when optional."""
        day = self._day.day()
        if day is None:
            return None
        clock = self._time.time()
        return datetime.combine(day, time(clock.hour(), clock.minute()), self._zone).astimezone(UTC)

    def set_moment(self, at: datetime | None) -> None:
        wall = local(at, self._zone.key) if at else None
        if wall is not None or self._day._optional:
            self._day.set_day(wall.date() if wall else None)
        self._time.setTime(QTime(wall.hour, wall.minute) if wall else QTime(9, 0))

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Who shows what could not be taken of the day."""
        self._day.say_beside(listener)
        self._beside = listener

    def untaken(self) -> str:
        """What is said about words that are no date."""
        return self._day.untaken()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._day.setAccessibleName(name)
        self._time.setAccessibleName(self.tr("{name}: time").format(name=name))

    def _tell(self) -> None:
        if self.property("problem") and not self.untaken():
            self._beside("")
        self.picked.emit(self.moment())
