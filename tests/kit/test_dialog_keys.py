"""F1 tells the keys in every dialog that has some; Ctrl+Enter saves in every one that has something to save."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

import qualitydesk
from qualitydesk.kit.busy import BusyDialog, Progress
from qualitydesk.kit.crash import CrashDialog
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.tools import Tools

NOTHING_TO_SAVE = {
    "AccountDialog": "a list; its entries are saved in forms of their own",
    "AnswerDialog": "read only",
    "BusyDialog": "work under way",
    "CompareDialog": "read only",
    "CrashDialog": "a report to copy",
    "DerivationDialog": "read only",
    "EditionsDialog": "read only",
    "ExceptionsDialog": "a list; its entries are saved in forms of their own",
    "ExplainDialog": "read only",
    "GreetedDialog": "a list; Enter opens who it is about",
    "HeadsDialog": "a list; its entries are saved in forms of their own",
    "HoursDialog": "likewise",
    "KeysDialog": "read only",
    "LicencesDialog": "read only",
    "MarksDialog": "a list; its entries are saved in forms of their own",
    "MessagesDialog": "texts to copy",
    "MonthFinesDialog": "a list; Enter opens what an entry is about",
    "PackPreview": "read only",
    "Palette": "a search",
    "PhotoViewer": "read only; captions and marks are saved in dialogs of their own",
    "PreviewDialog": "a paper to print or save as a file",
    "ProfilesDialog": "a list; its entries are saved in forms of their own",
    "RecordDialog": "read only",
    "ReminderList": "a list; Enter opens what an entry is about",
    "SheetsDialog": "papers to print",
    "SizeDialog": "reckons only",
    "SuggestionDialog": "Enter begins the round in a form of its own",
    "TrialDialog": "read only",
    "TrialPersonDialog": "read only",
}


def dialogs() -> Iterator[tuple[ast.ClassDef, str, set[str]]]:
    """Every dialog of the program: its class, the file it stands in, its bases."""
    for path in sorted(Path(qualitydesk.__file__).parent.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Dialog" in text else ():
            if isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases}
                if any(base == "QDialog" or base.endswith("Dialog") for base in bases):
                    yield node, text, bases


def test_control_and_enter_save_in_every_dialog_that_has_something_to_save() -> None:
    found, forms, savers = [], {"DraftDialog"}, set[str]()
    for _ in range(3):  # forms of forms
        forms |= {node.name for node, _text, bases in dialogs() if bases & forms}
    for node, text, bases in dialogs():
        body = ast.get_source_segment(text, node) or ""
        found.append((node.name, bases))
        if bases & forms or 'Key("Ctrl+Return"' in body:
            savers.add(node.name)
            found.pop()  # one name may stand in two parts
        overridden = {made.name for made in node.body if isinstance(made, ast.FunctionDef)}
        assert not (bases & forms and overridden & {"press_save", "keyPressEvent"}), node.name
    assert len(forms) > 25
    assert {name for name, bases in found if not bases & savers} == set(NOTHING_TO_SAVE)


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
