"""Who answers for a case and what its level proposes for each: what penalties are proposed from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from qualitydesk.complaints.model import CaseFault, HandlingProposal, Responsibility
from qualitydesk.complaints.rules.severity import handling_for
from qualitydesk.complaints.service.asking import Asking
from qualitydesk.complaints.store import rows
from qualitydesk.directory.model import Line

LineOf = Callable[[UUID, date], tuple[UUID | None, UUID | None]]
"""Who stood above an employee on a day: the direct superior and the department's head, by their ids."""
ANSWERS = (Responsibility.MAIN, Responsibility.PARTLY)


class Faults(Asking):
    """Questions about those who answer for a case."""

    def handling_proposals(self, case_id: UUID) -> list[HandlingProposal]:
        """What the level's row proposes for each responsible person and each superior of that day; () before."""
        with self._database.reading():
            fault = self.fault(case_id)
            return list(fault.proposals) if fault.page.severity is not None else []

    def fault(self, case_id: UUID, lines: LineOf | None = None) -> CaseFault:
        """Everything penalties are proposed from. The table is the one in force when the level was set; without a level
        the one of the receipt. Refused: no_such_case.

        `lines`: the lines of any day, for those who ask of thousands of cases; of the page then only what decides.
        """
        with self._database.reading() as connection:
            page = self._found(connection, case_id, None if lines is None else rows.ANSWERED_BY)
            day = page.intake.happened_on or self._timing.day(page.line.received_at)
            answering = tuple(one for one in page.people if one.responsibility in ANSWERS)
            above_of = lines or (lambda who, on: above(self._directory.line_of(who, on)))
            stood = {one.employee_id: above_of(one.employee_id, day) for one in answering}
            decided = page.severity.decided_at if page.severity is not None else page.line.received_at
            rule, edition_id = self._timing.severity(self._timing.day(decided))
            edition = self._timing.edition(edition_id)
            pairs = [(one.employee_id, stood[one.employee_id]) for one in answering]
            level = page.severity.level if page.severity is not None else None
            proposals = tuple(handling_for(level, pairs, rule))
            return CaseFault(page, day, edition, rule, answering, stood, proposals)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While many cases are asked after on this thread: rules and calendar are read once."""
        with self._timing.calendars.held():
            yield


def above(line: Line) -> tuple[UUID | None, UUID | None]:
    """The direct superior and the department's head of a line, by their ids."""
    return line.superior.id if line.superior else None, line.head.id if line.head else None
