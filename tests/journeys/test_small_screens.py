"""The window on the smallest screens, with the longest names there can be, in both languages and in big type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.samples import sample_in
from tests.journeys.sitting import Sitting

from qualitydesk.app.bootstrap import default_url
from qualitydesk.app.gallery import open_dialogs
from qualitydesk.app.scenery import all_scenes
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.table import Table
from qualitydesk.storage.database import Database

LONGEST = {"zh": "欧阳慕容司马诸葛上官" * 4, "en": "Maximiliana Wolfeschlegelsteinhausenberg"}


def lengthen_names(home: Path, name: str) -> None:
    """Everybody and every institution under one name of 40 characters."""
    database = Database.open(default_url(home))
    with database.transaction() as connection:
        for table in ("employees", "institutions", "stops"):
            connection.exec_driver_sql(f"update {table} set name = ?", (name,))
    database.close()


@pytest.mark.parametrize(("language", "big", "width"), [("zh", False, 1024), ("en", False, 1024), ("en", True, 1280)])
def test_every_page_fits_the_smallest_screen_with_the_longest_names(
    sit: Callable[..., Sitting], home: Path, of_the_run: Path, language: str, big: bool, width: int
) -> None:
    sample_in(home, language, of_the_run)
    lengthen_names(home, LONGEST[language])
    SettingsFile().change(big_type=big)
    sitting = sit().at_work()
    too_big: list[str] = []
    for scene, widget in all_scenes(sitting.program, sitting.until_quiet, open_dialogs):
        sitting.until_quiet(lambda: True)
        if widget is sitting.window:
            sitting.window.resize(width, 700)
            sitting.until_quiet(lambda: True)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            least = widget.minimumSizeHint()
            if least.width() > width or least.height() > 700:
                too_big.append(f"{scene}: {least.width()} × {least.height()}")
            else:
                too_big += [f"{scene}: {words} is cut off" for words in off_the_screen(sitting, width)]
        for dialog in open_dialogs():
            dialog.close()
            dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not too_big, "\n".join(too_big)
    sitting.close()


def off_the_screen(sitting: Sitting, width: int) -> list[str]:
    """Buttons of the page's title bar that do not stand wholly in the window."""
    page = sitting.window.current_page()
    assert page is not None
    buttons = [made for made in page.findChildren(QPushButton) if made.isVisible() and made.parentWidget() is page]
    return [
        made.text()
        for made in buttons
        if made.mapTo(sitting.window, QPoint(made.width(), 0)).x() > width
        or made.width() < made.minimumSizeHint().width()
    ]


def test_a_page_opened_by_its_key_has_its_list_in_focus(sit: Callable[..., Sitting], home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    for entry in ("penalties", "standards", "directory", "today", "rounds", "penalties", "penalties"):
        sitting.page(entry)
        assert isinstance(QApplication.focusWidget(), Table), entry
    sitting.page("directory")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    sitting.rest()
    assert isinstance(sitting.window.current_page(), EmployeePage), "Enter opens the first entry"
    sitting.page("rounds")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    (help_,) = sitting.window.findChildren(KeysDialog)
    told = {key.sequence: key.words for key in help_.entries.all_rows()}
    assert told["Alt+1 … Alt+9"] == "打开页面：今日、巡检、投诉、奖惩、会员、趋势、标准、组织、设置"
    help_.accept()
    sitting.close()
