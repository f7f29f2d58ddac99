"""Attachments by content hash: in a folder beside a file, in the tables of a shared server; on full disks, too."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.disks import fill_up, mounted

from qualitydesk.app.bootstrap import open_services
from qualitydesk.basics.errors import Refused
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files, FileStore, room_at

CONTENT = "照片".encode() * 1000
NAME = hashlib.sha256(CONTENT).hexdigest()


def test_what_was_put_comes_back_under_its_hash(files: FileStore) -> None:
    assert files.put(CONTENT) == NAME
    assert files.get(NAME) == CONTENT
    assert files.has(NAME)
    assert list(files.names()) == [NAME]


def test_the_same_content_is_kept_once_and_nothing_lies_about(files: FileStore) -> None:
    files.put(CONTENT)
    files.put(CONTENT)
    assert [path.name for path in files.folder.rglob("*") if path.is_file()] == [NAME]


def test_a_missing_file_is_refused(files: FileStore) -> None:
    with pytest.raises(Refused) as refused:
        files.get(NAME)
    assert refused.value.code == "file_missing"
    assert list(files.names()) == []


def test_a_damaged_file_is_refused_and_healed_by_putting_it_again(files: FileStore) -> None:
    files.put(CONTENT)
    (files.folder / NAME[:2] / NAME).write_bytes(CONTENT[:-1])
    with pytest.raises(Refused) as refused:
        files.get(NAME)
    assert refused.value.code == "file_damaged"
    files.put(CONTENT)
    assert files.get(NAME) == CONTENT


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        FileStore(tmp_path / "taken").put(CONTENT)
    assert refused.value.code == "file_not_written"


def test_a_name_that_is_no_hash_reaches_no_path(files: FileStore) -> None:
    for name in ("../../etc/passwd", NAME.upper(), ""):
        with pytest.raises(ValueError, match="SHA-256"):
            files.get(name)


@pytest.fixture(params=["folder", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, files: FileStore) -> Iterator[Files]:
    """Every way of keeping files."""
    if request.param == "folder":
        yield files
        return
    opened = Database.open(request.getfixturevalue(f"{request.param}_url"))
    yield DatabaseFiles(opened)
    opened.close()


def test_both_ways_of_keeping_files_have_the_same_manners(store: Files) -> None:
    assert store.put(CONTENT) == store.put(CONTENT) == NAME
    other = store.put(b"")
    assert store.get(NAME) == CONTENT and store.get(other) == b""
    assert list(store.names()) == sorted([NAME, other])
    assert store.has(NAME) and not store.has("0" * 64)
    with pytest.raises(Refused) as refused:
        store.get("0" * 64)
    assert refused.value.code == "file_missing"
    for wrong in ("", "../x", NAME.upper()):
        with pytest.raises(ValueError, match="SHA-256"):
            store.has(wrong)


def test_a_file_put_inside_a_failed_transaction_goes_with_it(database: Database) -> None:
    files = DatabaseFiles(database)
    with pytest.raises(RuntimeError, match="after all"), database.transaction():
        files.put(CONTENT)
        raise RuntimeError("not kept after all")
    assert not files.has(NAME)


def test_a_damaged_row_is_told(database: Database) -> None:
    files = DatabaseFiles(database)
    files.put(CONTENT)
    with database.transaction() as connection:
        connection.exec_driver_sql("UPDATE file_blobs SET body = substr(body, 2)")
    with pytest.raises(Refused) as refused:
        files.get(NAME)
    assert refused.value.code == "file_damaged"


def test_what_lay_in_a_folder_is_taken_over_once_and_damaged_files_stay_there(
    database: Database, files: FileStore
) -> None:
    names = [files.put(f"{at}".encode()) for at in range(5)]
    (files.folder / names[0][:2] / names[0]).write_bytes(b"something else")
    shared = DatabaseFiles(database)
    assert shared.take_over(files) == 4
    assert set(shared.names()) == set(names[1:])
    assert shared.take_over(files) == 0
    assert set(files.names()) == set(names)


def test_beside_a_file_there_is_a_folder_and_on_a_server_every_computer_sees_every_file(
    sqlite_url: str, postgresql_url: str, tmp_path: Path
) -> None:
    at_home = open_services(sqlite_url, tmp_path / "one")
    name = at_home.files.put(CONTENT)
    assert list(FileStore(tmp_path / "one" / "files").names()) == [name]
    at_home.close()
    earlier = FileStore(tmp_path / "two" / "files").put(b"from before there were tables for them")
    here, there = open_services(postgresql_url, tmp_path / "two"), open_services(postgresql_url, tmp_path / "three")
    assert there.files.get(here.files.put(CONTENT)) == CONTENT
    assert there.files.has(earlier)
    assert not (tmp_path / "three" / "files").exists()
    here.close()
    there.close()


def test_on_a_full_disk_a_file_is_refused_in_words_and_nothing_half_done_stays(tmp_path: Path) -> None:
    content = random.Random(1).randbytes(600_000)
    with mounted(tmp_path / "small", "size=2m") as disk:
        files = FileStore(disk / "files")
        first = files.put(CONTENT)
        ballast = fill_up(disk, leave=100_000)
        room = files.room()
        assert room is not None and room < 200_000
        for _ in range(3):
            with pytest.raises(Refused) as refused:
                files.put(content)
            assert refused.value.code == "disk_full"
        assert list(files.names()) == [first] and files.get(first) == CONTENT
        assert [path.name for path in files.folder.rglob("*") if path.is_file()] == [first]
        ballast.unlink()
        assert files.get(files.put(content)) == content


def test_on_a_disk_without_a_byte_left_the_same(tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "size=1m") as disk:
        fill_up(disk)
        with pytest.raises(Refused) as refused:
            FileStore(disk / "files").put(CONTENT)
        assert refused.value.code == "disk_full"
        assert FileStore(disk / "files").room() == 0


def test_on_a_read_only_disk_a_file_is_refused_and_what_is_there_is_read(tmp_path: Path) -> None:
    with mounted(tmp_path / "fixed", "size=1m") as disk:
        files = FileStore(disk / "files")
        files.put(CONTENT)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(Refused) as refused:
            files.put(b"more")
        assert refused.value.code == "file_not_written"
        assert files.get(NAME) == CONTENT


def test_room_is_told_for_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    room = room_at(tmp_path / "a" / "b")
    assert room is not None and room > 0


_PUTTER = """
import sys
from collections.abc import Iterator
from pathlib import Path
from qualitydesk.storage.files import FileStore
files = FileStore(Path(sys.argv[1]))
for at in range(100_000):
    print(files.put(str(at).encode() * 20_000), flush=True)
"""


def test_killed_at_any_moment_nothing_acknowledged_is_lost_and_nothing_half_written_has_a_name(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    for kept in (1, 7, 20):
        command = [sys.executable, "-c", _PUTTER, str(files.folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as putting:
            assert putting.stdout is not None
            told = [putting.stdout.readline().strip() for _ in range(kept)]
            putting.send_signal(signal.SIGKILL)
            told += [line.strip() for line in putting.stdout if len(line) == 65]
        assert len(told) >= kept and all(files.get(name) for name in told)
        assert all(files.get(name) for name in files.names())
