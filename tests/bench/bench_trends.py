"""Trends over 1,000,000 answers: the matrix month × item × department and every chart, DuckDB beside it on the same
answers, in processor time of this process; then what a change of filters costs the GUI thread.

`python -m tests.bench.bench_trends` prints a JSON line each.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
from tests.bench import lots
from tests.bench.lots import ANSWERS_A_STOP, INSTITUTIONS, KINDS, NOW, STOPS

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.ids import new_id
from qualitydesk.insights.model.trends import Span, TrendFilter, TrendName
from qualitydesk.insights.store import trend_sums
from qualitydesk.inspections.store import sums
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

RATIO, CHART_MS = 1.5, 1_500.0
ITEMS = 60
MONTHS = 37
FIRST, LAST = date(2023, 11, 1), date(2026, 11, 30)
DUCK = """
    SELECT date_trunc('month', make_timestamp(a.answered_at) + INTERVAL 8 HOUR) AS month, a.item_code, d.name,
           count(*) AS inspected, count(*) FILTER (a.verdict = 'fail') AS failed
    FROM answers a JOIN stops s ON s.id = a.stop_id JOIN rounds r ON r.id = s.round_id
    LEFT JOIN departments d ON d.id = s.department_id
    WHERE r.state = 'finished' AND a.verdict <> 'not_applicable'
    GROUP BY ALL
"""
"""The same question put to the answers themselves, without corrections and disputes, which are few."""


class _Filler(lots._Filler):
    """Rounds in which each clinic's own people are asked what clinics ask: 60 items, five departments of one name."""

    def fill(self) -> None:
        self._people()
        for at, (key, _home) in enumerate(self.departments):
            self._file.execute("UPDATE departments SET name = ? WHERE id = ?", (f"科室{at // INSTITUTIONS}", key))
        self._walks()

    def _walks(self) -> None:
        began = NOW - timedelta(days=(NOW.date() - FIRST).days)
        rounds, stops, answers = [], [], []
        for at in range(self._rounds):
            round_id, home = new_id().bytes, at % INSTITUTIONS
            moment = lots._micros(began + (NOW - began) * (at / self._rounds))
            rounds.append(
                {"id": round_id, "number": f"XJ-C{home:02d}-2026-{at:05d}", "kind": KINDS[self._random.randrange(3)],
                 "state": "finished", "institution_id": self.homes[home], "started_at": moment,
                 "finished_at": moment + 3_600_000_000, "people": STOPS, "answered": 200, "total": 200, "failed": 20,
                 "share": 900_000, "passed": 1, "revision": 2}
            )  # fmt: skip
            for place in range(STOPS):
                stop, department = new_id().bytes, self.departments[home + INSTITUTIONS * self._random.randrange(5)]
                key, name, number, _dep = self.people[self._random.randrange(len(self.people))]
                stops.append(
                    {"id": stop, "round_id": round_id, "position": place, "target": "person", "employee_id": key,
                     "number": number, "name": name, "sex": "female", "post_code": "guide", "post": "导医",
                     "department_id": department[0],
                     "department": f"科室{self.departments.index(department) // INSTITUTIONS}"}
                )  # fmt: skip
                offset = self._random.randrange(ITEMS)
                for turn in range(ANSWERS_A_STOP):
                    verdict = "fail" if self._random.random() < 0.04 else "pass"
                    answers.append((stop, f"A{(offset + turn) % ITEMS:02d}", verdict, "", 0, moment + turn))
        self._put("rounds", iter(rounds))
        self._put("stops", iter(stops))
        self._file.executemany(
            "INSERT INTO answers (stop_id, item_code, verdict, note, fixed, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
            answers,
        )


def build(folder: Path, share: float) -> Path:
    """The database with its sums."""
    lots.build(folder, share=0.002)
    path = folder / "qualitydesk.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous=OFF")
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute("BEGIN")
        for table in ("findings", "slips", "measures", "answers", "stops", "round_inspectors", "round_packs", "rounds",
                      "placements", "employees", "posts", "departments", "institutions", "groups"):  # fmt: skip
            file.execute(f"DELETE FROM {table}")
        _Filler(file, [("p", 1, [f"A{at:02d}" for at in range(ITEMS)])], share).fill()
        file.execute("COMMIT")
    database = Database.open(f"sqlite:///{path}")
    began = time.process_time()
    with database.transaction() as connection:
        cells = sums.rebuilt(connection)
        connection.exec_driver_sql("ANALYZE")
    sys.stderr.write(f"{cells:,} sums in {time.process_time() - began:.0f} s\n")
    database.close()
    return path


def spent(work: Callable[[], object], turns: int = 5) -> float:
    """Processor milliseconds of this process, the quickest of some turns."""
    taken = []
    for _ in range(turns):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


def copied(path: Path) -> duckdb.DuckDBPyConnection:
    """The tables the question needs, in DuckDB's own memory."""
    duck = duckdb.connect()
    with closing(sqlite3.connect(path)) as file:
        for table, columns in (
            ("answers", "stop_id, item_code, verdict, answered_at"), ("stops", "id, round_id, department_id"),
            ("rounds", "id, state, kind"), ("departments", "id, name"),
        ):  # fmt: skip
            rows = file.execute(f"SELECT {columns} FROM {table}").fetchall()
            _put(duck, table, columns.split(", "), rows)
    return duck


def _put(duck: duckdb.DuckDBPyConnection, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """By way of a CSV file: the driver's own executemany takes minutes."""
    ids = {name for name in columns if name == "id" or name.endswith("_id")}
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        for row in rows:
            cells = (one.hex() if isinstance(one, bytes) else str(one) for one in row)
            file.write(",".join(cells) + "\n")
        file.flush()
        kinds = {name: "UBIGINT" if name == "answered_at" else "VARCHAR" for name in columns}
        spec = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
        chosen = ", ".join(f"CAST({name} AS UUID) AS {name}" if name in ids else name for name in columns)
        duck.execute(
            f"CREATE TABLE {table} AS SELECT {chosen} FROM read_csv('{file.name}', header=false, columns={{{spec}}})"
        )
    if "answered_at" in columns:
        duck.execute("ALTER TABLE answers ALTER answered_at TYPE BIGINT")


def measures(folder: Path, share: float) -> Iterator[dict[str, object]]:
    path = build(folder, share)
    services = Services(Database.open(f"sqlite:///{path}"), FileStore(folder / "files"), FixedClock(NOW))
    duck = copied(path)
    narrow = trend_sums.Narrow()

    def ours() -> list[Any]:
        with services.database.reading() as connection:
            return list(trend_sums.matrix(connection, narrow, FIRST, LAST))

    theirs = duck.execute(DUCK).fetchall()
    mine = ours()
    same = {(str(row[0])[:10], row[1], row[2]): tuple(row[3:]) for row in theirs} == {
        (row[0].isoformat(), row[1], row[2]): tuple(row[3:]) for row in mine
    }
    beside = spent(lambda: duck.execute(DUCK).fetchall())
    taken = spent(ours)
    yield {
        "work": "month x item x department", "cells": len(mine), "equal": same, "ours_ms": round(taken, 1),
        "duckdb_ms": round(beside, 1), "ratio": round(taken / beside, 2), "ok": same and taken <= RATIO * beside,
    }  # fmt: skip
    wanted = TrendFilter(FIRST, LAST)
    for name, span in [(name, Span.MONTH) for name in TrendName] + [(TrendName.FAILS, Span.WEEK)]:
        asked = TrendFilter(wanted.first, wanted.last, span)
        took = spent(lambda name=name, asked=asked: services.trends.chart(name, asked, "zh"), 2)  # type: ignore[misc]
        yield {"work": f"chart {name} by {span}", "ours_ms": round(took, 1), "ok": took <= CHART_MS}
    services.close()


def main(share: float = 1.0) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        for line in measures(Path(name), share):
            missed += not line["ok"]
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
