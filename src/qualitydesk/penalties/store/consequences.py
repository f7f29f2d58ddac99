"""Proposals to people: the slips that carry one, and what was decided. Rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, delete, insert, select

from qualitydesk.basics.clock import local_day
from qualitydesk.directory.store import employees, institutions
from qualitydesk.penalties.model.decision import Decision
from qualitydesk.penalties.model.points import Consequence, Decided, PointsState
from qualitydesk.penalties.model.slip import TOLD
from qualitydesk.penalties.rules.consequences import PROPOSED, of_slip
from qualitydesk.penalties.store.consequence_tables import consequence_decisions as decisions
from qualitydesk.penalties.store.reward_tables import staff_points
from qualitydesk.penalties.store.tables import slips


def decided(connection: Connection, found: Iterable[Consequence]) -> list[Consequence]:
    """The same, each with what was decided on it."""
    wanted = list(found)
    if not wanted:
        return []
    query = (
        select(decisions, employees.c.name.label("decider"))
        .join(employees, employees.c.id == decisions.c.decided_by)
        .where(decisions.c.key.in_([one.key for one in wanted]))
    )
    known = {
        row.key: Decided(row.granted, row.decided_by, row.decider, row.decided_on, row.reason)
        for row in connection.execute(query)
    }
    return [replace(one, decided=known.get(one.key)) for one in wanted]


def put(connection: Connection, one: Consequence, **values: Any) -> None:
    """What was decided, in the place of what had been decided before."""
    connection.execute(delete(decisions).where(decisions.c.key == one.key))
    connection.execute(
        insert(decisions).values(
            key=one.key,
            kind=one.kind,
            subject_id=one.subject_id,
            slip_id=one.slip_id,
            entry_id=one.entry_id,
            month=one.month if one.slip_id is None else None,
            amount=one.amount,
            **values,
        )
    )


def on_slips(connection: Connection, slip_id: UUID | None = None, *, undecided: bool = False) -> list[Consequence]:
    """What issued slips that stand propose, the oldest first; of one slip, or of all that are `undecided`."""
    query: Select[Any] = (
        select(slips.c.id, slips.c.number, slips.c.issued_at, slips.c.decision, institutions.c.name)
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .where(slips.c.sanction.in_(list(PROPOSED)), slips.c.state.in_(sorted(TOLD)))
        .order_by(slips.c.issued_at, slips.c.id)
    )
    if slip_id is not None:
        query = query.where(slips.c.id == slip_id)
    if undecided:
        query = query.outerjoin(decisions, decisions.c.slip_id == slips.c.id).where(decisions.c.key.is_(None))
    found = (_of_slip(row) for row in connection.execute(query))
    return decided(connection, (one for one in found if one is not None))


def _of_slip(row: Row[Any]) -> Consequence | None:
    since = local_day(row.issued_at)
    decision = Decision.from_json(row.decision)
    return of_slip(decision, slip_id=row.id, number=row.number, since=since, institution=row.name)


def fines(connection: Connection) -> list[Row[Any]]:
    """Fines for one act that somebody granted, with whose they are and whether the act still stands."""
    query = (
        select(
            decisions.c.entry_id,
            decisions.c.amount,
            decisions.c.decided_on,
            decisions.c.granted,
            staff_points.c.act,
            staff_points.c.day,
            staff_points.c.employee_id,
            employees.c.number,
            employees.c.name,
            staff_points.c.institution_id,
            institutions.c.name.label("institution"),
            (staff_points.c.state == PointsState.STANDS).label("stands"),
        )
        .join(staff_points, staff_points.c.id == decisions.c.entry_id)
        .join(employees, employees.c.id == staff_points.c.employee_id)
        .join(institutions, institutions.c.id == staff_points.c.institution_id)
        .where(decisions.c.amount > 0)
        .order_by(decisions.c.decided_on, decisions.c.key)
    )
    return list(connection.execute(query))
