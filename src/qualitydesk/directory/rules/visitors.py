"""What may stand as a visitor count."""

from __future__ import annotations

from datetime import datetime

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model.visitors import VisitorCount

MOST_VISITORS = 1_000_000


def problems_in_count(count: VisitorCount, now: datetime) -> list[Problem]:
    """A number from 0 to a million, of a month that has begun, by its first day."""
    problems = []
    if not 0 <= count.visitors <= MOST_VISITORS:
        problems.append(Problem("visitors", "visitors_range", {"most": f"{MOST_VISITORS:,}"}))
    if count.month.day != 1:
        problems.append(Problem("month", "visitors_month"))
    elif count.month > local_day(now):
        problems.append(Problem("month", "visitors_ahead"))
    return problems
