"""Contacts on a member's page: what is coming, what was done, a hold put and lifted by hand; the badge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.hands import type_words
from tests.members.test_contacts import WAN, Desk, desk
from tests.members.ui.test_contacts_page import CONTROL, MONDAY, key, the_dialog

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.ids import new_id
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import ContactState
from qualitydesk.members.model.profile import Birthday, Calendar, ConsentKind, Kinship, RelativeDraft
from qualitydesk.members.service.holds import hold_for
from qualitydesk.members.ui.contact_panel import ContactPanel, HoldBadge

__all__ = ["desk"]

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def member(desk: Desk) -> UUID:
    made = desk.member("李静", date(2026, 10, 23), phone="13900139000")
    desk.born(made, 12, 24)
    desk.go_to(MONDAY)
    desk.record(desk.only(), ContactState.NOT_REACHED, note="关机")
    return made


@pytest.fixture
def opened() -> list[UUID]:
    return []


@pytest.fixture
def panel(member: UUID, desk: Desk, opened: list[UUID], tools: Tools, shown: Shown, qtbot: QtBot) -> ContactPanel:
    made = ContactPanel(tools, desk.contacts, desk.holds, desk.clinic.by, member, opened.append)
    shown(made)
    qtbot.waitUntil(lambda: len(made.history.all_rows()) == 1)
    return made


def test_it_tells_what_is_coming_and_what_was_done(panel: ContactPanel) -> None:
    coming = [panel.coming.index(row, 1).data() for row in range(panel.coming.rowCount())]
    assert "生日祝贺" in coming and "圣诞节" in coming
    told = [panel.history.index(0, at).data() for at in range(panel.history.columnCount())]
    assert {"满一个月电话回访", "未接通", "关机"} <= set(told)


def test_a_birthday_of_the_family_says_whose_it_is_and_masks_the_name(
    desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    vip = desk.member("赵敏", date(2026, 3, 2), fen=150 * WAN)
    desk.tills.confirm_all()
    desk.said(vip, ConsentKind.SENSITIVE, True)
    draft = RelativeDraft(vip, Kinship.CHILD, "钱小雨", Birthday(Calendar.SOLAR, 11, 21))
    relative = desk.profiles.save_relative(draft, desk.clinic.by()).value
    (line,) = [one for one in desk.personal() if one.owed.detail == str(relative)]
    desk.record(line, ContactState.NOT_REACHED)
    panel = ContactPanel(tools, desk.contacts, desk.holds, desk.clinic.by, vip, lambda _case: None)
    shown(panel)
    qtbot.waitUntil(lambda: bool(panel.history.all_rows()))
    for rows in (panel.coming, panel.history):
        assert "家人生日祝贺 · 钱**" in [rows.index(row, 1).data() for row in range(rows.rowCount())]


def test_a_hold_is_put_and_lifted_by_hand_and_the_badge_follows(
    panel: ContactPanel, member: UUID, desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    badge = HoldBadge(tools, lambda: desk.holds, member, panel)
    panel.put_button.setFocus()
    QTest.mouseClick(panel.put_button, Qt.MouseButton.LeftButton)
    dialog = the_dialog(qtbot, PromptDialog)
    type_words(dialog.findChild(QPlainTextEdit), "住院期间不打扰")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "住院期间不打扰" in panel.held.words() and not badge.isHidden())
    assert desk.only().kept_by == "住院期间不打扰"
    assert not panel.put_button.isEnabled()
    QTest.mouseClick(panel.lift_button, Qt.MouseButton.LeftButton)
    dialog = the_dialog(qtbot, PromptDialog)
    type_words(dialog.findChild(QPlainTextEdit), "已出院")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.held.isHidden() and badge.isHidden())
    assert desk.only().kept is None and panel.put_button.isEnabled()


def test_a_hold_of_a_complaint_is_not_lifted_here_and_enter_opens_the_complaint(
    panel: ContactPanel, member: UUID, desk: Desk, tools: Tools, opened: list[UUID], qtbot: QtBot
) -> None:
    case_id, clinic = new_id(), desk.clinic

    def put() -> Done[bool]:
        with clinic.database.transaction() as connection:
            held = hold_for(connection, clinic.clock, "case", case_id, "TS-26-0001", [member], clinic.by())
        return Done(held, frozenset({Change.CONTACTS}))

    tools.operations.write(put)
    qtbot.waitUntil(lambda: "TS-26-0001" in panel.held.words())
    assert not panel.lift_button.isEnabled()
    panel.hold_table.setFocus()
    key(panel, Qt.Key.Key_Return)
    assert opened == [case_id]
