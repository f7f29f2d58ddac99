"""Draws people for a round by lot, so that anybody can repeat the draw: same seed, same frame, same people.

Everybody in the frame holds tickets. A ticket's number is SHA-256 of "seed:staff number:ticket" read as an integer; a
person's lot is the smallest number among his tickets, and the smallest lots are drawn. One ticket each is a simple
random sample; whoever holds w tickets is drawn with a chance w times as high. No generator of a programming language
is involved, so the outcome is the same on every machine and for all time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.plans import InFrame, Sample, SampleMethod, SampleRule

ALGORITHM = "SHA-256/1"
MOST_TICKETS = 13
"""Who has not been seen for a year or more, or never, holds this many; who was seen this month, one."""

SEEDS = 2**31
"""Seeds are whole numbers from 0 to one below this: short enough to be read out."""


def lot(seed: int, one: InFrame) -> int:
    """The smallest number on this person's tickets."""
    tickets = (f"{seed}:{one.number}:{ticket}" for ticket in range(one.tickets))
    return min(int.from_bytes(hashlib.sha256(ticket.encode()).digest(), "big") for ticket in tickets)


def digest_of_frame(frame: Iterable[InFrame]) -> str:
    """SHA-256 over who stood in the frame, with stratum and tickets, in the order of staff numbers."""
    lines = sorted(f"{one.number}\t{one.stratum}\t{one.tickets}\n" for one in frame)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def shares(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many are drawn from each stratum: in proportion to its size, by largest remainder, none beyond its size.

    Each stratum gives at least one where `size` reaches; remainders that tie go to the name that sorts first.
    """
    whole = sum(sizes.values())
    size = min(size, whole)
    if not size:
        return dict.fromkeys(sizes, 0)
    least = 1 if size >= len(sizes) else 0
    given = {name: max(least, count * size // whole) for name, count in sizes.items()}
    order = sorted(sizes, key=lambda name: (-(sizes[name] * size % whole), name))
    while (short := size - sum(given.values())) > 0:
        for name in [name for name in order if given[name] < sizes[name]][:short]:
            given[name] += 1
    while (over := sum(given.values()) - size) > 0:  # the ones given for nothing are taken from the largest
        for name in sorted((n for n in given if given[n] > least), key=lambda n: (-given[n], n))[:over]:
            given[name] -= 1
    return given


def draw(frame: Sequence[InFrame], rule: SampleRule, seed: int, *, nth: int = 1) -> Sample:
    """The sample that rule, frame and seed lead to; the drawn stand in the order of their lots.

    The order of the frame does not matter. A size beyond the frame draws everybody.
    """
    lots = {one.id: (lot(seed, one), one.number) for one in frame}
    strata: dict[str, list[InFrame]] = {}
    for one in frame:
        strata.setdefault("" if rule.method is SampleMethod.SIMPLE else one.stratum, []).append(one)
    wanted = shares({name: len(held) for name, held in strata.items()}, rule.size)
    drawn: list[UUID] = []
    for name, held in strata.items():
        drawn += [one.id for one in sorted(held, key=lambda one: lots[one.id])[: wanted[name]]]
    drawn.sort(key=lambda who: lots[who])
    kept = tuple(sorted(frame, key=lambda one: one.number))
    return Sample(rule, seed, kept, digest_of_frame(frame), tuple(drawn), nth, ALGORITHM)


def holds(sample: Sample) -> bool:
    """Whether the draw, repeated from its seed and frame, gives the very same people in the same order."""
    again = draw(sample.frame, sample.rule, sample.seed, nth=sample.nth)
    return again == replace(sample, frame=again.frame)


def tickets_for(last_seen: date | None, today: date) -> int:
    """One ticket, and one more for each full 30 days since somebody was last inspected, up to `MOST_TICKETS`."""
    if last_seen is None:
        return MOST_TICKETS
    return min(MOST_TICKETS, 1 + max(0, (today - last_seen).days) // 30)


def problems_in_sample(rule: SampleRule) -> list[Problem]:
    """What keeps a sample from being drawn."""
    return [] if 1 <= rule.size <= 500 else [Problem("sample_size", "sample_size", {"most": 500})]
