"""Screens of complaints over a real SQLite file, in a shown window, by real keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.complaints.casebook import CaseHouse, a_case_house
from tests.hands import in_front
from tests.inspections.ui.conftest import Shown, operations, shown
from tests.screens import Told, look, told, tools

from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.tools import Tools
from qualitydesk.storage.database import Database

__all__ = ["CaseHouse", "Eye", "Shown", "Told", "eye", "look", "operations", "shown", "told", "tools"]

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> CaseHouse:
    """On SQLite alone: the screens do not know which database it is."""
    return a_case_house(sqlite_database, clock)


class Eye:
    """Waits for what comes to the screen."""

    def __init__(self, qtbot: QtBot, tools: Tools) -> None:
        self._qtbot = qtbot
        self._tools = tools

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: self._tools.operations.quiet, timeout=20_000)

    def until(self, reached: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(lambda: reached() and self._tools.operations.quiet, timeout=20_000)

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind, in front."""
        self.until(lambda: bool(_open(kind)))
        found = _open(kind)[-1]
        assert in_front(found)
        return found

    def gone(self, kind: type[QWidget]) -> None:
        self.until(lambda: not _open(kind))


def _open(kind: type[W]) -> list[W]:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return [one for one in shown if isinstance(one, kind)]


@pytest.fixture
def eye(qtbot: QtBot, tools: Tools) -> Eye:
    return Eye(qtbot, tools)
