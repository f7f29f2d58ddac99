"""The program killed while a step runs: its beginning is on disk, the next life ends it, none is clocked twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import UUID

from tests.builders import a_group, a_pack

from qualitydesk.basics.clock import SystemClock
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

ROOT = Path(__file__).resolve().parents[2]
LIVES = (1, 2, 5)  # acknowledgements read before each kill: a beginning, a beginning after an end, …


def test_a_step_begun_before_the_kill_is_ended_after_it(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    house = a_group(database, SystemClock())
    house.hire_many(2)
    house.adopt(a_pack("steps", 10, kinds=["step"]), "steps")
    round_id = house.begin("steps")
    database.close()
    command = [sys.executable, "-m", "tests.inspections.step_driver", sqlite_url, str(round_id), str(house.me)]
    told: list[list[str]] = []
    for patience in LIVES:
        walker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert walker.stdout is not None
        lines = [walker.stdout.readline() for _ in range(patience)]
        walker.kill()
        rest, _nothing = walker.communicate()
        whole = [line for line in [*lines, *rest.splitlines(keepends=True)] if line.endswith("\n")]
        told += [line.strip().split("\t") for line in whole]  # a word cut off was not acknowledged
        check(sqlite_url, round_id, told)


def check(url: str, round_id: UUID, told: list[list[str]]) -> None:
    """What was acknowledged stands on disk to the second, no step was begun twice, and the file is sound."""
    database, clock = Database.open(url), SystemClock()
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    rounds = Rounds(database, clock, Directory(database, clock), Standards(database, clock), Rulebook(database, clock))
    answers = rounds.walk(round_id).answers
    database.close()
    for stop, code, began, ended in told:
        given = answers[UUID(stop), code].given
        assert str(given.began) == began
        assert ended in ("None", str(given.ended))
    assert told
