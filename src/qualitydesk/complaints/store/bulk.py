"""Many whole cases at once: every row of them in as few statements as there are tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, insert

from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.complaints.store import clocks, tables
from qualitydesk.complaints.store.narrowing import KIND
from qualitydesk.storage import search

_BATCH = 500
_HANGING: tuple[Table, ...] = (
    tables.case_visits,
    tables.case_people,
    tables.case_subjects,
    tables.case_contacts,
    tables.case_notes,
    tables.case_severities,
    tables.case_solutions,
    tables.case_negotiations,
    tables.case_payments,
    tables.case_handlings,
    tables.case_preventions,
    tables.case_externals,
    tables.case_after_calls,
    tables.case_pauses,
    tables.case_events,
)
_NAMES = {table.name for table in _HANGING}


@dataclass
class WholeCase:
    """The rows of one case as they are to stand: `head` of `cases`, `rows` by table, clocks, what it is found by."""

    head: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    clocks: Sequence[Deadline] = ()
    found_by: Sequence[str] = ()

    @property
    def id(self) -> UUID:
        """The case's id."""
        found: UUID = self.head["id"]
        return found


def add_cases(connection: Connection, found: Sequence[WholeCase]) -> None:
    """Write cases that were not there before, in the order given: one linked into another stands behind it."""
    assert all(one.rows.keys() <= _NAMES for one in found), "rows of a table that is not written"
    for at in range(0, len(found), _BATCH):
        batch = found[at : at + _BATCH]
        _add(connection, tables.cases, [one.head for one in batch])
        for table in _HANGING:
            _add(connection, table, [{**row, "case_id": one.id} for one in batch for row in one.rows[table.name]])
        _add(connection, tables.case_clocks, [row for one in batch for row in clocks.rows_of(one.id, one.clocks)])
        search.write_fresh(connection, KIND, ((one.id, one.found_by) for one in batch))


def _add(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Every column is named, so that rows that leave different ones out go in one statement."""
    empty = {column.name: None for column in table.columns}
    full = [{**empty, **row} for row in rows]
    if full:
        connection.execute(insert(table), full)
