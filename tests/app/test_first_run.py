"""The first run by keyboard alone, in both languages; what is wrong beside its field; nothing typed is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_words

from qualitydesk.app.first_draft import FILE, FirstDraft, in_language, keep_draft, read_draft
from qualitydesk.app.first_run import BEGIN, GROUP, LANGUAGE, ME, FirstRun, FirstRunChoice
from qualitydesk.app.first_steps import GroupStep
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex
from qualitydesk.directory.service import Directory
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.storage.database import Database

Key = Qt.Key
Start = Callable[[str], FirstRun]


@pytest.fixture
def start(
    make_tools: Callable[[str], Tools], settings_file: SettingsFile, speak: Callable[[str], None], qtbot: QtBot
) -> Start:
    """Opens the first run in a language, its wishes for another one heard."""

    def opened(language: str) -> FirstRun:
        speak(language)
        dialog = FirstRun(make_tools(language), settings_file)
        qtbot.addWidget(dialog)
        dialog.language_wanted.connect(speak)
        dialog.open()
        assert in_front(dialog)
        return dialog

    return opened


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, times: int = 1) -> None:
    """A key as the platform delivers it: to a list that hangs open, else to the focus."""
    for _ in range(times):
        QTest.keyClick(QApplication.activePopupWidget() or focus(), key)


def type_on(*words: str) -> None:
    """Type into one field after the other, Tab between them."""
    for text in words:
        type_words(focus(), text)
        press(Key.Key_Tab)


def shown_texts(dialog: QWidget, kind: type[QLabel] | type[QPushButton]) -> list[str]:
    return [found.text() for found in dialog.findChildren(kind) if found.isVisible() and found.text()]


def problems(dialog: QWidget) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [found.text() for found in labels if found.isVisible() and found.property("role") == "problem"]


WORDS = {
    "zh": ("安和医疗集团", "BJC", "朝阳门诊", "京内", "TJH", "和平医院", "京外", "A001", "张𬱖", "女"),
    "en": ("Anhe Medical", "BJC", "Chaoyang", "Beijing", "TJH", "Heping", "Outside", "A001", "O'Neill", "Fem"),
}
POSTS = {"zh": ("客服部", "客服主任"), "en": ("Customer service", "Customer-service supervisor")}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_group_is_founded_by_keyboard_alone(
    start: Start, language: str, sqlite_database: Database, clock: FixedClock, qtbot: QtBot
) -> None:
    group, code, name, region, code2, name2, region2, number, me, sex = WORDS[language]
    dialog = start(language)
    press(Key.Key_Return)
    assert dialog.step() == BEGIN
    press(Key.Key_Return)
    assert dialog.step() == GROUP
    type_on(group, code.lower(), name, region)
    press(Key.Key_Tab)  # past the button that removes the row
    press(Key.Key_Return)  # "Add institution"
    page = dialog.page()
    assert isinstance(page, GroupStep)
    type_on(code2, name2, region2)
    press(Key.Key_Tab, 3)  # remove, add, back
    press(Key.Key_Return)
    assert dialog.step() == ME, problems(dialog)
    type_on(number, me, sex)
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(Key.Key_Return)
    choice = heard.args[0]
    assert choice == FirstRunChoice(
        language,
        Foundation(
            group,
            (InstitutionDraft(code, name, Region.BEIJING), InstitutionDraft(code2, name2, Region.OTHER)),
            number,
            me,
            Sex.FEMALE,
            0,
            *POSTS[language],
        ),
        False,
    )
    directory = Directory(sqlite_database, clock)
    directory.found_group(choice.foundation)
    dialog.finish()
    found = directory.person(directory.users()[0])
    assert found is not None and (found.name, found.department, found.post) == (me, *POSTS[language])


def test_sample_data_ask_for_no_group(start: Start, qtbot: QtBot) -> None:
    dialog = start("en")
    press(Key.Key_Return)
    press(Key.Key_Down)
    assert "Step 2 of 2" in shown_texts(dialog, QLabel) and "Begin" in shown_texts(dialog, QPushButton)
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(Key.Key_Return)
    assert heard.args[0] == FirstRunChoice("en", None, True)


def test_the_language_changes_at_once(start: Start, qtbot: QtBot) -> None:
    dialog = start("en")
    assert "Welcome to QualityDesk" in shown_texts(dialog, QLabel)
    press(Key.Key_Up)
    qtbot.waitUntil(lambda: "欢迎使用 QualityDesk" in shown_texts(dialog, QLabel))
    assert "下一步" in shown_texts(dialog, QPushButton)
    checked = [
        choice.text() for choice in dialog.findChildren(QRadioButton) if choice.isVisible() and choice.isChecked()
    ]
    assert checked == ["中文"]
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: "Welcome to QualityDesk" in shown_texts(dialog, QLabel))


def test_problems_stand_at_their_row(start: Start) -> None:
    dialog = start("zh")
    press(Key.Key_Return, 2)
    press(Key.Key_Return)
    assert dialog.step() == GROUP
    assert problems(dialog)[0] == "请填写这一栏。"
    assert "机构代码请用 2 至 6 个大写英文字母" in problems(dialog)[1]
    type_on("集团", "BJC", "朝阳", "京内")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    type_on("BJC", "海淀", "京内")
    press(Key.Key_Tab, 3)
    press(Key.Key_Return)
    assert problems(dialog) == ["第 2 行“代码”：代码 BJC 已被使用，请换一个。"]
    assert isinstance(focus(), QLineEdit) and focus().text() == "BJC"  # type: ignore[attr-defined]


def test_a_row_is_removed_and_the_last_one_stays_as_an_empty_one(start: Start) -> None:
    dialog = start("en")
    press(Key.Key_Return, 2)
    type_on("Group", "AAA", "First", "Beijing")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    type_on("BBB", "Second", "Outside")
    page = dialog.page()
    assert isinstance(page, GroupStep)
    removers = [found for found in page.findChildren(QPushButton) if found.accessibleName().startswith("Remove")]
    QTest.mouseClick(removers[0], Qt.MouseButton.LeftButton)
    page = dialog.page()
    assert [row.code for row in page.taken(FirstDraft()).foundation.institutions] == ["BBB"]
    (remover,) = (found for found in page.findChildren(QPushButton) if found.accessibleName().startswith("Remove"))
    QTest.mouseClick(remover, Qt.MouseButton.LeftButton)
    assert dialog.page().taken(FirstDraft()).foundation.institutions == (InstitutionDraft(),)


def test_a_restart_in_the_middle_loses_nothing(start: Start, settings_file: SettingsFile) -> None:
    dialog = start("zh")
    press(Key.Key_Return, 2)
    type_on("安和医疗集团", "BJC", "朝阳门诊", "京内")
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    again = start("zh")
    assert again.step() == GROUP
    foundation = again.page().taken(FirstDraft()).foundation
    assert foundation.group_name == "安和医疗集团"
    assert foundation.institutions == (InstitutionDraft("BJC", "朝阳门诊", Region.BEIJING),)
    again.finish()
    assert not (settings_file.path.parent / FILE).exists()


def test_typing_is_kept_even_when_the_program_is_killed(
    start: Start, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    start("zh")
    press(Key.Key_Return, 2)
    type_words(focus(), "安和")
    file = settings_file.path.parent / FILE
    qtbot.waitUntil(lambda: file.exists() and json.loads(file.read_text("utf-8"))["group_name"] == "安和")


def test_back_keeps_what_was_typed(start: Start) -> None:
    dialog = start("en")
    press(Key.Key_Return, 2)
    type_words(focus(), "Anhe")
    QTest.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    assert dialog.step() == BEGIN
    press(Key.Key_Return)
    assert isinstance(focus(), QLineEdit) and focus().text() == "Anhe"  # type: ignore[attr-defined]


def test_a_founding_that_fails_says_why_where_it_belongs(
    start: Start, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    whole = Foundation("G", (InstitutionDraft("AA", "A", Region.OTHER),), "1", "Me", Sex.MALE, 0, "D", "P")
    keep_draft(settings_file.path.parent / FILE, FirstDraft(ME, False, whole))
    dialog = start("en")
    with qtbot.waitSignal(dialog.chosen):
        press(Key.Key_Return)
    assert not dialog.next_button.isEnabled(), "one founding at a time"
    dialog.reject()
    assert dialog.isVisible()
    taken = Problem("institutions.0.code", "code_taken", {"code": "AA"})
    assert dialog.take_back(Refused("draft", problems=(taken,)))
    assert dialog.step() == GROUP and problems(dialog) == ["Row 1, Code: The code AA is in use; choose another."]
    assert dialog.take_back(Refused("group_exists"))
    assert any("set up already" in text for text in shown_texts(dialog, QLabel))
    assert not dialog.take_back(RuntimeError("a bug"))
    assert dialog.take_back(None), "stopped by the user"
    assert dialog.next_button.isEnabled()


def test_a_damaged_draft_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / FILE
    for text in ("", "{", "[]", '{"step": "x"}', '{"step": 2, "institutions": [{"code": 1}]}'):
        file.write_text(text, encoding="utf-8")
        assert read_draft(file) == FirstDraft()
    assert read_draft(tmp_path / "none.json") == FirstDraft()


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    foundation = Foundation(
        "安和",
        (InstitutionDraft("BJC", "", None), InstitutionDraft("", "和平", Region.OTHER)),
        "1",
        "㛃",
        None,
        1,
        "甲",
        "乙",
    )
    draft = FirstDraft(GROUP, False, foundation)
    keep_draft(tmp_path / FILE, draft)
    assert read_draft(tmp_path / FILE) == draft
    keep_draft(tmp_path / "no such folder" / FILE, draft)  # a full or missing disk stops nobody


def test_proposed_names_follow_the_language_and_own_ones_stay() -> None:
    english = in_language(Foundation(), "en")
    assert (english.me_department, english.me_post) == POSTS["en"]
    assert in_language(english, "zh").me_post == "客服主任"
    own = replace(english, me_department="总部")
    assert in_language(own, "zh").me_department == "总部"


def test_the_first_step_is_the_language(start: Start) -> None:
    assert start("en").step() == LANGUAGE


def test_each_problem_of_a_row_names_its_row_and_field(start: Start) -> None:
    dialog = start("zh")
    dialog.turn_to(GROUP)
    page = dialog.page()
    assert isinstance(page, GroupStep)
    page.more.click()
    dialog.next_button.click()
    said = "\n".join(problems(dialog))
    for row in (1, 2):
        for field in ("代码", "机构名称", "地区"):
            assert f"第 {row} 行“{field}”：" in said


def test_f1_tells_the_keys_in_the_language_of_now(start: Start, speak: Callable[[str], None], qtbot: QtBot) -> None:
    dialog = start("zh")
    speak("en")
    qtbot.waitUntil(lambda: "Next" in shown_texts(dialog, QPushButton))
    press(Key.Key_F1)
    (help_,) = dialog.findChildren(KeysDialog)
    assert {"Next field", "Next; on a button, press it"} <= {key.words for key in help_.entries.all_rows()}
    help_.accept()


def test_a_name_our_font_cannot_print_is_told_beside_it(start: Start) -> None:
    dialog = start("zh")
    dialog.turn_to(GROUP)
    type_words(focus(), "安和😀医疗")
    press(Key.Key_Tab, 2)
    type_words(focus(), "朝阳🏥门诊")
    hints = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.property("role") == "hint"]
    assert any("😀" in words and "〓" in words for words in hints) and any("🏥" in words for words in hints)
    dialog.turn_to(ME)
    press(Key.Key_Tab)
    type_words(focus(), "张🙂")
    hints = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.property("role") == "hint"]
    assert any("🙂" in words for words in hints)
