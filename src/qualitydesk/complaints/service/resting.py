"""Which cases rest: paused, and not yet for as long as the reason allows. The first page asks it by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.complaints.store import lists
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection, Database


def latest_ends(
    connection: Connection, timing: Timing, ids: Sequence[UUID] | None = None
) -> dict[UUID, tuple[lists.Lasting, datetime | None]]:
    """The pauses that last, of these cases or of all, each with the last moment its reason allows; by case."""
    with timing.calendars.held():
        return {
            one.case_id: (one, timing.latest_end(one.institution_id, one.received_at, one.reason, one.started_at))
            for one in lists.lasting(connection, ids)
        }


def resting(connection: Connection, timing: Timing, now: datetime) -> list[UUID]:
    """The cases that rest at `now`."""
    found = latest_ends(connection, timing)
    return [key for key, (_pause, end) in found.items() if end is None or now < end]


class Resting:
    """The question by itself, for who lists cases without the complaints' other verbs."""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook, calendar: Calendar | None
    ) -> None:
        self._database = database
        self._timing = Timing(clock, directory, rulebook, Calendars(clock, directory, calendar))

    def cases(self, now: datetime) -> frozenset[UUID]:
        """The cases that rest at `now`: paused, not late."""
        with self._database.reading() as connection:
            return frozenset(resting(connection, self._timing, now))
