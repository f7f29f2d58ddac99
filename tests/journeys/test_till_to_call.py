"""A till's list through the real window: rows become purchases, those a rise of tiers; calls are owed, one is noted;
the program is closed and begun again in between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting
from tests.journeys.test_reminders import hour

from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.members.model.contacts import ContactLine, ContactState, Occasion
from qualitydesk.members.ui.contact_dialogs import AttemptDialog
from qualitydesk.members.ui.contact_panel import ContactPanel
from qualitydesk.members.ui.contacts_page import ContactsPage
from qualitydesk.members.ui.member_page import MemberPage
from qualitydesk.members.ui.purchase_import import PurchaseListDialog
from qualitydesk.members.ui.purchase_mapping import PurchaseMappingDialog
from qualitydesk.members.ui.purchases_page import PurchasesPage
from qualitydesk.members.ui.tiers_page import TiersPage
from qualitydesk.today.model import TileName
from qualitydesk.today.ui.today_page import TodayPage

__all__ = ["hour"]

HEAD = "收费单号,收费时间,机构,类别,实收金额,会员卡号,手机号,姓名,原单号"
TILL = (
    "S-1,2026-10-17 10:20,朝阳门诊,治疗费,180000.00,K-001,13812345678,单明霞,",
    "S-2,2026-11-02 11:00,和平医院,产品,40000,K-001,,,",
    "S-3,2026-10-17 15:30,朝阳门诊,治疗费,520000,K-002,13900001111,欧阳娜娜,",
    "S-4,2026-10-20 09:05,朝阳门诊,产品,-8000,K-002,,,S-3",
    "S-5,2026-11-03 09:05,朝阳门诊,产品,300,K-003,13900002222,王五,",
    "S-6,明天,朝阳门诊,产品,10,K-003,,,",
)


def by_initials(sitting: Sitting, letters: str) -> None:
    """Ctrl+K, the initials of a page, Enter: pages stand first."""
    sitting.control(Key.Key_K)
    sitting.write(letters)
    sitting.rest()
    sitting.press(Key.Key_Return)


def choose_file(sitting: Sitting, path: Path) -> None:
    """What the system's question for a file gives."""
    chooser = sitting.dialog(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    sitting.rest()


def take_over(sitting: Sitting, path: Path, left: Path) -> None:
    """The list: its columns as they are guessed, what each row would do, all but the refused one."""
    by_initials(sitting, "xfjl")
    page = sitting.window.current_page()
    assert isinstance(page, PurchasesPage)
    sitting.control(Key.Key_I)
    choose_file(sitting, path)
    sitting.dialog(PurchaseMappingDialog)
    sitting.control(Key.Key_Return)
    preview = sitting.dialog(PurchaseListDialog)
    sitting.until_quiet(lambda: preview.preview() is not None)
    found = preview.preview()
    assert found is not None and [line.state for line in found.lines] == ["new"] * 5 + ["refused"]
    preview.leave_out.setFocus()
    sitting.press(Key.Key_Space)
    sitting.control(Key.Key_Return)
    choose_file(sitting, left)
    told = sitting.dialog(PromptDialog)
    assert "共 6 行：新增消费 5 笔" in told.words()
    sitting.press(Key.Key_Return)
    sitting.front()
    assert "明天" in left.read_text(encoding="utf-8-sig")
    assert len(page.lines.all_rows()) == 5


def proposals(sitting: Sitting) -> TiersPage:
    by_initials(sitting, "hydj")
    page = sitting.window.current_page()
    assert isinstance(page, TiersPage)
    return page


def contacts(sitting: Sitting) -> ContactsPage:
    by_initials(sitting, "hywh")
    page = sitting.window.current_page()
    assert isinstance(page, ContactsPage)
    sitting.until(lambda: bool(page.rows.all_rows()))
    return page


def first_page(sitting: Sitting) -> TodayPage:
    sitting.page("today")
    page = sitting.window.current_page()
    assert isinstance(page, TodayPage)
    sitting.press(Key.Key_F5)
    return page


def tiers(sitting: Sitting) -> dict[str, str]:
    """The tier of everybody, by the first sign of the name."""
    return {one.member.called[0]: one.tier for one in sitting.services.tiers.lines()}


def todo(page: TodayPage, sitting: Sitting) -> str:
    """What the first page says is to be done for members."""
    tile = page.tiles[TileName.MEMBERS]
    sitting.until_quiet(lambda: "电话" in tile.words())
    return tile.words()


def confirm_both(sitting: Sitting) -> None:
    """Each with its calculation, read under the cursor; then both at once."""
    page = proposals(sitting)
    sitting.until_quiet(lambda: len(page.proposals.moves.all_rows()) == 2)
    page.proposals.table.setFocus()
    read = []
    for key in (Key.Key_Home, Key.Key_Down):
        sitting.press(key)
        read.append(sitting.words())
    for rise, sums in (("普通 → 银卡", ("220,000.00", "200,000.00")), ("普通 → 金卡", ("512,000.00", "500,000.00"))):
        assert any(rise in card and all(fen in card for fen in sums) for card in read), read
    sitting.control(Key.Key_Return, shift=True)
    asked = sitting.dialog(PromptDialog)
    assert "提议共 2 条" in asked.words()
    sitting.press(Key.Key_Return)
    sitting.front()
    sitting.until_quiet(lambda: not page.proposals.moves.all_rows())


def test_a_list_of_a_till_becomes_tiers_and_calls_and_a_call_is_noted(sit: Sit, home: Path, hour: FixedClock) -> None:
    found_quickly(home, CHINESE)
    path = home / "收费明细.csv"
    path.write_text("\n".join((HEAD, *TILL)) + "\n", encoding="utf-8-sig")
    first = sit().at_work()
    take_over(first, path, home / "left.csv")
    assert set(tiers(first).values()) == {"normal"}
    first.close()

    second = sit().at_work()
    confirm_both(second)
    assert tiers(second) == {"单": "silver", "欧": "gold", "王": "normal"}
    page = first_page(second)
    assert "电话 2 个，短信 0 条" in todo(page, second)
    second.press("7")
    called = second.window.current_page()
    assert isinstance(called, ContactsPage)
    second.until_quiet(lambda: len(called.rows.all_rows()) == 2)
    line = called.personal.current_row()
    assert isinstance(line, ContactLine) and line.owed.occasion is Occasion.PLAN
    second.press("d")
    asked = second.dialog(AttemptDialog)
    asked.note.setFocus()
    second.write("恢复良好，建议延长周末门诊。")
    second.control(Key.Key_Return)
    second.front()
    second.until_quiet(lambda: called.rows.all_rows()[0].state is ContactState.DONE)
    assert "电话 1 个，短信 0 条" in todo(first_page(second), second)
    second.close()

    third = sit().at_work()
    assert "电话 1 个，短信 0 条" in todo(first_page(third), third)
    assert tiers(third) == {"单": "silver", "欧": "gold", "王": "normal"}
    called = contacts(third)
    assert [one.state for one in called.rows.all_rows()].count(ContactState.DONE) == 1
    called.personal.setFocus()
    assert called.personal.select_key(line.owed.key)
    third.press("o")
    page_of = third.window.current_page()
    assert isinstance(page_of, MemberPage)
    for _ in range(page_of.tabs.count()):
        if isinstance(page_of.tabs.panel_widget(), ContactPanel):
            break
        third.control(Key.Key_PageDown)
    panel = page_of.tabs.panel_widget()
    assert isinstance(panel, ContactPanel)
    third.until_quiet(lambda: bool(panel.history.all_rows()))
    assert panel.history.all_rows()[0].note == "恢复良好，建议延长周末门诊。"
    third.close()
