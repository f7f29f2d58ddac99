"""The proposals page after a slip was taken back, and where something wants a second look."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, shown, words_on

from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.ui.proposals_page import ProposalsPage

DAY = date(2026, 11, 20)


def page_of(qtbot: QtBot, tools: Tools, desk: Clinic) -> ProposalsPage:
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    return page


def test_whoever_had_a_slip_taken_back_is_proposed_anew_only_by_name_and_after_a_question(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    slip = desk.propose(round_id, "G1")
    desk.services.penalties.withdraw(slip.id, slip.revision, "检查人记错了人", desk.by)
    page = page_of(qtbot, tools, desk)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    slip_column = page.rows.columnCount() - 1
    assert page.rows.index(0, slip_column).data() == f"已撤销 {slip.number}"

    qtbot.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Propose all")
    qtbot.waitUntil(lambda: page.rows.all_rows()[1].slip is not None)
    assert page.rows.all_rows()[0].slip is None
    assert not page.all_button.isEnabled()

    page.table.selectRow(0)
    qtbot.mouseClick(page.propose_button, Qt.MouseButton.LeftButton)
    asked = dialog(qtbot, PromptDialog)
    assert slip.number in asked.words() and "检查人记错了人" in asked.words()
    answer(qtbot, "Propose again")
    qtbot.waitUntil(lambda: page.rows.all_rows()[0].slip is not None)


def test_an_earlier_offence_of_the_same_day_is_warned_of_and_blocks_nothing(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    desk.walk(DAY, {"G1": [BADGE]}, hour=8)
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE]}, hour=11)
    page = page_of(qtbot, tools, desk)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    assert "请核对是否为同一次违规" in page.warning.words()
    assert "尚未签发处分单" in page.warning.words()
    assert page.rows.index(0, page.rows.columnCount() - 1).data() == "to be checked"
    qtbot.waitUntil(lambda: "请核对是否为同一次违规" in words_on(page.card))
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: not page.warning.isVisible())
    page.table.selectRow(0)
    qtbot.mouseClick(page.propose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.rows.all_rows()[0].slip is not None)


def test_an_issued_slip_of_another_day_wants_no_second_look(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1")
    page = page_of(qtbot, tools, desk)
    page.show_round(desk.walk(DAY, {"G1": [BADGE]}))
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert page.rows.all_rows()[0].decision.rung == 2
    assert not page.warning.isVisible()


def test_another_person_is_explained_from_the_top(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1")
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    page = page_of(qtbot, tools, desk)
    page.resize(900, 420)
    page.show_round(round_id)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: bar.value() == 0)
