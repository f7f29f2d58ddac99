"""The list of cases by real keys: one that a chart led to leads back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Shown

from qualitydesk.complaints.model import CaseFilter
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools


def test_escape_leads_from_a_list_of_a_chart_back_to_it(
    house: CaseHouse, tools: Tools, look: Look, shown: Shown, qtbot: QtBot
) -> None:
    intaking = Intaking(tools, house.complaints, house.members, house.group.directory, house.clock, house.by)
    page = CasesPage(tools, house.complaints, house.group.directory, house.clock, intaking)
    shown(page)
    assert not page.back_button.isVisible()
    back: list[str] = []
    november = CaseFilter(received_from=date(2026, 11, 1), received_to=date(2026, 11, 30))
    page.show_list(november, lambda: back.append("trends"))
    qtbot.waitUntil(page.back_button.isVisible)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert back == ["trends"]
    page.filters.clear.click()
    assert not page.back_button.isVisible()
