"""Screens of customers over a real SQLite file, in a shown window, by real keys."""

from __future__ import annotations

import pytest
from tests.inspections.ui.conftest import Shown, operations, shown
from tests.members.conftest import Clinic, a_clinic
from tests.screens import Told, look, told, tools

from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database

__all__ = ["Clinic", "Shown", "Told", "look", "operations", "shown", "told", "tools"]


@pytest.fixture
def clinic(sqlite_database: Database, clock: FixedClock) -> Clinic:
    """On SQLite alone: the screens do not know which database it is."""
    return a_clinic(sqlite_database, clock)
