"""Screens of measures over a real SQLite file, in a shown window, by real keys."""

from __future__ import annotations

import pytest
from tests.inspections.ui.conftest import Shown, operations, shown
from tests.measures.conftest import House, a_house
from tests.screens import Told, look, told, tools

from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database

__all__ = ["House", "Shown", "Told", "look", "operations", "shown", "told", "tools"]


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> House:
    """On SQLite alone: the screens do not know which database it is."""
    return a_house(sqlite_database, clock)
