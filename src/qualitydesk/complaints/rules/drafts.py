"""What is wrong with what the windows hand over, beside the fields."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import (
    AfterCallDraft,
    Agreement,
    CaseDraft,
    ClosingDraft,
    ContactDraft,
    ExternalDraft,
    HandlingDraft,
    NegotiationDraft,
    PaidDraft,
    PaymentDraft,
    PersonDraft,
    PreventionDraft,
    Relation,
    SolutionDraft,
    Subject,
    SubjectDraft,
)

LONGEST = 20_000  # signs of one text
SLACK = 60  # seconds a window may be slow: a moment this near is no back-dating


def problems_in_case(draft: CaseDraft, now: datetime, today: date) -> list[Problem]:
    """What is missing in a new case, and a receipt in the future or before today without a reason."""
    found = [
        Problem(name, "required")
        for name, value in (
            ("institution_id", draft.institution_id),
            ("channel", draft.channel),
            ("narrative", draft.narrative.strip()),
        )
        if not value
    ]
    if not draft.anonymous and not draft.complainant.name.strip():
        found.append(Problem("complainant", "required"))
    if not draft.anonymous and draft.relation is not Relation.SELF and not draft.patient.name.strip():
        found.append(Problem("patient", "required"))
    if draft.received_at is not None:
        early = (now - draft.received_at).total_seconds()
        if early < -SLACK:
            found.append(Problem("received_at", "day_in_future"))
        elif early > SLACK and not draft.backdate_reason.strip():
            found.append(Problem("backdate_reason", "reason_missing"))
    if draft.happened_on is not None and draft.happened_on > today:
        found.append(Problem("happened_on", "day_in_future"))
    if len(draft.narrative) > LONGEST:
        found.append(Problem("narrative", "too_long", {"most": LONGEST}))
    return found + problems_in_people(draft.people) + problems_in_subjects(draft.subjects)


def problems_in_people(people: Iterable[PersonDraft]) -> list[Problem]:
    """Nobody twice."""
    ids = [one.employee_id for one in people]
    return [Problem("people", "person_twice")] if len(set(ids)) != len(ids) else []


def problems_in_subjects(subjects: Iterable[SubjectDraft]) -> list[Problem]:
    """No row twice."""
    ids = [one.id for one in subjects if one.id is not None]
    return [Problem("subjects", "subject_twice")] if len(set(ids)) != len(ids) else []


def problems_in_contact(draft: ContactDraft, received_at: datetime, now: datetime) -> list[Problem]:
    """A moment from the receipt on, and what was said."""
    found = between("at", draft.at, received_at, now)
    if not draft.words.strip():
        found.append(Problem("words", "required"))
    return found


def problems_in_solution(draft: SolutionDraft) -> list[Problem]:
    found = [] if draft.words.strip() else [Problem("words", "required")]
    return found + [
        Problem(name, "amount_negative")
        for name, value in (("refund", draft.refund), ("compensation", draft.compensation))
        if value < 0
    ]


def problems_in_negotiation(draft: NegotiationDraft, received_at: datetime, now: datetime) -> list[Problem]:
    """A result and what was said; without agreement the outside ways must have been told (ISO 10002 §7.9)."""
    found = between("at", draft.at, received_at, now)
    if draft.result is None:
        found.append(Problem("result", "required"))
    if not draft.words.strip():
        found.append(Problem("words", "required"))
    if draft.result is Agreement.NO_AGREEMENT and not draft.outside_ways_told:
        found.append(Problem("outside_ways_told", "outside_ways"))
    return found


def problems_in_payment(draft: PaymentDraft) -> list[Problem]:
    found = [Problem(name, "required") for name, value in (("kind", draft.kind), ("way", draft.way)) if value is None]
    if draft.amount <= 0:
        found.append(Problem("amount", "payment_amount"))
    return found


def problems_in_paid(draft: PaidDraft, approved_at: datetime, now: datetime) -> list[Problem]:
    """A moment from the approval on, and the receipt."""
    found = between("at", draft.at, approved_at, now)
    if not draft.receipt.strip():
        found.append(Problem("receipt", "required"))
    return found


def problems_in_closing(draft: ClosingDraft, subjects: Iterable[Subject]) -> list[Problem]:
    """A summary, and an outcome for every subject still in this case."""
    found = [] if draft.summary.strip() else [Problem("summary", "required")]
    told = dict(draft.outcomes)
    if any(one.id not in told and one.outcome is None for one in subjects if one.split_to is None):
        found.append(Problem("subjects", "need_outcomes"))
    return found


def problems_in_handling(rows: Iterable[HandlingDraft], none: str) -> list[Problem]:
    """Somebody, or why nobody; no negative sums."""
    listed = list(rows)
    if not listed and not none.strip():
        return [Problem("rows", "need_handling")]
    return [Problem("amount", "amount_negative") for one in listed if one.amount < 0]


def problems_in_external(draft: ExternalDraft, received_at: datetime, now: datetime) -> list[Problem]:
    """A date after it was heard of; an answer not before that, nor in the future."""
    heard_at = draft.heard_at or received_at
    found = [Problem("due_at", "external_due_early")] if draft.due_at <= heard_at else []
    if (heard_at - now).total_seconds() > SLACK:
        found.append(Problem("heard_at", "day_in_future"))
    return found + between("done_at", draft.done_at, heard_at, now)


def problems_in_after_call(draft: AfterCallDraft, closed_at: datetime, now: datetime) -> list[Problem]:
    """From the closing on; of somebody reached it is said whether she is content, and what she said if not."""
    found = between("at", draft.at, closed_at, now)
    if draft.reached and draft.satisfied is None:
        found.append(Problem("satisfied", "required"))
    if draft.reached and draft.satisfied is False and not draft.words.strip():
        found.append(Problem("words", "required"))
    return found


def problems_in_prevention(draft: PreventionDraft, today: date) -> list[Problem]:
    """A measure with the day and the criterion of its effect, or why none is needed."""
    if draft.measure is None:
        return [] if draft.none_reason.strip() else [Problem("none_reason", "reason_missing")]
    found = [] if draft.criterion.strip() else [Problem("criterion", "required")]
    if draft.effect_on is None:
        found.append(Problem("effect_on", "required"))
    elif draft.effect_on <= max(today, draft.measure.due_on or today):
        found.append(Problem("effect_on", "effect_before_due"))
    return found


def between(name: str, at: datetime | None, first: datetime, now: datetime) -> list[Problem]:
    """A moment given, and if so not in the future, nor before `first`."""
    if at is None:
        return []
    if (at - now).total_seconds() > SLACK:
        return [Problem(name, "day_in_future")]
    if at < first:
        return [Problem(name, "moment_early")]
    return []
