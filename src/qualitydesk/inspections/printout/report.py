"""A finished round's result as values of forms/inspection_report.toml, in the language of the paper."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import (
    AnswerKind,
    Finding,
    Given,
    Item,
    RoundResult,
    Score,
    Standing,
    Stop,
    Verdict,
)
from qualitydesk.inspections.printout.points import score_why
from qualitydesk.inspections.rules.scoring import percent, tenths
from qualitydesk.inspections.rules.units import unit_words

_BETWEEN = {"zh": "、", "en": ", "}
_LISTED = {"zh": "；", "en": "; "}


def report_fields(
    result: RoundResult,
    language: str,
    *,
    group_name: str,
    head_of_institution: str = "",
    remarks: str = "",
    logo: str = "",
    zone: str = DEFAULT_ZONE,
) -> dict[str, Any]:
    """Exactly the keys of `FIELDS`, as plain JSON. `logo` is a picture's hash; `zone` the wall clock of the group."""
    found, score = result.walk.round, result.score
    words = _Words(result, language)
    return {
        "number": found.number,
        "group_name": group_name,
        "institution": found.institution,
        "logo": logo,
        "kind": say(language, f"round_kind.{found.kind.value}"),
        "inspectors": _BETWEEN[language].join(found.inspectors),
        "inspector_list": [{"name": name} for name in found.inspectors],
        "started": _moment(found.started_at, language, zone),
        "finished": _moment(found.finished_at, language, zone) if found.finished_at else "",
        "packs": _packs(result, language),
        "score": percent(score.share),
        "score_why": score_why(score, result.partly, language),
        "verdict": words.verdict(score),
        "verdict_tone": {True: "good", False: "bad", None: ""}[score.passed],
        "critical_cause": words.critical_cause(),
        "answered": words.say("answered", answered=score.answered, total=score.total),
        "change": words.change(),
        "failed": [words.failed(finding) for finding in result.findings],
        "people": [words.person(each.stop, each.score) for each in result.stops],
        "remarks": remarks,
        "photos": [],
        "stops": [words.stop(each.stop, each.score) for each in result.stops],
        "head_of_institution": head_of_institution,
    }


def _moment(at: datetime, language: str, zone: str) -> str:
    wall = local(at, zone)
    weekday = say(language, f"weekday.{wall.isoweekday()}")
    return say(language, "report.moment", day=wall.date().isoformat(), weekday=weekday, time=f"{wall:%H:%M}")


def _packs(result: RoundResult, language: str) -> str:
    names = [say(language, "report.pack", name=p.name[language], edition=p.edition) for p in result.walk.packs]
    return _LISTED[language].join(names)


def _ordinal(number: int, language: str) -> str:
    if language == "zh":
        return str(number)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class _Words:
    """One result in one language."""

    def __init__(self, result: RoundResult, language: str) -> None:
        self._result = result
        self._language = language
        self._items = {item.code: item for items in result.walk.items.values() for item in items}
        self._stops = {stop.id: stop for stop in result.walk.stops}

    def say(self, code: str, **values: object) -> str:
        return say(self._language, f"report.{code}", **values)

    def verdict(self, score: Score) -> str:
        return self.say({True: "passed", False: "failed", None: "unjudged"}[score.passed])

    def critical_cause(self) -> str:
        """Which critical items failed, by the names of people and items; "" when none did."""
        causes = [
            self.say("cause", name=each.stop.name, item=self._title(code))
            for each in self._result.stops
            for code in each.score.critical
        ]
        return self.say("critical_cause", causes=_BETWEEN[self._language].join(causes)) if causes else ""

    def change(self) -> str:
        """Against the last round of this kind here, in points as printed; "" when there is none to compare with."""
        now, before = self._result.score.share, self._result.previous
        if now is None or before is None:
            return ""
        points = tenths(now) - tenths(before)
        code = "same" if points == 0 else ("better" if points > 0 else "worse")
        return self.say(code, number=self._result.previous_number, points=f"{abs(points) / 10:.1f}")

    def failed(self, finding: Finding) -> dict[str, Any]:
        """One row of what failed: who, what was wanted, what was seen, which time."""
        item, stop = self._items[finding.item_code], self._stops[finding.stop_id]
        given = self._given(stop, item)
        seen = self._figure(item, given) or finding.note or self._answer(item, given)
        notes = [finding.note] if finding.note != seen else []
        if finding.standing is not Standing.COUNTS:
            notes.append(self.say(finding.standing.value, reason=finding.reason))
        return {
            "target": " · ".join(part for part in (stop.name, stop.post) if part),
            "item": self._title(item.code),
            "standard": item.standard[self._language] + (self.say("critical") if item.critical else ""),
            "seen": seen,
            "note": "\n".join(note for note in notes if note),
            "repeat": self.say("nth", n=_ordinal(finding.nth, self._language)),
            "fixed": finding.fixed,
            "tone": "bad" if item.critical else "",
        }

    def person(self, stop: Stop, score: Score) -> dict[str, Any]:
        return {
            "name": stop.name,
            "number": stop.number,
            "post": stop.post,
            "score": percent(score.share),
            "verdict": self.verdict(score),
            "fails": str(score.failed),
            "tone": "bad" if score.passed is False else "",
        }

    def stop(self, stop: Stop, score: Score) -> dict[str, Any]:
        """One stop of the annex: every item, answered or not."""
        facts = " · ".join(part for part in (stop.number, stop.post) if part)
        name = self.say("stop", name=stop.name, facts=facts) if facts else stop.name
        counted = self.say("answered", answered=score.answered, total=score.total)
        return {
            "stop": name,
            "result": f"{percent(score.share)} · {self.verdict(score)} · {counted}",
            "answers": [self._row(stop, item) for item in self._result.walk.items[stop.id]],
        }

    def _row(self, stop: Stop, item: Item) -> dict[str, Any]:
        given = self._given(stop, item)
        notes = [given.note] if given and given.note else []
        if given and given.fixed:
            notes.append(self.say("fixed"))
        return {
            "group": say(self._language, f"item_group.{item.group.value}"),
            "item": self._title(item.code) + (self.say("critical") if item.critical else ""),
            "answer": "\n".join(part for part in (self._figure(item, given), self._answer(item, given)) if part),
            "note": "\n".join(notes),
            "tone": "bad" if given and given.verdict is Verdict.FAIL else "",
        }

    def _title(self, code: str) -> str:
        return self._items[code].title[self._language]

    def _given(self, stop: Stop, item: Item) -> Given | None:
        answer = self._result.walk.answers.get((stop.id, item.code))
        return answer.given if answer else None

    def _answer(self, item: Item, given: Given | None) -> str:
        if given is None or given.verdict is None:
            return self.say("unanswered")
        return say(self._language, f"verdict.{given.verdict.value}")

    def _figure(self, item: Item, given: Given | None) -> str:
        """The figure given, where the item asks for one."""
        if given is None or given.verdict is Verdict.NOT_APPLICABLE:
            return ""
        if item.kind is AnswerKind.COUNT and given.seen:
            return self.say("counted", seen=given.seen, failed=given.failed or 0)
        if given.number is None:
            return ""
        if item.kind is AnswerKind.SCALE:
            return self.say("points", points=f"{given.number:g}")
        return f"{given.number:g} {unit_words(item.limit.unit, self._language) if item.limit else ''}".strip()
