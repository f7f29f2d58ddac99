"""What every test of a screen stands on: a dressed application, the road off the GUI thread, tools in Chinese.

A conftest imports the fixtures it wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces

__all__ = ["Told", "look", "told", "tools"]


class Told:
    """What the road reported: refusals nobody handled, and bugs."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []
        self.bugs: list[BaseException] = []


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The application in its light dress."""
    made = Look(qapp, "light")
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def tools(operations: Operations, tmp_path: Path) -> Tools:
    return Tools(operations, Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "settings.json")), "zh")
