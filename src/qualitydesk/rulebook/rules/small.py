"""The small rules: how a round is scored and who leads it, how slips are appealed, who may approve one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qualitydesk.rulebook.model import (
    AS_EVER,
    ROUND_KINDS,
    AppealRule,
    ApprovalRule,
    CaseMonthRule,
    DisputeRule,
    LeadingRule,
    LeadRule,
    MeasureRule,
    Party,
    ScoreRule,
    SlipAct,
)
from qualitydesk.rulebook.rules.reading import Reader

WITH_POSTS = (SlipAct.PROPOSE, SlipAct.ISSUE, SlipAct.WITHDRAW)
"""Acts besides approving that may be kept to posts; who judges an appeal is named by the rule on appeals."""
LATER: Mapping[SlipAct, tuple[Party, ...]] = {
    SlipAct.PROPOSE: (Party.PAYER, Party.DRAFTER, Party.APPROVER, Party.ISSUER),
    SlipAct.LEAVE_OUT: (Party.PAYER, Party.DRAFTER, Party.APPROVER, Party.ISSUER),
    SlipAct.APPROVE: (Party.APPROVER, Party.ISSUER),
    SlipAct.ISSUE: (Party.ISSUER,),
}
VISITED = "mystery"
"""The one kind of round that somebody from outside may walk."""


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
    if reader.has("appeal_posts"):  # an edition made before appeals were decided here does not name them
        rule = replace(rule, posts=reader.codes("appeal_posts"))
    if reader.has("appeal_not_by"):
        rule = replace(rule, not_by=reader.words("appeal_not_by", Party))
    if reader.has("decide_days"):
        rule = replace(rule, decide_days=reader.whole("decide_days", 1, 90))
    reader.finish()
    return rule


def read_approval(values: Mapping[str, Any]) -> ApprovalRule:
    """The rule on who may approve in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = ApprovalRule(
        posts=reader.codes("posts"),
        posts_of={act: reader.some_codes(f"{act}_posts") for act in WITH_POSTS},
        not_by={act: _parties(reader, act) for act in SlipAct},
        publish_second=reader.flag("publish_second", default=False),
    )
    reader.finish()
    return rule


def _parties(reader: Reader, act: SlipAct) -> tuple[Party, ...]:
    """Who may not do it; nobody can be barred who has no part in the slip yet."""
    path = f"{act}_not_by"
    if not reader.has(path):  # an edition made before this was said here
        return AS_EVER[act]
    found = reader.words(path, Party)
    for party in found:
        if party in LATER.get(act, ()):
            reader.note(path, "party_later", found=party.value)
    return found


def read_measures(values: Mapping[str, Any]) -> MeasureRule:
    """The rule on measures in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = MeasureRule(
        due_ordinary=reader.whole("due_ordinary", 0, 365),
        due_urgent=reader.whole("due_urgent", 0, 365),
        due_at_once=reader.whole("due_at_once", 0, 365),
        recheck=reader.whole("recheck", 1, 365),
        effect=reader.whole("effect", 1, 1000),
    )
    reader.finish()
    return rule


def read_disputes(values: Mapping[str, Any]) -> DisputeRule:
    """The rule on disputes in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = DisputeRule(deciding_posts=reader.codes("deciding_posts"), answer=reader.whole("answer", 0, 365))
    reader.finish()
    return rule


def read_leading(values: Mapping[str, Any]) -> LeadingRule:
    """The rule on who leads a round in `values`. Refused("rule_values") by path when they do not hold."""
    reader = Reader(values)
    rule = LeadingRule({kind: _lead(reader, f"kinds.{kind}") for kind in ROUND_KINDS})
    for kind, lead in rule.kinds.items():
        if lead.visitor and kind != VISITED:
            reader.note(f"kinds.{kind}.visitor", "visitor_elsewhere")
    reader.finish()
    return rule


def read_case_month(values: Mapping[str, Any]) -> CaseMonthRule:
    """The rule on the monthly sheet of complaints in `values`. Refused("rule_values") when they do not hold."""
    reader = Reader(values)
    rule = CaseMonthRule(
        ready_day=reader.whole("ready_day", 1, 28), review_before_day=reader.whole("review_before_day", 1, 28)
    )
    reader.finish()
    return rule


def _lead(reader: Reader, path: str) -> LeadRule:
    """Of a kind that no visitor walks at least one post must be named."""
    visitor = reader.flag(f"{path}.visitor", default=False)
    named = {name: reader.has(f"{path}.{name}") for name in ("posts", "beijing_posts")}
    posts = reader.codes(f"{path}.posts") if named["posts"] or not (visitor or named["beijing_posts"]) else ()
    return LeadRule(
        posts=posts,
        beijing_posts=reader.codes(f"{path}.beijing_posts") if named["beijing_posts"] else (),
        own_institution=reader.flag(f"{path}.own_institution", default=False),
        delegate=reader.flag(f"{path}.delegate", default=False),
        visitor=visitor,
    )
