"""One result in one language: titles, answers, moments and figures as papers write them."""

from __future__ import annotations

from datetime import datetime

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Given, Item, RoundResult, Score, Stop, Verdict
from qualitydesk.inspections.rules.timing import seconds_of
from qualitydesk.inspections.rules.units import figure_words

BETWEEN = {"zh": "、", "en": ", "}
LISTED = {"zh": "；", "en": "; "}


def moment_words(at: datetime, language: str, zone: str = DEFAULT_ZONE) -> str:
    """2026-11-20（周五）09:10"""
    wall = local(at, zone)
    weekday = say(language, f"weekday.{wall.isoweekday()}")
    return say(language, "report.moment", day=wall.date().isoformat(), weekday=weekday, time=f"{wall:%H:%M}")


def length_words(seconds: int, language: str) -> str:
    """45 秒; 6 分 5 秒; 1 小时 20 分."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say(language, "report.hours", hours=hours, minutes=minutes)
    return say(language, "report.minutes" if minutes else "report.seconds", minutes=minutes, seconds=rest)


class ResultWords:
    """What the parts of a report share: its items and stops by name."""

    def __init__(self, result: RoundResult, language: str, zone: str = DEFAULT_ZONE) -> None:
        self.result = result
        self.language = language
        self.zone = zone
        self.items = {item.code: item for items in result.walk.items.values() for item in items}
        self.stops = {stop.id: stop for stop in result.walk.stops}

    def say(self, code: str, **values: object) -> str:
        return say(self.language, f"report.{code}", **values)

    def joined(self, parts: list[str]) -> str:
        return BETWEEN[self.language].join(parts)

    def moment(self, at: datetime) -> str:
        return moment_words(at, self.language, self.zone)

    def time(self, at: datetime) -> str:
        """The time of day, to the second: steps are short."""
        return f"{local(at, self.zone):%H:%M:%S}"

    def verdict(self, score: Score) -> str:
        return self.say({True: "passed", False: "failed", None: "unjudged"}[score.passed])

    def title(self, code: str) -> str:
        found = self.items.get(code)
        return found.title[self.language] if found else code

    def target(self, stop: Stop) -> str:
        """Whom or what a row is about: name and post."""
        return " · ".join(part for part in (stop.name, stop.post) if part)

    def given(self, stop: Stop, item: Item) -> Given | None:
        answer = self.result.walk.answers.get((stop.id, item.code))
        return answer.given if answer else None

    def answer(self, given: Given | None) -> str:
        if given is None or given.verdict is None:
            return self.say("unanswered")
        return say(self.language, f"verdict.{given.verdict.value}")

    def figure(self, item: Item, given: Given | None) -> str:
        """The figure given, where the item asks for one."""
        if given is None or given.verdict is Verdict.NOT_APPLICABLE:
            return ""
        if item.kind is AnswerKind.COUNT and given.seen:
            return self.say("counted", seen=given.seen, failed=given.failed or 0)
        if (seconds := seconds_of(given)) is not None:
            return length_words(seconds, self.language)
        if given.number is None:
            return ""
        if item.kind is AnswerKind.SCALE:
            return self.say("points", points=f"{given.number:g}")
        return figure_words(round(given.number, 2), item.limit.unit if item.limit else "", self.language)

    def whole(self, item: Item, given: Given | None) -> str:
        """Figure, verdict and note of an answer in one line."""
        parts = [self.figure(item, given), self.answer(given), given.note.replace("\n", " ") if given else ""]
        return " · ".join(part for part in parts if part)
