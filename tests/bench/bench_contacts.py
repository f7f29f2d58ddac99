"""The day's contacts of 200,000 members with 2,000,000 purchases on each database: an ordinary day and a Friday, when
everybody is owed a message, too.

`python -m tests.bench.bench_contacts` prints a JSON line each; more than LIMIT is a miss. Everybody's birthday is on
record, every third has said a word on messages, calls of the last weeks are made but for one in eight.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert, select, text
from tests.bench.bench_customers import fill, timed
from tests.bench.bench_tiers import AT_ONCE, EACH, buy
from tests.postgres import Cluster, binaries

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, SystemClock
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.contacts import ContactState, Occasion
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.store.contact_tables import contact_attempts
from qualitydesk.members.store.profile_tables import customer_consents, customer_profiles
from qualitydesk.members.store.tables import customers
from qualitydesk.rulebook.model.contacting import ContactWay
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head

MEMBERS, LIMIT, GENERAL_LIMIT = 200_000, 100.0, 1_000.0


def know(database: Database) -> None:
    """Birthdays of all, the word of some."""
    random, now = Random(3), SystemClock().now()
    with database.reading() as connection:
        ids = list(connection.scalars(select(customers.c.id)))
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        born = [
            {"customer_id": one, "born_calendar": "solar" if random.random() < 0.6 else "lunar",
             "born_month": random.randrange(1, 13), "born_day": random.randrange(1, 30), "born_leap": False,
             "born_year": None, "greeter_id": None, "revision": 1}
            for one in some
        ]  # fmt: skip
        said = [
            {"id": new_id(), "customer_id": one, "kind": "messages", "given": random.random() < 0.9,
             "said_on": now.date(), "way": "spoken", "note": "", "entered_at": now, "entered_by": None}
            for one in some[::3]
        ]  # fmt: skip
        with database.transaction() as connection:
            connection.execute(insert(customer_profiles), born)
            connection.execute(insert(customer_consents), said)


class Bench:
    """One database filled."""

    def __init__(self, database: Database, clock: FixedClock) -> None:
        self.database, self.clock = database, clock
        rulebook, calendar = Rulebook(database, clock), Calendar(database, clock)
        by = By.alone(None)
        rulebook.adopt_shipped(by)
        calendar.adopt_shipped(by)
        self.contacts = Contacts(database, clock, rulebook, calendar)
        self.tiers = Tiers(database, clock, Directory(database, clock), rulebook)

    def work(self) -> None:
        """The calls of the last weeks are made but for one in eight."""
        today, now = self.contacts.today(), self.clock.now()
        calls = [
            one.owed
            for one in self.contacts.day_list(today).personal
            if one.owed.way is ContactWay.CALL and one.owed.due_on < today
        ]
        rows = [
            {"id": new_id(), "member_id": one.member_id, "occasion": Occasion.PLAN, "detail": one.detail,
             "due_on": one.due_on, "way": one.way, "state": ContactState.DONE, "at": now - timedelta(days=1),
             "decided_by": None, "entered_by": None, "note": "", "text": "", "postponed_to": None, "batch_id": None}
            for at, one in enumerate(calls) if at % 8
        ]  # fmt: skip
        with self.database.transaction() as connection:
            if rows:
                connection.execute(insert(contact_attempts), rows)
            connection.execute(text("ANALYZE"))

    def measures(self) -> Iterator[dict[str, object]]:
        self.work()
        day = self.contacts.today()
        yield self.line("an ordinary day's list", LIMIT, day.isoformat())
        friday = day + timedelta(days=(4 - day.weekday()) % 7)
        self.clock.advance(friday - day)
        yield self.line("the list of a Friday", GENERAL_LIMIT, friday.isoformat())

    def line(self, work: str, limit: float, day: str) -> dict[str, object]:
        ours = timed(self.contacts.day_list, self.database.kind)
        found = self.contacts.day_list()
        return {
            "database": self.database.kind, "work": work, "day": day, "ours_ms": round(ours, 1), "limit": limit,
            "personal": len(found.personal), "general": sum(one.members for one in found.greetings),
            "ok": ours <= limit,
        }  # fmt: skip


def run(url: str, folder: Path, count: int) -> int:
    """On one database; gives the misses."""
    bring_to_head(url, folder / "backups", explicit=True)
    database = Database.open(url)
    clock = FixedClock(SystemClock().now().replace(year=2026, month=11, day=24, hour=2))
    began = time.perf_counter()
    fill(database, count)
    bench = Bench(database, clock)
    buy(database, count, bench.contacts.today())
    know(database)
    bench.tiers.evaluate_today()
    bench.tiers.confirm(bench.tiers.proposal_ids(), By.alone(None))
    sys.stderr.write(
        f"{database.kind}: {count} members, {count * EACH} purchases in {time.perf_counter() - began:.0f} s\n"
    )
    missed = 0
    for line in bench.measures():
        missed += not line["ok"]
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    database.close()
    return missed


def main(count: int = MEMBERS) -> int:
    with tempfile.TemporaryDirectory() as name:
        missed = run(f"sqlite:///{name}/contacts.sqlite", Path(name), count)
        if (folder := binaries()) is not None:
            cluster = Cluster(folder)
            try:
                missed += run(cluster.url(cluster.create()), Path(name), count)
            finally:
                cluster.stop()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS))
