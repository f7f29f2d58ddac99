"""A dressed application, the road off the GUI thread, tools in Chinese, pages over a real SQLite file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.screens import Told

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def told() -> Iterator[Told]:
    made = Told()
    yield made
    assert made.bugs == []


@pytest.fixture
def tools(qapp: QApplication, told: Told, tmp_path: Path) -> Iterator[Tools]:
    look = Look(qapp, "light")
    prompts = Prompts("zh")

    def refused(error: Refused, asker: object) -> None:
        told.refusals.append(error)
        prompts.refuse(None, error)

    road = Operations(refused=refused, crashed=told.bugs.append)
    yield Tools(road, prompts, WindowPlaces(SettingsFile(tmp_path / "settings.json")), "zh")
    road.close()
    look.deleteLater()
    qapp.setStyleSheet("")
