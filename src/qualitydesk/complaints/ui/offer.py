"""What the screens of complaints offer to choose from, read in one go off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE, Clock
from qualitydesk.directory.model import Department, EmployeeFilter, Institution, Person
from qualitydesk.directory.service import Directory
from qualitydesk.kit.pickers import Choice, Picker

E = TypeVar("E")


@dataclass(frozen=True)
class CaseOffer:
    """The moment and the day it was read, active institutions, departments, everybody who was ever here."""

    now: datetime
    today: date
    zone: str
    institutions: tuple[Institution, ...]
    departments: tuple[Department, ...]
    people: tuple[Person, ...]

    def person(self, employee_id: UUID | None) -> Person | None:
        return next((one for one in self.people if one.id == employee_id), None)

    def present(self) -> tuple[Person, ...]:
        """Those who work here today."""
        return tuple(one for one in self.people if one.left_on is None or one.left_on >= self.today)

    def department_choices(self, institution_id: UUID | None = None) -> list[Choice]:
        """The departments there are, those of an institution first; of several institutions each with its name."""
        names = {one.id: one.name for one in self.institutions}
        there = [one for one in self.departments if one.active and one.institution_id in names]
        there.sort(key=lambda one: one.institution_id != institution_id)
        beside = names if len(names) > 1 else {}
        return [Choice(one.id, one.name, beside.get(one.institution_id, "")) for one in there]

    def likeliest(self, fitting: Sequence[UUID], institution_id: UUID) -> UUID | None:
        """Who of them decides as a rule: somebody of the case's own institution, else the only one there is; else
        nobody, so that a stranger's name is never saved unseen."""
        people = [one for one in map(self.person, fitting) if one is not None]
        own = [one.id for one in people if one.institution_id == institution_id]
        return own[0] if own else fitting[0] if len(fitting) == 1 else None

    def staff_choices(self, institution_id: UUID | None = None, *, with_left: bool = False) -> list[Choice]:
        """People to pick from, those of an institution first; found by name, initials, number, post, institution."""
        people = self.people if with_left else self.present()
        return people_choices(sorted(people, key=lambda one: one.institution_id != institution_id))


def read_offer(directory: Directory, clock: Clock) -> CaseOffer:
    """Everything at once, for `operations.read`."""
    group = directory.group()
    return CaseOffer(
        clock.now(),
        directory.today(),
        group.zone if group is not None else DEFAULT_ZONE,
        tuple(directory.institutions(active_only=True)),
        tuple(directory.departments()),
        tuple(directory.people(EmployeeFilter(with_left=True))),
    )


def people_choices(people: Iterable[Person]) -> list[Choice]:
    return [Choice(one.id, one.name, f"{one.number} {one.post}", f"{one.institution}{one.initials}") for one in people]


def one_of(picker: Picker, kind: Callable[[Any], E]) -> E | None:
    """The member of an enum a picker stands on: Qt gives back the bare value."""
    chosen = picker.chosen()
    return None if chosen is None else kind(chosen)


def exact(picked: datetime | None, *known: datetime | None) -> datetime | None:
    """A moment picked to the minute, as the known moment of the same minute: what is done at once is not too early."""
    if picked is None:
        return None
    same = (one for one in known if one is not None and abs((one - picked).total_seconds()) < 60 and one >= picked)
    return next(same, picked)


def id_of(picker: Picker) -> UUID | None:
    """The id a picker stands on."""
    chosen = picker.chosen()
    return chosen if isinstance(chosen, UUID) else None
