"""The telephone's folder: what is new there and whole, and nothing else; however many files lie in it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.service.picture_folder import MOST_SHOWN, PictureFolder


def put(path: Path, content: bytes = b"picture", ago: float = 0) -> Path:
    """A file written so many seconds ago."""
    path.write_bytes(content)
    written = path.stat().st_mtime - ago
    os.utime(path, (written, written))
    return path


@pytest.fixture
def just_begun() -> datetime:
    return datetime.now(UTC) - timedelta(minutes=5)


def test_only_what_came_after_the_round_began_is_new(tmp_path: Path, just_begun: datetime) -> None:
    put(tmp_path / "a.jpg")
    later = PictureFolder(tmp_path, just_begun + timedelta(hours=1))
    assert later.look() == later.look() == []
    now = PictureFolder(tmp_path, just_begun)
    assert now.look() == []
    assert now.look() == [tmp_path / "a.jpg"]


def test_a_picture_copied_now_with_an_old_date_of_its_own_is_new(tmp_path: Path, just_begun: datetime) -> None:
    put(tmp_path / "a.jpg", ago=86_400)  # a copy may keep the date it was taken
    folder = PictureFolder(tmp_path, just_begun)
    folder.look()
    assert folder.look() == [tmp_path / "a.jpg"]


def test_a_file_that_grows_or_is_empty_is_not_whole(tmp_path: Path, just_begun: datetime) -> None:
    folder = PictureFolder(tmp_path, just_begun)
    path = tmp_path / "a.jpg"
    for content in (b"", b"", b"1", b"12", b"123"):
        put(path, content)
        assert folder.look() == []
    assert folder.look() == [path]
    put(path, b"1234")
    assert folder.look() == []


def test_one_that_proved_broken_counts_again_when_it_has_changed(tmp_path: Path, just_begun: datetime) -> None:
    folder = PictureFolder(tmp_path, just_begun)
    path = put(tmp_path / "a.jpg")
    folder.look()
    assert folder.look() == [path]
    folder.wait_for("a.jpg")
    assert folder.look() == folder.look() == []
    put(path, b"the rest came")
    folder.look()
    assert folder.look() == [path]


def test_a_picture_taken_away_is_no_longer_offered(tmp_path: Path, just_begun: datetime) -> None:
    folder = PictureFolder(tmp_path, just_begun)
    path = put(tmp_path / "a.jpg")
    folder.look()
    assert folder.look() == [path]
    path.unlink()
    assert folder.look() == []


def test_what_is_no_picture_is_passed_over(tmp_path: Path, just_begun: datetime) -> None:
    for name in ("a.mp4", "b.jpg.part", ".c.jpg", "~d.jpg", "e", "Thumbs.db"):
        put(tmp_path / name)
    (tmp_path / "f.jpg").mkdir()
    (tmp_path / "g.jpg").symlink_to(tmp_path / "nowhere")
    put(tmp_path / "H.HEIC")
    folder = PictureFolder(tmp_path, just_begun)
    folder.look()
    assert folder.look() == [tmp_path / "H.HEIC"]


def test_they_come_in_the_order_they_were_written_and_not_too_many(tmp_path: Path, just_begun: datetime) -> None:
    for at in range(MOST_SHOWN + 20):
        put(tmp_path / f"{999 - at}.jpg", ago=200 - at)
    folder = PictureFolder(tmp_path, just_begun)
    folder.look()
    found = folder.look()
    assert found[0].name == "999.jpg" and len(found) == MOST_SHOWN


def test_a_folder_that_is_gone_or_no_folder_is_refused(tmp_path: Path, just_begun: datetime) -> None:
    for path in (tmp_path / "gone", put(tmp_path / "file.jpg")):
        with pytest.raises(Refused) as refused:
            PictureFolder(path, just_begun).look()
        assert refused.value.code == "folder_gone"


def test_a_large_folder_that_has_not_changed_is_not_gone_through_again(tmp_path: Path, just_begun: datetime) -> None:
    for at in range(50):
        put(tmp_path / f"{at}.jpg")
    os.utime(tmp_path, (1, 1))
    folder = PictureFolder(tmp_path, just_begun)
    assert len([folder.look(), folder.look()][1]) == 50
    listed: list[str] = []
    folder._names = lambda: listed.append("again") or []  # type: ignore[method-assign,func-returns-value]
    assert len(folder.look()) == 50
    assert listed == []
    for _ in range(4):
        folder.look()
    assert listed == ["again"]  # but not for ever
