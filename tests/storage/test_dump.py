"""The portable backup: from either kind to either kind, whole or not at all."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Float, ForeignKey, MetaData, Table, create_engine, insert, select
from sqlalchemy.pool import NullPool
from tests.storage.test_upgrade import later_program
from tests.tables import create_tables

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.storage import audit
from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision
from qualitydesk.storage.database import Database
from qualitydesk.storage.dump import dump, online_backup, verify
from qualitydesk.storage.files import FileStore
from qualitydesk.storage.restore import restore
from qualitydesk.storage.series import next_number, series
from qualitydesk.storage.upgrade import MIGRATIONS, bring_to_head, revisions

own = MetaData(naming_convention=metadata.naming_convention)
for _table in (series, audit.entries, audit.payloads):
    _table.to_metadata(own)
# Two tables that refer to one another and one to itself: no order of tables or rows would do.
wards = Table("wards", own, Column("id", Id, primary_key=True), Column("head", ForeignKey("people.id")), revision())
people = Table(
    "people",
    own,
    Column("id", Id, primary_key=True),
    Column("name", Word(40), nullable=False),
    Column("ward", ForeignKey("wards.id"), nullable=False),
    Column("superior", ForeignKey("people.id")),
    Column("born", Day),
    Column("seen", Moment),
    Column("extra", Json),
    Column("score", Float),
    Column("here", Boolean),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> Iterator[Database]:
    """A second, empty database of each kind."""
    if request.param == "sqlite":
        path = tmp_path / "other.sqlite"
        shutil.copyfile(sqlite_template, path)
        url, drop = f"sqlite:///{path}", lambda: None
    else:
        cluster = request.getfixturevalue("cluster")
        name = cluster.create(request.getfixturevalue("postgresql_template"))
        url, drop = cluster.url(name), lambda: cluster.drop(name)
    create_tables(url, own)
    opened = Database.open(url)
    yield opened
    opened.close()
    drop()


@pytest.fixture
def full(database: Database, database_url: str, files: FileStore, clock: FixedClock) -> Database:
    create_tables(database_url, own)
    ward, boss = new_id(), new_id()
    with database.transaction() as connection:
        connection.execute(insert(wards).values(id=ward))
        row = {"ward": ward, "born": date(2028, 2, 29), "seen": clock.now(), "extra": {"b": [1, None], "a": "张𬱖"}}
        connection.execute(insert(people).values(id=boss, name="欧阳", score=0.1, here=True, **row))
        connection.execute(
            insert(people),
            [{"id": new_id(), "name": f"n{n}", "ward": ward, "superior": boss} for n in range(2500)],
        )
        connection.execute(wards.update().values(head=boss))
        next_number(connection, "slip", "LG-2026")
        audit.record(connection, By(boss, boss), clock.now(), "found", "ward", ward, None, {"n": 1})
    files.put(b"a photograph")
    files.put(b"a paper")
    return database


def content(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in own.tables.values()
        }


def test_what_was_dumped_is_restored_on_either_kind(
    full: Database, other: Database, files: FileStore, tmp_path: Path, clock: FixedClock
) -> None:
    steps: list[tuple[int, int]] = []
    target, elsewhere = tmp_path / "out" / "backup.zip", FileStore(tmp_path / "elsewhere")
    made = dump(full, files, target, clock=clock, tables=own, progress=lambda *step: steps.append(step))
    assert steps[-1] == (made.steps, made.steps) == (2508, 2508)
    assert [one.name for one in target.parent.iterdir()] == ["backup.zip"]
    steps.clear()
    assert restore(target, other, elsewhere, tables=own, progress=lambda *step: steps.append(step)) == made
    assert steps[-1] == (2508, 2508)
    assert content(other) == content(full)
    assert {elsewhere.get(name) for name in elsewhere.names()} == {b"a photograph", b"a paper"}
    assert audit.check(other).broken_at is None
    with other.transaction() as connection:
        assert next_number(connection, "slip", "LG-2026") == 2


def test_references_are_guarded_again_after_a_restore(
    full: Database, other: Database, files: FileStore, tmp_path: Path
) -> None:
    dump(full, files, tmp_path / "backup.zip", tables=own)
    restore(tmp_path / "backup.zip", other, files, tables=own)
    with pytest.raises(Exception, match=r"(?i)foreign key"), other.transaction() as connection:
        connection.execute(insert(people).values(id=new_id(), name="x", ward=new_id()))
        pytest.fail("a person of a ward that is not there")


def test_a_database_with_anything_in_it_is_not_restored_into(full: Database, files: FileStore, tmp_path: Path) -> None:
    dump(full, files, tmp_path / "backup.zip", tables=own)
    before = content(full)
    with pytest.raises(Refused) as refused:
        restore(tmp_path / "backup.zip", full, files, tables=own)
    assert refused.value.code == "restore_not_empty"
    assert content(full) == before


def rewritten(source: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same zip with sound check sums of its own, some members altered or left out."""
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = change(name, old.read(name))
            if text is not None:
                new.writestr(name, text)
    return target


def _cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def _flip(path: Path) -> Path:
    text = bytearray(path.read_bytes())
    text[2000] ^= 0xFF
    path.write_bytes(text)
    return path


def _no_zip(path: Path) -> Path:
    path.write_bytes(b"nothing of the kind")
    return path


DAMAGE: dict[str, Callable[[Path], Path]] = {
    "cut short": _cut,
    "a byte flipped": _flip,
    "no zip at all": _no_zip,
    "not there": lambda path: path.with_name("nowhere.zip"),
    "a row less": lambda path: rewritten(
        path, lambda name, text: text[: text.rindex(b"\n", 0, -1) + 1] if name == "tables/people.jsonl" else text
    ),
    "a row altered": lambda path: rewritten(path, lambda name, text: text.replace(b"n77", b"n78")),
    "a table left out": lambda path: rewritten(path, lambda name, text: None if "wards" in name else text),
    "a photograph altered": lambda path: rewritten(path, lambda name, text: text.replace(b"photo", b"phOto")),
    "no manifest": lambda path: rewritten(path, lambda name, text: None if name == "manifest.json" else text),
    "nonsense for a manifest": lambda path: rewritten(
        path, lambda name, text: b'["x"]' if name == "manifest.json" else text
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_dump_is_refused_before_anything_is_written(
    sqlite_full: Database, files: FileStore, tmp_path: Path, empty: Database, damage: Callable[[Path], Path]
) -> None:
    dump(sqlite_full, files, tmp_path / "backup.zip", tables=own)
    elsewhere = FileStore(tmp_path / "elsewhere")
    with pytest.raises(Refused) as refused:
        restore(damage(tmp_path / "backup.zip"), empty, elsewhere, tables=own)
    assert refused.value.code == "backup_damaged"
    assert not any(content(empty).values())
    assert list(elsewhere.names()) == []


@pytest.fixture
def sqlite_full(sqlite_database: Database, sqlite_url: str, files: FileStore, clock: FixedClock) -> Database:
    create_tables(sqlite_url, own)
    ward = new_id()
    with sqlite_database.transaction() as connection:
        connection.execute(insert(wards).values(id=ward))
        connection.execute(insert(people), [{"id": new_id(), "name": f"n{n}", "ward": ward} for n in range(100)])
        audit.record(connection, By(None, None), clock.now(), "found", "ward", ward, None, {"n": 1})
    files.put(b"a photograph")
    return sqlite_database


@pytest.fixture
def empty(tmp_path: Path, sqlite_template: Path) -> Iterator[Database]:
    shutil.copyfile(sqlite_template, tmp_path / "empty.sqlite")
    create_tables(f"sqlite:///{tmp_path}/empty.sqlite", own)
    opened = Database.open(f"sqlite:///{tmp_path}/empty.sqlite")
    yield opened
    opened.close()


def test_a_dump_called_off_leaves_no_file(sqlite_full: Database, files: FileStore, tmp_path: Path) -> None:
    def stop(done: int, steps: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "out").mkdir()
    with pytest.raises(KeyboardInterrupt):
        dump(sqlite_full, files, tmp_path / "out" / "backup.zip", tables=own, progress=stop)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_damaged_attachment_is_left_out_and_named(sqlite_full: Database, files: FileStore, tmp_path: Path) -> None:
    name = files.put(b"a paper")
    (files.folder / name[:2] / name).write_bytes(b"a pap")
    made = dump(sqlite_full, files, tmp_path / "backup.zip", tables=own)
    assert made.left_out == (name,)
    assert len(made.files) == 1
    assert verify(tmp_path / "backup.zip") == made


def test_the_dump_of_a_newer_program_is_refused(
    sqlite_full: Database, files: FileStore, tmp_path: Path, empty: Database
) -> None:
    dump(sqlite_full, files, tmp_path / "backup.zip", tables=own)

    def newer(name: str, text: bytes) -> bytes:
        return json.dumps(json.loads(text) | {"revision": "9999"}).encode() if name == "manifest.json" else text

    with pytest.raises(Refused) as refused:
        restore(rewritten(tmp_path / "backup.zip", newer), empty, files, tables=own)
    assert refused.value.code == "backup_newer"


def test_the_dump_of_an_older_program_is_brought_on(database: Database, files: FileStore, tmp_path: Path) -> None:
    stored = MetaData(naming_convention=metadata.naming_convention)
    for table in (series, audit.entries, audit.payloads):
        table.to_metadata(stored)
    with database.transaction() as connection:
        next_number(connection, "slip", "LG-2026")
        audit.record(connection, By(None, None), FixedClock(_NOON).now(), "found", "group", "g", None, {"n": 1})
    dump(database, files, tmp_path / "backup.zip", tables=stored)
    migrations = later_program(tmp_path / "later")
    url = f"sqlite:///{tmp_path}/later.sqlite"
    bring_to_head(url, tmp_path, migrations=migrations)
    with create_engine(url, poolclass=NullPool).begin() as connection:
        connection.exec_driver_sql("DELETE FROM novelty")
    later = Database.open(url)
    novelty = Table("novelty", stored, Column("id", own.tables["series"].c.last.type, primary_key=True))
    assert restore(tmp_path / "backup.zip", later, files, tables=stored, migrations=migrations).revision != "9999"
    with later.reading() as connection:
        assert connection.execute(select(novelty.c.id)).scalars().all() == [1]  # written by the migration
    assert audit.check(later).entries == 1
    later.close()


_NOON = datetime(2026, 11, 21, 4, tzinfo=UTC)


def test_a_plain_copy_of_a_file_in_use_is_whole(sqlite_full: Database, tmp_path: Path) -> None:
    with sqlite_full.reading():
        online_backup(sqlite_full, tmp_path / "copies" / "copy.sqlite")
    assert [one.name for one in (tmp_path / "copies").iterdir()] == ["copy.sqlite"]
    with closing(sqlite3.connect(tmp_path / "copies" / "copy.sqlite")) as copy:
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (100,)


def test_every_table_of_the_program_can_be_dumped(sqlite_database: Database, files: FileStore, tmp_path: Path) -> None:
    made = dump(sqlite_database, files, tmp_path / "backup.zip")
    assert {one.name for one in made.tables} == set(metadata.tables) - {"file_blobs"}  # files go out as files
    assert made.revision == revisions(MIGRATIONS)[-1]
