"""F1 tells the keys in every dialog that has some: while work runs, and when something went wrong."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from qualitydesk.kit.busy import BusyDialog, Progress
from qualitydesk.kit.crash import CrashDialog
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.tools import Tools


def told(dialog: QDialog, focus: QWidget) -> dict[str, str]:
    """What F1 says there."""
    assert in_front(dialog)
    QTest.keyClick(focus, Qt.Key.Key_F1)
    (help_,) = dialog.findChildren(KeysDialog)
    found = {key.sequence: key.words for key in help_.entries.all_rows()}
    help_.accept()
    return found


def idle(progress: Progress) -> None:
    while True:
        progress.step(0, 1)
        time.sleep(0.01)


def test_while_work_runs_escape_is_told(qtbot: QtBot, tools: Tools) -> None:
    dialog = BusyDialog.run(tools, None, "Working", idle, then=lambda _value: None)
    focus = dialog.focusWidget() or dialog
    assert told(dialog, focus)["Esc"] == "Stop"
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(focus, Qt.Key.Key_Escape)


def test_a_crash_tells_how_to_copy_its_report(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("report\nline", tmp_path / "log")
    dialog.open()
    focus = dialog.focusWidget() or dialog
    assert set(told(dialog, focus)) >= {"Ctrl+Shift+C", "Return", "Esc"}
    QTest.keyClick(focus, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "report\nline"
    dialog.accept()
