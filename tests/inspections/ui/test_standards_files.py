"""Editions compared on screen; packs carried out of the program and in again by dialogs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.hands import in_front, type_over
from tests.inspections.ui.conftest import Shown, Told

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.service.pack_files import PackFiles
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.editions_dialog import EditionsDialog
from qualitydesk.inspections.ui.standards.export_dialog import ExportDialog
from qualitydesk.inspections.ui.standards.import_dialog import PackImportDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.table_model import RowsModel
from qualitydesk.kit.tools import Tools

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def standards_page(tools: Tools, house: Group, shown: Shown, qtbot: QtBot) -> StandardsPage:
    page = StandardsPage(tools, house.standards, house.directory, house.by)
    shown(page)
    qtbot.waitUntil(lambda: page.packs.rowCount() == 1 and page.items.rowCount() == 4)
    return page


def opened(page: QWidget, kind: type, qtbot: QtBot) -> object:  # type: ignore[type-arg]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)))
    found = [one for one in page.findChildren(kind) if one.isVisible()][-1]
    assert in_front(found)
    return found


def cells(rows: RowsModel) -> list[list[str]]:
    return [[str(rows.index(row, at).data()) for at in range(rows.columnCount())] for row in range(rows.rowCount())]


def second_edition(house: Group, clock: FixedClock) -> None:
    clock.advance(timedelta(days=40))
    pack = house.standards.pack("walk", 1)
    items = (replace(pack.items[0], weight=3), *pack.items[1:])
    house.standards.save_edition(PackDraft(replace(pack, items=items, minutes=9), 1, "第一项更看重"), house.by())


def test_the_editions_tell_when_who_and_why_and_how_they_differ(
    standards_page: StandardsPage, house: Group, clock: FixedClock, qtbot: QtBot, qtmodeltester: object
) -> None:
    second_edition(house, clock)
    standards_page.refresh(frozenset())
    qtbot.waitUntil(lambda: standards_page.pack().edition == 2)
    QTest.keyClick(standards_page, Qt.Key.Key_H, CTRL)
    dialog = opened(standards_page, EditionsDialog, qtbot)
    (new, old) = cells(dialog.rows)
    assert (new[0], new[2:]) == ("2", ["李敏", "Written here", "第一项更看重"]) and new[1] > old[1]
    assert old[2:] == ["", "Came with the program", ""]
    qtbot.waitUntil(lambda: dialog.view.rows.rowCount() == 2)
    assert cells(dialog.view.rows) == [
        ["The pack", "Changed", "用时（分钟）", "3", "9"],
        ["WALK-01 第1项合格", "Changed", "权重", "1", "3"],
    ]
    assert dialog.view.told.text() == "Items added: 0 · changed: 1 · retired: 0 · facts of the pack changed: 1"
    qtmodeltester.check(dialog.rows)  # type: ignore[attr-defined]
    qtmodeltester.check(dialog.view.rows)  # type: ignore[attr-defined]
    dialog.table.select_key(1)
    qtbot.waitUntil(lambda: dialog.other.chosen() == 2 and dialog.view.rows.rowCount() == 2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    preview = opened(dialog, PackPreview, qtbot)
    assert preview.card.title_words() == "第1项合格"


def test_a_first_edition_has_nothing_to_be_compared_with(standards_page: StandardsPage, qtbot: QtBot) -> None:
    standards_page.history_button.click()
    dialog = opened(standards_page, EditionsDialog, qtbot)
    assert dialog.view.told.text() == "This is the only edition so far." and not dialog.other.isEnabled()


def test_an_edition_is_compared_with_the_text_that_ships(
    standards_page: StandardsPage, house: Group, qtbot: QtBot
) -> None:
    house.standards.adopt_shipped(house.by())
    pack = house.standards.pack("telephone", 2)
    for minutes in (20, 25):
        newest = next(one for one in house.standards.all_packs() if one.code == "telephone")
        house.standards.save_edition(PackDraft(replace(pack, minutes=minutes), newest.edition, "试"), house.by())
    standards_page.refresh(frozenset())
    qtbot.waitUntil(lambda: standards_page.packs.rowCount() == len(house.standards.all_packs()))
    standards_page.pack_table.select_key("telephone")
    standards_page.history_button.click()
    dialog = opened(standards_page, EditionsDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.view.rows.rowCount() == 1)
    type_over(dialog.other, "As it ships")
    qtbot.waitUntil(lambda: cells(dialog.view.rows)[0][3:] == ["15", "25"])


@pytest.mark.parametrize(("form", "ending"), [("xlsx", ".xlsx"), ("toml", ".toml")])
def test_a_pack_is_exported_changed_and_taken_in_again(
    standards_page: StandardsPage, house: Group, tmp_path: Path, qtbot: QtBot, form: str, ending: str
) -> None:
    QTest.keyClick(standards_page, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(standards_page, ExportDialog, qtbot)
    assert dialog.packs.chosen() == ("walk",)
    dialog.form.choose(form)
    dialog.save_button.click()
    ask = opened(dialog, QFileDialog, qtbot)
    target = tmp_path / f"walk{ending}"
    ask.fileSelected.emit(str(target))
    ask.done(0)
    qtbot.waitUntil(lambda: bool(standards_page.findChildren(PromptDialog)))
    assert "1 pack was written" in standards_page.findChildren(PromptDialog)[-1].words()
    QTest.keyClick(standards_page.findChildren(PromptDialog)[-1], Qt.Key.Key_Return)
    standards_page.desk.read_file(target)
    same = opened(standards_page, PackImportDialog, qtbot)
    assert same.save_button.isHidden() and cells(same.rows)[0][2] == "Nothing changed"
    same.reject()
    if form == "xlsx":
        book = load_workbook(target)
        book.worksheets[0]["Q2"] = 4
        book.save(target)
    else:
        target.write_text(target.read_text("utf-8").replace("weight = 1", "weight = 4", 1), encoding="utf-8")
    standards_page.desk.read_file(target)
    changed = opened(standards_page, PackImportDialog, qtbot)
    assert cells(changed.rows)[0][2] == "Becomes edition 2"
    assert cells(changed.view.rows) == [["WALK-01 第1项合格", "Changed", "权重", "1", "4"]]
    assert house.standards.all_packs()[0].edition == 1
    type_over(changed.reason, "")
    changed.reason.clear()
    changed.save_button.click()
    assert changed.problems_shown() == {"reason": "请填写。"}
    type_over(changed.reason, "院办改的")
    changed.save_button.click()
    qtbot.waitUntil(lambda: house.standards.all_packs()[0].edition == 2)
    assert house.standards.editions("walk")[0].reason == "院办改的"
    qtbot.waitUntil(lambda: standards_page.pack().items[0].weight == 4)


def test_a_faulty_file_shows_every_fault_and_offers_nothing(
    standards_page: StandardsPage, house: Group, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "walk.xlsx"
    PackFiles(house.standards).write_workbook(house.standards.all_packs(), path, "zh", {})
    book = load_workbook(path)
    book.worksheets[0]["Q2"], book.worksheets[0]["L3"] = "重", "打分"
    book.save(path)
    standards_page.desk.read_file(path)
    dialog = opened(standards_page, PackImportDialog, qtbot)
    lines = dialog.faults.toPlainText().splitlines()
    assert [line.split("：")[0] for line in lines] == ["“检查项”表第 2 行 Q 列", "“检查项”表第 3 行 L 列"]
    assert dialog.save_button.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not standards_page.findChildren(PackImportDialog))
    assert house.standards.all_packs()[0].edition == 1


def test_a_file_that_is_none_is_refused_in_words(
    standards_page: StandardsPage, tmp_path: Path, told: Told, qtbot: QtBot
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"")
    standards_page.desk.read_file(path)
    qtbot.waitUntil(lambda: bool(told.refusals))
    assert told.refusals[0].code == "sheet_empty"


def test_export_asks_for_at_least_one_pack(standards_page: StandardsPage, qtbot: QtBot) -> None:
    standards_page.export_button.click()
    dialog = opened(standards_page, ExportDialog, qtbot)
    dialog.packs.choose(())
    dialog.save_button.click()
    assert dialog.problems_shown() == {"packs": "请至少选择一个标准包。"}
