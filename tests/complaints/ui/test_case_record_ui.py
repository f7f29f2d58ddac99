"""The history of a case's record, by its key and from the menu: masked as the page is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.complaints.ui.sight import Sight
from tests.hands import in_front

from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> Sight:
    return Sight(house, tools, eye, shown)


def test_ctrl_h_shows_who_did_what_with_patients_masked(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    sight.show(house.open())
    assert in_front(sight.window)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_H, CONTROL)
    window = eye.dialog(RecordDialog)
    eye.until(lambda: window.lines.rowCount() > 0)
    told = str([line.told for line in window.lines.all_rows()])
    assert "王**" in told and "王丽华" not in told and "13812345678" not in told
    QTest.keyClick(window, Qt.Key.Key_Escape)
    eye.rest()


def test_the_menu_offers_it_too(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    sight.show(house.open())
    sight.menu("record")
    window = eye.dialog(RecordDialog)
    eye.until(lambda: window.lines.rowCount() > 0)
    window.accept()
    eye.rest()
