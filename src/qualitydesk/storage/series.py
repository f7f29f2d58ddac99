"""Running numbers without gaps: taken inside the transaction that uses them, given back when it fails."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, Table, text

from qualitydesk.storage.base import Word, metadata

series = Table(
    "series",
    metadata,
    Column("name", Word(40), primary_key=True),
    Column("key", Word(80), primary_key=True),
    Column("last", Integer, nullable=False),
)

_NEXT = text(
    "INSERT INTO series (name, key, last) VALUES (:name, :key, 1) "
    "ON CONFLICT (name, key) DO UPDATE SET last = series.last + 1 RETURNING last"
)


def next_number(connection: Connection, series: str, key: str) -> int:
    """The next number of `series` (slip, round, …) within `key` (institution and period), from 1."""
    return int(connection.execute(_NEXT, {"name": series, "key": key}).scalar_one())


_BLOCK = text(
    "INSERT INTO series (name, key, last) VALUES (:name, :key, :count) "
    "ON CONFLICT (name, key) DO UPDATE SET last = series.last + :count RETURNING last"
)


def next_numbers(connection: Connection, series: str, key: str, count: int) -> int:
    """The first of `count` (> 0) numbers of a series taken at once."""
    return int(connection.execute(_BLOCK, {"name": series, "key": key, "count": count}).scalar_one()) - count + 1
