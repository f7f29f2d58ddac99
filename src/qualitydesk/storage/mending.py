"""A damaged database file gives way to a backup: the backup is restored beside it, then takes its place.

The damaged file is kept under a new name: what the backup does not hold may still be read out of it.
"""

from __future__ import annotations

import errno
import sys
from datetime import datetime
from pathlib import Path

from sqlalchemy import MetaData

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.base import metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.dump import Progress
from qualitydesk.storage.files import Files
from qualitydesk.storage.lockfile import held_by_one
from qualitydesk.storage.restore import restore
from qualitydesk.storage.upgrade import bring_to_head

_BESIDE = ("", "-wal", "-shm")
"""What belongs to an SQLite file, by the end of its name."""


def restore_in_place(
    backup: Path,
    path: Path,
    files: Files,
    now: datetime,
    *,
    tables: MetaData = metadata,
    progress: Progress | None = None,
    wait: float = 10.0,
) -> Path | None:
    """Put the portable dump `backup` in the place of the SQLite file `path`, whatever that is; nothing half-done.

    Gives where the old file lies now, None when there was none. Refused: as `restore`, and database_in_use.
    """
    fresh = path.with_name(f"{path.stem}.restoring{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held_by_one(path.with_name(path.name + ".upgrade.lock"), wait):
            _remove(fresh)
            _fill(fresh, backup, files, tables, progress)
            aside = set_aside(path, now)
            fresh.replace(path)
            return aside
    except OSError as error:
        raise Refused(_code_of(error), path=str(path)) from error
    finally:
        _remove(fresh)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Rename a database file and what lies beside it; gives the new name, None when there was nothing.

    Refused("database_in_use") when another program holds it (Windows).
    """
    if not path.exists():
        return None
    try:
        target = _free_name(path, now)
        for end in _BESIDE:
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(target.with_name(target.name + end))
    except OSError as error:
        raise Refused(_code_of(error), path=str(path)) from error
    return target


def _fill(fresh: Path, backup: Path, files: Files, tables: MetaData, progress: Progress | None) -> None:
    url = f"sqlite:///{fresh.as_posix()}"
    bring_to_head(url, fresh.parent)
    database = Database.open(url)
    try:
        restore(backup, database, files, tables=tables, progress=progress)
    finally:
        database.close()


def _free_name(path: Path, now: datetime) -> Path:
    """A name that says what it is and when it was put there, and that nothing has."""
    base = f"{path.stem}.damaged-{now:%Y%m%dT%H%M%SZ}"
    names = (f"{base}{'' if not turn else f'-{turn}'}{path.suffix}" for turn in range(1000))
    return next(free for name in names if not (free := path.with_name(name)).exists())


def _remove(path: Path) -> None:
    for end in (*_BESIDE, ".upgrade.lock"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _code_of(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "disk_full"
    if isinstance(error, PermissionError) and sys.platform == "win32":
        return "database_in_use"  # that is how an open file is told there
    return "database_read_only"
