"""How long a step took, and what that is in the unit of its limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.rounds import Given
from qualitydesk.inspections.model.standards import TIME_UNITS, AnswerKind, Item

LONGEST = timedelta(hours=24)  # a longer step is a slip of the finger
_UNTIL = timedelta(minutes=1)  # a time typed in whole minutes may lie this far ahead


def seconds_of(given: Given | None) -> int | None:
    """Whole seconds from beginning to end; None while one of them is missing."""
    if given is None or given.began is None or given.ended is None:
        return None
    return int((given.ended - given.began).total_seconds())


def in_unit(seconds: int, unit: str) -> float | None:
    """A duration in the unit of a limit ("s", "min", "h"); None for a unit that is no time.

    Exact at the limit: five minutes are 5.0 and not a hair more.
    """
    return seconds / TIME_UNITS[unit] if unit in TIME_UNITS else None


def figure_of(item: Item, given: Given) -> float | None:
    """The figure an answer is judged by: of a timed step its duration, where it was clocked, else what was typed."""
    seconds = seconds_of(given)
    if item.kind is AnswerKind.STEP and item.limit is not None and seconds is not None:
        clocked = in_unit(seconds, item.limit.unit)
        return given.number if clocked is None else clocked
    return given.number


def overdue(item: Item, began: datetime, now: datetime) -> bool:
    """Whether a step that still runs has passed its limit."""
    if item.limit is None or item.limit.high is None:
        return False
    figure = in_unit(int((now - began).total_seconds()), item.limit.unit)
    return figure is not None and figure > item.limit.high


def problems_in_times(item: Item, given: Given, now: datetime | None = None) -> list[Problem]:
    """What keeps a step's times from being recorded; `now`: nothing may lie ahead of it."""
    began, ended = given.began, given.ended
    if began is None and ended is None:
        return []
    if item.kind is not AnswerKind.STEP:
        return [Problem("began", "not_timed")]
    if began is None:
        return [Problem("began", "step_begin_missing")]
    found = []
    if now is not None and began > now + _UNTIL:
        found.append(Problem("began", "step_ahead"))
    if ended is not None and ended < began:
        found.append(Problem("ended", "step_order"))
    elif ended is not None and ended - began > LONGEST:
        found.append(Problem("ended", "step_long"))
    elif ended is not None and now is not None and ended > now + _UNTIL:
        found.append(Problem("ended", "step_ahead"))
    return found


def clock_words(seconds: int | None) -> str:
    """A duration as a stop-watch shows it: "3:21", "1:03:21", with its sign where it lies behind; "" for none."""
    if seconds is None:
        return ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return f"−{words}" if seconds < 0 else words
