"""Photos where it goes wrong below us: a full disk, a read-only one, a program killed between adding and showing."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from tests.builders import a_group, a_pack
from tests.disks import fill_up, mounted
from tests.inspections.test_photos import a_jpeg

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.inspections.model.photos import PhotoOrigin, PictureSource, TakenPicture
from qualitydesk.inspections.service import Photos
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

ROOT = Path(__file__).resolve().parents[2]


def noisy(photos: Photos, seed: int) -> TakenPicture:
    """A picture that cannot be made small."""
    noise = Image.frombytes("RGB", (900, 700), random.Random(seed).randbytes(900 * 700 * 3))
    out = BytesIO()
    noise.save(out, "PNG")
    return photos.take(PictureSource(out.getvalue(), PhotoOrigin.FILE, f"{seed}.png"))


def test_a_full_disk_refuses_photos_in_words_keeps_all_there_was_and_goes_on_when_there_is_room(
    sqlite_template: Path, tmp_path: Path, clock: FixedClock
) -> None:
    with mounted(tmp_path / "small", "size=12m") as disk:
        shutil.copyfile(sqlite_template, disk / "qualitydesk.sqlite")
        database = Database.open(f"sqlite:///{disk / 'qualitydesk.sqlite'}", wait=2)
        files = FileStore(disk / "files")
        house = a_group(database, clock)
        house.hire_many(1)
        house.adopt(a_pack("walk", 3), "walk")
        round_id = house.begin("walk")
        walk = house.walk(round_id)
        stop, photos = walk.stops[0], Photos(database, files, clock)
        first = photos.add(round_id, stop.id, "WALK-01", noisy(photos, 1), house.by()).value
        ballast = fill_up(disk, leave=150_000)
        room = photos.room()
        assert room is not None and room < 500 * 2**20  # so the page has warned before
        for seed in (2, 3):
            with pytest.raises(Refused) as refused:
                photos.add(round_id, stop.id, "WALK-01", noisy(photos, seed), house.by())
            assert refused.value.code == "disk_full"
        assert photos.of_round(round_id, removed=True) == [first]
        assert list(files.names()) == [first.sha256] and photos.kept(first.sha256)
        ballast.unlink()
        second = photos.add(round_id, stop.id, "WALK-01", noisy(photos, 2), house.by()).value
        house.rounds.record_answer(round_id, stop.id, walk.items[stop.id][0], Given(Verdict.FAIL), house.by())
        assert photos.of_round(round_id) == [first, second]
        assert audit.check(database).broken_at is None
        database.close()


def test_without_a_byte_left_nothing_is_half_done(sqlite_template: Path, tmp_path: Path, clock: FixedClock) -> None:
    with mounted(tmp_path / "small", "size=8m") as disk:
        shutil.copyfile(sqlite_template, disk / "qualitydesk.sqlite")
        database = Database.open(f"sqlite:///{disk / 'qualitydesk.sqlite'}", wait=2)
        house = a_group(database, clock)
        house.hire_many(1)
        house.adopt(a_pack("walk", 3), "walk")
        round_id = house.begin("walk")
        stop = house.walk(round_id).stops[0]
        here, elsewhere = Photos(database, FileStore(disk / "files"), clock), FileStore(tmp_path / "files")
        taken = noisy(here, 1)
        fill_up(disk)
        with pytest.raises(Refused) as refused:
            here.add(round_id, stop.id, "WALK-01", taken, house.by())
        assert refused.value.code == "disk_full"
        # The picture itself finds room on another disk, its row does not: a file without a row is nobody's.
        with pytest.raises(Refused) as refused:
            for at in range(200):
                taken = TakenPicture(**{**vars(taken), "source_sha256": f"{at:064d}"})
                Photos(database, elsewhere, clock).add(round_id, stop.id, "WALK-01", taken, house.by())
        assert refused.value.code == "disk_full"
        found = here.of_round(round_id, removed=True)
        assert [elsewhere.has(one.sha256) for one in found] == [True] * len(found)
        database.close()


def test_a_read_only_disk_refuses_photos_in_words(tmp_path: Path, sqlite_database: Database, clock: FixedClock) -> None:
    house = a_group(sqlite_database, clock)
    house.hire_many(1)
    house.adopt(a_pack("walk", 3), "walk")
    round_id = house.begin("walk")
    stop = house.walk(round_id).stops[0]
    with mounted(tmp_path / "fixed", "ro,size=1m") as disk:
        photos = Photos(sqlite_database, FileStore(disk / "files"), clock)
        taken = photos.take(PictureSource(a_jpeg(), PhotoOrigin.FILE))
        with pytest.raises(Refused) as refused:
            photos.add(round_id, stop.id, "WALK-01", taken, house.by())
        assert refused.value.code == "file_not_written"
        assert photos.of_round(round_id, removed=True) == []


def test_killed_while_photos_come_in_nothing_acknowledged_is_lost_and_every_row_has_its_picture(
    sqlite_url: str, tmp_path: Path, clock: FixedClock
) -> None:
    database = Database.open(sqlite_url)
    house = a_group(database, clock)
    house.hire_many(1)
    house.adopt(a_pack("walk", 3), "walk")
    round_id = house.begin("walk")
    stop = house.walk(round_id).stops[0]
    database.close()
    told: list[str] = []
    for life, patience in enumerate((1, 4, 9)):
        command = [sys.executable, "-m", "tests.inspections.photo_killer", sqlite_url, str(tmp_path / "files")]
        command += [str(round_id), str(stop.id), str(house.me), str(life * 1000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as adding:
            assert adding.stdout is not None
            told += [adding.stdout.readline().strip() for _ in range(patience)]
            adding.kill()
            told += [line.strip() for line in adding.stdout if line.endswith("\n")]
    again = Database.open(sqlite_url)
    with again.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    photos = Photos(again, FileStore(tmp_path / "files"), clock)
    found = photos.of_round(round_id)
    assert len(told) >= 14 and {UUID(one) for one in told} <= {one.id for one in found}
    assert len(found) - len(told) <= 3  # on disk, the word of it cut off
    assert all(photos.picture(one.id) for one in found)
    assert audit.check(again).broken_at is None
    again.close()
