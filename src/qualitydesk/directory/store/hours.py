"""Opening hours of institutions as rows: each entry holds from its day until the next."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Row, Table, delete, insert, select

from qualitydesk.rulebook.model.days import Span, WeeklyHours
from qualitydesk.storage.base import Day, Id, Json, metadata

opening_hours = Table(  # spans as [opens, closes] in minutes after midnight
    "opening_hours",
    metadata,
    Column("institution_id", Id, ForeignKey("institutions.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("week", Json, nullable=False),
    Column("make_up", Json, nullable=False),
    Column("days_off", Json, nullable=False),
)


def hours_of(connection: Connection, institution_id: UUID) -> tuple[WeeklyHours, ...]:
    """Every entry of an institution, newest first."""
    rows = connection.execute(
        select(opening_hours)
        .where(opening_hours.c.institution_id == institution_id)
        .order_by(opening_hours.c.since.desc())
    )
    return tuple(_hours(row) for row in rows)


def hours_of_all(connection: Connection) -> dict[UUID, tuple[WeeklyHours, ...]]:
    """Every entry by institution; those without any are left out."""
    found: dict[UUID, tuple[WeeklyHours, ...]] = {}
    for row in connection.execute(select(opening_hours).order_by(opening_hours.c.since.desc())):
        found[row.institution_id] = (*found.get(row.institution_id, ()), _hours(row))
    return found


def put_hours(connection: Connection, institution_id: UUID, hours: WeeklyHours) -> None:
    """An entry in the place of the one of the same day."""
    remove_hours(connection, institution_id, hours.since)
    connection.execute(
        insert(opening_hours).values(
            institution_id=institution_id,
            since=hours.since,
            week=[_pairs(spans) for spans in hours.week],
            make_up=_pairs(hours.make_up),
            days_off=_pairs(hours.days_off),
        )
    )


def remove_hours(connection: Connection, institution_id: UUID, since: date) -> None:
    """The entry of a day is gone; the one before it holds on."""
    connection.execute(
        delete(opening_hours).where(opening_hours.c.institution_id == institution_id, opening_hours.c.since == since)
    )


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.opens, span.closes] for span in spans]


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _hours(row: Row[tuple[object, ...]]) -> WeeklyHours:
    found = row._mapping
    week = tuple(_spans(pairs) for pairs in found["week"])
    return WeeklyHours(found["since"], week, _spans(found["make_up"]), _spans(found["days_off"]))
