"""The large data set of the list benches, written by the bare driver: 1,000,000 answers and 100,000 findings in 5,000
rounds of 40 institutions and 500 employees, 20,000 slips, 20,000 measures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.ids import new_id

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
INSTITUTIONS, PEOPLE, ROUNDS, STOPS = 40, 500, 5_000, 8
ANSWERS_A_STOP, FINDINGS_A_STOP = 25, 5  # of every other stop: 100,000 findings
SLIPS = MEASURES = 20_000
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗", "晓雅文博月华子轩思雨天佑海涛"
KINDS = ("patrol", "self_check", "quality_check", "mystery", "group_round")
NOTES = ("", "胸卡忘在更衣柜，已取回戴好。", "前襟有两处碘伏印。", "刘海盖住左眼，已别起。", "提醒后已补妆。")


def build(folder: Path, *, share: float = 1.0) -> Path:
    """The database file; `share` of the full size for a quick look. The same rows each time, but for their ids."""
    services = open_services(default_url(folder), folder, clock=FixedClock(NOW))
    with services.database.transaction():
        services.rulebook.adopt_shipped(By.alone(None))
        services.standards.adopt_shipped(By.alone(None))
        services.calendar.adopt_shipped(By.alone(None))
    packs = [(pack.code, pack.edition, [item.code for item in pack.items]) for pack in services.standards.packs()]
    services.close()
    path = folder / "qualitydesk.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous=OFF")
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute("BEGIN")
        _Filler(file, packs, share).fill()
        file.execute("COMMIT")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


class _Filler:
    """Writes every table in turn."""

    def __init__(self, file: sqlite3.Connection, packs: Sequence[tuple[str, int, list[str]]], share: float) -> None:
        self._file = file
        self._packs = packs
        self._random = Random(7)
        self._rounds = int(ROUNDS * share)
        self._few = int(SLIPS * share)

    def fill(self) -> None:
        self._people()
        self._walks()
        self._slips()
        self._measures()

    def _put(self, table: str, rows: Iterator[dict[str, Any]]) -> None:
        first = next(rows)
        known = {row[1]: row for row in self._file.execute(f"PRAGMA table_info({table})")}
        wanted = [name for name, row in known.items() if row[3] and row[4] is None and name not in first]
        assert not wanted, (table, wanted)
        names = list(first)
        places = ", ".join("?" * len(names))
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"

        def values() -> Iterator[tuple[Any, ...]]:
            yield tuple(first.values())
            for row in rows:
                yield tuple(row.values())

        self._file.executemany(statement, values())

    def _people(self) -> None:
        ids = [new_id().bytes for _ in range(INSTITUTIONS)]
        self.homes = ids
        self._put("groups", iter([{"id": new_id().bytes, "name": "安和", "zone": "Asia/Shanghai", "revision": 1}]))
        self._put(
            "institutions",
            (
                {"id": key, "code": f"C{chr(65 + at // 26)}{chr(65 + at % 26)}", "name": f"安和第{at + 1}门诊部",
                 "region": "beijing", "active": 1, "revision": 1}
                for at, key in enumerate(ids)
            ),
        )  # fmt: skip
        self.departments = [(new_id().bytes, at % INSTITUTIONS) for at in range(INSTITUTIONS * 5)]
        self._put(
            "departments",
            (
                {"id": key, "institution_id": ids[home], "name": f"科室{at}", "active": 1, "revision": 1}
                for at, (key, home) in enumerate(self.departments)
            ),
        )
        post = new_id().bytes
        self._put("posts", iter([{"id": post, "code": "guide", "name": "导医", "active": 1, "revision": 1}]))
        self.people = [
            (new_id().bytes, f"{SURNAMES[at % 20]}{GIVEN[at % 14]}{GIVEN[(at * 5) % 14]}", f"E{at:04d}", at % 200)
            for at in range(PEOPLE)
        ]
        extra = {row[1] for row in self._file.execute("PRAGMA table_info(employees)")}
        self._put(
            "employees",
            (
                {"id": key, "number": number, "name": name, "sex": "female", "hired_on": "2020-01-01", "revision": 1,
                 **({"initials": ""} if "initials" in extra else {})}
                for key, name, number, _ in self.people
            ),
        )  # fmt: skip
        self._put(
            "placements",
            (
                {"employee_id": key, "since": "2020-01-01", "department_id": self.departments[dep][0], "post_id": post}
                for key, _, _, dep in self.people
            ),
        )

    def _walks(self) -> None:
        rounds, stops, answers, findings = [], [], [], []
        began = NOW - timedelta(days=1000)
        leaders, packs_of = [], []
        pool = [(code, edition, item) for code, edition, items in self._packs for item in items]
        for at in range(self._rounds):
            round_id, home = new_id().bytes, at % INSTITUTIONS
            moment = _micros(began + timedelta(days=1000 * at / max(1, self._rounds)))
            kind = KINDS[self._random.randrange(5)]
            rounds.append(
                {"id": round_id, "number": f"XJ-C{home:02d}-2026-{at:05d}", "kind": kind, "state": "finished",
                 "institution_id": self.homes[home], "started_at": moment, "finished_at": moment + 3_600_000_000,
                 "people": STOPS, "answered": 200, "total": 200, "failed": 20, "share": 900_000, "passed": 1,
                 "revision": 2}
            )  # fmt: skip
            leaders.append({"round_id": round_id, "position": 0, "employee_id": self.people[at % PEOPLE][0]})
            packs_of.append({"round_id": round_id, "position": 0, "code": pool[0][0], "number": pool[0][1]})
            for place in range(STOPS):
                key, name, number, dep = self.people[self._random.randrange(PEOPLE)]
                stop, department = new_id().bytes, self.departments[dep]
                stops.append(
                    {"id": stop, "round_id": round_id, "position": place, "target": "person", "employee_id": key,
                     "number": number, "name": name, "sex": "female", "post_code": "guide", "post": "导医",
                     "department_id": department[0], "department": f"科室{dep}"}
                )  # fmt: skip
                offset = self._random.randrange(len(pool))
                for turn in range(ANSWERS_A_STOP):
                    code, edition, item = pool[(offset + turn) % len(pool)]
                    failed = place % 2 == 0 and turn < FINDINGS_A_STOP
                    answers.append((stop, item, "fail" if failed else "pass", "", 0, moment + turn))
                    if failed:
                        findings.append(self._finding(round_id, stop, key, home, kind, code, edition, item, moment,
                                                      name, department[0], place * 100 + turn))  # fmt: skip
        self._put("rounds", iter(rounds))
        self._put("round_inspectors", iter(leaders))
        self._put("round_packs", iter(packs_of))
        self._put("stops", iter(stops))
        self._put("findings", iter(findings))
        self._file.executemany(
            "INSERT INTO answers (stop_id, item_code, verdict, note, fixed, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
            answers,
        )
        self.walked = [(row["id"], row["institution_id"], row["started_at"]) for row in rounds]

    def _finding(
        self, round_id: bytes, stop: bytes, key: bytes, home: int, kind: str, code: str, edition: int, item: str,
        moment: int, name: str, department: bytes, offset: int,
    ) -> dict[str, Any]:  # fmt: skip
        draw = self._random.random()
        group = "appearance" if draw < 0.6 else ("conduct" if draw < 0.9 else "process")
        rare = self._random.random()
        return {
            "id": new_id().bytes, "round_id": round_id, "stop_id": stop, "employee_id": key,
            "institution_id": self.homes[home], "item_code": item, "item_group": group,
            "gravity": "serious" if rare < 0.05 else "ordinary", "found_at": moment + offset, "recorded_at": moment,
            "note": self._random.choice(NOTES), "fixed": int(rare < 0.5),
            "standing": "left_out" if rare > 0.98 else "counts", "reason": "", "round_kind": kind, "name": name,
            "department_id": department, "pack_code": code, "pack_edition": edition,
            "dispute": "pending" if 0.9 < rare < 0.905 else "none", "measures": int(0.3 < rare < 0.33),
        }  # fmt: skip

    def _slips(self) -> None:
        def rows() -> Iterator[dict[str, Any]]:
            for at in range(self._few):
                round_id, home, moment = self.walked[at % len(self.walked)]
                person = self.people[(at // len(self.walked) * 7 + at) % PEOPLE][0]
                yield {
                    "id": new_id().bytes, "number": f"CF-C-2026-{at:05d}", "state": ("issued", "approved")[at % 9 == 0],
                    "institution_id": home, "employee_id": person, "act_day": "2026-01-01", "round_id": round_id,
                    "finding_ids": "[]", "decision": "{}", "rung": 1 + at % 3, "total": 5000, "improvement": "",
                    "drafted_by": self.people[0][0], "proposed_at": moment + at, "approval_note": "",
                    "withdrawal_reason": "", "revision": 1,
                }  # fmt: skip

        self._put("slips", rows())

    def _measures(self) -> None:
        def rows() -> Iterator[dict[str, Any]]:
            for at in range(self._few):
                person, home = self.people[at % PEOPLE], self.homes[at % INSTITUTIONS]
                opened = NOW - timedelta(days=900 * (1 - at / self._few))
                state = "closed" if at < self._few * 0.97 else ("open", "reported")[at % 4 == 0]
                yield {
                    "id": new_id().bytes, "number": f"ZG-C-2026-{at:05d}", "state": state,
                    "urgency": ("ordinary", "urgent")[at % 11 == 0], "institution_id": home,
                    "department_id": self.departments[person[3]][0], "owner_id": person[0],
                    "task": f"整改要求 {at}：班前互查胸卡", "cause": "",
                    "due_on": (opened + timedelta(days=14)).date().isoformat(),
                    "opened_on": opened.date().isoformat(), "opened_at": _micros(opened), "proof": "", "revision": 1,
                }  # fmt: skip

        self._put("measures", rows())


def _micros(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000
