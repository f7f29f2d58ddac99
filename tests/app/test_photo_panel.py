"""The settings of photos: the telephone's folder and the warning before a full disk, kept at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qualitydesk.app.photo_panel import PhotoPanel
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.tools import Tools


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "own.json")


@pytest.fixture
def panel(make_tools: Callable[[str], Tools], settings: SettingsFile, qtbot: QtBot) -> PhotoPanel:
    made = PhotoPanel(make_tools("en"), settings)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_folder_is_chosen_kept_and_forgotten(panel: PhotoPanel, settings: SettingsFile, tmp_path: Path) -> None:
    assert not panel.forget.isVisible()
    phone = tmp_path / "手机"
    phone.mkdir()
    QTest.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    [dialog] = panel.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(phone))
    dialog.accept()
    assert SettingsFile(settings.path).current.photo_folder == str(phone)
    assert panel.folder.text() == str(phone)
    QTest.mouseClick(panel.forget, Qt.MouseButton.LeftButton)
    assert SettingsFile(settings.path).current.photo_folder == ""
    assert not panel.forget.isVisible()


def test_how_much_room_is_too_little_is_kept(panel: PhotoPanel, settings: SettingsFile) -> None:
    assert panel.least.value() == 500
    panel.least.setValue(2000)
    assert SettingsFile(settings.path).current.least_room == 2000
