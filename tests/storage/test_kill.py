"""A program killed while writing: what it had reported as saved is there, no verb is half there, the file is whole."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from sqlalchemy import func, select

from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.series import next_number

WRITER = """
import sys
from datetime import UTC, datetime
from qualitydesk.basics.changes import By
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
database = Database.open(sys.argv[1])
for number in range(1_000_000):
    with database.transaction() as connection:
        for part in range(5):
            seq = audit.record(connection, By(None, None), datetime.now(UTC), "write", "thing", str(number), None, {})
    print(seq, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_while_writing_leaves_whole_verbs_only(database: Database, database_url: str) -> None:
    dice = random.Random(7)
    acknowledged = 0
    for _ in range(4):
        command = [sys.executable, "-c", WRITER, database_url]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(dice.randint(3, 40)):
                acknowledged = int(writer.stdout.readline())
            writer.kill()
            rest = writer.stdout.read().split("\n")
            acknowledged = int(rest[-2]) if len(rest) > 1 else acknowledged
        with database.reading() as connection:
            count = connection.execute(select(func.count()).select_from(audit.entries)).scalar_one()
            assert count >= acknowledged
            assert count % 5 == 0
            if database.kind == "sqlite":
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert audit.check(database).broken_at is None
        with database.transaction() as connection:  # and nobody is locked out
            assert next_number(connection, "other", "") > 0
