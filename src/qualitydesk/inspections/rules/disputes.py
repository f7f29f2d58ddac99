"""Who may dispute a finding and who may decide on it, and what is wrong with what was entered for either."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import DisputeDecision, DisputeDraft
from qualitydesk.rulebook.model import DisputeRule


def answer_day(raised_on: date, rule: DisputeRule) -> date:
    """Until when a dispute raised on a day is proposed to be decided."""
    return raised_on + timedelta(days=rule.answer)


def problems_in_dispute(draft: DisputeDraft, found_on: date, today: date) -> list[Problem]:
    """Words are wanted, a day between the finding and today, and an answer not before it."""
    found: list[Problem] = []
    if draft.raised_on is None:
        found.append(Problem("raised_on", "required"))
    elif draft.raised_on > today:
        found.append(Problem("raised_on", "day_in_future"))
    elif draft.raised_on < found_on:
        found.append(Problem("raised_on", "dispute_before_finding", {"day": found_on.isoformat()}))
    if not draft.words.strip():
        found.append(Problem("words", "dispute_words_missing"))
    if draft.answer_by is not None and draft.raised_on is not None and draft.answer_by < draft.raised_on:
        found.append(Problem("answer_by", "dispute_answer_early"))
    return found


def problems_in_decision(
    decision: DisputeDecision,
    *,
    raised_on: date,
    today: date,
    employee_id: UUID | None,
    inspector_ids: Collection[UUID],
    holders: Collection[UUID],
    posts: Sequence[str],
) -> list[Problem]:
    """Neither an inspector of the round nor the employee decides; whose post does not provide for it gives a reason."""
    found: list[Problem] = []
    if decision.upheld is None:
        found.append(Problem("upheld", "dispute_outcome_missing"))
    if decision.decided_by is None:
        found.append(Problem("decided_by", "nobody_decides"))
    elif decision.decided_by == employee_id:
        found.append(Problem("decided_by", "dispute_by_employee"))
    elif decision.decided_by in inspector_ids:
        found.append(Problem("decided_by", "dispute_by_inspector"))
    elif decision.decided_by not in holders and not decision.override.strip():
        found.append(Problem("override", "dispute_by_other_post", {"posts": " / ".join(posts)}))
    if decision.on is None:
        found.append(Problem("on", "required"))
    elif decision.on > today:
        found.append(Problem("on", "day_in_future"))
    elif decision.on < raised_on:
        found.append(Problem("on", "dispute_decided_early", {"day": raised_on.isoformat()}))
    if not decision.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return found
