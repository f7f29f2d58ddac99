"""Many values asked for at once, as one parameter: hundreds of parameters cost more than the rows they find."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Column, ColumnElement, Connection, Text, Uuid, any_, cast, func, select

from qualitydesk.storage.base import Id

BYTES_OF = "bytes_of"
"""The function every connection to a file knows: hexadecimal digits as bytes."""


def among(
    connection: Connection, column: Column[Any], values: Collection[UUID] | Collection[str]
) -> ColumnElement[bool]:
    """Whether a column of ids or of text has one of these values; an index over it is used on both databases."""
    ids = isinstance(column.type, Id)
    if connection.dialect.name != "sqlite":
        return column == any_(cast(list(values), ARRAY(Uuid() if ids else Text())))
    told = [one.hex if isinstance(one, UUID) else one for one in values]
    each: Any = func.json_each(json.dumps(told)).table_valued("value").c.value
    return column.in_(select(getattr(func, BYTES_OF)(each) if ids else each))
