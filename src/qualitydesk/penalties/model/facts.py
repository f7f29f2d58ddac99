"""What the ladder hears: the act, everything found on this employee before, the line of that day, and a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.rulebook.model import Gravity, Role, Sanction


class EventKind(StrEnum):
    """What a slip is about."""

    ROUND = "round"
    CASE = "case"
    ACT = "act"


@dataclass(frozen=True)
class Event:
    """The round, case or free act in which somebody did what a slip is about: one event is sanctioned once."""

    kind: EventKind
    id: UUID


class Standing(StrEnum):
    """Whether an earlier finding is heard.

    DISPUTED: successfully; CORRECTED: the answer was put right later; WITHDRAWN: the slip it was on was withdrawn.
    """

    COUNTS = "counts"
    LEFT_OUT = "left_out"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Person:
    """Who is meant; the name as of that day, because the decision is archived with it."""

    id: UUID
    name: str


@dataclass(frozen=True)
class FindingFact:
    """One failed item of the act. `title` by language; `partly` = only partly met; `fixed` = fixed on the spot."""

    finding_id: UUID
    item_code: str
    group: str
    gravity: Gravity
    title: Mapping[str, str]
    partly: bool = False
    fixed: bool = False
    added: str = ""  # why it was put in by hand; "" = the round found it


@dataclass(frozen=True)
class AddedAct:
    """An act of the round that no finding tells of, put on the slip by hand. `seen`: the note of the round.

    It is as complete as a finding, since nothing but the slip keeps it: later acts are weighed against it, too.
    """

    finding_id: UUID
    item_code: str
    group: str
    gravity: Gravity
    title: Mapping[str, str]
    at: datetime
    reason: str
    seen: str = ""


@dataclass(frozen=True)
class SetAside:
    """A finding of the act that is not heard, with the reason somebody gave."""

    item_code: str
    title: Mapping[str, str]
    standing: Standing
    reason: str


@dataclass(frozen=True)
class Act:
    """What one employee failed in one round. `at`: the moment of the first of its findings, aware."""

    employee: Person
    at: datetime
    round_id: UUID
    round_number: str
    round_kind: str
    findings: tuple[FindingFact, ...]
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class EarlierOffence:
    """One finding on this employee in any round, wherever she then worked. `at`: found, `recorded_at`: typed.

    `slip_issued`: whether she has been told by a slip.
    """

    finding_id: UUID
    at: datetime
    round_id: UUID
    round_number: str
    round_kind: str
    item_code: str
    group: str
    title: Mapping[str, str]
    recorded_at: datetime
    standing: Standing = Standing.COUNTS
    partly: bool = False
    fixed: bool = False
    slip_issued: bool = True


@dataclass(frozen=True)
class Superiors:
    """The line on the day of the act (not of today): None where nobody is on record."""

    superior: Person | None = None
    head: Person | None = None


class Blame(StrEnum):
    """How far somebody of the line answers for the act where the rule leaves a range. Words: phrases `blame.<code>`."""

    MINOR = "minor"
    MAIN = "main"
    FULL = "full"


@dataclass(frozen=True)
class Choice:
    """What the supervisor chose in place of the proposal. `amounts` in fen; each kind of choice needs its reason.

    `blame`: the responsibility found of each payer; `other_act`: why it is another act than what points were
    deducted for that day, or what she was sanctioned for near it.
    """

    amounts: Mapping[Role, int] = field(default_factory=dict)
    amount_reason: str = ""
    leave_out: frozenset[Role] = frozenset()
    leave_out_reason: str = ""
    added: tuple[AddedAct, ...] = ()
    blame: Mapping[Role, Blame] = field(default_factory=dict)
    other_act: str = ""


@dataclass(frozen=True)
class SlipPast:
    """What the slips on one employee tell the ladder: their states by round, and the acts they alone keep."""

    states: Mapping[UUID, frozenset[str]] = field(default_factory=dict)
    added: tuple[EarlierOffence, ...] = ()


@dataclass(frozen=True)
class CaseGround:
    """The case a slip is about, as it was told then. `level` None: it never got one. `criterion`: what decided the
    level; `subjects`: codes; `responsibility`: main or partly; `complainant` masked."""

    id: UUID
    number: str
    received_day: date
    level: int | None
    criterion: str
    responsibility: str
    words: str
    subjects: tuple[str, ...]
    complainant: str
    narrative: str
    finding: str


@dataclass(frozen=True)
class Due:
    """What the level proposes for one payer. `fen` is what is proposed, chosen from `low` to `high`; `higher`: a
    responsible person who is a superior, too, pays that sum."""

    person: Person
    role: Role
    low: int
    high: int
    sanction: Sanction
    higher: bool = False


@dataclass(frozen=True)
class Elsewhere:
    """A superior who pays nothing by this slip. `why`: slip (another slip of this case), hand (recorded without one),
    own (responsible herself, pays by her own slip), other (goes with another responsible person), left_out (there)."""

    person: Person
    role: Role
    why: str
    told: str = ""


@dataclass(frozen=True)
class CaseFacts:
    """Everything `rules.decide_on_case` looks at besides the choice. `superiors`: the line on the day of the act."""

    employee: Person
    act_at: datetime
    act_day: date
    ground: CaseGround
    own: Due
    above: tuple[Due, ...]
    elsewhere: tuple[Elsewhere, ...]
    superiors: Superiors
    may_leave_out: int
    edition_id: UUID
    edition_number: int
    effective_from: date
    titles: Mapping[str, str]


@dataclass(frozen=True)
class LadderFacts:
    """Everything `rules.decide` looks at besides the rule. `earlier` in any order; it may contain the act's own."""

    act: Act
    earlier: tuple[EarlierOffence, ...] = ()
    superiors: Superiors = Superiors()
    choice: Choice = field(default_factory=Choice)
    zone: str = DEFAULT_ZONE

    @property
    def act_day(self) -> date:
        """The calendar day of the act in the group's zone; the rulebook's edition of that day decides."""
        return local_day(self.act.at, self.zone)
