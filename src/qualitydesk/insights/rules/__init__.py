"""What may stand in the words of a week."""

from __future__ import annotations

from qualitydesk.basics.errors import Problem
from qualitydesk.insights.model import WeekWords

MOST_WORDS = 5000


def problems_in_words(words: WeekWords) -> list[Problem]:
    """Texts too long to be read; a week begins on a Monday."""
    problems = [
        Problem(name, "letterhead_long", {"most": MOST_WORDS})
        for name in ("summary", "problems", "plan")
        if len(getattr(words, name)) > MOST_WORDS
    ]
    if words.monday.weekday():
        problems.append(Problem("monday", "week_not_monday"))
    return problems
