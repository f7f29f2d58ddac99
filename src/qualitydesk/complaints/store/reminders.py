"""Running clocks that have come to a rung lately: asked by index, never all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, null, or_, select, union

from qualitydesk.complaints.model.clocks import ClockState
from qualitydesk.complaints.store.request_tables import request_clocks, requests
from qualitydesk.complaints.store.tables import case_clocks, case_externals, case_pauses, cases
from qualitydesk.directory.store import institutions

_STATES = (ClockState.RUNNING, ClockState.OVERDUE, ClockState.PAUSED)  # a pause may have ended by itself meanwhile
_MANY = 500


def due_between(
    connection: Connection, since: datetime, now: datetime, offsets: Iterable[timedelta]
) -> list[tuple[Any, ...]]:
    """Clocks with a rung after `since` and up to `now`: half time, or their deadline moved by one of the offsets.

    Rows: case id, code, run, state, started, due, half, number, level, received, institution id, its name, and the
    open pause's start and reason, if there is one.
    """
    c = case_clocks.c
    running = select(c.case_id, c.code, c.run).where(c.stopped_at.is_(None), c.state.in_(_STATES))
    parts = [running.where(c.half_at > since, c.half_at <= now)]
    parts += [running.where(c.due_at > since - away, c.due_at <= now - away) for away in offsets]
    up = union(*parts).subquery()
    query = _clocks().join(up, and_(up.c.case_id == c.case_id, up.c.code == c.code, up.c.run == c.run))
    return [tuple(row) for row in connection.execute(query)]


def running_of(connection: Connection, case_ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    """The running clocks of these cases, as rows of `due_between`."""
    c = case_clocks.c
    found: list[tuple[Any, ...]] = []
    for at in range(0, len(case_ids), _MANY):
        some = case_ids[at : at + _MANY]
        query = _clocks().where(c.case_id.in_(some), c.stopped_at.is_(None), c.state.in_(_STATES))
        found += [tuple(row) for row in connection.execute(query)]
    return found


def externals_between(
    connection: Connection, since: datetime, now: datetime, offsets: Iterable[timedelta]
) -> list[tuple[Any, ...]]:
    """Dates set outside and not kept yet, with a rung between; rows: reference, kind, heard, due, case id, number,
    level, received, institution id, its name."""
    e = case_externals.c
    spans = [and_(e.due_at > since - away, e.due_at <= now - away) for away in offsets]
    return [tuple(row) for row in connection.execute(_externals().where(or_(*spans)))]


def externals_of(connection: Connection, case_ids: Collection[UUID]) -> list[tuple[Any, ...]]:
    """Those of these cases that are not kept yet, as rows of `externals_between`."""
    ids, found = list(case_ids), []
    for at in range(0, len(ids), _MANY):
        query = _externals().where(case_externals.c.case_id.in_(ids[at : at + _MANY]))
        found += [tuple(row) for row in connection.execute(query)]
    return found


def requests_between(
    connection: Connection, since: datetime, now: datetime, offsets: Iterable[timedelta]
) -> list[tuple[Any, ...]]:
    """Clocks of internal requests with a rung between, as rows of `due_between`; a request has no level nor pause."""
    c = request_clocks.c
    spans = [and_(c.due_at > since - away, c.due_at <= now - away) for away in offsets]
    query = _requests().where(or_(and_(c.half_at > since, c.half_at <= now), *spans))
    return [tuple(row) for row in connection.execute(query)]


def requests_of(connection: Connection, request_ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    """The running clocks of these requests, as rows of `due_between`."""
    found: list[tuple[Any, ...]] = []
    for at in range(0, len(request_ids), _MANY):
        query = _requests().where(request_clocks.c.request_id.in_(request_ids[at : at + _MANY]))
        found += [tuple(row) for row in connection.execute(query)]
    return found


def _requests() -> Select[Any]:
    c = request_clocks.c
    return (
        select(
            c.request_id, c.code, c.run, c.state, c.started_at, c.due_at, c.half_at,
            requests.c.number, null().label("level"), requests.c.received_at, requests.c.institution_id,
            institutions.c.name, null().label("paused_at"), null().label("reason"),
        )
        .select_from(request_clocks)
        .join(requests, requests.c.id == c.request_id)
        .join(institutions, institutions.c.id == requests.c.institution_id)
        .where(c.stopped_at.is_(None), c.state.in_(_STATES))
    )  # fmt: skip


def _clocks() -> Select[Any]:
    c, p = case_clocks.c, case_pauses.c
    return (
        select(
            c.case_id, c.code, c.run, c.state, c.started_at, c.due_at, c.half_at,
            cases.c.number, cases.c.level, cases.c.received_at, cases.c.institution_id, institutions.c.name,
            p.started_at.label("paused_at"), p.reason,
        )
        .select_from(case_clocks)
        .join(cases, cases.c.id == c.case_id)
        .join(institutions, institutions.c.id == cases.c.institution_id)
        .outerjoin(case_pauses, and_(p.case_id == c.case_id, p.ended_at.is_(None)))
        .where(cases.c.merged_into.is_(None))
    )  # fmt: skip


def _externals() -> Select[Any]:
    e = case_externals.c
    return (
        select(
            e.reference, e.kind, e.heard_at, e.due_at,
            cases.c.id.label("case_id"), cases.c.number, cases.c.level, cases.c.received_at, cases.c.institution_id,
            institutions.c.name,
        )
        .select_from(case_externals)
        .join(cases, cases.c.id == e.case_id)
        .join(institutions, institutions.c.id == cases.c.institution_id)
        .where(e.done_at.is_(None), cases.c.merged_into.is_(None))
    )  # fmt: skip
