"""Words and tones of internal requests on screen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.requests import UNANSWERED, RequestLine, RequestState, RequestSums
from qualitydesk.complaints.ui.words import left_tone, left_words, provisional_words
from qualitydesk.kit.dates import moment_words

STATE_TONES = {
    RequestState.ASKED: "info",
    RequestState.ACCEPTED: "info",
    RequestState.ANSWERED: "warning",
    RequestState.CLOSED: "good",
    RequestState.WITHDRAWN: "muted",
}


def state_words(state: RequestState, language: str) -> str:
    return say(language, f"request_state.{state}")


def due_words(line: RequestLine, now: datetime, language: str) -> str:
    """Time left or late while an answer is owed; afterwards when it was given, and whether in time."""
    if line.state in UNANSWERED:
        left = left_words(line.due_at, now, language)
        return provisional_words(left, language) if line.provisional else left
    if line.answered_at is None:
        return ""
    given = moment_words(line.answered_at)[:10]
    if line.missed:
        return QCoreApplication.translate("Requests", "{day}, late").format(day=given)
    return QCoreApplication.translate("Requests", "{day}, in time").format(day=given)


def due_tone(line: RequestLine, now: datetime) -> str:
    if line.state in UNANSWERED:
        return left_tone(line.due_at, now, limit=True)
    return "danger" if line.missed else ""


def sums_words(sums: RequestSums) -> str:
    """The month in one sentence."""
    translate = QCoreApplication.translate
    if not sums.asked and not sums.open:
        return translate("Requests", "Nothing was asked this month, and nothing is owed an answer.")
    parts = []
    answered = sums.in_time + sums.late
    if answered:
        words = translate("Requests", "{count} of the {answered} answered so far came in time ({percent} %)")
        parts.append(words.format(count=sums.in_time, answered=answered, percent=round(100 * sums.in_time / answered)))
    elif sums.asked:
        parts.append(translate("Requests", "none of this month's requests has been answered yet"))
    if sums.overdue:
        parts.append(
            translate("Requests", "{count} overdue: ask the department for the answer").format(count=sums.overdue)
        )
    elif sums.open:
        parts.append(translate("Requests", "none of the open ones is overdue"))
    else:
        parts.append(translate("Requests", "everything is answered"))
    whole = translate("Requests", "; ").join(parts)
    return translate("Requests", "{sentence}.").format(sentence=whole[:1].upper() + whole[1:])
