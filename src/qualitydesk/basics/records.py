"""The history of a record in words: how each feature declares what the audit keeps of it, and a line as it is shown.

A feature names its verbs and fields; whatever it does not name is left out rather than shown raw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """How a kept value is said."""

    WORDS = "words"
    CODE = "code"
    CODES = "codes"  # several, joined by commas
    YES = "yes"
    DAY = "day"
    MOMENT = "moment"
    MONEY = "money"
    SUMS = "sums"
    FILES = "files"
    ROWS = "rows"
    EMPLOYEE = "employee"
    INSTITUTION = "institution"
    DEPARTMENT = "department"
    POST = "post"
    NAME = "name"  # of a patient or complainant: masked
    TELEPHONE = "telephone"  # likewise
    SECRET = "secret"  # what is sensitive about a customer: hidden whole; a number is a sum


@dataclass(frozen=True)
class Field:
    """One field of the audit. `key`: its name there, a dot for one within another; its words: `record.field.<title>`.

    `codes`: where a code's words stand (`codes.<code>`); `says`: phrases of codes that stand elsewhere. `was`: other
    names of what stood before: among what stood before, or, with a leading ">", among what was written. `parts`: the
    cells of a row, None left out. `verbs`: told only of these, () = of all.
    """

    key: str
    kind: Kind = Kind.WORDS
    title: str = ""
    codes: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    was: Sequence[str] = ()
    parts: Sequence[Field | None] = ()
    verbs: Sequence[str] = ()

    @property
    def phrase(self) -> str:
        return f"record.field.{self.title or self.key.rpartition('.')[2]}"


@dataclass(frozen=True)
class Subject:
    """A kind of record: its name in the audit, phrases of its verbs, its fields in the order they are told."""

    name: str
    verbs: Mapping[str, str]
    fields: Sequence[Field]


@dataclass(frozen=True)
class Told:
    """One field of a line: what stood there and what was written, "" = nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordLine:
    """One entry in words. `at` on the group's wall clock; `typed`: who entered it, "" = whoever decided."""

    seq: int
    at: datetime
    what: str
    decided: str
    typed: str
    told: tuple[Told, ...]
    erased: bool = False
