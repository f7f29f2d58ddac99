"""What changes by dates: one entry of a history, a change from a day, a correction of a mistaken entry, leaving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.directory.model.people import Department, Employee, Person


class TermKind(StrEnum):
    """Which history an entry belongs to. Words: phrases `term.<value>`."""

    PLACE = "place"  # an employee's department and post
    SUPERIOR = "superior"  # an employee's direct superior
    HEAD = "head"  # a department's head


@dataclass(frozen=True)
class TermEntry:
    """One entry with the names a history shows. `until` is the first day on which it no longer holds.

    `subject_id` is an employee, for HEAD a department; `person_id` is the superior or head, None for nobody.
    """

    kind: TermKind
    subject_id: UUID
    since: date
    until: date | None = None
    department_id: UUID | None = None
    post_id: UUID | None = None
    person_id: UUID | None = None
    institution: str = ""
    department: str = ""
    post: str = ""
    person: str = ""
    person_number: str = ""

    @property
    def id(self) -> tuple[TermKind, date]:
        return self.kind, self.since


@dataclass(frozen=True)
class TermDraft:
    """A change from `since` on, or, with `instead_of` (the first day of an entry there is), its correction.

    `remove`: the entry was a mistake altogether; what stood before it holds on. `why` is needed for corrections and for
    changes that begin before today.
    """

    kind: TermKind
    subject_id: UUID
    since: date | None = None
    department_id: UUID | None = None
    post_id: UUID | None = None
    person_id: UUID | None = None
    why: str = ""
    instead_of: date | None = None
    remove: bool = False


@dataclass(frozen=True)
class TermCorrection:
    """A correction as it is shown: what stood there, what stands there now (None: nothing), why, who and when."""

    id: UUID
    kind: TermKind
    before: Mapping[str, str]
    after: Mapping[str, str] | None
    reason: str
    corrected_at: datetime
    entered_by: str


@dataclass(frozen=True)
class Absence:
    """An employee had left and came back."""

    left_on: date
    returned_on: date
    why: str


@dataclass(frozen=True)
class Leaving:
    """What is to be handed over when an employee leaves on a day."""

    subordinates: tuple[Person, ...]
    departments: tuple[Department, ...]


@dataclass(frozen=True)
class LeaveDraft:
    """From `left_on` on no longer there. Whom subordinates and departments go to: None = nobody for now."""

    employee_id: UUID
    revision: int
    left_on: date | None = None
    why: str = ""
    new_superior: UUID | None = None
    new_head: UUID | None = None


@dataclass(frozen=True)
class ReturnDraft:
    """There again from `returned_on` on, in this place under this superior."""

    employee_id: UUID
    revision: int
    returned_on: date | None = None
    department_id: UUID | None = None
    post_id: UUID | None = None
    superior_id: UUID | None = None


@dataclass(frozen=True)
class PersonFile:
    """Everything the page of an employee shows; `person` is as on `today`, or as on the first day still to come."""

    today: date
    employee: Employee
    person: Person | None
    head: Person | None
    entries: tuple[TermEntry, ...]
    absences: tuple[Absence, ...]
    corrections: tuple[TermCorrection, ...]
    subordinates: tuple[Person, ...]
    departments: tuple[Department, ...]


@dataclass(frozen=True)
class Standing:
    """A person on a day with the head of the department he was in then."""

    person: Person
    head_id: UUID | None
    head: str

    @property
    def id(self) -> UUID:
        return self.person.id


@dataclass(frozen=True)
class HeadsFile:
    """A department's heads by dates with the corrections made."""

    department: Department
    institution: str
    entries: tuple[TermEntry, ...]
    corrections: tuple[TermCorrection, ...] = field(default=())
