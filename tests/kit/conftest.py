"""Fixtures of the Qt pieces: a dressed application, the road off the GUI thread, tools in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from tests.screens import Told, look, told, tools

from qualitydesk.kit.operations import Operations

__all__ = ["Told", "look", "operations", "told", "tools", "window"]


@pytest.fixture
def operations(qapp: QApplication, told: Told) -> Iterator[Operations]:
    """A running road; closed after the test."""
    road = Operations(refused=lambda error, _asker: told.refusals.append(error), crashed=told.bugs.append)
    yield road
    road.close()


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
