"""The door to the database: writes one after another, reads from a snapshot, the same meaning on both kinds."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, update
from sqlalchemy.exc import ArgumentError, DBAPIError

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.among import BYTES_OF
from qualitydesk.storage.failures import Interrupted, in_the_users_words
from qualitydesk.storage.shares import on_network_share

__all__ = [
    "WRITE_LOCK",
    "Cancel",
    "Connection",
    "Database",
    "Interrupted",
    "change_row",
    "insert_row",
    "parse_url",
    "sqlite_path",
    "update_row",
]

Kind = Literal["sqlite", "postgresql"]
WRITE_LOCK = 0x5155414C44455348  # the advisory lock every writing transaction takes on PostgreSQL
WAIT = 30.0


class Cancel:
    """A handle to call a running read off from another thread; one handle serves one read."""

    def __init__(self) -> None:
        self._flag = threading.Event()
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None

    def interrupt(self) -> None:
        """Call the read off, now or as soon as it begins. Returns at once, may be called from any thread."""
        self._flag.set()
        # PostgreSQL is told over a second connection, which may take its time: not on the caller's thread.
        threading.Thread(target=self._interrupt, name="interrupt", daemon=True).start()

    @property
    def interrupted(self) -> bool:
        return self._flag.is_set()

    def _interrupt(self) -> None:
        with self._lock:
            if self._stop is not None:
                self._stop()

    @contextmanager
    def _watching(self, stop: Callable[[], None]) -> Iterator[None]:
        with self._lock:
            self._stop = stop
        try:
            self.check()
            yield
            self.check()
        finally:
            # Waits for an interrupt under way, so that none can hit whoever gets the connection next.
            with self._lock:
                self._stop = None

    def check(self) -> None:
        """Interrupted when called off."""
        if self.interrupted:
            raise Interrupted


class _Own(threading.local):
    """What the present thread has open."""

    connection: Connection | None = None
    writing: bool = False
    cancel: Cancel | None = None


class Database:
    """One open database. Usable from any thread; each thread has its own transaction.

    `wait` is how many seconds a writer waits for another one before Refused("database_busy").
    """

    def __init__(self, writer: Engine, reader: Engine, kind: Kind, wait: float) -> None:
        self.kind: Kind = kind
        self._writer = writer
        self._reader = reader
        self._wait = wait
        self._own = _Own()
        self._turn = threading.Lock()  # SQLite's own waiting is a lottery among the threads of one program
        event.listen(reader, "before_cursor_execute", self._before_read)
        if kind == "sqlite":
            event.listen(writer, "before_cursor_execute", self._before_write)

    @classmethod
    def open(cls, url: str, *, wait: float = WAIT) -> Database:
        """Open an existing database (`bring_to_head` makes one).

        Refused: database_url, network_share, database_missing, database_unreachable, database_damaged.
        """
        parsed = parse_url(url)
        path = sqlite_path(parsed)
        if path is not None:
            if not path.is_file():
                raise Refused("database_missing", path=str(path))
            database = cls(_sqlite(path, wait, "OFF"), _sqlite(path, wait, "ON"), "sqlite", wait)
        else:
            engine = _postgresql(parsed, wait)
            reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            database = cls(engine, reader, "postgresql", wait)
        try:
            with database.reading() as connection:
                connection.exec_driver_sql("SELECT 1 FROM sqlite_master" if path else "SELECT 1").all()
        except BaseException:
            database.close()
            raise
        return database

    @property
    def address(self) -> str:
        """What another process opens the same database by; a server's password stands in it."""
        return self._writer.url.render_as_string(hide_password=False)

    @property
    def path(self) -> Path | None:
        """The SQLite file, None on PostgreSQL."""
        return sqlite_path(self._writer.url)

    @property
    def where(self) -> str:
        """The address in words, without its password."""
        return self._writer.url.render_as_string(hide_password=True)

    @property
    def url(self) -> str:
        """The address with its password, for another process of this program only; never shown."""
        return self._writer.url.render_as_string(hide_password=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A writing transaction, alone in the whole database; committed when the block ends well.

        Inside another one of the same thread it joins it: its own failure takes back its own part only, and
        nothing is kept until the outermost ends. Refused: database_busy, disk_full, database_unreachable.
        """
        held = self._own.connection
        if held is None:
            with self._outermost() as connection:
                yield connection
        elif not self._own.writing:
            raise RuntimeError("a write was begun inside a read")
        else:
            with in_the_users_words():
                part = held.begin_nested()
                try:
                    yield held
                except BaseException:
                    if self._alive(held):
                        part.rollback()
                    raise
                part.commit()

    @contextmanager
    def reading(self, cancel: Cancel | None = None) -> Iterator[Connection]:
        """A read-only snapshot, the same for all statements of the block; joins what the thread has open.

        With `cancel` another thread can call it off: Interrupted.
        """
        if self._own.connection is not None:
            yield self._own.connection
            return
        cancel = cancel or Cancel()
        with in_the_users_words(lambda: cancel.interrupted), self._reader.connect() as connection:
            try:
                with cancel._watching(self._stopper(connection)), connection.begin():
                    if self.kind == "sqlite":
                        _driver(connection).execute("BEGIN")  # past SQLAlchemy: a third of a short read's time
                    self._own.connection, self._own.writing, self._own.cancel = connection, False, cancel
                    yield connection
            finally:
                self._own.connection = self._own.cancel = None
                if cancel.interrupted and self.kind == "postgresql":
                    connection.invalidate()  # a late cancel must not hit the next user of this connection

    def close(self, *, fold: bool = True) -> None:
        """Let go of all connections; SQLite's log is folded into the file, so that the file alone is whole.

        Without `fold` it is left to the others who have the file open: folding waits for their readers.
        """
        if self.kind == "sqlite" and fold:
            # When it cannot be now, the log stays beside the file and is folded in next time.
            with suppress(DBAPIError), self._writer.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def _outermost(self) -> Iterator[Connection]:
        if not self._turn.acquire(timeout=self._wait):
            raise Refused("database_busy")
        try:
            with in_the_users_words(), self._writer.connect() as connection, connection.begin():
                if self.kind == "sqlite":
                    _driver(connection).execute("BEGIN IMMEDIATE")
                else:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
                self._own.connection, self._own.writing = connection, True
                try:
                    yield connection
                    if not self._alive(connection):
                        raise Refused("database_unreachable")
                finally:
                    self._own.connection, self._own.writing = None, False
        finally:
            self._turn.release()

    def _alive(self, connection: Connection) -> bool:
        """Whether the transaction still stands: SQLite drops it by itself when the disk fails."""
        return self.kind != "sqlite" or bool(_driver(connection).in_transaction)

    def _stopper(self, connection: Connection) -> Callable[[], None]:
        driver = _driver(connection)
        if self.kind == "sqlite":
            return driver.interrupt  # type: ignore[no-any-return]
        return lambda: driver.cancel_safe(timeout=5.0)

    def _before_read(self, *_: object) -> None:
        if self._own.cancel is not None:
            self._own.cancel.check()

    def _before_write(self, connection: Connection, *_: object) -> None:
        if self._own.writing and not self._alive(connection):
            raise Refused("database_unreachable")  # else the statement would be committed all by itself


def insert_row(connection: Connection, table: Table, **values: object) -> None:
    """Add one row."""
    connection.execute(table.insert().values(**values))


def update_row(connection: Connection, table: Table, row_id: object, seen_revision: int, **values: object) -> int:
    """Change one row if nobody changed it since `seen_revision`; gives its new revision. Refused: stale."""
    changed = connection.execute(
        update(table)
        .where(table.c.id == row_id, table.c.revision == seen_revision)
        .values(**values, revision=seen_revision + 1)
    )
    if changed.rowcount != 1:
        raise Refused("stale")
    return seen_revision + 1


def change_row(connection: Connection, table: Table, row_id: object, **values: object) -> None:
    """Change one row whatever its revision: what nobody typed, or what stands in no window as read."""
    connection.execute(update(table).where(table.c.id == row_id).values(**values))


def delete_row(connection: Connection, table: Table, row_id: object) -> None:
    """Take one row away."""
    connection.execute(table.delete().where(table.c.id == row_id))


def parse_url(url: str) -> URL:
    """The address in parts. Refused("database_url") unless sqlite:///file or postgresql+psycopg://…"""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise Refused("database_url") from error
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    in_memory = parsed.drivername == "sqlite" and parsed.database in (None, "", ":memory:")
    if in_memory or parsed.drivername not in ("sqlite", "postgresql+psycopg") or "mode" in parsed.query:
        raise Refused("database_url")
    return parsed


def sqlite_path(url: URL) -> Path | None:
    """The file of an SQLite address, None for PostgreSQL. Refused("network_share") for a file elsewhere."""
    if url.drivername != "sqlite":
        return None
    if on_network_share(str(url.database)):
        raise Refused("network_share", path=str(url.database))
    return Path(str(url.database))


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _sqlite(path: Path, wait: float, query_only: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait},  # the driver's name for busy_timeout, in seconds
        pool_size=4,
        max_overflow=12,
        pool_timeout=wait,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.create_function(BYTES_OF, 1, bytes.fromhex, deterministic=True)
        connection.isolation_level = None  # the driver begins nothing on its own; we say BEGIN
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is erased is overwritten, not only unlinked
            "cache_size=-32000",
            f"query_only={query_only}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("PRAGMA synchronous").fetchone() != (2,):
            raise RuntimeError("SQLite would not promise that a commit is on disk")

    return engine


def _postgresql(url: URL, wait: float) -> Engine:
    options = f"-c lock_timeout={int(wait * 1000)} -c timezone=UTC"
    given = url.query.get("options")
    return create_engine(
        url.difference_update_query(["options"]),
        connect_args={"options": f"{given} {options}" if given else options, "connect_timeout": 10},
        isolation_level="READ COMMITTED",  # what is read after the lock was granted must be the latest
        pool_size=5,
        max_overflow=11,
        pool_timeout=wait,
        pool_pre_ping=True,
    )
