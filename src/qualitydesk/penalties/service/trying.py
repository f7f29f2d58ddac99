"""Puts a case's question together: who answers, what the level proposes, who of the line pays already elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.masking import masked
from qualitydesk.complaints.model import (
    CaseFault,
    CasePage,
    CasePerson,
    HandlingProposal,
    HandlingRole,
    NoteKind,
    Stage,
)
from qualitydesk.complaints.service import Complaints
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model import (
    CaseFacts,
    CaseGround,
    Due,
    Elsewhere,
    Event,
    EventKind,
    Person,
    Slip,
    Superiors,
)
from qualitydesk.rulebook.model import Role, Sanction

_KNOWN = frozenset(Sanction)


@dataclass(frozen=True)
class Tried:
    """A case with the slips of it that stand."""

    fault: CaseFault
    slips: tuple[Slip, ...]

    @property
    def event(self) -> Event:
        return Event(EventKind.CASE, self.fault.page.line.id)

    @property
    def by_hand(self) -> frozenset[UUID]:
        """Whose handling stands on the case without a slip."""
        return frozenset(one.employee_id for one in self.fault.page.handlings if one.slip_id is None)

    def without(self, employee_id: UUID) -> Tried:
        """As if this person's own slip were not there."""
        return Tried(self.fault, tuple(one for one in self.slips if one.employee_id != employee_id))


class Known(Protocol):
    """Names and lines of all employees, read beforehand."""

    def person(self, employee_id: UUID) -> Person: ...
    def line(self, employee_id: UUID, day: date) -> Superiors: ...


class Trying:
    """From a case's fault to the facts the rules decide on."""

    def __init__(self, directory: Directory, complaints: Complaints, staff: Known | None = None) -> None:
        """`staff`: names and lines of any day from memory, where thousands of cases are asked after."""
        self._directory = directory
        self._complaints = complaints
        self._staff = staff

    @cached_property
    def _known_zone(self) -> str:
        return self._directory.zone()

    @property
    def _zone(self) -> str:
        """The group's zone; asked for once where thousands of cases are asked after."""
        return self._known_zone if self._staff is not None else self._directory.zone()

    def by_heart(self, staff: Known) -> Trying:
        """The same over people known beforehand."""
        return Trying(self._directory, self._complaints, staff)

    def steady(self) -> AbstractContextManager[None]:
        """While many cases are asked after: rules and calendar are read once."""
        return self._complaints.steady()

    def fault(self, case_id: UUID, *, open_too: bool = False) -> CaseFault:
        """A case that has come to step 10; `open_too`: also one opened again since.

        Refused: no_such_case, case_is_merged, case_not_to_handle.
        """
        found = self._complaints.fault(case_id, self._above_of if self._staff is not None else None)
        line = found.page.line
        if found.page.merged_into is not None:
            raise Refused("case_is_merged", number=line.number, into=found.page.merged_into[1])
        if found.page.course.stage is Stage.OPEN and not open_too:
            raise Refused("case_not_to_handle", number=line.number)
        return found

    def facts(self, tried: Tried, employee_id: UUID) -> CaseFacts:
        """What is decided on for one responsible person. Refused: nobody_answers."""
        fault = tried.fault
        page = fault.page
        mine = next((one for one in fault.answering if one.employee_id == employee_id), None)
        if mine is None:
            raise Refused("nobody_answers", number=page.line.number)
        own = next(one for one in fault.proposals if one.employee_id == employee_id)
        superior, head = fault.lines[employee_id]
        above, elsewhere = self._above(tried, employee_id)
        return CaseFacts(
            employee=self._person(fault, employee_id),
            act_at=page.line.received_at,
            act_day=fault.act_day,
            ground=self._ground(fault, mine),
            own=self._due(fault, own, Role.EMPLOYEE),
            above=tuple(above),
            elsewhere=tuple(elsewhere),
            superiors=Superiors(*(self._person(fault, one) if one else None for one in (superior, head))),
            may_leave_out=fault.rule.may_leave_out,
            edition_id=fault.edition.id,
            edition_number=fault.edition.number,
            effective_from=fault.edition.effective_from,
            titles={language: str(texts["title"]) for language, texts in fault.edition.texts.items()},
        )

    def _above(self, tried: Tried, employee_id: UUID) -> tuple[list[Due], list[Elsewhere]]:
        """Who of the line pays with this person, and who pays elsewhere or not at all."""
        fault = tried.fault
        due: list[Due] = []
        elsewhere: list[Elsewhere] = []
        if fault.page.severity is None:
            return due, elsewhere
        proposals = {one.employee_id: one for one in fault.proposals}
        seen: set[UUID] = {employee_id}
        for role, above in zip((Role.SUPERIOR, Role.HEAD), fault.lines[employee_id], strict=True):
            if above is None or above in seen:
                continue
            seen.add(above)
            person, proposal = self._person(fault, above), proposals[above]
            why, told = self._why_not(tried.without(employee_id), proposal, employee_id)
            if why:
                elsewhere.append(Elsewhere(person, role, why, told))
            else:
                due.append(self._due(fault, proposal, role))
        return due, elsewhere

    def _why_not(self, tried: Tried, proposal: HandlingProposal, employee_id: UUID) -> tuple[str, str]:
        """Why a superior does not pay with this person; ("", "") when she does."""
        above = proposal.employee_id
        if proposal.role is HandlingRole.RESPONSIBLE:
            return "own", ""
        if above in tried.by_hand:
            return "hand", ""
        for slip in tried.slips:
            if any(payment.person_id == above for payment in slip.decision.payments):
                return "slip", slip.number or ""
        for slip in tried.slips:
            if above in _left_out(slip, tried.fault.lines.get(slip.employee_id, (None, None))):
                return "left_out", slip.number or ""
        goes_with = next((one for one in (proposal.because, *proposal.also) if one not in tried.by_hand), None)
        if goes_with is not None and goes_with != employee_id:
            return "other", self._person(tried.fault, goes_with).name
        return "", ""

    def _due(self, fault: CaseFault, one: HandlingProposal, role: Role) -> Due:
        low, high = one.fine, one.fine
        if fault.page.severity is None:
            low, high = fault.rule.no_level
        sanction = Sanction(one.sanction) if one.sanction in _KNOWN else Sanction.FINE
        return Due(self._person(fault, one.employee_id), role, low, high, sanction, one.higher)

    def _ground(self, fault: CaseFault, mine: CasePerson) -> CaseGround:
        page = fault.page
        severity, intake = page.severity, page.intake
        return CaseGround(
            id=page.line.id,
            number=page.line.number,
            received_day=local_day(page.line.received_at, self._zone),
            level=int(severity.level) if severity is not None else None,
            criterion=severity.criterion if severity is not None else "",
            responsibility=mine.responsibility.value if mine.responsibility is not None else "",
            words=mine.words,
            subjects=tuple(one.kind.value for one in page.subjects if one.split_to is None),
            complainant=masked(intake.complainant.name),
            narrative=intake.narrative,
            finding=page.cause or _found_out(page) or page.summary,
        )

    def _above_of(self, employee_id: UUID, day: date) -> tuple[UUID | None, UUID | None]:
        assert self._staff is not None
        line = self._staff.line(employee_id, day)
        return line.superior.id if line.superior else None, line.head.id if line.head else None

    def _person(self, fault: CaseFault, employee_id: UUID) -> Person:
        if self._staff is not None:
            return self._staff.person(employee_id)
        found = self._directory.person(employee_id, fault.act_day)
        return Person(employee_id, found.name if found else self._directory.employee(employee_id).name)


def _found_out(page: CasePage) -> str:
    """What the investigation brought to light, as it was written down."""
    return "\n".join(
        one.words.strip() for one in page.notes if one.kind is NoteKind.INVESTIGATION and one.words.strip()
    )


def _left_out(slip: Slip, line: Iterable[UUID | None]) -> set[UUID]:
    """Whom a slip leaves out with a reason."""
    people: Mapping[Role, UUID | None] = dict(zip((Role.SUPERIOR, Role.HEAD), line, strict=True))
    return {one for role in slip.decision.choice.leave_out if (one := people.get(role)) is not None}
