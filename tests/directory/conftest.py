"""A founded group with two institutions, on each database; and on SQLite alone for the screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    PostDraft,
    Region,
    Sex,
)
from qualitydesk.directory.service import Directory
from qualitydesk.storage.database import Database

HIRED = date(2025, 3, 1)
TODAY = date(2026, 11, 21)  # of the fixed clock
FOUNDATION = Foundation(
    group_name="安和医疗集团",
    institutions=(
        InstitutionDraft("BJC", "朝阳门诊", Region.BEIJING),
        InstitutionDraft("TJH", "和平医院", Region.OTHER),
    ),
    me_number="A001",
    me_name="李敏",
    me_sex=Sex.FEMALE,
    me_institution=0,
    me_department="客服部",
    me_post="客服主任",
)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    """The one problem of a refused draft; it must have its sentence in both languages."""
    (problem,) = refused.value.problems
    for language in LANGUAGES:
        assert say(language, f"problem.{problem.code}", **problem.values)
    return f"{problem.field}: {problem.code}"


@dataclass
class House:
    """A directory with what tests need at hand: `me`, two departments in two institutions, one post."""

    directory: Directory
    me: UUID
    desk: UUID
    ward: UUID
    guide: UUID

    @property
    def by(self) -> By:
        return By.alone(self.me)

    def draft(self, number: str, **other: object) -> EmployeeDraft:
        """A guide at the desk, hired on 2025-03-01, unless told otherwise."""
        plain = EmployeeDraft(number, f"员工{number}", Sex.FEMALE, HIRED, None, self.desk, self.guide)
        return replace(plain, **other)  # type: ignore[arg-type]

    def hire(self, number: str, **other: object) -> UUID:
        return self.directory.save_employee(self.draft(number, **other), self.by).value

    def as_draft(self, employee_id: UUID, **other: object) -> EmployeeDraft:
        """The employee's present facts as a draft, then changed."""
        found = self.directory.employee(employee_id)
        now = self.directory.person(employee_id)
        assert now is not None
        plain = EmployeeDraft(
            found.number, found.name, found.sex, found.hired_on, found.left_on,
            now.department_id, now.post_id, now.superior_id, None, found.id, found.revision,
        )  # fmt: skip
        return replace(plain, **other)  # type: ignore[arg-type]

    def change(self, employee_id: UUID, **other: object) -> None:
        self.directory.save_employee(self.as_draft(employee_id, **other), self.by)


def furnish(database: Database, clock: FixedClock) -> House:
    """Found the group and add a department each and the post of guides."""
    directory = Directory(database, clock)
    me = directory.found_group(FOUNDATION).value
    by = By.alone(me)
    first, second = directory.institutions()
    desk = directory.save_department(DepartmentDraft(first.id, "导医台"), by).value
    ward = directory.save_department(DepartmentDraft(second.id, "护理部"), by).value
    guide = directory.save_post(PostDraft("guide", "导医"), by).value
    return House(directory, me, desk, ward, guide)


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """A furnished directory, once on each database."""
    return furnish(database, clock)


@pytest.fixture
def sqlite_house(sqlite_database: Database, clock: FixedClock) -> House:
    """A furnished directory on SQLite."""
    return furnish(sqlite_database, clock)
