"""Periods of reports, what may stand in their words, names taken out of them, and the service score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
"""People below which a group's figures tell whose they are: one of two knows the other's by taking away his own."""
TOGETHER = UUID(int=0)
"""The key of a group told as one."""
PLACES = " · "
"""Between an institution and its department."""
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


def home_of(score: Score) -> str:
    """The institution a person's score belongs to: `where` is institution and department."""
    return score.where.rpartition(PLACES)[0]


def hidden_places(people: Iterable[Score]) -> frozenset[str]:
    """Departments (as `where` has them) that are told together when nobody may be recognised.

    Those of fewer than `FEWEST_PEOPLE`; where these together are too few as well, the next smallest of the institution
    joins them, or the one left out could be found by taking the others from the institution's sum.
    """
    counted = Counter(one.where for one in people)
    hidden: set[str] = set()
    for home in {where.rpartition(PLACES)[0] for where in counted}:
        places = sorted((n, where) for where, n in counted.items() if where.rpartition(PLACES)[0] == home)
        together = 0
        for n, where in places:
            if n >= FEWEST_PEOPLE and not 0 < together < FEWEST_PEOPLE:
                break
            hidden.add(where)
            together += n
    return frozenset(hidden)


def without_recognition(facts: ScoreFacts, together: str) -> ScoreFacts:
    """Scores in which small groups are told as one, or not at all where even together they are too few.

    `together`: the words of such a group.
    """
    hidden = hidden_places(facts.employees)
    shown = [one for one in facts.employees if one.where not in hidden]
    for home in sorted({home_of(one) for one in facts.employees if one.where in hidden}):
        group = [one for one in facts.employees if one.where in hidden and home_of(one) == home]
        inspected, failed = sum(one.inspected for one in group), sum(one.failed for one in group)
        merged = score_of(TOGETHER, together, home, inspected, failed, facts.fewest)
        shown.append(replace(merged, withheld=len(group) < FEWEST_PEOPLE))
    people = Counter(home_of(one) for one in facts.employees)
    return replace(
        facts,
        employees=tuple(shown),
        departments=tuple(
            replace(one, withheld=f"{one.where}{PLACES}{one.words}" in hidden) for one in facts.departments
        ),
        institutions=tuple(replace(one, withheld=0 < people[one.words] < FEWEST_PEOPLE) for one in facts.institutions),
    )
