"""Reads a portable dump into an empty database of either kind, also one made by an earlier version of the program."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, func, insert, select

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.base import metadata
from qualitydesk.storage.blobs import blobs
from qualitydesk.storage.database import Database
from qualitydesk.storage.dump import KINDS, Manifest, Progress, file_member, revision_of, rows_of, verify
from qualitydesk.storage.files import Files
from qualitydesk.storage.upgrade import MIGRATIONS, bring_to_head, create_file_at, revisions

_BATCH = 1000


def restore(
    source: Path,
    database: Database,
    files: Files,
    *,
    tables: MetaData = metadata,
    progress: Progress | None = None,
    migrations: Path = MIGRATIONS,
) -> Manifest:
    """Fill `database`, which is at head and empty, and `files` from the zip `source`: all of it or nothing.

    The zip is proven before anything is written. Refused: backup_damaged, backup_newer, restore_not_empty, disk_full.
    """
    manifest = verify(source)
    if manifest.revision not in revisions(migrations):
        raise Refused("backup_newer")
    tell = progress or (lambda done, steps: None)
    with zipfile.ZipFile(source) as archive, database.transaction() as connection:
        _refuse_unless_empty(connection, tables)
        with _checked_at_the_end(connection):
            if manifest.revision == revision_of(connection):
                _load(connection, archive, manifest, {one.name: one for one in tables.tables.values()}, tell)
            else:
                _load_older(connection, archive, manifest, tables, migrations)
        done = manifest.steps - len(manifest.files)
        for number, name in enumerate(manifest.files, 1):
            files.put(archive.read(file_member(name)))
            tell(done + number, manifest.steps)
    return manifest


def _load(
    connection: Connection, archive: zipfile.ZipFile, manifest: Manifest, tables: dict[str, Table], tell: Progress
) -> None:
    done = 0
    for dumped in manifest.tables:
        if dumped.name not in tables:
            raise Refused("backup_damaged")
        for size in _fill(connection, tables[dumped.name], rows_of(archive, dumped)):
            done += size
            tell(done, manifest.steps)
        _prove_count(connection, tables[dumped.name], dumped.rows)


def _load_older(
    connection: Connection, archive: zipfile.ZipFile, manifest: Manifest, tables: MetaData, migrations: Path
) -> None:
    """By way of a temporary file at the dump's revision, which the migrations bring to head."""
    with tempfile.TemporaryDirectory(prefix="qualitydesk-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "older.sqlite"
        create_file_at(path, manifest.revision, migrations)
        older = Database.open(f"sqlite:///{path}")
        try:
            own = MetaData()
            as_dumped = {
                one.name: Table(one.name, own, *(Column(name, KINDS[kind][0]()) for name, kind in one.columns))
                for one in manifest.tables
            }
            with older.transaction() as writing, _checked_at_the_end(writing):
                _load(writing, archive, manifest, as_dumped, lambda done, steps: None)
        finally:
            older.close()
        bring_to_head(f"sqlite:///{path}", Path(folder), migrations=migrations)
        newer = Database.open(f"sqlite:///{path}")
        try:
            with newer.reading() as reading:
                for table in _with_rows_of_ours(tables):
                    rows = reading.execute(select(table).execution_options(yield_per=_BATCH))
                    copied = sum(_fill(connection, table, (dict(row._mapping) for row in rows)))
                    _prove_count(connection, table, copied)
        finally:
            newer.close()


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> Iterator[int]:
    """Insert rows a batch at a time; yields the size of each batch."""
    pending = iter(rows)
    while batch := list(islice(pending, _BATCH)):
        connection.execute(insert(table), batch)
        yield len(batch)


def _prove_count(connection: Connection, table: Table, rows: int) -> None:
    if connection.execute(select(func.count()).select_from(table)).scalar_one() != rows:
        raise Refused("backup_damaged")


def _with_rows_of_ours(tables: MetaData) -> list[Table]:
    """All but the attachments: a dump holds those as files, and one without a row that names it is nobody's."""
    return [one for one in tables.tables.values() if one.name != blobs.name]


def _refuse_unless_empty(connection: Connection, tables: MetaData) -> None:
    for table in _with_rows_of_ours(tables):
        if connection.execute(select(1).select_from(table).limit(1)).first() is not None:
            raise Refused("restore_not_empty")


@contextmanager
def _checked_at_the_end(connection: Connection) -> Iterator[None]:
    """References between rows are checked when all rows are there: tables refer to one another in circles."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # until the commit, which fails if one is broken
        yield
        return
    constraints = connection.exec_driver_sql(
        "SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint "
        "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
    ).all()
    for table, name in constraints:
        connection.exec_driver_sql(f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED")
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    for table, name in constraints:
        connection.exec_driver_sql(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE")
