"""The settings page: it shows facts, asks for language, colours and backups, and changes nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from qualitydesk.app.settings_page import About, LicencesDialog, SettingsFacts, SettingsPage
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import Settings
from qualitydesk.kit.tools import Tools

FACTS = SettingsFacts(
    "sqlite", "/home/li/qualitydesk.sqlite", 18_200_000, Path("/home/li"), None, Path("/backups"), Path("/logs")
)


class Office:
    """What the page asks of the program, noted."""

    def __init__(self) -> None:
        self.facts = FACTS
        self.backups = 0
        self.opened: list[Path] = []
        self.refuse = False

    def back_up(self) -> None:
        if self.refuse:
            raise Refused("disk_full")
        self.backups += 1
        self.facts = replace(self.facts, last_backup=datetime(2026, 11, 21, 2, 0, tzinfo=UTC))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def page(make_tools: Callable[[str], Tools], office: Office, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(
        make_tools("en"),
        Settings(language="en", theme="dark"),
        About("0.1.0", lambda: "MIT\nSIL Open Font Licence"),
        facts=lambda: office.facts,
        back_up=office.back_up,
        open_folder=office.opened.append,
    )
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(page: SettingsPage) -> list[str]:
    QApplication.processEvents()  # fresh labels are shown by the layout
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def press(page: SettingsPage, words: str, place: int = 0) -> None:
    found = [button for button in page.findChildren(QPushButton) if button.text() == words and button.isVisible()]
    QTest.mouseClick(found[place], Qt.MouseButton.LeftButton)


def test_it_tells_where_the_data_lie(page: SettingsPage) -> None:
    shown = texts(page)
    assert {"/home/li/qualitydesk.sqlite", "18.2 MB", "None yet", "QualityDesk 0.1.0", "/logs"} <= set(shown)


def test_a_server_has_no_size_and_no_folder(page: SettingsPage, office: Office) -> None:
    office.facts = replace(
        FACTS, database_kind="postgresql", database_where="db.example:5432/quality", size=None, database_folder=None
    )
    page.hide()
    page.show()
    shown = texts(page)
    assert "PostgreSQL server" in shown and "db.example:5432/quality" in shown
    press(page, "Open folder")
    assert office.opened == [Path("/backups")], "the first folder button left is that of the backups"


def test_language_and_colours_are_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    assert page.themes["dark"].isChecked() and page.languages["en"].isChecked()
    with qtbot.waitSignal(page.theme_wanted) as heard:
        QTest.keyClick(page.themes["light"], Qt.Key.Key_Space)
    assert heard.args == ["light"]
    with qtbot.waitSignal(page.language_wanted) as heard:
        QTest.keyClick(page.languages["zh"], Qt.Key.Key_Space)
    assert heard.args == ["zh"]
    assert page.languages["en"].isChecked(), "a refused wish leaves the page as it is"
    with qtbot.waitSignal(page.big_type_wanted) as heard:
        QTest.keyClick(page.big_type, Qt.Key.Key_Space)
    assert heard.args == [True]


def test_a_backup_is_made_and_told(page: SettingsPage, office: Office) -> None:
    press(page, "Back up now")
    assert office.backups == 1 and page.backup_button.isEnabled()
    assert "2026-11-21 10:00" in texts(page)
    assert "The backup is written and was read back." in texts(page)


def test_a_backup_that_fails_frees_the_button_and_claims_nothing(page: SettingsPage, office: Office) -> None:
    office.refuse = True
    press(page, "Back up now")
    assert page.backup_button.isEnabled()
    assert "The backup is written and was read back." not in texts(page)
    assert [refused.code for refused in page.tools.operations.refusals] == ["disk_full"]  # type: ignore[attr-defined]


def test_licences_are_read_when_asked_for(page: SettingsPage) -> None:
    press(page, "Licences")
    (dialog,) = page.findChildren(LicencesDialog)
    (words,) = dialog.findChildren(QPlainTextEdit)
    assert words.toPlainText().startswith("MIT") and words.isReadOnly()
    dialog.close()
