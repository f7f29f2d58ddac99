"""Members with their tiers as a table of a workbook; money in yuan, to the fen, names masked as on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qualitydesk.basics.phrases import knows, say
from qualitydesk.members.model.tiers import TierLine
from qualitydesk.sheets import Cell, SheetOut

_HEAD = (
    "number", "name", "institution", "tier", "next_tier", "months", "spent", "threshold", "missing", "lapses", "falls",
)  # fmt: skip


def tier_name(code: str, language: str) -> str:
    """VIP会员; a tier the group has made itself by its code."""
    return say(language, f"tier.name.{code}") if knows(language, f"tier.name.{code}") else code


def tiers_table(lines: Iterable[TierLine], language: str) -> SheetOut:
    """The list as it is filtered."""
    rows: Iterable[Sequence[Cell]] = (
        (
            one.member.number, one.member.called, one.member.institution, tier_name(one.tier, language),
            tier_name(one.next_tier, language), one.months, one.spent / 100, one.threshold / 100, one.missing / 100,
            one.lapses_on, one.falls_on,
        )
        for one in lines
    )  # fmt: skip
    head = tuple(say(language, f"tier.sheet.{name}") for name in _HEAD)
    return SheetOut(say(language, "tier.sheet.members"), head, rows)
