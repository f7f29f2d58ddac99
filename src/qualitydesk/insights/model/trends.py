"""Values of trends: what is asked, each chart's figures, marks that a person puts on a chart, saved views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import months_before
from qualitydesk.insights.model.charts import ChartChoice, ChartPoint, ChartVerdict, ControlChart
from qualitydesk.insights.model.figures import FunnelLimit, Interval, TimeToClose


class TrendName(StrEnum):
    """The charts, in the order of the list. Words: phrases `trend.name.<value>`."""

    FAILS = "fails"
    COMPLAINTS = "complaints"
    ITEMS = "items"
    SUBJECTS = "subjects"
    ITEM_DEPARTMENT = "item_department"
    INSTITUTION_ITEM = "institution_item"
    FUNNEL = "funnel"
    EFFECTS = "effects"
    ON_TIME = "on_time"
    CLOSING = "closing"
    MONEY = "money"
    TIERS = "tiers"
    COVERAGE = "coverage"


class Span(StrEnum):
    """How long a point of a chart over time is."""

    MONTH = "month"
    WEEK = "week"


class Against(StrEnum):
    """What the period is compared with."""

    BEFORE = "before"  # as long a period, just before
    YEAR = "year"  # the same days a year earlier


@dataclass(frozen=True)
class TrendFilter:
    """What is asked: days, both included; empty tuples = no restriction. `kinds` of rounds, `levels` 1 to 5.

    Departments and items narrow inspections only, levels complaints only. `items`: codes of items, or keys of what
    holds several of them, as `TrendOffer.items` has them.
    """

    first: date
    last: date
    span: Span = Span.MONTH
    against: Against = Against.BEFORE
    institutions: tuple[UUID, ...] = ()
    departments: tuple[UUID, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def before(self) -> tuple[date, date]:
        """First and last day of the period compared with."""
        if self.against is Against.YEAR:
            return months_before(self.first, 12), months_before(self.last, 12)
        if self.first.day == 1 and (self.last + timedelta(days=1)).day == 1:  # whole months: as many before
            count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
            return months_before(self.first, count), self.first - timedelta(days=1)
        return self.first - timedelta(days=self.days), self.first - timedelta(days=1)


class MarkKind(StrEnum):
    """What a person puts on a chart. Words: phrases `trend.mark.<value>`."""

    NOTE = "note"  # something happened: training, a new uniform
    PHASE = "phase"  # from here on another process, with limits of its own, for a named cause
    EXCLUDED = "excluded"  # points left out of the limits, for a named cause; they stay in sight
    BASELINE = "baseline"  # these points alone set the limits, frozen


@dataclass(frozen=True)
class Mark:
    """A mark on a chart (`chart` "" = on all over time) of an institution (None: the whole group)."""

    id: UUID
    kind: MarkKind
    chart: str
    institution_id: UUID | None
    first: date
    last: date
    words: str
    maker: str = ""


@dataclass(frozen=True)
class SavedView:
    """A filter and the chart shown, kept under a name; `wanted` as plain values."""

    id: UUID
    name: str
    wanted: Mapping[str, Any]


class Unit(StrEnum):
    """What a point counts. Words: phrases `trend.unit.<value>`."""

    SHARE = "share"  # failed of inspected
    THOUSAND = "thousand"  # complaints per 1,000 visitors
    COUNT = "count"  # complaints of a month or week


@dataclass(frozen=True)
class OverTime:
    """A control chart over time: a chart for each phase, one after another. `choice` with its reason.

    `firsts`: of each point the first day. `change`: against the period before, in shares, or times as often.
    `total`, `total_before`: (events, units). `left_out`: points without a size, which are not drawn.
    """

    name: TrendName
    unit: Unit
    span: Span
    firsts: tuple[date, ...]
    phases: tuple[ControlChart, ...]
    choice: ChartChoice
    verdict: ChartVerdict
    marks: tuple[Mark, ...] = ()
    total: tuple[int, float] = (0, 0.0)
    total_before: tuple[int, float] = (0, 0.0)
    change: Interval | None = None
    compared: bool = True  # whether there are records of the period compared with

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """All points, phase after phase."""
        return tuple(point for phase in self.phases for point in phase.points)

    @property
    def centers(self) -> tuple[float | None, ...]:
        """The middle line at each point."""
        return tuple(phase.center for phase in self.phases for _ in phase.points)


@dataclass(frozen=True)
class Cause:
    """A row of a Pareto with the period before. `change`: of the share (items) or times as often (subjects)."""

    code: str
    words: str
    count: int
    percent: float
    cumulated_percent: float
    vital: bool
    size: float
    before: int
    before_size: float
    change: Interval | None


@dataclass(frozen=True)
class Causes:
    """A Pareto. `size`: what was inspected, or days of the period."""

    name: TrendName
    rows: tuple[Cause, ...]
    count: int
    size: float
    before: int
    kinds: int  # so many different ones there are, also those that stand together at the end


@dataclass(frozen=True)
class Axis:
    """A row or column of a heat map."""

    key: str
    words: str


@dataclass(frozen=True)
class HeatMap:
    """Shares of failed by row and column: `cells` (row, column) → (inspected, failed)."""

    name: TrendName
    rows: tuple[Axis, ...]
    columns: tuple[Axis, ...]
    cells: Mapping[tuple[str, str], tuple[int, int]]
    inspected: int = 0
    failed: int = 0


class Standing(StrEnum):
    """Where an institution lies in the funnel. Words: phrases `trend.standing.<value>`."""

    INSIDE = "inside"
    HIGH = "high"  # above the 95 % limit
    VERY_HIGH = "very_high"  # above the 99.8 % limit
    LOW = "low"
    VERY_LOW = "very_low"


@dataclass(frozen=True)
class Place:
    """An institution in the funnel."""

    id: UUID
    words: str
    failed: int
    inspected: int
    interval: Interval
    standing: Standing


@dataclass(frozen=True)
class Funnel:
    """Institutions against limits that narrow with what was inspected. `share`: of all."""

    name: TrendName
    share: float
    places: tuple[Place, ...]
    limits: tuple[FunnelLimit, ...]
    inspected: int
    failed: int


@dataclass(frozen=True)
class Kept:
    """Clocks of one code: kept in time, of all that ended or are overdue."""

    code: str
    kept: int
    all: int
    interval: Interval
    before: Interval | None


@dataclass(frozen=True)
class OnTime:
    name: TrendName
    rows: tuple[Kept, ...]


@dataclass(frozen=True)
class Closing:
    """Days to close: now and in the period before."""

    name: TrendName
    now: TimeToClose
    before: TimeToClose


@dataclass(frozen=True)
class Month:
    """Fines (fen) and slips issued, staff points given and taken, of a month."""

    first: date
    slips: int
    fines: int
    plus: int
    minus: int


@dataclass(frozen=True)
class Money:
    name: TrendName
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Moves:
    """Tiers moved up and down by month."""

    name: TrendName
    months: tuple[tuple[date, int, int], ...]


@dataclass(frozen=True)
class Seen:
    """Who or what was inspected last when; None: never. `kind` person or item."""

    kind: str
    key: str
    words: str
    where: str
    last: date | None
    days: int | None


@dataclass(frozen=True)
class Coverage:
    """Those not seen for longest first; `late`: longer ago than `limit` days or never."""

    name: TrendName
    rows: tuple[Seen, ...]
    people: int
    late: int
    limit: int = 30


class EffectWord(StrEnum):
    """What became of it. Words: phrases `trend.effect.<value>`."""

    BETTER = "better"
    WORSE = "worse"
    OPEN = "open"  # the interval holds nought: nothing can be said yet
    NOTHING = "nothing"  # nothing was inspected before or after


@dataclass(frozen=True)
class Around:
    """The days before and after a note that were compared, both included, and where; no institution: everywhere."""

    first: date
    last: date
    institution_id: UUID | None


@dataclass(frozen=True)
class Effect:
    """Failed before and after a measure or a note, each (failed, inspected), `weeks` whole weeks on either side."""

    key: str
    words: str
    day: date
    where: str
    before: tuple[int, int]
    after: tuple[int, int]
    weeks: int
    change: Interval | None
    word: EffectWord
    around: Around | None = None  # of a note, which has no page of its own


@dataclass(frozen=True)
class Effects:
    name: TrendName
    rows: tuple[Effect, ...]


Trend = OverTime | Causes | HeatMap | Funnel | OnTime | Closing | Money | Moves | Coverage | Effects


@dataclass(frozen=True)
class TrendOffer:
    """What the filters offer: (key, words). `items`: packs, their sections and items, (key, words, of which pack)."""

    institutions: tuple[tuple[UUID, str], ...] = ()
    departments: tuple[tuple[UUID, UUID, str], ...] = ()  # id, institution, name
    items: tuple[tuple[str, str, str], ...] = ()
    views: tuple[SavedView, ...] = ()
    today: date = field(default_factory=lambda: date(2000, 1, 1))
    held: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # codes of items by a key that holds several

    def codes(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of the items that keys stand for."""
        return tuple(dict.fromkeys(code for key in keys for code in self.held.get(key, (key,))))
