"""The shipped calendar and plain opening hours, for tests of pure rules."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from qualitydesk.basics.places import shipped
from qualitydesk.rulebook.model.days import OFFICE, ListedDay, Notice, Span, WeeklyHours
from qualitydesk.rulebook.rules.notices import read_notice
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
CLINIC = (Span(9 * 60, 12 * 60), Span(13 * 60 + 30, 18 * 60))
"""09:00–12:00 and 13:30–18:00, as in edges 1."""


@cache
def notices() -> tuple[Notice, ...]:
    """Every shipped year."""
    found = sorted(shipped("resources/calendar").glob("*.toml"))
    return tuple(read_notice(tomllib.loads(path.read_text(encoding="utf-8"))) for path in found)


def calendar(*own: ListedDay, last: int = 2026) -> WorkCalendar:
    """The shipped years up to `last`, with own entries."""
    known = [notice for notice in notices() if notice.year <= last]
    return WorkCalendar.of([*own, *(day for notice in known for day in notice.days)], {one.year for one in known})


def hours(spans: tuple[Span, ...] = CLINIC, weekend: bool = False, work: WorkCalendar | None = None) -> OpenHours:
    """The same spans every weekday, at the weekend too or not; closed on public holidays."""
    week = (spans,) * 5 + ((spans,) * 2 if weekend else ((), ()))
    return OpenHours(work or calendar(), (WeeklyHours(date.min, week, spans),))


def office() -> OpenHours:
    """The default hours on weekdays."""
    return hours(OFFICE)


def at(text: str) -> datetime:
    """ "2026-11-20 17:50" on a wall clock in Shanghai, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)
