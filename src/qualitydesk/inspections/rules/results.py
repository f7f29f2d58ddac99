"""A round's answers become its result and its findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from qualitydesk.inspections.model import (
    Finding,
    Given,
    Item,
    Pack,
    RoundResult,
    Score,
    Standing,
    Stop,
    StopResult,
    Walk,
)
from qualitydesk.inspections.rules import scoring
from qualitydesk.inspections.rules.choosing import packs_at
from qualitydesk.rulebook.model import ScoreRule


def pass_mark_of(packs: Sequence[Pack]) -> Fraction:
    """The mark a stop must reach: the strictest of its packs."""
    return max(Fraction(str(pack.pass_mark)) for pack in packs)


def given_at(walk: Walk, stop: Stop) -> dict[str, Given]:
    """The answers of one stop by item code."""
    return {code: answer.given for (stop_id, code), answer in walk.answers.items() if stop_id == stop.id}


def score_of_stop(walk: Walk, stop: Stop, rule: ScoreRule) -> Score:
    """The score of one person or place so far."""
    mark = pass_mark_of(packs_at(walk.packs, stop) or walk.packs)
    return scoring.score(walk.items[stop.id], given_at(walk, stop), rule, mark)


def result_of(walk: Walk, rule: ScoreRule, findings: Iterable[Finding]) -> RoundResult:
    """The round as it stands: each stop's score, and the whole from their sums."""
    stops = tuple(StopResult(stop, score_of_stop(walk, stop, rule)) for stop in walk.stops)
    whole = scoring.together((each.score for each in stops), pass_mark_of(walk.packs))
    return RoundResult(walk, whole, stops, tuple(findings), partly=rule.partly)


def failed_items(walk: Walk, rule: ScoreRule) -> list[tuple[Stop, Item, Given]]:
    """Every fail in the order of the walk."""
    return [
        (stop, item, answer.given)
        for stop in walk.stops
        for item in walk.items[stop.id]
        if (answer := walk.answers.get((stop.id, item.code))) and scoring.is_failed(item, answer.given, rule)
    ]


def finding_rows(walk: Walk, rule: ScoreRule, recorded_at: datetime) -> list[dict[str, Any]]:
    """What a finished round leaves behind: one row for each fail, dated by its answer."""
    return [
        {
            "round_id": walk.round.id,
            "stop_id": stop.id,
            "employee_id": stop.employee_id,
            "place_id": stop.place_id,
            "institution_id": walk.round.institution_id,
            "item_code": item.code,
            "item_group": item.group,
            "gravity": item.gravity,
            "found_at": walk.answers[stop.id, item.code].answered_at,
            "recorded_at": recorded_at,
            "note": given.note,
            "fixed": given.fixed,
            "standing": Standing.COUNTS,
            "reason": "",
            **_pack_of(walk, item),
        }
        for stop, item, given in failed_items(walk, rule)
    ]


def _pack_of(walk: Walk, item: Item) -> dict[str, Any]:
    """Code and edition of the pack an item was walked by."""
    pack = next((one for one in walk.packs if any(each.code == item.code for each in one.items)), None)
    return {"pack_code": pack.code, "pack_edition": pack.edition} if pack else {}


def counted(findings: Sequence[Finding], history: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings with `nth` filled: how often this person or place had failed this item, this time included.

    Findings left out or disputed successfully are not counted; two in one round are one.
    """

    def nth(finding: Finding) -> int:
        rounds = {
            other.round_id
            for other in history
            if other.subject_id == finding.subject_id
            and other.item_code == finding.item_code
            and other.standing is Standing.COUNTS
            and other.found_at <= finding.found_at
        }
        return len(rounds | {finding.round_id})

    return tuple(replace(finding, nth=nth(finding)) for finding in findings)


def in_walk_order(walk: Walk, findings: Sequence[Finding]) -> list[Finding]:
    """Findings as they were met: person by person, item by item."""
    met = {(stop.id, item.code): at for stop in walk.stops for at, item in enumerate(walk.items[stop.id])}
    stops = {stop.id: stop.position for stop in walk.stops}
    return sorted(findings, key=lambda one: (stops[one.stop_id], met.get((one.stop_id, one.item_code), 0)))
