"""How numbers of charts are written: shares, intervals, dates of points."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.figures import Interval
from qualitydesk.insights.model.trends import Span

NONE = "—"
MOST_NAMES = 4
"""Names a sentence lists; the table has them all."""


def head(codes: Iterable[str], language: str) -> tuple[str, ...]:
    """The heads of a table."""
    return tuple(say(language, f"trend.head.{code}") for code in codes)


def share(value: float | None) -> str:
    """A share of 1 as "3.2 %"."""
    return NONE if value is None else f"{100 * value:.1f} %"


def part(failed: int, of: float) -> str:
    """So many of so many as a share; nothing of nothing is a dash."""
    return share(failed / of) if of else NONE


def shares(found: Interval | None) -> str:
    """The interval of a share."""
    return NONE if found is None else f"{100 * found.low:.1f}–{100 * found.high:.1f} %"


def points(value: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{100 * value:+.1f}".replace("-", "−")


def point_range(found: Interval | None, language: str) -> str:
    """The interval of a difference of shares, in percentage points."""
    if found is None:
        return NONE
    return say(language, "trend.between", low=points(found.low), high=points(found.high))


def times(found: Interval | None) -> str:
    """Times as often."""
    return NONE if found is None else f"{found.value:.2f}×"


def times_range(found: Interval | None, language: str) -> str:
    """The interval of times as often; without end where nothing was there before."""
    if found is None:
        return NONE
    high = "∞" if found.high == float("inf") else f"{found.high:.2f}"
    return say(language, "trend.between", low=f"{found.low:.2f}", high=high)


def when(first: date, span: Span) -> str:
    """A month as 2026-03, a week by its Monday."""
    return f"{first:%Y-%m}" if span is Span.MONTH else first.isoformat()


def names(found: list[str], language: str) -> str:
    """A few names in a row; of more than a few the first ones."""
    listed = ("、" if language == "zh" else ", ").join(found[:MOST_NAMES])
    if len(found) <= MOST_NAMES:
        return listed
    return f"{listed}{' 等' if language == 'zh' else ' and others'}"


def certain(found: Interval | None, nought: float = 0.0) -> bool:
    """Whether a change is more than chance: its interval does not hold `nought`."""
    return found is not None and (found.low > nought or found.high < nought)
