"""Visitor counts of institutions by month: what complaints are set against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Integer, Table, delete, select

from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.directory.store.tables import institutions
from qualitydesk.storage.base import Day, Id, Moment, metadata
from qualitydesk.storage.upserts import insert_or

visitor_counts = Table(
    "visitor_counts",
    metadata,
    Column("institution_id", Id, ForeignKey("institutions.id"), primary_key=True),
    Column("month", Day, primary_key=True),  # its first day
    Column("visitors", Integer, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
)


def counts(connection: Connection, first: date | None = None, last: date | None = None) -> list[VisitorCount]:
    """The counts of months between two days, newest first, then by institution."""
    c = visitor_counts.c
    query = select(visitor_counts, institutions.c.name, institutions.c.code).join(
        institutions, institutions.c.id == c.institution_id
    )
    if first is not None:
        query = query.where(c.month >= first)
    if last is not None:
        query = query.where(c.month <= last)
    rows = connection.execute(query.order_by(c.month.desc(), institutions.c.code))
    return [VisitorCount(row.institution_id, row.month, row.visitors, row.name) for row in rows]


def put(connection: Connection, found: Sequence[VisitorCount], at: datetime, by: UUID | None) -> None:
    """Counts in place of those of the same institution and month."""
    into = insert_or(connection, visitor_counts)
    into = into.on_conflict_do_update(
        index_elements=["institution_id", "month"],
        set_={name: into.excluded[name] for name in ("visitors", "entered_at", "entered_by")},
    )
    rows = [
        {
            "institution_id": one.institution_id, "month": one.month, "visitors": one.visitors,
            "entered_at": at, "entered_by": by,
        }
        for one in found
    ]  # fmt: skip
    connection.execute(into, rows)


def remove(connection: Connection, institution_id: UUID, month: date) -> None:
    c = visitor_counts.c
    connection.execute(delete(visitor_counts).where(c.institution_id == institution_id, c.month == month))
