"""The page of an employee, the heads of a department, superiors on a day, a file taken over: by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.directory.conftest import HIRED, TODAY, House
from tests.directory.test_ui import CTRL, editor, fill, opened, page, save, tools
from tests.hands import in_front, type_over, type_words

from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import EmployeeFilter, LeaveDraft, TermDraft, TermKind
from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.directory.ui.heads_dialog import HeadsDialog
from qualitydesk.directory.ui.history_view import HistoryView
from qualitydesk.directory.ui.leave_dialogs import LeaveDialog, ReturnDialog
from qualitydesk.directory.ui.team_view import TeamView
from qualitydesk.directory.ui.term_dialog import TermDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools

__all__ = ["page", "tools"]
SOON = date(2026, 12, 1)
Key = Qt.Key


@pytest.fixture
def person(tools: Tools, sqlite_house: House, qtbot: QtBot) -> Iterator[EmployeePage]:
    house = sqlite_house
    boss = house.hire("B001", name="王芳", superior_id=house.me)
    house.hire("B002", name="单明霞", superior_id=boss)
    house.directory.terms.put_term(TermDraft(TermKind.HEAD, house.desk, TODAY, person_id=boss), house.by)
    panel = Panel("Slips", lambda who: QLabel(f"slips of {who}"))
    made = EmployeePage(tools, house.directory, lambda: house.by, (panel,))
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.show_person(boss)
    made.show()
    qtbot.waitExposed(made)
    assert in_front(made)
    yield made
    for dialog in made.findChildren(DraftDialog):
        dialog.finish()


def who(house: House, number: str) -> UUID:
    return house.directory.people(EmployeeFilter(number, with_left=True, with_coming=True))[0].id


def history(page: EmployeePage) -> list[tuple[str, str]]:
    view = page.tabs.panel_widget()
    assert isinstance(view, HistoryView)
    model = view.entries
    return [(str(model.index(row, 0).data()), str(model.index(row, 3).data())) for row in range(model.rowCount())]


def choose_day(dialog: DraftDialog, name: str, day: date) -> None:
    picker = editor(dialog, name)
    assert isinstance(picker, DayPicker)
    picker.set_day(day)
    picker.picked.emit(day)


def test_facts_history_and_team_are_shown(person: EmployeePage, qtbot: QtBot) -> None:
    assert person.page_title() == "王芳"
    assert history(person) == [("2025-03-01", "李敏 A001"), ("2025-03-01", "朝阳门诊 导医台 · 导医")]
    said = " ".join(label.text() for label in person.findChildren(QLabel))
    assert all(words in said for words in ("B001", "朝阳门诊", "李敏", "2025-03-01"))
    qtbot.keyClick(person, Key.Key_PageDown, CTRL)
    team = person.tabs.panel_widget()
    assert isinstance(team, TeamView)
    assert [one.name for one in team.people.all_rows()] == ["单明霞"]
    with qtbot.waitSignal(person.person_wanted) as wanted:
        qtbot.keyClick(team.table, Key.Key_Return)
    assert wanted.args == [team.people.all_rows()[0].id]
    qtbot.keyClick(person, Key.Key_PageDown, CTRL)
    shown = person.tabs.panel_widget()
    assert isinstance(shown, QLabel)
    assert shown.text().startswith("slips of")
    with qtbot.waitSignal(person.closed):
        qtbot.keyClick(person, Key.Key_Escape)


def test_a_transfer_from_a_day_to_come(person: EmployeePage, sqlite_house: House, qtbot: QtBot) -> None:
    qtbot.keyClick(person, Key.Key_T, CTRL)
    dialog = opened(person, TermDialog)
    fill(dialog, institution_id="和平", department_id="护理部")
    choose_day(dialog, "since", SOON)
    save(qtbot, dialog)
    assert history(person)[0] == ("2026-12-01", "和平医院 护理部 · 导医")
    moved = sqlite_house.directory.person(who(sqlite_house, "B001"), SOON)
    assert moved is not None
    assert moved.department == "护理部"


def test_a_superior_of_past_days_wants_a_reason(person: EmployeePage, sqlite_house: House, qtbot: QtBot) -> None:
    qtbot.keyClick(person, Key.Key_U, CTRL)
    dialog = opened(person, TermDialog)
    picker = editor(dialog, "person_id")
    assert isinstance(picker, Picker)
    picker.choose(None)
    choose_day(dialog, "since", date(2026, 5, 1))
    save(qtbot, dialog)
    assert set(dialog.problems_shown()) == {"why"}
    why = editor(dialog, "why")
    assert isinstance(why, QPlainTextEdit)
    why.setFocus()
    type_words(why, "人事迟报")
    save(qtbot, dialog)
    assert history(person)[0] == ("2026-05-01", "nobody")
    view = person.tabs.panel_widget()
    assert isinstance(view, HistoryView)
    assert view.corrections.isVisible()
    assert [note.reason for note in view._corrections.all_rows()] == ["人事迟报"]


def test_a_mistaken_entry_is_corrected_or_taken_away(person: EmployeePage, sqlite_house: House, qtbot: QtBot) -> None:
    view = person.tabs.panel_widget()
    assert isinstance(view, HistoryView)
    view.table.setFocus()
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Key.Key_Return)
    dialog = opened(person, TermDialog)
    remove = editor(dialog, "remove")
    assert isinstance(remove, QCheckBox)
    remove.setChecked(True)
    assert not editor(dialog, "since").isEnabled()
    why = editor(dialog, "why")
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("录错了人")
    save(qtbot, dialog)
    assert history(person) == [("2025-03-01", "朝阳门诊 导医台 · 导医")]
    assert sqlite_house.directory.line_of(who(sqlite_house, "B001"), HIRED).superior is None


def test_leaving_asks_who_takes_over(person: EmployeePage, sqlite_house: House, qtbot: QtBot) -> None:
    qtbot.keyClick(person, Key.Key_L, CTRL)
    dialog = opened(person, LeaveDialog)
    save(qtbot, dialog)
    assert set(dialog.problems_shown()) == {"new_superior", "new_head"}
    fill(dialog, new_superior="李敏", new_head="Nobody for now")
    choose_day(dialog, "left_on", SOON)
    save(qtbot, dialog)
    under = sqlite_house.directory.person(who(sqlite_house, "B002"), SOON)
    assert under is not None
    assert under.superior == "李敏"
    assert sqlite_house.desk not in sqlite_house.directory.head_names(SOON)
    assert person._state.words() == "Leaves on 2026-12-01."
    assert in_front(person)
    qtbot.keyClick(person, Key.Key_L, CTRL)
    dialog = opened(person, LeaveDialog)
    stay = next(found for found in dialog.findChildren(QPushButton) if found.text() == "Stays after all")
    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton)
    assert sqlite_house.directory.employee(who(sqlite_house, "B001")).left_on is None
    assert not dialog.isVisible()


def test_who_leads_nobody_is_not_asked_and_may_come_back(
    person: EmployeePage, sqlite_house: House, clock: FixedClock, qtbot: QtBot
) -> None:
    gone = who(sqlite_house, "B002")
    sqlite_house.directory.terms.leave(LeaveDraft(gone, 1, date(2026, 6, 1), "读书"), sqlite_house.by)
    person.show_person(gone)
    assert person._state.words() == "Left on 2026-06-01. 读书"
    assert person.leave_button.text() == "Return"
    qtbot.keyClick(person, Key.Key_L, CTRL)
    dialog = opened(person, ReturnDialog)
    fill(dialog, superior_id="A001")
    save(qtbot, dialog)
    back = sqlite_house.directory.person(gone)
    assert back is not None
    assert (back.left_on, back.superior, back.department) == (None, "李敏", "导医台")
    assert person._state.words() == "Was away from 2026-06-01 until 2026-11-21."


def test_the_dialog_of_facts_is_a_key_away(person: EmployeePage, sqlite_house: House, qtbot: QtBot) -> None:
    qtbot.keyClick(person, Key.Key_F2)
    dialog = opened(person, EmployeeDialog)
    assert not person.may_leave()
    fill(dialog, name="王芳芳")
    save(qtbot, dialog)
    assert person.page_title() == "王芳芳"
    assert person.may_leave()


def test_enter_on_the_list_of_people_wants_the_page(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.people.table.selectRow(0)
    with qtbot.waitSignal(page.person_wanted) as wanted:
        qtbot.keyClick(page.people.table, Key.Key_Return)
    assert wanted.args == [sqlite_house.me]


def test_heads_of_a_department_by_dates(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(2)
    page.departments.table.select_key(sqlite_house.desk)
    assert in_front(page)
    qtbot.keyClick(page, Key.Key_H, CTRL)
    (heads,) = page.findChildren(HeadsDialog)
    assert in_front(heads)
    assert heads.history.table.empty_words()
    assert not page.may_leave()
    qtbot.keyClick(heads, Key.Key_N, CTRL)
    dialog = opened(page, TermDialog)
    fill(dialog, person_id="李敏")
    save(qtbot, dialog)
    assert [entry.person for entry in heads.history.entries.all_rows()] == ["李敏"]
    heads.history.table.select_key((TermKind.HEAD, TODAY))
    qtbot.mouseClick(heads.correct_button, Qt.MouseButton.LeftButton)
    dialog = opened(page, TermDialog)
    choose_day(dialog, "since", HIRED)
    why = editor(dialog, "why")
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("早就是她")
    save(qtbot, dialog)
    assert [(entry.since, entry.person) for entry in heads.history.entries.all_rows()] == [(HIRED, "李敏")]
    heads.reject()


def test_superiors_on_a_day_are_searched_and_exported(
    page: DirectoryPage, sqlite_house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    sqlite_house.hire("B002", name="单明霞", superior_id=sqlite_house.me)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    view = page.standings
    assert not page.add_entry.isVisible()
    assert [row.person.number for row in view.standings.all_rows()] == ["A001", "B002"]
    view.search.setText("smx")
    qtbot.waitUntil(lambda: view.standings.rowCount() == 1)
    assert view.standings.all_rows()[0].person.superior == "李敏"
    assert in_front(page)
    qtbot.keyClick(page, Key.Key_E, CTRL)
    (files,) = page.findChildren(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "a.xlsx"))
    files.close()
    written = list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert written[1] == ("B002", "单明霞", "朝阳门诊", "导医台", "导医", "A001", "李敏", None, None)
    (told,) = (found for found in page.findChildren(PromptDialog) if found.isVisible())
    told.accept()
    view.day.set_day(date(2025, 2, 1))
    view.day.picked.emit(date(2025, 2, 1))
    assert view.standings.rowCount() == 0
    assert view.table.empty_words()
    with qtbot.waitSignal(page.person_wanted):
        view.opened.emit(sqlite_house.me)


def test_a_file_is_taken_over_after_its_preview(
    page: DirectoryPage, sqlite_house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "工号,姓名,性别,机构代码,科室,岗位,入职日期\nB001,单明霞,女,BJC,中医科,导医,2025-03-01\n", encoding="gb18030"
    )
    assert in_front(page)
    qtbot.keyClick(page, Key.Key_I, CTRL)
    (dialog,) = page.findChildren(ImportDialog)
    assert not page.may_leave()
    dialog.read_file(path)
    preview = dialog.preview()
    assert preview is not None
    assert [(line.line, line.state) for line in preview.lines] == [(2, "refused")]
    assert "中医科" in preview.lines[0].words
    (create,) = (box for box in dialog.findChildren(QCheckBox) if box.text().startswith("Create missing"))
    qtbot.mouseClick(create, Qt.MouseButton.LeftButton, pos=create.rect().center() * 0.1)
    preview = dialog.preview()
    assert preview is not None
    assert preview.notes == ("将新建科室：朝阳门诊 中医科。",)
    assert sqlite_house.directory.count_people(EmployeeFilter()) == 1
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in page.people.people.all_rows()] == ["李敏", "单明霞"]
    (told,) = (found for found in page.findChildren(PromptDialog) if found.isVisible())
    assert told.words() == "People added: 1. Changed: 0."
    told.accept()


def test_people_shown_are_exported(page: DirectoryPage, sqlite_house: House, qtbot: QtBot, tmp_path: Path) -> None:
    sqlite_house.hire("B001", name="单明霞")
    type_over(page.people.search, "B001")
    qtbot.waitUntil(lambda: page.people.people.rowCount() == 1)
    assert in_front(page)
    qtbot.keyClick(page, Key.Key_E, CTRL)
    (files,) = page.findChildren(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "a.csv"))
    files.close()
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith("B001,单明霞,女,BJC,导医台")
    (told,) = (found for found in page.findChildren(PromptDialog) if found.isVisible())
    told.accept()


def test_ctrl_h_tells_who_decided_and_entered_what(person: EmployeePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: person.page_title() == "王芳")
    qtbot.keyClick(person, Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: bool(person.window().findChildren(RecordDialog)))
    (window,) = person.window().findChildren(RecordDialog)
    qtbot.waitUntil(lambda: window.lines.rowCount() == 3)
    assert all(line.decided for line in window.lines.all_rows())
    assert in_front(window)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: not person.window().findChildren(RecordDialog))


def test_another_person_is_shown_after_the_tabs_of_the_first_were_turned_to(
    person: EmployeePage, sqlite_house: House, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: person.page_title() == "王芳")
    person.tabs.setCurrentIndex(1)
    person.tabs.setCurrentIndex(person.tabs.count() - 1)
    person.show_person(who(sqlite_house, "B002"))
    qtbot.waitUntil(lambda: person.page_title() == "单明霞")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    person.refresh(frozenset())
    qtbot.waitUntil(lambda: person.tools.operations.quiet)
    person.tabs.setCurrentIndex(1)
    shown = person.tabs.panel_widget()
    assert isinstance(shown, TeamView)
