"""The import's dialog: nothing is written before it was seen, a refused row stops everything, work can be stopped."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

READY = ImportPreview(
    (ImportLine(2, "new", "A"), ImportLine(3, "changed", "B", "姓名：王 → 李"), ImportLine(4, "same", "C")),
    ("note",),
    "all",
)
SPOILT = ImportPreview((*READY.lines, ImportLine(5, "refused", "D", "工号：缺\n性别：缺")), (), "spoilt")


class Feature:
    """A feature as the dialog sees it; `gate` holds the work until it is opened."""

    def __init__(self) -> None:
        self.preview: ImportPreview | Refused | Exception = READY
        self.refusal: Refused | None = None
        self.read_with: list[tuple[Path, object]] = []
        self.written: list[object] = []
        self.gate = Event()
        self.gate.set()

    def read(self, path: Path, options: object, step: Step) -> ImportPreview:
        self.read_with.append((path, options))
        self._work(step)
        if isinstance(self.preview, Exception):
            raise self.preview
        return self.preview

    def write(self, value: object, step: Step) -> Done[int]:
        self._work(step)
        if self.refusal:
            raise self.refusal
        self.written.append(value)
        return Done(2, frozenset({Change.DIRECTORY}))

    def _work(self, step: Step) -> None:
        for done in range(100):
            step(done, 100)
        self.gate.wait(10)
        step(100, 100)


@pytest.fixture
def feature() -> Feature:
    return Feature()


@pytest.fixture
def dialog(tools: Tools, window: QWidget, feature: Feature) -> ImportDialog:
    work = ImportWork(feature.read, feature.write, lambda count: f"{count} 行", options=lambda: "options")
    made = ImportDialog(tools, "导入", "请选择文件", work, parent=window)
    made.open()
    return made


def read(dialog: ImportDialog, qtbot: QtBot, path: Path = Path("/a/people.csv")) -> None:
    dialog.read_file(path)
    qtbot.waitUntil(lambda: not dialog._bar_line.isVisible())


def test_everything_is_seen_before_it_is_written(
    dialog: ImportDialog, feature: Feature, window: QWidget, qtbot: QtBot
) -> None:
    assert not dialog.import_button.isEnabled()
    read(dialog, qtbot)
    assert feature.read_with == [(Path("/a/people.csv"), "options")]
    assert feature.written == []
    assert [made.text() for made in dialog._filter_buttons.values()] == [
        "All rows 3", "New 1", "Changed 1", "The same 1", "Refused 0",
    ]  # fmt: skip
    assert dialog._rows.rowCount() == 3
    qtbot.mouseClick(dialog._filter_buttons["changed"], Qt.MouseButton.LeftButton)
    assert [row.name for row in dialog._rows.all_rows()] == ["B"]
    with qtbot.waitSignal(dialog.imported) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]
    assert feature.written == ["all"]
    (notice,) = (found for found in window.findChildren(PromptDialog) if found.isVisible())
    assert notice.words() == "2 行"
    notice.accept()


def test_a_refused_row_stops_everything_until_the_file_is_mended(
    dialog: ImportDialog, feature: Feature, qtbot: QtBot
) -> None:
    feature.preview = SPOILT
    read(dialog, qtbot)
    assert [row.line for row in dialog._rows.all_rows()] == [5]  # what is to be mended comes first
    assert dialog._whole.text() == "工号：缺\n性别：缺"
    assert not dialog.import_button.isEnabled()
    assert "1" in dialog._why_not.text()
    dialog._write()
    assert feature.written == []
    feature.preview = READY
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    qtbot.waitUntil(dialog.import_button.isEnabled)
    dialog.reject()


def test_a_warning_stands_above_the_rows_until_the_file_is_mended(
    dialog: ImportDialog, feature: Feature, qtbot: QtBot
) -> None:
    feature.preview = ImportPreview(READY.lines, (), "all", warning="未采用：备注")
    read(dialog, qtbot)
    assert dialog._warning.isVisible()
    assert (dialog._warning.words(), dialog._warning.property("tone")) == ("未采用：备注", "warning")
    feature.preview = READY
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not dialog._warning.isVisible())


def test_nothing_to_change_is_said(dialog: ImportDialog, feature: Feature, qtbot: QtBot) -> None:
    feature.preview = ImportPreview((ImportLine(2, "same", "A"),))
    read(dialog, qtbot)
    assert not dialog.import_button.isEnabled()
    assert dialog._why_not.text() == "Nothing would change."
    dialog.reject()


def test_a_bad_file_is_told_in_the_dialog(dialog: ImportDialog, feature: Feature, qtbot: QtBot, told: object) -> None:
    feature.preview = Refused("sheet_empty")
    read(dialog, qtbot)
    assert dialog._banner.words() == dialog.tools.prompts.words_for(Refused("sheet_empty"))
    assert dialog._middle.currentIndex() == 0
    assert told.refusals == []  # type: ignore[attr-defined]
    dialog.reject()


def test_work_under_way_is_stopped_by_escape_and_writes_nothing(
    dialog: ImportDialog, feature: Feature, qtbot: QtBot
) -> None:
    read(dialog, qtbot)
    feature.gate.clear()
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._bar.maximum() == 100)
    assert not dialog.import_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    feature.gate.set()
    qtbot.waitUntil(dialog._banner.isVisible)
    assert dialog._banner.words() == dialog.tools.prompts.words_for(Refused("import_cancelled"))
    assert feature.written == []
    assert dialog.import_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_directory_that_moved_on_is_told(dialog: ImportDialog, feature: Feature, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    feature.refusal = Refused("import_outdated")
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog._banner.isVisible)
    assert dialog.isVisible()
    assert feature.written == []
    dialog.reject()


def test_a_bug_is_reported_and_the_dialog_goes_on(
    dialog: ImportDialog, feature: Feature, qtbot: QtBot, told: object
) -> None:
    feature.preview = ValueError("ours")
    read(dialog, qtbot)
    assert [str(bug) for bug in told.bugs] == ["ours"]  # type: ignore[attr-defined]
    feature.preview = READY
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    qtbot.waitUntil(dialog.import_button.isEnabled)
    dialog.reject()
