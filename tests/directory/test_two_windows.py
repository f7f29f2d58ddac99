"""The same entry open in two windows: the later save is refused, and the latest is one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.directory.conftest import TODAY, House
from tests.directory.test_ui import editor, fill, none_open, opened, save, shown
from tests.hands import type_over
from tests.kit.inline import InlineOperations

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import DepartmentDraft, InstitutionDraft, PostDraft
from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path, sqlite_house: House, qtbot: QtBot) -> Iterator[DirectoryPage]:
    load_fonts()
    places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
    tools = Tools(InlineOperations(), Prompts("zh"), places, "zh")  # type: ignore[arg-type]
    made = shown(tools, sqlite_house, qtbot)
    yield made
    for dialog in made.findChildren(DraftDialog):
        dialog.finish()


def load_latest(qtbot: QtBot, dialog: DraftDialog) -> None:
    """Save is refused as stale; the button beside the sentence is clicked."""
    save(qtbot, dialog)
    assert dialog.isVisible() and "刚被别人改过" in dialog.problems_shown()[""]
    assert dialog.latest_button.isVisible()
    qtbot.mouseClick(dialog.latest_button, Qt.MouseButton.LeftButton)
    assert dialog.latest_button.isHidden()


def test_a_person_changed_meanwhile_is_loaded_and_saved_anew(
    page: DirectoryPage, sqlite_house: House, qtbot: QtBot
) -> None:
    who = sqlite_house.hire("B001", name="张三")
    page.people.load()
    page.people.table.select_key(who)
    qtbot.keyClick(page.people.table, Qt.Key.Key_F2)
    dialog = opened(page, DraftDialog)
    sqlite_house.change(who, number="B900", department_id=sqlite_house.ward)
    fill(dialog, name="张三丰")
    load_latest(qtbot, dialog)
    number, home = editor(dialog, "number"), editor(dialog, "institution_id")
    assert isinstance(home, Picker)
    assert number.text() == "B900" and home.currentText().startswith("和平医院")  # type: ignore[attr-defined]
    assert "护理部" in dialog.findChild(QLabel, "history").text()
    assert "张三丰" in dialog.problems_shown()["name"] and set(dialog.problems_shown()) == {"", "name"}
    type_over(editor(dialog, "name"), "张三丰")
    save(qtbot, dialog)
    assert none_open(page)
    found = sqlite_house.directory.person(who)
    assert found is not None and (found.number, found.name, found.department) == ("B900", "张三丰", "护理部")


def change_institution(house: House) -> None:
    found = house.directory.institutions()[0]
    draft = InstitutionDraft(found.code, "新名", found.region, True, found.id, found.revision)
    house.directory.save_institution(draft, house.by)


def change_department(house: House) -> None:
    found = house.directory.departments()[0]
    draft = DepartmentDraft(found.institution_id, "新名", True, house.me, TODAY, found.id, found.revision)
    house.directory.save_department(draft, house.by)


def change_post(house: House) -> None:
    found = house.directory.posts()[0]
    house.directory.save_post(PostDraft(found.code, "新名", True, found.id, found.revision), house.by)


@pytest.mark.parametrize(
    ("tab", "change"),
    [(1, change_institution), (2, change_department), (3, change_post)],
    ids=("institution", "department", "post"),
)
def test_a_short_entry_changed_meanwhile_is_loaded_and_saved_anew(
    page: DirectoryPage, sqlite_house: House, qtbot: QtBot, tab: int, change: Callable[[House], None]
) -> None:
    page.tabs.setCurrentIndex(tab)
    view = (page.people, page.institutions, page.departments, page.posts)[tab]
    view.load()
    directory = sqlite_house.directory
    read: Callable[[], list[Any]] = (directory.institutions, directory.departments, directory.posts)[tab - 1]
    before = read()[0]
    view.table.select_key(before.id)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    dialog = opened(page, DraftDialog)
    change(sqlite_house)
    fill(dialog, name="我的名字")
    load_latest(qtbot, dialog)
    assert editor(dialog, "name").text() == "新名"  # type: ignore[attr-defined]
    assert "我的名字" in dialog.problems_shown()["name"] and not dialog.is_changed()
    fill(dialog, name="第三个名字")
    save(qtbot, dialog)
    assert none_open(page)
    after = next(found for found in read() if found.id == before.id)
    assert after == replace(before, name="第三个名字", revision=after.revision)
