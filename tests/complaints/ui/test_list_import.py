"""An older list is taken over through the real dialogs: columns told, every row seen, the refused ones saved apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from tests.complaints.casebook import CaseHouse
from tests.complaints.test_importing import BAD, COMCAST, ROWS, a_list
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import type_words

from qualitydesk.basics.columns import Source
from qualitydesk.basics.days import DateForm
from qualitydesk.complaints.model.importing import ListField
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.correct_dialog import CaseCorrectDialog
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.list_import import CaseListDialog, ListImport
from qualitydesk.complaints.ui.mapping_dialog import MappingDialog
from qualitydesk.complaints.ui.parts.base import read_step
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.sheets import read_sheet

CONTROL = Qt.KeyboardModifier.ControlModifier


class Importer:
    """The page, its import, and what it told."""

    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye) -> None:
        self.house, self.eye = house, eye
        self.done: list[Any] = []
        lists = ListImport(tools, house.complaints, house.by)
        lists.imported.connect(self.done.append)
        intaking = Intaking(tools, house.complaints, house.members, house.group.directory, house.clock, house.by)
        self.page = CasesPage(tools, house.complaints, house.group.directory, house.clock, intaking, lists)
        self._kept = (lists, intaking)

    def begin(self, path: Path) -> MappingDialog:
        """As if the file had been dropped."""
        self.page.import_cases(path)
        return self.eye.dialog(MappingDialog)

    def preview(self, mapping: MappingDialog) -> CaseListDialog:
        QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
        dialog = self.eye.dialog(CaseListDialog)
        self.eye.until(lambda: dialog.preview() is not None)
        return dialog


@pytest.fixture
def importer(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Importer:
    made = Importer(house, tools, eye)
    shown(made.page)
    eye.rest()
    return made


def words_of(dialog: CaseListDialog) -> list[tuple[int, str, str]]:
    preview = dialog.preview()
    assert preview is not None
    return [(line.line, line.state, line.words) for line in preview.lines]


def test_a_list_becomes_cases_by_the_keyboard(importer: Importer, tmp_path: Path) -> None:
    QTest.keyClick(importer.page, Qt.Key.Key_I, CONTROL)
    chooser = importer.eye.dialog(QFileDialog)
    chooser.reject()
    mapping = importer.begin(a_list(tmp_path, ROWS))
    assert mapping.sources[ListField.NUMBER].told() == Source("投诉编号")
    assert set(mapping.sources[ListField.CHANNEL].values) == {"来电", "当面", "12345"}
    dialog = importer.preview(mapping)
    assert [state for _line, state, _words in words_of(dialog)] == ["new"] * 3
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    told = importer.eye.dialog(PromptDialog)
    assert "3" in told.words()
    told.reject()
    importer.eye.gone(CaseListDialog)
    (outcome,) = importer.done
    assert (outcome.rows, outcome.added) == (3, 3) and importer.house.complaints.count() == 3
    corrected_by_the_dialog_it_keeps_its_old_number(importer)


def corrected_by_the_dialog_it_keeps_its_old_number(importer: Importer) -> None:
    house, (line,) = importer.house, importer.house.complaints.search("T-002")
    given = read_step(house.complaints, house.group.directory, house.clock, line.id)
    dialog = CaseCorrectDialog(importer.page.tools, house.complaints, house.members, given, house.by(), importer.page)
    dialog.open()
    dialog.place.setText("收费处")
    dialog.reason.setText("补充地点")
    dialog.press_save()
    importer.eye.gone(CaseCorrectDialog)
    page = house.case(line.id)
    assert (page.intake.place, page.intake.outside_number, page.intake.origin_kind) == ("收费处", "T-002", "import")


def test_what_must_be_told_stands_beside_its_field(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nr,When,How,What\n1,04/08/2015,Fax,Long wait\n2,05/07/2015,Fax,Rude words\n", encoding="utf-8")
    mapping = importer.begin(path)
    QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
    assert set(mapping.problems_shown()) == {"received", "channel", "narrative"}
    choose(mapping, ListField.NUMBER, "Nr")
    choose(mapping, ListField.RECEIVED, "When")
    choose(mapping, ListField.NARRATIVE, "What")
    choose(mapping, ListField.CHANNEL, "How")
    QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
    shown = mapping.problems_shown()
    assert set(shown) == {"received", "channel"} and "Fax" in shown["channel"] and "日在前" in shown["received"]
    mapping.sources[ListField.RECEIVED].form.choose(DateForm.MONTH_FIRST)
    mapping.sources[ListField.CHANNEL].values["Fax"].choose("letter")
    dialog = importer.preview(mapping)
    assert [words.split(" · ")[:2] for _line, _state, words in words_of(dialog)] == [
        ["2015-04-08 00:00", "来信"], ["2015-05-07 00:00", "来信"],
    ]  # fmt: skip


def choose(mapping: MappingDialog, field: ListField, words: str) -> None:
    """Type it and go on."""
    picker = mapping.sources[field].source
    picker.setFocus()
    line = picker.lineEdit()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_words(line, words)
    picker.take_typed()  # as leaving it does
    assert mapping.sources[field].told() == Source(words)


def test_the_refused_rows_are_saved_apart_before_the_others_are_imported(importer: Importer, tmp_path: Path) -> None:
    dialog = importer.preview(importer.begin(a_list(tmp_path, (*ROWS, *BAD))))
    assert not dialog.import_button.isEnabled() and dialog.leave_out.isVisible() and "6" in dialog.leave_out.text()
    assert words_of(dialog)[3][2] == "投诉日期：“明天”不是日期，或不合这一列的写法，或晚于今天。"
    QTest.keyClick(dialog.leave_out, Qt.Key.Key_Space)
    assert dialog.import_button.isEnabled()
    dialog.import_button.click()
    chooser = importer.eye.dialog(QFileDialog)
    assert importer.house.complaints.count() == 0
    target = tmp_path / "left.csv"
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    told = importer.eye.dialog(PromptDialog)
    told.reject()
    importer.eye.gone(CaseListDialog)
    assert (importer.done[0].added, importer.done[0].left_out) == (3, 6)
    assert len(read_sheet(target).rows) == 6 and importer.house.complaints.count() == 3


def test_the_same_kind_of_list_is_offered_as_it_was_told(importer: Importer, tmp_path: Path) -> None:
    dialog = importer.preview(importer.begin(a_list(tmp_path, ROWS[:1])))
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    importer.eye.dialog(PromptDialog).reject()
    importer.eye.gone(CaseListDialog)
    dialog = importer.preview(importer.begin(a_list(tmp_path, ROWS[:2], name="again.csv")))
    assert words_of(dialog)[0] == (2, "same", "Imported already as BJC20250401")
    dialog.columns_wanted.emit()
    mapping = importer.eye.dialog(MappingDialog)
    importer.eye.gone(CaseListDialog)
    mapping.reject()


def test_a_list_dropped_upon_the_table_is_looked_at(importer: Importer, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_list(tmp_path, ROWS)))])
    where, none, left = QPointF(20, 20), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, left, none)  # without it Qt lets none drop
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, left, none)
    for one in (enter, event):
        QApplication.sendEvent(importer.page.table.viewport(), one)
    assert event.isAccepted()
    mapping = importer.eye.dialog(MappingDialog)
    assert "旧台账.csv" in mapping.windowTitle()
    mapping.reject()


@pytest.mark.skipif(not COMCAST.is_file(), reason="the shared data are not on this machine")
def test_two_thousand_rows_go_through_the_dialogs(importer: Importer) -> None:
    dialog = importer.preview(importer.begin(COMCAST))
    assert len(words_of(dialog)) == 2224
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    importer.eye.until(lambda: bool(importer.done))
    importer.eye.dialog(PromptDialog).reject()
    outcome = importer.done[0]
    assert (outcome.rows, outcome.added, outcome.there, outcome.left_out) == (2224, 2224, 0, 0)
    assert importer.house.complaints.count() == 2224
