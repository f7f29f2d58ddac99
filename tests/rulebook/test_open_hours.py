"""Open time: lunch, nights, weekends, holidays, make-up days, hours that change on a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.calendars import CLINIC, at, calendar, hours

from qualitydesk.rulebook.model.days import DEFAULT_HOURS, OFFICE, ListedDay, Span, WeeklyHours
from qualitydesk.rulebook.rules import OpenHours, problems_in_hours

MOMENTS = st.datetimes(datetime(2025, 9, 1), datetime(2026, 3, 31)).map(lambda one: at(one.isoformat(" ")))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-20 17:50", "2026-11-23 09:10", 20),  # Friday evening to Monday morning
        ("2026-11-20 11:50", "2026-11-20 13:40", 20),  # over lunch
        ("2026-11-20 12:10", "2026-11-20 13:20", 0),
        ("2026-11-20 22:00", "2026-11-21 22:00", 0),
        ("2026-11-20 09:00", "2026-11-20 18:00", 450),
        ("2026-09-20 08:00", "2026-09-20 20:00", 450),  # a make-up Sunday
        ("2026-10-01 08:00", "2026-10-07 20:00", 0),  # National Day
        ("2026-11-20 10:00", "2026-11-20 09:00", 0),
    ],
)
def test_open_time_between_two_moments(start: str, end: str, minutes: int) -> None:
    assert hours().open_time_between(at(start), at(end)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-20 17:50", 20, "2026-11-23 09:10"),
        ("2026-11-20 12:30", 30, "2026-11-20 14:00"),  # lunch
        ("2026-11-20 22:00", 30, "2026-11-23 09:30"),
        ("2026-10-03 10:00", 60, "2026-10-08 10:00"),  # in the holiday
        ("2026-09-20 10:00", 60, "2026-09-20 11:00"),  # a make-up Sunday
        ("2026-11-20 17:00", 60, "2026-11-20 18:00"),  # ends with closing, not with the next opening
        ("2026-11-20 22:00", 0, "2026-11-20 22:00"),
    ],
)
def test_the_moment_after_so_much_open_time(start: str, minutes: int, end: str) -> None:
    assert hours().add_open_time(at(start), timedelta(minutes=minutes)) == at(end)


def test_open_at_the_opening_and_no_longer_at_the_closing() -> None:
    assert hours().is_open(at("2026-11-20 09:00"))
    assert not hours().is_open(at("2026-11-20 12:00"))
    assert not hours().is_open(at("2026-11-21 10:00"))  # Saturday


def test_open_round_the_clock_ends_at_midnight() -> None:
    always = hours((Span(0, 24 * 60),), weekend=True)
    assert always.open_time_between(at("2026-11-20 22:00"), at("2026-11-22 02:00")) == timedelta(hours=28)
    assert always.closing_on(date(2026, 11, 20)) == at("2026-11-21 00:00")


def test_new_hours_hold_from_their_day() -> None:
    shorter = (Span(10 * 60, 12 * 60),)
    found = OpenHours(
        calendar(),
        (
            WeeklyHours(date(2026, 11, 23), (shorter,) * 7, shorter),
            WeeklyHours(date(2020, 1, 1), (CLINIC,) * 7, CLINIC),
        ),
    )
    assert found.spans_on(date(2026, 11, 22)) == CLINIC
    assert found.spans_on(date(2026, 11, 23)) == shorter
    assert found.spans_on(date(2019, 1, 1)) == ()  # New Year
    assert found.spans_on(date(2019, 1, 3)) == OFFICE  # before the first entry: the default


def test_an_own_day_off_closes_and_an_own_working_day_opens() -> None:
    own = calendar(ListedDay(date(2026, 11, 23), False, own=True), ListedDay(date(2026, 11, 22), True, own=True))
    found = hours(work=own)
    assert found.spans_on(date(2026, 11, 23)) == ()
    assert found.spans_on(date(2026, 11, 22)) == CLINIC


def test_hours_that_never_open_end_in_an_error_not_in_a_loop() -> None:
    with pytest.raises(ValueError, match="never open"):
        hours(()).add_open_time(at("2026-11-20 10:00"), timedelta(minutes=1))


def test_what_is_wrong_with_hours_stands_beside_its_day() -> None:
    broken = WeeklyHours(
        date(2026, 1, 1),
        ((Span(600, 540),), (Span(540, 720), Span(700, 800)), (), (), (), (), ()),
        (Span(0, 1441),),
    )
    assert [(one.field, one.code) for one in problems_in_hours(broken)] == [
        ("week.0", "hours_reversed"),
        ("week.1", "hours_overlap"),
        ("make_up", "hours_reversed"),
    ]
    assert problems_in_hours(DEFAULT_HOURS) == ()
    assert [one.code for one in problems_in_hours(WeeklyHours(date(2026, 1, 1), ((),) * 7, ()))] == ["hours_never"]


@given(MOMENTS, st.integers(1, 6000))
def test_adding_open_time_and_measuring_it_agree(start: datetime, minutes: int) -> None:
    length = timedelta(minutes=minutes)
    end = hours().add_open_time(start, length)
    assert hours().open_time_between(start, end) == length
    assert hours().open_time_between(start, end - timedelta(seconds=1)) < length  # the first such moment


@given(MOMENTS, MOMENTS, MOMENTS)
def test_open_time_adds_up_over_any_cut(a: datetime, b: datetime, c: datetime) -> None:
    first, middle, last = sorted((a, b, c))
    parts = hours().open_time_between(first, middle) + hours().open_time_between(middle, last)
    assert parts == hours().open_time_between(first, last) <= last - first
