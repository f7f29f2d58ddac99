"""Keys become answers, answers become writes in order. The next item shows when the answer before it is on disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.inspections.model import Answer, Given, RoundResult, Verdict, Walk
from qualitydesk.inspections.rules.drafts import LONGEST_NOTE, problems_in_answer
from qualitydesk.inspections.rules.stepping import Typed, clocked, retimed, worded
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.walk_view.course import Course, Deed, Place
from qualitydesk.inspections.ui.walk_view.disk import Disk, Earlier
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.write_queue import WriteQueue

NOTE_AFTER = 350  # ms after the last letter of a note until it is written
MOVE_AFTER = 150  # ms after the last arrow key until the place is written


class Walker(QObject):
    """Drives one course. A deed asked for while an answer is on its way waits its turn.

    Signals: `moved` another item stands in view; `answered(Place)` what stands there changed; `problem(Problem)` the
    answer was not taken; `stopped(Exception)` a write failed and the queue stands still; `went_on` it runs again;
    `ended` there is no open item ahead; `saving`, then `settled` everything is on disk; `finished(RoundResult)`, or
    `unfinished(Refused)` when the round may not end yet; `given_up` it was given up;
    `rearranged(tuple or Refused)` the walk and the earlier findings with the route as it is now, or why it stays.
    """

    moved = Signal()
    answered = Signal(object)
    problem = Signal(object)
    stopped = Signal(object)
    went_on = Signal()
    ended = Signal()
    saving = Signal()
    settled = Signal()
    finished = Signal(object)
    unfinished = Signal(object)
    given_up = Signal()
    rearranged = Signal(object)

    def __init__(
        self,
        operations: Operations,
        rounds: Rounds,
        by: Callable[[], By],
        course: Course,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.course = course
        self._disk = Disk(rounds, course.walk)
        self._by = by
        self._writes = WriteQueue(operations, self)
        self._writes.stopped.connect(self.stopped)
        self._writes.moved.connect(self._count)
        self._deeds: deque[Callable[[], None]] = deque()
        self._waiting = False
        self._just: Place | None = None
        self._held: Place | None = None
        self._noted: Place | None = None
        self._note_timer = self._timer(NOTE_AFTER, self.save_note)
        self._unsaved_move = False
        self._move_timer = self._timer(MOVE_AFTER, self._save_move)

    def _timer(self, after: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(do)
        return timer

    @property
    def waiting(self) -> int:
        """Writes not on disk yet, with the note being typed and the place being left."""
        return self._writes.waiting + (self._noted is not None) + self._unsaved_move

    @property
    def quiet(self) -> bool:
        """Whether nothing is under way, waits its turn or is still in hand."""
        return not (self._waiting or self._deeds or self.waiting)

    @property
    def error(self) -> Exception | None:
        return self._writes.error

    def ask_for(self, deed: Callable[[], None]) -> None:
        """Do it now, or in its turn once the answers before it are on disk; nothing while a failure stands."""
        self._held = None
        if self.error is not None:
            self.stopped.emit(self.error)
        elif self._waiting or self._deeds:
            self._deeds.append(deed)
        else:
            deed()

    def give(self, wanted: Given, at: datetime | None = None) -> None:
        """Answer the item in view; its note stays, and so do a step's times. `at`: when a step that runs has ended."""
        before = self.course.given
        given = worded(self.course.item, before, wanted, at)
        self._lead_on(replace(given, note=before.note if before else ""), at)

    def _lead_on(self, given: Given, at: datetime | None) -> None:
        """An answer to the item in view; once it is on disk the next open one comes into view."""
        place = self.course.place
        if self._begin(place, given, at):
            self._just = place
            goal = self.course.next_after(place)
            self._submit(place, self.course.given_at(place), goal or place, partial(self._on_disk, place, goal))

    def clock_step(self, at: datetime) -> None:
        """The step in view begins and stays in view, or ends and leads on as any answer does: both on disk at once.

        Without a limit nothing judges it: it stays for the inspector's word, and that is said.
        """
        before, item = self.course.given, self.course.item
        given = clocked(item, before, at)
        if isinstance(given, Problem) or given.ended is None:
            self._write_here(given, at)
        elif item.by_figure:
            self._lead_on(given, at)
        else:
            self._write_here(given, at, then=partial(self.problem.emit, Problem("verdict", "step_wants_word")))

    def retime(self, typed: Typed, now: datetime) -> None:
        """The times of the step in view as typed."""
        self._write_here(retimed(self.course.item, self.course.given, typed, now), now)

    def _write_here(self, given: Given | Problem, at: datetime, *, then: Callable[[], object] = lambda: None) -> None:
        """Something new about the item in view that does not lead on; `then` when it is on disk."""
        place = self.course.place
        if isinstance(given, Problem):
            self.problem.emit(given)
        elif self._begin(place, given, at):
            kept = self.course.given_at(place)

            def done(answer: Answer | None) -> None:
                self._on_disk(place, place, answer)
                then()

            self._submit(place, None if kept == Given() else kept, place, done)

    def _begin(self, place: Place, given: Given, at: datetime | None) -> bool:
        """Put an answer in its place, unless it cannot stand there; what comes after it waits."""
        if problems := problems_in_answer(self.course.item_at(place), given, at):
            self.problem.emit(problems[0])
            return False
        self.course.remember(Deed(place, ((place, self.course.given_at(place)),)))
        self._put(place, given)
        self._waiting = True
        return True

    def _submit(
        self, place: Place, given: Given | None, stand: Place | None, then: Callable[..., object] | None = None
    ) -> None:
        """One answer on its way; `stand` is where to resume, None where the inspector stands already."""
        self._carried(place, stand)
        item, stop = self.course.item_at(place), self.course.stop_id(place)
        cursor = self.course.cursor(stand) if stand else None
        self._writes.submit(self._disk.record, stop, item, given, self._by(), cursor, then=then)

    def _on_disk(self, place: Place, goal: Place | None, answer: Answer | None) -> None:
        news = answer is not None and self.course.judge(place, answer.given)
        onward = goal is not None and goal != self.course.place
        if goal is not None:
            self.course.place = goal
        if news:
            self.answered.emit(place)  # what is in view is shown anew where it is still this one
        self._arrive(goal, onward=onward or goal is None)

    def _there(self, goal: Place | None, _written: object) -> None:
        self._arrive(goal)

    def _arrive(self, goal: Place | None, *, onward: bool = True) -> None:
        self._waiting = False
        if goal is not None:
            self.course.place = goal
        if onward:
            self.moved.emit()
        if goal is None:
            self.ended.emit()
        while self._deeds and not self._waiting and self.error is None:
            self._deeds.popleft()()

    def give_all_pass(self) -> None:
        """Every open item of this person that needs no number: pass. One write, all or none."""
        places = self.course.remaining_words(self.course.place.stop)
        if not places:
            return
        at, self._just = self.course.place, None
        before = tuple((place, self.course.given_at(place)) for place in places)
        given = [replace(old or Given(), verdict=Verdict.PASS) for _place, old in before]
        self.course.remember(Deed(at, before))
        for place, one in zip(places, given, strict=True):
            self._put(place, one)
        rest = self.course.open_places(at.stop)
        goal = rest[0] if rest else self.course.next_person_after(at)
        self._write_many(list(zip(places, given, strict=True)), goal, goal or at)

    def _write_many(self, given: Sequence[tuple[Place, Given | None]], goal: Place | None, stand: Place) -> None:
        self._waiting = True
        stop = self.course.stop_id(given[0][0])
        for place, _one in given:
            self._carried(place, stand)
        items = [(self.course.item_at(place), one) for place, one in given]
        then = partial(self._there, goal)
        cursor = self.course.cursor(stand)
        self._writes.submit(self._disk.record_many, stop, items, self._by(), cursor, then=then)

    def take_back(self) -> None:
        """Undo the last deed, on disk too, and stand where it was done. Notes stay."""
        deed = self.course.take_back()
        if deed is None:
            return
        self._just = None
        restored = []
        for place, before in deed.before:
            now = self.course.given_at(place)
            given = replace(before or Given(), note=now.note if now else "")
            kept = None if given == Given() else given
            self._put(place, kept)
            restored.append((place, kept))
        if len(restored) == 1:
            place, kept = restored[0]
            self._waiting = True
            self._submit(place, kept, deed.place, partial(self._there, deed.place))
        else:
            self._write_many(restored, deed.place, deed.place)

    def mark_fixed(self) -> None:
        """Fixed on the spot, or not after all: the failed item in view, else the one failed just now."""
        place = self.fixable()
        if place is None:
            return
        before = self.course.given_at(place)
        assert before is not None
        self.course.remember(Deed(place, ((place, before),)))
        given = replace(before, fixed=not before.fixed)
        self._put(place, given)
        self._submit(place, given, None)

    def fixable(self) -> Place | None:
        """The failed item that "fixed on the spot" would mean now: the one in view, else the one failed just now."""
        for place in (self.course.place, self._just):
            if place and (given := self.course.given_at(place)) and given.verdict is Verdict.FAIL:
                return place
        return None

    def notable(self) -> Place:
        """The item a note would mean now: the one failed just now while the next waits for its answer, else the one
        in view. Any answer or step goes on from it; nothing does while the note is being written."""
        if self._held is not None:
            return self._held
        failed = self.fixable() if self.course.is_open(self.course.place) else None
        return failed or self.course.place

    def hold_note(self) -> None:
        """A note is begun: what an answer still on its way brings into view does not change whose it is."""
        self._held = self.notable()

    def release_note(self) -> None:
        """The note is left for the answers."""
        self._held = None

    def go(self, place: Place) -> None:
        """Stand elsewhere."""
        if place == self.course.place and self._just is None:
            return
        self._just = None
        self.save_note()
        self.course.place = place
        self._unsaved_move = True
        self._move_timer.start()
        self.moved.emit()

    def _save_move(self) -> None:
        if not self._unsaved_move:
            return
        self._unsaved_move = False
        self._move_timer.stop()
        self._writes.submit(self._disk.move_to, self.course.cursor(self.course.place))

    def note(self, text: str) -> None:
        """The note as it reads now; written when the typing stops."""
        place = self.notable()
        if self._noted != place:
            self.save_note()
        given = replace(self.course.given_at(place) or Given(), note=text[:LONGEST_NOTE])
        self._put(place, None if given == Given() else given)
        self._noted = place
        self._note_timer.start()

    def save_note(self) -> None:
        """Write the note being typed, now."""
        if self._noted is None:
            return
        self._submit(self._noted, self.course.given_at(self._noted), None)

    def _carried(self, place: Place, stand: Place | None) -> None:
        """A write of this place is on its way: it carries the place's note, and where to resume if it says so."""
        if stand is not None:
            self._unsaved_move = False
            self._move_timer.stop()
        if self._noted == place:
            self._noted = None
            self._note_timer.stop()

    def save_all(self) -> None:
        """Put everything still in hand on its way to disk; `settled` tells when it is there."""
        self.save_note()
        self._save_move()
        self._count(self._writes.waiting)

    def retry(self) -> None:
        """Try the failed write again and go on."""
        self._writes.retry()
        if self.error is None:
            self.went_on.emit()

    def give_up_unsaved(self) -> None:
        """Forget what could not be written and the keys behind it."""
        self._writes.discard()
        self._deeds.clear()
        self._waiting = self._unsaved_move = False
        self._noted = None

    def finish(self) -> None:
        """End the round for ever."""
        self.save_all()
        self._waiting = True
        self._writes.submit(self._disk.finish, self._by(), then=self._told_finished)

    def _told_finished(self, result: RoundResult | Refused) -> None:
        self._waiting = False
        (self.unfinished if isinstance(result, Refused) else self.finished).emit(result)

    def give_up_round(self, reason: str) -> None:
        """Abandon the round; its number and answers stay."""
        self.save_all()
        self._waiting = True
        self._writes.submit(self._disk.give_up, reason, self._by(), then=self._told_given_up)

    def _told_given_up(self, _nothing: object) -> None:
        self._waiting = False
        self.given_up.emit()

    def rearrange(self, change: Callable[[By], Done[Any]]) -> None:
        """Change the route on disk, then go on at the same item of the new one; keys meanwhile wait their turn."""
        self.save_all()
        self._waiting = True
        self._writes.submit(self._disk.rearrange, change, self._by(), then=self._told_rearranged)

    def _told_rearranged(self, found: tuple[Walk, Earlier] | Refused) -> None:
        if not isinstance(found, Refused):
            noted = None if self._noted is None else (self._noted, self.course.given_at(self._noted))
            self.save_note()  # by the old route, where it was typed
            before, self.course = self.course, self.course.on(found[0])
            if noted is not None:
                self.course.put(self.course.place_of(before.cursor(noted[0])), noted[1])
            self._just = self._held = None
        self.rearranged.emit(found)
        self._arrive(self.course.place)

    def _put(self, place: Place, given: Given | None) -> None:
        self.course.put(place, given)
        self.answered.emit(place)

    def _count(self, waiting: int) -> None:
        (self.saving if waiting or self.waiting else self.settled).emit()
