"""The calendar page by keys and clicks: walking a year, own days, a notice taken over, what is not known yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import type_over
from tests.kit.inline import InlineOperations

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.rulebook.ui.calendar_page import CalendarPage
from qualitydesk.rulebook.ui.day_dialog import DayDialog
from qualitydesk.storage.database import Database

BY = By.alone(None)
TODAY = date(2026, 11, 21)
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def service(sqlite_database: Database, clock: FixedClock) -> Calendar:
    made = Calendar(sqlite_database, clock)
    made.adopt_shipped(BY)
    return made


@pytest.fixture
def page(qapp: QApplication, service: Calendar, qtbot: QtBot, tmp_path: Path) -> CalendarPage:
    load_fonts()
    places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
    tools = Tools(InlineOperations(), Prompts("zh"), places, "zh")  # type: ignore[arg-type]
    made = CalendarPage(tools, service, lambda: BY)
    made.resize(1180, 640)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.year_view.setFocus()
    return made


def opened(page: QWidget, kind: type[D]) -> D:
    """The one dialog of a kind that is open on the page."""
    (dialog,) = (found for found in page.findChildren(kind) if found.isVisible())
    return dialog


def press(page: CalendarPage, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.year_view, key)


def test_it_opens_on_today_with_the_working_days_of_the_year(page: CalendarPage) -> None:
    assert page.year_view.day() == TODAY
    assert page._about.text().startswith("248 ")
    assert "2026-11-21" in page.year_view.accessibleDescription()
    QAbstractItemModelTester(page.days, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_arrows_walk_by_days_and_weeks_over_the_ends_of_the_year(page: CalendarPage, qtbot: QtBot) -> None:
    press(page, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert page.year_view.day() == date(2026, 11, 29)
    press(page, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert page.year_view.day() == TODAY
    page.year_view.go_to(date(2026, 12, 31))
    press(page, qtbot, Qt.Key.Key_Right)
    assert page.year_view.day() == date(2027, 1, 1)
    assert page._year.text() == "2027"
    press(page, qtbot, Qt.Key.Key_Left)
    assert page.year_view.day() == date(2026, 12, 31)


def test_every_day_of_a_leap_year_has_a_place_of_its_own(page: CalendarPage) -> None:
    page.show_year(2024)
    days = [date.fromordinal(n) for n in range(date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal())]
    centres = {page.year_view.rect_of(day).center().toTuple() for day in days}
    assert len(centres) == 366
    for day in (days[0], date(2024, 2, 29), days[-1]):
        assert page.year_view._day_at(page.year_view.rect_of(day).center()) == day


def test_a_click_moves_the_cursor_and_the_list_follows(page: CalendarPage, qtbot: QtBot) -> None:
    point = page.year_view.rect_of(date(2026, 10, 10)).center().toPoint()
    qtbot.mouseClick(page.year_view, Qt.MouseButton.LeftButton, pos=point)
    assert page.year_view.day() == date(2026, 10, 10)
    row = page.table.current_row()
    assert getattr(row, "day", None) == date(2026, 10, 10)
    assert "国庆节" in page._day_words.text()


def test_enter_in_the_list_opens_the_day_of_its_row(page: CalendarPage, qtbot: QtBot) -> None:
    page.table.selectRow(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.year_view.day() == date(2026, 1, 3)
    opened(page, DayDialog).reject()


def test_a_year_that_is_not_announced_says_so_and_one_before_it_warns_in_autumn(page: CalendarPage) -> None:
    assert "2027" in page.banner.words()
    page.show_year(2025)
    assert page.banner.isHidden()
    page.show_year(2027)
    assert page.banner.isVisible()
    assert "2027" in page.banner.words()


def test_an_own_day_is_added_changed_and_removed_by_keys(page: CalendarPage, service: Calendar, qtbot: QtBot) -> None:
    page.year_view.go_to(date(2026, 11, 23))
    press(page, qtbot, Qt.Key.Key_Return)
    dialog = opened(page, DayDialog)
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"name"}
    name = dialog.field_row("name").editor
    assert isinstance(name, QLineEdit)
    type_over(name, "院庆")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert not service.work_calendar().is_working(date(2026, 11, 23))  # off is offered for a working day
    assert page._about.text().startswith("247 ")

    press(page, qtbot, Qt.Key.Key_Return)
    again = opened(page, DayDialog)
    shown = again.field_row("name").editor
    assert isinstance(shown, QLineEdit)
    assert shown.text() == "院庆"
    again.reject()

    assert page.remove_button.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    prompt = opened(page, PromptDialog)
    assert "院庆" in prompt.words()
    assert not service.work_calendar().is_working(date(2026, 11, 23))  # it asks first
    (remove,) = (one for one in prompt.findChildren(QPushButton) if one.text() == "Remove")
    remove.click()
    assert service.work_calendar().is_working(date(2026, 11, 23))


def test_a_notice_is_seen_and_taken_over(page: CalendarPage, service: Calendar, tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text("日期,类型,名称\n2027-01-01,休,元旦\n2027-01-10,班,元旦\n", encoding="utf-8")
    page.import_button.click()
    dialog = opened(page, ImportDialog)
    dialog.read_file(path)
    preview = dialog.preview()
    assert preview is not None
    assert [line.state for line in preview.lines] == ["new", "new"]
    dialog.import_button.click()
    assert service.work_calendar().is_announced(date(2027, 1, 4))
    assert page._year.text() == "2027"
    assert page.banner.isHidden()
    for prompt in page.findChildren(PromptDialog):
        prompt.reject()


def test_a_spoilt_notice_names_its_rows_and_cannot_be_taken_over(page: CalendarPage, tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text("日期,类型\n2027-02-30,休\n2027-01-10,也许\n", encoding="utf-8")
    page.import_button.click()
    dialog = opened(page, ImportDialog)
    dialog.read_file(path)
    preview = dialog.preview()
    assert preview is not None
    assert [line.state for line in preview.lines] == ["refused", "refused"]
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_the_template_is_read_back_as_the_same_year(service: Calendar, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    assert service.write_template(path) == len(service.year(2026).days)
    assert not service.preview_file(path).changes
