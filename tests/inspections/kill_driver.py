"""A long-lived process that kills walkers of a round in the middle of their work; started by test_kill.

It imports everything once and forks a walker for each life, so that start-up does not eat the time. What a walker
got on disk it acknowledges over a pipe; the driver writes down what was acknowledged and how each life went on.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from uuid import UUID

from tests.builders import schema

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import SystemClock
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Cursor, Given, Item, Verdict, Walk
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

assert schema.PARTS
TURNS = (Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE)


@dataclass
class Life:
    """One walker: where it took the round up, with how many answers, what it acknowledged, whether it was killed."""

    resumed: int
    answered: int
    synchronous: int
    acknowledged: int
    killed: bool


def given_for(at: int) -> Given:
    """The answer to the at-th item of the route: told by its place, so that it can be checked afterwards."""
    return Given(TURNS[at % len(TURNS)], note=f"第{at}项" if at % 5 == 0 else "")


def route(walk: Walk) -> list[tuple[UUID, Item]]:
    """Every item of every stop, in the order of walking."""
    return [(stop.id, item) for stop in walk.stops for item in walk.items[stop.id]]


def place_of(walk: Walk) -> int:
    """Where the cursor stands on the route; 0 before the first answer."""
    cursor = walk.round.cursor
    steps = [(stop, item.code) for stop, item in route(walk)]
    return steps.index((cursor.stop_id, cursor.item_code)) if cursor else 0


def walk_on(url: str, round_id: UUID, by: By, told: int) -> None:
    """A walker's life: resume at the cursor, answer, acknowledge what is on disk."""
    database, clock = Database.open(url), SystemClock()
    standards = Standards(database, clock)
    rounds = Rounds(database, clock, Directory(database, clock), standards, Rulebook(database, clock))
    with database.transaction() as connection:
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    walk = rounds.walk(round_id)
    steps, start = route(walk), place_of(walk)
    os.write(told, f"{start} {len(walk.answers)} {synchronous}\n".encode())
    for at in range(start, len(steps)):
        stop, item = steps[at]
        ahead = steps[min(at + 1, len(steps) - 1)]
        rounds.record_answer(round_id, stop, item, given_for(at), by, Cursor(ahead[0], ahead[1].code))
        os.write(told, f"{at}\n".encode())
    os._exit(0)


def one_life(url: str, round_id: UUID, by: By, patience: int | None, linger: float) -> Life:
    """Let a walker acknowledge `patience` answers (None: all) and `linger` seconds more, then kill it."""
    reading, telling = os.pipe()
    walker = os.fork()
    if walker == 0:
        os.close(reading)
        walk_on(url, round_id, by, telling)
    os.close(telling)
    with os.fdopen(reading) as pipe:
        resumed, answered, synchronous = pipe.readline().split()
        last = -1
        while patience is None or patience > 0:
            line = pipe.readline()
            if not line:
                break
            last = int(line)
            patience = None if patience is None else patience - 1
        if patience is not None:
            time.sleep(linger)
            os.kill(walker, signal.SIGKILL)
        last = max([last, *(int(line) for line in pipe if line.endswith("\n"))])
    _pid, status = os.waitpid(walker, 0)
    return Life(int(resumed), int(answered), int(synchronous), last, os.WIFSIGNALED(status))


def main() -> None:
    url, round_id, me, kills, seed = sys.argv[1], UUID(sys.argv[2]), UUID(sys.argv[3]), *map(int, sys.argv[4:6])
    chance = random.Random(seed)
    lives = [one_life(url, round_id, By.alone(me), chance.randint(0, 6), chance.random() * 0.006) for _ in range(kills)]
    lives.append(one_life(url, round_id, By.alone(me), None, 0))
    json.dump([vars(life) for life in lives], sys.stdout)


if __name__ == "__main__":
    main()
