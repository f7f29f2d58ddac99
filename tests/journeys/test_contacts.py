"""A member's birthday card through the real window: owed on the first page, held by her complaint, free when closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting
from tests.journeys.test_complaint import a_head, on, pick, step, write_in
from tests.journeys.test_reminders import hour

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerDraft
from qualitydesk.members.model.contacts import ContactLine, ContactState, Kept
from qualitydesk.members.model.profile import Birthday, Calendar, ProfileDraft
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseKind
from qualitydesk.members.ui.contact_dialogs import AttemptDialog
from qualitydesk.members.ui.contacts_page import ContactsPage
from qualitydesk.today.model import TileName
from qualitydesk.today.ui.today_page import TodayPage

__all__ = ["hour"]


def a_member(sitting: Sitting) -> UUID:
    """Bought in spring; the 17th of November is her birthday."""
    services = sitting.services
    by, home = By.alone(services.directory.users()[0]), services.directory.institutions()[0].id
    draft = CustomerDraft("王丽华", Sex.FEMALE, ("13812345678",), home)
    member = services.members.add_customer(draft, by).value
    bill = PurchaseDraft(member, home, date(2026, 3, 2), PurchaseKind.TREATMENT, 260_000, "SF-1")
    services.purchases.record_purchase(bill, by)
    born = Birthday(Calendar.SOLAR, 11, 17, year=1976)
    services.profiles.save_profile(ProfileDraft(member, birthday=born, with_birthday=True), by)
    return member


def the_page(sitting: Sitting) -> ContactsPage:
    """Found by its initials, above the rule of the same name."""
    sitting.control(Key.Key_K)
    sitting.write("hywh")
    sitting.rest()
    sitting.press(Key.Key_Return)
    page = sitting.window.current_page()
    assert isinstance(page, ContactsPage)
    sitting.until(lambda: bool(page.rows.all_rows()))
    return page


def only(page: ContactsPage) -> ContactLine:
    (line,) = page.rows.all_rows()
    assert isinstance(line, ContactLine)
    return line


def test_a_birthday_card_is_held_while_the_complaint_is_open_and_free_when_it_is_closed(
    sit: Sit, home: Path, hour: FixedClock
) -> None:
    found_quickly(home, CHINESE)
    a_head(home)
    sitting = sit().at_work()
    member = a_member(sitting)
    sitting.page("today")
    first = sitting.window.current_page()
    assert isinstance(first, TodayPage)
    sitting.press(Key.Key_F5)
    sitting.until(lambda: first.tiles[TileName.MEMBERS].words() == "1 今日应联系：电话 0 个，短信 1 条。")
    sitting.press("7")
    page = sitting.window.current_page()
    assert isinstance(page, ContactsPage)
    sitting.until(lambda: bool(page.rows.all_rows()))
    assert only(page).kept is None and page.personal.hasFocus()
    sitting.press("c")
    intake = sitting.dialog(IntakeDialog)
    assert intake.complainant.party().customer_id == member
    write_in(sitting, "事情经过", "候诊四十分钟无人答复。")
    pick(sitting, "投诉事项", "等候")
    pick(sitting, "被投诉人", "A002")
    sitting.control(Key.Key_Return)
    sitting.until(lambda: not sitting.dialogs())
    case = sitting.window.current_page()
    assert isinstance(case, CasePage)

    page = the_page(sitting)
    sitting.until(lambda: only(page).kept is Kept.HOLD)
    number = sitting.services.complaints.lines()[0].number
    assert only(page).kept_by == number
    page.personal.setFocus()
    sitting.press(Key.Key_Return)
    assert sitting.window.current_page() is case
    close(sitting)

    page = the_page(sitting)
    sitting.until(lambda: only(page).kept is None)
    page.personal.setFocus()
    sitting.press("d")
    sitting.dialog(AttemptDialog)
    sitting.control(Key.Key_Return)
    sitting.until(lambda: only(page).state is ContactState.DONE)
    assert sitting.services.contacts.history(member)[0].text.startswith("王女士，今天是您的生日")
    sitting.close()


def close(sitting: Sitting) -> None:
    """From acceptance to the closed case."""
    on(sitting, step(sitting))
    dialog = step(sitting)
    write_in(sitting, "调查情况", "监控显示情况属实。")
    write_in(sitting, "联系内容", "已致电道歉并说明处理时限。")
    on(sitting, dialog)
    dialog = step(sitting)
    pick(sitting, "张𬱖", "主要责任")
    sitting.click("有直接损失", dialog)
    sitting.until_quiet(lambda: "II级" in sitting.words())
    on(sitting, dialog)
    dialog = step(sitting)
    write_in(sitting, "方案内容", "当面道歉，赠送复诊一次。")
    on(sitting, dialog)
    dialog = step(sitting)
    pick(sitting, "审批结论", "同意")
    on(sitting, dialog)
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
