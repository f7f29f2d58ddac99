"""Values of rounds to come: how people are drawn, what is planned for which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    """Somebody who could be drawn: his staff number on that day, the stratum he is drawn within, how many tickets."""

    id: UUID
    number: str
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


@dataclass(frozen=True)
class PlanDraft:
    """What the dialog for a planned round hands over. Without people, places and `sample`, whoever of the
    institution's own people the packs are meant for on the day is walked; `sample`: people are drawn by this rule when
    the round is started; `by_profile`: as `RoundDraft` has it."""

    day: date | None = None
    kind: str = "patrol"
    institution_id: UUID | None = None
    inspector_ids: tuple[UUID, ...] = ()
    pack_codes: tuple[str, ...] = ()
    employee_ids: tuple[UUID, ...] = ()
    place_ids: tuple[UUID, ...] = ()
    order: tuple[UUID, ...] = ()
    sample: SampleRule | None = None
    lead_reason: str = ""
    visitor: str = ""
    visitor_code: str = ""
    note: str = ""
    id: UUID | None = None
    revision: int = 0
    by_profile: bool = False


@dataclass(frozen=True)
class PlannedRound:
    """A round planned for a day. `inspectors`: names, the lead first, or a mystery customer's code name; `round_id`,
    `round_number` once it was started; `reason`: why it was dropped; `overdue`: its day has passed and it still waits.
    """

    id: UUID
    day: date
    kind: str
    state: PlanState
    institution_id: UUID
    institution: str
    inspectors: tuple[str, ...]
    draft: PlanDraft
    note: str
    reason: str
    round_id: UUID | None
    round_number: str
    revision: int
    overdue: bool = False


@dataclass(frozen=True)
class PlanFilter:
    """What the list of planned rounds shows; empty = no restriction. `inspector_id`: who leads or goes along."""

    state: PlanState | None = PlanState.PLANNED
    institution_id: UUID | None = None
    inspector_id: UUID | None = None
    first: date | None = None
    last: date | None = None
