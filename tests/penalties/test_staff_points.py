"""Staff points in the database: entered, corrected, withdrawn, summed; points or ladder, never both."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model.points import Follows, PointsDraft, PointsFilter, PointsLine, PointsState

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
DAY, MONTH = date(2026, 11, 20), date(2026, 11, 1)


@pytest.fixture
def team(clinic: Clinic) -> Clinic:
    """With two consultants on the scheme."""
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    clinic.hire("C2", "周若彤", "consultant", "LEAD")
    return clinic


def enter(team: Clinic, number: str, act: str, at: datetime = NOON, **more: str) -> PointsLine:
    draft = PointsDraft(team.people[number], act, at, **more)
    return team.services.points.enter(draft, team.by).value


def lines(team: Clinic) -> list[tuple[str, int, int, PointsState]]:
    found = team.services.points.lines(PointsFilter(month=MONTH))
    return [(one.act, one.points, one.team_points, one.state) for one in reversed(found)]


def problem_of(refused: Refused) -> str:
    return refused.problems[0].code


def test_the_third_act_of_a_day_has_its_own_measure_and_midnight_begins_anew(team: Clinic) -> None:
    for hour in range(4):
        enter(team, "C1", "games", NOON + timedelta(minutes=hour))
    enter(team, "C1", "games", datetime(2026, 11, 20, 16, 30, tzinfo=UTC))  # half past midnight in Shanghai
    assert [points for _, points, _, _ in lines(team)] == [-2, -2, -5, -2, -2]
    found = team.services.points.month(MONTH)
    (person,), (department,) = found.people, found.teams
    assert (person.minus, person.plus, person.acts) == (-13, 0, 5)
    assert (department.minus, department.manager) == (-5, "欧阳䶮")


def test_an_act_typed_later_but_done_earlier_moves_the_third_one(team: Clinic) -> None:
    third = [enter(team, "C1", "away", NOON + timedelta(hours=hour)) for hour in (1, 2)][-1]
    enter(team, "C1", "away", NOON)
    assert team.services.points.line(third.id).points == -10


def test_a_withdrawn_act_stays_with_its_reason_and_the_day_is_counted_anew(team: Clinic) -> None:
    first = enter(team, "C1", "late", NOON)
    for minutes in (1, 2):
        enter(team, "C1", "late", NOON + timedelta(minutes=minutes))
    assert team.services.points.month(MONTH).people[0].minus == -14
    team.services.points.withdraw(first.id, first.revision, "打卡机故障", team.by)
    assert lines(team)[0][3] is PointsState.WITHDRAWN
    assert team.services.points.month(MONTH).people[0].minus == -4
    assert team.services.points.month(MONTH).teams == ()
    assert team.services.points.line(first.id).reason == "打卡机故障"
    with pytest.raises(Refused, match="points_not_standing"):
        team.services.points.withdraw(first.id, first.revision + 1, "再撤一次", team.by)


def test_a_correction_keeps_the_first_entry_and_says_why(team: Clinic) -> None:
    wrong = enter(team, "C1", "games")
    draft = PointsDraft(team.people["C2"], "rude", NOON, "顶撞顾客")
    fresh = team.services.points.correct(wrong.id, wrong.revision, draft, "认错人", team.by).value
    assert (fresh.employee_number, fresh.points) == ("C2", -5)
    old = team.services.points.line(wrong.id)
    assert (old.state, old.reason, old.points) == (PointsState.CORRECTED, "认错人", -2)
    people = team.services.points.month(MONTH).people
    assert [(one.number, one.minus) for one in people] == [("C2", -5)]


def test_a_correction_of_another_day_counts_both_days_anew(team: Clinic) -> None:
    entries = [enter(team, "C1", "late", NOON + timedelta(minutes=minutes)) for minutes in range(3)]
    draft = PointsDraft(team.people["C1"], "late", NOON - timedelta(days=1))
    team.services.points.correct(entries[0].id, entries[0].revision, draft, "日期记错", team.by)
    assert team.services.points.line(entries[2].id).points == -2
    assert team.services.points.month(MONTH).people[0].minus == -6


def test_for_one_act_points_or_ladder_never_both(team: Clinic) -> None:
    slip = team.sanction(DAY, "C1", BADGE)
    with pytest.raises(Refused) as refused:
        enter(team, "C1", "games")
    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.values["number"]) == ("other_act", "points_or_ladder", slip.number)
    assert enter(team, "C1", "games", other_act="下午在前台玩手机，与胸卡无关").points == -2
    assert enter(team, "C1", "praise_letter").points == 10  # praise punishes nobody
    assert enter(team, "C2", "games").points == -2


def test_only_those_on_the_scheme_and_nobody_for_herself(team: Clinic) -> None:
    for number, code in (("G1", "points_not_on_scheme"),):
        with pytest.raises(Refused) as refused:
            enter(team, number, "games")
        assert problem_of(refused.value) == code
    with pytest.raises(Refused) as refused:
        draft = PointsDraft(team.people["ME"], "games", NOON)
        team.services.points.enter(draft, team.by)
    assert problem_of(refused.value) == "points_on_oneself"
    assert {one.number for one in team.services.points.offer().people} == {"C1", "C2"}


def test_a_draft_is_refused_beside_its_fields(team: Clinic) -> None:
    with pytest.raises(Refused) as refused:
        team.services.points.enter(PointsDraft(at=team.clock.now() + timedelta(hours=1)), team.by)
    assert {one.field: one.code for one in refused.value.problems} == {
        "employee_id": "points_person_missing",
        "act": "points_act_missing",
        "at": "points_in_future",
    }


def test_fifty_points_propose_and_explain(team: Clinic) -> None:
    for day in range(1, 6):
        for minutes in range(2):
            enter(team, "C1", "rude", datetime(2026, 11, day, 2, minutes, tzinfo=UTC))
    enter(team, "C1", "praise_banner")
    (found,) = team.services.points.month(MONTH).follows
    assert found.kind is Follows.BONUS_AND_TITLES
    assert found.explanation[0].values["minus"] == 50


def test_the_list_is_filtered_and_exported_with_its_sums(team: Clinic, tmp_path: Path) -> None:
    enter(team, "C1", "games")
    enter(team, "C2", "praise_letter")
    points = team.services.points
    assert [one.employee for one in points.lines(PointsFilter(text="单"))] == ["单明霞"]
    assert points.export(tmp_path / "p.xlsx", PointsFilter(month=MONTH), "zh") == 5
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    assert book.sheetnames == ["积分记录", "员工月度积分", "团队月度积分"]
    assert [row[8].value for row in list(book["员工月度积分"].rows)[1:]] == [-20, 100]
    points.export(tmp_path / "p.csv", PointsFilter(month=MONTH), "en")
    with (tmp_path / "p.csv").open(encoding="utf-8-sig") as file:
        assert sorted(row["Points"] for row in csv.DictReader(file)) == ["-2", "10"]
