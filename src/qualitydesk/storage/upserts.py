"""An INSERT that may say what happens to a row already there: each database's own form of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert as ServerInsert
    from sqlalchemy.dialects.sqlite import Insert as FileInsert


def insert_or(connection: Connection, table: Table) -> FileInsert | ServerInsert:
    """The INSERT of this connection's database, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as into_file

        return into_file(table)
    from sqlalchemy.dialects.postgresql import insert as into_server  # its drivers take 100 ms a file never needs

    return into_server(table)
