"""The right of the walking page: how far, the clock, what was answered last, the note."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.rules.drafts import LONGEST_NOTE
from qualitydesk.inspections.ui.walk_view.course import Course, Place
from qualitydesk.inspections.ui.words import answered_words, failed_words, given_words
from qualitydesk.kit.pieces import button, label, panel, set_tone, vbox
from qualitydesk.kit.theme import EDGE, GRID

_TICK = 10_000  # ms: the clock shows minutes


class NoteEditor(QPlainTextEdit):
    """The note of an item. Esc and Ctrl+Enter go back to the answers; an input method is welcome here.

    Signals: `noted(str)` the text changed by typing; `done` back to the answers; `entered` and `left`: the
    focus came or went; `overflowed(bool)` whether what was just typed or pasted did not fit and was cut.
    """

    noted = Signal(str)
    done = Signal()
    left = Signal()
    overflowed = Signal(bool)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("What did you see? (N)"))
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show another note, without telling."""
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _tell(self) -> None:
        if self._showing:
            return
        text = self.toPlainText()
        too_long = len(text) > LONGEST_NOTE
        if too_long:
            text = text[:LONGEST_NOTE]
            self.show_text(text)
        self.overflowed.emit(too_long)
        self.noted.emit(text)


class SidePanel(QFrame):
    """Running result, clock, last answer, note."""

    def __init__(self, language: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(32 * GRID)
        self._language = language
        self._clock = clock
        self._started: datetime | None = None
        self.mine = label("", "number")
        self.mine.setAccessibleName(self.tr("This person"))
        self.failed = label("", wrap=True)
        self.whole = label("", "caption", wrap=True)
        self.running = label("", tone="accent", wrap=True)
        self.running.hide()
        self.time = label("", "number")
        self.since = label("", "caption", wrap=True)
        self.last = label("", wrap=True)
        self.last.setMinimumHeight(5 * GRID)
        self.last.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.who = button("", "user", role="walk")
        self.who.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.who.hide()
        self.fixed = button(self.tr("Fixed on the spot (F)"), "wrench", role="walk")
        self.fixed.setCheckable(True)
        self.fixed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.whose = label("", "section", wrap=True)
        self.elsewhere = label("", tone="danger")
        self.note = NoteEditor()
        self.too_long = label(say(language, "inspections.note_cut", longest=f"{LONGEST_NOTE:,}"), "problem", wrap=True)
        self.too_long.hide()
        self.note.overflowed.connect(self.too_long.setVisible)
        self.saved = label("", "caption")
        column = vbox(
            self.mine,
            self.failed,
            self.whole,
            _rule(),
            self.time,
            self.since,
            self.running,
            self.who,
            _rule(),
            label(self.tr("Answered last"), "section"),
            self.last,
            self.fixed,
            _rule(),
            self.whose,
            self.elsewhere,
            self.note,
            self.too_long,
            self.saved,
            gap=GRID // 2,
        )
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        column.setStretch(column.indexOf(self.note), 1)
        self.setLayout(column)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK)
        self._ticker.timeout.connect(self.tick)

    def seat(self, more: QWidget) -> None:
        """Further things of the item in view, under its note."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.saved), more)
        self.note.setMinimumHeight(6 * GRID)  # gives way first where the screen is low

    def begin(self, started: datetime) -> None:
        """Run the clock of a round."""
        self._started = started
        self._ticker.start()
        self.tick()

    def stop(self) -> None:
        self._ticker.stop()

    def tick(self) -> None:
        """The time of day and how long the round has been open."""
        now = self._clock.now()
        self.time.setText(f"{local(now):%H:%M}")
        if self._started is None:
            return
        hours, minutes = divmod(max(0, int((now - self._started).total_seconds())) // 60, 60)
        if hours:
            words = self.tr("begun {time} · {hours} h {minutes} min ago").format(
                time=f"{local(self._started):%m-%d %H:%M}", hours=hours, minutes=minutes
            )
        else:
            words = self.tr("begun {time} · {minutes} min ago").format(
                time=f"{local(self._started):%H:%M}", minutes=minutes
            )
        self.since.setText(words)

    def show_tally(self, course: Course) -> None:
        """This person's and the round's running result: a count, never a bare percentage."""
        mine, whole = course.tally(course.place.stop), course.whole()
        self.mine.setText(f"{mine.answered} / {mine.total}")
        set_tone(self.failed, "danger" if mine.failed else "muted")
        self.failed.setText(self.tr("answered · {failed}").format(failed=failed_words(mine.failed)))
        counted = f"{answered_words(whole.answered, whole.total)} · {failed_words(whole.failed)}"
        self.whole.setText(self.tr("Whole round: {counted}").format(counted=counted))
        self._show_running(course)

    def _show_running(self, course: Course) -> None:
        """Steps that run out of view would be forgotten."""
        elsewhere = [place for place in course.running() if place != course.place]
        if elsewhere:
            place = elsewhere[0]
            name, title = course.stops[place.stop].name, course.item_at(place).title[self._language]
            words = self.tr("Still being timed: {item}").format(
                item=title if place.stop == course.place.stop else f"{name} · {title}"
            )
            more = len(elsewhere) - 1
            self.running.setText(words + (self.tr(" and {count} more").format(count=more) if more else ""))
        self.running.setVisible(bool(elsewhere))

    def show_last(self, course: Course) -> None:
        """The answer given last: what Z would take back."""
        deed = course.last_deed()
        if deed is None:
            set_tone(self.last, "")
            self.last.setText(self.tr("Nothing yet"))
            return
        place = deed.before[-1][0]
        item = course.item_at(place)
        given = course.given_at(place)
        words = given_words(item, given, self._language)
        set_tone(self.last, "danger" if given and given.verdict is Verdict.FAIL else "")
        if given and given.fixed:
            words = self.tr("{verdict}, fixed on the spot").format(verdict=words)
        title = item.title[self._language]
        if len(deed.before) > 1:
            title = self.tr("{count} items at once").format(count=len(deed.before))
        name = course.stops[place.stop].name
        self.last.setText(f"{name if len(name) <= 12 else name[:12] + '…'} · {title}\n{words}")

    def show_note(self, course: Course, place: Place) -> None:
        """The note of an item, by its name; plain to see when it is not the item in view."""
        given = course.given_at(place)
        title = course.item_at(place).title[self._language]
        if place.stop != course.place.stop:
            title = f"{course.stops[place.stop].name} · {title}"
        words = self.tr("Note: {item}").format(item=title)
        if words != self.whose.text():
            self.whose.setText(words)
            self.note.setAccessibleName(words)
        failed = given is not None and given.verdict is Verdict.FAIL
        self.elsewhere.setText(self.tr("the item just failed") if failed else self.tr("the item just answered"))
        self.elsewhere.setVisible(place != course.place)
        self.note.show_text(given.note if given else "")

    def show_fixed(self, possible: bool, fixed: bool) -> None:
        """Whether F means something now, and whether it is set."""
        self.fixed.setEnabled(possible)
        self.fixed.setChecked(possible and fixed)

    def show_who(self, name: str) -> None:
        """Who answers, where a round has two inspectors; "" where there is nothing to choose."""
        self.who.setVisible(bool(name))
        self.who.setText(self.tr("I  {name} answers").format(name=name if len(name) <= 12 else name[:12] + "…"))
        self.who.setToolTip(self.tr("{name} answers. I: the other inspector.").format(name=name))

    def show_saved(self, waiting: int, failed: bool = False) -> None:
        """Whether everything is on disk, on its way there, or could not be written."""
        words = self.tr("Saving…") if waiting else self.tr("All saved")
        set_tone(self.saved, "danger" if failed else "")
        self.saved.setText(self.tr("Not saved") if failed else words)


def _rule() -> QFrame:
    return panel("rule")
