"""Whether the database file itself is whole: its pages, and every row's parent."""

from __future__ import annotations

from qualitydesk.storage.database import Database


def quick_faults(database: Database) -> tuple[str, ...]:
    """What a quick look at every page finds (0.3 s for 180 MB), empty when nothing; indexes are not compared."""
    if database.kind != "sqlite":
        return ()
    with database.reading() as connection:
        pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(5)")]
    return tuple(fault for fault in pages if fault != "ok")


def faults(database: Database) -> tuple[str, ...]:
    """What SQLite's own checks find, empty when nothing; PostgreSQL checks its pages itself.

    The texts are SQLite's, for whoever mends the file; they name tables and pages, not people.
    """
    if database.kind != "sqlite":
        return ()
    with database.reading() as connection:
        pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
        orphans = [f"{row[0]}: {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return tuple(fault for fault in pages if fault != "ok") + tuple(orphans[:20])
