"""The bounds of months on the group's wall clock, and how late something is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from qualitydesk.today.model import Errand, Work

MONTHS = 12
WAITING = frozenset(
    {
        Errand.WALK,
        Errand.JUDGE,
        Errand.PROPOSE,
        Errand.APPROVE,
        Errand.ISSUE,
        Errand.CORRECT,
        Errand.DECIDE,
        Errand.PAY,
        Errand.CONSEQUENCE,
        Errand.FOLLOWS,
    }
)
"""Errands whose day is not a deadline: they wait since then."""


def month_starts(today: date, months: int = MONTHS) -> tuple[date, ...]:
    """The first days of the last `months` months, oldest first, and at the end the first day of the next one."""
    found = []
    for back in range(months - 1, -2, -1):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        found.append(date(year, month + 1, 1))
    return tuple(found)


def moment_of(day: date, zone: str) -> datetime:
    """The moment a day begins on the wall clock of `zone`, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def days_late(due: date, today: date) -> int:
    """Positive when the day is past, 0 on the day itself, negative before."""
    return (today - due).days


def is_late(work: Work, today: date, now: datetime) -> bool:
    """Whether it should be done by now; what only waits since a day is never late by that."""
    if work.late or work.due_at is not None:
        return work.late or (work.due_at is not None and work.due_at < now)
    return work.errand not in WAITING and work.errand is not Errand.SIGN and days_late(work.day, today) > 0
