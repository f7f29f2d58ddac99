"""The customers' page: masked, seen in full with a reason, entered, changed, marked, merged; all by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.members.conftest import Clinic
from tests.screens import Told

from qualitydesk.directory.model import Sex
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.merge_dialog import MergeDialog
from qualitydesk.storage import audit

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def key(widget: QWidget, which: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, which, modifier)  # type: ignore[call-overload]


D = TypeVar("D", bound=QWidget)


def the_dialog(qtbot: QtBot, kind: type[D]) -> D:
    def there() -> list[D]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    assert in_front(there()[0])
    return there()[0]


def say_why(qtbot: QtBot, reason: str) -> None:
    """Answer the question with a reason, by keys alone."""
    dialog = the_dialog(qtbot, PromptDialog)
    editor = dialog.findChild(QPlainTextEdit)
    assert editor is not None and editor.hasFocus()
    type_words(editor, reason)
    key(dialog, Qt.Key.Key_Tab)
    key(dialog, Qt.Key.Key_Tab)
    key(dialog, Qt.Key.Key_Return)


def seen(widget: QWidget) -> str:
    """Every word on a widget that can be read now."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def listed(page: CustomersPage) -> list[UUID]:
    return [line.id for line in page.lines.all_rows()]


@pytest.fixture
def page(clinic: Clinic, tools: Tools, look: Look) -> CustomersPage:
    return CustomersPage(tools, clinic.members, clinic.directory, clinic.by)


def stand_on(page: CustomersPage, customer: UUID, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.table.select_key(customer))
    page.table.setFocus()
    qtbot.waitUntil(lambda: page.view.number.text() == page.table.current_row().number)  # type: ignore[attr-defined]


def test_an_empty_list_says_how_to_begin(page: CustomersPage, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    qtbot.waitUntil(lambda: "Ctrl+N" in page.table.empty_words())
    assert not page.change.isEnabled() and not page.flag.isEnabled()
    page.flagged.click()
    qtbot.waitUntil(lambda: "Ctrl+N" not in page.table.empty_words())


def test_nobody_is_given_away_until_somebody_says_why(
    page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot
) -> None:
    customer = clinic.add("王小明", "13812345678")
    shown(page)
    stand_on(page, customer, qtbot)
    qtbot.waitUntil(lambda: "王**" in seen(page) and "138****5678" in seen(page))
    assert "小明" not in seen(page) and "13812345678" not in seen(page)
    key(page, Qt.Key.Key_U, CONTROL)
    say_why(qtbot, "回电核实")
    qtbot.waitUntil(lambda: "王小明" in seen(page) and "13812345678" in seen(page))
    assert not page.full.isVisible()
    with clinic.database.reading() as connection:
        assert audit.history(connection, "customer", str(customer))[-1].after == {"reason": "回电核实"}
    page.hide()  # whoever comes after sees nothing
    page.show()
    assert "小明" not in seen(page)


def test_another_row_is_masked_again(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    first, second = clinic.add("王小明"), clinic.add("李静")
    shown(page)
    stand_on(page, second, qtbot)
    key(page, Qt.Key.Key_U, CONTROL)
    say_why(qtbot, "核实")
    qtbot.waitUntil(lambda: "李静" in seen(page))
    key(page, Qt.Key.Key_Down)
    stand_on(page, first, qtbot)
    key(page, Qt.Key.Key_Up)
    stand_on(page, second, qtbot)
    assert "李静" not in seen(page) and page.full.isVisible()


def test_the_list_is_searched_and_narrowed(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    wanted, other = (
        clinic.add("单明霞", "19900008800", sex=Sex.FEMALE),
        clinic.add("王小明", institution_id=clinic.other),
    )
    shown(page)
    qtbot.waitUntil(lambda: listed(page) == [other, wanted])
    key(page, Qt.Key.Key_F, CONTROL)
    type_words(page.search, "smx")
    key(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == [wanted])
    assert page.table.hasFocus()
    type_over(page.search, "没有")
    qtbot.waitUntil(lambda: listed(page) == [] and page.table.empty_words() != "")
    page.search.clear()
    page.institution.choose(clinic.other)
    page.institution.picked.emit(clinic.other)
    qtbot.waitUntil(lambda: listed(page) == [other])


def test_a_customer_is_entered_by_keys(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, CustomerDialog)
    type_words(dialog.name, "王小明")
    key(dialog, Qt.Key.Key_Tab)
    type_words(dialog.telephones, "138 1234 5678, 010-62345678")
    key(dialog, Qt.Key.Key_Return)
    assert set(dialog.problems_shown()) == {"institution_id"}  # there are two
    type_over(dialog.institution, "朝阳门诊")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    found = clinic.members.customer(listed(page)[0])
    assert (found.name, found.telephones) == ("王小明", ("13812345678", "01062345678"))
    qtbot.waitUntil(lambda: page.view.number.text() == found.number)


def test_what_is_no_telephone_is_said_beside_the_field(
    page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot
) -> None:
    shown(page)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, CustomerDialog)
    type_words(dialog.name, "王小明")
    type_over(dialog.institution, "朝阳门诊")
    type_over(dialog.telephones, "1381234567")
    key(dialog, Qt.Key.Key_Return)
    assert "11 位" in dialog.problems_shown()["telephones"]
    assert listed(page) == []
    dialog.finish()


def test_a_likely_duplicate_is_offered_and_taken(
    page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot
) -> None:
    known = clinic.add("王晓明", "13812345678")
    clinic.add("李静")
    shown(page)
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, CustomerDialog)
    assert not dialog.alike.isVisible() and not dialog.this_one.isEnabled()
    type_words(dialog.name, "王小明")
    type_over(dialog.telephones, "+86 13812345678")
    qtbot.waitUntil(lambda: dialog.alike.isVisible() and "电话相同" in dialog.alike.item(0).text())
    assert "晓明" not in dialog.alike.item(0).text()
    dialog.alike.setFocus()
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == [known])
    assert clinic.members.count() == 2


def test_changing_asks_why_and_shows_the_details(
    page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot
) -> None:
    customer = clinic.add("王小明", "13812345678")
    shown(page)
    stand_on(page, customer, qtbot)
    key(page, Qt.Key.Key_F2)
    say_why(qtbot, "电话有变")
    dialog = the_dialog(qtbot, CustomerDialog)
    assert (dialog.name.text(), dialog.telephones.text()) == ("王小明", "13812345678")
    type_over(dialog.telephones, "19900001234")
    key(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "199****1234" in seen(page))
    assert clinic.members.customer(customer).telephones == ("19900001234",)


def test_enter_opens_the_page_of_the_customer(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    customer = clinic.add("王小明")
    shown(page)
    stand_on(page, customer, qtbot)
    with qtbot.waitSignal(page.member_wanted) as wanted:
        key(page, Qt.Key.Key_Return)
    assert wanted.args == [customer]


def test_a_mark_is_set_seen_and_lifted(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    customer = clinic.add("王小明")
    shown(page)
    stand_on(page, customer, qtbot)
    key(page, Qt.Key.Key_M, CONTROL)
    say_why(qtbot, "退费未果")
    qtbot.waitUntil(lambda: page.view.flag.isVisible() and "退费未果" in page.view.flag.words())
    qtbot.waitUntil(lambda: page.table.current_row().flagged)  # type: ignore[attr-defined]
    stand_on(page, customer, qtbot)
    key(page, Qt.Key.Key_M, CONTROL)
    say_why(qtbot, "已妥善解决")
    qtbot.waitUntil(lambda: not page.view.flag.isVisible())
    assert "退费未果" in page.view.history.text() and "已妥善解决" in page.view.history.text()


def test_two_records_are_merged_and_separated(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    other, kept = clinic.add("王晓明"), clinic.add("王小明")
    shown(page)
    stand_on(page, kept, qtbot)
    assert not page.separate.isVisible()
    key(page, Qt.Key.Key_G, CONTROL)
    dialog = the_dialog(qtbot, MergeDialog)
    key(dialog, Qt.Key.Key_Return)
    assert "customer_id" in dialog.problems_shown()
    dialog.other.setFocus()
    type_words(dialog.other, "王晓明")
    qtbot.waitUntil(lambda: any("GK000001" in row for row in dialog.other.offered()))
    QTest.keyClick(QApplication.activePopupWidget() or dialog.other, Qt.Key.Key_Return)
    assert dialog.other.chosen() == other
    qtbot.waitUntil(lambda: bool(dialog.sides.all_rows()))
    assert [one.told for one in dialog.sides.all_rows()][1] == "Sounds alike" and dialog.told.isHidden()
    dialog.reason.setFocus()
    type_words(dialog.reason, "同一人两次建档")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: listed(page) == [kept] and page.separate.isVisible())
    assert "GK000001" in page.view.linked.text()
    page.show_customer(other)  # leads to the one that is kept
    qtbot.waitUntil(lambda: page.search.text() == "GK000002")
    stand_on(page, kept, qtbot)
    page.separate.click()
    say_why(qtbot, "是两个人")
    qtbot.waitUntil(lambda: clinic.members.count() == 2)
    qtbot.waitUntil(lambda: not page.separate.isVisible())


def test_two_who_share_neither_name_nor_telephone_are_merged_after_a_question_alone(
    page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot
) -> None:
    other, kept = clinic.add("单佳佳", "13911112222"), clinic.add("王小明", "13800001111")
    shown(page)
    stand_on(page, kept, qtbot)
    key(page, Qt.Key.Key_G, CONTROL)
    dialog = the_dialog(qtbot, MergeDialog)
    type_words(dialog.other, "单佳佳")
    qtbot.waitUntil(lambda: any("GK000001" in row for row in dialog.other.offered()))
    QTest.keyClick(QApplication.activePopupWidget() or dialog.other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.sides.all_rows()) > 5)
    number, name, telephone, *_ = dialog.sides.all_rows()
    assert (number.kept, number.other) == ("GK000002", "GK000001")
    assert (name.kept, name.other, name.same) == ("王**", "单**", False)
    assert (telephone.kept, telephone.other, telephone.same) == ("138****1111", "139****2222", False)
    assert "Neither" in dialog.told.words() and dialog.told.isVisible()
    dialog.reason.setFocus()
    type_words(dialog.reason, "同一人")
    dialog.save_button.click()
    asked = the_dialog(qtbot, PromptDialog)
    assert "GK000001" in asked.words()
    key(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert clinic.members.customer(other).merged_into is None
    dialog.save_button.click()
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Tab)
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clinic.members.customer(other).merged_into is not None)


def test_a_refusal_is_told(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot, told: Told) -> None:
    customer = clinic.add("王小明")
    shown(page)
    stand_on(page, customer, qtbot)
    clinic.members.flag_patient(customer, "别的窗口先做了", clinic.by())
    key(page, Qt.Key.Key_M, CONTROL)
    say_why(qtbot, "退费未果")
    qtbot.waitUntil(lambda: [one.code for one in told.refusals] == ["customer_flagged"])


def test_f5_shows_what_another_window_wrote(page: CustomersPage, clinic: Clinic, shown: Shown, qtbot: QtBot) -> None:
    shown(page)
    qtbot.waitUntil(lambda: page.table.empty_words() != "")
    customer = clinic.add()
    key(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: listed(page) == [customer])
