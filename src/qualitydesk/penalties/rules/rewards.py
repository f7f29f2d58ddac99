"""Rewards, pure: whether a draft holds by the rule, who may move one on, and the ranking of the Service Star."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model.rewards import (
    RewardDraft,
    RewardState,
    RewardVerb,
    StarFacts,
    StarPlace,
)
from qualitydesk.rulebook.model.rewarding import RewardRule

REWARD_STEPS: Mapping[RewardVerb, tuple[frozenset[RewardState], RewardState]] = {
    RewardVerb.APPROVE: (frozenset({RewardState.PROPOSED}), RewardState.APPROVED),
    RewardVerb.GIVE: (frozenset({RewardState.APPROVED}), RewardState.GIVEN),
    RewardVerb.WITHDRAW: (
        frozenset({RewardState.PROPOSED, RewardState.APPROVED, RewardState.GIVEN}),
        RewardState.WITHDRAWN,
    ),
}


def problems_in_reward(draft: RewardDraft, rule: RewardRule, today: date) -> tuple[Problem, ...]:
    """Person, level, kind, reason, day of the deed; a sum within the level's range; money or something else."""
    found = [
        Problem(field, code)
        for field, code, given in (
            ("employee_id", "reward_person_missing", draft.employee_id),
            ("kind", "reward_kind_missing", draft.kind),
            ("reason", "reason_missing", draft.reason.strip()),
            ("deed_on", "reward_day_missing", draft.deed_on),
        )
        if not given
    ]
    if draft.deed_on is not None and draft.deed_on > today:
        found.append(Problem("deed_on", "reward_in_future", {"today": today.isoformat()}))
    grade = rule.grades.get(draft.grade)
    if draft.kind and (grade is None or draft.kind not in grade.kinds):
        found.append(Problem("kind", "reward_kind_unknown"))
    if grade is None:
        return tuple(found)
    if draft.amount is None:
        found.append(Problem("amount", "reward_amount_unread"))
    elif draft.amount or grade.low:
        found += _in_amount(draft.amount, grade.low, grade.high, rule.step)
    elif not draft.extras:
        found.append(Problem("extras", "reward_empty"))
    return tuple(found)


def _in_amount(fen: int, low: int, high: int | None, step: int) -> list[Problem]:
    if high is not None and not low <= fen <= high:
        return [Problem("amount", "amount_outside_rule", {"low": money.words(low), "high": money.words(high)})]
    if fen < low or fen % step:
        return [Problem("amount", "reward_amount_step", {"step": money.words(step)})]
    return []


def may_reward(
    state: RewardState, verb: RewardVerb, *, decided_by: UUID | None, proposed_by: UUID, employee_id: UUID
) -> Problem | None:
    """Why `decided_by` may not; None when she may. Another approves than proposed, and nobody on herself."""
    if state not in REWARD_STEPS[verb][0]:
        return Problem("state", "reward_state")
    if decided_by is None:
        return Problem("decided_by", "decider_missing")
    if decided_by == employee_id:
        return Problem("decided_by", "reward_on_oneself")
    if verb is RewardVerb.APPROVE and decided_by == proposed_by:
        return Problem("decided_by", "reward_by_proposer")
    return None


def ranked(facts: Iterable[StarFacts]) -> tuple[StarPlace, ...]:
    """The list of a month: score first, then praise, then how much was looked at; equal ones share a rank.

    Whoever was not inspected, has an offence, a slip or a deduction in the month comes after, with the reason.
    """
    places = [(one, _barred(one)) for one in facts]
    fit = [one for one, barred in places if not barred]
    fit.sort(key=_merit)
    found: list[StarPlace] = []
    for at, one in enumerate(fit):
        same = bool(found) and _weight(fit[at - 1]) == _weight(one)
        found.append(StarPlace(one, found[-1].rank if same else at + 1))
    rest = sorted(((one, barred) for one, barred in places if barred), key=lambda entry: _merit(entry[0]))
    return (*found, *(StarPlace(one, None, barred) for one, barred in rest))


def _barred(one: StarFacts) -> str:
    if one.offences:
        return "offence"
    if one.slips:
        return "slip"
    if one.points:
        return "points"
    return "" if one.shares else "not_seen"


def _weight(one: StarFacts) -> tuple[object, int, int]:
    return (one.score, one.praise, one.items)


def _merit(one: StarFacts) -> tuple[float, int, int, str]:
    """Sorted upwards: the best first, the staff number settles the order of equals."""
    score = one.score
    return (-float(score) if score is not None else 1.0, -one.praise, -one.items, one.number)
