"""Purchases by real keys: entered in seconds, given back, voided, filtered; beside a customer; lists taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.hands import type_words
from tests.members.conftest import Clinic
from tests.members.test_purchase_lists import BAD, HEAD, ROWS, SHARED, STRANGE, Desk
from tests.members.ui.test_customers_page import CONTROL, key, say_why, the_dialog

from qualitydesk.basics.columns import LEFT_OUT
from qualitydesk.basics.initials import is_ready
from qualitydesk.kit.busy import apart
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchase_lists import ListedState, PurchaseField
from qualitydesk.members.model.purchases import PurchaseKind, PurchaseState
from qualitydesk.members.service.purchase_lists import stage_apart
from qualitydesk.members.ui.customer_purchases import CustomerPurchases
from qualitydesk.members.ui.purchase_dialog import PurchaseDialog
from qualitydesk.members.ui.purchase_import import PurchaseImport, PurchaseListDialog
from qualitydesk.members.ui.purchase_mapping import PurchaseMappingDialog
from qualitydesk.members.ui.purchases_page import PurchasesPage
from qualitydesk.sheets import read_sheet

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")
TODAY = date(2026, 11, 21)


@pytest.fixture
def desk(clinic: Clinic, tmp_path: Path) -> Desk:
    return Desk(clinic, tmp_path)


@pytest.fixture
def page(desk: Desk, tools: Tools, look: Look) -> PurchasesPage:
    clinic = desk.clinic
    lists = PurchaseImport(tools, desk.lists, clinic.by)
    made = PurchasesPage(tools, desk.purchases, clinic.members, clinic.directory, clinic.by, lists)
    lists.setParent(made)
    return made


def rows(page: PurchasesPage) -> list[Any]:
    return list(page.lines.all_rows())


def test_an_empty_list_says_how_to_begin(page: PurchasesPage, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    qtbot.waitUntil(lambda: "Ctrl+N" in page.table.empty_words() and "Ctrl+I" in page.table.empty_words())
    assert not page.change.isEnabled() and not page.back.isEnabled() and not page.void.isEnabled()


def test_a_purchase_is_entered_by_a_few_keys(page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, PurchaseDialog)
    assert dialog.customer.hasFocus() and dialog.kind.chosen() == PurchaseKind.TREATMENT
    type_words(dialog.customer, "5678")
    qtbot.waitUntil(lambda: dialog.customer.popup().isVisible() and len(dialog.customer.offered()) == 2)
    QTest.keyClick(dialog.customer.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.customer.chosen() == desk.customer)
    assert dialog.institution.chosen() == desk.clinic.home
    dialog.amount.setFocus()
    type_words(dialog.amount, "1,200.5")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    (line,) = rows(page)
    assert (line.amount, line.day, line.customer_id) == (120050, TODAY, desk.customer)
    qtbot.waitUntil(lambda: "1,200.50" in page._note.text())


def test_the_cursor_stands_on_what_was_entered_so_that_the_next_key_means_it(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    old = [desk.buy(amount, TODAY - timedelta(days=2)) for amount in (100, 200, 300)]
    shown(page)
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    key(page.table, Qt.Key.Key_End)
    assert page.table.currentIndex().row() == 2
    key(page.table, Qt.Key.Key_Home)
    assert page.table.currentIndex().row() == 0
    key(page.table, Qt.Key.Key_End)
    page.doing.enter(desk.customer)
    dialog = the_dialog(qtbot, PurchaseDialog)
    dialog.amount.setFocus()
    type_words(dialog.amount, "77")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(page.table.current_row(), "amount", 0) == 7700)
    assert page.table.current_row().id not in old
    key(page, Qt.Key.Key_B, CONTROL)
    dialog = the_dialog(qtbot, PurchaseDialog)
    qtbot.waitUntil(dialog.amount.hasFocus)
    assert dialog.amount.fen() == 7700
    dialog.reject()


def test_what_is_missing_stands_beside_its_field(page: PurchasesPage, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, PurchaseDialog)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert set(dialog.problems_shown()) == {"customer_id", "amount", "institution_id"}
    dialog.reject()


def test_money_is_given_back_of_the_one_under_the_cursor(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    desk.buy(100, TODAY - timedelta(days=5))
    shown(page)
    qtbot.waitUntil(lambda: len(rows(page)) == 1 and page.back.isEnabled())
    key(page, Qt.Key.Key_B, CONTROL)
    dialog = the_dialog(qtbot, PurchaseDialog)
    qtbot.waitUntil(dialog.amount.hasFocus)
    assert dialog.amount.fen() == 10000 and dialog.customer.chosen() == desk.customer
    type_words(dialog.amount, "130")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(dialog.problems_shown()) == {"reason"})
    type_words(dialog.reason, "补偿")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.amount for line in rows(page)] == [-13000, 10000])
    assert rows(page)[0].counted_on == TODAY - timedelta(days=5)
    page.table.select_key(rows(page)[0].id)
    qtbot.waitUntil(lambda: not page.back.isEnabled() and page.void.isEnabled())
    page.states[PurchaseState.PAID].click()
    qtbot.waitUntil(lambda: [line.amount for line in rows(page)] == [10000])


def test_a_wrong_entry_is_corrected_or_voided_with_a_reason(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    bought = desk.buy(100)
    shown(page)
    qtbot.waitUntil(page.change.isEnabled)
    key(page, Qt.Key.Key_F2)
    dialog = the_dialog(qtbot, PurchaseDialog)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    type_words(dialog.amount, "80")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: [line.amount for line in rows(page)] == [8000])
    key(page, Qt.Key.Key_D, CONTROL)
    say_why(qtbot, "登记错人")
    qtbot.waitUntil(lambda: rows(page) == [])
    assert desk.purchases.purchase(bought).voided_why == "登记错人"
    page.states[PurchaseState.VOIDED].click()
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert not page.change.isEnabled()


def test_the_list_is_narrowed_and_taken_wide_again(page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    desk.buy(1, kind=PurchaseKind.GOODS, number="A-1")
    desk.buy(2, TODAY - timedelta(days=40), number="B-1", institution_id=desk.clinic.other)
    shown(page)
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    page.search.setText("a-1")
    qtbot.waitUntil(lambda: [line.number for line in rows(page)] == ["A-1"])
    page.show_all()
    page.institution.choose(desk.clinic.other)
    page.narrow()
    qtbot.waitUntil(lambda: [line.number for line in rows(page)] == ["B-1"])
    page.show_all()
    page.days[0].set_day(TODAY - timedelta(days=2))
    page.narrow()
    qtbot.waitUntil(lambda: [line.number for line in rows(page)] == ["A-1"])


def test_the_model_keeps_qts_rules(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    desk.buy(1)
    shown(page)
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    qtmodeltester.check(page.lines)


def test_beside_a_customer_stand_the_purchases_and_their_sums(
    desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    clinic = desk.clinic
    bought = desk.buy(100)
    desk.give_back(bought, 30)
    desk.buy(9, customer_id=clinic.add("李静"))
    beside = CustomerPurchases(tools, desk.purchases, clinic.members, clinic.directory, clinic.by, desk.customer)
    shown(beside)
    qtbot.waitUntil(lambda: len(beside.lines.all_rows()) == 2 and "¥100.00" in beside.sums.text())
    beside.new.click()
    dialog = the_dialog(qtbot, PurchaseDialog)
    assert dialog.customer.chosen() == desk.customer
    dialog.amount.setFocus()
    type_words(dialog.amount, "5")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(beside.lines.all_rows()) == 3)


def begin_import(page: PurchasesPage, path: Path, qtbot: QtBot) -> PurchaseListDialog:
    page.import_list(path)
    mapping = the_dialog(qtbot, PurchaseMappingDialog)
    assert mapping.sources[PurchaseField.AMOUNT].told().column == "实收金额"
    QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
    dialog = the_dialog(qtbot, PurchaseListDialog)
    qtbot.waitUntil(lambda: dialog.preview() is not None, timeout=60_000)
    return dialog


def test_a_list_is_judged_in_a_process_of_its_own_and_published(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    done: list[Any] = []
    assert page._lists is not None
    page._lists.imported.connect(done.append)
    shown(page)
    key(page, Qt.Key.Key_I, CONTROL)
    the_dialog(qtbot, QFileDialog).reject()
    path = desk.a_list((*ROWS, *BAD))
    dialog = begin_import(page, path, qtbot)
    preview = dialog.preview()
    assert preview is not None
    assert [line.state for line in preview.lines] == ["new"] * 5 + ["refused"] * len(BAD)
    assert not dialog.import_button.isEnabled() and desk.purchases.total().count == 0
    dialog.leave_out.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    chooser = the_dialog(qtbot, QFileDialog)
    kept = desk.folder / "left.csv"
    chooser.fileSelected.emit(str(kept))
    chooser.reject()
    told = the_dialog(qtbot, PromptDialog)
    assert "14" in told.words() and "5" in told.words()
    told.reject()
    qtbot.waitUntil(lambda: len(done) == 1 and len(rows(page)) == 5)
    assert len(read_sheet(kept).rows) == len(BAD)
    qtbot.waitUntil(lambda: not any(isinstance(one, PurchaseListDialog) for one in QApplication.topLevelWidgets()))


def test_unknown_words_are_mapped_by_initials_or_their_rows_left_out(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    shown(page)
    page.import_list(desk.a_list((*ROWS, *STRANGE)))
    mapping = the_dialog(qtbot, PurchaseMappingDialog)
    key(mapping, Qt.Key.Key_Return, CONTROL)
    assert {"institution", "kind"} <= set(mapping.problems_shown())
    where = mapping.sources[PurchaseField.INSTITUTION].values["隔壁诊所"]
    kind = mapping.sources[PurchaseField.KIND].values["停车费"]
    kind.setFocus()
    qtbot.waitUntil(is_ready, timeout=30_000)
    type_words(kind, "qt")
    kind.take_typed()
    assert kind.chosen() == PurchaseKind.OTHER
    where.setFocus()
    type_words(where, "cymz")
    where.take_typed()
    assert where.currentText().startswith("朝阳门诊")
    where.choose(LEFT_OUT)
    key(mapping, Qt.Key.Key_Return, CONTROL)
    dialog = the_dialog(qtbot, PurchaseListDialog)
    qtbot.waitUntil(lambda: dialog.preview() is not None, timeout=60_000)
    preview = dialog.preview()
    assert preview is not None
    assert [line.state for line in preview.lines] == ["new"] * len(ROWS) + ["refused", "new"]
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_preview_that_is_closed_leaves_nothing_lying(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    from tests.members.test_purchase_lists import staged

    shown(page)
    dialog = begin_import(page, desk.a_list(ROWS, HEAD), qtbot)
    assert staged(desk)
    dialog.reject()
    qtbot.waitUntil(lambda: staged(desk) == 0)
    assert desk.purchases.total().count == 0


def test_the_process_does_not_wait_for_who_reads_meanwhile(desk: Desk) -> None:
    """The lane that waits for it holds a snapshot open."""
    path = desk.a_list(ROWS)
    order = desk.lists.order(path, desk.lists.look_at_list(path).mapping, "zh")
    began = monotonic()
    with desk.clinic.database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM purchases").all()
        found = apart(lambda _done, _total: None, stage_apart, order)
    assert found.count(ListedState.NEW) == 5 and monotonic() - began < 25


def test_a_part_of_the_real_invoices_goes_through_the_dialogs(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    if not SHARED.exists():
        pytest.skip("the invoices lie outside the project")
    some = SHARED.read_text(encoding="utf-8").splitlines()[:401]
    path = desk.folder / "part.csv"
    path.write_text("\n".join(some), encoding="utf-8")
    shown(page)
    page.import_list(path)
    mapping = the_dialog(qtbot, PurchaseMappingDialog)
    QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
    assert set(mapping.problems_shown()) == {"institution", "kind"}
    mapping.sources[PurchaseField.INSTITUTION].source.choose(("fixed", str(desk.clinic.home)))
    mapping.sources[PurchaseField.KIND].source.choose(("fixed", "goods"))
    QTest.keyClick(mapping, Qt.Key.Key_Return, CONTROL)
    dialog = the_dialog(qtbot, PurchaseListDialog)
    qtbot.waitUntil(lambda: dialog.preview() is not None, timeout=60_000)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    the_dialog(qtbot, PromptDialog).reject()
    qtbot.waitUntil(lambda: len(rows(page)) > 0)
    amounts = [round(float(line.rsplit(",", 1)[1]) * 100) for line in some[1:]]
    assert (desk.purchases.total().count, desk.purchases.total().net) == (400, sum(amounts))


def test_ctrl_h_tells_the_history_of_the_purchase_under_the_cursor(
    page: PurchasesPage, desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    desk.buy(120)
    shown(page)
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    key(page, Qt.Key.Key_H, CONTROL)
    dialog = the_dialog(qtbot, RecordDialog)
    qtbot.waitUntil(lambda: [line.what for line in dialog.lines.all_rows()] == ["登记消费"])
    dialog.reject()
