"""Values of a suggested round: for which reasons whom, and the draw behind the random share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from qualitydesk.inspections.model.calendar import Seen
from qualitydesk.inspections.model.plans import Sample


class Why(StrEnum):
    """Why a round or somebody on it is suggested. Words: phrases `suggest.<value>` and `suggest.short.<value>`."""

    DUE = "due"
    MISSED = "missed"
    RECHECK = "recheck"
    REPEAT = "repeat"
    UNSEEN = "unseen"
    RANDOM = "random"
    SIZE = "size"
    NONE = "none"


@dataclass(frozen=True)
class Weakness:
    """An item failed on `rounds` rounds of an institution; `people` and places who failed it, the latest first."""

    item_code: str
    titles: Mapping[str, str]
    rounds: int
    people: tuple[UUID, ...]


@dataclass(frozen=True)
class Overdue:
    """A measure whose re-check is due: its number and whom or which place it concerns."""

    number: str
    subject_id: UUID | None
    item_code: str


@dataclass(frozen=True)
class HouseFacts:
    """What a suggestion for one institution is made from. `kind`: the round that is due first and may be led by whoever
    asks; `due_by`: its last day; `people`: whom the packs are meant for."""

    institution_id: UUID
    institution: str
    kind: str
    due: int
    due_by: date | None
    missed: int
    rechecks: tuple[Overdue, ...]
    weaknesses: tuple[Weakness, ...]
    people: tuple[Seen, ...]
    places: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reason:
    """One sentence: which, and what stands in it. Lists of names are cut and counted by the words."""

    why: Why
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Chosen:
    """Somebody, or a place, on the suggested round and why."""

    id: UUID
    name: str
    why: tuple[Why, ...]
    place: bool = False


@dataclass(frozen=True)
class Suggestion:
    """A round suggested. `draw`: of the random share, so that it can be repeated; `items`: what the packs must hold;
    `by_profile`: as `RoundDraft` has it."""

    institution_id: UUID
    institution: str
    kind: str
    reasons: tuple[Reason, ...]
    chosen: tuple[Chosen, ...]
    items: frozenset[str]
    seed: int
    draw: Sample | None = None
    pack_codes: tuple[str, ...] = ()
    by_profile: bool = False

    @property
    def people(self) -> tuple[UUID, ...]:
        return tuple(one.id for one in self.chosen if not one.place)

    @property
    def places(self) -> tuple[UUID, ...]:
        return tuple(one.id for one in self.chosen if one.place)
