"""The 24 solar terms (二十四节气) as days, Beijing time, from the library borax."""

from __future__ import annotations

from datetime import date
from functools import cache

FIRST_YEAR, LAST_YEAR = 1901, 2100
TERMS = 24


def term_day(year: int, term: int) -> date | None:
    """The day of the `term`-th solar term of an ordinary year, 0 being 小寒 in January; None for years not known."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 0 <= term < TERMS:
        return None
    return _days(year)[term]


def term_on(day: date) -> int | None:
    """Which solar term begins on a day, 0 being 小寒; None on other days."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return next((place for place, found in enumerate(_days(day.year)) if found == day), None)


@cache
def _days(year: int) -> tuple[date, ...]:
    from borax.calendars.lunardate import TermUtils  # not for the start

    return tuple(TermUtils.nth_term_day(year, place) for place in range(TERMS))
