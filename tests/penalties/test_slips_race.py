"""Two processes issue slips on one database at the same time: numbers without gaps, rungs right, nobody locked out."""

from __future__ import annotations

import multiprocessing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.penalties.clinic import BADGE, Clinic, found_clinic
from tests.penalties.race import Job, issue_all

from qualitydesk.basics.clock import FixedClock
from qualitydesk.penalties.store import slips
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

EACH = 150
PEOPLE = 100
CONTESTED = 50
"""Jobs that both processes want; the slower one is refused."""
ROUNDS = (2 * EACH) // PEOPLE


@pytest.fixture
def crowd(database: Database, files: FileStore, clock: FixedClock) -> Clinic:
    """Guides who fail their badge on every round, one a week."""
    made = found_clinic(database, files, clock)
    with database.transaction():
        for at in range(PEOPLE):
            made.hire(f"P{at:03d}", f"员工{at:03d}", superior="LEAD")
    return made


def walked(clinic: Clinic) -> list[list[Job]]:
    """The jobs of every round, oldest first."""
    everybody = {number: [BADGE] for number in clinic.people if number.startswith("P")}
    with clinic.services.database.transaction():
        rounds = [clinic.walk(date(2026, 11, 20) - timedelta(weeks=ROUNDS - at), everybody) for at in range(ROUNDS)]
    return [[(round_id, clinic.people[number]) for number in everybody] for round_id in rounds]


def test_two_processes_issue_hundreds_of_slips_each(crowd: Clinic, database_url: str, tmp_path: Path) -> None:
    rounds = walked(crowd)
    # Each person's rounds fall to the two processes by turns, so that both write on everybody.
    jobs = [(job, at + turn) for turn, of_round in enumerate(rounds) for at, job in enumerate(of_round)]
    shares = [[job for job, place in jobs if place % 2 == mine] for mine in (0, 1)]
    contested = [share[: CONTESTED // 2] for share in shares]
    wanted = [shares[0] + contested[1], contested[0] + shares[1]]

    spawn = multiprocessing.get_context("spawn")
    start, told = spawn.Barrier(2), spawn.Queue()
    people = crowd.people
    racers = [
        spawn.Process(
            target=issue_all, args=(database_url, tmp_path / "files", crowd.me, people["GM"], mine, start, told)
        )
        for mine in wanted
    ]
    for racer in racers:
        racer.start()
    refused = [code for _ in racers for code in told.get(timeout=240)]
    for racer in racers:
        racer.join()

    assert refused == ["already_sanctioned"] * CONTESTED
    with crowd.services.database.reading() as connection:
        rows = connection.execute(select(slips).order_by(slips.c.number)).all()
    assert [row.number for row in rows] == [f"CF-BJ-2026-{at:04d}" for at in range(1, 2 * EACH + 1)]
    assert {row.state for row in rows} == {"issued"}
    turns = {round_id: turn for turn, of_round in enumerate(rounds) for round_id, _ in of_round}
    assert all(row.rung == min(turns[row.round_id] + 1, 3) for row in rows)
    assert len({row.paper_id for row in rows}) == 2 * EACH
    assert crowd.services.papers.check() == []
    assert audit.check(crowd.services.database).reason == ""
