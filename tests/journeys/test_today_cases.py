"""Complaints on the first page through the real window: to the case, to those overdue, to the month and its review."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key
from tests.journeys.test_reminders import hour, open_case
from tests.journeys.test_today_and_search import rows, today

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.month_dialog import MonthDialog
from qualitydesk.complaints.ui.review_dialog import ReviewDialog

__all__ = ["hour"]


def test_a_clock_leads_to_its_case_and_all_of_them_to_the_table(sit: Sit, home: Path, hour: FixedClock) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    for name in ("单明霞", "王丽华"):
        open_case(sitting, name)
    hour.advance(timedelta(hours=3))
    page = today(sitting)
    sitting.press(Key.Key_F5)
    assert rows(page, "clocks") == ["clock", "clock"]
    assert "2 项逾期" in sitting.words() and "其中 2 件已有时限逾期" in sitting.words()
    sitting.press("1")
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), CasePage)
    sitting.press(Key.Key_Escape)
    assert sitting.window.current_page() is page
    sitting.control(Key.Key_1)
    table = sitting.window.current_page()
    assert isinstance(table, CasesPage)
    sitting.until_quiet(lambda: table.lines.rowCount() == 2)
    assert table.filters.overdue.isChecked()
    sitting.close()


def test_the_months_sheet_stands_on_the_first_page_until_its_review_is_recorded(
    sit: Sit,
    home: Path,
    hour: FixedClock,
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    open_case(sitting, "单明霞")
    page = today(sitting)
    assert rows(page, "complaints") == []
    hour.set(datetime(2026, 12, 7, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")))
    sitting.press(Key.Key_F5)
    assert rows(page, "complaints") == ["month"]
    sitting.press("2")
    sitting.press(Key.Key_Return)
    months = sitting.dialog(MonthDialog)
    sitting.click("登记审核…")
    review = sitting.dialog(ReviewDialog)
    review.words.setFocus()
    sitting.write("一件超期，已说明")
    sitting.control(Key.Key_Return)
    sitting.until_quiet(lambda: "已于 2026-12-07 审核" in months.due_label.text())
    sitting.dialog(MonthDialog)
    sitting.press(Key.Key_Escape)
    sitting.front()
    assert rows(page, "complaints") == []
    found = sitting.services.case_papers.month_dates().review
    assert found is not None and found.words == "一件超期，已说明"
    sitting.close()
