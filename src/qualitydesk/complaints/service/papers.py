"""Cases on paper: the case form and requests of refund or compensation, besides the sheets of months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints import printout
from qualitydesk.complaints.model import CasePage, CaseVerb, Payment, PaymentState
from qualitydesk.complaints.model.clocks import Unit
from qualitydesk.complaints.service.issuing import ISSUED, Made
from qualitydesk.complaints.service.monthly import Monthly
from qualitydesk.complaints.service.writing import CASES
from qualitydesk.papers.model import PaperLine, Withdrawal
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_clocks

CASE = "complaint_case"
REFUND = "complaint_refund"
"""Kinds of paper and the forms they are printed by."""
ARRIVAL = "money_arrival"
"""The clock that says how long money on a card takes."""
_ENDED = (PaymentState.REFUSED, PaymentState.CALLED_OFF)


@dataclass(frozen=True)
class CasePaperLine:
    """An issued paper of a case: `by` who issued it, `copies` how many were printed since."""

    line: PaperLine
    by: str
    copies: int


class CasePapers(Monthly):
    """The papers about the cases of one database."""

    # The case form

    def issue_case_form(
        self, case_id: UUID, by: By, *, language: str = "zh", paper: str = "A4", hidden: bool = False
    ) -> Done[UUID]:
        """The 患者投诉处理表 as the case stands now; the one issued before when it still says the same.

        `hidden`: names and telephones of complainant and patient masked wherever they stand.
        Refused: no_such_case, and what `Papers.printed` refuses.
        """
        return self._issue(self._case_form(case_id, language, hidden=hidden), by, language, paper)

    def issue_case_forms(
        self, case_ids: Iterable[UUID], by: By, *, language: str = "zh", paper: str = "A4", hidden: bool = False
    ) -> Done[list[UUID]]:
        """The forms of several cases, each a paper of its own; `Papers.originals` gives them as one file.

        Refused("no_cases_chosen") when there are none.
        """
        chosen = list(dict.fromkeys(case_ids))
        if not chosen:
            raise Refused("no_cases_chosen")
        how: dict[str, Any] = {"language": language, "paper": paper, "hidden": hidden}
        issued = [self.issue_case_form(one, by, **how).value for one in chosen]
        return Done(issued, ISSUED | CASES)

    def preview_case_form(self, case_id: UUID, language: str, paper: str = "A4", *, hidden: bool = False) -> bytes:
        """What the form would look like now; nothing is kept."""
        return self._preview(self._case_form(case_id, language, hidden=hidden), language, paper)

    def blank_case_form(self, institution_id: UUID | None, language: str, paper: str = "A4") -> bytes:
        """The form with lines to write on, for when no computer is at hand; nothing is kept."""
        name = self._directory.institution(institution_id).name if institution_id else ""
        values = printout.blank_fields(self._group_name(), name)
        return self._papers.previewed(CASE, values, language, paper=paper, house=institution_id, mark=None)

    def issued_on(self, case_id: UUID) -> list[CasePaperLine]:
        """Every form and request issued about a case, newest first, with who issued it and how many copies followed."""
        with self._database.reading():
            page = self._complaints.case(case_id)
            copies = Counter(str(one.details.get("paper")) for one in page.timeline if one.details.get("copy"))
            return [CasePaperLine(line, self._name(line.issued_by), copies[str(line.id)]) for line in self.issued(page)]

    def copy(self, case_id: UUID, paper_id: UUID, by: By) -> Done[UUID]:
        """One more copy of an issued paper, told in the timeline; `again` gives it."""
        with self._database.transaction():
            line = self._papers.paper(paper_id).line
            self._complaints.tell_paper(case_id, line.kind, line.number, paper_id, by, copy=True)
        return Done(paper_id, CASES)

    def again(self, case_id: UUID, paper_id: UUID, *, copy: bool = False) -> bytes:
        """A paper of the case as issued, or marked as a copy; of money called off since, marked so."""
        return self.refund_request(case_id, paper_id, copy=copy)

    def _name(self, employee_id: UUID | None) -> str:
        return self._directory.employee(employee_id).name if employee_id is not None else ""

    def issued(self, page: CasePage) -> list[PaperLine]:
        """Every form and request issued about a case, newest first."""
        about = [page.line.id, *(one.id for one in page.payments)]
        found = [line for one in about for line in self._papers.of_subject(one)]
        return sorted(found, key=lambda line: line.issued_at, reverse=True)

    # Refund and compensation

    def issue_refund_request(
        self, case_id: UUID, payment_id: UUID, by: By, *, language: str = "zh", paper: str = "A4"
    ) -> Done[UUID]:
        """The 退款申请单 of a payment as it stands: before its approval to be signed, after it with names and days.

        Refused: no_such_case, no_such_payment, payment_is_refused, payment_is_called_off.
        """
        return self._issue(self._request(case_id, payment_id, language), by, language, paper)

    def refund_request(self, case_id: UUID, paper_id: UUID, *, copy: bool = False) -> bytes:
        """A request as issued, or marked as a copy; of one refused or called off since, marked so on every page."""
        page = self._complaints.case(case_id)
        subject = self._papers.paper(paper_id).line.subject_id
        gone = next((self._withdrawal(page, one) for one in page.payments if one.id == subject), None)
        if copy:
            return self._papers.reprint(paper_id, gone)
        return self._papers.marked(paper_id, gone) if gone else self._papers.original(paper_id)

    def _case_form(self, case_id: UUID, language: str, *, hidden: bool = False) -> Made:
        with self._database.reading():
            page = self._complaints.case(case_id)
            graded, set_by = page.severity, page.prevention
            paper = printout.CasePaper(
                page=page,
                clocks=self._complaints.clocks(case_id),
                edition=self._rulebook.edition(graded.edition_id) if graded else None,
                measure=self._measures.measure(set_by.measure_id) if set_by and set_by.measure_id else None,
                group_name=self._group_name(),
                now=self._clock.now(),
                zone=self._directory.zone(),
            )
        values = printout.case_fields(paper, language)
        if hidden:
            values = printout.hidden(values, page)
        return Made(CASE, page.line.number, case_id, values, page.line.institution_id, ("as_of",), case_id)

    def _request(self, case_id: UUID, payment_id: UUID, language: str) -> Made:
        with self._database.reading():
            page = self._complaints.case(case_id)
            payment = next((one for one in page.payments if one.id == payment_id), None)
            if payment is None:
                raise Refused("no_such_payment")
            if payment.state in _ENDED:
                raise Refused(f"payment_is_{payment.state}")
            values = printout.refund_fields(
                page,
                payment,
                language,
                group_name=self._group_name(),
                arrival_days=self._arrival_days(page),
                zone=self._directory.zone(),
            )
        number = printout.payment_number(page, payment)
        return Made(REFUND, number, payment_id, values, page.line.institution_id, case_id=case_id)

    def _arrival_days(self, page: CasePage) -> int | None:
        """Working days, by the clocks in force at receipt; None when no such clock counts in them."""
        day = local_day(page.line.received_at, self._directory.zone())
        rules = read_clocks(self._rulebook.edition_on(Rule.CLOCKS, day).values)
        found = rules.clock(ARRIVAL)
        return found.limit if found is not None and found.unit is Unit.WORKING_DAYS else None

    def _withdrawal(self, page: CasePage, payment: Payment) -> Withdrawal | None:
        """Of a payment that was refused or called off: since which day and why, as the timeline tells it."""
        if payment.state not in _ENDED:
            return None
        verbs = (CaseVerb.REFUSE_PAYMENT, CaseVerb.CALL_OFF_PAYMENT)
        told = [
            one
            for one in page.timeline
            if one.verb in verbs and one.details.get("amount") == payment.amount and one.at >= payment.requested_at
        ]
        last = told[-1] if told else None
        on = local_day(last.at if last else payment.requested_at, self._directory.zone())
        return Withdrawal(on, last.words if last else "")
