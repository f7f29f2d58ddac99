"""The texts of the program as a translator, compiled from the .ts files; tools that run everything at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from tests.kit.inline import InlineOperations

from qualitydesk.basics.places import shipped
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def chinese_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All Chinese texts in one compiled file."""
    made = tmp_path_factory.mktemp("texts") / "zh.qm"
    sources = sorted((shipped("resources") / "i18n" / "zh_CN").glob("*.ts"))
    start = [sys.executable, "-c", "from PySide6.scripts.pyside_tool import lrelease; lrelease()", "-silent"]
    subprocess.run([*start, *map(str, sources), "-qm", str(made)], check=True)
    return made


@pytest.fixture
def speak(qapp: QApplication, chinese_texts: Path) -> Iterator[Callable[[str], None]]:
    """Installs the texts of a language, as the program does."""
    translator = QTranslator()
    assert translator.load(str(chinese_texts))

    def install(language: str) -> None:
        (qapp.installTranslator if language == "zh" else qapp.removeTranslator)(translator)

    yield install
    qapp.removeTranslator(translator)


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def make_tools(qapp: QApplication, settings_file: SettingsFile) -> Callable[[str], Tools]:
    """Tools in a language, everything run at once."""
    load_fonts()

    def made(language: str) -> Tools:
        return Tools(InlineOperations(), Prompts(language), WindowPlaces(settings_file), language)  # type: ignore[arg-type]

    return made
