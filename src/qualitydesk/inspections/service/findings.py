"""Findings after the round: asked for by the ladder, left out with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Finding, Standing
from qualitydesk.inspections.store import findings as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database


class Findings:
    """The findings of one database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_round(self, round_id: UUID) -> list[Finding]:
        """The findings of a finished round, in the order it was walked."""
        with self._database.reading() as connection:
            return store.of_round(connection, round_id)

    def of_employees(self, employee_ids: Sequence[UUID]) -> list[Finding]:
        """Everything ever found on these people, oldest first."""
        with self._database.reading() as connection:
            return store.of_employees(connection, employee_ids)

    def leave_out(self, finding_id: UUID, reason: str, by: By) -> Done[None]:
        """The ladder is not to hear this finding; the report keeps it, with the reason."""
        return self._set(finding_id, Standing.LEFT_OUT, reason, by)

    def take_in(self, finding_id: UUID, reason: str, by: By) -> Done[None]:
        """A finding once left out counts again."""
        return self._set(finding_id, Standing.COUNTS, reason, by)

    def _set(self, finding_id: UUID, standing: Standing, reason: str, by: By) -> Done[None]:
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            found = store.by_id(connection, finding_id)
            if found is None:
                raise Refused("no_such_finding")
            store.set_standing(connection, finding_id, standing, reason.strip())
            before, after = {"standing": found.standing}, {"standing": standing, "reason": reason.strip()}
            audit.record(connection, by, self._clock.now(), "set_standing", "finding", finding_id, before, after)
        return Done(None, frozenset({Change.FINDINGS}))
