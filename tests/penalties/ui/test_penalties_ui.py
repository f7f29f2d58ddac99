"""From a finished round to the withdrawn slip, by keys and clicks on a real SQLite file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.ui.conftest import Told

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import ApprovalWay, Slip, SlipState
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.choice_dialog import ChoiceDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.penalties.ui.words import line_words
from qualitydesk.rulebook.model import Role

DAY = date(2026, 11, 20)
BEFORE = DAY - timedelta(days=30)
D = TypeVar("D", bound=QDialog)


def showing(kind: type[D]) -> D | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found[0] if found else None


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog of a kind, once it is open."""
    qtbot.waitUntil(lambda: showing(kind) is not None)
    found = showing(kind)
    assert found is not None
    return found


def type_in(editor: QLineEdit, text: str) -> None:
    """Chinese, as an input method commits it."""
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(editor, committed)


def answer(qtbot: QtBot, words: str, text: str = "") -> None:
    """Answer the question on screen by its button, with a text first where one is asked for."""
    asked = dialog(qtbot, PromptDialog)
    if text:
        type_in(asked.findChild(QLineEdit), text)
    (button,) = (one for one in asked.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: showing(PromptDialog) is None)


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, page: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """A key pressed in the page's window, wherever its focus is."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget() or page, key, held)


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1200, 740)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()


@pytest.fixture
def proposals(qtbot: QtBot, tools: Tools, desk: Clinic) -> ProposalsPage:
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    return page


@pytest.fixture
def open_slip(qtbot: QtBot, tools: Tools, desk: Clinic) -> Callable[[UUID], SlipPage]:
    def opened(slip_id: UUID) -> SlipPage:
        page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
        shown(qtbot, page)
        page.show_slip(slip_id)
        qtbot.waitUntil(page.preview_button.isVisible)
        return page

    return opened


def state_of(desk: Clinic, slip_id: UUID) -> Slip:
    return desk.services.penalties.slip(slip_id).slip


def walked(desk: Clinic) -> UUID:
    """G1 for the second time, G2 for the first."""
    desk.sanction(BEFORE, "G1")
    return desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE, BADGE_SIDE]})


def test_from_the_finished_round_to_the_withdrawn_slip(
    qtbot: QtBot, desk: Clinic, proposals: ProposalsPage, open_slip: Callable[[UUID], SlipPage], told: Told
) -> None:
    proposals.show_round(walked(desk))
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2)
    qtbot.waitUntil(lambda: "¥150.00" in words_on(proposals.card))  # Qt shows what joins a layout a moment later

    qtbot.mouseClick(proposals.all_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Propose all")
    qtbot.waitUntil(lambda: all(one.slip for one in proposals.rows.all_rows()) and proposals.tools.operations.quiet)
    assert not proposals.all_button.isEnabled()
    with qtbot.waitSignal(proposals.slip_wanted) as wanted:
        proposals.table.setFocus()
        qtbot.keyClick(proposals.table, Qt.Key.Key_Return)
    slip_id = wanted.args[0]

    page = open_slip(slip_id)
    assert page.approve_button.isVisible()
    assert not page.issue_button.isVisible()
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    approving = dialog(qtbot, ApproveDialog)
    assert approving.decided_by.chosen() == desk.people["GM"]
    qtbot.mouseClick(approving.save_button, Qt.MouseButton.LeftButton)
    assert approving.problems_shown() == {"way": "请选择决定是怎样作出的。"}
    approving.way.choose(ApprovalWay.SPOKEN)
    qtbot.mouseClick(approving.save_button, Qt.MouseButton.LeftButton)
    assert list(approving.problems_shown()) == ["note"]
    type_in(approving.note, "周一晨会上")
    qtbot.mouseClick(approving.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.issue_button.isVisible)
    qtbot.waitUntil(lambda: showing(ApproveDialog) is None)
    slip = state_of(desk, slip_id)
    assert (slip.approved_by, slip.approved_on) == (desk.people["GM"], date(2026, 11, 21))

    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer(qtbot, "Issue")
    qtbot.waitUntil(page.reprint_button.isVisible)
    code = desk.services.penalties.sheet(slip_id).check_code
    assert code in page.view.paper.text()
    assert "2026-11-28" in page.view.paper.text()

    press(qtbot, page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: preview.page_list.count() > 0)
    preview.close()

    qtbot.mouseClick(page.withdraw_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Withdraw", "误判")
    qtbot.waitUntil(lambda: not page.withdraw_button.isVisible())
    slip = state_of(desk, slip_id)
    assert (slip.state, slip.withdrawal_reason) == (SlipState.WITHDRAWN, "误判")
    assert [step.verb for step in page.view.steps.all_rows()][-1] == "withdraw_slip"
    assert told.refusals == []


def test_enter_proposes_one_and_the_next_enter_opens_it(qtbot: QtBot, desk: Clinic, proposals: ProposalsPage) -> None:
    proposals.show_round(walked(desk))
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2)
    qtbot.keyClick(proposals.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: proposals.rows.all_rows()[0].slip is not None)
    assert proposals.rows.all_rows()[1].slip is None
    assert not proposals.propose_button.isEnabled()
    with qtbot.waitSignal(proposals.slip_wanted):
        qtbot.keyClick(proposals.table, Qt.Key.Key_Return)


def test_another_amount_and_a_superior_left_out_need_reasons(
    qtbot: QtBot, desk: Clinic, proposals: ProposalsPage
) -> None:
    round_id = walked(desk)
    proposals.show_round(round_id)
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2)
    press(qtbot, proposals, Qt.Key.Key_F2)
    choosing = dialog(qtbot, ChoiceDialog)
    box = choosing.amounts[Role.EMPLOYEE]
    box.selectAll()
    qtbot.keyClicks(box, "70")
    qtbot.mouseClick(choosing.save_button, Qt.MouseButton.LeftButton)
    row = choosing.field_row("amounts.employee")
    qtbot.waitUntil(lambda: "¥50.00" in row.problem.text())
    box.selectAll()
    qtbot.keyClicks(box, "100")
    qtbot.waitUntil(lambda: choosing.total.text() == "¥300.00")
    choosing.leave_out.choose("superior")
    qtbot.mouseClick(choosing.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(choosing.field_row("leave_out_reason").problem.text()))
    assert choosing.field_row("amount_reason").problem.text() == "请填写理由。"
    type_in(choosing.amount_reason, "屡次提醒")
    type_in(choosing.leave_out_reason, "休假")
    qtbot.mouseClick(choosing.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: proposals.rows.all_rows()[0].slip is not None)
    assert proposals.rows.all_rows()[0].slip.total == 20000
    qtbot.waitUntil(lambda: showing(ChoiceDialog) is None)


def test_what_is_no_amount_is_said_beside_the_field(qtbot: QtBot, desk: Clinic, proposals: ProposalsPage) -> None:
    proposals.show_round(walked(desk))
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2)
    press(qtbot, proposals, Qt.Key.Key_F2)
    choosing = dialog(qtbot, ChoiceDialog)
    choosing.amounts[Role.EMPLOYEE].setText("五十")
    qtbot.mouseClick(choosing.save_button, Qt.MouseButton.LeftButton)
    assert choosing.field_row("amounts.employee").problem.text().startswith("请填写金额")
    choosing.finish()


def test_a_finding_is_left_out_with_its_reason(qtbot: QtBot, desk: Clinic, proposals: ProposalsPage) -> None:
    round_id = walked(desk)
    proposals.show_round(round_id)
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2)
    qtbot.mouseClick(proposals.leave_out_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Leave out", "工牌当日送修")
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 1)
    (found,) = (one for one in desk.services.findings.of_round(round_id) if one.employee_id == desk.people["G1"])
    assert (found.standing, found.reason) == ("left_out", "工牌当日送修")


def test_a_round_without_fails_says_there_is_nothing_to_propose(
    qtbot: QtBot, desk: Clinic, proposals: ProposalsPage
) -> None:
    proposals.show_round(desk.walk(DAY, {"G1": []}))
    qtbot.waitUntil(proposals.nobody.isVisible)
    qtbot.waitUntil(lambda: "nothing to propose" in words_on(proposals.nobody))
    assert not proposals.propose_button.isEnabled()


def test_the_drafter_is_not_offered_and_where_nobody_else_may_approve_it_is_said(
    qtbot: QtBot, desk: Clinic, open_slip: Callable[[UUID], SlipPage]
) -> None:
    round_id = walked(desk)
    slip = desk.services.penalties.propose(round_id, desk.people["G1"], desk.boss).value
    page = open_slip(slip.id)
    qtbot.mouseClick(page.approve_button, Qt.MouseButton.LeftButton)
    approving = dialog(qtbot, ApproveDialog)
    assert approving.decided_by.count() == 0 and approving.decided_by.chosen() is None
    assert "Nobody who holds a post that decides" in approving.field_row("decided_by").problem.text()
    qtbot.mouseClick(approving.save_button, Qt.MouseButton.LeftButton)
    assert approving.isVisible()
    assert state_of(desk, slip.id).state is SlipState.PROPOSED
    approving.finish()


def test_a_decision_of_tomorrow_is_said_beside_its_field(
    qtbot: QtBot, desk: Clinic, open_slip: Callable[[UUID], SlipPage]
) -> None:
    slip = desk.propose(walked(desk), "G1")
    page = open_slip(slip.id)
    qtbot.mouseClick(page.approve_button, Qt.MouseButton.LeftButton)
    approving = dialog(qtbot, ApproveDialog)
    approving.on.set_day(date(2026, 11, 22))
    qtbot.mouseClick(approving.save_button, Qt.MouseButton.LeftButton)
    assert "2026-11-21" in approving.field_row("on").problem.text()
    approving.finish()


def test_a_slip_changed_elsewhere_is_refused_with_a_sentence(
    qtbot: QtBot, desk: Clinic, open_slip: Callable[[UUID], SlipPage], told: Told
) -> None:
    slip = desk.propose(walked(desk), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    page = open_slip(slip.id)
    desk.services.penalties.withdraw(slip.id, slip.revision + 1, "误判", desk.by)
    qtbot.mouseClick(page.issue_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Issue")
    refusing = dialog(qtbot, PromptDialog)
    assert refusing.words() == "处分单已经撤销，不能再办理。仍需处分的，请在处分建议中重新提出。"
    refusing.close()
    assert [error.code for error in told.refusals] == ["slip_is_withdrawn"]


def test_nobody_issues_a_slip_on_herself_and_is_told_why(qtbot: QtBot, desk: Clinic, tools: Tools, told: Told) -> None:
    slip = desk.propose(walked(desk), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    on_herself = By.alone(desk.people["G1"])
    page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: on_herself)
    shown(qtbot, page)
    page.show_slip(slip.id)
    qtbot.waitUntil(page.issue_button.isVisible)
    qtbot.mouseClick(page.issue_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Issue")
    refusing = dialog(qtbot, PromptDialog)
    assert "任何人不得对本人的处分单作出决定" in refusing.words()
    refusing.close()


def test_what_would_be_decided_today_is_shown_and_changes_nothing(
    qtbot: QtBot, desk: Clinic, open_slip: Callable[[UUID], SlipPage]
) -> None:
    slip = desk.sanction(DAY, "G2")
    page = open_slip(slip.id)
    assert not page.view.otherwise.isVisible()
    desk.walk(BEFORE, {"G2": [BADGE]})
    page.show_slip(slip.id)
    qtbot.waitUntil(page.view.otherwise.isVisible)
    assert "第二次" in page.view.otherwise.text()
    assert page.view.total.text() == "—"


def test_the_list_narrows_by_state_and_by_what_is_typed(qtbot: QtBot, desk: Clinic, tools: Tools) -> None:
    issued = desk.sanction(BEFORE, "G1")
    desk.clock.advance(timedelta(minutes=1))
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    proposed = {desk.propose(round_id, number).number for number in ("G1", "G2")}
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)

    def numbers() -> set[str]:
        return {line.number for line in page.lines.all_rows()}

    qtbot.waitUntil(lambda: numbers() == {issued.number, *proposed})
    qtbot.waitUntil(lambda: page.states[SlipState.PROPOSED].text() == "已提出 2")
    assert page.states[None].text().endswith("3")
    qtbot.mouseClick(page.states[SlipState.PROPOSED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: numbers() == proposed)
    press(qtbot, page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)
    type_in(page.search, "若彤")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.employee for line in page.lines.all_rows()] == ["周若彤"])
    page.table.selectRow(0)
    with qtbot.waitSignal(page.slip_wanted):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    type_in(page.search, "不存在")
    qtbot.waitUntil(lambda: numbers() == set())
    assert page.table.empty_words().startswith("No slip fits")


def test_a_rung_is_short_in_the_list_so_that_institutions_keep_their_words(
    qtbot: QtBot, desk: Clinic, tools: Tools
) -> None:
    line = desk.sanction(DAY, "G1")
    assert [line_words(line, language) for language in LANGUAGES] == ["第一次", "First"]
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 1)
    index = page.lines.index(0, 2)
    assert page.lines.data(index, Qt.ItemDataRole.ToolTipRole) == line.institution


def test_an_empty_list_says_what_to_do_first(qtbot: QtBot, desk: Clinic, tools: Tools) -> None:
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.table.empty_words().startswith("No slips yet"))
    assert not page.institution.isVisible()  # one institution needs no filter


def test_the_models_keep_qts_rules(
    qtbot: QtBot, desk: Clinic, tools: Tools, proposals: ProposalsPage, open_slip: Callable[[UUID], SlipPage]
) -> None:
    round_id = walked(desk)
    slip = desk.propose(round_id, "G1")
    page, slips = (
        open_slip(slip.id),
        SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by),
    )
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (proposals.rows, slips.lines, page.view.payers, page.view.steps)
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    shown(qtbot, slips)
    proposals.show_round(round_id)
    page.show_slip(slip.id)
    qtbot.waitUntil(lambda: proposals.rows.rowCount() == 2 and slips.lines.rowCount() == 2)
    assert len(testers) == 4


def test_the_keys_of_each_page_stand_under_f1(
    desk: Clinic, proposals: ProposalsPage, open_slip: Callable[[UUID], SlipPage]
) -> None:
    slip = desk.propose(walked(desk), "G1")
    assert {"Ctrl+Return", "Return", "F2", "Esc"} <= {key.sequence for key in proposals.key_table.bound()}
    assert {"Ctrl+Return", "Ctrl+P", "Ctrl+D", "Esc"} <= {key.sequence for key in open_slip(slip.id).key_table.bound()}
