"""What a finished round leaves behind: fails with their facts, counted by person and item over rounds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.builders import Group
from tests.inspections.test_rounds import FAIL, PASS, answer, finished

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, Standing, Verdict


def test_only_fails_become_findings_and_partly_never(group: Group) -> None:
    round_id = finished(group, PASS, Given(Verdict.FAIL, note="当场已改", fixed=True), Given(note="只是备注"), FAIL)
    told = [(found.item_code, found.note, found.fixed, found.standing) for found in group.findings.of_round(round_id)]
    assert told == [
        ("WALK-02", "当场已改", True, Standing.COUNTS),
        ("WALK-04", "", False, Standing.COUNTS),
    ]


def test_a_finding_is_dated_by_its_answer_and_not_by_the_end_of_the_round(group: Group, clock: FixedClock) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    seen_at = clock.now()
    answer(group, walk, walk.stops[0], FAIL)
    clock.advance(timedelta(hours=20))
    group.rounds.finish_round(round_id, group.by())
    found = group.findings.of_round(round_id)[0]
    assert (found.found_at, found.recorded_at) == (seen_at, clock.now())


def test_the_nth_time_counts_rounds_and_not_the_other_person(group: Group, clock: FixedClock) -> None:
    for _ in range(2):
        finished(group, FAIL, PASS, PASS, PASS)
        clock.advance(timedelta(days=1))
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    for stop in walk.stops:
        answer(group, walk, stop, FAIL, FAIL)
    group.rounds.finish_round(round_id, group.by())
    told = [(found.name, found.item_code, found.nth) for found in group.rounds.result(round_id).findings]
    assert told == [
        ("王导医1", "WALK-01", 3),
        ("王导医1", "WALK-02", 1),
        ("李导医2", "WALK-01", 1),
        ("李导医2", "WALK-02", 1),
    ]


def test_an_old_result_does_not_count_what_came_after_it(group: Group, clock: FixedClock) -> None:
    first = finished(group, FAIL)
    clock.advance(timedelta(days=1))
    finished(group, FAIL)
    assert [found.nth for found in group.rounds.result(first).findings] == [1]


def test_a_finding_left_out_is_not_counted_and_may_be_taken_in_again(group: Group, clock: FixedClock) -> None:
    first = finished(group, FAIL)
    clock.advance(timedelta(days=1))
    second = finished(group, FAIL)
    one = group.findings.of_round(first)[0]
    with pytest.raises(Refused, match="reason_missing"):
        group.findings.leave_out(one.id, "   ", group.by())
    group.findings.leave_out(one.id, "工装未发放", group.by())
    assert group.rounds.result(second).findings[0].nth == 1
    kept = group.rounds.result(first).findings[0]
    assert (kept.standing, kept.reason) == (Standing.LEFT_OUT, "工装未发放")
    group.findings.take_in(one.id, "工装早已发放", group.by())
    assert group.rounds.result(second).findings[0].nth == 2


def test_the_last_three_earlier_findings_stand_beside_the_item(group: Group, clock: FixedClock) -> None:
    for at in range(4):
        finished(group, Given(Verdict.FAIL, note=f"第{at + 1}次"), PASS)
        clock.advance(timedelta(days=1))
    walk = group.walk(group.begin("walk"))
    earlier = group.rounds.earlier_findings(walk)
    assert list(earlier) == [(group.people[0], "WALK-01")]
    assert [one.note for one in earlier[group.people[0], "WALK-01"]] == ["第4次", "第3次", "第2次"]


def test_an_unknown_finding_is_refused(group: Group) -> None:
    with pytest.raises(Refused, match="no_such_finding"):
        group.findings.leave_out(group.me, "没有这条", group.by())
