"""The portable backup: one .zip of JSON lines a table and the attached files, readable on either kind of database.

`manifest.json` lists every table with its columns, rows and SHA-256, and every file; `verify` holds the zip against it.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Connection, Float, Integer, LargeBinary, MetaData, String, Table, func, inspect, select

from qualitydesk.basics.clock import Clock, SystemClock
from qualitydesk.basics.errors import Refused
from qualitydesk.storage import search
from qualitydesk.storage.base import Day, Id, Json, Moment, metadata
from qualitydesk.storage.blobs import blobs
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files
from qualitydesk.storage.upgrade import copy_file

FORMAT = 1
Progress = Callable[[int, int], None]
_CHUNK = 1 << 20

# kind of column → (type, into JSON, out of JSON); the kinds stand in the manifest, so that an old dump explains itself
KINDS: Mapping[str, tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]] = {
    "id": (Id, str, UUID),
    "moment": (Moment, lambda value: value.isoformat(), datetime.fromisoformat),
    "day": (Day, lambda value: value.isoformat(), date.fromisoformat),
    "json": (Json, lambda value: value, lambda value: value),
    "bytes": (LargeBinary, lambda value: base64.b64encode(value).decode(), base64.b64decode),
    "bool": (Boolean, bool, bool),
    "int": (Integer, int, int),
    "float": (Float, float, float),
    "text": (String, str, str),
}


@dataclass(frozen=True)
class DumpedTable:
    """One table in a dump: `columns` are (name, kind) in the order of each line's values."""

    name: str
    rows: int
    sha256: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Manifest:
    """What a dump holds. `left_out` names attachments that were missing or damaged when it was made."""

    revision: str
    made_at: str
    tables: tuple[DumpedTable, ...]
    files: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """Rows and files together, for a progress bar."""
        return sum(table.rows for table in self.tables) + len(self.files)


def dump(
    database: Database,
    files: Files,
    target: Path,
    *,
    clock: Clock | None = None,
    tables: MetaData = metadata,
    progress: Progress | None = None,
) -> Manifest:
    """Write everything as it is at one moment into the zip `target`, which appears only when proven whole.

    `progress(done, steps)` may raise to call it off. Refused: disk_full, and what reading refuses.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".part")
    try:
        with database.reading() as connection, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as out:
            made_at = (clock or SystemClock()).now().isoformat(timespec="seconds")
            _write(connection, files, out, made_at, tables, progress or (lambda done, steps: None))
        manifest = verify(fresh)
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        fresh.replace(target)
    except OSError as error:
        raise Refused("disk_full" if error.errno == errno.ENOSPC else "file_not_written", path=str(target)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return manifest


def verify(source: Path) -> Manifest:
    """Read a dump through and hold it against its manifest. Refused("backup_damaged") when anything is amiss."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = read_manifest(archive)
            wanted = {"manifest.json", *(member(table) for table in manifest.tables), *map(file_member, manifest.files)}
            if wanted != set(archive.namelist()) or len(wanted) != len(archive.namelist()):
                raise Refused("backup_damaged")
            for table in manifest.tables:
                if _measure(archive, member(table)) != (table.rows, table.sha256):
                    raise Refused("backup_damaged")
            for name in manifest.files:
                if _measure(archive, file_member(name))[1] != name:
                    raise Refused("backup_damaged")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("backup_damaged") from error
    return manifest


def online_backup(database: Database, target: Path) -> None:
    """A copy of an SQLite database in use as one plain file, proven before it gets its name (no attachments)."""
    if database.path is None:
        raise ValueError("PostgreSQL has its own tools; the portable dump works on both")
    copy_file(database.path, target)


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest of an open dump. Refused: backup_damaged, backup_newer."""
    try:
        raw = json.loads(archive.read("manifest.json"))
        if raw.pop("format") > FORMAT:
            raise Refused("backup_newer")
        tables = tuple(
            DumpedTable(one["name"], one["rows"], one["sha256"], tuple((name, kind) for name, kind in one["columns"]))
            for one in raw.pop("tables")
        )
        return Manifest(tables=tables, files=tuple(raw.pop("files")), left_out=tuple(raw.pop("left_out")), **raw)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Refused("backup_damaged") from error


def rows_of(archive: zipfile.ZipFile, table: DumpedTable) -> Iterator[dict[str, Any]]:
    """The rows of one table in an open dump, as values for an insert."""
    readers = [(name, KINDS[kind][2]) for name, kind in table.columns]
    with archive.open(member(table)) as lines:
        for line in lines:
            values = zip(readers, json.loads(line), strict=True)
            yield {name: None if value is None else read(value) for (name, read), value in values}


def member(table: DumpedTable) -> str:
    """Where a table lies in the zip."""
    return f"tables/{table.name}.jsonl"


def file_member(name: str) -> str:
    """Where an attachment lies in the zip."""
    return f"files/{name}"


def revision_of(connection: Connection) -> str:
    """The revision an open database is at."""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _write(
    connection: Connection, files: Files, out: zipfile.ZipFile, made_at: str, tables: MetaData, progress: Progress
) -> None:
    there = {name for name in inspect(connection).get_table_names() if not search.is_index(name)}
    unknown = there - set(tables.tables) - {"alembic_version"}
    if unknown and tables is metadata:  # a bug: a backup that leaves out a table would be found whole, and lose it
        raise LookupError(f"tables that the dump does not know: {sorted(unknown)}")
    # Attachments go out as files, whichever way this database keeps them, so that either kind takes them in.
    ordered = sorted((one for one in tables.tables.values() if one.name != blobs.name), key=lambda table: table.name)
    names = tuple(files.names())
    steps = len(names) + sum(connection.execute(select(func.count()).select_from(one)).scalar_one() for one in ordered)
    done = 0
    dumped = []
    for table in ordered:
        dumped.append(_write_table(connection, table, out, partial(_tell, progress, done, steps)))
        done += dumped[-1].rows
    kept, left_out = [], []
    for name in names:
        try:
            out.writestr(file_member(name), files.get(name), zipfile.ZIP_STORED)
            kept.append(name)
        except Refused:  # a backup without one damaged attachment is better than none
            left_out.append(name)
        done += 1
        progress(done, steps)
    manifest = Manifest(revision_of(connection), made_at, tuple(dumped), tuple(kept), tuple(left_out))
    out.writestr("manifest.json", json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1))


def _tell(progress: Progress, base: int, steps: int, rows: int) -> None:
    progress(base + rows, steps)


def _write_table(
    connection: Connection, table: Table, out: zipfile.ZipFile, progress: Callable[[int], None]
) -> DumpedTable:
    columns = tuple((column.name, _kind_of(column.type)) for column in table.columns)
    writers = [KINDS[kind][1] for _, kind in columns]
    digest, rows = hashlib.sha256(), 0
    place = DumpedTable(table.name, 0, "", columns)
    statement = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=1000)
    with out.open(member(place), "w", force_zip64=True) as lines:
        for part in connection.execute(statement).partitions():
            for row in part:
                values = [None if value is None else write(value) for write, value in zip(writers, row, strict=True)]
                line = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                digest.update(line)
                lines.write(line)
                rows += 1
            progress(rows)
    return DumpedTable(table.name, rows, digest.hexdigest(), columns)


def _kind_of(kind: Any) -> str:
    for name, (python_type, _, _) in KINDS.items():
        if isinstance(kind, python_type):
            return name
    raise TypeError(f"no portable form for a column of type {kind!r}")


def _measure(archive: zipfile.ZipFile, name: str) -> tuple[int, str]:
    """Lines and SHA-256 of one member; reading it to its end also proves the zip's own check sum."""
    digest, lines = hashlib.sha256(), 0
    with archive.open(name) as content:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
            lines += chunk.count(b"\n")
    return lines, digest.hexdigest()
