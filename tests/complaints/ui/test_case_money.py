"""Money of a case: asked for where step 8 asks for it, every verb by its key, approved only by who may."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.complaints.ui.sight import Sight, words_of

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import MoneyKind, PaymentDraft, PaymentState, PayWay, SolutionDraft, Step
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, RequestDialog
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.parts.solving import FormalitiesPart
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.complaints.ui.tabs.notes import NotesTab
from qualitydesk.directory.model import EmployeeDraft, Sex
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Sight:
    return Sight(house, tools, eye, shown)


def agreed(house: CaseHouse, refund: int) -> UUID:
    """A case in step 8 with a refund the patient has agreed to."""
    case_id = house.open(Step.DRAFTED)
    work = StepWork(go_on=True, solution=SolutionDraft("退还费用并道歉。", refund))
    house.complaints.work(case_id, house.case(case_id).line.revision, work, house.by())
    house.drive(case_id, Step.FORMALITIES)
    return case_id


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_step_eight_asks_for_the_money_has_it_approved_and_signed_in_its_own_window(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = agreed(house, 380_00)
    sight.show(case_id)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, FormalitiesPart)
    assert not part.money.needless_button.isVisible()  # money was agreed on: the step is not passed over
    press(Key.Key_A, ALT)
    request = eye.dialog(RequestDialog)
    assert (request.kind.chosen(), request.amount.fen()) == (MoneyKind.REFUND, 380_00)
    assert request.reason.toPlainText() == "患者接受。"
    request.way.choose(PayWay.WECHAT)
    sight.save(request)
    eye.until(lambda: len(part.money.verbs) == 1)
    assert "¥380.00" in words_of(part.money)
    QTest.mouseClick(part.money.verbs[0], LEFT)
    sight.save(eye.dialog(PaymentDialog))
    eye.until(lambda: house.case(case_id).payments[0].state is PaymentState.APPROVED)
    eye.until(lambda: len(part.money.verbs) == 1 and "Signed" in part.money.verbs[0].text())
    QTest.mouseClick(part.money.verbs[0], LEFT)
    sight.save(eye.dialog(PaymentDialog))
    eye.until(lambda: not part.money.verbs)
    sight.save(dialog)
    assert house.case(case_id).line.step is Step.CLOSED


def test_where_nothing_is_to_be_paid_step_eight_is_passed_over_with_a_reason(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.open(Step.FORMALITIES)
    sight.show(case_id)
    sight.step_window()
    press(Key.Key_N, ALT)
    skip = eye.dialog(MoveDialog)
    assert skip.reason.toPlainText()
    sight.save(skip)
    eye.gone(CaseStepDialog)
    page = house.case(case_id)
    assert page.line.step is Step.CLOSED and page.course.visits[-2].reason


def test_the_verbs_of_the_money_tab_have_keys_and_enter_opens_what_comes_next(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = agreed(house, 380_00)
    sight.show(case_id)
    tab = next(part for part in sight.page.parts if isinstance(part, MoneyTab))
    press(Key.Key_A, ALT)  # from any tab
    request = eye.dialog(RequestDialog)
    assert sight.page.tabs.currentWidget() is tab
    request.way.choose(PayWay.CASH)
    sight.save(request)
    eye.until(lambda: tab.payments.rowCount() == 1)
    for state in (PaymentState.APPROVED, PaymentState.APPROVED, PaymentState.PAID):
        tab.table.setFocus()
        QTest.keyClick(tab.table, Key.Key_Return)
        dialog = eye.dialog(PaymentDialog)
        dialog.words.setText("收据 0001")
        sight.save(dialog)
        assert house.case(case_id).payments[0].state is state
        eye.until(lambda state=state: tab.payments.all_rows()[0] == house.case(case_id).payments[0])  # type: ignore[misc]
    told = {key.sequence for key in sight.page.key_table.shown()}
    assert {"Alt+A", "Alt+Y", "Alt+N", "Alt+S", "Alt+R", "Alt+X", "Alt+P"} <= told
    assert "Alt+A" in tab.request_button.text()


def test_a_refund_is_approved_only_by_who_may_and_the_window_names_them(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = agreed(house, 380_00)
    post = next(one.id for one in house.group.directory.posts() if one.code == "cs_director")
    draft = EmployeeDraft("D002", "吴总监", Sex.MALE, house.complaints.today(), None, house.group.desk, post, None)
    second = house.group.directory.save_employee(draft, house.by()).value
    asked = By(second, house.group.me)
    house.complaints.request_payment(case_id, PaymentDraft(MoneyKind.REFUND, 380_00, PayWay.CASH), asked)
    sight.show(case_id)
    tab = sight.tab(MoneyTab)
    assert isinstance(tab, MoneyTab)
    eye.until(lambda: tab.payments.rowCount() == 1)
    press(Key.Key_Y, ALT)
    dialog = eye.dialog(PaymentDialog)
    offered = {dialog.decided_by.itemData(at) for at in range(dialog.decided_by.count())} - {None}
    assert offered == {house.director}  # neither who asked nor anybody of another post
    words = words_of(dialog)
    assert "客服总监" in words and "周总监" in words and "吴总监" in words
    dialog.reject()


def test_the_story_stands_beside_the_form_and_is_folded_by_a_key(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.CLASSIFIED)
    sight.show(case_id)
    dialog = sight.step_window()
    if dialog.story.isHidden():  # too narrow a screen
        press(Key.Key_S, ALT)
    told = words_of(dialog.story)
    assert "等候四十分钟" in told and "监控显示情况属实。" in told and "已致歉。" in told
    press(Key.Key_S, ALT)
    assert dialog.story.isHidden()
    dialog.reject()
    eye.rest()
    again = sight.step_window()
    assert again.story.isHidden()  # as it was left
    again.reject()


def test_the_sums_of_the_timeline_and_of_the_money_tab_explain_themselves(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = agreed(house, 380_00)
    house.complaints.request_payment(case_id, PaymentDraft(MoneyKind.REFUND, 380_00, PayWay.CASH), house.by())
    sight.show(case_id)
    notes, money = sight.tab(NotesTab), next(part for part in sight.page.parts if isinstance(part, MoneyTab))
    assert isinstance(notes, NotesTab)
    for verb, wanted in (("request_payment", "患者接受。"), ("solution", "退还费用并道歉。")):
        entry = next(one for one in notes.timeline.all_rows() if one.verb == verb)
        notes.timeline_table.select_key(entry.place)
        notes.timeline_table.setFocus()
        QTest.keyClick(notes.timeline_table, Key.Key_F4)
        told = eye.dialog(ExplainDialog)
        assert "¥380.00" in words_of(told) and wanted in words_of(told)
        told.close()
        eye.gone(ExplainDialog)
    sight.page.tabs.setCurrentWidget(money)
    column = next(at for at, one in enumerate(money.payments.columns) if one.asks is not None)
    where = money.table.visualRect(money.payments.index(0, column)).center()
    QTest.mouseClick(money.table.viewport(), LEFT, pos=where)
    told = eye.dialog(ExplainDialog)
    assert "¥380.00" in words_of(told)
    told.close()
    assert "F4" in {key.sequence for key in sight.page.key_table.shown()}


def test_the_fine_of_a_similar_case_asks_why_by_click_and_by_enter_while_the_level_is_set(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    earlier = house.open(Step.HANDLED)
    house.drive(earlier, Step.PREVENTED)
    assert house.case(earlier).handlings[0].amount
    house.clock.advance(timedelta(days=1))
    case_id = house.open(Step.CLASSIFIED)
    sight.show(case_id)
    asked: list[UUID] = []
    sight.page.case_why_wanted.connect(asked.append)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClassifyPart)
    table, rows = part.alike.table, part.alike.similar
    eye.until(lambda: rows.rowCount() == 1)
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Key.Key_Return)
    QTest.keyClick(table, Key.Key_F4)
    assert asked == [earlier, earlier]
    dialog.reject()
