"""Reads the rules on members' benefits and points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.membership import BenefitRule, MemberPointsRule
from qualitydesk.rulebook.rules.reading import Reader

_MOST_TIMES = 366
_MOST_FEN = 100_000_000


def read_benefits(values: Mapping[str, Any]) -> BenefitRule:
    """The rule on benefits in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    tiers: dict[str, dict[str, int]] = {}
    for tier in reader.keys("yearly"):
        path = f"yearly.{tier}"
        tiers[tier] = {one: reader.whole(f"{path}.{one}", 0, _MOST_TIMES) for one in reader.keys(path)}
    reader.finish()
    return BenefitRule(tiers)


def read_member_points(values: Mapping[str, Any]) -> MemberPointsRule:
    """The rule on members' points in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = MemberPointsRule(
        reader.whole("fen_per_point", 1, _MOST_FEN),
        reader.whole("valid_months", 1, 120),
        reader.codes("earning_kinds"),
        reader.codes("redeeming_tiers"),
    )
    reader.finish()
    return rule
