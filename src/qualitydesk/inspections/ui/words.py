"""The words and tones of inspections' screens: shares, verdicts, states, who an item is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Given, Item, Limit, RoundState, Score, StepTime, Verdict
from qualitydesk.inspections.rules.scoring import NOTHING, percent
from qualitydesk.inspections.rules.stepping import time_words
from qualitydesk.inspections.rules.timing import clock_words, seconds_of
from qualitydesk.inspections.rules.units import figure_words, limit_signs

TONES = {Verdict.PASS: "good", Verdict.FAIL: "danger", Verdict.PARTLY: "warning", Verdict.NOT_APPLICABLE: "muted"}


def answered_words(answered: int, total: int) -> str:
    """How much stands behind a score."""
    return QCoreApplication.translate("Inspections", "{answered} of {total} answered").format(
        answered=answered, total=total
    )


def failed_words(failed: int) -> str:
    return QCoreApplication.translate("Inspections", "{failed} failed").format(failed=failed)


def passed_words(passed: bool | None) -> str:
    """The verdict on a round or a person."""
    if passed is None:
        return NOTHING
    if passed:
        return QCoreApplication.translate("Inspections", "Passed")
    return QCoreApplication.translate("Inspections", "Failed")


def passed_tone(passed: bool | None) -> str:
    return "muted" if passed is None else ("good" if passed else "danger")


def state_words(state: RoundState) -> str:
    if state is RoundState.OPEN:
        return QCoreApplication.translate("Inspections", "Open")
    if state is RoundState.FINISHED:
        return QCoreApplication.translate("Inspections", "Finished")
    return QCoreApplication.translate("Inspections", "Given up")


def settled(score: Score) -> bool | None:
    """The verdict of a score, told only when every item is answered or a critical one failed."""
    if score.answered < score.total and not score.critical:
        return None
    return score.passed


def plain(number: float) -> str:
    """A number as typed: 3 and not 3.0."""
    return f"{number:g}"


def limit_words(limit: Limit | None, language: str) -> str:
    """The wanted range of a measured item or a timed step."""
    return "" if limit is None else limit_signs(limit, language)


def kind_words(item: Item, language: str) -> str:
    """How an item is answered, with its limit."""
    words = say(language, f"answer_kind.{item.kind.value}")
    return f"{words} · {limit_words(item.limit, language)}" if item.limit else words


def given_words(item: Item, given: Given | None, language: str) -> str:
    """An answer in words: "pass", "3 / 5 · pass", "42 cm · pass", "2 of 10 · fail"; a note alone as "—"."""
    if given is not None and given.began is not None and given.ended is None:
        return QCoreApplication.translate("Inspections", "running since {time}").format(time=time_words(given.began))
    if given is None or given.verdict is None:
        return NOTHING
    verdict = say(language, f"verdict.{given.verdict.value}")
    if given.verdict is Verdict.NOT_APPLICABLE:
        return verdict
    figure = clock_words(seconds_of(given)) or _figure(item, given, language)
    return f"{figure} · {verdict}" if figure else verdict


def _figure(item: Item, given: Given, language: str) -> str:
    """What was counted, measured or marked."""
    if item.kind is AnswerKind.SCALE and given.number is not None:
        return f"{plain(given.number)} / 5"
    if given.number is not None:
        return figure_words(given.number, item.limit.unit if item.limit else "", language)
    return f"{given.failed or 0} / {given.seen}" if given.seen else ""


def span_words(given: Given | None) -> str:
    """When a step began and ended: "09:05:00 – 09:08:21"; "" for anything else."""
    if given is None or given.began is None:
        return ""
    return f"{time_words(given.began)} – {time_words(given.ended) or '…'}"


def step_words(step: StepTime, language: str) -> str:
    """A step in one line: place, title, times, duration against the limit, pause before it, when it was really done."""
    parts = [f"{step.position} {step.item.title[language]}"]
    if step.began is not None:
        parts.append(f"{time_words(step.began)} – {time_words(step.ended)}".rstrip(" –"))
    took = clock_words(step.seconds)
    if took or step.item.limit is not None:
        limit = limit_words(step.item.limit, language)
        parts.append(f"{took} ({limit})" if took and limit else took or limit)
    if step.gap is not None:
        words = (
            QCoreApplication.translate("Inspections", "{time} after the step before")
            if step.gap >= 0
            else QCoreApplication.translate("Inspections", "begun {time} before the step before it ended")
        )
        parts.append(words.format(time=clock_words(abs(step.gap))))
    if step.displaced:
        parts.append(QCoreApplication.translate("Inspections", "really done as number {n}").format(n=step.order))
    return " · ".join(parts)


def aimed_at(sex: str | None, posts: tuple[str, ...], post_names: Mapping[str, str], language: str) -> str:
    """Who a pack or an item is for: "Women · guide, nurse"; nobody in particular: "Everybody"."""
    parts = []
    if sex == "female":
        parts.append(QCoreApplication.translate("Inspections", "Women"))
    elif sex == "male":
        parts.append(QCoreApplication.translate("Inspections", "Men"))
    if posts:
        between = "、" if language == "zh" else ", "
        parts.append(between.join(post_names.get(code, code) for code in posts))
    return " · ".join(parts) or QCoreApplication.translate("Inspections", "Everybody")


__all__ = [
    "NOTHING",
    "TONES",
    "aimed_at",
    "answered_words",
    "failed_words",
    "given_words",
    "kind_words",
    "limit_words",
    "passed_tone",
    "passed_words",
    "percent",
    "plain",
    "settled",
    "span_words",
    "state_words",
    "step_words",
]
