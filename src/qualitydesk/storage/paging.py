"""Key-set paging: a page begins behind the last row of the one before it, so that no page counts through the others."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, Select, and_, or_

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
        beyond = (by < value) if descending else (by > value)
        tied = and_(by == value, (row_id < last) if descending else (row_id > last))
        query = query.where(or_(beyond, tied))
    order = (by.desc(), row_id.desc()) if descending else (by, row_id)
    return query.order_by(*order).limit(limit)
