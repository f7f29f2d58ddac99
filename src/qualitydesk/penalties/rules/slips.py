"""Who may move a slip on, as a table: drafter ≠ approver, and nobody decides on her own slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import AddDraft, Approval, ApprovalWay, SlipState, SlipVerb


class Separation(StrEnum):
    """Who may not decide a verb. The value is the phrase: `problem.<value>`."""

    NOT_DRAFTER = "slip_by_drafter"
    NOT_EMPLOYEE = "slip_on_oneself"


@dataclass(frozen=True)
class Step:
    """One row of the table: from which states a verb leads where, and who may not decide it."""

    sources: frozenset[SlipState]
    target: SlipState
    separations: tuple[Separation, ...]


STEPS: Mapping[SlipVerb, Step] = {
    SlipVerb.PROPOSE: Step(frozenset({SlipState.DRAFT}), SlipState.PROPOSED, (Separation.NOT_EMPLOYEE,)),
    SlipVerb.APPROVE: Step(
        frozenset({SlipState.PROPOSED}),
        SlipState.APPROVED,
        (Separation.NOT_EMPLOYEE, Separation.NOT_DRAFTER),
    ),
    SlipVerb.ISSUE: Step(frozenset({SlipState.APPROVED}), SlipState.ISSUED, (Separation.NOT_EMPLOYEE,)),
    SlipVerb.WITHDRAW: Step(
        frozenset({SlipState.DRAFT, SlipState.PROPOSED, SlipState.APPROVED, SlipState.ISSUED}),
        SlipState.WITHDRAWN,
        (Separation.NOT_EMPLOYEE,),
    ),
}


def may(
    state: SlipState, verb: SlipVerb, *, decided_by: UUID | None, drafted_by: UUID | None, employee_id: UUID
) -> Problem | None:
    """Why `decided_by` may not carry out `verb` on a slip in `state`; None when she may."""
    step = STEPS[verb]
    if state not in step.sources:
        return Problem("state", "slip_state")
    if decided_by is None:
        return Problem("decided_by", "decider_missing")
    barred = {Separation.NOT_DRAFTER: drafted_by, Separation.NOT_EMPLOYEE: employee_id}
    broken = next((rule for rule in step.separations if barred[rule] == decided_by), None)
    return None if broken is None else Problem("decided_by", broken.value)


def problems_in_approval(approval: Approval, act_day: date, today: date) -> tuple[Problem, ...]:
    """A decision has its day: not before the act it is about, not in the future; and a way in which it was told."""
    found: list[Problem] = []
    if approval.on is None:
        found.append(Problem("on", "approval_day_missing"))
    elif not act_day <= approval.on <= today:
        values = {"first": act_day.isoformat(), "last": today.isoformat()}
        only = Problem("on", "approval_day_only", {"day": today.isoformat()})
        found.append(only if act_day == today else Problem("on", "approval_day_outside", values))
    if approval.way is None:
        found.append(Problem("way", "approval_way_missing"))
    if approval.way is ApprovalWay.SPOKEN and not approval.note.strip():
        found.append(Problem("note", "approval_note_missing"))
    return tuple(found)


def problems_in_adding(draft: AddDraft) -> tuple[Problem, ...]:
    """An act put in by hand names the person, the item and the reason."""
    found = [
        Problem(field, code)
        for field, code, given in (
            ("employee_id", "add_person_missing", draft.employee_id),
            ("item_code", "add_item_missing", draft.item_code),
            ("reason", "reason_missing", draft.reason.strip()),
        )
        if not given
    ]
    return tuple(found)


def state_after(verb: SlipVerb) -> SlipState:
    """Where a verb leads."""
    return STEPS[verb].target
