"""The line a day is typed into: a whole date from the front, in any usual manner, or one pasted; a calendar beside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from qualitydesk.kit.dates import day_typed, day_words
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.theme import GRID

FIRST, LAST = date(1900, 1, 2), date(2200, 12, 31)
_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_TURNS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


class DayLine(QLineEdit):
    """Whatever is typed at the front of a day, or pasted anywhere as a whole date, takes the place of the day.

    Up and down step the part of the date the cursor stands in (the day, when all is chosen), Page up and Page down the
    month, Alt+Down opens the calendar.

    Signals: `changed(date or None)` as soon as what stands there is another day; `left()` when it is left or Enter
    pressed; `typed()` at each change by hand.
    """

    changed = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, *, optional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = optional
        self._day: date | None = None
        self._stood: date | None = None  # before the typing began
        self._before = ""
        self._clicked_into = False
        self._popup: _CalendarPopup | None = None
        self.setMinimumWidth(17 * GRID)
        self.setPlaceholderText("—" if optional else "")
        opening = QAction(self.tr("Open the calendar (Alt+Down)"), self)
        set_icon(opening, "calendar", "muted")
        opening.triggered.connect(self.open_calendar)
        self.addAction(opening, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self.settle)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def day(self) -> date | None:
        """The day that stands; of typed words that are none, the one before."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show another day without telling; typed words go."""
        self._day = day
        self._write()

    def is_sound(self) -> bool:
        """Whether what stands there is a day, or nothing where there may be none."""
        return self._read() is not None or (self._optional and not self.text().strip())

    def settle(self) -> None:
        """A day is written anew as 2026-11-21; what is none stays, but for nothing where there must be a day."""
        if self.is_sound():
            self._take(self._read())
        if self.is_sound() or not self.text().strip():
            self._write()
        self.left.emit()

    def put_back(self) -> None:
        """The day that stands again, in place of words that are none."""
        self._write()

    def stepBy(self, steps: int, part: str = "day") -> None:
        """On by days, months or years; from none to today. Keeps to what the field takes."""
        start = self._day
        if start is None:
            self._step_to(QDate.currentDate())
            return
        here = QDate(start.year, start.month, start.day)
        moves = {"day": here.addDays, "month": here.addMonths, "year": here.addYears}
        self._step_to(moves[part](steps))

    def open_calendar(self) -> None:
        """The month of the day that stands, under the field."""
        if not self.isEnabled():
            return
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.picked.connect(self._step_to)
        shown = self._day
        self._popup.show_at(self, QDate(shown.year, shown.month, shown.day) if shown else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.open_calendar()
        elif key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_STEPS[key])
        elif key in _TURNS:
            self.stepBy(_TURNS[key], "month")
        else:
            super().keyPressEvent(event)
            if key in _ENTER and not self.is_sound():
                event.accept()  # the dialog must not be saved by it
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason
        if event.reason() not in _BY_HAND:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click that comes into the field chooses all of it; the next sets the cursor."""
        super().mouseReleaseEvent(event)
        if self._clicked_into and not self.hasSelectedText():
            self.selectAll()
        self._clicked_into = False

    def _step(self, steps: int) -> None:
        part = "day"
        if self.selectedText() != self.text():
            part = {0: "year", 1: "month"}.get(self.text()[: self.cursorPosition()].count("-"), "day")
        place = self.cursorPosition()
        self.stepBy(steps, part)
        if part == "day":
            self.selectAll()
        else:
            self.setCursorPosition(place)

    def _step_to(self, day: QDate) -> None:
        found = date(day.year(), day.month(), day.day())
        if FIRST <= found <= LAST:
            self._take(found)
            self._write()
            self.typed.emit()

    def _edited(self, text: str) -> None:
        grown, place = len(text) - len(self._before), self.cursorPosition()
        if grown > 0 and self._before:
            pasted = text[max(0, place - grown) : place]
            if self._before == day_words(self._day) and text.endswith(self._before):
                self.setText(text[:grown])  # typed at the front of a day: another one begins
            elif grown > 1 and self._as_day(pasted) is not None:
                self.setText(pasted)
        self._before = self.text()
        self._take(self._read() if self.is_sound() else self._stood)  # 2027-02-3 was a day until the 0 came
        self.typed.emit()

    def _read(self) -> date | None:
        return self._as_day(self.text())

    def _as_day(self, words: str) -> date | None:
        today = QDate.currentDate()
        found = day_typed(words, date(today.year(), today.month(), today.day()))
        return found if found is not None and FIRST <= found <= LAST else None

    def _take(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _write(self) -> None:
        self._stood = self._day
        words = day_words(self._day)
        if self.text() != words:
            self.setText(words)
            if self.hasFocus():
                self.selectAll()
            else:
                self.setCursorPosition(0)
        self._before = words


class _CalendarPopup(QFrame):
    """A month to pick a day from. Signals: `picked(QDate)`."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self.calendar = QCalendarWidget()
        self.calendar.setDateRange(QDate(FIRST.year, FIRST.month, FIRST.day), QDate(LAST.year, LAST.month, LAST.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setLayout(vbox(self.calendar))
        self.setFocusProxy(self.calendar)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)

    def show_at(self, line: QWidget, day: QDate | None) -> None:
        """Under the field, or above it where the screen ends."""
        self.calendar.setSelectedDate(day or QDate.currentDate())
        size = self.sizeHint()
        corner = line.mapToGlobal(QPoint(0, line.height()))
        ground = line.screen().availableGeometry()
        if corner.y() + size.height() > ground.bottom():
            corner = line.mapToGlobal(QPoint(0, -size.height()))
        self.move(max(ground.left(), min(corner.x(), ground.right() - size.width())), max(ground.top(), corner.y()))
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(day)
