"""An older list of complaints on its way in: what its columns mean, what each row would become, what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.columns import ListColumn, Own, Source
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.drafts import CaseDraft
from qualitydesk.complaints.model.words import Level


class ListField(StrEnum):
    """What a column of a list may hold. Words: phrases `case_list.field.<value>`."""

    NUMBER = "number"
    RECEIVED = "received"
    RECEIVED_CHECK = "received_check"
    RECEIVED_TIME = "received_time"
    INSTITUTION = "institution"
    CHANNEL = "channel"
    SUBJECT = "subject"
    NARRATIVE = "narrative"
    COMPLAINANT = "complainant"
    TELEPHONE = "telephone"
    BEHALF = "behalf"
    PATIENT = "patient"
    PLACE = "place"
    DEMAND = "demand"
    LEVEL = "level"
    STATUS = "status"
    CLOSED = "closed"
    SUMMARY = "summary"


TRANSLATED = (
    ListField.INSTITUTION, ListField.CHANNEL, ListField.SUBJECT, ListField.BEHALF, ListField.LEVEL, ListField.STATUS,
)  # fmt: skip
"""Fields whose values are the program's own: those of the list are mapped to them."""
REQUIRED = (ListField.RECEIVED, ListField.INSTITUTION, ListField.CHANNEL, ListField.NARRATIVE)
OPEN, CLOSED = "open", "closed"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class ListMapping:
    """What the columns of a kind of list mean. `values`: of a field the list's words to the program's own value (an id,
    a code; "" for none); `forms`: how the days of a column are written, where they do not say so themselves."""

    sources: Mapping[ListField, Source] = field(default_factory=dict)
    values: Mapping[ListField, Mapping[str, str]] = field(default_factory=dict)
    forms: Mapping[ListField, DateForm] = field(default_factory=dict)

    def source(self, wanted: ListField) -> Source:
        """Where a field comes from; an empty source when from nowhere."""
        return self.sources.get(wanted, Source())


@dataclass(frozen=True)
class ListLook:
    """A file before its columns are told. `mapping`: remembered of this kind of list, else guessed from the heads;
    `remembered_at`: when it was last used; `own`: the program's values of each field that has some."""

    name: str
    rows: int
    columns: tuple[ListColumn, ...]
    mapping: ListMapping
    own: Mapping[ListField, tuple[Own, ...]]
    remembered_at: datetime | None = None


class ListRowState(StrEnum):
    """What taking over a row would do."""

    NEW = "new"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class ListRow:
    """One row judged. `key`: what it is known again by; `number`: of the old list; `there`: the case it became before;
    `draft` and what follows only where it is new;
    `closing_told`: the list says on which day it was closed."""

    line: int
    key: str
    number: str
    state: ListRowState
    problems: tuple[Problem, ...] = ()
    there: str = ""
    draft: CaseDraft | None = None
    closed_at: datetime | None = None
    closing_told: bool = False
    level: Level | None = None
    summary: str = ""
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class KnownCases:
    """What a list is judged against. `taken`: key to case number, of this kind of list."""

    now: datetime
    today: date
    zone: str
    own: Mapping[ListField, tuple[Own, ...]]
    taken: Mapping[str, str]


@dataclass(frozen=True)
class ListPreview:
    """What a file would do: every row of it, each in one state. `sheet`: what was read, to be judged again."""

    name: str
    signature: str
    mapping: ListMapping
    rows: tuple[ListRow, ...]
    head: tuple[str, ...] = ()
    sha256: str = ""
    sheet: object = field(default=None, compare=False, repr=False)

    def of(self, state: ListRowState) -> tuple[ListRow, ...]:
        """The rows in a state."""
        return tuple(row for row in self.rows if row.state is state)


@dataclass(frozen=True)
class ListOutcome:
    """What was written: rows = added + there + left out."""

    rows: int
    added: int
    there: int
    left_out: int
    list_id: UUID
