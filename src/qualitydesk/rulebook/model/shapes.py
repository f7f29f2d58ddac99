"""How a rule's values are described: one description, from which reading, comparison and editors are all made.

A rule is described by parts: a `Part` is a group of fields at one place of its values, a `Rows` the same fields for
each row of a table. Everything is named by codes of phrases; nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from qualitydesk.rulebook.model import Edition


class Kind(StrEnum):
    """What a value is."""

    MONEY = "money"  # in fen
    SUMS = "sums"  # several, in fen
    WHOLE = "whole"
    PERCENT = "percent"
    NUMBERS = "numbers"  # several whole numbers, in order
    YES = "yes"
    CHOICE = "choice"
    CHOICES = "choices"
    POSTS = "posts"  # codes of posts as the directory keeps them
    TEXT = "text"
    TIME = "time"  # minutes after midnight
    KEPT = "kept"  # the program's own: neither shown nor changed


@dataclass(frozen=True)
class Field:
    """One value. `key`: its path below its part; `label`: phrase `rule.value.<label>`, its {places} filled by `says`.

    `choices` and their words: phrases `<words>.<choice>`. `unit`: phrase `rule.unit.<unit>` with {count}; `unit_of`:
    the key of the value beside it that is the unit, its words `clock.unit.<value>`. `may_lack`: it may be absent, which
    means `absent`. `single`: kept as a list of one. `none`: a phrase for an empty list that says something. `note`: a
    phrase to be read beside it.
    """

    key: str
    kind: Kind
    label: str
    says: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str | int, ...] = ()
    words: str = ""
    low: int = 0
    high: int = 10_000
    unit: str = ""
    unit_of: str = ""
    may_lack: bool = False
    absent: bool | int | tuple[str, ...] | None = None
    single: bool = False
    none: str = ""
    note: str = ""


@dataclass(frozen=True)
class Part:
    """Fields below `path` ("" = the rule's top), under the heading of the phrases `title`, each after the other."""

    path: str
    title: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Rows:
    """A table below `path`: each row has `fields`. `known`: the codes a row may have, in the order they are shown; its
    words are `<words>.<code>`. `title`: the phrase of the table's heading.

    `kept`: rows the program cannot do without.
    """

    path: str
    title: str
    fields: tuple[Field, ...]
    known: tuple[str, ...]
    words: str
    kept: tuple[str, ...] = ()


Shape = tuple[Part | Rows, ...]


@dataclass(frozen=True)
class Place:
    """Where a value stands: its full path, its field, the heading it stands under, and the path of its part or row."""

    path: str
    field: Field
    title: tuple[str, ...]
    base: str


@dataclass(frozen=True)
class Difference:
    """One value or text that differs; None: it does not stand there. `path` of a text: texts.<language>.<key>."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True)
class EditionDraft:
    """A new edition as its dialog hands it out."""

    values: Mapping[str, Any]
    texts: Mapping[str, Any]
    effective_from: date | None
    decided_by: UUID | None
    reason: str


@dataclass(frozen=True)
class EditionNote:
    """What is on record about an edition besides itself."""

    decided_by: UUID | None = None
    entered_by: UUID | None = None
    reason: str = ""
    document: str = ""


@dataclass(frozen=True)
class CalledBack:
    """An edition that was called back before its day."""

    number: int
    effective_from: date
    reason: str
    decided_by: UUID | None


@dataclass(frozen=True)
class RuleLine:
    """A rule with all its editions, oldest first, and what is on record about them."""

    rule: str
    editions: tuple[Edition, ...]
    notes: Mapping[UUID, EditionNote] = field(default_factory=dict)
    called_back: tuple[CalledBack, ...] = ()

    def in_force(self, today: date) -> Edition | None:
        """The edition that stands today."""
        return next((one for one in reversed(self.editions) if one.effective_from <= today), None)

    def waiting(self, today: date) -> Edition | None:
        """The next edition that waits for its day."""
        return next((one for one in self.editions if one.effective_from > today), None)

    @property
    def newest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None


@dataclass(frozen=True)
class Right:
    """One row of the approval matrix: who may do `act` (a phrase), by the rule named.

    `posts`: codes, () = `anybody` says who; `conditions` and `second`: phrases about who else, and about the second
    person, with their values.
    """

    key: str
    act: str
    rule: str
    posts: tuple[str, ...] = ()
    conditions: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    second: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    act_says: Mapping[str, str] = field(default_factory=dict)
