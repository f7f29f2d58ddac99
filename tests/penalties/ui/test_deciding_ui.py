"""What is left to people, decided by keys on the slip and the page of points; points beside a proposal; who answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.settling import points
from tests.penalties.ui.test_penalties_ui import dialog, press, showing, shown

from qualitydesk.basics import money
from qualitydesk.inspections.model import RoundKind
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Blame
from qualitydesk.penalties.ui.choice_dialog import ChoiceDialog
from qualitydesk.penalties.ui.points_page import PointsPage
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.verdict_dialog import VerdictDialog
from qualitydesk.rulebook.model import Role

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier


def save(qtbot: QtBot, window: DraftDialog) -> None:
    assert in_front(window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)


def decide(qtbot: QtBot, asked: VerdictDialog, desk: Clinic) -> None:
    """What is missing stands beside its fields; then yes, with a reason."""
    assert asked.decided_by.chosen() == desk.people["GM"], "the one who may is proposed"
    save(qtbot, asked)
    assert set(asked.problems_shown()) == {"granted", "reason"}
    type_over(asked.granted, "同意执行")
    asked.reason.setFocus()
    type_words(asked.reason, "屡次违反")
    save(qtbot, asked)
    qtbot.waitUntil(lambda: showing(VerdictDialog) is None)


def test_observation_is_decided_from_the_slip(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    for days in (60, 30):
        desk.sanction(DAY - timedelta(days=days), "G1", BADGE)
    slip = desk.sanction(DAY, "G1", BADGE)
    services = desk.services
    page = SlipPage(tools, services.penalties, services.directory, lambda: desk.by, services.consequences)
    shown(qtbot, page)
    page.show_slip(slip.id)
    qtbot.waitUntil(page.view.verdict_button.isVisible)
    assert page.view.verdict.text() == "建议留岗察看 · 待总经理决定，决定前不生效"
    press(qtbot, page, Qt.Key.Key_Y, CTRL)
    decide(qtbot, dialog(qtbot, VerdictDialog), desk)
    qtbot.waitUntil(lambda: "贺明远决定：同意执行。屡次违反" in page.view.verdict.text())
    qtbot.waitUntil(lambda: page.view.steps.rowCount() == 4)
    assert page.view.steps.row_at(page.view.steps.index(3, 0)).verb == "decide_consequence"


def test_a_slip_that_leaves_nothing_to_people_says_nothing_of_it(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = desk.sanction(DAY, "G1", BADGE)
    services = desk.services
    page = SlipPage(tools, services.penalties, services.directory, lambda: desk.by, services.consequences)
    shown(qtbot, page)
    page.show_slip(slip.id)
    qtbot.waitUntil(page.preview_button.isVisible)
    assert not page.view.verdict_button.isVisible()
    press(qtbot, page, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert showing(VerdictDialog) is None


def test_what_follows_from_points_is_decided_on_its_page(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.hire("C1", "单明霞", "consultant", "LEAD")
    for at in range(10):
        points(desk, "C1", "rude", datetime(2026, 11, 2 + at, 2, tzinfo=UTC))
    services = desk.services
    page = PointsPage(
        tools, services.points, services.directory, lambda: desk.by, services.consequences, now=desk.clock.now
    )
    page.show_follows(date(2026, 11, 1))
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.follows.rowCount() == 1 and tools.operations.quiet)
    assert page.tabs.currentWidget() is page.follow_table and page.decide_button.isVisible()
    page.follow_table.setFocus()
    assert in_front(page)
    QTest.keyClick(page.follow_table, Qt.Key.Key_Return)
    decide(qtbot, dialog(qtbot, VerdictDialog), desk)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: page.follows.row_at(page.follows.index(0, 0)).decided is not None)
    page.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not page.decide_button.isVisible())


def test_points_of_that_day_are_asked_about_before_a_slip_is_proposed(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.hire("C1", "单明霞", "consultant", "LEAD")
    points(desk, "C1", "games", datetime(2026, 11, 20, 2, tzinfo=UTC))
    round_id = desk.walk(DAY, {"C1": [BADGE]}, hour=15)
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1 and page.propose_button.isEnabled())
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot, PromptDialog)
    editor = asked.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit) and in_front(asked)
    editor.setFocus()
    type_words(editor, "另有胸卡未佩戴")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.rows.all_rows()[0].slip is not None)
    (line,) = desk.services.penalties.lines()
    assert desk.services.penalties.slip(line.id).slip.decision.choice.other_act == "另有胸卡未佩戴"


def test_a_slip_of_that_day_is_shown_and_asked_about_before_another_is_proposed(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1")
    first = desk.sanction(DAY, "G1")
    round_id = desk.walk(DAY, {"G1": [BADGE]}, hour=15)
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1 and page.propose_button.isEnabled())
    assert first.number in page.warning.words() and money.words(first.total) in page.warning.words()
    assert not page.all_button.isEnabled()
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot, PromptDialog)
    assert first.number in asked.words() and money.words(first.total) in asked.words()
    editor = asked.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit) and in_front(asked)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert len(desk.services.penalties.lines()) == 2
    press(qtbot, page, Qt.Key.Key_F2)
    change = dialog(qtbot, ChoiceDialog)
    assert first.number in change.beside.text()
    change.save_button.click()
    qtbot.waitUntil(lambda: "other_act" in change.problems_shown())
    assert first.number in change.problems_shown()["other_act"]
    type_words(change.other_act, "下午另一班次")
    change.save_button.click()
    qtbot.waitUntil(lambda: page.rows.all_rows()[0].slip is not None)
    line = desk.services.penalties.lines()[0]
    assert desk.services.penalties.slip(line.id).slip.decision.choice.other_act == "下午另一班次"


def test_the_responsibility_found_suggests_the_sum_on_a_groups_round(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1", BADGE, kind=RoundKind.GROUP_ROUND)
    round_id = desk.walk(DAY, {"G1": [BADGE]}, RoundKind.GROUP_ROUND)
    (proposal,) = desk.services.penalties.proposals(round_id)
    leeway = desk.services.penalties.leeway(proposal.decision)
    asked = ChoiceDialog(tools, desk.services.penalties, proposal, leeway, lambda: desk.by)
    asked.open()
    assert in_front(asked)
    assert set(asked.blame) == {Role.EMPLOYEE, Role.SUPERIOR, Role.HEAD}
    type_over(asked.blame[Role.HEAD], "主要责任")
    qtbot.waitUntil(lambda: asked.amounts[Role.HEAD].fen() == 55000 and "750" in asked.total.text())
    save(qtbot, asked)
    qtbot.waitUntil(lambda: "amount_reason" in asked.problems_shown())
    asked.amount_reason.setFocus()
    type_words(asked.amount_reason, "未落实班前检查")
    save(qtbot, asked)
    qtbot.waitUntil(lambda: len(desk.services.penalties.lines()) == 2)
    line = desk.services.penalties.lines()[0]
    decision = desk.services.penalties.slip(line.id).slip.decision
    assert (line.total, dict(decision.choice.blame)) == (75000, {Role.HEAD: Blame.MAIN})
