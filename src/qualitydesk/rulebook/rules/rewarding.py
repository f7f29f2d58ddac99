"""Reads the rules on staff points, rewards and the monthly settlement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.rewarding import (
    FineIs,
    PointsRow,
    PointsRule,
    RewardGrade,
    RewardRule,
    SettlementRule,
)
from qualitydesk.rulebook.rules.reading import Reader

MOST_POINTS = 1000
MOST_FEN = 100_000_000


def read_points(values: Mapping[str, Any]) -> PointsRule:
    """The rule on staff points in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rows = {code: _row(reader, code) for code in reader.keys("rows")}
    rule = PointsRule(
        rows=rows,
        fen_per_point=reader.whole("fen_per_point", 1, MOST_FEN),
        third=reader.whole("third", 2, 100),
        posts=reader.codes("scheme_posts"),
        employee_limit=reader.whole("employee_limit", 1, MOST_POINTS),
        team_limit=reader.whole("team_limit", 1, MOST_POINTS),
        team_months=reader.whole("team_months", 1, 24),
    )
    seen: set[str] = set()
    for code, row in rows.items():
        if seen.intersection(row.acts):
            reader.note(f"rows.{code}.acts", "value_twice")
        seen.update(row.acts)
    reader.finish()
    return rule


def _row(reader: Reader, code: str) -> PointsRow:
    path = f"rows.{code}"
    third = f"{path}.third_employee"
    return PointsRow(
        code=code,
        acts=reader.codes(f"{path}.acts"),
        employee=reader.whole(f"{path}.employee", -MOST_POINTS, MOST_POINTS),
        team=reader.whole(f"{path}.team", -MOST_POINTS, MOST_POINTS, 0),
        third_employee=reader.whole(third, -MOST_POINTS, MOST_POINTS) if reader.has(third) else None,
        third_team=reader.whole(f"{path}.third_team", -MOST_POINTS, MOST_POINTS, 0),
        fine=reader.whole(f"{path}.fine", 0, MOST_FEN, 0),
        second_dismissal=reader.flag(f"{path}.second_dismissal", default=False),
    )


def read_rewards(values: Mapping[str, Any]) -> RewardRule:
    """The rule on rewards in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = RewardRule(
        grades={code: _grade(reader, code) for code in reader.keys("grades")},
        posts=reader.codes("approving_posts"),
        step=reader.whole("step", 1, MOST_FEN),
    )
    reader.finish()
    return rule


def _grade(reader: Reader, code: str) -> RewardGrade:
    path = f"grades.{code}"
    low = reader.whole(f"{path}.low", 0, MOST_FEN, 0)
    high = reader.whole(f"{path}.high", low, MOST_FEN) if reader.has(f"{path}.high") else None
    return RewardGrade(code, reader.codes(f"{path}.kinds"), reader.codes(f"{path}.extras"), low, high)


def read_settlement(values: Mapping[str, Any]) -> SettlementRule:
    """The rule on the settlement in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = SettlementRule(
        fine_is=reader.word("fine_is", FineIs),
        cap_percent=reader.whole("cap_percent", 1, 20),
        minimum_floor=reader.flag("minimum_floor"),
        locking_posts=reader.codes("locking_posts"),
        document=reader.text("document") if reader.has("document") else "",
    )
    reader.finish()
    return rule
