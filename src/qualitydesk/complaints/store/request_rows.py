"""Internal requests: one in full, filtered pages, counts, a month's sums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select

from qualitydesk.complaints.model.requests import (
    UNANSWERED,
    KeptFile,
    RequestFilter,
    RequestLine,
    RequestState,
)
from qualitydesk.complaints.rules.requests import ANSWER_CLOCK
from qualitydesk.complaints.store.request_tables import request_clocks, request_files, requests
from qualitydesk.directory.store import departments, employees, institutions
from qualitydesk.measures.model import Urgency
from qualitydesk.storage import search
from qualitydesk.storage.paging import page

KIND = "request"
"""Under which the search keeps requests."""
SORTS = {"due_at": requests.c.due_at, "received_at": requests.c.received_at, "number": requests.c.number}
Span = tuple[datetime | None, datetime | None]
_ASKER = employees.alias("asker")
_ASKED = departments.alias("asked")
_COLUMNS = 20


@cache  # building it costs more than running it
def line_query() -> Select[Any]:
    """Every column of a line, of all requests."""
    c = requests.c
    return (
        select(
            c.id,
            c.number,
            c.state,
            c.urgency,
            c.institution_id,
            institutions.c.name.label("institution"),
            c.asker_id,
            _ASKER.c.name.label("asker"),
            c.department_id,
            departments.c.name.label("department"),
            c.asked_id,
            _ASKED.c.name.label("asked"),
            c.words,
            c.received_at,
            c.due_at,
            c.answered_at,
            c.closed_at,
            c.missed,
            c.returned,
            c.revision,
        )
        .join(institutions, institutions.c.id == c.institution_id)
        .join(_ASKER, _ASKER.c.id == c.asker_id)
        .join(departments, departments.c.id == c.department_id)
        .join(_ASKED, _ASKED.c.id == c.asked_id)
    )


def line_of(row: Row[Any]) -> RequestLine:
    """A row of `line_query` as a value."""
    values: list[Any] = list(row)[:_COLUMNS]
    values[2], values[3] = RequestState(values[2]), Urgency(values[3])
    return RequestLine(*values)


def lines(
    connection: Connection,
    wanted: RequestFilter,
    now: datetime,
    span: Span,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[RequestLine]:
    """A page by (sort, id) from behind `after`; `span`: received, from one moment to before another."""
    query = _narrowed(connection, line_query(), wanted, now, span)
    query = page(query, SORTS[sort], requests.c.id, after, limit, descending=descending)
    return [line_of(row) for row in connection.execute(query).all()]


def count(connection: Connection, wanted: RequestFilter, now: datetime, span: Span) -> int:
    """How many fit."""
    query = _narrowed(connection, select(func.count()).select_from(requests), wanted, now, span)
    return connection.scalar(query) or 0


def _narrowed(
    connection: Connection, query: Select[Any], wanted: RequestFilter, now: datetime, span: Span
) -> Select[Any]:
    c = requests.c
    for name in ("state", "institution_id", "department_id", "asked_id", "urgency"):
        if (value := getattr(wanted, name)) is not None:
            query = query.where(c[name] == value)
    if wanted.unanswered or wanted.overdue:
        query = query.where(c.state.in_(UNANSWERED))
    if wanted.overdue:
        query = query.where(c.due_at < now)
    if wanted.mine is not None:
        query = query.where(or_(c.asker_id == wanted.mine, c.accepted_by == wanted.mine, c.answered_by == wanted.mine))
    first, before = span
    if first is not None:
        query = query.where(c.received_at >= first)
    if before is not None:
        query = query.where(c.received_at < before)
    return query.where(search.holds(connection, KIND, wanted.text, c.id))


def states(connection: Connection) -> Mapping[RequestState, int]:
    """How many stand in each state."""
    query = select(requests.c.state, func.count()).group_by(requests.c.state)
    return {RequestState(state): number for state, number in connection.execute(query)}


def sums(connection: Connection, first: datetime, before: datetime, now: datetime) -> dict[str, int]:
    """The figures of `RequestSums` by name."""
    c = requests.c
    answered = c.state.in_((RequestState.ANSWERED, RequestState.CLOSED))

    def times(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    month = select(
        times(c.state != RequestState.WITHDRAWN).label("asked"),
        times(and_(answered, c.missed.is_(False))).label("in_time"),
        times(and_(answered, c.missed.is_(True))).label("late"),
        times(c.returned > 0).label("returned"),
        times(c.state == RequestState.WITHDRAWN).label("withdrawn"),
    ).where(c.received_at >= first, c.received_at < before)
    standing = select(func.count().label("open"), times(c.due_at < now).label("overdue")).where(c.state.in_(UNANSWERED))
    found = {**connection.execute(month).one()._mapping, **connection.execute(standing).one()._mapping}
    return {name: int(value) for name, value in found.items()}


def request(connection: Connection, request_id: UUID) -> tuple[RequestLine, Row[Any]] | None:
    """The line, and its row with the rest: since, backdate_reason, answer, who received, accepted, answered, closed."""
    people = {name: employees.alias(name) for name in ("receiver", "accepter", "answerer", "closer")}
    c = requests.c
    query = line_query().add_columns(
        c.since,
        c.backdate_reason,
        c.answer,
        c.answered_by,
        *(alias.c.name.label(name) for name, alias in people.items()),
    )
    for name, column in (
        ("receiver", c.received_by),
        ("accepter", c.accepted_by),
        ("answerer", c.answered_by),
        ("closer", c.closed_by),
    ):
        query = query.outerjoin(people[name], people[name].c.id == column)
    row = connection.execute(query.where(c.id == request_id)).first()
    return (line_of(row), row) if row is not None else None


def files(connection: Connection, request_id: UUID) -> tuple[KeptFile, ...]:
    """What is kept with a request, the first added first."""
    query = (
        select(request_files, employees.c.name.label("who"))
        .outerjoin(employees, employees.c.id == request_files.c.added_by)
        .where(request_files.c.request_id == request_id)
        .order_by(request_files.c.added_at, request_files.c.id)
    )
    return tuple(
        KeptFile(row.id, row.name, row.sha256, row.size, row.added_at, row.who or "")
        for row in connection.execute(query)
    )


def file_of(connection: Connection, file_id: UUID) -> tuple[str, str] | None:
    """(name, sha256) of a file."""
    c = request_files.c
    row = connection.execute(select(c.name, c.sha256).where(c.id == file_id)).first()
    return (row.name, row.sha256) if row else None


def open_ids(connection: Connection) -> list[UUID]:
    """Every request whose clock runs, in order of receipt."""
    running = select(request_clocks.c.request_id).where(
        request_clocks.c.stopped_at.is_(None), request_clocks.c.code == ANSWER_CLOCK
    )
    query = select(requests.c.id).where(requests.c.id.in_(running)).order_by(requests.c.received_at, requests.c.id)
    return list(connection.scalars(query))
