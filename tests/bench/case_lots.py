"""100,000 complaints over two years beside the large data set, by the bare driver: 5,000 open with three running clocks
each, the others closed with four that have stopped; payments, pauses, dates set outside, approvals waiting; on demand
all that a list is narrowed by: subjects, people named, and every text made findable."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.lots import GIVEN, NOW, SURNAMES

from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import Channel, Outcome, Step, SubjectKind
from qualitydesk.complaints.store.tables import FAR, OVER
from qualitydesk.storage.search import folded

CASES, OPEN = 100_000, 5_000
_STEPS = tuple(step for step in Step if int(step) <= 9)
_CLOCKS = ("register", "investigation_target", "investigation_limit", "closing")
_FAR = (FAR - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
STORY = "患者在前台等候四十分钟，询问三次均未得到答复，要求说明原因并道歉。" * 2
COMMON = "家属要求退费，并提出书面投诉。"  # in every fifth case: two signs 退费, one sign 费
RARE = "注射处有瘀青。"  # in one of 5,000: two signs 瘀青, one sign 瘀
Row = dict[str, Any]


def fill_cases(path: Path, *, share: float = 1.0, now: datetime = NOW, findable: bool = False) -> None:
    """Into a file `lots.build` has made; the moments end at `now`. `findable`: with what the lists are narrowed by."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous=OFF")
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute("BEGIN")
        homes = [row[0] for row in file.execute("SELECT id FROM institutions ORDER BY code")]
        people = [row[0] for row in file.execute("SELECT id FROM employees ORDER BY number LIMIT 20")]
        made = _Cases(homes, people, int(CASES * share), int(OPEN * share), now)
        rows = list(made.cases())
        _put(file, "cases", rows)
        _put(file, "case_clocks", made.clocks(rows))
        _put(file, "case_payments", made.payments(rows))
        _put(file, "case_externals", made.externals(rows))
        _put(file, "case_solutions", made.solutions(rows))
        _put(file, "case_pauses", made.pauses(rows))
        if findable:
            _put(file, "case_subjects", made.subjects(rows))
            _put(file, "case_people", made.named(rows))
            _put(file, "search_texts", made.texts(rows))
        file.execute("COMMIT")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not findable:
            file.execute("ANALYZE")


class _Cases:
    def __init__(self, homes: Sequence[bytes], people: Sequence[bytes], count: int, still: int, now: datetime) -> None:
        self._homes, self._people = homes, people
        self._count, self._open, self._now = count, still, now
        self._random = Random(11)

    def cases(self) -> Iterator[Row]:
        before = None
        for at in range(self._count):
            still = at >= self._count - self._open
            key, name = new_id().bytes, f"{SURNAMES[at % 19]}{GIVEN[at % 13]}{GIVEN[(at * 5) % 14]}"
            merged, before = (before if at % 100 == 99 and not still else None), key
            span = timedelta(days=20) if still else timedelta(days=730)
            received = self._now - span * self._random.random() - timedelta(days=0 if still else 20)
            closed = None if still else received + timedelta(hours=self._random.randrange(20, 400))
            step = _STEPS[at % len(_STEPS)] if still else None
            limit = received + timedelta(days=8)
            story = STORY + COMMON * (at % 5 == 0) + RARE * (at % 5_000 == 77)
            yield {
                "id": key, "number": f"C{at % 40:02d}{at:08d}", "sort_number": f"C{at:012d}",
                "institution_id": self._homes[at % len(self._homes)], "channel": str(list(Channel)[at % 3]),
                "received_at": micros(received), "recorded_at": micros(received), "complainant": name,
                "complainant_phone": f"138{at:08d}", "anonymous": 0, "relation": "self", "patient": name,
                "patient_phone": "", "outside_number": "", "origin_kind": "", "step": int(step) if step else OVER,
                "entered_at": micros(received), "stage": "open" if still else "done", "level": 0 if still else at % 6,
                "handler_id": self._people[at % len(self._people)], "accepted_at": micros(received),
                "closed_at": micros(closed) if closed else _FAR, "next_due_at": micros(limit) if still else _FAR,
                "next_clock": "closing" if still else "", "step_due_at": None, "limit_due_at": micros(limit),
                "merged_into": merged, "paused": int(still and at % 9 == 0), "flagged": int(at % 50 == 0),
                "reopened": int(at % 30 == 0), "refund": 0, "compensation": 0,
                "subject_kinds": "waiting", "remedies": "", "revision": 1, "place": "", "narrative": story,
                "demand": "", "intent": "", "cause": "", "summary": "", "handling_none": "", "flag_reason": "",
                "backdate_reason": "",
            }  # fmt: skip

    def clocks(self, cases: Iterable[Row]) -> Iterator[Row]:
        rest = json.dumps({"derivation": [["starts", {"start_at": "2026-11-17 10:00"}]] * 6, "limit": 3})
        for case in cases:
            running = case["closed_at"] == _FAR
            for at, code in enumerate(_CLOCKS[1:] if running else _CLOCKS):
                due = case["received_at"] + (at + 1) * 3 * 86_400_000_000
                yield {
                    "case_id": case["id"], "code": code, "run": 1, "state": "running" if running else "kept",
                    "started_at": case["received_at"], "due_at": due,
                    "half_at": (case["received_at"] + due) // 2 if running else None,
                    "stopped_at": None if running else case["closed_at"], "rest": rest,
                }  # fmt: skip

    def payments(self, cases: Iterable[Row]) -> Iterator[Row]:
        for at, case in enumerate(cases):
            if at % 10 == 0:
                running = case["closed_at"] == _FAR
                yield {
                    "id": new_id().bytes, "case_id": case["id"], "kind": "refund", "amount": 100_000, "way": "card",
                    "reason": "", "state": ("requested", "approved")[at % 20 == 0] if running else "paid",
                    "requested_at": case["received_at"], "approved_at": None if running else case["closed_at"],
                    "paid_at": None if running else case["closed_at"], "receipt": "", "revision": 1,
                }  # fmt: skip

    def externals(self, cases: Iterable[Row]) -> Iterator[Row]:
        for at, case in enumerate(cases):
            if at % 20 == 7:
                running = case["closed_at"] == _FAR
                yield {
                    "id": new_id().bytes, "case_id": case["id"], "kind": "hotline_12345",
                    "heard_at": case["received_at"], "due_at": case["received_at"] + 15 * 86_400_000_000,
                    "reference": "", "done_at": None if running else case["closed_at"],
                }  # fmt: skip

    def solutions(self, cases: Iterable[Row]) -> Iterator[Row]:
        for case in cases:
            if case["step"] == int(Step.APPROVED):
                yield {
                    "id": new_id().bytes, "case_id": case["id"], "place": 1, "words": "道歉", "refund": 0,
                    "compensation": 0, "drafted_at": case["received_at"], "approval_words": "",
                }  # fmt: skip

    def pauses(self, cases: Iterable[Row]) -> Iterator[Row]:
        """Why and since when each paused case is paused: some rest still, of others the longest pause is over."""
        reasons = ("patient_unreachable", "patient_asked", "appraisal")
        for at, case in enumerate(case for case in cases if case["paused"]):
            begun = case["received_at"] + (micros(self._now) - case["received_at"]) // 2
            yield {
                "id": new_id().bytes, "case_id": case["id"], "reason": reasons[at % len(reasons)], "words": "",
                "started_at": begun, "ended_at": None, "until": None,
            }  # fmt: skip

    def subjects(self, cases: Iterable[Row]) -> Iterator[Row]:
        kinds, outcomes = [str(one) for one in SubjectKind], [str(one) for one in Outcome]
        for at, case in enumerate(cases):
            yield {
                "id": new_id().bytes, "case_id": case["id"], "position": 0, "kind": kinds[at % len(kinds)],
                "words": "", "outcome": None if case["closed_at"] == _FAR else outcomes[at % len(outcomes)],
            }  # fmt: skip

    def named(self, cases: Iterable[Row]) -> Iterator[Row]:
        for at, case in enumerate(cases):
            if at % 3 == 0:
                yield {
                    "case_id": case["id"], "employee_id": self._people[at // 3 % len(self._people)], "position": 0,
                    "role": "complained", "words": "",
                }  # fmt: skip

    def texts(self, cases: Iterable[Row]) -> Iterator[Row]:
        """What `service.writing` makes a case findable by."""
        for at, case in enumerate(cases):
            parts = (case["number"], case["complainant"], case["complainant_phone"], case["narrative"])
            yield {
                "id": at + 1, "kind": "case", "subject_id": case["id"],
                "signs": " ".join("¦".join(folded(part) for part in parts)),
            }  # fmt: skip


def _put(file: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    several = iter(rows)
    first = next(several, None)
    if first is None:
        return
    statement = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({', '.join('?' * len(first))})"
    file.execute(statement, tuple(first.values()))
    file.executemany(statement, (tuple(row.values()) for row in several))


def micros(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000
