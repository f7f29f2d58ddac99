"""Tiers of 200,000 members with 2,000,000 purchases on each database: everybody anew against the bare statement, the
change of a day, pages and search of the list.

`python -m tests.bench.bench_tiers` prints a JSON line each. The bare statement sums one window of two years over the
covering index and throws its rows away; ours sums every tier's own window and tells each member's rank.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert, select, text
from tests.bench.bench_customers import fill, timed
from tests.postgres import Cluster, binaries

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, SystemClock
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.members import store
from qualitydesk.members.model.tiers import MoveFilter, TierFilter
from qualitydesk.members.rules.tiers import window_start
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.store import tier_rows, tier_sums
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head

MEMBERS, EACH, AT_ONCE, SPAN = 200_000, 10, 20_000, 1825  # days over which purchases are spread
RATIO, DAILY, LIST = 2.0, 30.0, 20.0


def buy(database: Database, members: int, today: date) -> None:
    """Ten purchases a member on average, the few buying the most: shares near those expected."""
    with database.reading() as connection:
        people = list(connection.execute(select(store.customers.c.id, store.customers.c.institution_id)))
    random, now, made = Random(11), SystemClock().now(), 0
    weight = [random.paretovariate(1.16) for _ in people]
    while made < members * EACH:
        rows = []
        for _ in range(min(AT_ONCE, members * EACH - made)):
            at = made % len(people) if made < len(people) else random.randrange(len(people))
            day = today - timedelta(days=random.randrange(SPAN))
            fen = int(random.uniform(0.2, 1.8) * 1_300_000 * min(weight[at], 60))
            made += 1
            rows.append(
                {
                    "id": new_id(), "number": f"B{made:08d}", "customer_id": people[at][0], "member_id": people[at][0],
                    "institution_id": people[at][1], "day": day, "kind": "treatment", "amount": fen,
                    "refund_of": None, "counted_on": day, "counts": fen, "voided_why": "", "note": "",
                    "recorded_at": now, "revision": 1,
                }
            )  # fmt: skip
        with database.transaction() as connection:
            connection.execute(insert(purchases), rows)
    with database.transaction() as connection:
        connection.execute(text("ANALYZE"))


def best(work: Callable[[], object], turns: int = 5) -> float:
    """Milliseconds of the quickest turn by the wall: both sides of a ratio alike."""
    taken = []
    for _ in range(turns):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return min(taken)


class Bench:
    """One database filled."""

    def __init__(self, database: Database, clock: FixedClock) -> None:
        self.database, self.clock = database, clock
        self.directory = Directory(database, clock)
        self.rulebook = Rulebook(database, clock)
        self.tiers = Tiers(database, clock, self.directory, self.rulebook)

    def line(self, work: str, ours: float, limit: float, **more: object) -> dict[str, object]:
        return {
            "database": self.database.kind, "work": work, "ours_ms": round(ours, 2), "limit": round(limit, 2),
            "ok": ours <= limit, **more,
        }  # fmt: skip

    def bare(self) -> None:
        """The limit: one window, one statement, by the driver."""
        today = self.directory.today() + timedelta(days=1)
        start = window_start(today, 24)
        with self.database.reading() as connection:
            connection.exec_driver_sql(
                "SELECT count(*), max(s) FROM (SELECT member_id, sum(counts) AS s FROM purchases "
                f"WHERE counted_on >= '{start}' AND counted_on < '{today}' GROUP BY member_id) AS each"
            ).all()

    def counts(self) -> None:
        """The same with every tier's window, and how many reach each."""
        now = self.tiers.in_force()
        with self.database.reading() as connection:
            tier_sums.ranks_by_count(connection, now.rule, now.tomorrow)

    def ranks(self) -> None:
        now = self.tiers.in_force()
        with self.database.reading() as connection:
            tier_sums.all_ranks(connection, now.rule, now.tomorrow)

    def post_a_day(self, random: Random, people: Sequence[Any]) -> list[Any]:
        """As many purchases as fall on a day of these years."""
        some = random.sample(people, len(people) * EACH // SPAN)
        today, now = self.directory.today(), self.clock.now()
        rows = [
            {
                "id": new_id(), "number": f"N{today}{at:06d}", "customer_id": one.id, "member_id": one.id,
                "institution_id": one.institution_id, "day": today, "kind": "treatment", "amount": 3_000_000,
                "refund_of": None, "counted_on": today, "counts": 3_000_000, "voided_why": "", "note": "",
                "recorded_at": now, "revision": 1,
            }
            for at, one in enumerate(some)
        ]  # fmt: skip
        with self.database.transaction() as connection:
            connection.execute(insert(purchases), rows)
        return [one.id for one in some]

    def measures(self) -> Iterator[dict[str, object]]:
        began = time.perf_counter()
        changed = self.tiers.evaluate_today().value
        taken = (time.perf_counter() - began) * 1000
        proposed = self.tiers.proposal_count()
        yield self.line("first evaluation, written", taken, 60_000, changed=changed, proposed=proposed)
        by = By.alone(None)
        began = time.perf_counter()
        self.tiers.confirm(self.tiers.proposal_ids(), by)
        yield self.line("all proposals confirmed", (time.perf_counter() - began) * 1000, 120_000)
        bare = best(self.bare)
        yield self.line("all anew, counted", best(self.counts), RATIO * bare, bare_ms=round(bare, 1))
        yield self.line("all anew, told by member", best(self.ranks), RATIO * bare, bare_ms=round(bare, 1))
        yield from self.days()
        yield from self.lists()

    def taken(self, work: Callable[[], object]) -> float:
        """Milliseconds of one turn: on a file this thread's own time, of a server the wall's."""
        clock = time.thread_time if self.database.kind == "sqlite" else time.perf_counter
        began = clock()
        work()
        return (clock() - began) * 1000

    def days(self) -> Iterator[dict[str, object]]:
        """Ten days one after another, each with its purchases; the last of them a review."""
        random = Random(5)
        with self.database.reading() as connection:
            people = connection.execute(select(store.customers.c.id, store.customers.c.institution_id)).all()
        mornings, evenings, touched = [], [], []
        for _ in range(8):
            self.clock.advance(timedelta(days=1))
            with self.database.reading() as connection:
                touched.append(len(tier_rows.due(connection, self.directory.today())))
            mornings.append(self.taken(self.tiers.evaluate_today))
            ids = self.post_a_day(random, people)
            evenings.append(self.taken(lambda ids=ids: self.tiers.after_postings(ids)))  # type: ignore[misc]
        yield self.line("start of a day: what ages out", min(mornings), DAILY, members=min(touched))
        yield self.line("a day's postings", min(evenings), DAILY, members=len(ids))
        one = ids[:1]
        yield self.line("one posting", best(lambda: self.tiers.after_postings(one)), DAILY)
        while self.directory.today() < date(2027, 1, 1):
            self.clock.advance(timedelta(days=1))
        with self.database.reading() as connection:
            waiting = len(tier_rows.due(connection, self.directory.today()))
        began = time.perf_counter()
        self.tiers.evaluate_today()
        yield self.line("a review of all after a month", (time.perf_counter() - began) * 1000, 10_000, members=waiting)
        wrong = len(self.tiers.differences())
        yield {
            "database": self.database.kind,
            "work": "day by day equals all anew",
            "differing": wrong,
            "ok": not wrong,
        }

    def lists(self) -> Iterator[dict[str, object]]:
        home = self.directory.institutions()[0].id
        for words, wanted in (
            ("all", TierFilter()), ("vip", TierFilter(tier="vip")), ("normal", TierFilter(tier="normal")),
            ("institution", TierFilter(institution_id=home)),
            ("gold of an institution", TierFilter(tier="gold", institution_id=home)),
            ("at risk", TierFilter(at_risk=True)), ("王", TierFilter("王")), ("wxm", TierFilter("wxm")),
            ("王晓明 gold", TierFilter("王晓明", tier="gold")), ("8800", TierFilter("8800")),
        ):  # fmt: skip
            ours = timed(lambda wanted=wanted: self.tiers.lines(wanted, limit=50), self.database.kind)  # type: ignore[misc]
            yield self.line(f"list {words}", ours, LIST)
        proposals = timed(lambda: self.tiers.proposals(MoveFilter(), limit=50), self.database.kind)
        yield self.line("proposals", proposals, LIST, open=self.tiers.proposal_count())
        yield self.line("overview", best(self.tiers.overview, 2), 5_000)
        yield self.line("simulation", best(lambda: self.tiers.simulate(self.tiers.rule()), 2), 5_000)
        yield self.line("nearest to rise", best(self.tiers.rising, 2), 5_000)


def run(url: str, folder: Path, count: int) -> int:
    """On one database; gives the misses."""
    bring_to_head(url, folder / "backups", explicit=True)
    database = Database.open(url)
    clock = FixedClock(SystemClock().now().replace(year=2026, month=11, day=21, hour=2))
    began = time.perf_counter()
    fill(database, count)
    Rulebook(database, clock).adopt_shipped(By.alone(None))
    bench = Bench(database, clock)
    buy(database, count, bench.directory.today())
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
        missed = run(f"sqlite:///{name}/tiers.sqlite", Path(name), count)
        if (folder := binaries()) is not None:
            cluster = Cluster(folder)
            try:
                missed += run(cluster.url(cluster.create()), Path(name), count)
            finally:
                cluster.stop()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS))
