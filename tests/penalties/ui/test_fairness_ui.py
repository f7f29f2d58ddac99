"""Before issuing, by keys: the card on the slip's page, the question, and the column of the dialog for many."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, press, shown, state_of, words_on

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipFilter, SlipState
from qualitydesk.penalties.model.fairness import Fairness
from qualitydesk.penalties.ui.many_dialogs import IssueManyDialog
from qualitydesk.penalties.ui.slip_page import SlipPage

DAY = date(2026, 11, 20)
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, tools: Tools, desk: Clinic) -> SlipPage:
    page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    return page


def test_the_card_warns_enter_opens_a_similar_slip_esc_leads_back_and_the_question_repeats_the_warnings(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    other = desk.sanction(DAY - timedelta(days=40), "G2")
    slip = desk.propose(desk.walk(DAY - timedelta(days=39), {"G1": (BADGE,)}), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    page = opened(qtbot, tools, desk)
    page.show_slip(slip.id)
    card = page.view.fairness
    qtbot.waitUntil(lambda: "检查人（报告人）和提出人" in words_on(card))
    assert "距今" in words_on(card)
    assert "只有 1 张" in words_on(card)
    qtbot.waitUntil(lambda: tools.operations.quiet)

    press(qtbot, page, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(card.table.hasFocus)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reprint_button.isVisible)
    assert not card.isVisible()  # it is issued: nothing to weigh any more
    with qtbot.assertNotEmitted(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)
        qtbot.waitUntil(page.issue_button.isVisible)
    qtbot.waitUntil(lambda: "检查人（报告人）和提出人" in words_on(card))

    press(qtbot, page, Qt.Key.Key_Return, CONTROL)
    asked = dialog(qtbot, PromptDialog)
    assert "• 签发人同时是本单的检查人（报告人）和提出人" in asked.words()
    answer(qtbot, "Issue")
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.ISSUED)
    qtbot.waitUntil(lambda: not card.isVisible())
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)
    assert state_of(desk, other.id).state is SlipState.ISSUED


def test_nothing_to_warn_of_is_said_and_the_question_stays_short(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = desk.propose(desk.walk(DAY, {"G1": (BADGE,)}), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    desk.sign_rules()
    desk.me = desk.people["G2"]  # somebody else issues
    page = opened(qtbot, tools, desk)
    page.show_slip(slip.id)
    qtbot.waitUntil(lambda: "还没有同类处分单可供比较。" in words_on(page.view.fairness))
    qtbot.waitUntil(lambda: "Nothing was found" in words_on(page.view.fairness))
    assert not page.view.fairness.table.isVisible()
    press(qtbot, page, Qt.Key.Key_Return, CONTROL)
    assert "•" not in dialog(qtbot, PromptDialog).words()
    answer(qtbot, "Cancel")


def test_what_cannot_be_checked_is_said_and_keeps_nobody_from_issuing(
    qtbot: QtBot, tools: Tools, desk: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_slip_id: UUID, _by: By) -> Fairness:
        raise Refused("no_edition", rule="settlement", day="2026-11-20")

    slip = desk.propose(desk.walk(DAY, {"G1": (BADGE,)}), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    monkeypatch.setattr(desk.services.penalties, "fairness", refuses)
    page = opened(qtbot, tools, desk)
    page.show_slip(slip.id)
    qtbot.waitUntil(lambda: "It could not be checked" in words_on(page.view.fairness))
    assert "没有生效的制度版本" in words_on(page.view.fairness)
    press(qtbot, page, Qt.Key.Key_Return, CONTROL)
    answer(qtbot, "Issue")
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.ISSUED)


def test_issuing_many_shows_beside_each_what_speaks_against_it_and_issues_all_the_same(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    desk.sanction(DAY, "G1", BADGE_SIDE)
    walked = desk.walk(DAY, {"G1": (BADGE,), "G2": (BADGE,)}, hour=15)
    for number in ("G1", "G2"):
        slip = desk.propose(walked, number, "下午另一次" if number == "G1" else "")
        desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    desk.sign_rules()
    lines = desk.services.penalties.lines(SlipFilter(state=SlipState.APPROVED))
    many = IssueManyDialog(tools, desk.services.penalties, lines, desk.by)
    many.open()
    qtbot.waitUntil(lambda: tools.operations.quiet and "签发人同时是" in words_on(many.card))
    at = next(place for place, line in enumerate(lines) if line.employee_id == desk.people["G1"])
    texts = [str(many.slips.index(place, 4).data()) for place in range(2)]
    assert texts[at] == "3 to look at" and texts[1 - at] == "1 to look at"
    many.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up) if at == 0 else (Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(many.table, key)
    qtbot.waitUntil(lambda: "同一行为只处分一次" in words_on(many.card))
    qtbot.mouseClick(many.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(state_of(desk, line.id).state is SlipState.ISSUED for line in lines))
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert QApplication.activeModalWidget() is None
