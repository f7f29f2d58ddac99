"""Sums of members' windows: each question one statement on the covering index of purchases. Windows come from rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    Select,
    Subquery,
    case,
    cast,
    false,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from qualitydesk.members.model.tiers import Counted, Spend
from qualitydesk.members.rules.tiers import window_start
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.search import shown
from qualitydesk.members.store.tier_tables import tier_standings
from qualitydesk.rulebook.model.tiers import TiersRule
from qualitydesk.storage.among import among

_PARCEL = 2000
AT_ONCE = 5000  # ids in one statement
_counted, _fen, _who = purchases.c.counted_on, purchases.c.counts, purchases.c.member_id


def sums(rule: TiersRule, evaluated_for: date, *, beginning: str = "a") -> Select[Any]:
    """(member_id, a1, a2 …): what each window of the rule holds, for every member who bought within the longest."""
    starts = [window_start(evaluated_for, level.months) for level in rule.windows]
    first = min(starts, default=evaluated_for)
    return (
        select(
            _who,
            *(
                func.sum(_fen if start == first else case((_counted >= start, _fen), else_=0)).label(f"{beginning}{at}")
                for at, start in enumerate(starts, 1)
            ),
        )
        .where(_counted >= first, _counted < evaluated_for)
        .group_by(_who)
    )


def ranked(rule: TiersRule, evaluated_for: date) -> Select[Any]:
    """(member_id, rank) by spending, of those above the ground."""
    within = sums(rule, evaluated_for).subquery()
    rank = _rank(rule, within, "a")
    return select(within.c.member_id, rank.label("rank")).where(rank > 0)


def _rank(rule: TiersRule, within: Subquery, beginning: str) -> Any:
    reached = [
        (within.c[f"{beginning}{at}"] >= level.threshold, at)
        for at, level in reversed(list(enumerate(rule.windows, 1)))
    ]
    return case(*reached, else_=0) if reached else literal(0)


def all_ranks(connection: Connection, rule: TiersRule, evaluated_for: date) -> dict[UUID, int]:
    """The rank of every member whose spending reaches more than the ground, all anew."""
    return {row[0]: row[1] for row in connection.execute(ranked(rule, evaluated_for))}


def ranks_by_count(connection: Connection, rule: TiersRule, evaluated_for: date) -> dict[int, int]:
    """How many members reach each rank above the ground."""
    within = ranked(rule, evaluated_for).subquery()
    query = select(within.c.rank, func.count()).group_by(within.c.rank)
    return {row[0]: row[1] for row in connection.execute(query)}


def compared(
    connection: Connection, first: TiersRule, second: TiersRule, evaluated_for: date
) -> dict[tuple[int, int], int]:
    """(rank under the one rule, under the other) → members, of those above the ground under either."""
    starts = {
        (beginning, at): window_start(evaluated_for, level.months)
        for beginning, rule in (("a", first), ("b", second))
        for at, level in enumerate(rule.windows, 1)
    }
    widest = min(starts.values(), default=evaluated_for)
    within = (
        select(
            _who,
            *(
                func.sum(_fen if start == widest else case((_counted >= start, _fen), else_=0)).label(f"{name}{at}")
                for (name, at), start in starts.items()
            ),
        )
        .where(_counted >= widest, _counted < evaluated_for)
        .group_by(_who)
        .subquery()
    )
    one, other = _rank(first, within, "a"), _rank(second, within, "b")
    pairs = select(one.label("one"), other.label("other")).where((one > 0) | (other > 0)).subquery()
    query = select(pairs.c.one, pairs.c.other, func.count()).group_by(pairs.c.one, pairs.c.other)
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def could_rise(connection: Connection, rule: TiersRule, evaluated_for: date) -> list[UUID]:
    """Whose purchases within the longest window, refunds left out, would reach the lowest tier: whoever else stands at
    the ground stays there."""
    first, least = window_start(evaluated_for, rule.months), rule.windows[0].threshold if rule.windows else 0
    query = select(_who).where(_counted >= first, _fen > 0).group_by(_who).having(func.sum(_fen) >= least)
    return list(connection.scalars(query)) if rule.windows else []


def concerned(
    connection: Connection, member_ids: Sequence[UUID], rule: TiersRule, evaluated_for: date
) -> tuple[list[UUID], list[UUID]]:
    """Of these members those for whom purchases may change anything: above the ground, waited for, or with purchases
    that reach the lowest tier (most of a day's buyers are not); and those who have no place yet."""
    held, first = tier_standings.c, window_start(evaluated_for, rule.months)
    bought = select(func.sum(_fen)).where(_who == held.member_id, _counted >= first, _fen > 0).scalar_subquery()
    least = rule.windows[0].threshold if rule.windows else 0
    more = (held.rank > 0) | (held.qualifies > 0) | held.look_on.is_not(None) | (bought >= least)
    found: list[UUID] = []
    unknown: list[UUID] = []
    for ids in _parcels(member_ids):
        query = select(held.member_id, func.coalesce(more, false()).label("more"))
        rows = connection.execute(query.where(among(connection, held.member_id, ids)))
        here = {row[0]: row[1] for row in rows}
        found += [one for one in ids if here.get(one)]
        unknown += [one for one in ids if one not in here]
    return found, unknown


def spends(
    connection: Connection, member_ids: Iterable[UUID], rule: TiersRule, evaluated_for: date
) -> Mapping[UUID, Sequence[Spend]]:
    """What counts or will count for each within the longest window, by day; empty for who has nothing."""
    every, first = list(member_ids), window_start(evaluated_for, rule.months)
    found: dict[UUID, list[Spend]] = {one: [] for one in every}
    # Ids come as the driver has them and are looked up, not made anew in each of many rows.
    lists: dict[object, list[Spend]] = {
        one.bytes if connection.dialect.name == "sqlite" else one: rows for one, rows in found.items()
    }
    who = type_coerce(_who, NullType())
    for ids in _parcels(every):
        query = (
            select(who, _counted, _fen)
            .where(among(connection, _who, ids), _counted >= first)
            .order_by(_who, _counted, _fen)
        )
        for one, day, fen in connection.execute(query):
            lists[one].append(Spend(day, fen))
    return found


def sums_of(
    connection: Connection, member_ids: Sequence[UUID], rule: TiersRule, evaluated_for: date
) -> dict[UUID, tuple[int, ...]]:
    """What each window holds for these members, clamped at 0; who bought nothing is left out."""
    found: dict[UUID, tuple[int, ...]] = {}
    for ids in _parcels(member_ids):
        for row in connection.execute(sums(rule, evaluated_for).where(among(connection, _who, ids))):
            found[row[0]] = tuple(max(0, int(one or 0)) for one in row[1:])  # PostgreSQL sums into NUMERIC
    return found


def counted_of(
    connection: Connection, member_ids: Iterable[UUID], first: date, until: date
) -> Mapping[UUID, tuple[Counted, ...]]:
    """The purchases of each that count on the days from `first` to before `until`, by day; no voided ones."""
    found: dict[UUID, list[Counted]] = defaultdict(list)
    for ids in _parcels(member_ids):
        query = (
            select(_who, purchases.c.number, _counted, _fen)
            .where(among(connection, _who, ids), _counted >= first, _counted < until, _fen != 0)
            .order_by(_who, _counted, purchases.c.number)
        )
        for who, number, day, fen in connection.execute(query):
            found[who].append(Counted(number, day, fen))
    return {who: tuple(rows) for who, rows in found.items()}


def without_standing(connection: Connection) -> list[UUID]:
    """Who bought something and has no place yet."""
    buyers = select(_who).distinct().subquery()
    known = select(tier_standings.c.member_id).where(tier_standings.c.member_id == buyers.c.member_id)
    return list(connection.scalars(select(buyers.c.member_id).where(~known.exists())))


def concentration(
    connection: Connection, first: date, until: date, percent: int, points: int
) -> tuple[int, int, int, list[tuple[int, int]]]:
    """(payers, total fen, how many of the biggest bring `percent` of it, points of the running sum (place, fen))."""
    each = _payers(first, until).subquery()
    query = select(each.c.spent).order_by(each.c.spent.desc())
    # A parcel at a time, so that no other thread waits long for this one's rows.
    paid = [fen for parcel in connection.scalars(query).partitions(_PARCEL) for fen in parcel]
    run = list(accumulate(paid))
    payers, total = len(paid), run[-1] if run else 0
    few = next((place for place, fen in enumerate(run, 1) if fen * 100 >= total * percent), 0)
    places = {*range(max(1, payers // points), payers + 1, max(1, payers // points)), payers} if payers else set()
    return payers, total, few, [(place, run[place - 1]) for place in sorted(places)]


def nearest(connection: Connection, rule: TiersRule, evaluated_for: date, limit: int) -> list[UUID]:
    """Whose spending is nearest to the threshold of the tier above the one held, as a part of it; the nearest first."""
    if not rule.windows:
        return []
    within = sums(rule, evaluated_for).subquery()
    held = tier_standings.c
    part = case(
        *(
            (held.rank == at - 1, func.coalesce(within.c[f"a{at}"], 0) * 1.0 / level.threshold)
            for at, level in enumerate(rule.windows, 1)
        ),
        else_=1.0,
    )
    query = (
        select(held.member_id)
        .join(within, within.c.member_id == held.member_id)
        .where(part < 1.0, part > 0.0, held.rank < len(rule.windows), shown(held.member_id))
        .order_by(part.desc(), held.member_id)
        .limit(limit)
    )
    return list(connection.scalars(query))


def biggest(connection: Connection, first: date, until: date, offset: int, limit: int) -> list[tuple[UUID, int]]:
    """Who paid most between the days, from a place on."""
    each = _payers(first, until).subquery()
    query = select(each.c.member_id, each.c.spent).order_by(each.c.spent.desc(), each.c.member_id)
    query = query.where(shown(each.c.member_id))
    return [(row[0], row[1]) for row in connection.execute(query.offset(offset).limit(limit))]


def _payers(first: date, until: date) -> Select[Any]:
    spent = func.sum(_fen)
    return (
        select(_who, cast(spent, BigInteger).label("spent"))
        .where(_counted >= first, _counted < until)
        .group_by(_who)
        .having(spent > 0)
    )


def _parcels(ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    every = list(ids)
    return (every[first : first + AT_ONCE] for first in range(0, len(every), AT_ONCE))
