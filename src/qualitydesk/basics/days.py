"""Days and times as foreign lists write them; what could be read in two ways is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import StrEnum


class DateForm(StrEnum):
    """How a day is written where the order of figures is all there is. Words: phrases `columns.form.<value>`."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"  # of two figures; four speak for themselves


EARLIEST = date(1990, 1, 1)
_YEAR_LEADS = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]{3,9})\.?[-/., ]+(\d{4}|\d{2})")
_MONTH_NAMED_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})")
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.(\d+))?")
_TIME = re.compile(
    r"(?:(上午|中午|下午|晚上|晚|早上|凌晨)\s*)?(\d{1,2})\s*[:：时点]\s*(?:(\d{1,2})\s*分?)?(?:\s*[:：]?\s*(\d{1,2})(?:\.\d+)?\s*秒?)?"
    r"(?:\s*([AaPp])\.?[Mm]\.?)?"
)
_MOMENT = re.compile(r"(.*?[\d日])[ T]+((?:上午|中午|下午|晚上|晚|早上|凌晨)?\s*\d{1,2}[:：时点].*)")
_EXCEL = date(1899, 12, 30)
_MONTHS = {
    name: at + 1
    for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
}
_LATER = ("下午", "晚上", "晚")


def parted(text: str) -> tuple[str, str]:
    """(day, time) of a cell that may hold both."""
    found = _MOMENT.fullmatch(text.strip())
    if found is not None:
        return found[1].strip(), found[2].strip()
    serial = _SERIAL.fullmatch(text.strip())
    if serial is not None and serial[2]:
        return serial[1], f"0.{serial[2]}"
    return text.strip(), ""


def plain_day(text: str) -> date | None:
    """A day that can be read in one way only: year of four figures first, a month by its name, a workbook's count."""
    for pattern in (_YEAR_LEADS, _PACKED):
        if found := pattern.fullmatch(text):
            return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(text):
        return _day(_year(found[3]), _MONTHS.get(found[2][:3].casefold(), 0), int(found[1]))
    if found := _MONTH_NAMED_FIRST.fullmatch(text):
        return _day(_year(found[3]), _MONTHS.get(found[1][:3].casefold(), 0), int(found[2]))
    if found := _SERIAL.fullmatch(text):
        return _EXCEL + timedelta(days=int(found[1]))
    return None


def readings(text: str, today: date) -> dict[DateForm, date]:
    """Every way in which a day of figures can be read that is no future one; {} of what is no such day."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return {}
    one, two, three = found.groups()
    tried = {
        DateForm.DAY_FIRST: _day(_year(three), int(two), int(one)),
        DateForm.MONTH_FIRST: _day(_year(three), int(one), int(two)),
    }
    if len(three) == 2 and len(one) == 2:
        tried[DateForm.YEAR_FIRST] = _day(_year(one), int(two), int(three))
    return {form: day for form, day in tried.items() if day is not None and day <= today}


def forms_of(cells: Iterable[str], today: date) -> tuple[tuple[DateForm, ...], int]:
    """(forms in which every day of figures of a column could be written, how many such days there are).

    One form: the column says it itself. Several: it must be asked. None, though there are such days: two forms mixed.
    """
    left, count = set(DateForm), 0
    for cell in cells:
        day, _time = parted(cell)
        if _FIGURES.fullmatch(day):
            count += 1
            left &= set(readings(day, today))
    return tuple(form for form in DateForm if form in left) if count else (), count


def day_of(text: str, form: DateForm | None, today: date) -> tuple[date | None, tuple[date, ...]]:
    """(the day, what else it could be): the day is None where there is none, or several and no form to decide."""
    plain = plain_day(text)
    if plain is not None:
        return plain, ()
    found = readings(text, today)
    if form is not None:
        return found.get(form), ()
    days = tuple(dict.fromkeys(found.values()))
    return (days[0], ()) if len(days) == 1 else (None, days)


def checked(text: str, check: date, today: date) -> date | None:
    """The reading of a day that another column confirms."""
    plain = plain_day(text)
    days = [plain] if plain is not None else list(readings(text, today).values())
    return check if check in days else None


def time_of(text: str) -> time | None:
    """15:53, 3:53:50 PM, 下午3点53分, a workbook's fraction of a day. None when it is none of these."""
    plain = text.strip()
    if re.fullmatch(r"0?\.\d+", plain):
        seconds = round(float(plain) * 86_400) % 86_400
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    part, hours, minutes, seconds_, half = found.groups()
    hour = int(hours)
    if (half and half.casefold() == "p" and hour < 12) or (part in _LATER and hour < 12):
        hour += 12
    if half and half.casefold() == "a" and hour == 12:
        hour = 0
    try:
        return time(hour, int(minutes or 0), int(seconds_ or 0))
    except ValueError:
        return None


def _year(figures: str) -> int:
    return int(figures) if len(figures) == 4 else 2000 + int(figures) if int(figures) < 70 else 1900 + int(figures)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found >= EARLIEST else None
