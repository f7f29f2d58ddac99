"""Rewards by keys and clicks: proposed, approved by another, given; the star chosen from its list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, showing, shown

from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.rewards import STAR, RewardState
from qualitydesk.penalties.ui.reward_dialogs import RewardApproveDialog, RewardDialog
from qualitydesk.penalties.ui.rewards_page import RewardsPage
from qualitydesk.penalties.ui.star_dialog import StarDialog


def opened(qtbot: QtBot, tools: Tools, desk: Clinic) -> RewardsPage:
    page = RewardsPage(tools, desk.services.rewards, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.month.count() > 0 and tools.operations.quiet)
    return page


def test_a_reward_is_proposed_approved_and_given_by_keys(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = opened(qtbot, tools, desk)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot, RewardDialog)
    assert in_front(asked)
    asked.press_save()
    assert {"employee_id", "kind", "reason"} <= asked.problems_shown().keys()
    type_over(asked.employee, "G1")
    type_over(asked.kind, "厉行节约")
    assert asked.amount.fen() == 10000  # the low end is proposed
    type_over(asked.amount, "300")
    asked.reason.setFocus()
    type_words(asked.reason, "主动清点耗材")
    asked.press_save()
    assert "amount" in asked.problems_shown()
    type_over(asked.amount, "150")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(RewardDialog) is None)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 1 and page.approve_button.isVisible())
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    approving = dialog(qtbot, RewardApproveDialog)
    assert in_front(approving)
    assert approving.decided_by.chosen() == desk.people["GM"]  # the only one who may
    approving.press_save()
    qtbot.waitUntil(lambda: showing(RewardApproveDialog) is None)
    qtbot.waitUntil(page.give_button.isVisible)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer(qtbot, "Give")
    qtbot.waitUntil(lambda: desk.services.rewards.lines()[0].state is RewardState.GIVEN)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert not page.approve_button.isVisible() and not page.give_button.isVisible()
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_star_is_chosen_from_a_list_that_says_why(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.walk(date(2026, 10, 12), {"G1": (BADGE,), "G2": ()})
    page = opened(qtbot, tools, desk)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(qtbot, StarDialog)
    assert in_front(asked)
    qtbot.waitUntil(lambda: asked.places.rowCount() == 2)
    assert asked.month.month() == date(2026, 10, 1)
    assert [(row.facts.number, row.barred) for row in asked.places.all_rows()] == [("G2", ""), ("G1", "offence")]
    words = "\n".join(one.text() for one in asked.card.findChildren(QLabel))
    assert "平均得分 100.0 %" in words and "XJ-BJ-2026-0001" in words
    assert not asked.is_changed()
    asked.table.selectRow(1)
    qtbot.waitUntil(lambda: not asked.save_button.isEnabled())
    asked.table.selectRow(0)
    qtbot.waitUntil(asked.save_button.isEnabled)
    type_over(asked.amount, "200")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(StarDialog) is None)
    (star,) = desk.services.rewards.lines()
    assert (star.kind, star.employee_number, star.amount) == (STAR, "G2", 20000)
    assert "100.0 %" in star.reason and star.deed_on == date(2026, 10, 31)
    qtbot.waitUntil(lambda: tools.operations.quiet)
