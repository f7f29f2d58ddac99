"""What is due now: each kind of work, how late, how many; and four figures over twelve months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.inspections.model import PlanDraft, RoundDraft, RoundKind
from qualitydesk.measures.model import Checked, Closing, MeasureDraft, MeasureFilter, Report
from qualitydesk.rulebook.model import Rule
from qualitydesk.today.model import Errand, Month
from qualitydesk.today.rules import MONTHS, days_late, moment_of, month_starts
from qualitydesk.today.service.work import SHOWN

TODAY = date(2026, 11, 21)  # a Saturday, as the clock fixture stands


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_months_follow_one_another_and_hold_the_day(day: date) -> None:
    starts = month_starts(day)
    assert len(starts) == MONTHS + 1 and all(one.day == 1 for one in starts)
    assert starts[-2] <= day < starts[-1]
    gaps = [(later.year - one.year) * 12 + later.month - one.month for one, later in pairwise(starts)]
    assert set(gaps) == {1}


def test_a_month_begins_on_the_wall_clock_of_the_group() -> None:
    begun = moment_of(date(2026, 11, 1), "Asia/Shanghai")
    assert begun.isoformat() == "2026-10-31T16:00:00+00:00"
    assert days_late(TODAY, TODAY) == 0 and days_late(TODAY - timedelta(days=3), TODAY) == 3


def measure(clinic: Clinic, due: date, task: str = "补发胸卡") -> UUID:
    draft = MeasureDraft(clinic.institution, task, clinic.people["G1"], due)
    return clinic.services.measures.open_measure(draft, clinic.by).value


def plan(clinic: Clinic, day: date) -> UUID:
    draft = PlanDraft(
        day=day,
        kind=RoundKind.GROUP_ROUND.value,
        institution_id=clinic.institution,
        inspector_ids=(clinic.people["GM"],),
        pack_codes=("appearance_women",),
        employee_ids=(clinic.people["G1"],),
    )
    return clinic.services.plans.plan(draft, clinic.by).value


def test_an_empty_day_has_no_work_and_figures_of_nothing(clinic: Clinic) -> None:
    clinic.sign_rules()
    today = clinic.services.today
    assert [found.count for found in (today.rounds(), today.plans(), today.measures(), today.slips())] == [0] * 4
    assert today.clocks().count == today.complaints().count == 0
    figures = today.figures()
    assert figures.rounds == figures.cases == figures.slips == figures.closed == (Month(0),) * 12


def test_a_round_begun_and_not_finished_is_to_be_gone_on_with(clinic: Clinic) -> None:
    rounds = clinic.services.rounds
    people = (clinic.people["G1"],)
    draft = RoundDraft(RoundKind.PATROL, clinic.institution, (clinic.me,), ("appearance_women",), people)
    begun = rounds.open_round(draft, clinic.by).value
    clinic.walk(TODAY - timedelta(days=1), {"G1": []})
    found = clinic.services.today.rounds()
    assert [(work.errand, work.id, work.institution, work.day) for work in found.rows] == [
        (Errand.WALK, begun, "北京和颐医院", TODAY)
    ]
    assert found.count == 1 and found.late == 0


def test_slips_wait_to_be_issued_approved_or_proposed(clinic: Clinic) -> None:
    clinic.sign_rules()
    round_id = clinic.walk(TODAY - timedelta(days=2), {"G1": [BADGE], "G2": [BADGE]})
    waiting = clinic.services.today.slips()
    assert [(work.errand, work.id, work.people) for work in waiting.rows] == [(Errand.PROPOSE, round_id, 2)]
    first, second = clinic.propose(round_id, "G1"), clinic.propose(round_id, "G2")
    clinic.services.penalties.approve(second.id, second.revision, clinic.boss)
    waiting = clinic.services.today.slips()
    assert [(work.errand, work.id, work.words) for work in waiting.rows] == [
        (Errand.ISSUE, second.id, "周若彤"),
        (Errand.APPROVE, first.id, "张𬱖"),
    ]
    clinic.services.penalties.issue(second.id, second.revision + 1, clinic.by)
    clinic.services.penalties.withdraw(first.id, first.revision, "记错了人", clinic.by)
    assert clinic.services.today.slips().count == 0


def test_no_errand_crowds_out_another(desk: Clinic) -> None:
    for at in range(SHOWN + 3):
        desk.hire(f"P{at:02d}", f"员工{at:02d}", superior="LEAD")
    desk.sign_rules()
    everybody = {number: [BADGE] for number in desk.people if number.startswith("P")}
    round_id = desk.walk(TODAY - timedelta(days=3), everybody)
    for number in everybody:
        desk.propose(round_id, number)
    other = desk.walk(TODAY - timedelta(days=1), {"G1": [BADGE]})
    found = desk.services.today.slips()
    assert len(found.rows) == SHOWN and found.count == SHOWN + 4
    assert (Errand.PROPOSE, other) in [(work.errand, work.id) for work in found.rows]


def test_editions_not_signed_by_everybody_are_told_with_how_many_are_missing(clinic: Clinic) -> None:
    def told() -> list[tuple[str, str, int, int]]:
        found = clinic.services.today.slips()
        assert found.count == len(found.rows)
        return [(work.words, work.number, work.people, work.of) for work in found.rows if work.errand is Errand.SIGN]

    assert told() == [(rule, "1", 6, 6) for rule in ("ladder", "severity", "settlement")]
    clinic.sign_rules("G1", "G2")
    assert told() == [(rule, "1", 4, 6) for rule in ("ladder", "severity", "settlement")]
    clinic.sign_rules()
    assert told() == []
    ladder = clinic.services.trials.in_force(Rule.LADDER)
    values = {**ladder.values, "counting": {**ladder.values["counting"], "look_back_months": 6}}
    clinic.services.rulebook.publish(Rule.LADDER, values, ladder.texts, TODAY + timedelta(days=15), clinic.by)
    assert told() == []
    clinic.clock.advance(timedelta(days=1))
    assert told() == [("ladder", "2", 6, 6)]


def test_planned_rounds_of_the_next_seven_days_and_the_late_ones_are_shown_oldest_first(clinic: Clinic) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in (8, 7, 0)]
    wanted = [plan(clinic, day) for day in days]
    clinic.clock.set(datetime(2026, 11, 18, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    late = plan(clinic, TODAY - timedelta(days=1))
    clinic.clock.set(datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    found = clinic.services.today.plans()
    assert [work.id for work in found.rows] == [late, wanted[2], wanted[1]]
    assert (found.count, found.late) == (3, 1)


def test_measures_due_to_be_judged_and_to_be_checked_again_are_told_apart(clinic: Clinic) -> None:
    measures = clinic.services.measures
    clinic.clock.set(datetime(2026, 11, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    late, judged, checked = (measure(clinic, date(2026, 11, 10 + at)) for at in range(3))
    measure(clinic, TODAY + timedelta(days=1))
    clinic.clock.set(datetime(2026, 11, 9, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    for one in (judged, checked):
        measures.report_done(one, 1, Report(date(2026, 11, 9), "已补发，见照片"), clinic.by)
    closing = Closing("已核实", recheck_on=date(2026, 11, 20), effect_on=TODAY)
    measures.close(checked, 2, closing, clinic.boss)
    clinic.clock.set(datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    found = clinic.services.today.measures()
    assert {(work.errand, work.id) for work in found.rows} == {
        (Errand.MEASURE, late),
        (Errand.JUDGE, judged),
        (Errand.RECHECK, checked),
    }, "checked again first; its effect is looked at after that"
    assert (found.count, found.late) == (3, 3)
    measures.record_recheck(checked, 3, Checked(TODAY, True, "合格"), clinic.by)
    after = clinic.services.today.measures()
    assert {(work.errand, work.id) for work in after.rows} >= {(Errand.EFFECT, checked)}
    assert (after.count, after.late) == (3, 2)


def test_the_first_page_and_the_list_of_measures_count_the_same(clinic: Clinic) -> None:
    measures, today = clinic.services.measures, clinic.services.today
    begun = datetime(2026, 10, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    clinic.clock.set(begun)
    made = [measure(clinic, TODAY + timedelta(days=ahead), f"整改{ahead}") for ahead in range(-9, 4)]
    clinic.clock.set(begun + timedelta(days=1))
    for at, one in enumerate(made[::2]):
        measures.report_done(one, 1, Report(date(2026, 10, 2), "已办"), clinic.by)
        if at % 3:
            due = TODAY - timedelta(days=1) if at % 2 else None
            measures.close(one, 2, Closing("已核实", due, TODAY if at % 3 == 1 else None), clinic.boss)
    measures.drop(made[1], 1, "重复", clinic.boss)
    clinic.clock.set(datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    shown, ageing = today.measures(), measures.ageing()
    due = MeasureFilter(due=True)
    assert {work.id for work in shown.rows} == {line.id for line in measures.lines(due)}
    assert {work.errand for work in shown.rows} == {Errand.MEASURE, Errand.JUDGE, Errand.RECHECK, Errand.EFFECT}
    assert shown.count == measures.count(due) == measures.due_count() == len({work.id for work in shown.rows})
    assert shown.late == measures.count(replace(due, overdue=True)) > 0
    assert ageing.open == measures.count(MeasureFilter(waiting=True)) > 0
    assert ageing.overdue == measures.count(MeasureFilter(waiting=True, overdue=True)) > 0


def test_the_figures_count_what_stands_month_by_month_in_the_groups_zone(clinic: Clinic) -> None:
    clinic.sanction(date(2026, 9, 10), "G1")
    october = clinic.walk(date(2026, 10, 31), {"G1": [BADGE]}, hour=23)  # still October here, whatever UTC says
    clinic.walk(date(2026, 11, 1), {"G1": []}, hour=0)
    left_out = clinic.walk(date(2026, 11, 2), {"G2": [BADGE, BADGE_SIDE]})
    clinic.services.penalties.leave_out(clinic.finding(left_out, "G2"), left_out, "新胸卡未到", clinic.by)
    figures = clinic.services.today.figures()
    assert [month.of for month in figures.rounds[-3:]] == [1, 1, 2]
    assert figures.slips[-2:] == (Month(0), Month(0, 1)), "counted when proposed; the first rung costs nothing"
    second = clinic.propose(october, "G1")
    assert second.total > 0
    assert clinic.services.today.figures().slips[-1] == Month(second.total, 2)
    clinic.services.penalties.withdraw(second.id, second.revision, "演练", clinic.by)
    assert clinic.services.today.figures().slips[-1] == Month(0, 1)


def test_what_the_plan_owes_stands_in_one_row_once_a_round_was_walked(clinic: Clinic) -> None:
    today = clinic.services.today
    assert Errand.DUE not in today.plans().counts
    clinic.sanction(TODAY - timedelta(days=12), "G1", BADGE)
    found = today.plans()
    owed = clinic.services.plan_calendar.count()
    (row,) = [one for one in found.rows if one.errand is Errand.DUE]
    assert (row.people, row.of) == (owed.due, owed.missed) and owed.due + owed.missed > 0
    assert found.counts[Errand.DUE] == 1 and found.rows[0] == row
