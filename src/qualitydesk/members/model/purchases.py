"""Values of purchases: what a customer paid and got back, when, where, for what, and for whom and which day it counts.

Amounts are fen. A refund is a purchase of a negative amount; linked to its purchase it counts on that one's day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.directory.model import Sex


class PurchaseKind(StrEnum):
    """What was paid for. Words: phrases `purchase_kind.<value>`."""

    TREATMENT = "treatment"
    EXAMINATION = "examination"
    MEDICINE = "medicine"
    GOODS = "goods"
    ANNUAL_FEE = "annual_fee"
    PREPAYMENT = "prepayment"
    OTHER = "other"


class PurchaseState(StrEnum):
    """What the list is narrowed to. Words: phrases `purchase_state.<value>`."""

    PAID = "paid"
    REFUND = "refund"
    VOIDED = "voided"


@dataclass(frozen=True)
class PurchaseDraft:
    """What the dialog hands over. `id` None: a new one; `revision`: as seen when the dialog opened.

    `amount`: fen, above zero, of a refund, too (`refund` says which it is). `number`: the bill's own, once for an
    institution; "" takes one. `refund_of`: the purchase given back, with `reason` where more than is left of it is.
    """

    customer_id: UUID | None = None
    institution_id: UUID | None = None
    day: date | None = None
    kind: PurchaseKind | None = None
    amount: int | None = None
    number: str = ""
    note: str = ""
    refund: bool = False
    refund_of: UUID | None = None
    reason: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class PurchaseLine:
    """A purchase or refund as a row, its customer masked.

    `amount`: fen, negative when given back; `counts`: the same, 0 when voided. `refund_number`: of the bill given back;
    `refunded`: fen given back of this one so far. `member_id`: the record it counts for.
    """

    id: UUID
    number: str
    customer_id: UUID
    member_id: UUID
    called: str
    customer_number: str
    institution_id: UUID
    institution: str
    day: date
    kind: PurchaseKind
    amount: int
    counts: int
    counted_on: date
    refund_of: UUID | None
    refund_number: str
    refunded: int
    voided_at: datetime | None
    voided_why: str
    note: str
    recorded_at: datetime
    recorded_by: str
    revision: int

    @property
    def left(self) -> int:
        """Fen of a purchase that were not given back."""
        return max(0, self.amount - self.refunded)

    @property
    def refund(self) -> bool:
        """Money given back."""
        return self.amount < 0

    @property
    def state(self) -> PurchaseState:
        """Where it stands."""
        if self.voided_at is not None:
            return PurchaseState.VOIDED
        return PurchaseState.REFUND if self.refund else PurchaseState.PAID


@dataclass(frozen=True)
class PurchaseFilter:
    """What the list shows; empty = no restriction. `text`: a bill's number, or whatever finds a customer; days are of
    the business, both included; `state` None: all but the voided."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    institution_id: UUID | None = None
    kind: PurchaseKind | None = None
    state: PurchaseState | None = None
    customer_id: UUID | None = None


@dataclass(frozen=True)
class PurchaseTotal:
    """What `PurchaseFilter` finds: how many, and fen paid and given back (as a positive sum)."""

    count: int
    paid: int
    refunded: int

    @property
    def net(self) -> int:
        """Fen that stayed."""
        return self.paid - self.refunded


@dataclass(frozen=True)
class WholeMember:
    """A customer with all she ever bought, as another program or the sample has her. `telephones`: as kept; `bills`:
    with ids, numbers and institutions, sound already; a refund stands behind the purchase it is linked to."""

    name: str
    sex: Sex | None
    telephones: tuple[str, ...]
    institution_id: UUID
    note: str
    added_at: datetime
    bills: tuple[PurchaseDraft, ...]
