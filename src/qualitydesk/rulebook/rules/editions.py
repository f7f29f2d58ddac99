"""Which edition stands on a day, and whether a new one may follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.rulebook.model import AppealRule, Column, Edition, Rule
from qualitydesk.rulebook.rules.cases import read_severity, read_steps
from qualitydesk.rulebook.rules.clocks import read_clocks
from qualitydesk.rulebook.rules.contacting import read_contacts
from qualitydesk.rulebook.rules.ladder import read_ladder
from qualitydesk.rulebook.rules.membership import read_benefits, read_member_points
from qualitydesk.rulebook.rules.planning import read_plan
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.rewarding import read_points, read_rewards, read_settlement
from qualitydesk.rulebook.rules.small import (
    read_appeal,
    read_approval,
    read_case_month,
    read_disputes,
    read_leading,
    read_measures,
    read_score,
)
from qualitydesk.rulebook.rules.texts import clause_code, problems_in_texts
from qualitydesk.rulebook.rules.tiers import read_tiers

READERS: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
    Rule.LADDER: read_ladder,
    Rule.SCORE: read_score,
    Rule.APPEAL: read_appeal,
    Rule.APPROVAL: read_approval,
    Rule.LEADING: read_leading,
    Rule.MEASURES: read_measures,
    Rule.DISPUTES: read_disputes,
    Rule.STEPS: read_steps,
    Rule.SEVERITY: read_severity,
    Rule.CLOCKS: read_clocks,
    Rule.CASE_MONTH: read_case_month,
    Rule.POINTS: read_points,
    Rule.REWARDS: read_rewards,
    Rule.SETTLEMENT: read_settlement,
    Rule.TIERS: read_tiers,
    Rule.BENEFITS: read_benefits,
    Rule.MEMBER_POINTS: read_member_points,
    Rule.CONTACTS: read_contacts,
    Rule.INSPECTION_PLAN: read_plan,
}

# A slip cites the clause of its rung and how it was counted, so a ladder that lacks one could not be printed.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    Rule.LADDER: (
        "counting",
        *(f"clauses.{clause_code(column, rung)}" for column in Column for rung in (1, 2, 3)),
    )
}


def edition_for(editions: Iterable[Edition], day: date) -> Edition | None:
    """The edition in force on `day`: the latest that had taken effect; None before the first."""
    standing = [edition for edition in editions if edition.effective_from <= day]
    return max(standing, key=lambda edition: (edition.effective_from, edition.number), default=None)


def problems_in_date(effective_from: date, latest: date | None, today: date) -> tuple[Problem, ...]:
    """A new edition starts today or later, and after the one before it: the past is never ruled anew."""
    if effective_from < today:
        return (Problem("effective_from", "effective_in_past", {"today": today.isoformat()}),)
    if latest is not None and effective_from <= latest:
        return (Problem("effective_from", "effective_not_later", {"latest": latest.isoformat()}),)
    return ()


def problems_in_edition(rule: str, values: Mapping[str, Any], texts: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Everything wrong with values and texts of a new edition of `rule`, by path."""
    reader = READERS.get(rule)
    if reader is None:
        return (Problem("rule", "rule_unknown", {"rule": rule}),)
    problems: tuple[Problem, ...] = ()
    try:
        reader(values)
    except Refused as refused:
        problems = refused.problems
    return problems + problems_in_texts(texts, _NEEDED.get(rule, ()))


def carried_marks(previous: Edition, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The [ours] marks a following edition keeps: those whose values it leaves as they were.

    A value the group has changed is its own decision and no longer a choice of the program's makers.
    """
    before, after = leaves_of(previous.values), leaves_of(values)

    def under(mark: str, leaves: Mapping[str, Any]) -> dict[str, Any]:
        return {path: leaf for path, leaf in leaves.items() if path == mark or path.startswith(f"{mark}.")}

    return tuple(mark for mark in previous.ours if under(mark, before) == under(mark, after))


def appeal_last_day(issued_on: date, rule: AppealRule) -> date:
    """The last day on which a slip may be appealed: `days` calendar days after the day of issue."""
    return issued_on + timedelta(days=rule.days)


def appeal_decided_by(appealed_on: date, rule: AppealRule) -> date:
    """The last day for deciding on an appeal: `decide_days` calendar days after it was made."""
    return appealed_on + timedelta(days=rule.decide_days)
