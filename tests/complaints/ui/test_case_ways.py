"""Every other way out of a case's step: level, back, skip, pause, merge, split, correction, people, flag, files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.complaints.ui.sight import Sight, words_of
from tests.hands import type_words

from qualitydesk.complaints.model import (
    Responsibility,
    SolutionDraft,
    Step,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.ui.case_dialogs import CaseMergeDialog, PauseDialog, SplitDialog
from qualitydesk.complaints.ui.correct_dialog import CaseCorrectDialog
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.parts.solving import ApprovalPart
from qualitydesk.complaints.ui.people_dialog import PeopleDialog
from qualitydesk.complaints.ui.tabs.facts import FactsTab
from qualitydesk.complaints.ui.tabs.files import FilesTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.complaints.ui.tabs.severity import SeverityTab
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Sight:
    return Sight(house, tools, eye, shown)


def test_another_level_wants_a_reason_and_level_four_a_second_person(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.CLASSIFIED)
    sight.show(case_id)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClassifyPart)
    next(iter(part._judged.values())).choose(Responsibility.PARTLY)
    assert not part.reason.isVisible()  # asked for only where it is needed
    assert not part.confirmed_by.isVisible()
    part.refund.set_fen(50_000_01)
    eye.until(lambda: "IV级" in part.proposal.words() and "五万元" in part.proposal.words())
    assert part.confirmed_by.isVisible() and "IV" in dialog.field_row("confirmed_by").hint.text()
    QTest.mouseClick(dialog.save_button, LEFT)
    eye.until(lambda: "confirmed_by" in dialog.problems_shown())
    part.level.choose(3)
    part.level.picked.emit(3)
    assert part.reason.isVisible() and not part.confirmed_by.isVisible()
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
    eye.dialog(PromptDialog)  # whoever corrects sees names in full: with a reason
    typed = QApplication.focusWidget()
    assert typed is not None
    type_words(typed, "更正登记内容")
    QTest.keyClick(typed, Key.Key_Return, CONTROL)
    eye.gone(PromptDialog)
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
