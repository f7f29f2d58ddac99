"""Lists over 1,000,000 answers and 100,000 findings: each page through the service against raw sqlite3, turn about.

`python -m tests.bench.bench_lists` prints a JSON line a filter and sort: the raw statement asks for the same rows and
columns by the same index. Then deep paging, counting, and what the findings' page costs the GUI thread.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.bench.lots import NOW, build

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model import DisputeState, FindingFilter, ItemGroup, RoundFilter, RoundKind, Standing
from qualitydesk.inspections.ui.findings import FindingsPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.measures.model import MeasureFilter, MeasureState
from qualitydesk.penalties.model import SlipFilter
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

AIM, TURNS, PAGE, GUI_MS = 4.0, 40, 200, 50.0
_FINDINGS = (
    "SELECT f.id, f.found_at, f.name, i.name, s.department, s.number, r.number, f.round_kind, f.item_code,"
    " f.item_group, f.gravity, f.note, f.fixed, f.standing, f.dispute, f.measures, f.pack_code, f.pack_edition"
    " FROM findings f"
    " JOIN stops s ON s.id = f.stop_id JOIN rounds r ON r.id = f.round_id"
    " JOIN institutions i ON i.id = f.institution_id"
)
_NEWEST = f"ORDER BY f.found_at DESC, f.id DESC LIMIT {PAGE}"


def median(ours: Callable[[], object], raw: Callable[[], object], turns: int = TURNS) -> tuple[float, float]:
    """Processor milliseconds of both, taken in turn: all is in memory, and wall time knows who else runs."""
    mine, theirs = [], []
    for _ in range(turns):
        for run, kept in ((ours, mine), (raw, theirs)):
            began = time.thread_time()
            run()
            kept.append((time.thread_time() - began) * 1000)
    return statistics.median(mine), statistics.median(theirs)


def row(work: str, ours: float, limit: float, aim: float = AIM, **more: object) -> dict[str, object]:
    ratio = ours / limit
    return {
        "work": work,
        "limit_ms": round(limit, 3),
        "ours_ms": round(ours, 3),
        "ratio": round(ratio, 2),
        "aim": aim,
        "ok": ratio <= aim,
        **more,
    }


class Lists:
    """The measures of one data set."""

    def __init__(self, services: Services, file: sqlite3.Connection) -> None:
        self._services = services
        self._file = file

    def all(self) -> Iterator[dict[str, object]]:
        yield from self._filters()
        yield from self._combined()
        yield from self._deep()
        yield from self._counting()
        yield from self._others()

    def _findings(
        self, name: str, wanted: FindingFilter, where: str, *values: object, aim: float = AIM
    ) -> dict[str, object]:
        """One filter of the findings, newest first: the same rows on both sides, or it does not count."""
        statement = f"{_FINDINGS} {where} {_NEWEST}"

        def raw() -> list[tuple[Any, ...]]:
            return self._file.execute(statement, values).fetchall()

        def ours() -> object:
            return self._services.findings.lines(wanted)

        assert [line.id.bytes for line in self._services.findings.lines(wanted)] == [found[0] for found in raw()], name
        mine, theirs = median(ours, raw)
        return row(f"findings, {name}", mine, theirs, aim, rows=len(raw()))

    def _filters(self) -> Iterator[dict[str, object]]:
        one = self._file.execute(
            "SELECT institution_id, department_id, employee_id, item_code, pack_code FROM findings"
            " ORDER BY found_at DESC LIMIT 1"
        ).fetchone()
        since = date(2026, 1, 1)
        moment = int((NOW.replace(month=1, day=1, hour=0) - timedelta(hours=8)).timestamp()) * 1_000_000
        yield self._findings("no filter", FindingFilter(), "")
        yield self._findings("period", FindingFilter(since=since), "WHERE f.found_at >= ?", moment)
        for name, column, value in (
            ("institution_id", "institution_id", one[0]),
            ("department_id", "department_id", one[1]),
            ("employee_id", "employee_id", one[2]),
        ):
            wanted = FindingFilter(**{name: UUID(bytes=value)})
            yield self._findings(name.removesuffix("_id"), wanted, f"WHERE f.{column} = ?", value)
        yield self._findings("item", FindingFilter(item_code=one[3]), "WHERE f.item_code = ?", one[3])
        yield self._findings("pack", FindingFilter(pack_code=one[4]), "WHERE f.pack_code = ?", one[4])
        for name, wanted, column, value in (
            ("kind of round", FindingFilter(kind=RoundKind.MYSTERY), "round_kind", "mystery"),
            ("group", FindingFilter(group=ItemGroup.PROCESS), "item_group", "process"),
            ("gravity", FindingFilter(gravity="serious"), "gravity", "serious"),
            ("standing", FindingFilter(standing=Standing.LEFT_OUT), "standing", "left_out"),
            ("disputed", FindingFilter(dispute=DisputeState.PENDING), "dispute", "pending"),
            ("fixed", FindingFilter(fixed=True), "fixed", 1),
            ("without measure", FindingFilter(measured=False), "measures", 0),
        ):
            yield self._findings(name, wanted, f"WHERE f.{column} = ?", value)
        yield self._findings("with measure", FindingFilter(measured=True), "WHERE f.measures > 0")

    def _combined(self) -> Iterator[dict[str, object]]:
        home = self._file.execute("SELECT institution_id FROM findings ORDER BY found_at DESC LIMIT 1").fetchone()[0]
        wanted = FindingFilter(institution_id=UUID(bytes=home), gravity="serious", measured=False)
        where = "WHERE f.institution_id = ? AND +f.gravity = 'serious' AND +f.measures = 0"  # + : by the right index
        yield self._findings("institution, gravity, no measure", wanted, where, home)
        wanted = FindingFilter(institution_id=UUID(bytes=home), kind=RoundKind.MYSTERY)
        yield self._findings(
            "institution and kind", wanted, "WHERE f.institution_id = ? AND +f.round_kind = 'mystery'", home
        )
        wanted = FindingFilter(text="王晓")
        where = (
            "WHERE f.name LIKE '%王晓%' OR f.note LIKE '%王晓%'"
            " OR f.round_id IN (SELECT id FROM rounds WHERE number LIKE '%王晓%')"
            " OR f.employee_id IN (SELECT id FROM employees WHERE number LIKE '王晓%')"
        )
        yield self._findings("two characters of a name", wanted, where)

    def _deep(self) -> Iterator[dict[str, object]]:
        """Page 451 by its key: as cheap as the first."""
        key = self._file.execute(
            "SELECT found_at, id FROM findings ORDER BY found_at DESC, id DESC LIMIT 1 OFFSET 90000"
        ).fetchone()
        lines = self._services.findings.lines
        anchor = next(iter(lines(limit=1)))
        at = type(anchor.found_at).fromtimestamp(key[0] / 1_000_000, tz=anchor.found_at.tzinfo)
        statement = f"{_FINDINGS} WHERE (f.found_at, f.id) < (?, ?) {_NEWEST}"

        def raw() -> object:
            return self._file.execute(statement, key).fetchall()

        def ours() -> object:
            return lines(after=(at, UUID(bytes=key[1])))

        mine, theirs = median(ours, raw)
        first, _ = median(lines, raw)
        yield row("findings, page 451 by key", mine, theirs, first_page_ms=round(first, 3))
        for sort, column in (("name", "name"), ("item", "item_code")):
            text = f"{_FINDINGS} ORDER BY f.{column}, f.id LIMIT {PAGE}"
            mine, theirs = median(
                lambda sort=sort: lines(sort=sort, descending=False),
                lambda text=text: self._file.execute(text).fetchall(),
            )
            yield row(f"findings, sorted by {sort}", mine, theirs)

    def _counting(self) -> Iterator[dict[str, object]]:
        statement = (
            "SELECT count(*), count(DISTINCT employee_id), sum(fixed), sum(dispute = 'pending'), sum(measures = 0)"
            " FROM findings"
        )
        mine, theirs = median(self._services.findings.counts, lambda: self._file.execute(statement).fetchone(), turns=9)
        yield row("findings, the sentence over all 100,000", mine, theirs)

    def _others(self) -> Iterator[dict[str, object]]:
        rounds = (
            "SELECT r.*, i.name, (SELECT e.name FROM round_inspectors n JOIN employees e ON e.id = n.employee_id WHERE"
            " n.round_id = r.id AND n.position = 0) FROM rounds r JOIN institutions i ON i.id = r.institution_id"
            f" ORDER BY r.started_at DESC, r.id DESC LIMIT {PAGE}"
        )
        mine, theirs = median(
            lambda: self._services.rounds.lines(RoundFilter()), lambda: self._file.execute(rounds).fetchall()
        )
        yield row("rounds, no filter", mine, theirs)
        slips = (
            "SELECT p.id, p.number, p.state, p.institution_id, i.name, p.employee_id, e.number, e.name, p.act_day,"
            " p.round_id, r.number, p.rung, p.total, p.proposed_at, p.issued_at, p.paper_id, p.revision"
            " FROM slips p JOIN institutions i ON i.id = p.institution_id"
            " JOIN employees e ON e.id = p.employee_id JOIN rounds r ON r.id = p.round_id"
            f" ORDER BY p.proposed_at DESC, p.id DESC LIMIT {PAGE}"
        )
        mine, theirs = median(
            lambda: self._services.penalties.lines(SlipFilter()), lambda: self._file.execute(slips).fetchall()
        )
        yield row("slips, no filter", mine, theirs)
        measures = (
            "SELECT m.id, m.number, m.state, m.urgency, m.institution_id, i.name, m.owner_id, o.name, d.name, m.task,"
            " m.due_on, m.opened_on, m.opened_at, m.closed_on, m.recheck_on, m.recheck, m.effect_on, m.effect,"
            " m.revision FROM measures m JOIN institutions i ON i.id = m.institution_id JOIN employees o ON"
            " o.id = m.owner_id LEFT JOIN departments d ON d.id = m.department_id"
        )
        end = f"ORDER BY m.due_on, m.id LIMIT {PAGE}"
        for name, wanted, where in (
            ("no filter", MeasureFilter(), ""),
            ("open", MeasureFilter(state=MeasureState.OPEN), "WHERE m.state = 'open'"),
            (
                "overdue",
                MeasureFilter(overdue=True),
                "WHERE m.state IN ('open', 'reported') AND m.due_on < '2026-11-21'",
            ),
        ):
            mine, theirs = median(
                lambda wanted=wanted: self._services.measures.lines(wanted),
                lambda where=where: self._file.execute(f"{measures} {where} {end}").fetchall(),
            )
            yield row(f"measures, {name}", mine, theirs)


class Turns:
    """Lets the event loop turn until nothing is on its way, and keeps what each turn took: a page's first showing, with
    the fonts, apart from what comes after it."""

    def __init__(self, application: QApplication, operations: Operations) -> None:
        self._application, self._operations = application, operations
        self.held: list[float] = []
        self.first = 0.0

    def __call__(self) -> None:
        while True:
            began = time.thread_time()
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            self.held.append((time.thread_time() - began) * 1000)
            if self._operations.quiet:
                return

    def begin(self) -> None:
        """What was held so far was the first showing."""
        self.first = max(self.held)
        gc.collect()
        gc.freeze()
        self.held.clear()

    def told(self, work: str, shown: int) -> dict[str, object]:
        told = {"first_ms": round(self.first, 1), "rows": shown, "median_ms": round(statistics.median(self.held), 2)}
        return row(work, max(self.held), GUI_MS, 1.0, **told)


@contextmanager
def page_in_window(folder: Path) -> Iterator[tuple[Tools, Callable[[QWidget], Turns]]]:
    """Tools for a page, and what shows the page made with them in a window of an ordinary size."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look(application, "light")
    operations = Operations(refused=_raise, crashed=_raise)
    tools = Tools(operations, Prompts("zh"), WindowPlaces(SettingsFile(folder / "settings.json")), "zh")
    window = QWidget()

    def show(page: QWidget) -> Turns:
        QVBoxLayout(window).addWidget(page)
        window.resize(1366, 768)
        turns = Turns(application, operations)
        window.show()
        turns()
        turns.begin()
        return turns

    yield tools, show
    operations.close()
    window.close()
    del look


def gui_thread(services: Services, folder: Path) -> Iterator[dict[str, object]]:
    """The findings' page opened, filtered, paged on: CPU of the GUI thread between two turns of its event loop."""
    with page_in_window(folder) as (tools, show):
        page = FindingsPage(tools, services.findings, services.standards, services.directory, lambda: By.alone(None))
        settle = show(page)
        for kind in RoundKind:
            page.filters.kind.choose(kind)
            page.filters.tell()
            settle()
        page.filters.show_all()
        settle()
        for _ in range(20):
            page.table.scrollToBottom()
            settle()
        yield settle.told("findings page, GUI-thread CPU a turn, worst ms", len(page.lines.all_rows()))


def _raise(error: BaseException, *_: object) -> None:
    raise error


def main(share: float = 1.0) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        path = build(folder, share=share)
        sys.stderr.write(f"data set in {time.perf_counter() - began:.0f} s, {path.stat().st_size / 2**20:.0f} MB\n")
        services = Services(Database.open(f"sqlite:///{path.as_posix()}"), FileStore(folder / "files"), FixedClock(NOW))
        file = sqlite3.connect(path)
        file.execute("PRAGMA cache_size=-32000")
        gc.collect()
        gc.freeze()
        for line in (*Lists(services, file).all(), *gui_thread(services, folder)):
            missed += not line["ok"]
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        file.close()
        services.close()
    return 1 if missed else 0


if __name__ == "__main__":
    code = main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
    sys.stdout.flush()
    os._exit(code)
