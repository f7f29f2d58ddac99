"""Places on a round: walked, scored and found wanting like people, remembered by the place, and on nobody's ladder."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from tests.builders import Group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import PlaceDraft, PlaceKind
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Target, Verdict, Walk

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


@pytest.fixture
def hall(group: Group) -> UUID:
    """A pack for places, and a hall; the waiting area beside it is the second place."""
    group.adopt(a_pack("halls", 3).replace('target = "person"', 'target = "place"'), "halls")
    return place(group, "一楼大厅", PlaceKind.HALL)


def place(group: Group, name: str, kind: PlaceKind) -> UUID:
    found: UUID = group.directory.save_place(PlaceDraft(group.institution, name, kind), group.by()).value
    return found


def walked(group: Group, places: tuple[UUID, ...], *given: Given, finish: bool = True, people: int = 0) -> Walk:
    """A round over places, its answers the same at each of them."""
    codes = ("halls", "walk") if people else ("halls",)
    draft = RoundDraft(
        RoundKind.PATROL, group.institution, (group.me,), codes, tuple(group.people[:people]), place_ids=places
    )
    round_id = group.rounds.open_round(draft, group.by()).value
    walk = group.walk(round_id)
    for stop in walk.stops:
        for item, one in zip(walk.items[stop.id], given, strict=False):
            group.rounds.record_answer(round_id, stop.id, item, one, group.by())
    if finish:
        group.rounds.finish_round(round_id, group.by())
    return group.walk(round_id)


def test_a_place_is_a_stop_of_its_own_with_its_own_items_and_score(group: Group, hall: UUID) -> None:
    walk = walked(group, (hall,), PASS, PASS, FAIL, people=1)
    person, stop = sorted(walk.stops, key=lambda one: one.target is Target.PLACE)
    assert (stop.target, stop.name, stop.number, stop.employee_id) == (Target.PLACE, "一楼大厅", "", None)
    assert [item.code for item in walk.items[stop.id]] == ["HALLS-01", "HALLS-02", "HALLS-03"]
    assert next(item.code for item in walk.items[person.id]) == "WALK-01"
    result = group.rounds.result(walk.round.id)
    told = {each.stop.name: (each.score.answered, each.score.failed, each.score.passed) for each in result.stops}
    assert told == {"一楼大厅": (3, 1, False), person.name: (3, 1, False)}


def test_a_fault_is_remembered_by_the_place_and_not_by_its_neighbour(
    group: Group, hall: UUID, clock: FixedClock
) -> None:
    area = place(group, "候诊区", PlaceKind.WAITING_AREA)
    for note in ("灯不亮", "灯闪", "灯罩脏", "又不亮"):
        walked(group, (hall,), Given(Verdict.FAIL, note=note), PASS, PASS)
        clock.advance(timedelta(days=1))
    walk = walked(group, (hall, area), FAIL, PASS, PASS, finish=False)
    earlier = group.rounds.earlier_findings(walk)
    assert [one.note for one in earlier[hall, "HALLS-01"]] == ["又不亮", "灯罩脏", "灯闪"]
    assert (area, "HALLS-01") not in earlier
    group.rounds.finish_round(walk.round.id, group.by())
    counted = {finding.name: finding.nth for finding in group.rounds.result(walk.round.id).findings}
    assert counted == {"一楼大厅": 5, "候诊区": 1}


def test_a_fault_of_a_place_is_nobodys_offence(group: Group, hall: UUID) -> None:
    walk = walked(group, (hall,), FAIL, FAIL, FAIL)
    found = group.findings.of_round(walk.round.id)
    assert len(found) == 3
    assert {(one.employee_id, one.place_id, one.subject_id) for one in found} == {(None, hall, hall)}
    assert group.findings.of_employees(group.people) == []
