"""A till's workbook of 100,000 rows into the database against the bare road, turn about; pages and sums of the list.

`python -m tests.bench.bench_purchases` prints a JSON line each. The bare road: calamine's rows into one table of
SQLite. Ours reads, proves and judges every row, matches customers, lays ready, publishes with every index and audits.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from python_calamine import CalamineWorkbook
from tests.directory.conftest import furnish

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.purchase_lists import ListedState
from qualitydesk.members.model.purchases import PurchaseFilter, PurchaseState
from qualitydesk.members.service import PurchaseLists, Purchases
from qualitydesk.members.service.purchase_lists import stage
from qualitydesk.members.store.purchases import window_sum
from qualitydesk.sheets import SheetOut, write_book
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head

ROWS, PEOPLE, AIM, PAGE_AIM, TURNS = 100_000, 12_000, 1.5, 4.0, 21
NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
HEAD = ("单号", "日期", "机构", "类别", "金额", "会员卡号", "手机号")


def a_workbook(path: Path, rows: int) -> None:
    """What a till exports, refunds among it."""
    random, first = Random(5), date(2024, 11, 21)

    def made() -> Iterator[tuple[str | int | float | date, ...]]:
        for at in range(rows):
            who = random.randrange(PEOPLE)
            amount = round(random.lognormvariate(6, 1.2), 2) * (-1 if at % 40 == 7 else 1)
            day = first + timedelta(days=at * 700 // rows)
            yield f"S{at:07d}", day, "朝阳门诊", "治疗费", amount, f"K{who:06d}", f"139{who:08d}"

    write_book(path, [SheetOut("明细", HEAD, made())])


def bare(path: Path, target: Path) -> float:
    """Processor seconds of calamine's rows into one table."""
    began = time.process_time()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    with closing(sqlite3.connect(target)) as file:
        file.execute("CREATE TABLE rows (a, b, c, d, e, f, g)")
        file.executemany(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)",
            ([cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in rows),
        )
        file.commit()
    return time.process_time() - began


def ours(folder: Path, path: Path) -> tuple[float, float, Database, UUID]:
    """(processor seconds of judging and laying ready, of publishing, the database, a member in it)."""
    url = f"sqlite:///{folder}/clinic.sqlite"
    bring_to_head(url, folder)
    database, clock = Database.open(url), FixedClock(NOW)
    house = furnish(database, clock)
    lists = PurchaseLists(database, clock, house.directory)
    order = lists.order(path, lists.look_at_list(path).mapping, "zh")
    gc.disable()  # as in the process of its own
    began = time.process_time()
    preview = stage(database, order)
    staged = time.process_time() - began
    gc.enable()
    assert preview.count(ListedState.NEW) == len(preview.rows)
    began = time.process_time()
    lists.publish(preview, By.alone(house.me))
    published = time.process_time() - began
    with database.reading() as connection:
        member = UUID(bytes=connection.exec_driver_sql("SELECT member_id FROM purchases LIMIT 1").scalar_one())
    return staged, published, database, member


def lists_of(database: Database, member: UUID) -> Iterator[dict[str, object]]:
    """Pages of the list and a member's sum, against the bare statement."""
    clock = FixedClock(NOW)
    purchases = Purchases(database, clock, Directory(database, clock))
    assert database.path is not None
    raw = sqlite3.connect(database.path)
    columns = "p.*, c.name, c.number, i.name FROM purchases p JOIN customers c ON c.id = p.customer_id"
    columns += " JOIN institutions i ON i.id = p.institution_id"
    for name, wanted, where in (
        ("all", PurchaseFilter(), "1"),
        ("refunds", PurchaseFilter(state=PurchaseState.REFUND), "p.amount < 0"),
        ("one customer", PurchaseFilter(customer_id=member), f"p.member_id = x'{member.hex}'"),
    ):
        text = f"SELECT {columns} WHERE {where} AND p.voided_at IS NULL ORDER BY p.day DESC, p.id DESC LIMIT 200"
        mine, theirs = [], []
        for _ in range(TURNS):
            began = time.thread_time()
            purchases.lines(wanted)
            mine.append(time.thread_time() - began)
            began = time.thread_time()
            raw.execute(text).fetchall()
            theirs.append(time.thread_time() - began)
        yield row(f"purchases, page of {name}", sorted(mine)[TURNS // 2], sorted(theirs)[TURNS // 2], PAGE_AIM)
    with database.reading() as connection:
        began = time.thread_time()
        for _ in range(100):
            window_sum(connection, member, date(2024, 11, 21), date(2026, 11, 22))
        sum_ms = (time.thread_time() - began) * 10
    yield {"work": "a member's window", "ours_ms": round(sum_ms, 3), "ok": sum_ms < 5}
    raw.close()


def row(work: str, mine: float, limit: float, aim: float) -> dict[str, object]:
    ratio = mine / max(limit, 1e-9)
    return {
        "work": work, "ours_ms": round(mine * 1000, 2), "limit_ms": round(limit * 1000, 2), "ratio": round(ratio, 2),
        "aim": aim, "ok": ratio <= aim,
    }  # fmt: skip


def main(rows: int = ROWS) -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "till.xlsx"
        a_workbook(path, rows)
        limit = min(bare(path, folder / f"bare{turn}.sqlite") for turn in range(2))
        staged, published, database, member = ours(folder, path)
        told = [row(f"{rows} rows of a workbook judged and published", staged + published, limit, AIM)]
        told.append({"work": "of it in the publishing transaction", "ours_ms": round(published * 1000), "ok": True})
        told += lists_of(database, member)
        database.close()
    for line in told:
        missed += not line["ok"]
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
