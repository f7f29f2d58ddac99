"""The steps of a process put in time: duration, gap, limit, and the order in which they were really done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime

from qualitydesk.inspections.model.rounds import Given, Stop, Walk
from qualitydesk.inspections.model.standards import AnswerKind, Item
from qualitydesk.inspections.model.steps import StepTime, Timeline
from qualitydesk.inspections.rules.scoring import within
from qualitydesk.inspections.rules.timing import figure_of, seconds_of


def has_steps(items: Sequence[Item]) -> bool:
    """Whether a list is an observed process: it has steps."""
    return any(item.kind is AnswerKind.STEP for item in items)


def timeline_of(items: Sequence[Item], given: Mapping[str, Given]) -> Timeline:
    """The steps among `items` with their times; `given` by item code."""
    steps = [item for item in items if item.kind is AnswerKind.STEP]
    times = [given.get(item.code) for item in steps]
    begun = [at for at, one in enumerate(times) if one is not None and one.began is not None]
    done = sorted(begun, key=lambda at: (_began(times[at]), at))
    kept = _kept_in_order([_began(times[at]) for at in begun])
    displaced = {at for nth, at in enumerate(begun) if nth not in kept}
    order = {at: nth + 1 for nth, at in enumerate(done)}
    before = dict(zip(done[1:], done, strict=False))
    return Timeline(
        tuple(
            StepTime(
                item,
                one,
                at + 1,
                order.get(at),
                one.began if one else None,
                one.ended if one else None,
                seconds_of(one),
                _gap(times[before[at]], one) if at in before else None,
                _in_time(item, one),
                at in displaced,
            )
            for at, (item, one) in enumerate(zip(steps, times, strict=True))
        ),
        *_whole([times[at] for at in done]),
    )


def timeline_at(walk: Walk, stop: Stop) -> Timeline:
    """The timeline of one stop of a round; without steps it is empty."""
    given = {code: answer.given for (stop_id, code), answer in walk.answers.items() if stop_id == stop.id}
    return timeline_of(walk.items[stop.id], given)


def _began(given: Given | None) -> datetime:
    assert given is not None and given.began is not None
    return given.began


def _gap(before: Given | None, given: Given | None) -> int | None:
    if before is None or before.ended is None:
        return None
    return int((_began(given) - before.ended).total_seconds())


def _in_time(item: Item, given: Given | None) -> bool | None:
    figure = figure_of(item, given) if given else None
    return None if item.limit is None or figure is None else within(item.limit, figure)


def _whole(done: Sequence[Given | None]) -> tuple[datetime | None, datetime | None, int | None]:
    """First beginning, last end, seconds between; no end while a step still runs."""
    if not done:
        return None, None, None
    first, ends = _began(done[0]), [one.ended for one in done if one is not None]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return first, None, None
    last = max(known)
    return first, last, int((last - first).total_seconds())


def _kept_in_order(moments: Sequence[datetime]) -> set[int]:
    """Indices of a longest run that never goes back in time: whoever is not in it was done out of its place."""
    ends: list[datetime] = []
    chain: list[int] = []
    back: list[int | None] = []
    for at, moment in enumerate(moments):
        length = bisect_right(ends, moment)
        back.append(chain[length - 1] if length else None)
        if length == len(ends):
            ends.append(moment)
            chain.append(at)
        else:
            ends[length] = moment
            chain[length] = at
    kept: set[int] = set()
    step: int | None = chain[-1] if chain else None
    while step is not None:
        kept.add(step)
        step = back[step]
    return kept
