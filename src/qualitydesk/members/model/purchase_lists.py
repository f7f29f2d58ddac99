"""A list of purchases on its way in: what its columns mean, what each row would do, what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from qualitydesk.basics.columns import ListColumn, Own, Source
from qualitydesk.basics.days import DateForm
from qualitydesk.members.model.purchases import PurchaseKind


class PurchaseField(StrEnum):
    """What a column of a list may hold. Words: phrases `purchase_list.field.<value>`."""

    NUMBER = "number"
    DAY = "day"
    AMOUNT = "amount"
    CARD = "card"
    TELEPHONE = "telephone"
    NAME = "name"
    INSTITUTION = "institution"
    KIND = "kind"
    REFUND_OF = "refund_of"
    NOTE = "note"


TRANSLATED = (PurchaseField.INSTITUTION, PurchaseField.KIND)
"""Fields whose values are the program's own: those of the list are mapped to them."""
REQUIRED = (PurchaseField.DAY, PurchaseField.AMOUNT, PurchaseField.INSTITUTION, PurchaseField.KIND)


@dataclass(frozen=True)
class PurchaseMapping:
    """What the columns of a kind of list mean. `values`: of a field the list's words to the program's own value;
    `form`: how the days are written, where they do not say so themselves."""

    sources: Mapping[PurchaseField, Source] = field(default_factory=dict)
    values: Mapping[PurchaseField, Mapping[str, str]] = field(default_factory=dict)
    form: DateForm | None = None

    def source(self, wanted: PurchaseField) -> Source:
        """Where a field comes from; an empty source when from nowhere."""
        return self.sources.get(wanted, Source())


@dataclass(frozen=True)
class PurchaseLook:
    """A file before its columns are told. `mapping`: remembered of this kind of list, else guessed from the heads;
    `remembered_at`: when it was last used; `own`: the program's values of each translated field."""

    name: str
    rows: int
    columns: tuple[ListColumn, ...]
    mapping: PurchaseMapping
    own: Mapping[PurchaseField, tuple[Own, ...]]
    remembered_at: datetime | None = None


class ListedState(StrEnum):
    """What taking over a row would do."""

    NEW = "new"
    SAME = "same"
    REFUSED = "refused"


class Found(StrEnum):
    """How a row's customer is known. Words: phrases `purchase_list.found.<value>`."""

    NEW = "new"
    CARD = "card"
    NUMBER = "number"
    TELEPHONE = "telephone"
    PURCHASE = "purchase"  # of the bill given back


@dataclass(frozen=True)
class KnownCustomer:
    """A customer as rows are matched with. `member_id`: the record her purchases count for."""

    id: UUID
    number: str
    name: str
    member_id: UUID


@dataclass(frozen=True)
class KnownPurchase:
    """A purchase on record. `left`: fen not given back yet."""

    id: UUID
    customer: KnownCustomer
    day: date
    amount: int
    left: int
    voided: bool


@dataclass(frozen=True)
class KnownTill:
    """What a list is judged against: only what it names."""

    today: date
    own: Mapping[PurchaseField, tuple[Own, ...]]
    by_card: Mapping[str, KnownCustomer]
    by_number: Mapping[str, KnownCustomer]
    by_telephone: Mapping[str, tuple[KnownCustomer, ...]]
    bills: Mapping[tuple[UUID, str], KnownPurchase]


@dataclass(frozen=True)
class NewMember:
    """Somebody a list brings. `cards`, `telephone`: "" and () where it tells none."""

    customer: KnownCustomer
    institution_id: UUID
    telephone: str


class ReadyPurchase(NamedTuple):
    """A row as it would stand among the purchases. (A tuple: there are 100,000 of them at a time.)"""

    id: UUID
    number: str
    customer: KnownCustomer
    institution_id: UUID
    day: date
    kind: PurchaseKind
    amount: int
    refund_of: UUID | None
    counted_on: date
    note: str


class ListedRow(NamedTuple):
    """One row judged, in words. `name`: number and who, masked; `amount`: fen, 0 where none could be read."""

    line: int
    state: ListedState
    name: str
    words: str
    amount: int = 0


@dataclass(frozen=True)
class PurchasePreview:
    """What a file would do: every row of it in one state, laid ready under `stage_id`. `refused`: those rows as they
    stood in the list; `members`: how many new ones."""

    stage_id: UUID
    name: str
    signature: str
    sha256: str
    mapping: PurchaseMapping
    head: tuple[str, ...]
    rows: tuple[ListedRow, ...]
    refused: tuple[tuple[str, ...], ...]
    members: int

    def count(self, state: ListedState) -> int:
        """Rows in a state."""
        return sum(row.state is state for row in self.rows)

    def sum(self, state: ListedState) -> int:
        """Fen of the rows in a state."""
        return sum(row.amount for row in self.rows if row.state is state)


@dataclass(frozen=True)
class PurchaseOutcome:
    """What was written: rows = added + there + left out. `amount`: fen added, refunds taken off."""

    rows: int
    added: int
    there: int
    left_out: int
    members: int
    amount: int
