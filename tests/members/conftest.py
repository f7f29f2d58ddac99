"""A clinic with customers, on each database; on SQLite alone for the screens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from tests.directory.conftest import furnish

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import Sex
from qualitydesk.directory.service import Directory
from qualitydesk.members.model import CustomerDraft
from qualitydesk.members.service import Members
from qualitydesk.storage.database import Database


@dataclass
class Clinic:
    """Two institutions, a supervisor, and whoever is entered."""

    database: Database
    clock: FixedClock
    directory: Directory
    members: Members
    me: UUID
    home: UUID
    other: UUID

    def by(self) -> By:
        return By.alone(self.me)

    def draft(
        self, name: str = "王小明", *telephones: str, sex: Sex | None = Sex.MALE, **more: object
    ) -> CustomerDraft:
        return replace(CustomerDraft(name, sex, telephones, self.home), **more)  # type: ignore[arg-type]

    def add(self, name: str = "王小明", *telephones: str, sex: Sex | None = Sex.MALE, **more: object) -> UUID:
        return self.members.add_customer(self.draft(name, *telephones, sex=sex, **more), self.by()).value

    def found(self, text: str) -> list[UUID]:
        return [line.id for line in self.members.find(text)]


def a_clinic(database: Database, clock: FixedClock) -> Clinic:
    house = furnish(database, clock)
    first, second = house.directory.institutions()
    members = Members(database, clock, house.directory)
    return Clinic(database, clock, house.directory, members, house.me, first.id, second.id)


@pytest.fixture
def clinic(database: Database, clock: FixedClock) -> Clinic:
    """Once on each database."""
    return a_clinic(database, clock)
