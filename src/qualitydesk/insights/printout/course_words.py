"""How the work goes, in words: clocks kept, time to close, money, tiers, coverage, each with its table."""

from __future__ import annotations

from qualitydesk.basics import money
from qualitydesk.basics.phrases import knows, say
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import Closing, Coverage, Money, Moves, OnTime
from qualitydesk.insights.printout.trend_marks import NONE, head, share, shares

ON_TIME_HEAD = ("step", "kept", "all", "on_time", "range", "before")
CLOSING_HEAD = ("days", "at_risk", "closed", "open_share")
MONEY_HEAD = ("month", "slips", "fines", "plus", "minus")
MOVES_HEAD = ("month", "up", "down")
COVERAGE_HEAD = ("kind", "name", "where", "last", "days")


def clock_words(code: str, language: str) -> str:
    """The name of a clock."""
    return say(language, f"clock.name.{code}") if knows(language, f"clock.name.{code}") else code


def on_time_told(found: OnTime, language: str) -> Told:
    """Clocks kept, the worst first."""
    if not found.rows:
        return _nothing(ON_TIME_HEAD, language)
    worst = found.rows[0]
    said = say(
        language, "trend.said.on_time", code=clock_words(worst.code, language), share=share(worst.interval.value),
        kept=worst.kept, all=worst.all,
    )  # fmt: skip
    rows = tuple(
        (
            clock_words(row.code, language), f"{row.kept:,}", f"{row.all:,}", share(row.interval.value),
            shares(row.interval), NONE if row.before is None else share(row.before.value),
        )
        for row in found.rows
    )  # fmt: skip
    method = say(language, "trend.method.on_time", n=f"{sum(row.all for row in found.rows):,}")
    return Told(said, method, head(ON_TIME_HEAD, language), rows, tuple(row.code for row in found.rows))


def closing_told(found: Closing, language: str) -> Told:
    """Time to close: the median now and before."""
    now = found.now
    if not now.n:
        return _nothing(CLOSING_HEAD, language)
    if now.median is None:
        said = say(language, "trend.said.closing_open")
    elif found.before.n:
        before = _days(found.before.median, language)
        said = say(language, "trend.said.closing", median=f"{now.median:g}", before=before)
    else:
        said = say(language, "trend.said.closing_only", median=f"{now.median:g}")
    low, high = ("∞" if end is None else f"{end:g}" for end in now.median_interval)
    between = say(language, "trend.between", low=low, high=high)
    method = say(language, "trend.method.closing", n=f"{now.n:,}", closed=f"{now.closed:,}", between=between)
    rows = tuple(
        (f"{step.time:g}", f"{step.at_risk:,}", f"{step.closed:,}", share(step.open_share)) for step in now.steps
    )
    keys = tuple(f"{step.time:g}" for step in now.steps)
    return Told(said, method, head(CLOSING_HEAD, language), rows, keys)


def money_told(found: Money, language: str) -> Told:
    """Fines and points by month."""
    if not any(month.slips or month.plus or month.minus for month in found.months):
        return _nothing(MONEY_HEAD, language)
    said = say(
        language, "trend.said.money", slips=sum(one.slips for one in found.months),
        fines=money.words(sum(one.fines for one in found.months)),
        plus=sum(one.plus for one in found.months), minus=sum(one.minus for one in found.months),
    )  # fmt: skip
    rows = tuple(
        (f"{one.first:%Y-%m}", f"{one.slips:,}", money.words(one.fines), f"{one.plus:,}", f"{one.minus:,}")
        for one in found.months
    )
    keys = tuple(one.first.isoformat() for one in found.months)
    return Told(said, say(language, "trend.method.money"), head(MONEY_HEAD, language), rows, keys)


def moves_told(found: Moves, language: str) -> Told:
    """Tiers moved by month."""
    up, down = sum(one[1] for one in found.months), sum(one[2] for one in found.months)
    if not up + down:
        return _nothing(MOVES_HEAD, language)
    rows = tuple((f"{month:%Y-%m}", f"{ups:,}", f"{downs:,}") for month, ups, downs in found.months)
    keys = tuple(month.isoformat() for month, _ups, _downs in found.months)
    said = say(language, "trend.said.moves", up=up, down=down)
    return Told(said, say(language, "trend.method.moves", n=up + down), head(MOVES_HEAD, language), rows, keys)


def coverage_told(found: Coverage, language: str) -> Told:
    """Who and what was not seen for how long."""
    if not found.rows:
        return _nothing(COVERAGE_HEAD, language)
    code = "coverage" if found.late else "coverage_good"
    said = say(language, f"trend.said.{code}", people=found.people, late=found.late, limit=found.limit)
    never = say(language, "trend.never")
    rows = tuple(
        (
            say(language, f"trend.seen.{row.kind}"), row.words, row.where,
            never if row.last is None else row.last.isoformat(), "" if row.days is None else f"{row.days:,}",
        )
        for row in found.rows
    )  # fmt: skip
    keys = tuple(f"{row.kind}\n{row.key}" for row in found.rows)
    return Told(said, say(language, "trend.method.coverage"), head(COVERAGE_HEAD, language), rows, keys)


def _days(median: float | None, language: str) -> str:
    if median is None:
        return say(language, "trend.said.not_reached")
    return say(language, "trend.said.days", days=f"{median:g}")


def _nothing(codes: tuple[str, ...], language: str) -> Told:
    return Told(say(language, "trend.said.nothing"), "", head(codes, language), (), ())
