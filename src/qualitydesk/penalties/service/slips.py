"""From findings to issued slips: proposals, and each step of a slip with who decided it. One verb, one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Round, RoundState, Standing
from qualitydesk.inspections.service import Findings, Rounds, Standards
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    Approval,
    Choice,
    Decision,
    Line,
    Proposal,
    Slip,
    SlipFilter,
    SlipLine,
    SlipState,
    SlipStep,
    SlipVerb,
    SlipView,
)
from qualitydesk.penalties.rules import may, problems_in_approval, would_have_been
from qualitydesk.penalties.service.hearing import Hearing
from qualitydesk.penalties.service.showing import Showing
from qualitydesk.rulebook.model import Edition, Rule, RungRule
from qualitydesk.rulebook.rules import appeal_last_day, ladder_edition, read_appeal
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row
from qualitydesk.storage.series import next_number

SLIPS = frozenset({Change.SLIPS})
SLIP_SERIES = "CF"
SLIP_FORM = "penalty_slip"


class Penalties:
    """The penalties of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        standards: Standards,
        rounds: Rounds,
        findings: Findings,
        rulebook: Rulebook,
        papers: Papers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rounds = rounds
        self._findings = findings
        self._rulebook = rulebook
        self._papers = papers
        self._hearing = Hearing(directory, standards, findings, rulebook)
        self._showing = Showing(directory, rounds, findings, rulebook)

    # Questions

    def proposals(self, round_id: UUID) -> list[Proposal]:
        """What the ladder proposes after a finished round: one for each employee found on, in the order walked."""
        with self._database.reading() as connection:
            walked = self._finished(round_id)
            slips = store.live_of_round(connection, round_id)
            found = (
                self._proposal(connection, walked, employee_id, slips.get(employee_id))
                for employee_id in _found_on(self._findings.of_round(round_id), slips)
            )
            return [proposal for proposal in found if proposal is not None]

    def decide(self, round_id: UUID, employee_id: UUID, choice: Choice | None = None) -> Decision:
        """What the ladder decides on one employee in a round as things stand now, with what was chosen."""
        with self._database.reading() as connection:
            return self._decide(connection, self._finished(round_id), employee_id, choice or Choice())

    def rung_rule(self, decision: Decision) -> RungRule:
        """The rung a decision stands on, in the edition it cites: what may be chosen and who may be left out."""
        ladder = ladder_edition(self.rule(decision)).ladder
        return ladder.rung(decision.column, decision.rung)

    def rule(self, decision: Decision) -> Edition:
        """The edition of the ladder a decision cites."""
        found = self._rulebook.edition(decision.edition_id)
        if found is None:
            raise Refused("no_edition", rule=Rule.LADDER.value, day=decision.act_day.isoformat())
        return found

    def lines(
        self,
        wanted: SlipFilter = SlipFilter(),  # noqa: B008 - a frozen value
        *,
        after: tuple[datetime, UUID] | None = None,
        limit: int = 200,
    ) -> list[SlipLine]:
        """A page of slips, newest first, from behind (proposed_at, id)."""
        with self._database.reading() as connection:
            return store.lines(connection, wanted, after=after, limit=limit)

    def waiting(self) -> dict[SlipState, int]:
        """How many slips stand in each state."""
        with self._database.reading() as connection:
            return store.waiting(connection)

    def slip(self, slip_id: UUID) -> SlipView:
        """A slip with the names its page shows; Refused when there is none."""
        with self._database.reading() as connection:
            return self._showing.view(self._slip(connection, slip_id))

    def history(self, slip_id: UUID) -> tuple[SlipStep, ...]:
        """What was done with a slip, by whom, oldest first."""
        with self._database.reading() as connection:
            return self._showing.history(connection, slip_id)

    def would_have_been(self, slip_id: UUID) -> Line | None:
        """What the ladder would say of the slip's act on what is known now; None when the same. The slip stays."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            if slip.state is SlipState.WITHDRAWN:
                return None
            walked = self._finished(slip.round_id)
            for choice in (slip.decision.choice, Choice()):
                try:
                    return would_have_been(slip.decision, self._decide(connection, walked, slip.employee_id, choice))
                except Refused as refused:
                    if refused.code != "draft":  # what was chosen then may not be choosable on another rung
                        return would_have_been(slip.decision, None)
            return None

    def preview(self, slip_id: UUID, language: str) -> bytes:
        """The slip as PDF: the archived paper once issued, a marked draft before."""
        with self._database.reading():
            view = self.slip(slip_id)
            if view.slip.paper_id is not None:
                return self._papers.original(view.slip.paper_id)
            return self._papers.previewed(SLIP_FORM, self._showing.fields(view, language), language)

    def reprint(self, slip_id: UUID) -> bytes:
        """The issued slip again, marked as a copy. Refused: no_such_paper while it is not issued."""
        slip = self.slip(slip_id).slip
        if slip.paper_id is None:
            raise Refused("no_such_paper")
        return self._papers.reprint(slip.paper_id)

    def check_code(self, slip_id: UUID) -> str:
        """The check code printed on the issued paper; "" before."""
        slip = self.slip(slip_id).slip
        return self._papers.paper(slip.paper_id).check if slip.paper_id else ""

    # Verbs

    def propose(
        self, round_id: UUID, employee_id: UUID, by: By, *, choice: Choice | None = None, improvement: str = ""
    ) -> Done[SlipLine]:
        """Make the proposal a numbered slip. The ladder is asked anew inside the transaction: that answer counts."""
        choice = choice or Choice()
        _allow(SlipState.DRAFT, SlipVerb.PROPOSE, by, drafted_by=by.decided_by, employee_id=employee_id)
        assert by.decided_by is not None
        with self._database.transaction() as connection:
            walked = self._finished(round_id)
            if employee_id in store.live_of_round(connection, round_id):
                raise Refused("already_sanctioned", number=walked.number)
            decision = self._decide(connection, walked, employee_id, choice)
            now = self._clock.now()
            year = local(now).year
            code = self._directory.institution(walked.institution_id).code
            number = f"{SLIP_SERIES}-{code}-{year}-{next_number(connection, SLIP_SERIES, f'{code}-{year}'):04d}"
            slip = Slip(
                id=new_id(),
                number=number,
                state=SlipState.PROPOSED,
                institution_id=walked.institution_id,
                employee_id=employee_id,
                act_day=decision.act_day,
                round_id=round_id,
                finding_ids=tuple(found.finding_id for found in decision.findings),
                decision=decision,
                drafted_by=by.decided_by,
                improvement=improvement.strip(),
                proposed_at=now,
            )
            store.add_slip(connection, slip)
            after = {"number": number, "rung": decision.rung, "total": decision.total, "round": walked.number}
            audit.record(connection, by, now, "propose_slip", "slip", slip.id, None, after)
            line = store.live_of_round(connection, round_id)[employee_id]
        return Done(line, SLIPS)

    def approve(self, slip_id: UUID, seen: int, by: By, approval: Approval | None = None) -> Done[None]:
        """The one who may decides for the slip; never whoever drafted it, never on himself.

        `approval` says who decided, on which day and how; without it `by` decided in person just now.
        """
        now = self._clock.now()
        approval = approval or Approval(by.decided_by, local_day(now))
        by = By(approval.decided_by, by.entered_by)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            _allow(slip.state, SlipVerb.APPROVE, by, drafted_by=slip.drafted_by, employee_id=slip.employee_id)
            refuse_if(problems_in_approval(approval, slip.act_day, local_day(now)))
            values = {
                "state": SlipState.APPROVED,
                "approved_by": by.decided_by,
                "approved_at": now,
                "approved_on": approval.on,
                "approval_way": approval.way,
                "approval_note": approval.note.strip(),
            }
            update_row(connection, store.slips, slip_id, seen, **values)
            self._audit(connection, by, "approve_slip", slip, values)
        return Done(None, SLIPS)

    def issue(self, slip_id: UUID, seen: int, by: By, *, language: str = "zh") -> Done[UUID]:
        """Print the slip into the archive; from here on its paper never changes. Gives the paper's id.

        The paper is made before the transaction begins, so that nobody else waits for it; a slip that moved on
        meanwhile is refused as stale, and the paper is not kept.
        """
        values, paper = self._print(slip_id, seen, by, language)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            update_row(connection, store.slips, slip_id, seen, **values, paper_id=paper.id)
            self._papers.keep(paper, by)
            self._audit(connection, by, "issue_slip", slip, {**values, "paper": paper.id})
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def _print(self, slip_id: UUID, seen: int, by: By, language: str) -> tuple[dict[str, Any], Paper]:
        """What issuing changes on the slip, and its paper, on which that already stands."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            _allow(slip.state, SlipVerb.ISSUE, by, drafted_by=slip.drafted_by, employee_id=slip.employee_id)
            if slip.revision != seen:
                raise Refused("stale")
            now = self._clock.now()
            today = local_day(now)
            appeal = read_appeal(self._rulebook.edition_on(Rule.APPEAL, today).values)
            values: dict[str, Any] = {
                "state": SlipState.ISSUED,
                "issued_by": by.decided_by,
                "issued_at": now,
                "appeal_last_day": appeal_last_day(today, appeal),
            }
            fields = self._showing.fields(self._showing.view(replace(slip, **values)), language)
        paper = self._papers.printed(
            kind="slip",
            form_name=SLIP_FORM,
            number=slip.number or "",
            values=fields,
            language=language,
            by=by,
            subject_id=slip_id,
        )
        return values, paper

    def withdraw(self, slip_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Take a slip back with a reason; its number stays, its findings no longer count on the ladder."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            _allow(slip.state, SlipVerb.WITHDRAW, by, drafted_by=slip.drafted_by, employee_id=slip.employee_id)
            values = {
                "state": SlipState.WITHDRAWN,
                "withdrawn_by": by.decided_by,
                "withdrawn_at": self._clock.now(),
                "withdrawal_reason": reason.strip(),
            }
            update_row(connection, store.slips, slip_id, seen, **values)
            self._audit(connection, by, "withdraw_slip", slip, values)
        return Done(None, SLIPS)

    def leave_out(self, finding_id: UUID, round_id: UUID, reason: str, by: By) -> Done[None]:
        """The ladder is not to hear a finding. Refused while a slip stands on it, and to whomever it was found on."""
        with self._database.transaction() as connection:
            found = {entry.id: entry for entry in self._findings.of_round(round_id)}.get(finding_id)
            if found is None:
                raise Refused("no_such_finding")
            if found.employee_id is not None:
                if by.decided_by == found.employee_id:
                    raise Refused("not_to_decide", problems=(Problem("decided_by", "slip_on_oneself"),))
                standing = store.live_of_round(connection, round_id).get(found.employee_id)
                if standing is not None:
                    raise Refused("finding_on_slip", number=standing.number)
            return self._findings.leave_out(finding_id, reason, by)

    def _finished(self, round_id: UUID) -> Round:
        walked = self._rounds.round(round_id)
        if walked.state is not RoundState.FINISHED:
            raise Refused("round_not_finished", number=walked.number)
        return walked

    def _decide(self, connection: Connection, walked: Round, employee_id: UUID, choice: Choice) -> Decision:
        gone = frozenset(where for where, all_of in store.standing_of(connection, employee_id).items() if all_of)
        try:
            return self._hearing.decide(walked, employee_id, gone, choice)
        except KeyError:
            raise Refused("nothing_counts", number=walked.number) from None

    def _proposal(
        self, connection: Connection, walked: Round, employee_id: UUID, slip: SlipLine | None
    ) -> Proposal | None:
        """None when nothing found on her is an offence by the rule of that day."""
        try:
            decision = self._slip(connection, slip.id).decision if slip else None
            decision = decision or self._decide(connection, walked, employee_id, Choice())
        except Refused as refused:
            if refused.code != "no_offence":
                raise
            return None
        person = self._directory.person(employee_id, decision.act_day)
        return Proposal(
            employee_id=employee_id,
            employee_number=person.number if person else "",
            employee=decision.employee.name,
            post=person.post if person else "",
            department=person.department if person else "",
            decision=decision,
            slip=slip,
        )

    def _slip(self, connection: Connection, slip_id: UUID) -> Slip:
        found = store.slip(connection, slip_id)
        if found is None:
            raise Refused("no_such_slip")
        return found

    def _audit(self, connection: Connection, by: By, verb: str, slip: Slip, after: dict[str, Any]) -> None:
        before = {"state": slip.state}
        audit.record(connection, by, self._clock.now(), verb, "slip", slip.id, before, after)


def _found_on(findings: Iterable[Finding], slips: Iterable[UUID]) -> list[UUID]:
    """The employees with a finding that counts or a slip that stands, in the order walked, each once."""
    known = set(slips)
    found = (f.employee_id for f in findings if f.employee_id in known or f.standing == Standing.COUNTS)
    return list(dict.fromkeys(employee for employee in found if employee))


def _allow(state: SlipState, verb: SlipVerb, by: By, *, drafted_by: UUID | None, employee_id: UUID) -> None:
    """Refuse a step the slip's state or the separation of duties forbids."""
    problem = may(state, verb, decided_by=by.decided_by, drafted_by=drafted_by, employee_id=employee_id)
    if problem is not None and problem.code == "slip_state":
        raise Refused(f"slip_is_{state}")
    if problem is not None:
        raise Refused("not_to_decide", problems=(problem,))
