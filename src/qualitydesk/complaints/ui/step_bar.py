"""The eleven steps of a case in a row: what is behind it, where it stands, what is to come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CasePage, Course, Leave, Step
from qualitydesk.complaints.ui.words import step_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.theme import GRID, SIZES, tokens

_POINT = GRID  # how far an arrow's point reaches


class CaseStepBar(QWidget):
    """Eleven arrows; the tip of each tells when it was entered and left, by whom and why."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._course: Course | None = None
        self._zone = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, page: CasePage, zone: str) -> None:
        self._course, self._zone = page.course, zone
        here = step_words(page.course.step, self._language)
        self.setAccessibleName(self.tr("Step {step}").format(step=here))
        self.setAccessibleDescription("\n".join(self.tip_of(step) for step in Step if self.tip_of(step)))
        self.update()

    def state_of(self, step: Step) -> str:
        """past, skipped, here or ahead."""
        if self._course is None:
            return "ahead"
        current = self._course.step
        if step is current:
            return "here"
        if current is not None and step > current:
            return "ahead"
        last = next((one for one in reversed(self._course.visits) if one.step is step), None)
        return "skipped" if last is None or last.how is Leave.SKIP else "past"

    def tip_of(self, step: Step) -> str:
        """Every stay in a step, a line each."""
        visits = [one for one in self._course.visits if one.step is step] if self._course is not None else []
        lines = []
        for one in visits:
            words = f"{moment_words(one.entered_at, self._zone)} – {moment_words(one.left_at, self._zone)}"
            how = say(self._language, f"leave.{one.how}") if one.how is not None else self.tr("is here")
            lines.append(" · ".join(part for part in (words, how, one.left_by_name, one.reason) if part))
        return "\n".join((step_words(step, self._language), *lines)) if lines else ""

    def sizeHint(self) -> QSize:
        return QSize(100 * GRID, self.fontMetrics().height() * 3 + GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(44 * GRID, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = max(1.0, self.font().pointSizeF() / SIZES.body)
        small = QFont(self.font())
        small.setPointSizeF(SIZES.caption * scale)
        bold = QFont(small)
        bold.setBold(True)
        for step in Step:
            state, place = self.state_of(step), self._place(step)
            ground = {"here": "accent", "past": "accent_soft"}.get(state, "surface")
            letters = {"here": "on_accent", "past": "text"}.get(state, "muted")
            painter.setPen(colours.of("accent" if state in ("here", "past") else "line"))
            painter.setBrush(colours.of(ground))
            painter.drawPolygon(_arrow(place, first=step is Step.RECEIVED))
            painter.setPen(colours.of(letters))
            painter.setFont(bold if state == "here" else small)
            inner = place.adjusted(_POINT + 2, 0, -_POINT // 2, 0)
            number = f"{int(step)}" if state != "skipped" else f"{int(step)} ↷"
            name = say(self._language, f"case_step.{step.code}")
            lines = (number, *lines_of(name, QFontMetrics(painter.font()), inner.width()))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), "\n".join(lines))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = next((one for one in Step if self._place(one).contains(event.pos())), None)
            tip = self.tip_of(step) or step_words(step, self._language) if step is not None else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _place(self, step: Step) -> QRect:
        each = (self.width() - 1) / len(Step)
        left, right = round(each * (step - 1)), round(each * step)
        return QRect(left, 0, right - left - 2, self.height() - 1)


def lines_of(name: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """A step's name on one line of `width` pixels, or on two where it has words to break between."""
    words = name.split(" ")
    first = words[:1]
    for word in words[1:]:
        if metrics.horizontalAdvance(" ".join((*first, word))) > width:
            break
        first.append(word)
    rest = words[len(first) :]
    told = (" ".join(first), " ".join(rest)) if rest else (name,)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in told)


def _arrow(place: QRect, *, first: bool) -> QPolygonF:
    left, right, top, bottom = place.left(), place.right(), place.top(), place.bottom()
    middle = (top + bottom) / 2
    points = [(left, top), (right - _POINT, top), (right, middle), (right - _POINT, bottom), (left, bottom)]
    if not first:
        points.append((left + _POINT, middle))
    return QPolygonF([QPointF(x, y) for x, y in points])
