"""Staff points, pure: the table of the group with its third act, midnight, sums and what follows from them."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.places import shipped
from qualitydesk.penalties.model.points import DayAct, Follows, IntegrityAct, Tally
from qualitydesk.penalties.rules.points import (
    consequences_of_integrity,
    consequences_of_people,
    consequences_of_team,
    months_running,
    score_day,
)
from qualitydesk.rulebook.rules import read_points

RULE = read_points(tomllib.loads(shipped("resources/rulebook/points.toml").read_text(encoding="utf-8"))["values"])
MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
WHO = UUID(int=7)
MONTH = date(2026, 11, 1)


def day(*acts: str) -> list[tuple[int, int]]:
    """(employee, team) of acts an hour apart, in that order."""
    made = [DayAct(UUID(int=at), act, MORNING + timedelta(hours=at), MORNING) for at, act in enumerate(acts)]
    scored = score_day(made, RULE)
    return [(scored[one.id].points, scored[one.id].team) for one in made]


@pytest.mark.parametrize(
    ("acts", "points"),
    [
        (("games",) * 3, [(-2, 0), (-2, 0), (-5, -5)]),  # domain §10: a day's total of -9
        (("games",) * 5, [(-2, 0), (-2, 0), (-5, -5), (-2, 0), (-2, 0)]),
        (("rude",) * 3, [(-5, 0), (-5, 0), (-20, -10)]),
        (("away",) * 3, [(-2, 0), (-2, 0), (-10, -5)]),
        (("late",) * 3, [(-2, 0), (-2, 0), (-10, -5)]),
        (("praise_letter",) * 3, [(10, 5), (10, 5), (10, 5)]),
        (("false_figures",), [(0, 0)]),
    ],
)
def test_the_table_of_the_group_holds(acts: tuple[str, ...], points: list[tuple[int, int]]) -> None:
    assert day(*acts) == points


def test_different_acts_of_one_row_are_counted_together() -> None:
    assert day("games", "snacks", "private_call") == [(-2, 0), (-2, 0), (-5, -5)]


def test_late_early_and_absent_are_counted_apart() -> None:
    assert day("late", "early", "absent", "late", "early") == [(-2, 0)] * 5


def test_the_order_is_that_of_the_moments_not_of_typing() -> None:
    acts = [DayAct(UUID(int=at), "away", MORNING - timedelta(hours=at), MORNING) for at in range(3)]
    scored = score_day(acts, RULE)
    assert [scored[one.id].points for one in acts] == [-10, -2, -2]


ACTS = st.lists(st.sampled_from([act for row in RULE.rows.values() for act in row.acts]), max_size=30)


@given(ACTS)
def test_each_row_has_its_measure_at_the_third_act_only(acts: list[str]) -> None:
    seen: Counter[str] = Counter()
    for act, (points, team) in zip(acts, day(*acts), strict=True):
        row = RULE.row_of(act)
        assert row is not None
        seen[row.code] += 1
        third = seen[row.code] == 3 and row.third_employee is not None
        assert points == (row.third_employee if third else row.employee)
        assert team == (row.third_team if third else row.team)


@given(ACTS)
def test_a_days_sum_is_the_base_rates_and_the_third_acts_surplus(acts: list[str]) -> None:
    rows = Counter(row.code for act in acts if (row := RULE.row_of(act)))
    wanted = sum(RULE.rows[code].employee * count for code, count in rows.items())
    for code, count in rows.items():
        row = RULE.rows[code]
        if count >= 3 and row.third_employee is not None:
            wanted += row.third_employee - row.employee
    assert sum(points for points, _ in day(*acts)) == wanted


@pytest.mark.parametrize(("minus", "hit"), [(-49, False), (-50, True), (-80, True)])
def test_fifty_points_of_a_month_cost_bonus_and_titles_as_a_proposal(minus: int, hit: bool) -> None:
    found = consequences_of_people([Tally(WHO, "张𬱖", MONTH, minus)], RULE)
    assert [one.kind for one in found] == ([Follows.BONUS_AND_TITLES] if hit else [])


def team(*months: tuple[int, int]) -> list[Follows]:
    tallies = [Tally(WHO, "咨询部", date(2026, month, 1), minus) for month, minus in months]
    return [one.kind for one in consequences_of_team(tallies, MONTH, "贺明远", RULE)]


def test_a_team_at_fifty_costs_the_allowance_and_three_months_running_a_demotion() -> None:
    assert team((11, -50)) == [Follows.ALLOWANCE]
    assert team((10, -55), (11, -50)) == [Follows.ALLOWANCE]
    assert team((9, -50), (10, -55), (11, -50)) == [Follows.ALLOWANCE, Follows.DEMOTION]
    assert team((8, -50), (9, -49), (10, -55), (11, -50)) == [Follows.ALLOWANCE]
    assert team((9, -50), (10, -55), (11, -49)) == []


@given(st.lists(st.integers(-100, 0), min_size=1, max_size=30))
def test_months_run_on_over_new_year_until_the_first_gap(sums: list[int]) -> None:
    month, by_month = MONTH, {}
    for minus in sums:
        by_month[month] = minus
        month = date(month.year - (month.month == 1), month.month - 1 or 12, 1)
    gap = next((at for at, minus in enumerate(sums) if minus > -50), len(sums))
    assert months_running(by_month, MONTH, 50) == gap


def test_falsified_figures_are_a_fine_first_and_a_dismissal_then_both_proposals() -> None:
    acts = [IntegrityAct(WHO, "张𬱖", "false_figures", "integrity", MONTH, before) for before in (0, 1)]
    assert [one.kind for one in consequences_of_integrity(acts, RULE)] == [Follows.FINE, Follows.DISMISSAL]
