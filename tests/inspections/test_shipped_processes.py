"""Processes that ship are walked with times: durations stand against their limits, and one taken too slowly fails."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from tests.builders import Group

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.places import shipped
from qualitydesk.directory.model import PlaceDraft, PlaceKind
from qualitydesk.inspections.model import AnswerKind, Given, Item, RoundDraft, RoundKind, Target, Verdict, Walk
from qualitydesk.inspections.rules.pack_format import parse_pack
from qualitydesk.inspections.rules.timeline import timeline_at

OF_TIME = {"s": 1, "min": 60, "h": 3600}


def length(item: Item) -> float:
    """Seconds that keep the item's limit, a minute where it has none."""
    if item.limit is None:
        return 60
    low, high = item.limit.low or 0, item.limit.high
    return OF_TIME[item.limit.unit] * ((low + high) / 2 if high is not None else low)


def begun(group: Group, code: str) -> UUID:
    """A round of this pack alone, over a person or a place as it is meant."""
    body = shipped(f"resources/standards/{code}.toml").read_text("utf-8")
    pack = parse_pack(body, code)
    group.adopt(body, code, pack.edition)
    group.standards.switch(code, True, group.by())
    if pack.target is Target.PERSON:
        return group.begin(code, people=group.hire_many(1))
    place = group.directory.save_place(PlaceDraft(group.institution, "门诊楼", PlaceKind.HALL), group.by()).value
    draft = RoundDraft(RoundKind.PATROL, group.institution, (group.me,), (code,), (), place_ids=(place,))
    return group.rounds.open_round(draft, group.by()).value


def answer(group: Group, clock: FixedClock, walk: Walk, item: Item, slow: Item) -> None:
    """Pass whatever it is; a step takes its time, `slow` ten times what it may."""
    given = Given(Verdict.PASS)
    if item.kind is AnswerKind.STEP:
        start = clock.now()
        clock.set(start + timedelta(seconds=length(item) * (10 if item is slow else 1)))
        given = Given(Verdict.PASS, began=start, ended=clock.now())
    elif item.kind is AnswerKind.MEASURED and item.limit is not None:
        given = Given(number=item.limit.low if item.limit.low is not None else item.limit.high)
    elif item.kind is AnswerKind.COUNT:
        given = Given(seen=3, failed=0)
    elif item.kind is AnswerKind.SCALE:
        given = Given(number=5)
    group.rounds.record_answer(walk.round.id, walk.stops[0].id, item, given, group.by())


@pytest.mark.parametrize("code", ["guide_seven_steps", "clinic_path", "ktv_room", "gas_hotline"])
def test_a_process_is_walked_with_times_and_the_slow_step_is_told(group: Group, clock: FixedClock, code: str) -> None:
    round_id = begun(group, code)
    walk = group.walk(round_id)
    stop = walk.stops[0]
    items = walk.items[stop.id]
    limited = [one for one in items if one.kind is AnswerKind.STEP and one.limit is not None and one.limit.high]
    slow = min(limited, key=length)
    for item in items:
        answer(group, clock, walk, item, slow)
    group.rounds.finish_round(round_id, group.by())

    timeline = timeline_at(group.walk(round_id), stop)
    assert timeline.in_order and len(timeline.steps) == sum(one.kind is AnswerKind.STEP for one in items)
    assert timeline.seconds == sum(step.seconds or 0 for step in timeline.steps)
    assert [step.item.code for step in timeline.steps if step.in_time is False] == [slow.code]
    found = group.findings.of_round(round_id)
    assert [one.item_code for one in found] == [slow.code]
