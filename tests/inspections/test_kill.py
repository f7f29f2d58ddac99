"""The program killed again and again in the middle of one round: nothing acknowledged is lost, no answer is half there.

SIGKILL cannot prove that a commit reached the disk, since the page cache survives it: `PRAGMA synchronous` is asserted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from tests.builders import a_group, a_pack
from tests.inspections.kill_driver import given_for, place_of, route

from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Given
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

KILLS = 55
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="walkers are forked and killed, which Windows cannot")
def test_a_round_killed_at_random_moments_loses_no_acknowledged_answer(sqlite_url: str, clock: FixedClock) -> None:
    database = Database.open(sqlite_url)
    house = a_group(database, clock)
    house.hire_many(10)
    house.adopt(a_pack("walk", 40), "walk")
    round_id = house.begin("walk")
    database.close()

    command = [sys.executable, "-m", "tests.inspections.kill_driver", sqlite_url, str(round_id), str(house.me)]
    ended = subprocess.run(
        [*command, str(KILLS), "20261121"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    lives = json.loads(ended.stdout)

    assert sum(life["killed"] for life in lives) >= 50
    assert {life["synchronous"] for life in lives} == {2}
    told = -1  # the last answer acknowledged so far
    for life in lives:
        # The cursor is where the last acknowledged answer left it, or one further: on disk, the word of it cut off.
        assert life["resumed"] in (told + 1, told + 2)
        assert life["answered"] == life["resumed"]  # answer and cursor together, or neither
        told = max(told, life["acknowledged"], life["resumed"] - 1)
    assert told == 399

    again = answers_read_again(sqlite_url, clock, round_id)
    assert again == [given_for(at) for at in range(400)]


def answers_read_again(url: str, clock: FixedClock, round_id: UUID) -> list[Given]:
    """Every answer in the order of the route, from a sound file whose cursor stands on the last item."""
    database = Database.open(url)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    rounds = Rounds(database, clock, Directory(database, clock), Standards(database, clock), Rulebook(database, clock))
    walk = rounds.walk(round_id)
    database.close()
    assert place_of(walk) == 399
    return [walk.answers[stop, item.code].given for stop, item in route(walk)]
