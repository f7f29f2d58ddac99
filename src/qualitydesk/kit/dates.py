"""Days and moments as the screens write them: 2026-11-21, 2026-11-21 周六, 2026-11-21 14:05."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.clock import DEFAULT_ZONE, local


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
