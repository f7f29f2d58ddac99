"""The search for customers among 200,000 on each database: milliseconds a text typed, and a page of the list.

`python -m tests.bench.bench_customers` prints a JSON line each; more than LIMIT is a miss. Names are drawn as unevenly
as people bear them: every fourteenth is a 王.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert, text
from tests.directory.conftest import FOUNDATION
from tests.postgres import Cluster, binaries

from qualitydesk.app.sample.people import read
from qualitydesk.basics.clock import SystemClock
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import Sex
from qualitydesk.directory.service import Directory
from qualitydesk.members import rules, store
from qualitydesk.members.model import CustomerDraft, CustomerFilter
from qualitydesk.members.service import Members
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head

CUSTOMERS, LIMIT, LIST_LIMIT, TURNS, AT_ONCE = 200_000, 20.0, 100.0, 15, 5_000
TYPED = (
    "王", "王晓", "王晓明", "明", "晓明", "雅", "w", "wx", "wxm", "lj", "8", "88", "8800", "13800", "1380000880",
    "GK100000", "100000", "欧阳", "nobody", "没有此人",
)  # fmt: skip


def fill(database: Database, count: int) -> None:
    """Founded, and this many customers in bulk."""
    directory = Directory(database, SystemClock())
    directory.found_group(FOUNDATION)
    homes = [one.id for one in directory.institutions()]
    random, names, now = Random(7), read("names"), SystemClock().now()
    surnames, given = names["surnames"], [*names["given"]["female"], *names["given"]["male"]]
    weights = [1 / (at + 1) ** 0.7 for at in range(len(surnames["common"]))]
    common = random.choices(surnames["common"], weights, k=count)
    letters = "".join(sorted({sign for one in given for sign in one}))
    for first in range(0, count, AT_ONCE):
        rows: tuple[list[dict[str, Any]], ...] = ([], [], [])
        for at in range(first, min(count, first + AT_ONCE)):
            who, drawn = new_id(), random.random()
            surname = random.choice(surnames["rare" if drawn < 0.06 else "compound"]) if drawn < 0.08 else common[at]
            own = random.choice(given) if drawn < 0.6 else "".join(random.choices(letters, k=2))
            name, number = surname + own, f"1{random.randrange(3, 10)}{random.randrange(10**9):09d}"
            rows[0].append(
                {
                    "id": who, "number": rules.number_of(at + 1), "name": name, "sex": random.choice(list(Sex)),
                    "institution_id": random.choice(homes), "note": "", "flagged": at % 50 == 0,
                    "added_at": now, "revision": 1,
                }
            )  # fmt: skip
            rows[1].append({"customer_id": who, "position": 0, "telephone": number, "last_four": number[-4:]})
            rows[2].extend({"kind": kind, "key": key, "customer_id": who} for kind, key in rules.keys_of(name))
        with database.transaction() as connection:
            for table, some in zip(
                (store.customers, store.customer_telephones, store.customer_keys), rows, strict=True
            ):
                connection.execute(insert(table), some)
    with database.transaction() as connection:
        connection.execute(text("ANALYZE"))


def timed(work: Callable[[], object], kind: str) -> float:
    """Milliseconds. A file's search runs on this thread: the median of its own time. What a server does only the wall
    clock knows, and who else is busy it tells, too: the best of the turns."""
    clock, told = (time.thread_time, statistics.median) if kind == "sqlite" else (time.perf_counter, min)
    taken: list[float] = []
    for _ in range(TURNS):
        began = clock()
        work()
        taken.append((clock() - began) * 1000)
    return told(taken[1:])


def measures(database: Database) -> Iterator[dict[str, object]]:
    directory = Directory(database, SystemClock())
    members = Members(database, SystemClock(), directory)
    home = directory.institutions()[0].id

    def row(work: str, limit: float, run: Callable[[], object]) -> dict[str, object]:
        ours = timed(run, database.kind)
        return {"database": database.kind, "work": work, "ours_ms": round(ours, 2), "limit": limit, "ok": ours <= limit}

    for typed in TYPED:
        yield row(f"find {typed}", LIMIT, lambda typed=typed: members.find(typed))  # type: ignore[misc]
    for name, telephone in (("王晓明", "13800008800"), ("李静", ""), ("张丽", "+86 139 0000 0001")):
        draft = CustomerDraft(name, Sex.FEMALE, (telephone,), home)
        yield row(f"duplicates of {name}", LIMIT, lambda draft=draft: members.likely_duplicates(draft))  # type: ignore[misc]
    for words, wanted in (
        ("all", CustomerFilter()), ("institution", CustomerFilter(institution_id=home)),
        ("flagged", CustomerFilter(flagged=True)), ("王", CustomerFilter("王")), ("wxm", CustomerFilter("wxm")),
    ):  # fmt: skip
        yield row(f"list {words}", LIST_LIMIT, lambda wanted=wanted: members.lines(wanted))  # type: ignore[misc]
        yield row(f"count {words}", LIST_LIMIT, lambda wanted=wanted: members.count(wanted))  # type: ignore[misc]


def run(url: str, folder: Path, count: int) -> int:
    """On one database; gives the misses."""
    bring_to_head(url, folder / "backups", explicit=True)
    database = Database.open(url)
    began = time.perf_counter()
    fill(database, count)
    sys.stderr.write(f"{database.kind}: {count} customers in {time.perf_counter() - began:.0f} s\n")
    missed = 0
    for line in measures(database):
        missed += not line["ok"]
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    database.close()
    return missed


def main(count: int = CUSTOMERS) -> int:
    with tempfile.TemporaryDirectory() as name:
        missed = run(f"sqlite:///{name}/customers.sqlite", Path(name), count)
        if (folder := binaries()) is not None:
            cluster = Cluster(folder)
            try:
                missed += run(cluster.url(cluster.create()), Path(name), count)
            finally:
                cluster.stop()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS))
