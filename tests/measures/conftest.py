"""A group whose measures are set and judged, on each database; on SQLite alone for the screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.measures.model import Closing, Measure, MeasureDraft, MeasureState, Report
from qualitydesk.measures.service import Measures
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)


@dataclass
class House:
    """A clinic with an owner of measures (a guide) and a supervisor who judges them."""

    group: Group
    clock: FixedClock
    owner: UUID
    other: UUID

    @property
    def measures(self) -> Measures:
        return self.group.measures

    def judge(self) -> By:
        return self.group.by()

    def owning(self) -> By:
        return By(self.owner, self.group.me)

    def draft(self, task: str = "班前互查胸卡", days: int = 14, **more: object) -> MeasureDraft:
        values = {"institution_id": self.group.institution, "task": task, "owner_id": self.owner}
        return MeasureDraft(**{**values, "due_on": self.measures.today() + timedelta(days=days), **more})  # type: ignore[arg-type]

    def open(self, task: str = "班前互查胸卡", days: int = 14, **more: object) -> UUID:
        return self.measures.open_measure(self.draft(task, days, **more), self.judge()).value

    def seen(self, measure_id: UUID) -> Measure:
        return self.measures.measure(measure_id)

    def report(self, measure_id: UUID, proof: str = "互查表两周，附照片") -> None:
        line = self.seen(measure_id).line
        self.measures.report_done(measure_id, line.revision, Report(self.measures.today(), proof), self.owning())

    def close(self, measure_id: UUID, recheck: date | None = None, effect: date | None = None) -> None:
        if self.seen(measure_id).line.state is MeasureState.OPEN:
            self.report(measure_id)
        line = self.seen(measure_id).line
        self.measures.close(measure_id, line.revision, Closing("现场看过", recheck, effect), self.judge())


def a_house(database: Database, clock: FixedClock) -> House:
    group = a_group(database, clock)
    owner, other = group.hire_many(2)
    group.adopt(a_pack("walk", 4, critical=[4]), "walk")
    return House(group, clock, owner, other)


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """Once on each database."""
    return a_house(database, clock)
