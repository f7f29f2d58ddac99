"""Attachments by content hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.files import FileStore

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
