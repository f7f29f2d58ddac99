"""Saved views, and marks on charts: dated notes, phases, points left out, frozen baselines. Rows in, values out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Index, Table, Text, delete, select, update

from qualitydesk.basics.errors import Refused
from qualitydesk.directory.store import employees
from qualitydesk.insights.model.trends import Mark, MarkKind, SavedView
from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata
from qualitydesk.storage.database import insert_row

trend_views = Table(
    "trend_views",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Word(40), nullable=False, unique=True),
    Column("wanted", Json, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("kept_by", Id, ForeignKey("employees.id")),
)
trend_marks = Table(
    "trend_marks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Word(12), nullable=False),
    Column("chart", Word(20), nullable=False),  # "" = on every chart over time
    Column("institution_id", Id, ForeignKey("institutions.id")),  # NULL: the whole group
    Column("first", Day, nullable=False),
    Column("last", Day, nullable=False),
    Column("words", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", Id, ForeignKey("employees.id")),
    Column("dropped_at", Moment),  # taken back; the row stays
    Column("dropped_by", Id, ForeignKey("employees.id")),
    Index("ix_trend_marks_first", "first"),
)


def views(connection: Connection) -> tuple[SavedView, ...]:
    """Every saved view by name."""
    rows = connection.execute(select(trend_views).order_by(trend_views.c.name))
    return tuple(SavedView(row.id, row.name, row.wanted) for row in rows)


def put_view(connection: Connection, view: SavedView, at: datetime, by: UUID | None) -> None:
    """Keep a view in place of one of the same name."""
    connection.execute(delete(trend_views).where(trend_views.c.name == view.name))
    insert_row(connection, trend_views, id=view.id, name=view.name, wanted=view.wanted, kept_at=at, kept_by=by)


def drop_view(connection: Connection, name: str) -> None:
    connection.execute(delete(trend_views).where(trend_views.c.name == name))


def marks(connection: Connection) -> tuple[Mark, ...]:
    """Every mark that holds, oldest first."""
    c = trend_marks.c
    query = (
        select(trend_marks, employees.c.name.label("maker"))
        .outerjoin(employees, employees.c.id == c.made_by)
        .where(c.dropped_at.is_(None))
        .order_by(c.first, c.made_at, c.id)
    )
    return tuple(
        Mark(row.id, MarkKind(row.kind), row.chart, row.institution_id, row.first, row.last, row.words, row.maker or "")
        for row in connection.execute(query)
    )


def add_mark(connection: Connection, mark: Mark, at: datetime, by: UUID | None) -> None:
    insert_row(
        connection,
        trend_marks,
        id=mark.id,
        kind=mark.kind,
        chart=mark.chart,
        institution_id=mark.institution_id,
        first=mark.first,
        last=mark.last,
        words=mark.words,
        made_at=at,
        made_by=by,
    )


def drop_mark(connection: Connection, mark_id: UUID, at: datetime, by: UUID | None) -> None:
    """A mark holds no longer. Refused: stale, when it was taken back already."""
    c = trend_marks.c
    done = connection.execute(
        update(trend_marks).where(c.id == mark_id, c.dropped_at.is_(None)).values(dropped_at=at, dropped_by=by)
    )
    if not done.rowcount:
        raise Refused("stale")
