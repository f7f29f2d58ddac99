"""What the directory's verbs share: one row put, one entry in the audit chain, the day in the group's zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.ids import new_id
from qualitydesk.directory import store
from qualitydesk.directory.model import Employee
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row

TOUCHED = frozenset({Change.DIRECTORY})


class Writer:
    """Base of the directory's services: a database, a clock, how a row is written and told."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def _day(self, connection: Connection) -> date:
        """Today in the group's zone."""
        found = store.group(connection)
        return local_day(self._clock.now(), found.zone) if found else local_day(self._clock.now())

    def _put(
        self,
        connection: Connection,
        table: Any,
        subject: str,
        row_id: UUID | None,
        seen: int,
        before: Any,
        values: Mapping[str, Any],
        by: By,
    ) -> UUID:
        if before is None:
            row_id = row_id or new_id()
            insert_row(connection, table, id=row_id, **values)
        else:
            assert row_id is not None
            update_row(connection, table, row_id, seen, **values)
        verb = "change" if before else "add"
        self._audit(connection, by, f"{verb}_{subject}", subject, row_id, values_of(before), values)
        return row_id

    def reach_back(self, connection: Connection, before: Employee, hired_on: date, by: By) -> None:
        """The hire date was mended to an earlier one: what held from the first day on holds from the new one on."""
        key = {"employee_id": before.id, "since": hired_on}
        place = store.placements_of(connection, before.id)[0]
        if hired_on < place.since <= before.hired_on:
            values = {"department_id": place.department_id, "post_id": place.post_id}
            store.put_term(connection, store.placements, key, values)
            self._audit(connection, by, "place", "employee", before.id, None, {**key, **values})
        above = next(iter(store.superiors_of(connection, before.id)), None)
        if above is not None and hired_on < above.since <= before.hired_on:
            store.put_term(connection, store.superior_terms, key, {"superior_id": above.superior_id})
            self._audit(
                connection, by, "set_superior", "employee", before.id, None, {**key, "superior_id": above.superior_id}
            )

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        subject: str,
        subject_id: UUID,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, subject, subject_id, before, after)


def values_of(before: Any) -> dict[str, Any] | None:
    """A frozen value as the audit keeps it."""
    return None if before is None else asdict(before)
