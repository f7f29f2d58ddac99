"""Many slips through a process of their own, from the list, by keys: progress, a stop, then one file to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import Clinic
from tests.penalties.test_many_slips import proposed, states
from tests.penalties.ui.test_penalties_ui import dialog, press, showing, shown

from qualitydesk.app.opening import penalties_at
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import ApprovalWay, SlipState
from qualitydesk.penalties.service.batch import Opened
from qualitydesk.penalties.ui.many_dialogs import ApproveManyDialog
from qualitydesk.penalties.ui.slips_page import SlipsPage

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000  # milliseconds: another interpreter starts meanwhile


@pytest.fixture
def elsewhere(desk: Clinic, tmp_path: Path) -> Opened:
    """The same database, opened in another process at the same moment."""
    return partial(penalties_at, desk.services.database.url, str(tmp_path), desk.clock)


def asked(
    qtbot: QtBot, tools: Tools, desk: Clinic, elsewhere: Opened, count: int
) -> tuple[SlipsPage, ApproveManyDialog]:
    """The question about all slips of the list."""
    proposed(desk, count)
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by, opened=elsewhere)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == count and tools.operations.quiet)
    press(qtbot, page, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(page.approve_button.isEnabled)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    made = dialog(qtbot, ApproveManyDialog)
    made.fields.way.choose(ApprovalWay.IN_PERSON)
    return page, made


def test_all_are_approved_and_issued_in_a_process_of_their_own_and_shown_as_one_file(
    qtbot: QtBot, tools: Tools, desk: Clinic, elsewhere: Opened
) -> None:
    page, made = asked(qtbot, tools, desk, elsewhere, 12)
    for box in (made.issue_box, made.with_box):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert made.save_button.text() == "Approve and issue"
    qtbot.waitUntil(lambda: tools.operations.quiet)
    made.press_save()
    qtbot.waitUntil(made.bar.isVisible)
    qtbot.waitUntil(lambda: showing(ApproveManyDialog) is None, timeout=PATIENCE)
    assert set(states(desk).values()) == {SlipState.ISSUED}
    qtbot.waitUntil(lambda: showing(PreviewDialog) is not None, timeout=PATIENCE)
    printed = dialog(qtbot, PreviewDialog)
    assert "12" in printed.windowTitle()
    qtbot.waitUntil(lambda: tools.operations.quiet, timeout=PATIENCE)
    assert printed.page_list.count() > 12
    printed.close()
    qtbot.waitUntil(lambda: "12" in page.states[SlipState.ISSUED].text())  # the list has heard of it


def test_stopped_by_its_button_it_says_what_is_done_and_goes_on_from_there(
    qtbot: QtBot, tools: Tools, desk: Clinic, elsewhere: Opened
) -> None:
    _page, made = asked(qtbot, tools, desk, elsewhere, 40)
    made.press_save()
    qtbot.waitUntil(lambda: len(made.came()) >= 2, timeout=PATIENCE)
    qtbot.mouseClick(made.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.save_button.isEnabled() or showing(ApproveManyDialog) is None, timeout=PATIENCE)
    through = made.through()
    found = states(desk)
    assert sum(state is SlipState.APPROVED for state in found.values()) == len(through)
    if len(through) < 40:
        assert f"{len(through)} done, 0 refused, {40 - len(through)} not begun" in made.how_far.text()
        made.press_save()
        qtbot.waitUntil(lambda: showing(ApproveManyDialog) is None, timeout=PATIENCE)
    assert set(states(desk).values()) == {SlipState.APPROVED}
