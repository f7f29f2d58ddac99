"""What stands beside the fields of the directory's dialogs while somebody types: untaken words, signs no font has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.directory.conftest import House
from tests.directory.test_ui import editor, fill, none_open, opened, page, save, tools
from tests.hands import type_over, type_words

from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.small_dialogs import DepartmentDialog
from qualitydesk.kit.glyphs import GlyphHint

__all__ = ["page", "tools"]  # fixtures
Key = Qt.Key


def test_a_head_nobody_knows_is_not_saved_as_nobody(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(2)
    before = len(sqlite_house.directory.departments())
    page.departments.add()
    dialog = opened(page, DepartmentDialog)
    fill(dialog, institution_id="朝阳", name="药房")
    head = editor(dialog, "head_id")
    type_over(head, "赵不在")
    for _ in range(3):
        save(qtbot, dialog)
        assert dialog.isVisible() and list(dialog.problems_shown()) == ["head_id"]
        assert head.currentText() == "赵不在"
    assert "People first" in dialog.field_row("head_id").hint.text()
    assert len(sqlite_house.directory.departments()) == before
    line = head.lineEdit()
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    save(qtbot, dialog)
    assert none_open(page) and len(sqlite_house.directory.departments()) == before + 1


def test_a_number_with_a_blank_is_told_beside_the_field(page: DirectoryPage, qtbot: QtBot) -> None:
    page.people.add()
    dialog = opened(page, EmployeeDialog)
    fill(dialog, number="B 01", name="李❤")
    save(qtbot, dialog)
    assert {"number", "name"} <= set(dialog.problems_shown())
    assert "空格" in dialog.problems_shown()["number"] and "表情" in dialog.problems_shown()["name"]
    editor(dialog, "number").setFocus()
    qtbot.keyClick(editor(dialog, "number"), Key.Key_2)
    assert "number" not in dialog.problems_shown() and "name" in dialog.problems_shown()
    dialog.finish()


@pytest.mark.parametrize(
    ("name", "lacking"), [("张𬱖", ""), ("㛃䶮", ""), ("Anna", ""), ("王\U00016a00小", "\U00016a00")]
)
def test_a_character_no_font_has_is_taken_and_told(page: DirectoryPage, qtbot: QtBot, name: str, lacking: str) -> None:
    page.people.add()
    dialog = opened(page, EmployeeDialog)
    line, hint = editor(dialog, "name"), dialog.field_row("name").hint
    line.setFocus()
    type_words(line, name)
    assert lacking in hint.text() and hint.isHidden() == (not lacking)
    assert ("〓" in line.accessibleDescription()) == bool(lacking)
    assert GlyphHint(dialog.field_row("name")).lacking(name) == lacking
    save(qtbot, dialog)
    assert "name" not in dialog.problems_shown()
    assert isinstance(line, QLineEdit)
    line.clear()
    assert hint.isHidden()
    QApplication.processEvents()
    dialog.finish()


def test_the_posts_say_what_a_code_is_for(page: DirectoryPage) -> None:
    page.tabs.setCurrentIndex(3)
    assert any("standard" in words.text() for words in page.posts.findChildren(QLabel))
