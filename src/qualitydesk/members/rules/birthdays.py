"""When birthdays come round: by either calendar, with leap months, thirtieths and the 29th of February."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date

from qualitydesk.basics import lunar
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.members.model.profile import Birthday, Calendar

_OLDEST = 1900
_NOT_LEAP = 2023  # any year without a 29th of February


def kept_in(birthday: Birthday, year: int) -> tuple[date, ...]:
    """The days of an ordinary year on which it is kept: one, of a lunar one of the winter also none or two.

    The 29th of February falls on the 28th where there is none; for lunar ones see `basics.lunar.kept_on`. () beyond
    the years known.
    """
    if birthday.calendar is Calendar.SOLAR:
        return (date(year, birthday.month, min(birthday.day, monthrange(year, birthday.month)[1])),)
    kept = (_lunar_kept(birthday, lunar_year) for lunar_year in (year - 1, year))
    return tuple(day for day in kept if day is not None and day.year == year)


def next_kept(birthday: Birthday, today: date) -> date | None:
    """The next day it is kept, today included; None beyond the years known."""
    coming = (day for year in range(today.year, today.year + 3) for day in kept_in(birthday, year))
    return next((day for day in coming if day >= today), None)


def keys_on(day: date) -> Iterator[tuple[Calendar, int, int, bool]]:
    """(calendar, month, day, leap) of every birthday kept on this day, for a look-up by index."""
    yield Calendar.SOLAR, day.month, day.day, False
    if (day.month, day.day) == (2, 28) and not isleap(day.year):
        yield Calendar.SOLAR, 2, 29, False
    found = lunar.lunar_of(day)
    if found is None:
        return
    length = lunar.days_in(found.year, found.month, leap=found.leap)
    days = (found.day, lunar.LONGEST) if found.day == length < lunar.LONGEST else (found.day,)
    leaps = [found.leap]
    if not found.leap and lunar.leap_month(found.year) != found.month:
        leaps.append(True)  # born in a leap month this year has not
    yield from ((Calendar.LUNAR, found.month, one, leap) for leap in leaps for one in days)


def age_on(birthday: Birthday, day: date) -> int | None:
    """Full years by either calendar; None where the year is not told."""
    if birthday.year is None or (begun := _day_of(birthday)) is None or begun > day:
        return None
    if birthday.calendar is Calendar.SOLAR:
        return day.year - begun.year - ((day.month, day.day) < (begun.month, begun.day))
    turned = [year for year in (day.year - 1, day.year) if (kept := _lunar_kept(birthday, year)) and kept <= day]
    return max(turned, default=birthday.year) - birthday.year


def problems_in_birthday(birthday: Birthday | None, today: date, field: str = "birthday") -> list[Problem]:
    """A day there is, not after today."""
    if birthday is None:
        return []
    if birthday.year is not None:
        day = _day_of(birthday) if birthday.year >= _OLDEST else None
        if day is None:
            return [Problem(field, "birthday_not_there")]
        return [Problem(field, "birthday_to_come")] if day > today else []
    longest = lunar.LONGEST
    if birthday.calendar is Calendar.SOLAR and 1 <= birthday.month <= lunar.MONTHS:
        longest = 29 if birthday.month == 2 else monthrange(_NOT_LEAP, birthday.month)[1]
    there = 1 <= birthday.month <= lunar.MONTHS and 1 <= birthday.day <= longest
    return [] if there else [Problem(field, "birthday_not_there")]


def birthday_words(birthday: Birthday, language: str) -> str:
    """1976年5月3日, 农历闰六月三十, 农历1976年八月十五; 3 May 1976 as 1976-05-03, lunar 6 (leap) / 30."""
    if birthday.calendar is Calendar.SOLAR:
        code = "birthday.solar_year" if birthday.year else "birthday.solar"
        return say(language, code, year=birthday.year, month=birthday.month, day=birthday.day)
    return say(
        language,
        "birthday.lunar_year" if birthday.year else "birthday.lunar",
        year=birthday.year,
        month=month_words(birthday.month, birthday.leap, language),
        day=lunar_day_words(birthday.day, language),
    )


def month_words(month: int, leap: bool, language: str) -> str:
    """正月, 闰六月; month 1, leap month 6."""
    name = say(language, f"lunar.month_{month}")
    return say(language, "lunar.leap", month=name) if leap else name


def lunar_day_words(day: int, language: str) -> str:
    """初一, 三十; day 1, day 30."""
    return say(language, f"lunar.day_{day}")


def _day_of(birthday: Birthday) -> date | None:
    """The very day of birth, where the year is told; None when there was no such day."""
    assert birthday.year is not None
    if birthday.calendar is Calendar.LUNAR:
        return lunar.solar_of(lunar.LunarDay(birthday.year, birthday.month, birthday.day, birthday.leap))
    try:
        return date(birthday.year, birthday.month, birthday.day)
    except ValueError:
        return None


def _lunar_kept(birthday: Birthday, year: int) -> date | None:
    return lunar.kept_on(year, birthday.month, birthday.day, leap=birthday.leap)
