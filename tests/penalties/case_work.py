"""Complaints brought to step 10 in the clinic, by the verbs of the windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from tests.penalties.clinic import HIRED, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import (
    Agreement,
    CaseDraft,
    Channel,
    ClosingDraft,
    ContactDraft,
    NegotiationDraft,
    Outcome,
    Party,
    PersonDraft,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Step,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex

LOSS = SeverityFacts(loss=True)  # level II: 200 each, 400 for each superior
MAIN, PARTLY, NONE = Responsibility.MAIN, Responsibility.PARTLY, Responsibility.NONE


def director(clinic: Clinic) -> UUID:
    """Who approves solutions."""
    directory = clinic.services.directory
    if "DIR" not in clinic.people:
        post = directory.save_post(PostDraft("cs_director", "客服总监"), clinic.by).value
        draft = EmployeeDraft("DIR", "周总监", Sex.FEMALE, HIRED, None, clinic.department, post, None)
        clinic.people["DIR"] = directory.save_employee(draft, clinic.by).value
    return clinic.people["DIR"]


def a_case(
    clinic: Clinic,
    answers: Mapping[str, Responsibility],
    facts: SeverityFacts = LOSS,
    *,
    to: Step = Step.HANDLED,
    happened_on: date | None = None,
) -> UUID:
    """A case about these employees, each found responsible so far; by default it stands in step 10."""
    complaints, boss = clinic.services.complaints, By(director(clinic), clinic.me)
    people = tuple(PersonDraft(clinic.people[number]) for number in answers)
    draft = CaseDraft(
        institution_id=clinic.institution,
        channel=Channel.TELEPHONE,
        complainant=Party("王丽华", Sex.FEMALE, "13812345678"),
        happened_on=happened_on,
        narrative="患者在导医台等候四十分钟，三次询问均无人答复。",
        people=people,
        subjects=(SubjectDraft(SubjectKind.WAITING), SubjectDraft(SubjectKind.ATTITUDE)),
    )
    case_id = complaints.open_case(draft, clinic.by).value
    judged = tuple(PersonDraft(clinic.people[number], responsibility=one) for number, one in answers.items())
    work = StepWork(go_on=True)
    todo = {
        Step.RECEIVED: work,
        Step.ACCEPTED: replace(work, handler_id=clinic.me),
        Step.INVESTIGATED: replace(work, note="监控属实", contact=ContactDraft(None, Channel.TELEPHONE, "已致歉")),
        Step.CLASSIFIED: replace(work, people=judged, severity=SeverityDraft(facts, cause="导医脱岗")),
        Step.DRAFTED: replace(work, solution=SolutionDraft("当面道歉")),
        Step.APPROVED: replace(work, approved=True),
        Step.NEGOTIATED: replace(work, negotiation=NegotiationDraft(Agreement.AGREED, None, "患者接受")),
        Step.FORMALITIES: replace(work, flag_reason="请主管陪同接待"),
    }
    while (page := complaints.case(case_id)).course.step is not to:
        step = page.course.step
        assert step is not None
        if step is Step.CLASSIFIED and facts.compensation:
            todo[step] = replace(todo[step], confirmed_by=director(clinic))
        if step is Step.CLOSED:
            outcomes = tuple((one.id, Outcome.UPHELD) for one in page.subjects)
            todo[step] = replace(work, closing=ClosingDraft("已致歉", outcomes))
        by = boss if step is Step.APPROVED else clinic.by
        complaints.work(case_id, page.line.revision, todo[step], by)
    return case_id
