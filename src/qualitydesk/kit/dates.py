"""Days and moments as the screens write them: 2026-11-21, 2026-11-21 周六, 2026-11-21 14:05."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.clock import DEFAULT_ZONE, local

_APART = re.compile(r"\s*[-/.。、年月–—−~_\s]\s*")  # what people put between year, month and day
_BESIDE = re.compile(
    r"\s*(?:[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?|\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?)$"
)
_CLOCK = re.compile(r"(?<=\d)[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")


def weekday(day: date) -> str:
    """The short name of a day in the user's language: 周六 / Sat."""
    names = (
        QCoreApplication.translate("Weekday", "Mon"),
        QCoreApplication.translate("Weekday", "Tue"),
        QCoreApplication.translate("Weekday", "Wed"),
        QCoreApplication.translate("Weekday", "Thu"),
        QCoreApplication.translate("Weekday", "Fri"),
        QCoreApplication.translate("Weekday", "Sat"),
        QCoreApplication.translate("Weekday", "Sun"),
    )
    return names[day.weekday()]


def day_words(day: object) -> str:
    """A day as 2026-11-21; None as nothing."""
    return day.isoformat() if isinstance(day, date) else ""


def day_long(day: object) -> str:
    """A day with its name: 2026-11-21 周六; None as nothing."""
    return f"{day.isoformat()} {weekday(day)}" if isinstance(day, date) else ""


def moment_words(at: object, zone: str = DEFAULT_ZONE) -> str:
    """An aware moment on the group's wall clock: 2026-11-21 14:05; None as nothing."""
    return f"{local(at, zone):%Y-%m-%d %H:%M}" if isinstance(at, datetime) else ""


def day_typed(words: str, today: date) -> date | None:
    """The day meant by what was typed or pasted: 2027-01-01, 2027/1/1, 2027.1.1, 20270101, 2027年1月1日, 1-1 (of the
    year of `today`), each with a weekday or a time of day after it; None for what is none."""
    text = unicodedata.normalize("NFKC", words).strip().casefold()
    text = _CLOCK.sub("", _BESIDE.sub("", text)).rstrip("日号 ")
    parts = [text[:4], text[4:6], text[6:]] if len(text) == 8 and text.isdecimal() else _APART.split(text)
    if len(parts) == 2:
        parts = [str(today.year), *parts]
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    if len(parts[0]) != 4 or len(parts[1]) > 2 or len(parts[2]) > 2:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
