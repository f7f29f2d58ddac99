"""The list of rounds, page by page: what it is narrowed by, and what each row tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, case, func, or_, select

from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import RoundFilter, RoundKind, RoundLine, RoundState, Verdict
from qualitydesk.inspections.store.tables import answers, round_inspectors, rounds, stops
from qualitydesk.storage.paging import page

_KINDS = {one.value: one for one in RoundKind}
_STATES = {one.value: one for one in RoundState}


def _so_far(kept: Column[int], counted: ColumnElement[bool]) -> ColumnElement[int]:
    """What a finished round kept; of any other round counted from its answers."""
    live = (
        select(func.count())
        .select_from(answers.join(stops, stops.c.id == answers.c.stop_id))
        .where(stops.c.round_id == rounds.c.id, counted)
        .scalar_subquery()
    )
    return case((rounds.c.state == RoundState.FINISHED, kept), else_=live)


def lines(
    connection: Connection,
    wanted: RoundFilter,
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    after: tuple[datetime, UUID] | None = None,
    limit: int = 200,
) -> list[RoundLine]:
    """A page of rounds begun from `since` until before `before`, newest first, from behind the key `after`."""
    query = _narrowed(_lines(), wanted)
    if text := wanted.text.strip():
        query = query.where(_holding(connection, text))
    if since is not None:
        query = query.where(rounds.c.started_at >= since)
    if before is not None:
        query = query.where(rounds.c.started_at < before)
    query = page(query, rounds.c.started_at, rounds.c.id, after, limit, descending=True)
    return [_line(row) for row in connection.execute(query).all()]


@cache  # building it costs more than running it
def _lines() -> Select[Any]:
    """The columns of `RoundLine` in its order."""
    lead = (
        select(employees.c.name)
        .join(round_inspectors, round_inspectors.c.employee_id == employees.c.id)
        .where(round_inspectors.c.round_id == rounds.c.id, round_inspectors.c.position == 0)
        .scalar_subquery()
    )
    return select(
        rounds.c.id,
        rounds.c.number,
        rounds.c.kind,
        rounds.c.state,
        rounds.c.institution_id,
        institutions.c.name.label("institution"),
        func.coalesce(lead, rounds.c.visitor_code),
        rounds.c.started_at,
        rounds.c.finished_at,
        rounds.c.people,
        _so_far(rounds.c.answered, answers.c.verdict.is_not(None)),
        rounds.c.total,
        _so_far(rounds.c.failed, answers.c.verdict == Verdict.FAIL),
        rounds.c.share,
        rounds.c.passed,
        rounds.c.reason,
        rounds.c.corrected,
    ).join(institutions, institutions.c.id == rounds.c.institution_id)


def _line(row: Row[Any]) -> RoundLine:
    values: list[Any] = list(row)
    values[2], values[3] = _KINDS[values[2]], _STATES[values[3]]
    return RoundLine(*values)


def _narrowed(query: Select[Any], wanted: RoundFilter) -> Select[Any]:
    if wanted.institution_id is not None:
        query = query.where(rounds.c.institution_id == wanted.institution_id)
    if wanted.kind is not None:
        query = query.where(rounds.c.kind == wanted.kind)
    if wanted.state is not None:
        query = query.where(rounds.c.state == wanted.state)
    if wanted.inspector_id is not None:
        query = query.where(_inspected_by([wanted.inspector_id]))
    return query


def _holding(connection: Connection, text: str) -> ColumnElement[bool]:
    """Rounds whose number, code name, institution or inspector holds these words. Names are looked up first: a few
    hundred of them are read faster than asked about for each round."""
    houses = connection.scalars(select(institutions.c.id).where(institutions.c.name.contains(text, autoescape=True)))
    people = connection.scalars(select(employees.c.id).where(employees.c.name.contains(text, autoescape=True)))
    return or_(
        rounds.c.number.contains(text.upper(), autoescape=True),
        rounds.c.visitor_code.contains(text, autoescape=True),
        rounds.c.institution_id.in_(houses.all()),
        _inspected_by(people.all()),
    )


def _inspected_by(people: Sequence[UUID]) -> ColumnElement[bool]:
    return rounds.c.id.in_(select(round_inspectors.c.round_id).where(round_inspectors.c.employee_id.in_(people)))


def inspectors(connection: Connection) -> list[tuple[UUID, str]]:
    """Everybody who ever inspected, by name."""
    there = select(round_inspectors.c.employee_id)
    query = select(employees.c.id, employees.c.name).where(employees.c.id.in_(there)).order_by(employees.c.name)
    return [(row.id, row.name) for row in connection.execute(query)]
