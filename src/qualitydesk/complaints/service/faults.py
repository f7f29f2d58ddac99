"""Who answers for a case and what its level proposes for each: what penalties are proposed from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from qualitydesk.complaints.model import CaseFault, CasePerson, HandlingProposal, Responsibility
from qualitydesk.complaints.rules.severity import handling_for
from qualitydesk.complaints.service.asking import Asking
from qualitydesk.directory.model import Line

ANSWERS = (Responsibility.MAIN, Responsibility.PARTLY)


class Faults(Asking):
    """Questions about those who answer for a case."""

    def handling_proposals(self, case_id: UUID) -> list[HandlingProposal]:
        """What the level's row proposes for each responsible person and each superior of that day; () before."""
        with self._database.reading():
            fault = self.fault(case_id)
            return list(fault.proposals) if fault.page.severity is not None else []

    def fault(self, case_id: UUID) -> CaseFault:
        """Everything penalties are proposed from. The table is the one in force when the level was set; without a level
        the one of the receipt. Refused: no_such_case."""
        with self._database.reading() as connection:
            page = self._found(connection, case_id)
            day = page.intake.happened_on or self._timing.day(page.line.received_at)
            answering = tuple(one for one in page.people if one.responsibility in ANSWERS)
            lines = self._lines(answering, day)
            decided = page.severity.decided_at if page.severity is not None else page.line.received_at
            rule, edition_id = self._timing.severity(self._timing.day(decided))
            edition = self._timing.edition(edition_id)
            pairs = [(one.employee_id, lines[one.employee_id]) for one in answering]
            level = page.severity.level if page.severity is not None else None
            proposals = tuple(handling_for(level, pairs, rule))
            return CaseFault(page, day, edition, rule, answering, dict(lines), proposals)

    def _lines(self, answering: tuple[CasePerson, ...], day: date) -> Mapping[UUID, tuple[UUID | None, UUID | None]]:
        return {one.employee_id: above(self._directory.line_of(one.employee_id, day)) for one in answering}


def above(line: Line) -> tuple[UUID | None, UUID | None]:
    """The direct superior and the department's head of a line, by their ids."""
    return line.superior.id if line.superior else None, line.head.id if line.head else None
