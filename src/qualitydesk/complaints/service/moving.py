"""A case's way: accepted, each step left forward, back or passed over, reopened, paused and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import CasePage, CaseVerb, Leave, PauseDraft, Stage, Step
from qualitydesk.complaints.rules import steps as machine
from qualitydesk.complaints.service.intake import Intake
from qualitydesk.complaints.service.writing import reasoned
from qualitydesk.complaints.store import tables
from qualitydesk.storage.database import Connection, change_row, insert_row

Allowed = Callable[[CasePage, machine.Standing, machine.Decider], list[Problem]]
VERBS = {
    Leave.NEXT: CaseVerb.LEAVE,
    Leave.SKIP: CaseVerb.SKIP,
    Leave.BACK: CaseVerb.BACK,
    Leave.REOPEN: CaseVerb.REOPEN,
}


class Moving(Intake):
    """The eleven steps."""

    def accept(self, case_id: UUID, seen: int, handler_id: UUID, by: By, *, at: datetime | None = None) -> Done[None]:
        """Steps 1 and 2 in one: recorded in full, and taken on by a handler. Refused: not_ready, case_not_received."""
        with self._database.transaction() as connection:
            step = self._found(connection, case_id).course.step
            if step not in (Step.RECEIVED, Step.ACCEPTED):
                raise Refused("case_not_received")
            self.assign(case_id, seen, handler_id, by)
            seen += 1
            if step is Step.RECEIVED:
                self.complete_step(case_id, seen, by, at=at)
                seen += 1
            return self.complete_step(case_id, seen, by, at=at)

    def assign(self, case_id: UUID, seen: int, handler_id: UUID, by: By) -> Done[None]:
        """Who handles the case; never somebody complained of in it. Refused: not_to_decide, stale."""

        def judge(_connection: Connection, page: CasePage) -> Mapping[str, Any]:
            if handler_id in page.complained_of:
                raise Refused("not_to_decide", problems=(Problem("handler_id", "case_on_oneself"),))
            return {"handler_id": handler_id}

        told = {"handler": handler_id}
        return self._change(case_id, seen, CaseVerb.ASSIGN, by, judge, details=told, done_too=False)

    def complete_step(
        self, case_id: UUID, seen: int, by: By, *, words: str = "", at: datetime | None = None
    ) -> Done[None]:
        """Leave the present step forward. Refused: not_ready with what is missing or stands against it, stale."""

        def allowed(page: CasePage, standing: machine.Standing, decider: machine.Decider) -> list[Problem]:
            return machine.to_next(page.course, standing, self._timing.steps(page.line.received_at), decider)

        return self._move(case_id, seen, Leave.NEXT, None, words, by, at, allowed)

    def go_back(
        self, case_id: UUID, seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """Send the case back to an earlier step, with the reason. Refused: not_ready, stale."""

        def allowed(page: CasePage, standing: machine.Standing, decider: machine.Decider) -> list[Problem]:
            return machine.to_back(page.course, to, standing, self._timing.steps(page.line.received_at), decider)

        return self._move(case_id, seen, Leave.BACK, to, reasoned(reason), by, at, allowed)

    def skip_step(self, case_id: UUID, seen: int, reason: str, by: By, *, at: datetime | None = None) -> Done[None]:
        """Pass the present step over, with the reason. Refused: not_ready, stale."""

        def allowed(page: CasePage, standing: machine.Standing, decider: machine.Decider) -> list[Problem]:
            return machine.to_skip(page.course, standing, self._timing.steps(page.line.received_at), decider)

        return self._move(case_id, seen, Leave.SKIP, None, reasoned(reason), by, at, allowed)

    def reopen(
        self, case_id: UUID, seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """Open a closed case again at a step; the time since closing belongs to nobody. Refused: not_ready, stale."""

        def allowed(page: CasePage, standing: machine.Standing, decider: machine.Decider) -> list[Problem]:
            return machine.to_reopen(page.course, to, standing, self._timing.steps(page.line.received_at), decider)

        return self._move(case_id, seen, Leave.REOPEN, to, reasoned(reason), by, at, allowed)

    def _move(
        self,
        case_id: UUID,
        seen: int,
        how: Leave,
        to: Step | None,
        words: str,
        by: By,
        at: datetime | None,
        allowed: Allowed,
    ) -> Done[None]:
        """One movement. `to` None: the step that follows."""
        when = self._at(at)
        told: dict[str, Any] = {"at": when} if at is not None else {}

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            problems = allowed(page, self._standing(page), self._decider(by))
            self._refuse(problems, "not_ready", number=page.line.number)
            goal = to
            if goal is None and page.course.step is not None:
                goal = machine.after(page.course.step)
            told["to"] = goal.code if goal is not None else None
            course = machine.moved(page.course, how, goal, when, words.strip(), by.decided_by)
            return self._go(connection, page, how, course, by, words)

        return self._change(case_id, seen, VERBS[how], by, judge, words=words, details=told)

    def pause(self, case_id: UUID, seen: int, draft: PauseDraft, by: By, *, at: datetime | None = None) -> Done[None]:
        """Let the clocks of the step stand still, for a reason the rules know. Refused: draft, case_not_open, stale."""
        when = self._at(at)

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            if page.course.stage is not Stage.OPEN:
                raise Refused("case_not_open", number=page.line.number)
            problems = []
            if page.line.paused:
                problems.append(Problem("", "case_paused"))
            ends = self._timing.pause_ends(page, draft.reason, when)
            if ends is None:
                problems.append(Problem("reason", "required"))
            elif draft.until is not None and not when < draft.until <= ends:
                problems.append(Problem("until", "pause_too_long", {"latest": ends.isoformat()}))
            problems += _after_the_last(page, when)
            if problems:
                raise Refused("draft", problems=tuple(problems))
            values = {"reason": draft.reason, "words": draft.words.strip(), "started_at": when, "until": draft.until}
            insert_row(connection, tables.case_pauses, id=new_id(), case_id=case_id, by=by.decided_by, **values)
            return {"paused": True}

        told = {"reason": draft.reason, "at": when, "until": draft.until}
        return self._change(case_id, seen, CaseVerb.PAUSE, by, judge, words=draft.words, details=told)

    def resume(self, case_id: UUID, seen: int, by: By, *, words: str = "", at: datetime | None = None) -> Done[None]:
        """Let the clocks go on. Refused: case_not_paused, draft, stale."""
        when = self._at(at)

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            lasting = next((one for one in page.pauses if one.ended_at is None), None)
            if lasting is None:
                raise Refused("case_not_paused", number=page.line.number)
            if when < lasting.started_at:
                raise Refused("draft", problems=(Problem("at", "moment_early"),))
            change_row(connection, tables.case_pauses, lasting.id, ended_at=when)
            return {"paused": False}

        return self._change(case_id, seen, CaseVerb.RESUME, by, judge, words=words, details={"at": when})


def _after_the_last(page: CasePage, when: datetime) -> list[Problem]:
    """A pause begins in the present step, and not inside the one before it."""
    current = page.course.current
    begun = current.entered_at if current is not None else page.line.received_at
    ended = max((one.ended_at for one in page.pauses if one.ended_at is not None), default=begun)
    return [Problem("at", "moment_early")] if when < max(begun, ended) else []
