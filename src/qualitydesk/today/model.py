"""Values of the first page: what is to be done now and where it leads, and four figures with their course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Errand(StrEnum):
    """What is to be done; decides which page a row leads to. Words: phrases `today.<code>`."""

    WALK = "walk"
    PLAN = "plan"
    MEASURE = "measure"
    JUDGE = "judge"
    RECHECK = "recheck"
    EFFECT = "effect"
    PROPOSE = "propose"
    APPROVE = "approve"
    ISSUE = "issue"
    APPEAL = "appeal"
    CONSEQUENCE = "consequence"
    FOLLOWS = "follows"
    CORRECT = "correct"
    CLOCK = "clock"
    DECIDE = "decide"
    PAY = "pay"
    FOLLOW = "follow"
    OUTSIDE = "outside"
    MONTH = "month"
    REVIEW = "review"
    REQUEST = "request"
    SIGN = "sign"
    PERSON = "person"
    DUE = "due"


@dataclass(frozen=True)
class Work:
    """One thing to be done. `id` belongs to what it is about: round, plan, measure, slip, case, request or edition.

    `day`: due, planned or since when it waits; `people`: how many a round's proposals are about, or have
    not signed an edition, `of` so many; or how many rounds are due this week, `of` missed; `due_at`: the moment a
    clock runs out; `level`: a case's, 0 = none yet; `amount`: of a payment, fen; `late`: whether it should be done;
    `provisional`: `due_at` depends on days off not announced yet.
    """

    errand: Errand
    id: UUID
    number: str
    words: str
    institution: str
    day: date
    people: int = 0
    of: int = 0
    due_at: datetime | None = None
    level: int = 0
    amount: int = 0
    late: bool = False
    provisional: bool = False

    @property
    def key(self) -> tuple[str, UUID]:
        """What a row is found again by: one measure may be due in two ways."""
        return (self.errand.value, self.id)


@dataclass(frozen=True)
class WorkList:
    """The first rows of a kind of work, with how many there are of each errand and how many are late."""

    rows: tuple[Work, ...] = ()
    counts: Mapping[Errand, int] = field(default_factory=dict)
    late: int = 0

    @property
    def count(self) -> int:
        """How many there are in all, shown or not."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Month:
    """One month of a course: what was counted, and out of how many."""

    counted: int
    of: int = 0


@dataclass(frozen=True)
class Figures:
    """The four figures, each over twelve months, oldest first, the present month last.

    `cases`: open at the end of each month, `overdue` of them with a clock that has run out now; `closed`: on time, of
    those closed in it and those open beyond their closing limit at its end; `rounds`: passed of finished; `slips`: fen
    of those that stand, of how many slips.
    """

    cases: tuple[Month, ...]
    closed: tuple[Month, ...]
    rounds: tuple[Month, ...]
    slips: tuple[Month, ...]
    overdue: int = 0


class TileName(StrEnum):
    """The tiles in their order, and so the number of each one's key."""

    CASES = "cases"
    CLOSED = "closed"
    ROUNDS = "rounds"
    SLIPS = "slips"
    FAILS = "fails"
    MEASURES = "measures"
    REQUESTS = "requests"
    MEMBERS = "members"


@dataclass(frozen=True)
class Standing:
    """How many stand open: when each of twelve months ended, oldest first, and now in the last; `late` of these."""

    months: tuple[Month, ...]
    late: int = 0


@dataclass(frozen=True)
class Owed:
    """Calls and messages owed to members today, and how many contacts were made by month, oldest first."""

    calls: int
    messages: int
    months: tuple[Month, ...]


class FoundKind(StrEnum):
    """What a hit of the search is, and so where it leads. Words: phrases `found.<code>`."""

    EMPLOYEE = "employee"
    ROUND = "round"
    SLIP = "slip"
    MEASURE = "measure"
    CASE = "case"
    REQUEST = "request"
    WISH = "wish"
    CUSTOMER = "customer"
    ITEM = "item"


@dataclass(frozen=True)
class Found:
    """A hit. `key`: a row's id as text, or "pack/item"; `words`: a name (of a customer masked), a round's kind or a
    measure's task; `state`: where a round, slip or measure stands; `titles` and `pack` by language, of an item."""

    kind: FoundKind
    key: str
    number: str
    words: str
    institution: str = ""
    state: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    pack: Mapping[str, str] = field(default_factory=dict)
