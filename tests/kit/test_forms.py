"""Questions and drafts: nothing blocks, problems stand beside their fields, nothing typed is lost without asking."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from tests.hands import in_front, type_words
from tests.kit.conftest import Told

from qualitydesk.basics.changes import Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


@dataclass(frozen=True)
class PersonDraft:
    name: str
    superior: object = None


class PersonDialog(DraftDialog):
    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(tools, "新增人员", parent=parent)
        self.name_line = QLineEdit()
        self.superior = Picker([Choice(1, "王小明", "E0100"), Choice(2, "李晓", "E0200")], optional=True)
        self.add_row("name", "姓名", self.name_line, hint="与身份证一致", required=True)
        self.add_row("superior", "直属上级", self.superior)

    def read_draft(self) -> PersonDraft:
        return PersonDraft(self.name_line.text(), self.superior.chosen())

    def problems_in(self, draft: PersonDraft) -> Sequence[Problem]:
        return () if draft.name else (Problem("name", "missing_here"),)


@pytest.fixture
def dialog(tools: Tools, window: QWidget) -> PersonDialog:
    made = PersonDialog(tools, window)
    made.open()
    return made


def prompts_open(parent: QWidget) -> list[PromptDialog]:
    return [found for found in parent.findChildren(PromptDialog) if found.isVisible()]


def press(dialog: PromptDialog, text: str) -> None:
    next(found for found in dialog.findChildren(QPushButton) if found.text() == text).click()


def bury(qapp: QApplication) -> None:
    """Let Qt delete what closed itself."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_field_has_a_buddy_and_a_name_for_the_blind(dialog: PersonDialog) -> None:
    row = dialog.field_row("name")
    assert row.caption.buddy() is dialog.name_line
    assert row.caption.text() == "姓名 *"
    assert dialog.name_line.accessibleName() == "姓名"
    assert dialog.name_line.accessibleDescription() == "与身份证一致"


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_save_from_any_field_with_what_was_typed_there(dialog: PersonDialog, enter: Qt.Key) -> None:
    note = QPlainTextEdit()
    dialog.add_row("note", "备注", note)
    sent: list[object] = []
    dialog.submitted.connect(sent.append)
    assert in_front(dialog)
    for editor in (dialog.name_line, note, dialog.superior.lineEdit()):
        editor.setFocus()
        type_words(editor, "李晓")
        QTest.keyClick(editor, enter, Qt.KeyboardModifier.ControlModifier)
        dialog.saving(False)
    assert sent == [PersonDraft("李晓"), PersonDraft("李晓"), PersonDraft("李晓", 2)]
    assert note.toPlainText() == "李晓"
    dialog.saving(True)
    QTest.keyClick(note, enter, Qt.KeyboardModifier.ControlModifier)
    assert len(sent) == 3  # once


def test_control_and_enter_answer_a_question_that_asks_for_several_lines(tools: Tools, window: QWidget) -> None:
    told: list[str] = []
    asked = tools.prompts.ask_text(window, "原因", "为什么？", then=told.append, lines=4)
    assert in_front(asked)
    editor = asked.findChild(QPlainTextEdit)
    type_words(editor, "误开")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == ["误开"]


def test_a_problem_stands_beside_its_field_and_nothing_is_sent(dialog: PersonDialog) -> None:
    sent: list[object] = []
    dialog.submitted.connect(sent.append)
    dialog.save_button.click()
    assert sent == [] and list(dialog.problems_shown()) == ["name"]
    assert dialog.name_line.property("problem") is True
    assert dialog.name_line.accessibleDescription() == dialog.problems_shown()["name"]
    dialog.name_line.setText("张𬱖")
    dialog.save_button.click()
    assert sent == [PersonDraft("张𬱖")] and dialog.problems_shown() == {}
    assert not dialog.name_line.property("problem")


def test_save_waits_for_the_disk_then_the_dialog_goes(dialog: PersonDialog, qtbot: object, qapp: QApplication) -> None:
    gate, stored = threading.Event(), []

    def add(draft: PersonDraft, by: str) -> Done[str]:
        gate.wait(5)
        stored.append((draft, by))
        return Done("id-1")

    told: list[object] = []
    dialog.writes(add, "by", then=told.append)
    dialog.name_line.setText("张三")
    dialog.save_button.click()
    assert not dialog.save_button.isEnabled()
    dialog.save_button.click()
    dialog.reject()
    assert dialog.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: told == ["id-1"])
    bury(qapp)
    assert stored == [(PersonDraft("张三"), "by")]
    assert not shiboken6.isValid(dialog)


def test_a_refused_draft_comes_back_with_its_problems(dialog: PersonDialog, told: Told, qtbot: object) -> None:
    def add(_draft: PersonDraft) -> Done[str]:
        raise Refused("draft", problems=(Problem("superior", "himself"), Problem("elsewhere", "closed")))

    dialog.writes(add)
    dialog.name_line.setText("张三")
    dialog.save_button.click()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert set(dialog.problems_shown()) == {"superior", ""}
    assert dialog.isVisible() and told.refusals == []


def test_a_refusal_without_problems_stands_above_the_fields(dialog: PersonDialog) -> None:
    assert dialog.take_back(Refused("draft"))
    assert dialog.problems_shown() == {"": "有内容需要修改，已在相应栏目旁标出。"}
    assert not dialog.take_back(KeyError("x"))


def test_words_that_fit_nothing_are_told_beside_the_field_before_saving(dialog: PersonDialog) -> None:
    sent: list[object] = []
    dialog.submitted.connect(sent.append)
    dialog.name_line.setText("张𬱖")
    line = dialog.superior.lineEdit()
    line.setText("赵")
    line.editingFinished.emit()  # by the click on Save
    dialog.save_button.click()
    assert sent == [] and dialog.problems_shown()["superior"].startswith('Nothing fits "赵"')
    dialog.save_button.click()  # told once, and not forgotten
    assert sent == [] and line.text() == "赵" and list(dialog.problems_shown()) == ["superior"]
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    dialog.save_button.click()
    assert sent == [PersonDraft("张𬱖", None)] and dialog.problems_shown() == {}


def test_what_is_wrong_goes_with_the_next_change_of_its_field(dialog: PersonDialog) -> None:
    dialog.save_button.click()
    assert list(dialog.problems_shown()) == ["name"]
    dialog.name_line.setFocus()
    QTest.keyClick(dialog.name_line, Qt.Key.Key_A)
    assert dialog.problems_shown() == {} and not dialog.name_line.property("problem")
    assert dialog.name_line.accessibleDescription() == "与身份证一致"


def test_enter_presses_the_answer_tab_has_come_to(dialog: PersonDialog, qapp: QApplication) -> None:
    dialog.name_line.setText("李")
    dialog.reject()
    (question,) = prompts_open(dialog)
    assert in_front(question)
    QTest.keyClick(question, Qt.Key.Key_Return)  # the harmless one is the default
    assert dialog.isVisible() and not question.isVisible()
    bury(qapp)
    dialog.reject()
    (question,) = prompts_open(dialog)
    assert in_front(question)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton) and focus.text() == "Discard"
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_f1_in_a_dialog_shows_its_own_keys(dialog: PersonDialog) -> None:
    assert in_front(dialog)
    QTest.keyClick(dialog.name_line, Qt.Key.Key_F1)
    (help_,) = dialog.findChildren(KeysDialog)
    assert [key.sequence for key in help_.entries.all_rows()] == ["Ctrl+Return", "Return", "Tab", "Esc", "F1"]
    help_.accept()
    asked = Prompts("zh").ask(dialog, "作废？", "", yes="作废", then=lambda: None, danger=True)
    assert in_front(asked)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert len(asked.findChildren(KeysDialog)) == 1
    asked.reject()


class Registry:
    """One row on "disk" that moves on."""

    def __init__(self) -> None:
        self.row, self.revision = PersonDraft("张三", 1), 1

    def save(self, draft: PersonDraft, seen: list[int]) -> Done[str]:
        if seen[0] != self.revision:
            raise Refused("stale")
        self.row, self.revision = draft, self.revision + 1
        return Done("id-1")

    def read(self) -> tuple[PersonDraft, int]:
        return self.row, self.revision


def test_a_stale_save_offers_the_latest_and_keeps_what_was_entered_in_sight(
    tools: Tools, window: QWidget, qtbot: object, qapp: QApplication
) -> None:
    registry, seen = Registry(), [1]
    dialog = PersonDialog(tools, window)

    def fill(found: tuple[PersonDraft, int]) -> None:
        row, seen[0] = found
        dialog.name_line.setText(row.name)
        dialog.superior.choose(row.superior)

    fill(registry.read())
    dialog.writes(registry.save, seen)
    dialog.reloads(registry.read, fill)
    dialog.open()
    assert dialog.latest_button.isHidden()
    registry.save(PersonDraft("张三丰", 2), [1])  # the other window
    dialog.name_line.setText("张珊")
    dialog.save_button.click()
    qtbot.waitUntil(dialog.latest_button.isVisible)
    assert registry.row == PersonDraft("张三丰", 2)
    qtbot.mouseClick(dialog.latest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.name_line.text() == "张三丰")
    assert dialog.superior.chosen() == 2 and dialog.latest_button.isHidden() and not dialog.is_changed()
    assert set(dialog.problems_shown()) == {"", "name"} and "张珊" in dialog.problems_shown()["name"]
    dialog.name_line.setText("张珊")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: registry.row == PersonDraft("张珊", 2))
    bury(qapp)


def test_without_a_way_to_read_anew_no_button_is_offered(dialog: PersonDialog) -> None:
    assert dialog.take_back(Refused("stale"))
    assert dialog.problems_shown()[""] and dialog.latest_button.isHidden()


def test_cancel_asks_only_when_something_was_changed(tools: Tools, window: QWidget, qapp: QApplication) -> None:
    untouched = PersonDialog(tools, window)
    untouched.open()
    untouched.cancel_button.click()
    assert not untouched.isVisible()
    changed = PersonDialog(tools, window)
    changed.open()
    changed.name_line.setText("李")
    changed.close()
    assert changed.isVisible()
    (question,) = prompts_open(changed)
    question.reject()
    bury(qapp)
    assert changed.isVisible()
    changed.cancel_button.click()
    (question,) = prompts_open(changed)
    press(question, "Discard")
    assert not changed.isVisible()


def test_a_question_answers_once_and_dies(window: QWidget, qapp: QApplication) -> None:
    answers: list[str] = []
    prompts = Prompts("zh")

    def ask() -> PromptDialog:
        return prompts.ask(
            window,
            "作废？",
            "不能恢复。",
            yes="作废",
            then=lambda: answers.append("yes"),
            otherwise=lambda: answers.append("no"),
        )

    asked = ask()
    assert asked.accessibleName() == "作废？" and asked.words() == "不能恢复。"
    press(asked, "作废")
    press(ask(), "Cancel")
    ask().reject()
    assert answers == ["yes", "no", "no"]
    bury(qapp)
    assert window.findChildren(PromptDialog) == []


def test_a_question_stays_whole_when_something_is_put_under_it(window: QWidget, qtbot: object) -> None:
    lines = "\n".join(
        f"· 第 {at} 条：签发之前请先核对员工是否已经签收当日有效的制度，并确认提出人和签发人不是同一人。"
        for at in range(6)
    )
    asked = Prompts("zh").ask(window, "签发", lines, yes="签发", then=lambda: None)
    asked.add(QCheckBox("附依据说明"))
    words = next(found for found in asked.findChildren(QLabel) if found.text() == lines)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))


def test_a_dangerous_answer_is_not_the_default(window: QWidget) -> None:
    asked = Prompts("zh").ask(window, "作废？", "", yes="作废", then=lambda: None, danger=True)
    defaults = [found.text() for found in asked.findChildren(QPushButton) if found.isDefault()]
    assert defaults == ["Cancel"]


def test_a_reason_cannot_be_empty(window: QWidget, qtbot: object) -> None:
    reasons: list[str] = []
    asked = Prompts("zh").ask_text(window, "退回", "退回的理由？", then=reasons.append, yes="退回")
    accept = next(found for found in asked.findChildren(QPushButton) if found.text() == "退回")
    line = asked.findChild(QLineEdit)
    qtbot.keyClicks(line, "   ")
    assert not accept.isEnabled()
    line.setText(" 证据不足 ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert reasons == ["证据不足"]


def test_one_of_several_is_chosen_by_its_key(window: QWidget) -> None:
    chosen: list[object] = []
    asked = Prompts("zh").choose(window, "打印", "哪一联？", [("a", "员工联"), ("b", "财务联")], then=chosen.append)
    asked.findChild(QListWidget).setCurrentRow(1)
    press(asked, "OK")
    assert chosen == ["b"]


def test_a_refusal_is_told_in_the_users_words(window: QWidget) -> None:
    prompts = Prompts("zh")
    assert prompts.refuse(window, Refused("draft")).words() == "有内容需要修改，已在相应栏目旁标出。"
    prompts.language = "en"
    assert prompts.words_for(Refused("draft")) == "Some entries need mending; each is marked."
    assert "no_such_code" in prompts.words_for(Refused("no_such_code"))


def test_a_file_is_asked_for_without_blocking(window: QWidget, tmp_path: Path) -> None:
    paths: list[Path] = []
    asked = Prompts("zh").save_path(window, "保存", "slip.pdf", "PDF (*.pdf)", paths.append)
    assert asked.directory().absolutePath() in (QStandardPaths.writableLocation(DOCUMENTS), str(Path.home()))
    assert asked.viewMode() == QFileDialog.ViewMode.List
    assert [asked.labelText(which) for which in QFileDialog.DialogLabel] == [
        "Folder:", "File name:", "Kind of file:", "Save", "Cancel",
    ]  # fmt: skip
    asked.fileSelected.emit(str(tmp_path / "slip.pdf"))
    asked.close()
    assert paths == [tmp_path / "slip.pdf"]


def test_of_several_pages_one_is_seen_and_a_problem_turns_to_its_own(dialog: PersonDialog) -> None:
    first = dialog.begin_page()
    dialog.add_row("room", "房间", QLineEdit())
    second = dialog.begin_page()
    dialog.add_row("floor", "楼层", QLineEdit())
    dialog.turn_to(first)
    assert (first.isHidden(), second.isHidden()) == (False, True)
    dialog.show_problems([Problem("floor", "missing_here")])
    assert (first.isHidden(), second.isHidden()) == (True, False)
    dialog.put_buttons_last()
    dialog.field_row("floor").editor.setFocus()
    QTest.keyClick(dialog.field_row("floor").editor, Qt.Key.Key_Tab)
    assert dialog.save_button.hasFocus()
    dialog.drop_page(second)
    dialog.show_problems([Problem("floor", "missing_here")])
    assert "" in dialog.problems_shown()  # above: its field is gone
