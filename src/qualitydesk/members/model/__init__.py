"""Values of customers (顾客): who is served, how she is reached, what staff must know at the desk.

A `CustomerLine` is masked and may stand on any screen; a `Customer` says everything and is for services, papers and
for who unmasked it with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.masking import HIDDEN, masked, masked_telephone
from qualitydesk.directory.model import Sex


@dataclass(frozen=True)
class CustomerDraft:
    """What the dialog hands over. `id` None: a new customer; `revision`: as seen when the dialog opened.

    `sex` None: not known. `telephones`: as typed, the first is the one to call; empty lines are left out.
    `institution_id`: where the customer is at home.
    """

    name: str = ""
    sex: Sex | None = None
    telephones: tuple[str, ...] = ()
    institution_id: UUID | None = None
    note: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class CustomerLine:
    """A customer as a row: masked. `called` 王**, `telephone` 138****1234 or "". `flagged`: staff are to take care.
    `tier`: the one held, "" for who bought nothing; `rank`: what the list is sorted by then."""

    id: UUID
    number: str
    called: str
    telephone: str
    sex: Sex | None
    institution_id: UUID
    institution: str
    flagged: bool
    revision: int
    tier: str = ""
    rank: int = -1


@dataclass(frozen=True)
class Flag:
    """A mark all staff see, with its reason; lifted when `lifted_at` is set. `set_by`, `lifted_by`: who decided."""

    reason: str
    set_at: datetime
    set_by: str
    lifted_at: datetime | None = None
    lifted_by: str = ""
    lifted_why: str = ""


class LimitKind(StrEnum):
    """How far a person's own wish goes; words `limit.<code>`."""

    RESTRICTED = "restricted"  # kept while the law wants it, shown by its number alone
    ERASED = "erased"  # number and sums are left


@dataclass(frozen=True)
class Limit:
    """Since when, by whom, why; `until`: the day the law no longer wants the record kept."""

    kind: LimitKind
    since: datetime
    set_by: str
    why: str
    until: date | None = None


@dataclass(frozen=True)
class Customer:
    """A customer in full, unmasked. `telephones`: as kept (rules.telephone), the one to call first.

    `flag`: the one in force, of this record or one merged into it; `flags`: all of them, newest first.
    `limit`: she wished to be shown nowhere, or erased.
    `merged`: records found to be the same person and linked here; `merged_into`: where this one is linked to.
    """

    id: UUID
    number: str
    name: str
    sex: Sex | None
    telephones: tuple[str, ...]
    institution_id: UUID
    institution: str
    note: str
    added_at: datetime
    revision: int
    flags: tuple[Flag, ...] = ()
    merged: tuple[CustomerLine, ...] = ()
    merged_into: CustomerLine | None = None
    limit: Limit | None = None

    @property
    def flag(self) -> Flag | None:
        """The mark in force."""
        return next((flag for flag in self.flags if flag.lifted_at is None), None)

    @property
    def line(self) -> CustomerLine:
        """The same, masked."""
        telephone = masked_telephone(self.telephones[0]) if self.telephones and not self.limit else ""
        return CustomerLine(
            self.id, self.number, HIDDEN if self.limit else masked(self.name), telephone,
            self.sex, self.institution_id, self.institution, self.flag is not None, self.revision,
        )  # fmt: skip

    @property
    def masked(self) -> Customer:
        """The same with name and telephones hidden, for a screen nobody asked to see in full; of one under a limit only
        the number is left."""
        if self.limit is not None:
            return replace(self, name=HIDDEN, telephones=(), sex=None, note="", flags=())
        hidden = tuple(masked_telephone(one) for one in self.telephones)
        return replace(self, name=masked(self.name), telephones=hidden)


@dataclass(frozen=True)
class Comparison:
    """Two records that may be one person, masked, and what of them is the same behind the masks.

    `same_name`: the names are the same or sound alike; `shared`: how many telephones stand on both; `tiers`: codes.
    """

    kept: Customer
    other: Customer
    equal_name: bool
    same_name: bool
    shared: int
    tiers: tuple[str, str]

    @property
    def doubtful(self) -> bool:
        """Nothing speaks for one person: neither name nor telephone."""
        return not self.same_name and not self.shared


class Likeness(StrEnum):
    """Why a known customer may be the one just being entered, the surest first."""

    TELEPHONE = "telephone"
    PERSON = "person"  # same name, sex and institution
    NAME = "name"  # same name, or one that sounds or is spelled alike


@dataclass(frozen=True)
class LikelyDuplicate:
    """A known customer who may be the same person, and why."""

    line: CustomerLine
    why: Likeness


@dataclass(frozen=True)
class CustomerFilter:
    """What the list of customers shows; empty = no restriction. `text` as typed into the search."""

    text: str = ""
    institution_id: UUID | None = None
    flagged: bool = False


@dataclass(frozen=True)
class Typed:
    """A typed text as the search takes it (rules.typed): what it may be; "" where it is no such thing.

    `words`: small letters, blanks single; `initials`: Latin letters only; `digits`: of a telephone; `number`: a
    customer's.
    """

    words: str = ""
    initials: str = ""
    digits: str = ""
    number: str = ""


@dataclass(frozen=True)
class Known:
    """What likeness is judged by, of a customer on record."""

    id: UUID
    name: str
    sex: Sex | None
    institution_id: UUID
