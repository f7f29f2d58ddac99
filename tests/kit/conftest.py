"""Fixtures of the Qt pieces: a dressed application, the road off the GUI thread, tools in Chinese."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a bare pytest needs no display either


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
def operations(qapp: QApplication, told: Told) -> Iterator[Operations]:
    """A running road; closed after the test."""
    road = Operations(refused=lambda error, _asker: told.refusals.append(error), crashed=told.bugs.append)
    yield road
    road.close()


@pytest.fixture
def tools(operations: Operations, tmp_path: Path) -> Tools:
    return Tools(operations, Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "settings.json")), "zh")


@pytest.fixture
def window(qtbot: object, qapp: QApplication) -> Iterator[QWidget]:
    """A shown window to hang dialogs on."""
    made = QWidget()
    made.resize(900, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()
