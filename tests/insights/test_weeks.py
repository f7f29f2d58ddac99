"""The week: what the records say, what she writes, what is issued. The clock stands on Saturday 2026-11-21."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.builders import Group

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.insights.model import WeekFacts, WeekSlip, WeekWords, monday_of
from qualitydesk.insights.printout import FIELDS, week_fields
from qualitydesk.inspections.model import Given, PlanDraft, RoundDraft, RoundKind, Verdict
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.papers.model import LetterheadDraft
from qualitydesk.printing.pages import page_texts

MONDAY = date(2026, 11, 16)
WEEK = timedelta(days=7)


def walked(group: Group, *failing: int, by: UUID | None = None, finish: bool = True, fixed: bool = False) -> UUID:
    """A round in which the first guide fails the items numbered; led by `by` or by the supervisor."""
    lead = by or group.me
    reason = "代为带队" if by else ""
    draft = RoundDraft(
        RoundKind.PATROL, group.institution, (lead,), ("walk",), tuple(group.people[:2]), lead_reason=reason
    )
    round_id = group.rounds.open_round(draft, group.by()).value
    walk = group.walk(round_id)
    for stop in walk.stops:
        for at, item in enumerate(walk.items[stop.id], 1):
            bad = stop is walk.stops[0] and at in failing
            given = Given(Verdict.FAIL, note=f"第{at}项未做到", fixed=fixed) if bad else Given(Verdict.PASS)
            group.rounds.record_answer(round_id, stop.id, item, given, group.by())
    if finish:
        group.rounds.finish_round(round_id, group.by())
    return round_id


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(MONDAY + timedelta(days=at)) for at in range(7)} == {MONDAY}
    assert monday_of(MONDAY - timedelta(days=1)) == MONDAY - WEEK


def test_own_rounds_and_what_they_found_are_gathered(group: Group, services: Services) -> None:
    walked(group, 1, 2)
    walked(group, 3, fixed=True)
    walked(group, finish=False)
    other = group.hire("S1", "贺明远")
    walked(group, 1, by=other)
    given_up = walked(group, finish=False)
    group.rounds.abandon_round(given_up, "停电", group.by())
    facts = services.weeks.facts(group.me, MONDAY)
    assert [one.state for one in facts.rounds] == ["finished", "finished", "open"]
    assert (facts.found, facts.fixed) == (3, 1)
    assert [one.note for one in facts.findings] == ["第1项未做到", "第2项未做到"]
    assert len(services.weeks.facts(other, MONDAY).rounds) == 1
    assert services.weeks.facts(group.me, MONDAY - WEEK).rounds == ()


def test_what_was_corrected_to_a_pass_was_not_found(group: Group, services: Services) -> None:
    round_id = walked(group, 1, 2)
    walk = group.walk(round_id)
    stop = walk.stops[0]
    code = walk.items[stop.id][0].code
    seen = walk.answers[stop.id, code].given
    services.corrections.correct(round_id, stop.id, code, Given(Verdict.PASS), "看错了人", seen, group.by())
    facts = services.weeks.facts(group.me, MONDAY)
    assert facts.found == facts.rounds[0].failed == 1
    assert [one.note for one in facts.findings] == ["第2项未做到"]


@pytest.mark.parametrize(("language", "state"), [("zh", "已提出"), ("en", "Proposed")])
def test_what_slips_come_to_is_told_in_yuan(language: str, state: str) -> None:
    slip = WeekSlip("CF-QQ-2026-0001", "张𬱖", 2, "proposed", 10_050)
    values = week_fields(
        WeekFacts(MONDAY, slips=(slip,)), WeekWords(UUID(int=1), MONDAY), language, group_name="", person=None
    )
    assert [(row["total"], row["state"]) for row in values["slips"]] == [("¥100.50", state)]


def test_a_week_ends_on_sunday_midnight_of_the_groups_zone(group: Group, services: Services, clock: FixedClock) -> None:
    for hours, inside in ((37.9, True), (38.1, False)):  # Saturday 10:00 there; 38 hours on it is Monday
        begun = clock.now()
        clock.advance(timedelta(hours=hours))
        walked(group)
        clock.set(begun)
        assert len(services.weeks.facts(group.me, MONDAY).rounds) == 1, inside
    assert len(services.weeks.facts(group.me, MONDAY + WEEK).rounds) == 1


def test_measures_and_plans_of_the_week_are_gathered(group: Group, services: Services, clock: FixedClock) -> None:
    owner = group.people[0]
    today = group.directory.today()
    draft = MeasureDraft(group.institution, "换夹式胸卡", owner, today)
    services.measures.open_measure(draft, group.by())
    plan = PlanDraft(MONDAY + WEEK, "patrol", group.institution, (group.me,), ("walk",), note="复查导医台")
    services.plans.plan(plan, group.by())
    facts = services.weeks.facts(group.me, MONDAY)
    assert [one.task for one in facts.opened] == ["换夹式胸卡"] and facts.overdue == ()
    assert [(one.day, one.note) for one in facts.plans] == [(MONDAY + WEEK, "复查导医台")]
    clock.advance(timedelta(days=3))
    late = services.weeks.facts(group.me, MONDAY).overdue
    assert [(one.task, one.late) for one in late] == [("换夹式胸卡", 3)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_values_are_exactly_the_fields(group: Group, services: Services, language: str) -> None:
    walked(group, 1)
    facts = services.weeks.facts(group.me, MONDAY, language)
    person = group.directory.person(group.me)
    told = week_fields(facts, WeekWords(group.me, MONDAY), language, group_name="安和", person=person)
    assert set(told) == {field.key for field in FIELDS}
    assert told["number"] == "2026-W47"
    for field in FIELDS:
        sample = field.sample_in(language)
        assert type(told[field.key]) is type(sample), field.key
        if isinstance(sample, list):
            assert all(set(row) == set(sample[0]) for row in told[field.key]), field.key


def test_words_are_kept_and_a_stale_window_is_refused(group: Group, services: Services) -> None:
    weeks, by = services.weeks, group.by()
    empty = weeks.words(group.me, MONDAY)
    assert empty == WeekWords(group.me, MONDAY)
    kept = weeks.keep(replace(empty, summary=" 完成两次巡检 ", plan="周二复查"), by).value
    assert (kept.summary, kept.plan, kept.revision) == ("完成两次巡检", "周二复查", 1)
    assert weeks.words(group.me, MONDAY) == kept
    again = weeks.keep(replace(kept, problems="人手不足"), by).value
    for stale in (replace(kept, summary="别的"), replace(empty, summary="别的")):
        with pytest.raises(Refused) as refused:
            weeks.keep(stale, by)
        assert refused.value.code == "stale"
    assert weeks.words(group.me, MONDAY) == again
    assert weeks.words(group.me, MONDAY + WEEK).id is None


def test_what_cannot_be_kept_is_told_beside_its_field(group: Group, services: Services) -> None:
    for wrong, field in (
        (WeekWords(group.me, MONDAY, summary="长" * 5001), "summary"),
        (WeekWords(group.me, MONDAY + timedelta(days=1)), "monday"),
    ):
        with pytest.raises(Refused) as refused:
            services.weeks.keep(wrong, group.by())
        assert [one.field for one in refused.value.problems] == [field]


def test_an_issued_week_is_a_paper_and_not_issued_twice_unchanged(group: Group, services: Services) -> None:
    walked(group, 4)
    weeks, by = services.weeks, group.by()
    services.letterheads.save(LetterheadDraft(group.institution, False, "朝阳门诊部"), by)
    words = replace(weeks.words(group.me, MONDAY), summary="完成一次巡检", problems="缺人", plan="周二复查张𬱖")
    paper = weeks.issue(words, by, "zh").value
    text = "".join(page_texts(services.papers.original(paper)))
    for said in ("本周工作小结与下周计划", "朝阳门诊部", "完成一次巡检", "缺人", "周二复查张𬱖", "2026-W47", "李敏"):
        assert said in text, said
    assert services.papers.paper(paper).line.missing == ""
    kept = weeks.words(group.me, MONDAY)
    assert weeks.issue(kept, by, "zh").value == paper
    assert [line.id for line in weeks.issued(kept)] == [paper]
    changed = weeks.issue(replace(weeks.words(group.me, MONDAY), plan="周三复查"), by, "zh").value
    assert changed != paper and "周三复查" not in text
    assert len(weeks.issued(kept)) == 2


def test_a_preview_keeps_nothing(group: Group, services: Services) -> None:
    words = replace(services.weeks.words(group.me, MONDAY), summary="草稿内容")
    text = "".join(page_texts(services.weeks.preview(words, "zh")))
    assert "草稿内容" in text and "本周没有巡检" in text
    assert services.weeks.words(group.me, MONDAY).id is None


def test_long_words_and_many_findings_run_over_pages(group: Group, services: Services) -> None:
    for _ in range(12):
        walked(group, 1, 2, 3)
    words = replace(services.weeks.words(group.me, MONDAY), summary="巡检到位。" * 900, plan="复查。\n" * 200)
    pages = page_texts(services.weeks.preview(words, "zh"))
    assert len(pages) >= 4
    assert "另有 21 项未列出" in "".join(pages)


def test_nobody_is_told_of_another_supervisors_words(group: Group, services: Services) -> None:
    other = group.hire("S1", "贺明远")
    services.weeks.keep(WeekWords(other, MONDAY, summary="他的"), By.alone(other))
    assert services.weeks.words(group.me, MONDAY).summary == ""
