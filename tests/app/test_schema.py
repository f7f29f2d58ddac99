"""The migrations, one after another and with rows in the tables, lead to what the stores declare."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.schema import metadata
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head, create_file_at, differences, revisions


def test_head_equals_the_tables_of_every_store(database: Database) -> None:
    assert differences(database, metadata) == []


def test_every_migration_runs_up_with_rows_of_the_one_before(tmp_path: Path) -> None:
    for revision in revisions():
        path = tmp_path / f"{revision}.sqlite"
        create_file_at(path, revision)
        with closing(sqlite3.connect(path)) as old:
            old.execute("INSERT INTO series (name, key, last) VALUES ('CF', 'QQ-2026', 41)")
            old.commit()
        bring_to_head(f"sqlite:///{path}", tmp_path / "backups")
        upgraded = Database.open(f"sqlite:///{path}")
        with upgraded.reading() as connection:
            assert connection.exec_driver_sql("SELECT last FROM series").scalar_one() == 41
        assert differences(upgraded, metadata) == []
        upgraded.close()


def test_the_services_open_a_fresh_folder_and_find_it_empty(tmp_path: Path) -> None:
    services = open_services(default_url(tmp_path), tmp_path)
    assert services.directory.group() is None
    assert services.rounds.lines() == []
    assert audit.check(services.database).entries == 0
    services.close()
