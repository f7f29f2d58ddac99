"""The inspection plan and suggested rounds on each database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import InstitutionDraft, Region
from qualitydesk.inspections.model import Given, PlanDraft, RoundKind, RoundState, Verdict
from qualitydesk.inspections.model.calendar import DueState, ExceptionDraft, PlanRow, Slot
from qualitydesk.inspections.model.suggesting import Why
from qualitydesk.inspections.rules import sampling
from qualitydesk.inspections.service import PlanCalendar, Plans, Suggestions
from qualitydesk.inspections.store.plans import sample_from
from qualitydesk.inspections.store.suggesting import suggestion_facts
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.planning import Frequency, Per
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.fixture
def group(database: Database, clock: FixedClock) -> Group:
    """Founded in August, so that rounds of the autumn can be told."""
    now = clock.now()
    clock.set(now - timedelta(days=100))
    made = a_group(database, clock)
    made.hire_many(2)
    made.adopt(a_pack("walk", 4, critical=[4]), "walk")
    clock.set(now)
    return made


@pytest.fixture
def plans(group: Group) -> Plans:
    return Plans(group.database, group.clock, group.directory, group.rounds)


@pytest.fixture
def plan(group: Group, plans: Plans) -> PlanCalendar:
    calendar = Calendar(group.database, group.clock)
    calendar.adopt_shipped(group.by())
    return PlanCalendar(group.database, group.clock, group.directory, group.rulebook, calendar, plans)


@pytest.fixture
def suggestions(group: Group, plan: PlanCalendar) -> Suggestions:
    return Suggestions(
        group.database, group.clock, group.directory, group.standards, group.rounds, plan, group.measures
    )


def walked(group: Group, day: date, kind: RoundKind = RoundKind.PATROL, failed: int = 0, **more: object) -> None:
    """A finished round of that day: the first guide fails the first `failed` items."""
    back = group.clock.now()
    group.clock.advance(timedelta(days=(day - group.directory.today()).days))
    round_id = group.begin("walk", kind=kind, **more)  # type: ignore[arg-type]
    walk = group.walk(round_id)
    for at, stop in enumerate(walk.stops):
        items = walk.items[stop.id]
        bad = failed if at == 0 else 0
        given = [(item, Given(Verdict.FAIL if nth < bad else Verdict.PASS)) for nth, item in enumerate(items)]
        group.rounds.record_answers(round_id, stop.id, given, group.by())
    group.rounds.finish_round(round_id, group.by())
    group.clock.set(back)


def row(plan: PlanCalendar, kind: str, day: date = TODAY) -> PlanRow:
    return next(one for one in plan.month(day).rows if one.kind == kind)


def states(plan: PlanCalendar, kind: str, day: date = TODAY) -> dict[tuple[int, int], str]:
    return {(one.due.first.day, one.due.last.day): str(one.state) for one in row(plan, kind, day).slots}


def test_a_month_tells_what_is_done_missed_and_due(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 11, 2))
    walked(group, date(2026, 11, 4), RoundKind.SELF_CHECK)
    walked(group, date(2026, 11, 18))
    patrols = states(plan, "patrol")
    assert patrols[2, 2] == "done" and patrols[18, 18] == "done" and patrols[3, 3] == "missed"
    assert patrols[23, 23] == "ahead" and (21, 21) not in patrols
    weeks = states(plan, "self_check")
    assert [weeks[key] for key in ((2, 8), (9, 15), (16, 22))] == ["done", "missed", "due"]
    assert states(plan, "quality_check") == {(2, 30): "due"}
    kinds = {one.kind for one in plan.month().rows}
    assert kinds == {
        "patrol",
        "self_check",
        "quality_check",
    }  # begun in November, the year's round is not owed any more
    count = plan.count()
    assert (count.due, count.missed) == (1, 13 + 1)  # 15 working days from 2 to 20 November, two patrols


def test_nothing_is_owed_before_the_first_round_of_all(plan: PlanCalendar) -> None:
    assert all(slot.due.first >= TODAY for one in plan.month().rows for slot in one.slots)
    assert not plan.count()


def test_a_round_begun_is_under_way_and_one_given_up_counts_nothing(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 11, 2))
    round_id = group.begin("walk", kind=RoundKind.SELF_CHECK)
    assert states(plan, "self_check")[16, 22] == "under_way"
    group.rounds.abandon_round(round_id, "误开", group.by())
    assert states(plan, "self_check")[16, 22] == "due"


def test_an_exception_closes_an_institution_until_it_is_ended(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 10, 12))
    draft = ExceptionDraft(group.institution, "", date(2026, 11, 2), None, 0, Per.DAY, "装修停业")
    plan.save_exception(draft, group.by())
    assert all(slot.due.last < date(2026, 11, 2) for one in plan.month().rows for slot in one.slots)
    held = plan.exceptions()[0]
    plan.end_exception(held, group.by())
    assert states(plan, "patrol")[23, 23] == "ahead" and (20, 20) not in states(plan, "patrol")
    with pytest.raises(Refused, match="stale"):
        plan.save_exception(replace(draft, id=held.id, revision=held.revision, reason="旧"), group.by())
    more = ExceptionDraft(group.institution, "self_check", date(2026, 11, 16), None, 2, Per.WEEK, "重点整顿")
    plan.save_exception(more, group.by())
    assert plan.exceptions()[0].frequency == Frequency(2, Per.WEEK)
    assert [one.due.required for one in row(plan, "self_check").slots if one.due.first.day == 23] == [2]


def test_a_changed_exception_leaves_what_was_due_and_missed_as_it_was(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 10, 12))
    draft = ExceptionDraft(group.institution, "self_check", date(2026, 11, 2), None, 2, Per.WEEK, "重点整顿")
    plan.save_exception(draft, group.by())

    def past() -> list[tuple[date, int]]:
        slots = row(plan, "self_check").slots
        return [(one.due.first, one.due.required) for one in slots if one.due.last < date(2026, 11, 16)]

    before, held = past(), plan.exceptions()[0]
    assert (date(2026, 11, 2), 2) in before
    changed = replace(draft, times=5, first=date(2026, 10, 1), id=held.id, revision=held.revision)
    going_on = plan.save_exception(changed, group.by()).value
    assert past() == before
    assert [one.due.required for one in row(plan, "self_check").slots if one.due.first.day == 23] == [5]
    new, old = plan.exceptions()
    assert new.id == going_on and new.first == TODAY and old.last == date(2026, 11, 20)
    ended = replace(changed, last=date(2026, 11, 10), id=new.id, revision=new.revision, first=TODAY + timedelta(9))
    with pytest.raises(Refused, match="draft"):
        plan.save_exception(ended, group.by())
    again = replace(changed, times=1, id=new.id, revision=new.revision)
    plan.save_exception(again, group.by())  # begun today: it is changed as it stands, never into days gone by
    assert plan.exceptions()[0].first == TODAY and len(plan.exceptions()) == 2 and past() == before
    late = replace(draft, times=0, last=date(2026, 11, 8), id=old.id, revision=plan.exceptions()[1].revision)
    plan.save_exception(late, group.by())
    assert past() == before


def test_a_reason_in_better_words_and_a_later_end_change_the_exception_itself(group: Group, plan: PlanCalendar) -> None:
    draft = ExceptionDraft(group.institution, "self_check", date(2026, 11, 2), None, 2, Per.WEEK, "整顿")
    made = plan.save_exception(draft, group.by()).value
    plan.save_exception(replace(draft, reason="重点整顿", last=date(2026, 12, 1), id=made, revision=1), group.by())
    (only,) = plan.exceptions()
    assert (only.first, only.last, only.reason) == (date(2026, 11, 2), date(2026, 12, 1), "重点整顿")


def test_a_frequency_published_anew_holds_from_its_day(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 11, 2))
    old = group.rulebook.edition_on(Rule.INSPECTION_PLAN, TODAY)
    values = json.loads(json.dumps(old.values))
    values["kinds"]["patrol"] = {"times": 2, "per": "week"}
    group.rulebook.publish(Rule.INSPECTION_PLAN, values, old.texts, date(2026, 11, 25), group.by())
    found = [(one.due.first.day, one.due.last.day, one.due.required) for one in row(plan, "patrol").slots][-3:]
    assert found == [(24, 24, 1), (25, 29, 1), (30, 6, 2)]  # three of five days of that week: 2 × 3/5, rounded


def test_an_institution_switched_off_owes_nothing_from_that_day(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 11, 2))
    group.clock.advance(timedelta(days=4))  # Wednesday the 25th
    one = group.directory.institution(group.institution)
    draft = InstitutionDraft(one.code, one.name, Region.BEIJING, False, one.id, one.revision)
    group.directory.save_institution(draft, group.by())
    found = states(plan, "patrol")
    assert (24, 24) in found and (25, 25) not in found and plan.count().due == 0


def test_a_plan_is_moved_with_a_reason_that_stays(group: Group, plan: PlanCalendar, plans: Plans) -> None:
    walked(group, date(2026, 11, 2))
    draft = PlanDraft(
        date(2026, 11, 23), "self_check", group.institution, (group.me,), ("walk",), lead_reason="院长外出"
    )
    plan_id = plans.plan(draft, group.by()).value
    assert states(plan, "self_check")[23, 29] == "planned"
    found = plans.plan_of(plan_id)
    for reason, day, code in ((" ", date(2026, 11, 30), "reason_missing"), ("改期", date(2026, 11, 20), "draft")):
        with pytest.raises(Refused) as refused:
            plan.move(plan_id, day, reason, found.revision, group.by())
        assert refused.value.code == code
    plan.move(plan_id, date(2026, 12, 1), "院长出差", found.revision, group.by())
    assert plans.plan_of(plan_id).day == date(2026, 12, 1)
    assert plan.moves(plan_id) == [(date(2026, 11, 23), date(2026, 12, 1), "院长出差")]
    assert states(plan, "self_check")[23, 29] == "ahead"
    with pytest.raises(Refused, match="stale"):
        plan.move(plan_id, date(2026, 12, 2), "再改", found.revision, group.by())


def test_who_was_never_seen_comes_first(group: Group, plan: PlanCalendar) -> None:
    walked(group, date(2026, 10, 1), people=[group.people[0]])
    seen = plan.seen(group.institution)
    assert [one.last for one in seen] == [None, None, date(2026, 10, 1)]
    assert seen[-1].employee_id == group.people[0]


def test_a_suggestion_tells_its_reasons_and_can_be_repeated(
    group: Group, plan: PlanCalendar, suggestions: Suggestions
) -> None:
    group.hire_many(10)
    walked(group, date(2026, 9, 1))
    walked(group, date(2026, 10, 9), failed=1)
    walked(group, date(2026, 11, 10), people=group.people[:6], failed=2)
    found = suggestions.suggest(group.institution, group.me, seed=7)
    assert found == suggestions.suggest(group.institution, group.me, seed=7)
    why = {reason.why: reason.values for reason in found.reasons}
    assert why[Why.REPEAT]["code"] == "WALK-01" and why[Why.REPEAT]["rounds"] == 2
    assert why[Why.UNSEEN]["count"] == 6 and why[Why.MISSED]["count"] > 0
    assert why[Why.SIZE]["population"] == 12
    first = found.chosen[0]
    assert (first.id, first.why) == (group.people[0], (Why.REPEAT,)) or Why.REPEAT in {
        w for one in found.chosen for w in one.why
    }
    assert found.draw is not None and sampling.holds(found.draw)
    assert {one.id for one in found.chosen if Why.RANDOM in one.why} == set(found.draw.drawn)
    assert len(found.people) == len(set(found.people)) == 12
    other = suggestions.suggest(group.institution, group.me, seed=8)
    assert other.seed == 8


def test_a_round_begun_from_a_suggestion_keeps_its_reasons(group: Group, suggestions: Suggestions) -> None:
    group.hire_many(20)
    walked(group, date(2026, 11, 10), people=group.people[:4])
    found = suggestions.suggest(group.institution, group.me, seed=7)
    assert found.kind == "quality_check" and len(found.people) == 12  # by the 30th; a supervisor in Beijing may
    draft = suggestions.draft_of(found, group.me)
    assert draft.pack_codes == ("walk",)
    round_id = suggestions.begin(draft, group.by(), found).value
    assert group.rounds.round(round_id).state is RoundState.OPEN
    assert [(one.why, dict(one.values)) for one in suggestions.reasons_of(round_id)] == [
        (one.why, dict(one.values)) for one in found.reasons
    ]
    with group.database.reading() as connection:
        facts = suggestion_facts(connection, round_id)
    assert facts is not None
    kept = sample_from(facts["draw"])
    assert kept is not None and sampling.holds(kept) and kept.drawn == found.draw.drawn  # type: ignore[union-attr]
    assert suggestions.reasons_of(group.begin("walk")) == []


def test_where_nobody_can_be_inspected_that_is_said(group: Group, suggestions: Suggestions) -> None:
    other = group.directory.save_institution(InstitutionDraft("SHA", "静安门诊", Region.OTHER), group.by()).value
    with pytest.raises(Refused, match="suggest_nobody"):
        suggestions.suggest(other, group.me)


def slot_of(found: PlanRow, day: date) -> Slot:
    return next(one for one in found.slots if one.due.first <= day <= one.due.last)


def test_a_plan_of_a_day_gone_by_does_not_make_a_period_planned(group: Group, plan: PlanCalendar, plans: Plans) -> None:
    walked(group, date(2026, 11, 2))
    draft = PlanDraft(TODAY, "quality_check", group.institution, (group.me,), ("walk",), lead_reason="代")
    plans.plan(draft, group.by())
    assert slot_of(row(plan, "quality_check"), TODAY).state is DueState.PLANNED
    group.clock.advance(timedelta(days=2))
    found = row(plan, "quality_check", date(2026, 11, 1))
    assert slot_of(found, TODAY).state is DueState.DUE and found.plans[0].overdue
