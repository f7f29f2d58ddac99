"""Many rows at once past SQLAlchemy's own way, which takes three times as long: for lists taken over and the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table

from qualitydesk.storage.base import Day, Id, Moment

_BATCH = 20_000


def copy_rows(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows, each the values of the columns `names` in their order; every column without a default must be named.

    Values are those SQLAlchemy would take: UUID, aware moments, days, numbers, text, None.
    """
    if connection.dialect.name == "sqlite":
        _into_file(connection, table, names, rows)
    else:
        _into_server(connection, table, names, rows)


def _into_file(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    ways = [(at, way) for at, name in enumerate(names) if (way := _way(table, name)) is not None]
    into = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        made: list[tuple[Any, ...]] = []
        for row in batch:
            values = list(row)
            for at, way in ways:
                if values[at] is not None:
                    values[at] = way(values[at])
            made.append(tuple(values))
        connection.exec_driver_sql(into, made)


def _into_server(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _way(table: Table, name: str) -> Callable[[Any], Any] | None:
    """How a value of a column is written into a file; None: as it is."""
    kind = table.c[name].type
    if isinstance(kind, Id):
        return lambda value: value.bytes
    if isinstance(kind, Day):
        return lambda value: value.isoformat()
    if isinstance(kind, Moment):
        moment = kind

        def written(value: Any) -> Any:
            return moment.process_bind_param(value, _DIALECT)

        return written
    return None


class _File:
    """The one thing `Moment` asks of a dialect."""

    name = "sqlite"


_DIALECT: Any = _File()
