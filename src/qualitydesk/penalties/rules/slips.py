"""A slip's life as a table: which verb leads from where to where, and who may not decide it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
    NOT_PAYER = "appeal_by_payer"


@dataclass(frozen=True)
class Step:
    """One row of the table: from which states a verb leads where, and who may not decide it."""

    sources: frozenset[SlipState]
    target: SlipState
    separations: tuple[Separation, ...] = ()


_S, _OTHERS, _AT_REST = SlipState, (Separation.NOT_EMPLOYEE,), frozenset({SlipState.APPEALED, SlipState.WITHDRAWN})
_JUDGES = (Separation.NOT_EMPLOYEE, Separation.NOT_PAYER)
_PAYABLE = frozenset({_S.ISSUED, _S.ACKNOWLEDGED, _S.REFUSED, _S.UPHELD, _S.REDUCED})

STEPS: Mapping[SlipVerb, Step] = {
    SlipVerb.PROPOSE: Step(frozenset({_S.DRAFT}), _S.PROPOSED, _OTHERS),
    SlipVerb.APPROVE: Step(frozenset({_S.PROPOSED}), _S.APPROVED, (*_OTHERS, Separation.NOT_DRAFTER)),
    SlipVerb.ISSUE: Step(frozenset({_S.APPROVED}), _S.ISSUED, _OTHERS),
    SlipVerb.ACKNOWLEDGE: Step(frozenset({_S.ISSUED, _S.REFUSED}), _S.ACKNOWLEDGED, _OTHERS),
    SlipVerb.REFUSE: Step(frozenset({_S.ISSUED}), _S.REFUSED, _OTHERS),
    # After the money went to finance an appeal is late, but heard: what comes of it is a reversing line.
    SlipVerb.APPEAL: Step(frozenset({_S.ISSUED, _S.ACKNOWLEDGED, _S.REFUSED, _S.DEDUCTED, _S.CLOSED}), _S.APPEALED),
    SlipVerb.UPHOLD: Step(frozenset({_S.APPEALED}), _S.UPHELD, _JUDGES),
    SlipVerb.REDUCE: Step(frozenset({_S.APPEALED}), _S.REDUCED, _JUDGES),
    SlipVerb.GRANT: Step(frozenset({_S.APPEALED}), _S.WITHDRAWN, _JUDGES),
    SlipVerb.DEDUCT: Step(_PAYABLE, _S.DEDUCTED),
    SlipVerb.CLOSE: Step(_PAYABLE | {_S.DEDUCTED}, _S.CLOSED),
    SlipVerb.WITHDRAW: Step(frozenset(SlipState) - _AT_REST, _S.WITHDRAWN, _OTHERS),
}
"""Withdrawing is open until the end but while an appeal waits: then the appeal is what is decided."""


def may(
    state: SlipState,
    verb: SlipVerb,
    *,
    decided_by: UUID | None,
    drafted_by: UUID | None,
    employee_id: UUID,
    payers: Collection[UUID] = (),
) -> Problem | None:
    """Why `decided_by` may not carry out `verb` on a slip in `state`; None when she may. `payers`: all who pay."""
    step = STEPS[verb]
    if state not in step.sources:
        return Problem("state", "slip_state")
    if decided_by is None:
        return Problem("decided_by", "decider_missing")
    barred: Mapping[Separation, Collection[UUID | None]] = {
        Separation.NOT_DRAFTER: {drafted_by},
        Separation.NOT_EMPLOYEE: {employee_id},
        Separation.NOT_PAYER: payers,
    }
    broken = next((rule for rule in step.separations if decided_by in barred[rule]), None)
    return None if broken is None else Problem("decided_by", broken.value)


def next_verbs(state: SlipState) -> tuple[SlipVerb, ...]:
    """What can be done with a slip in `state`, in the order of its life."""
    return tuple(verb for verb, step in STEPS.items() if state in step.sources)


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
