"""A process that clocks the steps of a round one after the other and acknowledges each beginning and end; started by
test_kill_steps, which kills it."""

from __future__ import annotations

import sys
import time
from uuid import UUID

from tests.builders import schema
from tests.inspections.kill_driver import route

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import SystemClock
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Given
from qualitydesk.inspections.rules.stepping import clocked
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

assert schema.PARTS


def main() -> None:
    url, round_id, me = sys.argv[1], UUID(sys.argv[2]), UUID(sys.argv[3])
    database, clock = Database.open(url), SystemClock()
    standards = Standards(database, clock)
    rounds = Rounds(database, clock, Directory(database, clock), standards, Rulebook(database, clock))
    walk = rounds.walk(round_id)
    for stop, item in route(walk):
        there = walk.answers.get((stop, item.code))
        given = there.given if there else None
        while given is None or given.ended is None:
            pressed = clocked(item, given, clock.now().replace(microsecond=0))
            assert isinstance(pressed, Given)
            kept = rounds.record_answer(round_id, stop, item, pressed, By.alone(me)).value
            assert kept is not None
            given = kept.given
            sys.stdout.write(f"{stop}\t{item.code}\t{given.began}\t{given.ended}\n")
            sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main()
