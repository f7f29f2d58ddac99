"""A clinic whose complaints are handled: a supervisor, a director of customer service, a head, guides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.builders import Group, a_group

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import (
    Agreement,
    CaseDraft,
    CasePage,
    Channel,
    ClosingDraft,
    ContactDraft,
    NegotiationDraft,
    NoteKind,
    Outcome,
    Party,
    PersonDraft,
    PersonRole,
    PreventionDraft,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Step,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.service import Complaints
from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.members.service import Members
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database


@dataclass
class House:
    """`guide` is complained of; `director` approves."""

    group: Group
    clock: FixedClock
    complaints: Complaints
    director: UUID
    guide: UUID
    other: UUID
    calendar: Calendar
    members: Members

    @property
    def me(self) -> UUID:
        return self.group.me

    def by(self, who: UUID | None = None) -> By:
        """`who` decides, the supervisor types."""
        return By(who or self.me, self.me)

    def draft(self, **more: Any) -> CaseDraft:
        """A telephone call of the patient herself about a guide's manner."""
        usual = CaseDraft(
            institution_id=self.group.institution,
            channel=Channel.TELEPHONE,
            complainant=Party("王秀英", Sex.FEMALE, "138 1234 5678"),
            narrative="上午到院复诊，在导医台等候二十分钟无人接待，询问时导医态度生硬。",
            people=(PersonDraft(self.guide),),
            subjects=(SubjectDraft(SubjectKind.ATTITUDE, "导医态度生硬"), SubjectDraft(SubjectKind.WAITING)),
            demand="要求当面道歉",
        )
        return replace(usual, **more)

    def open(self, **more: Any) -> UUID:
        return self.complaints.open_case(self.draft(**more), self.by()).value

    def case(self, case_id: UUID) -> CasePage:
        return self.complaints.case(case_id)

    def seen(self, case_id: UUID) -> int:
        return self.case(case_id).line.revision

    def later(self, **span: float) -> datetime:
        """Let time go by; gives the new moment."""
        self.clock.advance(timedelta(**span))
        return self.clock.now()

    def drive(self, case_id: UUID, to: Step | None, *, refund: int = 0, compensation: int = 0) -> None:
        """Do the work of every step until the case stands in `to` (None: all done), ten minutes each."""
        while (step := self.case(case_id).course.step) is not to:
            assert step is not None
            self.later(minutes=10)
            _WORK[step](self, case_id, refund, compensation)

    def complete(self, case_id: UUID, who: UUID | None = None) -> None:
        self.complaints.complete_step(case_id, self.seen(case_id), self.by(who))


def _received(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complete(case_id)


def _accepted(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complaints.assign(case_id, house.seen(case_id), house.me, house.by())
    house.complete(case_id)


def _investigated(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complaints.record_contact(case_id, ContactDraft(words="已致电说明正在调查"), house.by())
    house.complaints.save_note(case_id, NoteKind.INVESTIGATION, "查看监控，情况属实", house.by())
    house.complete(case_id)


def _classified(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    people = [
        PersonDraft(one.employee_id, one.role, Responsibility.MAIN if one.role is PersonRole.COMPLAINED else None)
        for one in house.case(case_id).people
    ]
    house.complaints.set_people(case_id, house.seen(case_id), people, house.by())
    facts = SeverityFacts(refund=refund, compensation=compensation)
    house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(facts), house.by())
    house.complete(case_id)


def _drafted(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    draft = SolutionDraft("由导医当面道歉", refund, compensation)
    house.complaints.draft_solution(case_id, house.seen(case_id), draft, house.by())
    house.complete(case_id)


def _approved(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complaints.decide_solution(case_id, house.seen(case_id), True, "同意", house.by(house.director))


def _negotiated(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    draft = NegotiationDraft(Agreement.AGREED, None, "患者接受道歉")
    house.complaints.record_negotiation(case_id, house.seen(case_id), draft, house.by())
    house.complete(case_id)


def _formalities(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complaints.flag_patient(case_id, house.seen(case_id), True, "曾因态度投诉，接待时注意", house.by())
    house.complete(case_id)


def _closed(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    outcomes = tuple((one.id, Outcome.UPHELD) for one in house.case(case_id).subjects)
    house.complaints.close_case(case_id, house.seen(case_id), ClosingDraft("已道歉，患者满意", outcomes), house.by())


def _handled(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    house.complaints.record_handling(case_id, (), house.by(house.director), none="已当面批评，不再处分")
    house.complete(case_id, house.director)


def _prevented(house: House, case_id: UUID, refund: int, compensation: int) -> None:
    draft = PreventionDraft(none_reason="已有礼仪培训计划")
    house.complaints.record_prevention(case_id, house.seen(case_id), draft, house.by())
    house.complete(case_id)


_WORK = {
    Step.RECEIVED: _received,
    Step.ACCEPTED: _accepted,
    Step.INVESTIGATED: _investigated,
    Step.CLASSIFIED: _classified,
    Step.DRAFTED: _drafted,
    Step.APPROVED: _approved,
    Step.NEGOTIATED: _negotiated,
    Step.FORMALITIES: _formalities,
    Step.CLOSED: _closed,
    Step.HANDLED: _handled,
    Step.PREVENTED: _prevented,
}


def a_house(database: Database, clock: FixedClock) -> House:
    group = a_group(database, clock)
    by = group.by()
    post = group.directory.save_post(PostDraft("cs_director", "客服总监"), by).value
    draft = EmployeeDraft("D001", "周总监", Sex.FEMALE, date(2020, 1, 1), None, group.desk, post, None)
    director = group.directory.save_employee(draft, by).value
    guide, other = group.hire_many(2)
    files = DatabaseFiles(database)
    calendar, members = Calendar(database, clock), Members(database, clock, group.directory)
    calendar.adopt_shipped(by)
    complaints = Complaints(database, files, clock, group.directory, group.rulebook, group.measures, calendar, members)
    return House(group, clock, complaints, director, guide, other, calendar, members)
