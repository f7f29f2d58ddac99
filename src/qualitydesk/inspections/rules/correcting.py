"""Answers corrected after a round: which of them hold, and what a correction does to findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.inspections.model import Answer, Correction, Given, Item
from qualitydesk.inspections.rules import scoring
from qualitydesk.rulebook.model import ScoreRule


class Effect(StrEnum):
    """What becomes of the findings: one is taken back, a new one is written, the one there is told otherwise."""

    NONE = "none"
    TAKEN_BACK = "taken_back"
    FOUND = "found"
    TOLD_OTHERWISE = "told_otherwise"


def holding(
    answers: Iterable[Answer], corrections: Iterable[Correction], finished_at: datetime | None
) -> dict[tuple[UUID, str], Answer]:
    """The answers that hold, by stop and item: the last correction of each in place of what was given.

    A corrected answer keeps its moment: that of the act. One never given before has that of the round's end.
    """
    found = {(answer.stop_id, answer.item_code): answer for answer in answers}
    for one in corrections:  # oldest first
        key = (one.stop_id, one.item_code)
        there = found.get(key)
        if there is not None:
            found[key] = replace(there, given=one.given)
        else:
            found[key] = Answer(*key, one.given, finished_at or one.corrected_at, None)
    return found


def effect_of(item: Item, before: Given | None, given: Given, rule: ScoreRule) -> Effect:
    """What a correction does to the findings of this item."""
    failed_before = before is not None and scoring.is_failed(item, before, rule)
    fails = scoring.is_failed(item, given, rule)
    if failed_before and not fails:
        return Effect.TAKEN_BACK
    if fails and not failed_before:
        return Effect.FOUND
    if fails and before is not None and (before.note, before.fixed) != (given.note, given.fixed):
        return Effect.TOLD_OTHERWISE
    return Effect.NONE


def originals(corrections: Iterable[Correction]) -> Mapping[tuple[UUID, str], Given | None]:
    """What was given on the round, of the answers that were corrected since."""
    found: dict[tuple[UUID, str], Given | None] = {}
    for one in corrections:
        found.setdefault((one.stop_id, one.item_code), one.before)
    return found
