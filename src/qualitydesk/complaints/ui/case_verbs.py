"""What can be done with a case from its page and from the board: on, back, skip, reopen, pause, merge, split, flag."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model import LANE_OF, CasePage, Lane, Leave, Move, Step
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.parts import StepOffer, read_step
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.complaints.ui.words import lane_words, step_words
from qualitydesk.directory.service import Directory
from qualitydesk.kit.tools import Tools


class CaseVerbs(QObject):
    """Opens the dialogs over `page`. Signals: `opened(CaseStepDialog or MoveDialog)` one is on screen;
    `why_wanted(case)` why the sums of a case are what they are."""

    opened = Signal(object)
    why_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._complaints = complaints
        self._directory = directory
        self._clock = clock
        self._by = by
        self._page = page

    def read(self, case_id: UUID, then: Callable[[StepOffer], object], topic: str = "step") -> None:
        """The case and what its dialogs offer, then on."""
        me = self._by().decided_by
        query = partial(read_step, self._complaints, self._directory, self._clock, case_id, me)
        self._tools.operations.read(self, query, then=then, topic=topic)

    def next(self, case_id: UUID) -> None:
        """The window of the present step."""
        self.read(case_id, self._ask_next)

    def record(self, case_id: UUID, step: Step) -> None:
        """The fields of a step without leaving it."""
        self.read(case_id, lambda given: self._ask_step(given, step, go_on=False))

    def move(self, case_id: UUID, how: Leave, to: Step | None = None, *, reason: str = "") -> None:
        """Back, skip or reopen: asks where to and why; `reason`: what is proposed as the answer."""
        self.read(case_id, lambda given: self._ask_move(given, how, to, reason))

    def to_lane(self, case_id: UUID, lane: Lane) -> None:
        """A card was let go over a lane: the dialog of the one move that leads there, or why there is none."""
        self.read(case_id, lambda given: self._ask_lane(given, lane))

    def _ask_next(self, given: StepOffer) -> None:
        step = given.page.course.step
        if step is not None and not self._stands_still(given.page):
            self._ask_step(given, step, go_on=True)

    def _ask_step(self, given: StepOffer, step: Step, *, go_on: bool) -> None:
        case_id = given.page.line.id
        dialog = CaseStepDialog(
            self._tools,
            self._complaints,
            given,
            self._by(),
            step,
            go_on=go_on,
            reread=lambda then: self.read(case_id, then, topic="step money"),
            parent=self._page.window(),
        )
        dialog.why_wanted.connect(self.why_wanted)
        dialog.skip_wanted.connect(lambda: self.read(case_id, lambda now: self._skip_from(dialog, now)))
        dialog.open()
        self.opened.emit(dialog)

    def _skip_from(self, dialog: CaseStepDialog, given: StepOffer) -> None:
        """Over the window of a step: nothing is to be paid, so the step is passed over; the window closes with it."""
        moves = [one for one in given.page.moves if one.how is Leave.SKIP]
        if not moves:
            return
        skip = MoveDialog(self._tools, self._complaints, given, self._by(), moves, parent=dialog)
        skip.reason.setPlainText(self.tr("No refund and no compensation."))
        skip.accepted.connect(dialog.finish)
        skip.open()

    def _ask_move(self, given: StepOffer, how: Leave, to: Step | None, reason: str = "") -> None:
        moves = [one for one in given.page.moves if one.how is how]
        if not moves or self._stands_still(given.page):
            return
        dialog = MoveDialog(self._tools, self._complaints, given, self._by(), moves, to, parent=self._page.window())
        dialog.reason.setPlainText(reason)
        dialog.open()
        self.opened.emit(dialog)

    def _stands_still(self, page: CasePage) -> bool:
        """Merged or paused: nothing moves, which is said."""
        problems = [one for move in page.moves for one in move.problems if one.code in ("case_merged", "case_paused")]
        if not problems:
            return False
        self._refuse(page, self._tools.prompts.words_of(problems[0]))
        return True

    def _ask_lane(self, given: StepOffer, lane: Lane) -> None:
        page, language = given.page, self._tools.language
        here = page.line.lane
        if lane is here or self._stands_still(page):
            return
        step = page.course.step
        order = tuple(Lane)
        if step is not None and order.index(lane) > order.index(here):
            self._ask_further(given, step, lane)
            return
        how = (
            Leave.BACK if any(one.how is Leave.BACK and LANE_OF[one.to] is lane for one in page.moves) else Leave.REOPEN
        )
        found = [one for one in page.moves if one.how is how and one.to is not None and LANE_OF[one.to] is lane]
        if found:
            self._ask_move(given, how, max(one.to for one in found if one.to is not None))
            return
        words = self.tr("From {step} a case cannot be sent back to {lane}. It may go back to: {steps}.").format(
            step=step_words(step, language), lane=lane_words(lane, language), steps=self._back_words(page.moves)
        )
        self._refuse(page, words)

    def _ask_further(self, given: StepOffer, step: Step, lane: Lane) -> None:
        """Forward a lane holds only the next step; the window of the present one stands before it."""
        page, language = given.page, self._tools.language
        following = next((one.to for one in page.moves if one.how is Leave.NEXT), None)
        at_once = step is Step.RECEIVED and lane is Lane.INVESTIGATING  # taken down and accepted in one
        if LANE_OF[following] is lane or at_once:
            self._ask_step(given, step, go_on=True)
            return
        missing = [self._tools.prompts.words_of(one) for one in page.missing]
        words = self.tr("A case goes on step by step. {step} is not finished; then comes {next}.").format(
            step=step_words(step, language), next=step_words(following, language)
        )
        self._refuse(page, "\n".join((words, *(f"· {one}" for one in missing))))

    def _back_words(self, moves: tuple[Move, ...]) -> str:
        names = [step_words(one.to, self._tools.language) for one in moves if one.how in (Leave.BACK, Leave.REOPEN)]
        between = "、" if self._tools.language == "zh" else ", "
        return between.join(names) or self.tr("no step")

    def _refuse(self, page: CasePage, words: str) -> None:
        title = self.tr("{number} stays where it is").format(number=page.line.number)
        self._tools.prompts.tell(self._page.window(), title, words)
