"""What may be done with a customer's wish, and what is wrong with what was entered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.wishes import (
    WAITING,
    ForwardDraft,
    WishAnswer,
    WishDraft,
    WishKind,
    WishOutcome,
    WishState,
    WishVerb,
)
from qualitydesk.complaints.rules.drafts import LONGEST, between
from qualitydesk.complaints.rules.requests import problems_in_receipt

FROM: Mapping[WishVerb, tuple[WishState, ...]] = {
    WishVerb.FORWARD: WAITING,
    WishVerb.ANSWER: (*WAITING, WishState.ANSWERED),  # told once more, or put right: the earlier words stay told
    WishVerb.CASE: (*WAITING, WishState.ANSWERED),
    WishVerb.NOTE: tuple(WishState),
}


def may_wish(state: WishState, verb: WishVerb, kind: WishKind) -> bool:
    """Whether the state and the kind have this verb: praise becomes no complaint."""
    return state in FROM[verb] and not (verb is WishVerb.CASE and kind is WishKind.PRAISE)


def outcomes_of(kind: WishKind) -> tuple[WishOutcome, ...]:
    """What may become of one of this kind."""
    if kind is WishKind.PRAISE:
        return (WishOutcome.PASSED_ON,)
    return (WishOutcome.TAKEN_UP, WishOutcome.NOT_TAKEN_UP, WishOutcome.EXPLAINED)


def problems_in_wish(draft: WishDraft, now: datetime) -> list[Problem]:
    """What is missing in a new one; praise names whom it praises only if the customer did."""
    found = [
        Problem(name, "required")
        for name, value in (
            ("institution_id", draft.institution_id),
            ("channel", draft.channel),
            ("words", draft.words.strip()),
        )
        if not value
    ]
    if not draft.anonymous and not draft.party.name.strip():
        found.append(Problem("party", "required"))
    if len(set(draft.employees)) != len(draft.employees):
        found.append(Problem("employees", "person_twice"))
    if len(draft.words) > LONGEST:
        found.append(Problem("words", "too_long", {"most": LONGEST}))
    return found + problems_in_receipt(draft.received_at, draft.backdate_reason, now)


def problems_in_forwarding(draft: ForwardDraft) -> list[Problem]:
    return [] if draft.department_id is not None else [Problem("department_id", "required")]


def problems_in_wish_answer(draft: WishAnswer, kind: WishKind, received_at: datetime, now: datetime) -> list[Problem]:
    """An outcome this kind may have, what the customer was told, and why it was not taken up."""
    found = between("at", draft.at, received_at, now)
    if draft.outcome is None or draft.outcome not in outcomes_of(kind):
        found.append(Problem("outcome", "required"))
    if not draft.words.strip():
        found.append(Problem("words", "wish_answer_missing"))
    if draft.outcome is WishOutcome.NOT_TAKEN_UP and not draft.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return found
