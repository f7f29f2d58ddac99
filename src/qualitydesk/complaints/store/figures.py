"""Rows of cases for the monthly figures, read in batches with what hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from qualitydesk.complaints.model import (
    Channel,
    Course,
    Level,
    MoneyKind,
    Outcome,
    PaymentState,
    StatisticsRow,
    SubjectKind,
)
from qualitydesk.complaints.store.rows import courses
from qualitydesk.complaints.store.tables import FAR, case_handlings, case_payments, case_subjects, cases
from qualitydesk.directory.store import institutions

_BATCH = 500


def statistics(connection: Connection, until: datetime, since: datetime | None) -> Iterator[StatisticsRow]:
    """Cases received before `until` and not closed before `since`, in order of receipt; merged ones left out."""
    query = (
        select(cases, institutions.c.name.label("institution"))
        .join(institutions, institutions.c.id == cases.c.institution_id)
        .where(cases.c.received_at < until, cases.c.merged_into.is_(None))
        .order_by(cases.c.received_at, cases.c.id)
    )
    if since is not None:
        query = query.where(cases.c.closed_at >= since)
    rows = connection.execute(query).all()
    for at in range(0, len(rows), _BATCH):
        yield from _told(connection, rows[at : at + _BATCH])


def _told(connection: Connection, rows: Any) -> Iterator[StatisticsRow]:
    ids = [row.id for row in rows]
    ways = courses(connection, ids)
    outcomes = _by_case(connection, case_subjects, ids)
    money = _by_case(connection, case_payments, ids)
    fines = _by_case(connection, case_handlings, ids)
    for row in rows:
        paid = [one for one in money[row.id] if one.state == PaymentState.PAID]
        yield StatisticsRow(
            id=row.id,
            number=row.number,
            institution_id=row.institution_id,
            institution=row.institution,
            channel=Channel(row.channel),
            level=Level(row.level) if row.level else None,
            received_at=row.received_at,
            accepted_at=row.accepted_at,
            closed_at=None if row.closed_at == FAR else row.closed_at,
            reopenings=_reopenings(ways.get(row.id)),
            close_due_at=row.limit_due_at,
            outcomes=tuple(
                (SubjectKind(one.kind), Outcome(one.outcome) if one.outcome else None)
                for one in sorted(outcomes[row.id], key=lambda one: one.position)
                if one.split_to is None
            ),
            refunds=tuple((one.paid_at, one.amount) for one in paid if one.kind == MoneyKind.REFUND),
            compensations=tuple((one.paid_at, one.amount) for one in paid if one.kind == MoneyKind.COMPENSATION),
            fines=tuple((one.recorded_at, one.amount) for one in fines[row.id] if one.withdrawn_at is None),
        )


def _reopenings(course: Course | None) -> tuple[tuple[datetime, datetime], ...]:
    return course.reopenings if course is not None else ()


def _by_case(connection: Connection, table: Table, ids: list[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.case_id.in_(ids))):
        found[row.case_id].append(row)
    return found
