"""The clinic on both kinds of database."""

from __future__ import annotations

import pytest
from tests.penalties.clinic import Clinic, found_clinic

from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore


@pytest.fixture
def clinic(database: Database, files: FileStore, clock: FixedClock) -> Clinic:
    """A clinic in a fresh database, once on each kind."""
    return found_clinic(database, files, clock)


@pytest.fixture
def desk(sqlite_database: Database, files: FileStore, clock: FixedClock) -> Clinic:
    """A clinic in a real SQLite file, for screens and for what does not depend on the kind."""
    return found_clinic(sqlite_database, files, clock)
