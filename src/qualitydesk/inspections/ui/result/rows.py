"""The rows of the result's tables: every answer with its item, every finding with its answer."""

from __future__ import annotations

from dataclasses import dataclass

from qualitydesk.inspections.model import Finding, Given, Item, RoundResult, Stop, Verdict


@dataclass(frozen=True)
class FailedRow:
    """A finding with its item's texts."""

    finding: Finding
    stop: Stop
    item: Item
    given: Given | None


@dataclass(frozen=True)
class AnswerRow:
    """An item of a stop with what was answered."""

    stop: Stop
    item: Item
    given: Given | None


def answer_rows(result: RoundResult) -> list[AnswerRow]:
    """Every item of every stop, answered or not, in the order of the walk."""
    walk = result.walk
    return [
        AnswerRow(stop, item, answer.given if (answer := walk.answers.get((stop.id, item.code))) else None)
        for stop in walk.stops
        for item in walk.items[stop.id]
    ]


def failed_rows(result: RoundResult, answers: list[AnswerRow]) -> list[FailedRow]:
    """Every finding with the answer it came from."""
    by_place = {(row.stop.id, row.item.code): row for row in answers}
    return [
        FailedRow(finding, row.stop, row.item, row.given)
        for finding in result.findings
        if (row := by_place.get((finding.stop_id, finding.item_code)))
    ]


def failed_first(row: AnswerRow) -> bool:
    """The sort key of the list of all answers."""
    return not (row.given and row.given.verdict is Verdict.FAIL)
