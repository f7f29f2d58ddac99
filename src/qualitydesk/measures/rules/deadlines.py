"""Which days are proposed by the rulebook, and how an open measure's age is told."""

from __future__ import annotations

from datetime import date, timedelta

from qualitydesk.measures.model import Age, Deadlines, Urgency
from qualitydesk.rulebook.model import MeasureRule

_UP_TO = {Age.WEEK: 7, Age.FORTNIGHT: 14, Age.MONTH: 30}  # calendar days, both ends included


def deadlines_by(rule: MeasureRule) -> Deadlines:
    """The days a rule proposes."""
    due = {
        Urgency.ORDINARY: rule.due_ordinary,
        Urgency.URGENT: rule.due_urgent,
        Urgency.AT_ONCE: rule.due_at_once,
    }
    return Deadlines(due, rule.recheck, rule.effect)


def due_day(urgency: Urgency, today: date, deadlines: Deadlines) -> date:
    """The due date proposed for a measure set today."""
    return today + timedelta(days=deadlines.due[urgency])


def recheck_day(closed_on: date, deadlines: Deadlines) -> date:
    """The day proposed for the re-check of a measure closed on `closed_on`."""
    return closed_on + timedelta(days=deadlines.recheck)


def effect_day(closed_on: date, deadlines: Deadlines) -> date:
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
