"""Where members stand: rows kept by the evaluation, and pages of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, insert, literal, select, update

from qualitydesk.members.model import Typed
from qualitydesk.members.model.tiers import NEVER, Outlook, Standing, TierFilter, TierState
from qualitydesk.members.store.search import among_meant, shown
from qualitydesk.members.store.tables import customer_links, customers
from qualitydesk.members.store.tier_sums import AT_ONCE
from qualitydesk.members.store.tier_tables import tier_runs, tier_standings
from qualitydesk.rulebook.model.tiers import TiersRule
from qualitydesk.storage.among import among
from qualitydesk.storage.bulk import change_rows
from qualitydesk.storage.paging import page

_T = tier_standings.c
SORTS = {"number": _T.number, "falls": _T.falls_on}
_STAND = (
    "rank", "tier", "since", "qualifies", "guaranteed_until", "grace_until", "pinned_until", "look_on", "lapses_on",
    "falls_on",
)  # fmt: skip


def standings(connection: Connection, member_ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """Of these members; whoever never bought anything is left out."""
    every, found = list(member_ids), {}
    for first in range(0, len(every), AT_ONCE):
        ids = every[first : first + AT_ONCE]
        for row in connection.execute(select(tier_standings).where(among(connection, _T.member_id, ids))):
            found[row.member_id] = _standing(row)
    return found


def shown_of(connection: Connection, member_ids: Iterable[UUID]) -> list[UUID]:
    """Those of these members who did not wish to be shown nowhere."""
    query = select(_T.member_id).where(among(connection, _T.member_id, list(member_ids)), shown(_T.member_id))
    return list(connection.scalars(query))


def due(connection: Connection, today: date) -> list[UUID]:
    """About whom something changes by itself until this day."""
    return list(connection.scalars(select(_T.member_id).where(_T.look_on <= today)))


def above_ground(connection: Connection) -> list[UUID]:
    """Who holds more than the lowest tier, reaches more, is pinned, or is waited for."""
    more = (_T.rank > 0) | (_T.qualifies > 0) | _T.pinned_until.is_not(None) | _T.look_on.is_not(None)
    return list(connection.scalars(select(_T.member_id).where(more)))


def reaching(connection: Connection) -> dict[UUID, int]:
    """The rank kept as reached, of those above the ground."""
    rows = connection.execute(select(_T.member_id, _T.qualifies).where(_T.qualifies > 0))
    return {row[0]: row[1] for row in rows}


def begin(connection: Connection, member_ids: Sequence[UUID], tier: str, on: date) -> None:
    """Their first purchase is there: they stand at the ground."""
    for first in range(0, len(member_ids), AT_ONCE):
        ids = member_ids[first : first + AT_ONCE]
        mine = among(connection, customers.c.id, ids)
        ground = {"rank": 0, "tier": tier, "since": on, "qualifies": 0, "falls_on": NEVER}
        values = (literal(value, _T[name].type) for name, value in ground.items())
        known = select(customers.c.id, customers.c.number, *values).where(mine)
        connection.execute(insert(tier_standings).from_select(["member_id", "number", *ground], known))
        connection.execute(update(customers).where(mine).values(tier_rank=0))


def keep(connection: Connection, changed: Sequence[Standing], rule: TiersRule) -> None:
    """These as they stand now."""
    rows = [
        (
            one.member_id, one.state.rank, rule.levels[one.state.rank].code, one.since, one.qualifies,
            one.state.guaranteed_until, one.state.grace_until, one.state.pinned_until,
            one.outlook.look_on, one.outlook.lapses_on, one.outlook.falls_on or NEVER,
        )
        for one in changed
    ]  # fmt: skip
    if rows:
        change_rows(connection, tier_standings, "member_id", _STAND, rows)
        _tell_customers(connection, [one.member_id for one in changed])


def linked(connection: Connection, member_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these records that are linked to another: their purchases count there."""
    every, found = list(member_ids), set[UUID]()
    for first in range(0, len(every), AT_ONCE):
        ids = every[first : first + AT_ONCE]
        who = customer_links.c.customer_id
        found.update(connection.scalars(select(who).where(among(connection, who, ids))))
    return found


def rerank(connection: Connection, rule: TiersRule) -> None:
    """After another edition of the rule: a tier keeps its code; one that is gone stands at the ground."""
    rank = {level.code: at for at, level in enumerate(rule.levels)}
    for code in list(connection.scalars(select(_T.tier).distinct())):
        to = rank.get(code, 0)
        values = {"rank": to, "tier": rule.levels[to].code}
        connection.execute(update(tier_standings).where(_T.tier == code, _T.rank != to).values(**values))
    _tell_customers(connection, None)


def _tell_customers(connection: Connection, member_ids: Sequence[UUID] | None) -> None:
    """The list of customers is sorted by what stands here, so it stands there, too. None: of everybody."""
    held = select(_T.rank).where(_T.member_id == customers.c.id).scalar_subquery()
    if member_ids is None:
        other = select(_T.member_id).where(_T.member_id == customers.c.id, _T.rank != customers.c.tier_rank).exists()
        connection.execute(update(customers).where(other).values(tier_rank=held))
        return
    for first in range(0, len(member_ids), AT_ONCE):
        mine = among(connection, customers.c.id, member_ids[first : first + AT_ONCE])
        connection.execute(update(customers).where(mine, customers.c.tier_rank != held).values(tier_rank=held))


def last_run(connection: Connection) -> tuple[date, UUID] | None:
    """Up to which day all is evaluated, and by which edition."""
    row = connection.execute(select(tier_runs.c.day, tier_runs.c.edition_id)).first()
    return (row.day, row.edition_id) if row else None


def note_run(connection: Connection, day: date, edition_id: UUID) -> None:
    """All is evaluated up to this day."""
    if connection.execute(update(tier_runs).values(day=day, edition_id=edition_id)).rowcount == 0:
        connection.execute(insert(tier_runs).values(id=1, day=day, edition_id=edition_id))


def page_of(
    connection: Connection,
    wanted: TierFilter,
    typed: Typed,
    rank: int | None,
    horizon: date,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[tuple[str, Standing]]:
    """(tier, standing) of a page of members by (sort, id). `horizon`: at risk is who falls until then."""
    query = _narrowed(connection, select(tier_standings), wanted, typed, rank, horizon, walk=True)
    query = page(query, SORTS[sort], _T.member_id, after, limit, descending=descending)
    return [(row.tier, _standing(row)) for row in connection.execute(query)]


def count(connection: Connection, wanted: TierFilter, typed: Typed, rank: int | None, horizon: date) -> int:
    """How many members fit."""
    query = select(func.count()).select_from(tier_standings)
    query = _narrowed(connection, query, wanted, typed, rank, horizon, walk=False)
    return connection.scalar(query) or 0


def ranks_held(connection: Connection) -> dict[int, int]:
    """How many members hold each rank; records linked to another are not counted."""
    query = select(_T.rank, func.count()).where(_not_linked()).group_by(_T.rank)
    return {row[0]: row[1] for row in connection.execute(query)}


def _narrowed(
    connection: Connection, query: Select[Any], wanted: TierFilter, typed: Typed, rank: int | None, horizon: date, *,
    walk: bool,
) -> Select[Any]:  # fmt: skip
    if rank is not None:
        query = query.where(_T.rank == rank)
    if wanted.at_risk:
        query = query.where(_T.falls_on <= horizon)
    if wanted.pinned:
        query = query.where(_T.pinned_until > date.min)
    if wanted.institution_id is not None:
        home = select(customers.c.id).where(
            customers.c.id == _T.member_id, customers.c.institution_id == wanted.institution_id
        )
        query = query.where(home.exists())
    if wanted.text.strip():
        return query.where(among_meant(connection, typed, _T.member_id, walk=walk))
    return query.where(_not_linked(), shown(_T.member_id))


def _not_linked() -> Any:
    return _T.member_id.not_in(select(customer_links.c.customer_id))


def _standing(row: Row[Any]) -> Standing:
    falls = None if row.falls_on == NEVER else row.falls_on
    return Standing(
        row.member_id,
        TierState(row.rank, row.guaranteed_until, row.grace_until, row.pinned_until),
        row.since,
        row.qualifies,
        Outlook(row.look_on, row.lapses_on, falls),
    )
