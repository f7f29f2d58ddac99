"""Editions of standards and whether a pack is offered: rows in, values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, String, Table, Text, func, insert, select, update

from qualitydesk.inspections.model.editions import Edition, Origin
from qualitydesk.storage.base import Id, Moment, Word, metadata

pack_editions = Table(
    "pack_editions",
    metadata,
    Column("code", Word(40), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),  # the pack as TOML, exactly as adopted
    Column("sha256", String(64), nullable=False),
    Column("adopted_at", Moment, nullable=False),
    Column("origin", Word(12), nullable=False, server_default="shipped"),
    Column("decided_by", Id),
    Column("entered_by", Id),
    Column("reason", Text, nullable=False, server_default=""),
)
pack_switches = Table(
    "pack_switches",
    metadata,
    Column("code", Word(40), primary_key=True),
    Column("offered", Boolean),  # NULL: as the pack ships
    Column("passed_over", String(64)),  # the shipped text not taken over, since the group has written its own
    Column("changed_at", Moment, nullable=False),
)


@dataclass(frozen=True)
class EditionRow:
    """The newest edition of a pack."""

    number: int
    body: str
    adopted_at: datetime
    origin: Origin


def newest_editions(connection: Connection) -> dict[str, EditionRow]:
    """The newest edition of every pack, by code."""
    latest = (
        select(pack_editions.c.code, func.max(pack_editions.c.number).label("number"))
        .group_by(pack_editions.c.code)
        .subquery()
    )
    query = select(pack_editions).join(
        latest, (pack_editions.c.code == latest.c.code) & (pack_editions.c.number == latest.c.number)
    )
    return {
        row.code: EditionRow(row.number, row.body, row.adopted_at, Origin(row.origin))
        for row in connection.execute(query)
    }


def edition_body(connection: Connection, code: str, number: int) -> str | None:
    """The TOML of one edition."""
    return connection.scalar(
        select(pack_editions.c.body).where(pack_editions.c.code == code, pack_editions.c.number == number)
    )


def all_bodies(connection: Connection) -> list[tuple[str, str]]:
    """(code, TOML) of every edition there ever was, the older first."""
    query = select(pack_editions.c.code, pack_editions.c.body).order_by(pack_editions.c.code, pack_editions.c.number)
    return [(row.code, row.body) for row in connection.execute(query)]


def editions_of(connection: Connection, code: str) -> list[Edition]:
    """The editions of a pack, newest first."""
    query = select(pack_editions).where(pack_editions.c.code == code).order_by(pack_editions.c.number.desc())
    return [
        Edition(row.code, row.number, row.adopted_at, Origin(row.origin), row.decided_by, row.entered_by, row.reason)
        for row in connection.execute(query)
    ]


def add_edition(connection: Connection, values: Mapping[str, Any]) -> None:
    connection.execute(insert(pack_editions).values(**values))


def edition_digests(connection: Connection) -> set[str]:
    """The SHA-256 of every edition of every pack, and of the shipped texts passed over."""
    passed = connection.scalars(select(pack_switches.c.passed_over).where(pack_switches.c.passed_over.is_not(None)))
    return {*connection.scalars(select(pack_editions.c.sha256)), *(digest for digest in passed if digest)}


def switches(connection: Connection) -> dict[str, bool]:
    """Packs somebody has switched on or off, by code."""
    query = select(pack_switches.c.code, pack_switches.c.offered).where(pack_switches.c.offered.is_not(None))
    return {row.code: bool(row.offered) for row in connection.execute(query)}


def set_switch(connection: Connection, code: str, at: datetime, **values: object) -> None:
    """Write `offered` or `passed_over` of a pack, whether or not it has a row."""
    changed = connection.execute(
        update(pack_switches).where(pack_switches.c.code == code).values(changed_at=at, **values)
    )
    if not changed.rowcount:
        connection.execute(insert(pack_switches).values(code=code, changed_at=at, **values))
