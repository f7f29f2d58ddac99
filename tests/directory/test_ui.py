"""The directory's lists and dialogs, by real keys and clicks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.directory.conftest import HIRED, House
from tests.hands import in_front, type_over, type_words
from tests.kit.inline import InlineOperations

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import DepartmentDraft, EmployeeFilter, InstitutionDraft, Region, Sex
from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.small_dialogs import DepartmentDialog, InstitutionDialog, PostDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

D = TypeVar("D", bound=QDialog)
TODAY = date(2026, 11, 21)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path) -> Tools:
    load_fonts()
    places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
    return Tools(InlineOperations(), Prompts("zh"), places, "zh")  # type: ignore[arg-type]


@pytest.fixture
def page(tools: Tools, sqlite_house: House, qtbot: QtBot) -> Iterator[DirectoryPage]:
    made = shown(tools, sqlite_house, qtbot)
    yield made
    for dialog in made.findChildren(DraftDialog):
        dialog.finish()


def shown(tools: Tools, house: House, qtbot: QtBot) -> DirectoryPage:
    made = DirectoryPage(tools, house.directory, lambda: house.by)
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(page: QWidget, kind: type[D]) -> D:
    """The one dialog of a kind that is open on the page."""
    (dialog,) = (found for found in page.findChildren(kind) if found.isVisible())
    assert in_front(dialog)
    return dialog


def none_open(page: QWidget) -> bool:
    return not any(found.isVisible() for found in page.findChildren(DraftDialog))


def editor(dialog: DraftDialog, name: str) -> QWidget:
    return dialog.field_row(name).editor


def fill(dialog: DraftDialog, **words: str) -> None:
    """Type over what stands in the fields."""
    for name, text in words.items():
        type_over(editor(dialog, name), text)


def save(qtbot: QtBot, dialog: DraftDialog) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def cells(table: QWidget, column: int = 1) -> list[str]:
    model = table.model()  # type: ignore[attr-defined]
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_models_keep_qts_contract(page: DirectoryPage, sqlite_house: House, qtmodeltester: ModelTester) -> None:
    sqlite_house.hire("B001")
    for place, view in enumerate((page.people, page.institutions, page.departments, page.posts)):
        page.tabs.setCurrentIndex(place)
        view.load()
        assert view.table.model().rowCount() > 0
        qtmodeltester.check(view.table.model())


def test_people_show_what_they_are_today(page: DirectoryPage, sqlite_house: House) -> None:
    who = sqlite_house.hire("B001", name="张𬱖", superior_id=sqlite_house.me)
    sqlite_house.change(who, department_id=sqlite_house.ward, since=date(2026, 2, 1))
    page.people.load()
    row = [page.people.people.index(1, column).data() for column in range(8)]
    assert row == ["B001", "张𬱖", "女", "和平医院", "护理部", "导医", "李敏", ""]
    assert page.people.count.text() == "2 people"


def test_someone_is_added_by_keyboard_alone(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_N, CTRL)
    dialog = opened(page, EmployeeDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor(dialog, "number"))
    fill(dialog, number="B007", name="欧阳 娜娜", sex="女", institution_id="朝阳", department_id="导医台")
    fill(dialog, post_id="导医", superior_id="A001")
    assert QApplication.focusWidget() is dialog.save_button
    qtbot.keyClick(dialog.save_button, Key.Key_Return)
    assert none_open(page)
    (found,) = sqlite_house.directory.people(EmployeeFilter("B007"))
    assert (found.name, found.sex, found.department, found.superior) == ("欧阳 娜娜", Sex.FEMALE, "导医台", "李敏")
    assert sqlite_house.directory.employee(found.id).hired_on == TODAY
    assert page.people.table.current_row() == found, "the cursor stands on who was just added"


def test_tab_leads_through_the_fields_to_save(page: DirectoryPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    qtbot.keyClick(page, Key.Key_N, CTRL)
    dialog = opened(page, InstitutionDialog)
    seen = [QApplication.focusWidget()]
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    region = editor(dialog, "region")
    assert isinstance(region, Picker)
    names = [editor(dialog, "code"), editor(dialog, "name"), region, dialog.save_button, dialog.cancel_button]
    assert [widget if widget is not region.lineEdit() else region for widget in seen] == names


def test_problems_stand_beside_their_fields(page: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_N, CTRL)
    dialog = opened(page, EmployeeDialog)
    save(qtbot, dialog)
    assert set(dialog.problems_shown()) == {"number", "name", "sex", "department_id", "post_id"}
    fill(dialog, number="A001", name="王", sex="男", institution_id="朝阳", department_id="导医台", post_id="导医")
    save(qtbot, dialog)
    assert dialog.problems_shown() == {"number": "工号 A001 已属于另一名员工，请核对后再填。"}
    fill(dialog, number="B001")
    save(qtbot, dialog)
    assert none_open(page)


def test_departments_follow_the_institution(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    sqlite_house.directory.save_institution(InstitutionDraft("NEW", "新院", Region.OTHER), sqlite_house.by)
    qtbot.keyClick(page, Key.Key_N, CTRL)
    dialog = opened(page, EmployeeDialog)
    department = editor(dialog, "department_id")
    assert isinstance(department, Picker)
    fill(dialog, institution_id="和平")
    assert [department.itemText(at) for at in range(department.count())] == ["护理部"]
    fill(dialog, institution_id="新院")
    assert department.count() == 0
    assert dialog.field_row("department_id").hint.text(), "says that a department is needed first"


def test_f2_opens_the_row_with_its_history(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    who = sqlite_house.hire("B001", superior_id=sqlite_house.me)
    sqlite_house.change(who, department_id=sqlite_house.ward, superior_id=None, since=date(2026, 2, 1))
    page.people.load()
    page.people.table.select_key(who)
    qtbot.keyClick(page.people.table, Key.Key_F2)
    dialog = opened(page, EmployeeDialog)
    history = dialog.findChild(QLabel, "history")
    assert isinstance(history, QLabel)
    assert history.text().splitlines() == [
        "from 2026-02-01 · 和平医院 护理部 · 导医 · no superior",
        "from 2025-03-01 · 朝阳门诊 导医台 · 导医 · under 李敏",
    ]
    assert not dialog.is_changed()


def open_person(page: DirectoryPage, house: House, number: str) -> EmployeeDialog:
    page.people.load()
    (found,) = house.directory.people(replace(EmployeeFilter(number), with_left=True, with_coming=True))
    page.people.table.select_key(found.id)
    page.people.edit()
    return opened(page, EmployeeDialog)


def test_a_change_holds_from_the_chosen_day(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    who = sqlite_house.hire("B001")
    dialog = open_person(page, sqlite_house, "B001")
    dialog._since.set_day(date(2026, 9, 1))
    fill(dialog, superior_id="李敏")
    save(qtbot, dialog)
    places, superiors = sqlite_house.directory.history(who)
    assert [place.since for place in places] == [HIRED], "the place did not change, so no new line"
    assert [(term.since, term.superior_id) for term in superiors] == [(date(2026, 9, 1), sqlite_house.me)]


def test_another_day_shows_what_stood_on_it(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    who = sqlite_house.hire("B001")
    sqlite_house.change(who, department_id=sqlite_house.ward, since=date(2026, 6, 1))
    dialog = open_person(page, sqlite_house, "B001")
    assert dialog.read_draft().department_id == sqlite_house.ward
    dialog._since.set_day(date(2026, 1, 1))
    assert dialog._department.chosen() == sqlite_house.desk
    assert not dialog.is_changed(), "looking at another day changes nothing"
    fill(dialog, superior_id="李敏")
    save(qtbot, dialog)
    places, superiors = sqlite_house.directory.history(who)
    assert [place.department_id for place in places] == [sqlite_house.desk, sqlite_house.ward]
    assert [term.since for term in superiors] == [date(2026, 1, 1)]


def test_a_changed_name_alone_writes_no_place(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    who = sqlite_house.hire("B001", hired_on=TODAY + timedelta(days=9))
    dialog = open_person(page, sqlite_house, "B001")
    fill(dialog, name="㛃")
    save(qtbot, dialog)
    assert sqlite_house.directory.employee(who).name == "㛃"
    assert len(sqlite_house.directory.history(who)[0]) == 1


def test_a_second_window_is_told_and_overwrites_nothing(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    who = sqlite_house.hire("B001", name="原名")
    dialog = open_person(page, sqlite_house, "B001")
    sqlite_house.change(who, name="别的窗口")
    fill(dialog, name="我的")
    save(qtbot, dialog)
    assert "刚被别人改过" in dialog.problems_shown()[""]
    assert dialog.isVisible() and dialog.save_button.isEnabled()
    assert sqlite_house.directory.employee(who).name == "别的窗口"


def test_cancelling_typed_words_asks_first(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    sqlite_house.hire("B001")
    dialog = open_person(page, sqlite_house, "B001")
    assert not page.may_leave()
    fill(dialog, name="甲")
    qtbot.keyClick(dialog, Key.Key_Escape)
    question = opened(dialog, PromptDialog)
    assert dialog.isVisible()
    question.reject()
    assert dialog.isVisible()
    dialog.finish()
    assert page.may_leave()


def test_the_search_waits_for_a_pause_and_counts(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    sqlite_house.hire("B001", name="王小明")
    sqlite_house.hire("B002", name="O'Neill")
    page.people.load()
    qtbot.keyClick(page, Key.Key_F, CTRL)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.people.search)
    type_words(page.people.search, "小明")
    qtbot.waitUntil(lambda: cells(page.people.table) == ["王小明"])
    assert page.people.count.text() == "1 person"
    page.people.search.clear()
    qtbot.keyClicks(page.people.search, "'")
    qtbot.keyClick(page.people.search, Key.Key_Return)
    assert cells(page.people.table) == ["O'Neill"]
    assert QApplication.focusWidget() is page.people.table


def test_a_search_without_hits_says_what_to_do(page: DirectoryPage, qtbot: QtBot) -> None:
    type_words(page.people.search, "没有")
    qtbot.keyClick(page.people.search, Key.Key_Return)
    assert page.people.table.empty_words().startswith("Nobody fits")


def test_people_are_narrowed_by_pickers_and_the_tick(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    sqlite_house.hire("B001", name="甲")
    sqlite_house.hire("B002", name="乙", department_id=sqlite_house.ward)
    sqlite_house.hire("B003", name="丙", left_on=TODAY)
    page.people.load()
    assert cells(page.people.table) == ["李敏", "甲", "乙"]
    qtbot.mouseClick(page.people.with_left, Qt.MouseButton.LeftButton, pos=page.people.with_left.rect().center())
    page.people.with_left.setChecked(True)
    assert cells(page.people.table) == ["李敏", "甲", "乙", "丙"]
    assert page.people.people.index(3, 7).data() == "Left 2026-11-21"
    type_over(page.people.institution, "和平")
    assert cells(page.people.table) == ["乙"]


def test_a_column_click_sorts_in_the_database(page: DirectoryPage, sqlite_house: House) -> None:
    for number, name in (("B001", "Bo"), ("B002", "Al")):
        sqlite_house.hire(number, name=name)
    page.people.load()
    page.people.table.horizontalHeader().sectionClicked.emit(1)
    assert cells(page.people.table) == ["Al", "Bo", "李敏"]
    page.people.table.horizontalHeader().sectionClicked.emit(1)
    assert cells(page.people.table) == ["李敏", "Bo", "Al"]


def test_an_institution_is_added_and_its_code_stays(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    assert page.add_entry.text() == "Add institution"
    qtbot.mouseClick(page.add_entry, Qt.MouseButton.LeftButton)
    dialog = opened(page, InstitutionDialog)
    fill(dialog, code="syb", name="沈阳医院", region="京外")
    save(qtbot, dialog)
    assert cells(page.institutions.table, 0) == ["BJC", "SYB", "TJH"]
    added = page.institutions.table.current_row()
    assert added is not None and added.region is Region.OTHER  # type: ignore[attr-defined]
    qtbot.keyClick(page.institutions.table, Key.Key_Return)
    dialog = opened(page, InstitutionDialog)
    assert not editor(dialog, "code").isEnabled()
    editor(dialog, "active").setChecked(False)  # type: ignore[attr-defined]
    save(qtbot, dialog)
    assert cells(page.institutions.table, 3) == ["", "Out of use", ""]


def test_a_head_is_set_from_a_day(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(2)
    assert cells(page.departments.table) == ["客服部", "导医台", "护理部"]
    page.departments.table.select_key(sqlite_house.desk)
    qtbot.keyClick(page.departments.table, Key.Key_Return)
    dialog = opened(page, DepartmentDialog)
    fill(dialog, head_id="李敏")
    dialog._since.set_day(date(2026, 3, 1))
    save(qtbot, dialog)
    assert cells(page.departments.table, 2) == ["", "李敏", ""]
    (term,) = sqlite_house.directory.heads(sqlite_house.desk)
    assert (term.since, term.employee_id) == (date(2026, 3, 1), sqlite_house.me)
    qtbot.keyClick(page.departments.table, Key.Key_Return)
    dialog = opened(page, DepartmentDialog)
    history = dialog.findChild(QLabel, "history")
    assert isinstance(history, QLabel) and history.text() == "from 2026-03-01 · 李敏"
    fill(dialog, name="导医中心")
    save(qtbot, dialog)
    assert len(sqlite_house.directory.heads(sqlite_house.desk)) == 1


def test_a_department_is_added_where_the_list_stands(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    second = sqlite_house.directory.institutions()[1]
    page.tabs.setCurrentIndex(2)
    type_over(page.departments.institution, "TJH")
    assert cells(page.departments.table) == ["护理部"]
    qtbot.keyClick(page, Key.Key_N, CTRL)
    dialog = opened(page, DepartmentDialog)
    fill(dialog, name="收费处")
    save(qtbot, dialog)
    assert [found.name for found in sqlite_house.directory.departments(second.id)] == ["护理部", "收费处"]


def test_a_post_comes_with_a_code_of_its_own(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(3)
    for name in ("护士", "医生"):
        assert in_front(page)
        qtbot.keyClick(page, Key.Key_N, CTRL)
        dialog = opened(page, PostDialog)
        fill(dialog, name=name)
        save(qtbot, dialog)
    assert [post.code for post in sqlite_house.directory.posts()] == ["guide", "post_1", "post_2", "supervisor"]
    page.posts.table.select_key(sqlite_house.guide)
    qtbot.keyClick(page.posts.table, Key.Key_Return)
    dialog = opened(page, PostDialog)
    fill(dialog, code="post_1")
    save(qtbot, dialog)
    assert set(dialog.problems_shown()) == {"code"}


def test_the_tabs_turn_by_keys_and_f1_tells_them(page: DirectoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_PageDown, CTRL)
    assert page.tabs.currentWidget() is page.institutions
    qtbot.keyClick(page, Key.Key_PageUp, CTRL)
    qtbot.keyClick(page, Key.Key_PageUp, CTRL)
    assert page.tabs.currentIndex() == page.tabs.count() - 1
    told = {key.sequence for key in page.key_table.shown()}
    assert {"Ctrl+N", "Ctrl+F", "Return", "Ctrl+PgDown", "F1"} <= told


def test_the_real_road_fills_the_page(sqlite_house: House, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(220):
        sqlite_house.hire(f"B{number:03}", name=f"员工{number}")
    bugs: list[BaseException] = []
    road = Operations(refused=lambda error, _asker: bugs.append(error), crashed=bugs.append)
    try:
        places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
        page = shown(Tools(road, Prompts("zh"), places, "zh"), sqlite_house, qtbot)
        qtbot.waitUntil(lambda: page.people.people.rowCount() == 200 and page.people.count.text() == "221 people")
        page.people.people.fetchMore(page.people.table.rootIndex())
        qtbot.waitUntil(lambda: page.people.people.rowCount() == 221)
        sqlite_house.directory.save_department(
            DepartmentDraft(sqlite_house.directory.institutions()[0].id, "前台"), sqlite_house.by
        )
        page.tabs.setCurrentIndex(2)
        qtbot.waitUntil(lambda: page.departments.table.model().rowCount() == 4)
    finally:
        road.close()
    assert not bugs
