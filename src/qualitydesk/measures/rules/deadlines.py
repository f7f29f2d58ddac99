"""Which days are proposed, and how an open measure's age is told. All figures are [ours]: the sources are silent."""

from __future__ import annotations

from datetime import date, timedelta

from qualitydesk.measures.model import Age, Deadlines, Urgency

DEADLINES = Deadlines(due={Urgency.ORDINARY: 14, Urgency.URGENT: 3, Urgency.AT_ONCE: 0}, recheck=14, effect=90)
"""[ours] Two weeks, three days, today; looked at again two weeks after closing, its effect after three months."""

_UP_TO = {Age.WEEK: 7, Age.FORTNIGHT: 14, Age.MONTH: 30}  # calendar days, both ends included


def due_day(urgency: Urgency, today: date, deadlines: Deadlines = DEADLINES) -> date:
    """The due date proposed for a measure set today."""
    return today + timedelta(days=deadlines.due[urgency])


def recheck_day(closed_on: date, deadlines: Deadlines = DEADLINES) -> date:
    """The day proposed for the re-check of a measure closed on `closed_on`."""
    return closed_on + timedelta(days=deadlines.recheck)


def effect_day(closed_on: date, deadlines: Deadlines = DEADLINES) -> date:
    """The day proposed for the look at its effect."""
    return closed_on + timedelta(days=deadlines.effect)


def age_of(opened_on: date, today: date) -> Age:
    """How long a measure has stood today."""
    days = (today - opened_on).days
    return next((age for age, last in _UP_TO.items() if days <= last), Age.LONGER)


def ages(today: date) -> dict[Age, tuple[date | None, date | None]]:
    """For each age the first and last day of opening that fall into it today; None = no end on that side."""
    found: dict[Age, tuple[date | None, date | None]] = {}
    last: date | None = None
    for age, days in _UP_TO.items():
        first = today - timedelta(days=days)
        found[age] = (first, last)
        last = first - timedelta(days=1)
    found[Age.LONGER] = (None, last)
    return found
