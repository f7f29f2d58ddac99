"""The page of contacts: every deed by its key, several at once, held ones kept back, texts copied, general messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_words
from tests.members.test_contacts import FRIDAY, Desk, desk

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.ids import new_id
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import ContactLine, ContactState, Kept, MessageText, Occasion
from qualitydesk.members.model.profile import ConsentKind
from qualitydesk.members.service.holds import hold_for
from qualitydesk.members.ui.contact_dialogs import AttemptDialog, HandOutDialog
from qualitydesk.members.ui.contact_messages import MessagesDialog
from qualitydesk.members.ui.contacts_page import ContactsPage
from qualitydesk.members.ui.greeted_dialog import GreetedDialog
from qualitydesk.sheets.workbook import lines_of

__all__ = ["desk"]

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
DAY = timedelta(days=1)
MONDAY = FRIDAY + 3 * DAY
D = TypeVar("D", bound=QWidget)


@pytest.fixture
def people(desk: Desk) -> dict[str, UUID]:
    """On a Monday: one with a birthday, two to be called after a month (that of a Saturday waits for the Monday)."""
    made = {
        "born": desk.member("王小明", date(2026, 3, 2), phone="13800138000"),
        "called": desk.member("李静", date(2026, 10, 23), phone="13900139000"),
        "waits": desk.member("赵强", date(2026, 10, 21), phone="13700137000"),
    }
    desk.born(made["born"], 11, 23)
    desk.go_to(MONDAY)
    return made


@pytest.fixture
def page(people: dict[str, UUID], desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot) -> ContactsPage:
    clinic = desk.clinic
    made = ContactsPage(tools, desk.contacts, desk.holds, clinic.directory, clinic.clock.now, clinic.by)
    shown(made)
    qtbot.waitUntil(lambda: len(made.rows.all_rows()) == 3)
    made.personal.setFocus()
    return made


def key(widget: QWidget, which: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, which, modifier)


def the_dialog(qtbot: QtBot, kind: type[D]) -> D:
    def there() -> list[D]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    assert in_front(there()[0])
    return there()[0]


def stand_on(page: ContactsPage, member: UUID) -> None:
    (line,) = [one for one in page.rows.all_rows() if one.owed.member_id == member]
    assert page.personal.select_key(line.owed.key)


def line_of(page: ContactsPage, member: UUID) -> ContactLine:
    line = next(one for one in page.rows.all_rows() if one.owed.member_id == member)
    assert isinstance(line, ContactLine)
    return line


def state_of(page: ContactsPage, member: UUID) -> ContactState:
    return line_of(page, member).state


def test_a_call_is_done_by_its_key_with_a_note(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_D)
    dialog = the_dialog(qtbot, AttemptDialog)
    type_words(dialog.note, "恢复良好，建议增加停车位")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["called"]) is ContactState.DONE)
    (entry,) = desk.contacts.history(people["called"])
    assert (entry.note, entry.text) == ("恢复良好，建议增加停车位", "")


def test_the_cursor_begins_where_there_is_something_to_do_and_goes_on_to_the_next_after_an_entry(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    key(page, Qt.Key.Key_D)
    key(the_dialog(qtbot, AttemptDialog), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["born"]) is ContactState.DONE)

    def stands_on() -> UUID | None:
        row = page.personal.current_row()
        return row.owed.member_id if isinstance(row, ContactLine) else None

    qtbot.waitUntil(lambda: stands_on() == people["waits"])
    stand_on(page, people["called"])  # the last row: what was passed over comes next
    key(page, Qt.Key.Key_N)
    key(the_dialog(qtbot, AttemptDialog), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["called"]) is ContactState.NOT_REACHED)
    qtbot.waitUntil(lambda: stands_on() == people["waits"])
    clinic = desk.clinic
    again = ContactsPage(tools, desk.contacts, desk.holds, clinic.directory, clinic.clock.now, clinic.by)
    shown(again)
    qtbot.waitUntil(again.personal.hasFocus)  # before there are any rows
    again.refresh(frozenset(Change))
    qtbot.waitUntil(lambda: len(again.rows.all_rows()) == 3)
    row = again.personal.current_row()
    assert isinstance(row, ContactLine) and row.owed.member_id == people["waits"]


def test_the_text_sent_is_kept_with_a_message(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["born"])
    key(page, Qt.Key.Key_D)
    key(the_dialog(qtbot, AttemptDialog), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["born"]) is ContactState.DONE)
    (entry,) = desk.contacts.history(people["born"])
    assert entry.text.startswith("王先生，今天是您的生日")


def test_nobody_reached_is_counted_and_stays(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    for _time in range(2):
        before = line_of(page, people["waits"]).tried
        stand_on(page, people["waits"])
        key(page, Qt.Key.Key_N)
        key(the_dialog(qtbot, AttemptDialog), Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: line_of(page, people["waits"]).tried > before)  # noqa: B023 - waited for in the loop
    assert (line_of(page, people["waits"]).tried, state_of(page, people["waits"])) == (2, ContactState.NOT_REACHED)
    assert desk.contacts.waiting() == (2, 1)


def test_it_is_put_off_to_the_next_working_day(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_P)
    dialog = the_dialog(qtbot, AttemptDialog)
    assert dialog.postponed_to.day() == MONDAY + DAY
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["called"]) is ContactState.POSTPONED)
    column = next(one for one in page.rows.columns if one.sort == "state")
    assert f"{MONDAY + DAY:%m-%d}" in column.read(line_of(page, people["called"]))
    assert (MONDAY + DAY, Occasion.PLAN, "first_month") in desk.contacts.coming(people["called"])


def test_several_are_left_out_at_once_with_a_reason(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    page.personal.selectAll()
    key(page, Qt.Key.Key_L)
    dialog = the_dialog(qtbot, AttemptDialog)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert "note" in dialog.problems_shown()
    type_words(dialog.note, "已在院内当面问候")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: {one.state for one in page.rows.all_rows()} == {ContactState.LEFT_OUT})
    assert desk.contacts.waiting() == (0, 0) and not page.done.isEnabled()


def test_what_is_held_by_a_complaint_is_not_done_and_enter_opens_the_complaint(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, tools: Tools, qtbot: QtBot
) -> None:
    case_id = new_id()
    clinic = desk.clinic

    def put() -> Done[bool]:
        with clinic.database.transaction() as connection:
            held = hold_for(connection, clinic.clock, "case", case_id, "TS-26-0001", [people["born"]], clinic.by())
        return Done(held, frozenset({Change.CONTACTS}))

    tools.operations.write(put)
    qtbot.waitUntil(lambda: line_of(page, people["born"]).kept is Kept.HOLD)
    place = page.rows.row_of(line_of(page, people["born"]).owed.key)
    told = [page.rows.index(place, at).data() for at in range(page.rows.columnCount())]
    assert "暂停维护 · TS-26-0001" in told
    stand_on(page, people["born"])
    key(page, Qt.Key.Key_D)
    assert "TS-26-0001" in the_dialog(qtbot, PromptDialog).words()
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Return)
    page.personal.setFocus()
    with qtbot.waitSignal(page.complaint_wanted) as wanted:
        key(page, Qt.Key.Key_Return)
    assert wanted.args == [case_id]


def test_enter_opens_the_member(page: ContactsPage, people: dict[str, UUID], qtbot: QtBot) -> None:
    for which in (Qt.Key.Key_Return, Qt.Key.Key_O):
        stand_on(page, people["called"])
        with qtbot.waitSignal(page.member_wanted) as wanted:
            key(page, which)
        assert wanted.args == [people["called"]]


def test_a_text_is_copied_and_names_and_numbers_only_with_a_reason_asked_once(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["born"])
    key(page, Qt.Key.Key_M)
    dialog = the_dialog(qtbot, MessagesDialog)
    assert "王**  138****8000" in dialog.shown.toPlainText()
    key(dialog, Qt.Key.Key_T, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("王先生，今天是您的生日")
    key(dialog, Qt.Key.Key_U, CONTROL)
    reason = the_dialog(qtbot, PromptDialog)
    type_words(reason.findChild(QPlainTextEdit), "发送生日祝贺")
    key(reason, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "王小明 13800138000" in QGuiApplication.clipboard().text())
    assert desk.audited("hand_out_numbers") == 1
    key(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_M)
    again = the_dialog(qtbot, MessagesDialog)
    assert not again.text_button.isEnabled()  # a call has no text
    key(again, Qt.Key.Key_U, CONTROL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "李静 13900139000")
    assert desk.audited("hand_out_numbers") == 2
    key(again, Qt.Key.Key_Escape)


def test_the_number_to_be_called_is_shown_at_one_key_with_a_reason(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_U, CONTROL)
    reason = the_dialog(qtbot, PromptDialog)
    type_words(reason.findChild(QPlainTextEdit), "一个月回访")
    key(reason, Qt.Key.Key_Return, CONTROL)
    dialog = the_dialog(qtbot, MessagesDialog)
    qtbot.waitUntil(lambda: dialog.shown.toPlainText() == "李静 13900139000")
    assert dialog.windowTitle() == "Name and number" and not dialog.text_button.isVisible()
    assert desk.audited("hand_out_numbers") == 1
    key(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    stand_on(page, people["waits"])
    key(page, Qt.Key.Key_U, CONTROL)  # not asked again
    again = the_dialog(qtbot, MessagesDialog)
    qtbot.waitUntil(lambda: again.shown.toPlainText() == "赵强 13700137000")
    key(again, Qt.Key.Key_Escape)


def test_all_messages_are_exported_with_a_reason(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    key(page, Qt.Key.Key_X)
    dialog = the_dialog(qtbot, HandOutDialog)
    dialog.what.choose("calls")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert "reason" in dialog.problems_shown()
    type_words(dialog.reason, "交前台电话回访")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    chooser = the_dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "calls.xlsx"))
    chooser.close()
    assert "2 rows" in the_dialog(qtbot, PromptDialog).words()
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Return)
    _title, rows = lines_of((tmp_path / "calls.xlsx").read_bytes(), "")
    found = {tuple(cells[1:3]) for _at, cells in rows[1:]}
    assert found == {("李静", "13900139000"), ("赵强", "13700137000")}
    assert desk.audited("hand_out_numbers") == 1


def test_a_note_becomes_a_case_at_one_click(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_D)
    dialog = the_dialog(qtbot, AttemptDialog)
    type_words(dialog.note, "收费与报价不符")
    dialog.case.click()
    with qtbot.waitSignal(page.case_wanted) as wanted:
        key(dialog, Qt.Key.Key_Return, CONTROL)
    assert wanted.args == [people["called"], "收费与报价不符"]
    qtbot.waitUntil(lambda: state_of(page, people["called"]) is ContactState.DONE)
    stand_on(page, people["called"])
    page.personal.setFocus()
    with qtbot.waitSignal(page.case_wanted) as wanted:
        key(page, Qt.Key.Key_C)  # also later, with what was noted then
    assert wanted.args == [people["called"], "收费与报价不符"]


def test_days_are_turned_by_arrows_and_an_empty_one_says_what_comes_next(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "2026-11-27" in page.general.empty_words())  # the next Friday
    key(page, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "2026-11-23" in page.personal.empty_words())  # Sunday: the calls wait for Monday
    assert page.days.day() == MONDAY - DAY and page.days.now_button.isEnabled()
    key(page, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.personal.empty_words() == "" and page.days.day() == MONDAY)
    for _day in range(4):
        key(page, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(page.greetings.all_rows()) == 1)
    assert not page.sent.isEnabled()  # that Friday is still to come


def test_a_general_message_shows_who_is_kept_back_and_is_entered_as_sent_to_all(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    desk.said(people["waits"], ConsentKind.MESSAGES, False)
    desk.go_to(FRIDAY + 7 * DAY)
    key(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.greeting() is not None and page.greeting().kept == 1)  # type: ignore[union-attr]
    page.general.setFocus()
    key(page, Qt.Key.Key_G)
    dialog = the_dialog(qtbot, GreetedDialog)
    qtbot.waitUntil(lambda: len(dialog.lines.all_rows()) == 3)
    told = {dialog.lines.index(at, 1).data(): dialog.lines.index(at, 5).data() for at in range(3)}
    assert told == {"王**": "待办", "李**": "待办", "赵**": "本人谢绝"}
    dialog.table.setFocus()
    with qtbot.waitSignal(page.member_wanted):
        key(dialog, Qt.Key.Key_Return)
    page.general.setFocus()
    key(page, Qt.Key.Key_M)
    preview = the_dialog(qtbot, MessagesDialog)
    assert "王先生，周末将至" in preview.shown.toPlainText() and not preview.full_button.isVisible()
    key(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    page.general.setFocus()
    key(page, Qt.Key.Key_S)
    assert "2" in the_dialog(qtbot, PromptDialog).words()
    key(the_dialog(qtbot, PromptDialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.greeting() is not None and page.greeting().done == 2)  # type: ignore[union-attr]
    assert not page.sent.isEnabled()


def test_in_quiet_hours_it_is_said_and_sent_to_all_is_asked_twice(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    desk.go_to(FRIDAY + 7 * DAY)
    desk.clinic.clock.advance(timedelta(hours=11))  # nine in the evening
    key(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.greeting() is not None and page.quiet.isVisible())
    assert "9:00" in page.quiet.words()
    page.general.setFocus()
    key(page, Qt.Key.Key_S)
    first = the_dialog(qtbot, PromptDialog)
    key(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = the_dialog(qtbot, PromptDialog)
    assert "9:00" in second.words()
    key(second, Qt.Key.Key_Return)  # the marked answer of a dangerous question is no
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert desk.audited("send_greeting") == 0


def test_only_what_is_to_be_done_may_be_shown(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, people["called"])
    key(page, Qt.Key.Key_D)
    key(the_dialog(qtbot, AttemptDialog), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: state_of(page, people["called"]) is ContactState.DONE)
    page.personal.setFocus()
    key(page, Qt.Key.Key_F, CONTROL)
    assert {one.owed.member_id for one in page.rows.all_rows()} == {people["born"], people["waits"]}


def test_a_text_with_a_name_in_full_is_copied_only_with_a_reason(
    page: ContactsPage, people: dict[str, UUID], desk: Desk, qtbot: QtBot
) -> None:
    desk.contacts.save_text(MessageText(Occasion.BIRTHDAY, "", "", "{name}，生日快乐"), desk.clinic.by())
    stand_on(page, people["born"])
    key(page, Qt.Key.Key_M)
    dialog = the_dialog(qtbot, MessagesDialog)
    assert dialog.shown.toPlainText().endswith("王**，生日快乐")
    assert not dialog.text_button.isEnabled() and dialog.full_button.isEnabled()
    key(dialog, Qt.Key.Key_Escape)


def test_the_list_of_the_day_is_wished_for_by_its_key(page: ContactsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        key(page, Qt.Key.Key_P, CONTROL)
    assert wanted.args == [MONDAY, None]
