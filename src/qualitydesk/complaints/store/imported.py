"""Kinds of older lists with the meaning of their columns, and which case each of their rows has become."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from qualitydesk.basics.columns import Source
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model.importing import ListField, ListMapping
from qualitydesk.complaints.store.tables import case_list_rows, case_lists, cases


def remembered(connection: Connection, signature: str) -> tuple[ListMapping, datetime] | None:
    """What the columns of a kind of list mean, and when that was last used."""
    c = case_lists.c
    row = connection.execute(select(c.mapping, c.used_at).where(c.signature == signature)).first()
    return (_read(row.mapping), row.used_at) if row is not None else None


def remember(connection: Connection, signature: str, name: str, mapping: ListMapping, now: datetime) -> UUID:
    """Keep it for the next time; gives the id of the kind of list."""
    values = {"name": name, "mapping": _told(mapping), "used_at": now}
    mine = case_lists.c.signature == signature
    known: UUID | None = connection.execute(select(case_lists.c.id).where(mine)).scalar_one_or_none()
    if known is not None:
        connection.execute(update(case_lists).where(mine).values(**values))
        return known
    fresh = new_id()
    connection.execute(insert(case_lists).values(id=fresh, signature=signature, **values))
    return fresh


def taken(connection: Connection, signature: str) -> dict[str, str]:
    """Key of each row of a kind of list that has become a case, to that case's number."""
    r = case_list_rows.c
    query = (
        select(r.key, cases.c.number)
        .join(cases, cases.c.id == r.case_id)
        .join(case_lists, case_lists.c.id == r.list_id)
        .where(case_lists.c.signature == signature)
    )
    return {row.key: row.number for row in connection.execute(query)}


def take(connection: Connection, list_id: UUID, rows: Iterable[tuple[str, UUID, int]]) -> None:
    """Note (key, case, line) of rows that have become cases."""
    fresh = [{"list_id": list_id, "key": key, "case_id": case_id, "line": line} for key, case_id, line in rows]
    if fresh:
        connection.execute(insert(case_list_rows), fresh)


def _told(mapping: ListMapping) -> dict[str, Any]:
    return {
        "sources": {field: [source.column, source.fixed] for field, source in mapping.sources.items()},
        "values": {field: dict(known) for field, known in mapping.values.items()},
        "forms": dict(mapping.forms),
    }


def _read(kept: dict[str, Any]) -> ListMapping:
    """Fields that this program does not know are passed over."""
    known = {field.value: field for field in ListField}
    return ListMapping(
        {known[name]: Source(*source) for name, source in kept["sources"].items() if name in known},
        {known[name]: dict(values) for name, values in kept["values"].items() if name in known},
        {known[name]: DateForm(form) for name, form in kept["forms"].items() if name in known},
    )
