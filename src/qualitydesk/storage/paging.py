"""Key-set paging: a page begins behind the last row of the one before it, so that no page counts through the others.

And how SQLite, which keeps no statistics here, is told whether to look rows up or to walk along the list's own order.
"""

from __future__ import annotations

from collections.abc import Hashable
from time import monotonic
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Column, ColumnElement, Connection, Engine, Select, UnaryExpression, literal, tuple_
from sqlalchemy.sql.operators import custom_op

FEW = 1000
"""Rows that are quicker fetched one by one and sorted than met on a walk through a list."""
HANDFUL = 50
"""Rows that are quicker named by their ids than looked for a second time."""
KEPT = 256
"""Questions of which it is remembered whether they had few rows."""
AGE = 300.0
"""Seconds that this is remembered."""
_known: WeakKeyDictionary[Engine, dict[tuple[Hashable, int], tuple[bool, float]]] = WeakKeyDictionary()
S = TypeVar("S", bound=Select[Any])
_AS_IT_IS: custom_op[Any] = custom_op("+")


def are_few(connection: Connection, hits: Select[Any], most: int = FEW) -> bool:
    """Whether a question has no more than `most` rows; looks no further than that."""
    return connection.execute(hits.order_by(None).limit(1).offset(most)).first() is None


def were_few(connection: Connection, key: Hashable, hits: Select[Any], most: int = FEW) -> bool:
    """`are_few`, as it was found not long ago for this `key`: which way to take is a matter of speed alone, and whoever
    sorts or turns the pages of a list asks the same again and again."""
    known = _known.setdefault(connection.engine, {})
    now = monotonic()
    if (told := known.get((key, most))) is not None and told[1] > now:
        return told[0]
    if len(known) >= KEPT:
        known.clear()
    found = are_few(connection, hits, most)
    known[key, most] = (found, now + AGE)
    return found


def handful(connection: Connection, hits: Select[Any]) -> list[Any] | None:
    """The ids a question gives; None when they are more than `HANDFUL`."""
    found = list(connection.scalars(hits.order_by(None).limit(HANDFUL + 1)))
    return found if len(found) <= HANDFUL else None


def looked_up(
    connection: Connection, key: Hashable, hits: Select[Any], row_id: Column[Any], most: int
) -> ColumnElement[bool] | None:
    """That `row_id` is one of the few `hits`, known by `key`; None where they are more than `most`: there a list is
    quicker walked in its own order, each row being asked."""
    if not were_few(connection, key, hits, most):
        return None
    ids = handful(connection, hits)
    return row_id.in_(hits.order_by(None) if ids is None else ids)


def checked(connection: Connection, column: Column[Any]) -> ColumnElement[Any]:
    """A column that a condition only checks on the way: SQLite does not leave the walk for an index over it.

    PostgreSQL counts what there is and decides by itself.
    """
    if connection.dialect.name != "sqlite":
        return column
    return UnaryExpression(column, operator=_AS_IT_IS, type_=column.type)


def page(
    query: S,
    by: ColumnElement[Any],
    row_id: Column[Any],
    after: tuple[Any, UUID] | None,
    limit: int | None,
    *,
    descending: bool,
) -> S:
    """`query` in the order of (by, row_id), from behind `after` (the last row's pair, None = from the start).

    `by` holds no NULL; an index over (by, row_id) makes every page as cheap as the first. `limit` None: all.
    """
    if after is not None:
        value, last = after
        # Compared as a pair, so that SQLite, too, begins at the place in the index and counts through nothing.
        here, there = tuple_(by, row_id), tuple_(literal(value, by.type), literal(last, row_id.type))
        query = query.where(here < there if descending else here > there)
    order = (by.desc(), row_id.desc()) if descending else (by, row_id)
    return query.order_by(*order).limit(limit)
