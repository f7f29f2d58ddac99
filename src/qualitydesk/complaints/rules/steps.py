"""The state machine of a case, driven by the rulebook's table: who may leave a step, what for, where to.

Every movement gives a new course: the stay that lasts ends at a moment and the next begins at that very moment, so that
no time is lost and no case stands in two steps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.complaints.model.steps import Course, Leave, Move, Need, Stage, Step, Visit
from qualitydesk.rulebook.model.cases import StepRule, StepsRule

LAST = Step.PREVENTED
BY_CODE = {step.code: step for step in Step}


@dataclass(frozen=True)
class Standing:
    """What the machine must know of a case besides its course. `met`: the needs that are there; `complained_of`:
    employees complained of; `drafted_by`: whoever drafted the solution; `money`: something is to be paid."""

    met: frozenset[Need] = frozenset()
    complained_of: frozenset[UUID] = frozenset()
    drafted_by: UUID | None = None
    money: bool = False
    paused: bool = False
    merged: bool = False


@dataclass(frozen=True)
class Decider:
    """Who takes the step: None while nobody is named; `posts`: the codes of the posts held that day."""

    id: UUID | None
    posts: frozenset[str] = frozenset()


def begun(received_at: datetime) -> Course:
    """The course of a case just received."""
    return Course((Visit(Step.RECEIVED, received_at),))


def rule_of(rule: StepsRule, step: Step) -> StepRule:
    """The row of a step."""
    return rule.steps[step.code]


def after(step: Step) -> Step | None:
    """The step that follows; None after the last."""
    return Step(step + 1) if step < LAST else None


def missing(step: Step, standing: Standing, rule: StepsRule) -> list[Problem]:
    """What is not there yet of what the step needs."""
    return [
        Problem(_FIELD.get(Need(code), code), f"need_{code}")
        for code in rule_of(rule, step).needs
        if Need(code) not in standing.met
    ]


def barred(step: Step, standing: Standing, rule: StepsRule, decider: Decider) -> list[Problem]:
    """Why this person may not complete the step: nobody, complained of, the drafter, none of the posts."""
    wanted = rule_of(rule, step)
    if decider.id is None:
        return [Problem("decided_by", "nobody_decides")]
    if wanted.not_complained and decider.id in standing.complained_of:
        return [Problem("decided_by", "case_on_oneself")]
    if wanted.another and decider.id == standing.drafted_by:
        return [Problem("decided_by", "case_own_solution")]
    if wanted.posts and not decider.posts & set(wanted.posts):
        return [Problem("decided_by", "case_not_the_post", {"posts": wanted.posts})]
    return []


def standing_still(course: Course, standing: Standing) -> list[Problem]:
    """Why the case cannot move at all."""
    if standing.merged:
        return [Problem("", "case_merged")]
    if standing.paused:
        return [Problem("", "case_paused")]
    return []


def to_next(course: Course, standing: Standing, rule: StepsRule, decider: Decider) -> list[Problem]:
    """What stands against leaving the present step forward."""
    step = course.step
    if step is None:
        return [Problem("", "case_done")]
    return standing_still(course, standing) + barred(step, standing, rule, decider) + missing(step, standing, rule)


def to_skip(course: Course, standing: Standing, rule: StepsRule, decider: Decider) -> list[Problem]:
    """What stands against passing the present step over. Where money is at stake, approval and papers stay."""
    step = course.step
    if step is None:
        return [Problem("", "case_done")]
    found = standing_still(course, standing)
    if not rule_of(rule, step).skip:
        found.append(Problem("", "step_not_skipped"))
    elif standing.money and step in (Step.APPROVED, Step.FORMALITIES):
        found.append(Problem("", "step_money"))
    if decider.id is None:
        found.append(Problem("decided_by", "nobody_decides"))
    elif rule_of(rule, step).not_complained and decider.id in standing.complained_of:
        found.append(Problem("decided_by", "case_on_oneself"))
    return found


def to_back(course: Course, to: Step, standing: Standing, rule: StepsRule, decider: Decider) -> list[Problem]:
    """What stands against sending the case back to an earlier step."""
    step = course.step
    if step is None:
        return [Problem("", "case_done")]
    found = standing_still(course, standing)
    if to.code not in rule_of(rule, step).back:
        found.append(Problem("to", "step_not_back"))
    if decider.id is None:
        found.append(Problem("decided_by", "nobody_decides"))
    return found


def to_reopen(course: Course, to: Step, standing: Standing, rule: StepsRule, decider: Decider) -> list[Problem]:
    """What stands against opening a closed case again."""
    found = standing_still(course, standing)
    if course.stage is Stage.OPEN:
        found.append(Problem("", "case_open"))
    if to.code not in rule.reopen_to:
        found.append(Problem("to", "step_not_reopened"))
    if decider.id is None:
        found.append(Problem("decided_by", "nobody_decides"))
    return found


def moves(course: Course, standing: Standing, rule: StepsRule, decider: Decider) -> tuple[Move, ...]:
    """Every way the case may go from here, with what stands against it."""
    found: list[Move] = []
    step = course.step
    if step is not None:
        found.append(Move(Leave.NEXT, after(step), tuple(to_next(course, standing, rule, decider))))
        row = rule_of(rule, step)
        if row.skip:
            found.append(Move(Leave.SKIP, after(step), tuple(to_skip(course, standing, rule, decider))))
        for to in _steps(row.back):
            found.append(Move(Leave.BACK, to, tuple(to_back(course, to, standing, rule, decider))))
    if course.stage is not Stage.OPEN:
        for to in _steps(rule.reopen_to):
            found.append(Move(Leave.REOPEN, to, tuple(to_reopen(course, to, standing, rule, decider))))
    return tuple(found)


def moved(
    course: Course, how: Leave, to: Step | None, at: datetime, reason: str = "", by: UUID | None = None
) -> Course:
    """The course after a movement at a moment not before the present stay began. Refused: step_too_early.

    `to` None: nothing follows. Whether the movement is allowed is asked with `to_next` and the others.
    """
    last = course.visits[-1]
    floor = last.entered_at if last.left_at is None else last.left_at
    if at < floor:
        raise Refused("step_too_early")
    visits = list(course.visits)
    if last.left_at is None:
        visits[-1] = replace(last, left_at=at, how=how, reason=reason, left_by=by)
    elif how is not Leave.REOPEN:
        raise Refused("case_is_done")
    if to is not None:
        visits.append(Visit(to, at))
    return Course(tuple(visits))


def _steps(codes: Iterable[str]) -> Collection[Step]:
    return sorted(BY_CODE[code] for code in codes)


# Beside which field a missing thing is shown.
_FIELD = {
    Need.CONTACT: "contacts",
    Need.INVESTIGATION: "notes",
    Need.RESPONSIBILITY: "people",
    Need.SECOND: "level",
    Need.MONEY: "payments",
    Need.OUTCOMES: "subjects",
}
