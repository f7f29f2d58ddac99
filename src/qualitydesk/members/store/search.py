"""Customers found by what was typed and as pages of a list; who may be the same person.

Every lookup is a range or a place in an index, so that 200,000 customers are searched as fast as 2,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    union,
)

from qualitydesk.basics.initials import MOST_LETTERS
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerFilter, CustomerLine, Known, Typed
from qualitydesk.members.rules import INITIALS, INNER, WHOLE, last_four
from qualitydesk.members.store.profile_tables import customer_limits
from qualitydesk.members.store.rows import lines_of
from qualitydesk.members.store.tables import customer_keys, customer_links, customer_telephones, customers
from qualitydesk.storage.paging import are_few, page

SORTS = {"number": customers.c.number, "tier": customers.c.tier_rank}
_LAST = "\U0010ffff"  # behind every name
_MANY = 6000  # of 200,000: more are met soon enough on a walk along a list
_MOST_ALIKE = 300  # names that are alike and looked at


def find(connection: Connection, typed: Typed, limit: int) -> list[CustomerLine]:
    """Whom it may mean, the likeliest first; a record linked to another leads to that one."""
    found: dict[UUID, None] = {}
    for query in _queries(typed):
        if len(found) >= limit:
            break
        hits = list(connection.scalars(query.limit(2 * limit)))
        linked = _kept(connection, hits)
        found.update(dict.fromkeys(linked[one] for one in hits))
    ids = list(found)[:limit]
    known = lines_of(connection, ids)
    return [known[one] for one in ids if one in known]


def _kept(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """The record each stands for: itself, or the one it is linked to."""
    query = select(customer_links.c.customer_id, customer_links.c.kept_id).where(customer_links.c.customer_id.in_(ids))
    linked = {row.customer_id: row.kept_id for row in connection.execute(query)} if ids else {}
    return {one: linked.get(one, one) for one in ids}


@dataclass(frozen=True)
class _Way:
    """A lookup: the rows of a table that fit, the customer each is about, and in which order they are likeliest."""

    who: Column[UUID]
    fits: ColumnElement[bool]
    order: tuple[Column[Any], ...] = ()
    shown: bool = True

    def query(self) -> Select[Any]:
        """The ids; who wished to be shown nowhere is left out."""
        query = select(self.who).where(self.fits).order_by(*self.order)
        return query.where(shown(self.who)) if self.shown else query

    def about(self, customer_id: Column[UUID]) -> ColumnElement[bool]:
        """Whether it finds a customer who is met on a walk: asked for each of them, and never joined."""
        hit = select(literal(1)).where(self.who == customer_id, self.fits).limit(1).correlate(customer_id.table)
        found = hit.scalar_subquery().is_not(None)
        return and_(found, shown(customer_id)) if self.shown else found


def _queries(typed: Typed) -> Iterator[Select[Any]]:
    return (way.query() for way in _ways(typed))


def _ways(typed: Typed) -> Iterator[_Way]:
    """The lookups in the order of what is most likely meant; each gives ids. Whoever wished to be shown nowhere is
    found by her number alone."""
    if typed.number:
        yield _Way(customers.c.id, customers.c.number == typed.number, shown=False)
    if len(typed.digits) >= 4:
        telephone, who = customer_telephones.c.telephone, customer_telephones.c.customer_id
        ending = customer_telephones.c.last_four == last_four(typed.digits)
        if len(typed.digits) > 4:
            ending = and_(ending, telephone.endswith(typed.digits, autoescape=True))
        yield _Way(who, ending, (who,))
        yield _Way(who, _begins(telephone, typed.digits), (telephone, who))
    if typed.words:
        yield _keyed(WHOLE, typed.words)
        yield _keyed(INNER, typed.words)
    if typed.initials:
        yield _keyed(INITIALS, typed.initials[:MOST_LETTERS])


def _keyed(kind: str, text: str) -> _Way:
    key, who = customer_keys.c.key, customer_keys.c.customer_id
    return _Way(who, and_(customer_keys.c.kind == kind, _begins(key, text)), (key, who))


def shown(who: ColumnElement[Any]) -> ColumnElement[bool]:
    """Not under a limit the person set."""
    return ~select(customer_limits.c.customer_id).where(customer_limits.c.customer_id == who).exists()


def _begins(column: Column[str], text: str) -> ColumnElement[bool]:
    """As a range: an index answers it on both databases."""
    return and_(column >= text, column < text + _LAST)


def lines(
    connection: Connection,
    wanted: CustomerFilter,
    typed: Typed,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[CustomerLine]:
    """A page of customers by (sort, id) from behind `after`."""
    # Who first, then their lines: what a text fits is sorted without the names of institutions and the like.
    query = _narrowed(connection, select(customers.c.id), wanted, typed)
    query = page(query, SORTS[sort], customers.c.id, after, limit, descending=descending)
    ids = list(connection.scalars(query))
    known = lines_of(connection, ids)
    return [known[one] for one in ids]


def count(connection: Connection, wanted: CustomerFilter, typed: Typed) -> int:
    """How many customers fit."""
    if wanted.text.strip() and wanted.institution_id is None and not wanted.flagged:
        found = meant(typed).distinct().subquery()
        return connection.scalar(select(func.count()).select_from(found)) or 0
    query = select(func.count()).select_from(customers)
    return connection.scalar(_narrowed(connection, query, wanted, typed, walk=False)) or 0


def _narrowed(
    connection: Connection, query: Select[Any], wanted: CustomerFilter, typed: Typed, *, walk: bool = True
) -> Select[Any]:
    if wanted.institution_id is not None:
        query = query.where(customers.c.institution_id == wanted.institution_id)
    if wanted.flagged:
        query = query.where(customers.c.flagged)
    if not wanted.text.strip():
        return query.where(customers.c.id.not_in(select(customer_links.c.customer_id)), shown(customers.c.id))
    return query.where(among_meant(connection, typed, customers.c.id, walk=walk))


def among_meant(
    connection: Connection, typed: Typed, customer_id: Column[UUID], *, walk: bool = True
) -> ColumnElement[bool]:
    """Whether a text means the customer of a list. With `walk` a text that means very many (a surname) is asked of
    each on the way along the list, which ends with the page; else all it means are gathered first."""
    ways = list(_ways(typed))
    if not walk or all(are_few(connection, way.query(), _MANY) for way in ways):
        return customer_id.in_(meant(typed))
    link = customer_links.c
    linked = select(link.kept_id).where(_is_meant(ways, link.customer_id))
    itself = and_(_is_meant(ways, customer_id), customer_id.not_in(select(link.customer_id)))
    return or_(itself, customer_id.in_(linked))


def _is_meant(ways: Sequence[_Way], customer_id: Column[UUID]) -> ColumnElement[bool]:
    return or_(*(way.about(customer_id) for way in ways))


def hits_of(connection: Connection, typed: Typed, most: int) -> list[UUID]:
    """Ids of the records a text may mean, of a great many some."""
    return list(connection.scalars(meant(typed).limit(most)))


def meant(typed: Typed) -> Select[Any]:
    """The ids a typed text may mean; of a record linked to another that one's. None when it is no search at all."""
    ways = list(_ways(typed))
    if not ways:
        return select(customers.c.id).where(customers.c.id.is_(None))
    hits = _hits(ways).subquery()
    return select(func.coalesce(customer_links.c.kept_id, hits.c[0])).select_from(
        hits.outerjoin(customer_links, customer_links.c.customer_id == hits.c[0])
    )


def _hits(ways: Sequence[_Way]) -> CompoundSelect[Any]:
    return union(*(way.query().order_by(None) for way in ways))


def with_telephones(connection: Connection, telephones: Sequence[str]) -> list[Known]:
    """Who is reached by one of these."""
    who = select(customer_telephones.c.customer_id).where(customer_telephones.c.telephone.in_(telephones))
    return _known(connection, who.distinct()) if telephones else []


def with_keys(connection: Connection, kind: str, keys: Sequence[str]) -> list[Known]:
    """Who has one of these keys whole; of a great many some."""
    fitting = select(customer_keys.c.customer_id).where(customer_keys.c.kind == kind, customer_keys.c.key.in_(keys))
    return _known(connection, fitting.distinct().limit(_MOST_ALIKE)) if keys else []


def _known(connection: Connection, who: Select[Any]) -> list[Known]:
    query = select(customers.c.id, customers.c.name, customers.c.sex, customers.c.institution_id).where(
        customers.c.id.in_(who), shown(customers.c.id)
    )
    return [
        Known(row.id, row.name, Sex(row.sex) if row.sex else None, row.institution_id)
        for row in connection.execute(query.order_by(customers.c.number))
    ]


def kept_lines(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, CustomerLine]:
    """The line each of these leads to: its own, or of the record it is linked to."""
    kept = _kept(connection, ids)
    known = lines_of(connection, list(set(kept.values())))
    return {one: known[kept[one]] for one in ids if one in kept}
