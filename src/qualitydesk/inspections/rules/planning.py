"""What is wrong with a planned round, and when one is overdue."""

from __future__ import annotations

from datetime import date

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import PlanDraft, PlannedRound, PlanState, RoundDraft, RoundKind
from qualitydesk.inspections.rules.drafts import problems_in_round
from qualitydesk.inspections.rules.sampling import problems_in_sample

LONGEST_PLAN_NOTE = 500
_LATER = frozenset({("employee_ids", "people_missing")})
"""What may be left open until the round is started."""


def problems_in_plan(draft: PlanDraft, today: date, before: date | None = None) -> list[Problem]:
    """What keeps a plan from being saved. A day gone by is refused, unless it stands there already (`before`)."""
    found = []
    if draft.day is None:
        found.append(Problem("day", "day_missing"))
    elif draft.day < today and draft.day != before:
        found.append(Problem("day", "day_gone"))
    found += [one for one in problems_in_round(round_draft(draft)) if (one.field, one.code) not in _LATER]
    if draft.sample is not None:
        found += problems_in_sample(draft.sample)
    if len(draft.note) > LONGEST_PLAN_NOTE:
        found.append(Problem("note", "note_long", {"longest": LONGEST_PLAN_NOTE}))
    return found


def round_draft(draft: PlanDraft) -> RoundDraft:
    """The round a plan leads to, its people as planned."""
    return RoundDraft(
        RoundKind(draft.kind),
        draft.institution_id,
        draft.inspector_ids,
        draft.pack_codes,
        draft.employee_ids,
        draft.place_ids,
        draft.order,
        draft.lead_reason,
        draft.visitor,
        draft.visitor_code,
        by_profile=draft.by_profile,
    )


def is_overdue(plan: PlannedRound, today: date) -> bool:
    """Whether its day has passed and it was neither started nor dropped."""
    return plan.state is PlanState.PLANNED and plan.day < today
