"""A complaint from intake to the filed slip through the real window: closed and started again between the steps, killed
between two of them, and at the end every number explains itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

from tests.hands import type_over
from tests.journeys.conftest import ROOT, Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting
from tests.journeys.test_complaint import STORY, a_head, on, pick, step, to_case, write_in

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import HandlingRole, Level, Stage, Step
from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.outside_dialogs import AfterCallDialog
from qualitydesk.complaints.ui.tabs.after_care import AfterCareTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.printing.pages import page_texts
from qualitydesk.rulebook.model import Role
from qualitydesk.storage import audit

Frozen = dict[tuple[str, int], Deadline]


def case_of(sitting: Sitting) -> UUID:
    (line,) = sitting.services.complaints.lines()
    return line.id


def stopped(sitting: Sitting) -> Frozen:
    """The clocks that have stopped, as they stand."""
    clocks = sitting.services.complaints.clocks(case_of(sitting))
    return {one.id: one for one in clocks if one.stopped_at is not None}


def end(sitting: Sitting, before: Frozen) -> Frozen:
    """What had stopped still stands as it did; then the program is closed."""
    now = stopped(sitting)
    for key, one in before.items():
        assert now[key] == one
    sitting.close()
    return now


def intake(sitting: Sitting) -> None:
    sitting.page("complaints")
    sitting.control(Key.Key_N)
    sitting.dialog(IntakeDialog)
    write_in(sitting, "投诉人", "王丽华")
    write_in(sitting, "投诉人：电话", "13812345678")
    write_in(sitting, "事情经过", STORY)
    pick(sitting, "投诉事项", "等候")
    pick(sitting, "被投诉人", "A002")
    sitting.control(Key.Key_Return)
    sitting.until(lambda: not sitting.dialogs())
    page = sitting.window.current_page()
    assert isinstance(page, CasePage)
    sitting.until_quiet(lambda: page.page_title().startswith("BJC"))
    sitting.front()
    on(sitting, step(sitting))


def look_into(sitting: Sitting) -> None:
    """Steps 3 and 4."""
    to_case(sitting)
    dialog = step(sitting)
    write_in(sitting, "调查情况", "监控显示情况属实。")
    write_in(sitting, "联系内容", "已致电道歉并说明处理时限。")
    on(sitting, dialog)
    dialog = step(sitting)
    pick(sitting, "张𬱖", "主要责任")
    sitting.click("有直接损失", dialog)
    sitting.until_quiet(lambda: "II级" in sitting.words())
    on(sitting, dialog)


def kill_in_the_middle(home: Path, case_id: UUID) -> None:
    """Another program on this folder dies while it leaves step 5."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, "-m", "tests.journeys.case_killer", str(home), str(case_id)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().strip() == "half"
        killed.kill()
        assert killed.wait(timeout=30) != 0


def solve(sitting: Sitting) -> None:
    """Steps 5 and 6, from where the killed program was half way."""
    page = to_case(sitting)
    assert "5 制定方案" in page.next_button.text()
    found = sitting.services.complaints.case(case_of(sitting))
    assert found.solution is None and found.course.step is Step.DRAFTED
    dialog = step(sitting)
    write_in(sitting, "方案内容", "当面道歉，赠送复诊一次。")
    on(sitting, dialog)
    dialog = step(sitting)
    pick(sitting, "审批结论", "同意")
    on(sitting, dialog)


def settle_and_close(sitting: Sitting) -> None:
    """Steps 7 to 9."""
    to_case(sitting)
    dialog = step(sitting)
    pick(sitting, "结果", "达成一致")
    write_in(sitting, "协商内容", "患者接受，不再追究。")
    on(sitting, dialog)
    dialog = step(sitting)
    write_in(sitting, "列为重点关注，原因", "请主管陪同接待")
    on(sitting, dialog)
    dialog = step(sitting)
    write_in(sitting, "结案小结", "已道歉，患者满意。")
    pick(sitting, "等候时间", "成立")
    on(sitting, dialog)


def propose(sitting: Sitting) -> None:
    """Ctrl+G from the case, Ctrl+Return on the page of proposals."""
    to_case(sitting)
    sitting.control(Key.Key_G)
    page = sitting.window.current_page()
    assert isinstance(page, ProposalsPage)
    sitting.until_quiet(lambda: page.rows.rowCount() == 1)
    sitting.until_quiet(lambda: "II级" in sitting.words() and "有直接损失或退费" in sitting.words())
    sitting.control(Key.Key_Return)
    sitting.until_quiet(lambda: page.rows.all_rows()[0].slip is not None)


def decide_and_issue(sitting: Sitting) -> None:
    """From the list of slips: approved by the general manager, issued."""
    sitting.page("penalties")
    sitting.press(Key.Key_Return)
    page = sitting.window.current_page()
    assert isinstance(page, SlipPage)
    sitting.until_quiet(page.approve_button.isVisible)
    sitting.control(Key.Key_Return)
    dialog = sitting.dialog(ApproveDialog)
    type_over(dialog.way, say("zh", "slip.way.written"))
    sitting.press(Key.Key_Return)
    sitting.front()
    sitting.until_quiet(page.issue_button.isVisible)
    sitting.control(Key.Key_Return)
    sitting.press(Key.Key_Return)
    sitting.front()
    sitting.until_quiet(lambda: not page.issue_button.isVisible())
    sitting.control(Key.Key_R)  # the case it is about
    shown = sitting.window.current_page()
    assert isinstance(shown, CasePage)


def file_it(sitting: Sitting) -> None:
    """Step 10 is left with what came back from the slip, a call is made, step 11 is done, the form is issued."""
    page = to_case(sitting)
    people = next(part for part in page.parts if isinstance(part, PeopleTab))
    page.tabs.setCurrentWidget(people)
    sitting.rest()
    assert [one.slip_number[:6] for one in people.handlings.all_rows()] == ["CF-BJC"] * 2
    people.handling_table.setFocus()
    people.handling_table.selectRow(0)
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), SlipPage)
    sitting.press(Key.Key_Escape)
    on(sitting, step(sitting))
    dialog = step(sitting)
    sitting.click("无须整改", dialog)
    write_in(sitting, "无须整改的理由", "已有排队叫号改造计划")
    on(sitting, dialog)
    care = next(part for part in page.parts if isinstance(part, AfterCareTab))
    page.tabs.setCurrentWidget(care)
    sitting.rest()
    sitting.click("记录回访…")
    call = sitting.dialog(AfterCallDialog)
    pick(sitting, "回访情况", "已接通，满意")
    sitting.click(call.save_button.text(), call)
    sitting.front()
    page.more.actions["form"].trigger()
    sitting.dialog(PreviewDialog)
    sitting.rest()
    sitting.press(Key.Key_Escape)
    sitting.front()


def test_a_complaint_from_intake_to_the_filed_slip_with_restarts_and_a_kill(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    a_head(home)
    frozen: Frozen = {}
    first = sit().at_work()
    intake(first)
    case_id = case_of(first)
    frozen = end(first, frozen)

    second = sit().at_work()
    look_into(second)
    frozen = end(second, frozen)
    kill_in_the_middle(home, case_id)

    for work in (solve, settle_and_close, propose, decide_and_issue, file_it):
        sitting = sit().at_work()
        work(sitting)
        frozen = end(sitting, frozen)

    last = sit().at_work()
    check_the_end(last, case_id)
    end(last, frozen)


def check_the_end(sitting: Sitting, case_id: UUID) -> None:
    """Every number, from the rule to the record."""
    complaints, penalties = sitting.services.complaints, sitting.services.penalties
    page = complaints.case(case_id)
    assert (page.line.stage, page.line.level, len(page.course.visits)) == (Stage.DONE, Level.II, 11)
    for before, after in zip(page.course.visits, page.course.visits[1:], strict=False):
        assert before.left_at == after.entered_at  # no time is lost
    (line,) = penalties.lines()
    sheet = penalties.sheet(line.id)
    slip = sheet.view.slip
    assert (slip.state, slip.case_id) == (SlipState.ISSUED, case_id)
    assert slip.number is not None and slip.number.startswith("CF-BJC-") and slip.number.endswith("-0001")
    decision = slip.decision
    assert [(one.name, one.role, one.amount) for one in decision.payments] == [
        ("张𬱖", Role.EMPLOYEE, 200_00),
        ("顾晓岚", Role.SUPERIOR, 400_00),
    ]
    assert line.total == decision.total == 600_00
    assert sheet.would_have_been is None  # decided anew it comes out the same
    assert "explain.note.superior_is_head" in {one.code for one in decision.explanation}
    assert [(one.name, one.role, one.amount, one.slip_number) for one in page.handlings] == [
        ("张𬱖", HandlingRole.RESPONSIBLE, 200_00, slip.number),
        ("顾晓岚", HandlingRole.SUPERIOR, 400_00, slip.number),
    ]
    text = "".join(page_texts(penalties.preview(line.id, "zh"))).replace(" ", "").replace("\n", "")
    for part in (page.line.number, "II级", "¥600.00", "¥200.00", "¥400.00"):
        assert part in text
    call = next(one for one in complaints.clocks(case_id) if one.rule.code == "after_call")
    assert call.stopped_at == page.after_calls[0].at
    assert not [one for one in complaints.clocks(case_id) if one.is_open]
    papers = sitting.services.case_papers.issued_on(case_id)
    assert [one.line.kind for one in papers] == ["complaint_case"]
    chain = audit.check(sitting.services.database)
    assert chain.broken_at is None and sitting.services.papers.check() == []
