"""An older list of complaints taken over: its columns understood, every row in one state, nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.complaints.house import House

from qualitydesk.basics.columns import Own, Source, column_of, signature_of
from qualitydesk.basics.days import DateForm, checked, day_of, forms_of, parted, plain_day, readings, time_of
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CaseFilter, Level, NoteKind, Relation, Stage, Step, SubjectKind
from qualitydesk.complaints.model.importing import (
    KnownCases,
    ListField,
    ListMapping,
    ListRowState,
)
from qualitydesk.complaints.rules.list_columns import guessed, problems_in_mapping
from qualitydesk.complaints.rules.list_rows import judged
from qualitydesk.sheets import SheetOut, SheetRow, read_sheet, write_book
from qualitydesk.storage import audit

TODAY = date(2026, 11, 21)
HEAD = "投诉编号,投诉日期,投诉时间,渠道,投诉内容,投诉人,联系电话,患者,投诉等级,是否结案,结案日期,处理结果,登记人"
ROWS = (
    "T-001,2025年4月22日,15:53,来电,挂号处等候四十分钟无人接待,王秀英,138-1234-5678,,Ⅱ,已结案,2025/4/29,已致歉并退挂号费,小李",
    "T-002,2025-05-06,下午3点5分,当面,收费窗口态度生硬,赵强,13900001111,赵小宝,,处理中,,,小李",
    "T-003,20250110,,12345,理疗后皮肤发红,,,,I,已结案,,,小张",
)
BAD = (
    "T-004,明天,,来电,没有日期,孙丽,,,,否,,,",
    "T-005,2027-01-01,,来电,日期在将来,孙丽,,,,否,,,",
    "T-006,2025-06-01,25:70,来电,时间不对,孙丽,,,,否,,,",
    "T-007,2025-06-01,,来电,,孙丽,,,,否,,,",
    "T-008,2025-06-10,,来电,结案早于投诉,孙丽,,,,是,2025-06-01,,",
    "T-002,2025-06-01,,来电,编号重复,孙丽,,,,否,,,",
)
COMCAST = Path(__file__).parents[3] / "shared" / "data" / "comcast_fcc_complaints_2015.csv"


def a_list(folder: Path, rows: Iterable[str], *, encoding: str = "utf-8-sig", name: str = "旧台账.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding=encoding)
    return path


def ready(house: House, path: Path, **more: Any) -> ListMapping:
    """What the heads say, and what is left untold answered with more."""
    mapping = house.complaints.look_at_list(path).mapping
    return replace(mapping, **more)


def test_the_heads_are_understood_and_what_is_missing_is_said_beside_the_field(lite: House, tmp_path: Path) -> None:
    look = lite.complaints.look_at_list(a_list(tmp_path, (*ROWS, *BAD)))
    told = {field: source.column for field, source in look.mapping.sources.items() if source.column}
    assert told[ListField.NUMBER] == "投诉编号" and told[ListField.CLOSED] == "结案日期"
    assert look.mapping.source(ListField.INSTITUTION).fixed == str(lite.group.institution)
    assert look.mapping.values[ListField.CHANNEL] == {
        "来电": "telephone",
        "当面": "face_to_face",
        "12345": "hotline_12345",
    }
    assert look.mapping.values[ListField.LEVEL] == {"Ⅱ": "2", "I": "1"}
    assert problems_in_mapping(look.mapping, look) == []
    none = problems_in_mapping(ListMapping(), look)
    assert {one.field for one in none} == {"received", "institution", "channel", "narrative"}
    with pytest.raises(Refused, match="list_not_told"):
        lite.complaints.list_preview(tmp_path / "旧台账.csv", ListMapping(), "zh")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_every_row_is_in_one_state_with_its_line_and_reasons(lite: House, tmp_path: Path, encoding: str) -> None:
    path = a_list(tmp_path, (*ROWS, *BAD), encoding=encoding)
    preview = lite.complaints.list_preview(path, ready(lite, path), "zh")
    states = Counter(row.state for row in preview.rows)
    assert states == {ListRowState.NEW: 3, ListRowState.REFUSED: 6}
    refused = {row.line: {(one.field, one.code) for one in row.problems} for row in preview.of(ListRowState.REFUSED)}
    assert refused == {
        5: {("received", "list_day")},
        6: {("received", "day_in_future")},
        7: {("received_time", "list_time")},
        8: {("narrative", "required")},
        9: {("closed", "list_closed_early")},
        10: {("number", "list_row_twice")},
    }


def test_nothing_is_written_while_a_row_is_refused_unless_that_is_said(lite: House, tmp_path: Path) -> None:
    path = a_list(tmp_path, (*ROWS, *BAD))
    preview = lite.complaints.list_preview(path, ready(lite, path), "zh")
    with pytest.raises(Refused, match="import_refused"):
        lite.complaints.take_list(preview, lite.by(), "zh")
    assert lite.complaints.count() == 0
    outcome = lite.complaints.take_list(preview, lite.by(), "zh", leave_refused=True).value
    assert (outcome.rows, outcome.added, outcome.there, outcome.left_out) == (9, 3, 0, 6)
    left = tmp_path / "拒绝.csv"
    assert lite.complaints.write_refused(preview, left, "zh") == 6
    again = read_sheet(left)
    assert again.head[-2:] == ("原文件行号", "未导入的原因")
    assert [row.cells[0] for row in again.rows] == ["T-004", "T-005", "T-006", "T-007", "T-008", "T-002"]
    assert again.rows[0].cells[-2:] == ("5", "投诉日期：“明天”不是日期，或不合这一列的写法，或晚于今天。")


def test_cases_stand_as_the_list_tells_and_nothing_is_owed_for_what_is_long_done(house: House, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS)
    preview = house.complaints.list_preview(path, ready(house, path), "zh")
    house.complaints.take_list(preview, house.by(), "zh")
    third, first, second = house.complaints.lines(sort="received_at", descending=False)
    assert [one.number for one in (third, first, second)] == ["BJC20250101", "BJC20250401", "BJC20250501"]
    page = house.case(first.id)
    assert (page.line.stage, page.line.level, page.summary) == (Stage.DONE, Level.II, "已致歉并退挂号费")
    assert page.line.received_at == datetime(2025, 4, 22, 7, 53, tzinfo=UTC)
    assert page.line.closed_at == datetime(2025, 4, 28, 16, 0, tzinfo=UTC)
    assert page.intake.outside_number == "T-001" and page.intake.complainant.telephone == "13812345678"
    assert page.notes[0].words == "从旧台账《旧台账.csv》第 2 行导入\n登记人：小李"
    assert house.complaints.clocks(first.id) == () and page.line.next_due_at is None
    assert [one.id for one in house.complaints.search("T-001")] == [first.id]
    assert "台账没有结案日期" in house.case(third.id).notes[0].words
    assert house.case(third.id).intake.anonymous
    waiting = house.case(second.id)
    assert waiting.course.step is Step.RECEIVED and waiting.intake.relation is Relation.OTHER
    assert waiting.line.received_at == datetime(2025, 5, 6, 7, 5, tzinfo=UTC)
    assert {one.started_at for one in house.complaints.clocks(second.id)} == {waiting.line.received_at}
    assert house.complaints.count(CaseFilter(overdue=True)) == 1
    house.complaints.save_note(first.id, NoteKind.OTHER, "补录", house.by())
    assert house.complaints.clocks(first.id) == (), "a later word does not start clocks for what was done before"
    house.complaints.reopen(first.id, house.seen(first.id), Step.NEGOTIATED, "患者来电", house.by())
    assert all(one.started_at == house.clock.now() for one in house.complaints.clocks(first.id))


def test_the_same_kind_of_list_is_known_again_and_no_row_is_taken_twice(house: House, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS[:2])
    asked = replace(ready(house, path), values={**ready(house, path).values, ListField.LEVEL: {"Ⅱ": "3"}})
    house.complaints.take_list(house.complaints.list_preview(path, asked, "zh"), house.by(), "zh")
    longer = a_list(tmp_path, ROWS, name="本月.csv")
    look = house.complaints.look_at_list(longer)
    assert look.remembered_at == house.clock.now()
    assert look.mapping.values[ListField.LEVEL] == {"Ⅱ": "3", "I": "1"}, "what was told holds, what is new is added"
    preview = house.complaints.list_preview(longer, look.mapping, "zh")
    assert [row.state for row in preview.rows] == [ListRowState.SAME, ListRowState.SAME, ListRowState.NEW]
    assert [row.there for row in preview.rows][:2] == ["BJC20250401", "BJC20250501"]
    outcome = house.complaints.take_list(preview, house.by(), "zh").value
    assert (outcome.added, outcome.there) == (1, 2)
    with pytest.raises(Refused, match="list_outdated"):
        house.complaints.take_list(preview, house.by(), "zh")
    with pytest.raises(Refused, match="import_nothing"):
        again = house.complaints.list_preview(longer, look.mapping, "zh")
        house.complaints.take_list(again, house.by(), "zh")
    assert house.complaints.count() == 3


def test_numbers_go_on_from_those_there_are_and_the_audit_tells_of_one_import(house: House, tmp_path: Path) -> None:
    house.complaints.open_case(
        house.draft(received_at=datetime(2025, 4, 2, 1, 0, tzinfo=UTC), backdate_reason="补登"), house.by()
    )
    path = a_list(tmp_path, ROWS)
    before = audit.check(house.group.database).entries
    outcome = house.complaints.take_list(
        house.complaints.list_preview(path, ready(house, path), "zh"), house.by(), "zh"
    ).value
    assert "BJC20250402" in {one.number for one in house.complaints.lines()}
    after = audit.check(house.group.database)
    assert (after.entries - before, after.broken_at) == (1, None)
    with house.group.database.reading() as connection:
        (entry,) = audit.history(connection, "cases", outcome.list_id)
    assert entry.verb == "import_cases" and entry.after is not None
    assert entry.after["cases"] == 3 and entry.after["rows"] == 3 and len(entry.after["sha256"]) == 64
    assert ["BJC20250402", "BJC20250402", 1] in entry.after["numbers"]


def test_an_import_that_is_stopped_leaves_nothing_behind(lite: House, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS)
    preview = lite.complaints.list_preview(path, ready(lite, path), "zh")

    def stop(done: int, _total: int) -> None:
        if done > 2:
            raise Refused("import_cancelled")

    with pytest.raises(Refused, match="import_cancelled"):
        lite.complaints.take_list(preview, lite.by(), "zh", stop)
    assert lite.complaints.count() == 0 and lite.complaints.look_at_list(path).remembered_at is None
    assert lite.complaints.take_list(preview, lite.by(), "zh").value.added == 3, "no number was lost"
    assert {one.number[-2:] for one in lite.complaints.lines()} == {"01"}


def test_a_workbook_with_days_of_its_own_is_read_and_two_forms_are_told_apart_by_a_second_column(
    lite: House, tmp_path: Path
) -> None:
    path = tmp_path / "complaints.xlsx"
    head = ("Ticket #", "Date", "Date_month_year", "Time", "Received Via", "Customer Complaint", "Category", "Status")
    rows = (
        ("250635", "22-04-15", "22-Apr-15", "3:53:50 PM", "Internet", "Speed", "Billing", "Closed"),
        ("223441", "04/08/2015", "04-Aug-15", "10:22:56 AM", "Internet", "Payment", "waiting", "Open"),
        ("242732", "04/18/2015", date(2015, 4, 18), time(9, 55).isoformat(), "Internet", "Service", "", "Open"),
        ("277946", "05-07-15", "06-Jul-15", "", "Internet", "Cap", "", "Open"),
    )
    write_book(path, [SheetOut("1", head, rows)])
    look = lite.complaints.look_at_list(path)
    mixed = next(one for one in look.columns if one.head == "Date")
    assert (mixed.days, mixed.forms) == (4, ()), "two forms are mixed"
    preview = lite.complaints.list_preview(path, look.mapping, "en")
    drafts = [row.draft for row in preview.rows]
    assert [one.received_at.date() if one and one.received_at else None for one in drafts] == [
        date(2015, 4, 22), date(2015, 8, 4), date(2015, 4, 18), None,
    ]  # fmt: skip
    assert [one.code for one in preview.rows[3].problems] == ["list_days_differ"]
    assert drafts[0] is not None and drafts[0].subjects[0].words == "Billing"
    assert drafts[1] is not None and drafts[1].subjects[0].kind is SubjectKind.WAITING
    alone = replace(look.mapping, sources={**look.mapping.sources, ListField.RECEIVED_CHECK: Source()})
    assert [one.code for one in problems_in_mapping(alone, look)] == ["list_days_mixed"]


def test_a_day_with_several_readings_is_asked_and_never_guessed() -> None:
    today = date(2026, 11, 21)
    column = column_of("Date", ["04/08/2015", "05/07/2015"], today)
    assert column.forms == (DateForm.DAY_FIRST, DateForm.MONTH_FIRST)
    assert column_of("Date", ["04/08/2015", "22/07/2015"], today).forms == (DateForm.DAY_FIRST,)
    assert day_of("04/08/2015", None, today) == (None, (date(2015, 8, 4), date(2015, 4, 8)))
    assert day_of("04/08/2015", DateForm.MONTH_FIRST, today) == (date(2015, 4, 8), ())
    both = {DateForm.DAY_FIRST: date(2022, 4, 15), DateForm.YEAR_FIRST: date(2015, 4, 22)}
    assert readings("15-04-22", today) == both, "two figures of a year may stand at either end"
    assert forms_of(["15-04-22", "15-04-30"], today) == ((DateForm.YEAR_FIRST,), 2), "2030 has not come"
    assert forms_of(["31-12-15", "12-31-15"], today) == ((), 2)


@given(st.dates(date(2000, 1, 1), TODAY))
def test_a_day_written_in_any_plain_form_is_read_as_it_was_meant(day: date) -> None:
    written = (
        day.isoformat(), f"{day:%Y/%m/%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}", f"{day:%d-%b-%y}",
        f"{day:%B} {day.day}, {day.year}", str((day - date(1899, 12, 30)).days),
    )  # fmt: skip
    assert {plain_day(one) for one in written} == {day}
    for form, pattern in ((DateForm.DAY_FIRST, "%d.%m.%Y"), (DateForm.MONTH_FIRST, "%m/%d/%y")):
        text = day.strftime(pattern)
        assert day_of(text, form, TODAY) == (day, ())
        assert checked(text, day, TODAY) == day
        assert day in readings(text, TODAY).values()


def test_times_are_read_as_people_write_them() -> None:
    meant = {
        "15:53": time(15, 53), "3:53:50 PM": time(15, 53, 50), "12:05 AM": time(0, 5), "下午3点53分": time(15, 53),
        "晚上8:30": time(20, 30), "0.5": time(12), "15时": time(15), "中午12:10": time(12, 10), "99:00": None,
    }  # fmt: skip
    assert {text: time_of(text) for text in meant} == meant
    assert parted("2015-04-22 15:53") == ("2015-04-22", "15:53")
    assert parted("2015年4月22日 下午3点") == ("2015年4月22日", "下午3点")
    assert parted("42116.5") == ("42116", "0.5")


CELLS = st.sampled_from(
    (
        "",
        "A1",
        "A2",
        "2025-04-22",
        "04/08/2015",
        "31-31-15",
        "2030-01-01",
        "来电",
        "信",
        "已结案",
        "匿名",
        "等候一小时",
        "25:00",
    )
)


@given(st.lists(st.tuples(*[CELLS] * 6), max_size=12))
def test_whatever_stands_in_a_list_every_row_is_accounted_for(rows: list[tuple[str, ...]]) -> None:
    head = ("编号", "投诉日期", "渠道", "投诉内容", "投诉人", "状态")
    home = Own(str(UUID(int=1)), ("朝阳门诊", "BJC"))
    channels = (Own("telephone", ("电话",)), Own("letter", ("来信",)))
    own = {ListField.INSTITUTION: (home,), ListField.CHANNEL: channels, ListField.STATUS: (Own("closed", ("已结案",)),)}
    columns = [column_of(words, [row[at] for row in rows], TODAY) for at, words in enumerate(head)]
    now = datetime(2026, 11, 21, 2, tzinfo=UTC)
    known = KnownCases(now, TODAY, "Asia/Shanghai", own, {"A2": "BJC20250401"})
    sheet = [SheetRow(at + 2, row) for at, row in enumerate(rows)]
    found = judged(head, sheet, guessed(columns, own), known, lambda line: f"第 {line} 行")
    assert [row.line for row in found] == [row.line for row in sheet]
    for row in found:
        assert (row.draft is not None) == (row.state is ListRowState.NEW)
        assert bool(row.problems) == (row.state is ListRowState.REFUSED)
        assert row.draft is None or row.draft.received_at is None or row.draft.received_at <= now
        assert row.state is not ListRowState.SAME or row.number == "A2"
    fresh = [row.key for row in found if row.state is ListRowState.NEW]
    assert len(set(fresh)) == len(fresh)


def test_a_kind_of_list_is_the_same_in_any_order_of_its_columns() -> None:
    assert signature_of(("A", " b  c ")) == signature_of(("B C", "a")) != signature_of(("a", "b"))


@pytest.mark.skipif(not COMCAST.is_file(), reason="the shared data are not on this machine")
def test_two_thousand_rows_nobody_here_wrote_are_all_accounted_for(house: House) -> None:
    look = house.complaints.look_at_list(COMCAST)
    preview = house.complaints.list_preview(COMCAST, look.mapping, "zh")
    outcome = house.complaints.take_list(preview, house.by(), "zh").value
    assert (outcome.rows, outcome.added, outcome.left_out) == (2224, 2224, 0)
    lines = house.complaints.lines(CaseFilter(merged=True), limit=None, sort="number", descending=False)
    runs: dict[str, list[tuple[int, datetime]]] = {}
    for line in lines:
        runs.setdefault(line.sort_number[:12], []).append((int(line.sort_number[12:]), line.received_at))
    for run in runs.values():
        assert [at for at, _received in run] == list(range(1, len(run) + 1))
        assert [received for _at, received in run] == sorted(received for _at, received in run)
    assert Counter(line.stage for line in lines) == {Stage.DONE: 973 + 734, Stage.OPEN: 363 + 154}
    sheet = read_sheet(COMCAST)
    for row in sheet.rows[::97]:
        (found,) = [
            one
            for one in house.complaints.search(row.cells[0])
            if house.case(one.id).intake.outside_number == row.cells[0]
        ]
        assert found.received_at.astimezone(house_zone()).date() == datetime.strptime(row.cells[3], "%d-%b-%y").date()  # noqa: DTZ007
    again = house.complaints.list_preview(COMCAST, house.complaints.look_at_list(COMCAST).mapping, "zh")
    assert len(again.of(ListRowState.SAME)) == 2224
    assert audit.check(house.group.database).broken_at is None


def house_zone() -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Asia/Shanghai")
