"""Brings a database to the tables this program knows: SQLite behind a proven backup, PostgreSQL only when asked to.

Alembic is imported only when there is something to do, so that an ordinary start does not pay for it.
"""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, MetaData, create_engine, event, inspect
from sqlalchemy.pool import NullPool

from qualitydesk.basics.clock import Clock, SystemClock
from qualitydesk.basics.errors import Refused
from qualitydesk.storage import search
from qualitydesk.storage.database import WRITE_LOCK, Database, parse_url, sqlite_path
from qualitydesk.storage.failures import in_the_users_words, refusal_for
from qualitydesk.storage.lockfile import held_by_one

MIGRATIONS = Path(__file__).with_name("migrations")
_FILE = re.compile(r"r(\d{4})_\w+\.py")
_NOTHING = ""  # the revision of a database without tables


@dataclass(frozen=True)
class Upgrade:
    """What was done: revisions before ("" = there was nothing) and after, and the backup made, if one was."""

    before: str
    after: str
    backup: Path | None


def revisions(migrations: Path = MIGRATIONS) -> tuple[str, ...]:
    """All revisions this program knows, oldest first; the last one is head."""
    names = (_FILE.fullmatch(path.name) for path in (migrations / "versions").iterdir())
    return tuple(sorted(name[1] for name in names if name))


def bring_to_head(
    url: str,
    backups: Path,
    *,
    explicit: bool = False,
    wait: float = 60.0,
    clock: Clock | None = None,
    migrations: Path = MIGRATIONS,
) -> Upgrade:
    """Create or upgrade the database at `url`; does nothing, quickly, when it is at head.

    SQLite: under a lock file, after a backup into `backups` that was read back; put back when a migration fails.
    PostgreSQL: only with `explicit` (the command `qualitydesk upgrade`), also when it is empty.
    Refused: newer_database, needs_upgrade, foreign_database, upgrade_running, upgrade_failed, database_damaged, …
    """
    parsed = parse_url(url)
    path = sqlite_path(parsed)
    with in_the_users_words():
        if path is None:
            return _bring_server(parsed, explicit, wait, migrations)
        try:
            return _bring_file(path, backups, wait, clock or SystemClock(), migrations)
        except OSError as error:
            raise Refused("disk_full" if error.errno == errno.ENOSPC else "database_read_only") from error


def differences(database: Database, metadata: MetaData) -> list[Any]:
    """What Alembic sees that the database's tables and `metadata` do not share; empty when they are equal."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.reading() as connection:
        opts = {"compare_type": True, "include_name": _is_compared}
        return list(compare_metadata(MigrationContext.configure(connection, opts=opts), metadata))


def _is_compared(name: str | None, kind: str, parents: Any) -> bool:
    """All but the search's own index, which each kind of database has in a form of its own."""
    return not (kind in ("table", "index") and search.is_index(name or ""))


def copy_file(source: Path, target: Path) -> None:
    """A whole copy of an SQLite database that may be in use, proven by quick_check, under its name only when whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".part")
    try:
        with closing(sqlite3.connect(source)) as open_source, closing(sqlite3.connect(fresh)) as out:
            open_source.backup(out)
            out.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            _prove(out)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _bring_file(path: Path, backups: Path, wait: float, clock: Clock, migrations: Path) -> Upgrade:
    known = revisions(migrations)
    before = _revision_of_file(path, known)
    if before == known[-1]:
        return Upgrade(before, before, None)
    path.parent.mkdir(parents=True, exist_ok=True)
    with held_by_one(path.with_name(path.name + ".upgrade.lock"), wait):
        before = _revision_of_file(path, known)  # someone else may just have done it
        if before == known[-1]:
            return Upgrade(before, before, None)
        if before == _NOTHING:
            _migrate_file(path, None, migrations)
            return Upgrade(before, known[-1], None)
        with closing(sqlite3.connect(path)) as source:
            _prove(source)
        backup = backups / f"{path.stem}-{before}-{clock.now():%Y%m%dT%H%M%SZ}.sqlite"
        copy_file(path, backup)
        _migrate_file(path, backup, migrations)
        return Upgrade(before, known[-1], backup)


def _migrate_file(path: Path, backup: Path | None, migrations: Path) -> None:
    """Run the migrations in one transaction; when one fails, put the file back as it was."""
    try:
        with _file_transaction(path) as connection:
            _run(connection, migrations)
    except Refused:
        raise
    except Exception as error:
        _put_back(path, backup)
        if refusal_for(getattr(error, "orig", error)) == "disk_full":
            raise Refused("disk_full") from error
        raise Refused("upgrade_failed", backup=str(backup or "")) from error


@contextmanager
def _file_transaction(path: Path) -> Iterator[Connection]:
    """A writing connection without foreign keys (tables are made anew), which are proven before the commit."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}")

    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise ValueError(f"rows without their parent: {broken[:3]}")


def _put_back(path: Path, backup: Path | None) -> None:
    """The rollback has most likely undone everything; a migration that committed by itself is undone here."""
    if backup is None:
        for name in ("", "-wal", "-shm"):
            path.with_name(path.name + name).unlink(missing_ok=True)
        return
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(path, timeout=30)) as target:
        source.backup(target)


def _bring_server(url: URL, explicit: bool, wait: float, migrations: Path) -> Upgrade:
    known = revisions(migrations)
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 10})
    with engine.connect() as connection, connection.begin():
        before = _revision_on_server(connection, known)
        if before == known[-1]:
            return Upgrade(before, before, None)
        if not explicit:
            raise Refused("needs_upgrade")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
        before = _revision_on_server(connection, known)
        try:
            _run(connection, migrations)
        except Exception as error:
            raise Refused("upgrade_failed", backup="") from error
        return Upgrade(before, known[-1], None)


def create_file_at(path: Path, revision: str, migrations: Path = MIGRATIONS) -> None:
    """A new SQLite file with the tables of an older revision, to load an old dump into."""
    with _file_transaction(path) as connection:
        _run(connection, migrations, revision)


def _run(connection: Connection, migrations: Path, revision: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    from qualitydesk.storage.base import metadata

    config = Config(attributes={"connection": connection, "metadata": metadata})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, revision)


def _revision_of_file(path: Path, known: tuple[str, ...]) -> str:
    if not path.is_file() or path.stat().st_size == 0:
        return _NOTHING
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = []
        if "alembic_version" in tables:
            found = [number for (number,) in connection.execute("SELECT version_num FROM alembic_version")]
    return _known_revision(found, tables, known)


def _revision_on_server(connection: Connection, known: tuple[str, ...]) -> str:
    tables = set(inspect(connection).get_table_names())
    found = []
    if "alembic_version" in tables:
        found = [number for (number,) in connection.exec_driver_sql("SELECT version_num FROM alembic_version")]
    return _known_revision(found, tables, known)


def _known_revision(found: list[str], tables: set[str], known: tuple[str, ...]) -> str:
    if not found:
        if tables - {"alembic_version"}:
            raise Refused("foreign_database")
        return _NOTHING
    if found[0] not in known:
        raise Refused("newer_database")
    return found[0]


def _prove(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise Refused("database_damaged")
