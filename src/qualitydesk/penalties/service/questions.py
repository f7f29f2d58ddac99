"""What is asked of penalties: proposals, decisions, slips and all their pages show. Nothing here writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.service import Complaints
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Round, RoundState, Texts
from qualitydesk.inspections.service import Findings, Rounds, Standards
from qualitydesk.papers.service import Papers
from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    Addable,
    AddDraft,
    Approvers,
    AsideLine,
    Choice,
    Decision,
    Event,
    EventKind,
    EventProposals,
    Line,
    PaidLine,
    PersonSum,
    Proposal,
    Slip,
    SlipFilter,
    SlipLine,
    SlipSheet,
    SlipState,
    SlipView,
    Standing,
    WithdrawnSlip,
)
from qualitydesk.penalties.model.points import PointsLine
from qualitydesk.penalties.rules import ageing, would_have_been
from qualitydesk.penalties.service.adding import Adding
from qualitydesk.penalties.service.appendices import Appendices
from qualitydesk.penalties.service.beside import Beside
from qualitydesk.penalties.service.hearing import Hearing
from qualitydesk.penalties.service.pending import Pending
from qualitydesk.penalties.service.points import StaffPoints
from qualitydesk.penalties.service.showing import Showing
from qualitydesk.penalties.service.trying import Trying
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.penalties.store import settlements as settlement_store
from qualitydesk.rulebook.model import ApprovalRule, Edition, Rule, RungRule, SlipAct
from qualitydesk.rulebook.rules import ladder_edition, read_approval
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection, Database
from qualitydesk.storage.files import Files


class Questions(Waiting):
    """The questions `Penalties` answers; its verbs ask them, too."""

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
        files: Files,
        complaints: Complaints,
    ) -> None:
        super().__init__(database, clock, directory, rulebook)
        self._rounds = rounds
        self._standards = standards
        self._findings = findings
        self._papers = papers
        self._files = files
        self._hearing = Hearing(directory, standards, findings, rulebook)
        self._adding = Adding(rounds, findings)
        self._showing = Showing(directory, rounds, findings, rulebook)
        self._appendices = Appendices(directory, papers, self._showing)
        self._complaints = complaints
        self._trying = Trying(directory, complaints)
        self._beside = Beside(complaints)
        self._points = StaffPoints(database, clock, directory, rulebook)
        self._pending = Pending(database, clock, directory, rulebook)

    def proposals(self, round_id: UUID) -> list[Proposal]:
        """What the ladder proposes after a finished round: one for each employee found on, in the order walked."""
        with self._database.reading() as connection:
            return self._proposals(connection, self._finished(round_id))

    def of_round(self, round_id: UUID) -> EventProposals:
        """Everything the page of proposals shows of a finished round, of one moment."""
        with self._database.reading() as connection:
            walked = self._finished(round_id)
            titles = self._hearing.titles_for(walked)
            aside = tuple(
                AsideLine(
                    found.id,
                    found.name,
                    titles.get(found.item_code, {"zh": found.item_code, "en": found.item_code}),
                    Standing(found.standing),
                    found.reason,
                )
                for found in self._findings.of_round(round_id)
                if found.employee_id is not None and found.standing.value != Standing.COUNTS.value
            )
            event = Event(EventKind.ROUND, round_id)
            proposals = tuple(self._proposals(connection, walked, titles))
            return EventProposals(event, walked.number, proposals, aside, rules=self._rules(proposals))

    def _rules(self, proposals: Iterable[Proposal]) -> dict[UUID, Edition]:
        """The editions their decisions cite, each read once."""
        return {
            found.id: found
            for found in {one.decision.edition_id: self.rule(one.decision) for one in proposals}.values()
        }

    def addable(self, round_id: UUID) -> list[Addable]:
        """What of a finished round may be put on a slip by hand, by person, the likeliest first."""
        with self._database.reading() as connection:
            slips = store.live_of_round(connection, self._finished(round_id).id)
            offers = [one for one in self._adding.offers(round_id) if one.employee_id not in slips]
            day = local_day(self._finished(round_id).started_at, self._directory.zone())
            people = {offer.employee_id for offer in offers}
            points = {one: len(self._deducted(one, day)) for one in people}
            alike = {one: self._beside.sanctions(connection, one, day, round_id) for one in people}
            return [replace(one, points=points[one.employee_id], alike=alike[one.employee_id]) for one in offers]

    def decide_added(self, round_id: UUID, draft: AddDraft) -> Decision:
        """What the ladder would say with this act put in. Refused as `Penalties.add`."""
        with self._database.reading() as connection:
            choice = Choice(added=(self._adding.act_of(round_id, draft),))
            assert draft.employee_id is not None
            return self._decide(connection, self._finished(round_id), draft.employee_id, choice)

    def _disputed(self, round_id: UUID) -> Mapping[UUID | None, int]:
        """How many findings of each employee are disputed and not decided yet."""
        pending = (one for one in self._findings.of_round(round_id) if one.dispute.value == "pending")
        return Counter(one.employee_id for one in pending)

    def _proposals(
        self, connection: Connection, walked: Round, titles: Mapping[str, Texts] | None = None
    ) -> list[Proposal]:
        slips = store.live_of_round(connection, walked.id)
        gone = store.withdrawn_of(connection, Event(EventKind.ROUND, walked.id))
        titles = titles or self._hearing.titles_for(walked)  # once for all people of the round
        made = (
            self._proposal(connection, walked, employee_id, slips.get(employee_id), gone.get(employee_id), titles)
            for employee_id in _found_on(self._findings.of_round(walked.id), slips)
        )
        disputed = self._disputed(walked.id)
        return [
            self._with_beside(connection, replace(one, disputed=disputed.get(one.employee_id, 0)))
            for one in made
            if one is not None
        ]

    def _with_beside(self, connection: Connection, one: Proposal) -> Proposal:
        """With what stands already of about that day, where nothing was decided on her here."""
        if one.slip is not None or one.by_hand:
            return one
        day, event = one.decision.act_day, one.decision.event
        alike = self._beside.sanctions(connection, one.employee_id, day, event.id)
        return replace(one, points=len(self._deducted(one.employee_id, day)), alike=alike)

    def _deducted(self, employee_id: UUID, day: date) -> list[PointsLine]:
        """The acts of that day points were deducted for, or that have a fine of their own in the points' table."""
        return [one for one in self._points.stands_on(employee_id, day) if one.points <= 0]

    def decide(self, round_id: UUID, employee_id: UUID, choice: Choice | None = None) -> Decision:
        """What the ladder decides on one employee in a round as things stand now, with what was chosen."""
        with self._database.reading() as connection:
            return self._decide(connection, self._finished(round_id), employee_id, choice or Choice())

    def rung_rule(self, decision: Decision) -> RungRule:
        """The rung a decision stands on, in the edition it cites: what may be chosen and who may be left out."""
        ladder = ladder_edition(self.rule(decision)).ladder
        assert decision.column is not None
        return ladder.rung(decision.column, decision.rung)

    def rule(self, decision: Decision) -> Edition:
        """The edition of the ladder, or of the severity table, a decision cites."""
        found = self._rulebook.edition(decision.edition_id)
        if found is None:
            raise Refused("no_edition", rule=Rule.LADDER.value, day=decision.act_day.isoformat())
        return found

    def grounds(self, decision: Decision) -> tuple[Edition, Approvers]:
        """What stands behind a decision no slip tells yet: the edition it cites, and who would have to approve it."""
        return self.rule(decision), self.approvers()

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

    def paid_by(self, person_id: UUID) -> PersonSum:
        """What the slips that stand come to for one person, as employee and as superior."""
        with self._database.reading() as connection:
            return store.paid_by(connection, person_id)

    def paid(self, person_id: UUID) -> tuple[PaidLine, ...]:
        """What those sums are made of: each slip she pays by, and in which months; withdrawn slips too."""
        with self._database.reading() as connection:
            return settlement_store.paid(connection, person_id)

    def slip(self, slip_id: UUID) -> SlipView:
        """A slip with the names its page shows; Refused when there is none."""
        with self._database.reading() as connection:
            return self._showing.view(self._slip(connection, slip_id))

    def approvers(self, day: date | None = None) -> Approvers:
        """Who may approve on a day (default today), by the rule and by the posts held on it."""
        with self._database.reading():
            day = day or self._directory.today()
            rule = self.approval_rule(day)
            people = tuple(person for person in self._directory.people(day=day) if person.post_code in rule.posts)
            return Approvers(self._post_names(rule.posts), people, rule.not_by.get(SlipAct.APPROVE, ()))

    def approval_rule(self, day: date | None = None) -> ApprovalRule:
        """Who may decide what of a slip on a day (default today)."""
        return read_approval(self._rulebook.edition_on(Rule.APPROVAL, day or self._directory.today()).values)

    def _post_names(self, codes: Sequence[str]) -> tuple[str, ...]:
        names = {post.code: post.name for post in self._directory.posts()}
        return tuple(names.get(code, code) for code in codes)

    def would_have_been(self, slip_id: UUID) -> Line | None:
        """What the ladder would say of the slip's act on what is known now; None when the same. The slip stays."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            if slip.state is SlipState.WITHDRAWN:
                return None
            for choice in (slip.decision.choice, Choice()):
                try:
                    return would_have_been(slip.decision, self._again(connection, slip, choice))
                except Refused as refused:
                    if refused.code != "draft":  # what was chosen then may not be choosable on another rung
                        return would_have_been(slip.decision, None)
            return None

    def _again(self, connection: Connection, slip: Slip, choice: Choice) -> Decision:
        """A slip's act decided on once more. Refused: draft, and whatever leaves nothing to decide on."""
        assert slip.round_id is not None
        return self._decide(connection, self._finished(slip.round_id), slip.employee_id, choice)

    def sheet(self, slip_id: UUID) -> SlipSheet:
        """Everything the page of one slip shows, of one moment."""
        with self._database.reading() as connection:
            view = self.slip(slip_id)
            slip = view.slip
            return SlipSheet(
                view=view,
                round_kind=self._rounds.round(slip.round_id).kind if slip.round_id is not None else "",
                rule=self.rule(slip.decision),
                history=self._showing.history(connection, slip_id),
                would_have_been=self.would_have_been(slip_id),
                check_code=self._papers.paper(slip.paper_id).check if slip.paper_id else "",
                answer=store.answer(connection, slip_id),
                appeal=store.appeal(connection, slip_id),
                files=store.files(connection, slip_id),
                amounts=store.amounts(connection, slip_id),
                today=self._directory.today(),
                slip_age=self._age(slip),
                consequence=self._pending.of_slip(connection, slip_id),
                deciders=self._showing.deciders(slip.decision.sanction),
                notice_number=self._number_of(slip.notice_paper_id),
                correction_number=self._number_of(slip.correction_paper_id),
                appendix_check=self._papers.paper(slip.appendix_paper_id).check if slip.appendix_paper_id else "",
            )

    def _number_of(self, paper_id: UUID | None) -> str:
        return self._papers.paper(paper_id).line.number if paper_id is not None else ""

    def _age(self, slip: Slip) -> Line:
        """How long it has stood in its state, and what it waits for."""
        since = local_day(slip.state_since or slip.proposed_at or self._clock.now())
        return ageing(slip.state, since, slip.appeal_last_day, self._directory.today(), total=slip.total)

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        """Name and content of a file kept with a slip. Refused: no_such_file, file_missing."""
        with self._database.reading() as connection:
            found = store.file(connection, file_id)
        if found is None:
            raise Refused("no_such_file")
        return found[0], self._files.get(found[1])

    def _finished(self, round_id: UUID) -> Round:
        walked = self._rounds.round(round_id)
        if walked.state is not RoundState.FINISHED:
            raise Refused("round_not_finished", number=walked.number)
        return walked

    def _decide(
        self,
        connection: Connection,
        walked: Round,
        employee_id: UUID,
        choice: Choice,
        titles: Mapping[str, Texts] | None = None,
    ) -> Decision:
        try:
            titles = titles or self._hearing.titles_for(walked)
            return self._hearing.decide(walked, employee_id, store.past_of(connection, employee_id), choice, titles)
        except KeyError:
            raise Refused("nothing_counts", number=walked.number) from None

    def _proposal(
        self,
        connection: Connection,
        walked: Round,
        employee_id: UUID,
        slip: SlipLine | None,
        withdrawn: WithdrawnSlip | None,
        titles: Mapping[str, Texts],
    ) -> Proposal | None:
        """None when nothing found on her is an offence by the rule of that day."""
        try:
            decision = self._slip(connection, slip.id).decision if slip else None
            decision = decision or self._decide(connection, walked, employee_id, Choice(), titles)
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
            withdrawn=withdrawn,
        )

    def _slip(self, connection: Connection, slip_id: UUID) -> Slip:
        found = store.slip(connection, slip_id)
        if found is None:
            raise Refused("no_such_slip")
        return found


def _found_on(findings: Iterable[Finding], slips: Iterable[UUID]) -> list[UUID]:
    """The employees with a finding that counts or a slip that stands, in the order walked, each once.

    Whoever stands on a slip only by an act put in by hand comes last.
    """
    known = list(slips)
    found = (f.employee_id for f in findings if f.employee_id in known or f.standing.value == Standing.COUNTS.value)
    return list(dict.fromkeys(employee for employee in (*found, *known) if employee))
