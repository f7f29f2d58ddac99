"""Clocks of a case, or of an internal request, as last reckoned; what has stopped is kept as it stood, derived."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, delete, insert, or_, select

from qualitydesk.complaints.model.clocks import ClockRule, ClocksRule, ClockState, Deadline, Line
from qualitydesk.complaints.store.tables import case_clocks, cases
from qualitydesk.storage.base import says_true

_ASKED_SINGLY = 500  # of more it is quicker, and safe for any database, to read all that run


def kept(connection: Connection, owner_id: UUID, rules: ClocksRule, table: Table = case_clocks) -> list[Deadline]:
    """The deadlines of a case's own clocks; those set outside are reckoned each time. `table`: of whom they are."""
    c = table.c
    query = select(table).where(_owner(table) == owner_id).order_by(c.due_at, c.code, c.run)
    found: list[Deadline] = []
    for row in connection.execute(query):
        rule = rules.clock(row.code)
        if rule is not None:
            found.append(_deadline(row, rule))
    return found


def _deadline(row: Any, rule: ClockRule) -> Deadline:
    rest = row.rest
    return Deadline(
        rule=rule,
        run=row.run,
        state=ClockState(row.state),
        started_at=row.started_at,
        due_at=row.due_at,
        due_on=date.fromisoformat(rest["due_on"]),
        half_at=datetime.fromisoformat(rest["half_at"]),
        stopped_at=row.stopped_at,
        limit=rest["limit"],
        provisional=rest["provisional"],
        was_due_at=datetime.fromisoformat(rest["was_due_at"]),
        derivation=tuple(Line(code, _plain(values)) for code, values in rest["derivation"]),
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """JSON has lists where the lines had tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def keep(connection: Connection, owner_id: UUID, found: Iterable[Deadline], table: Table = case_clocks) -> None:
    """Put these in place of those before."""
    connection.execute(delete(table).where(_owner(table) == owner_id))
    rows = rows_of(owner_id, found, table)
    if rows:
        connection.execute(insert(table), rows)


def rows_of(owner_id: UUID, found: Iterable[Deadline], table: Table = case_clocks) -> list[dict[str, Any]]:
    """Deadlines as they are kept."""
    owner = _owner(table)
    return [
        {
            owner.name: owner_id,
            "code": one.rule.code,
            "run": one.run,
            "state": one.state,
            "started_at": one.started_at,
            "due_at": one.due_at,
            "half_at": one.half_at if one.is_open else None,
            "stopped_at": one.stopped_at,
            "rest": {
                "due_on": one.due_on,
                "half_at": one.half_at,
                "limit": one.limit,
                "provisional": one.provisional,
                "was_due_at": one.was_due_at,
                "derivation": [[line.code, dict(line.values)] for line in one.derivation],
            },
        }
        for one in found
    ]


def _owner(table: Table) -> Column[Any]:
    """The first column names whose clocks they are."""
    return next(iter(table.c))


def unsettled(
    connection: Connection, owners: Collection[UUID], table: Table = case_clocks
) -> dict[UUID, frozenset[datetime]]:
    """When those running clocks of these run out that depend on days off not announced yet."""
    c, owner = table.c, _owner(table)
    query = select(owner, c.due_at).where(c.stopped_at.is_(None), says_true(c.rest, "provisional"))
    if len(owners) <= _ASKED_SINGLY:
        query = query.where(owner.in_(owners))
    found: dict[UUID, set[datetime]] = {}
    for owner_id, due_at in connection.execute(query):
        found.setdefault(owner_id, set()).add(due_at)
    return {key: frozenset(moments) for key, moments in found.items()}


def open_ids(connection: Connection, codes: Collection[str]) -> list[UUID]:
    """Every case in which one of these clocks runs, and every paused one; in order of receipt."""
    c = case_clocks.c
    running = select(c.case_id).where(c.stopped_at.is_(None), c.code.in_(codes))
    query = select(cases.c.id).where(or_(cases.c.id.in_(running), cases.c.paused))
    return [row.id for row in connection.execute(query.order_by(cases.c.received_at, cases.c.id))]
