"""Timelines of requests and wishes: entries in the order they were written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, func, insert, select

from qualitydesk.complaints.model.requests import Entry
from qualitydesk.directory.store import employees


def add_entry(connection: Connection, table: Table, owner_id: UUID, **values: Any) -> None:
    """One more entry."""
    owner = _owner(table)
    last = select(func.coalesce(func.max(table.c.place), 0) + 1).where(owner == owner_id)
    place = int(connection.execute(last).scalar_one())
    connection.execute(insert(table).values({owner.name: owner_id, "place": place, **values}))


def entries(connection: Connection, table: Table, owner_id: UUID) -> tuple[Entry, ...]:
    """All of one thing's entries, the first first."""
    decided, entered = employees.alias("decided"), employees.alias("entered")
    query = (
        select(table, decided.c.name.label("decider"), entered.c.name.label("typist"))
        .outerjoin(decided, decided.c.id == table.c.decided_by)
        .outerjoin(entered, entered.c.id == table.c.entered_by)
        .where(_owner(table) == owner_id)
        .order_by(table.c.place)
    )
    return tuple(
        Entry(row.place, row.at, row.verb, row.words, row.decider or "", row.typist or "", row.details or {})
        for row in connection.execute(query)
    )


def _owner(table: Table) -> Column[Any]:
    return next(iter(table.c))
