"""A finished round's result as values of forms/inspection_report.toml, in the language of the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.basics.phrases import capital, say
from qualitydesk.inspections.model import Finding, Item, RoundResult, Score, Standing, Stop, Target, Verdict
from qualitydesk.inspections.model.findings import Dispute
from qualitydesk.inspections.model.reports import Names, PhotoSize, ReportOptions
from qualitydesk.inspections.printout import extras
from qualitydesk.inspections.printout.masking import without_names
from qualitydesk.inspections.printout.points import score_why
from qualitydesk.inspections.printout.words import LISTED, ResultWords
from qualitydesk.inspections.rules.scoring import percent, tenths

_LONG, _BEGINNING = 200, 60  # characters: longer notes stand across the table; how much of them the annex repeats
_SIZES = (PhotoSize.SMALL, PhotoSize.MEDIUM, PhotoSize.LARGE)


def report_fields(
    result: RoundResult,
    language: str,
    *,
    group_name: str,
    head_of_institution: str = "",
    remarks: str = "",
    logo: str = "",
    zone: str = DEFAULT_ZONE,
    options: ReportOptions | None = None,
    disputes: Mapping[UUID, Dispute] | None = None,
    photos: Sequence[extras.PhotoOn] = (),
) -> dict[str, Any]:
    """Exactly the keys of `FIELDS`, as plain JSON. `logo` is a picture's hash; `zone` the wall clock of the group.

    `photos`: those to be printed, with the hashes their pictures are named by.
    """
    options = options or ReportOptions(language=language)
    found, score = result.walk.round, result.score
    words = _Words(result, language, zone, options)
    pictures = extras.photo_rows(words, photos)
    values = {
        "title": words.say(f"title.{found.kind.value}"),
        "number": found.number,
        "group_name": group_name,
        "institution": found.institution,
        "logo": logo,
        "kind": say(language, f"round_kind.{found.kind.value}"),
        "inspectors": words.joined(list(found.inspectors)),
        "inspector_list": [{"name": name} for name in found.inspectors],
        "started": words.moment(found.started_at),
        "finished": words.moment(found.finished_at) if found.finished_at else "",
        "packs": _packs(result, language),
        "lead_reason": found.lead_reason,
        "sample": extras.sample_words(words),
        "late": extras.late_words(words),
        "options": options_words(options, language),
        "score": percent(score.share),
        "score_why": score_why(score, result.partly, language),
        "verdict": words.verdict(score),
        "verdict_tone": {True: "good", False: "bad", None: ""}[score.passed],
        "critical_cause": words.critical_cause(),
        "answered": words.say("answered", answered=score.answered, total=score.total),
        "change": words.change(),
        "failed": [words.failed(finding) for finding in result.findings],
        "people": [words.person(each.stop, each.score) for each in result.stops],
        "timelines": extras.timelines(words),
        "corrections": extras.corrections(words),
        "disputes": extras.disputes(words, disputes or {}),
        "remarks": remarks,
        **{f"photos_{size}": pictures if options.photos is size else [] for size in _SIZES},
        "stops": [words.stop(each.stop, each.score) for each in result.stops],
        "head_of_institution": head_of_institution,
    }
    return values if options.names is Names.FULL else hidden(values, result)


def hidden(values: dict[str, Any], result: RoundResult) -> dict[str, Any]:
    """The values with the names and numbers of the inspected people masked; who inspected stays."""
    people = [stop for stop in result.walk.stops if stop.target is Target.PERSON]
    others = ("inspectors", "inspector_list", "number", "institution", "group_name", "visitor", "compiled_by")
    kept = {name: values[name] for name in others if name in values}
    names, numbers = [stop.name for stop in people], [stop.number for stop in people]
    told: dict[str, Any] = without_names(values, names, numbers)
    return {**told, **kept}


def options_words(options: ReportOptions, language: str) -> str:
    """What was left out or hidden, told on the paper itself; "" when nothing was."""
    told = []
    if options.names is not Names.FULL:
        told.append(say(language, f"report.option.{options.names.value}"))
    if options.hide_passed:
        told.append(say(language, "report.option.hide_passed"))
    return capital(LISTED[language].join(told))


def _packs(result: RoundResult, language: str) -> str:
    """The packs walked with, and that not everybody was asked all of them."""
    names = [say(language, "report.pack", name=p.name[language], edition=p.edition) for p in result.walk.packs]
    if result.walk.round.by_profile:
        names.append(say(language, "report.by_profile"))
    return LISTED[language].join(names)


def _ordinal(number: int, language: str) -> str:
    if language == "zh":
        return str(number)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class _Words(ResultWords):
    """The rows of the report's tables."""

    def __init__(self, result: RoundResult, language: str, zone: str, options: ReportOptions) -> None:
        super().__init__(result, language, zone)
        self._options = options
        self._found = {(one.stop_id, one.item_code) for one in result.findings}
        self._corrected = {(one.stop_id, one.item_code) for one in result.corrections}

    def critical_cause(self) -> str:
        """Which critical items failed, by the names of people and items; "" when none did."""
        causes = [
            self.say("cause", name=each.stop.name, item=self.title(code))
            for each in self.result.stops
            for code in each.score.critical
        ]
        return self.say("critical_cause", causes=self.joined(causes)) if causes else ""

    def change(self) -> str:
        """Against the last round of this kind here, in points as printed; "" when there is none to compare with."""
        now, before = self.result.score.share, self.result.previous
        if now is None or before is None:
            return ""
        points = tenths(now) - tenths(before)
        code = "same" if points == 0 else ("better" if points > 0 else "worse")
        return self.say(code, number=self.result.previous_number, points=f"{abs(points) / 10:.1f}")

    def failed(self, finding: Finding) -> dict[str, Any]:
        """One row of what failed: who, what was wanted, what was seen, which time."""
        item, stop = self.items[finding.item_code], self.stops[finding.stop_id]
        given = self.given(stop, item)
        long = finding.note if len(finding.note) > _LONG else ""
        seen = self.figure(item, given) or ("" if long else finding.note) or self.answer(given)
        notes = [finding.note] if finding.note != seen and not long else []
        if finding.standing is not Standing.COUNTS:
            notes.append(self.say(finding.standing.value, reason=finding.reason))
        return {
            "target": self.target(stop),
            "item": self.title(item.code),
            "standard": item.standard[self.language] + (self.say("critical") if item.critical else ""),
            "seen": seen,
            "note": "\n".join(note for note in notes if note),
            "long_note": long,
            "repeat": self.say("nth", n=_ordinal(finding.nth, self.language)),
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
        """One stop of the annex: every item, answered or not; what passed may be left out, and is counted then."""
        facts = " · ".join(part for part in (stop.number, stop.post) if part)
        name = self.say("stop", name=stop.name, facts=facts) if facts else stop.name
        counted = self.say("answered", answered=score.answered, total=score.total)
        items = self.result.walk.items[stop.id]
        shown = [item for item in items if not (self._options.hide_passed and self._passed(stop, item))]
        left_out = len(items) - len(shown)
        return {
            "stop": name,
            "result": f"{percent(score.share)} · {self.verdict(score)} · {counted}",
            "left_out": self.say("left_out_passed", count=left_out) if left_out else "",
            "none_listed": bool(left_out) and not shown,
            "answers": [self._row(stop, item) for item in shown],
        }

    def _passed(self, stop: Stop, item: Item) -> bool:
        given = self.given(stop, item)
        corrected = (stop.id, item.code) in self._corrected
        return given is not None and given.verdict is Verdict.PASS and not given.note and not corrected

    def _short(self, stop: Stop, item: Item, note: str) -> str:
        """A long note of a finding stands in full among the failed items; the annex has its beginning."""
        if len(note) <= _LONG or (stop.id, item.code) not in self._found:
            return note
        return self.say("begins", words=note[:_BEGINNING].replace("\n", " "))

    def _row(self, stop: Stop, item: Item) -> dict[str, Any]:
        given = self.given(stop, item)
        notes = [self._short(stop, item, given.note)] if given and given.note else []
        if given and given.fixed:
            notes.append(self.say("fixed"))
        if (stop.id, item.code) in self._corrected:
            notes.append(self.say("corrected"))
        return {
            "group": say(self.language, f"item_group.{item.group.value}"),
            "item": self.title(item.code) + (self.say("critical") if item.critical else ""),
            "answer": "\n".join(part for part in (self.figure(item, given), self.answer(given)) if part),
            "note": "\n".join(notes),
            "tone": "bad" if given and given.verdict is Verdict.FAIL else "",
        }
