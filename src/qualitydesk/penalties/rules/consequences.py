"""What a slip proposes to people besides its money, and whether a decision on a proposal holds. Never automatic."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model.decision import Decision, Line
from qualitydesk.penalties.model.points import Consequence, Follows, VerdictDraft
from qualitydesk.rulebook.model import Sanction

PROPOSED = {
    Sanction.FINE_UNDER_OBSERVATION: Follows.OBSERVATION,
    Sanction.SUSPENSION_PROPOSAL: Follows.SUSPENSION,
    Sanction.DISMISSAL_PROPOSAL: Follows.DISMISSAL,
}
"""Sanctions with a part the program never imposes: somebody decides on it."""


def of_slip(
    decision: Decision, *, slip_id: UUID, number: str, since: date, institution: str = ""
) -> Consequence | None:
    """What the slip's sanction proposes on the employee; None when nothing is left to people."""
    kind = PROPOSED.get(decision.sanction)
    if kind is None:
        return None
    words = Line("points.why.slip", {"number": number, "sanction_code": f"sanction.{decision.sanction}"})
    return Consequence(
        kind,
        decision.employee.id,
        decision.employee.name,
        (words, Line("points.why.people")),
        key=f"{kind}:{slip_id}",
        since=since,
        slip_id=slip_id,
        number=number,
        institution=institution,
    )


def barred_from_deciding(
    decided_by: UUID | None, *, employees: Collection[UUID], drafted_by: UUID | None
) -> Problem | None:
    """Nobody decides on herself (`employees`: whom it would hit), nor whoever proposed the slip it comes from."""
    if decided_by is None:
        return Problem("decided_by", "decider_missing")
    if decided_by in employees:
        return Problem("decided_by", "slip_on_oneself")
    return Problem("decided_by", "slip_by_drafter") if decided_by == drafted_by else None


def problems_in_verdict(draft: VerdictDraft, *, since: date, today: date) -> tuple[Problem, ...]:
    """A decision says yes or no, by whom, on which day (not before it arose, not in the future) and why."""
    found: list[Problem] = []
    if draft.granted is None:
        found.append(Problem("granted", "outcome_missing"))
    if draft.decided_by is None:
        found.append(Problem("decided_by", "decider_missing"))
    if draft.on is None:
        found.append(Problem("on", "day_missing"))
    elif not min(since, today) <= draft.on <= today:
        values = {"first": since.isoformat(), "last": today.isoformat()}
        found.append(Problem("on", "day_outside", values))
    if not draft.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return tuple(found)
