"""What each person was reminded of: a row each, so that nothing is told twice, after a restart or by two windows.

A reminder is named by its source (`case`), what it is about and a code of that source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Index, Table, insert, select

from qualitydesk.storage.base import Id, Moment, Word, metadata

reminders_told = Table(
    "reminders_told",
    metadata,
    Column("employee_id", Id, primary_key=True),
    Column("source", Word(20), primary_key=True),
    Column("subject_id", Id, primary_key=True),
    Column("code", Word(100), primary_key=True),
    Column("told_at", Moment, nullable=False),
    Column("shown", Boolean, nullable=False),  # False: passed over, since a later one of its clock was up
    Index("ix_reminders_told_employee_id_told_at", "employee_id", "told_at"),
)
_MANY = 500  # ids in one question; databases bound them


class Told(NamedTuple):
    """One reminder as it is remembered."""

    source: str
    subject_id: UUID
    code: str


def seen(connection: Connection, employee_id: UUID, source: str, subjects: Collection[UUID]) -> dict[UUID, set[str]]:
    """The codes a person was told of, or that were passed over, by what they are about."""
    c = reminders_told.c
    found: dict[UUID, set[str]] = {}
    for some in _parts(list(subjects)):
        query = select(c.subject_id, c.code).where(
            c.employee_id == employee_id, c.source == source, c.subject_id.in_(some)
        )
        for row in connection.execute(query):
            found.setdefault(row.subject_id, set()).add(row.code)
    return found


def remember(
    connection: Connection, employee_id: UUID, shown: Iterable[Told], passed: Iterable[Told], now: datetime
) -> frozenset[Told]:
    """Keep these, and give those shown that nobody had kept before. Inside a writing transaction."""
    wanted = {**dict.fromkeys(passed, False), **dict.fromkeys(shown, True)}
    known: set[Told] = set()
    for source in {one.source for one in wanted}:
        subjects = {one.subject_id for one in wanted if one.source == source}
        for subject, codes in seen(connection, employee_id, source, subjects).items():
            known |= {Told(source, subject, code) for code in codes}
    fresh = {one: told for one, told in wanted.items() if one not in known}
    if fresh:
        rows = [
            {"employee_id": employee_id, **one._asdict(), "told_at": now, "shown": told} for one, told in fresh.items()
        ]
        connection.execute(insert(reminders_told), rows)
    return frozenset(one for one, told in fresh.items() if told)


def lately(connection: Connection, employee_id: UUID, since: datetime, limit: int) -> list[tuple[Told, datetime]]:
    """What a person was shown since a moment, the latest first, with when."""
    c = reminders_told.c
    query = (
        select(c.source, c.subject_id, c.code, c.told_at)
        .where(c.employee_id == employee_id, c.told_at >= since, c.shown)
        .order_by(c.told_at.desc())
        .limit(limit)
    )
    return [(Told(row.source, row.subject_id, row.code), row.told_at) for row in connection.execute(query)]


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for at in range(0, len(ids), _MANY):
        yield ids[at : at + _MANY]
