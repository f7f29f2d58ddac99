"""Who may approve, as the dialog offers it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import Clinic
from tests.penalties.ui.test_penalties_ui import dialog, shown, state_of, walked

from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.slip_page import SlipPage


def opened(qtbot: QtBot, tools: Tools, desk: Clinic, slip_id: UUID) -> SlipPage:
    page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    page.show_slip(slip_id)
    qtbot.waitUntil(page.preview_button.isVisible)
    return page


def test_only_those_the_rule_lets_approve_are_offered(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = desk.propose(walked(desk), "G1")
    page = opened(qtbot, tools, desk, slip.id)
    qtbot.mouseClick(page.approve_button, Qt.MouseButton.LeftButton)
    approving = dialog(qtbot, ApproveDialog)
    assert [approving.decided_by.itemText(at)[:3] for at in range(approving.decided_by.count())] == ["贺明远"]
    row = approving.field_row("decided_by")
    assert "顾晓岚" in row.hint.text()
    approving.finish()


def test_where_nobody_may_approve_it_says_who_is_to_be_added(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = desk.propose(walked(desk), "G1")
    desk.put_under("HEAD", "ME", date(2026, 11, 20))  # whoever leads people cannot just go
    desk.retire("GM", date(2026, 11, 20))
    page = opened(qtbot, tools, desk, slip.id)
    qtbot.mouseClick(page.approve_button, Qt.MouseButton.LeftButton)
    told = dialog(qtbot, PromptDialog)
    assert "总经理" in told.words() and "Directory" in told.words()
    told.close()
    assert state_of(desk, slip.id).state is SlipState.PROPOSED
