"""What is asked of penalties about cases: proposals from step 10 on, decisions, what may be chosen. Nothing writes."""

from __future__ import annotations

from uuid import UUID

from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    CaseFines,
    Choice,
    Decision,
    Event,
    EventKind,
    EventProposals,
    Leeway,
    Proposal,
    Slip,
    SlipLine,
    WithdrawnSlip,
)
from qualitydesk.penalties.rules import case_leeway, decide_on_case, leeway_of
from qualitydesk.penalties.service.questions import Questions
from qualitydesk.penalties.service.trying import Tried
from qualitydesk.storage.database import Connection


class OnCases(Questions):
    """Questions about either kind of event, by `Event`."""

    def of_event(self, event: Event) -> EventProposals:
        """Everything the page of proposals shows of a finished round or of a case from step 10 on, of one moment.

        Refused: round_not_finished, no_such_case, case_is_merged, case_not_to_handle.
        """
        return self.of_case(event.id) if event.kind is EventKind.CASE else self.of_round(event.id)

    def of_case(self, case_id: UUID) -> EventProposals:
        """What the level proposes for each who answers for the case, in the order named."""
        with self._database.reading() as connection:
            tried = self._tried(connection, case_id)
            page = tried.fault.page
            slips = store.live_of(connection, tried.event)
            gone = store.withdrawn_of(connection, tried.event)
            people = dict.fromkeys([*(one.employee_id for one in tried.fault.answering), *slips])
            made = (self._on(tried, one, slips.get(one), gone.get(one)) for one in people)
            proposals = tuple(self._with_beside(connection, one) for one in made)
            nobody = "" if proposals else ("nobody_named" if not page.people else "nobody_answers")
            level = int(page.severity.level) if page.severity is not None else None
            return EventProposals(
                tried.event, page.line.number, proposals, level=level, nobody=nobody, rules=self._rules(proposals)
            )

    def fines_of_case(self, case_id: UUID) -> CaseFines:
        """What people paid in a case and every slip it stands on, of one moment. Refused: no_such_case."""
        with self._database.reading():
            page = self._complaints.case(case_id)
            slips = dict.fromkeys(one.slip_id for one in page.handlings if one.slip_id is not None)
            return CaseFines(page, tuple(self.sheet(slip_id) for slip_id in slips))

    def decide_on(self, event: Event, employee_id: UUID, choice: Choice | None = None) -> Decision:
        """What is decided on one employee in a round or case as things stand now, with what was chosen."""
        if event.kind is EventKind.ROUND:
            return self.decide(event.id, employee_id, choice)
        with self._database.reading() as connection:
            return self._decide_on_case(connection, event.id, employee_id, choice or Choice())

    def leeway(self, decision: Decision) -> Leeway:
        """What may be chosen in place of what a decision proposes."""
        if decision.case is None:
            return leeway_of(self.rung_rule(decision))
        with self._database.reading() as connection:
            tried = self._tried(connection, decision.case.id)
            return case_leeway(self._trying.facts(tried.without(decision.employee.id), decision.employee.id))

    def _again(self, connection: Connection, slip: Slip, choice: Choice) -> Decision:
        if slip.case_id is None:
            return super()._again(connection, slip, choice)
        tried = self._tried(connection, slip.case_id, open_too=True).without(slip.employee_id)
        return decide_on_case(self._trying.facts(tried, slip.employee_id), choice)

    def _tried(self, connection: Connection, case_id: UUID, *, open_too: bool = False) -> Tried:
        fault = self._trying.fault(case_id, open_too=open_too)
        lines = store.live_of(connection, Event(EventKind.CASE, case_id))
        return Tried(fault, tuple(self._slip(connection, line.id) for line in lines.values()))

    def _decide_on_case(self, connection: Connection, case_id: UUID, employee_id: UUID, choice: Choice) -> Decision:
        tried = self._tried(connection, case_id)
        return decide_on_case(self._trying.facts(tried.without(employee_id), employee_id), choice)

    def _on(self, tried: Tried, employee_id: UUID, slip: SlipLine | None, gone: WithdrawnSlip | None) -> Proposal:
        standing = next((one.decision for one in tried.slips if one.employee_id == employee_id), None)
        decision = standing or decide_on_case(self._trying.facts(tried, employee_id), Choice())
        person = self._directory.person(employee_id, decision.act_day)
        return Proposal(
            employee_id=employee_id,
            employee_number=person.number if person else "",
            employee=decision.employee.name,
            post=person.post if person else "",
            department=person.department if person else "",
            decision=decision,
            slip=slip,
            withdrawn=gone,
            by_hand=slip is None and employee_id in tried.by_hand,
        )
