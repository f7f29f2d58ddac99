"""Decisions, money and the end of a case, written down in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    AfterCallDraft,
    CaseVerb,
    ClosingDraft,
    HandlingDraft,
    HandlingProposal,
    Level,
    NegotiationDraft,
    PaidDraft,
    PaymentDraft,
    PaymentState,
    PreventionDraft,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Step,
)
from qualitydesk.complaints.rules.severity import Graded, grade, handling_for
from qualitydesk.complaints.service.ending import handling_told, measure_of
from qualitydesk.complaints.service.faults import ANSWERS, above
from qualitydesk.complaints.service.scribe.moves import Moves


class Scribe(Moves):
    """Every verb a sample or an import asks for."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._payments: dict[UUID, UUID] = {}

    def graded(self, _case_id: UUID, facts: SeverityFacts) -> Graded:
        """As `Complaints.graded`."""
        return grade(facts, self._timing.severity(self._timing.day(self._clock.now()))[0])

    def classify(self, case_id: UUID, _seen: int, draft: SeverityDraft, by: By) -> None:
        """As `Complaints.classify`."""
        case = self.written[case_id]
        rule, edition_id = self._timing.severity(self._timing.day(self._clock.now()))
        graded = grade(draft.facts, rule)
        level = draft.level or graded.level
        told = {"level": level, "proposed": graded.level, "criterion": graded.criterion}
        before = Level(case.head["level"]) if case.head["level"] else None
        case.decide(
            "case_severities",
            facts=asdict(draft.facts),
            proposed=int(graded.level),
            criterion=graded.criterion,
            level=int(level),
            reason=draft.reason.strip(),
            edition_id=edition_id,
            decided_at=self._clock.now(),
            decided_by=by.decided_by,
        )
        values = {"level": int(level), "cause": draft.cause.strip() or case.head["cause"]}
        self._change(case_id, CaseVerb.CLASSIFY, by, values, words=draft.reason, details={**told, "before": before})

    def confirm_level(self, case_id: UUID, _seen: int, by: By) -> None:
        """As `Complaints.confirm_level`."""
        last = self.written[case_id].table("case_severities")[-1]
        last.update(confirmed_at=self._clock.now(), confirmed_by=by.decided_by)
        self._change(case_id, CaseVerb.CONFIRM_LEVEL, by)

    def draft_solution(self, case_id: UUID, _seen: int, draft: SolutionDraft, by: By) -> None:
        """As `Complaints.draft_solution`."""
        self.written[case_id].decide(
            "case_solutions",
            words=draft.words.strip(),
            refund=draft.refund,
            compensation=draft.compensation,
            drafted_at=self._clock.now(),
            drafted_by=by.decided_by,
            approval_words="",
        )
        told = {"refund": draft.refund, "compensation": draft.compensation}
        self._change(case_id, CaseVerb.SOLUTION, by, words=draft.words, details=told)

    def decide_solution(
        self, case_id: UUID, seen: int, approved: bool, words: str, by: By, *, at: datetime | None = None
    ) -> None:
        """As `Complaints.decide_solution`."""
        last = self.written[case_id].table("case_solutions")[-1]
        last.update(approved=approved, approval_words=words.strip(), approved_by=by.decided_by)
        last["approved_at"] = at or self._clock.now()
        verb = CaseVerb.APPROVE_SOLUTION if approved else CaseVerb.REFUSE_SOLUTION
        self._change(case_id, verb, by, words=words)
        if approved:
            self.complete_step(case_id, seen, by, at=at)
        else:
            self.go_back(case_id, seen, Step.DRAFTED, words, by, at=at)

    def record_negotiation(self, case_id: UUID, _seen: int, draft: NegotiationDraft, by: By) -> None:
        """As `Complaints.record_negotiation`."""
        assert draft.result is not None
        at = draft.at or self._clock.now()
        values = {"result": draft.result, "at": at, "words": draft.words.strip()}
        told = draft.outside_ways_told
        self.written[case_id].decide("case_negotiations", **values, outside_ways_told=told)
        details = {"result": draft.result, "at": at}
        self._change(case_id, CaseVerb.NEGOTIATE, by, words=draft.words, details=details)

    def request_payment(self, case_id: UUID, draft: PaymentDraft, by: By) -> Done[UUID]:
        """As `Complaints.request_payment`."""
        payment_id = new_id()
        self._payments[payment_id] = case_id
        self.written[case_id].add(
            "case_payments",
            id=payment_id,
            kind=draft.kind,
            amount=draft.amount,
            way=draft.way,
            reason=draft.reason.strip(),
            state=PaymentState.REQUESTED,
            started_by=draft.started_by,
            requested_by=by.decided_by,
            requested_at=self._clock.now(),
            receipt="",
            revision=1,
        )
        told = {"kind": draft.kind, "amount": draft.amount, "way": draft.way}
        self._change(case_id, CaseVerb.REQUEST_PAYMENT, by, words=draft.reason, details=told, grows=0)
        return Done(payment_id)

    def approve_payment(self, payment_id: UUID, _seen: int, by: By) -> None:
        """As `Complaints.approve_payment`."""
        values = {"state": PaymentState.APPROVED, "approved_by": by.decided_by, "approved_at": self._clock.now()}
        self._step(payment_id, CaseVerb.APPROVE_PAYMENT, by, values)

    def sign_payment(self, payment_id: UUID, _seen: int, signed_on: date, by: By) -> None:
        """As `Complaints.sign_payment`."""
        self._step(payment_id, CaseVerb.SIGN_PAYMENT, by, {"signed_on": signed_on})

    def record_payment(self, payment_id: UUID, _seen: int, draft: PaidDraft, by: By) -> None:
        """As `Complaints.record_payment`."""
        paid_at = draft.at or self._clock.now()
        values = {"state": PaymentState.PAID, "paid_at": paid_at, "receipt": draft.receipt.strip()}
        self._step(payment_id, CaseVerb.PAY, by, values, draft.receipt)

    def _step(self, payment_id: UUID, verb: CaseVerb, by: By, values: dict[str, Any], words: str = "") -> None:
        case_id = self._payments[payment_id]
        case = self.written[case_id]
        found = next(one for one in case.table("case_payments") if one["id"] == payment_id)
        told = {"kind": found["kind"], "amount": found["amount"], **values}
        found.update(values)
        found["revision"] += 1
        case.sum_up()
        self._change(case_id, verb, by, words=words, details=told, grows=0)

    def record_summary(self, case_id: UUID, _seen: int, draft: ClosingDraft, by: By) -> None:
        """As `Complaints.record_summary`."""
        ends = dict(draft.outcomes)
        for one in self.written[case_id].table("case_subjects"):
            one["outcome"] = ends.get(one["id"], one["outcome"])
        told = {"outcomes": [[subject_id, outcome] for subject_id, outcome in draft.outcomes]}
        values = {"summary": draft.summary.strip()}
        self._change(case_id, CaseVerb.SUMMARY, by, values, words=draft.summary, details=told)

    def close_case(self, case_id: UUID, seen: int, draft: ClosingDraft, by: By, *, at: datetime | None = None) -> None:
        """As `Complaints.close_case`."""
        self.record_summary(case_id, seen, draft, by)
        self.complete_step(case_id, seen, by, at=at)

    def record_after_call(self, case_id: UUID, draft: AfterCallDraft, by: By) -> None:
        """As `Complaints.record_after_call`."""
        case = self.written[case_id]
        case.add(
            "case_after_calls",
            id=new_id(),
            at=draft.at or self._clock.now(),
            reached=draft.reached,
            satisfied=draft.satisfied if draft.reached else None,
            words=draft.words.strip(),
            by=by.decided_by,
        )
        attempt = len(case.table("case_after_calls"))
        told = {"reached": draft.reached, "satisfied": draft.satisfied, "attempt": attempt}
        self._change(case_id, CaseVerb.AFTER_CALL, by, words=draft.words, details=told, grows=0)

    def handling_proposals(self, case_id: UUID) -> list[HandlingProposal]:
        """As `Complaints.handling_proposals`."""
        case = self.written[case_id]
        severities = case.table("case_severities")
        if not severities:
            return []
        day = case.draft.happened_on or self._timing.day(case.head["received_at"])
        pairs = []
        for one in case.people:
            if one.responsibility in ANSWERS:
                pairs.append((one.employee_id, above(self._directory.line_of(one.employee_id, day))))
        rule, _edition = self._timing.severity(self._timing.day(severities[-1]["decided_at"]))
        return handling_for(Level(severities[-1]["level"]), pairs, rule)

    def record_handling(self, case_id: UUID, handled: Sequence[HandlingDraft], by: By, *, none: str = "") -> None:
        """As `Complaints.record_handling`."""
        case = self.written[case_id]
        for one in handled:
            case.add(
                "case_handlings",
                id=new_id(),
                employee_id=one.employee_id,
                role=one.role,
                level=case.head["level"],
                sanction=one.sanction,
                amount=one.amount,
                words=one.words.strip(),
                slip_id=one.slip_id,
                slip_number=one.slip_number,
                recorded_at=self._clock.now(),
                recorded_by=by.decided_by,
            )
        values = {"handling_none": "" if handled else none.strip()}
        self._change(case_id, CaseVerb.HANDLING, by, values, words=none, details=handling_told(handled), grows=0)

    def record_prevention(self, case_id: UUID, _seen: int, draft: PreventionDraft, by: By) -> Done[UUID | None]:
        """As `Complaints.record_prevention`; the measure is on disk at once."""
        case = self.written[case_id]
        made: UUID | None = None
        if draft.measure is not None:
            wanted = measure_of(draft.measure, case_id, case.head["number"], case.head["institution_id"])
            made = self._measures.open_measure(wanted, by).value
        case.decide(
            "case_preventions",
            measure_id=made,
            effect_on=draft.effect_on,
            criterion=draft.criterion.strip(),
            none_reason=draft.none_reason.strip(),
            at=self._clock.now(),
            by=by.decided_by,
        )
        told = {"effect_on": draft.effect_on}
        self._change(case_id, CaseVerb.PREVENTION, by, words=draft.none_reason, details=told)
        return Done(made)
