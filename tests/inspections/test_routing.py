"""Stops of a round: places beside people, another order, late additions, draws by lot; on each database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count
from uuid import UUID

import pytest
from tests.builders import HIRED, Group, a_pack

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import EmployeeDraft, PlaceDraft, PlaceKind, PostDraft, Sex
from qualitydesk.inspections.model import Given, InFrame, RoundDraft, SampleMethod, SampleRule, Target, Verdict
from qualitydesk.inspections.rules import sampling

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="地面有水")


@pytest.fixture
def hall(group: Group) -> UUID:
    """A hall, and a pack of two items for places."""
    group.adopt(a_pack("hall", 2).replace('target = "person"', 'target = "place"'), "hall")
    return group.directory.save_place(PlaceDraft(group.institution, "一楼大厅", PlaceKind.HALL), group.by()).value


def draft(group: Group, *codes: str, people: tuple[UUID, ...] = (), places: tuple[UUID, ...] = ()) -> RoundDraft:
    return RoundDraft(
        institution_id=group.institution,
        inspector_ids=(group.me,),
        pack_codes=codes,
        employee_ids=people,
        place_ids=places,
    )


def test_a_place_is_walked_by_packs_for_places_and_people_by_theirs(group: Group, hall: UUID) -> None:
    wanted = draft(group, "walk", "hall", people=tuple(group.people), places=(hall,))
    ordered = replace(wanted, order=(group.people[0], hall, group.people[1]))
    walk = group.walk(group.rounds.open_round(ordered, group.by()).value)
    assert [stop.target for stop in walk.stops] == [Target.PERSON, Target.PLACE, Target.PERSON]
    place = walk.stops[1]
    assert (place.place_id, place.employee_id, place.number, place.name) == (hall, None, "", "一楼大厅")
    assert [item.code for item in walk.items[place.id]] == ["HALL-01", "HALL-02"]
    assert next(item.code for item in walk.items[walk.stops[0].id]) == "WALK-01"


def test_a_places_finding_names_the_place_and_counts_how_often(group: Group, hall: UUID) -> None:
    for _ in range(2):
        opened = group.rounds.open_round(draft(group, "hall", places=(hall,)), group.by()).value
        walk = group.walk(opened)
        stop = walk.stops[0]
        group.rounds.record_answer(opened, stop.id, walk.items[stop.id][0], FAIL, group.by())
        result = group.rounds.finish_round(opened, group.by()).value
    (finding,) = result.findings
    assert (finding.place_id, finding.employee_id, finding.nth) == (hall, None, 2)


def test_places_are_offered_only_for_packs_that_walk_them(group: Group, hall: UUID) -> None:
    assert group.rounds.suggested_places(group.institution, ["walk"]) == []
    assert [one.id for one in group.rounds.suggested_places(group.institution, ["walk", "hall"])] == [hall]
    assert group.rounds.suggested_people(group.institution, ["hall"]) == []


def test_another_order_is_kept_and_a_stale_one_refused(group: Group) -> None:
    opened = group.begin("walk")
    seen = [stop.id for stop in group.walk(opened).stops]
    turned = list(reversed(seen))
    group.rounds.reorder_stops(opened, turned, group.by(), seen)
    walk = group.walk(opened)
    assert [stop.id for stop in walk.stops] == turned
    assert [stop.position for stop in walk.stops] == [0, 1]
    with pytest.raises(Refused, match="stale"):
        group.rounds.reorder_stops(opened, seen, group.by(), seen)
    group.rounds.reorder_stops(opened, turned, group.by(), seen)  # what stands there already overwrites nobody
    with pytest.raises(Refused, match="stale"):
        group.rounds.reorder_stops(opened, [seen[0], seen[0]], group.by(), turned)
    with pytest.raises(Refused, match="stale"):
        group.rounds.reorder_stops(opened, [seen[0], new_id()], group.by(), turned)


def test_a_late_addition_keeps_its_time_and_counts_in_the_total(group: Group, hall: UUID) -> None:
    wanted = draft(group, "walk", "hall", people=(group.people[0],))
    opened = group.rounds.open_round(wanted, group.by()).value
    found = group.rounds.could_join(opened)
    people, places = found.people, found.places
    assert ([one.id for one in people], [one.id for one in places]) == ([group.people[1]], [hall])
    other = By(group.people[1], group.me)
    added = group.rounds.add_stops(opened, [group.people[1]], [hall], other).value
    assert [stop.position for stop in added] == [1, 2]
    walk = group.walk(opened)
    assert [stop.added_at for stop in walk.stops] == [None, group.clock.now(), group.clock.now()]
    assert walk.stops[1].added_by == group.people[1]
    (line,) = group.rounds.lines()
    assert (line.people, line.total) == (3, 4 + 4 + 2)
    found = group.rounds.could_join(opened)
    assert (found.people, found.places) == ([], [])


def test_nobody_joins_twice_nor_his_own_inspection_nor_a_closed_round(group: Group) -> None:
    opened = group.begin("walk", people=group.people[:1])
    for who, code in (
        (group.people[0], "already_on_round"),
        (group.me, "inspector_on_round"),
        (new_id(), "nothing_to_inspect"),
    ):
        with pytest.raises(Refused, match=code):
            group.rounds.add_stops(opened, [who], [], group.by())
    assert len(group.walk(opened).stops) == 1
    group.rounds.abandon_round(opened, "停电", group.by())
    for verb in (
        lambda: group.rounds.add_stops(opened, [group.people[1]], [], group.by()),
        lambda: group.rounds.reorder_stops(opened, [], group.by(), []),
    ):
        with pytest.raises(Refused, match="round_not_open"):
            verb()


def test_a_draw_is_kept_with_the_round_and_proved(group: Group) -> None:
    group.hire_many(18)
    rule = SampleRule(4, SampleMethod.SIMPLE, longest_unseen=True)
    seen_before = group.begin("walk", people=group.people[:3])
    group.clock.advance(timedelta(days=40))
    sample = group.rounds.draw_sample(group.institution, ["walk"], rule, [group.me], seed=4711)
    assert len(sample.drawn) == 4 and group.me not in {one.id for one in sample.frame}
    tickets = {one.id: one.tickets for one in sample.frame}
    assert [tickets[who] for who in group.people[:4]] == [2, 2, 2, 13]
    wanted = replace(draft(group, "walk", people=sample.drawn), sample=sample)
    opened = group.rounds.open_round(wanted, group.by()).value
    kept = group.rounds.round(opened).sample
    assert kept == sample
    proof = group.rounds.prove_sample(opened)
    assert (proof.drawn_again, proof.frame_again) == (True, True)
    with pytest.raises(Refused, match="no_sample"):
        group.rounds.prove_sample(seen_before)


def test_a_changed_directory_changes_the_frame_but_not_the_draw(group: Group) -> None:
    group.hire_many(5)
    sample = group.rounds.draw_sample(group.institution, ["walk"], SampleRule(2), [group.me])
    opened = group.rounds.open_round(
        replace(draft(group, "walk", people=sample.drawn), sample=sample), group.by()
    ).value
    group.hire("G900", "周一")  # entered later, hired long ago
    proof = group.rounds.prove_sample(opened)
    assert (proof.drawn_again, proof.frame_again) == (True, False)


def test_only_people_a_chosen_pack_has_items_for_are_drawn_and_nobody_of_the_headquarters(group: Group) -> None:
    guides = a_pack("guides", 2).replace("[sections]", 'posts = ["guide"]\n[sections]', 1)
    group.adopt(guides, "guides")
    group.adopt(a_pack("ladies", 2).replace("[sections]", 'sex = "female"\n[sections]', 1), "ladies")
    posts = {code: group.directory.save_post(PostDraft(code, code), group.by()).value for code in ("nurse", "gm")}

    def hire(number: str, sex: Sex, post: str) -> UUID:
        draft = EmployeeDraft(number, number, sex, HIRED, None, group.desk, posts[post], group.me)
        return group.directory.save_employee(draft, group.by()).value

    nurse, man, boss = hire("N1", Sex.FEMALE, "nurse"), hire("N2", Sex.MALE, "nurse"), hire("HQ1", Sex.FEMALE, "gm")
    rule = SampleRule(50)

    def drawn(*codes: str) -> set[UUID]:
        sample = group.rounds.draw_sample(group.institution, codes, rule, [group.me])
        assert set(sample.drawn) == {one.id for one in sample.frame}
        return set(sample.drawn)

    assert drawn("guides") == set(group.people)
    assert drawn("guides", "ladies") == {*group.people, nurse}
    assert drawn("walk") == {*group.people, nurse, man}
    group.adopt(a_pack("bosses", 2).replace("[sections]", 'posts = ["gm"]\n[sections]', 1), "bosses")
    assert drawn("bosses") == {boss}  # a pack that names the post means it


def test_a_draw_taken_when_the_headquarters_still_stood_in_the_frame_is_proven_as_before(group: Group) -> None:
    post = group.directory.save_post(PostDraft("gm", "总经理"), group.by()).value
    draft_ = EmployeeDraft("HQ1", "钱总", Sex.MALE, HIRED, None, group.desk, post, None)
    group.directory.save_employee(draft_, group.by())
    everybody = group.rounds.suggested_people(group.institution, ["walk"])
    frame = [InFrame(one.id, one.number) for one in everybody if one.id != group.me]
    sample = sampling.draw(frame, SampleRule(2), 5)
    wanted = replace(draft(group, "walk", people=sample.drawn), sample=sample)
    proof = group.rounds.prove_sample(group.rounds.open_round(wanted, group.by()).value)
    assert proof.drawn_again and proof.frame_again


def test_a_sample_changed_by_hand_is_refused_as_one(group: Group) -> None:
    group.hire_many(5)
    sample = group.rounds.draw_sample(group.institution, ["walk"], SampleRule(2), [group.me])
    other = next(one for one in group.people if one not in sample.drawn)
    drawn_with = (group.rounds.draw_sample(group.institution, ["walk"], sample.rule, [group.me], n) for n in count())
    elsewhere = next(one.seed for one in drawn_with if one.drawn != sample.drawn)
    for changed in (
        replace(draft(group, "walk", people=(*sample.drawn, other)), sample=sample),
        replace(draft(group, "walk", people=sample.drawn), sample=replace(sample, seed=elsewhere)),
    ):
        with pytest.raises(Refused) as refused:
            group.rounds.open_round(changed, group.by())
        assert [one.code for one in refused.value.problems] == ["sample_changed"]


def test_drawing_from_a_department_where_nobody_is_meant_is_refused(group: Group) -> None:
    with pytest.raises(Refused, match="sample_nobody"):
        group.rounds.draw_sample(group.institution, ["walk"], SampleRule(2, department_id=new_id()))
    with pytest.raises(Refused) as refused:
        group.rounds.draw_sample(group.institution, ["walk"], SampleRule(0))
    assert [one.code for one in refused.value.problems] == ["sample_size"]


def test_the_digest_tells_one_frame_from_another(group: Group) -> None:
    frame = group.rounds.frame(group.institution, ["walk"], SampleRule(1))
    assert sampling.digest_of_frame(frame) == sampling.digest_of_frame(reversed(frame))
    assert sampling.digest_of_frame(frame) != sampling.digest_of_frame(frame[1:])
