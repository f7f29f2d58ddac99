"""A disk that fills up while one works (a small one mounted for it): warned before, refused in words, nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.hands import type_over
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, found_quickly, translate
from tests.journeys.sitting import Key, Sitting, gone

from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import DATABASE_FILE, default_url, open_services
from qualitydesk.app.trouble import TroublePage
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.ui.small_dialogs import InstitutionDialog
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.storage import audit

MEGABYTE = 2**20
SIZE = 12  # megabytes


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file system of a few megabytes as the user's folder; needs root, so that it must not be skipped under CI."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = sys.platform == "linux" and shutil.which("mount") is not None
    if mounted:
        ended = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)], capture_output=True, check=False
        )
        mounted = ended.returncode == 0
    if not mounted:
        reason = "a small disk can only be mounted by root on Linux"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}, and CI must test on it")
        pytest.skip(reason)
    monkeypatch.setenv("QUALITYDESK_HOME", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill_up(folder: Path, leave: int = 0) -> Path:
    """Somebody else's file that takes what room is left."""
    filler = folder / "filler"
    with filler.open("wb") as out:
        try:
            while shutil.disk_usage(folder).free > leave:
                out.write(b"\0" * min(65536, max(4096, shutil.disk_usage(folder).free - leave)))
                out.flush()
        except OSError:
            pass
    return filler


def told_of_the_disk(sitting: Sitting) -> None:
    sitting.until(lambda: say("zh", "refused.disk_full") in sitting.words())


def test_a_disk_that_is_nearly_full_is_told_in_the_status_line_before_anything_fails(
    sit: Sit, small_disk: Path
) -> None:
    found_quickly(small_disk, CHINESE)
    sitting = sit().at_work()
    sitting.desk.caretaker.look()  # as it does by itself two seconds after the start, and each hour
    sitting.until(lambda: "磁盘将满" in sitting.window.status.warning())
    free = round(shutil.disk_usage(small_disk).free / MEGABYTE)
    assert 0 < free < SIZE and "MB" in sitting.window.status.warning()
    sitting.close()


def test_an_answer_that_finds_no_room_is_kept_told_and_written_when_there_is_room_again(
    sit: Sit, small_disk: Path
) -> None:
    found_quickly(small_disk, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("12")
    filler = fill_up(small_disk)
    failure = sitting.walking().failure
    for _ in range(60):  # the log still has pages of its own to fill
        if failure.isVisible():
            break
        sitting.press("2")
        sitting.until(lambda: failure.isVisible() or sitting.walking().walker.quiet)  # type: ignore[union-attr]
    assert failure.isVisible()
    told_of_the_disk(sitting)
    assert translate("StatusLine", "All saved") not in sitting.words()
    before = sitting.services.rounds.lines(RoundFilter())[0].answered
    filler.unlink()
    sitting.click(translate("FailureBar", "Try again"))
    sitting.settle()
    assert not failure.isVisible() and translate("StatusLine", "All saved") in sitting.words()
    assert sitting.services.rounds.lines(RoundFilter())[0].answered == before + 1
    assert audit.check(sitting.services.database).broken_at is None
    sitting.close()


def test_a_form_that_cannot_be_saved_stays_open_with_what_was_typed(sit: Sit, small_disk: Path) -> None:
    found_quickly(small_disk, CHINESE)
    sitting = sit().at_work()
    sitting.page("directory")
    sitting.control(Key.Key_PageDown)  # institutions
    filler = fill_up(small_disk)
    for at in range(60):  # the log still has pages of its own to fill
        sitting.press(Key.Key_Return)
        form = sitting.dialog(InstitutionDialog)
        name = f"朝阳门诊{at:02d}"
        type_over(form.field_row("name").editor, name)
        sitting.press(Key.Key_Return)
        sitting.until(lambda form=form: gone(form) or bool(form.problems_shown()))
        if not gone(form):
            break
        sitting.front()
    assert form.problems_shown() == {"": say("zh", "refused.disk_full")}
    assert form.read_draft().name == name

    def on_disk() -> list[str]:
        return [one.name for one in sitting.services.directory.institutions()]

    assert name not in on_disk(), "nothing half-done"
    filler.unlink()
    sitting.press(Key.Key_Return)
    sitting.until(lambda: gone(form))
    assert name in on_disk()
    assert audit.check(sitting.services.database).broken_at is None
    sitting.close()


def test_a_backup_without_room_leaves_nothing_and_the_daily_one_tells_of_it_quietly(sit: Sit, small_disk: Path) -> None:
    found_quickly(small_disk, CHINESE)
    sitting = sit().at_work()
    filler = fill_up(small_disk)
    sitting.page("settings")
    sitting.click(translate("SettingsPage", "Back up now"))
    told_of_the_disk(sitting)
    sitting.press(Key.Key_Return)
    sitting.front()
    backups = small_disk / "backups"
    assert not backups.exists() or list(backups.iterdir()) == []
    sitting.desk.caretaker.back_up()
    sitting.until(lambda: "每日备份未成功" in sitting.window.status.warning())
    sitting.rest()
    assert sitting.dialogs() == [], "no question for what goes on by itself"
    filler.unlink()
    sitting.desk.caretaker.back_up()
    sitting.until(lambda: housekeeping.last_backup(small_disk) is not None)
    sitting.until(lambda: "每日备份未成功" not in sitting.window.status.warning())
    sitting.close()


def test_a_restore_without_room_leaves_the_damaged_file_as_it_is(sit: Sit, small_disk: Path) -> None:
    found_quickly(small_disk, CHINESE)
    services = open_services(default_url(small_disk), small_disk)
    housekeeping.back_up(services, small_disk)
    services.close()
    path = small_disk / DATABASE_FILE
    path.write_bytes("尊敬的患者：".encode() * 900)
    left = path.read_bytes()
    filler = fill_up(small_disk, leave=200_000)
    sitting = sit("zh")
    sitting.until(lambda: isinstance(sitting.window.current_page(), TroublePage))
    sitting.rest()
    sitting.press(Key.Key_Return)
    told_of_the_disk(sitting)
    assert path.read_bytes() == left
    assert [one.name for one in small_disk.glob("*.sqlite*") if "restoring" in one.name] == []
    sitting.press(Key.Key_Return)
    filler.unlink()
    sitting.press(Key.Key_Return)
    sitting.until(lambda: sitting.window.desk is not None)
    sitting.until(lambda: bool(sitting.dialogs()))
    sitting.press(Key.Key_Return)
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    sitting.close()
