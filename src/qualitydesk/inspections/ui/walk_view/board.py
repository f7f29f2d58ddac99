"""The middle of the walking page: the item in view and its answers. Holds the focus while keys answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import EarlierFinding
from qualitydesk.inspections.ui.item_card import ItemCard
from qualitydesk.inspections.ui.walk_view.answers import AnswerBar
from qualitydesk.inspections.ui.walk_view.course import Course
from qualitydesk.inspections.ui.walk_view.disk import Overtaken
from qualitydesk.inspections.ui.walk_view.keypad import Keypad
from qualitydesk.inspections.ui.walk_view.step_bar import TICK, StepBar
from qualitydesk.inspections.ui.walk_view.strip import TimelineStrip
from qualitydesk.inspections.ui.walk_view.tool_row import ToolRow
from qualitydesk.kit.pieces import IconLabel, button, hbox, label, vbox
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.theme import EDGE, GRID, RADIUS, ROW, tokens

NOTE_SHOWN = 400  # signs of a note that could not be saved; more would push the item off the screen


class Board(QFrame):
    """One item at a time. Its frame is drawn in the accent colour while keys answer."""

    def __init__(self, language: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._language = language
        self.card = ItemCard(language)
        self.answers = AnswerBar(language)
        self.words = label("", "problem", wrap=True)
        self.words.setMinimumHeight(ROW)
        self.strip = TimelineStrip(language, clock)
        self.step = StepBar(language, clock)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self.strip.tick)
        self.keypad = Keypad()
        self.keypad.serve(*self.answers.fields(), *self.step.fields_typed())
        self.tools = ToolRow()
        column = vbox(self.strip, self.card, self.step, self.answers, self.keypad, self.words, self.tools)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(column)

    def show_place(self, course: Course, earlier: Sequence[EarlierFinding]) -> None:
        """The item the inspector stands on."""
        stop, item = course.stop, course.item
        packs = course.walk.packs
        section = next((p.sections[item.section][self._language] for p in packs if item in p.items), "")
        counted = f"{course.place.item + 1} / {len(course.items(course.place.stop))}"
        parts = (stop.name, stop.post or stop.department, section, counted)
        self.card.show_item(item, " · ".join(part for part in parts if part), earlier)
        self.keypad.put_away()
        self.step.show_item(item, course.given)
        self.answers.show_item(item, course.given)
        self.show_timeline(course)
        self.words.setText("")
        self.setAccessibleName(self.card.words())

    def show_answer(self, course: Course) -> None:
        """What was given to the item in view has changed."""
        self.step.close_fields()
        self.step.show_given(course.given)
        self.answers.show_given(course.given)
        self.words.setText("")
        self.show_timeline(course)

    def show_timeline(self, course: Course) -> None:
        """The steps of this stop; the strip runs on while one of them does."""
        at = course.place.stop
        if not course.has_steps(at):
            self._ticker.stop()
            self.strip.hide()
            return
        line = course.timeline(at)
        here = next((step.position for step in line.steps if step.item is course.item), 0)
        self.strip.show_timeline(line, here)
        (self._ticker.start if any(step.running for step in line.steps) else self._ticker.stop)()

    def take_focus(self) -> None:
        """Where keys go: the field of a measured item, else the board itself."""
        (self.answers.field() or self).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens().of("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.end()


class EndBar(QFrame):
    """What stands under the item when no open one lies ahead."""

    def __init__(self, finish: Callable[[], object], first_open: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self.words = label("", wrap=True)
        self.first_open: QPushButton = button(self.tr("Go to the first open item"), "arrow-left", first_open)
        self.finish = button(self.tr("Finish round (Ctrl+Enter)"), "flag", finish, role="primary")
        row = hbox(self.words, self.first_open, self.finish)
        row.setStretch(0, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(row)
        self.hide()

    def show_end(self, left: int) -> None:
        """`left`: items still without an answer."""
        self.words.setText(
            self.tr("End of the route. {count} items are still unanswered.").format(count=left)
            if left
            else self.tr("Every item is answered. The round can be finished.")
        )
        self.first_open.setVisible(left > 0)
        self.show()


class FailureBar(QFrame):
    """Says that an answer could not be saved, and what can be done."""

    def __init__(self, retry: Callable[[], object], reload: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "danger")
        self.words = label("", tone="danger", wrap=True, selectable=True)
        self.retry = button(self.tr("Try again"), "refresh", retry, role="primary")
        self.reload = button(self.tr("Go back to what is saved"), "undo", reload)
        row = hbox(IconLabel("error", "danger"), self.words, self.reload, self.retry)
        row.setStretch(1, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(row)
        self.hide()

    def show_error(self, error: Exception, prompts: Prompts) -> None:
        """Why, in the user's words; a fault of ours to mend is no reason."""
        if isinstance(error, Overtaken):
            self._show_overtaken(error, prompts.language)
            return
        reason = prompts.words_for(error) if isinstance(error, Refused) else ""
        words = self.tr("The last answer could not be saved. Nothing before it is lost.")
        self._say(f"{words} {reason}".strip(), self.tr("Go back to what is saved"), again=True)

    def _show_overtaken(self, error: Overtaken, language: str) -> None:
        item = error.items[0].title[language] if len(error.items) == 1 else self.tr("One of the remaining items")
        words = self.tr(
            "{item}: another window or a colleague has answered this item in the meantime. Your answer was not saved, "
            "theirs stands. Look at it first, then answer again if need be."
        ).format(item=item)
        if error.note:
            words += "\n" + self.tr("Your note: {note}").format(
                note=error.note if len(error.note) <= NOTE_SHOWN else error.note[:NOTE_SHOWN] + "…"
            )
        self._say(words, self.tr("Show the latest"), again=False)

    def leaving_words(self) -> tuple[str, str, Callable[[], object]]:
        """For who would leave meanwhile: what holds him up, the way out in words, and the way out."""
        way = self.reload if self.retry.isHidden() else self.retry
        return self.tr("An answer is not saved yet."), way.text(), way.click

    def _say(self, words: str, reload: str, *, again: bool) -> None:
        self.words.setText(words)
        self.reload.setText(reload)
        self.retry.setVisible(again)
        self.show()
        (self.retry if again else self.reload).setFocus()
