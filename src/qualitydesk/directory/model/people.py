"""Values of the directory: the group, its institutions, departments, posts and people, with what changes by dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE


class Region(StrEnum):
    """Sets the closing deadline of a complaint (domain §1)."""

    BEIJING = "beijing"
    OTHER = "other"


class Sex(StrEnum):
    """Dress items differ by it."""

    FEMALE = "female"
    MALE = "male"


class PlaceKind(StrEnum):
    """Which environment items a place on a round is asked. Words: phrases `place_kind.<value>`."""

    HALL = "hall"
    WAITING_AREA = "waiting_area"
    CONSULTING_ROOM = "consulting_room"
    TREATMENT_ROOM = "treatment_room"
    WARD = "ward"
    CORRIDOR = "corridor"
    TOILET = "toilet"
    PHARMACY = "pharmacy"
    CASHIER = "cashier"
    PARKING = "parking"
    OTHER = "other"


GROUP_POSTS = frozenset({"gm", "gm_office", "cs_director", "medical_director", "medical_affairs", "finance", "hr"})
"""Codes of the posts of the group's own headquarters, whichever institution their holders are entered at."""


@dataclass(frozen=True)
class Group:
    """The owner of all institutions. `zone` is the clock its papers and deadlines are read in."""

    id: UUID
    name: str
    zone: str = DEFAULT_ZONE
    revision: int = 1


@dataclass(frozen=True)
class Institution:
    """A clinic of the group. `code` is 2 to 6 capitals and stands in every number it issues."""

    id: UUID
    code: str
    name: str
    region: Region
    active: bool = True
    revision: int = 1


@dataclass(frozen=True)
class Department:
    """A department of one institution; its head by dates stands in `HeadTerm`."""

    id: UUID
    institution_id: UUID
    name: str
    active: bool = True
    revision: int = 1


@dataclass(frozen=True)
class Place:
    """A room or an area of an institution, for rounds over places."""

    id: UUID
    institution_id: UUID
    name: str
    kind: PlaceKind
    active: bool = True
    revision: int = 1


@dataclass(frozen=True)
class Post:
    """A kind of work (guide, nurse …), the same in every institution. `code` is what standards name."""

    id: UUID
    code: str
    name: str
    active: bool = True
    revision: int = 1


@dataclass(frozen=True)
class Employee:
    """A person who works here. Where, as what and under whom stands in `Placement` and `SuperiorTerm`, by dates."""

    id: UUID
    number: str
    name: str
    sex: Sex
    hired_on: date
    left_on: date | None = None
    revision: int = 1
    left_why: str = ""


@dataclass(frozen=True)
class Placement:
    """From `since` on (until the next placement) the employee works in this department, in this post."""

    employee_id: UUID
    since: date
    department_id: UUID
    post_id: UUID


@dataclass(frozen=True)
class SuperiorTerm:
    """From `since` on the employee answers to `superior_id`; None = to nobody."""

    employee_id: UUID
    since: date
    superior_id: UUID | None


@dataclass(frozen=True)
class Stand:
    """One line of an employee's history: from `since` on this department, this post, this superior."""

    since: date
    department_id: UUID
    post_id: UUID
    superior_id: UUID | None


@dataclass(frozen=True)
class HeadTerm:
    """From `since` on the department is headed by `employee_id`; None = by nobody."""

    department_id: UUID
    since: date
    employee_id: UUID | None


@dataclass(frozen=True)
class Person:
    """An employee as he stood on one day: for rounds, slips, pickers and lists.

    `initials` are those of every reading of the name, " smx dmx", for what searches by them.
    """

    id: UUID
    number: str
    name: str
    sex: Sex
    institution_id: UUID
    institution: str
    department_id: UUID
    department: str
    post_id: UUID
    post_code: str
    post: str
    superior_id: UUID | None
    superior: str
    left_on: date | None = None
    hired_on: date | None = None
    revision: int = 1
    initials: str = ""


@dataclass(frozen=True)
class Line:
    """Who stood above an employee on a day. Either may be None: nobody on record."""

    superior: Person | None
    head: Person | None


# Drafts: what a dialog edits and hands to the service. `id` None = new.


@dataclass(frozen=True)
class InstitutionDraft:
    code: str = ""
    name: str = ""
    region: Region | None = None
    active: bool = True
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class DepartmentDraft:
    institution_id: UUID | None = None
    name: str = ""
    active: bool = True
    head_id: UUID | None = None
    head_since: date | None = None
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class PlaceDraft:
    institution_id: UUID | None = None
    name: str = ""
    kind: PlaceKind | None = None
    active: bool = True
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class PostDraft:
    code: str = ""
    name: str = ""
    active: bool = True
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class EmployeeDraft:
    """`since` is the day from which department, post and superior hold.

    None = the hire date of a new employee, else today (or the hire date while that is still to come).
    `left_on` is the first day on which the employee is no longer there.
    """

    number: str = ""
    name: str = ""
    sex: Sex | None = None
    hired_on: date | None = None
    left_on: date | None = None
    department_id: UUID | None = None
    post_id: UUID | None = None
    superior_id: UUID | None = None
    since: date | None = None
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class Foundation:
    """What the first run asks: the group, at least one institution, and who the user is."""

    group_name: str = ""
    institutions: tuple[InstitutionDraft, ...] = ()
    me_number: str = ""
    me_name: str = ""
    me_sex: Sex | None = None
    me_institution: int = 0
    me_department: str = ""
    me_post: str = ""


@dataclass(frozen=True)
class EmployeeFilter:
    """What the list of people shows. Empty = no restriction; `text` matches the start of a number or part of a name.

    `with_coming`: also those who begin after the day asked for, as they will stand on their first day.
    """

    text: str = ""
    institution_id: UUID | None = None
    department_id: UUID | None = None
    with_left: bool = False
    with_coming: bool = False
