"""A day and a moment, picked on the group's wall clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QTimeEdit,
    QWidget,
)

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.kit.dates import weekday
from qualitydesk.kit.pickers.amounts import inset_text
from qualitydesk.kit.pieces import button, hbox, label
from qualitydesk.kit.theme import GAP, GRID

_NO_DAY = QDate(1900, 1, 1)


class DayPicker(QWidget):
    """A day, written 2026-11-21, its weekday beside it; the calendar opens at the arrow.

    Signals: `picked(date or None)` when it changed.
    """

    picked = Signal(object)

    def __init__(self, day: date | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = optional
        self._editor = QDateEdit()
        self._editor.setDisplayFormat("yyyy-MM-dd")
        self._editor.setCalendarPopup(True)
        self._editor.setDateRange(_NO_DAY if optional else _NO_DAY.addDays(1), QDate(2200, 12, 31))
        self._editor.setMinimumWidth(17 * GRID)
        if optional:
            self._editor.setSpecialValueText("—")
        self._weekday = label("", tone="muted")
        self._clear = button("", "x", lambda: self._editor.setDate(_NO_DAY), role="quiet")
        self._clear.setAccessibleName(self.tr("Clear the day"))
        self._clear.setToolTip(self.tr("Clear the day"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = hbox(self._editor, self._weekday, self._clear, None, gap=GAP)
        self.setLayout(row)
        self.setFocusProxy(self._editor)
        self._editor.calendarWidget().installEventFilter(self)
        if day is not None or optional:
            self.set_day(day)
        else:
            self._editor.setDate(QDate.currentDate())
            self._show_weekday()
        self._editor.dateChanged.connect(self._changed)

    def day(self) -> date | None:
        """The day chosen; None only when optional."""
        chosen = self._editor.date()
        if self._optional and chosen == _NO_DAY:
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date | None) -> None:
        self._editor.setDate(_NO_DAY if day is None else QDate(day.year, day.month, day.day))
        self._show_weekday()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._editor.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.day() is None:
            today = QDate.currentDate()
            self._editor.calendarWidget().setCurrentPage(today.year(), today.month())
        return False

    def _changed(self) -> None:
        # From "none", a step up or down starts in our days, not in 1900.
        if self._optional and _NO_DAY < self._editor.date() <= _NO_DAY.addYears(1):
            self._editor.setDate(QDate.currentDate())
            return
        self._show_weekday()
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

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._day.setAccessibleName(name)
        self._time.setAccessibleName(self.tr("{name}: time").format(name=name))

    def _tell(self) -> None:
        self.picked.emit(self.moment())
