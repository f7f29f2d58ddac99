"""What keys and clicks ask of the walker. A digit means what the item in view makes of it; deeds wait their turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import AnswerKind, Given
from qualitydesk.inspections.rules.stepping import Typed
from qualitydesk.inspections.ui.walk_view import questions
from qualitydesk.inspections.ui.walk_view.answers import typed
from qualitydesk.inspections.ui.walk_view.board import Board
from qualitydesk.inspections.ui.walk_view.columns import Columns
from qualitydesk.inspections.ui.walk_view.course import Place
from qualitydesk.inspections.ui.walk_view.side import SidePanel
from qualitydesk.inspections.ui.walk_view.walker import Walker
from qualitydesk.kit.prompts import Prompts

_CARRYING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Hands(QObject):
    """Keys and clicks of one walking page. `walker`: whose round it is, None while none is open; `bound`: the round is
    being finished and takes no more.

    Signals: `problem(Problem)` what was pressed means nothing here; `pausing` Esc; `shown` a note is left for the
    answers and is to be shown anew; `who_wanted` another inspector answers; `type_wanted` larger or ordinary letters;
    `photo_wanted` P.
    """

    problem = Signal(object)
    pausing = Signal()
    shown = Signal()
    who_wanted = Signal()
    photo_wanted = Signal()
    type_wanted = Signal()

    def __init__(
        self, prompts: Prompts, clock: Clock, board: Board, side: SidePanel, columns: Columns, page: QWidget
    ) -> None:
        super().__init__(page)
        self.walker: Walker | None = None
        self.bound = False
        self._prompts = prompts
        self._clock = clock
        self._board = board
        self._side = side
        self._columns = columns
        self._page = page
        board.answers.given.connect(self._clicked)
        board.answers.lacking.connect(lambda code: self.problem.emit(Problem("number", code)))
        board.step.clocked.connect(self._clock_step)
        board.step.retimed.connect(self._retime)
        board.step.left.connect(board.take_focus)
        board.strip.wanted.connect(self._to_step)
        board.tools.pressed.connect(self._pressed)
        side.note.noted.connect(self._noted)
        side.note.entered.connect(self._note_entered)
        side.note.left.connect(self._note_left)
        side.note.done.connect(self._note_done)
        side.who.clicked.connect(self.who_wanted)
        side.fixed.clicked.connect(lambda: self.ask_walker(Walker.mark_fixed))

    def heed(self, event: QKeyEvent) -> bool:
        """Do what a key says; False when it says nothing here."""
        if self.walker is None or event.modifiers() & _CARRYING:
            return False
        ways = {
            Qt.Key.Key_Up: partial(self._step, -1),
            Qt.Key.Key_Down: partial(self._step, +1),
            Qt.Key.Key_Left: partial(self._person, -1),
            Qt.Key.Key_Right: partial(self._person, +1),
        }
        if way := ways.get(Qt.Key(event.key())):
            self.ask(way)
            return True
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._board.card.turn(-1 if event.key() == Qt.Key.Key_PageUp else +1)
            return True
        if event.isAutoRepeat():  # a key held down is one answer
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.pausing.emit()
            return True
        return self._heed_sign(typed(event))

    def _heed_sign(self, sign: str) -> bool:
        deeds: dict[str, Callable[[], None]] = {
            "n": self._to_note,
            "f": partial(self.ask_walker, Walker.mark_fixed),
            "z": partial(self.ask_walker, Walker.take_back),
            "a": partial(self.ask, self._ask_all_pass),
            "i": self.who_wanted.emit,
            "b": self.type_wanted.emit,
            "r": self._columns.toggle_route,
            "e": self._toggle_side,
            "s": self._clock_step,
            "p": self._to_photos,
            "t": partial(self.ask, self._open_times),
        }
        if deed := deeds.get(sign):
            deed()
            return True
        if sign and sign in "0123456789-":
            self.ask(partial(self._answer, sign, self._now()))
            return True
        return False

    def _now(self) -> datetime:
        """The moment of the key, to the second: what waits its turn keeps it."""
        return self._clock.now().replace(microsecond=0)

    def ask(self, deed: Callable[[], None]) -> None:
        """Do it now or in its turn."""
        if self.walker is not None and not self.bound:
            self.walker.ask_for(deed)

    def ask_walker(self, deed: Callable[[Walker], None]) -> None:
        """The same for what the walker itself can do."""
        if self.walker is not None:
            self.ask(partial(deed, self.walker))

    def _pressed(self, sign: str) -> None:
        """A button of the row under the answers."""
        if sign in ("up", "down"):
            self.ask(partial(self._step, -1 if sign == "up" else +1))
        else:
            self._heed_sign(sign)

    def _to_photos(self) -> None:
        self._columns.need_side()
        self.photo_wanted.emit()

    def _to_note(self) -> None:
        self._columns.need_side()
        self._side.note.setFocus()

    def _toggle_side(self) -> None:
        self._board.take_focus()  # before the note goes, which may have it
        self._columns.toggle_side()

    def _clock_step(self) -> None:
        if self.walker is not None:
            self.ask(partial(self.walker.clock_step, self._now()))

    def _open_times(self) -> None:
        assert self.walker is not None
        if self.walker.course.item.kind is AnswerKind.STEP:
            self._board.step.open_fields()
        else:
            self.problem.emit(Problem("began", "not_a_step"))

    def _retime(self, typed: Typed) -> None:
        if self.walker is not None:
            self.ask(partial(self.walker.retime, typed, self._now()))

    def _to_step(self, position: int) -> None:
        """A click on the timeline."""
        if self.walker is not None:
            self.ask(partial(self._go_to_step, position))
            self._board.take_focus()

    def _go_to_step(self, position: int) -> None:
        assert self.walker is not None
        stop = self.walker.course.place.stop
        steps = [at for at, item in enumerate(self.walker.course.items(stop)) if item.kind is AnswerKind.STEP]
        self.walker.go(Place(stop, steps[position - 1]))

    def _answer(self, sign: str, at: datetime) -> None:
        """Runs in its turn: what the sign means is the matter of the item in view then."""
        assert self.walker is not None
        given = self._board.answers.answer_for(sign)
        field = self._board.answers.field()
        if given is not None:
            self.walker.give(given, at)
        elif field is not None and sign.isdigit():
            field.setFocus()
            field.insert(sign)
        elif sign == "3":
            self.problem.emit(Problem("verdict", "no_partly"))
        else:
            self.problem.emit(Problem("verdict", "no_such_answer"))

    def _clicked(self, given: Given) -> None:
        if self.walker is not None:
            self.ask(partial(self.walker.give, given, self._now()))
            if self.walker.error is None:
                held = self.walker.course.given
                self._board.answers.show_given(given if held is None else held)

    def _step(self, by: int) -> None:
        assert self.walker is not None
        self.walker.go(self.walker.course.beside(by))

    def _person(self, by: int) -> None:
        assert self.walker is not None
        course = self.walker.course
        to = course.place.stop + by
        if 0 <= to < len(course.stops):
            self.walker.go(course.at_person(to))

    def to_person(self, stop: int) -> None:
        """Go on with somebody, by a click on the route."""
        if self.walker is not None:
            self.ask(partial(self.walker.go, self.walker.course.at_person(stop)))
            self._board.take_focus()

    def to_first_open(self) -> None:
        """Go back to what was left out."""
        if self.walker is not None and (place := self.walker.course.first_open()):
            self.ask(partial(self.walker.go, place))
            self._board.take_focus()

    def _ask_all_pass(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        if course.remaining_words(course.place.stop):
            questions.all_pass(self._page, self._prompts, course, partial(self.ask_walker, Walker.give_all_pass))
        else:
            self.problem.emit(Problem("verdict", "nothing_remains"))

    # Notes

    def _note_entered(self) -> None:
        if self.walker is not None:
            self.walker.hold_note()

    def _noted(self, text: str) -> None:
        if self.walker is not None:
            self.walker.note(text)
            self._side.show_saved(1)

    def _note_left(self) -> None:
        if self.walker is not None:
            self.walker.save_note()

    def _note_done(self) -> None:
        if self.walker is not None:
            self.walker.release_note()
        self._board.take_focus()
        self.shown.emit()
