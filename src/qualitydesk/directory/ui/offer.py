"""What the directory's pickers offer, read in one go off the GUI thread, and the names by which history speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from qualitydesk.directory import rules
from qualitydesk.directory.model import (
    Department,
    Employee,
    EmployeeFilter,
    HeadTerm,
    Institution,
    Person,
    Post,
    Stand,
)
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pickers import Choice, Picker

EVERYBODY = EmployeeFilter(with_left=True, with_coming=True)


@dataclass(frozen=True)
class Offer:
    """Everything there is to choose from on `today`, what is out of use included: history may name it."""

    today: date
    institutions: tuple[Institution, ...]
    departments: tuple[Department, ...]
    posts: tuple[Post, ...]
    people: tuple[Person, ...]

    def institution_of(self, department_id: UUID | None) -> UUID | None:
        """The institution a department belongs to."""
        return next((found.institution_id for found in self.departments if found.id == department_id), None)

    def department_words(self, department_id: UUID) -> str:
        """Institution and department by name."""
        department = next(found for found in self.departments if found.id == department_id)
        home = next(found for found in self.institutions if found.id == department.institution_id)
        return f"{home.name} {department.name}"

    def post_words(self, post_id: UUID) -> str:
        return next(found.name for found in self.posts if found.id == post_id)

    def person_words(self, employee_id: UUID) -> str:
        return next((found.name for found in self.people if found.id == employee_id), "–")

    def institution_choices(self, keep: UUID | None = None) -> list[Choice]:
        """Institutions in use, and the one chosen already."""
        return [
            Choice(found.id, found.name, found.code) for found in self.institutions if found.active or found.id == keep
        ]

    def department_choices(self, institution_id: UUID | None, keep: UUID | None = None) -> list[Choice]:
        """Departments of one institution in use, and the one chosen already."""
        return [
            Choice(found.id, found.name)
            for found in self.departments
            if found.institution_id == institution_id and (found.active or found.id == keep)
        ]

    def post_choices(self, keep: UUID | None = None) -> list[Choice]:
        """Posts in use, and the one chosen already."""
        return [Choice(found.id, found.name) for found in self.posts if found.active or found.id == keep]

    def people_choices(self, *, besides: UUID | None = None, keep: Sequence[UUID | None] = ()) -> list[Choice]:
        """People who have not left, and those chosen already; found by name, initials, number, post or institution."""
        return [
            Choice(found.id, found.name, f"{found.number} · {found.post} · {found.institution}", found.initials)
            for found in self.people
            if found.id != besides and (not has_left(found, self.today) or found.id in keep)
        ]


@dataclass(frozen=True)
class EmployeeCard:
    """One employee as the dialog opens him: his own facts and his history, oldest first."""

    employee: Employee
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class DepartmentCard:
    """One department as the dialog opens it, with every head it has had, oldest first."""

    department: Department
    heads: tuple[HeadTerm, ...]


def offer_of(directory: Directory) -> Offer:
    """Read everything the dialogs offer (a read lane's work)."""
    return Offer(
        directory.today(),
        tuple(directory.institutions()),
        tuple(directory.departments()),
        tuple(directory.posts()),
        tuple(directory.people(EVERYBODY)),
    )


def for_employee(directory: Directory, employee_id: UUID) -> tuple[Offer, EmployeeCard]:
    """What the employee's dialog needs (a read lane's work)."""
    stands = rules.stands(*directory.history(employee_id))
    return offer_of(directory), EmployeeCard(directory.employee(employee_id), tuple(stands))


def for_department(directory: Directory, department_id: UUID) -> tuple[Offer, DepartmentCard]:
    """What the department's dialog needs (a read lane's work)."""
    offer = offer_of(directory)
    department = next(found for found in offer.departments if found.id == department_id)
    return offer, DepartmentCard(department, tuple(_changes(directory.heads(department_id))))


def has_left(person: Person, today: date) -> bool:
    return person.left_on is not None and person.left_on <= today


def chosen_id(picker: Picker) -> UUID | None:
    """The row a picker stands on."""
    key = picker.chosen()
    return key if isinstance(key, UUID) else None


def chosen_word(picker: Picker) -> str:
    """The word a picker stands on, "" for none; Qt hands members of a StrEnum back as plain text."""
    key = picker.chosen()
    return key if isinstance(key, str) else ""


def stand_words(stand: Stand, offer: Offer) -> str:
    """One line of an employee's history: 2025-03-01 起 · 朝阳门诊 导医台 · 导医 · 上级 李敏."""
    above = offer.person_words(stand.superior_id) if stand.superior_id else ""
    parts = [
        QCoreApplication.translate("History", "from {day}").format(day=day_words(stand.since)),
        offer.department_words(stand.department_id),
        offer.post_words(stand.post_id),
        QCoreApplication.translate("History", "under {name}").format(name=above)
        if above
        else QCoreApplication.translate("History", "no superior"),
    ]
    return " · ".join(parts)


def head_words(term: HeadTerm, offer: Offer) -> str:
    """One line of a department's heads: 2025-03-01 起 · 李敏."""
    who = offer.person_words(term.employee_id) if term.employee_id else QCoreApplication.translate("History", "nobody")
    return " · ".join((QCoreApplication.translate("History", "from {day}").format(day=day_words(term.since)), who))


def _changes(heads: Sequence[HeadTerm]) -> list[HeadTerm]:
    """The terms that changed anything."""
    found: list[HeadTerm] = []
    for term in heads:
        if not found or replace(found[-1], since=term.since) != term:
            found.append(term)
    return found
