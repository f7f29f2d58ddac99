"""The working-day calendar as rows: years with their notice, days as announced and as the group has entered them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Boolean, Column, Connection, Integer, Table, Text, delete, insert, select, update

from qualitydesk.rulebook.model.days import ListedDay, Notice, YearFacts
from qualitydesk.storage.base import Day, Word, metadata

calendar_years = Table(
    "calendar_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("announced", Boolean, nullable=False),
    Column("number", Word(60), nullable=False),
    Column("issued_on", Day),
    Column("source", Text, nullable=False),
)
calendar_days = Table(  # `year`: the notice a day came with, or its own year; `own`: entered by the group
    "calendar_days",
    metadata,
    Column("day", Day, primary_key=True),
    Column("own", Boolean, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("working", Boolean, nullable=False),
    Column("name", Word(40), nullable=False),
)


def years(connection: Connection) -> tuple[YearFacts, ...]:
    """Every year there is anything about, in order."""
    rows = connection.execute(select(calendar_years).order_by(calendar_years.c.year))
    return tuple(YearFacts(**row._mapping) for row in rows)


def year_facts(connection: Connection, year: int) -> YearFacts | None:
    """One year."""
    row = connection.execute(select(calendar_years).where(calendar_years.c.year == year)).first()
    return YearFacts(**row._mapping) if row else None


def days(connection: Connection, first: date | None = None, last: date | None = None) -> tuple[ListedDay, ...]:
    """Days as announced and own entries, in order, the own one of a day after the announced; from `first` to `last`."""
    query = select(calendar_days).order_by(calendar_days.c.day, calendar_days.c.own)
    if first is not None:
        query = query.where(calendar_days.c.day >= first)
    if last is not None:
        query = query.where(calendar_days.c.day <= last)
    return tuple(_day(row) for row in connection.execute(query))


def days_of_notice(connection: Connection, year: int) -> tuple[ListedDay, ...]:
    """The days a year's notice has brought."""
    query = select(calendar_days).where(calendar_days.c.year == year, calendar_days.c.own.is_(False))
    return tuple(_day(row) for row in connection.execute(query.order_by(calendar_days.c.day)))


def own_day(connection: Connection, day: date) -> ListedDay | None:
    """The group's own entry of a day."""
    row = connection.execute(
        select(calendar_days).where(calendar_days.c.day == day, calendar_days.c.own.is_(True))
    ).first()
    return _day(row) if row else None


def put_notice(connection: Connection, notice: Notice) -> None:
    """A year's notice in the place of the one before; own entries stay."""
    connection.execute(delete(calendar_days).where(calendar_days.c.year == notice.year, calendar_days.c.own.is_(False)))
    # What two notices say of one of the last days of December the later year's decides.
    named = [one.day for one in notice.days]
    connection.execute(delete(calendar_days).where(calendar_days.c.day.in_(named), calendar_days.c.own.is_(False)))
    put_year(connection, YearFacts(notice.year, True, notice.number, notice.issued_on, notice.source))
    _add(connection, notice.year, notice.days)


def put_year(connection: Connection, facts: YearFacts) -> None:
    """What is known of a year, in the place of what was."""
    values = {
        "announced": facts.announced,
        "number": facts.number,
        "issued_on": facts.issued_on,
        "source": facts.source,
    }
    changed = connection.execute(update(calendar_years).where(calendar_years.c.year == facts.year).values(**values))
    if changed.rowcount == 0:
        connection.execute(insert(calendar_years).values(year=facts.year, **values))


def put_own_day(connection: Connection, day: ListedDay) -> None:
    """The group's own entry of a day, in the place of the one before."""
    clear_own_day(connection, day.day)
    _add(connection, day.day.year, (day,))


def clear_own_day(connection: Connection, day: date) -> None:
    """The group's own entry of a day is gone; what the notice says stands again."""
    connection.execute(delete(calendar_days).where(calendar_days.c.day == day, calendar_days.c.own.is_(True)))


def _add(connection: Connection, year: int, listed: Iterable[ListedDay]) -> None:
    rows = [
        {"day": one.day, "own": one.own, "year": year, "working": one.working, "name": one.name[:40]} for one in listed
    ]
    if rows:
        connection.execute(insert(calendar_days), rows)


def _day(row: object) -> ListedDay:
    return ListedDay(row.day, row.working, row.name, row.own)  # type: ignore[attr-defined]
