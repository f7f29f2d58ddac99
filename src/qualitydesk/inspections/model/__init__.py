"""Values of inspections: standards (packs, items) and rounds."""

from __future__ import annotations

from qualitydesk.inspections.model.rounds import (
    Answer,
    Cursor,
    EarlierFinding,
    Finding,
    Given,
    Round,
    RoundDraft,
    RoundFilter,
    RoundKind,
    RoundLine,
    RoundResult,
    RoundState,
    Score,
    Standing,
    Stop,
    StopResult,
    Verdict,
    Walk,
)
from qualitydesk.inspections.model.standards import AnswerKind, Gravity, Item, ItemGroup, Limit, Pack, Target, Texts

__all__ = [
    "Answer",
    "AnswerKind",
    "Cursor",
    "EarlierFinding",
    "Finding",
    "Given",
    "Gravity",
    "Item",
    "ItemGroup",
    "Limit",
    "Pack",
    "Round",
    "RoundDraft",
    "RoundFilter",
    "RoundKind",
    "RoundLine",
    "RoundResult",
    "RoundState",
    "Score",
    "Standing",
    "Stop",
    "StopResult",
    "Target",
    "Texts",
    "Verdict",
    "Walk",
]
