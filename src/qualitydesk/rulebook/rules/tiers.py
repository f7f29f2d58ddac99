"""Reads the rule on members' tiers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from qualitydesk.rulebook.model.tiers import Downgrade, TierLevel, TiersRule
from qualitydesk.rulebook.rules.reading import Reader

_MOST_FEN = 10**13
_MOST_MONTHS = 120
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])")  # a day every month has


def read_tiers(values: Mapping[str, Any]) -> TiersRule:
    """The rule on tiers in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    levels = sorted((_level(reader, code) for code in reader.keys("tiers")), key=lambda level: level.threshold)
    rule = TiersRule(
        levels=tuple(levels),
        guarantee_months=reader.whole("guarantee_months", 0, _MOST_MONTHS),
        grace_months=reader.whole("grace_months", 0, _MOST_MONTHS),
        downgrade=reader.word("downgrade", Downgrade),
        guarantee_after_downgrade=reader.flag("guarantee_after_downgrade"),
        review_days=_days(reader, "review_days"),
        at_risk_days=reader.whole("at_risk_days", 0, 366),
        pyramid_share_percent=reader.whole("pyramid_share_percent", 1, 99),
    )
    if levels and levels[0].threshold:
        reader.note(f"tiers.{levels[0].code}.threshold", "tiers_no_ground")
    for lower, upper in pairwise(levels):
        if lower.threshold == upper.threshold:
            reader.note(f"tiers.{upper.code}.threshold", "tiers_alike")
    reader.finish()
    return rule


def _level(reader: Reader, code: str) -> TierLevel:
    path = f"tiers.{code}"
    threshold = reader.whole(f"{path}.threshold", 0, _MOST_FEN)
    low = reader.whole(f"{path}.share_low", 0, 100)
    return TierLevel(
        code=code,
        threshold=threshold,
        months=reader.whole(f"{path}.months", 1, _MOST_MONTHS) if threshold else 0,
        assets=reader.whole(f"{path}.assets", 0, _MOST_FEN, 0),
        share_low=low,
        share_high=reader.whole(f"{path}.share_high", low, 100),
    )


def _days(reader: Reader, path: str) -> tuple[tuple[int, int], ...]:
    found = []
    for text in reader.codes(path):
        if (day := _DAY.fullmatch(text)) is None:
            reader.note(path, "value_not_month_day", found=text)
        else:
            found.append((int(day[1]), int(day[2])))
    return tuple(sorted(set(found))) or ((1, 1),)
