"""Rows of cases for the monthly figures, read in batches with what hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Connection, Row, Table, select, union

from qualitydesk.complaints.model import (
    Channel,
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
_CHANNELS = {one.value: one for one in Channel}
_LEVELS: dict[int, Level | None] = {0: None, **{int(one): one for one in Level}}
_KINDS = {one.value: one for one in SubjectKind}
_OUTCOMES: dict[str | None, Outcome | None] = {None: None, **{one.value: one for one in Outcome}}


def statistics(
    connection: Connection, until: datetime, since: datetime | None, institution_id: UUID | None = None
) -> Iterator[StatisticsRow]:
    """Cases received before `until` and open, closed, paid for or with people handled from `since` on, in order of
    receipt; merged ones left out: they are counted with the case they were merged into."""
    c = cases.c
    query = (
        select(
            c.id, c.number, c.institution_id, institutions.c.name.label("institution"), c.channel, c.level,
            c.received_at, c.accepted_at, c.closed_at, c.limit_due_at, c.reopened,
        )
        .join(institutions, institutions.c.id == c.institution_id)
        .where(c.received_at < until, c.merged_into.is_(None))
        .order_by(c.received_at, c.id)
    )  # fmt: skip
    if since is not None:
        query = query.where(c.id.in_(_moved(since, until)))
    if institution_id is not None:
        query = query.where(c.institution_id == institution_id)
    rows = connection.execute(query).all()
    for at in range(0, len(rows), _BATCH):
        yield from _told(connection, rows[at : at + _BATCH])


def _moved(since: datetime, until: datetime) -> CompoundSelect[Any]:
    """Cases open or closed within a span, and those closed long since with money paid or people handled in it.

    A union, so that each part may go by an index of its own.
    """
    c, paid, handled = cases.c, case_payments.c, case_handlings.c
    return union(
        select(c.id).where(c.closed_at >= since, c.received_at < until),
        select(paid.case_id).where(paid.paid_at >= since, paid.paid_at < until),
        select(handled.case_id).where(handled.recorded_at >= since, handled.recorded_at < until),
    )


def _told(connection: Connection, rows: list[Row[Any]] | Any) -> Iterator[StatisticsRow]:
    ids = [row.id for row in rows]
    ways = courses(connection, [row.id for row in rows if row.reopened])
    s, p, h = case_subjects.c, case_payments.c, case_handlings.c
    subjects = _by_case(connection, case_subjects, ids, s.kind, s.outcome, s.split_to, s.position)
    money = _by_case(connection, case_payments, ids, p.state, p.kind, p.paid_at, p.amount)
    fines = _by_case(connection, case_handlings, ids, h.recorded_at, h.amount, h.withdrawn_at)
    for row in rows:
        way = ways.get(row.id)
        paid = [one for one in money[row.id] if one.state == PaymentState.PAID]
        yield StatisticsRow(
            id=row.id,
            number=row.number,
            institution_id=row.institution_id,
            institution=row.institution,
            channel=_CHANNELS[row.channel],
            level=_LEVELS[row.level],
            received_at=row.received_at,
            accepted_at=row.accepted_at,
            closed_at=None if row.closed_at == FAR else row.closed_at,
            reopenings=way.reopenings if way is not None else (),
            close_due_at=row.limit_due_at,
            outcomes=tuple(
                (_KINDS[one.kind], _OUTCOMES[one.outcome])
                for one in sorted(subjects[row.id], key=lambda one: one.position)
                if one.split_to is None
            ),
            refunds=tuple((one.paid_at, one.amount) for one in paid if one.kind == MoneyKind.REFUND),
            compensations=tuple((one.paid_at, one.amount) for one in paid if one.kind == MoneyKind.COMPENSATION),
            fines=tuple((one.recorded_at, one.amount) for one in fines[row.id] if one.withdrawn_at is None),
        )


def _by_case(connection: Connection, table: Table, ids: list[UUID], *columns: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table.c.case_id, *columns).where(table.c.case_id.in_(ids))):
        found[row.case_id].append(row)
    return found
