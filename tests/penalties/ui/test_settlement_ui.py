"""A month settled by keys: the record first, a wage, the lock; what each line says and what the page checks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over
from tests.penalties.clinic import Clinic
from tests.penalties.settling import OCTOBER, go, october, second
from tests.penalties.ui.test_penalties_ui import dialog, showing, shown

from qualitydesk.basics import money
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.settlement import WageDraft
from qualitydesk.penalties.ui.explaining import ExplainDialog
from qualitydesk.penalties.ui.settlement_dialogs import FineDialog, LockDialog, WageDialog
from qualitydesk.penalties.ui.settlement_page import SettlementPage


def opened(qtbot: QtBot, tools: Tools, desk: Clinic) -> SettlementPage:
    page = SettlementPage(tools, desk.services.settlements, lambda: desk.by, penalties=desk.services.penalties)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.month.month() == OCTOBER and page.lines.rowCount() > 0 and tools.operations.quiet)
    return page


def words_of(page: SettlementPage) -> str:
    return "\n".join(one.text() for one in page.card.findChildren(QLabel))


def press(page: SettlementPage, key: Qt.Key, *, control: bool = True) -> None:
    page.table.setFocus()
    assert in_front(page)
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.table, key, held)


def test_money_opens_once_document_adoption_and_notice_are_recorded(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    go(desk, date(2026, 10, 1))
    second(desk, "G1", date(2026, 10, 2), date(2026, 10, 5))
    go(desk, date(2026, 11, 5))
    page = opened(qtbot, tools, desk)
    assert "制度文件名称" in page.gate.words() and "告知员工日期" in page.gate.words()
    assert "−¥150.00" in page.sums.text()  # all of it carried over
    press(page, Qt.Key.Key_R)
    asked = dialog(qtbot, FineDialog)
    assert in_front(asked)
    assert any("法律提示（不是法律意见）" in one.text() for one in asked.findChildren(QLabel))
    asked.adopted_on.set_day(date(2026, 10, 1))
    asked.notified_on.set_day(date(2026, 10, 3))
    asked.press_save()
    qtbot.waitUntil(lambda: "document" in asked.problems_shown())
    type_over(asked.document, "员工奖惩制度（2026）")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(FineDialog) is None)
    qtbot.waitUntil(lambda: "员工奖惩制度（2026）" in page.gate.words())
    qtbot.waitUntil(lambda: "Deducted −¥150.00" in page.sums.text())


def test_a_wage_is_typed_in_and_the_month_locked_by_another(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    october(desk)
    page = opened(qtbot, tools, desk)
    assert "一致" in page.check.text() and "¥300.00" in page.check.text()
    head = next(at for at, line in enumerate(page.lines.all_rows()) if line.claim.number == "HEAD")
    page.table.selectRow(head)
    qtbot.waitUntil(lambda: "欧阳䶮: the whole month" in words_of(page))
    press(page, Qt.Key.Key_F2, control=False)
    asked = dialog(qtbot, WageDialog)
    assert in_front(asked)
    assert any("is not encrypted" in one.text() for one in asked.findChildren(QLabel))
    type_over(asked.minimum, "2750")
    asked.press_save()
    assert "wage" in asked.problems_shown()
    type_over(asked.wage, "2800")
    asked.press_save()
    qtbot.waitUntil(lambda: showing(WageDialog) is None)
    qtbot.waitUntil(lambda: "欧阳䶮：当月最多扣 ¥50.00" in page.warnings.words())
    press(page, Qt.Key.Key_Return)
    locking = dialog(qtbot, LockDialog)
    assert in_front(locking)
    assert locking.decided_by.chosen() == desk.people["GM"]
    type_over(locking.way, "书面批示")
    locking.press_save()
    qtbot.waitUntil(lambda: showing(LockDialog) is None, timeout=20_000)
    qtbot.waitUntil(lambda: "贺明远" in page.gate.words() and not page.lock_button.isEnabled())
    assert not page.wage_button.isEnabled() and "一致" in page.check.text()
    assert desk.services.settlements.month(OCTOBER).lock is not None
    qtbot.waitUntil(lambda: tools.operations.quiet)
    QAbstractItemModelTester(page.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_question_before_the_lock_repeats_whose_caps_are_not_checked_and_names_them(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    october(desk)
    page = opened(qtbot, tools, desk)
    people = desk.services.settlements.month(OCTOBER).people
    assert "未核对扣款上限" in page.warnings.words()
    press(page, Qt.Key.Key_Return)
    locking = dialog(qtbot, LockDialog)
    unknown = [one for one in people if one.taken < 0]
    assert f"等 {len(unknown)} 人" in locking.warnings.words() and "未核对扣款上限" in locking.warnings.words()
    assert any(key.sequence == "F4" and "cap" in key.words for key in locking.key_table.shown()), "F1 tells of it"
    QTest.keyClick(locking, Qt.Key.Key_F4)
    told = dialog(qtbot, ExplainDialog)
    words = "\n".join(one.text() for one in told.card.findChildren(QLabel))
    assert all(one.name in words for one in unknown)
    told.close()
    locking.finish()


def test_a_month_with_every_wage_typed_in_has_nothing_unchecked_to_repeat(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    october(desk)
    settlements = desk.services.settlements
    for one in settlements.month(OCTOBER).people:
        settlements.type_wage(OCTOBER, WageDraft(one.person_id, 1000000, 200000), desk.by)
    page = opened(qtbot, tools, desk)
    press(page, Qt.Key.Key_Return)
    locking = dialog(qtbot, LockDialog)
    assert "未核对" not in locking.warnings.words()
    assert not locking.unchecked_button.isVisibleTo(locking)
    QTest.keyClick(locking, Qt.Key.Key_F4)
    assert showing(ExplainDialog) is None
    locking.finish()


def test_every_sum_of_the_month_opens_its_card_that_of_the_month_itself_too(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    october(desk)
    page = opened(qtbot, tools, desk)
    kinds = set()
    for at, line in enumerate(page.lines.all_rows()):
        page.table.setFocus()
        page.table.selectRow(at)
        QTest.keyClick(page.table, Qt.Key.Key_F4)
        told = dialog(qtbot, ExplainDialog)
        words = "\n".join(one.text() for one in told.card.findChildren(QLabel))
        assert "the whole month" in words, "what is taken of it in this month"
        assert line.claim.slip_id is None or "第 1 版" in words, "and of a slip the rule of its day"
        kinds.add(line.claim.cause)
        told.close()
        qtbot.waitUntil(lambda: showing(ExplainDialog) is None)
    assert kinds
    qtbot.mouseClick(page.sums, Qt.MouseButton.LeftButton)
    told = dialog(qtbot, ExplainDialog)
    seen = desk.services.settlements.month(OCTOBER)
    assert money.words(seen.taken) in "\n".join(one.text() for one in told.card.findChildren(QLabel))
    told.close()
