"""Key-set paging: a page begins behind the last row of the one before it, so that no page counts through the others."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, Select, literal, tuple_

S = TypeVar("S", bound=Select[Any])


def page(
    query: S,
    by: Column[Any],
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
