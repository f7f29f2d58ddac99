"""Trends: figures from the records, what they say, marks and views, what lies behind a point. Clock: 2026-11-21."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import Group

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CaseDraft, Channel, Party, PersonDraft, SubjectDraft, SubjectKind
from qualitydesk.directory.model import Sex
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.insights.model.charts import ChartKind, ChartReason, Course
from qualitydesk.insights.model.trends import (
    Causes,
    Coverage,
    Effects,
    EffectWord,
    Funnel,
    HeatMap,
    Mark,
    MarkKind,
    OverTime,
    Span,
    Standing,
    TrendFilter,
    TrendName,
    Unit,
)
from qualitydesk.insights.printout.over_time_words import change_words, course_words
from qualitydesk.insights.printout.trend_words import head_of, told
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.ui.behind import behind
from qualitydesk.insights.ui.trends_page import write_figures
from qualitydesk.inspections.model import Among, FindingFilter, Given, RoundKind, Verdict
from qualitydesk.sheets import read_sheet

YEAR = TrendFilter(date(2026, 11, 1), date(2027, 10, 31))
DAY = timedelta(days=1)


def walked(group: Group, *failing: int, kind: RoundKind = RoundKind.PATROL) -> UUID:
    """A finished round in which the first guide fails the items numbered from 1."""
    round_id = group.begin("walk", people=group.people[:2], kind=kind)
    walk = group.walk(round_id)
    for stop in walk.stops:
        for at, item in enumerate(walk.items[stop.id], 1):
            bad = stop is walk.stops[0] and at in failing
            group.rounds.record_answer(
                round_id, stop.id, item, Given(Verdict.FAIL if bad else Verdict.PASS), group.by()
            )
    group.rounds.finish_round(round_id, group.by())
    return round_id


def a_case(services: Services, group: Group) -> UUID:
    """A telephone call about a guide's manner and about waiting."""
    draft = CaseDraft(
        institution_id=group.institution,
        channel=Channel.TELEPHONE,
        complainant=Party("王秀英", Sex.FEMALE, "138 1234 5678"),
        narrative="上午到院复诊，在导医台等候二十分钟无人接待，询问时导医态度生硬。",
        people=(PersonDraft(group.people[0]),),
        subjects=(SubjectDraft(SubjectKind.ATTITUDE, "态度生硬"), SubjectDraft(SubjectKind.WAITING)),
        demand="要求当面道歉",
    )
    return services.complaints.open_case(draft, group.by()).value


def months(group: Group, clock: FixedClock, fails: list[int]) -> None:
    """A round in each of so many months, from this one on, each with so many fails of eight."""
    for count in fails:
        walked(group, *range(1, count + 1))
        clock.advance(timedelta(days=31))


def chart(services: Services, wanted: TrendFilter = YEAR, name: TrendName = TrendName.FAILS) -> OverTime:
    found = services.trends.chart(name, wanted, "zh")
    assert isinstance(found, OverTime)
    return found


def test_points_are_what_failed_of_what_was_inspected_month_by_month(
    group: Group, services: Services, clock: FixedClock
) -> None:
    months(group, clock, [1, 0, 3])
    found = chart(services)
    assert [(point.count, point.size) for point in found.points[:3]] == [(1, 8.0), (0, 8.0), (3, 8.0)]
    assert found.firsts[0] == date(2026, 11, 1) and found.choice.reason is ChartReason.ITEMS
    assert found.total == (4, 24.0) and found.verdict.course is Course.TOO_FEW
    weekly = chart(services, replace(YEAR, span=Span.WEEK))
    assert sum(point.count for point in weekly.points) == 4 and weekly.firsts[0].weekday() == 0


def test_the_sentence_tells_of_a_worsening_and_since_when(group: Group, services: Services, clock: FixedClock) -> None:
    months(group, clock, [0] * 9 + [4])
    found = chart(services)
    assert told(found, "zh").sentence.startswith("自 2027-08 起变差（一点出 3σ 界限）。")
    assert told(found, "en").sentence.startswith("Worse since 2027-08 (a point beyond three sigma).")
    words = told(found, "zh")
    assert "p 图" in words.method and "n = 80 项次，10 个点" in words.method and "暂定" in words.method


def test_a_steady_course_is_ordinary_variation_and_nothing_says_so(
    group: Group, services: Services, clock: FixedClock
) -> None:
    assert told(chart(services), "zh").sentence == "所选范围内没有数据。"
    months(group, clock, [1] * 9)
    assert told(chart(services), "zh").sentence.startswith("变化属正常波动。")


def test_filters_narrow_by_kind_institution_and_department(group: Group, services: Services, clock: FixedClock) -> None:
    walked(group, 1)
    walked(group, 1, 2, kind=RoundKind.QUALITY_CHECK)
    only = replace(YEAR, kinds=(str(RoundKind.QUALITY_CHECK),))
    assert chart(services, only).total == (2, 8.0)
    assert chart(services, replace(YEAR, institutions=(group.institution,))).total == (3, 16.0)
    assert chart(services, replace(YEAR, institutions=(UUID(int=7),))).total == (0, 0.0)
    department = services.directory.departments()[0].id
    assert chart(services, replace(YEAR, departments=(department,))).total[1] in (0.0, 8.0, 16.0)


def test_filters_narrow_by_pack_section_and_item(group: Group, services: Services, clock: FixedClock) -> None:
    walked(group, 1, 2)
    offer = services.trends.offer("zh").items
    counted = services.trends.chart(TrendName.ITEMS, YEAR, "zh")
    assert isinstance(counted, Causes)
    one, other = (row.code for row in counted.rows)

    def failed(*items: str) -> int:
        found = services.trends.over_time(TrendName.FAILS, replace(YEAR, items=items))
        return found.total[0]

    assert failed() == 2 and failed(one) == 1 and failed(one, other) == 2
    pack = next(line.pack for line in services.standards.shelf() if one in {item.code for item in line.pack.items})
    item = next(item for item in pack.items if item.code == one)
    section = f"pack:{pack.code}/{item.section}"
    assert {f"pack:{pack.code}", section, one} <= {key for key, _words, _pack in offer}
    in_section = {each.code for each in pack.items if each.section == item.section}
    assert failed(f"pack:{pack.code}") == sum(code in {each.code for each in pack.items} for code in (one, other))
    assert failed(section) == sum(code in in_section for code in (one, other))
    led = behind(
        TrendName.FAILS, "2026-11-01", replace(YEAR, items=(f"pack:{pack.code}",)), services.trends.offer("zh")
    )
    assert isinstance(led, FindingFilter) and set(led.among.items) == {each.code for each in pack.items}
    alone = behind(TrendName.FAILS, "2026-11-01", replace(YEAR, items=(one,)), services.trends.offer("zh"))
    assert isinstance(alone, FindingFilter) and alone.item_code == one and alone.among == Among(failed=True)
    clean = next(each.code for each in pack.items if each.code not in (one, other))
    assert failed(clean) == 0
    services.trends.keep_view("着装", replace(YEAR, items=(section,)), TrendName.FAILS, group.by(), period=12)
    assert services.trends.offer().views[0].wanted["items"] == [section]


def test_a_new_phase_has_limits_of_its_own_and_a_point_left_out_stays_in_sight(
    group: Group, services: Services, clock: FixedClock
) -> None:
    months(group, clock, [4, 4, 4, 0, 0, 0, 1, 0, 0])
    mark = Mark(UUID(int=0), MarkKind.PHASE, TrendName.FAILS, None, date(2027, 2, 3), date(2027, 2, 3), "启用新标准")
    services.trends.put_mark(mark, group.by())
    first, second = chart(services).phases
    assert [sum(one.size > 0 for one in phase.points) for phase in (first, second)] == [3, 6]
    assert (first.center, second.center) == (0.5, pytest.approx(1 / 48))
    out = replace(mark, kind=MarkKind.EXCLUDED, first=date(2027, 5, 1), last=date(2027, 5, 1), words="停电，光线不足")
    kept = services.trends.put_mark(out, group.by()).value
    second = chart(services).phases[1]
    assert second.center == 0.0 and second.points[3].excluded == "停电，光线不足" and second.points[3].count == 1
    services.trends.drop_mark(kept, group.by())
    assert chart(services).phases[1].center == pytest.approx(1 / 48)
    with pytest.raises(Refused, match="stale"):
        services.trends.drop_mark(kept, group.by())
    method = told(chart(services), "zh").method
    assert "2027-02-03 起为新阶段：启用新标准。" in method


def test_a_frozen_baseline_alone_sets_the_limits(group: Group, services: Services, clock: FixedClock) -> None:
    months(group, clock, [1, 1, 1, 3, 3])
    mark = Mark(UUID(int=0), MarkKind.BASELINE, TrendName.FAILS, None, date(2026, 11, 1), date(2027, 1, 31), "改造前")
    services.trends.put_mark(mark, group.by())
    found = chart(services)
    assert found.centers == (0.125,) * len(found.firsts)
    assert [point.baseline for point in found.points[:5]] == [True, True, True, False, False]


def test_marks_need_their_words_and_an_order_of_days(group: Group, services: Services) -> None:
    mark = Mark(UUID(int=0), MarkKind.EXCLUDED, TrendName.FAILS, None, date(2026, 11, 2), date(2026, 11, 1), " ")
    with pytest.raises(Refused) as refused:
        services.trends.put_mark(mark, group.by())
    assert [(one.field, one.code) for one in refused.value.problems] == [
        ("words", "trend_words_missing"), ("last", "trend_ends_before"),
    ]  # fmt: skip


def test_complaints_are_counted_and_with_visitors_told_per_thousand(
    group: Group, services: Services, clock: FixedClock
) -> None:
    for _ in range(3):
        a_case(services, group)
    clock.advance(timedelta(days=31))
    a_case(services, group)
    clock.advance(timedelta(days=31))
    counted = chart(services, name=TrendName.COMPLAINTS)
    assert [point.count for point in counted.points] == [3, 1] and counted.unit is Unit.COUNT
    counts = [
        VisitorCount(group.institution, date(2026, 11, 1), 2000),
        VisitorCount(group.institution, date(2026, 12, 1), 500),
    ]
    services.visitors.put(counts, group.by())
    rated = chart(services, name=TrendName.COMPLAINTS)
    assert rated.unit is Unit.THOUSAND and rated.phases[0].kind is ChartKind.U
    assert [point.value for point in rated.points] == [1.5, 2.0]
    subjects = services.trends.chart(TrendName.SUBJECTS, YEAR, "zh")
    assert isinstance(subjects, Causes) and subjects.count >= 4


def test_nothing_is_compared_with_a_time_of_which_there_are_no_records(group: Group, services: Services) -> None:
    a_case(services, group)
    alone = services.trends.over_time(TrendName.COMPLAINTS, YEAR)
    assert not alone.compared and alone.change is None and "不作比较" in change_words(alone, "zh")
    subjects = services.trends.chart(TrendName.SUBJECTS, YEAR, "zh")
    assert isinstance(subjects, Causes) and all(row.change is None for row in subjects.rows)
    later = services.trends.over_time(TrendName.COMPLAINTS, TrendFilter(date(2026, 12, 20), date(2027, 1, 15)))
    assert later.compared and "不作比较" not in change_words(later, "zh")


def test_the_sentence_names_a_point_beyond_the_limits_of_a_steady_course(
    group: Group, services: Services, clock: FixedClock
) -> None:
    months(group, clock, [0] * 4 + [4] + [0] * 7)
    found = chart(services)
    assert found.verdict.course is Course.STEADY and found.points[4].signals
    assert course_words(found, "zh").startswith("2027-03 超出界限") and "2027-03" in course_words(found, "en")


def test_items_stand_by_fails_and_against_the_period_before(
    group: Group, services: Services, clock: FixedClock
) -> None:
    walked(group, 1, 2)
    walked(group, 2)
    clock.advance(timedelta(days=31))
    walked(group, 3)
    december = TrendFilter(date(2026, 12, 1), date(2026, 12, 31))
    found = services.trends.chart(TrendName.ITEMS, december, "zh")
    assert isinstance(found, Causes)
    assert [(row.count, row.before, row.size) for row in found.rows] == [(1, 0, 2)]
    november = services.trends.chart(
        TrendName.ITEMS, replace(december, first=date(2026, 11, 1), last=date(2026, 11, 30)), "zh"
    )
    assert isinstance(november, Causes)
    assert [row.count for row in november.rows] == [2, 1] and november.rows[0].code.endswith("2")


def test_heat_map_funnel_and_coverage_read_back_their_data(group: Group, services: Services) -> None:
    walked(group, 1, 2)
    heat = services.trends.chart(TrendName.INSTITUTION_ITEM, YEAR, "zh")
    assert isinstance(heat, HeatMap) and (heat.inspected, heat.failed) == (8, 2)
    assert sorted(heat.cells.values()) == [(2, 0), (2, 0), (2, 1), (2, 1)]
    funnel = services.trends.chart(TrendName.FUNNEL, YEAR, "zh")
    assert isinstance(funnel, Funnel) and funnel.share == 0.25
    assert [place.standing for place in funnel.places] == [Standing.INSIDE]
    coverage = services.trends.chart(TrendName.COVERAGE, YEAR, "zh")
    assert isinstance(coverage, Coverage)
    seen = {row.words: row.days for row in coverage.rows if row.kind == "person"}
    assert [seen["张𬱖"], seen["王小明"]] == [0, 0] and None in seen.values()


def test_a_note_is_told_with_what_was_before_and_after(group: Group, services: Services, clock: FixedClock) -> None:
    for _ in range(12):
        walked(group, 1, 2, 3, 4)
        clock.advance(timedelta(days=7))
    day = clock.now().date()
    services.trends.put_mark(Mark(UUID(int=0), MarkKind.NOTE, "", None, day, day, "礼仪培训"), group.by())
    clock.advance(timedelta(days=7))
    for _ in range(12):
        walked(group)
        clock.advance(timedelta(days=7))
    found = services.trends.chart(TrendName.EFFECTS, YEAR, "zh")
    assert isinstance(found, Effects)
    (row,) = found.rows
    assert (row.word, row.before, row.weeks) == (EffectWord.BETTER, (48, 96), 12)
    assert row.after[0] == 0 and row.change is not None and row.change.high < 0
    assert told(found, "zh").rows[0][1] == "礼仪培训"


@pytest.mark.parametrize("name", list(TrendName))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chart_is_told_without_data_and_with_a_little(
    group: Group, services: Services, name: TrendName, language: str, tmp_path: Path
) -> None:
    bare = told(services.trends.chart(name, YEAR, language), language)
    assert bare.head == head_of(name, language) and bare.sentence
    walked(group, 1)
    a_case(services, group)
    found = told(services.trends.chart(name, YEAR, language), language)
    assert found.head == bare.head and len(found.keys) == len(found.rows)
    path = tmp_path / "figures.csv"
    assert write_figures(found, path) == len(found.rows)
    if found.rows:
        assert [row.cells for row in read_sheet(path).rows] == [
            tuple(cell.strip() for cell in row) for row in found.rows
        ]


def test_a_view_is_kept_replaced_and_forgotten(group: Group, services: Services) -> None:
    services.trends.keep_view("季度会", YEAR, TrendName.FUNNEL, group.by(), period=12)
    services.trends.keep_view("季度会", replace(YEAR, levels=(4, 5)), TrendName.SUBJECTS, group.by(), period=12)
    (view,) = services.trends.offer().views
    assert (view.name, view.wanted["chart"], view.wanted["levels"], view.wanted["period"]) == (
        "季度会",
        "subjects",
        [4, 5],
        12,
    )
    services.trends.forget_view("季度会")
    assert services.trends.offer().views == ()
    with pytest.raises(Refused):
        services.trends.keep_view(" ", YEAR, TrendName.FAILS, group.by())


def test_visitor_counts_are_refused_taken_from_a_sheet_and_read_back(
    group: Group, services: Services, tmp_path: Path
) -> None:
    for count, code in (
        (VisitorCount(group.institution, date(2026, 11, 1), -1), "visitors_range"),
        (VisitorCount(group.institution, date(2026, 11, 2), 5), "visitors_month"),
        (VisitorCount(group.institution, date(2027, 1, 1), 5), "visitors_ahead"),
    ):
        with pytest.raises(Refused) as refused:
            services.visitors.put([count], group.by())
        assert [one.code for one in refused.value.problems] == [code]
    name = services.directory.institution(group.institution).name
    path = tmp_path / "counts.csv"
    path.write_text(
        f'机构,月份,到诊人次\n{name},2026年9月,"1,200"\n{name},2026-10,900.0\n别处,2026-10,3\n{name},去年,3\n',
        encoding="utf-8",
    )
    rows = services.visitors.preview(path)
    assert [row.problem.code if row.problem else "" for row in rows] == [
        "",
        "",
        "visitors_institution",
        "visitors_month_unread",
    ]
    services.visitors.put([row.count for row in rows if row.count], group.by())
    assert [(one.month, one.visitors) for one in services.visitors.counts()] == [
        (date(2026, 10, 1), 900),
        (date(2026, 9, 1), 1200),
    ]
    again = tmp_path / "again.xlsx"
    assert services.visitors.write(again) == 2
    assert [row.before == row.count.visitors for row in services.visitors.preview(again) if row.count] == [True, True]


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 80)), min_size=1, max_size=40),
    st.sampled_from(list(ChartKind)),
    st.lists(st.tuples(st.sampled_from(list(MarkKind)), st.integers(0, 45), st.integers(0, 45)), max_size=4),
)
def test_no_counts_and_no_marks_bring_a_chart_down(
    pairs: list[tuple[int, int]], kind: ChartKind, marked: list[tuple[MarkKind, int, int]]
) -> None:
    firsts = over_time.firsts_within(Span.MONTH, date(2024, 1, 1), date(2030, 1, 1))[: len(pairs)]
    counts = [min(count, size) for count, size in pairs]
    sizes = [float(size) for _count, size in pairs]
    day = date(2024, 1, 1)
    marks = [
        Mark(UUID(int=at), one, "", None, day + 31 * first * DAY, day + 31 * last * DAY, "x")
        for at, (one, first, last) in enumerate(marked)
    ]
    phases = over_time.phases_of(kind, counts, sizes, firsts, marks)
    assert [point.count for phase in phases for point in phase.points] == counts
    verdict = over_time.verdict_over(phases)
    assert verdict.since is None or 0 <= verdict.since < len(counts)
