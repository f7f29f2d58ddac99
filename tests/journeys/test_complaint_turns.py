"""A complaint that does not go straight, through the real window: held up, sent back, paid back, joined and parted."""

from __future__ import annotations

import os
from pathlib import Path

from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting
from tests.journeys.test_complaint import a_head, on, pick, step, write_in

from qualitydesk.complaints.model import PaymentState, Stage, Step
from qualitydesk.complaints.ui.case_dialogs import CaseMergeDialog, PauseDialog
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, RequestDialog
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.papers.ui.preview_dialog import PreviewDialog

STORIES = ("化验单丢失，重新抽血，要求退还费用。", "化验单遗失后又抽了一次血，要求退费。")


def take_in(sitting: Sitting, story: str) -> CasePage:
    """By keys alone from the board, and accepted at once."""
    sitting.page("complaints")
    sitting.control(Key.Key_N)
    sitting.dialog(IntakeDialog)
    write_in(sitting, "投诉人", "王丽华")
    write_in(sitting, "投诉人：电话", "13812345678")
    write_in(sitting, "事情经过", story)
    pick(sitting, "投诉事项", "退费")
    sitting.until(lambda: sitting.program.operations.quiet)
    sitting.control(Key.Key_Return)
    sitting.until(lambda: not sitting.dialogs())
    page = sitting.window.current_page()
    assert isinstance(page, CasePage)
    sitting.until_quiet(lambda: page.page_title().startswith("BJC"))
    sitting.front()
    on(sitting, step(sitting))
    return page


def seen(sitting: Sitting, name: str) -> None:
    """A picture of what stands on screen, for whoever wants to look: in the folder QUALITYDESK_PICTURES names."""
    folder = os.environ.get("QUALITYDESK_PICTURES")
    if folder:
        (sitting.dialogs() or [sitting.window])[-1].grab().save(str(Path(folder) / f"turn-{name}.png"))


def saved(sitting: Sitting) -> None:
    """Ctrl+Return, as every form is saved."""
    sitting.control(Key.Key_Return)
    sitting.front()


def test_a_complaint_is_held_up_sent_back_paid_back_and_two_of_them_are_joined_and_parted(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    a_head(home)
    at = sit().at_work()
    page = take_in(at, STORIES[0])
    first = page.page_title()
    complaints = at.services.complaints
    case_id = complaints.lines()[0].id

    page.more.actions["pause"].trigger()
    paused = at.dialog(PauseDialog)
    assert not paused.longest.isVisible(), "nothing is said before a reason is chosen"
    seen(at, "pause")
    at.fill(理由="患者")
    at.until_quiet(paused.longest.isVisible)
    saved(at)
    at.until_quiet(lambda: complaints.case(case_id).line.paused)
    seen(at, "paused")
    page.more.actions["resume"].trigger()
    at.until_quiet(lambda: not complaints.case(case_id).line.paused)

    dialog = step(at)
    write_in(at, "调查情况", "系统记录：同一项目当日采血两次。")
    write_in(at, "联系内容", "已致电致歉。")
    on(at, dialog)
    page.more.actions["back"].trigger()
    at.dialog(MoveDialog)
    seen(at, "back")
    write_in(at, "理由", "监控尚未调取")
    saved(at)
    at.until_quiet(lambda: "3 调查取证" in page.next_button.text())
    on(at, step(at))  # what was found out stands there still
    dialog = step(at)
    at.click("有直接损失", dialog)
    on(at, dialog)
    dialog = step(at)
    write_in(at, "方案内容", "退还第二次采血费用，当面致歉。")
    write_in(at, "退费（元）", "86.50")
    on(at, dialog)
    dialog = step(at)
    pick(at, "审批结论", "同意")
    on(at, dialog)
    dialog = step(at)
    pick(at, "结果", "达成一致")
    write_in(at, "协商内容", "患者接受退费。")
    on(at, dialog)

    money = next(part for part in page.parts if isinstance(part, MoneyTab))
    page.tabs.setCurrentWidget(money)
    at.rest()
    if not money.payments.rowCount():
        at.click("申请款项…")
        at.dialog(RequestDialog)
        seen(at, "money-asked")
        pick(at, "支付方式", "现金")
        saved(at)
    at.until_quiet(lambda: money.payments.rowCount() == 1)
    for words in ("批准…", "患者签字…", "到账…"):
        at.click(words)
        at.dialog(PaymentDialog)
        seen(at, f"money-{words[:2]}")
        if words == "到账…":
            write_in(at, "凭证", "HD-0001")
        elif words == "批准…":
            pick(at, "决定人", "A020")
        saved(at)
    at.until_quiet(lambda: money.payments.all_rows()[0].state is PaymentState.PAID)
    seen(at, "money-paid")
    on(at, step(at))
    found = complaints.case(case_id)
    assert (found.line.refund, found.course.step, found.course.stage) == (8650, Step.CLOSED, Stage.OPEN)
    page.more.actions["form"].trigger()
    at.dialog(PreviewDialog)
    at.rest()
    seen(at, "form")
    at.press(Key.Key_Escape)
    at.front()

    second = take_in(at, STORIES[1])
    number = second.page_title()
    assert second.tabs.currentIndex() == 0, "of another case first what it is about"
    second.more.actions["merge"].trigger()
    merge = at.dialog(CaseMergeDialog)
    at.until_quiet(lambda: merge.found.rowCount() == 1)  # the same person's other case stands there already
    seen(at, "merge")
    merge.table.selectRow(0)
    write_in(at, "理由", "同一件事")
    saved(at)
    at.until_quiet(lambda: first in at.words())
    seen(at, "merged")
    second.more.actions["unmerge"].trigger()
    at.until(lambda: bool(at.dialogs()))
    at.write("两次采血，各是一件")
    seen(at, "unmerge")
    at.click("拆出案件")
    at.front()
    other = complaints.search(number)[0]
    at.until_quiet(lambda: complaints.case(other.id).merged_into is None)
    seen(at, "parted")
    assert complaints.case(other.id).course.step is Step.INVESTIGATED
    at.close()
