"""Time, money, words, settings, errors and places: what every part stands on."""

from __future__ import annotations

import json
import os
import pickle
import string
import subprocess
import sys
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics import money, phrases
from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import FixedClock, SystemClock, local, local_day, months_before
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.places import shipped
from qualitydesk.basics.settings import Settings, SettingsFile

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(0, 120)

# --- time -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "start"),
    [  # methods §4.2: Java minusMonths, dateutil and .NET agree on all of them, SQLite's date() on five does not
        ("2016-11-05", 6, "2016-05-05"),
        ("2016-12-05", 6, "2016-06-05"),
        ("2026-03-01", 24, "2024-03-01"),
        ("2026-02-28", 24, "2024-02-28"),
        ("2024-02-29", 24, "2022-02-28"),
        ("2028-02-29", 24, "2026-02-28"),
        ("2025-02-28", 12, "2024-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2026-08-31", 6, "2026-02-28"),
        ("2026-11-21", 24, "2024-11-21"),
        ("2026-01-31", 1, "2025-12-31"),
        ("2025-12-31", 1, "2025-11-30"),
        ("2026-11-30", -3, "2027-02-28"),  # forwards
        ("9999-12-31", 0, "9999-12-31"),
    ],
)
def test_a_window_starts_on_the_same_day_of_an_earlier_month_or_on_that_months_last(
    day: str, months: int, start: str
) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(start)


@given(DAYS, MONTHS, st.integers(0, 400))
def test_the_start_of_a_window_never_goes_back(day: date, months: int, later: int) -> None:
    assert months_before(day, months) <= months_before(day + timedelta(days=later), months)


@given(DAYS, MONTHS)
def test_a_window_is_whole_months_long(day: date, months: int) -> None:
    start = months_before(day, months)
    assert (day.year - start.year) * 12 + day.month - start.month == months
    assert start.day == min(day.day, monthrange(start.year, start.month)[1])


def test_a_moment_late_in_the_evening_utc_is_the_next_day_in_shanghai() -> None:
    at = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    assert local_day(at - timedelta(microseconds=1)) == date(2026, 11, 21)
    assert local_day(at) == date(2026, 11, 22)
    assert local_day(at, "Europe/London") == date(2026, 11, 21)
    assert local(at).isoformat() == "2026-11-22T00:00:00+08:00"


def test_the_fixed_clock_stands_still_and_keeps_utc() -> None:
    clock = FixedClock(local(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)))
    assert clock.now() == clock.now()
    assert clock.now().tzinfo is UTC
    clock.advance(timedelta(minutes=90))
    assert clock.now() == datetime(2026, 11, 21, 3, 30, tzinfo=UTC)
    assert SystemClock().now().tzinfo is UTC


def test_a_moment_without_its_zone_is_no_moment() -> None:
    naive = datetime(2026, 11, 21)  # noqa: DTZ001 - the very thing refused
    with pytest.raises(ValueError, match="zone"):
        FixedClock(naive)
    clock = FixedClock(datetime(2026, 11, 21, tzinfo=UTC))
    with pytest.raises(ValueError, match="zone"):
        clock.set(naive)


# --- money ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "¥0.00"),
        (5, "¥0.05"),
        (5000, "¥50.00"),
        (123456789, "¥1,234,567.89"),
        (-5, "−¥0.05"),
        (-120050, "−¥1,200.50"),
    ],
)
def test_fen_are_said_as_yuan(fen: int, text: str) -> None:
    assert money.words(fen) == text
    assert money.words(fen, sign=False) == text.replace("¥", "")


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("50", 5000),
        (" 50元 ", 5000),
        ("￥80元", 8000),
        ("¥ 1,200.5", 120050),
        ("1234567.89", 123456789),
        ("０５０", 5000),
        ("0.05", 5),
        ("", None),
        ("元", None),
        ("1,20", None),
        ("1.234", None),
        ("-5", None),
        ("5.", None),
        ("1e3", None),
        ("五十", None),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, fen: int | None) -> None:
    assert money.parse(typed) == fen


@given(st.integers(0, 10**14))
def test_an_amount_said_is_read_back(fen: int) -> None:
    assert money.parse(money.words(fen)) == fen
    assert money.parse(money.words(fen, sign=False)) == fen


def test_yuan_are_a_hundred_fen() -> None:
    assert money.yuan(50) == 5000


# --- phrases --------------------------------------------------------------------------------------------------------


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_know_the_same_codes_with_the_same_places() -> None:
    zh, en = phrases.table("zh"), phrases.table("en")
    assert zh.keys() == en.keys()
    assert [code for code in zh if places(zh[code]) != places(en[code])] == []


@pytest.mark.parametrize("language", phrases.LANGUAGES)
def test_every_phrase_is_filled_by_the_names_it_asks_for(language: str) -> None:
    for code, text in phrases.table(language).items():
        assert text.strip(), code
        assert all(name and name.isidentifier() for name in places(text)), code


def test_chinese_phrases_are_chinese_and_english_ones_english() -> None:
    han = {code for code, text in phrases.table("en").items() if any("一" <= sign <= "鿿" for sign in text)}
    assert han == set()
    assert "标出" in phrases.say("zh", "refused.draft")
    assert "marked" in phrases.say("en", "refused.draft")


def test_an_unknown_code_is_a_bug_and_told_as_one() -> None:
    assert not phrases.knows("zh", "refused.no_such_thing")
    with pytest.raises(KeyError):
        phrases.say("zh", "refused.no_such_thing")


# --- errors and outcomes ---------------------------------------------------------------------------------------------


def test_a_refusal_crosses_to_another_process_whole() -> None:
    refused = Refused("stale", problems=(Problem("amount", "not_money", {"typed": "五十"}),), who="王芳", count=3)
    back = pickle.loads(pickle.dumps(refused))
    assert (back.code, back.problems, back.words) == (refused.code, refused.problems, refused.words)
    assert str(back) == "stale"


def test_a_draft_is_refused_only_when_something_is_wrong() -> None:
    refuse_if([])
    with pytest.raises(Refused) as caught:
        refuse_if([Problem("name", "empty")])
    assert caught.value.code == "draft"
    assert caught.value.problems == (Problem("name", "empty"),)


def test_an_outcome_says_what_it_touched_and_nothing_by_default() -> None:
    assert Done(7).touched == frozenset()
    assert Done(7, frozenset({Change.SLIPS})).touched == {"slips"}
    someone = uuid4()
    assert By.alone(someone) == By(someone, someone)


def test_ids_are_of_version_seven_and_never_twice_the_same() -> None:
    made = [new_id() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {one.version for one in made} == {7}


# --- settings -------------------------------------------------------------------------------------------------------


def test_settings_are_kept_between_starts(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert SettingsFile(path).current == Settings()
    SettingsFile(path).change(language="zh", windows={"main": "AAAB"})
    SettingsFile(path).change(theme="dark")
    assert SettingsFile(path).current == Settings(language="zh", theme="dark", windows={"main": "AAAB"})
    assert [left.name for left in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"3", b"\xff\xfe\x00", b'{"language": "zh"'])
def test_a_damaged_file_is_set_aside_and_the_program_starts(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    kept = SettingsFile(path)
    assert kept.current == Settings()
    assert path.with_suffix(".damaged").read_bytes() == content
    kept.change(language="en")
    assert SettingsFile(path).current.language == "en"


def test_values_of_another_version_or_sort_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "zh", "theme": 5, "big_type": 1, "windows": [], "of_tomorrow": True}))
    assert SettingsFile(path).current == Settings(language="zh")


def test_a_folder_in_the_files_place_does_not_stop_the_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "x").touch()
    path.with_suffix(".damaged").touch()  # so that it cannot even be set aside
    assert SettingsFile(path).current == Settings()


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = SettingsFile(path)
    kept.change(language="zh")
    with pytest.raises(TypeError):
        kept.change(theme=object())  # cannot be written: the file breaks off in the middle
    assert SettingsFile(path).current == Settings(language="zh")
    assert kept.current == Settings(language="zh")


# --- places ---------------------------------------------------------------------------------------------------------


def test_what_we_ship_is_found_and_what_we_do_not_is_told() -> None:
    assert (shipped("resources/fonts") / "NotoSansSC-Regular.ttf").is_file()
    with pytest.raises(FileNotFoundError, match="no_such_thing"):
        shipped("resources/no_such_thing")


def test_a_frozen_program_looks_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    look = (
        "import sys; sys._MEIPASS = sys.argv[1]\nfrom qualitydesk.basics.places import shipped\nprint(shipped('forms'))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", look, str(tmp_path)], capture_output=True, encoding="utf-8", check=True
    )
    assert Path(ended.stdout.strip()) == tmp_path / "forms"


def test_the_users_own_folder_can_be_moved_and_is_made(tmp_path: Path) -> None:
    look = "from qualitydesk.basics.places import own_folder; print(own_folder())"
    wished = tmp_path / "客服 台" / "data"
    told = {**os.environ, "QUALITYDESK_HOME": str(wished), "PYTHONUTF8": "1"}
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, encoding="utf-8", env=told, check=True)
    assert Path(ended.stdout.strip()) == wished
    assert wished.is_dir()


@pytest.mark.parametrize(
    ("fen", "said"),
    [  # the first six are the examples of the central bank's rules for writing bills (支付结算办法, 附件一)
        (140950, "壹仟肆佰零玖元伍角"),
        (600714, "陆仟零柒元壹角肆分"),
        (168032, "壹仟陆佰捌拾元零叁角贰分"),
        (10700053, "壹拾万柒仟元零伍角叁分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (32504, "叁佰贰拾伍元零肆分"),
        (0, "零元整"),
        (7, "柒分"),
        (640000, "陆仟肆佰元整"),
        (1000100, "壹万零壹元整"),
        (10000123400, "壹亿零壹仟贰佰叁拾肆元整"),
        (10000000000, "壹亿元整"),
    ],
)
def test_an_amount_is_written_in_capitals_as_bills_have_it(fen: int, said: str) -> None:
    assert money.in_capitals(fen) == said


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_different_amounts_differ_in_capitals(one: int, other: int) -> None:
    assert (money.in_capitals(one) == money.in_capitals(other)) == (one == other)
    assert "零零" not in money.in_capitals(one)
