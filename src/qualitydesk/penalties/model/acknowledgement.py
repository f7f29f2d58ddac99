"""Who has signed which edition of a rule: acknowledgements, who must sign, and how far an edition is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.rulebook.model import Edition, Rule

SIGNED = (Rule.LADDER, Rule.SEVERITY, Rule.POINTS, Rule.SETTLEMENT)
"""The rules employees sign: those by which somebody pays."""

SHEET_LETTERS = {Rule.LADDER: "CF", Rule.SEVERITY: "DJ", Rule.POINTS: "JF", Rule.SETTLEMENT: "YJ"}
"""What stands for a rule in the number of its sheet, by the initials of its name: 处分, 等级, 积分, 月结."""


class SignWay(StrEnum):
    """How an edition was acknowledged. Words: phrases `sign.way.<code>`."""

    PAPER = "paper"
    SPOKEN = "spoken"


class Stage(StrEnum):
    """Where an edition stands on a day. Words: phrases `sign.stage.<code>`."""

    COMING = "coming"
    IN_FORCE = "in_force"
    PAST = "past"


@dataclass(frozen=True)
class Acknowledgement:
    """One employee's signature under one edition. `witness`: of one by word of mouth; `files`: (id, name) of scans."""

    id: UUID
    edition_id: UUID
    employee_id: UUID
    signed_on: date
    way: SignWay
    witness: str
    recorded_at: datetime
    recorded_by: str
    files: tuple[tuple[UUID, str], ...]
    revision: int


@dataclass(frozen=True)
class EditionSigned:
    """How far an edition is. `day`: the day whose staff must sign; `people` of them, `missing` of these."""

    edition: Edition
    stage: Stage
    day: date
    people: int
    missing: int

    @property
    def id(self) -> UUID:
        """The edition's."""
        return self.edition.id

    @property
    def signed(self) -> int:
        """How many of those who must have."""
        return self.people - self.missing


@dataclass(frozen=True)
class Signer:
    """One employee beside an edition. `must`: still here and meant by it; who left keeps the signature. `initials`:
    those of every reading of the name, each with a blank before it."""

    id: UUID
    number: str
    name: str
    institution_id: UUID
    institution: str
    department: str
    post: str
    must: bool
    signed: Acknowledgement | None
    initials: str = ""

    @property
    def missing(self) -> bool:
        """Whether the signature is still to come."""
        return self.must and self.signed is None


@dataclass(frozen=True)
class SheetLine:
    """A sheet that was printed to be signed."""

    id: UUID
    number: str
    issued_at: datetime
    pages: int
    check: str


@dataclass(frozen=True)
class EditionSheet:
    """Everything the page shows of one edition, of one moment."""

    state: EditionSigned
    signers: tuple[Signer, ...]
    sheets: tuple[SheetLine, ...]
    today: date


@dataclass(frozen=True)
class SignDraft:
    """What the dialog gives: many signatures of one day."""

    edition_id: UUID | None = None
    employee_ids: tuple[UUID, ...] = ()
    signed_on: date | None = None
    way: SignWay | None = None
    witness_id: UUID | None = None


@dataclass(frozen=True)
class PersonEdition:
    """An edition on the page of an employee. `signed` None: still to come where it `must`."""

    id: UUID
    rule: str
    number: int
    titles: Mapping[str, str]
    effective_from: date
    stage: Stage
    must: bool
    signed: Acknowledgement | None


@dataclass(frozen=True)
class Unsigned:
    """An edition whose signatures are missing, for the first page. `rule`: its code."""

    edition_id: UUID
    rule: str
    number: int
    effective_from: date
    missing: int
    people: int
