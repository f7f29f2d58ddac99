"""Reminders over 100,000 cases, 5,000 of them open: the look of every minute, the first one after the start, and what
keeping hundreds of them takes; on a lane each, against the same index ranges read by the bare driver."""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.bench.case_lots import fill_cases, micros
from tests.bench.lots import NOW, build

from qualitydesk.app.bootstrap import Services, open_services
from qualitydesk.app.reminders import ReminderBook
from qualitydesk.basics.clock import FixedClock

TURNS, AIM = 15, 12.0
RANGE = (
    "SELECT case_id, code, run FROM case_clocks WHERE stopped_at IS NULL AND due_at > ? AND due_at <= ? UNION "
    "SELECT case_id, code, run FROM case_clocks WHERE stopped_at IS NULL AND half_at > ? AND half_at <= ?"
)


def milliseconds(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def measure(services: Services, path: Path) -> list[dict[str, object]]:
    book = ReminderBook(services.database, services.clock, (services.case_reminders,))
    who = services.directory.people()[0].id
    found = []
    with closing(sqlite3.connect(path)) as bare:
        for work, since in (
            ("reminders: the look of a minute", NOW - timedelta(minutes=1)),
            ("reminders: the first look", NOW - timedelta(days=2)),
        ):
            span = (micros(since), micros(NOW)) * 2
            asked = None if "first" in work else since
            limit = statistics.median(
                milliseconds(lambda s=span: bare.execute(RANGE, s).fetchall()) for _ in range(TURNS)
            )
            ours = statistics.median(milliseconds(lambda a=asked: book.look(who, a)) for _ in range(TURNS))
            found.append({"work": work, "limit_ms": round(limit, 3), "ours_ms": round(ours, 2)})
    first = book.look(who, None)
    kept = milliseconds(lambda: book.keep(who, first))
    sys.stdout.write(f"kept {len(first.passed)} in {kept:.0f} ms, {len(first.shown)} shown\n")
    again = milliseconds(lambda: book.look(who, None))
    sys.stdout.write(f"looked through again, all of them told: {again:.0f} ms\n")
    return found


def main() -> int:
    """Print one JSON line a measure."""
    with tempfile.TemporaryDirectory() as folder:
        path = build(Path(folder), share=0.02)
        fill_cases(path)
        services = open_services(f"sqlite:///{path}", Path(folder), clock=FixedClock(NOW))
        rows = measure(services, path)
        services.close()
    for row in rows:
        ratio = float(str(row["ours_ms"])) / max(float(str(row["limit_ms"])), 1.0)  # ranges of a minute take no time
        sys.stdout.write(json.dumps({**row, "ratio": round(ratio, 2), "aim": AIM, "ok": ratio <= AIM}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
