"""A slip's life as a table: which verb leads from where to where, and whom the rule on approval keeps from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import AddDraft, Approval, ApprovalWay, Slip, SlipState, SlipVerb
from qualitydesk.rulebook.model import ApprovalRule, Party, SlipAct


@dataclass(frozen=True)
class Step:
    """One row of the table: from which states a verb leads where, and by which line of the rule on approval it may be
    barred; None: it is open to all."""

    sources: frozenset[SlipState]
    target: SlipState
    act: SlipAct | None = None


_S, _AT_REST = SlipState, frozenset({SlipState.APPEALED, SlipState.WITHDRAWN})
_PAYABLE = frozenset({_S.ISSUED, _S.ACKNOWLEDGED, _S.REFUSED, _S.UPHELD, _S.REDUCED})

STEPS: Mapping[SlipVerb, Step] = {
    SlipVerb.PROPOSE: Step(frozenset({_S.DRAFT}), _S.PROPOSED, SlipAct.PROPOSE),
    SlipVerb.APPROVE: Step(frozenset({_S.PROPOSED}), _S.APPROVED, SlipAct.APPROVE),
    SlipVerb.ISSUE: Step(frozenset({_S.APPROVED}), _S.ISSUED, SlipAct.ISSUE),
    SlipVerb.ACKNOWLEDGE: Step(frozenset({_S.ISSUED, _S.REFUSED}), _S.ACKNOWLEDGED, SlipAct.ANSWER),
    SlipVerb.REFUSE: Step(frozenset({_S.ISSUED}), _S.REFUSED, SlipAct.ANSWER),
    # After the money went to finance an appeal is late, but heard: what comes of it is a reversing line.
    SlipVerb.APPEAL: Step(frozenset({_S.ISSUED, _S.ACKNOWLEDGED, _S.REFUSED, _S.DEDUCTED, _S.CLOSED}), _S.APPEALED),
    SlipVerb.UPHOLD: Step(frozenset({_S.APPEALED}), _S.UPHELD, SlipAct.JUDGE),
    SlipVerb.REDUCE: Step(frozenset({_S.APPEALED}), _S.REDUCED, SlipAct.JUDGE),
    SlipVerb.GRANT: Step(frozenset({_S.APPEALED}), _S.WITHDRAWN, SlipAct.JUDGE),
    SlipVerb.DEDUCT: Step(_PAYABLE, _S.DEDUCTED),
    SlipVerb.CLOSE: Step(_PAYABLE | {_S.DEDUCTED}, _S.CLOSED),
    SlipVerb.WITHDRAW: Step(frozenset(SlipState) - _AT_REST, _S.WITHDRAWN, SlipAct.WITHDRAW),
}
"""Withdrawing is open until the end but while an appeal waits: then the appeal is what is decided."""

Parties = Mapping[Party, Collection[UUID | None]]
"""Who has a part in a slip."""


def parties_of(slip: Slip, payers: Collection[UUID] = ()) -> Parties:
    """Everybody with a part in a slip. `payers`: all who pay by it."""
    return {
        Party.EMPLOYEE: (slip.employee_id,),
        Party.PAYER: tuple(payers),
        Party.DRAFTER: (slip.drafted_by,),
        Party.APPROVER: (slip.approved_by,),
        Party.ISSUER: (slip.issued_by,),
    }


def may(
    state: SlipState, verb: SlipVerb, *, decided_by: UUID | None, parties: Parties, rule: ApprovalRule
) -> Problem | None:
    """Why `decided_by` may not carry out `verb` on a slip in `state` by the rule; None when she may.

    Whether she holds a post the rule names is asked elsewhere: it takes the directory.
    """
    step = STEPS[verb]
    if state not in step.sources:
        return Problem("state", "slip_state")
    if decided_by is None:
        return Problem("decided_by", "decider_missing")
    return barred(step.act, decided_by, parties, rule) if step.act is not None else None


def barred(act: SlipAct, who: UUID, parties: Parties, rule: ApprovalRule) -> Problem | None:
    """The part in a slip that keeps `who` from `act` by the rule, as a problem; the first in the order they come in."""
    for party in Party:
        if party in rule.not_by.get(act, ()) and who in parties.get(party, ()):
            return Problem("decided_by", _barred_code(act, party))
    return None


def _barred_code(act: SlipAct, party: Party) -> str:
    """The phrase: `problem.<code>`."""
    if party is Party.EMPLOYEE:
        return "slip_on_oneself"
    if act is SlipAct.JUDGE:
        return f"appeal_by_{party}"
    return "slip_by_drafter" if (act, party) == (SlipAct.APPROVE, Party.DRAFTER) else f"slip_not_by_{party}"


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
