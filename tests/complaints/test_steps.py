"""The state machine on every path: no time is lost, no case stands in two steps, closed clocks never move."""

from __future__ import annotations

import random
import tomllib
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.complaints.clock_facts import rules
from tests.rulebook.calendars import calendar, hours

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.complaints.model import Course, Leave, Need, Stage, Step
from qualitydesk.complaints.model.clocks import ClockFacts, Deadline
from qualitydesk.complaints.rules import steps as machine
from qualitydesk.complaints.rules.clocks import deadlines, frozen
from qualitydesk.complaints.rules.events import events_of
from qualitydesk.rulebook.rules import read_steps

VALUES = tomllib.loads(shipped("resources/rulebook/steps.toml").read_text(encoding="utf-8"))["values"]
RULE = read_steps(VALUES)
CLOCKS, DAYS, OPEN = rules(), calendar(), hours()
START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
DIRECTOR, DRAFTER, COMPLAINED = uuid4(), uuid4(), uuid4()
READY = machine.Standing(frozenset(Need), frozenset({COMPLAINED}), DRAFTER)
BOSS = machine.Decider(DIRECTOR, frozenset({"cs_director"}))

wanderings = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 100_000), st.sampled_from([READY, machine.Standing()])), max_size=60
)
"""Of each movement: which of the possible ones, after how many seconds, with everything there or nothing."""


def wander(path: list[tuple[int, int, machine.Standing]]) -> tuple[Course, datetime]:
    """Take the path as far as it is allowed; gives the course and the moment it ends."""
    course, now = machine.begun(START), START
    for choice, seconds, standing in path:
        now += timedelta(seconds=seconds)
        allowed = [one for one in machine.moves(course, standing, RULE, BOSS) if not one.problems]
        if allowed:
            move = allowed[choice % len(allowed)]
            course = machine.moved(course, move.how, move.to, now, "因故")
    return course, now


@given(wanderings)
def test_no_path_loses_time_or_leaves_two_current_steps(path: list[tuple[int, int, machine.Standing]]) -> None:
    course, now = wander(path)
    lasting = [visit for visit in course.visits if visit.left_at is None]
    assert len(lasting) == (0 if course.stage is Stage.DONE else 1)
    assert not lasting or lasting[0] is course.visits[-1]
    gaps = timedelta()
    for before, after in zip(course.visits, course.visits[1:], strict=False):
        assert before.left_at is not None and before.how is not None
        if after.entered_at != before.left_at:  # only what was done and is opened again
            assert before.step is Step.PREVENTED and before.how in (Leave.NEXT, Leave.SKIP)
            gaps += after.entered_at - before.left_at
    stays = sum(((visit.left_at or now) - visit.entered_at for visit in course.visits), timedelta())
    end = now if lasting else (course.visits[-1].left_at or now)
    assert stays + gaps == end - START
    assert all(visit.left_at is None or visit.left_at >= visit.entered_at for visit in course.visits)


@given(wanderings)
def test_what_was_walked_never_changes_by_walking_on(path: list[tuple[int, int, machine.Standing]]) -> None:
    course, now = wander(path)
    for move in machine.moves(course, READY, RULE, BOSS):
        if not move.problems:
            further = machine.moved(course, move.how, move.to, now + timedelta(hours=1))
            settled = len(course.visits) - (course.current is not None)
            assert further.visits[:settled] == course.visits[:settled]
            assert further.stage in Stage and further.received_at == course.received_at


@given(wanderings)
def test_closed_and_reopened_tell_of_each_other(path: list[tuple[int, int, machine.Standing]]) -> None:
    course, _now = wander(path)
    assert (course.closed_at is None) == (course.stage is Stage.OPEN)
    for closed, reopened in course.reopenings:
        assert closed <= reopened
    ends = [moment for span in course.reopenings for moment in span]
    assert ends == sorted(ends)


@given(wanderings, st.integers(1, 400))
def test_the_clocks_of_closed_steps_never_move(path: list[tuple[int, int, machine.Standing]], ahead: int) -> None:
    course, now = wander(path)

    def reckoned(way: Course, at: datetime, kept: tuple[Deadline, ...] = ()) -> dict[tuple[str, int], Deadline]:
        reopened = tuple(again for _closed, again in way.reopenings)
        facts = ClockFacts("beijing", None, events_of(way), reopenings=reopened, frozen=kept)
        return {one.id: one for one in deadlines(CLOCKS, facts, DAYS, OPEN, at)}

    stopped = frozen(reckoned(course, now).values())
    later = now + timedelta(hours=ahead)
    allowed = [one for one in machine.moves(course, READY, RULE, BOSS) if not one.problems]
    move = random.Random(ahead).choice(allowed)
    after = reckoned(machine.moved(course, move.how, move.to, later), later, stopped)
    for one in stopped:
        entered_again = move.to is not None and move.to.code in one.rule.steps  # sent back to before it, now on again
        if move.how is not Leave.REOPEN and move.how is not Leave.BACK and not entered_again:
            assert after[one.id] == one


def test_a_step_is_not_left_before_it_began() -> None:
    with pytest.raises(Refused, match="step_too_early"):
        machine.moved(machine.begun(START), Leave.NEXT, Step.ACCEPTED, START - timedelta(seconds=1))


@pytest.mark.parametrize("step", list(Step))
def test_every_step_of_the_shipped_rule_says_what_it_needs(step: Step) -> None:
    course = Course((machine.begun(START).visits[0],)) if step is Step.RECEIVED else at_step(step)
    row = machine.rule_of(RULE, step)
    told = [one.code for one in machine.to_next(course, machine.Standing(), RULE, BOSS)]
    assert told == [f"need_{code}" for code in row.needs] and told
    assert machine.to_next(course, READY, RULE, BOSS) == []


def at_step(step: Step) -> Course:
    course = machine.begun(START)
    while course.step is not step:
        assert course.step is not None
        course = machine.moved(course, Leave.NEXT, machine.after(course.step), START)
    return course


@pytest.mark.parametrize("step", [Step.INVESTIGATED, Step.CLASSIFIED, Step.APPROVED, Step.CLOSED, Step.HANDLED])
def test_nobody_complained_of_investigates_classifies_approves_closes_or_handles(step: Step) -> None:
    decider = machine.Decider(COMPLAINED, frozenset({"cs_director"}))
    assert [one.code for one in machine.to_next(at_step(step), READY, RULE, decider)] == ["case_on_oneself"]


def test_a_solution_is_not_approved_by_its_drafter_nor_by_another_post() -> None:
    course = at_step(Step.APPROVED)
    own = machine.Decider(DRAFTER, frozenset({"cs_director"}))
    assert [one.code for one in machine.to_next(course, READY, RULE, own)] == ["case_own_solution"]
    guide = machine.Decider(UUID(int=7), frozenset({"guide"}))
    assert [one.code for one in machine.to_next(course, READY, RULE, guide)] == ["case_not_the_post"]


def test_a_paused_or_merged_case_does_not_move() -> None:
    for still, code in ((machine.Standing(paused=True), "case_paused"), (machine.Standing(merged=True), "case_merged")):
        for move in machine.moves(at_step(Step.NEGOTIATED), still, RULE, BOSS):
            assert code in {one.code for one in move.problems}


def test_what_is_closed_goes_back_to_an_open_step_by_reopening_only() -> None:
    for step in (Step.HANDLED, Step.PREVENTED):
        course = at_step(step)
        backs = {one.to for one in machine.moves(course, READY, RULE, BOSS) if one.how is Leave.BACK}
        assert all(to is not None and to > Step.CLOSED for to in backs)
    with pytest.raises(Refused) as told:
        read_steps({**VALUES, "steps": {**VALUES["steps"], "handled": {"needs": ["handling"], "back": ["closed"]}}})
    assert [one.code for one in told.value.problems] == ["value_not_known"]
