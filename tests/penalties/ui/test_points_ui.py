"""Staff points by keys: employee, act, done, the next one; corrected, withdrawn, explained."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, showing, shown

from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.points import PointsDraft, PointsState
from qualitydesk.penalties.ui.person_points import PointsOfPerson
from qualitydesk.penalties.ui.points_dialog import PointsDialog
from qualitydesk.penalties.ui.points_page import PointsPage

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


@pytest.fixture
def team(desk: Clinic) -> Clinic:
    """With two consultants on the scheme."""
    desk.hire("C1", "单明霞", "consultant", "LEAD")
    desk.hire("C2", "周若彤", "consultant", "LEAD")
    return desk


def opened(qtbot: QtBot, tools: Tools, team: Clinic) -> PointsPage:
    services = team.services
    page = PointsPage(tools, services.points, services.directory, lambda: team.by, now=team.clock.now)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.month.month() is not None and tools.operations.quiet)
    return page


def entering(qtbot: QtBot, page: PointsPage) -> PointsDialog:
    page.entry_table.setFocus()
    QTest.keyClick(page.entry_table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    found = dialog(qtbot, PointsDialog)
    assert in_front(found)
    return found


def words_of(page: PointsPage) -> str:
    return "\n".join(one.text() for one in page.card.findChildren(QLabel))


def test_an_entry_is_employee_act_enter_and_the_dialog_waits_for_the_next(
    qtbot: QtBot, tools: Tools, team: Clinic, qapp: QApplication
) -> None:
    page = opened(qtbot, tools, team)
    asked = entering(qtbot, page)
    focused: list[object] = []
    qapp.focusChanged.connect(lambda _old, now: focused.append(now))
    for nth, (number, act) in enumerate((("C1", "玩游戏"), ("smx", "玩游戏"), ("C2", "顾客来信表扬")), 1):
        type_over(asked.employee, number)
        type_over(asked.act, act)
        focused.clear()
        QTest.keyClick(asked.note, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda nth=nth: len(team.services.points.lines()) == nth)
        qtbot.waitUntil(lambda: asked.save_button.isEnabled() and asked.employee.chosen() is None)
        # Then and there: offscreen, a window activated anew may hand its focus on to the next field.
        qtbot.waitUntil(lambda: in_front(asked) and asked.employee in focused)
    assert "周若彤" in asked.entered.text() and "+10" in asked.entered.text()
    QTest.keyClick(asked, Qt.Key.Key_Escape)  # nothing is lost: it does not ask
    qtbot.waitUntil(lambda: showing(PointsDialog) is None)
    found = team.services.points.lines()
    assert sorted((one.employee_number, one.points) for one in found) == [("C1", -2), ("C1", -2), ("C2", 10)]
    qtbot.waitUntil(lambda: page.people.rowCount() == 2 and page.entries.rowCount() == 3)


def test_for_an_act_a_slip_punishes_it_asks_beside_a_field_of_its_own(qtbot: QtBot, tools: Tools, team: Clinic) -> None:
    team.sanction(team.services.directory.today(), "C1", BADGE)
    team.clock.advance(timedelta(hours=3))
    page = opened(qtbot, tools, team)
    asked = entering(qtbot, page)
    assert asked.field_row("other_act").right.isHidden()
    type_over(asked.employee, "C1")
    type_over(asked.act, "玩游戏")
    asked.press_save()
    qtbot.waitUntil(lambda: "other_act" in asked.problems_shown())
    assert "积分与处分只取其一" in asked.problems_shown()["other_act"]
    assert not asked.field_row("other_act").right.isHidden()
    type_words(asked.other_act, "下午在前台玩手机")
    asked.press_save()
    qtbot.waitUntil(lambda: len(team.services.points.lines()) == 1)
    assert team.services.points.lines()[0].other_act == "下午在前台玩手机"
    qtbot.waitUntil(asked.save_button.isEnabled)
    asked.reject()


def test_an_entry_is_explained_corrected_with_a_reason_and_withdrawn(qtbot: QtBot, tools: Tools, team: Clinic) -> None:
    for minute in range(3):
        draft = PointsDraft(team.people["C1"], "games", NOON + timedelta(minutes=minute))
        team.services.points.enter(draft, team.by)
    page = opened(qtbot, tools, team)
    qtbot.waitUntil(lambda: page.entries.rowCount() == 3)
    qtbot.waitUntil(lambda: "第三次按 −5 分计" in words_of(page))
    page.entry_table.setFocus()
    assert in_front(page)
    QTest.keyClick(page.entry_table, Qt.Key.Key_F2)
    asked = dialog(qtbot, PointsDialog)
    assert in_front(asked)
    type_over(asked.act, "发信息")
    asked.press_save()
    assert asked.problems_shown() == {"reason": "请填写理由。"}
    type_words(asked.reason, "看错了屏幕")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(PointsDialog) is None)
    qtbot.waitUntil(lambda: page.entries.rowCount() == 4)
    states = [one.state for one in team.services.points.lines()]
    assert states.count(PointsState.CORRECTED) == 1 and states.count(PointsState.STANDS) == 3
    page.entry_table.selectRow(3)
    qtbot.waitUntil(page.withdraw_button.isEnabled)
    qtbot.mouseClick(page.withdraw_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Withdraw", "查无此事")
    qtbot.waitUntil(lambda: [one.state for one in team.services.points.lines()].count(PointsState.WITHDRAWN) == 1)
    qtbot.waitUntil(lambda: tools.operations.quiet)


def test_the_tabs_give_sums_and_proposals_with_their_steps(qtbot: QtBot, tools: Tools, team: Clinic) -> None:
    for day in range(1, 6):
        for minute in range(2):
            at = datetime(2026, 11, day, 2, minute, tzinfo=UTC)
            team.services.points.enter(PointsDraft(team.people["C1"], "rude", at), team.by)
    page = opened(qtbot, tools, team)
    qtbot.waitUntil(lambda: page.follows.rowCount() == 1)
    assert page.tabs.tabText(3) == "What follows (1)"
    page.entry_table.setFocus()
    QTest.keyClick(page.entry_table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "−¥500.00" in words_of(page))
    page.tabs.setCurrentIndex(3)
    qtbot.waitUntil(lambda: "扣分累计 50 分" in words_of(page))
    for model in (page.entries, page.people, page.teams, page.follows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_an_employees_page_has_her_months(qtbot: QtBot, tools: Tools, team: Clinic) -> None:
    for at, act in ((NOON, "games"), (NOON - timedelta(days=31), "praise_letter")):
        team.services.points.enter(PointsDraft(team.people["C1"], act, at), team.by)
    panel = PointsOfPerson(tools, team.services.points, team.services.rewards, team.people["C1"])
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.months.rowCount() == 2)
    assert [(f"{row.month:%m}", row.minus, row.plus) for row in panel.months.all_rows()] == [
        ("11", -2, 0),
        ("10", 0, 10),
    ]
