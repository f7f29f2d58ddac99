"""A house with complaints, on each database and on SQLite alone."""

from __future__ import annotations

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """Once on each database."""
    return a_house(database, clock)


@pytest.fixture
def lite(sqlite_database: Database, clock: FixedClock) -> House:
    """On SQLite alone."""
    return a_house(sqlite_database, clock)
