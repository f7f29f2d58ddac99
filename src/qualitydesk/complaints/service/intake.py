"""From a complaint heard to a numbered case, and what is said of its people and subjects later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    CaseDraft,
    CasePage,
    CaseVerb,
    Course,
    ExternalDraft,
    Party,
    PersonDraft,
    Relation,
    Stage,
    Step,
    Subject,
    SubjectDraft,
)
from qualitydesk.complaints.model.wishes import ORIGIN
from qualitydesk.complaints.rules.drafts import problems_in_case, problems_in_people, problems_in_subjects
from qualitydesk.complaints.rules.likeness import digits
from qualitydesk.complaints.rules.steps import begun
from qualitydesk.complaints.service.filing import Filing
from qualitydesk.complaints.service.timing import slack
from qualitydesk.complaints.service.wishing import wish_has_become
from qualitydesk.complaints.service.writing import CASES, named, reasoned
from qualitydesk.complaints.store import rows, tables
from qualitydesk.complaints.store.tables import FAR
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, change_row, insert_row
from qualitydesk.storage.series import next_number

SERIES = "case"


class Intake(Filing):
    """Opening and correcting."""

    def open_case(self, draft: CaseDraft, by: By, files: Sequence[tuple[str, bytes]] = ()) -> Done[UUID]:
        """Take a complaint down: it gets its number, by institution and month of receipt. `files`: (name, content).

        Refused: draft, not_to_decide.
        """
        named(by)
        now = self._clock.now()
        refuse_if(problems_in_case(draft, now, self.today()))
        assert draft.institution_id is not None
        case_id = new_id()
        kept = [(name, self._files.put(content), len(content)) for name, content in files]
        with self._database.transaction() as connection:
            received_at = slack(draft.received_at, now)
            course = begun(received_at)
            number, sort_number = self._number(connection, draft.institution_id, received_at)
            values = {
                **facts_of(draft),
                "number": number,
                "sort_number": sort_number,
                "received_at": received_at,
                "received_by": draft.received_by or by.decided_by,
            }
            self._insert(connection, case_id, values, course, now)
            rows.put_people(connection, case_id, draft.people)
            _put_subjects(connection, case_id, draft.subjects, ())
            _put_externals(connection, case_id, draft.externals, received_at)
            change_row(connection, tables.cases, case_id, subject_kinds=kinds_of(draft.subjects))
            late = {"received_at": received_at, "reason": draft.backdate_reason.strip()} if received_at != now else {}
            self._tell(connection, case_id, CaseVerb.OPEN, by, Step.RECEIVED, details=late)
            for name, sha256, size in kept:
                self._keep_file(connection, case_id, name, sha256, size, by)
            told = {**values, "people": [one.employee_id for one in draft.people]}
            audit.record(connection, by, now, "open_case", "case", case_id, None, told)
            if draft.origin_kind == ORIGIN and draft.origin_id is not None:
                wish_has_become(connection, draft.origin_id, case_id, number, now, by)
            self._settle(connection, case_id, by)
        wished = {Change.WISHES} if draft.origin_kind == ORIGIN else set()
        return Done(case_id, CASES | wished)

    def _number(self, connection: Connection, institution_id: UUID, received_at: datetime) -> tuple[str, str]:
        """The next number of an institution and month, and the same in equal lengths to sort by."""
        code = self._directory.institution(institution_id).code
        return numbered(connection, code, f"{local(received_at, self._timing.zone):%Y%m}")

    def _insert(
        self, connection: Connection, case_id: UUID, values: Mapping[str, Any], course: Course, now: datetime
    ) -> None:
        insert_row(connection, tables.cases, id=case_id, **{**fresh_columns(course, now), **values})
        rows.write_course(connection, case_id, Course(()), course)

    def correct_case(self, case_id: UUID, seen: int, draft: CaseDraft, reason: str, by: By) -> Done[None]:
        """Put right what was taken down at intake; people, subjects and dates of others have verbs of their own.

        The institution and the month of receipt stay: the number speaks of them. Refused: draft, stale, case_is_merged.
        """
        words = reasoned(reason)

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            checked = replace(draft, people=(), subjects=())
            problems = problems_in_case(checked, self._clock.now(), self.today())
            problems = [one for one in problems if one.field != "backdate_reason"]  # the correction has its own
            received_at = draft.received_at or page.line.received_at
            refuse_if(problems + self._fixed(page, draft, received_at))
            course = page.course
            if received_at != page.line.received_at:
                first = replace(course.visits[0], entered_at=received_at)
                course = Course((first, *course.visits[1:]))
                rows.move_receipt(connection, case_id, received_at)
            entered = {"entered_at": received_at} if len(course.visits) == 1 else {}
            return {**facts_of(draft), **entered, "received_at": received_at}

        return self._change(case_id, seen, CaseVerb.CORRECT, by, judge, words=words)

    def _fixed(self, page: CasePage, draft: CaseDraft, received_at: datetime) -> list[Problem]:
        """What the number speaks of, and the order of the steps."""
        zone = self._timing.zone
        found = []
        if draft.institution_id != page.line.institution_id:
            found.append(Problem("institution_id", "case_institution_stays"))
        if f"{local(received_at, zone):%Y%m}" != f"{local(page.line.received_at, zone):%Y%m}":
            found.append(Problem("received_at", "case_month_stays"))
        left_at = page.course.visits[0].left_at
        if left_at is not None and received_at > left_at:
            found.append(Problem("received_at", "case_receipt_late"))
        return found

    def set_people(self, case_id: UUID, seen: int, people: Sequence[PersonDraft], by: By) -> Done[None]:
        """The employees named, in place of those before: role, how far each answers. Refused: draft, stale."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_people(people))
            self._not_taken_off(page, people, by)
            rows.put_people(connection, case_id, people)
            return {}

        told = {"people": [[one.employee_id, one.role, one.responsibility] for one in people]}
        return self._change(case_id, seen, CaseVerb.PEOPLE, by, judge, details=told, done_too=False)

    @staticmethod
    def _not_taken_off(page: CasePage, people: Sequence[PersonDraft], by: By) -> None:
        """Nobody complained of takes himself off or judges himself."""
        before = next((one for one in page.people if one.employee_id == by.decided_by), None)
        if before is None or by.decided_by not in page.complained_of:
            return
        after = next((one for one in people if one.employee_id == by.decided_by), None)
        if after is None or (after.role, after.responsibility) != (before.role, before.responsibility):
            raise Refused("not_to_decide", problems=(Problem("decided_by", "case_on_oneself"),))

    def set_subjects(self, case_id: UUID, seen: int, subjects: Sequence[SubjectDraft], by: By) -> Done[None]:
        """What is complained of, in place of what stood there; one split off stays. Refused: draft, stale."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            problems = problems_in_subjects(subjects)
            if not subjects:
                problems.append(Problem("subjects", "need_subjects"))
            refuse_if(problems)
            _put_subjects(connection, case_id, subjects, page.subjects)
            return {"subject_kinds": kinds_of(subjects)}

        told = {"subjects": [[one.kind, one.outcome] for one in subjects]}
        return self._change(case_id, seen, CaseVerb.SUBJECTS, by, judge, details=told, done_too=False)

    def set_externals(self, case_id: UUID, seen: int, externals: Sequence[ExternalDraft], by: By) -> Done[None]:
        """The dates set by others, in place of those before."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            _put_externals(connection, case_id, externals, page.line.received_at)
            return {}

        told = {"externals": [[one.kind, one.due_at, one.done_at] for one in externals]}
        return self._change(case_id, seen, CaseVerb.EXTERNAL, by, judge, details=told)

    def flag_patient(self, case_id: UUID, seen: int, flagged: bool, reason: str, by: By) -> Done[None]:
        """Flag the patient for all staff, or lift it, with the reason: new cases of the same person show it, and of a
        customer on record every list of customers."""
        words = reasoned(reason)
        verb = CaseVerb.FLAG if flagged else CaseVerb.UNFLAG

        def judge(_connection: Connection, page: CasePage) -> Mapping[str, Any]:
            self._flag_customer(page, flagged, words, by)
            return {"flagged": flagged, "flag_reason": words if flagged else ""}

        done = self._change(case_id, seen, verb, by, judge, words=words)
        return Done(None, done.touched | {Change.CUSTOMERS})

    def _flag_customer(self, page: CasePage, flagged: bool, words: str, by: By) -> None:
        """Beside the case the customer on record: one flagged already stays so; lifted is what this case has set."""
        patient = page.intake.patient.customer_id
        if self._members is None or patient is None:
            return
        flag = self._members.customer(patient).flag
        if flagged and flag is None:
            self._members.flag_patient(patient, f"{page.line.number} {words}", by)
        elif not flagged and flag is not None and flag.reason.startswith(page.line.number):
            self._members.unflag(patient, f"{page.line.number} {words}", by)


def numbered(connection: Connection, code: str, period: str) -> tuple[str, str]:
    """The next number of an institution's code and a period as 202611, and the same in equal lengths to sort by."""
    serial = next_number(connection, SERIES, f"{code}-{period}")
    return f"{code}{period}{serial:02d}", f"{code:<6}{period}{serial:06d}"


def fresh_columns(course: Course, now: datetime) -> dict[str, Any]:
    """The columns of a case in which nothing has been done yet."""
    return {
        "recorded_at": now,
        "step": int(Step.RECEIVED),
        "stage": Stage.OPEN,
        "entered_at": course.received_at,
        "level": 0,
        "closed_at": FAR,
        "next_due_at": FAR,
        "next_clock": "",
        "paused": False,
        "flagged": False,
        "reopened": 0,
        "refund": 0,
        "compensation": 0,
        "subject_kinds": "",
        "revision": 1,
        **dict.fromkeys(("cause", "summary", "handling_none", "flag_reason"), ""),
    }


def facts_of(draft: CaseDraft) -> dict[str, Any]:
    """The columns of a case that the intake fills. Of oneself complainant and patient are one person."""
    complainant = Party() if draft.anonymous and not draft.complainant.name.strip() else draft.complainant
    patient = complainant if draft.relation is Relation.SELF else draft.patient
    return {
        "institution_id": draft.institution_id,
        "department_id": draft.department_id,
        "channel": draft.channel,
        "complainant": complainant.name.strip(),
        "complainant_sex": complainant.sex,
        "complainant_phone": digits(complainant.telephone),
        "complainant_customer_id": complainant.customer_id,
        "anonymous": draft.anonymous,
        "relation": draft.relation,
        "patient": patient.name.strip(),
        "patient_sex": patient.sex,
        "patient_phone": digits(patient.telephone),
        "customer_id": patient.customer_id,
        "happened_on": draft.happened_on,
        "node": draft.node,
        "outside_number": draft.outside_number.strip(),
        "origin_kind": draft.origin_kind,
        "origin_id": draft.origin_id,
        "remedies": ",".join(draft.remedies),
        "place": draft.place.strip(),
        "narrative": draft.narrative.strip(),
        "demand": draft.demand.strip(),
        "intent": draft.intent.strip(),
        "backdate_reason": draft.backdate_reason.strip(),
    }


def kinds_of(subjects: Sequence[SubjectDraft]) -> str:
    return ",".join(dict.fromkeys(one.kind.value for one in subjects))


def _put_subjects(
    connection: Connection, case_id: UUID, wanted: Sequence[SubjectDraft], before: Sequence[Subject]
) -> None:
    """Rows as wanted: known ones keep their id, those split off are never taken away."""
    known = {one.id: one for one in before}
    listed = {one.id for one in wanted}
    rows.drop_subjects(connection, [one.id for one in before if one.id not in listed and one.split_to is None])
    for position, one in enumerate(wanted):
        values = {"position": position, "kind": one.kind, "words": one.words.strip(), "outcome": one.outcome}
        if one.id is not None and one.id in known:
            change_row(connection, tables.case_subjects, one.id, **values)
        else:
            insert_row(connection, tables.case_subjects, id=new_id(), case_id=case_id, **values)


def _put_externals(
    connection: Connection, case_id: UUID, wanted: Sequence[ExternalDraft], received_at: datetime
) -> None:
    rows.drop_externals(connection, case_id)
    for one in wanted:
        insert_row(
            connection,
            tables.case_externals,
            id=new_id(),
            case_id=case_id,
            kind=one.kind,
            heard_at=one.heard_at or received_at,
            due_at=one.due_at,
            reference=one.reference.strip(),
            done_at=one.done_at,
        )
