"""Reports by forms: figures as on the page, drawings that can be read back, nobody named in a meeting.

Clock: 2026-11-21.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from tests.builders import Group
from tests.insights.test_trends import a_case, walked

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.insights.model.figures import Interval
from qualitydesk.insights.model.reports import ReportName, ReportWish, ReportWords, Score, ScoreFacts, Version
from qualitydesk.insights.model.trends import Causes, Mark, MarkKind, OverTime, Place, Standing, TrendFilter, TrendName
from qualitydesk.insights.printout.quarter import quarter_fields
from qualitydesk.insights.printout.trend_plots import course_plot
from qualitydesk.insights.printout.trend_words import told
from qualitydesk.insights.rules import reports as rules
from qualitydesk.insights.ui.trend_drawings import drawing_of
from qualitydesk.insights.ui.trends_page import write_figures
from qualitydesk.kit.plot import Picture
from qualitydesk.printing.form import Chart
from qualitydesk.printing.reading import form_from
from qualitydesk.printing.render import render
from qualitydesk.sheets import read_sheet

QUARTER = ReportWish(ReportName.QUARTER, date(2026, 10, 1))
MONTH = ReportWish(ReportName.MONTH, date(2026, 11, 1))
MEETING = ReportWish(ReportName.SCORE, date(2026, 11, 1), version=Version.MEETING)
HR = ReportWish(ReportName.SCORE, date(2026, 11, 1), version=Version.HR)
LATER = ReportWish(ReportName.QUARTER, date(2027, 7, 1))
LATER_MONTH = ReportWish(ReportName.MONTH, date(2027, 9, 1))
TWO_YEARS = TrendFilter(date(2025, 10, 1), date(2027, 9, 30))
"""Until the end of the quarter in which `a_year` ends."""


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def squeezed(words: str) -> str:
    """Without what line breaks and columns add."""
    return re.sub(r"\s+", "", words)


def a_year(group: Group, clock: FixedClock) -> None:
    """Rounds in ten months, the failing ones more with time."""
    for month in range(10):
        walked(group, *range(1, 2 + month // 4))
        clock.advance(timedelta(days=30))


def words_for(wish: ReportWish, summary: str = "", proposals: str = "") -> ReportWords:
    return ReportWords(wish.name, wish.first, wish.institution_id, summary, proposals)


# Periods and words


def test_the_period_offered_first_is_the_one_to_report_on() -> None:
    assert rules.usual_period(ReportName.QUARTER, date(2026, 11, 21)) == date(2026, 7, 1)
    assert rules.usual_period(ReportName.QUARTER, date(2026, 12, 24)) == date(2026, 10, 1)
    assert rules.usual_period(ReportName.MONTH, date(2026, 11, 21)) == date(2026, 11, 1)
    assert rules.usual_period(ReportName.MONTH, date(2026, 3, 5)) == date(2026, 2, 1)
    assert rules.last_of(ReportName.QUARTER, date(2026, 10, 1)) == date(2026, 12, 31)
    assert rules.last_of(ReportName.MONTH, date(2028, 2, 1)) == date(2028, 2, 29)
    assert rules.periods(ReportName.QUARTER, date(2026, 1, 5))[:3] == [
        date(2026, 1, 1), date(2025, 10, 1), date(2025, 7, 1)
    ]  # fmt: skip


def test_her_words_are_kept_for_each_report_period_and_place(services: Services, group: Group) -> None:
    reports = services.quality_reports
    kept = reports.keep(words_for(QUARTER, "本季平稳", "增设顶岗"), group.by()).value
    assert reports.words(QUARTER) == kept and kept.revision == 1
    here = ReportWish(ReportName.QUARTER, QUARTER.first, group.institution)
    assert reports.words(here).summary == "" and reports.words(MONTH).summary == ""
    with pytest.raises(Refused, match="stale"):
        reports.keep(words_for(QUARTER, "另一窗口"), group.by())
    with pytest.raises(Refused, match="draft"):
        reports.keep(words_for(MONTH, "长" * 5001), group.by())


# The quarterly report


def test_the_drawing_of_a_control_chart_is_made_of_the_points_of_the_page(
    services: Services, group: Group, clock: FixedClock
) -> None:
    a_year(group, clock)
    chart = services.trends.over_time(TrendName.FAILS, TWO_YEARS)
    drawn = drawing_of(chart, told(chart, "zh"), "zh")
    plot = course_plot(chart, "zh")
    assert isinstance(drawn, Picture) and plot is not None
    lower, upper, center, values = (list(trace.ys) for trace in drawn.traces[:4])
    assert (plot["lower"], plot["upper"], plot["center"], plot["values"]) == (lower, upper, center, values)
    assert [(flag.x, flag.words) for flag in drawn.flags] == [tuple(flag) for flag in plot["flags"]]


def test_the_values_can_be_read_back_from_the_lines_of_the_pdf() -> None:
    values = [0.05, 0.0725, None, 0.0311, 0.11, 0.0]
    plot = {
        "kind": "course",
        "values": values,
        "lower": [0.0, 0.01, None, 0.01, 0.012, 0.0],
        "center": [0.06] * 6,
        "upper": [0.1, 0.12, None, 0.09, 0.095, 0.2],
        "tones": ["", "bad", "", "muted", "good", ""],
        "ticks": [[0, "26-01"]],
        "flags": [],
        "percent": True,
        "unit": "",
    }
    body = [{"element": "chart", "drawing": "plot"}]
    form = form_from({"title": {"zh": "图", "en": "chart"}, "body": body}, "try")
    assert isinstance(form.body[0], Chart)
    content = PdfReader(BytesIO(render(form, {"plot": plot}, "zh").pdf)).pages[0].get_contents()
    assert content is not None
    lines = content.get_data().decode("latin-1").splitlines()
    dots = [_middle(line) for line in lines if line.endswith("h f")]
    known = [value for value in values if value is not None]
    assert len(dots) == len(known)
    base, top = dots[known.index(0.0)][1], dots[known.index(0.11)][1]
    read = [0.11 * (y - base) / (top - base) for _x, y in dots]
    assert read == pytest.approx(known, abs=2e-5)
    levels = {round(0.11 * (float(line.split()[1]) - base) / (top - base), 4) for line in lines if _is_level(line)}
    assert {0.1, 0.12, 0.09, 0.095, 0.2, 0.06, 0.01, 0.012} <= levels
    places = [x for x, _y in dots]
    assert places[2] - places[1] == pytest.approx(2 * (places[1] - places[0]), abs=0.02)


def _middle(line: str) -> tuple[float, float]:
    found = [float(one) for one in re.findall(r"-?\d+\.\d+", line)]
    return sum(found[::2]) / 8, sum(found[1::2]) / 8


def _is_level(line: str) -> bool:
    found = re.fullmatch(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l", line)
    return found is not None and found[2] == found[4]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_page_table_csv_and_pdf_have_the_same_figures(
    services: Services, group: Group, clock: FixedClock, tmp_path: Path, language: str
) -> None:
    a_year(group, clock)
    for _ in range(3):
        a_case(services, group)
    services.visitors.put([VisitorCount(group.institution, date(2027, 8, 1), 900)], group.by())
    reports = services.quality_reports
    values = reports.values(LATER, words_for(LATER, proposals="增设午间顶岗"), language, group.by())
    pdf = squeezed(text_of(reports.preview(LATER, words_for(LATER, proposals="增设午间顶岗"), language, group.by())))
    long = services.trends.over_time(TrendName.FAILS, TWO_YEARS)
    items = services.trends.items(TrendFilter(LATER.first, date(2027, 9, 30)), language)
    for trend, printed in ((long, values["charts"][0]["rows"]), (items, values["items"])):
        words = told(trend, language)
        path = tmp_path / f"{trend.name}.csv"
        write_figures(words, path)
        sheet = [tuple(str(cell or "") for cell in row.cells) for row in read_sheet(path).rows]
        assert words.rows and [tuple(row) for row in words.rows] == [row[: len(words.head)] for row in sheet]
        assert [tuple(row.values()) for row in printed] == list(words.rows)
        for row in words.rows:
            assert all(squeezed(cell) in pdf for cell in row)
    assert isinstance(long, OverTime) and isinstance(items, Causes)
    assert values["charts"][0]["drawing"]["values"] == [point.value for point in long.points]
    assert "增设午间顶岗" in pdf and all(squeezed(row["sentence"]) in pdf for row in values["said"])


def test_an_empty_quarter_is_a_paper_too(services: Services, group: Group) -> None:
    reports = services.quality_reports
    for language, words in (("zh", "所选范围内没有数据"), ("en", "No proposals this quarter")):
        assert words in text_of(reports.preview(QUARTER, words_for(QUARTER), language, group.by()))


def test_a_chart_put_into_the_report_comes_with_its_note_and_can_be_taken_out(
    services: Services, group: Group, clock: FixedClock
) -> None:
    a_year(group, clock)
    reports = services.quality_reports
    services.trends.put_mark(
        Mark(UUID(int=0), MarkKind.NOTE, "", None, date(2027, 6, 2), date(2027, 6, 2), "礼仪培训"), group.by()
    )
    here = TrendFilter(date(2027, 1, 1), date(2027, 9, 30), institutions=(group.institution,))
    reports.add_chart(TrendName.FAILS, here, "培训后仍未见好转", group.by())
    reports.add_chart(TrendName.COVERAGE, TWO_YEARS, "", group.by())
    assert [one.name for one in reports.charts(LATER.first)] == [TrendName.FAILS, TrendName.COVERAGE]
    values = reports.values(LATER, words_for(LATER), "zh", group.by())
    fails, coverage = values["charts"][2:]
    shown = services.trends.over_time(TrendName.FAILS, here)
    assert fails["drawing"] == course_plot(shown, "zh") and fails["drawing"]["flags"][0][1] == "礼仪培训"
    assert coverage["drawing"] is None and coverage["lines"]
    pdf = text_of(reports.preview(LATER, words_for(LATER), "zh", group.by()))
    assert "培训后仍未见好转" in pdf and "礼仪培训" in pdf
    own = ReportWish(ReportName.QUARTER, LATER.first, group.institution)
    assert len(reports.values(own, words_for(own), "zh", group.by())["charts"]) == 3
    narrow = replace(here, items=("walk-1",))
    only = reports.add_chart(TrendName.FAILS, narrow, "", group.by()).value
    assert reports.charts(LATER.first)[-1].wanted == narrow, "what it was narrowed to is kept"
    reports.drop_chart(only.id, group.by())
    reports.drop_chart(reports.charts(LATER.first)[0].id, group.by())
    assert [one.name for one in reports.charts(LATER.first)] == [TrendName.COVERAGE]
    with pytest.raises(Refused, match="draft"):
        reports.add_chart(TrendName.FAILS, here, "长" * 301, group.by())


def test_the_words_of_notes_near_each_other_stand_in_lines_of_their_own() -> None:
    plot: dict[str, Any] = {
        "kind": "course", "values": [0.05] * 24, "lower": [0.0] * 24, "center": [0.05] * 24, "upper": [0.1] * 24,
        "tones": [""] * 24, "ticks": [], "percent": False, "unit": "每千人次投诉",
        "flags": [[0, "更换秋冬工装"], [19, "礼仪培训（导医部）"], [21, "新前台启用"], [23, "10 月起加强胸卡抽查"]],
    }  # fmt: skip
    form = form_from({"title": {"zh": "图", "en": "chart"}, "body": [{"element": "chart", "drawing": "plot"}]}, "try")
    spots: dict[str, tuple[float, float]] = {}

    def seen(text: str, _cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            spots[text.strip()] = (tm[4], tm[5])

    PdfReader(BytesIO(render(form, {"plot": plot}, "zh").pdf)).pages[0].extract_text(visitor_text=seen)
    flags = [spots[words] for _place, words in plot["flags"]]
    assert flags[0][1] != spots["每千人次投诉"][1] and len({y for _x, y in flags[1:]}) == 3


def test_the_chart_of_the_report_put_in_again_gives_it_its_note_and_a_narrowed_one_says_to_what(
    services: Services, group: Group, clock: FixedClock
) -> None:
    a_year(group, clock)
    reports = services.quality_reports
    reports.add_chart(TrendName.FAILS, TWO_YEARS, "总体平稳", group.by())
    item = services.trends.items(TWO_YEARS, "zh").rows[0]
    reports.add_chart(TrendName.FAILS, replace(TWO_YEARS, items=(item.code,)), "", group.by())
    values = reports.values(LATER, words_for(LATER), "zh", group.by())
    titles = [(one["title"], one["note"]) for one in values["charts"]]
    assert titles == [("不合格率走势", "总体平稳"), ("投诉走势", ""), (f"不合格率走势（{item.words}）", "")]
    assert values["charts"][0]["h2"] == "不合格" and values["charts"][1]["h2"] == "投诉件数"
    pdf = text_of(reports.preview(LATER, words_for(LATER), "zh", group.by()))
    assert pdf.index("建议") < pdf.index("附：走势图数据") and "总体平稳" in pdf


def test_the_report_of_the_group_puts_its_institutions_beside_each_other(
    services: Services, group: Group, clock: FixedClock
) -> None:
    a_year(group, clock)
    a_case(services, group)
    wanted = TrendFilter(LATER.first, date(2027, 9, 30))
    alone = reports_values(services, group, LATER)
    assert alone["places"] == [] and alone["places_said"] == "", "one institution has nothing to be compared with"
    other = Place(UUID(int=5), "外院", 1, 40, Interval(0.025, 0.0, 0.1), Standing.INSIDE)
    found = services.trends.funnel(wanted)
    facts = services.quality_reports._facts.quarter(LATER, "zh")
    assert facts.places == found and [(one.id, one.now, one.before) for one in facts.cases] == [
        (group.institution, 1, 0)
    ]
    two = replace(facts, places=replace(found, places=(*found.places, other)))
    head = services.quality_reports._head(LATER, group.by())
    values = quarter_fields(two, LATER, words_for(LATER), head, "zh")
    assert [(row["c1"], row["c3"], row["c7"], row["c8"]) for row in values["places"]] == [
        (found.places[0].words, f"{found.places[0].inspected}", "1", "0"),
        ("外院", "40", "0", "0"),
    ]
    assert values["places_said"] == values["said"][2]["sentence"]
    own = replace(LATER, institution_id=group.institution)
    assert services.quality_reports._facts.quarter(own, "zh").places is None


def reports_values(services: Services, group: Group, wish: ReportWish) -> dict[str, Any]:
    return services.quality_reports.values(wish, words_for(wish), "zh", group.by())


def test_an_issued_report_is_archived_once_and_again_when_it_says_something_else(
    services: Services, group: Group
) -> None:
    reports = services.quality_reports
    first = reports.issue(QUARTER, words_for(QUARTER, "平稳"), group.by(), "zh").value
    kept = reports.words(QUARTER)
    assert reports.issue(QUARTER, kept, group.by(), "zh").value == first
    walked(group, 1)
    again = reports.issue(QUARTER, reports.words(QUARTER), group.by(), "zh").value
    assert again != first and len(reports.issued(kept)) == 2
    assert services.papers.paper(first).line.number == "JB-2026-Q4"


# The monthly report


def test_each_number_of_the_month_has_its_sentence(services: Services, group: Group, clock: FixedClock) -> None:
    a_year(group, clock)
    walked(group, 1, 2)
    a_case(services, group)
    values = services.quality_reports.values(LATER_MONTH, words_for(LATER_MONTH), "zh", group.by())
    rows = {row["what"]: row for row in values["numbers"]}
    fails = services.trends.over_time(TrendName.FAILS, TrendFilter(date(2027, 9, 1), date(2027, 9, 30)))
    assert rows["不合格率"]["value"] == f"{100 * fails.total[0] / fails.total[1]:.1f} %"
    assert rows["收到投诉"]["value"] == "1" == str(sum(int(row["value"]) for row in values["levels"]))
    assert rows["完成巡检"]["value"] == "1" and rows["完成巡检"]["before"] == "1"
    assert rows["收到投诉"]["sentence"].startswith("本期 1 件")
    assert "行为发生日" in rows["处分单"]["sentence"] and "提出日" in rows["处分单"]["sentence"], (
        "Today counts otherwise"
    )
    assert all(row["sentence"] for row in values["numbers"])
    for language in ("zh", "en"):
        pdf = squeezed(
            text_of(services.quality_reports.preview(LATER_MONTH, words_for(LATER_MONTH), language, group.by()))
        )
        told_rows = services.quality_reports.values(LATER_MONTH, words_for(LATER_MONTH), language, group.by())[
            "numbers"
        ]
        assert all(squeezed(row["sentence"]) in pdf and squeezed(row["value"]) in pdf for row in told_rows)


# Scores


def test_a_score_is_the_share_passed_and_too_few_checks_give_none(services: Services, group: Group) -> None:
    for _ in range(6):
        walked(group, 1)
    hr = services.quality_reports.values(HR, words_for(HR), "zh", group.by())
    rows = {row["who"]: row for row in hr["employees"]}
    failing = services.directory.person(group.people[0], date(2026, 11, 21))
    assert failing is not None
    row = rows[failing.name]
    assert (row["inspected"], row["failed"], row["score"], row["range"]) == ("24", "6", "75.0", "55.1–88.0")
    assert hr["total"] == "87.5" and hr["institutions"][0]["inspected"] == "48"
    assert sum(int(one["inspected"]) for one in hr["departments"]) == 48
    few = ReportWish(ReportName.SCORE, date(2026, 10, 1))
    assert services.quality_reports.values(few, words_for(few), "zh", group.by())["employees"] == []


def test_too_few_checks_are_told_and_get_no_score(services: Services, group: Group) -> None:
    walked(group, 1)
    row = services.quality_reports.values(HR, words_for(HR), "zh", group.by())["employees"][0]
    assert (row["score"], row["range"], row["word"], row["inspected"]) == ("—", "—", "项次太少", "4")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_is_named_in_the_version_for_the_meeting(services: Services, group: Group, language: str) -> None:
    for _ in range(6):
        walked(group, 1)
    names = [one.name for one in services.directory.people()]
    words = words_for(MEETING, f"{names[0]}进步明显", f"请{names[1]}多加练习")
    paper = services.quality_reports.issue(MEETING, words, group.by(), language).value
    pdf = squeezed(text_of(services.papers.original(paper)))
    assert len(names) >= 3 and not [name for name in names if squeezed(name) in pdf]
    kept: Any = services.papers.paper(paper).values
    assert kept["author"] and not kept["author"].startswith(" ")
    assert not [name for name in names if name in str(kept)]
    hr = squeezed(text_of(services.quality_reports.preview(HR, words_for(HR), language, group.by())))
    assert names[0] in hr


def test_what_is_issued_is_told_of_the_version_asked_for(services: Services, group: Group) -> None:
    walked(group, 1)
    reports = services.quality_reports
    reports.issue(HR, words_for(HR), group.by(), "zh")
    words = reports.words(HR)
    assert len(reports.issued(words, Version.HR)) == 1 and reports.issued(words, Version.MEETING) == []


def test_of_a_few_people_the_meeting_is_told_no_figures_at_all(services: Services, group: Group) -> None:
    for _ in range(6):
        walked(group, 1)
    told = services.quality_reports.values(MEETING, words_for(MEETING), "zh", group.by())
    assert told["employees"] == told["departments"] == told["institutions"] == [] and told["total"] == "—"
    assert "不足 3 人" in told["total_said"]


def test_small_departments_are_merged_so_that_the_total_does_not_tell_of_them() -> None:
    home, alone, small, large = (UUID(int=n) for n in range(1, 5))

    def score(key: UUID, inspected: int, people: int, department: UUID | None) -> Score:
        made = rules.score_of(key, str(key.int), "", inspected, 1, 20)
        return replace(made, people=people, home=home, department=department)

    departments = tuple(score(key, 60, n, key) for key, n in ((alone, 1), (small, 3), (large, 5)))
    people = tuple(score(UUID(int=10 + n), 12, 1, key) for n, key in enumerate((alone, small, small, small, large)))
    facts = ScoreFacts(20, people, departments, (score(home, 180, 9, None),), 180, 3)
    told = rules.unidentified(facts, "其他")
    assert [(one.words, one.people, one.inspected) for one in told.departments] == [("4", 5, 60), ("其他", 4, 120)]
    assert [one.department for one in told.employees] == [large]


def test_a_name_that_is_part_of_another_leaves_nothing_behind() -> None:
    assert rules.masked("王小明和王小", ["王小", "王小明"], "某员工") == "某员工和某员工"
