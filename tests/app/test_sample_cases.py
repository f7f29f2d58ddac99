"""What a scribe writes down of whole cases is what the verbs write, row by row; and two years of it hold together."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table, select

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.sample.case_plan import PlannedCase, Twist, plan_cases
from qualitydesk.app.sample.cases import Cases
from qualitydesk.app.sample.customers import Customers
from qualitydesk.app.sample.people import Staffed, Staffing
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, local_day
from qualitydesk.complaints.model import CaseFilter, Lane, Leave, Level, MoneyKind, Stage, Step
from qualitydesk.complaints.rules.clocks import next_due
from qualitydesk.complaints.rules.needs import standing_of
from qualitydesk.complaints.rules.statistics import month_after, month_of, month_sheet
from qualitydesk.complaints.rules.steps import missing
from qualitydesk.complaints.store import tables
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_severity, read_steps
from qualitydesk.storage import audit
from qualitydesk.storage.search import search_texts

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
HANGING = [
    one
    for name, one in vars(tables).items()
    if isinstance(one, Table) and "case_id" in one.c and name != "case_list_rows"  # of imports
]


def founded(folder: Path) -> tuple[Services, Staffed]:
    """A group with its people and some customers, no complaint yet."""
    services = open_services(default_url(folder), folder, clock=FixedClock(NOW))
    clock = FixedClock(NOW - timedelta(days=900))
    past = Services(services.database, services.files, clock)
    with past.database.transaction():
        past.rulebook.adopt_shipped(By.alone(None))
        past.standards.adopt_shipped(By.alone(None))
        past.calendar.adopt_shipped(By.alone(None))
        made = Staffing(past, Random(1), "zh", local_day(NOW)).staff()
    Customers(past, clock, Random(2), made, "zh", NOW).fill(40)
    return services, made


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Services, Staffed]]:
    """The same group twice: one for the verbs, one for the scribe."""
    first, second = tmp_path_factory.mktemp("verbs"), tmp_path_factory.mktemp("scribe")
    services, made = founded(first)
    services.close()
    shutil.copytree(first, second, dirs_exist_ok=True)
    opened = [open_services(default_url(one), one, clock=FixedClock(NOW)) for one in (first, second)]
    yield opened[0], opened[1], made
    for one in opened:
        one.close()


def plan(random: Random, services: Services) -> list[PlannedCase]:
    """Small enough for the verbs: every step and every twist once at least."""
    found = plan_cases(random, NOW, 300, 44, services.calendar.work_calendar())
    again = [one for one in found if one.goal is None and one.twist is Twist.PLAIN][1]
    found[found.index(again)] = replace(again, twist=Twist.AGAIN)
    assert {one.twist for one in found} == set(Twist) and {one.goal for one in found} == {*Step, None}
    return found


def told(services: Services, made: Staffed, *, verbs: bool) -> None:
    clock = FixedClock(NOW)
    past = Services(services.database, services.files, clock)
    random = Random(10)
    cases = Cases(past, clock, random, made, "zh", NOW)
    if verbs:
        with past.complaints.together():
            cases.tell(plan(random, past), past.complaints)
    else:
        with past.complaints.recording("sample_cases", "", made.by, {}) as scribe:
            cases.tell(plan(random, past), scribe)


def rows_of(services: Services) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of cases, made ids as words: the case's number, a row's place among its own."""
    found: dict[str, list[dict[str, Any]]] = {}
    with services.database.reading() as connection:
        heads = connection.execute(select(tables.cases).order_by(tables.cases.c.sort_number)).all()
        words: dict[Any, str] = {row.id: row.number for row in heads}
        for table in HANGING:
            raw = [dict(row._mapping) for row in connection.execute(select(table))]
            raw.sort(key=lambda row: (words[row["case_id"]], *(str(row.get(name)) for name in ORDER)))
            for at, row in enumerate(raw):
                for name in ("id", "measure_id"):
                    if row.get(name) is not None:
                        words[row[name]] = f"{table.name} {at}"
            found[table.name] = raw
        found["cases"] = [dict(row._mapping) for row in heads]
        signs = connection.execute(select(search_texts.c.subject_id, search_texts.c.signs))
        found["search"] = sorted(
            ({"case": words[row.subject_id], "signs": row.signs} for row in signs if row.subject_id in words),
            key=lambda row: row["case"],
        )
    return {name: [worded(row, words) for row in rows] for name, rows in found.items()}


NOT_WRITTEN = ("case_files", "case_month_reviews", "case_reminders")
"""A scribe takes no files; what was reviewed and what somebody was reminded of belongs to no case's course."""
ORDER = ("place", "position", "code", "run", "recorded_at", "written_at", "at", "kind", "requested_at", "employee_id")


def worded(value: Any, words: dict[Any, str]) -> Any:
    if isinstance(value, dict):
        return {name: worded(one, words) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [worded(one, words) for one in value]
    if isinstance(value, UUID):
        return words.get(value, value)
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return words.get(UUID(value), value)
    return value


def test_a_scribe_leaves_the_very_rows_that_the_verbs_leave(two: tuple[Services, Services, Staffed]) -> None:
    by_verbs, by_scribe, made = two
    told(by_verbs, made, verbs=True)
    told(by_scribe, made, verbs=False)
    wanted, found = rows_of(by_verbs), rows_of(by_scribe)
    assert wanted.keys() == found.keys()
    for table, rows in wanted.items():
        if table not in NOT_WRITTEN:
            assert rows, table
        assert len(rows) == len(found[table]), table
        for one, other in zip(rows, found[table], strict=True):
            assert one == other, table
    assert by_scribe.members.count() == by_verbs.members.count()
    for services in (by_verbs, by_scribe):
        assert audit.check(services.database).broken_at is None


def test_readers_and_verbs_go_on_from_what_a_scribe_wrote(two: tuple[Services, Services, Staffed]) -> None:
    by_verbs, by_scribe, made = two
    mine, theirs = (one.complaints.lines(CaseFilter(merged=True), limit=None) for one in (by_scribe, by_verbs))
    assert [one.number for one in mine] == [one.number for one in theirs]
    for one, other in zip(mine, theirs, strict=True):
        page, wanted = by_scribe.complaints.case(one.id), by_verbs.complaints.case(other.id)
        assert [one.how for one in page.moves] == [one.how for one in wanted.moves]
        assert page.missing == wanted.missing and len(page.earlier) == len(wanted.earlier)
        assert by_scribe.complaints.clocks(one.id) == by_verbs.complaints.clocks(other.id)
    accepted = next(one for one in mine if one.step is Step.ACCEPTED)
    handler = next(iter(made.supervisors.values()))
    by_scribe.complaints.accept(accepted.id, accepted.revision, handler, made.by)
    assert by_scribe.complaints.case(accepted.id).course.step is Step.INVESTIGATED


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Staffed]]:
    """Two years of complaints of a group, without its rounds."""
    services, made = founded(tmp_path_factory.mktemp("years"))
    clock = FixedClock(NOW)
    past = Services(services.database, services.files, clock)
    Cases(past, clock, Random(5), made, "zh", NOW).fill(730, 1500)
    yield services, made
    services.close()


def test_two_years_add_up_month_by_month(years: tuple[Services, Staffed]) -> None:
    rows = list(years[0].complaints.statistics(NOW))
    first, carried, shares = date(2024, 11, 1), 0, []
    while first <= date(2026, 11, 1):
        sheet = month_sheet(rows, month_of(first, "Asia/Shanghai"), NOW, "Asia/Shanghai")
        total = sheet.total
        assert total.brought == carried, first
        assert total.brought + total.new + total.reopened - total.closed == total.carried, first
        for parts in (sheet.institutions, sheet.levels, sheet.channels):
            assert sum((one.tally.carried for one in parts), 0) == total.carried
        carried, first = total.carried, month_after(first)
        shares.append((total.on_time.kept, total.on_time.counted))
    standing = [one for one in rows if one.closed_at is None]
    assert carried == len(standing)
    kept, counted = (sum(one) for one in zip(*shares, strict=True))
    assert 0.88 < kept / counted < 0.96


def test_two_years_look_like_those_of_such_a_group(years: tuple[Services, Staffed]) -> None:
    services, _made = years
    lines = services.complaints.lines(CaseFilter(merged=True), limit=None)
    assert 1500 <= len(lines) <= 1520
    board = {one.lane: one.count for one in services.complaints.board()}
    assert all(board.values()) and 30 <= sum(board.values()) - board[Lane.DONE] <= 70
    levels = Counter(one.level for one in lines)
    assert sum(levels[one] for one in (Level.I, Level.II, Level.III)) > 0.93 * len(lines) and levels[Level.V] == 1
    days = Counter(local_day(one.received_at) for one in lines)
    feast = [date(2026, 2, 15) + timedelta(days=at) for at in range(9)]
    before = [date(2026, 1, 12) + timedelta(days=at) for at in range(9)]
    assert 3 * sum(days[day] for day in feast) < sum(days[day] for day in before)
    assert len({one.narrative for one in lines}) > 700
    assert 10 <= sum(one.reopened > 0 for one in lines) <= 30
    assert {bool(one.merged_into) for one in lines} == {one.paused for one in lines} == {True, False}
    assert any(one.overdue(NOW) for one in lines) and any(one.flagged for one in lines)
    runs: dict[str, list[int]] = {}
    for line in sorted(lines, key=lambda one: one.sort_number):
        runs.setdefault(line.sort_number[:12], []).append(int(line.sort_number[12:]))
    assert all(run == list(range(1, len(run) + 1)) for run in runs.values())
    assert audit.check(services.database).broken_at is None


def test_every_step_of_the_years_had_what_it_needs_and_its_clocks_are_what_lists_show(
    years: tuple[Services, Staffed],
) -> None:
    services, made = years
    complaints = services.complaints
    severity = read_severity(services.rulebook.edition_on(Rule.SEVERITY, local_day(NOW)).values)
    steps = read_steps(services.rulebook.edition_on(Rule.STEPS, local_day(NOW)).values)
    lines = complaints.lines(CaseFilter(merged=True), limit=None, sort="number")
    for line in [*lines[::23], *(one for one in lines if one.reopened or one.stage is not Stage.DONE)]:
        page = complaints.case(line.id)
        standing = standing_of(page, severity)
        for visit in page.course.visits:
            if visit.how is Leave.NEXT and not (line.reopened and visit.step is Step.FORMALITIES):
                assert missing(visit.step, standing, steps) == [], (line.number, visit.step)
            if visit.how is Leave.NEXT and visit.step is Step.APPROVED:
                assert visit.left_by in (made.cs_director, *made.heads.values())
        assert all(
            one.left_at == two.entered_at or (one.left_at and line.reopened)
            for one, two in pairwise(page.course.visits)
        )
        clocks = complaints.clocks(line.id)
        nearest = next_due(clocks)
        assert line.next_due_at == (nearest.due_at if nearest else None)
        assert line.next_clock == (nearest.rule.code if nearest else "")
        assert line.refund == sum(
            one.amount for one in page.payments if one.kind is MoneyKind.REFUND and one.approved_at
        )
        assert [one.at for one in page.timeline] == sorted(one.at for one in page.timeline)
