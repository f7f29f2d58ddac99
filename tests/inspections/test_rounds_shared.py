"""Two windows or colleagues on one round: nobody's answer is overwritten unseen, on either database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders import Group

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Cursor, Given, RoundState, Verdict, Walk

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


@pytest.fixture
def walk(group: Group) -> Walk:
    """An open round as both windows read it: the first item of the first person passed."""
    opened = group.walk(group.begin("walk"))
    record(group, opened, 0, PASS)
    return group.walk(opened.round.id)


def record(group: Group, walk: Walk, at: int, given: Given | None, seen: Walk | None = None) -> None:
    """An answer on an item of the first person, by somebody who saw `seen` (None: nothing is compared)."""
    stop = walk.stops[0]
    item = walk.items[stop.id][at]
    known = seen.answers if seen else None
    group.rounds.record_answer(walk.round.id, stop.id, item, given, group.by(), None, known)


def told(group: Group, walk: Walk) -> list[Given | None]:
    """What stands on disk for the first person, item by item."""
    stop, answers = walk.stops[0], group.walk(walk.round.id).answers
    found = [answers.get((stop.id, item.code)) for item in walk.items[stop.id]]
    return [one.given if one else None for one in found]


@pytest.mark.parametrize("mine", [FAIL, Given(Verdict.PASS, note="领结歪"), None])
def test_an_answer_changed_by_another_meanwhile_is_not_overwritten(
    group: Group, walk: Walk, clock: FixedClock, mine: Given | None
) -> None:
    clock.advance(timedelta(seconds=5))
    record(group, walk, 0, replace(FAIL, note="同事记的"), walk)
    with pytest.raises(Refused, match="stale"):
        record(group, walk, 0, mine, walk)
    assert told(group, walk)[0] == Given(Verdict.FAIL, note="同事记的")


def test_an_answer_given_by_another_where_none_was_seen_is_not_overwritten(group: Group, walk: Walk) -> None:
    record(group, walk, 1, FAIL, walk)
    with pytest.raises(Refused, match="stale"):
        record(group, walk, 1, PASS, walk)
    assert told(group, walk)[1] == FAIL


def test_an_answer_taken_back_by_another_is_not_put_back_unseen(group: Group, walk: Walk) -> None:
    record(group, walk, 0, None, walk)
    with pytest.raises(Refused, match="stale"):
        record(group, walk, 0, replace(PASS, note="好"), walk)
    assert told(group, walk)[0] is None


def test_what_was_seen_may_be_changed_and_other_items_hold_nobody_up(group: Group, walk: Walk) -> None:
    record(group, walk, 1, FAIL, walk)
    record(group, walk, 2, PASS, walk)
    record(group, walk, 0, FAIL, walk)
    record(group, walk, 0, None, group.walk(walk.round.id))
    assert told(group, walk) == [None, FAIL, PASS, None]


def test_to_say_the_same_as_the_other_is_no_contradiction(group: Group, walk: Walk, clock: FixedClock) -> None:
    record(group, walk, 1, FAIL, walk)
    clock.advance(timedelta(seconds=5))
    record(group, walk, 1, FAIL, walk)  # also what a write tried again meets when only its confirmation was lost
    assert told(group, walk)[1] == FAIL


def test_all_remaining_pass_is_refused_whole_when_one_was_answered_meanwhile(group: Group, walk: Walk) -> None:
    stop = walk.stops[0]
    items = walk.items[stop.id]
    record(group, walk, 2, FAIL, walk)
    rest = [(item, PASS) for item in items[1:]]
    cursor = Cursor(stop.id, items[3].code)
    with pytest.raises(Refused, match="stale"):
        group.rounds.record_answers(walk.round.id, stop.id, rest, group.by(), cursor, walk.answers)
    assert told(group, walk) == [PASS, None, FAIL, None]
    assert group.walk(walk.round.id).round.cursor is None
    latest = group.walk(walk.round.id).answers
    group.rounds.record_answers(walk.round.id, stop.id, [rest[0], rest[2]], group.by(), cursor, latest)
    assert told(group, walk) == [PASS, PASS, FAIL, PASS]


def test_a_round_is_not_finished_over_answers_nobody_has_seen_here(group: Group, walk: Walk) -> None:
    record(group, walk, 1, FAIL, walk)
    with pytest.raises(Refused, match="stale"):
        group.rounds.finish_round(walk.round.id, group.by(), walk.answers)
    assert group.rounds.round(walk.round.id).state is RoundState.OPEN
    assert group.findings.of_round(walk.round.id) == []
    group.rounds.finish_round(walk.round.id, group.by(), group.walk(walk.round.id).answers)
    assert group.rounds.round(walk.round.id).state is RoundState.FINISHED
