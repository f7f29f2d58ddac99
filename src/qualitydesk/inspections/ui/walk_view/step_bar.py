"""The clock of the process step in view: one button begins and ends it, fields correct its times."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import Clock
from qualitydesk.inspections.model import AnswerKind, Given, Item
from qualitydesk.inspections.rules.scoring import within
from qualitydesk.inspections.rules.stepping import Typed, time_words
from qualitydesk.inspections.rules.timing import clock_words, figure_of, overdue, seconds_of
from qualitydesk.inspections.rules.units import unit_words
from qualitydesk.inspections.ui.walk_view.answers import NumberField
from qualitydesk.inspections.ui.walk_view.press import Press
from qualitydesk.inspections.ui.words import limit_words
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.pieces import hbox, label, set_tone, vbox
from qualitydesk.kit.theme import GRID

TICK = 1000  # ms: the clock shows seconds


class TimeField(NumberField):
    """A time of day or a length being corrected. Esc leaves everything as it was.

    Signals: `entered` by Enter; `dropped` by Esc; `onward` by T or Tab.
    """

    dropped = Signal()
    onward = Signal()

    def __init__(self, name: str, signs: str) -> None:
        super().__init__(name, signs=signs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().lower() == "t":
            self.onward.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab stays among the fields: behind the last of them it would lead into the note."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.onward.emit()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class StepBar(QWidget):
    """Begin, end, the running clock, the limit; under it the fields, once they are wanted.

    Signals: `clocked` the button was pressed; `retimed(Typed)` times were typed and entered; `left` the fields are
    closed and the keys answer again.
    """

    clocked = Signal()
    retimed = Signal(object)
    left = Signal()

    def __init__(self, language: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._clock = clock
        self._item: Item | None = None
        self._given: Given | None = None
        self._ending = False
        self.button = Press("", "play", self.clocked.emit)
        self.time = label("", "number")
        self.time.setMinimumWidth(9 * GRID)
        self.span = label("", tone="muted", wrap=True)
        self.correct = Press(self.tr("T  Times…"), "pencil", self.open_fields)
        self.fields = QWidget()
        self.began = TimeField(self.tr("Began"), "0123456789:.")
        self.ended = TimeField(self.tr("Ended"), "0123456789:.")
        self.length = TimeField(self.tr("Took"), "0123456789.")
        self._length_label = label(self.tr("or took"))
        self._unit = label("", tone="muted")
        enter = Press(self.tr("Enter"), do=self._enter)
        self._order = (self.began, self.ended, self.length)
        row = hbox(self.button, self.time, self.span, self.correct)
        row.setStretch(2, 1)
        self.fields.setLayout(
            hbox(
                label(self.tr("Began")),
                self.began,
                label(self.tr("Ended")),
                self.ended,
                self._length_label,
                self.length,
                self._unit,
                enter,
                None,
                gap=GRID // 2,
            )
        )
        self.fields.hide()
        self.setLayout(vbox(row, self.fields, gap=GRID // 2))
        for field in self._order:
            field.entered.connect(self._enter)
            field.dropped.connect(self.close_fields)
            field.onward.connect(self._to_next_field)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self.tick)

    def show_item(self, item: Item, given: Given | None) -> None:
        """The step in view; anything else hides the bar."""
        self._item = item
        self.close_fields()
        self.setVisible(item.kind is AnswerKind.STEP)
        self.show_given(given)

    def show_given(self, given: Given | None) -> None:
        """What stands there now: the button says what S does next."""
        self._given = given
        item = self._item
        if item is None or item.kind is not AnswerKind.STEP:
            self._ticker.stop()
            return
        began, ended = (given.began, given.ended) if given else (None, None)
        running = began is not None and ended is None
        if ended is not None:
            self.button.setText(self.tr("S  Ended"))
            self.button.setAccessibleName(self.tr("This step has ended"))
        else:
            self.button.setText(self.tr("S  End") if running else self.tr("S  Begin"))
            self.button.setAccessibleName(self.tr("End this step (S)") if running else self.tr("Begin this step (S)"))
        if running != self._ending:
            self._ending = running
            set_icon(self.button, "flag" if running else "play", "text")
        self.button.setEnabled(ended is None)
        limit = limit_words(item.limit, self._language)
        clocked = f"{time_words(began)} – {time_words(ended) or '…'}" if began else ""
        self.span.setText(" · ".join(part for part in (clocked, limit) if part))
        (self._ticker.start if running else self._ticker.stop)()
        self.tick()

    def tick(self) -> None:
        """The clock of a running step; of a finished one how long it took."""
        given = self._given
        if given is None or given.began is None:
            self.time.setText("")
            return
        now = given.ended or self._clock.now()
        self.time.setText(clock_words(max(0, int((now - given.began).total_seconds()))))
        set_tone(self.time, self._tone(now))

    def _tone(self, now: datetime) -> str:
        """Red as soon as the limit is passed, also while it runs."""
        item, given = self._item, self._given
        if item is None or item.limit is None or given is None:
            return ""
        figure = figure_of(item, Given(began=given.began, ended=now))
        if figure is None:
            return ""
        if given.ended is None:
            return "danger" if given.began and overdue(item, given.began, now) else ""
        return "good" if within(item.limit, figure) else "danger"

    def fields_typed(self) -> tuple[TimeField, ...]:
        """Where times are typed."""
        return self._order

    # Correcting

    def open_fields(self) -> None:
        """The times as they stand, to be typed over; the first field waits."""
        item, given = self._item, self._given
        if item is None or item.kind is not AnswerKind.STEP:
            return
        self.began.setText(time_words(given.began if given else None))
        self.ended.setText(time_words(given.ended if given else None))
        typed = given.number if given and seconds_of(given) is None else None
        self.length.setText("" if typed is None else f"{typed:g}")
        for part in (self._length_label, self.length, self._unit):
            part.setVisible(item.limit is not None)
        self._unit.setText(unit_words(item.limit.unit, self._language) if item.limit else "")
        for field in self._order:
            field.setFixedWidth(field.fontMetrics().horizontalAdvance("00:00:00") + 3 * GRID)
        self.fields.show()
        empty = next((field for field in self._order[:2] if not field.text()), self.began)
        (empty if self.began.text() else self.began).setFocus()

    def close_fields(self) -> None:
        """Leave the times as they are. The focus goes before its field does: Qt would hand it to the note."""
        if any(field.hasFocus() for field in self._order):
            self.left.emit()
        self.fields.hide()

    def _to_next_field(self) -> None:
        shown = [field for field in self._order if field.isVisible()]
        at = next((nth for nth, field in enumerate(shown) if field.hasFocus()), -1)
        shown[(at + 1) % len(shown)].setFocus()

    def _enter(self) -> None:
        self.retimed.emit(Typed(self.began.text(), self.ended.text(), self.length.text()))
