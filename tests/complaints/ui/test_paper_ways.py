"""From cases to their papers by keys: forms of the cases chosen, a request of money, the sheet of a month."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QWidget
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front

from qualitydesk.complaints.model import CasePage as Read
from qualitydesk.complaints.model import MoneyKind, PaymentDraft, PayWay
from qualitydesk.complaints.service import CasePapers
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.month_dialog import MonthDialog
from qualitydesk.complaints.ui.papers_menu import CasePaperWays
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.storage.blobs import DatabaseFiles

Key = Qt.Key


class Ways:
    """The ways of a house, over an empty window."""

    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> None:
        group = house.group
        self.papers = Papers(group.database, DatabaseFiles(group.database), house.clock)
        self.made = CasePapers(
            group.database,
            house.clock,
            group.directory,
            group.rulebook,
            house.complaints,
            group.measures,
            self.papers,
        )
        self.window = shown(QWidget())
        self.ways = CasePaperWays(tools, self.made, self.papers, group.directory, house.by, self.window)
        self._eye = eye

    def preview(self) -> PreviewDialog:
        """The paper on the screen, all its pages there."""
        dialog = self._eye.dialog(PreviewDialog)
        self._eye.until(lambda: dialog.page_list.count() > 0)
        return dialog


@pytest.fixture
def ways(look: Look, house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> Ways:
    return Ways(house, tools, eye, shown)


def press(widget: QWidget, key: Key) -> None:
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, key)


def read(house: CaseHouse, case_id: UUID) -> Read:
    return house.complaints.case(case_id)


def test_the_forms_of_several_cases_are_shown_as_one_file(house: CaseHouse, ways: Ways, eye: Eye) -> None:
    cases = [house.open(), house.open()]
    ways.ways.offer(cases)
    asked = eye.dialog(PromptDialog)
    assert "2" in asked.findChild(QListWidget).item(0).text()
    press(asked, Key.Key_Return)
    dialog = ways.preview()
    assert dialog.windowTitle().startswith("2 ")
    assert [line.kind for one in cases for line in ways.papers.of_subject(one)] == ["complaint_case"] * 2
    dialog.close()


def test_a_blank_form_is_offered_without_any_case(ways: Ways, eye: Eye) -> None:
    ways.ways.offer([])
    asked = eye.dialog(PromptDialog)
    assert asked.findChild(QListWidget).count() == 2
    press(asked, Key.Key_Return)
    dialog = ways.preview()
    assert dialog.page_list.count() == 2
    dialog.close()


def test_the_page_of_a_case_asks_for_its_form_and_for_a_payments_request(
    house: CaseHouse, ways: Ways, tools: Tools, eye: Eye, shown: Shown
) -> None:
    case_id = house.open()
    draft = PaymentDraft(MoneyKind.REFUND, 5000, PayWay.CASH, "退还差额")
    payment = house.complaints.request_payment(case_id, draft, house.by()).value
    page = CasePage(tools, house.complaints, house.group.directory, house.clock, house.by, house.members)
    page.form_wanted.connect(lambda one: ways.ways.forms([one]))
    page.request_wanted.connect(ways.ways.request)
    shown(page)
    page.show_case(case_id)
    eye.until(page.tabs.isVisible)
    page.more.actions["form"].trigger()
    dialog = ways.preview()
    assert dialog.windowTitle().endswith(read(house, case_id).line.number)
    dialog.close()
    eye.gone(PreviewDialog)
    money = next(part for part in page.parts if isinstance(part, MoneyTab))
    page.tabs.setCurrentWidget(money)
    assert money.paper_button.isVisible()
    QTest.mouseClick(money.paper_button, Qt.MouseButton.LeftButton)
    dialog = ways.preview()
    assert [line.kind for line in ways.papers.of_subject(payment)] == ["complaint_refund"]
    dialog.close()


def test_the_month_before_is_proposed_and_issued_by_enter(house: CaseHouse, ways: Ways, eye: Eye) -> None:
    house.open()
    house.clock.set(datetime(2026, 12, 3, 2, tzinfo=UTC))
    ways.ways.month()
    dialog = eye.dialog(MonthDialog)
    wish = dialog.read_draft()
    assert f"{wish.month:%Y-%m}" == "2026-11"
    assert wish.institution_id is None
    assert "2026-12-05" in dialog.due_label.text()
    press(dialog, Key.Key_Return)
    preview = ways.preview()
    assert [line.number for line in ways.made.month_sheets(wish.month)] == ["TJ-2026-11"]
    preview.close()
    assert ways.made.month_dates().issued


def test_a_months_preview_keeps_nothing_and_its_workbook_is_saved(
    house: CaseHouse, ways: Ways, eye: Eye, tmp_path: Path
) -> None:
    house.open()
    ways.ways.month()
    dialog = eye.dialog(MonthDialog)
    dialog.month_picker.choose(datetime(2026, 11, 1).date())  # noqa: DTZ001
    dialog.preview_button.click()
    ways.preview().close()
    eye.gone(PreviewDialog)
    assert ways.made.month_sheets(dialog.read_draft().month) == []
    dialog.workbook_button.click()
    files = eye.dialog(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "november"))
    files.done(0)
    told = eye.dialog(PromptDialog)
    told.close()
    book = load_workbook(tmp_path / "november.xlsx")
    assert len(book.sheetnames) == 7
    dialog.reject()
