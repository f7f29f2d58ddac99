"""A case's page: each step by its window, the clocks derive themselves, notes save themselves, every other way out."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front, type_words

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import (
    Agreement,
    MoneyKind,
    Outcome,
    PaymentState,
    PayWay,
    Responsibility,
    SolutionDraft,
    Stage,
    Step,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.ui.case_dialogs import CaseMergeDialog, PauseDialog, SplitDialog
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.clock_row import DerivationDialog
from qualitydesk.complaints.ui.correct_dialog import CaseCorrectDialog
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, PayVerb, RequestDialog
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.parts.ending import ClosingPart, HandlingPart, PreventionPart
from qualitydesk.complaints.ui.parts.investigating import InvestigationPart
from qualitydesk.complaints.ui.parts.solving import ApprovalPart, FormalitiesPart, NegotiationPart, SolutionPart
from qualitydesk.complaints.ui.people_dialog import PeopleDialog
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.complaints.ui.tabs.facts import FactsTab
from qualitydesk.complaints.ui.tabs.files import FilesTab
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.complaints.ui.tabs.notes import NotesTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.complaints.ui.tabs.severity import SeverityTab
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Sight:
    """The page in a window."""

    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> None:
        self.page = CasePage(tools, house.complaints, house.group.directory, house.clock, house.by, house.members)
        self._house, self._eye = house, eye
        self.window = shown(self.page)

    def show(self, case_id: UUID) -> None:
        self.page.show_case(case_id)
        self._eye.until(self.page.tabs.isVisible)

    def step_window(self) -> CaseStepDialog:
        """Ctrl+Return: the window of the present step."""
        assert in_front(self.window)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Return, CONTROL)
        return self._eye.dialog(CaseStepDialog)

    def save(self, dialog: DraftDialog) -> None:
        """A click on Save; the dialog closes or says why not."""
        kind = type(dialog)
        QTest.mouseClick(dialog.save_button, LEFT)
        self._eye.rest()
        self._eye.gone(kind)

    def menu(self, name: str) -> None:
        action = self.page.more.actions[name]
        assert action.isVisible(), name
        action.trigger()
        self._eye.rest()

    def tab(self, kind: type[QWidget]) -> QWidget:
        found = next(part for part in self.page.parts if isinstance(part, kind))
        self.page.tabs.setCurrentWidget(found)
        self._eye.rest()
        return found


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Sight:
    return Sight(house, tools, eye, shown)


def words_of(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text())


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
    assert approve.decided_by.chosen() is None  # not who asked
    approve.decided_by.choose(house.director)
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


def test_another_level_wants_a_reason_and_level_four_a_second_person(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.CLASSIFIED)
    sight.show(case_id)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClassifyPart)
    next(iter(part._judged.values())).choose(Responsibility.PARTLY)
    part.refund.set_fen(50_000_01)
    eye.until(lambda: "IV级" in part.proposal.words() and "五万元" in part.proposal.words())
    QTest.mouseClick(dialog.save_button, LEFT)
    eye.until(lambda: "confirmed_by" in dialog.problems_shown())
    part.level.choose(3)
    QTest.mouseClick(dialog.save_button, LEFT)
    eye.until(lambda: set(dialog.problems_shown()) == {"reason"})
    part.reason.setText("患者已撤回部分要求")
    sight.save(dialog)
    severity = house.case(case_id).severity
    assert severity is not None and (severity.level, severity.proposed) == (3, 4)
    tab = sight.tab(SeverityTab)
    assert "患者已撤回部分要求" in words_of(tab) and "五万元" in words_of(tab)


def test_back_skip_and_reopen_ask_for_reasons(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.DRAFTED)
    sight.show(case_id)
    sight.menu("back")
    dialog = eye.dialog(MoveDialog)
    dialog.reason.setPlainText("事实尚有出入")
    sight.save(dialog)
    assert house.case(case_id).line.step is Step.CLASSIFIED
    house.drive(case_id, Step.NEGOTIATED)
    sight.page.refresh(frozenset())
    eye.rest()
    sight.menu("skip")
    dialog = eye.dialog(MoveDialog)
    dialog.reason.setPlainText("患者当场接受")
    sight.save(dialog)
    assert house.case(case_id).line.step is Step.FORMALITIES
    house.drive(case_id, None)
    sight.page.refresh(frozenset())
    eye.until(sight.page.more.actions["reopen"].isVisible)
    sight.menu("reopen")
    dialog = eye.dialog(MoveDialog)
    dialog.to.choose(int(Step.NEGOTIATED))
    dialog.reason.setPlainText("患者再次来电")
    sight.save(dialog)
    page = house.case(case_id)
    assert page.line.step is Step.NEGOTIATED and page.line.reopened == 1


def test_pause_and_take_up_again(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    sight.menu("pause")
    dialog = eye.dialog(PauseDialog)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"reason"}
    dialog.reason.choose("patient_asked")
    sight.save(dialog)
    eye.until(lambda: "患者要求延后" in sight.page.banner.words())
    sight.menu("resume")
    eye.until(lambda: not house.case(case_id).line.paused)


def test_two_cases_are_merged_and_parted_again(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    first, second = house.open(Step.INVESTIGATED), house.open()
    sight.show(second)
    sight.menu("merge")
    dialog = eye.dialog(CaseMergeDialog)
    type_words(dialog.search, "BJC20261101")
    eye.until(lambda: dialog.table.current_row() is not None)
    dialog.reason.setPlainText("同一件事")
    sight.save(dialog)
    assert house.case(second).merged_into == (first, "BJC20261101")
    eye.until(lambda: "BJC20261101" in sight.page.banner.words() and not sight.page.next_button.isVisible())
    sight.menu("unmerge")
    prompt = eye.dialog(PromptDialog)
    focus = QApplication.focusWidget()
    assert focus is not None
    type_words(focus, "并错了")
    QTest.mouseClick(prompt.findChildren(type(sight.page.next_button))[-1], LEFT)
    eye.until(lambda: house.case(second).merged_into is None)


def test_a_subject_is_split_off_and_the_new_case_shown(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    sight.menu("split")
    dialog = eye.dialog(SplitDialog)
    dialog.subject.choose(house.case(case_id).subjects[1].id)
    dialog.reason.setPlainText("须由医务部办理")
    sight.save(dialog)
    eye.until(lambda: sight.page.page_title() == "BJC20261102")
    assert house.case(case_id).subjects[1].split_to is not None


def test_facts_are_corrected_with_a_reason(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    sight.menu("correct")
    dialog = eye.dialog(CaseCorrectDialog)
    assert dialog.complainant.name.text() == "王丽华" and not dialog.is_changed()
    dialog.place.setText("二楼前台")
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"reason"}
    dialog.reason.setText("登记时漏填")
    sight.save(dialog)
    page = house.case(case_id)
    assert page.intake.place == "二楼前台" and page.line.received_at == page.course.received_at
    assert len(page.subjects) == 2 and len(page.people) == 1
    tab = sight.tab(FactsTab)
    eye.until(lambda: "二楼前台" in words_of(tab))


def test_people_keep_what_was_judged_when_others_join(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.DRAFTED)
    sight.show(case_id)
    tab = sight.tab(PeopleTab)
    assert isinstance(tab, PeopleTab)
    QTest.mouseClick(tab.people_button, LEFT)
    dialog = eye.dialog(PeopleDialog)
    dialog.fields["witness"].choose([house.group.people[1]])  # type: ignore[index]
    sight.save(dialog)
    roles = {one.employee_id: (one.role, one.responsibility) for one in house.case(case_id).people}
    assert roles[house.guide] == ("complained", Responsibility.MAIN)
    assert roles[house.group.people[1]][0] == "witness"


def test_the_patient_is_flagged_and_an_earlier_flag_is_told(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    first, second = house.open(), house.open()
    sight.show(first)
    sight.menu("flag")
    prompt = eye.dialog(PromptDialog)
    focus = QApplication.focusWidget()
    assert focus is not None
    type_words(focus, "请主管陪同")
    QTest.mouseClick(prompt.findChildren(type(sight.page.next_button))[-1], LEFT)
    eye.until(lambda: "请主管陪同" in sight.page.banner.words())
    sight.show(second)
    eye.until(lambda: "BJC20261101" in sight.page.banner.words())


def test_an_attachment_is_added_and_stands_in_its_tab(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open()
    house.complaints.attach_bytes(case_id, "照片.png", b"x" * 3000, house.by())
    sight.show(case_id)
    tab = sight.tab(FilesTab)
    assert isinstance(tab, FilesTab)
    assert tab.files.data(tab.files.index(0, 0)) == "照片.png"
    assert tab.files.data(tab.files.index(0, 1)) == "3 KB"


def test_the_solution_of_somebody_else_is_approved_only_by_those_who_may(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.open(Step.DRAFTED)
    revision = house.case(case_id).line.revision
    work = StepWork(solution=SolutionDraft("道歉"), go_on=True)
    house.complaints.work(case_id, revision, work, house.by())
    sight.show(case_id)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ApprovalPart)
    dialog.decided_by.choose(house.group.me)
    part.approved.choose(True)
    QTest.mouseClick(dialog.save_button, LEFT)
    eye.until(lambda: "decided_by" in dialog.problems_shown())
    assert house.case(case_id).line.step is Step.APPROVED
    dialog.decided_by.choose(house.director)
    sight.save(dialog)
    assert house.case(case_id).line.step is Step.NEGOTIATED


def test_the_six_principles_are_a_key_away(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    sight.show(house.open())
    sight.menu("principles")
    prompt = eye.dialog(PromptDialog)
    assert prompt.words().count("\n") == 5
    prompt.accept()
