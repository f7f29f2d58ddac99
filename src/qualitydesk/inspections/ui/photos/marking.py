"""Arrows and circles drawn upon a photo, by mouse, finger or keys. Hands out the marks as data; the photo stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QDialog, QPushButton, QWidget

from qualitydesk.inspections.model.photos import Mark, MarkKind
from qualitydesk.inspections.rules.photos import MOST_MARKS
from qualitydesk.inspections.ui.photos.picture import PictureView
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID, tokens
from qualitydesk.kit.tools import Tools

_LEAST = 0.01  # of the picture: a click is no mark
_STEP, _LEAP = 0.01, 0.1
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MarkCanvas(PictureView):
    """A picture to draw upon. The arrow keys move a cross, the space bar begins a mark there and ends it.

    Signals: `changed` a mark was added, taken back or begun; `full` no further one is taken.
    """

    changed = Signal()
    full = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = MarkKind.ARROW
        self.marks: list[Mark] = []
        self.begun: Mark | None = None
        self._cross = (0.5, 0.5)
        self._by_keys = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def choose(self, kind: MarkKind) -> None:
        """What is drawn next."""
        self.kind = kind
        if self.begun is not None:
            self._move_to(self.begun.x2, self.begun.y2)

    def take_back(self) -> None:
        """The mark being drawn, else the last one."""
        if self.begun is not None:
            self.begun = None
        elif self.marks:
            self.marks.pop()
        self._tell()

    def clear_all(self) -> None:
        self.begun = None
        self.marks.clear()
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.has_picture():
            self._by_keys = False
            self._begin(*self._fraction(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.begun is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(*self._fraction(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.begun is not None and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(*self._fraction(event.position()))
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := _WAYS.get(Qt.Key(event.key())):
            step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._by_keys = True
            self._cross = (_within(self._cross[0] + way[0] * step), _within(self._cross[1] + way[1] * step))
            if self.begun is not None:
                self._move_to(*self._cross)
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._by_keys = True
            if self.begun is None:
                self._begin(*self._cross)
            else:
                self._end()
        elif event.key() == Qt.Key.Key_Escape and self.begun is not None:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def draw_more(self, painter: QPainter) -> None:
        if self.begun is not None:
            self.draw_mark(painter, self.begun)
        if not self._by_keys and not self.hasFocus():
            return
        place = self.place()
        at = QPointF(place.x() + self._cross[0] * place.width(), place.y() + self._cross[1] * place.height())
        for colour, width in ((tokens().of("surface"), 3), (tokens().of("accent"), 1)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(at + QPointF(-2 * GRID, 0), at + QPointF(2 * GRID, 0))
            painter.drawLine(at + QPointF(0, -2 * GRID), at + QPointF(0, 2 * GRID))

    def _begin(self, x: float, y: float) -> None:
        if len(self.marks) >= MOST_MARKS:
            self.full.emit()
            return
        self.begun = Mark(self.kind, x, y, x, y)
        self._tell()

    def _move_to(self, x: float, y: float) -> None:
        assert self.begun is not None
        self._cross = (x, y)
        self.begun = replace(self.begun, kind=self.kind, x2=x, y2=y)
        self.update()

    def _end(self) -> None:
        assert self.begun is not None
        mark, self.begun = self.begun, None
        if max(abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1)) >= _LEAST:
            self.marks.append(mark)
        self._tell()

    def _fraction(self, at: QPointF) -> tuple[float, float]:
        place = self.place()
        return _within((at.x() - place.x()) / place.width()), _within((at.y() - place.y()) / place.height())

    def _tell(self) -> None:
        self.show_marks(self.marks)
        self.changed.emit()


class MarkDialog(QDialog):
    """The editor of one photo's marks.

    Signals: `drawn(list[Mark])` when saved with anything changed.
    """

    drawn = Signal(object)

    def __init__(self, tools: Tools, picture: QPixmap, marks: Sequence[Mark], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._before = list(marks)
        self.setWindowTitle(self.tr("Mark the photo"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.canvas = MarkCanvas()
        self.canvas.show_picture(picture)
        self.canvas.marks = list(marks)
        self.canvas.show_marks(marks)
        self.canvas.setAccessibleName(self.tr("Photo to draw upon"))
        self.canvas.changed.connect(self._show_state)
        self.canvas.full.connect(self._say_full)
        self.arrow = self._tool(self.tr("Arrow"), "arrow-right", MarkKind.ARROW)
        self.circle = self._tool(self.tr("Circle"), "circle", MarkKind.ELLIPSE)
        self._tools_group = QButtonGroup(self)
        for one in (self.arrow, self.circle):
            self._tools_group.addButton(one)
        self.arrow.setChecked(True)
        self.undo = button(self.tr("Undo"), "undo", self.canvas.take_back)
        self.clear = button(self.tr("Clear all"), "trash", self.canvas.clear_all)
        self.words = label("", tone="muted", wrap=True)
        self.cancel = button(self.tr("Cancel"), do=self.reject)
        self.save = button(self.tr("Save"), "check", self._save, role="primary")
        top = hbox(self.arrow, self.circle, self.undo, self.clear, None, gap=GAP)
        bottom = hbox(self.words, self.cancel, self.save, gap=GAP)
        bottom.setStretch(0, 1)
        column = vbox(top, self.canvas, bottom, gap=GRID)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self._bind_keys()
        room = self.screen().availableGeometry()
        self.resize(min(120 * GRID, room.width() - 8 * GRID), min(86 * GRID, room.height() - 10 * GRID))
        self._show_state()
        self.canvas.setFocus()

    def _tool(self, words: str, icon_name: str, kind: MarkKind) -> QPushButton:
        def chosen() -> None:
            self.canvas.choose(kind)
            self.canvas.setFocus()

        made = button(words, icon_name, chosen)
        made.setCheckable(True)
        return made

    def _bind_keys(self) -> None:
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("A", self.tr("Draw arrows"), self.arrow.click),
            Key("C", self.tr("Draw circles"), self.circle.click),
            Key("Space", self.tr("Begin a mark at the cross; end it there")),
            Key("Up", self.tr("Move the cross with the arrow keys; farther with Shift")),
            Key("Ctrl+Z", self.tr("Undo the last mark"), self.canvas.take_back),
            Key("Ctrl+Return", self.tr("Save"), self._save),
            Key("Esc", self.tr("Give up the mark begun; else cancel")),
        )

    def _show_state(self) -> None:
        self.undo.setEnabled(bool(self.canvas.marks) or self.canvas.begun is not None)
        self.clear.setEnabled(bool(self.canvas.marks))
        begun = self.tr("Now its end: release the mouse there, or move the cross and press the space bar.")
        idle = self.tr("Drag with the mouse, or move the cross with the arrow keys and press the space bar.")
        self.words.setText(begun if self.canvas.begun is not None else idle)

    def _say_full(self) -> None:
        self.words.setText(self.tr("A photo takes at most {count} marks.").format(count=MOST_MARKS))

    def _save(self) -> None:
        if self.canvas.marks != self._before:
            self.drawn.emit(list(self.canvas.marks))
        self.accept()

    def reject(self) -> None:
        """Cancel, Esc and the cross: asks when something drawn would be lost."""
        if self.canvas.marks == self._before:
            super().reject()
            return
        self.tools.prompts.ask(
            self,
            self.tr("Discard the marks?"),
            self.tr("What you have drawn has not been saved."),
            yes=self.tr("Discard"),
            no=self.tr("Go on drawing"),
            then=self._discard,
            danger=True,
        )

    def _discard(self) -> None:
        super().reject()


def _within(share: float) -> float:
    return min(1.0, max(0.0, round(share, 4)))
