"""Reads the rule on how often rounds are due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model import ROUND_KINDS
from qualitydesk.rulebook.model.planning import Frequency, Per, PlanRule, Suggesting
from qualitydesk.rulebook.rules.reading import Reader

MOST_TIMES = 31


def read_plan(values: Mapping[str, Any]) -> PlanRule:
    """The rule on frequencies in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    kinds = {
        kind: Frequency(reader.whole(f"kinds.{kind}.times", 0, MOST_TIMES), reader.word(f"kinds.{kind}.per", Per))
        for kind in ROUND_KINDS
    }
    rule = PlanRule(
        kinds,
        Suggesting(
            people=reader.whole("suggest.people", 1, 200),
            unseen_days=reader.whole("suggest.unseen_days", 1, 366),
            repeat_times=reader.whole("suggest.repeat_times", 2, 20),
            repeat_days=reader.whole("suggest.repeat_days", 7, 730),
            random_percent=reader.whole("suggest.random_percent", 0, 100),
            bad_percent=reader.whole("suggest.bad_percent", 1, 99),
        ),
    )
    reader.finish()
    return rule
