"""Publishes a list and is killed in the middle of it: a program of its own for `test_purchase_kill`."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import SystemClock
from qualitydesk.directory.service import Directory
from qualitydesk.members.service import PurchaseLists
from qualitydesk.storage.database import Database


def main(url: str, preview: str, me: str, statements: int) -> None:
    """Die when the publishing transaction has run so many statements; 0: live."""
    database = Database.open(url)
    clock = SystemClock()
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == statements:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database._writer, "after_cursor_execute", count)
    lists = PurchaseLists(database, clock, Directory(database, clock))
    found = pickle.loads(Path(preview).read_bytes())
    lists.publish(found, By.alone(UUID(me)), leave_refused=True)
    sys.stdout.write(f"{seen}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
