"""The tiles that are read after the first ones: the course of what fails, measures, internal requests, members."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.directory.service import Directory
from qualitydesk.insights.model.trends import OverTime, TrendFilter, TrendName
from qualitydesk.insights.service import Trends
from qualitydesk.storage.database import Database
from qualitydesk.today.model import Owed, Standing
from qualitydesk.today.rules import moment_of, month_starts
from qualitydesk.today.store import tiles as store


class Tiles:
    """Each tile is a question of its own, so that one that fails takes no other with it."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        trends: Trends,
        contacts: Callable[[], tuple[int, int]],
    ) -> None:
        """`contacts`: calls and messages owed to members today (members.service.contacts)."""
        self._database = database
        self._clock = clock
        self._directory = directory
        self._trends = trends
        self._contacts = contacts

    def fails(self) -> OverTime:
        """What share of the items inspected failed, over twelve months, the control chart of the page of trends."""
        firsts = self._firsts()
        return self._trends.over_time(TrendName.FAILS, TrendFilter(firsts[0], self._today()))

    def measures(self) -> Standing:
        """Measures to be done or to be judged."""
        with self._database.reading() as connection:
            return store.measures_open(connection, self._firsts(), self._today())

    def requests(self) -> Standing:
        """Internal requests that wait for an answer."""
        zone = self._directory.zone()
        bounds = [moment_of(day, zone) for day in self._firsts()]
        with self._database.reading() as connection:
            return store.requests_open(connection, bounds, self._clock.now())

    def members(self) -> Owed:
        """Contacts with members. Refused: no_edition before there are rules."""
        calls, messages = self._contacts()
        with self._database.reading() as connection:
            return Owed(calls, messages, store.contacts_made(connection, self._firsts()))

    def _today(self) -> date:
        return local_day(self._clock.now(), self._directory.zone())

    def _firsts(self) -> tuple[date, ...]:
        return month_starts(self._today())
