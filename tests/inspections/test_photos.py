"""Photos of a round: added, described, marked, removed; nothing silently, nothing half-done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from tests.builders import Group, a_group, a_pack
from tests.postgres import Cluster

from qualitydesk.app.bootstrap import open_services
from qualitydesk.basics.changes import Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, Stop, Verdict
from qualitydesk.inspections.model.photos import Mark, MarkKind, PhotoOrigin, PictureSource, TakenPicture, TimeSource
from qualitydesk.inspections.service import Photos
from qualitydesk.storage import audit
from qualitydesk.storage.dump import dump
from qualitydesk.storage.files import FileStore
from qualitydesk.storage.restore import restore


def a_jpeg(colour: tuple[int, int, int] = (120, 90, 60), size: tuple[int, int] = (400, 300), taken: str = "") -> bytes:
    """A small picture, with the camera's time if told."""
    notes = Image.Exif()
    if taken:
        notes.get_ifd(0x8769)[0x9003] = taken
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", exif=notes)
    return out.getvalue()


@pytest.fixture
def photos(group: Group, files: FileStore) -> Photos:
    return Photos(group.database, files, group.clock)


@pytest.fixture
def round_id(group: Group) -> UUID:
    return group.begin("walk")


@pytest.fixture
def stop(group: Group, round_id: UUID) -> Stop:
    return group.walk(round_id).stops[0]


def picture(photos: Photos, colour: tuple[int, int, int] = (120, 90, 60), **told: object) -> TakenPicture:
    return photos.take(PictureSource(a_jpeg(colour), PhotoOrigin.FILE, "IMG_0001.jpg", **told))  # type: ignore[arg-type]


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def finish(group: Group, round_id: UUID) -> None:
    walk = group.walk(round_id)
    for stop in walk.stops:
        for item in walk.items[stop.id]:
            group.rounds.record_answer(round_id, stop.id, item, Given(Verdict.PASS), group.by())
    group.rounds.finish_round(round_id, group.by())


def test_a_photo_added_is_on_record_with_its_picture(
    group: Group, photos: Photos, round_id: UUID, stop: Stop, files: FileStore
) -> None:
    taken = picture(photos)
    done = photos.add(round_id, stop.id, "WALK-02", taken, group.by())
    assert done.touched == {Change.PHOTOS}
    photo = done.value
    assert photos.of_round(round_id) == photos.of_item(round_id, stop.id, "WALK-02") == [photo]
    assert photos.of_item(round_id, stop.id, "WALK-01") == photos.of_item(round_id, stop.id, None) == []
    assert files.get(photo.sha256) == photos.kept(photo.sha256) == taken.jpeg
    assert (photo.width, photo.height, photo.position, photo.late) == (400, 300, 0, False)
    assert (photo.added_at, photo.added_by) == (group.clock.now(), group.me)
    assert photos.counts([round_id]) == {round_id: 1}


def test_a_photo_changes_places_within_its_item_and_somebody_elses_move_is_told(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    first, second = (
        photos.add(round_id, stop.id, "WALK-01", picture(photos, colour), group.by()).value
        for colour in ((1, 2, 3), (4, 5, 6))
    )
    done = photos.move(second.id, second.revision, -1, group.by())
    assert [one.id for one in done.value] == [second.id, first.id]
    assert [one.id for one in photos.of_round(round_id)] == [second.id, first.id]
    with pytest.raises(Refused, match="stale"):
        photos.move(second.id, second.revision, +1, group.by())
    with pytest.raises(Refused, match="photo_at_end"):
        photos.move(second.id, second.revision + 1, -1, group.by())


def test_a_photo_may_be_of_the_whole_person_or_place(group: Group, photos: Photos, round_id: UUID, stop: Stop) -> None:
    photo = photos.add(round_id, stop.id, None, picture(photos), group.by()).value
    assert photos.of_item(round_id, stop.id, None) == [photo]


def test_photos_stand_in_the_order_they_were_added(group: Group, photos: Photos, round_id: UUID, stop: Stop) -> None:
    made = [
        photos.add(round_id, stop.id, "WALK-01", picture(photos, (at, 0, 0)), group.by()).value for at in (200, 90, 10)
    ]
    assert photos.of_round(round_id) == made
    assert [one.position for one in made] == [0, 1, 2]


def test_the_time_is_the_cameras_then_the_files_then_now(photos: Photos, clock: FixedClock) -> None:
    camera = photos.take(PictureSource(a_jpeg(taken="2026:11:21 09:31:05"), PhotoOrigin.FILE))
    assert (camera.taken_at, camera.taken_from) == (datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC), TimeSource.CAMERA)
    written = clock.now() - timedelta(hours=3)
    assert picture(photos, file_time=written).taken_from is TimeSource.FILE
    assert picture(photos, file_time=written).taken_at == written
    assert (picture(photos).taken_at, picture(photos).taken_from) == (clock.now(), TimeSource.ADDED)
    for nonsense in ("1980:01:01 00:00:00", "2031:01:01 00:00:00"):
        source = PictureSource(a_jpeg(taken=nonsense), PhotoOrigin.FILE, file_time=written)
        assert photos.take(source).taken_from is TimeSource.FILE


def test_a_file_is_taken_with_its_name_and_time(photos: Photos, tmp_path: Path) -> None:
    path = tmp_path / "微信图片_20261121.jpg"
    path.write_bytes(a_jpeg())
    written = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    os.utime(path, (written.timestamp(), written.timestamp()))
    taken = photos.take_file(path, PhotoOrigin.DRAG)
    assert (taken.name, taken.taken_at, taken.taken_from) == (path.name, written, TimeSource.FILE)
    assert taken.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_cannot_be_taken_is_refused_in_words(photos: Photos, tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    for name in ("gone.jpg", "folder.jpg"):
        with pytest.raises(Refused) as refused:
            photos.take_file(tmp_path / name, PhotoOrigin.FILE)
        assert code_of(refused) == "picture_gone"
    large = tmp_path / "large.jpg"
    with large.open("wb") as out:
        out.truncate(100 * 2**20)  # no bytes are read of it
    with pytest.raises(Refused) as refused:
        photos.take_file(large, PhotoOrigin.FILE)
    assert code_of(refused) == "picture_too_big"
    assert refused.value.words["size"] == "100"
    text = tmp_path / "letter.jpg"
    text.write_text("尊敬的客户", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        photos.take_file(text, PhotoOrigin.FILE)
    assert code_of(refused) == "picture_unreadable"


def test_the_same_picture_is_not_added_to_the_same_item_twice(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    taken = picture(photos)
    photos.add(round_id, stop.id, "WALK-01", taken, group.by())
    with pytest.raises(Refused) as refused:
        photos.add(round_id, stop.id, "WALK-01", taken, group.by())
    assert code_of(refused) == "photo_twice"
    photos.add(round_id, stop.id, "WALK-02", taken, group.by())  # it may show two things
    assert len(photos.of_round(round_id)) == 2


def test_a_photo_of_another_round_or_of_one_given_up_is_refused(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    other = group.begin("walk")
    with pytest.raises(Refused) as refused:
        photos.add(other, stop.id, "WALK-01", picture(photos), group.by())
    assert code_of(refused) == "no_such_round"
    group.rounds.abandon_round(round_id, "停电", group.by())
    with pytest.raises(Refused) as refused:
        photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by())
    assert code_of(refused) == "round_abandoned"


def test_a_photo_is_described_and_a_stale_description_is_refused(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    told = photos.describe(photo.id, photo.revision, "  鞋面\n有污渍 ", group.by()).value
    assert told.caption == "鞋面 有污渍"
    assert photos.photo(photo.id) == told
    with pytest.raises(Refused) as refused:
        photos.describe(photo.id, photo.revision, "另一句", group.by())
    assert code_of(refused) == "stale"
    with pytest.raises(Refused) as refused:
        photos.describe(photo.id, told.revision, "长" * 201, group.by())
    assert [problem.field for problem in refused.value.problems] == ["caption"]


def test_marks_are_kept_beside_the_picture_and_burnt_into_a_copy(
    group: Group, photos: Photos, round_id: UUID, stop: Stop, files: FileStore
) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    before = photos.picture(photo.id)
    marks = (Mark(MarkKind.ARROW, 0.1, 0.2, 0.5, 0.5), Mark(MarkKind.ELLIPSE, 0.4, 0.4, 0.6, 0.6))
    marked = photos.mark(photo.id, photo.revision, marks, group.by()).value
    assert photos.photo(photo.id).marks == marks
    assert marked.sha256 == photo.sha256 and photos.kept(photo.sha256) == files.get(photo.sha256)
    assert photos.picture(photo.id) != before
    assert photos.picture(photo.id) == photos.picture(photo.id)
    assert photos.picture(photo.id, "en") != photos.picture(photo.id, "zh")
    with pytest.raises(Refused) as refused:
        photos.mark(photo.id, marked.revision, (Mark(MarkKind.ARROW, 0, 0, 1.2, 0.5),), group.by())
    assert code_of(refused) == "draft"


def test_a_photo_removed_from_an_open_round_can_be_put_back(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    gone = photos.remove(photo.id, photo.revision, group.by()).value
    assert photos.of_round(round_id) == [] and photos.of_round(round_id, removed=True) == [gone]
    assert (gone.removed_at, gone.removed_by) == (group.clock.now(), group.me)
    back = photos.put_back(photo.id, gone.revision, group.by()).value
    assert photos.of_round(round_id) == [back]
    assert back.removed_at is None


def test_after_the_round_a_photo_goes_only_with_a_reason_and_comes_marked_as_late(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    finish(group, round_id)
    with pytest.raises(Refused) as refused:
        photos.remove(photo.id, photo.revision, group.by())
    assert code_of(refused) == "reason_missing"
    assert photos.of_round(round_id) == [photo]
    gone = photos.remove(photo.id, photo.revision, group.by(), " 拍到了患者 ").value
    assert gone.reason == "拍到了患者"
    late = photos.add(round_id, stop.id, "WALK-01", picture(photos, (1, 2, 3)), group.by()).value
    assert late.late


def test_a_photo_can_be_moved_to_another_item_of_its_round_only(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    other = group.walk(round_id).stops[1]
    moved = photos.assign(photo.id, photo.revision, other.id, "WALK-03", group.by()).value
    assert photos.of_item(round_id, other.id, "WALK-03") == [moved]
    stranger = group.walk(group.begin("walk")).stops[0]
    with pytest.raises(Refused):
        photos.assign(photo.id, moved.revision, stranger.id, None, group.by())


def test_every_verb_is_audited_and_the_chain_holds(group: Group, photos: Photos, round_id: UUID, stop: Stop) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    photo = photos.describe(photo.id, photo.revision, "鞋面", group.by()).value
    photo = photos.mark(photo.id, photo.revision, (Mark(MarkKind.ARROW, 0, 0, 1, 1),), group.by()).value
    photo = photos.remove(photo.id, photo.revision, group.by()).value
    photos.put_back(photo.id, photo.revision, group.by())
    with group.database.reading() as connection:
        found = audit.history(connection, "photo", photo.id)
    assert [one.verb for one in found] == [
        "add_photo",
        "describe_photo",
        "mark_photo",
        "remove_photo",
        "put_back_photo",
    ]
    assert found[1].before == {"caption": ""} and found[1].after == {"caption": "鞋面"}
    assert audit.check(group.database).broken_at is None


def test_a_thumbnail_is_made_once(group: Group, photos: Photos, round_id: UUID, stop: Stop, files: FileStore) -> None:
    photo = photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by()).value
    small = photos.thumbnail(photo.sha256)
    assert Image.open(BytesIO(small)).size == (192, 144)
    (files.folder / photo.sha256[:2] / photo.sha256).unlink()
    assert photos.thumbnail(photo.sha256) is small


def test_a_round_keeps_no_more_photos_than_anybody_looks_at(
    group: Group, photos: Photos, round_id: UUID, stop: Stop
) -> None:
    made = photos.take(PictureSource(a_jpeg(size=(8, 8)), PhotoOrigin.FILE))
    with group.database.transaction():
        for at in range(300):
            numbered = TakenPicture(**{**vars(made), "source_sha256": f"{at:064d}"})
            photos.add(round_id, stop.id, "WALK-01", numbered, group.by())
    with pytest.raises(Refused) as refused:
        photos.add(round_id, stop.id, "WALK-01", picture(photos), group.by())
    assert code_of(refused) == "photos_too_many"


class FailingFiles(FileStore):
    """A disk on which nothing more has room."""

    def put(self, content: bytes) -> str:
        raise Refused("disk_full")


def test_where_the_picture_cannot_be_written_no_row_says_it_was(
    group: Group, photos: Photos, round_id: UUID, stop: Stop, tmp_path: Path
) -> None:
    full = Photos(group.database, FailingFiles(tmp_path / "full"), group.clock)
    with pytest.raises(Refused) as refused:
        full.add(round_id, stop.id, "WALK-01", picture(photos), group.by())
    assert code_of(refused) == "disk_full"
    assert photos.of_round(round_id, removed=True) == []


@pytest.mark.parametrize("ways", [("sqlite", "postgresql"), ("postgresql", "sqlite"), ("postgresql", "postgresql")])
def test_photos_move_with_a_backup_from_a_file_to_a_server_and_back(
    ways: tuple[str, str], request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock
) -> None:
    urls = {"sqlite": request.getfixturevalue("sqlite_url"), "postgresql": request.getfixturevalue("postgresql_url")}
    here = open_services(urls[ways[0]], tmp_path / "here", clock=clock)
    group = a_group(here.database, clock)
    group.hire_many(1)
    group.adopt(a_pack("walk", 2), "walk")
    round_id = group.begin("walk")
    stop = group.walk(round_id).stops[0]
    photo = here.photos.add(round_id, stop.id, "WALK-01", picture(here.photos), group.by()).value
    manifest = dump(here.database, here.files, tmp_path / "backup.zip")
    assert photo.sha256 in manifest.files
    here.close()
    url = urls[ways[1]]
    if ways[0] == ways[1]:
        url = request.getfixturevalue("another_server_url")
    there = open_services(url, tmp_path / "there", clock=clock)
    restore(tmp_path / "backup.zip", there.database, there.files)
    assert there.photos.of_round(round_id) == [photo]
    assert opened_size(there.photos.kept(photo.sha256)) == (400, 300)
    there.close()


def opened_size(jpeg: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(jpeg)) as found:
        return found.size


@pytest.fixture
def another_server_url(cluster: Cluster, postgresql_template: str) -> Iterator[str]:
    """A second empty database of the server."""
    name = cluster.create(postgresql_template)
    yield cluster.url(name)
    cluster.drop(name)
