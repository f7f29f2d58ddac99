"""What is due when: pure rules of the inspection plan."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.model.calendar import (
    Due,
    DueState,
    ExceptionDraft,
    PlanException,
    PlanMark,
    Seen,
    Stretch,
    Walked,
)
from qualitydesk.inspections.rules import calendar as rules
from qualitydesk.rulebook.model import ROUND_KINDS
from qualitydesk.rulebook.model.days import ListedDay
from qualitydesk.rulebook.model.planning import Frequency, Per, PlanRule
from qualitydesk.rulebook.rules.workdays import WorkCalendar

HERE = UUID(int=1)
WEEKLY, DAILY, MONTHLY = Frequency(1, Per.WEEK), Frequency(1, Per.DAY), Frequency(1, Per.MONTH)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
FREQUENCIES = st.builds(Frequency, st.integers(1, 31), st.sampled_from(Per))


def weekday(day: date) -> bool:
    return day.isoweekday() <= 5


def rule(**kinds: Frequency) -> PlanRule:
    return PlanRule({kind: kinds.get(kind, Frequency(0, Per.MONTH)) for kind in ROUND_KINDS})


def exception(first: date, last: date | None, frequency: Frequency, kind: str = "", nth: int = 1) -> PlanException:
    return PlanException(UUID(int=9), HERE, kind, first, last, frequency, "装修停业", nth)


def owed(kind: str, first: date, last: date, *exceptions: PlanException, since: date = date(2020, 1, 1),
         rules_by_day: list[tuple[date, PlanRule]] | None = None) -> list[Due]:  # fmt: skip
    held = rules_by_day or [(date(2000, 1, 1), rule(patrol=DAILY, self_check=WEEKLY, quality_check=MONTHLY))]
    found = rules.stretches(kind, held, exceptions, [(since, None)], first, last)
    return [due for one in found for due in rules.dues(one, weekday)]


def walked(day: date, state: RoundState = RoundState.FINISHED) -> Walked:
    return Walked(UUID(int=day.toordinal()), "XJ-1", "patrol", HERE, day, state)


def plan(day: date) -> PlanMark:
    return PlanMark(UUID(int=day.toordinal()), "patrol", HERE, day)


def test_a_daily_patrol_is_owed_on_working_days_only() -> None:
    found = owed("patrol", date(2026, 11, 16), date(2026, 11, 22))
    assert [due.first.day for due in found] == [16, 17, 18, 19, 20]
    assert all((due.first, due.required) == (due.last, 1) for due in found)


def test_make_up_sundays_are_owed_and_days_off_are_not() -> None:
    """2026-09-20 is worked; 1 to 7 October 2026 are off (methods §3)."""
    off = [ListedDay(date(2026, 10, day), False, "国庆") for day in range(1, 8)]
    works = WorkCalendar.of([ListedDay(date(2026, 9, 20), True, "调休"), *off], {2026}).is_working
    days = rules.dues(Stretch(date(2026, 9, 19), date(2026, 9, 20), DAILY), works)
    assert [due.first for due in days] == [date(2026, 9, 20)]
    weeks = rules.dues(Stretch(date(2026, 9, 28), date(2026, 10, 11), WEEKLY), works)
    assert [(due.first.day, due.worked) for due in weeks] == [(28, 3), (5, 2)]
    holiday = [ListedDay(date(2026, 2, day), False, "春节") for day in range(15, 24)]
    works = WorkCalendar.of(holiday, {2026}).is_working
    assert rules.dues(Stretch(date(2026, 2, 16), date(2026, 2, 22), WEEKLY), works) == []


def test_a_new_institution_owes_its_share_of_the_first_period() -> None:
    for since, weeks in ((date(2026, 11, 18), 2), (date(2026, 11, 19), 1)):
        found = owed("self_check", date(2026, 11, 16), date(2026, 11, 29), since=since)
        assert len(found) == weeks, since
    assert owed("quality_check", date(2026, 11, 1), date(2026, 11, 30), since=date(2026, 11, 20)) == []


def test_closed_days_owe_nothing_and_a_later_exception_stands_before_an_earlier() -> None:
    closed = exception(date(2026, 11, 9), date(2026, 11, 20), Frequency(0, Per.DAY))
    found = owed("self_check", date(2026, 11, 2), date(2026, 11, 29), closed)
    assert [due.begins.day for due in found] == [2, 23]
    twice = exception(date(2026, 11, 16), None, Frequency(2, Per.WEEK), "self_check", nth=2)
    found = owed("self_check", date(2026, 11, 2), date(2026, 11, 29), closed, twice)
    assert [(due.begins.day, due.required) for due in found] == [(2, 1), (16, 2), (23, 2)]


def test_a_frequency_changed_in_the_middle_of_a_month_is_shared_by_working_days() -> None:
    """November 2026 has 21 working days, 10 before the 16th: 10/21 of 2 are 1, 11/21 of 4 are 2."""
    editions = [(date(2000, 1, 1), rule(quality_check=Frequency(2, Per.MONTH))),
                (date(2026, 11, 16), rule(quality_check=Frequency(4, Per.MONTH)))]  # fmt: skip
    found = owed("quality_check", date(2026, 11, 1), date(2026, 11, 30), rules_by_day=editions)
    assert [(due.first.day, due.last.day, due.worked, due.required) for due in found] == [
        (1, 15, 10, 1),
        (16, 30, 11, 2),
    ]
    same = [editions[0], (date(2026, 11, 16), editions[0][1])]
    found = owed("quality_check", date(2026, 11, 1), date(2026, 11, 30), rules_by_day=same)
    assert [(due.first.day, due.required) for due in found] == [(1, 2)]


def test_nothing_is_owed_before_the_first_edition_nor_while_switched_off() -> None:
    late = [(date(2026, 11, 20), rule(patrol=DAILY))]
    assert [due.first.day for due in owed("patrol", date(2026, 11, 16), date(2026, 11, 22), rules_by_day=late)] == [20]
    spans = rules.open_spans(date(2026, 1, 1), True, [(date(2026, 3, 1), False), (date(2026, 5, 1), True)])
    assert spans == [(date(2026, 1, 1), date(2026, 2, 28)), (date(2026, 5, 1), None)]
    assert rules.open_spans(date(2026, 1, 1), False, [(date(2026, 3, 1), False)]) == [spans[0]]
    assert rules.open_spans(None, True, []) == []
    assert rules.open_spans(date(2026, 4, 1), True, [(date(2026, 3, 1), False), (date(2026, 5, 1), True)]) == [spans[1]]


@given(FREQUENCIES, DAYS)
def test_a_whole_period_owes_exactly_what_the_frequency_says(frequency: Frequency, day: date) -> None:
    begins, ends = rules.period_of(day, frequency.per)
    assert begins <= day <= ends
    assert rules.period_of(ends + timedelta(days=1), frequency.per)[0] == ends + timedelta(days=1)
    found = rules.dues(Stretch(begins, ends, frequency), weekday)
    works = any(weekday(begins + timedelta(days=ahead)) for ahead in range((ends - begins).days + 1))
    assert [(due.required, due.worked) for due in found] == ([(frequency.times, found[0].whole)] if works else [])


@given(FREQUENCIES, DAYS, st.integers(0, 800))
def test_parts_never_overlap_and_never_owe_more_than_the_whole(frequency: Frequency, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = rules.dues(Stretch(first, last, frequency), weekday)
    assert all(due.last < after.first for due, after in pairwise(found))
    assert all(first <= due.first <= due.last <= last and 0 < due.required <= frequency.times for due in found)
    longer = rules.dues(Stretch(first, last + timedelta(days=30), frequency), weekday)
    assert sum(due.required for due in longer) >= sum(due.required for due in found)


@given(st.integers(1, 31), DAYS, st.integers(0, 30))
def test_two_parts_of_a_period_owe_together_what_the_whole_does_but_for_one(times: int, day: date, cut: int) -> None:
    begins, ends = rules.period_of(day, Per.MONTH)
    middle = min(ends - timedelta(days=1), begins + timedelta(days=cut))
    frequency = Frequency(times, Per.MONTH)
    parts = [(begins, middle), (middle + timedelta(days=1), ends)]
    total = sum(due.required for part in parts for due in rules.dues(Stretch(*part, frequency), weekday))
    assert abs(total - times) <= 1


@pytest.mark.parametrize(
    ("today", "done", "open_", "planned", "state"),
    [
        (18, [16], [], [], DueState.DONE),
        (18, [], [], [], DueState.DUE),
        (18, [], [17], [], DueState.UNDER_WAY),
        (18, [], [], [20], DueState.PLANNED),
        (18, [], [], [17], DueState.DUE),
        (23, [], [], [], DueState.MISSED),
        (23, [], [17], [], DueState.MISSED),
        (23, [22], [], [], DueState.DONE),
        (23, [23], [], [], DueState.MISSED),
        (14, [], [], [], DueState.AHEAD),
    ],
)
def test_the_state_of_a_week(
    today: int, done: list[int], open_: list[int], planned: list[int], state: DueState
) -> None:
    due = rules.dues(Stretch(date(2026, 11, 16), date(2026, 11, 22), WEEKLY), weekday)[0]
    rounds = [walked(date(2026, 11, day)) for day in done]
    rounds += [walked(date(2026, 11, day), RoundState.OPEN) for day in open_]
    slot = rules.judged(due, rounds, [plan(date(2026, 11, day)) for day in planned], date(2026, 11, today))
    assert slot.state is state


def test_the_first_page_counts_what_is_due_this_week_and_missed_in_thirty_days() -> None:
    today = date(2026, 11, 18)
    found = owed("self_check", date(2026, 9, 1), date(2026, 12, 31))
    slots = [rules.judged(due, [walked(date(2026, 11, 3))], [], today) for due in found]
    count = rules.counted(slots, today)
    assert (count.due, count.missed) == (1, 3)  # weeks that ended on 25 October, 1 and 15 November; 2–8 is done
    assert not rules.counted([], today)


def test_an_exception_says_everything_that_is_wrong_with_it_at_once() -> None:
    found = rules.problems_in_exception(ExceptionDraft())
    assert {one.code for one in found} == {"institution_missing", "day_missing", "reason_missing"}
    wrong = ExceptionDraft(HERE, "", date(2026, 11, 2), date(2026, 11, 1), 2, Per.WEEK, "装修")
    assert {one.code for one in rules.problems_in_exception(wrong)} == {"ends_before", "exception_of_all"}


def test_who_was_not_seen_for_long_is_told_by_department_and_post() -> None:
    today = date(2026, 11, 21)
    people = [
        Seen(UUID(int=1), "王芳", "G1", "导医", "导医台", date(2026, 11, 1)),
        Seen(UUID(int=2), "李娜", "G2", "导医", "导医台", date(2026, 10, 22)),
        Seen(UUID(int=3), "张敏", "G3", "护士", "导医台", None),
        Seen(UUID(int=4), "赵静", "G4", "护士", "护理部", today),
    ]
    by_department = rules.seen_groups(people, "department", today, 30)
    told = [(one.name, one.people, one.unseen, one.longest, one.days) for one in by_department]
    assert told == [("导医台", 3, 2, "张敏", None), ("护理部", 1, 0, "赵静", 0)]
    assert [(one.name, one.unseen) for one in rules.seen_groups(people, "post", today, 30)] == [
        ("导医", 1),
        ("护士", 1),
    ]
