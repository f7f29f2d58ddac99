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
from qualitydesk.inspections.model import RoundResult, Walk
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.photos import WalkPhotos
from qualitydesk.inspections.ui.walk_view import questions
from qualitydesk.inspections.ui.walk_view.board import Board, EndBar, FailureBar
from qualitydesk.inspections.ui.walk_view.columns import Columns
from qualitydesk.inspections.ui.walk_view.course import Course, Place
from qualitydesk.inspections.ui.walk_view.disk import Earlier, load
from qualitydesk.inspections.ui.walk_view.hands import Hands
from qualitydesk.inspections.ui.walk_view.keys import photo_keys, walking_keys
from qualitydesk.inspections.ui.walk_view.rerouting import Rerouting
from qualitydesk.inspections.ui.walk_view.route import Route
from qualitydesk.inspections.ui.walk_view.side import SidePanel
from qualitydesk.inspections.ui.walk_view.walker import Walker
from qualitydesk.inspections.ui.walk_view.who import Answering, rest_words
from qualitydesk.inspections.ui.words import answered_words, failed_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, vbox
from qualitydesk.kit.tools import Tools

_SWITCHING = 0.0005  # s: a busy thread yields to the GUI sooner; painting beside one takes 20 ms instead of 31


class WalkPage(Page):
    """Walks one round.

    Signals: `paused(UUID)` back to the list, all of this round is on disk; `round_finished(UUID)`; `type_toggled`
    larger or ordinary letters.
    """

    paused = Signal(object)
    round_finished = Signal(object)
    type_toggled = Signal()

    def __init__(
        self,
        tools: Tools,
        rounds: Rounds,
        by: Callable[[], By],
        clock: Clock,
        photos: WalkPhotos | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._rounds = rounds
        self._clock = clock
        self._answering = Answering(by)
        self._earlier: Earlier = {}
        self.walker: Walker | None = None
        self._round_id: UUID | None = None
        self._pausing = False
        self.route = Route()
        self.board = Board(tools.language, clock)
        self.side = SidePanel(tools.language, clock)
        self.end_bar = EndBar(self.finish, self._to_first_open)
        self.failure = FailureBar(self._retry, self._reload)
        self.rested = Banner("", "info")
        self.rested.hide()
        middle = vbox(self.failure, self.rested, self.board, self.end_bar)
        middle.setStretch(2, 1)
        holder = QWidget()
        holder.setLayout(middle)
        self.columns = Columns(self.route, holder, self.side)
        self.columns.arranged.connect(self._show_panels)
        self.body.addWidget(self.columns)
        self.body.setStretch(0, 1)
        self.hands = Hands(tools.prompts, clock, self.board, self.side, self.columns, self)
        self.add_button(self.tr("Give up round…"), "x", self._ask_give_up, role="quiet")
        self.add_button(self.tr("Pause (Esc)"), "pause", self.pause, role="quiet")
        self.rerouting = Rerouting(rounds, self.route, self.hands, self)
        self.add_button(self.tr("Finish round"), "flag", self.finish, sequence="Ctrl+Return")
        self.bind(*walking_keys())
        self.hands.problem.connect(self._show_problem)
        self.hands.pausing.connect(self.pause)
        self.hands.who_wanted.connect(self._next_inspector)
        self.hands.type_wanted.connect(self.type_toggled)
        self.hands.shown.connect(self._show_note)
        self.route.wanted.connect(self.hands.to_person)
        self.photos = photos
        if photos is not None:
            self._seat_photos(photos)

    def _seat_photos(self, photos: WalkPhotos) -> None:
        """Photos stand under the note and are of the same item as it."""
        self.side.seat(photos)
        self.board.tools.photo.show()
        self.body.insertWidget(0, photos.above)
        photos.serve(self, self.side.note.viewport())
        photos.left.connect(self.board.take_focus)
        photos.counted.connect(self.route.show_photos)
        self.hands.photo_wanted.connect(photos.add_some)
        self.bind(*photo_keys(photos.paste))

    # Opening

    def open_walk(self, round_id: UUID) -> None:
        """Read a round and take it up where it was left."""
        self._drop_walker()
        self._round_id = round_id
        self.set_title("")
        self.tools.operations.read(self, partial(load, self._rounds, round_id), then=self._opened, topic="walk")

    def _opened(self, loaded: tuple[Walk, Earlier]) -> None:
        walk, self._earlier = loaded
        course = Course(walk)
        walker = self.walker = self.hands.walker = Walker(
            self.tools.operations, self._rounds, self._answering.by, course, self
        )
        for signal, slot in self._heard(walker):
            signal.connect(slot)
        self.set_title(walk.round.number)
        self.failure.hide()
        self.end_bar.hide()
        self.route.show_course(course)
        self.side.begin(walk.round.started_at)
        self._answering.begin(walk)
        self.side.show_who(self._answering.name if self._answering.several else "")
        self.rested.say(rest_words(walk, self._clock.now()))
        if self.photos is not None:
            self.photos.begin(walk)
        self._show_panels()
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
            (walker.rearranged, self._rearranged),
        )

    def _drop_walker(self) -> None:
        """Hear no more of a round; its walker stays until all it holds is on disk."""
        walker, self.walker, self.hands.walker = self.walker, None, None
        self._pausing = self.hands.bound = False
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
        """False while an answer, a note or a photo is not on disk; puts them on their way."""
        if self.photos is not None and not self.photos.quiet:
            return False
        if self.walker is None:
            return True
        self.walker.save_all()
        return self.walker.waiting == 0

    def leaving_words(self) -> tuple[str, str, Callable[[], object]] | None:
        """What may_leave() waits for when a failed write stands: the sentence, what to do about it, and the deed."""
        if self.photos is not None and not self.photos.quiet:
            return self.photos.leaving_words()
        if self.walker is None or self.walker.error is None:
            return None
        return self.failure.leaving_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.heed(event):
            super().keyPressEvent(event)

    # What changed is painted, and nothing else

    def _show_place(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        subject = course.stop.subject_id
        earlier = self._earlier.get((subject, course.item.code), ()) if subject else ()
        self.board.show_place(course, earlier)
        self.route.stand_at(course.place.stop)
        self._show_note()
        self._show_tally(course)
        if course.is_open(course.place):
            self.end_bar.hide()
        if not self.side.note.hasFocus():
            self.board.take_focus()

    def _show_note(self) -> None:
        if self.walker is None:
            return
        course, place = self.walker.course, self.walker.notable()
        self.side.show_note(course, place)
        if self.photos is not None:
            self.photos.stand_at(course.stop_id(place), course.item_at(place).code)

    def _show_answer(self, place: Place) -> None:
        assert self.walker is not None
        course = self.walker.course
        self.rested.hide()
        self.route.tell_answered(place.stop)
        if place == course.place:
            self.board.show_answer(course)
        self._show_tally(course)

    def _show_tally(self, course: Course) -> None:
        self.side.show_tally(course)
        if not self.columns.shows_side():
            self._show_caption()
        self._show_last()

    def _show_last(self) -> None:
        assert self.walker is not None
        course = self.walker.course
        self.side.show_last(course)
        place = self.walker.fixable()
        given = course.given_at(place) if place else None
        self.side.show_fixed(given is not None, bool(given and given.fixed))

    def _show_panels(self) -> None:
        """With the side panel away, how far the round is stands beside its number."""
        self.board.tools.show_panels(self.columns.shows_route(), self.columns.shows_side())
        self._show_caption()

    def _show_caption(self) -> None:
        if self.walker is None:
            return
        found, whole = self.walker.course.walk.round, self.walker.course.whole()
        between = "、" if self.tools.language == "zh" else ", "
        words = f"{found.institution} · {between.join(found.inspectors)}"
        if not self.columns.shows_side():
            counted = f"{answered_words(whole.answered, whole.total)} · {failed_words(whole.failed)}"
            who = self.side.who.text() if self._answering.several else ""
            words = " · ".join(part for part in (counted, self.side.saved.text(), who, words) if part)
        self.set_note(words)

    def _to_first_open(self) -> None:
        self.hands.to_first_open()

    def _next_inspector(self) -> None:
        if self._answering.several:
            self._answering.step()
            self.side.show_who(self._answering.name)
            self._show_caption()
        else:
            self._show_problem(Problem("inspector", "one_inspector"))

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
        self._pausing = self.hands.bound = False

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
            self.paused.emit(self._round_id)
            return
        self._pausing = True
        self.walker.save_all()

    def _saving(self) -> None:
        self.side.show_saved(1)
        if not self.columns.shows_side():
            self._show_caption()

    def _settled(self) -> None:
        self.side.show_saved(0)
        if not self.columns.shows_side():
            self._show_caption()
        if self._pausing:
            self._pausing = False
            self.paused.emit(self._round_id)

    def finish(self) -> None:
        """Ask, then end the round for ever."""
        if self.photos is not None and not self.photos.quiet:
            self._show_problem(Problem("photos", "photos_coming"))
        elif self.walker is not None:
            self.hands.ask(self._ask_finish)

    def _ask_finish(self) -> None:
        assert self.walker is not None
        questions.finish(self, self.tools.prompts, self.walker.course, self._finish)

    def _finish(self) -> None:
        if self.walker is not None:
            self.hands.bound = True
            self.walker.finish()

    def _finished(self, result: RoundResult) -> None:
        self._over()
        self.round_finished.emit(result.walk.round.id)

    def _unfinished(self, refused: Refused) -> None:
        """The round may not end yet: say why; what another has answered meanwhile is shown first."""
        assert self.walker is not None
        self.hands.bound = False
        if refused.code == "stale":
            questions.changed_meanwhile(self, self.tools.prompts)
            self.open_walk(self.walker.course.walk.round.id)
        else:
            self.tools.prompts.refuse(self, refused)

    def _rearranged(self, found: tuple[Walk, Earlier] | Refused) -> None:
        """The route stands otherwise now, or it stays, and it is said why."""
        assert self.walker is not None
        if not isinstance(found, Refused):
            self._earlier = found[1]
            self.route.show_course(self.walker.course)
            return
        self.rerouting.refuse(found)
        if found.code == "stale":
            self.open_walk(self.walker.course.walk.round.id)

    def _ask_give_up(self) -> None:
        if self.walker is not None:
            questions.give_up(self, self.tools.prompts, self.walker.course, self._give_up)

    def _give_up(self, reason: str) -> None:
        if self.walker is not None:
            self.hands.ask(partial(self.walker.give_up_round, reason))

    def _given_up(self) -> None:
        self._over()
        self.paused.emit(self._round_id)

    def _over(self) -> None:
        self.side.stop()
        self._drop_walker()
