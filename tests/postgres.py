"""A private PostgreSQL for one test run: made in a temporary folder, on a free port of this computer, thrown away."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from sqlalchemy import URL, create_engine
from sqlalchemy.pool import NullPool


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
        if os.geteuid() == 0:
            shutil.chown(self._home, "postgres", "postgres")
        self._as_owner("initdb", "-D", f"{self._home}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                       "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._home} " \
                  "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"  # fmt: skip
        self._as_owner("pg_ctl", "-D", f"{self._home}/data", "-o", options, "-l", f"{self._home}/log", "-w", "start")

    def create(self, template: str = "template0") -> str:
        """A fresh database, a copy of `template`; gives its name."""
        self._count += 1
        name = f"t{self._count}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """The address of a database for `Database.open`."""
        place = URL.create("postgresql+psycopg", "postgres", host="127.0.0.1", port=self.port, database=name)
        return place.render_as_string(hide_password=False)

    def stop(self) -> None:
        """End the server and remove its folder."""
        self._as_owner("pg_ctl", "-D", f"{self._home}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._home, ignore_errors=True)

    def _run(self, statement: str) -> None:
        engine = create_engine(self.url("postgres"), poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)

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
