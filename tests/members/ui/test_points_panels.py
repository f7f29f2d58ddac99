"""Points, benefits and gifts by real keys and clicks, beside a customer and on their page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import type_words
from tests.members.conftest import Clinic
from tests.members.test_points import Shop
from tests.members.test_purchases import TODAY
from tests.members.ui.test_customers_page import CONTROL, key, say_why, the_dialog

from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Benefits
from qualitydesk.members.ui.customer_benefits import CustomerBenefits, GrantDialog, UseDialog
from qualitydesk.members.ui.customer_points import CustomerPoints
from qualitydesk.members.ui.gifts_page import GiftsPage
from qualitydesk.members.ui.points_dialogs import AdjustDialog, GiftDialog, RedeemDialog, StockDialog
from qualitydesk.sheets import read_sheet

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def shop(clinic: Clinic) -> Shop:
    return Shop(clinic)


@pytest.fixture
def page(shop: Shop, tools: Tools, look: Look) -> GiftsPage:
    return GiftsPage(tools, shop.points, shop.clinic.directory, shop.clinic.by)


def gifts(page: GiftsPage) -> list[Any]:
    return [(gift.name, gift.points, gift.stock) for gift in page.gifts.all_rows()]


def test_points_buy_a_gift_and_come_back_with_it(shop: Shop, tools: Tools, shown: Shown, qtbot: QtBot) -> None:
    gift = shop.gift("青瓷茶杯", 8)
    panel = CustomerPoints(tools, shop.points, shop.clinic.by, shop.customer)
    shown(panel)
    qtbot.waitUntil(lambda: panel.balance.text().startswith("0"))
    assert not panel.redeem.isEnabled()
    shop.buy(2000, TODAY)
    panel._read()
    qtbot.waitUntil(lambda: panel.balance.text().startswith("20") and panel.redeem.isEnabled())
    assert "2028-11-21" in panel.expiry.text()
    panel.redeem.click()
    dialog = the_dialog(qtbot, RedeemDialog)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert set(dialog.problems_shown()) == {"gift_id"}
    dialog.gift.choose(gift)
    dialog.quantity.setValue(3)
    assert "−4" in dialog.told.words().replace("-", "−")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "20" in dialog.problems_shown().get("", ""))
    dialog.quantity.setValue(2)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.balance.text().startswith("4"))
    panel.table.selectRow(0)
    qtbot.waitUntil(panel.undo.isEnabled)
    panel.undo.click()
    say_why(qtbot, "杯口破损")
    qtbot.waitUntil(lambda: panel.balance.text().startswith("20"))
    assert shop.stock(gift) == 3


def test_points_are_adjusted_by_hand_with_a_reason(shop: Shop, tools: Tools, shown: Shown, qtbot: QtBot) -> None:
    panel = CustomerPoints(tools, shop.points, shop.clinic.by, shop.customer)
    shown(panel)
    panel.adjust.click()
    dialog = the_dialog(qtbot, AdjustDialog)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert set(dialog.problems_shown()) == {"points", "reason"}
    dialog.points.setValue(7)
    type_words(dialog.reason, "周年赠送")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.balance.text().startswith("7"))


def test_benefits_are_granted_used_and_taken_back(shop: Shop, tools: Tools, shown: Shown, qtbot: QtBot) -> None:
    panel = CustomerBenefits(tools, shop.benefits, shop.clinic.by, shop.customer, lambda: TODAY)
    shown(panel)
    qtbot.waitUntil(lambda: "Grant" in panel.table.empty_words())
    panel.grant.click()
    asked = the_dialog(qtbot, GrantDialog)
    asked.tier.choose("vip")
    key(asked, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(panel.grants.all_rows()) == 6)
    panel.table.selectRow(0)
    qtbot.waitUntil(panel.use.isEnabled)
    panel.use.click()
    dialog = the_dialog(qtbot, UseDialog)
    type_words(dialog.note, "送到家中")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.grants.all_rows()[0].left == 0)
    assert panel.grants.all_rows()[0].uses[0].note == "送到家中"
    panel.table.selectRow(0)
    qtbot.waitUntil(panel.undo.isEnabled)
    panel.undo.click()
    say_why(qtbot, "改期")
    qtbot.waitUntil(lambda: panel.grants.all_rows()[0].left == 1)


def test_a_normal_member_is_given_another_tier_s_benefits_for_a_reason_alone_and_they_are_taken_back(
    shop: Shop, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    clinic = shop.clinic
    benefits = Benefits(clinic.database, clinic.clock, clinic.directory, shop.rulebook, lambda _one: "normal")
    panel = CustomerBenefits(tools, benefits, clinic.by, shop.customer, lambda: TODAY)
    shown(panel)
    qtbot.waitUntil(lambda: "Grant" in panel.table.empty_words())
    panel.grant.click()
    asked = the_dialog(qtbot, GrantDialog)
    assert asked.tier.chosen() is None and "no benefits" in asked.told.words()
    key(asked, Qt.Key.Key_Return, CONTROL)
    assert set(asked.problems_shown()) == {"tier", "reason"}
    asked.tier.choose("vip")
    key(asked, Qt.Key.Key_Return, CONTROL)
    assert set(asked.problems_shown()) == {"reason"}
    type_words(asked.reason, "总经理特批")
    key(asked, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(panel.grants.all_rows()) == 6)
    panel.table.selectAll()
    qtbot.waitUntil(panel.take_back.isEnabled)
    assert not panel.undo.isEnabled()
    panel.take_back.click()
    say_why(qtbot, "发错")
    qtbot.waitUntil(lambda: benefits.of_year(shop.customer) == [])
    qtbot.waitUntil(lambda: not panel.grants.all_rows() and not panel.take_back.isEnabled())


def test_gifts_are_entered_taken_in_and_counted(page: GiftsPage, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    qtbot.waitUntil(lambda: "Ctrl+N" in page.table.empty_words())
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, GiftDialog)
    type_words(dialog.name, "羊绒披肩")
    dialog.points.setValue(680)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: gifts(page) == [("羊绒披肩", 680, 0)] and page.take_in.isEnabled())
    key(page, Qt.Key.Key_I, CONTROL)
    stock = the_dialog(qtbot, StockDialog)
    stock.quantity.setValue(12)
    key(stock, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: gifts(page) == [("羊绒披肩", 680, 12)])
    key(page, Qt.Key.Key_D, CONTROL)
    counted = the_dialog(qtbot, StockDialog)
    counted.quantity.setValue(11)
    key(counted, Qt.Key.Key_Return, CONTROL)
    assert set(counted.problems_shown()) == {"reason"}
    type_words(counted.reason, "盘亏")
    key(counted, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: gifts(page) == [("羊绒披肩", 680, 11)])
    qtbot.waitUntil(lambda: sorted(move.quantity for move in page.moves.all_rows()) == [-1, 12])


def test_the_list_of_gifts_is_written(shop: Shop, tmp_path: Path) -> None:
    shop.gift("茶杯", 10, 3)
    path = tmp_path / "礼品.csv"
    assert shop.points.export_gifts(path, "zh") == 1
    assert read_sheet(path).rows[0].cells[:3] == ("茶杯", "10", "3")
