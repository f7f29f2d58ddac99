"""The steps of a process side by side: when each began, how long it took, the pause before it, which one is in view."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import StepTime, Timeline, Verdict
from qualitydesk.inspections.rules.timing import clock_words, overdue
from qualitydesk.inspections.ui.words import step_words
from qualitydesk.kit.theme import GRID, RADIUS, SIZES, tokens

_CELL = 11 * GRID  # the least width of a step
_WIDEST = 20 * GRID
_LANE = 4  # px: half the height of the bar that is drawn to scale
_LINES = 3
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class TimelineStrip(QWidget):
    """One cell a step, in the order of the list; under them a bar to scale, overlapping steps in two lanes.

    Signals: `wanted(int)` the step of this position (from 1) was clicked.
    """

    wanted = Signal(int)

    def __init__(self, language: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._clock = clock
        self._line = Timeline()
        self._current = 0
        self._pressed = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        self.hide()

    def show_timeline(self, line: Timeline, current: int) -> None:
        """`current`: the position in view, 0 when it is no step. Painted is what has changed, and nothing else."""
        before, was, first = self._line, self._current, self._first()
        self._line, self._current = line, current
        told = [step_words(step, self._language) for step in line.steps if step.position == current]
        self.setAccessibleDescription("".join(told))
        self.setVisible(bool(line.steps))
        if len(before.steps) != len(line.steps) or first != self._first():
            self.update()
            return
        changed = {new.position for old, new in zip(before.steps, line.steps, strict=True) if old != new}
        self._paint_soon(changed | ({was, current} if was != current else set()))

    def tick(self) -> None:
        """A second has gone by for what runs."""
        self._paint_soon({step.position for step in self._line.steps if step.running})

    def _paint_soon(self, positions: set[int]) -> None:
        for position in positions - {0}:
            self.update(self.cell(position))
        if positions:
            self.update(0, self.height() - 2 * _LANE - 2, self.width(), 2 * _LANE + 2)

    def sizeHint(self) -> QSize:
        return QSize(4 * _CELL, _LINES * self._line_height() + GRID + 2 * _LANE + GRID // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _CELL, self.sizeHint().height())

    def _line_height(self) -> int:
        return self.fontMetrics().height()

    def cell(self, position: int) -> QRect:
        """Where the step of this position (from 1) is drawn; the one in view always lies inside."""
        tall = self.height() - 2 * _LANE - GRID // 2
        wide = self._wide()
        return QRect((position - 1 - self._first()) * wide, 0, wide, tall)

    def _wide(self) -> int:
        return min(_WIDEST, max(_CELL, self.width() // max(1, len(self._line.steps))))

    def _first(self) -> int:
        """How many cells lie out of sight at the left."""
        count = max(1, len(self._line.steps))
        shown = max(1, self.width() // self._wide())
        return min(max(0, self._current - 1 - shown // 2), max(0, count - shown))

    def position_at(self, x: int) -> int:
        """The position under a point, 0 where there is none."""
        found = (step.position for step in self._line.steps if self.cell(step.position).contains(x, 1))
        return next(found, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.position_at(int(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.position_at(int(event.position().x()))
        if at and at == self._pressed:
            self.wanted.emit(at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.position_at(event.pos().x())
            words = step_words(self._line.steps[at - 1], self._language) if at else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, region, faces = self._clock.now(), event.region(), _Faces(self.font())
        for step in self._line.steps:
            cell = self.cell(step.position)
            if region.intersects(cell):
                self._paint_cell(painter, step, cell, now, faces)
        if event.rect().bottom() > self.height() - 2 * _LANE:
            self._paint_bar(painter, now)
        painter.end()

    def _paint_cell(self, painter: QPainter, step: StepTime, cell: QRect, now: datetime, faces: _Faces) -> None:
        worn, mine = tokens(), step.position == self._current
        box = QRectF(cell).adjusted(1, 1, -GRID // 2, -2)
        painter.setPen(QPen(worn.of("accent" if mine else "line"), 2 if mine else 1))
        painter.setBrush(worn.of("accent_soft" if mine else "surface"))
        painter.drawRoundedRect(box, RADIUS / 2, RADIUS / 2)
        inside = box.adjusted(GRID // 2, GRID // 4, -GRID // 2, -GRID // 4).toRect()
        tall = inside.height() // _LINES
        rows = [QRect(inside.left(), inside.top() + at * tall, inside.width(), tall) for at in range(_LINES)]
        plain = "text" if mine else "muted"
        painter.setFont(faces.small)
        _write(painter, rows[0], _LEFT, str(step.position), "text")
        _write(painter, rows[0], _RIGHT, f"{local(step.began):%H:%M}" if step.began else "", plain)
        gap = clock_words(step.gap)
        gap = gap if gap.startswith("−") or not gap else f"+{gap}"
        note = self.tr("done as {n}").format(n=step.order) if step.displaced else gap
        _write(painter, rows[2], _LEFT, note, "warning" if step.displaced else plain)
        words, tone = self._figure(step, now)
        painter.setFont(faces.strong)
        _write(painter, rows[1], _LEFT, words, "text" if mine and tone == "muted" else tone)

    def _figure(self, step: StepTime, now: datetime) -> tuple[str, str]:
        """What a cell says in the middle, and its tone: how long, else the verdict."""
        verdict = step.given.verdict if step.given else None
        bad = verdict is Verdict.FAIL or step.in_time is False
        if step.running and step.began is not None:
            tone = "danger" if overdue(step.item, step.began, now) else "accent"
            return f"● {clock_words(max(0, int((now - step.began).total_seconds())))}", tone
        if step.seconds is not None:
            return clock_words(step.seconds), "danger" if bad else ("good" if verdict is not None else "text")
        if verdict is not None:
            tone = {Verdict.PASS: "good", Verdict.FAIL: "danger"}.get(verdict, "muted")
            return say(self._language, f"verdict.{verdict.value}"), tone
        return "—", "muted"

    def _paint_bar(self, painter: QPainter, now: datetime) -> None:
        """From the first beginning to the last end: what ran when, and the pauses between."""
        begun = self._line.as_done()
        if not begun or self._line.began is None:
            return
        first = self._line.began
        span = max(1.0, *(((step.ended or now) - first).total_seconds() for step in begun))
        top = self.height() - 2 * _LANE - 1
        worn = tokens()
        painter.setPen(QPen(worn.of("line")))
        painter.drawLine(QPointF(0, self.height() - 1), QPointF(self.width(), self.height() - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        for step in begun:
            assert step.began is not None
            left = (step.began - first).total_seconds() / span * self.width()
            right = ((step.ended or now) - first).total_seconds() / span * self.width()
            lane = top if (step.order or 0) % 2 else top + _LANE
            painter.setBrush(worn.of(self._figure(step, now)[1]))
            painter.drawRect(QRectF(left, lane, max(2.0, right - left), _LANE))


class _Faces:
    """The two faces of a cell, made once for a painting."""

    def __init__(self, body: QFont) -> None:
        self.small = QFont(body)
        self.small.setPointSizeF(body.pointSizeF() * SIZES.caption / SIZES.body)
        self.strong = QFont(body)
        self.strong.setBold(True)


def _write(painter: QPainter, rect: QRect, where: int, words: str, tone: str) -> None:
    if words:
        painter.setPen(tokens().of(tone))
        painter.drawText(rect, where, words)
