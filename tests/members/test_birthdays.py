"""Birthdays by both calendars: when they are kept, whose is today, how old, what is no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.lunar import LunarDay, days_in, leap_month, solar_of
from qualitydesk.members.model.profile import Birthday, Calendar
from qualitydesk.members.rules.birthdays import (
    age_on,
    birthday_words,
    kept_in,
    keys_on,
    next_kept,
    problems_in_birthday,
)

TODAY = date(2026, 11, 21)
SOLAR, LUNAR = Calendar.SOLAR, Calendar.LUNAR


def solar(month: int, day: int, year: int | None = None) -> Birthday:
    return Birthday(SOLAR, month, day, year=year)


def lunar(month: int, day: int, year: int | None = None, *, leap: bool = False) -> Birthday:
    return Birthday(LUNAR, month, day, leap, year)


def codes(birthday: Birthday) -> list[str]:
    return [one.code for one in problems_in_birthday(birthday, TODAY)]


@pytest.mark.parametrize(
    ("birthday", "year", "days"),
    [
        (solar(5, 3), 2026, [date(2026, 5, 3)]),
        (solar(2, 29), 2026, [date(2026, 2, 28)]),
        (solar(2, 29), 2028, [date(2028, 2, 29)]),
        (lunar(8, 15), 2026, [date(2026, 9, 25)]),
        (lunar(1, 1), 2026, [date(2026, 2, 17)]),
        (lunar(12, 30), 2026, [date(2026, 2, 16)]),  # the eve: the twelfth month of 2025 has 29 days
        (lunar(6, 10, leap=True), 2025, [date(2025, 8, 3)]),
        (lunar(6, 10, leap=True), 2026, [date(2026, 7, 23)]),
    ],
)
def test_a_birthday_is_kept_on(birthday: Birthday, year: int, days: list[date]) -> None:
    assert list(kept_in(birthday, year)) == days


def test_one_late_in_the_lunar_year_may_come_twice_in_a_year_or_not_at_all() -> None:
    counts = {len(kept_in(lunar(11, 20), year)) for year in range(1990, 2040)}
    assert counts == {0, 1, 2}


def test_the_next_one_may_be_today_and_is_never_past() -> None:
    assert next_kept(solar(11, 21), TODAY) == TODAY
    assert next_kept(solar(11, 20), TODAY) == date(2027, 11, 20)
    assert next_kept(lunar(8, 15), TODAY) == date(2027, 9, 15)
    assert next_kept(lunar(1, 1), date(2101, 6, 1)) is None


BIRTHDAYS = st.one_of(
    st.builds(lambda day: Birthday(SOLAR, day.month, day.day), st.dates(date(2024, 1, 1), date(2024, 12, 31))),
    st.builds(Birthday, st.just(LUNAR), st.integers(1, 12), st.integers(1, 30), st.booleans()),
)


@given(BIRTHDAYS, st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_whose_birthday_is_today_agrees_with_when_each_is_kept(birthday: Birthday, day: date) -> None:
    found = (birthday.calendar, birthday.month, birthday.day, birthday.leap) in set(keys_on(day))
    assert found == (day in kept_in(birthday, day.year))
    kept = next_kept(birthday, day)
    assert kept is not None and day <= kept <= day + timedelta(days=385)
    assert (birthday.calendar, birthday.month, birthday.day, birthday.leap) in set(keys_on(kept))


def test_age_is_counted_by_the_calendar_of_the_birthday() -> None:
    assert age_on(solar(11, 21, 1976), TODAY) == 50
    assert age_on(solar(11, 22, 1976), TODAY) == 49
    assert age_on(lunar(8, 15, 1976), date(2026, 9, 24)) == 49
    assert age_on(lunar(8, 15, 1976), date(2026, 9, 25)) == 50
    assert age_on(lunar(12, 20, 1976), date(2026, 2, 7)) == 49  # still the lunar year 2025
    assert age_on(solar(5, 3), TODAY) is None


def test_a_day_that_never_was_is_refused() -> None:
    assert codes(solar(2, 30)) == codes(solar(4, 31)) == codes(solar(13, 1)) == ["birthday_not_there"]
    assert codes(solar(2, 29)) == codes(solar(2, 29, 2024)) == []
    assert codes(solar(2, 29, 2023)) == ["birthday_not_there"]
    assert codes(lunar(6, 1, 2026, leap=True)) == ["birthday_not_there"]
    assert codes(lunar(6, 1, 2025, leap=True)) == codes(lunar(6, 1, leap=True)) == codes(lunar(12, 30)) == []
    assert codes(solar(11, 22, 2026)) == ["birthday_to_come"]
    assert codes(solar(1, 1, 1899)) == ["birthday_not_there"]


def test_a_birthday_is_said_as_people_say_it() -> None:
    assert birthday_words(solar(5, 3, 1976), "zh") == "1976年5月3日"
    assert birthday_words(lunar(8, 15), "zh") == "农历八月十五"
    assert birthday_words(lunar(6, 30, 1979, leap=True), "zh") == "农历1979年闰六月三十"
    assert (
        birthday_words(lunar(11, 1), "zh") == "农历冬月初一" and birthday_words(lunar(12, 20), "zh") == "农历腊月二十"
    )
    assert birthday_words(solar(5, 3), "en") == "05-03"
    assert birthday_words(lunar(6, 30, leap=True), "en") == "lunar leap month 6, day 30"


def test_the_days_of_the_examples_are_what_the_calendar_says() -> None:
    assert leap_month(2025) == 6 and solar_of(LunarDay(2025, 6, 10, leap=True)) == date(2025, 8, 3)
    assert days_in(2025, 12) == 29
