"""To head at start: behind a backup, one program at a time, never backwards, never over somebody else's tables."""

from __future__ import annotations

import multiprocessing
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, create_engine
from sqlalchemy.pool import NullPool
from tests.postgres import Cluster

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.storage import audit
from qualitydesk.storage.base import metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.lockfile import held_by_one
from qualitydesk.storage.series import series
from qualitydesk.storage.upgrade import MIGRATIONS, bring_to_head, differences, revisions

NEXT = """
from alembic import op
import sqlalchemy as sa
revision = "9999"
down_revision = "{before}"
def upgrade():
    op.create_table("novelty", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("audit_entries") as table:
        table.add_column(sa.Column("note", sa.Text))
    op.execute("INSERT INTO novelty (id) VALUES (1)")
    {after}
"""
OWN = ("series", "audit_entries", "audit_payloads")


def later_program(folder: Path, after: str = "") -> Path:
    """The migrations of a later version of the program, with one more step."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = NEXT.format(before=revisions()[-1], after=after)
    (folder / "versions" / "r9999_novelty.py").write_text(text, encoding="utf-8")
    return folder


def fill(url: str, clock: FixedClock) -> None:
    database = Database.open(url)
    with database.transaction() as connection:
        audit.record(connection, By(None, None), clock.now(), "found", "group", "g", None, {"name": "康宁"})
    database.close()


@pytest.fixture
def empty_postgresql_url(cluster: Cluster) -> Iterator[str]:
    name = cluster.create()
    yield cluster.url(name)
    cluster.drop(name)


def test_head_is_what_alembic_takes_for_head() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert (*reversed([one.revision for one in script.walk_revisions()]),) == revisions()


def test_the_tables_after_the_migrations_are_those_of_the_code(database: Database) -> None:
    own = MetaData(naming_convention=metadata.naming_convention)
    for name in OWN:
        metadata.tables[name].to_metadata(own)
    seen = [one for one in differences(database, own) if one[0] not in {"remove_table", "remove_index"}]
    assert seen == []


def test_a_column_more_in_the_code_would_be_noticed(database: Database) -> None:
    own = MetaData()
    series.to_metadata(own).append_column(Column("extra", Integer))
    assert any(one[0] == "add_column" for one in differences(database, own))


def test_a_missing_file_is_created_and_the_second_time_nothing_is_done(tmp_path: Path) -> None:
    url, backups = f"sqlite:///{tmp_path}/new/quality.sqlite", tmp_path / "backups"
    first = bring_to_head(url, backups)
    again = bring_to_head(url, backups)
    head = revisions()[-1]
    assert (first.before, first.after, first.backup) == ("", head, None)
    assert (again.before, again.after, again.backup) == (head, head, None)
    assert not backups.exists()
    fill(url, FixedClock(datetime(2026, 11, 21, tzinfo=UTC)))


def test_an_older_file_is_backed_up_and_brought_on_with_its_rows(
    sqlite_url: str, tmp_path: Path, clock: FixedClock
) -> None:
    fill(sqlite_url, clock)
    migrations = later_program(tmp_path / "later")
    done = bring_to_head(sqlite_url, tmp_path / "backups", clock=clock, migrations=migrations)
    assert (done.before, done.after) == (revisions()[-1], "9999")
    assert done.backup is not None
    assert done.backup.name == f"qualitydesk-{revisions()[-1]}-20261121T020000Z.sqlite"
    with closing(sqlite3.connect(done.backup)) as backup:
        assert backup.execute("SELECT count(*) FROM audit_entries").fetchone() == (1,)
        assert backup.execute("SELECT version_num FROM alembic_version").fetchone() == (done.before,)
    database = Database.open(sqlite_url)
    assert audit.check(database).entries == 1
    assert audit.check(database).broken_at is None
    database.close()


@pytest.mark.parametrize(
    "after",
    [
        "raise RuntimeError('power')",
        "op.get_bind().connection.driver_connection.commit(); raise RuntimeError('after a commit of its own')",
        "op.execute(\"INSERT INTO audit_payloads (seq) VALUES (77)\")",
    ],
    ids=["fails", "fails after committing", "leaves rows without a parent"],
)  # fmt: skip
def test_a_failed_migration_leaves_the_file_as_it_was(
    sqlite_url: str, tmp_path: Path, clock: FixedClock, after: str
) -> None:
    fill(sqlite_url, clock)
    migrations = later_program(tmp_path / "later", after)
    with pytest.raises(Refused) as refused:
        bring_to_head(sqlite_url, tmp_path / "backups", migrations=migrations)
    assert refused.value.code == "upgrade_failed"
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as file:
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert "novelty" not in tables
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == (revisions()[-1],)
        assert file.execute("SELECT count(*) FROM audit_entries").fetchone() == (1,)
    assert bring_to_head(sqlite_url, tmp_path / "backups").backup is None  # this program still works with it


def test_a_failed_creation_leaves_no_file(tmp_path: Path) -> None:
    migrations = later_program(tmp_path / "later", "raise RuntimeError('power')")
    with pytest.raises(Refused):
        bring_to_head(f"sqlite:///{tmp_path}/new.sqlite", tmp_path, migrations=migrations)
    assert not (tmp_path / "new.sqlite").exists()


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        bring_to_head(f"sqlite:///{tmp_path}/taken/quality.sqlite", tmp_path)
    assert refused.value.code == "database_read_only"


def test_a_damaged_file_is_not_touched(sqlite_url: str, tmp_path: Path, clock: FixedClock) -> None:
    fill(sqlite_url, clock)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as file:
        root, size = file.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master "
            "WHERE name = 'ix_audit_entries_subject_subject_id_seq'"
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        bring_to_head(sqlite_url, tmp_path / "backups", migrations=later_program(tmp_path / "later"))
    assert refused.value.code == "database_damaged"
    assert path.read_bytes() == content


def test_a_newer_database_is_refused(database_url: str, tmp_path: Path) -> None:
    with create_engine(database_url, poolclass=NullPool).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refused) as refused:
        bring_to_head(database_url, tmp_path, explicit=True)
    assert refused.value.code == "newer_database"


def test_another_programs_database_is_refused(empty_postgresql_url: str, tmp_path: Path) -> None:
    for url in (empty_postgresql_url, f"sqlite:///{tmp_path}/other.sqlite"):
        with create_engine(url, poolclass=NullPool).begin() as connection:
            connection.exec_driver_sql("CREATE TABLE recipes (id integer)")
        with pytest.raises(Refused) as refused:
            bring_to_head(url, tmp_path, explicit=True)
        assert refused.value.code == "foreign_database"


def test_a_server_is_created_and_upgraded_only_when_asked(empty_postgresql_url: str, tmp_path: Path) -> None:
    migrations = later_program(tmp_path / "later")
    for known in (MIGRATIONS, migrations):
        with pytest.raises(Refused) as refused:
            bring_to_head(empty_postgresql_url, tmp_path, migrations=known)
        assert refused.value.code == "needs_upgrade"
        assert bring_to_head(empty_postgresql_url, tmp_path, explicit=True, migrations=known).backup is None
        assert bring_to_head(empty_postgresql_url, tmp_path, migrations=known).before == revisions(known)[-1]


def test_a_failed_upgrade_of_a_server_changes_nothing(postgresql_url: str, tmp_path: Path) -> None:
    migrations = later_program(tmp_path / "later", "raise RuntimeError('power')")
    with pytest.raises(Refused) as refused:
        bring_to_head(postgresql_url, tmp_path, explicit=True, migrations=migrations)
    assert refused.value.code == "upgrade_failed"
    assert bring_to_head(postgresql_url, tmp_path).before == revisions()[-1]


def test_who_finds_an_upgrade_running_is_told(tmp_path: Path) -> None:
    path = tmp_path / "quality.sqlite"
    with held_by_one(tmp_path / "quality.sqlite.upgrade.lock", 1), pytest.raises(Refused) as refused:
        bring_to_head(f"sqlite:///{path}", tmp_path, wait=0.1)
    assert refused.value.code == "upgrade_running"
    assert bring_to_head(f"sqlite:///{path}", tmp_path).before == ""


def _bring(url: str, backups: str, start_at: float) -> None:
    while time.time() < start_at:
        pass
    bring_to_head(url, Path(backups))


def test_two_programs_that_start_at_once_create_one_database(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    url = f"sqlite:///{tmp_path}/quality.sqlite"
    arguments = (url, str(tmp_path), time.time() + 1.5)
    programs = [spawn.Process(target=_bring, args=arguments) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
    assert [program.exitcode for program in programs] == [0, 0, 0]
    Database.open(url).close()


def test_an_ordinary_start_loads_no_alembic(sqlite_url: str, tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys, pathlib\nfrom qualitydesk.storage.upgrade import bring_to_head\n"
        "from qualitydesk.storage.database import Database\n"
        f"bring_to_head({sqlite_url!r}, pathlib.Path({str(tmp_path)!r}))\nDatabase.open({sqlite_url!r}).close()\n"
        "print([name for name in ('alembic', 'sqlalchemy.orm', 'psycopg') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
