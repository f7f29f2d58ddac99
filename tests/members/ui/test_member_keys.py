"""Keys of a member's page that mean what the tab that is shown is a list of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.members.conftest import Clinic
from tests.members.ui.test_customers_page import CONTROL, Shown, key, the_dialog

from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Privacy, Profiles, Purchases
from qualitydesk.members.ui.customer_purchases import CustomerPurchases, purchases_panel
from qualitydesk.members.ui.member_page import MemberPage
from qualitydesk.members.ui.purchase_dialog import PurchaseDialog

pytestmark = pytest.mark.usefixtures("look")


def test_a_new_purchase_from_its_tab_needs_nothing_seen_in_full(
    clinic: Clinic, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    purchases = Purchases(clinic.database, clinic.clock, clinic.directory)
    panel = purchases_panel(tools, purchases, clinic.members, clinic.directory, clinic.by)
    page = MemberPage(
        tools, clinic.members, Profiles(clinic.database, clinic.clock, clinic.directory, clinic.members),
        Privacy(clinic.database, clinic.clock, clinic.directory, clinic.members), clinic.directory, clinic.by, (panel,)
    )  # fmt: skip
    shown(page)
    page.show_member(clinic.add("王小明"))
    qtbot.waitUntil(lambda: page.page_title() != "")
    page.tabs.setFocus()
    for _ in range(10):
        if isinstance(page.tabs.panel_widget(), CustomerPurchases):
            break
        page.tabs.turn(1)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, PurchaseDialog)
    assert dialog.customer.chosen() is not None and not page.findChildren(PromptDialog)
    dialog.reject()
