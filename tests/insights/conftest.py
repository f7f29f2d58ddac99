"""A furnished group with all its services, and the fixtures of screens."""

from __future__ import annotations

import pytest
from tests.builders import Group, a_group, a_pack
from tests.screens import look

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

__all__ = ["look"]


@pytest.fixture
def group(database: Database, clock: FixedClock) -> Group:
    """Two guides and a pack of four plain items, the last one critical, once on each database."""
    made = a_group(database, clock)
    made.hire("G1", "张𬱖")
    made.hire("G2", "王小明")
    made.adopt(a_pack("walk", 4, critical=[4]), "walk")
    return made


@pytest.fixture
def services(group: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(group.database, files, clock)
