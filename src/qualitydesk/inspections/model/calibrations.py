"""Values of a calibration: two inspectors blind on the same people and items. It never becomes a round or a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.inspections.model.rounds import Stop, Verdict
from qualitydesk.inspections.model.standards import Item, Pack


class CalibrationState(StrEnum):
    """Words: phrases `calibration.state.<value>`."""

    OPEN = "open"
    FINISHED = "finished"
    ABANDONED = "abandoned"


@dataclass(frozen=True)
class CalibrationDraft:
    """What the dialog for a new calibration hands over: two inspectors, standards, people."""

    institution_id: UUID | None = None
    inspector_ids: tuple[UUID, ...] = ()
    pack_codes: tuple[str, ...] = ()
    employee_ids: tuple[UUID, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Rater:
    """One of the two, `position` 0 or 1: how many of his answers are on disk, and when he was through."""

    position: int
    employee_id: UUID
    name: str
    answered: int = 0
    finished_at: datetime | None = None


@dataclass(frozen=True)
class Calibration:
    """A calibration as a row of its history. `items`: answers each of the two gives; `agreed` of `compared`: once both
    are through, else 0."""

    id: UUID
    number: str
    state: CalibrationState
    institution_id: UUID
    institution: str
    raters: tuple[Rater, ...]
    packs: tuple[tuple[str, int], ...]
    people: int
    items: int
    started_at: datetime
    finished_at: datetime | None
    compared: int
    agreed: int
    note: str = ""
    reason: str = ""
    revision: int = 1


@dataclass(frozen=True)
class Judged:
    """What one inspector says of a person on an item."""

    verdict: Verdict
    note: str = ""


@dataclass(frozen=True)
class Sitting:
    """Everything one of the two needs; never what the other has answered."""

    calibration: Calibration
    rater: Rater
    stops: tuple[Stop, ...]
    packs: tuple[Pack, ...]
    items: Mapping[UUID, tuple[Item, ...]]
    answers: Mapping[tuple[UUID, str], Judged]

    @property
    def left(self) -> int:
        """How many are still to be answered."""
        return sum(len(items) for items in self.items.values()) - len(self.answers)


@dataclass(frozen=True)
class Pair:
    """What both said of one person on one item."""

    item_code: str
    titles: Mapping[str, str]
    stop_name: str
    first: Judged
    second: Judged
