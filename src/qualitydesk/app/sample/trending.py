"""What charts need besides the work itself: visitors of every clinic by month, and what happened on which day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.clock import months_before
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.insights.model.trends import Mark, MarkKind

_MONTHS = 26
_NOTES = (
    (150, "礼仪培训（导医、前台）", "Training of guides and front desk"),
    (320, "更换秋冬工装", "New uniform for the cold season"),
)
"""Days ago, and what happened, in both languages."""


def tell_trends(past: Services, random: Random, made: Staffed, language: str, today: date) -> None:
    """A few hundred people a month and clinic, fewer in the month of the Spring Festival; two dated notes."""
    this = today.replace(day=1)
    months = [months_before(this, back) for back in range(1, _MONTHS)]
    counts = []
    for home in made.institutions.values():
        usual = random.randint(900, 2600)
        for month in months:
            factor = random.uniform(0.9, 1.1) * (0.7 if month.month == 2 else 1.0)
            counts.append(VisitorCount(home, month, round(usual * factor)))
    past.visitors.put(counts, made.by)
    for ago, *words in _NOTES:
        day = today - timedelta(days=ago)
        past.trends.put_mark(Mark(UUID(int=0), MarkKind.NOTE, "", None, day, day, words[language != "zh"]), made.by)
