"""Whether somebody may lead a round of a kind: what the rule of that day says of his post and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.rounds import RoundKind
from qualitydesk.rulebook.model import LeadingRule, LeadRule

BEIJING = "beijing"
_BETWEEN = " / "


@dataclass(frozen=True)
class Lead:
    """An employee who is to lead, as on that day; `region` is that of his own institution."""

    name: str
    post_code: str
    post: str
    institution_id: UUID
    region: str


def is_meant(kind: RoundKind, lead: Lead, institution_id: UUID | None, rule: LeadingRule) -> bool:
    """Whether an employee is meant to lead rounds of this kind at this institution."""
    wanted = rule.kinds[kind]
    if wanted.visitor or (wanted.own_institution and lead.institution_id != institution_id):
        return False
    return lead.post_code in wanted.posts or (lead.region == BEIJING and lead.post_code in wanted.beijing_posts)


def problems_in_lead(
    kind: RoundKind,
    lead: Lead | None,
    institution_id: UUID | None,
    rule: LeadingRule,
    posts: Mapping[str, str],
    reason: str = "",
) -> list[Problem]:
    """What must be told about who leads; nothing when a reason is given. `posts`: the names of posts by their codes.

    `lead` None: nobody of the house leads, as with a mystery customer.
    """
    if lead is None or reason.strip() or is_meant(kind, lead, institution_id, rule):
        return []
    wanted = rule.kinds[kind]
    values = {
        "name": lead.name,
        "post": lead.post,
        "posts": _named(wanted.posts, posts),
        "beijing": _named(wanted.beijing_posts, posts),
    }
    return [Problem("inspector_ids", _code(wanted), values)]


def _code(wanted: LeadRule) -> str:
    if wanted.visitor:
        return "lead_no_visitor"
    if wanted.delegate:
        return "lead_no_delegate"
    return "lead_not_meant_beijing" if wanted.beijing_posts else "lead_not_meant"


def _named(codes: tuple[str, ...], posts: Mapping[str, str]) -> str:
    return _BETWEEN.join(posts.get(code, code) for code in codes)
