"""Two programs open cases at once on one database: every number once, none left out, not even by a failed save."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from tests.complaints.house import a_house
from tests.complaints.race import NOW, open_all

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database

EACH = 500


def test_two_programs_take_five_hundred_cases_each_without_a_gap(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    house = a_house(database, FixedClock(NOW))
    spawn = multiprocessing.get_context("spawn")
    start, told = spawn.Barrier(2), spawn.Queue()
    racers = [
        spawn.Process(
            target=open_all,
            args=(database_url, tmp_path / "files", house.me, house.group.institution, EACH, start, told),
        )
        for _ in range(2)
    ]
    for racer in racers:
        racer.start()
    answers = [told.get(timeout=500) for _ in racers]
    for racer in racers:
        racer.join()
    assert [wrong for _numbers, wrong in answers] == [[], []]
    lines = house.complaints.lines(CaseFilter(), limit=None, sort="number", descending=False)
    old, new = EACH // 10 * 2, EACH * 2 - EACH // 10 * 2
    expected = [f"BJC202610{at:02d}" for at in range(1, old + 1)] + [f"BJC202611{at:02d}" for at in range(1, new + 1)]
    assert [line.number for line in lines] == expected
    assert len({line.id for line in lines}) == EACH * 2
    assert audit.check(database).broken_at is None
