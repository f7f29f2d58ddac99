"""The calendar in the database: what ships, own entries, a notice on its way in, a year announced by hand."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.rulebook.model.days import DayChange, DayDraft, ListedDay, Notice
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.sheets import SheetOut, write_book
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database

BY = By.alone(None)
SHARED = Path(__file__).parents[3] / "shared" / "data" / "cn_statutory_days_2007_2026.csv"
NOTICE = """
year = 2027
number = "试〔2026〕1号"
issued_on = 2026-11-04
source = "https://example.org/notice"

[[holiday]]
name = "元旦"
off = [2027-01-01, 2027-01-02, 2027-01-03]
work = [2026-12-27]

[[holiday]]
name = "春节"
off = [2027-02-05, "2027-02-08", 2027-02-09]
work = [2027-02-14]
"""
ROWS = (
    ("2027-01-01", "休", "元旦"),
    ("2027/1/2", "放假", "元旦"),
    ("2027年1月3日", "off", "元旦"),
    ("2026-12-27", "班", "元旦"),
)


@pytest.fixture
def calendar(database: Database, clock: FixedClock) -> Calendar:
    """The shipped years, taken over."""
    found = Calendar(database, clock)
    assert found.lacks_shipped()
    found.adopt_shipped(BY)
    return found


def draft(day: date, working: bool = False, name: str = "院庆", seen: ListedDay | None = None) -> DayDraft:
    return DayDraft(day, working, name, seen)


def test_the_shipped_years_are_taken_over_once(calendar: Calendar, database: Database) -> None:
    assert not calendar.lacks_shipped()
    assert calendar.adopt_shipped(BY).value == 0
    found = calendar.work_calendar()
    assert found.announced == frozenset(range(2007, 2027))
    assert len(found.listed) == 678
    assert audit.check(database).broken_at is None


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder with the outside data is not here")
def test_every_listed_day_agrees_with_the_outside_table(calendar: Calendar) -> None:
    with SHARED.open(encoding="utf-8") as file:
        outside = {date.fromisoformat(row["date"]): row["kind"] == "work" for row in csv.DictReader(file)}
    assert {day: one.working for day, one in calendar.work_calendar().listed.items()} == outside


def test_an_own_entry_stands_before_the_notice_until_it_is_taken_away(calendar: Calendar) -> None:
    done = calendar.set_day(draft(date(2026, 10, 10)), BY)  # a make-up Saturday
    assert done.touched == {Change.CALENDAR}
    assert not calendar.work_calendar().is_working(date(2026, 10, 10))
    shown = [one for one in calendar.year(2026).days if one.day == date(2026, 10, 10)]
    assert [(one.own, one.working) for one in shown] == [(False, True), (True, False)]
    calendar.clear_day(date(2026, 10, 10), BY)
    assert calendar.work_calendar().is_working(date(2026, 10, 10))
    assert calendar.clear_day(date(2026, 10, 10), BY).touched == frozenset()


def test_an_own_entry_says_what_it_is_and_a_stale_one_is_refused(calendar: Calendar) -> None:
    with pytest.raises(Refused) as refused:
        calendar.set_day(DayDraft(None, False, " "), BY)
    assert [(one.field, one.code) for one in refused.value.problems] == [
        ("day", "day_missing"),
        ("name", "day_name_missing"),
    ]
    day = date(2026, 11, 23)
    calendar.set_day(draft(day), BY)
    with pytest.raises(Refused, match="stale"):
        calendar.set_day(draft(day, name="停电"), BY)
    seen = ListedDay(day, False, "院庆", own=True)
    calendar.set_day(draft(day, name="停电", seen=seen), BY)
    assert calendar.work_calendar().listed[day].name == "停电"


def test_a_new_notice_is_seen_before_it_is_taken_over(calendar: Calendar, tmp_path: Path) -> None:
    path = tmp_path / "2027.toml"
    path.write_text(NOTICE, encoding="utf-8")
    found = calendar.preview_file(path)
    assert found.notice.number == "试〔2026〕1号"
    assert {change for _, change in found.days} == {DayChange.NEW}
    assert found.changes
    assert not calendar.work_calendar().is_announced(date(2027, 1, 4))
    calendar.import_notice(found.notice, BY)
    after = calendar.work_calendar()
    assert after.is_announced(date(2027, 1, 4))
    assert after.is_announced(date(2026, 12, 30))
    assert after.is_working(date(2026, 12, 27))  # a Sunday of the year before
    assert not after.is_working(date(2027, 2, 8))
    assert not calendar.preview_file(path).changes


def test_a_corrected_notice_replaces_the_days_and_keeps_own_entries(calendar: Calendar) -> None:
    old = Notice(2027, (ListedDay(date(2027, 1, 1), False, "元旦"), ListedDay(date(2027, 1, 9), True, "元旦")))
    calendar.import_notice(old, BY)
    calendar.set_day(draft(date(2027, 1, 8)), BY)
    new = replace(old, days=(ListedDay(date(2027, 1, 1), False, "元旦"), ListedDay(date(2027, 1, 10), True, "元旦")))
    calendar.import_notice(new, BY)
    found = calendar.work_calendar()
    assert not found.is_working(date(2027, 1, 9))  # Saturday again
    assert found.is_working(date(2027, 1, 10))
    assert not found.is_working(date(2027, 1, 8))


def test_tables_are_read_in_every_way_people_write_them(calendar: Calendar, tmp_path: Path) -> None:
    text = "\n".join(",".join(row) for row in (("日期", "类型", "名称"), *ROWS))
    for name, content in (("a.csv", text.encode("utf-8")), ("b.csv", text.encode("gb18030"))):
        (tmp_path / name).write_bytes(content)
    write_book(tmp_path / "c.xlsx", [SheetOut("2027", ("Date", "Kind", "Name"), ROWS)])
    notices = [calendar.preview_file(tmp_path / name).notice for name in ("a.csv", "b.csv", "c.xlsx")]
    assert notices[0] == notices[1] == notices[2]
    assert notices[0].year == 2027
    assert [(one.day.isoformat(), one.working) for one in notices[0].days] == [
        ("2026-12-27", True),
        ("2027-01-01", False),
        ("2027-01-02", False),
        ("2027-01-03", False),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code", "problems"),
    [
        ("x.toml", "year = ", "notice_toml", []),
        ("x.toml", "year = 27", "notice_file", ["notice_year"]),
        ("x.toml", "year = 2027", "notice_file", ["notice_empty"]),
        ("x.toml", "year = 2027\n[[holiday]]\noff = ['2027-02-30']", "notice_file", ["notice_day", "notice_empty"]),
        ("x.toml", "year = 2027\n[[holiday]]\noff = [2025-10-01]", "notice_file", ["notice_other_year"]),
        ("x.toml", "year = 2027\nholiday = 3", "notice_file", ["notice_empty"]),
        ("x.csv", "日期,名称\n2027-01-01,元旦", "notice_file", ["notice_heads"]),
        ("x.csv", "日期,类型\n2027-01-01,也许\n昨天,休", "notice_file", ["notice_row_kind", "notice_row_day"]),
        ("x.csv", "日期,类型\n2027-01-01,休\n2027-01-01,班", "notice_file", ["notice_twice"]),
        ("x.csv", "日期,类型\n", "notice_file", ["notice_empty"]),
        ("x.pdf", "%PDF", "sheet_kind", []),
        ("gone.toml", None, "sheet_unreadable", []),
    ],
)
def test_a_file_that_is_no_notice_is_refused_in_words(
    calendar: Calendar, tmp_path: Path, name: str, content: str | None, code: str, problems: list[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        calendar.preview_file(tmp_path / name)
    assert refused.value.code == code
    assert [one.code for one in refused.value.problems] == problems


def test_a_year_entered_by_hand_is_announced_by_hand(calendar: Calendar) -> None:
    calendar.set_day(draft(date(2027, 1, 1), name="元旦"), BY)
    assert not calendar.year(2027).facts.announced
    calendar.announce_year(2027, True, BY)
    assert calendar.year(2027).facts.announced
    assert not calendar.work_calendar().add_working_days(date(2026, 12, 30), 5).provisional
    calendar.announce_year(2027, False, BY)
    assert calendar.work_calendar().add_working_days(date(2026, 12, 30), 5).provisional
    with pytest.raises(Refused, match="year_has_notice"):
        calendar.announce_year(2026, False, BY)
