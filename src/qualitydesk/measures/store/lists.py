"""Measures as lists: filtered pages, what is due, how long the open ones have stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, or_, select

from qualitydesk.measures.model import DueFor, MeasureFilter, MeasureLine, MeasureState, OriginKind, RecheckDue
from qualitydesk.measures.rules import ages
from qualitydesk.measures.store.rows import OWNER, line_of, line_query
from qualitydesk.measures.store.tables import measure_origins, measures
from qualitydesk.storage.paging import page

SORTS = {"due_on": measures.c.due_on, "opened_at": measures.c.opened_at, "number": measures.c.number}
_TO_DO = (MeasureState.OPEN, MeasureState.REPORTED)


def due_now(today: date) -> Sequence[tuple[DueFor, Column[date], ColumnElement[bool]]]:
    """What measures are to be seen to for on a day, by which of their dates, and which measures that is.

    No measure is in two of them: its effect is looked at after a re-check that is due.
    """
    closed = measures.c.state == MeasureState.CLOSED
    recheck = and_(closed, measures.c.recheck.is_(None), measures.c.recheck_on <= today)
    checked = or_(measures.c.recheck.is_not(None), measures.c.recheck_on.is_(None), measures.c.recheck_on > today)
    effect = and_(closed, measures.c.effect.is_(None), measures.c.effect_on <= today, checked)
    return (
        (DueFor.DOING, measures.c.due_on, and_(measures.c.state == MeasureState.OPEN, measures.c.due_on <= today)),
        (DueFor.JUDGING, measures.c.due_on, measures.c.state == MeasureState.REPORTED),
        (DueFor.RECHECK, measures.c.recheck_on, recheck),
        (DueFor.EFFECT, measures.c.effect_on, effect),
    )


def lines(
    connection: Connection,
    wanted: MeasureFilter,
    today: date,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[MeasureLine]:
    """A page of measures by (sort, id) from behind `after`."""
    query = _wanted(line_query(), wanted, today)
    query = page(query, SORTS[sort], measures.c.id, after, limit, descending=descending)
    return [line_of(row) for row in connection.execute(query).all()]


def count(connection: Connection, wanted: MeasureFilter, today: date) -> int:
    """How many measures fit."""
    query = select(func.count()).select_from(measures).join(OWNER, OWNER.c.id == measures.c.owner_id)
    return connection.scalar(_wanted(query, wanted, today)) or 0


def _wanted(query: Select[Any], wanted: MeasureFilter, today: date) -> Select[Any]:
    for name in ("state", "institution_id", "owner_id", "urgency"):
        if (value := getattr(wanted, name)) is not None:
            query = query.where(measures.c[name] == value)
    if wanted.due:
        kinds = due_now(today)
        query = query.where(or_(*(and_(mine, day < today) if wanted.overdue else mine for _for, day, mine in kinds)))
    elif wanted.waiting or wanted.overdue or wanted.age is not None:
        query = query.where(measures.c.state.in_(_TO_DO))
    if wanted.overdue and not wanted.due:
        query = query.where(measures.c.due_on < today)
    if wanted.age is not None:
        first, last = ages(today)[wanted.age]
        if first is not None:
            query = query.where(measures.c.opened_on >= first)
        if last is not None:
            query = query.where(measures.c.opened_on <= last)
    if wanted.text.strip():
        text = wanted.text.strip()
        query = query.where(
            or_(
                measures.c.number.icontains(text, autoescape=True),
                measures.c.task.icontains(text, autoescape=True),
                OWNER.c.name.icontains(text, autoescape=True),
                OWNER.c.number.istartswith(text, autoescape=True),
            )
        )
    return query


def due(connection: Connection, day: date) -> list[MeasureLine]:
    """Those still to be done by `day` or before it, the oldest date first."""
    query = line_query().where(measures.c.state.in_(_TO_DO), measures.c.due_on <= day)
    return [line_of(row) for row in connection.execute(query.order_by(measures.c.due_on, measures.c.id))]


def effects_due(connection: Connection, day: date) -> list[MeasureLine]:
    """Closed ones whose effect was to be looked at by `day` and was not."""
    query = line_query().where(
        measures.c.state == MeasureState.CLOSED, measures.c.effect_on <= day, measures.c.effect.is_(None)
    )
    return [line_of(row) for row in connection.execute(query.order_by(measures.c.effect_on, measures.c.id))]


def of_origin(connection: Connection, kind: OriginKind, origin_ids: Iterable[UUID]) -> list[MeasureLine]:
    """The measures that came from these things, oldest first."""
    found = (
        select(measure_origins.c.measure_id)
        .where(measure_origins.c.kind == kind, measure_origins.c.origin_id.in_(list(origin_ids)))
        .distinct()
    )
    query = line_query().where(measures.c.id.in_(found)).order_by(measures.c.opened_at, measures.c.id)
    return [line_of(row) for row in connection.execute(query)]


def rechecks_due(connection: Connection, day: date, institution_id: UUID | None) -> list[RecheckDue]:
    """Closed measures to be looked at again by `day`, once for each thing they came from."""
    query = (
        select(
            measures.c.id,
            measures.c.number,
            measures.c.task,
            measures.c.recheck_on,
            measures.c.institution_id,
            measure_origins.c.employee_id,
            measure_origins.c.place_id,
            measure_origins.c.item_code,
            measure_origins.c.words,
        )
        .outerjoin(measure_origins, measure_origins.c.measure_id == measures.c.id)
        .where(measures.c.state == MeasureState.CLOSED, measures.c.recheck.is_(None), measures.c.recheck_on <= day)
        .order_by(measures.c.recheck_on, measures.c.id, measure_origins.c.position)
    )
    if institution_id is not None:
        query = query.where(measures.c.institution_id == institution_id)
    return [
        RecheckDue(
            row.id,
            row.number,
            row.task,
            row.recheck_on,
            row.institution_id,
            row.employee_id,
            row.place_id,
            row.item_code or "",
            row.words or "",
        )
        for row in connection.execute(query)
    ]


def standing(connection: Connection, institution_id: UUID | None) -> list[tuple[date, date, MeasureState]]:
    """(opened on, due on, state) of every measure still to be done."""
    query = select(measures.c.opened_on, measures.c.due_on, measures.c.state).where(measures.c.state.in_(_TO_DO))
    if institution_id is not None:
        query = query.where(measures.c.institution_id == institution_id)
    return [(row.opened_on, row.due_on, MeasureState(row.state)) for row in connection.execute(query)]


def states(connection: Connection) -> Mapping[MeasureState, int]:
    """How many measures stand in each state."""
    query = select(measures.c.state, func.count()).group_by(measures.c.state)
    return {MeasureState(state): number for state, number in connection.execute(query)}
