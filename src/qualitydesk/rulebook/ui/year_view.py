"""A year at a glance: twelve months, days off and make-up days marked, a cursor that walks by keys."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qualitydesk.kit.dates import day_long, weekday
from qualitydesk.kit.theme import EDGE, GRID, RADIUS, SIZES, tokens
from qualitydesk.rulebook.model.days import ListedDay
from qualitydesk.rulebook.rules.notices import YEARS
from qualitydesk.rulebook.rules.workdays import WorkCalendar

COLUMNS, ROWS = 4, 3
_HEAD = 5 * GRID  # a month's name and its weekdays
_MONDAY = date(2024, 1, 1)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class YearView(QWidget):
    """Shows one year and a cursor on a day of it.

    Signals: `picked(day)` when the cursor moves, `opened(day)` by Enter or double click, `year_wanted(year)` when the
    cursor walks out of the year or Page Up / Down asks for another.
    """

    picked = Signal(object)
    opened = Signal(object)
    year_wanted = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = WorkCalendar()
        self._names: Mapping[date, str] = {}
        self._today = date.min
        self._cursor = date(YEARS[0], 1, 1)  # until a year is shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The year's days"))
        self._locale = QLocale("zh_CN" if language == "zh" else "en_GB")
        self._off = self.tr("H", "mark of a public holiday beside the day's number: one sign")
        self._worked = self.tr("W", "mark of a weekend day that is worked: one sign")

    def sizeHint(self) -> QSize:
        return QSize(COLUMNS * 25 * GRID, ROWS * 24 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * 24 * GRID, ROWS * 21 * GRID)

    def show_year(self, year: int, calendar: WorkCalendar, names: Mapping[date, str], today: date) -> None:
        """Show a year; `names`: what a day off or made up is called, in the user's language."""
        self._calendar, self._names, self._today = calendar, names, today
        if self._cursor.year != year:
            day = min(self._cursor.day, monthrange(year, self._cursor.month)[1])
            self._cursor = today if today.year == year else date(year, self._cursor.month, day)
        self._tell()
        self.update()

    def day(self) -> date:
        """The day under the cursor."""
        return self._cursor

    def go_to(self, day: date) -> None:
        """Move the cursor; a day of another year asks for that year."""
        if day == self._cursor or not YEARS[0] <= day.year <= YEARS[1]:
            return
        year = self._cursor.year
        self._cursor = day
        if day.year != year:
            self.year_wanted.emit(day.year)
        self._tell()
        self.update()

    def words(self, day: date) -> str:
        """A day in words: what it is and why."""
        listed = self._calendar.listed.get(day)
        kind = self.tr("working day") if self._calendar.is_working(day) else self.tr("day off")
        parts = [day_long(day), kind, self._names.get(day, "")]
        if listed is not None and listed.own:
            parts.append(self.tr("own entry"))
        return " · ".join(part for part in parts if part)

    def rect_of(self, day: date) -> QRectF:
        """Where a day stands."""
        month = self._month_rect(day.month)
        place = date(day.year, day.month, 1).weekday() + day.day - 1
        wide, tall = month.width() / 7, (month.height() - _HEAD) / 6
        return QRectF(month.x() + place % 7 * wide, month.y() + _HEAD + place // 7 * tall, wide, tall)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self._cursor + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.year_wanted.emit(self._cursor.year + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self.go_to(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._day_at(event.position()) is not None:
            self.opened.emit(self._cursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * SIZES.caption / SIZES.body)
        for month in range(1, 13):
            self._paint_month(painter, month, small)
        painter.end()

    def _paint_month(self, painter: QPainter, month: int, small: QFont) -> None:
        colours, rect = tokens(), self._month_rect(month)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(colours.of("text"))
        name = QRectF(rect.x(), rect.y(), rect.width(), _HEAD / 2)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self._locale.standaloneMonthName(month))
        painter.setFont(small)
        painter.setPen(colours.of("muted"))
        wide = rect.width() / 7
        for place in range(7):
            head = QRectF(rect.x() + place * wide, rect.y() + _HEAD / 2, wide, _HEAD / 2)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, _initial(_MONDAY + timedelta(days=place)))
        year = self._cursor.year
        for number in range(1, monthrange(year, month)[1] + 1):
            self._paint_day(painter, date(year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        colours, rect = tokens(), self.rect_of(day).adjusted(1, 1, -1, -1)
        listed = self._calendar.listed.get(day)
        working = self._calendar.is_working(day)
        painter.setPen(Qt.PenStyle.NoPen)
        if listed is not None:
            painter.setBrush(colours.of("surface" if working else "accent_soft"))
            painter.drawRoundedRect(rect, RADIUS / 2, RADIUS / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if listed is not None and working:
            painter.setPen(QPen(colours.of("warning"), 1))
            painter.drawRoundedRect(rect, RADIUS / 2, RADIUS / 2)
        if day == self._cursor:
            painter.setPen(QPen(colours.of("accent" if self.hasFocus() else "muted"), 2))
            painter.drawRoundedRect(rect, RADIUS / 2, RADIUS / 2)
        font = QFont(painter.font())
        font.setBold(day == self._today)
        font.setUnderline(day == self._today)
        painter.setFont(font)
        tone = "text" if working or listed is not None else "muted"
        painter.setPen(colours.of(tone))
        if listed is None:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day))
        else:
            self._paint_marked(painter, rect, day, listed)
        font.setBold(False)
        font.setUnderline(False)
        painter.setFont(font)

    def _paint_marked(self, painter: QPainter, rect: QRectF, day: date, listed: ListedDay) -> None:
        """The day's number with its mark beside it, a dot under both where the entry is the group's own."""
        colours = tokens()
        half = QRectF(rect.x(), rect.y(), rect.width() * 0.52, rect.height())
        painter.drawText(half, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setPen(colours.of("warning" if listed.working else "accent"))
        rest = QRectF(half.right(), rect.y(), rect.width() - half.width(), rect.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, self._worked if listed.working else self._off)
        if listed.own:
            painter.setPen(QPen(colours.of("info"), 2))
            base = rect.bottom() - 2
            painter.drawLine(QPointF(rect.x() + 4, base), QPointF(rect.right() - 4, base))

    def _month_rect(self, month: int) -> QRectF:
        wide = (self.width() - (COLUMNS - 1) * EDGE) / COLUMNS
        tall = (self.height() - (ROWS - 1) * GRID) / ROWS
        row, column = divmod(month - 1, COLUMNS)
        return QRectF(column * (wide + EDGE), row * (tall + GRID), wide, tall)

    def _day_at(self, point: QPointF) -> date | None:
        year = self._cursor.year
        for month in range(1, 13):
            if self._month_rect(month).contains(point):
                days = (date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1))
                return next((day for day in days if self.rect_of(day).contains(point)), None)
        return None

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words(self._cursor))
        self.picked.emit(self._cursor)


def _initial(day: date) -> str:
    """The shortest name of a weekday: 一, Mo."""
    name = weekday(day)
    return name[:2] if name.isascii() else name[-1]
