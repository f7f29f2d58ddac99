"""The panel "what still counts" of an employee: by keys, with its explanation, and empty."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import Clinic
from tests.penalties.ui.test_penalties_ui import dialog, shown, words_on

from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.ui.explaining import ExplainDialog
from qualitydesk.penalties.ui.person_outlook import OutlookOfPerson, outlook_panel

DAY = date(2026, 11, 20)


def opened(qtbot: QtBot, tools: Tools, desk: Clinic, number: str) -> OutlookOfPerson:
    view = outlook_panel(tools, desk.services.penalties).build(desk.people[number])
    assert isinstance(view, OutlookOfPerson)
    shown(qtbot, view)
    qtbot.waitUntil(lambda: view.following.rowCount() > 0 and tools.operations.quiet)
    return view


def test_enter_explains_what_the_next_would_be(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1")
    view = opened(qtbot, tools, desk, "G1")
    assert view.active.rowCount() == 1 and "2026-10-21" in view.sentence.text()
    view.activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(view.next_table.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    window = dialog(qtbot, ExplainDialog)
    assert "¥150.00" in words_on(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.window().findChildren(ExplainDialog))


def test_a_clean_person_is_told_so_in_words(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    view = opened(qtbot, tools, desk, "G2")
    assert "12" in view.table.empty_words() and view.late.isHidden()
    assert view.following.rowCount() == 2


def test_it_reads_anew_when_a_slip_is_written(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    round_id = desk.walk(DAY, {"G1": ["W-BADGE-01"]})
    view = opened(qtbot, tools, desk, "G1")
    slip = desk.propose(round_id, "G1")
    desk.issue(slip)
    tools.operations.write(
        desk.services.penalties.withdraw, slip.id, slip.revision + 2, "认错人", desk.boss, asker=view
    )
    qtbot.waitUntil(lambda: view.active.rowCount() == 0)
