"""What each of two racing processes does: propose, approve and issue its share of slips on one database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
Job = tuple[UUID, UUID]
"""A round and an employee found on in it."""


def issue_all(
    url: str, files: Path, me: UUID, boss: UUID, jobs: Sequence[Job], start: Barrier, told: Queue[list[str]]
) -> None:
    """Take every job through to the issued slip; tells what was refused, or what went wrong, as texts."""
    refused: list[str] = []
    database = Database.open(url)
    penalties = Services(database, FileStore(files), FixedClock(NOW)).penalties
    start.wait()
    try:
        for round_id, employee_id in jobs:
            try:
                slip = penalties.propose(round_id, employee_id, By.alone(me)).value
            except Refused as refusal:
                refused.append(refusal.code)
                continue
            penalties.approve(slip.id, slip.revision, By(boss, me))
            penalties.issue(slip.id, slip.revision + 1, By.alone(me))
    except Exception as error:
        refused.append(repr(error))
    finally:
        database.close()
        told.put(refused)
