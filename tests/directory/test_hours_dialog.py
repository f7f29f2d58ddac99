"""Opening hours on screen: entered, corrected, removed; what is wrong stands beside its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.directory.conftest import House
from tests.hands import type_over
from tests.kit.inline import InlineOperations
from tests.rulebook.calendars import calendar

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model.hours import HoursDraft
from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.directory.ui.hours_dialog import HoursDialog, HoursEntryDialog, week_words
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.rulebook.model.days import OFFICE, Span, WeeklyHours


@pytest.fixture
def page(qapp: QApplication, sqlite_house: House, qtbot: QtBot, tmp_path: Path) -> DirectoryPage:
    load_fonts()
    places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
    tools = Tools(InlineOperations(), Prompts("zh"), places, "zh")  # type: ignore[arg-type]
    made = DirectoryPage(tools, sqlite_house.directory, lambda: sqlite_house.by)
    made.resize(1100, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.tabs.setCurrentWidget(made.institutions)
    made.institutions.table.selectRow(0)
    return made


def hours_dialog(page: DirectoryPage) -> HoursDialog:
    page.institutions.hours_button.click()
    (dialog,) = (found for found in page.findChildren(HoursDialog) if found.isVisible())
    return dialog


def entry_dialog(dialog: HoursDialog) -> HoursEntryDialog:
    (found,) = (one for one in dialog.findChildren(HoursEntryDialog) if one.isVisible())
    return found


def editor(dialog: HoursEntryDialog, name: str) -> QLineEdit:
    found = dialog.field_row(name).editor
    assert isinstance(found, QLineEdit)
    return found


def empty(line: QLineEdit, qtbot: QtBot) -> None:
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)


def test_hours_are_entered_from_the_institution_and_kept(
    page: DirectoryPage, sqlite_house: House, qtbot: QtBot
) -> None:
    dialog = hours_dialog(page)
    assert "08:30–12:00" in dialog.table.empty_words()
    dialog.change_button.click()
    entry = entry_dialog(dialog)
    assert editor(entry, "week.6").text() == "08:30–12:00 13:30–17:30"  # the default is the beginning
    type_over(editor(entry, "week.0"), "9-18x")
    entry.save_button.click()
    assert set(entry.problems_shown()) == {"week.0"}
    type_over(editor(entry, "week.0"), "9-18")
    type_over(editor(entry, "week.5"), "12-9")
    empty(editor(entry, "week.6"), qtbot)
    entry.save_button.click()
    assert set(entry.problems_shown()) == {"week.5"}
    type_over(editor(entry, "week.5"), "9-12")
    qtbot.keyClick(editor(entry, "week.5"), Qt.Key.Key_Return)
    home = dialog._institution_id
    found = sqlite_house.directory.hours.open_hours(home, calendar())
    assert found.spans_on(date(2026, 11, 23)) == (Span(540, 1080),)
    assert found.spans_on(date(2026, 11, 22)) == ()
    assert len(dialog.entries.all_rows()) == 1
    dialog.reject()


def test_an_entry_is_corrected_and_removed(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    home = sqlite_house.directory.institutions()[0].id
    draft = HoursDraft(home, date(2026, 11, 1), ("9-18",) * 7, "9-18")
    sqlite_house.directory.hours.set_hours(draft, sqlite_house.by)
    dialog = hours_dialog(page)
    dialog.table.selectRow(0)
    dialog.correct_button.click()
    entry = entry_dialog(dialog)
    empty(editor(entry, "make_up"), qtbot)
    entry.save_button.click()
    (row,) = dialog.entries.all_rows()
    assert isinstance(row, WeeklyHours)
    assert row.make_up == ()
    dialog.table.selectRow(0)
    dialog.remove_button.click()
    (prompt,) = (found for found in dialog.findChildren(PromptDialog) if found.isVisible())
    assert "2026-11-01" in prompt.words()
    prompt.reject()
    assert len(dialog.entries.all_rows()) == 1
    dialog.reject()


def test_days_of_the_same_hours_are_said_together() -> None:
    week = (OFFICE,) * 5 + ((Span(540, 720),), ())
    assert week_words(week, "closed") == "Mon–Fri 08:30–12:00 13:30–17:30 · Sat 09:00–12:00 · Sun closed"
