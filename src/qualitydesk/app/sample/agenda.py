"""What happens between the sample's rounds, in the order of time: each at its moment, nothing after today."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date, datetime, time
from itertools import count
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock

ZONE = ZoneInfo(DEFAULT_ZONE)


class Agenda:
    """Entries may be added while it is worked through."""

    def __init__(self, clock: FixedClock) -> None:
        self._clock = clock
        self._order = count()
        self._entries: list[tuple[datetime, int, Callable[[], object]]] = []

    def on(self, day: date, hour: int, do: Callable[[], object], minute: int = 0) -> None:
        """Do it on that day at that hour of the group's wall clock."""
        moment = datetime.combine(day, time(hour, minute), ZONE)
        heapq.heappush(self._entries, (moment, next(self._order), do))

    def until(self, moment: datetime) -> None:
        """Do all that is due by a moment, the clock standing on each one's own."""
        while self._entries and self._entries[0][0] <= moment:
            at, _order, do = heapq.heappop(self._entries)
            self._clock.set(at)
            do()
