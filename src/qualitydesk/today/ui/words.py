"""The words of the first page: what is to be done, since when or how late, and what a figure says."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words, weekday
from qualitydesk.today.model import Errand, Figures, Work
from qualitydesk.today.rules import days_late

_WAITING = frozenset(
    {
        Errand.WALK,
        Errand.JUDGE,
        Errand.PROPOSE,
        Errand.APPROVE,
        Errand.ISSUE,
        Errand.CORRECT,
        Errand.DECIDE,
        Errand.PAY,
        Errand.CONSEQUENCE,
        Errand.FOLLOWS,
    }
)
"""Errands whose day is not a deadline: they wait since then."""
_CASES = frozenset(
    {
        Errand.CLOCK,
        Errand.DECIDE,
        Errand.PAY,
        Errand.FOLLOW,
        Errand.OUTSIDE,
        Errand.MONTH,
        Errand.REVIEW,
        Errand.REQUEST,
    }
)
NOTHING = "–"
_DAY = 24 * 60


def errand_words(work: Work, language: str) -> str:
    """What is to be done with it."""
    return say(language, f"today.{work.errand}")


def what_words(work: Work, language: str) -> str:
    """Which round, measure or slip."""
    if work.errand in _CASES:
        return _case_words(work, language)
    if work.errand in (Errand.WALK, Errand.PLAN, Errand.PROPOSE):
        kind = say(language, f"round_kind.{work.words}")
        if work.errand is Errand.PROPOSE:
            people = QCoreApplication.translate("Today", "{count} people").format(count=work.people)
            return f"{work.number} · {people}"
        return f"{work.number} · {kind}" if work.number else kind
    if work.errand is Errand.DUE:
        words = QCoreApplication.translate("Today", "{due} rounds due this week, {missed} missed in 30 days")
        return words.format(due=work.people, missed=work.of)
    if work.errand in (Errand.CONSEQUENCE, Errand.FOLLOWS):
        kind, _, name = work.words.partition(":")
        return f"{name} · {say(language, f'points.follows.{kind}')} · {work.number}"
    if work.errand in (Errand.APPEAL, Errand.APPROVE, Errand.ISSUE):
        return f"{work.words} · {work.number}"  # on a narrow screen whose it is tells more than its number
    if work.errand is Errand.PERSON:
        return f"{capital(say(language, f'asked.{work.words}'))} · {work.number}"
    if work.errand is Errand.SIGN:
        short = QCoreApplication.translate("Today", "{missing} of {people} not signed · {rule}, edition {number}")
        return _sign_words(short, work, language)
    return f"{work.number} · {work.words}" if work.number else work.words


def _sign_words(words: str, work: Work, language: str) -> str:
    """Which edition of which rule, from when, and how many have not signed it."""
    return words.format(
        rule=capital(say(language, f"rule.name.{work.words}")),
        number=work.number,
        day=day_words(work.day),
        missing=work.people,
        people=work.of,
    )


def _case_words(work: Work, language: str) -> str:
    """Which case, and which clock, sum or date of it; which month."""
    if work.errand in (Errand.MONTH, Errand.REVIEW):
        return f"{work.words} {say(language, 'paper_kind.complaint_month')}"
    if work.errand is Errand.PAY:
        return f"{work.number} · {say(language, f'money_kind.{work.words}')} {money.words(work.amount)}"
    if work.errand is Errand.REQUEST:
        return f"{work.number} · {work.words}"
    if work.errand is Errand.DECIDE:
        return f"{work.number} · {work.institution}"
    return f"{work.number} · {clock_name(work, language)}"


def clock_name(work: Work, language: str) -> str:
    """The clock a row is about; of a date set outside who set it."""
    outside, _, kind = work.words.partition("external.")
    if work.errand is Errand.OUTSIDE or (not outside and kind):
        return say(language, f"clock.external.{(kind or work.words).split('.')[0]}")
    return say(language, f"clock.name.{work.words}")


def level_words(work: Work) -> str:
    """A case's level by its numeral; nothing while it has none."""
    return ("", "I", "II", "III", "IV", "V")[work.level]


def level_tone(work: Work) -> str:
    return f"level{work.level}" if work.level else "muted"


def tip_words(work: Work, language: str) -> str:
    """The same in full, with the institution."""
    if work.errand is Errand.SIGN:
        full = QCoreApplication.translate(
            "Today", "{rule}, edition {number} (from {day}): {missing} of {people} have not signed"
        )
        return _sign_words(full, work, language)
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
        return words.format(time=short_length(abs(minutes), language))
    if work.errand is Errand.DUE:
        return QCoreApplication.translate("Today", "this week")
    late = days_late(work.day, today)
    if work.errand is Errand.SIGN:
        return _in_force_words(work.day, today)
    if work.errand in _WAITING:
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
    if work.errand in _WAITING:
        return "muted"
    return "danger" if late > 0 else ("warning" if late == 0 else "muted")


def cases_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Open cases, and how many of them have a clock that has run out."""
    now = figures.cases[-1].counted
    if not now:
        words = QCoreApplication.translate("Today", "No complaint is open.")
    elif figures.overdue:
        words = QCoreApplication.translate("Today", "Still open; in {late} of them a clock has run out.")
    else:
        words = QCoreApplication.translate("Today", "Still open; no clock has run out.")
    return str(now), words.format(late=figures.overdue), [float(month.counted) for month in figures.cases]


def closed_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Share of this month's closings that were on time, those overdue and open counted against it."""
    now = figures.closed[-1]
    points: list[float | None] = [100 * month.counted / month.of if month.of else None for month in figures.closed]
    if not now.of:
        return (
            NOTHING,
            QCoreApplication.translate("Today", "No complaint was closed this month, none is overdue."),
            points,
        )
    words = QCoreApplication.translate(
        "Today", "{kept} of {cases} on time: closed this month, or open beyond their limit."
    )
    return f"{100 * now.counted / now.of:.0f}%", words.format(kept=now.counted, cases=now.of), points


def passed_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """Share of this month's finished rounds that passed: number, sentence, course."""
    now = figures.rounds[-1]
    points: list[float | None] = [100 * month.counted / month.of if month.of else None for month in figures.rounds]
    if not now.of:
        return NOTHING, QCoreApplication.translate("Today", "No round has been finished this month."), points
    words = QCoreApplication.translate("Today", "{passed} of {rounds} rounds finished this month have passed.")
    return f"{100 * now.counted / now.of:.0f}%", words.format(passed=now.counted, rounds=now.of), points


def slips_figure(figures: Figures) -> tuple[str, str, list[float | None]]:
    """What this month's slips come to."""
    now = figures.slips[-1]
    words = QCoreApplication.translate("Today", "In {count} slips proposed this month, withdrawn ones aside.")
    points: list[float | None] = [month.counted / 100 for month in figures.slips]
    return money.words(now.counted), words.format(count=now.of), points
