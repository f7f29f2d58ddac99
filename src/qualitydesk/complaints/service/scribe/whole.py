"""A case in memory while it is written down: its row, what hangs on it, its course, its timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    CaseDraft,
    CaseVerb,
    Course,
    Outcome,
    PaymentState,
    PersonDraft,
    PersonRole,
    Responsibility,
    Step,
    Subject,
    SubjectKind,
)
from qualitydesk.complaints.model.clocks import ExternalClock, Pause
from qualitydesk.complaints.rules.steps import begun
from qualitydesk.complaints.service.intake import facts_of, fresh_columns, kinds_of
from qualitydesk.complaints.service.timing import Timed, not_reckoned_until
from qualitydesk.complaints.service.writing import course_columns, findable
from qualitydesk.complaints.store.bulk import WholeCase

_LIVING = (PaymentState.REQUESTED, PaymentState.APPROVED, PaymentState.PAID)
_COUNTED = (PaymentState.APPROVED, PaymentState.PAID)
Row = dict[str, Any]


@dataclass
class Written:
    """One case. `ended_at`: when it was linked into another."""

    draft: CaseDraft
    rows: WholeCase
    course: Course
    people: Sequence[PersonDraft] = ()
    ended_at: datetime | None = None
    _places: dict[str, int] = field(default_factory=dict)

    @classmethod
    def begun(cls, draft: CaseDraft, numbers: tuple[str, str], received_at: datetime, now: datetime, by: By) -> Written:
        """As the intake leaves it, but for the timeline."""
        course = begun(received_at)
        head = {
            "id": new_id(),
            **fresh_columns(course, now),
            **facts_of(draft),
            "number": numbers[0],
            "sort_number": numbers[1],
            "received_at": received_at,
            "received_by": draft.received_by or by.decided_by,
            "subject_kinds": kinds_of(draft.subjects),
        }
        made = cls(draft, WholeCase(head), course)
        made.put_people(draft.people)
        for position, one in enumerate(draft.subjects):
            values = {"position": position, "kind": one.kind, "words": one.words.strip(), "outcome": one.outcome}
            made.add("case_subjects", id=new_id(), **values)
        made.put_externals(draft)
        return made

    @property
    def head(self) -> Row:
        """The columns of the case itself."""
        return self.rows.head

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is complained of, as it stands."""
        return tuple(
            Subject(
                one["id"], SubjectKind(one["kind"]), one["words"], Outcome(one["outcome"]) if one["outcome"] else None
            )
            for one in self.table("case_subjects")
        )

    def table(self, name: str) -> list[Row]:
        """Its rows of a table."""
        return self.rows.rows[name]

    def add(self, table: str, **values: Any) -> None:
        """One more row."""
        self.table(table).append(values)

    def decide(self, table: str, **values: Any) -> None:
        """One more row of severities, solutions, negotiations or preventions: the one that holds from now on."""
        self.add(table, id=new_id(), place=len(self.table(table)) + 1, **values)

    def put_people(self, people: Sequence[PersonDraft]) -> None:
        """The employees named, in place of those before."""
        self.people = tuple(people)
        self.rows.rows["case_people"] = [
            {
                "employee_id": one.employee_id,
                "position": at,
                "role": PersonRole(one.role),
                "responsibility": Responsibility(one.responsibility) if one.responsibility else None,
                "words": one.words.strip(),
            }
            for at, one in enumerate(people)
        ]

    def put_externals(self, draft: CaseDraft) -> None:
        """The dates set by others, in place of those before."""
        self.rows.rows["case_externals"] = [
            {
                "id": new_id(),
                "kind": one.kind,
                "heard_at": one.heard_at or self.head["received_at"],
                "due_at": one.due_at,
                "reference": one.reference.strip(),
                "done_at": one.done_at,
            }
            for one in draft.externals
        ]

    def go(self, course: Course) -> None:
        """It has moved on."""
        self.course = course
        self.head.update(course_columns(course))

    def tell(
        self,
        verb: CaseVerb,
        by: By,
        step: Step | None,
        at: datetime,
        words: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """One entry of the timeline."""
        self.add(
            "case_events",
            place=len(self.table("case_events")) + 1,
            at=at,
            verb=verb,
            step=int(step) if step is not None else None,
            words=words.strip(),
            details=dict(details) if details else None,
            decided_by=by.decided_by,
            entered_by=by.entered_by,
        )

    def sum_up(self) -> None:
        """The sums of what was approved or paid."""
        for kind in ("refund", "compensation"):
            counted = [one for one in self.table("case_payments") if one["kind"] == kind and one["state"] in _COUNTED]
            self.head[kind] = sum(one["amount"] for one in counted)

    def timed(self) -> Timed:
        """What its clocks are reckoned from."""
        living = [one for one in self.table("case_payments") if one["state"] in _LIVING]
        return Timed(
            institution_id=self.head["institution_id"],
            received_at=self.head["received_at"],
            level=self.head["level"] or None,
            course=self.course,
            first_contact_at=min((one["at"] for one in self.table("case_contacts")), default=None),
            payments=tuple((one.get("approved_at"), one.get("paid_at")) for one in living),
            pauses=tuple(Pause(one["started_at"], None, one["reason"]) for one in self.table("case_pauses")),
            externals=tuple(
                ExternalClock(one["kind"], one["heard_at"], one["due_at"], one["done_at"], one["reference"])
                for one in self.table("case_externals")
            ),
            after_calls=tuple(one["at"] for one in self.table("case_after_calls") if one["reached"]),
            ended_at=self.ended_at,
            since=not_reckoned_until(self.head["origin_kind"], self.course, self.head["recorded_at"]),
        )

    def finish(self, names: Mapping[UUID, str]) -> None:
        """The stays as rows, and what it is found by; `names` of employees."""
        self.rows.rows["case_visits"] = [
            {
                "position": at,
                "step": int(one.step),
                "entered_at": one.entered_at,
                "left_at": one.left_at,
                "how": one.how,
                "reason": one.reason,
                "left_by": one.left_by,
            }
            for at, one in enumerate(self.course.visits)
        ]
        self.rows.found_by = self._found_by(names)

    def _found_by(self, names: Mapping[UUID, str]) -> list[str]:
        head = self.head
        told = [head[name] for name in ("narrative", "demand", "intent", "place", "cause", "summary")]
        told += [one["words"] for one in self.table("case_subjects")]
        told += [names.get(one.employee_id, "") for one in self.people]
        told += [one.words.strip() for one in self.people]
        for table in ("case_contacts", "case_notes"):
            told += [one["words"] for one in self.table(table)]
        for table in ("case_solutions", "case_negotiations"):
            told += [one["words"] for one in self.table(table)[-1:]]
        told += [one["reference"] for one in self.table("case_externals")]
        people = [(head[who], head[f"{who}_phone"]) for who in ("complainant", "patient")]
        return findable((head["number"], head["outside_number"]), people, told)
