"""The way of a case through its eleven steps: which step is being worked on, since when, and how it was left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from uuid import UUID

from qualitydesk.basics.errors import Problem


class Step(IntEnum):
    """What is being worked on (domain §4). A case stands in exactly one until the last is left.

    Words: phrases `case_step.<code>`.
    """

    RECEIVED = 1
    ACCEPTED = 2
    INVESTIGATED = 3
    CLASSIFIED = 4
    DRAFTED = 5
    APPROVED = 6
    NEGOTIATED = 7
    FORMALITIES = 8
    CLOSED = 9
    HANDLED = 10
    PREVENTED = 11

    @property
    def code(self) -> str:
        """The step's name in rules and phrases."""
        return self.name.lower()


class Stage(StrEnum):
    """Where a case stands on the whole: open (steps 1-9), closed with after care owed (10-11), done."""

    OPEN = "open"
    AFTER_CARE = "after_care"
    DONE = "done"


class Lane(StrEnum):
    """The board's columns: several steps each."""

    RECEIVED = "received"
    INVESTIGATING = "investigating"
    SOLUTION = "solution"
    PATIENT = "patient"
    CLOSING = "closing"
    AFTER_CARE = "after_care"
    DONE = "done"


LANE_STEPS: dict[Lane, tuple[Step, ...]] = {
    Lane.RECEIVED: (Step.RECEIVED, Step.ACCEPTED),
    Lane.INVESTIGATING: (Step.INVESTIGATED, Step.CLASSIFIED),
    Lane.SOLUTION: (Step.DRAFTED, Step.APPROVED),
    Lane.PATIENT: (Step.NEGOTIATED, Step.FORMALITIES),
    Lane.CLOSING: (Step.CLOSED,),
    Lane.AFTER_CARE: (Step.HANDLED, Step.PREVENTED),
    Lane.DONE: (),
}
LANE_OF: dict[Step | None, Lane] = {step: lane for lane, steps in LANE_STEPS.items() for step in steps}
LANE_OF[None] = Lane.DONE


class Leave(StrEnum):
    """How a step was left."""

    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    REOPEN = "reopen"


class Need(StrEnum):
    """What must be there before a step can be left. Words: problem.need_<value>."""

    NARRATIVE = "narrative"
    SUBJECTS = "subjects"
    HANDLER = "handler"
    CONTACT = "contact"
    INVESTIGATION = "investigation"
    RESPONSIBILITY = "responsibility"
    LEVEL = "level"
    SECOND = "second"
    SOLUTION = "solution"
    APPROVAL = "approval"
    NEGOTIATION = "negotiation"
    MONEY = "money"
    FLAG = "flag"
    SUMMARY = "summary"
    OUTCOMES = "outcomes"
    HANDLING = "handling"
    MEASURE = "measure"


@dataclass(frozen=True)
class Visit:
    """One stay in a step. `left_at` None: the case is there now. `reason`: why back, skipped or reopened."""

    step: Step
    entered_at: datetime
    left_at: datetime | None = None
    how: Leave | None = None
    reason: str = ""
    left_by: UUID | None = None
    left_by_name: str = ""


@dataclass(frozen=True)
class Course:
    """All stays of a case, in order. Only the last may be open; each begins when the one before it ends, but for the
    time between the end of the last step and a reopening, which belongs to nobody."""

    visits: tuple[Visit, ...]

    @property
    def current(self) -> Visit | None:
        """The stay that lasts; None when all is done."""
        last = self.visits[-1]
        return last if last.left_at is None else None

    @property
    def step(self) -> Step | None:
        """The step being worked on; None when all is done."""
        return self.current.step if self.current else None

    @property
    def stage(self) -> Stage:
        """Open, closed with after care owed, or done."""
        if self.step is None:
            return Stage.DONE
        return Stage.OPEN if self.step <= Step.CLOSED else Stage.AFTER_CARE

    @property
    def received_at(self) -> datetime:
        """When the first step began."""
        return self.visits[0].entered_at

    @property
    def closed_at(self) -> datetime | None:
        """When the case was closed (step 9 left forward), None while it is open (again)."""
        return self._closings()[-1] if self.stage is not Stage.OPEN else None

    @property
    def reopenings(self) -> tuple[tuple[datetime, datetime], ...]:
        """(closed at, reopened at) of every reopening: time that no limit counts."""
        found: list[tuple[datetime, datetime]] = []
        closed: datetime | None = None
        for before, after in zip(self.visits, self.visits[1:], strict=False):
            if _closes(before):
                closed = before.left_at
            if closed is not None and after.step <= Step.CLOSED:
                found.append((closed, after.entered_at))
                closed = None
        return tuple(found)

    def accepted_at(self) -> datetime | None:
        """When the case was accepted: step 2 first left forward."""
        return self.first_left(Step.ACCEPTED)

    def first_left(self, step: Step) -> datetime | None:
        """When a step was first left forward."""
        ahead = (Leave.NEXT, Leave.SKIP)
        return next((one.left_at for one in self.visits if one.step is step and one.how in ahead), None)

    def _closings(self) -> list[datetime]:
        return [one.left_at for one in self.visits if _closes(one) and one.left_at is not None]


def _closes(visit: Visit) -> bool:
    return visit.step is Step.CLOSED and visit.how in (Leave.NEXT, Leave.SKIP)


@dataclass(frozen=True)
class Move:
    """A way the present step may be left, and what stands against it; none = it may be done at once."""

    how: Leave
    to: Step | None
    problems: tuple[Problem, ...] = ()
