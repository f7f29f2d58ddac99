"""A group with a pack in force, on each database; and on SQLite alone for the screens."""

from __future__ import annotations

import pytest
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database


@pytest.fixture
def group(database: Database, clock: FixedClock) -> Group:
    """Two guides and a pack of four plain items, the last one critical, once on each database."""
    made = a_group(database, clock)
    made.hire_many(2)
    made.adopt(a_pack("walk", 4, critical=[4]), "walk")
    return made
