"""Clocking a step: what one key, a word or typed times make of the answer that stood there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.rounds import Given, Verdict
from qualitydesk.inspections.model.standards import TIME_UNITS, AnswerKind, Item
from qualitydesk.inspections.rules.scoring import within
from qualitydesk.inspections.rules.timing import figure_of

_DAY = timedelta(days=1)
_SOON = timedelta(minutes=1)
_PARTED = re.compile(r"(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?")


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of a step: two times of day and how long it took, each "" when empty."""

    began: str = ""
    ended: str = ""
    length: str = ""


def clocked(item: Item, before: Given | None, at: datetime) -> Given | Problem:
    """The step begins at `at`, or ends if it runs; a Problem when it has done both."""
    if item.kind is not AnswerKind.STEP:
        return Problem("began", "not_a_step")
    given = before or Given()
    if given.ended is not None:
        return Problem("began", "step_done")
    if given.began is None:
        return replace(given, verdict=None, number=None, began=at)
    return replace(given, ended=at)


def worded(item: Item, before: Given | None, wanted: Given, at: datetime | None) -> Given:
    """The inspector's word on a step leaves its times, and ends one that runs; any other answer stands as wanted."""
    if item.kind is not AnswerKind.STEP or before is None or wanted.verdict is Verdict.NOT_APPLICABLE:
        return wanted
    ended = at if before.began is not None and before.ended is None else before.ended
    return replace(wanted, number=before.number, began=before.began, ended=ended, fixed=before.fixed)


def retimed(item: Item, before: Given | None, typed: Typed, now: datetime) -> Given | Problem:
    """The step's times as typed, on the day it was done; the verdict is found anew unless it was the inspector's."""
    given = before or Given()
    kept = replace(given, verdict=_own_word(item, given), number=None, began=None, ended=None)
    times = [_time(text) for text in (typed.began, typed.ended)]
    for field, text, read in zip(("began", "ended"), (typed.began, typed.ended), times, strict=True):
        if text and read is None:
            return Problem(field, "step_time_unread")
    length = _length(typed.length)
    if typed.length and length is None:
        return Problem("number", "step_length_unread")
    span = _span(item, length)
    began = _on_day(times[0], given.began, now) if times[0] else None
    ended = _after(times[1], began or given.began, now) if times[1] else None
    if began is None and ended is None:
        return replace(kept, number=length)
    if began is None and ended is not None and span is not None:
        began = ended - span
    if ended is None and began is not None and span is not None:
        ended = began + span
    return replace(kept, began=began, ended=ended)


def time_words(at: datetime | None) -> str:
    """A moment as it is typed: "09:05:30"."""
    return f"{local(at):%H:%M:%S}" if at is not None else ""


def _own_word(item: Item, given: Given) -> Verdict | None:
    """What the inspector said besides the clock: any word on a step without a limit, a fail though it was in time."""
    if item.limit is None:
        return given.verdict
    figure = figure_of(item, given)
    judged = figure is None or within(item.limit, figure)
    return Verdict.FAIL if given.verdict is Verdict.FAIL and figure is not None and judged else None


def _time(text: str) -> time | None:
    """ "9:05", "09:05:30", "905", "090530" or with dots; None for anything else."""
    found = _PARTED.fullmatch(text)
    if found:
        parts = [int(part or 0) for part in found.groups()]
    elif text.isdigit() and 3 <= len(text) <= 6:
        padded = text.zfill(4 if len(text) < 5 else 6).ljust(6, "0")
        parts = [int(padded[at : at + 2]) for at in (0, 2, 4)]
    else:
        return None
    hour, minute, second = parts
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _length(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _span(item: Item, length: float | None) -> timedelta | None:
    if length is None or item.limit is None or item.limit.unit not in TIME_UNITS:
        return None
    return timedelta(seconds=round(length * TIME_UNITS[item.limit.unit]))


def _on_day(clock: time | None, anchor: datetime | None, now: datetime) -> datetime:
    """A time of day on the anchor's day; without one today, or yesterday when that has not come yet."""
    assert clock is not None
    wall = local(anchor or now)
    found = wall.replace(hour=clock.hour, minute=clock.minute, second=clock.second, microsecond=0)
    if anchor is None and found > now + _SOON:
        found -= _DAY
    return found.astimezone(now.tzinfo)


def _after(clock: time | None, began: datetime | None, now: datetime) -> datetime:
    """An end: on the day of the beginning, or past the midnight after it if that has come."""
    found = _on_day(clock, began, now)
    if began is not None and found < began and found + _DAY <= now + _SOON:
        found += _DAY
    return found
