"""Periods of reports, what may stand in their words, names taken out of them, and the service score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import months_before
from qualitydesk.basics.errors import Problem
from qualitydesk.insights.model.reports import ReportName, ReportWords, Score, ScoreFacts
from qualitydesk.insights.rules.shares import wilson

MOST_WORDS = 5000
MOST_NOTE = 300
FEWEST = 20
"""Checks below which a score says nothing: of 20 without a fail the share failed may still be 16 % (Wilson, 95 %)."""
FEWEST_PEOPLE = 3
"""People below which the figures of a group tell of one of them."""
_QUARTERS, _MONTHS = 9, 24


def first_of(name: ReportName, day: date) -> date:
    """The first day of the quarter or month a day lies in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) if name is ReportName.QUARTER else day.replace(day=1)


def last_of(name: ReportName, first: date) -> date:
    """The last day of the period that begins on `first`."""
    return months_before(first, -3 if name is ReportName.QUARTER else -1) - timedelta(days=1)


def periods(name: ReportName, today: date) -> list[date]:
    """First days of the period under way and of those before it, the newest first."""
    step, count = (3, _QUARTERS) if name is ReportName.QUARTER else (1, _MONTHS)
    return [months_before(first_of(name, today), step * at) for at in range(count)]


def usual_period(name: ReportName, today: date) -> date:
    """The period to report on: the last one that is over, but the one under way in its last ten days."""
    first = first_of(name, today)
    if (last_of(name, first) - today).days < 10:
        return first
    return months_before(first, 3 if name is ReportName.QUARTER else 1)


def problems_in_report(words: ReportWords) -> list[Problem]:
    """Texts too long to be read."""
    return [
        Problem(name, "letterhead_long", {"most": MOST_WORDS})
        for name in ("summary", "proposals")
        if len(getattr(words, name)) > MOST_WORDS
    ]


def masked(words: str, names: Iterable[str], instead: str) -> str:
    """A text in which nobody is named: the longest names first, so that no part of one stays."""
    for name in sorted({one for one in names if one}, key=len, reverse=True):
        words = words.replace(name, instead)
    return words


def score_of(key: UUID, words: str, where: str, inspected: int, failed: int, fewest: int) -> Score:
    """The share passed with its Wilson interval (methods: Wilson 1927, without continuity correction)."""
    return Score(key, words, where, inspected, failed, wilson(inspected - failed, inspected), inspected >= fewest)


def in_order(scores: Iterable[Score]) -> tuple[Score, ...]:
    """By place and name, never by score: with few checks a ranking is noise."""
    return tuple(sorted(scores, key=lambda one: (one.where, one.words, str(one.key))))


def unidentified(facts: ScoreFacts, other: str) -> ScoreFacts:
    """Scores from which nobody can be told: groups of too few people or checks become `other`.

    So many join it that what is hidden cannot be reckoned from the total either; where even all together are too few,
    nothing is shown. People are shown of departments that stand by themselves; of an institution that does not,
    departments are not shown.
    """
    institutions = _folded(facts.institutions, other, facts.fewest)
    departments: list[Score] = []
    for home in institutions:
        own = [one for one in facts.departments if one.home == home.key]
        departments += _folded(own, other, facts.fewest)
    apart = {one.key for one in departments}
    employees = tuple(one for one in facts.employees if one.department in apart)
    return replace(facts, employees=employees, departments=tuple(departments), institutions=tuple(institutions))


def _folded(scores: Sequence[Score], other: str, fewest: int) -> list[Score]:
    """Groups that may stand by themselves, and the others as one."""

    def few(found: Sequence[Score]) -> bool:
        return sum(one.people for one in found) < FEWEST_PEOPLE or sum(one.inspected for one in found) < fewest

    hidden = [one for one in scores if few([one])]
    shown = [one for one in scores if not few([one])]
    while hidden and shown and few(hidden):
        least = min(shown, key=lambda one: (one.people, one.inspected))
        shown.remove(least)
        hidden.append(least)
    if hidden and not few(hidden):
        inspected, failed = sum(one.inspected for one in hidden), sum(one.failed for one in hidden)
        merged = score_of(UUID(int=0), other, hidden[0].where, inspected, failed, fewest)
        shown.append(replace(merged, people=sum(one.people for one in hidden)))
    return shown
