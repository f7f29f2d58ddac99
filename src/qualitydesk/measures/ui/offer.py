"""What the dialogs of measures offer to choose from, read in one go off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qualitydesk.directory.model import EmployeeFilter, Institution, Person
from qualitydesk.directory.service import Directory
from qualitydesk.kit.pickers import Choice
from qualitydesk.measures.model import Deadlines


@dataclass(frozen=True)
class MeasureOffer:
    """Today's institutions and people, and the days the rulebook proposes."""

    today: date
    deadlines: Deadlines
    institutions: tuple[Institution, ...]
    people: tuple[Person, ...]

    def person(self, employee_id: UUID | None) -> Person | None:
        return next((one for one in self.people if one.id == employee_id), None)

    def people_choices(self, institution_id: UUID | None = None) -> list[Choice]:
        """Everybody, those of an institution first."""
        there = sorted(self.people, key=lambda one: one.institution_id != institution_id)
        return people_choices(there)


def people_choices(people: Sequence[Person]) -> list[Choice]:
    """People to pick from: name, number and post, found by the institution, too."""
    return [
        Choice(one.id, one.name, f"{one.number} · {one.post}", f"{one.institution}{one.initials}") for one in people
    ]


def read_offer(directory: Directory, deadlines: Callable[[], Deadlines]) -> MeasureOffer:
    """Everything at once, for `operations.read`."""
    return MeasureOffer(
        directory.today(),
        deadlines(),
        tuple(directory.institutions(active_only=True)),
        tuple(directory.people(EmployeeFilter())),
    )
