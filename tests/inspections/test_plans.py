"""Planned rounds: planned, changed, started, dropped; on each database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.builders import Group

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import PlanDraft, PlanFilter, PlanState, SampleMethod, SampleRule
from qualitydesk.inspections.service import Plans
from qualitydesk.storage import audit

TODAY = date(2026, 11, 21)


@pytest.fixture
def plans(group: Group) -> Plans:
    return Plans(group.database, group.clock, group.directory, group.rounds)


def draft(group: Group, day: date = TODAY, **changes: object) -> PlanDraft:
    made = PlanDraft(day, "patrol", group.institution, (group.me,), ("walk",), note="看仪容")
    return replace(made, **changes)  # type: ignore[arg-type]


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in refused.value.problems}


def test_a_plan_takes_no_number_and_its_round_the_next_one(group: Group, plans: Plans) -> None:
    plan_id = plans.plan(draft(group), group.by()).value
    group.begin("walk")
    started = plans.start(plan_id, group.by())
    assert started.touched >= {Change.PLANS, Change.ROUNDS}
    assert group.rounds.round(started.value).number == "XJ-BJC-2026-0002"
    found = plans.plan_of(plan_id)
    assert (found.state, found.round_id, found.round_number) == (
        PlanState.STARTED,
        started.value,
        "XJ-BJC-2026-0002",
    )
    assert [stop.employee_id for stop in group.walk(started.value).stops] == group.people


def test_a_plan_reads_back_as_it_was_written(group: Group, plans: Plans) -> None:
    rule = SampleRule(1, SampleMethod.BY_POST, group.desk, longest_unseen=True)
    wanted = draft(group, inspector_ids=(group.me, group.people[0]), sample=rule)
    plan_id = plans.plan(wanted, group.by()).value
    found = plans.plan_of(plan_id)
    assert found.draft == replace(wanted, id=plan_id, revision=1)
    assert found.inspectors == ("李敏", "王导医1")
    named = draft(group, employee_ids=(group.people[1], group.people[0]), order=(group.people[1], group.people[0]))
    assert plans.plan_of(plans.plan(named, group.by()).value).draft.employee_ids == (group.people[1], group.people[0])


def test_what_is_due_comes_earliest_first_and_yesterdays_is_overdue(group: Group, plans: Plans) -> None:
    ids = [plans.plan(draft(group, TODAY + timedelta(days=days)), group.by()).value for days in (2, 0, 1)]
    group.clock.advance(timedelta(days=1))
    due = plans.due(TODAY + timedelta(days=1))
    assert [(one.id, one.overdue) for one in due] == [(ids[1], True), (ids[2], False)]
    assert plans.due(TODAY + timedelta(days=1), inspector_id=group.people[0]) == []
    assert len(plans.due(TODAY + timedelta(days=1), inspector_id=group.me)) == 2


def test_a_day_gone_by_is_refused_but_an_overdue_plan_can_still_be_changed(group: Group, plans: Plans) -> None:
    with pytest.raises(Refused) as refused:
        plans.plan(draft(group, TODAY - timedelta(days=1)), group.by())
    assert codes(refused) == {("day", "day_gone")}
    plan_id = plans.plan(draft(group), group.by()).value
    group.clock.advance(timedelta(days=3))
    changed = replace(plans.plan_of(plan_id).draft, note="改由下周")
    plans.plan(changed, group.by())
    assert plans.plan_of(plan_id).note == "改由下周"


def test_everything_missing_is_told_at_once(group: Group, plans: Plans) -> None:
    with pytest.raises(Refused) as refused:
        plans.plan(PlanDraft(sample=SampleRule(0)), group.by())
    assert codes(refused) == {
        ("day", "day_missing"),
        ("institution_id", "institution_missing"),
        ("inspector_ids", "inspector_missing"),
        ("pack_codes", "pack_missing"),
        ("sample_size", "sample_size"),
    }


def test_a_lead_who_is_not_meant_needs_a_reason_already_when_planned(group: Group, plans: Plans) -> None:
    wanted = draft(group, inspector_ids=(group.people[0],))
    with pytest.raises(Refused) as refused:
        plans.plan(wanted, group.by())
    assert codes(refused) == {("inspector_ids", "lead_not_meant")}
    plan_id = plans.plan(replace(wanted, lead_reason="主任休假"), group.by()).value
    assert group.rounds.round(plans.start(plan_id, group.by()).value).lead_reason == "主任休假"


def test_a_stale_change_is_refused(group: Group, plans: Plans) -> None:
    plan_id = plans.plan(draft(group), group.by()).value
    seen = plans.plan_of(plan_id).draft
    plans.plan(replace(seen, note="甲"), group.by())
    with pytest.raises(Refused, match="stale"):
        plans.plan(replace(seen, note="乙"), group.by())
    with pytest.raises(Refused, match="stale"):
        plans.drop(plan_id, "不去了", seen.revision, group.by())
    assert plans.plan_of(plan_id).note == "甲"


def test_a_dropped_plan_keeps_its_reason_and_can_be_neither_started_nor_changed(group: Group, plans: Plans) -> None:
    plan_id = plans.plan(draft(group), group.by()).value
    with pytest.raises(Refused, match="reason_missing"):
        plans.drop(plan_id, " ", 1, group.by())
    plans.drop(plan_id, "停诊", 1, group.by())
    found = plans.plan_of(plan_id)
    assert (found.state, found.reason) == (PlanState.DROPPED, "停诊")
    for verb in (
        lambda: plans.start(plan_id, group.by()),
        lambda: plans.drop(plan_id, "再次", 2, group.by()),
        lambda: plans.plan(found.draft, group.by()),
    ):
        with pytest.raises(Refused, match="plan_done"):
            verb()
    assert plans.due(TODAY) == []
    assert group.rounds.lines() == []


def test_people_are_drawn_when_the_plan_is_started(group: Group, plans: Plans) -> None:
    group.hire_many(8)
    plan_id = plans.plan(draft(group, sample=SampleRule(3)), group.by()).value
    round_id = plans.start(plan_id, group.by()).value
    kept = group.rounds.round(round_id).sample
    assert kept is not None and len(kept.drawn) == 3 and len(kept.frame) == 10
    assert {stop.employee_id for stop in group.walk(round_id).stops} == set(kept.drawn)


def test_a_failed_start_leaves_the_plan_waiting(group: Group, plans: Plans) -> None:
    plan_id = plans.plan(draft(group), group.by()).value
    bad = replace(plans.round_draft(plan_id), employee_ids=())
    with pytest.raises(Refused):
        plans.start(plan_id, group.by(), bad)
    assert plans.plan_of(plan_id).state is PlanState.PLANNED


def test_the_list_is_narrowed_and_paged_without_gap(group: Group, plans: Plans) -> None:
    days = [TODAY + timedelta(days=at % 3) for at in range(7)]
    for day in days:
        plans.plan(draft(group, day), group.by())
    seen, after = [], None
    while lines := plans.lines(after=after, limit=2):
        seen += [line.day for line in lines]
        after = (lines[-1].day, lines[-1].id)
    assert seen == sorted(days)
    assert len(plans.lines(PlanFilter(first=TODAY + timedelta(days=1), last=TODAY + timedelta(days=1)))) == 2
    assert plans.lines(PlanFilter(state=PlanState.STARTED)) == []
    assert len(plans.lines(PlanFilter(state=None, institution_id=group.institution))) == 7


def test_every_verb_is_in_the_audit_without_the_visitors_name(group: Group, plans: Plans) -> None:
    wanted = draft(group, kind="mystery", inspector_ids=(), visitor="钱女士", visitor_code="M-07")
    plan_id = plans.plan(wanted, group.by()).value
    round_id = plans.start(plan_id, group.by()).value
    assert group.rounds.round(round_id).visitor_code == "M-07"
    with group.database.reading() as connection:
        told = [str(text) for text in connection.exec_driver_sql("SELECT content FROM audit_payloads").scalars()]
    assert any("M-07" in text for text in told)
    assert not any("钱女士" in text for text in told)
    assert audit.check(group.database).broken_at is None
