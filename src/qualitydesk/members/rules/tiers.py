"""Which tier spending reaches: windows of months, sums in them, and how that goes on if nothing more is bought.

Methods §4.1: the window for an evaluation on day E is [E ⊖ months, E), ⊖ clamped to the last day of the month; each
tier has its own; the highest tier whose sum reaches its threshold holds. All sums in fen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from qualitydesk.basics.clock import months_before
from qualitydesk.members.model.tiers import Spend
from qualitydesk.rulebook.model.tiers import TierLevel, TiersRule

DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def window_start(evaluated_for: date, months: int) -> date:
    """The first day that counts."""
    return months_before(evaluated_for, months)


def months_after(day: date, months: int) -> date:
    """`day` ⊕ months, clamped."""
    return months_before(day, -months)


@lru_cache(maxsize=8192)
def leaves_on(day: date, months: int) -> date:
    """The first evaluation that does not count `day` any more: 2026-03-01 for 2024-02-28 and 24 months."""
    found = months_after(day + DAY, months)
    while window_start(found, months) <= day:
        found += DAY
    return found


def counted_on(day: date, purchase_day: date | None) -> date:
    """The day money given back counts on: that of the purchase it belongs to, else its own."""
    return day if purchase_day is None else purchase_day


def spent(spends: Iterable[Spend], evaluated_for: date, months: int) -> int:
    """What the window holds, never below 0."""
    start = window_start(evaluated_for, months)
    return max(0, sum(one.fen for one in spends if start <= one.day < evaluated_for))


def tier_for(rule: TiersRule, sums: Sequence[int]) -> int:
    """The rank of the highest tier whose own window's sum reaches its threshold. `sums`: of `rule.windows`."""
    reached = (rank for rank, level in enumerate(rule.windows, 1) if sums[rank - 1] >= level.threshold)
    return max(reached, default=0)


def rank_at(spends: Sequence[Spend], rule: TiersRule, evaluated_for: date) -> int:
    """The rank that spending reaches on a day."""
    return tier_for(rule, [spent(spends, evaluated_for, level.months) for level in rule.windows])


@dataclass(frozen=True)
class Course:
    """The rank that spending reaches on each day from `begins` on, if nothing more is posted: where it changes."""

    days: tuple[date, ...]
    ranks: tuple[int, ...]

    @property
    def begins(self) -> date:
        return self.days[0]

    @property
    def now(self) -> int:
        return self.ranks[0]

    @property
    def changes_on(self) -> date | None:
        """The first evaluation that reaches another rank."""
        return self.days[1] if len(self.days) > 1 else None

    def on(self, evaluated_for: date) -> int:
        """The rank of a day, none before `begins`."""
        return self.ranks[max(0, bisect_right(self.days, evaluated_for) - 1)]

    def below_from(self, rank: int) -> date | None:
        """The first evaluation at which `rank` is not reached."""
        return next((day for day, reached in zip(self.days, self.ranks, strict=True) if reached < rank), None)


def course_of(spends: Sequence[Spend], rule: TiersRule, begins: date) -> Course:
    """How the rank goes on from an evaluation on `begins`."""
    if not rule.windows or sum(one.fen for one in spends if one.fen > 0) < rule.windows[0].threshold:
        return Course((begins,), (0,))
    if all(one.fen >= 0 and one.day < begins for one in spends):
        return _falling(spends, rule, begins)
    sums = [0] * len(rule.windows)
    turns: dict[date, list[tuple[int, int]]] = {}
    for at, level in enumerate(rule.windows):
        start = window_start(begins, level.months)
        for one in spends:
            if one.day < start:
                continue
            if one.day < begins:
                sums[at] += one.fen
            else:
                turns.setdefault(one.day + DAY, []).append((at, one.fen))
            turns.setdefault(leaves_on(one.day, level.months), []).append((at, -one.fen))
    thresholds = [level.threshold for level in rule.windows]
    days, ranks = [begins], [_reached(sums, thresholds)]
    for day in sorted(turns):
        for at, fen in turns[day]:
            sums[at] += fen
        rank = _reached(sums, thresholds)
        if rank != ranks[-1]:
            days.append(day)
            ranks.append(rank)
    return Course(tuple(days), tuple(ranks))


def _falling(spends: Sequence[Spend], rule: TiersRule, begins: date) -> Course:
    """The same where nothing was given back and nothing lies ahead, as with most: each tier only lapses."""
    first = sorted(spends, key=lambda one: one.day)
    days, ranks = [begins], [0]
    for rank in range(len(rule.windows), 0, -1):
        level = rule.windows[rank - 1]
        start = window_start(begins, level.months)
        within = [one for one in first if one.day >= start]
        left = sum(one.fen for one in within)
        if left < level.threshold:
            continue
        for one in within:
            left -= one.fen
            if left < level.threshold:
                break
        lapses = leaves_on(one.day, level.months)
        if lapses > days[-1]:  # a higher tier may last longer, its window being longer
            ranks[-1] = rank
            days.append(lapses)
            ranks.append(0)
    return Course(tuple(days), tuple(ranks))


def level_shown(rule: TiersRule, rank: int) -> TierLevel:
    """The tier a member's bar leads to: the next one, at the top her own."""
    return rule.levels[min(rank + 1, len(rule.levels) - 1)]


def grace_begins(rule: TiersRule, falls_on: date) -> date | None:
    """The review that fails and begins the grace which ends on `falls_on`; None where the rule has no grace."""
    if not rule.grace_months:
        return None
    begins = months_before(falls_on, rule.grace_months)
    return begins if months_after(begins, rule.grace_months) == falls_on else None


def _reached(sums: Sequence[int], thresholds: Sequence[int]) -> int:
    for rank in range(len(thresholds), 0, -1):
        if sums[rank - 1] >= thresholds[rank - 1]:
            return rank
    return 0
