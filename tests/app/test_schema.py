"""The migrations, one after another and with rows in the tables, lead to what the stores declare."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.opening import begin_empty
from qualitydesk.app.schema import metadata
from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head, create_file_at, differences, revisions


def test_head_equals_the_tables_of_every_store(database: Database) -> None:
    assert differences(database, metadata) == []


def test_every_migration_runs_up_with_rows_of_the_one_before(tmp_path: Path) -> None:
    grown = tmp_path / "grown.sqlite"
    compared: set[str] = set()
    for revision in revisions():
        create_file_at(grown, revision)  # on from the one before
        path = tmp_path / f"{revision}.sqlite"
        with closing(sqlite3.connect(grown)) as source, closing(sqlite3.connect(path)) as old:
            source.backup(old)
            assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [(revision,)]
            old.execute("INSERT INTO series (name, key, last) VALUES ('CF', 'QQ-2026', 41)")
            old.commit()
        bring_to_head(f"sqlite:///{path}", tmp_path / "backups")
        upgraded = Database.open(f"sqlite:///{path}")
        with upgraded.reading() as connection:
            assert connection.exec_driver_sql("SELECT last FROM series").scalar_one() == 41
            words = connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY type, name").scalars()
            tables = "\n".join(map(str, words))
        if tables not in compared:  # the same tables to the letter have the same differences
            assert differences(upgraded, metadata) == []
            compared.add(tables)
        upgraded.close()


def test_the_services_open_a_fresh_folder_and_find_it_empty(tmp_path: Path) -> None:
    services = open_services(default_url(tmp_path), tmp_path)
    assert services.directory.group() is None
    assert services.rounds.lines() == []
    assert audit.check(services.database).entries == 0
    services.close()


def test_a_pack_that_came_with_a_newer_program_is_taken_over_at_opening(tmp_path: Path) -> None:
    services = open_services(default_url(tmp_path), tmp_path)
    institution = InstitutionDraft("QQ", "清泉门诊部", Region.BEIJING)
    begin_empty(services, Foundation("安和", (institution,), "QQ001", "张𬱖", Sex.FEMALE, 0, "客服部", "客服主任"))
    services.close()
    with closing(sqlite3.connect(tmp_path / "qualitydesk.sqlite")) as file:
        file.execute("DELETE FROM pack_editions WHERE code = 'appearance_guides'")
        file.commit()
    again = open_services(default_url(tmp_path), tmp_path)
    assert "appearance_guides" in {pack.code for pack in again.standards.packs()}
    assert not again.standards.lacks_shipped()
    again.close()
