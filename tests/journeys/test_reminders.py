"""Reminders through the real window: the badge, F9 and Enter to the case, once over restarts, switched off and on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting

from qualitydesk.app import bootstrap, opening
from qualitydesk.app.reminder_list import ReminderList, Tray
from qualitydesk.app.reminder_panel import ReminderPanel
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, SteadyClock
from qualitydesk.complaints.model import CaseDraft, Channel, Party
from qualitydesk.complaints.ui.case_page import CasePage

MORNING = datetime(2026, 11, 17, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    """The clock of every window of the test."""
    clock = FixedClock(MORNING)
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: clock)
    monkeypatch.setattr(opening, "SteadyClock", lambda: SteadyClock(clock, lambda: 0.0))
    return clock


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """What the system's tray was told; offscreen there is none."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(Tray, "say", lambda _self, title, words: told.append((title, words)))
    yield told


def open_case(sitting: Sitting, name: str) -> None:
    directory = sitting.services.directory
    draft = CaseDraft(
        institution_id=directory.institutions()[0].id,
        channel=Channel.TELEPHONE,
        complainant=Party(name, None, "19900008800"),
        narrative="候诊四十分钟无人答复",
    )
    sitting.services.complaints.open_case(draft, By.alone(directory.users()[0]))


def look(sitting: Sitting) -> None:
    sitting.desk.reminding.timer.timeout.emit()
    sitting.rest()


def badge(sitting: Sitting) -> str:
    button = sitting.window.status.reminders
    return button.text() if button is not None and button.isVisible() else ""


def test_what_comes_up_is_told_once_and_leads_to_its_case(
    sit: Sit, home: Path, hour: FixedClock, notices: list[tuple[str, str]]
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    for name in ("单明霞", "王丽华"):
        open_case(sitting, name)
    look(sitting)
    assert badge(sitting) == "" and notices == []
    hour.advance(timedelta(hours=1, minutes=30))
    look(sitting)
    assert badge(sitting) == "提醒 2" and len(notices) == 1
    assert notices[0][1].startswith("2 项时限：") and "登记" in notices[0][1]
    assert not any(name in f"{title}{words}" for title, words in notices for name in ("单明霞", "王丽华", "**"))
    sitting.press(Key.Key_F9)
    shown = sitting.dialog(ReminderList)
    assert shown.lines.rowCount() == 2 and badge(sitting) == ""
    sitting.press(Key.Key_Down)
    sitting.press(Key.Key_Return)
    sitting.front()
    page = sitting.window.current_page()
    assert isinstance(page, CasePage)
    sitting.close()
    again = sit().at_work()
    look(again)
    assert badge(again) == "" and len(notices) == 1, "the restart tells nothing again"
    hour.advance(timedelta(hours=2))
    look(again)
    assert badge(again) == "提醒 2" and len(notices) == 2
    again.close()


def test_a_single_notice_leads_to_its_case_when_it_is_clicked(
    sit: Sit, home: Path, hour: FixedClock, notices: list[tuple[str, str]]
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    open_case(sitting, "单明霞")
    hour.advance(timedelta(hours=1, minutes=10))
    look(sitting)
    [(title, words)] = notices
    assert title == sitting.services.complaints.lines()[0].number and words.startswith("“登记”")
    sitting.desk.reminder_ways.tray.clicked.emit()
    sitting.rest()
    assert isinstance(sitting.window.current_page(), CasePage)
    sitting.close()


def test_reminders_are_switched_off_and_on_and_what_was_missed_is_told(
    sit: Sit, home: Path, hour: FixedClock, notices: list[tuple[str, str]]
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    open_case(sitting, "单明霞")
    sitting.page("settings")
    page = sitting.window.current_page()
    assert page is not None
    [panel] = page.findChildren(ReminderPanel)
    panel.tray.setFocus()
    QTest.keyClick(panel.tray, Qt.Key.Key_Space)
    panel.reminders.setFocus()
    QTest.keyClick(panel.reminders, Qt.Key.Key_Space)
    assert (panel.reminders.isChecked(), panel.tray.isEnabled()) == (False, False)
    hour.advance(timedelta(hours=1, minutes=10))
    look(sitting)
    assert badge(sitting) == ""
    QTest.keyClick(panel.reminders, Qt.Key.Key_Space)
    look(sitting)
    assert badge(sitting) == "提醒 1" and notices == [], "in the program, and not in the tray"
    assert QApplication.focusWidget() is panel.reminders
    sitting.close()


def test_the_list_says_so_when_nothing_was_reminded_of(sit: Sit, home: Path, hour: FixedClock) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.press(Key.Key_F9)
    shown = sitting.dialog(ReminderList)
    assert shown.lines.rowCount() == 0 and not shown.open_button.isEnabled()
    assert "七天" in shown.table.empty_words()
    sitting.press(Key.Key_Escape)
    sitting.close()
