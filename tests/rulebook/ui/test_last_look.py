"""The last look before an edition counts: sentences that quote what changes, and who decides on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.rulebook.ui.desk import BY, CHIEF, HOUSE, ME, rulebook_of, tools_for
from tests.rulebook.ui.test_edition_dialog import last_look, press

from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.pickers import NumberBox
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.last_look import LastLook
from qualitydesk.rulebook.ui.offer import Known
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)


@pytest.fixture
def rulebook(sqlite_database: Database, clock: FixedClock) -> Rulebook:
    return rulebook_of(sqlite_database, clock)


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def written(
    qtbot: QtBot, rulebook: Rulebook, tmp_path: Path, around: QWidget, rule: str, *, second: bool = False
) -> EditionDialog:
    """The dialog for a new edition, above a window that stays when it dies."""
    line = rulebook.line(rule)
    dialog = EditionDialog(tools_for(tmp_path), rulebook, line, TODAY, HOUSE, BY, second=second, parent=around)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_a_sentence_that_quotes_what_changes_is_asked_about_and_led_to(
    qtbot: QtBot, rulebook: Rulebook, tmp_path: Path, around: QWidget
) -> None:
    dialog = written(qtbot, rulebook, tmp_path, around, Rule.SETTLEMENT)
    cap = dialog.editor("cap_percent")
    assert isinstance(cap, NumberBox)
    cap.setValue(15)
    dialog.decided_by.choose(CHIEF)
    dialog.reason.setPlainText("职代会决定")
    press(qtbot, dialog.save_button)
    look = last_look(qtbot)
    assert isinstance(look, LastLook) and {one.path for one in look.quotes} >= {"texts.zh.summary", "texts.en.summary"}
    assert "20" in look.check.lines.text() and "15 %" in look.check.lines.text()
    assert not dialog.confirm_publish.isEnabled()
    qtbot.keyClick(look, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert look.isVisible() and len(rulebook.editions(Rule.SETTLEMENT)) == 1
    press(qtbot, dialog.confirm_keep)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog._texts_shown["texts.zh.summary"])
    for of in ("zh", "en"):
        editor = dialog.editor(f"texts.{of}.summary")
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(editor.toPlainText().replace("20", "15"))
    press(qtbot, dialog.save_button)
    again = last_look(qtbot)
    assert isinstance(again, LastLook) and again.quotes == () and dialog.confirm_publish.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    newest = rulebook.editions(Rule.SETTLEMENT)[-1]
    assert newest.values["cap_percent"] == 15 and "15" in newest.texts["zh"]["summary"]


def test_a_sentence_read_and_found_right_may_stay(
    qtbot: QtBot, rulebook: Rulebook, tmp_path: Path, around: QWidget
) -> None:
    dialog = written(qtbot, rulebook, tmp_path, around, Rule.SETTLEMENT)
    cap = dialog.editor("cap_percent")
    assert isinstance(cap, NumberBox)
    cap.setValue(15)
    dialog.decided_by.choose(CHIEF)
    dialog.reason.setPlainText("职代会决定")
    press(qtbot, dialog.save_button)
    look = last_look(qtbot)
    assert isinstance(look, LastLook)
    look.check.box.setFocus()
    qtbot.keyClick(look.check.box, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    assert len(rulebook.editions(Rule.SETTLEMENT)) == 2


def test_where_a_second_person_decides_nobody_is_proposed_and_the_writer_is_refused_beside_the_field(
    qtbot: QtBot, rulebook: Rulebook, tmp_path: Path, around: QWidget
) -> None:
    first = rulebook.editions(Rule.APPROVAL)[-1]
    rulebook.publish(Rule.APPROVAL, {**first.values, "publish_second": True}, first.texts, TODAY, BY)
    known = Known(TODAY, rulebook.overview(), HOUSE)
    assert known.second_person()
    dialog = written(qtbot, rulebook, tmp_path, around, Rule.APPEAL, second=True)
    assert dialog.decided_by.chosen() is None
    days = dialog.editor("days")
    assert isinstance(days, NumberBox)
    days.setValue(10)
    dialog.decided_by.choose(ME)
    dialog.reason.setPlainText("修改")
    press(qtbot, dialog.save_button)
    assert "撰写人以外" in dialog.problems_shown()["decided_by"]
    dialog.decided_by.choose(CHIEF)
    press(qtbot, dialog.save_button)
    last_look(qtbot)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    assert rulebook.line(Rule.APPEAL).editions[-1].values["days"] == 10
