"""From findings to issued slips: proposals, and each step of a slip with who decided it. One verb, one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local, local_day
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Round, RoundState, Standing
from qualitydesk.inspections.service import Findings, Rounds, Standards
from qualitydesk.papers.service import Papers
from qualitydesk.penalties import printout, store
from qualitydesk.penalties.model import (
    Choice,
    Decision,
    Proposal,
    Slip,
    SlipFilter,
    SlipLine,
    SlipState,
    SlipVerb,
    SlipView,
)
from qualitydesk.penalties.rules import may
from qualitydesk.penalties.service.hearing import Hearing
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import appeal_last_day, read_appeal
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

    # Questions

    def proposals(self, round_id: UUID) -> list[Proposal]:
        """What the ladder proposes after a finished round: one for each employee found on, in the order walked."""
        with self._database.reading() as connection:
            walked = self._finished(round_id)
            slips = store.live_of_round(connection, round_id)
            return [
                self._proposal(connection, walked, employee_id, slips.get(employee_id))
                for employee_id in _found_on(self._findings.of_round(round_id))
            ]

    def decide(self, round_id: UUID, employee_id: UUID, choice: Choice | None = None) -> Decision:
        """What the ladder decides on one employee in a round as things stand now, with what was chosen."""
        with self._database.reading() as connection:
            return self._decide(connection, self._finished(round_id), employee_id, choice or Choice())

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
            return self._view(self._slip(connection, slip_id))

    def preview(self, slip_id: UUID, language: str) -> bytes:
        """The slip as PDF: the archived paper once issued, a marked draft before."""
        with self._database.reading():
            view = self.slip(slip_id)
            if view.slip.paper_id is not None:
                return self._papers.original(view.slip.paper_id)
            return self._papers.previewed(SLIP_FORM, self._fields(view, language), language)

    # Verbs

    def propose(
        self, round_id: UUID, employee_id: UUID, by: By, *, choice: Choice | None = None, improvement: str = ""
    ) -> Done[SlipLine]:
        """Make the proposal a numbered slip. The ladder is asked anew inside the transaction: what it says then counts."""
        choice = choice or Choice()
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

    def approve(self, slip_id: UUID, seen: int, by: By) -> Done[None]:
        """The one who may decides for the slip; never whoever drafted it, never on himself."""
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(slip, SlipVerb.APPROVE, by)
            now = self._clock.now()
            values = {"state": SlipState.APPROVED, "approved_by": by.decided_by, "approved_at": now}
            update_row(connection, store.slips, slip_id, seen, **values)
            self._audit(connection, by, "approve_slip", slip, values)
        return Done(None, SLIPS)

    def issue(self, slip_id: UUID, seen: int, by: By, *, language: str = "zh") -> Done[UUID]:
        """Print the slip into the archive; from here on its paper never changes. Gives the paper's id."""
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(slip, SlipVerb.ISSUE, by)
            now = self._clock.now()
            appeal = read_appeal(self._rulebook.edition_on(Rule.APPEAL, local_day(now)).values)
            values = {
                "state": SlipState.ISSUED,
                "issued_by": by.decided_by,
                "issued_at": now,
                "appeal_last_day": appeal_last_day(local_day(now), appeal),
            }
            update_row(connection, store.slips, slip_id, seen, **values)
            view = self._view(self._slip(connection, slip_id))
            paper = self._papers.issue(
                kind="slip",
                form_name=SLIP_FORM,
                number=slip.number or "",
                values=self._fields(view, language),
                language=language,
                by=by,
                subject_id=slip_id,
            )
            update_row(connection, store.slips, slip_id, seen + 1, paper_id=paper.id)
            self._audit(connection, by, "issue_slip", slip, {**values, "paper": paper.id})
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def withdraw(self, slip_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Take a slip back with a reason; its number stays, its findings no longer count on the ladder."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(slip, SlipVerb.WITHDRAW, by)
            values = {
                "state": SlipState.WITHDRAWN,
                "withdrawn_by": by.decided_by,
                "withdrawn_at": self._clock.now(),
                "withdrawal_reason": reason.strip(),
            }
            update_row(connection, store.slips, slip_id, seen, **values)
            self._audit(connection, by, "withdraw_slip", slip, values)
        return Done(None, SLIPS)

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

    def _proposal(self, connection: Connection, walked: Round, employee_id: UUID, slip: SlipLine | None) -> Proposal:
        decision = self._slip(connection, slip.id).decision if slip else None
        decision = decision or self._decide(connection, walked, employee_id, Choice())
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

    def _view(self, slip: Slip) -> SlipView:
        day = slip.act_day
        person = self._directory.person(slip.employee_id, day)
        line = self._directory.line_of(slip.employee_id, day)
        deciders = (slip.drafted_by, slip.approved_by, slip.issued_by, slip.withdrawn_by)
        drafted, approved, issued, withdrawn = (self._name(who) for who in deciders)
        return SlipView(
            slip=slip,
            institution=self._directory.institution(slip.institution_id).name,
            employee_number=person.number if person else "",
            post=person.post if person else "",
            department=person.department if person else "",
            superior=line.superior.name if line.superior else "",
            head=line.head.name if line.head else "",
            inspectors=self._rounds.round(slip.round_id).inspectors,
            drafted_by=drafted,
            approved_by=approved,
            issued_by=issued,
            withdrawn_by=withdrawn,
        )

    def _name(self, employee_id: UUID | None) -> str:
        return self._directory.employee(employee_id).name if employee_id else ""

    def _fields(self, view: SlipView, language: str) -> dict[str, Any]:
        slip = view.slip
        group = self._directory.group()
        return printout.slip_fields(
            view,
            group_name=group.name if group else "",
            findings=[found for found in self._findings.of_round(slip.round_id) if found.id in slip.finding_ids],
            walked=self._rounds.round(slip.round_id),
            rule=self._rulebook.edition_on(Rule.LADDER, slip.act_day),
            language=language,
        )

    def _allow(self, slip: Slip, verb: SlipVerb, by: By) -> None:
        problem = may(
            slip.state, verb, decided_by=by.decided_by, drafted_by=slip.drafted_by, employee_id=slip.employee_id
        )
        refuse_if([problem] if problem else [])

    def _audit(self, connection: Connection, by: By, verb: str, slip: Slip, after: dict[str, Any]) -> None:
        before = {"state": slip.state}
        audit.record(connection, by, self._clock.now(), verb, "slip", slip.id, before, after)


def _found_on(findings: Iterable[Finding]) -> list[UUID]:
    """The employees with a finding that counts, in order, each once."""
    found = (f.employee_id for f in findings if f.employee_id and f.standing == Standing.COUNTS)
    return list(dict.fromkeys(found))
