"""Values of rounds to come: how people are drawn, what is planned for which day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class SampleMethod(StrEnum):
    """Drawn from all alike, or from each department or post in proportion to its size."""

    SIMPLE = "simple"
    BY_DEPARTMENT = "by_department"
    BY_POST = "by_post"


@dataclass(frozen=True)
class SampleRule:
    """How many are drawn and how. `department_id`: from this department alone; `longest_unseen`: who has not been
    inspected for long is drawn more often."""

    size: int = 5
    method: SampleMethod = SampleMethod.SIMPLE
    department_id: UUID | None = None
    longest_unseen: bool = False


@dataclass(frozen=True)
class InFrame:
    """Somebody who could be drawn: the stratum he is drawn within, and how many tickets he has."""

    id: UUID
    stratum: str = ""
    tickets: int = 1


@dataclass(frozen=True)
class Sample:
    """A draw that can be repeated: rule, seed and frame give `drawn` again. `nth`: the how manieth draw was taken."""

    rule: SampleRule
    seed: int
    frame: tuple[InFrame, ...]
    frame_digest: str
    drawn: tuple[UUID, ...]
    nth: int = 1
    algorithm: str = ""


class PlanState(StrEnum):
    PLANNED = "planned"
    STARTED = "started"
    DROPPED = "dropped"
