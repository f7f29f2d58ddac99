"""Moves of tiers: proposed, decided, noted; the history of a member and the moves of a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from qualitydesk.directory.store import employees
from qualitydesk.members.model.tiers import Basis, Counted, Move, MoveFilter, MoveState, Way
from qualitydesk.members.store.rows import lines_of
from qualitydesk.members.store.search import shown
from qualitydesk.members.store.tables import customers
from qualitydesk.members.store.tier_sums import AT_ONCE
from qualitydesk.members.store.tier_tables import tier_moves
from qualitydesk.rulebook.store import rule_editions
from qualitydesk.storage.among import among
from qualitydesk.storage.bulk import copy_rows
from qualitydesk.storage.paging import page

_M = tier_moves.c
_MANY = 500  # moves, from which on they are worth a way of their own


@dataclass(frozen=True)
class NewMove:
    """A move as it is written down."""

    id: UUID
    member_id: UUID
    way: Way
    state: MoveState
    from_tier: str
    to_tier: str
    on: date
    until: date | None
    reason: str
    basis: Basis | None
    made_at: datetime
    decided_by: UUID | None = None
    entered_by: UUID | None = None


def add(connection: Connection, moves: Sequence[NewMove]) -> None:
    """Write these down."""
    rows = [
        {
            "id": one.id, "member_id": one.member_id, "way": one.way.value, "state": one.state.value,
            "from_tier": one.from_tier, "to_tier": one.to_tier, "on": one.on, "until": one.until,
            "reason": one.reason, "made_at": one.made_at,
            "decided_at": None if one.state is MoveState.OPEN else one.made_at, "decided_by": one.decided_by,
            "entered_by": one.entered_by, "revision": 1, **_basis_values(one.basis),
        }
        for one in moves
    ]  # fmt: skip
    if len(rows) < _MANY:
        if rows:
            connection.execute(insert(tier_moves), rows)
        return
    names = tuple(rows[0])
    copy_rows(connection, tier_moves, names, ([row[name] for name in names] for row in rows))


def _basis_values(basis: Basis | None) -> dict[str, Any]:
    if basis is None:
        empty = dict.fromkeys(("evaluated_for", "window_from", "months", "amount", "threshold", "edition_id"))
        return {**empty, "level": "", "counted": []}
    return {
        "level": basis.level, "evaluated_for": basis.evaluated_for, "window_from": basis.window_from,
        "months": basis.months, "amount": basis.amount, "threshold": basis.threshold, "edition_id": basis.edition_id,
        "counted": [[one.number, one.day.isoformat(), one.fen] for one in basis.counted],
    }  # fmt: skip


def open_of(connection: Connection, member_ids: Iterable[UUID]) -> dict[UUID, tuple[UUID, Way, str, int]]:
    """(id, way, to, amount) of what is proposed for these members and not decided: one at most for each."""
    every, found = list(member_ids), {}
    for first in range(0, len(every), AT_ONCE):
        some = among(connection, _M.member_id, every[first : first + AT_ONCE])
        query = select(_M.member_id, _M.id, _M.way, _M.to_tier, _M.amount).where(some, _M.state == MoveState.OPEN)
        for row in connection.execute(query):
            found[row.member_id] = (row.id, Way(row.way), row.to_tier, row.amount or 0)
    return found


def declined_of(connection: Connection, member_ids: Iterable[UUID], since: date) -> dict[tuple[UUID, str], int]:
    """(member, tier) → the highest sum with which a rise to it was declined since a day."""
    every, found = list(member_ids), {}
    for first in range(0, len(every), AT_ONCE):
        some = among(connection, _M.member_id, every[first : first + AT_ONCE])
        query = (
            select(_M.member_id, _M.to_tier, func.max(_M.amount).label("amount"))
            .where(some, _M.state == MoveState.DECLINED, _M.way == Way.UP, _M.on >= since)
            .group_by(_M.member_id, _M.to_tier)
        )
        for row in connection.execute(query):
            found[row.member_id, row.to_tier] = row.amount or 0
    return found


def overtake(connection: Connection, move_ids: Sequence[UUID], at: datetime) -> None:
    """What these proposed holds no longer, and nobody has decided."""
    for first in range(0, len(move_ids), AT_ONCE):
        connection.execute(
            update(tier_moves)
            .where(among(connection, _M.id, move_ids[first : first + AT_ONCE]), _M.state == MoveState.OPEN)
            .values(state=MoveState.LAPSED, decided_at=at, revision=_M.revision + 1)
        )


def decide(
    connection: Connection, move_ids: Sequence[UUID], state: MoveState, reason: str, at: datetime,
    decided_by: UUID | None, entered_by: UUID | None,
) -> None:  # fmt: skip
    """Open moves, read in this very transaction, decided."""
    for first in range(0, len(move_ids), AT_ONCE):
        connection.execute(
            update(tier_moves)
            .where(among(connection, _M.id, move_ids[first : first + AT_ONCE]))
            .values(
                state=state, reason=reason, decided_at=at, decided_by=decided_by, entered_by=entered_by,
                revision=_M.revision + 1,
            )
        )  # fmt: skip


def moves(
    connection: Connection, wanted: MoveFilter, *, after: tuple[Any, UUID] | None, limit: int | None
) -> list[Move]:
    """A page of proposals, the newest first."""
    query = _narrowed(_query(), wanted)
    return _moves(connection, page(query, _M.made_at, _M.id, after, limit, descending=True))


def count(connection: Connection, wanted: MoveFilter) -> int:
    """How many fit."""
    return connection.scalar(_narrowed(select(func.count()).select_from(tier_moves), wanted)) or 0


def ids(connection: Connection, wanted: MoveFilter) -> list[UUID]:
    """All of them, the newest first."""
    query = _narrowed(select(_M.id), wanted).order_by(_M.made_at.desc(), _M.id.desc())
    return list(connection.scalars(query))


def by_ids(connection: Connection, move_ids: Sequence[UUID]) -> list[Move]:
    """These, as far as they are there."""
    found: list[Move] = []
    for first in range(0, len(move_ids), AT_ONCE):
        found += _moves(connection, _query().where(among(connection, _M.id, move_ids[first : first + AT_ONCE])))
    return found


def history(connection: Connection, member_ids: Sequence[UUID]) -> list[Move]:
    """Everything about one person, the newest first; several records when some are linked."""
    query = _query().where(_M.member_id.in_(member_ids)).order_by(_M.made_at.desc(), _M.id.desc())
    return _moves(connection, query)


def by_day(connection: Connection, since: date) -> list[tuple[date, Way, int]]:
    """(day, way, how many) of confirmed moves since a day."""
    query = (
        select(_M.on, _M.way, func.count())
        .where(_M.state == MoveState.CONFIRMED, _M.on >= since, _M.way.in_((Way.UP, Way.DOWN)))
        .group_by(_M.on, _M.way)
    )
    return [(row[0], Way(row[1]), row[2]) for row in connection.execute(query)]


def _narrowed(query: Select[Any], wanted: MoveFilter) -> Select[Any]:
    query = query.where(_M.state == wanted.state, shown(_M.member_id))
    if wanted.way is not None:
        query = query.where(_M.way == wanted.way)
    if wanted.institution_id is not None:
        home = select(customers.c.id).where(
            customers.c.id == _M.member_id, customers.c.institution_id == wanted.institution_id
        )
        query = query.where(home.exists())
    return query


def _query() -> Select[Any]:
    return (
        select(
            tier_moves,
            employees.c.name.label("decider"),
            rule_editions.c.number.label("edition_number"),
            rule_editions.c.effective_from,
        )
        .outerjoin(employees, employees.c.id == _M.decided_by)
        .outerjoin(rule_editions, rule_editions.c.id == _M.edition_id)
    )


def _moves(connection: Connection, query: Select[Any]) -> list[Move]:
    rows = connection.execute(query).all()
    known = lines_of(connection, list({row.member_id for row in rows}))
    return [
        Move(
            row.id, known[row.member_id], Way(row.way), MoveState(row.state), row.from_tier, row.to_tier, row.on,
            _basis(row), row.until, row.reason, row.made_at, row.decided_at, row.decider or "", row.revision,
        )
        for row in rows
    ]  # fmt: skip


def _basis(row: Row[Any]) -> Basis | None:
    if row.edition_id is None:
        return None
    return Basis(
        row.level, row.evaluated_for, row.window_from, row.months, row.amount, row.threshold, row.edition_id,
        f"{row.edition_number} · {row.effective_from.isoformat()}",
        tuple(Counted(number, date.fromisoformat(day), fen) for number, day, fen in row.counted),
    )  # fmt: skip
