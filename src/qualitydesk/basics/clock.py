"""The time of day, handed in so that tests can hold it still. All moments are aware and in UTC."""

from __future__ import annotations

import threading
import time
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Shanghai"


class Clock(Protocol):
    """Whoever needs the time takes one of these."""

    def now(self) -> datetime:
        """The present moment, aware, UTC."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SteadyClock:
    """The computer's clock while the program runs, going on steadily when somebody sets it back meanwhile.

    Forward jumps (sleep, a correction) are taken over; after a jump back the time counted since the start goes on, so
    that nothing written later bears an earlier moment than what was written before it.
    """

    def __init__(
        self, clock: Clock | None = None, elapsed: Callable[[], float] = time.monotonic, patience: float = 2.0
    ) -> None:
        """`elapsed`: seconds that only ever grow; `patience`: seconds of wavering that are no jump."""
        self._clock = clock or SystemClock()
        self._elapsed = elapsed
        self._patience = timedelta(seconds=patience)
        self._lock = threading.Lock()
        self._anchor = (self._clock.now(), elapsed())
        self.set_back = timedelta()
        """How far the computer's clock lies behind ours now; zero while it runs as it should."""

    def now(self) -> datetime:
        with self._lock:
            shown = self._clock.now()
            at, counted = self._anchor
            steady = at + timedelta(seconds=self._elapsed() - counted)
            if shown + self._patience < steady:
                self.set_back = steady - shown
                return steady
            self.set_back = timedelta()
            told = max(shown, at)
            self._anchor = (told, self._elapsed())
            return told


class FixedClock:
    """A clock that stands still until told to advance (tests, samples)."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def now(self) -> datetime:
        return self._at

    def advance(self, by: timedelta) -> None:
        self._at += by

    def set(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("a moment needs its zone")
        self._at = at.astimezone(UTC)


def local(at: datetime, zone: str = DEFAULT_ZONE) -> datetime:
    """The same moment as read on a wall clock in `zone`."""
    return at.astimezone(ZoneInfo(zone))


def on_the_wall(at: datetime | None, zone: str = DEFAULT_ZONE) -> datetime | None:
    """A moment as the clock on the wall showed it, to the second and without a zone, as a workbook takes it."""
    return local(at, zone).replace(tzinfo=None, microsecond=0) if at is not None else None


def local_day(at: datetime, zone: str = DEFAULT_ZONE) -> date:
    """The calendar day of a moment in `zone`."""
    return local(at, zone).date()


def months_before(day: date, months: int) -> date:
    """`day` ⊖ months, clamped to the last day of the month (methods §4.1: 2026-02-28 for 2028-02-29 ⊖ 24)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
