"""A request and a wish through the real window: asked, found with Ctrl+K after a restart, answered, closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.complaints.model.requests import RequestState
from qualitydesk.complaints.model.wishes import WishState
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.requests import RequestPage, RequestsPage
from qualitydesk.complaints.ui.requests.ask_dialog import AskRequestDialog
from qualitydesk.complaints.ui.requests.step_dialog import RequestStepDialog
from qualitydesk.complaints.ui.wishes import WishesPage, WishPage
from qualitydesk.complaints.ui.wishes.wish_dialog import WishDialog
from qualitydesk.directory.model import DepartmentDraft, EmployeeDraft, EmployeeFilter, Sex
from qualitydesk.kit.palette import Palette


def a_back_office(home: Path) -> None:
    """Logistics with one who works there."""
    services = open_services(default_url(home), home)
    directory = services.directory
    me = next(iter(directory.people(EmployeeFilter())))
    by = By.alone(me.id)
    where = directory.save_department(DepartmentDraft(me.institution_id, "后勤保障部"), by).value
    draft = EmployeeDraft("A020", "孙保全", Sex.MALE, directory.today(), None, where, me.post_id, None)
    directory.save_employee(draft, by)
    services.close()


def write_in(sitting: Sitting, name: str, text: str) -> None:
    sitting.field(name).setFocus()
    sitting.write(text)


def saved(sitting: Sitting) -> None:
    """Ctrl+Enter, and the dialog has gone."""
    sitting.control(Key.Key_Return)
    sitting.until(lambda: not sitting.dialogs())
    sitting.front()
    sitting.rest()


def on_requests(sitting: Sitting) -> RequestsPage:
    sitting.page("complaints")
    sitting.desk.open_page("requests")
    sitting.rest()
    page = sitting.window.current_page()
    assert isinstance(page, RequestsPage)
    return page


def test_a_request_is_asked_found_again_after_a_restart_and_answered(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    a_back_office(home)
    first = sit().at_work()
    on_requests(first)
    assert "没有待答复的诉求" in first.words()
    first.control(Key.Key_N)
    first.dialog(AskRequestDialog)
    first.fill(承办科室="后勤")
    write_in(first, "诉求内容", "导医台叫号屏不亮，请检修。")
    saved(first)
    page = first.window.current_page()
    assert isinstance(page, RequestPage)
    first.until_quiet(lambda: page.page_title() == "内部诉求 NB-BJC-2026-0001")
    first.press(Key.Key_Escape)
    assert isinstance(first.window.current_page(), RequestsPage)
    first.close()

    second = sit().at_work()
    second.control(Key.Key_K)
    palette = second.dialog(Palette)
    second.write("NB-BJC")
    second.rest()
    assert [hit.group for hit in palette.found.hits()] == ["内部诉求"]
    QTest.keyClick(palette.line, Key.Key_Return)
    second.front()
    page = second.window.current_page()
    assert isinstance(page, RequestPage)
    second.until_quiet(lambda: page.found is not None)
    second.press("R")
    second.dialog(RequestStepDialog)
    write_in(second, "答复", "已更换电源，恢复正常。")
    saved(second)
    assert page.found.line.state is RequestState.ANSWERED and page.found.accepted_by == "孙保全"
    second.press("C")
    second.dialog(RequestStepDialog)
    saved(second)
    assert page.found.line.state is RequestState.CLOSED
    assert "已办结" in second.words()
    second.close()


def test_a_wish_becomes_a_complaint_and_leads_there(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.page("complaints")
    sitting.desk.open_page("wishes")
    sitting.rest()
    assert isinstance(sitting.window.current_page(), WishesPage)
    sitting.control(Key.Key_N)
    sitting.dialog(WishDialog)
    write_in(sitting, "顾客", "王丽华")
    write_in(sitting, "内容", "等了一个半小时，希望能准时一点。")
    saved(sitting)
    page = sitting.window.current_page()
    assert isinstance(page, WishPage)
    sitting.until_quiet(lambda: page.page_title() == "建议 YJ-BJC-2026-0001")
    sitting.press("K")
    dialog = sitting.dialog(IntakeDialog)
    assert dialog.narrative.toPlainText().startswith("等了一个半小时")
    saved(sitting)
    case = sitting.window.current_page()
    assert isinstance(case, CasePage)
    sitting.until_quiet(lambda: case.page_title().startswith("BJC"))
    sitting.press(Key.Key_Escape)
    sitting.rest()
    line = sitting.services.wishes.lines()[0]
    assert line.state is WishState.CASE
    sitting.close()
