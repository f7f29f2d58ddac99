"""Who may decide on a refund or compensation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.rules.steps import Decider


def barred(
    decider: Decider, posts: Sequence[str], complained_of: Collection[UUID], requested_by: UUID | None
) -> list[Problem]:
    """Why this person may not: complained of in the case, asked for it, of none of the posts (() = of any)."""
    if decider.id in complained_of:
        return [Problem("decided_by", "case_on_oneself")]
    if decider.id is not None and decider.id == requested_by:
        return [Problem("decided_by", "payment_own")]
    if posts and not decider.posts & set(posts):
        return [Problem("decided_by", "case_not_the_post", {"posts": tuple(posts)})]
    return []
