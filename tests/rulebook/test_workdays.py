"""Working days against the vectors, and what no vector covers: provisional ends, month ends, own entries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.calendars import at, calendar, notices
from tests.vectors.workdays import BEYOND, HOURS, ROLLED, TABLE, WORKING_DAYS

from qualitydesk.rulebook.model.days import ListedDay
from qualitydesk.rulebook.rules import WorkCalendar

DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 30))


@pytest.mark.parametrize(("start", "n", "due"), [(*row[:2], row[2]) for row in WORKING_DAYS] + list(TABLE))
def test_a_term_in_working_days_ends_as_the_vectors_say(start: str, n: int, due: str) -> None:
    found = calendar().add_working_days(date.fromisoformat(start[:10]), n)
    assert (found.day.isoformat(), found.provisional) == (due, False)
    assert len(found.counted) == n


@pytest.mark.parametrize(("start", "n", "deemed", "due", "cut_off"), [(*r[:2], *r[3:6]) for r in WORKING_DAYS])
def test_what_is_deemed_received_later_ends_as_the_vectors_say(
    start: str, n: int, deemed: str, due: str, cut_off: str | None
) -> None:
    minutes = int(cut_off[:2]) * 60 + int(cut_off[3:]) if cut_off else 24 * 60
    received = calendar().deemed_received(at(start), minutes)
    assert received.isoformat() == deemed
    assert calendar().add_working_days(received, n).day.isoformat() == due


def test_at_the_cut_off_itself_it_is_still_that_day() -> None:
    assert calendar().deemed_received(at("2026-11-20 18:00"), 18 * 60) == date(2026, 11, 20)
    assert calendar().deemed_received(at("2026-11-20 18:00:01"), 18 * 60) == date(2026, 11, 23)


@pytest.mark.parametrize(("start", "n", "raw", "due"), ROLLED)
def test_a_term_in_calendar_days_rolls_on_to_a_working_day(start: str, n: int, raw: str, due: str) -> None:
    found = calendar().add_calendar_days(date.fromisoformat(start), n, roll=True)
    assert (found.raw.isoformat(), found.day.isoformat()) == (raw, due)
    assert calendar().add_calendar_days(date.fromisoformat(start), n, roll=False).day.isoformat() == raw


def test_hours_run_from_the_moment_into_a_holiday() -> None:
    start, n, due = HOURS
    assert at(start) + timedelta(hours=n) == at(due)


def test_beyond_the_last_announced_year_a_term_is_an_estimate_by_weekdays() -> None:
    start, n, due = BEYOND
    found = calendar().add_working_days(date.fromisoformat(start), n)
    assert (found.day.isoformat(), found.provisional) == (due, True)


def test_the_last_days_of_december_wait_for_the_next_years_notice() -> None:
    # The notice for 2019 made Saturday 29 December 2018 a working day and the Monday after a day off.
    assert not calendar(last=2018).is_announced(date(2018, 12, 29))
    assert calendar(last=2018).is_announced(date(2018, 12, 28))
    assert calendar(last=2019).is_announced(date(2018, 12, 29))
    assert calendar(last=2018).add_working_days(date(2018, 12, 28), 1) != calendar().add_working_days(
        date(2018, 12, 28), 1
    )
    assert calendar(last=2018).add_working_days(date(2018, 12, 28), 1).provisional


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-10-31", 1, "2025-11-30"),
    ],
)
def test_a_month_without_the_day_ends_on_its_last(start: str, months: int, due: str) -> None:
    assert calendar().add_months(date.fromisoformat(start), months, roll=False).day.isoformat() == due


def test_months_and_years_roll_like_days() -> None:
    found = calendar().add_months(date(2026, 9, 1), 1, roll=True)  # 1 October
    assert (found.raw, found.day) == (date(2026, 10, 1), date(2026, 10, 8))
    assert calendar().add_years(date(2024, 2, 29), 1, roll=False).day == date(2025, 2, 28)


def test_an_own_entry_stands_before_the_notice() -> None:
    own = calendar(
        ListedDay(date(2026, 11, 23), False, "院庆", own=True), ListedDay(date(2026, 9, 20), False, own=True)
    )
    assert not own.is_working(date(2026, 11, 23))
    assert own.add_working_days(date(2026, 11, 20), 1).day == date(2026, 11, 24)
    assert not own.is_working(date(2026, 9, 20))  # the notice makes it a make-up Sunday


def test_a_clinic_with_a_week_of_its_own_counts_by_it() -> None:
    six = WorkCalendar(week=frozenset({1, 2, 3, 4, 5, 6}), announced=frozenset({2026}))
    assert six.add_working_days(date(2026, 11, 20), 1).day == date(2026, 11, 21)


def test_a_calendar_without_working_days_ends_in_an_error_not_in_a_loop() -> None:
    with pytest.raises(ValueError, match="no working day"):
        WorkCalendar(week=frozenset()).add_working_days(date(2026, 1, 1), 1)


@pytest.mark.parametrize(("year", "working"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_notice_gives(year: int, working: int) -> None:
    assert calendar().working_days_in(year) == working


def test_every_year_from_2007_on_ships() -> None:
    assert [notice.year for notice in notices()] == list(range(2007, 2027))
    assert sum(len(notice.days) for notice in notices()) == 678


@given(DAYS, st.integers(1, 30))
def test_counting_on_from_where_one_stopped_is_counting_once(start: date, n: int) -> None:
    whole = calendar().add_working_days(start, n)
    first = calendar().add_working_days(start, 1).day
    assert whole.day == (calendar().add_working_days(first, n - 1).day if n > 1 else first)
    assert all(calendar().is_working(day) for day in whole.counted)
    assert start not in whole.counted
    between = [start + timedelta(days=ahead) for ahead in range(1, (whole.day - start).days + 1)]
    assert sum(calendar().is_working(day) for day in between) == n


@given(DAYS, st.integers(0, 20), st.integers(0, 10))
def test_a_later_start_or_a_longer_term_never_ends_earlier(start: date, n: int, later: int) -> None:
    due = calendar().add_working_days(start, n).day
    assert calendar().add_working_days(start + timedelta(days=later), n).day >= due
    assert calendar().add_working_days(start, n + 1).day > due or n == 0


@given(DAYS, st.integers(0, 40))
def test_a_roll_ends_on_the_first_working_day_from_the_raw_one(start: date, n: int) -> None:
    found = calendar().add_calendar_days(start, n, roll=True)
    assert found.raw == start + timedelta(days=n)
    assert calendar().is_working(found.day)
    assert not any(
        calendar().is_working(found.raw + timedelta(days=ahead)) for ahead in range((found.day - found.raw).days)
    )
