"""Refunds and compensation: asked for, approved by another, signed by the patient, arrived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import CasePage, CaseVerb, PaidDraft, Payment, PaymentDraft, PaymentState
from qualitydesk.complaints.rules.drafts import problems_in_paid, problems_in_payment
from qualitydesk.complaints.rules.paying import barred
from qualitydesk.complaints.service.deciding import Deciding
from qualitydesk.complaints.service.writing import reasoned
from qualitydesk.complaints.store import rows, tables
from qualitydesk.storage.database import Connection, insert_row, update_row

_FROM = {
    CaseVerb.APPROVE_PAYMENT: (PaymentState.REQUESTED,),
    CaseVerb.REFUSE_PAYMENT: (PaymentState.REQUESTED,),
    CaseVerb.SIGN_PAYMENT: (PaymentState.REQUESTED, PaymentState.APPROVED),
    CaseVerb.PAY: (PaymentState.APPROVED,),
    CaseVerb.CALL_OFF_PAYMENT: (PaymentState.REQUESTED, PaymentState.APPROVED),
}
Judge = Callable[[CasePage, Payment], Mapping[str, Any]]


class Paying(Deciding):
    """Money, each payment a row with a revision of its own."""

    def request_payment(self, case_id: UUID, draft: PaymentDraft, by: By) -> Done[UUID]:
        """Ask for a refund or compensation. Refused: draft, case_is_merged."""
        payment_id = new_id()

        def judge(connection: Connection, _page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_payment(draft))
            insert_row(
                connection,
                tables.case_payments,
                id=payment_id,
                case_id=case_id,
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
            return {}

        told = {"kind": draft.kind, "amount": draft.amount, "way": draft.way}
        done = self._change(
            case_id, None, CaseVerb.REQUEST_PAYMENT, by, judge, words=draft.reason, details=told, done_too=False
        )
        return Done(payment_id, done.touched)

    def approve_payment(self, payment_id: UUID, seen: int, by: By) -> Done[None]:
        """Another than who asked, of the posts the rule names, nobody complained of. Refused: not_to_decide, stale."""

        def judge(page: CasePage, found: Payment) -> Mapping[str, Any]:
            self._may_decide(page, found, by)
            return {"state": PaymentState.APPROVED, "approved_by": by.decided_by, "approved_at": self._clock.now()}

        return self._step(payment_id, seen, CaseVerb.APPROVE_PAYMENT, by, judge)

    def refuse_payment(self, payment_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Not granted, with the reason. Refused: draft, not_to_decide, stale."""
        words = reasoned(reason)

        def judge(page: CasePage, found: Payment) -> Mapping[str, Any]:
            self._may_decide(page, found, by)
            return {"state": PaymentState.REFUSED, "approved_by": by.decided_by}

        return self._step(payment_id, seen, CaseVerb.REFUSE_PAYMENT, by, judge, words)

    def sign_payment(self, payment_id: UUID, seen: int, signed_on: date, by: By) -> Done[None]:
        """The patient has signed. Refused: draft, stale."""

        def judge(_page: CasePage, found: Payment) -> Mapping[str, Any]:
            if signed_on > self.today():
                raise Refused("draft", problems=(Problem("signed_on", "day_in_future"),))
            if signed_on < self._timing.day(found.requested_at):
                raise Refused("draft", problems=(Problem("signed_on", "moment_early"),))
            return {"signed_on": signed_on}

        return self._step(payment_id, seen, CaseVerb.SIGN_PAYMENT, by, judge)

    def record_payment(self, payment_id: UUID, seen: int, draft: PaidDraft, by: By) -> Done[None]:
        """The money has arrived, with its receipt; also after closing. Refused: draft, stale."""

        def judge(_page: CasePage, found: Payment) -> Mapping[str, Any]:
            assert found.approved_at is not None
            refuse_if(problems_in_paid(draft, found.approved_at, self._clock.now()))
            return {"state": PaymentState.PAID, "paid_at": self._at(draft.at), "receipt": draft.receipt.strip()}

        return self._step(payment_id, seen, CaseVerb.PAY, by, judge, draft.receipt)

    def call_off_payment(self, payment_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """It will not be paid, with the reason. Refused: draft, stale."""
        words = reasoned(reason)
        return self._step(
            payment_id,
            seen,
            CaseVerb.CALL_OFF_PAYMENT,
            by,
            lambda _page, _found: {"state": PaymentState.CALLED_OFF},
            words,
        )

    def _may_decide(self, page: CasePage, found: Payment, by: By) -> None:
        posts = self._timing.steps(page.line.received_at).payment_posts
        problems = barred(self._decider(by), posts, page.complained_of, found.requested_by_id)
        self._refuse(problems, "not_to_decide")

    def _step(self, payment_id: UUID, seen: int, verb: CaseVerb, by: By, judge: Judge, words: str = "") -> Done[None]:
        """One step of a payment; the case's sums follow."""
        with self._database.transaction() as connection:
            row = rows.one_row(connection, "case_payments", payment_id)
            if row is None:
                raise Refused("no_such_payment")
            case_id: UUID = row.case_id
            told: dict[str, Any] = {"kind": row.kind, "amount": row.amount}

            def write(connection: Connection, page: CasePage) -> Mapping[str, Any]:
                found = next(one for one in page.payments if one.id == payment_id)
                if found.state not in _FROM[verb]:
                    raise Refused(f"payment_is_{found.state}")
                values = judge(page, found)
                update_row(connection, tables.case_payments, payment_id, seen, **values)
                told.update(values)
                return self._sums(connection, case_id)

            return self._change(case_id, None, verb, by, write, words=words, details=told)
