"""The walking page: route, item, running result; keys in, answers out. Opened by `open_walk(round_id)`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.inspections.model import Given, RoundResult, Walk
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.walk_view import questions
from qualitydesk.inspections.ui.walk_view.answers import typed
from qualitydesk.inspections.ui.walk_view.board import Board, EndBar, FailureBar
from qualitydesk.inspections.ui.walk_view.course import Course, Place
from qualitydesk.inspections.ui.walk_view.disk import Earlier, load
from qualitydesk.inspections.ui.walk_view.keys import walking_keys
from qualitydesk.inspections.ui.walk_view.route import Route
from qualitydesk.inspections.ui.walk_view.side import SidePanel
from qualitydesk.inspections.ui.walk_view.walker import Walker
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import hbox, vbox
from qualitydesk.kit.theme import EDGE
from qualitydesk.kit.tools import Tools

_SWITCHING = 0.0005  # s: a busy thread yields to the GUI sooner; painting beside one takes 20 ms instead of 31
_CARRYING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WalkPage(Page):
    """Walks one round.

    Signals: `paused` back to the list, all is on disk; `round_finished(UUID)`.
    """

    paused = Signal()
    round_finished = Signal(object)

    def __init__(
        self, tools: Tools, rounds: Rounds, by: Callable[[], By], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._rounds = rounds
        self._by = by
        self._earlier: Earlier = {}
        self.walker: Walker | None = None
        self._pausing = False
        self._finishing = False
        self.route = Route()
        self.board = Board(tools.language)
        self.side = SidePanel(tools.language, clock)
        self.end_bar = EndBar(self.finish, self._to_first_open)
        self.failure = FailureBar(self._retry, self._reload)
        middle = vbox(self.failure, self.board, self.end_bar)
        middle.setStretch(1, 1)
        columns = hbox(self.route, middle, self.side, gap=EDGE)
        columns.setStretch(1, 1)
        self.body.addLayout(columns)
        self.add_button(self.tr("Give up round…"), "x", self._ask_give_up, role="quiet")
        self.add_button(self.tr("Pause (Esc)"), "pause", self.pause, role="quiet")
        self.add_button(self.tr("Finish round"), "flag", self.finish, sequence="Ctrl+Return")
        self.bind(*walking_keys())
        self.board.answers.given.connect(self._clicked)
        self.board.answers.lacking.connect(lambda code: self._show_problem(Problem("number", code)))
        self.side.note.noted.connect(self._noted)
        self.side.note.entered.connect(self._note_entered)
        self.side.note.left.connect(self._note_left)
        self.side.note.done.connect(self._note_done)
        self.side.fixed.clicked.connect(lambda: self._ask_walker(Walker.mark_fixed))
        self.route.wanted.connect(self._to_person)

    # Opening

    def open_walk(self, round_id: UUID) -> None:
        """Read a round and take it up where it was left."""
        self._drop_walker()
        self.set_title("")
        self.tools.operations.read(self, partial(load, self._rounds, round_id), then=self._opened, topic="walk")

    def _opened(self, loaded: tuple[Walk, Earlier]) -> None:
        walk, self._earlier = loaded
        course = Course(walk)
        walker = self.walker = Walker(self.tools.operations, self._rounds, self._by, course, self)
        for signal, slot in self._heard(walker):
            signal.connect(slot)
        self.set_title(walk.round.number)
        between = "、" if self.tools.language == "zh" else ", "
        self.set_note(f"{walk.round.institution} · {between.join(walk.round.inspectors)}")
        self.failure.hide()
        self.end_bar.hide()
        self.route.show_course(course)
        self.side.begin(walk.round.started_at)
        self._show_place()
        self.board.take_focus()

    def _heard(self, walker: Walker) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        """Whatever a walker tells this page."""
        return (
            (walker.moved, self._show_place),
            (walker.answered, self._show_answer),
            (walker.problem, self._show_problem),
            (walker.stopped, self._show_failure),
            (walker.went_on, self.failure.hide),
            (walker.ended, self._show_end),
            (walker.saving, self._saving),
            (walker.settled, self._settled),
            (walker.finished, self._finished),
            (walker.unfinished, self._unfinished),
            (walker.given_up, self._given_up),
        )

    def _drop_walker(self) -> None:
        """Hear no more of a round; its walker stays until all it holds is on disk."""
        walker, self.walker = self.walker, None
        self._pausing = self._finishing = False
        if walker is None:
            return
        for signal, slot in self._heard(walker):
            signal.disconnect(slot)
        walker.settled.connect(walker.deleteLater)
        walker.save_all()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._usual_switching = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCHING)
        if self.walker is not None:
            self.board.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        sys.setswitchinterval(self._usual_switching)
        if self.walker is not None:
            self.walker.save_all()

    def may_leave(self) -> bool:
        """False while an answer or a note is not on disk; puts them on their way."""
        if self.walker is None:
            return True
        self.walker.save_all()
        return self.walker.waiting == 0

    def leaving_words(self) -> tuple[str, str, Callable[[], object]] | None:
        """What may_leave() waits for when a failed write stands: the sentence, what to do about it, and the deed."""
        if self.walker is None or self.walker.error is None:
            return None
        return self.failure.leaving_words()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.walker is None or event.modifiers() & _CARRYING or not self._heed(event):
            super().keyPressEvent(event)

    def _heed(self, event: QKeyEvent) -> bool:
        """Do what a key says; False when it says nothing here."""
        ways = {
            Qt.Key.Key_Up: partial(self._step, -1),
            Qt.Key.Key_Down: partial(self._step, +1),
            Qt.Key.Key_Left: partial(self._person, -1),
            Qt.Key.Key_Right: partial(self._person, +1),
        }
        if way := ways.get(Qt.Key(event.key())):
            self._ask(way)
            return True
        if event.isAutoRepeat():  # a key held down is one answer
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.pause()
            return True
        sign = typed(event)
        deeds: dict[str, Callable[[], None]] = {
            "n": self.side.note.setFocus,
            "f": partial(self._ask_walker, Walker.mark_fixed),
            "z": partial(self._ask_walker, Walker.take_back),
            "a": partial(self._ask, self._ask_all_pass),
        }
        if deed := deeds.get(sign):
            deed()
            return True
        if sign and sign in "0123456789-x":
            self._ask(partial(self._answer, sign))
            return True
        return False

    def _ask(self, deed: Callable[[], None]) -> None:
        if self.walker is not None and not self._finishing:
            self.walker.ask_for(deed)

    def _ask_walker(self, deed: Callable[[Walker], None]) -> None:
        if self.walker is not None:
            self._ask(partial(deed, self.walker))

    def _answer(self, sign: str) -> None:
        """Runs in its turn: what the sign means is the matter of the item in view then."""
        assert self.walker is not None
        given = self.board.answers.answer_for(sign)
        field = self.board.answers.field()
        if given is not None:
            self.walker.give(given)
        elif field is not None and sign.isdigit():
            field.setFocus()
            field.insert(sign)
        elif sign == "3":
            self._show_problem(Problem("verdict", "no_partly"))
        else:
            self._show_problem(Problem("verdict", "no_such_answer"))

    def _clicked(self, given: Given) -> None:
        if self.walker is not None:
            self._ask(partial(self.walker.give, given))
            if self.walker.error is None:
                self.board.answers.show_given(given if self.walker.course.given is None else self.walker.course.given)

    def _step(self, by: int) -> None:
        assert self.walker is not None
        self.walker.go(self.walker.course.beside(by))

    def _person(self, by: int) -> None:
        assert self.walker is not None
        course = self.walker.course
        to = course.place.stop + by
        if 0 <= to < len(course.stops):
            self.walker.go(course.at_person(to))

    def _to_person(self, stop: int) -> None:
        if self.walker is not None:
            self._ask(partial(self.walker.go, self.walker.course.at_person(stop)))
            self.board.take_focus()

    def _to_first_open(self) -> None:
        if self.walker is not None and (place := self.walker.course.first_open()):
            self._ask(partial(self.walker.go, place))
            self.board.take_focus()

    def _ask_all_pass(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        if course.remaining_words(course.place.stop):
            questions.all_pass(self, self.tools.prompts, course, partial(self._ask_walker, Walker.give_all_pass))
        else:
            self._show_problem(Problem("verdict", "nothing_remains"))

    # Notes

    def _note_entered(self) -> None:
        if self.walker is not None:
            self.walker.hold_note()

    def _noted(self, text: str) -> None:
        if self.walker is not None:
            self.walker.note(text)
            self.side.show_saved(1)

    def _note_left(self) -> None:
        if self.walker is not None:
            self.walker.save_note()

    def _note_done(self) -> None:
        if self.walker is not None:
            self.walker.release_note()
        self.board.take_focus()
        self._show_note()

    # What changed is painted, and nothing else

    def _show_place(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        earlier = self._earlier.get((course.stop.employee_id, course.item.code), ()) if course.stop.employee_id else ()
        self.board.show_place(course, earlier)
        self.route.stand_at(course.place.stop)
        self._show_note()
        self.side.show_tally(course)
        self._show_last()
        if course.is_open(course.place):
            self.end_bar.hide()
        if not self.side.note.hasFocus():
            self.board.take_focus()

    def _show_note(self) -> None:
        if self.walker is not None:
            self.side.show_note(self.walker.course, self.walker.notable())

    def _show_answer(self, place: Place) -> None:
        assert self.walker is not None
        course = self.walker.course
        self.route.tell_answered(place.stop)
        if place == course.place:
            self.board.answers.show_given(course.given)
            self.board.words.setText("")
        self.side.show_tally(course)
        self._show_last()

    def _show_last(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        self.side.show_last(course)
        place = self.walker.fixable()
        given = course.given_at(place) if place else None
        self.side.show_fixed(given is not None, bool(given and given.fixed))

    def _show_problem(self, problem: Problem) -> None:
        self.board.words.setText(self.tools.prompts.words_of(problem))

    def _show_end(self) -> None:
        assert self.walker is not None
        whole = self.walker.course.whole()
        self.end_bar.show_end(whole.total - whole.answered)

    # Failures

    def _show_failure(self, error: Exception) -> None:
        self.failure.show_error(error, self.tools.prompts)
        self.side.show_saved(1, failed=True)
        self._pausing = self._finishing = False

    def _retry(self) -> None:
        assert self.walker is not None
        self.board.take_focus()
        self.walker.retry()

    def _reload(self) -> None:
        assert self.walker is not None
        round_id = self.walker.course.walk.round.id
        self.walker.give_up_unsaved()
        self.open_walk(round_id)

    # Leaving

    def pause(self) -> None:
        """Back to the list as soon as everything is on disk."""
        if self.walker is None:
            self.paused.emit()
            return
        self._pausing = True
        self.walker.save_all()

    def _saving(self) -> None:
        self.side.show_saved(1)

    def _settled(self) -> None:
        self.side.show_saved(0)
        if self._pausing:
            self._pausing = False
            self.paused.emit()

    def finish(self) -> None:
        """Ask, then end the round for ever."""
        if self.walker is not None:
            self._ask(self._ask_finish)

    def _ask_finish(self) -> None:
        assert self.walker is not None
        questions.finish(self, self.tools.prompts, self.walker.course, self._finish)

    def _finish(self) -> None:
        if self.walker is not None:
            self._finishing = True
            self.walker.finish()

    def _finished(self, result: RoundResult) -> None:
        self._over()
        self.round_finished.emit(result.walk.round.id)

    def _unfinished(self, refused: Refused) -> None:
        """The round may not end yet: say why; what another has answered meanwhile is shown first."""
        assert self.walker is not None
        self._finishing = False
        if refused.code == "stale":
            questions.changed_meanwhile(self, self.tools.prompts)
            self.open_walk(self.walker.course.walk.round.id)
        else:
            self.tools.prompts.refuse(self, refused)

    def _ask_give_up(self) -> None:
        if self.walker is not None:
            questions.give_up(self, self.tools.prompts, self.walker.course, self._give_up)

    def _give_up(self, reason: str) -> None:
        if self.walker is not None:
            self._ask(partial(self.walker.give_up_round, reason))

    def _given_up(self) -> None:
        self._over()
        self.paused.emit()

    def _over(self) -> None:
        self.side.stop()
        self._drop_walker()
