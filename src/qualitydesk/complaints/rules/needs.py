"""Which of the needs a case meets as it stands: what the state machine asks before a step is left."""

from __future__ import annotations

from qualitydesk.complaints.model import (
    Agreement,
    CasePage,
    MoneyKind,
    Need,
    NoteKind,
    PaymentState,
    PersonRole,
)
from qualitydesk.complaints.rules.steps import Standing
from qualitydesk.rulebook.model.cases import SeverityRule


def standing_of(page: CasePage, severity: SeverityRule) -> Standing:
    """What the machine must know of a case."""
    return Standing(
        met=needs_met(page, severity),
        complained_of=page.complained_of,
        drafted_by=page.solution.drafted_by_id if page.solution else None,
        money=page.money,
        paused=page.line.paused,
        merged=page.line.merged_into is not None,
    )


def needs_met(page: CasePage, severity: SeverityRule) -> frozenset[Need]:
    """Every need that is there."""
    asked = {
        Need.NARRATIVE: bool(page.intake.narrative.strip()),
        Need.SUBJECTS: bool(page.subjects),
        Need.HANDLER: page.line.handler_id is not None and page.line.handler_id not in page.complained_of,
        Need.CONTACT: bool(page.contacts),
        Need.INVESTIGATION: any(note.kind is NoteKind.INVESTIGATION and note.words.strip() for note in page.notes),
        Need.RESPONSIBILITY: _judged(page),
        Need.LEVEL: page.severity is not None,
        Need.SECOND: _seconded(page, severity),
        Need.SOLUTION: page.solution is not None and bool(page.solution.words.strip()),
        Need.APPROVAL: page.solution is not None and page.solution.approved is True,
        Need.NEGOTIATION: page.negotiation is not None,
        Need.MONEY: _settled(page),
        Need.FLAG: page.line.flagged or _pays(page),
        Need.SUMMARY: bool(page.summary.strip()),
        Need.OUTCOMES: all(one.outcome is not None for one in page.subjects if one.split_to is None),
        Need.HANDLING: bool(page.handlings) or bool(page.handling_none.strip()),
        Need.MEASURE: page.prevention is not None,
    }
    return frozenset(need for need, there in asked.items() if there)


def _judged(page: CasePage) -> bool:
    """For everybody complained of it is said how far he answers."""
    return all(one.responsibility is not None for one in page.people if one.role is PersonRole.COMPLAINED)


def _seconded(page: CasePage, severity: SeverityRule) -> bool:
    if page.severity is None or page.severity.level < severity.second_from:
        return True
    return page.severity.confirmed_at is not None


def _owed(page: CasePage) -> dict[MoneyKind, int]:
    """What was offered and, having been agreed on, is to be paid; fen by kind."""
    if page.solution is None or (page.negotiation is not None and page.negotiation.result is not Agreement.AGREED):
        return {}
    offered = {MoneyKind.REFUND: page.solution.refund, MoneyKind.COMPENSATION: page.solution.compensation}
    return {kind: amount for kind, amount in offered.items() if amount > 0}


def _pays(page: CasePage) -> bool:
    return bool(_owed(page)) or any(one.lives for one in page.payments)


def _settled(page: CasePage) -> bool:
    """What was agreed is asked for, approved and signed by the patient; the money's arrival is waited for later."""
    living = [one for one in page.payments if one.lives]
    ready = (PaymentState.APPROVED, PaymentState.PAID)
    if not all(one.state in ready and one.signed_on is not None for one in living):
        return False
    asked = {one.kind for one in living}
    return all(kind in asked for kind in _owed(page))
