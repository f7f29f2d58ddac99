"""From findings to issued slips: proposals, and each step of a slip with who decided it. One verb, one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.papers.model import Paper
from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    ActDraft,
    AddDraft,
    Approval,
    ApprovalWay,
    Choice,
    Decision,
    Event,
    EventKind,
    FilePurpose,
    Slip,
    SlipLine,
    SlipState,
    SlipStep,
    SlipVerb,
)
from qualitydesk.penalties.rules import Parties, barred, problems_in_approval
from qualitydesk.penalties.service.appealing import Appealing
from qualitydesk.penalties.service.correcting import Correcting
from qualitydesk.penalties.service.noticing import Noticing
from qualitydesk.penalties.service.on_papers import SLIP_FORM
from qualitydesk.penalties.service.scanning import Scanning
from qualitydesk.penalties.service.settling import Settling
from qualitydesk.penalties.service.writing import SLIPS, Attachments, waits_for_correction
from qualitydesk.rulebook.model import Party, Rule, SlipAct
from qualitydesk.rulebook.rules import appeal_last_day, read_appeal
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, change_row, update_row
from qualitydesk.storage.series import next_number

SLIP_SERIES = "CF"


class Penalties(Settling, Scanning, Appealing, Noticing, Correcting):
    """The penalties of one database: the verbs until a slip is issued, beside those of its later life."""

    def propose(
        self, round_id: UUID, employee_id: UUID, by: By, *, choice: Choice | None = None, improvement: str = ""
    ) -> Done[SlipLine]:
        """Make the proposal a numbered slip. The ladder is asked anew inside the transaction: that answer counts."""
        with self._database.transaction() as connection:
            walked = self._finished(round_id)
            self._allow_proposal(connection, Event(EventKind.ROUND, round_id), walked.number, employee_id, by)
            decision = self._decide(connection, walked, employee_id, choice or Choice())
            line = self._put(connection, decision, walked.institution_id, by, improvement)
        return Done(line, SLIPS)

    def propose_on(
        self, event: Event, employee_id: UUID, by: By, *, choice: Choice | None = None, improvement: str = ""
    ) -> Done[SlipLine]:
        """The same for a round or a case. Of a case refused: case_not_to_handle, nobody_answers, already_sanctioned,
        already_handled (recorded on the case without a slip)."""
        if event.kind is EventKind.ROUND:
            return self.propose(event.id, employee_id, by, choice=choice, improvement=improvement)
        with self._database.transaction() as connection:
            tried = self._tried(connection, event.id)
            page = tried.fault.page
            self._allow_proposal(connection, event, page.line.number, employee_id, by)
            if employee_id in tried.by_hand:
                raise Refused("already_handled", number=page.line.number)
            decision = self._decide_on_case(connection, event.id, employee_id, choice or Choice())
            line = self._put(connection, decision, page.line.institution_id, by, improvement)
        return Done(line, SLIPS)

    def _allow_proposal(self, connection: Connection, event: Event, number: str, employee_id: UUID, by: By) -> None:
        self._allow_to_propose(employee_id, by)
        if employee_id in store.live_of(connection, event):
            raise Refused("already_sanctioned", number=number)

    def _put(
        self, connection: Connection, decision: Decision, institution_id: UUID, by: By, improvement: str
    ) -> SlipLine:
        """A decision as a numbered slip. Refused: draft (other_act: something else of about that day stands)."""
        self._allow_beside(connection, decision)
        assert by.decided_by is not None
        now = self._clock.now()
        year = local(now).year
        code = self._directory.institution(institution_id).code
        number = f"{SLIP_SERIES}-{code}-{year}-{next_number(connection, SLIP_SERIES, f'{code}-{year}'):04d}"
        employee_id = decision.employee.id
        slip = Slip(
            id=new_id(),
            number=number,
            state=SlipState.PROPOSED,
            institution_id=institution_id,
            employee_id=employee_id,
            act_day=decision.act_day,
            round_id=decision.round_id if decision.act is None else None,
            act_id=decision.act.id if decision.act is not None else None,
            source=decision.act.source.value if decision.act is not None else "",
            case_id=decision.case.id if decision.case is not None else None,
            finding_ids=tuple(found.finding_id for found in decision.findings),
            decision=decision,
            drafted_by=by.decided_by,
            improvement=improvement.strip(),
            proposed_at=now,
            state_since=now,
        )
        store.add_slip(connection, slip)
        after = {"number": number, "rung": decision.rung, "total": decision.total, "round": decision.event_number}
        audit.record(connection, by, now, "propose_slip", "slip", slip.id, None, after)
        return store.live_of(connection, decision.event)[employee_id]

    def _allow_beside(self, connection: Connection, decision: Decision) -> None:
        """One event is sanctioned once, and for one act points or the ladder, never both: where points stand of that
        day, or another sanction of about that day, somebody says why not."""
        if decision.choice.other_act.strip() or (decision.act is not None and decision.act.other):
            return
        problems, person, day = [], decision.employee.id, decision.act_day
        if found := self._deducted(person, day):
            values: dict[str, object] = {"day": day.isoformat(), "count": len(found)}
            problems.append(Problem("other_act", "ladder_or_points", values))
        if alike := self._beside.sanctions(connection, person, day, decision.event.id):
            values = {"numbers": " · ".join(one.number for one in alike)}
            problems.append(Problem("other_act", "sanctioned_near", values))
        refuse_if(problems)

    def propose_all(self, round_id: UUID, by: By) -> Done[list[SlipLine]]:
        """Make every proposal of a round a slip as the ladder proposes it, but the one on whoever proposes.

        Whoever had a slip of this round taken back is left out, too, and whoever has points of that day or another
        sanction of about that day.
        """
        return self.propose_all_on(Event(EventKind.ROUND, round_id), by)

    def propose_all_on(self, event: Event, by: By) -> Done[list[SlipLine]]:
        """The same for a round or a case; of a case whoever was handled without a slip is left out as well."""
        with self._database.transaction():
            proposals = self.of_event(event).proposals
            barred_here = Party.EMPLOYEE in self.approval_rule().not_by[SlipAct.PROPOSE]
            mine = by.decided_by if barred_here else None
            wanted = [one for one in proposals if one.waiting and not one.beside and one.employee_id != mine]
            made = [self.propose_on(event, one.employee_id, by).value for one in wanted]
        return Done(made, SLIPS if made else frozenset())

    def add(self, round_id: UUID, draft: AddDraft, by: By) -> Done[SlipLine]:
        """Propose a slip for an act the program did not propose, joined with whatever else was found on her.

        Refused: draft, already_sanctioned, not_to_decide.
        """
        with self._database.transaction():
            act = self._adding.act_of(round_id, draft)
            choice = Choice(added=(act,), other_act=draft.other_act.strip())
            assert draft.employee_id is not None
            return self.propose(round_id, draft.employee_id, by, choice=choice, improvement=draft.improvement)

    def propose_act(self, draft: ActDraft, by: By, *, files: Attachments = ()) -> Done[SlipLine]:
        """Propose a slip for a free act, observed or reported, as the ladder says; what came with it is kept.

        Refused: draft (also while something alike is there and nobody says why it is another event), no_offence,
        not_to_decide, file_too_big.
        """
        kept = self._keep(files)
        with self._database.transaction() as connection:
            decision = self._decide_act(connection, draft, by)
            assert decision.act is not None
            person = decision.employee.id
            self._allow_to_propose(person, by)
            place = self._directory.person(person, decision.act_day) or self._directory.person(person)
            if place is None:
                raise Refused("no_such_employee")
            line = self._put(connection, decision, place.institution_id, by, draft.improvement)
            self._file(connection, line.id, FilePurpose.OTHER, kept, by)
        return Done(line, SLIPS)

    def approve(self, slip_id: UUID, seen: int, by: By, approval: Approval | None = None) -> Done[None]:
        """The one who may decides for the slip; never whoever drafted it, never on himself.

        `approval` says who decided, on which day and how; without it `by` decided in person just now.
        """
        now = self._clock.now()
        approval = approval or Approval(by.decided_by, local_day(now), ApprovalWay.IN_PERSON)
        by = By(approval.decided_by, by.entered_by)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, SlipVerb.APPROVE, by, approval.on)
            refuse_if(problems_in_approval(approval, slip.act_day, local_day(now)))
            self._allow_to_approve(approval)
            values = {
                "state": SlipState.APPROVED,
                "state_since": now,
                "approved_by": by.decided_by,
                "approved_at": now,
                "approved_on": approval.on,
                "approval_way": approval.way,
                "approval_note": approval.note.strip(),
            }
            update_row(connection, store.slips, slip_id, seen, **values)
            self._audit(connection, by, "approve_slip", slip, values)
            touched = self._handle(slip, [payment.amount for payment in slip.decision.payments], by)
        return Done(None, SLIPS | touched)

    def _allow_to_approve(self, approval: Approval) -> None:
        """Refuse whoever held none of the posts the rule of that day names."""
        assert approval.on is not None
        allowed = self.approvers(approval.on)
        if approval.decided_by not in {person.id for person in allowed.people}:
            posts = {"posts": " / ".join(allowed.posts), "day": approval.on.isoformat()}
            raise Refused("not_to_decide", problems=(Problem("decided_by", "not_to_approve", posts),))

    def issue(self, slip_id: UUID, seen: int, by: By, *, language: str = "zh", explained: bool = False) -> Done[UUID]:
        """Print the slip into the archive; from here on its paper never changes. Gives the paper's id.

        `explained`: its explanation is archived with it, as an appendix of its own. Papers are made before the
        transaction begins, so that nobody else waits for them; a slip that moved on meanwhile is refused as stale, and
        they are not kept.
        """
        values, paper, appendix = self._print(slip_id, seen, by, language, explained)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            more = {"appendix_paper_id": appendix.id} if appendix is not None else {}
            update_row(connection, store.slips, slip_id, seen, **values, paper_id=paper.id, **more)
            self._papers.keep(paper, by)
            told = {**values, "paper": paper.id}
            if appendix is not None:
                self._papers.keep(appendix, by)
                told |= {"explanation": appendix.line.number, "appendix": appendix.id}
            self._audit(connection, by, "issue_slip", slip, told)
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def _print(
        self, slip_id: UUID, seen: int, by: By, language: str, explained: bool
    ) -> tuple[dict[str, Any], Paper, Paper | None]:
        """What issuing changes on the slip, its paper, on which that already stands, and its explanation if wished."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, SlipVerb.ISSUE, by)
            if slip.revision != seen:
                raise Refused("stale")
            now = self._clock.now()
            today = local_day(now)
            appeal = read_appeal(self._rulebook.edition_on(Rule.APPEAL, today).values)
            values: dict[str, Any] = {
                "state": SlipState.ISSUED,
                "state_since": now,
                "issued_by": by.decided_by,
                "issued_at": now,
                "appeal_last_day": appeal_last_day(today, appeal),
            }
            issued = replace(slip, **values)
            fields = self._showing.fields(self._showing.view(issued), language)
            why = self._explanation(connection, issued, by, language) if explained else None
        paper = self._papers.printed(
            kind="slip",
            form_name=SLIP_FORM,
            number=slip.number or "",
            values=fields,
            language=language,
            by=by,
            subject_id=slip_id,
            house=slip.institution_id,
        )
        if why is None:
            return values, paper, None
        return values, paper, self._appendices.printed(slip, {**why, "slip_check": paper.check}, language, by)

    def _explanation(self, connection: Connection, issued: Slip, by: By, language: str) -> dict[str, Any]:
        """What the explanation of a slip says that is just being issued by `by`."""
        assert issued.issued_at is not None
        names = (self._showing.name(by.decided_by), self._showing.name(by.entered_by))
        last = SlipStep(issued.issued_at, "issue_slip", *names)
        return self._appendices.fields(connection, issued, self.rule(issued.decision), language, last=last)

    def explain_slip(self, slip_id: UUID, by: By, *, language: str = "zh") -> Done[UUID]:
        """Archive the explanation of an issued slip as its appendix, if there is none yet; gives the paper's id.

        It says what stands now, an appeal's decision included. Refused: slip_not_issued.
        """
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            if slip.appendix_paper_id is not None:
                return Done(slip.appendix_paper_id, frozenset())
            if slip.paper_id is None:
                raise Refused("slip_not_issued", number=slip.number or "")
            fields = self._appendices.fields(connection, slip, self.rule(slip.decision), language)
        paper = self._appendices.printed(slip, fields, language, by)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            if slip.appendix_paper_id is not None:  # another window was quicker
                return Done(slip.appendix_paper_id, frozenset())
            change_row(connection, store.slips, slip_id, appendix_paper_id=paper.id)
            self._papers.keep(paper, by)
            told = {"explanation": paper.line.number, "appendix": paper.id}
            self._audit(connection, by, "explain_slip", slip, told)
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def withdraw(self, slip_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Take a slip back with a reason; its number stays, its findings no longer count on the ladder."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, SlipVerb.WITHDRAW, by)
            values = {
                "withdrawn_by": by.decided_by,
                "withdrawn_at": self._clock.now(),
                "withdrawal_reason": reason.strip(),
                **waits_for_correction(slip, self._clock.now()),
            }
            self._move(connection, slip, seen, SlipVerb.WITHDRAW, by, "withdraw_slip", values=values)
            touched = self._handled_anew(slip, None, reason.strip(), by)
        return Done(None, SLIPS | touched)

    def _allow_to_leave_out(self, employee_id: UUID, by: By) -> None:
        """Refuse whom the rule of today keeps from leaving out a finding on this employee."""
        parties: Parties = {Party.EMPLOYEE: (employee_id,)}
        rule = self.approval_rule()
        problem = barred(SlipAct.LEAVE_OUT, by.decided_by, parties, rule) if by.decided_by is not None else None
        if problem is not None:
            raise Refused("not_to_decide", problems=(problem,))

    def leave_out(self, finding_id: UUID, round_id: UUID, reason: str, by: By) -> Done[None]:
        """The ladder is not to hear a finding. Refused while a slip stands on it, and to whomever it was found on."""
        with self._database.transaction() as connection:
            found = {entry.id: entry for entry in self._findings.of_round(round_id)}.get(finding_id)
            if found is None:
                raise Refused("no_such_finding")
            if found.employee_id is not None:
                self._allow_to_leave_out(found.employee_id, by)
                standing = store.live_of_round(connection, round_id).get(found.employee_id)
                if standing is not None:
                    raise Refused("finding_on_slip", number=standing.number)
            return self._findings.leave_out(finding_id, reason, by)
