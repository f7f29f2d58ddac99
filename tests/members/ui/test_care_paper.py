"""The care list from its dialog: previewed, issued for an institution, shown and kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.members.test_contacts import Desk, desk
from tests.members.ui.test_contacts_page import CONTROL, MONDAY, key, the_dialog

from qualitydesk.kit.tools import Tools
from qualitydesk.members.service.care_lists import CareLists
from qualitydesk.members.ui.care_paper import CareListDialog, CarePaperWays
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.storage.files import FileStore

__all__ = ["desk"]

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


def test_a_list_is_previewed_and_issued_for_an_institution(
    desk: Desk, tools: Tools, shown: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.member("李静", date(2026, 10, 23), phone="13900139000")
    desk.go_to(MONDAY)
    clinic = desk.clinic
    papers = Papers(clinic.database, FileStore(tmp_path / "files"), clinic.clock)
    window = QWidget()
    shown(window)
    lists = CareLists(clinic.directory, desk.contacts, papers)
    ways = CarePaperWays(tools, lists, papers, clinic.directory, clinic.by, window)
    ways.ask(MONDAY, clinic.home)
    dialog = the_dialog(qtbot, CareListDialog)
    assert (dialog.day.day(), dialog.institution.chosen()) == (MONDAY, clinic.home)
    QTest.mouseClick(dialog.preview_button, Qt.MouseButton.LeftButton)
    preview = the_dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: preview.page_list.count() == 1)
    preview.close()
    number = f"WH-{clinic.directory.institution(clinic.home).code}-2026-11-23"
    assert papers.by_number(number) == []  # a preview is nobody's paper
    key(dialog, Qt.Key.Key_Return, CONTROL)
    issued = the_dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: issued.page_list.count() == 1)
    assert number in issued.windowTitle() and len(papers.by_number(number)) == 1
    issued.close()
