"""A case's page: each step by its window, the clocks derive themselves, notes save themselves."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.complaints.ui.sight import Sight, words_of
from tests.hands import type_words

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import (
    Agreement,
    MoneyKind,
    Outcome,
    PaymentState,
    PayWay,
    Responsibility,
    Stage,
    Step,
)
from qualitydesk.complaints.ui.clock_row import DerivationDialog
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, RequestDialog
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.parts.ending import ClosingPart, HandlingPart, PreventionPart
from qualitydesk.complaints.ui.parts.investigating import InvestigationPart
from qualitydesk.complaints.ui.parts.solving import ApprovalPart, FormalitiesPart, NegotiationPart, SolutionPart
from qualitydesk.complaints.ui.pay_words import PayVerb
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.complaints.ui.tabs.notes import NotesTab
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Sight:
    return Sight(house, tools, eye, shown)


def test_a_case_goes_through_its_eleven_steps_by_their_windows(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open()
    sight.show(case_id)
    sight.save(sight.step_window())  # taken down and accepted at once, handled by who sits here
    assert house.case(case_id).line.step is Step.INVESTIGATED
    dialog = sight.step_window()
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"note", "contact_words"}
    part = dialog.part
    assert isinstance(part, InvestigationPart)
    type_words(part.note, "监控显示情况属实。")
    type_words(part.contact_words, "已致电道歉。")
    sight.save(dialog)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClassifyPart)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"people_0"}
    next(iter(part._judged.values())).choose(Responsibility.MAIN)
    part.refund.set_fen(20_000_00)
    eye.until(lambda: "II级" in part.proposal.words())
    sight.save(dialog)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, SolutionPart)
    type_words(part.solution, "退还费用并道歉。")
    part.refund.set_fen(380_00)
    sight.save(dialog)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ApprovalPart)
    assert dialog.decided_by.chosen() == house.director  # not the drafter
    part.approved.choose(True)
    sight.save(dialog)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, NegotiationPart)
    part.result.choose(Agreement.NO_AGREEMENT)
    type_words(part.words, "患者不接受。")
    QTest.mouseClick(dialog.save_button, LEFT)
    assert "outside_ways_told" in dialog.problems_shown()
    part.result.choose(Agreement.AGREED)
    sight.save(dialog)
    finish(sight, house, eye, case_id)


def finish(sight: Sight, house: CaseHouse, eye: Eye, case_id: UUID) -> None:
    """From the formalities on, with a refund."""
    dialog = sight.step_window()
    assert isinstance(dialog.part, FormalitiesPart)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"payments"}
    dialog.reject()
    eye.rest()
    pay(sight, house, eye, case_id)
    sight.save(sight.step_window())
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClosingPart)
    type_words(part.summary, "已退费并道歉。")
    for picker in part._outcomes.values():
        picker.choose(Outcome.UPHELD)
    sight.save(dialog)
    assert house.case(case_id).line.stage is Stage.AFTER_CARE
    dialog = sight.step_window()
    assert isinstance(dialog.part, HandlingPart)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert "none" in dialog.problems_shown()  # nothing is ticked beforehand: penalties come back from their slips
    dialog.part._rows[0][0].setChecked(True)
    sight.save(dialog)
    assert house.case(case_id).handlings[0].amount == 200_00
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, PreventionPart)
    type_words(part.task, "导诊台增设排队时间显示")
    type_words(part.criterion, "三个月内无同类投诉")
    sight.save(dialog)
    page = house.case(case_id)
    assert page.line.stage is Stage.DONE and page.prevention is not None and page.prevention.measure_id is not None
    eye.until(lambda: not sight.page.next_button.isVisible())


def pay(sight: Sight, house: CaseHouse, eye: Eye, case_id: UUID) -> None:
    """Asked for, approved by another, signed."""
    tab = sight.tab(MoneyTab)
    assert isinstance(tab, MoneyTab)
    QTest.mouseClick(tab.request_button, LEFT)
    request = eye.dialog(RequestDialog)
    assert (request.kind.chosen(), request.amount.fen()) == (MoneyKind.REFUND, 380_00)
    request.way.choose(PayWay.WECHAT)
    sight.save(request)
    eye.until(tab.verbs[PayVerb.APPROVE].isVisible)
    QTest.mouseClick(tab.verbs[PayVerb.APPROVE], LEFT)
    approve = eye.dialog(PaymentDialog)
    assert approve.decided_by.chosen() == house.director  # not who asked
    sight.save(approve)
    QTest.mouseClick(tab.verbs[PayVerb.SIGN], LEFT)
    sight.save(eye.dialog(PaymentDialog))
    found = house.case(case_id).payments[0]
    assert (found.state, found.signed_on) == (PaymentState.APPROVED, house.complaints.today())
    eye.until(lambda: "¥380.00" in tab.sums.text() and "¥0.00" in tab.sums.text())


def test_a_clock_opens_its_derivation_step_by_step(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    house.clock.advance(timedelta(hours=2))
    sight.show(case_id)
    closing = next(one for one in sight.page.clocks.buttons if "结案期限" in one.text())
    QTest.mouseClick(closing, LEFT)
    dialog = eye.dialog(DerivationDialog)
    words = words_of(dialog.card)
    assert "结案期限 · 硬性期限" in words and "京内" in words and "2026-11-28" in words
    dialog.accept()


def test_a_date_that_hangs_on_a_notice_to_come_is_provisional(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    house.clock.advance(timedelta(days=(date(2026, 12, 30) - house.complaints.today()).days))
    sight.show(house.open(Step.INVESTIGATED))
    target, hard, closing = ("调查取证", "内部调查与首次联系", "结案期限")
    told = {one.text().split("  ")[0]: one for one in sight.page.clocks.buttons}
    assert "（暂定）" in told[hard].text() and "（暂定）" in told[hard].toolTip()
    assert "（暂定）" not in told[target].text() + told[closing].text()  # hours and calendar days hang on no notice
    QTest.mouseClick(told[hard], LEFT)
    dialog = eye.dialog(DerivationDialog)
    assert "计时中（暂定）" in words_of(dialog.card) and "2027 年的放假安排尚未公布" in words_of(dialog.card)
    dialog.accept()


def test_the_bar_tells_what_is_behind_and_where_it_stands(sight: Sight, house: CaseHouse) -> None:
    case_id = house.open(Step.DRAFTED)
    page = house.case(case_id)
    house.complaints.skip_step(case_id, page.line.revision, "当场解决", By(house.group.me, house.group.me))
    sight.show(case_id)
    bar = sight.page.steps
    assert [bar.state_of(step) for step in (Step.RECEIVED, Step.DRAFTED, Step.APPROVED, Step.CLOSED)] == [
        "past", "skipped", "here", "ahead",
    ]  # fmt: skip
    assert "当场解决" in bar.tip_of(Step.DRAFTED)


def test_a_note_saves_itself_and_is_written_on(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    tab = sight.tab(NotesTab)
    assert isinstance(tab, NotesTab)
    tab.editor.setFocus()
    type_words(tab.editor, "已询问当班导医。")
    eye.until(lambda: [one.words for one in house.case(case_id).notes] == ["已询问当班导医。"])
    type_words(tab.editor, "说法一致。")
    eye.until(lambda: [one.words for one in house.case(case_id).notes] == ["已询问当班导医。说法一致。"])
    eye.until(lambda: tab.state.text() == "已保存" or tab.state.text() == "saved")
    assert [one.verb for one in house.case(case_id).timeline].count("note") == 1
    QTest.mouseClick(tab.fresh, LEFT)
    type_words(tab.editor, "第二条")
    eye.until(lambda: len(house.case(case_id).notes) == 2)


def test_what_is_typed_is_saved_when_the_page_is_left(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    tab = sight.tab(NotesTab)
    assert isinstance(tab, NotesTab)
    type_words(tab.editor, "还没停笔")
    assert not sight.page.may_leave()  # on its way
    eye.rest()
    assert sight.page.may_leave()
    assert [one.words for one in house.case(case_id).notes] == ["还没停笔"]
