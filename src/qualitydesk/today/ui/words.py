"""The words of the first page: what is to be done, since when or how late, and what a figure says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words, weekday
from qualitydesk.today.model import Errand, Figures, Month, Work
from qualitydesk.today.rules import days_late

_WAITING = frozenset({Errand.WALK, Errand.JUDGE, Errand.PROPOSE, Errand.APPROVE, Errand.ISSUE})
"""Errands whose day is not a deadline: they wait since then."""
NOTHING = "–"


def errand_words(work: Work, language: str) -> str:
    """What is to be done with it."""
    return say(language, f"today.{work.errand}")


def what_words(work: Work, language: str) -> str:
    """Which round, measure or slip."""
    if work.errand in (Errand.WALK, Errand.PLAN, Errand.PROPOSE):
        kind = say(language, f"round_kind.{work.words}")
        if work.errand is Errand.PROPOSE:
            people = QCoreApplication.translate("Today", "{count} people").format(count=work.people)
            return f"{work.number} · {people}"
        return f"{work.number} · {kind}" if work.number else kind
    return f"{work.number} · {work.words}" if work.number else work.words


def tip_words(work: Work, language: str) -> str:
    """The same in full, with the institution."""
    return f"{what_words(work, language)} · {work.institution}"


def when_words(work: Work, today: date) -> str:
    """How late, for what has a day to be done by; since when, for what waits."""
    late = days_late(work.day, today)
    if work.errand in _WAITING:
        if late <= 0:
            return QCoreApplication.translate("Today", "today")
        if late == 1:
            return QCoreApplication.translate("Today", "yesterday")
        return QCoreApplication.translate("Today", "{days} days ago").format(days=late)
    if late == 1:
        return QCoreApplication.translate("Today", "1 day late")
    if late > 0:
        return QCoreApplication.translate("Today", "{days} days late").format(days=late)
    if late == 0:
        return QCoreApplication.translate("Today", "today")
    return f"{day_words(work.day)[5:]} {weekday(work.day)}"


def when_tone(work: Work, today: date) -> str:
    """Late things stand out, those of today a little."""
    late = days_late(work.day, today)
    if work.errand in _WAITING:
        return "muted"
    return "danger" if late > 0 else ("warning" if late == 0 else "muted")


def passed_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Share of this month's finished rounds that passed: number, sentence, course."""
    now = figures.rounds[-1]
    points: list[float | None] = [100 * month.counted / month.of if month.of else None for month in figures.rounds]
    if not now.of:
        return NOTHING, QCoreApplication.translate("Today", "No round has been finished this month."), points
    words = QCoreApplication.translate("Today", "{passed} of {rounds} rounds finished this month have passed.")
    return f"{100 * now.counted / now.of:.0f}%", words.format(passed=now.counted, rounds=now.of), points


def findings_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Findings of this month that count."""
    now, before = figures.findings[-1].counted, figures.findings[-2].counted
    words = QCoreApplication.translate("Today", "Found on this month's rounds so far; {before} in all of last month.")
    return str(now), words.format(before=before), _plain(figures.findings)


def measures_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Measures still to be done, and how many are late."""
    now = figures.measures[-1].counted
    if not now:
        words = QCoreApplication.translate("Today", "No measure is waiting to be done.")
    elif figures.overdue:
        words = QCoreApplication.translate("Today", "Still to be done; {late} of them are late.")
    else:
        words = QCoreApplication.translate("Today", "Still to be done; none of them is late.")
    return str(now), words.format(late=figures.overdue), _plain(figures.measures)


def slips_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """What this month's slips come to."""
    now = figures.slips[-1]
    words = QCoreApplication.translate("Today", "In {count} slips proposed this month, withdrawn ones aside.")
    points: list[float | None] = [month.counted / 100 for month in figures.slips]
    return money.words(now.counted), words.format(count=now.of), points


def _plain(course: tuple[Month, ...]) -> list[float | None]:
    return [float(month.counted) for month in course]
