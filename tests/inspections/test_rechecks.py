"""What a finished round says to measures due to be checked again; on each database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest
from tests.builders import Group

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.inspections.service import Rechecks
from qualitydesk.measures.model import Closing, MeasureDraft, Origin, OriginKind, Recheck, Report

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="又戴错了")


@pytest.fixture
def rechecks(group: Group) -> Rechecks:
    return Rechecks(group.database, group.rounds, group.measures)


def closed(group: Group, *about: tuple[UUID, str], owner: UUID | None = None) -> UUID:
    """A measure about these people and items, closed; to be looked at again tomorrow."""
    measures, today = group.measures, group.measures.today()
    origins = tuple(Origin(OriginKind.FINDING, None, code, who, None, code) for who, code in about)
    owner = owner or group.people[0]
    draft = MeasureDraft(group.institution, "班前互查胸卡", owner, today + timedelta(days=3), origins=origins)
    made = measures.open_measure(draft, group.by()).value
    measures.report_done(made, 1, Report(today, "已办"), By(owner, group.me))
    measures.close(made, 2, Closing("现场看过", today + timedelta(days=1), None), By.alone(group.people[1]))
    return made


def walked(group: Group, answers: Mapping[tuple[int, int], Given], days: int = 1) -> UUID:
    """A round of both people, some days on, with these answers by (person, item); finished."""
    group.clock.advance(timedelta(days=days))
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    for (person, item), given in answers.items():
        stop = walk.stops[person]
        group.rounds.record_answer(round_id, stop.id, walk.items[stop.id][item], given, group.by())
    group.rounds.finish_round(round_id, group.by())
    return round_id


def test_a_round_proposes_what_it_saw_and_enters_it_when_confirmed(group: Group, rechecks: Rechecks) -> None:
    first, second = group.people
    good = closed(group, (first, "WALK-01"))
    bad = closed(group, (first, "WALK-02"), (second, "WALK-02"))
    round_id = walked(group, {(0, 0): PASS, (0, 1): PASS, (1, 1): FAIL})
    seen = rechecks.proposed(round_id)
    assert [(one.measure_id, one.good, one.notes) for one in seen] == [(good, True, ()), (bad, False, ("又戴错了",))]
    assert group.measures.measure(good).line.recheck is None, "nothing by itself"
    assert rechecks.enter(round_id, seen, group.by()).value == 2
    number = group.rounds.round(round_id).number
    for one, outcome, words in ((good, Recheck.PASSED, "复查合格"), (bad, Recheck.FAILED, "又戴错了")):
        found = group.measures.measure(one)
        assert found.line.recheck is outcome
        assert number in found.events[-1].words and words in found.events[-1].words
    assert rechecks.proposed(round_id) == []
    assert rechecks.enter(round_id, seen, group.by()).value == 0, "entered once"


@pytest.mark.parametrize(
    "answers",
    [
        {(0, 0): PASS},  # the other person was not looked at
        {(0, 0): PASS, (1, 0): Given(Verdict.NOT_APPLICABLE)},
        {(0, 1): PASS, (1, 1): FAIL},  # other items
    ],
)
def test_what_settles_nothing_is_not_proposed(
    group: Group, rechecks: Rechecks, answers: Mapping[tuple[int, int], Given]
) -> None:
    first, second = group.people
    closed(group, (first, "WALK-01"), (second, "WALK-01"))
    assert rechecks.proposed(walked(group, answers)) == []


def test_before_its_day_and_from_an_open_round_nothing_is_proposed(group: Group, rechecks: Rechecks) -> None:
    closed(group, (group.people[0], "WALK-01"))
    assert rechecks.proposed(walked(group, {(0, 0): PASS}, days=0)) == []
    group.clock.advance(timedelta(days=1))
    opened = group.begin("walk")
    walk = group.walk(opened)
    group.rounds.record_answer(opened, walk.stops[0].id, walk.items[walk.stops[0].id][0], PASS, group.by())
    assert rechecks.proposed(opened) == []


def test_nobody_enters_the_re_check_of_a_measure_of_her_own(group: Group, rechecks: Rechecks) -> None:
    closed(group, (group.people[0], "WALK-01"), owner=group.me)
    mine = closed(group, (group.people[0], "WALK-01"))
    round_id = walked(group, {(0, 0): PASS})
    with pytest.raises(Refused):
        rechecks.enter(round_id, rechecks.proposed(round_id), group.by())
    assert group.measures.measure(mine).line.recheck is None, "all or none"
