"""The monthly settlement: what stands between the house and a person, what is taken now, and what is carried over.

Sums are signed, in fen: below nought is taken from a person, above is paid to her.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.directory.model import Person
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.slip import ApprovalWay
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.rewarding import FineIs, SettlementRule


class Cause(StrEnum):
    """What a line is about. Words: phrases `settle.cause.<code>`."""

    SLIP = "slip"
    POINTS = "points"
    FINE = "fine"
    PRAISE = "praise"
    REWARD = "reward"


class Kind(StrEnum):
    """Whether a line is new, carried over from an earlier month, or takes back what was locked."""

    NEW = "new"
    CARRIED = "carried"
    REVERSAL = "reversal"


@dataclass(frozen=True)
class Claim:
    """One cause and one person. `owed`: what it comes to as things stand today; `taken`, `waived`: in locked months.

    `key` names the cause and the person for ever; `before`: whether a locked month has a line of it.
    """

    key: str
    cause: Cause
    person_id: UUID
    number: str
    name: str
    institution_id: UUID
    institution: str
    source: str
    role: str
    day: date
    owed: int
    taken: int = 0
    waived: int = 0
    before: bool = False
    slip_id: UUID | None = None
    reward_id: UUID | None = None
    explanation: tuple[Line, ...] = ()

    @property
    def balance(self) -> int:
        """What is still open."""
        return self.owed - self.taken - self.waived

    @property
    def nature(self) -> int:
        """Its direction when nothing is taken back: -1 or 1."""
        return -1 if self.cause in (Cause.SLIP, Cause.POINTS, Cause.FINE) else 1


@dataclass(frozen=True)
class SettlementLine:
    """One line of a month. due = taken + waived + carried, always; `waived`: counted only, no money moves."""

    claim: Claim
    kind: Kind
    due: int
    taken: int
    waived: int
    explanation: tuple[Line, ...]
    capped: bool = False

    @property
    def carried(self) -> int:
        """What goes into the next month."""
        return self.due - self.taken - self.waived


@dataclass(frozen=True)
class Wage:
    """What was typed in for one person and month, in fen; None: not typed."""

    wage: int | None = None
    minimum: int | None = None


@dataclass(frozen=True)
class PersonSettled:
    """A person's month: what is taken, paid and carried over; `limit` only while wages are there."""

    person_id: UUID
    number: str
    name: str
    institution_id: UUID
    institution: str
    taken: int
    paid: int
    carried: int
    wage_known: bool = False
    limit: int | None = None


@dataclass(frozen=True)
class Check:
    """Whether the lines come to what the slips come to, both in fen, counted in two ways."""

    slips: int = 0
    slips_total: int = 0
    lines_total: int = 0

    @property
    def holds(self) -> bool:
        """Equal to the fen."""
        return self.slips_total == self.lines_total


@dataclass(frozen=True)
class Gate:
    """Whether fines may enter a deduction list: the edition, and what is still missing (phrases `settle.gate.*`)."""

    edition: Edition
    rule: SettlementRule
    missing: tuple[str, ...] = ()

    @property
    def fine_is(self) -> FineIs:
        return self.rule.fine_is

    @property
    def opens(self) -> bool:
        """Everything is recorded."""
        return not self.missing


@dataclass(frozen=True)
class Lock:
    """Who locked a month, when, and the list that was printed."""

    id: UUID
    month: date
    decided_by: str
    entered_by: str
    decided_on: date
    locked_at: datetime
    note: str
    fine_is: FineIs
    document: str
    paper_id: UUID | None


@dataclass(frozen=True)
class Older:
    """Slips that had become final before the first month settled here: told, not taken."""

    slips: int = 0
    total: int = 0


@dataclass(frozen=True)
class Settling:
    """A month as previewed or as locked (`lock`). `seal`: what was seen, so that only that is locked."""

    month: date
    lines: tuple[SettlementLine, ...]
    people: tuple[PersonSettled, ...]
    check: Check
    gate: Gate
    warnings: tuple[Line, ...] = ()
    lock: Lock | None = None
    older: Older = Older()
    seal: str = ""
    may_lock: bool = False

    @property
    def taken(self) -> int:
        """What finance is to deduct in all, ≤ 0."""
        return sum(line.taken for line in self.lines if line.taken < 0)

    @property
    def paid(self) -> int:
        """What finance is to pay in all."""
        return sum(line.taken for line in self.lines if line.taken > 0)

    @property
    def carried(self) -> int:
        """What goes into the next month."""
        return sum(line.carried for line in self.lines)


@dataclass(frozen=True)
class LockDraft:
    """Who locks a month, on which day, how it was told; the seal of what he saw."""

    decided_by: UUID | None = None
    on: date | None = None
    way: ApprovalWay | None = None
    note: str = ""
    seal: str = ""


@dataclass(frozen=True)
class Lockers:
    """Who may lock: the posts by name and the people who hold one."""

    posts: tuple[str, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True)
class WageDraft:
    """A person's wage of a month and the minimum wage of her place, in fen; None takes it away."""

    person_id: UUID | None = None
    wage: int | None = None
    minimum: int | None = None


@dataclass(frozen=True)
class FineDraft:
    """What a fine is from a day on, the adopted document, its adoption and the notice to staff."""

    fine_is: FineIs = FineIs.MONEY
    document: str = ""
    effective_from: date | None = None
    adopted_on: date | None = None
    notified_on: date | None = None


@dataclass(frozen=True)
class SlipClaim:
    """A slip's payment as the settlement reads it. `state` is the slip's word; `amount` in fen, above nought."""

    slip_id: UUID
    number: str
    state: str
    act_day: date
    issued_on: date | None
    appeal_last_day: date | None
    institution_id: UUID
    institution: str
    person_id: UUID
    person_number: str
    person: str
    employee: str
    role: str
    position: int
    amount: int
    rung: int
    reason: str = ""
    final_on: date | None = None  # as the slip itself says: acknowledged, or decided after an appeal
    left_on: date | None = None


@dataclass(frozen=True)
class Settled:
    """What locked months have taken and waived of one claim, and whose it is."""

    taken: int
    waived: int
    line: SettlementLine


Wages = Mapping[UUID, Wage]
NO_WAGES: Wages = {}
__all__ = [
    "NO_WAGES",
    "Cause",
    "Check",
    "Claim",
    "FineDraft",
    "Gate",
    "Kind",
    "Lock",
    "LockDraft",
    "Lockers",
    "Older",
    "PersonSettled",
    "Settled",
    "SettlementLine",
    "Settling",
    "SlipClaim",
    "Wage",
    "WageDraft",
    "Wages",
]
