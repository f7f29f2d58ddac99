"""Words and tones of measures on screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.measures.model import Ageing, Effect, MeasureLine, MeasureState, MeasureVerb, Recheck, Urgency

STATE_TONES = {
    MeasureState.OPEN: "info",
    MeasureState.REPORTED: "warning",
    MeasureState.CLOSED: "good",
    MeasureState.DROPPED: "muted",
}
URGENCY_TONES = {Urgency.ORDINARY: "", Urgency.URGENT: "warning", Urgency.AT_ONCE: "danger"}


def state_words(state: MeasureState, language: str) -> str:
    return say(language, f"measure_state.{state}")


def urgency_words(urgency: Urgency, language: str) -> str:
    return say(language, f"urgency.{urgency}")


def verb_words(verb: MeasureVerb, language: str) -> str:
    return say(language, f"measure_verb.{verb}")


def due_words(line: MeasureLine, today: date) -> str:
    """The due date, and how far behind or ahead it lies while the measure is to be done."""
    days = line.overdue_days(today)
    told = day_words(line.due_on)
    if days:
        return QCoreApplication.translate("Measures", "{day} · {days} d overdue").format(day=told, days=days)
    if line.state is MeasureState.OPEN and line.due_on == today:
        return QCoreApplication.translate("Measures", "{day} · today").format(day=told)
    return told


def due_tone(line: MeasureLine, today: date) -> str:
    if line.overdue_days(today):
        return "danger"
    return "warning" if line.state is MeasureState.OPEN and line.due_on == today else ""


def check_words(line: MeasureLine, language: str) -> str:
    """What came of re-check and effect check, or when they are due."""
    parts = []
    if line.recheck is not None:
        parts.append(say(language, f"recheck.{line.recheck}"))
    elif line.recheck_on is not None:
        parts.append(QCoreApplication.translate("Measures", "re-check {day}").format(day=day_words(line.recheck_on)))
    if line.effect is not None:
        parts.append(say(language, f"effect.{line.effect}"))
    return " · ".join(parts)


def check_tone(line: MeasureLine) -> str:
    if line.recheck is Recheck.FAILED or line.effect is Effect.NOT_EFFECTIVE:
        return "danger"
    return "good" if line.recheck is Recheck.PASSED else ""


def ageing_words(ageing: Ageing) -> str:
    """One sentence: how many stand open, how many are late, how long the oldest has waited."""
    if not ageing.open:
        return QCoreApplication.translate("Measures", "Nothing is waiting to be put right.")
    parts = [QCoreApplication.translate("Measures", "{count} to be done").format(count=ageing.open)]
    if ageing.overdue:
        parts.append(QCoreApplication.translate("Measures", "{count} overdue").format(count=ageing.overdue))
    else:
        parts.append(QCoreApplication.translate("Measures", "none overdue"))
    if ageing.reported:
        parts.append(
            QCoreApplication.translate("Measures", "{count} reported done, waiting to be judged").format(
                count=ageing.reported
            )
        )
    parts.append(
        QCoreApplication.translate("Measures", "the oldest has stood for {days} days").format(days=ageing.oldest)
    )
    between = QCoreApplication.translate("Measures", ", ")
    return QCoreApplication.translate("Measures", "{parts}.").format(parts=between.join(parts))
