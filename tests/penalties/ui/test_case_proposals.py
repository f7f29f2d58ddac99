"""From step 10 of a case to its slips, by keys: proposed, changed with a reason, looked at, back to the case."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import type_over
from tests.penalties.case_work import MAIN, PARTLY, a_case
from tests.penalties.clinic import Clinic
from tests.penalties.ui.test_penalties_ui import answer, dialog, press, showing, shown, type_in, words_on

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import HandlingDraft, Step
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.choice_dialog import ChoiceDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(qtbot: QtBot, tools: Tools, desk: Clinic) -> ProposalsPage:
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    return page


def test_a_superior_is_left_out_with_a_reason_and_the_rest_is_proposed(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    case_id = a_case(desk, {"G1": MAIN, "G2": PARTLY})
    page = page_of(qtbot, tools, desk)
    page.show_case(case_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    assert page.leave_out_button.isHidden() and page.add_act_button.isHidden()
    assert page._note.text().endswith(": 2 people, 2 not proposed yet")
    qtbot.waitUntil(lambda: "有直接损失或退费" in words_on(page.card))
    assert "¥1,000.00" in words_on(page.card)
    press(qtbot, page, Qt.Key.Key_F2)
    form = dialog(qtbot, ChoiceDialog)
    assert not any(box.isEnabled() for box in form.amounts.values()), "the level's sums are fixed"
    form.leave_out.choose("head")
    form.leave_out.picked.emit("head")
    qtbot.waitUntil(lambda: form.total.text() == "¥600.00")
    qtbot.keyClick(form.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: list(form.problems_shown()) == ["leave_out_reason"])
    type_in(form.leave_out_reason, "当日出差")
    qtbot.keyClick(form.leave_out_reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: showing(ChoiceDialog) is None and page.rows.all_rows()[0].slip is not None)
    press(qtbot, page, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    answer(qtbot, "Propose all")
    qtbot.waitUntil(lambda: all(one.slip is not None for one in page.rows.all_rows()))
    sums = [one.decision.total for one in page.rows.all_rows()]
    assert sums == [600_00, 200_00]
    assert page._note.text().endswith(": 2 people; nobody is left to propose")


def test_one_person_is_told_as_one(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = page_of(qtbot, tools, desk)
    page.show_case(a_case(desk, {"G1": MAIN}))
    qtbot.waitUntil(lambda: page._note.text().endswith(": 1 person, not proposed yet"))


def test_the_fines_of_a_case_explain_themselves_with_slips_and_without(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    case_id = a_case(desk, {"G1": MAIN, "G2": PARTLY})
    complaints = desk.services.complaints
    proposed = complaints.handling_proposals(case_id)[0]
    by_hand = HandlingDraft(proposed.employee_id, proposed.role, proposed.sanction, proposed.fine, "口头决定")
    complaints.record_handling(case_id, [by_hand], desk.by)
    page = page_of(qtbot, tools, desk)
    page.explaining.explain_case(case_id)
    told = dialog(qtbot, ExplainDialog)
    words = words_on(told.card)
    assert "¥200.00" in words and "recorded without a slip" in words and "口头决定" in words
    told.close()


def test_a_case_in_which_nobody_answers_says_what_to_do(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    page = page_of(qtbot, tools, desk)
    page.show_case(a_case(desk, {}))
    qtbot.waitUntil(page.nobody_answers.isVisible)
    assert not page.propose_button.isEnabled() and not page.all_button.isEnabled()


def test_the_slip_of_a_case_is_approved_leads_to_the_case_and_is_listed_with_its_level(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    case_id = a_case(desk, {"G1": MAIN}, to=Step.HANDLED)
    penalties = desk.services.penalties
    (line,) = penalties.propose_all_on(penalties.of_case(case_id).event, desk.by).value
    page = SlipPage(tools, penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    wanted: list[object] = []
    page.case_wanted.connect(wanted.append)
    page.show_slip(line.id)
    qtbot.waitUntil(page.approve_button.isVisible)
    press(qtbot, page, Qt.Key.Key_R, CONTROL)
    assert wanted == [case_id]
    assert "II级" in page.view.sanction.text() and "记小过" in page.view.sanction.text()
    assert "每名责任人承担¥200.00" in page.view.rule.text()
    press(qtbot, page, Qt.Key.Key_Return, CONTROL)
    form = dialog(qtbot, ApproveDialog)
    type_over(form.way, say("zh", "slip.way.written"))
    qtbot.keyClick(form.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(page.issue_button.isVisible)
    assert len(desk.services.complaints.case(case_id).handlings) == 3
    assert penalties.slip(line.id).slip.state is SlipState.APPROVED
    listed = SlipsPage(tools, penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, listed)
    listed.refresh(frozenset())
    qtbot.waitUntil(lambda: listed.lines.rowCount() == 1)
    told = [str(listed.lines.data(listed.lines.index(0, at))) for at in range(listed.lines.columnCount())]
    assert "II级" in told and desk.services.complaints.case(case_id).line.number in told
