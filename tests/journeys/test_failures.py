"""When something fails in the middle: writes under way are flushed, the queue stops and goes on, bugs are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, found_quickly, translate
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Verdict
from qualitydesk.kit.crash import CrashDialog


def walking(sit: Sit, home: Path) -> tuple[Sitting, UUID]:
    """A sitting in the middle of a fresh round of one person."""
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    walker = sitting.walking().walker
    assert walker is not None
    return sitting, walker.course.walk.round.id


def hasty(sitting: Sitting, signs: str) -> None:
    """Keys one after the other without waiting for the disk."""
    for sign in signs:
        QTest.keyClick(QApplication.focusWidget(), sign)


def on_disk(sitting: Sitting, round_id: UUID) -> list[Verdict | None]:
    """The verdicts as they are stored, in the order of the round."""
    walk = sitting.services.rounds.walk(round_id)
    stop = walk.stops[0].id
    found = [walk.answers.get((stop, item.code)) for item in walk.items[stop]]
    return [answer.given.verdict for answer in found if answer is not None]


def test_closing_while_answers_are_on_their_way_waits_for_them(sit: Sit, home: Path) -> None:
    sitting, round_id = walking(sit, home)
    with sitting.services.database.transaction():  # nobody else can write now
        hasty(sitting, "121")
        sitting.window.close()
        QApplication.processEvents()
        assert sitting.window.isVisible() and sitting.dialogs() == [], "no question: it closes by itself"
    sitting.until(lambda: not sitting.window.isVisible())
    sitting.close()
    again = sit().at_work()
    assert on_disk(again, round_id) == [Verdict.PASS, Verdict.FAIL, Verdict.PASS]
    again.close()


def test_a_note_typed_just_before_closing_is_kept(sit: Sit, home: Path) -> None:
    sitting, round_id = walking(sit, home)
    sitting.press("n")
    sitting.write("最后一句")
    sitting.close()
    again = sit().at_work()
    walk = again.services.rounds.walk(round_id)
    assert [answer.given.note for answer in walk.answers.values()] == ["最后一句"]
    again.close()


def test_a_full_disk_stops_the_walk_says_so_and_retry_goes_on(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting, round_id = walking(sit, home)
    sitting.walk_keys("12")
    real, disk = sitting.services.rounds.record_answer, {"full": True}

    def record(*args: Any) -> Any:
        if disk["full"]:
            raise Refused("disk_full")
        return real(*args)

    monkeypatch.setattr(sitting.services.rounds, "record_answer", record)
    hasty(sitting, "1")
    failure = sitting.walking().failure
    sitting.until(failure.isVisible)
    assert say("zh", "refused.disk_full") in sitting.words()
    assert translate("StatusLine", "All saved") not in sitting.words(), "nobody says so while something is not"
    hasty(sitting, "2222")  # nothing is taken while the failure stands
    assert on_disk(sitting, round_id) == [Verdict.PASS, Verdict.FAIL]
    sitting.window.close()
    assert sitting.window.isVisible(), "what is not saved is not thrown away by closing"
    sitting.press(Key.Key_Return)
    sitting.front()
    disk["full"] = False
    sitting.click(translate("FailureBar", "Try again"))
    sitting.settle()
    assert not failure.isVisible() and translate("StatusLine", "All saved") in sitting.words()
    sitting.walk_keys("2")
    assert on_disk(sitting, round_id) == [Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.FAIL]
    sitting.close()


def test_after_a_failure_one_can_go_back_to_what_is_saved(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting, round_id = walking(sit, home)
    sitting.walk_keys("1")
    where = sitting.item_in_view()

    def full(*_args: object) -> None:
        raise Refused("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(sitting.services.rounds, "record_answer", full)
        hasty(sitting, "2")
        sitting.until(sitting.walking().failure.isVisible)
    sitting.click(translate("FailureBar", "Go back to what is saved"))
    sitting.until(lambda: not sitting.walking().failure.isVisible())
    sitting.settle()
    assert sitting.item_in_view() == where and on_disk(sitting, round_id) == [Verdict.PASS]
    sitting.walk_keys("1")
    assert on_disk(sitting, round_id) == [Verdict.PASS, Verdict.PASS]
    sitting.close()


SECRET = "张𬱖 13812345678"


def broken(*_args: object) -> None:
    raise ValueError(SECRET)


def told(sitting: Sitting, home: Path) -> CrashDialog:
    """The report: the place of the bug and its kind, no contents; the same in the log."""
    dialog = sitting.dialog(CrashDialog)
    logged = (home / "logs" / "qualitydesk.log").read_text(encoding="utf-8")
    for text in (dialog.report(), logged):
        assert "ValueError" in text and "test_failures.py" in text and "broken" in text
        assert not any(part in text for part in (*SECRET.split(), str(home)))
    return dialog


def test_a_bug_in_a_query_is_told_without_personal_data_and_the_program_goes_on(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.bugs_wanted = True
    with monkeypatch.context() as bug:
        bug.setattr(sitting.services.directory, "count_people", broken)
        QTest.keyClick(sitting.window, Key.Key_8, Qt.KeyboardModifier.AltModifier)
        told(sitting, home)
        sitting.press(Key.Key_Return)  # "Continue"
    sitting.page("rounds")
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("1")
    sitting.close()


def test_a_bug_in_a_slot_is_told_as_well(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.bugs_wanted = True
    keeper = sitting.program.keep_crashes()
    keeper.install()
    try:
        QTimer.singleShot(0, broken)
        dialog = told(sitting, home)
    finally:
        keeper.uninstall()
    sitting.click(translate("CrashDialog", "Copy report"), dialog)
    assert QGuiApplication.clipboard().text() == dialog.report()
    sitting.press(Key.Key_Return)
    sitting.page("directory")
    sitting.close()
