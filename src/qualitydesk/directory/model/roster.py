"""A file of people on its way in: what each row would do, what the database knows already, what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model.people import (
    Department,
    Employee,
    HeadTerm,
    Institution,
    Placement,
    Post,
    Sex,
    SuperiorTerm,
)


class RowState(StrEnum):
    """What taking over a row of a file would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class KnownPeople:
    """What the database knows when a file is judged; terms by employee, heads by department, oldest first."""

    today: date
    institutions: tuple[Institution, ...]
    departments: tuple[Department, ...]
    posts: tuple[Post, ...]
    employees: Mapping[str, Employee]
    placements: Mapping[UUID, tuple[Placement, ...]]
    superiors: Mapping[UUID, tuple[SuperiorTerm, ...]]
    heads: Mapping[UUID, tuple[HeadTerm, ...]]


@dataclass(frozen=True)
class NewDepartment:
    """A department a file names that the institution does not have yet."""

    institution_id: UUID
    name: str


@dataclass(frozen=True)
class Wanted:
    """One person as a row wants him. `known` None = new. Department or post by name = to be created first.

    `superior` is a staff number of the database or of the same file, "" for nobody.
    Department, post and superior hold from `since` on.
    """

    number: str
    name: str
    sex: Sex
    hired_on: date
    left_on: date | None
    department: UUID | NewDepartment
    post: UUID | str
    superior: str
    since: date
    known: Employee | None = None


@dataclass(frozen=True)
class RosterChange:
    """What differs in one field: words as a person reads them, "" for nothing. Words: `roster.head.<field>`."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class RosterRow:
    """One row of the file judged; `wanted` is None when it is refused."""

    line: int
    number: str
    name: str
    state: RowState
    changes: tuple[RosterChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    wanted: Wanted | None = None


@dataclass(frozen=True)
class RosterOptions:
    """How a file is taken: changes hold from `since` (None: today); what is unknown is created or refused."""

    since: date | None = None
    create: bool = False


@dataclass(frozen=True)
class RosterPreview:
    """What a file would do. `ignored` are heads of columns not used; `sheet` is what was read, to be judged again."""

    rows: tuple[RosterRow, ...]
    options: RosterOptions
    ignored: tuple[str, ...] = ()
    new_departments: tuple[NewDepartment, ...] = ()
    new_posts: tuple[str, ...] = ()
    sheet: object = field(default=None, compare=False, repr=False)

    def count(self, state: RowState) -> int:
        """How many rows would do this."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True)
class RosterOutcome:
    """What was written."""

    added: int
    changed: int
