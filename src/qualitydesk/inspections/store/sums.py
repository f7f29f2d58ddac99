"""What was inspected and what failed, summed by month and by week: kept in step with the answers that hold.

One place writes it: whatever changes the answers of a finished round, or whether a finding stands, does so within
`follow`, which counts the round before and after and books the difference. `rebuilt` counts everything anew.

An answer counts in the month and week of its own day, as its finding does. Not applicable counts nothing; an answer
whose finding was disputed successfully did not fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Column, Connection, Integer, Row, Table, delete, insert, select

from qualitydesk.basics.clock import local_day
from qualitydesk.inspections.model import RoundState, Standing, Verdict
from qualitydesk.inspections.store.corrections import corrections, given_from
from qualitydesk.inspections.store.tables import answers, findings, rounds, stops
from qualitydesk.storage.base import Day, Id, Word, metadata
from qualitydesk.storage.upserts import insert_or

MONTH, WEEK = "month", "week"
ALL = ""
"""Stands for all kinds of rounds together."""
NOWHERE = UUID(int=0)
"""Stands for "no department" in the key: places, and people without one."""

answer_sums = Table(
    "answer_sums",
    metadata,
    Column("span", Word(5), primary_key=True),
    Column("kind", Word(20), primary_key=True),  # of round; `ALL`: every kind together, half as many rows
    Column("first", Day, primary_key=True),  # of the month, or its Monday
    Column("item_code", Word(40), primary_key=True),
    Column("department", Word(40), primary_key=True),  # its name on the day: departments of one name are read together
    Column("department_id", Id, primary_key=True),
    Column("institution_id", Id, primary_key=True),
    Column("inspected", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    sqlite_with_rowid=False,  # the key is the table: a span is read from one stretch of the file
)


class Cell(NamedTuple):
    """The key of a sum."""

    span: str
    kind: str
    first: date
    item_code: str
    department: str
    department_id: UUID
    institution_id: UUID


Sums = dict[Cell, tuple[int, int]]
"""Inspected and failed by cell."""


@contextmanager
def follow(connection: Connection, round_id: UUID) -> Iterator[None]:
    """Whatever the block changes of a round, its sums follow."""
    before = counted(connection, round_id)
    yield
    after = counted(connection, round_id)
    zero = (0, 0)
    changed = {
        cell: (
            after.get(cell, zero)[0] - before.get(cell, zero)[0],
            after.get(cell, zero)[1] - before.get(cell, zero)[1],
        )
        for cell in before.keys() | after.keys()
        if before.get(cell) != after.get(cell)
    }
    if changed:
        _book(connection, changed)


def rebuilt(connection: Connection) -> int:
    """Count every finished round anew in place of what stands there; gives the number of cells."""
    connection.execute(delete(answer_sums))
    found = counted(connection)
    rows = [{**cell._asdict(), "inspected": ins, "failed": bad} for cell, (ins, bad) in sorted(found.items())]
    for at in range(0, len(rows), 20_000):
        connection.execute(insert(answer_sums), rows[at : at + 20_000])
    return len(rows)


def counted(connection: Connection, round_id: UUID | None = None) -> Sums:
    """The sums of a finished round, or of all, from the answers that hold; empty for a round that is not finished."""
    overruled = _overruled(connection, round_id)
    upheld = _upheld(connection, round_id)
    inspected: Counter[Cell] = Counter()
    failed: Counter[Cell] = Counter()

    def count(row: Row[Any], verdict: str | None, at: datetime) -> None:
        if verdict is None or verdict == Verdict.NOT_APPLICABLE:
            return
        bad = verdict == Verdict.FAIL and (row.stop_id, row.item_code) not in upheld
        for span, first in firsts_of(local_day(at)):
            for kind in (ALL, row.kind):
                cell = Cell(
                    span, kind, first, row.item_code, row.department, row.department_id or NOWHERE, row.institution_id
                )
                inspected[cell] += 1
                if bad:
                    failed[cell] += 1

    given = _walked(answers.c.stop_id, answers.c.item_code, answers.c.verdict, answers.c.answered_at).join_from(
        stops, answers, answers.c.stop_id == stops.c.id
    )
    for row in connection.execute(_of(given, round_id)):
        verdict = overruled.pop((row.stop_id, row.item_code), row.verdict)
        count(row, verdict, row.answered_at)
    if overruled:  # answers never given on the round: of the moment it ended
        there = _of(_walked(corrections.c.stop_id, corrections.c.item_code, rounds.c.finished_at).join_from(
            stops, corrections, corrections.c.stop_id == stops.c.id
        ), round_id)  # fmt: skip
        for row in connection.execute(there):
            if (row.stop_id, row.item_code) in overruled:
                count(row, overruled.pop((row.stop_id, row.item_code)), row.finished_at)
    return {cell: (number, failed[cell]) for cell, number in inspected.items()}


@lru_cache(4096)
def firsts_of(day: date) -> tuple[tuple[str, date], ...]:
    """The month and the week a day lies in, each by its first day."""
    return (MONTH, day.replace(day=1)), (WEEK, day - timedelta(days=day.weekday()))


def _walked(*columns: Any) -> Any:
    return (
        select(*columns, stops.c.department, stops.c.department_id, rounds.c.institution_id, rounds.c.kind)
        .select_from(stops)
        .join(rounds, rounds.c.id == stops.c.round_id)
        .where(rounds.c.state == RoundState.FINISHED)
    )


def _of(query: Any, round_id: UUID | None) -> Any:
    return query if round_id is None else query.where(rounds.c.id == round_id)


def _overruled(connection: Connection, round_id: UUID | None) -> dict[tuple[UUID, str], str | None]:
    """The verdicts of answers given anew, by stop and item: the last correction holds."""
    query = select(corrections.c.stop_id, corrections.c.item_code, corrections.c.given).order_by(corrections.c.position)
    if round_id is not None:
        query = query.where(corrections.c.round_id == round_id)
    found: dict[tuple[UUID, str], str | None] = {}
    for row in connection.execute(query):
        given = given_from(row.given)
        found[row.stop_id, row.item_code] = given.verdict if given is not None else None
    return found


def _upheld(connection: Connection, round_id: UUID | None) -> set[tuple[UUID, str]]:
    """Stops and items whose finding was disputed successfully."""
    query = select(findings.c.stop_id, findings.c.item_code).where(findings.c.standing == Standing.DISPUTED)
    if round_id is not None:
        query = query.where(findings.c.round_id == round_id)
    return {(row.stop_id, row.item_code) for row in connection.execute(query)}


def _book(connection: Connection, changed: Sums) -> None:
    sums = answer_sums.c
    keys = [column.name for column in answer_sums.primary_key.columns]
    adding = insert_or(connection, answer_sums)
    adding = adding.on_conflict_do_update(
        index_elements=keys,
        set_={
            "inspected": sums.inspected + adding.excluded.inspected,
            "failed": sums.failed + adding.excluded.failed,
        },
    )
    connection.execute(
        adding, [{**cell._asdict(), "inspected": ins, "failed": bad} for cell, (ins, bad) in sorted(changed.items())]
    )
    for cell in (one for one, (number, _bad) in changed.items() if number < 0):  # what counts nothing any more
        connection.execute(
            delete(answer_sums).where(
                sums.inspected == 0, *(sums[name] == value for name, value in cell._asdict().items())
            )
        )


def of_people(connection: Connection, since: datetime, until: datetime) -> dict[UUID, tuple[int, int]]:
    """Inspected and failed of each person between two moments, by the same rules as the sums."""
    overruled, upheld = _overruled(connection, None), _upheld(connection, None)
    inspected: Counter[UUID] = Counter()
    failed: Counter[UUID] = Counter()

    def count(row: Row[Any], verdict: str | None, at: datetime) -> None:
        if verdict is None or verdict == Verdict.NOT_APPLICABLE or not since <= at < until:
            return
        inspected[row.employee_id] += 1
        failed[row.employee_id] += verdict == Verdict.FAIL and (row.stop_id, row.item_code) not in upheld

    inside = (stops.c.employee_id.is_not(None), rounds.c.finished_at >= since, rounds.c.started_at < until)
    given = _walked(
        stops.c.employee_id, answers.c.stop_id, answers.c.item_code, answers.c.verdict, answers.c.answered_at
    ).join_from(stops, answers, answers.c.stop_id == stops.c.id)
    for row in connection.execute(given.where(*inside)):
        count(row, overruled.pop((row.stop_id, row.item_code), row.verdict), row.answered_at)
    if overruled:  # answers never given on the round: of the moment it ended
        there = _walked(
            stops.c.employee_id, corrections.c.stop_id, corrections.c.item_code, rounds.c.finished_at
        ).join_from(stops, corrections, corrections.c.stop_id == stops.c.id)
        for row in connection.execute(there.where(*inside)):
            if (row.stop_id, row.item_code) in overruled:
                count(row, overruled.pop((row.stop_id, row.item_code)), row.finished_at)
    return {who: (number, failed[who]) for who, number in inspected.items()}
