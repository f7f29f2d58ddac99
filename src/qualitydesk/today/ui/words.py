"""The words of the first page's lists: what is to be done, since when or how late."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words, weekday
from qualitydesk.today.model import Errand, Work
from qualitydesk.today.printout.words import sign_words, what_words
from qualitydesk.today.rules import WAITING, days_late

_DAY = 24 * 60


def level_words(work: Work) -> str:
    """A case's level by its numeral; nothing while it has none."""
    return ("", "I", "II", "III", "IV", "V")[work.level]


def level_tone(work: Work) -> str:
    return f"level{work.level}" if work.level else "muted"


def tip_words(work: Work, language: str) -> str:
    """The same in full, with the institution."""
    if work.errand is Errand.SIGN:
        return sign_words(work, language, full=True)
    return f"{what_words(work, language)} · {work.institution}" if work.institution else what_words(work, language)


def when_words(work: Work, today: date, now: datetime, language: str) -> str:
    """How late, for what has a day or a moment to be done by; since when, for what waits."""
    if work.due_at is not None:
        minutes = int((work.due_at - now).total_seconds() // 60)
        words = (
            QCoreApplication.translate("Today", "{time} late")
            if minutes < 0
            else QCoreApplication.translate("Today", "{time} left")
        )
        left = words.format(time=short_length(abs(minutes), language))
        return say(language, "clock.provisional.due", due=left) if work.provisional else left
    if work.errand is Errand.DUE:
        return QCoreApplication.translate("Today", "this week")
    late = days_late(work.day, today)
    if work.errand is Errand.SIGN:
        return _in_force_words(work.day, today)
    if work.errand in WAITING:
        if late <= 0:
            return QCoreApplication.translate("Today", "today")
        if late == 1:
            return QCoreApplication.translate("Today", "yesterday")
        return QCoreApplication.translate("Today", "{days} d ago").format(days=late)
    if late == 1:
        return QCoreApplication.translate("Today", "1 d late")
    if late > 0:
        return QCoreApplication.translate("Today", "{days} d late").format(days=late)
    if late == 0:
        return QCoreApplication.translate("Today", "today")
    return f"{day_words(work.day)[5:]} {weekday(work.day)}"


def _in_force_words(day: date, today: date) -> str:
    """Whether an edition stands already, or from when."""
    if day <= today:
        return QCoreApplication.translate("Today", "in force")
    return QCoreApplication.translate("Today", "from {day}").format(day=day_words(day)[5:])


def short_length(minutes: int, language: str) -> str:
    """A length of time in one unit, whole ones only: 3 d, 26 h, 95 min."""
    if minutes >= 2 * _DAY:
        return say(language, "clock.length.day", days=minutes // _DAY)
    if minutes >= 2 * 60:
        return say(language, "clock.length.hour", hours=minutes // 60)
    return say(language, "clock.length.minutes", minutes=minutes)


def when_tone(work: Work, today: date, now: datetime) -> str:
    """Late things stand out, those of today a little."""
    if work.due_at is not None:
        return "danger" if work.due_at < now else "warning"
    late = days_late(work.day, today)
    if work.errand is Errand.SIGN:
        return "warning" if late >= 0 else "muted"
    if work.errand in WAITING:
        return "muted"
    return "danger" if late > 0 else ("warning" if late == 0 else "muted")
