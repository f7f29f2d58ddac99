"""The page of the week, by keys and clicks: words are kept, weeks are turned, the paper is issued and shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.builders import Group, a_group, a_pack
from tests.kit.inline import InlineOperations

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.insights.ui.week_page import WeekPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

MONDAY = date(2026, 11, 16)
WEEK = timedelta(days=7)


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire("G1", "张𬱖")
    made.adopt(a_pack("walk", 4), "walk")
    return made


@pytest.fixture
def desk(house: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(house.database, files, clock)


@pytest.fixture
def page(qtbot: Any, look: Look, house: Group, desk: Services, tmp_path: Path) -> WeekPage:
    tools = Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")
    made = WeekPage(tools, desk.weeks, house.by, desk.papers.original, MONDAY + timedelta(days=5))
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_an_empty_week_says_so_and_words_are_saved_by_a_key(
    qtbot: Any, page: WeekPage, house: Group, desk: Services
) -> None:
    assert page.lines.text() == "Nothing is on record for this week."
    assert not page.save_button.isEnabled()
    page.summary.setPlainText("完成两次巡检")
    assert page.save_button.isEnabled() and not page.may_leave()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.weeks.words(house.me, MONDAY).summary == "完成两次巡检"
    assert page.may_leave() and not page.save_button.isEnabled()


def test_turning_to_another_week_saves_this_one_and_comes_back(
    qtbot: Any, page: WeekPage, house: Group, desk: Services
) -> None:
    page.plan.setPlainText("周二复查")
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert page.span.text().startswith("2026-11-09") and page.plan.toPlainText() == ""
    assert desk.weeks.words(house.me, MONDAY).plan == "周二复查"
    qtbot.mouseClick(page.after, Qt.MouseButton.LeftButton)
    assert page.plan.toPlainText() == "周二复查"


def test_a_day_picked_leads_to_its_week(page: WeekPage) -> None:
    page.day.picked.emit(date(2026, 11, 4))
    assert page.span.text().startswith("2026-11-02") and page.day.day() == date(2026, 11, 2)


def test_rounds_begun_meanwhile_appear_and_words_being_typed_stay(qtbot: Any, page: WeekPage, house: Group) -> None:
    page.summary.setPlainText("写到一半")
    house.begin("walk")
    QTest.keyClick(page, Qt.Key.Key_F5)
    assert "日常巡查" in page.lines.text()
    assert page.summary.toPlainText() == "写到一半"


def test_issuing_archives_the_paper_and_shows_it(qtbot: Any, page: WeekPage, house: Group, desk: Services) -> None:
    page.summary.setPlainText("完成一次巡检")
    qtbot.mouseClick(page.issue_button, Qt.MouseButton.LeftButton)
    words = desk.weeks.words(house.me, MONDAY)
    (line,) = desk.weeks.issued(words)
    assert line.check in page.state.text()
    assert [one for one in page.findChildren(PreviewDialog) if one.isVisible()]
    assert page.may_leave()


def test_words_of_another_window_are_never_overwritten(
    qtbot: Any, page: WeekPage, house: Group, desk: Services
) -> None:
    page.summary.setPlainText("我的")
    other = desk.weeks.words(house.me, MONDAY)
    desk.weeks.keep(type(other)(house.me, MONDAY, "别的窗口"), house.by())
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert page.trouble.isVisible() and page.summary.toPlainText() == "我的"
    assert desk.weeks.words(house.me, MONDAY).summary == "别的窗口"
    QTest.keyClick(page, Qt.Key.Key_F5)
    assert page.summary.toPlainText() == "别的窗口"


def test_words_too_long_are_told_and_nothing_is_written(
    qtbot: Any, page: WeekPage, house: Group, desk: Services
) -> None:
    page.problems.setPlainText("长" * 5001)
    qtbot.mouseClick(page.issue_button, Qt.MouseButton.LeftButton)
    assert "5000" in page.trouble.words()
    assert desk.weeks.words(house.me, MONDAY).id is None
