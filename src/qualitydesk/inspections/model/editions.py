"""Editions of packs as values: what stands on the shelf, who changed what, and how two editions differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.inspections.model.standards import Item, Pack


class Origin(StrEnum):
    """Where an edition came from."""

    SHIPPED = "shipped"
    EDITED = "edited"
    IMPORTED = "imported"


@dataclass(frozen=True)
class PackOnShelf:
    """The newest edition of a pack and whether new rounds are offered it."""

    pack: Pack
    on: bool
    adopted_at: datetime
    origin: Origin

    @property
    def code(self) -> str:
        return self.pack.code


@dataclass(frozen=True)
class Edition:
    """One edition as a line of a pack's history. `decided_by` None: it came with the program."""

    code: str
    number: int
    adopted_at: datetime
    origin: Origin
    decided_by: UUID | None
    entered_by: UUID | None
    reason: str


@dataclass(frozen=True)
class PackDraft:
    """A pack as it is to be from now on. `based_on`: the edition it was drawn from, 0 for a new pack."""

    pack: Pack
    based_on: int = 0
    reason: str = ""


class Course(StrEnum):
    """What became of an item between two editions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    """One field with its value before and after, as raw values of the pack's format; None: nothing stood there."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class ItemChange:
    """One item that differs; `item`: as it is now, a removed one as it was."""

    item: Item
    course: Course
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """How two editions of a pack differ. `moved`: the same items, walked in another order."""

    facts: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    moved: bool = False

    @property
    def same(self) -> bool:
        return not (self.facts or self.items or self.moved)
