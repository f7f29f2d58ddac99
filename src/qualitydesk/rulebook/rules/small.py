"""The small rules: how a round is scored, how long a slip may be appealed, who may approve one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model import AppealRule, ApprovalRule, ScoreRule
from qualitydesk.rulebook.rules.reading import Reader


def read_score(values: Mapping[str, Any]) -> ScoreRule:
    """The scoring rule in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = ScoreRule(
        pass_mark_percent=reader.whole("pass_mark_percent", 1, 100),
        partly_percent=reader.whole("partly_percent", 0, 100),
        finding_below=reader.whole("finding_below", 1, 5),
        critical_fails=reader.flag("critical_fails"),
    )
    reader.finish()
    return rule


def read_appeal(values: Mapping[str, Any]) -> AppealRule:
    """The appeal rule in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = AppealRule(days=reader.whole("days", 1, 60))
    reader.finish()
    return rule


def read_approval(values: Mapping[str, Any]) -> ApprovalRule:
    """The rule on who may approve in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = ApprovalRule(posts=reader.codes("posts"))
    reader.finish()
    return rule
