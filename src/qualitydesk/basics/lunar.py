"""The lunar calendar of China from 1900 to 2100: a day of the one as a day of the other, leap months, what comes round.

Months come from a kept library (borax), each year's once, so that 200,000 birthdays are turned in a moment; the tests
hold them against the Hong Kong Observatory's days.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

FIRST, LAST = 1900, 2100
"""The lunar years known: from 1900-01-31 to 2101-01-28."""
MONTHS, LONGEST = 12, 30


class LunarDay(NamedTuple):
    """A day of the lunar calendar; `leap`: of the month that repeats another."""

    year: int
    month: int
    day: int
    leap: bool = False


class _Month(NamedTuple):
    month: int
    leap: bool
    length: int
    first: date


def leap_month(year: int) -> int:
    """Which month of a lunar year is repeated, 0 for none or a year that is not known."""
    return next((month.month for month in _months(year).values() if month.leap), 0)


def days_in(year: int, month: int, *, leap: bool = False) -> int:
    """29 or 30; 0 when the year has no such month, or is not known."""
    found = _months(year).get((month, leap))
    return found.length if found else 0


def solar_of(lunar: LunarDay) -> date | None:
    """The same day in the ordinary calendar; None when there is no such day, or its year is not known."""
    found = _months(lunar.year).get((lunar.month, lunar.leap))
    if found is None or not 1 <= lunar.day <= found.length:
        return None
    return found.first + timedelta(days=lunar.day - 1)


def lunar_of(day: date) -> LunarDay | None:
    """The same day in the lunar calendar; None outside the years known."""
    for year in (day.year, day.year - 1):
        for month in reversed(_months(year).values()):
            past = (day - month.first).days
            if 0 <= past < month.length:
                return LunarDay(year, month.month, past + 1, month.leap)
    return None


def kept_on(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """When a yearly day of the lunar calendar is kept in a lunar year, as people do: one of a leap month the year has
    not falls in the plain month, a thirtieth the month has not on its twenty-ninth. None: a year not known."""
    length = days_in(year, month, leap=leap)
    if not length:
        leap, length = False, days_in(year, month)
    return solar_of(LunarDay(year, month, min(day, length), leap)) if length else None


@cache
def _months(year: int) -> dict[tuple[int, bool], _Month]:
    """The months of a lunar year in order, a leap month behind the one it repeats; none for a year not known."""
    if not FIRST <= year <= LAST:
        return {}
    from borax.calendars.lunardate import LCalendars, LunarDate  # 60 ms: with the first birthday

    first = LunarDate(year, 1, 1).to_solar_date()
    found: dict[tuple[int, bool], _Month] = {}
    for month, length, leap in LCalendars.iter_year_month(year):
        found[month, bool(leap)] = _Month(month, bool(leap), length, first)
        first += timedelta(days=length)
    return found
