"""The rows of the result's tables: every answer with its item, every finding with its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from qualitydesk.inspections.model import Answer, Correction, Finding, Given, Item, RoundResult, Stop, Verdict
from qualitydesk.kit.dates import moment_words


@dataclass(frozen=True)
class FailedRow:
    """A finding with its item's texts."""

    finding: Finding
    stop: Stop
    item: Item
    given: Given | None
    answered: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class AnswerRow:
    """An item of a stop with the answer that holds; `answered`: by whom and when."""

    stop: Stop
    item: Item
    given: Given | None
    answered: str = ""
    corrections: tuple[Correction, ...] = ()


def answer_rows(result: RoundResult) -> list[AnswerRow]:
    """Every item of every stop, answered or not, in the order of the walk."""
    walk = result.walk
    names = dict(zip(walk.round.inspector_ids, walk.round.inspectors, strict=False))
    found = []
    for stop in walk.stops:
        for item in walk.items[stop.id]:
            answer = walk.answers.get((stop.id, item.code))
            here = tuple(one for one in result.corrections if (one.stop_id, one.item_code) == (stop.id, item.code))
            found.append(AnswerRow(stop, item, answer.given if answer else None, _answered(answer, names), here))
    return found


def _answered(answer: Answer | None, names: Mapping[UUID, str]) -> str:
    """By which of the inspectors, and when."""
    if answer is None:
        return ""
    name = names.get(answer.answered_by, "") if answer.answered_by else ""
    return " · ".join(part for part in (name, moment_words(answer.answered_at)) if part)


def failed_rows(result: RoundResult, answers: list[AnswerRow]) -> list[FailedRow]:
    """Every finding with the answer it came from."""
    by_place = {(row.stop.id, row.item.code): row for row in answers}
    return [
        FailedRow(finding, row.stop, row.item, row.given, row.answered, row.corrections)
        for finding in result.findings
        if (row := by_place.get((finding.stop_id, finding.item_code)))
    ]


def failed_first(row: AnswerRow) -> bool:
    """The sort key of the list of all answers."""
    return not (row.given and row.given.verdict is Verdict.FAIL)


def corrected_words(one: Correction) -> str:
    """When a correction was made, who decided it, and why."""
    return " · ".join(part for part in (moment_words(one.corrected_at), one.decided_by, one.reason) if part)
