"""What the services of requests and wishes share: their numbers, timelines, spans of days, who belongs where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock, local
from qualitydesk.complaints.rules.requests import Doer
from qualitydesk.complaints.store import entries
from qualitydesk.directory.service import Directory
from qualitydesk.storage.database import Connection, Database
from qualitydesk.storage.series import next_number


class Ledger:
    """Base of both."""

    def __init__(self, database: Database, clock: Clock, directory: Directory) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory

    def today(self) -> date:
        """The calendar day all is judged by."""
        return self._directory.today()

    @property
    def zone(self) -> str:
        """The group's zone."""
        return self._directory.zone()

    def _number(self, connection: Connection, series: str, institution_id: UUID, received_at: datetime) -> str:
        """NB-BJC-2026-0001: the next of an institution and the year of receipt, without gaps."""
        code, year = self._directory.institution(institution_id).code, local(received_at, self.zone).year
        serial = next_number(connection, series, f"{code}-{year}")
        return f"{series}-{code}-{year}-{serial:04d}"

    def _span(self, first: date | None, last: date | None) -> tuple[datetime | None, datetime | None]:
        """From the first day's beginning to the last day's end, as moments."""
        return (
            self._midnight(first) if first is not None else None,
            self._midnight(last + timedelta(days=1)) if last is not None else None,
        )

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self.zone))

    def _month(self, day: date) -> tuple[datetime, datetime]:
        """The month of a day, from its first moment to before the next one's."""
        first = day.replace(day=1)
        return self._midnight(first), self._midnight((first + timedelta(days=32)).replace(day=1))

    def _doer(self, who: UUID | None) -> Doer:
        """Who decides, with the departments he belongs to or heads today."""
        person = self._directory.person(who) if who is not None else None
        if who is None or person is None:
            return Doer(who)
        headed = {where for where, head in self._directory.head_names().items() if head.id == who}
        return Doer(who, frozenset({person.department_id, *headed}))

    def _entry(
        self,
        connection: Connection,
        table: Any,
        owner_id: UUID,
        verb: str,
        by: By,
        words: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """One entry of the timeline, now."""
        entries.add_entry(
            connection,
            table,
            owner_id,
            at=self._clock.now(),
            verb=verb,
            words=words.strip(),
            details=dict(details) if details else None,
            decided_by=by.decided_by,
            entered_by=by.entered_by,
        )
