"""A month of the plan: institutions with their kinds of rounds down, days across, a cursor that walks by keys."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.model.calendar import DueState, PlanMonth, PlanRow, Slot
from qualitydesk.inspections.ui.plan_calendar.words import TONES, day_lines, short_words
from qualitydesk.kit.dates import weekday
from qualitydesk.kit.theme import GRID, RADIUS, ROW, SIZES, tokens
from qualitydesk.rulebook.model.planning import Per

_NAMES = 13 * GRID
_HEAD = 5 * GRID
_HOUSE = 3 * GRID + GRID // 2
_TALL = ROW + GRID
_LEAST = 20


class PlanGrid(QWidget):
    """Shows one month and a cursor on a day of a row.

    Signals: `moved()` when the cursor does, `opened()` by Enter or double click, `month_wanted(int)` when it walks out
    of the month or by Page Up / Down: -1 or 1.
    """

    moved = Signal()
    opened = Signal()
    month_wanted = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._month: PlanMonth | None = None
        self._at = 0
        self._day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(self.tr("The plan of the month"))

    def show_month(self, month: PlanMonth) -> None:
        """Show a month; the cursor stays on its row and its day of the month."""
        kept = self.row()
        self._month = month
        keys = [row.key for row in month.rows]
        self._at = keys.index(kept.key) if kept is not None and kept.key in keys else 0
        if not month.first <= self._day <= month.last:
            inside = month.first <= month.today <= month.last
            self._day = month.today if inside else min(month.last, month.first.replace(day=max(1, self._day.day % 29)))
        self.setMinimumHeight(self._height())
        self.updateGeometry()
        self._tell()

    def row(self) -> PlanRow | None:
        """The row under the cursor."""
        rows = self._month.rows if self._month else ()
        return rows[self._at] if self._at < len(rows) else None

    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def go_to(self, day: date, at: int | None = None) -> None:
        """Move the cursor to a day of the month, and to a row by its place."""
        if self._month is None or not self._month.first <= day <= self._month.last:
            return
        self._day = day
        if at is not None:
            self._at = max(0, min(at, len(self._month.rows) - 1))
        self._tell()

    def lines(self) -> list[str]:
        """What is under the cursor, in words."""
        return self._lines(self._at, self._day)

    def sizeHint(self) -> QSize:
        return QSize(_NAMES + 31 * 3 * GRID, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NAMES + 31 * _LEAST, self._height())

    def cell(self, at: int, day: date) -> QRectF:
        """Where a day of a row stands."""
        wide = self._wide()
        return QRectF(_NAMES + (day.day - 1) * wide, self._top(at), wide, _TALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._month is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            day = self._day + timedelta(days=1 if key == Qt.Key.Key_Right else -1)
            if self._month.first <= day <= self._month.last:
                self.go_to(day)
            else:
                self._day = day
                self.month_wanted.emit(1 if day > self._month.last else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go_to(self._day, self._at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_wanted.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (found := self._under(event.position())) is not None:
            self.go_to(found[1], found[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position()) is not None:
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "\n".join(self._lines(*found)) if found else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._month is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        house = None
        for at, row in enumerate(self._month.rows):
            if row.institution_id != house:
                house = row.institution_id
                self._paint_house(painter, row, self._top(at) - _HOUSE)
            self._paint_row(painter, at, row)
        self._paint_cursor(painter)
        self._paint_head(painter, self.visibleRegion().boundingRect().top())
        painter.end()

    # Parts of the picture

    def _paint_head(self, painter: QPainter, top: float) -> None:
        """The days stay in sight above whatever rows are scrolled to."""
        assert self._month is not None
        colours, day = tokens(), self._month.first
        painter.translate(0, top)
        painter.fillRect(QRectF(0, 0, self.width(), _HEAD), colours.of("window"))
        while day <= self._month.last:
            rect = self.cell(0, day)
            today = day == self._month.today
            painter.setFont(self._font(SIZES.caption, bold=today))
            painter.setPen(colours.of("accent" if today else ("muted" if day.isoweekday() > 5 else "text")))
            painter.drawText(QRectF(rect.x(), 0, rect.width(), _HEAD / 2), Qt.AlignmentFlag.AlignCenter, str(day.day))
            name = weekday(day)
            short = name[:1] if name.isascii() else name[-1]
            painter.drawText(QRectF(rect.x(), _HEAD / 2, rect.width(), _HEAD / 2), Qt.AlignmentFlag.AlignCenter, short)
            day += timedelta(days=1)

    def _paint_house(self, painter: QPainter, row: PlanRow, top: float) -> None:
        painter.setFont(self._font(SIZES.body, bold=True))
        painter.setPen(tokens().of("text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top, self.width(), _HOUSE), flags, row.institution)
        painter.setPen(tokens().of("line"))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))

    def _paint_row(self, painter: QPainter, at: int, row: PlanRow) -> None:
        assert self._month is not None
        colours = tokens()
        painter.setFont(self._font(SIZES.body))
        painter.setPen(colours.of("text"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        name = say(self._language, f"round_kind.{row.kind}")
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAMES - GRID)
        painter.drawText(QRectF(0, self._top(at), _NAMES - GRID, _TALL), flags, shown)
        painter.setPen(Qt.PenStyle.NoPen)
        for day in self._month.closed.get(row.institution_id, ()):
            painter.setBrush(colours.of("line"))
            painter.drawRect(self.cell(at, day).adjusted(0, 1, 0, -1))
        for slot in row.slots:
            if slot.due.frequency.per is Per.DAY:
                self._paint_sign(painter, self.cell(at, slot.due.first), slot.state, slot.due.required > 1 and slot)
            else:
                self._paint_bar(painter, at, slot, marked=_marked(row, slot))
        if not any(slot.due.frequency.per is Per.DAY for slot in row.slots):
            self._paint_marks(painter, at, row)

    def _paint_sign(self, painter: QPainter, rect: QRectF, state: DueState, many: Slot | bool) -> None:
        """One sign for a whole cell; where several are due on a day, how many of them are done."""
        inside = rect.adjusted(1, 3, -1, -3)
        colour = tokens().of(TONES[state])
        if state is not DueState.AHEAD:
            painter.setPen(QPen(colour, 1))
            painter.setBrush(tokens().of("surface"))
            painter.drawRoundedRect(inside, RADIUS / 2, RADIUS / 2)
        painter.setPen(colour)
        painter.setFont(self._font(SIZES.caption, bold=state in (DueState.MISSED, DueState.DUE)))
        sign = say(self._language, f"plan.sign.{state}")
        if isinstance(many, Slot):
            sign = f"{min(many.done, many.due.required)}/{many.due.required}"
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_bar(self, painter: QPainter, at: int, slot: Slot, *, marked: bool) -> None:
        """A period as a bar over its days, with its state in words below the marks of its days."""
        assert self._month is not None
        first = self.cell(at, max(slot.due.first, self._month.first))
        last = self.cell(at, min(slot.due.last, self._month.last))
        rect = QRectF(first.x() + 1, first.y() + 2, last.right() - first.x() - 2, _TALL - 4)
        colour = tokens().of(TONES[slot.state])
        painter.setPen(QPen(colour, 1))
        painter.setBrush(tokens().of("surface"))
        painter.drawRoundedRect(rect, RADIUS / 2, RADIUS / 2)
        painter.setFont(self._font(SIZES.caption, bold=slot.state in (DueState.MISSED, DueState.DUE)))
        words = short_words(slot, self._language)
        if painter.fontMetrics().horizontalAdvance(words) > rect.width() - 4:  # a part of a week at a month's end
            words = say(self._language, f"plan.sign.{slot.state}")
        low = QRectF(rect.x(), rect.y() + rect.height() * 0.46, rect.width(), rect.height() * 0.54) if marked else rect
        painter.setPen(colour)
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_marks(self, painter: QPainter, at: int, row: PlanRow) -> None:
        """Rounds walked and planned, on their own days above a bar's words."""
        marks: dict[date, DueState] = {plan.day: DueState.PLANNED for plan in row.plans}
        for one in row.walked:
            marks[one.day] = DueState.UNDER_WAY if one.state is RoundState.OPEN else DueState.DONE
        painter.setFont(self._font(SIZES.caption, bold=True))
        for day, state in marks.items():
            rect = self.cell(at, day)
            painter.setPen(tokens().of(TONES[state]))
            high = QRectF(rect.x(), rect.y() + 2, rect.width(), rect.height() * 0.5)
            painter.drawText(high, Qt.AlignmentFlag.AlignCenter, say(self._language, f"plan.sign.{state}"))

    def _paint_cursor(self, painter: QPainter) -> None:
        if self.row() is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens().of("accent" if self.hasFocus() else "muted"), 2))
        painter.drawRoundedRect(self.cell(self._at, self._day).adjusted(1, 1, -1, -1), RADIUS / 2, RADIUS / 2)

    # Where things stand

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * size / SIZES.body)
        font.setBold(bold)
        return font

    def _wide(self) -> float:
        days = self._month.last.day if self._month else 31
        return (self.width() - _NAMES) / days

    def _top(self, at: int) -> float:
        rows = self._month.rows if self._month else ()
        houses = len({row.institution_id for row in rows[: at + 1]})
        return _HEAD + houses * _HOUSE + at * _TALL

    def _height(self) -> int:
        rows = self._month.rows if self._month else ()
        return int(self._top(len(rows) - 1) + _TALL + GRID) if rows else _HEAD

    def _under(self, point: QPointF) -> tuple[int, date] | None:
        if self._month is None or point.x() < _NAMES:
            return None
        number = int((point.x() - _NAMES) / self._wide())
        day = self._month.first + timedelta(days=number)
        for at in range(len(self._month.rows)):
            if day <= self._month.last and self.cell(at, day).contains(point):
                return at, day
        return None

    def _lines(self, at: int, day: date) -> list[str]:
        if self._month is None or at >= len(self._month.rows):
            return []
        row = self._month.rows[at]
        return day_lines(row, day, self._language, closed=day in self._month.closed.get(row.institution_id, ()))

    def _tell(self) -> None:
        self.setAccessibleDescription(" ".join(self.lines()))
        self.update()
        self.moved.emit()


def _marked(row: PlanRow, slot: Slot) -> bool:
    """Whether a day of it carries a mark, so that the words stand below."""
    days = (*(one.day for one in row.walked), *(one.day for one in row.plans))
    return any(slot.due.first <= day <= slot.due.last for day in days)
