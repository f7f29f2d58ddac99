"""The history of a slip's record by its key: entries, and of the one under the cursor what changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import Clinic
from tests.penalties.ui.test_course_ui import opened, second
from tests.penalties.ui.test_penalties_ui import dialog, press, showing

from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools

CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_h_tells_the_history_and_the_arrows_what_changed(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    page = opened(qtbot, tools, desk, slip.id)
    assert page.record_button.isVisible()
    press(qtbot, page, Qt.Key.Key_H, CTRL)
    window = dialog(qtbot, RecordDialog)
    qtbot.waitUntil(lambda: window.lines.rowCount() == 3 and tools.operations.quiet)
    assert slip.number in window.windowTitle()
    newest = window.told.all_rows()
    assert newest and newest == window.lines.all_rows()[0].told
    qtbot.waitUntil(window.table.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert window.told.all_rows() == window.lines.all_rows()[1].told != newest
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: showing(RecordDialog) is None)


def test_the_button_under_the_steps_opens_it_too(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = opened(qtbot, tools, desk, second(desk).id)
    qtbot.mouseClick(page.record_button, Qt.MouseButton.LeftButton)
    window = dialog(qtbot, RecordDialog)
    qtbot.waitUntil(lambda: window.lines.rowCount() == 3)
    window.accept()
