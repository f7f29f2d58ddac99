"""A furnished group with people who may decide on complaints, and cases brought to any step by the verbs themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from tests.builders import HIRED, Group, a_group

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import (
    Agreement,
    CaseDraft,
    CasePage,
    Channel,
    ClosingDraft,
    ContactDraft,
    HandlingDraft,
    NegotiationDraft,
    Outcome,
    Party,
    PersonDraft,
    PreventionDraft,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Step,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.service import Complaints
from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.members.service import Members
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database

STORY = "患者在前台等候四十分钟，询问三次均未得到答复，要求说明原因并道歉。"


@dataclass
class CaseHouse:
    """The group, its complaints and customers; `director` approves, `guide` is complained of."""

    group: Group
    complaints: Complaints
    members: Members
    director: UUID
    guide: UUID

    @property
    def clock(self) -> FixedClock:
        return self.group.clock

    def by(self) -> By:
        return self.group.by()

    def draft(self, **values: object) -> CaseDraft:
        """A complaint over the telephone about a guide."""
        usual = CaseDraft(
            institution_id=self.group.institution,
            channel=Channel.TELEPHONE,
            complainant=Party("王丽华", Sex.FEMALE, "13812345678"),
            narrative=STORY,
            people=(PersonDraft(self.guide),),
            subjects=(SubjectDraft(SubjectKind.WAITING), SubjectDraft(SubjectKind.ATTITUDE)),
        )
        return replace(usual, **values)  # type: ignore[arg-type]

    def open(self, to: Step = Step.RECEIVED, **values: object) -> UUID:
        """A case brought to a step."""
        case_id = self.complaints.open_case(self.draft(**values), self.by()).value
        self.drive(case_id, to)
        return case_id

    def case(self, case_id: UUID) -> CasePage:
        return self.complaints.case(case_id)

    def drive(self, case_id: UUID, to: Step | None) -> None:
        """On by the windows' own verb until a step; None: until all is done."""
        while (step := self.case(case_id).course.step) is not None and step is not to:
            page = self.case(case_id)
            by = By(self.director, self.group.me) if step is Step.APPROVED else self.by()
            self.complaints.work(case_id, page.line.revision, self.work_for(page, step), by)

    def work_for(self, page: CasePage, step: Step) -> StepWork:
        """What a step asks for, without money."""
        work = StepWork(go_on=True)
        people = tuple(replace(_draft(one), responsibility=Responsibility.MAIN) for one in page.people)
        none = () if step is not Step.HANDLED else tuple(self.complaints.handling_proposals(page.line.id))
        made = {
            Step.ACCEPTED: replace(work, handler_id=self.group.me),
            Step.INVESTIGATED: replace(
                work, note="监控显示情况属实。", contact=ContactDraft(None, Channel.TELEPHONE, "已致歉。")
            ),
            Step.CLASSIFIED: replace(work, people=people, severity=SeverityDraft(SeverityFacts(loss=True))),
            Step.DRAFTED: replace(work, solution=SolutionDraft("当面道歉，赠送复诊一次。")),
            Step.APPROVED: replace(work, approved=True),
            Step.NEGOTIATED: replace(work, negotiation=NegotiationDraft(Agreement.AGREED, None, "患者接受。")),
            Step.FORMALITIES: replace(work, flag_reason="请主管陪同接待"),
            Step.CLOSED: replace(
                work, closing=ClosingDraft("已致歉。", tuple((one.id, Outcome.UPHELD) for one in page.subjects))
            ),
            Step.HANDLED: replace(
                work,
                handlings=tuple(HandlingDraft(one.employee_id, one.role, one.sanction, one.fine) for one in none),
            ),
            Step.PREVENTED: replace(work, prevention=PreventionDraft(none_reason="已另行整改")),
        }
        return made.get(step, work)


def _draft(one: object) -> PersonDraft:
    return PersonDraft(one.employee_id, one.role, one.responsibility, one.words)  # type: ignore[attr-defined]


def a_case_house(database: Database, clock: FixedClock) -> CaseHouse:
    """Found it: a supervisor, a director of customer service, two guides."""
    group = a_group(database, clock)
    guides = group.hire_many(2)
    by = group.by()
    post = group.directory.save_post(PostDraft("cs_director", "客服总监"), by).value
    draft = EmployeeDraft("D001", "周总监", Sex.FEMALE, HIRED, None, group.desk, post, None)
    director = group.directory.save_employee(draft, by).value
    files, members = DatabaseFiles(database), Members(database, clock, group.directory)
    complaints = Complaints(database, files, clock, group.directory, group.rulebook, group.measures, members=members)
    return CaseHouse(group, complaints, members, director, guides[0])
