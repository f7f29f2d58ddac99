"""A round's life: begun, answered, finished for ever, read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.builders import Group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Sex
from qualitydesk.inspections.model import (
    Cursor,
    Given,
    RoundDraft,
    RoundFilter,
    RoundKind,
    RoundState,
    Stop,
    Verdict,
    Walk,
)
from qualitydesk.inspections.rules.digest import digest_of
from qualitydesk.inspections.rules.drafts import LONGEST_NOTE
from qualitydesk.inspections.store import rounds as store
from qualitydesk.storage import audit

PASS, FAIL, NOT_APPLICABLE = Given(Verdict.PASS), Given(Verdict.FAIL), Given(Verdict.NOT_APPLICABLE)


def answer(group: Group, walk: Walk, stop: Stop, *given: Given | None) -> None:
    """Answers in the order of the items; None leaves one out."""
    for item, one in zip(walk.items[stop.id], given, strict=False):
        if one is not None:
            group.rounds.record_answer(walk.round.id, stop.id, item, one, group.by())


def finished(group: Group, *given: Given | None, kind: RoundKind = RoundKind.PATROL) -> UUID:
    """A finished round of the first guide."""
    round_id = group.begin("walk", people=group.people[:1], kind=kind)
    walk = group.walk(round_id)
    answer(group, walk, walk.stops[0], *given)
    group.rounds.finish_round(round_id, group.by())
    return round_id


def test_a_round_takes_its_number_and_its_people_as_of_the_day(group: Group) -> None:
    walk = group.walk(group.begin("walk"))
    assert walk.round.number == "XJ-BJC-2026-0001"
    assert walk.round.inspectors == ("李敏",)
    assert [(stop.name, stop.post, stop.department) for stop in walk.stops] == [
        ("王导医1", "导医", "导医台"),
        ("李导医2", "导医", "导医台"),
    ]
    assert group.walk(group.begin("walk")).round.number == "XJ-BJC-2026-0002"


def test_a_person_named_twice_is_walked_once(group: Group) -> None:
    one = group.people[0]
    assert len(group.walk(group.begin("walk", people=[one, one])).stops) == 1


def test_a_draft_without_anything_is_refused_field_by_field(group: Group) -> None:
    with pytest.raises(Refused) as refused:
        group.rounds.open_round(RoundDraft(), group.by())
    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["institution_id", "inspector_ids", "pack_codes", "employee_ids"]


def test_people_are_proposed_by_post_and_sex(group: Group) -> None:
    man = group.hire("G900", "周一", Sex.MALE)
    group.adopt(a_pack("ladies", 2).replace("[sections]", 'sex = "female"\n[sections]', 1), "ladies")
    group.adopt(a_pack("doctors", 2).replace("[sections]", 'posts = ["doctor"]\n[sections]', 1), "doctors")
    suggested = {person.id for person in group.rounds.suggested_people(group.institution, ["ladies"])}
    assert set(group.people) - {man} <= suggested and man not in suggested
    assert group.rounds.suggested_people(group.institution, ["doctors"]) == []


def test_a_round_that_would_ask_nobody_anything_is_refused(group: Group) -> None:
    group.adopt(a_pack("doctors", 2).replace("[sections]", 'posts = ["doctor"]\n[sections]', 1), "doctors")
    with pytest.raises(Refused, match="nothing_to_inspect"):
        group.begin("doctors")
    assert group.walk(group.begin("walk")).round.number.endswith("0001")  # no number was lost to it


def test_an_open_round_keeps_its_edition_when_the_pack_changes(group: Group) -> None:
    round_id = group.begin("walk")
    group.adopt(a_pack("walk", 7), "walk", number=2)
    walk = group.walk(round_id)
    assert walk.round.packs == (("walk", 1),)
    assert {len(items) for items in walk.items.values()} == {4}
    answer(group, walk, walk.stops[0], *[PASS] * 4)
    group.rounds.finish_round(round_id, group.by())
    assert group.rounds.result(round_id).score.total == 8
    assert {len(items) for items in group.walk(group.begin("walk")).items.values()} == {7}


def test_answers_are_replaced_taken_back_and_read_again(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    stop, item = walk.stops[0], walk.items[walk.stops[0].id][0]
    group.rounds.record_answer(round_id, stop.id, item, FAIL, group.by())
    group.rounds.record_answer(round_id, stop.id, item, replace(FAIL, note="左侧无胸卡", fixed=True), group.by())
    assert group.walk(round_id).answers[stop.id, item.code].given == Given(Verdict.FAIL, note="左侧无胸卡", fixed=True)
    group.rounds.record_answer(round_id, stop.id, item, None, group.by())
    assert group.walk(round_id).answers == {}


def test_several_answers_stand_or_fall_together(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    stop = walk.stops[0]
    items = walk.items[stop.id]
    wrong = [(items[0], PASS), (items[1], Given(Verdict.PARTLY))]
    with pytest.raises(Refused):
        group.rounds.record_answers(round_id, stop.id, wrong, group.by())
    assert group.walk(round_id).answers == {}
    group.rounds.record_answers(round_id, stop.id, [(item, PASS) for item in items], group.by())
    group.rounds.record_answers(round_id, stop.id, [(items[0], None), (items[1], FAIL)], group.by())
    told = {code: one.given.verdict for (_stop, code), one in group.walk(round_id).answers.items()}
    assert told == {items[1].code: Verdict.FAIL, items[2].code: Verdict.PASS, items[3].code: Verdict.PASS}


def test_a_note_before_the_verdict_is_kept_and_is_no_answer(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    stop, item = walk.stops[0], walk.items[walk.stops[0].id][0]
    note = "😀" + "长" * (LONGEST_NOTE - 1)
    group.rounds.record_answer(round_id, stop.id, item, Given(note=note), group.by())
    assert group.walk(round_id).answers[stop.id, item.code].given == Given(note=note)
    assert group.rounds.result(round_id).score.answered == 0


def test_the_cursor_stands_where_it_was_put(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    assert walk.round.cursor is None
    first, second = walk.stops
    onward = Cursor(second.id, walk.items[second.id][2].code)
    group.rounds.record_answer(round_id, first.id, walk.items[first.id][0], PASS, group.by(), onward)
    assert group.walk(round_id).round.cursor == onward
    back = Cursor(first.id, walk.items[first.id][1].code)
    group.rounds.move_to(round_id, back)
    assert group.walk(round_id).round.cursor == back


def test_the_list_counts_an_open_round_as_it_stands(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    answer(group, walk, walk.stops[0], PASS, FAIL)
    for wanted in (RoundFilter(), RoundFilter(state=RoundState.OPEN)):
        line = group.rounds.lines(wanted)[0]
        assert (line.answered, line.total, line.failed, line.share, line.passed) == (2, 8, 1, -1, None)


def test_one_of_all_answered_carries_its_count(group: Group) -> None:
    round_id = group.begin("walk")
    walk = group.walk(round_id)
    answer(group, walk, walk.stops[0], PASS)
    score = group.rounds.result(round_id).score
    assert (score.share, score.answered, score.total) == (1, 1, 8)


def test_a_round_of_nothing_applicable_has_no_score(group: Group) -> None:
    round_id = finished(group, *[NOT_APPLICABLE] * 4)
    result, line = group.rounds.result(round_id), group.rounds.lines()[0]
    assert (result.score.share, result.score.passed) == (None, None)
    assert (line.share, line.passed, line.answered) == (-1, None, 4)


def test_a_critical_failure_is_named_and_fails_the_round(group: Group) -> None:
    result = group.rounds.result(finished(group, PASS, PASS, PASS, FAIL))
    assert (result.score.passed, result.score.critical) == (False, ("WALK-04",))
    assert group.rounds.lines()[0].passed is False


def test_a_finished_round_refuses_everything(group: Group) -> None:
    round_id = finished(group, PASS, PASS, PASS, PASS)
    walk = group.walk(round_id)
    stop, item = walk.stops[0], walk.items[walk.stops[0].id][0]
    for attempt in (
        lambda: group.rounds.record_answer(round_id, stop.id, item, FAIL, group.by()),
        lambda: group.rounds.record_answers(round_id, stop.id, [(item, FAIL)], group.by()),
        lambda: group.rounds.move_to(round_id, Cursor(stop.id, item.code)),
        lambda: group.rounds.finish_round(round_id, group.by()),
        lambda: group.rounds.abandon_round(round_id, "不要了", group.by()),
    ):
        with pytest.raises(Refused, match="round_not_open"):
            attempt()
    assert group.walk(round_id).answers[stop.id, item.code].given == PASS


def test_a_round_without_an_answer_cannot_be_finished_but_given_up(group: Group) -> None:
    round_id = group.begin("walk")
    with pytest.raises(Refused, match="round_unanswered") as refused:
        group.rounds.finish_round(round_id, group.by())
    words = say("zh", f"refused.{refused.value.code}", **refused.value.words)
    assert words.endswith("还没有任何作答，不能结束。不再进行的，请在巡检列表或本页作废，并写明原因。")
    assert not any(sign in words for sign in "{}")
    with pytest.raises(Refused, match="reason_missing"):
        group.rounds.abandon_round(round_id, "  ", group.by())
    group.rounds.abandon_round(round_id, "医院停电", group.by())
    assert group.rounds.round(round_id).state is RoundState.ABANDONED
    assert group.findings.of_round(round_id) == []


def test_an_answer_for_a_stop_of_another_round_is_refused(group: Group) -> None:
    mine, other = group.begin("walk"), group.begin("walk")
    stop = group.walk(other).stops[0]
    with pytest.raises(Refused, match="no_such_round"):
        group.rounds.record_answer(mine, stop.id, group.walk(other).items[stop.id][0], PASS, group.by())


def test_finishing_writes_one_audit_entry_with_the_digest_of_the_answers(group: Group) -> None:
    round_id = finished(group, PASS, FAIL, PASS, PASS)
    digest = digest_of(list(group.walk(round_id).answers.values()))
    with group.database.reading() as connection:
        entries = [row.verb for row in connection.execute(select(audit.entries).order_by(audit.entries.c.seq))]
        kept = connection.scalar(select(store.rounds.c.digest).where(store.rounds.c.id == round_id))
    assert entries.count("finish_round") == 1 and not [verb for verb in entries if "answer" in verb]
    assert kept == digest


def test_the_last_round_of_the_same_kind_is_what_is_compared_with(group: Group, clock: FixedClock) -> None:
    finished(group, PASS, PASS, FAIL, PASS)
    clock.advance(timedelta(days=1))
    finished(group, FAIL, FAIL, FAIL, PASS, kind=RoundKind.SELF_CHECK)
    clock.advance(timedelta(days=1))
    result = group.rounds.result(finished(group, PASS, PASS, PASS, PASS))
    assert (result.previous, result.previous_number) == (Fraction(3, 4), "XJ-BJC-2026-0001")
    first = group.rounds.lines()[-1]
    assert group.rounds.result(first.id).previous is None


def test_the_list_is_paged_newest_first_without_gap_or_repeat(group: Group, clock: FixedClock) -> None:
    begun = []
    for _ in range(5):
        begun.append(group.begin("walk"))
        clock.advance(timedelta(minutes=1))
    seen: list[UUID] = []
    after = None
    while page := group.rounds.lines(after=after, limit=2):
        seen += [line.id for line in page]
        after = (page[-1].started_at, page[-1].id)
    assert seen == begun[::-1]


def test_a_round_is_judged_by_the_rule_of_the_day_it_began(group: Group, clock: FixedClock) -> None:
    group.adopt(a_pack("marks", 2, kinds=["scale"]), "marks")
    round_id = group.begin("marks", people=group.people[:1])
    today = group.directory.today()
    score = group.rulebook.edition_on("score", today)
    stricter = {**score.values, "finding_below": 4}
    group.rulebook.publish("score", stricter, score.texts, today + timedelta(days=1), group.by())
    clock.advance(timedelta(days=1))
    walk = group.walk(round_id)
    stop, item = walk.stops[0], walk.items[walk.stops[0].id][0]
    told = group.rounds.record_answer(round_id, stop.id, item, Given(number=3), group.by()).value
    assert told is not None and told.given.verdict is Verdict.PASS
    later = group.walk(group.begin("marks", people=group.people[:1]))
    told = group.rounds.record_answer(later.round.id, later.stops[0].id, item, Given(number=3), group.by()).value
    assert told is not None and told.given.verdict is Verdict.FAIL
