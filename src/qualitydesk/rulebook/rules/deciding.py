"""The approval matrix: who may decide what, gathered from the rules that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qualitydesk.rulebook.model import ROUND_KINDS, Edition, LeadRule, Party, Rule, SlipAct
from qualitydesk.rulebook.model.cases import LEVELS
from qualitydesk.rulebook.model.shapes import Right
from qualitydesk.rulebook.rules.cases import read_severity, read_steps
from qualitydesk.rulebook.rules.rewarding import read_rewards, read_settlement
from qualitydesk.rulebook.rules.small import read_appeal, read_approval, read_disputes, read_leading

Said = tuple[str, Mapping[str, Any]]


def rights_of(editions: Mapping[str, Edition]) -> tuple[Right, ...]:
    """Every right the editions in force give, by the work it belongs to; a rule that is not there gives none."""
    found: list[Right] = []
    for rule, gather in _GATHER.items():
        if (edition := editions.get(rule)) is not None:
            found += gather(edition.values)
    return tuple(found)


def _approval(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_approval(values)
    for act in SlipAct:
        if act is SlipAct.JUDGE:
            continue  # told with the appeal
        posts = rule.posts if act is SlipAct.APPROVE else rule.posts_of.get(act, ())
        second = _not_parties(rule.not_by[act])
        yield Right(f"{act}_slip", f"right.act.{act}_slip", Rule.APPROVAL, posts, second=second)
    second = (_said("not_writer"),) if rule.publish_second else ()
    yield Right("publish_rule", "right.act.publish_rule", Rule.APPROVAL, second=second)


def _appeal(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_appeal(values)
    second: tuple[Said, ...] = (_said("not_payer"),)
    if rule.not_by:
        second = (*_not_parties(rule.not_by), *second)
    yield Right("decide_appeal", "right.act.decide_appeal", Rule.APPEAL, rule.posts, second=second)


def _leading(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_leading(values)
    for kind in ROUND_KINDS:
        yield Right(
            f"lead_{kind}",
            "right.act.lead",
            Rule.LEADING,
            rule.kinds[kind].posts,
            _lead_conditions(rule.kinds[kind]),
            act_says={"kind": f"ladder.kind.{kind}"},
        )


def _lead_conditions(rule: LeadRule) -> tuple[Said, ...]:
    found: list[Said] = []
    if rule.beijing_posts:
        found.append(("right.who.beijing", {"posts": rule.beijing_posts}))
    for told, code in ((rule.own_institution, "own"), (rule.delegate, "delegate"), (rule.visitor, "visitor")):
        if told:
            found.append((f"right.who.{code}", {}))
    return tuple(found)


def _disputes(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_disputes(values)
    second = (_said("not_inspector"),)
    yield Right("decide_dispute", "right.act.decide_dispute", Rule.DISPUTES, rule.deciding_posts, second=second)


def _steps(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_steps(values)
    for code, step in rule.steps.items():
        if not step.posts and not step.another:
            continue
        second = tuple(
            _said(which) for which, told in (("another", step.another), ("not_complained", step.not_complained)) if told
        )
        says = {"step": f"case_step.{code}"}
        yield Right(f"step_{code}", "right.act.step", Rule.STEPS, step.posts, second=second, act_says=says)
    second = (_said("not_asker"),)
    yield Right("approve_payment", "right.act.approve_payment", Rule.STEPS, rule.payment_posts, second=second)


def _severity(values: Mapping[str, Any]) -> Iterable[Right]:
    second_from = read_severity(values).second_from
    if second_from <= LEVELS[-1]:
        says = {"level": f"level.{second_from}"}
        yield Right("confirm_level", "right.act.confirm_level", Rule.SEVERITY, second=(_said("second"),), act_says=says)


def _rewards(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_rewards(values)
    second = (_said("not_proposer"),)
    yield Right("approve_reward", "right.act.approve_reward", Rule.REWARDS, rule.posts, second=second)


def _settlement(values: Mapping[str, Any]) -> Iterable[Right]:
    rule = read_settlement(values)
    second = (_said("not_preparer"),)
    yield Right("lock_month", "right.act.lock_month", Rule.SETTLEMENT, rule.locking_posts, second=second)


def _not_parties(parties: Iterable[Party]) -> tuple[Said, ...]:
    told = tuple(f"rule.party.{one}" for one in parties)
    return (("right.second.not_parties", {"parties": told}),) if told else ()


def _said(code: str) -> Said:
    return f"right.second.{code}", {}


_GATHER = {
    Rule.APPROVAL: _approval,
    Rule.APPEAL: _appeal,
    Rule.SETTLEMENT: _settlement,
    Rule.REWARDS: _rewards,
    Rule.DISPUTES: _disputes,
    Rule.LEADING: _leading,
    Rule.STEPS: _steps,
    Rule.SEVERITY: _severity,
}
