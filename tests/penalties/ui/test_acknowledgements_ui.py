"""Rules signed for, by keys and clicks: many ticked at once, a scan dropped, the sheet printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over
from tests.penalties.clinic import Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, showing, shown

from qualitydesk.basics.changes import Change
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model.acknowledgement import SignWay
from qualitydesk.penalties.ui.acknowledgements_page import AcknowledgementsPage
from qualitydesk.penalties.ui.person_rules import RulesOfPerson
from qualitydesk.penalties.ui.sign_dialogs import SheetsDialog, SignDialog, TakeBackDialog
from qualitydesk.rulebook.model import Rule

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, tools: Tools, desk: Clinic) -> AcknowledgementsPage:
    page = AcknowledgementsPage(tools, desk.services.acknowledgements, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.people.rowCount() == 6 and tools.operations.quiet)
    return page


def press(page: AcknowledgementsPage, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    page.table.setFocus()
    assert in_front(page)
    QTest.keyClick(page.table, key, held)


def empty_words(page: AcknowledgementsPage) -> str:
    return " ".join(one.text() for one in page.table.viewport().findChildren(QLabel) if not one.isHidden())


def signed(desk: Clinic) -> set[str]:
    edition = desk.services.trials.in_force(Rule.LADDER).id
    return {one.number for one in desk.services.acknowledgements.sheet(edition).signers if one.signed}


def test_those_chosen_are_ticked_and_recorded_with_the_scan_that_was_dropped(
    qtbot: QtBot, tools: Tools, desk: Clinic, tmp_path: Path
) -> None:
    page = opened(qtbot, tools, desk)
    assert "员工违规处分办法" in page.heading.text()
    numbers = [one.number for one in page.people.all_rows()]
    first = numbers.index("G1")
    page.table.selectRow(first)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Return)
    asked = dialog(qtbot, SignDialog)
    assert in_front(asked)
    assert set(asked.people.chosen()) == {desk.people[number] for number in numbers[first : first + 2]}
    assert not asked.witness.isEnabled()
    scan = tmp_path / "签收表.jpg"
    scan.write_bytes(b"scan")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(scan))])
    asked.files.take(dropped)
    asked.press_save()
    qtbot.waitUntil(lambda: showing(SignDialog) is None)
    qtbot.waitUntil(lambda: page.people.rowCount() == 4 and tools.operations.quiet)
    assert signed(desk) == set(numbers[first : first + 2])
    press(page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: page.people.rowCount() == 6)
    (row,) = (one for one in page.people.all_rows() if one.number == "G1")
    assert [name for _id, name in row.signed.files] == ["签收表.jpg"]
    QAbstractItemModelTester(page.people, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_word_of_mouth_asks_for_a_witness_and_problems_stand_beside_their_fields(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    page = opened(qtbot, tools, desk)
    press(page, Qt.Key.Key_Return)
    asked = dialog(qtbot, SignDialog)
    asked.people.choose(())
    asked.press_save()
    assert "employee_ids" in asked.problems_shown()
    asked.people.choose((desk.people["G1"],))
    asked.way.choose(SignWay.SPOKEN)
    asked.way.picked.emit(SignWay.SPOKEN)
    assert asked.witness.isEnabled()
    asked.signed_on.set_day(date(2026, 11, 22))
    asked.press_save()
    assert {"witness_id", "signed_on"} <= set(asked.problems_shown())
    type_over(asked.witness, "LEAD")
    asked.signed_on.set_day(date(2026, 11, 20))
    asked.press_save()
    qtbot.waitUntil(lambda: showing(SignDialog) is None)
    qtbot.waitUntil(lambda: signed(desk) == {"G1"} and tools.operations.quiet)


def test_the_sheet_is_printed_looked_at_and_again_as_a_copy(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = opened(qtbot, tools, desk)
    assert not page.sheets_button.isEnabled()
    press(page, Qt.Key.Key_P)
    assert "Sheets to sign: 1," in dialog(qtbot, PromptDialog).words()
    answer(qtbot, "Print")
    paper = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    paper.close()
    qtbot.waitUntil(lambda: showing(PreviewDialog) is None and page.sheets_button.isEnabled())
    press(page, Qt.Key.Key_L)
    sheets = dialog(qtbot, SheetsDialog)
    assert [one.number for one in sheets.sheets.all_rows()] == ["QS-BJ-CF-1"]
    sheets.table.setFocus()
    QTest.keyClick(sheets.table, Qt.Key.Key_Return)
    again = dialog(qtbot, PreviewDialog)
    assert "QS-BJ-CF-1" in again.windowTitle()
    qtbot.waitUntil(lambda: tools.operations.quiet)
    again.close()
    sheets.close()


def test_a_signature_is_taken_back_with_a_reason(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sign_rules("G1")
    page = AcknowledgementsPage(tools, desk.services.acknowledgements, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.people.rowCount() == 5 and tools.operations.quiet)
    press(page, Qt.Key.Key_M)
    page.table.select_key(desk.people["G1"])
    qtbot.waitUntil(page.back_button.isEnabled)
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, TakeBackDialog)
    asked.press_save()
    assert "reason" in asked.problems_shown()
    type_over(asked.reason, "登记错人")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(TakeBackDialog) is None)
    qtbot.waitUntil(lambda: signed(desk) == set() and tools.operations.quiet)


def test_a_rule_everybody_has_signed_says_so(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sign_rules()
    page = AcknowledgementsPage(tools, desk.services.acknowledgements, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.editions.rowCount() == 4 and tools.operations.quiet)
    qtbot.waitUntil(lambda: "Everybody here has signed" in page.table.empty_words())
    assert not page.sign_button.isEnabled() and not page.paper_button.isEnabled()
    with qtbot.waitSignal(page.try_wanted):
        press(page, Qt.Key.Key_T)


def test_the_panel_of_a_person_shows_each_edition_and_hears_of_new_signatures(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    panel = RulesOfPerson(tools, desk.services.acknowledgements, desk.people["G1"])
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.editions.rowCount() == 3)
    assert all(one.signed is None for one in panel.editions.all_rows())
    desk.sign_rules("G1")
    tools.operations.changed.emit(frozenset({Change.SIGNATURES}))
    qtbot.waitUntil(lambda: sum(1 for one in panel.editions.all_rows() if one.signed) == 4)


def test_somebody_is_searched_by_name_initials_or_number_and_reached_by_keys(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    page = opened(qtbot, tools, desk)
    everybody = {one.number: one for one in page.people.all_rows()}
    press(page, Qt.Key.Key_F)
    qtbot.waitUntil(page.search.hasFocus)
    QTest.keyClicks(page.search, "g1")
    assert [one.number for one in page.people.all_rows()] == ["G1"]
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table.hasFocus() and page.table.current_row() == everybody["G1"]
    page.search.setText(everybody["GM"].name[1:])
    assert [one.number for one in page.people.all_rows()] == ["GM"]
    page.search.setText("hmy")
    assert [one.number for one in page.people.all_rows()] == ["GM"], "贺明远 by the initials"
    page.search.setText("无此人")
    assert page.people.rowCount() == 0 and '"无此人"' in empty_words(page)
    desk.sign_rules("GM")
    page.refresh(frozenset())
    page.search.setText("hmy")
    qtbot.waitUntil(lambda: "贺明远" in empty_words(page))
    press(page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: [one.number for one in page.people.all_rows()] == ["GM"])


def test_editions_are_narrowed_to_one_rule(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = opened(qtbot, tools, desk)
    rules = {one.edition.rule for one in page.editions.all_rows()}
    assert len(rules) > 2
    type_over(page.rule, "处分与奖励月结办法")
    assert {one.edition.rule for one in page.editions.all_rows()} == {Rule.SETTLEMENT}
    qtbot.waitUntil(lambda: "处分与奖励月结办法" in page.heading.text())
