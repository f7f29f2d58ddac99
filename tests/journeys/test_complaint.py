"""A complaint from the call to the filed case through the real window, the program closed and started in between."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import Level, Stage, Step
from qualitydesk.complaints.ui.board_page import BoardPage
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.directory.model import EmployeeDraft, EmployeeFilter, Sex

STORY = "患者在导医台等候四十分钟，三次询问均无人答复。"


def a_head(home: Path) -> None:
    """Somebody who may approve solutions: the head of the institution."""
    services = open_services(default_url(home), home)
    directory = services.directory
    me = next(iter(directory.people(EmployeeFilter())))
    post = next(one.id for one in directory.posts() if one.code == "head_of_institution")
    draft = EmployeeDraft("A020", "秦院长", Sex.FEMALE, directory.today(), None, me.department_id, post, None)
    directory.save_employee(draft, By.alone(me.id))
    services.close()


def write_in(sitting: Sitting, name: str, text: str) -> None:
    """Into the field of this name, as typed."""
    sitting.field(name).setFocus()
    sitting.write(text)


def pick(sitting: Sitting, name: str, text: str) -> None:
    """One of a picker's list, by typing it."""
    sitting.fill(**{name: text})


def to_case(sitting: Sitting) -> CasePage:
    """From the board by Enter."""
    sitting.page("complaints")
    board = sitting.window.current_page()
    assert isinstance(board, BoardPage)
    sitting.press(Key.Key_Return)
    page = sitting.window.current_page()
    assert isinstance(page, CasePage)
    sitting.until_quiet(page.next_button.isVisible)
    return page


def step(sitting: Sitting) -> CaseStepDialog:
    """Ctrl+Return: the window of the present step."""
    sitting.control(Key.Key_Return)
    return sitting.dialog(CaseStepDialog)


def on(sitting: Sitting, dialog: CaseStepDialog) -> None:
    """Save, and the page shows where the case stands."""
    words = dialog.save_button.text()
    sitting.click(words, dialog)
    sitting.until(lambda: not sitting.dialogs())
    sitting.front()


def test_a_complaint_from_the_call_to_the_closed_case_with_restarts_between(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    a_head(home)
    first = sit().at_work()
    first.page("complaints")
    assert "还没有投诉" in first.words() or "目前没有在办投诉" in first.words()
    first.control(Key.Key_N)
    first.dialog(IntakeDialog)
    write_in(first, "投诉人", "王丽华")
    write_in(first, "投诉人：电话", "13812345678")
    write_in(first, "事情经过", STORY)
    pick(first, "投诉事项", "等候")
    pick(first, "被投诉人", "A002")
    first.control(Key.Key_Return)
    first.until(lambda: not first.dialogs())
    page = first.window.current_page()
    assert isinstance(page, CasePage)
    first.until_quiet(lambda: page.page_title().startswith("BJC"))
    first.front()
    on(first, step(first))  # accepted at once
    assert "3 调查取证" in page.next_button.text()
    first.close()

    second = sit().at_work()
    page = to_case(second)
    dialog = step(second)
    write_in(second, "调查情况", "监控显示情况属实。")
    write_in(second, "联系内容", "已致电道歉并说明处理时限。")
    on(second, dialog)
    dialog = step(second)
    pick(second, "张𬱖", "主要责任")
    second.click("有直接损失", dialog)
    second.until_quiet(lambda: "II级" in second.words())
    on(second, dialog)
    dialog = step(second)
    write_in(second, "方案内容", "当面道歉，赠送复诊一次。")
    on(second, dialog)
    second.close()

    third = sit().at_work()
    page = to_case(third)
    dialog = step(third)
    assert "秦院长" in third.words()
    pick(third, "审批结论", "同意")
    on(third, dialog)
    dialog = step(third)
    pick(third, "结果", "达成一致")
    write_in(third, "协商内容", "患者接受，不再追究。")
    on(third, dialog)
    dialog = step(third)
    write_in(third, "列为重点关注，原因", "请主管陪同接待")
    on(third, dialog)
    dialog = step(third)
    write_in(third, "结案小结", "已道歉，患者满意。")
    pick(third, "等候时间", "成立")
    on(third, dialog)
    line = third.services.complaints.lines()[0]
    assert (line.stage, line.step, line.level) == (Stage.AFTER_CARE, Step.HANDLED, Level.II)
    assert line.closed_at is not None and line.flagged
    assert line.number[:3] == "BJC" and line.number.endswith("01")
    found = third.services.complaints.case(line.id)
    assert len(found.course.visits) == 10 and found.solution is not None and found.solution.approved_by == "秦院长"
    third.close()
