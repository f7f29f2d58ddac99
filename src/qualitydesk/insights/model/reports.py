"""Values of the supervisor's reports: which one of which period, her own words in it, charts put into it, scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from qualitydesk.insights.model.figures import Interval
from qualitydesk.insights.model.trends import (
    Causes,
    Closing,
    Coverage,
    Effects,
    Funnel,
    Money,
    Moves,
    OnTime,
    OverTime,
    Trend,
    TrendFilter,
    TrendName,
)


class ReportName(StrEnum):
    """The reports, in the order offered. Words: phrases `quality.name.<value>`."""

    QUARTER = "quarter"
    MONTH = "month"
    SCORE = "score"


class Version(StrEnum):
    """Who reads it. Words: phrases `quality.version.<value>`."""

    MEETING = "meeting"  # read out and handed round: nobody is named
    HR = "hr"


@dataclass(frozen=True)
class ReportWish:
    """`first`: the first day of the quarter or month; `institution_id` None: the whole group. `version` matters for
    scores only."""

    name: ReportName
    first: date
    institution_id: UUID | None = None
    version: Version = Version.HR


@dataclass(frozen=True)
class ReportWords:
    """What she writes into a report: `summary` in her words, `proposals` (quarter), changes of the way of working
    (month) or remarks (score). `id` None = nothing kept yet."""

    name: ReportName
    first: date
    institution_id: UUID | None = None
    summary: str = ""
    proposals: str = ""
    id: UUID | None = None
    revision: int = 0


@dataclass(frozen=True)
class AddedChart:
    """A chart put into the quarterly report of the quarter that begins on `first`, with a note."""

    id: UUID
    first: date
    name: TrendName
    wanted: TrendFilter
    note: str


@dataclass(frozen=True)
class Added:
    """Such a chart with its figures; `narrowed`: the words of what it was narrowed to, "" for everything."""

    chart: AddedChart
    trend: Trend
    narrowed: str = ""


@dataclass(frozen=True)
class PlaceCases:
    """Cases an institution received in the quarter and in the one before."""

    id: UUID
    words: str
    now: int
    before: int


@dataclass(frozen=True)
class QuarterFacts:
    """Figures of the quarter against the one before; `long_*`: the control charts over two years to its end.

    `places`, `cases`: institutions beside each other, in a report of the whole group only.
    """

    fails: OverTime
    complaints: OverTime
    long_fails: OverTime
    long_complaints: OverTime
    items: Causes
    subjects: Causes
    on_time: OnTime
    closing: Closing
    effects: Effects
    added: tuple[Added, ...] = ()
    places: Funnel | None = None
    cases: tuple[PlaceCases, ...] = ()


@dataclass(frozen=True)
class RoundCounts:
    """Rounds finished and those of them that followed a plan; rounds planned and not dropped."""

    finished: int = 0
    planned: int = 0
    started: int = 0


@dataclass(frozen=True)
class MonthFacts:
    """Figures of the month and of the one before, where they differ in kind."""

    rounds: RoundCounts
    rounds_before: RoundCounts
    fails: OverTime
    complaints: OverTime
    levels: tuple[tuple[int, int, int], ...]  # level (0: not graded yet), now, before
    on_time: OnTime
    closing: Closing
    money: Money
    money_before: Money
    moves: Moves
    coverage: Coverage


@dataclass(frozen=True)
class Score:
    """What was inspected of a person, department or institution and what of it passed.

    `interval`: of the share passed; `enough`: whether there are enough checks to say anything at all. `people`: how
    many it is of; `home`, `department`: where (None where it does not apply).
    """

    key: UUID
    words: str
    where: str
    inspected: int
    failed: int
    interval: Interval | None
    enough: bool
    people: int = 1
    home: UUID | None = None
    department: UUID | None = None


@dataclass(frozen=True)
class ScoreFacts:
    """Scores of all three kinds; `fewest`: checks below which nothing is said."""

    fewest: int
    employees: tuple[Score, ...]
    departments: tuple[Score, ...]
    institutions: tuple[Score, ...]
    inspected: int
    failed: int


@dataclass(frozen=True)
class ReportOffer:
    """What the page offers: institutions, and today."""

    institutions: tuple[tuple[UUID, str], ...] = ()
    today: date = field(default_factory=lambda: date(2000, 1, 1))
