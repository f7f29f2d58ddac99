"""What the ladder decides: rung, sanction, who pays what, what was counted and why, step by step in codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from qualitydesk.basics.plain import plain, revive
from qualitydesk.penalties.model.acts import ActGround
from qualitydesk.penalties.model.facts import CaseGround, Choice, Event, EventKind, Person
from qualitydesk.rulebook.model import Amount, Column, Gravity, Role, Sanction


class Reason(StrEnum):
    """Why an earlier finding does not count. Words: phrases `ladder.reason.<code>`. First match wins, in this order."""

    ITSELF = "itself"
    SAME_ROUND = "same_round"
    LEFT_OUT = "left_out"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    PARTLY = "partly"
    FIXED = "fixed"
    LATER = "later"
    OUT_OF_WINDOW = "out_of_window"
    OTHER_COLUMN = "other_column"
    OTHER_GROUP = "other_group"
    OTHER_ITEM = "other_item"
    SAME_ITEM = "same_item"
    SAME_OCCASION = "same_occasion"


class Basis(StrEnum):
    """Where a payer's sum comes from. Words: phrases `ladder.basis.<code>`."""

    LEVEL = "level"
    HIGHER = "higher"
    FIXED = "fixed"
    LOW_END = "low_end"
    ORDINARY = "ordinary"
    SERIOUS = "serious"
    SAME = "same"
    CHOSEN = "chosen"


@dataclass(frozen=True)
class Line:
    """One line of an explanation: a phrase code and language-neutral values.

    The end of a value's name says how it is worded: `_day` an ISO day, `_fen` a sum, `_fens` sums joined by plus,
    `_code` another phrase, `_text` a text by language; anything else stands as it is.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Payment:
    """What one person pays, in fen, and the sanction she gets."""

    person_id: UUID
    name: str
    role: Role
    amount: int
    sanction: Sanction
    basis: Basis


@dataclass(frozen=True)
class Told:
    """A person who is told without paying."""

    person_id: UUID
    name: str
    role: Role


@dataclass(frozen=True)
class Weighed:
    """An earlier finding with what it counts towards, or with the reason why it does not count."""

    finding_id: UUID
    round_id: UUID
    round_number: str
    day: date
    item_code: str
    title: Mapping[str, str]
    recorded_day: date
    for_second: bool = False
    for_third: bool = False
    reason: Reason | None = None


@dataclass(frozen=True)
class FindingRung:
    """A finding of the act with its rung; rung 0 = no offence. `one_with`: the finding on the same item it is one with.

    `seconds` and `thirds`: earlier occasions counted towards a second and towards a third.
    """

    finding_id: UUID
    item_code: str
    title: Mapping[str, str]
    gravity: Gravity
    rung: int
    seconds: int = 0
    thirds: int = 0
    one_with: UUID | None = None
    added: str = ""  # why it was put in by hand


@dataclass(frozen=True)
class Decision:
    """The answer for one employee: of the ladder in a round, of the level in a case; a proposal to people until
    somebody approves it. Of a case `column`, `deciding` and the round are None or "", and the rung is 0; of a
    free act `round_id` is the act's own."""

    edition_id: UUID
    edition_number: int
    effective_from: date
    employee: Person
    act_at: datetime
    act_day: date
    round_id: UUID | None
    round_number: str
    column: Column | None
    rung: int
    deciding: UUID | None
    findings: tuple[FindingRung, ...]
    sanction: Sanction
    published: bool
    office_notice: bool
    payments: tuple[Payment, ...]
    told: tuple[Told, ...]
    notes: tuple[Line, ...]
    counted: tuple[Weighed, ...]
    not_counted: tuple[Weighed, ...]
    choice: Choice
    explanation: tuple[Line, ...]
    case: CaseGround | None = None
    act: ActGround | None = None

    @property
    def event(self) -> Event:
        """The round or case it is about."""
        if self.case is not None:
            return Event(EventKind.CASE, self.case.id)
        if self.act is not None:
            return Event(EventKind.ACT, self.act.id)
        assert self.round_id is not None
        return Event(EventKind.ROUND, self.round_id)

    @property
    def event_number(self) -> str:
        """The number of that round or case; "" of a free act."""
        return self.case.number if self.case is not None else self.round_number

    @property
    def names(self) -> Mapping[str, str]:
        """The title of what decided it, by language; {} of a case."""
        return next((one.title for one in self.findings if one.finding_id == self.deciding), {})

    @property
    def total(self) -> int:
        """What is paid in all, in fen: always the sum of the payments."""
        return sum(payment.amount for payment in self.payments)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the slip's archive."""
        found: dict[str, Any] = plain(self)
        return found

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Decision:
        """The decision a slip archived."""
        return revive(cls, raw)


@dataclass(frozen=True)
class Leeway:
    """What may be chosen in place of a proposal: amounts by role, how many superiors are left out at most."""

    amounts: Mapping[Role, Amount]
    may_leave_out: int = 0
