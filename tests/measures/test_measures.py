"""A measure's life: set, reported, judged by another, checked again, followed up; each step told and audited."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.inspections.test_rounds import FAIL, PASS, finished
from tests.measures.conftest import TODAY, House

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.measures.model import (
    Age,
    Checked,
    Closing,
    Effect,
    MeasureFilter,
    MeasureState,
    MeasureVerb,
    Origin,
    OriginKind,
    Recheck,
    Report,
    Urgency,
)
from qualitydesk.sheets import read_sheet
from qualitydesk.storage import audit


def fields(refused: Refused) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in refused.problems]


def test_numbers_run_without_gaps_even_after_a_refused_measure(house: House) -> None:
    house.open()
    with pytest.raises(Refused, match="draft") as refused:
        house.open(" ", days=-1)
    assert fields(refused.value) == [("task", "required"), ("due_on", "measure_due_past")]
    house.open()
    numbers = [line.number for line in house.measures.lines(sort="number")]
    assert numbers == ["ZG-BJC-2026-0001", "ZG-BJC-2026-0002"]


def test_a_measure_is_done_closed_and_told_in_its_timeline(house: House) -> None:
    measure = house.open()
    house.close(measure, TODAY + timedelta(days=14), TODAY + timedelta(days=90))
    found = house.seen(measure)
    assert found.line.state is MeasureState.CLOSED
    assert (found.done_on, found.proof, found.closed_by) == (TODAY, "互查表两周，附照片", "李敏")
    told = [(event.verb, event.decided_by, event.entered_by) for event in found.events]
    assert told == [
        (MeasureVerb.OPEN, "李敏", "李敏"),
        (MeasureVerb.REPORT, "王导医1", "李敏"),
        (MeasureVerb.CLOSE, "李敏", "李敏"),
    ]
    with house.group.database.reading() as connection:
        verbs = [entry.verb for entry in audit.history(connection, "measure", measure)]
    assert verbs == ["open_measure", "measure_report", "measure_close"]
    assert audit.check(house.group.database).broken_at is None


@pytest.mark.parametrize("verb", ["close", "send_back", "postpone", "drop"])
def test_nobody_judges_a_measure_of_his_own(house: House, verb: str) -> None:
    measure = house.open()
    if verb in ("close", "send_back"):
        house.report(measure)
    seen, own = house.seen(measure).line.revision, house.owning()
    with pytest.raises(Refused, match="not_to_decide") as refused:
        if verb == "close":
            house.measures.close(measure, seen, Closing(), own)
        elif verb == "send_back":
            house.measures.send_back(measure, seen, "未完成", own)
        elif verb == "postpone":
            house.measures.postpone(measure, seen, TODAY + timedelta(days=30), "缺货", own)
        else:
            house.measures.drop(measure, seen, "不做了", own)
    assert fields(refused.value) == [("decided_by", "measure_by_owner")]
    assert house.seen(measure).line.revision == seen


def test_what_was_not_reported_done_cannot_be_closed(house: House) -> None:
    measure = house.open()
    with pytest.raises(Refused, match="measure_is_open"):
        house.measures.close(measure, 1, Closing(), house.judge())


def test_a_report_needs_proof_and_a_day_between_opening_and_today(house: House) -> None:
    measure = house.open()
    with pytest.raises(Refused) as refused:
        house.measures.report_done(measure, 1, Report(TODAY + timedelta(days=1), " "), house.owning())
    assert fields(refused.value) == [("done_on", "day_in_future"), ("proof", "measure_proof_missing")]
    with pytest.raises(Refused) as early:
        house.measures.report_done(measure, 1, Report(TODAY - timedelta(days=1), "做了"), house.owning())
    assert fields(early.value) == [("done_on", "measure_day_early")]


def test_sent_back_it_is_open_again_and_the_reason_stands_in_the_timeline(house: House) -> None:
    measure = house.open()
    house.report(measure)
    with pytest.raises(Refused, match="draft"):
        house.measures.send_back(measure, 2, "  ", house.judge())
    house.measures.send_back(measure, 2, "缺互查表", house.judge())
    found = house.seen(measure)
    assert (found.line.state, found.events[-1].words) == (MeasureState.OPEN, "缺互查表")


def test_a_postponed_date_keeps_the_one_before_it(house: House) -> None:
    measure = house.open(days=3)
    with pytest.raises(Refused) as refused:
        house.measures.postpone(measure, 1, TODAY + timedelta(days=3), "缺货", house.judge())
    assert fields(refused.value) == [("due_on", "measure_not_later")]
    house.measures.postpone(measure, 1, TODAY + timedelta(days=10), "缺货", house.judge())
    found = house.seen(measure)
    moved = found.events[-1]
    assert found.line.due_on == TODAY + timedelta(days=10)
    assert (moved.due_before, moved.due_after) == (TODAY + timedelta(days=3), TODAY + timedelta(days=10))


def test_a_stale_step_is_refused_and_changes_nothing(house: House) -> None:
    measure = house.open()
    house.measures.postpone(measure, 1, TODAY + timedelta(days=30), "缺货", house.judge())
    with pytest.raises(Refused, match="stale"):
        house.measures.report_done(measure, 1, Report(TODAY, "做了"), house.owning())
    found = house.seen(measure)
    assert found.line.state is MeasureState.OPEN
    assert len(found.events) == 2


def test_the_recheck_is_offered_from_its_day_on_and_only_once(house: House) -> None:
    place = Origin(OriginKind.ROUND, None, "大厅地面", employee_id=house.other, item_code="WALK-01")
    measure = house.open(origins=(place,))
    house.close(measure, TODAY + timedelta(days=14), TODAY + timedelta(days=90))
    assert house.measures.due_rechecks(house.group.institution, TODAY + timedelta(days=13)) == []
    (due,) = house.measures.due_rechecks(house.group.institution, TODAY + timedelta(days=14))
    assert (due.measure_id, due.employee_id, due.item_code) == (measure, house.other, "WALK-01")
    house.clock.advance(timedelta(days=15))
    later = TODAY + timedelta(days=15)
    house.measures.record_recheck(measure, 3, Checked(later, True, "合格", "XJ-BJC-2026-0009"), house.judge())
    assert house.measures.due_rechecks() == []
    assert house.seen(measure).events[-1].words == "2026-12-06 · XJ-BJC-2026-0009 · 合格"
    with pytest.raises(Refused, match="measure_checked"):
        house.measures.record_recheck(measure, 4, Checked(later, False, "又坏了"), house.judge())


def test_a_failed_recheck_is_followed_up_by_a_measure_with_the_same_origins(house: House) -> None:
    because = Origin(OriginKind.OTHER, None, "大厅地面湿滑")
    measure = house.open(origins=(because,))
    with pytest.raises(Refused, match="measure_not_to_follow"):
        house.open(follows=measure)
    house.close(measure, TODAY + timedelta(days=14))
    house.clock.advance(timedelta(days=14))
    day = TODAY + timedelta(days=14)
    with pytest.raises(Refused) as refused:
        house.measures.record_recheck(measure, 3, Checked(day, False, ""), house.judge())
    assert fields(refused.value) == [("words", "reason_missing")]
    house.measures.record_recheck(measure, 3, Checked(day, False, "又有积水"), house.judge())
    assert house.seen(measure).line.recheck is Recheck.FAILED
    again = house.open("加铺防滑垫", days=20, follows=measure)
    second, first = house.seen(again), house.seen(measure)
    assert second.follows == (measure, "ZG-BJC-2026-0001")
    assert second.origins == (because,)
    assert first.followed_by == ((again, "ZG-BJC-2026-0002"),)
    assert (first.events[-1].verb, first.events[-1].words) == (MeasureVerb.FOLLOW_UP, "ZG-BJC-2026-0002")


def test_the_effect_is_due_on_its_day_and_its_result_is_kept(house: House) -> None:
    measure = house.open()
    house.close(measure, None, TODAY + timedelta(days=90))
    assert house.measures.due_effects(TODAY + timedelta(days=89)) == []
    house.clock.advance(timedelta(days=90))
    assert [line.id for line in house.measures.due_effects()] == [measure]
    day = TODAY + timedelta(days=90)
    house.measures.record_effect(measure, 3, Checked(day, False, "复发三次"), house.judge())
    assert house.seen(measure).line.effect is Effect.NOT_EFFECTIVE
    assert house.measures.due_effects() == []


def test_a_measure_from_findings_is_counted_on_them_until_it_is_dropped(house: House) -> None:
    round_id = finished(house.group, FAIL, FAIL)
    first, second = house.group.findings.of_round(round_id)
    ids = [first.id, second.id]
    done = house.group.findings.open_measure(ids, house.draft(), house.judge())
    assert done.touched == {Change.MEASURES, Change.FINDINGS}
    assert [found.measures for found in house.group.findings.of_round(round_id)] == [1, 1]
    found = house.seen(done.value)
    assert [origin.id for origin in found.origins] == ids
    assert found.origins[0].words == "王导医1：未达到“第1项合格”；巡检 XJ-BJC-2026-0001，2026-11-21"
    assert [line.id for line in house.measures.of_origin(OriginKind.FINDING, second.id)] == [done.value]
    house.measures.drop(done.value, 1, "并入搬迁", house.judge())
    assert [found.measures for found in house.group.findings.of_round(round_id)] == [0, 0]


def test_findings_of_two_institutions_are_not_answered_by_one_measure(house: House) -> None:
    round_id = finished(house.group, FAIL, PASS)
    (found,) = house.group.findings.of_round(round_id)
    with pytest.raises(Refused, match="draft") as refused:
        house.group.findings.open_measure([found.id], house.draft(institution_id=house.other), house.judge())
    assert fields(refused.value) == [("institution_id", "measure_other_institution")]
    assert house.measures.lines() == []


def test_ages_and_overdue_measures_are_counted_by_calendar_days(house: House) -> None:
    house.open("旧", days=3)
    house.clock.advance(timedelta(days=7))
    house.open("中", days=7)
    house.clock.advance(timedelta(days=1))
    ageing = house.measures.ageing()
    assert ageing.by_age[Age.WEEK] == (1, 0)
    assert ageing.by_age[Age.FORTNIGHT] == (1, 1)
    assert (ageing.open, ageing.overdue, ageing.oldest) == (2, 1, 8)
    assert [line.task for line in house.measures.lines(MeasureFilter(overdue=True))] == ["旧"]
    assert [line.task for line in house.measures.lines(MeasureFilter(age=Age.WEEK))] == ["中"]
    assert [line.task for line in house.measures.due(TODAY + timedelta(days=6))] == ["旧"]


def test_pages_follow_each_other_without_gap_or_repetition_in_every_order(house: House) -> None:
    for at in range(7):
        house.open(f"第{at}条", days=(3, 5, 3, 9, 5, 3, 1)[at])
    for sort in ("due_on", "opened_at", "number"):
        for descending in (False, True):
            whole = house.measures.lines(sort=sort, descending=descending, limit=None)
            pages, after = [], None
            while page := house.measures.lines(sort=sort, descending=descending, limit=2, after=after):
                pages += page
                after = (getattr(page[-1], sort), page[-1].id)
            assert pages == whole
            assert len({line.id for line in pages}) == 7


def test_the_list_is_narrowed_by_state_owner_urgency_and_words(house: House) -> None:
    house.open("换胸卡", urgency=Urgency.URGENT)
    second = house.open("铺防滑垫", owner_id=house.other)
    house.report(house.measures.lines(MeasureFilter(text="胸卡"))[0].id)
    told = [
        house.measures.count(wanted)
        for wanted in (
            MeasureFilter(state=MeasureState.REPORTED),
            MeasureFilter(waiting=True),
            MeasureFilter(owner_id=house.other),
            MeasureFilter(urgency=Urgency.URGENT),
            MeasureFilter(text="G001"),
            MeasureFilter(text="%"),
        )
    ]
    assert told == [1, 2, 1, 1, 1, 0]
    assert [line.id for line in house.measures.of_owner(house.other)] == [second]


def test_a_file_is_kept_as_proof_and_given_back(house: House, tmp_path: Path) -> None:
    measure = house.open()
    proof = tmp_path / "互查表.txt"
    proof.write_bytes(b"signed")
    kept = house.measures.attach(measure, proof, house.owning()).value
    (shown,) = house.seen(measure).files
    assert (shown.name, shown.size, shown.added_by) == ("互查表.txt", 6, "王导医1")
    assert house.measures.file(kept) == ("互查表.txt", b"signed")
    with pytest.raises(Refused, match="file_unreadable"):
        house.measures.attach(measure, tmp_path / "nicht.txt", house.owning())


def test_a_file_too_big_is_refused_by_name(house: House, tmp_path: Path) -> None:
    measure = house.open()
    big = tmp_path / "录像.mp4"
    with big.open("wb") as file:
        file.truncate(20 * 2**20 + 1)
    with pytest.raises(Refused, match="file_too_big") as refused:
        house.measures.attach(measure, big, house.owning())
    assert refused.value.words["name"] == "录像.mp4"


def test_the_notice_is_one_paper_until_another_is_asked_for(house: House) -> None:
    measure = house.open()
    first = house.measures.issue_notice(measure, house.judge()).value
    assert house.measures.issue_notice(measure, house.judge()).value == first
    house.measures.postpone(measure, 1, TODAY + timedelta(days=30), "缺货", house.judge())
    second = house.measures.issue_notice(measure, house.judge(), anew=True).value
    assert second != first
    assert house.measures.notice(first).startswith(b"%PDF")
    assert house.measures.notice(second, copy=True).startswith(b"%PDF")
    house.measures.drop(measure, 2, "并入搬迁", house.judge())
    assert house.measures.notice(second) != house.group.measures._papers.original(second)
    with pytest.raises(Refused, match="measure_is_dropped"):
        house.measures.issue_notice(measure, house.judge(), anew=True)


def test_the_filtered_list_is_exported_with_its_words(house: House, tmp_path: Path) -> None:
    house.open("换胸卡\n并收回旧卡", urgency=Urgency.AT_ONCE)
    house.open("铺防滑垫", owner_id=house.other)
    target = tmp_path / "整改.xlsx"
    assert house.measures.export(target, MeasureFilter(text="胸卡"), "zh") == 1
    sheet = read_sheet(target)
    row = dict(zip(sheet.head, sheet.rows[0].cells, strict=True))
    assert (row["编号"], row["紧急程度"], row["状态"], row["整改期限"]) == (
        "ZG-BJC-2026-0001",
        "立即",
        "整改中",
        "2026-12-05",
    )


def test_a_measure_needs_somebody_who_decides(house: House) -> None:
    measure = house.open()
    with pytest.raises(Refused, match="not_to_decide") as refused:
        house.measures.drop(measure, 1, "不做了", By(None, house.group.me))
    assert fields(refused.value) == [("decided_by", "nobody_decides")]


def test_the_number_belongs_to_the_year_it_was_set_in(house: House) -> None:
    house.open()
    house.clock.advance(timedelta(days=60))
    late = house.open(days=80)
    assert house.seen(late).line.number == "ZG-BJC-2027-0001"
    assert house.seen(late).line.opened_on == date(2027, 1, 20)


def test_the_days_proposed_are_those_of_the_rule_in_force(house: House) -> None:
    rulebook = house.group.rulebook
    first = rulebook.edition_on("measures", TODAY)
    assert house.measures.proposed_due(Urgency.ORDINARY) == TODAY + timedelta(days=14)
    values = {**first.values, "due_ordinary": 10}
    rulebook.publish("measures", values, first.texts, TODAY + timedelta(days=1), house.judge())
    assert house.measures.proposed_due(Urgency.ORDINARY) == TODAY + timedelta(days=14)
    house.clock.advance(timedelta(days=1))
    assert house.measures.proposed_due(Urgency.ORDINARY) == TODAY + timedelta(days=11)
    assert rulebook.edition_on("measures", TODAY).is_ours("due_ordinary")
    with pytest.raises(Refused, match="draft"):
        rulebook.publish("measures", {**values, "recheck": 0}, first.texts, TODAY + timedelta(days=9), house.judge())
