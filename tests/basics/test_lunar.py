"""The lunar calendar against the Hong Kong Observatory's days, and against itself over two hundred years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors import lunar as vectors

from qualitydesk.basics.lunar import FIRST, LAST, LunarDay, days_in, kept_on, leap_month, lunar_of, solar_of

DAYS = st.dates(date(1900, 1, 31), date(2101, 1, 28))


@pytest.mark.parametrize(
    ("month", "day", "days"),
    [
        (1, 1, vectors.SPRING_FESTIVAL),
        (5, 5, vectors.DRAGON_BOAT),
        (8, 15, vectors.MID_AUTUMN),
        (9, 9, vectors.DOUBLE_NINTH),
    ],
)
def test_festivals_fall_on_the_days_of_the_observatory(month: int, day: int, days: tuple[str, ...]) -> None:
    for year, wanted in enumerate(days, 2017):
        assert solar_of(LunarDay(year, month, day)) == date.fromisoformat(wanted)
        assert lunar_of(date.fromisoformat(wanted)) == LunarDay(year, month, day)


def test_the_eve_is_the_last_day_of_the_year_before() -> None:
    for year, eve in enumerate(vectors.NEW_YEAR_EVE, 2017):
        found = lunar_of(date.fromisoformat(eve))
        assert found is not None
        assert found == LunarDay(year - 1, 12, days_in(year - 1, 12))


def test_leap_months_stand_where_the_standard_puts_them() -> None:
    for year, month in vectors.LEAP_MONTHS.items():
        assert leap_month(year) == month
    assert [year for year in range(2017, 2037) if leap_month(year)] == list(vectors.LEAP_MONTHS)


@given(DAYS)
def test_a_day_there_and_back_is_the_same_day(day: date) -> None:
    found = lunar_of(day)
    assert found is not None
    assert solar_of(found) == day


@given(DAYS.filter(lambda day: day < date(2101, 1, 28)))
def test_the_day_after_is_the_next_of_the_month_or_the_first_of_the_next(day: date) -> None:
    now, then = lunar_of(day), lunar_of(day + timedelta(days=1))
    assert now is not None and then is not None
    if now.day < days_in(now.year, now.month, leap=now.leap):
        assert then == now._replace(day=now.day + 1)
    else:
        assert now.day in (29, 30) and then.day == 1
        assert (then.month, then.leap) != (now.month, now.leap)


def test_beyond_the_years_known_there_is_no_day() -> None:
    assert lunar_of(date(1900, 1, 30)) is None and lunar_of(date(2101, 1, 29)) is None
    assert lunar_of(date(1900, 1, 31)) == LunarDay(FIRST, 1, 1)
    assert lunar_of(date(2101, 1, 28)) == LunarDay(LAST, 12, 29)
    assert solar_of(LunarDay(FIRST - 1, 1, 1)) is None and kept_on(LAST + 1, 1, 1) is None


def test_days_that_are_not_there_are_none() -> None:
    assert solar_of(LunarDay(2026, 6, 1, leap=True)) is None  # no leap month in 2026
    short = next(month for month in range(1, 13) if days_in(2026, month) == 29)
    assert solar_of(LunarDay(2026, short, 30)) is None
    assert solar_of(LunarDay(2026, 13, 1)) is None and solar_of(LunarDay(2026, 1, 0)) is None


def test_a_yearly_day_of_a_leap_month_is_kept_in_the_plain_one_where_there_is_none() -> None:
    assert kept_on(2025, 6, 10, leap=True) == solar_of(LunarDay(2025, 6, 10, leap=True))
    assert kept_on(2026, 6, 10, leap=True) == solar_of(LunarDay(2026, 6, 10))


@given(st.integers(FIRST, LAST), st.integers(1, 12), st.booleans())
def test_a_thirtieth_is_kept_on_the_last_day_of_its_month(year: int, month: int, leap: bool) -> None:
    kept = kept_on(year, month, 30, leap=leap)
    assert kept is not None
    found = lunar_of(kept)
    assert found is not None and found.month == month
    assert found.day == days_in(year, month, leap=found.leap)
