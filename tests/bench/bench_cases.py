"""The table of 100,000 cases: every sort, every filter, the search, each through the service against raw sqlite3 turn
about.

`python -m tests.bench.bench_cases` prints a JSON line each. The raw side has a file of its own with every index a
question could wish for, and takes the quickest of the ways there are; both must give the same rows, or it does not
count. Then counting, and what the page costs the GUI thread while it fills.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.bench.bench_lists import AIM, PAGE, median, page_in_window, row
from tests.bench.case_lots import fill_cases, micros
from tests.bench.lots import NOW, build

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import CaseFilter, CaseLine, Channel, Lane, Level, Outcome, Stage, SubjectKind
from qualitydesk.complaints.store.tables import FAR
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

SEARCH_AIM, TURNS, DEEP, SLOW = 2.0, 15, 0.9, 0.02
LEAST = 0.5  # milliseconds: below it a limit is taken for this much, a statement alone costs as much
COLUMNS = (
    "c.id, c.number, c.sort_number, c.institution_id, i.name, c.channel, c.step, c.stage, c.level, c.complainant,"
    " c.patient, c.complainant_phone, c.handler_id, coalesce(h.name, ''), c.received_at, c.entered_at, c.closed_at,"
    " c.next_due_at, c.next_clock, c.step_due_at, c.limit_due_at, c.paused, c.flagged, c.reopened, c.merged_into,"
    " c.refund, c.compensation, substr(c.narrative, 1, 120), c.subject_kinds, c.revision, c.anonymous, p.reason,"
    " p.started_at"
)
JOINED = (
    "JOIN institutions i ON i.id = c.institution_id LEFT JOIN employees h ON h.id = c.handler_id"
    " LEFT JOIN case_pauses p ON p.case_id = c.id AND p.ended_at IS NULL"
)
LATE = "c.next_due_at < ? AND c.id NOT IN (SELECT case_id FROM resting)"  # those paused are known beforehand
SORTS = {
    "received_at": "received_at",
    "next_due_at": "next_due_at",
    "closed_at": "closed_at",
    "number": "sort_number",
    "level": "level",
}
Values = tuple[Any, ...]
_FAR = micros(FAR)
_KNOWN = (
    "received_at", "closed_at", "next_due_at", "level", "step", "stage", "institution_id", "handler_id", "channel",
    "paused", "flagged", "reopened", "merged_into",
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A filter of the page and the same as a condition of SQL. `columns`: what an index for it begins with; `ids`: a
    statement that gives the ids of the few it may be instead."""

    name: str
    wanted: CaseFilter
    where: str = ""
    values: Values = ()
    columns: tuple[str, ...] = ()
    ids: str = ""


class Cases:
    """The measures of one data set: `file` is a copy with indexes of its own."""

    def __init__(self, services: Services, file: sqlite3.Connection) -> None:
        self._service = services.complaints
        self._file = file
        self._made: set[str] = set()

    def all(self) -> Iterator[dict[str, object]]:
        for sort in SORTS:
            yield from self._sorted(sort)
        for one in self._questions():
            yield from self._asked(one)
        for one in self._searches():
            yield self._compared(f"cases, {one.name}", one, "received_at", True)
            yield self._compared(f"cases, {one.name}, by number up", one, "number", False)
            yield self._all_hits(one)
        yield from self._counting()

    # --- the raw side

    def _index(self, columns: Sequence[str]) -> str:
        name = "raw_" + "_".join(columns)
        if name not in self._made:
            self._file.execute(f"CREATE INDEX {name} ON cases ({', '.join(columns)})")
            self._made.add(name)
        return name

    def _ways(self, one: Question, sort: str, descending: bool, after: Values | None) -> list[tuple[str, Values]]:
        """Statements for a page: along the sort's index; by one made for the filter; by the ids of the few.

        Newest first, as the page opens, the filter's index is in that order, too.
        """
        column = SORTS[sort]
        merged = "" if one.wanted.merged else "c.merged_into IS NULL"
        behind = f"(c.{column}, c.id) {'<' if descending else '>'} (?, ?)" if after else ""
        values = (*one.values, *(after or ()))
        turn = "DESC" if descending else "ASC"
        order = f"ORDER BY c.{column} {turn}, c.id {turn} LIMIT {PAGE}"
        conditions = " AND ".join(part for part in (one.where, behind, merged) if part)
        where = f"WHERE {conditions}" if conditions else ""
        found = []
        starts = [(column, "id")]
        if one.columns:
            starts.append((*one.columns, column, "id") if sort == "received_at" else (*one.columns, "id"))
        if sort == "received_at" and any(mark in one.where for mark in ("<", ">", " IN (")) and one.columns:
            starts.append((*one.columns, "id"))
        for columns in starts:
            by = f"FROM cases c INDEXED BY {self._index(columns)} {JOINED}"
            found.append((f"SELECT {COLUMNS} {by} {where} {order}", values))
        if one.ids:
            few = " AND ".join(part for part in (f"c.id IN ({one.ids})", behind, merged) if part)
            found.append((f"SELECT {COLUMNS} FROM cases c {JOINED} WHERE {few} {order}", values))
        return found

    def _best(self, ways: Sequence[tuple[str, Values]]) -> tuple[str, Values]:
        if len(ways) == 1:
            return ways[0]
        taken = {}
        for way in ways:
            turns = []
            for _ in range(3):
                began = time.thread_time()
                self._file.execute(*way).fetchall()
                turns.append(time.thread_time() - began)
            taken[way] = min(turns)
        return min(ways, key=lambda way: taken[way])

    # --- turn about

    def _compared(
        self, work: str, one: Question, sort: str, descending: bool, after: Values | None = None
    ) -> dict[str, object]:
        """`after`: the raw key (what is sorted by, id) behind which the page stands."""
        key = None if after is None else (_value(after[0], sort), UUID(bytes=after[1]))
        statement, values = self._best(self._ways(one, sort, descending, after))

        def raw() -> list[Values]:
            return self._file.execute(statement, values).fetchall()

        def ours() -> list[CaseLine]:
            return self._service.lines(one.wanted, after=key, limit=PAGE, sort=sort, descending=descending)

        began = time.thread_time()
        found = raw()
        slow = time.thread_time() - began > SLOW
        assert [line.id.bytes for line in ours()] == [line[0] for line in found], work
        mine, theirs = median(ours, raw, 3 if slow else TURNS)
        return row(work, mine, max(theirs, LEAST), AIM, rows=len(found))

    def _deep(self, one: Question, sort: str, descending: bool) -> Values | None:
        """The key of the row behind which the last tenth stands."""
        place = int(self._service.count(one.wanted) * DEEP)
        turn = "DESC" if descending else "ASC"
        merged = "" if one.wanted.merged else "c.merged_into IS NULL"
        conditions = " AND ".join(part for part in (one.where, merged) if part)
        where = f"WHERE {conditions}" if conditions else ""
        column = SORTS[sort]
        order = f"ORDER BY c.{column} {turn}, c.id {turn} LIMIT 1 OFFSET {place}"
        found: Values | None = self._file.execute(
            f"SELECT c.{column}, c.id FROM cases c {where} {order}", one.values
        ).fetchone()
        return found if place > PAGE else None

    def _sorted(self, sort: str) -> Iterator[dict[str, object]]:
        everything = Question("no filter", CaseFilter())
        for descending in (True, False):
            words = f"cases, by {sort} {'down' if descending else 'up'}"
            yield self._compared(words, everything, sort, descending)
            after = self._deep(everything, sort, descending)
            yield self._compared(f"{words}, page behind nine tenths", everything, sort, descending, after)

    def _asked(self, one: Question) -> Iterator[dict[str, object]]:
        """Newest first: the first page and one far behind; then the sort that fares worst."""
        yield self._compared(f"cases, {one.name}", one, "received_at", True)
        after = self._deep(one, "received_at", True)
        if after is not None:
            yield self._compared(f"cases, {one.name}, page behind nine tenths", one, "received_at", True, after)
        yield self._elsewhere(one)

    def _elsewhere(self, one: Question) -> dict[str, object]:
        told = [
            self._compared(f"cases, {one.name}, by {sort} {'down' if down else 'up'} (worst sort)", one, sort, down)
            for sort in SORTS
            for down in (True, False)
            if (sort, down) != ("received_at", True)
        ]
        return max(told, key=lambda line: float(str(line["ratio"])))

    def _all_hits(self, one: Question) -> dict[str, object]:
        """A page of hits and their number against LIKE over every case."""
        statement = f"SELECT id FROM cases c WHERE {one.where}"

        def ours() -> object:
            return self._service.lines(one.wanted, limit=PAGE), self._service.count(one.wanted)

        mine, theirs = median(ours, lambda: self._file.execute(statement, one.values).fetchall(), 5)
        return row(f"cases, {one.name}, a page and the count against LIKE over all", mine, theirs, SEARCH_AIM)

    # --- what is asked

    def _questions(self) -> Iterator[Question]:
        home, handler, person = self._file.execute(
            "SELECT c.institution_id, c.handler_id, p.employee_id FROM cases c JOIN case_people p ON p.case_id = c.id"
            " ORDER BY c.received_at DESC LIMIT 1"
        ).fetchone()
        now, year, spring = micros(NOW), _day(date(2026, 1, 1)), _day(date(2026, 4, 1))
        yield Question("with merged ones", CaseFilter(merged=True))
        yield Question("an institution", CaseFilter(institution_id=_id(home)), "c.institution_id = ?", (home,),
                       ("institution_id",))  # fmt: skip
        yield Question("a handler", CaseFilter(handler_id=_id(handler)), "c.handler_id = ?", (handler,),
                       ("handler_id",))  # fmt: skip
        for level in (Level.I, Level.V):
            yield Question(f"level {level.name}", CaseFilter(levels=(level,)), "c.level = ?", (int(level),), ("level",))
        yield Question("a channel", CaseFilter(channels=(Channel.TELEPHONE,)), "c.channel = ?",
                       (Channel.TELEPHONE.value,), ("channel",))  # fmt: skip
        yield Question("overdue", CaseFilter(overdue=True), LATE, (now,), ("next_due_at",))
        for stage in (Stage.OPEN, Stage.DONE):
            yield Question(f"stage {stage}", CaseFilter(stages=(stage,)), "c.stage = ?", (stage.value,), ("stage",))
        yield Question("lane investigating", CaseFilter(lanes=(Lane.INVESTIGATING,)), "c.step IN (3, 4)", (), ("step",))
        yield Question("lane done", CaseFilter(lanes=(Lane.DONE,)), "c.step = 12", (), ("step",))
        for name in ("paused", "flagged"):
            yield Question(name, CaseFilter(**{name: True}), f"c.{name} = 1", (), (name,))
        yield Question("reopened", CaseFilter(reopened=True), "c.reopened > 0", (), ("reopened",))
        yield Question("received in a year", CaseFilter(received_from=date(2026, 1, 1)), "c.received_at >= ?", (year,),
                       ("received_at",))  # fmt: skip
        yield Question("received in a quarter", CaseFilter(**_quarter("received")),
                       "c.received_at >= ? AND c.received_at < ?", (year, spring), ("received_at",))  # fmt: skip
        yield Question("closed in a quarter", CaseFilter(**_quarter("closed")),
                       "c.closed_at >= ? AND c.closed_at < ?", (year, spring), ("closed_at",))  # fmt: skip
        yield Question("closed since", CaseFilter(closed_from=date(2026, 1, 1)), "c.closed_at >= ? AND c.closed_at < ?",
                       (year, _FAR), ("closed_at",))  # fmt: skip
        yield _hanging("a subject", CaseFilter(subject=SubjectKind.WAITING), "case_subjects", "kind = ?", "waiting")
        yield _hanging("an outcome", CaseFilter(outcome=Outcome.PARTLY), "case_subjects", "outcome = ?", "partly")
        yield _hanging("a person named", CaseFilter(employee_id=_id(person)), "case_people", "employee_id = ?", person)
        yield Question("institution and open", CaseFilter(institution_id=_id(home), stages=(Stage.OPEN,)),
                       "c.institution_id = ? AND c.stage = 'open'", (home,), ("institution_id", "stage"))  # fmt: skip
        yield Question("institution, level, year",
                       CaseFilter(institution_id=_id(home), levels=(Level.III,), received_from=date(2026, 1, 1)),
                       "c.institution_id = ? AND c.level = 3 AND c.received_at >= ?", (home, year),
                       ("institution_id", "level"))  # fmt: skip
        yield Question("handler, overdue", CaseFilter(handler_id=_id(handler), overdue=True),
                       f"c.handler_id = ? AND {LATE}", (handler, now), ("handler_id",))  # fmt: skip
        yield Question("channel, flagged, done",
                       CaseFilter(channels=(Channel.TELEPHONE,), flagged=True, stages=(Stage.DONE,)),
                       "c.channel = ? AND c.flagged = 1 AND c.stage = 'done'", (Channel.TELEPHONE.value,),
                       ("channel", "flagged", "stage"))  # fmt: skip

    def _searches(self) -> Iterator[Question]:
        for name, words in (
            ("a number", "C1700012"),
            ("a telephone's end", "00012345"),
            ("a name", "王晓雅"),
            ("two common signs", "退费"),
            ("one common sign", "费"),
            ("two signs in all", "患者"),
            ("two rare signs", "瘀青"),
            ("one rare sign", "瘀"),
            ("two signs nowhere", "驴唇"),
            ("a long phrase", "要求退费，并提出书面投诉"),
            ("capital letters", "c0100000"),
        ):
            like = f"%{words}%"
            columns = ("number", "complainant", "complainant_phone", "narrative")
            where = "(" + " OR ".join(f"c.{column} LIKE ?" for column in columns) + ")"
            yield Question(f"search: {name}", CaseFilter(text=words), where, (like,) * 4)
        home = self._file.execute("SELECT institution_id FROM cases LIMIT 1").fetchone()[0]
        wanted = CaseFilter(text="退费", institution_id=_id(home))
        where = "c.institution_id = ? AND c.narrative LIKE ?"
        values = (home, "%退费%")
        yield Question("search: common signs of an institution", wanted, where, values, ("institution_id",))

    def _counting(self) -> Iterator[dict[str, object]]:
        """The number in the page's head, read beside the first page."""
        for one in (Question("no filter", CaseFilter()), *self._questions(), *self._searches()):
            merged = "" if one.wanted.merged else "c.merged_into IS NULL"
            conditions = " AND ".join(part for part in (one.where, merged) if part)
            where = f"WHERE {conditions}" if conditions else ""
            ways = [("FROM cases c", where)]
            if "narrative" not in one.where and not one.ids:  # one pass over an index that knows all that is asked
                ways.append((f"FROM cases c INDEXED BY {self._index(_KNOWN)}", where))
            statement, values = self._best([(f"SELECT count(*) {source} {told}", one.values) for source, told in ways])
            assert self._service.count(one.wanted) == self._file.execute(statement, values).fetchone()[0], one.name
            mine, theirs = median(
                lambda one=one: self._service.count(one.wanted),
                lambda statement=statement, values=values: self._file.execute(statement, values).fetchone(),
                5,
            )
            yield row(f"cases counted, {one.name}", mine, max(theirs, LEAST), AIM)


def _hanging(name: str, wanted: CaseFilter, table: str, condition: str, value: Any) -> Question:
    """What hangs on a case: asked row by row, or by the ids of those it hangs on."""
    ids = f"SELECT case_id FROM {table} WHERE {condition}"
    beside = f"EXISTS (SELECT 1 FROM {table} x WHERE x.case_id = c.id AND x.{condition})"
    return Question(name, wanted, beside, (value,), ids=ids)


def _quarter(what: str) -> dict[str, Any]:
    return {f"{what}_from": date(2026, 1, 1), f"{what}_to": date(2026, 3, 31)}


def _id(value: bytes) -> UUID:
    return UUID(bytes=value)


def _day(day: date) -> int:
    return micros(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Asia/Shanghai")))


def _value(raw: Any, sort: str) -> Any:
    """What is sorted by, as the service has it."""
    if not sort.endswith("_at"):
        return raw
    return FAR if raw == _FAR else datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=raw)


def gui_thread(services: Services, folder: Path) -> Iterator[dict[str, object]]:
    """The page opened, sorted, filtered, searched, paged on: CPU of the GUI thread between two turns of its loop."""
    from qualitydesk.complaints.ui.cases_page import CasesPage
    from qualitydesk.complaints.ui.intaking import Intaking

    with page_in_window(folder) as (tools, show):
        intaking = Intaking(
            tools, services.complaints, services.members, services.directory, services.clock, lambda: By.alone(None)
        )
        page = CasesPage(tools, services.complaints, services.directory, services.clock, intaking)
        settle = show(page)
        for column, one in enumerate(page.lines.columns):
            if one.sort:
                page.table.sortByColumn(column, page.table.horizontalHeader().sortIndicatorOrder())
                settle()
        for channel in Channel:
            page.filters.choose(CaseFilter(channels=(channel,)))
            settle()
        for words in ("退费", "瘀", "患者"):
            page.filters.choose(CaseFilter(text=words))
            settle()
        page.filters.show_all()
        settle()
        for _ in range(20):
            page.table.scrollToBottom()
            settle()
        yield settle.told("cases page, GUI-thread CPU a turn, worst ms", len(page.lines.all_rows()))


def main(share: float = 1.0) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = build(folder, share=0.01)
        fill_cases(path, share=share, findable=True)
        shutil.copy(path, copy := folder / "raw.sqlite")
        services = Services(Database.open(f"sqlite:///{path.as_posix()}"), FileStore(folder / "files"), FixedClock(NOW))
        file = sqlite3.connect(copy)
        file.execute("PRAGMA cache_size=-64000")
        file.execute("CREATE TABLE resting (case_id BLOB PRIMARY KEY) WITHOUT ROWID")
        file.executemany("INSERT INTO resting VALUES (?)", [(one.bytes,) for one in services.resting.cases(NOW)])
        gc.collect()
        gc.freeze()
        for line in chain(Cases(services, file).all(), gui_thread(services, folder)):
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
