"""Rounds of a database from before plans, places and corrections come through with everything they had."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

from qualitydesk.inspections.model import RoundState, Standing, Target
from qualitydesk.inspections.store import findings, round_lists, rounds
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head, create_file_at

ROUND, STOP, FINDING, HOUSE = (UUID(int=at) for at in (1, 2, 3, 4))


def test_rounds_stops_and_findings_of_before_are_carried(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    create_file_at(path, "0004")
    with closing(sqlite3.connect(path)) as old:
        old.execute(
            "INSERT INTO institutions (id, code, name, region, active, revision) "
            "VALUES (?, 'BJC', '朝阳', 'beijing', 1, 1)",
            (HOUSE.bytes,),
        )
        old.execute(
            "INSERT INTO rounds (id, number, kind, state, institution_id, started_at, finished_at, people, answered, "
            "total, failed, share, passed, reason, revision) "
            "VALUES (?, 'XJ-BJC-2026-0001', 'patrol', 'finished', ?, 1000000, 2000000, 1, 4, 4, 1, 750000, 0, '', 2)",
            (ROUND.bytes, HOUSE.bytes),
        )
        old.execute(
            "INSERT INTO stops (id, round_id, position, target, number, name, sex, post_code, post, department) "
            "VALUES (?, ?, 0, 'person', 'G1', '张𬱖', 'female', 'guide', '导医', '导医台')",
            (STOP.bytes, ROUND.bytes),
        )
        old.execute(
            "INSERT INTO findings (id, round_id, stop_id, institution_id, item_code, item_group, gravity, found_at, "
            "recorded_at, note, fixed, standing, reason) "
            "VALUES (?, ?, ?, ?, 'W-01', 'appearance', 'ordinary', 1500000, 2000000, '', 0, 'counts', '')",
            (FINDING.bytes, ROUND.bytes, STOP.bytes, HOUSE.bytes),
        )
        old.commit()
    bring_to_head(f"sqlite:///{path}", tmp_path / "backups")
    database = Database.open(f"sqlite:///{path}")
    with database.reading() as connection:
        found = rounds.round_by_id(connection, ROUND)
        (stop,) = rounds.stops_of(connection, ROUND)
        (finding,) = findings.of_round(connection, ROUND)
        (line,) = round_lists.lines(connection, round_lists.RoundFilter())
    database.close()
    assert found is not None
    assert (found.state, found.lead_reason, found.sample) == (RoundState.FINISHED, "", None)
    assert (stop.target, stop.place_id, stop.added_at) == (Target.PERSON, None, None)
    assert (finding.standing, finding.place_id) == (Standing.COUNTS, None)
    assert (line.number, line.corrected) == ("XJ-BJC-2026-0001", 0)
