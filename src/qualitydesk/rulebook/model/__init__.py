"""The rulebook's values: an edition as it is kept, and the typed views the deciding rules read it through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any
from uuid import UUID


class Rule(StrEnum):
    """The rules that ship; each is a file resources/rulebook/<rule>.toml."""

    LADDER = "ladder"
    SCORE = "score"
    APPEAL = "appeal"
    APPROVAL = "approval"
    LEADING = "leading"
    MEASURES = "measures"
    DISPUTES = "disputes"
    STEPS = "steps"
    SEVERITY = "severity"
    CLOCKS = "clocks"
    CASE_MONTH = "case_month"
    POINTS = "points"
    REWARDS = "rewards"
    SETTLEMENT = "settlement"
    TIERS = "tiers"
    BENEFITS = "benefits"
    MEMBER_POINTS = "member_points"
    CONTACTS = "contacts"
    INSPECTION_PLAN = "inspection_plan"


@dataclass(frozen=True)
class Edition:
    """One edition of a rule as adopted: never edited, only followed by a later one.

    `values` and `texts` are plain JSON (money in fen); `ours` names the value paths where the source is silent or
    illegible and the figure is our choice; adopted_on and notified_on are facts about the edition (staff consulted,
    staff told), not part of it.
    """

    id: UUID
    rule: str
    number: int
    effective_from: date
    values: Mapping[str, Any]
    texts: Mapping[str, Any]
    ours: tuple[str, ...]
    created_at: datetime
    adopted_on: date | None = None
    notified_on: date | None = None
    revision: int = 1

    def is_ours(self, path: str) -> bool:
        """Whether the value at `path`, or a branch above it, carries the [ours] mark."""
        return any(path == mark or path.startswith(f"{mark}.") for mark in self.ours)


ROUND_KINDS = ("patrol", "self_check", "quality_check", "mystery", "group_round")
"""Every kind of round must have its column; these are the codes of `inspections`, which stands above."""


class Column(StrEnum):
    """The two columns of the ladder, counted apart unless joined."""

    OWN_CHECKS = "own_checks"
    GROUP_ROUNDS = "group_rounds"


class Counts(StrEnum):
    """What an earlier offence must share to count: the same group of items, or the very item."""

    GROUP = "group"
    ITEM = "item"


class SameRound(StrEnum):
    """Whether several items failed in one round are one occasion, or each counts against the others."""

    ONE = "one"
    EACH = "each"


class Role(StrEnum):
    """In which role a person pays or is told."""

    EMPLOYEE = "employee"
    SUPERIOR = "superior"
    HEAD = "head"


class Gravity(StrEnum):
    """How grave a failed item is; picks between 50 and 100."""

    ORDINARY = "ordinary"
    SERIOUS = "serious"


class Sanction(StrEnum):
    """What is imposed. Words: phrases `sanction.<code>`."""

    WARNING_ORAL_WRITTEN = "warning_oral_written"
    FINE = "fine"
    FINE_UNDER_OBSERVATION = "fine_under_observation"
    PUBLISHED_CRITICISM = "published_criticism"
    FINE_PUBLISHED = "fine_published"
    DISMISSAL_PROPOSAL = "dismissal_proposal"
    WRITTEN_WARNING = "written_warning"
    MINOR_DEMERIT = "minor_demerit"
    MAJOR_DEMERIT = "major_demerit"
    SUSPENSION_PROPOSAL = "suspension_proposal"


class Share(StrEnum):
    """How a payer's amount is found: an own one within the range, or the same as the employee's."""

    OWN = "own"
    SAME = "same"


@dataclass(frozen=True)
class Amount:
    """A sum or range in fen. `choices` empty: any sum from low to high in steps; by_gravity: what is proposed."""

    low: int
    high: int
    step: int = 100
    choices: tuple[int, ...] = ()
    by_gravity: Mapping[Gravity, int] = field(default_factory=dict)

    def proposed(self, gravity: Gravity) -> int:
        """The sum proposed unless somebody chooses: by gravity where the rule says so, else the low end."""
        return self.by_gravity.get(gravity, self.low)

    def allows(self, fen: int) -> bool:
        """Whether `fen` may be chosen."""
        if self.choices:
            return fen in self.choices
        return self.low <= fen <= self.high and (fen - self.low) % self.step == 0


@dataclass(frozen=True)
class RungRule:
    """One rung of one column: what the employee gets, who pays with her, who is told.

    `superiors_sanction` is what a paying superior gets; `may_leave_out` how many superiors may be left out with a
    reason; amount None means no money.
    """

    number: int
    sanction: Sanction
    superiors_sanction: Sanction | None = None
    amount: Amount | None = None
    payers: Mapping[Role, Share] = field(default_factory=dict)
    told: tuple[Role, ...] = ()
    published: bool = False
    office_notice: bool = False
    may_leave_out: int = 0


@dataclass(frozen=True)
class Counting:
    """How earlier offences are counted."""

    look_back_months: int
    second_counts: Counts
    third_counts: Counts
    join_columns: bool
    same_round: SameRound
    partly: bool
    fixed_on_the_spot: bool


@dataclass(frozen=True)
class LadderRule:
    """The ladder: counting, which round kind uses which column, and three rungs a column."""

    counting: Counting
    kinds: Mapping[str, Column]
    columns: Mapping[Column, tuple[RungRule, RungRule, RungRule]]

    def rung(self, column: Column, number: int) -> RungRule:
        """The rule of rung 1, 2 or 3."""
        return self.columns[column][number - 1]


@dataclass(frozen=True)
class LadderEdition:
    """A ladder with the edition it comes from, as `penalties.rules.decide` takes it."""

    id: UUID
    number: int
    effective_from: date
    ladder: LadderRule
    titles: Mapping[str, str]


@dataclass(frozen=True)
class ScoreRule:
    """How a round is scored. Percentages are whole numbers; a 0-5 answer below `finding_below` is a finding."""

    pass_mark_percent: int
    partly_percent: int
    finding_below: int
    critical_fails: bool

    @property
    def partly(self) -> Fraction:
        """The value of a partly met item, 0 to 1."""
        return Fraction(self.partly_percent, 100)

    @property
    def pass_mark(self) -> Fraction:
        """The score from which a round passes, 0 to 1."""
        return Fraction(self.pass_mark_percent, 100)


class Party(StrEnum):
    """Who has a part in a slip and may be barred from deciding on it, in the order they come in. Words: phrases
    `rule.party.<code>`."""

    EMPLOYEE = "employee"
    PAYER = "payer"
    DRAFTER = "drafter"
    APPROVER = "approver"
    ISSUER = "issuer"


@dataclass(frozen=True)
class AppealRule:
    """How many calendar days after issue a slip may be appealed; the day of issue is not counted.

    `posts`: whose holders decide on appeals; `not_by`: who may not though she holds one, besides whoever pays;
    `decide_days`: calendar days after the appeal within which it is to be decided.
    """

    days: int
    posts: tuple[str, ...] = ("gm",)
    not_by: tuple[Party, ...] = (Party.DRAFTER, Party.ISSUER)
    decide_days: int = 7


class SlipAct(StrEnum):
    """What the rule on approval says who may do. ANSWER: record a signature or its refusal; JUDGE: decide an appeal."""

    PROPOSE = "propose"
    APPROVE = "approve"
    ISSUE = "issue"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    LEAVE_OUT = "leave_out"
    JUDGE = "judge"


AS_EVER: Mapping[SlipAct, tuple[Party, ...]] = {
    **dict.fromkeys(SlipAct, (Party.EMPLOYEE,)),
    SlipAct.APPROVE: (Party.EMPLOYEE, Party.DRAFTER),
    SlipAct.JUDGE: (Party.EMPLOYEE, Party.PAYER),
}
"""Who may not do what where an edition is silent: made before the rule said so."""


@dataclass(frozen=True)
class ApprovalRule:
    """Who may decide what of a slip.

    `posts`: the codes of the posts whose holders may approve; `posts_of`: likewise of other acts, none named: anybody;
    `not_by`: who may not, though she could otherwise; `publish_second`: a rule's new edition is decided on by somebody
    else than whoever writes it.
    """

    posts: tuple[str, ...]
    posts_of: Mapping[SlipAct, tuple[str, ...]] = field(default_factory=dict)
    not_by: Mapping[SlipAct, tuple[Party, ...]] = field(default_factory=lambda: AS_EVER)
    publish_second: bool = False


@dataclass(frozen=True)
class LeadRule:
    """Who may lead one kind of round: holders of `posts`; of `beijing_posts`, at an institution in Beijing.

    `own_institution`: only at the institution inspected; `delegate`: whoever they send may, too; `visitor`: nobody of
    the house, a visitor from outside.
    """

    posts: tuple[str, ...] = ()
    beijing_posts: tuple[str, ...] = ()
    own_institution: bool = False
    delegate: bool = False
    visitor: bool = False


@dataclass(frozen=True)
class LeadingRule:
    """Who may lead, by kind of round."""

    kinds: Mapping[str, LeadRule]


@dataclass(frozen=True)
class MeasureRule:
    """Calendar days proposed: from setting a measure to its due date by urgency, from closing to its two checks."""

    due_ordinary: int
    due_urgent: int
    due_at_once: int
    recheck: int
    effect: int


@dataclass(frozen=True)
class DisputeRule:
    """The codes of the posts whose holders decide on disputes, and the calendar days proposed for the answer."""

    deciding_posts: tuple[str, ...]
    answer: int


@dataclass(frozen=True)
class CaseMonthRule:
    """Days of the next month: the sheet of a month's complaints is ready by the one, reviewed before the other."""

    ready_day: int
    review_before_day: int
