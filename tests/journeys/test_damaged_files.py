"""A damaged, emptied or lost database file: it is told, the last whole backup is offered, and the program goes on."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, found_quickly, translate
from tests.journeys.sitting import Key, Sitting

from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import DATABASE_FILE, default_url, open_services
from qualitydesk.app.first_run import FirstRun
from qualitydesk.app.trouble import TroublePage
from qualitydesk.basics.clock import FixedClock, SystemClock
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.kit.dates import moment_words
from qualitydesk.storage import audit

PAGE = 4096
Damage = Callable[[Path], None]


def backed_up(home: Path, ago: timedelta = timedelta(hours=3)) -> str:
    """A group with its staff, and a backup of it; gives the backup's moment in words."""
    found_quickly(home, CHINESE)
    clock = FixedClock(SystemClock().now() - ago)
    services = open_services(default_url(home), home, clock=clock)
    made = housekeeping.back_up(services, home)
    services.close()
    return moment_words(made)


def overwrite(path: Path) -> None:
    """Noise over every page but the first, as a dying disk leaves it."""
    noise = random.Random(7)
    content = path.read_bytes()
    path.write_bytes(content[:PAGE] + noise.randbytes(len(content) - PAGE))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 5 * PAGE + 1000])


def letter(path: Path) -> None:
    path.write_bytes("尊敬的患者：".encode() * 900)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def trouble(sitting: Sitting) -> TroublePage:
    """What stands in place of the pages, once it has looked for a backup."""
    sitting.until(lambda: isinstance(sitting.window.current_page(), TroublePage))
    sitting.rest()
    page = sitting.window.current_page()
    assert isinstance(page, TroublePage) and sitting.window.desk is None
    return page


def restore(sitting: Sitting) -> None:
    """Enter on what is offered; then what became of the old file is read."""
    page = trouble(sitting)
    assert sitting.window.focusWidget() is page.restore_button
    sitting.press(Key.Key_Return)
    sitting.until(lambda: sitting.window.desk is not None)
    sitting.until(lambda: translate("Recovery", "Restored") in [one.windowTitle() for one in sitting.dialogs()])
    sitting.rest()
    sitting.press(Key.Key_Return)
    sitting.front()


@pytest.mark.parametrize("damage", [overwrite, cut, letter, empty])
def test_the_last_backup_is_offered_restored_and_the_damaged_file_kept(sit: Sit, home: Path, damage: Damage) -> None:
    when = backed_up(home)
    path = home / DATABASE_FILE
    damage(path)
    left = path.read_bytes()
    sitting = sit()
    page = trouble(sitting)
    code = "database_lost" if damage is empty else "database_damaged"
    assert page.sentence.text() == say("zh", f"refused.{code}", path=path)
    assert when in page.offer.text() and when in page.restore_button.text()
    assert path.read_bytes() == left, "nothing is touched before the user says so"
    restore(sitting)
    (aside,) = home.glob("qualitydesk.damaged-*.sqlite")
    assert aside.read_bytes() == left
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    assert audit.check(sitting.services.database).broken_at is None
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("12")
    sitting.close()
    assert sorted(one.name for one in home.glob("*.sqlite")) == sorted([aside.name, DATABASE_FILE])
    again = sit().at_work()
    assert [line.answered for line in again.services.rounds.lines(RoundFilter())] == [2]
    again.close()


def test_a_file_that_is_gone_is_told_and_restored(sit: Sit, home: Path) -> None:
    backed_up(home)
    (home / DATABASE_FILE).unlink()
    sitting = sit()
    page = trouble(sitting)
    assert page.empty_button.isVisible()
    sitting.press(Key.Key_Return)
    sitting.at_work()
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    sitting.close()


def test_beginning_empty_is_the_users_word_and_keeps_what_was_there(sit: Sit, home: Path) -> None:
    backed_up(home)
    empty(home / DATABASE_FILE)
    sitting = sit()
    sitting.click(translate("TroublePage", "Begin empty"), trouble(sitting))
    assert sitting.dialog(FirstRun).isVisible()
    assert len(list(home.glob("qualitydesk.damaged-*.sqlite"))) == 1
    assert housekeeping.last_backup(home) is not None
    sitting.give_up()


def test_a_damaged_backup_is_passed_over_for_the_one_before(sit: Sit, home: Path) -> None:
    when = backed_up(home, timedelta(days=1))
    newer = home / "backups" / "qualitydesk-20991231T000000Z.qdbackup.zip"
    newer.write_bytes(next((home / "backups").glob("*.zip")).read_bytes()[:-2000])
    overwrite(home / DATABASE_FILE)
    sitting = sit()
    assert when in trouble(sitting).restore_button.text()
    restore(sitting)
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    sitting.close()


def test_without_a_backup_it_says_so_and_takes_one_from_elsewhere(sit: Sit, home: Path, tmp_path: Path) -> None:
    backed_up(home)
    (mine,) = (home / "backups").glob("*.zip")
    elsewhere = mine.rename(tmp_path / "U盘备份.qdbackup.zip")
    wrong = tmp_path / "清单.qdbackup.zip"
    wrong.write_bytes(b"no zip at all")
    overwrite(home / DATABASE_FILE)
    left = (home / DATABASE_FILE).read_bytes()
    sitting = sit()
    page = trouble(sitting)
    assert not page.restore_button.isVisible() and str(home / "backups") in page.offer.text()
    for chosen in (wrong, elsewhere):
        sitting.click(translate("TroublePage", "Choose a backup…"), page)
        sitting.dialog(QFileDialog).fileSelected.emit(str(chosen))
        for one in sitting.dialogs():
            if isinstance(one, QFileDialog):
                one.close()
        if chosen is wrong:
            sitting.until(lambda: say("zh", "refused.backup_damaged") in sitting.words())
            sitting.press(Key.Key_Return)
            assert (home / DATABASE_FILE).read_bytes() == left and not list(home.glob("*.restoring*"))
    sitting.until(lambda: sitting.window.desk is not None)
    sitting.until(lambda: bool(sitting.dialogs()))
    sitting.press(Key.Key_Return)
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    sitting.close()


def test_trying_again_opens_a_file_that_was_put_back_by_hand(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    path = home / DATABASE_FILE
    whole = path.read_bytes()
    letter(path)
    sitting = sit()
    page = trouble(sitting)
    path.write_bytes(whole)
    page.setFocus()
    sitting.press(Key.Key_F5)
    sitting.at_work().close()


def test_pages_damaged_where_nobody_looked_yet_are_found_after_the_start(sit: Sit, home: Path) -> None:
    when = backed_up(home)
    sitting = sit().at_work()
    path = home / DATABASE_FILE
    services = sitting.services
    with services.database.reading() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'audit_payloads'").scalar()
    sitting.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : (root - 1) * PAGE + 12] = b"\xff" * 12
    path.write_bytes(bytes(content))
    again = sit().at_work()
    again.program.recovery().look_through()  # as it does by itself ten seconds after the start
    again.until(lambda: bool(again.dialogs()))
    assert say("zh", "refused.database_damaged") in again.words()
    again.click(translate("Recovery", "Restore a backup…"), again.dialogs()[-1])
    assert when in trouble(again).restore_button.text()
    restore(again)
    assert audit.check(again.services.database).broken_at is None
    again.close()


def test_the_language_may_be_changed_while_there_is_no_database(sit: Sit, home: Path) -> None:
    backed_up(home)
    overwrite(home / DATABASE_FILE)
    sitting = sit()
    trouble(sitting)
    sitting.program.change_language("en")
    page = trouble(sitting)
    assert page.sentence.text() == say("en", "refused.database_damaged")
    assert page.restore_button.text().startswith("Restore the backup of")
    sitting.close()
