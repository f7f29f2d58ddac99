"""A private PostgreSQL for one test run: made in a temporary folder, on a free port of this computer, thrown away."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg
from sqlalchemy import URL

MUCH = 4_000_000
"""Bytes of rows from which a database is thrown away rather than emptied."""

SHAPE = """
    SELECT (SELECT string_agg(version_num, ',') FROM alembic_version),
           (SELECT count(*) || '/' || coalesce(sum(last_value), 0) FROM pg_sequences),
           (SELECT count(*) || '/' || sum(oid::bigint) || '/' || sum(relfilenode::bigint) FROM pg_class
             WHERE relnamespace = 'public'::regnamespace),
           (SELECT count(*) || '/' || max(xmin::text::bigint) FROM pg_attribute WHERE attrelid >= 16384),
           (SELECT count(*) || '/' || sum(oid::bigint) FROM pg_constraint),
           (SELECT count(*) || '/' || sum(oid::bigint) || '/' || string_agg(DISTINCT tgenabled::text, '')
              FROM pg_trigger),
           (SELECT count(*) || '/' || max(xmin::text::bigint) FROM pg_proc),
           (SELECT count(*) FROM pg_namespace WHERE nspname NOT LIKE 'pg_temp%' AND nspname NOT LIKE 'pg_toast_temp%'),
           (SELECT count(*) FROM pg_db_role_setting)
"""
"""Whatever a statement about tables, columns, keys, triggers or settings changes."""

FILLED = """
    SELECT quote_ident(relname), oid::bigint, pg_relation_size(oid) FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
       AND pg_relation_size(oid) > 0
"""
"""Tables that had rows since the database was made or emptied."""

OTHERS = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

NEW = """
    UPDATE pg_class SET reltuples = -1, relpages = 0, relallvisible = 0
     WHERE oid = ANY(%s::oid[]) OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = ANY(%s::oid[]))
"""
"""The planner knows as little of an emptied table as of a new one."""


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, None when PostgreSQL is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    whole = [folder for folder in folders if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres"))]
    return whole[0] if whole else None


class Cluster:
    """A running server; `stop()` removes every trace of it."""

    def __init__(self, folder: Path) -> None:
        self._bin = folder
        # Not under pytest's own folder: that is closed to the user postgres.
        self._home = Path(tempfile.mkdtemp(prefix="qualitydesk-pg-"))
        self._count = 0
        self._held: dict[str, psycopg.Connection] = {}  # our own connection to the server and to what is lent
        self._shapes: dict[str, tuple[object, ...]] = {}
        self._free: dict[str, list[str]] = {}
        if os.geteuid() == 0:
            shutil.chown(self._home, "postgres", "postgres")
        self._as_owner("initdb", "-D", f"{self._home}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                       "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._home} " \
                  "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 " \
                  "-c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off"  # fmt: skip
        self._as_owner("pg_ctl", "-D", f"{self._home}/data", "-o", options, "-l", f"{self._home}/log", "-w", "start")

    def create(self, template: str = "template0") -> str:
        """A fresh database, a copy of `template`; gives its name."""
        self._count += 1
        name = f"t{self._count}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")  # half the time of the other
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def lend(self, template: str) -> str:
        """A database with the tables of `template` and no rows, new or emptied since; gives its name."""
        free = self._free.setdefault(template, [])
        if free:
            return free.pop()
        name = self.create(template)
        own = self._connection(name)
        self._shapes[name] = own.execute(SHAPE).fetchone() or ()
        assert not own.execute(FILLED).fetchall(), "rows of the template's own would be lost at the first emptying"
        return name

    def take_back(self, name: str, template: str) -> None:
        """Empty what was lent, for the next test; thrown away when its tables are no longer the template's.

        To make a database anew takes ten times as long, and the first to ask it waits for its catalogue.
        """
        try:
            as_new = self._emptied(name)
        except psycopg.Error:
            as_new = False
        if as_new:
            self._free[template].append(name)
        else:
            self._held.pop(name).close()
            self.drop(name)

    def _emptied(self, name: str) -> bool:
        own = self._connection(name)
        own.execute(OTHERS)
        filled = own.execute(FILLED).fetchall()
        if sum(size for _table, _oid, size in filled) > MUCH:
            return False
        if filled:
            tables, oids = [table for table, _oid, _size in filled], [oid for _table, oid, _size in filled]
            with own.transaction():
                own.execute("SET LOCAL session_replication_role = replica")  # no keys or triggers between them
                own.execute(";".join(f"DELETE FROM {table}" for table in tables))
            own.execute(f"VACUUM {', '.join(tables)}")
            own.execute(NEW, (oids, oids))
            own.execute("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'")
        return not own.execute(FILLED).fetchall() and own.execute(SHAPE).fetchone() == self._shapes[name]

    def url(self, name: str) -> str:
        """The address of a database for `Database.open`."""
        place = URL.create("postgresql+psycopg", "postgres", host="127.0.0.1", port=self.port, database=name)
        return place.render_as_string(hide_password=False)

    def stop(self) -> None:
        """End the server and remove its folder."""
        for own in self._held.values():
            own.close()
        self._as_owner("pg_ctl", "-D", f"{self._home}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._home, ignore_errors=True)

    def _run(self, statement: str) -> None:
        self._connection("postgres").execute(statement)

    def _connection(self, name: str) -> psycopg.Connection:
        if name not in self._held:
            place = {"host": "127.0.0.1", "port": self.port, "user": "postgres", "dbname": name}
            self._held[name] = psycopg.connect(**place, autocommit=True)
        return self._held[name]

    def _as_owner(self, program: str, *arguments: str) -> None:
        as_root = os.geteuid() == 0  # PostgreSQL refuses to run as root
        subprocess.run(
            [self._bin / program, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._home,
            user="postgres" if as_root else None,
            group="postgres" if as_root else None,
            extra_groups=[] if as_root else None,
        )
