"""Rules tried on a period: unchanged they change nothing, changed only what they are about; nothing is written."""

from __future__ import annotations

import copy
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.penalties.case_work import MAIN, a_case
from tests.penalties.clinic import BADGE, BADGE_PLACE, BADGE_SIDE, Clinic
from tests.penalties.settling import go, points
from tests.penalties.test_free_acts import AT, phone, propose

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model import RoundKind
from qualitydesk.penalties.model import Event, EventKind
from qualitydesk.penalties.model.trial import TRIED, Trial, TrialKind, TrialPerson, TrialResult
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.rules.trial import ladder_sums, last_quarter, sums_of, with_sums
from qualitydesk.penalties.store.trial import Staff
from qualitydesk.rulebook.model import Role, Rule, Sanction
from qualitydesk.rulebook.rules import read_ladder
from qualitydesk.storage import audit
from qualitydesk.storage.base import metadata

FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)
TODAY = date(2026, 11, 21)
ITEMS = (BADGE, BADGE_SIDE, BADGE_PLACE)


def in_force(clinic: Clinic, *rules: Rule) -> dict[Rule, Mapping[str, Any]]:
    return {rule: copy.deepcopy(dict(clinic.services.trials.in_force(rule).values)) for rule in rules}


def tried(
    clinic: Clinic, rules: Mapping[Rule, Mapping[str, Any]], first: date = FIRST, last: date = LAST
) -> TrialResult:
    return clinic.services.trials.run(Trial(rules, first, last, TODAY))


def people(clinic: Clinic, result: TrialResult) -> dict[str, TrialPerson]:
    numbers = {who: number for number, who in clinic.people.items()}
    return {numbers[one.person_id]: one for one in result.people}


def sums(clinic: Clinic, result: TrialResult) -> dict[str, tuple[int, int]]:
    return {number: (one.before, one.after) for number, one in people(clinic, result).items()}


def ladder_with(clinic: Clinic, column: str, rung: int, **amounts: int) -> dict[Rule, Mapping[str, Any]]:
    (values,) = in_force(clinic, Rule.LADDER).values()
    values["columns"][column][str(rung)]["amount"].update(amounts)
    return {Rule.LADDER: values}


def many_rounds(clinic: Clinic, seed: int, rounds: int = 18) -> list[UUID]:
    """Rounds of half a year with fails drawn by chance, of both columns."""
    random, made, day = Random(seed), [], date(2026, 5, 4)
    for at in range(3):
        clinic.hire(f"N{at}", f"新员工{at}", superior="LEAD")
    for _ in range(rounds):
        kind = random.choice((RoundKind.PATROL, RoundKind.SELF_CHECK, RoundKind.QUALITY_CHECK))
        who = random.sample(("G1", "G2", "N0", "N1", "N2", "LEAD"), 3)
        fails = {number: random.sample(ITEMS, random.randint(0, 2)) for number in who}
        made.append(clinic.walk(day, fails, kind))
        day += timedelta(days=random.randint(6, 12))
    return made


@pytest.mark.parametrize("seed", [1, 2])
def test_unchanged_rules_change_nothing_and_say_what_the_proposals_say(desk: Clinic, seed: int) -> None:
    rounds = many_rounds(desk, seed)
    result = tried(desk, in_force(desk, *TRIED), date(2026, 5, 1), date(2026, 11, 21))
    assert [one for one in result.people if one.difference] == []
    assert all(line.before_sanction == line.after_sanction for one in result.people for line in one.lines)
    proposed: Counter[UUID] = Counter()
    for round_id in rounds:
        for proposal in desk.services.penalties.proposals(round_id):
            for payment in proposal.decision.payments:
                proposed[payment.person_id] += payment.amount
    assert proposed.total() > 0
    assert {one.person_id: one.before for one in result.people if one.before} == dict(proposed)


@pytest.mark.parametrize("seed", [3, 4])
def test_a_changed_rung_changes_exactly_the_lines_of_that_rung_and_all_sums_are_those_of_the_lines(
    desk: Clinic, seed: int
) -> None:
    rounds = many_rounds(desk, seed)
    result = tried(desk, ladder_with(desk, "own_checks", 3, low=33300, high=33300), date(2026, 5, 1), TODAY)
    thirds = set()
    for round_id in rounds:
        for one in desk.services.penalties.proposals(round_id):
            if one.decision.rung == 3 and one.decision.column == "own_checks":
                thirds |= {(round_id, one.employee_id, payment.person_id) for payment in one.decision.payments}
    changed = {(line.event_id, line.employee_id, one.person_id) for one in result.people for line in one.lines
               if line.difference}  # fmt: skip
    assert changed == thirds
    assert all(line.difference in (0, 13300) for one in result.people for line in one.lines)
    whole, *houses = sums_of(result)
    assert whole.difference == 13300 * len(thirds) == sum(one.difference for one in houses)
    assert (whole.before, whole.after) == (
        sum(line.before for one in result.people for line in one.lines),
        sum(line.after for one in result.people for line in one.lines),
    )


def test_a_superior_who_is_head_too_pays_once_and_each_act_of_the_team_by_itself(clinic: Clinic) -> None:
    clinic.put_under("G1", "HEAD", date(2026, 1, 1))
    clinic.put_under("G2", "HEAD", date(2026, 1, 1))
    clinic.walk(date(2026, 7, 2), {"G1": (BADGE,), "G2": (BADGE,)})
    clinic.walk(date(2026, 8, 3), {"G1": (BADGE_SIDE,), "G2": (BADGE_SIDE,)})
    result = tried(clinic, ladder_with(clinic, "own_checks", 2, ordinary=10000))
    assert sums(clinic, result) == {"G1": (5000, 10000), "G2": (5000, 10000), "HEAD": (10000, 20000)}
    roles = [(line.role, line.before) for line in people(clinic, result)["HEAD"].lines]
    assert roles == [(Role.SUPERIOR, 5000), (Role.SUPERIOR, 5000)]
    assert result.acts == 2


def test_the_look_back_tried_decides_what_counts(clinic: Clinic) -> None:
    clinic.walk(date(2025, 9, 1), {"G1": (BADGE,)})
    clinic.walk(date(2026, 2, 1), {"G2": (BADGE,)})
    clinic.walk(date(2026, 9, 10), {"G1": (BADGE,), "G2": (BADGE,)})
    (values,) = in_force(clinic, Rule.LADDER).values()
    longer = tried(clinic, {Rule.LADDER: with_sums(values, {}, 24)})
    assert sums(clinic, longer)["G1"] == (0, 5000)
    assert sums(clinic, longer)["G2"] == (5000, 5000)
    assert sums_of(longer)[0].newly == 1
    shorter = tried(clinic, {Rule.LADDER: with_sums(values, {}, 6)})
    assert sums(clinic, shorter) == {"G2": (5000, 0), "LEAD": (5000, 0), "HEAD": (5000, 0)}
    assert sums_of(shorter)[0].no_longer == 3


def test_only_acts_of_the_period_are_tried_by_their_day_in_the_zone_of_the_group(desk: Clinic) -> None:
    desk.walk(date(2026, 3, 2), {"G1": (BADGE,)})
    desk.walk(date(2026, 7, 31), {"G1": (BADGE,)}, hour=23)
    desk.walk(date(2026, 8, 1), {"G2": (BADGE,)}, hour=0)
    desk.walk(date(2026, 11, 1), {"G2": (BADGE,)}, hour=0)
    result = tried(desk, in_force(desk, Rule.LADDER))
    assert result.acts == 1
    assert tried(desk, in_force(desk, Rule.LADDER), date(2026, 7, 31), date(2026, 11, 1)).acts == 3


def test_a_withdrawn_slip_is_no_act_and_one_put_in_by_hand_or_free_is(desk: Clinic) -> None:
    go(desk, date(2026, 11, 21))
    desk.walk(date(2026, 7, 2), {"G1": (BADGE,)})
    gone = desk.propose(desk.walk(date(2026, 8, 3), {"G1": (BADGE_SIDE,)}), "G1")
    before = tried(desk, ladder_with(desk, "own_checks", 2, ordinary=10000))
    assert sums(desk, before)["G1"] == (5000, 10000)
    desk.services.penalties.withdraw(gone.id, gone.revision, "误开", desk.by)
    assert tried(desk, ladder_with(desk, "own_checks", 2, ordinary=10000)).people == ()
    free = propose(desk, phone(desk, other="另一件事"))
    result = tried(desk, in_force(desk, Rule.LADDER), AT.date(), AT.date())
    assert result.acts == 1
    total = desk.services.penalties.slip(free.id).slip.decision.total
    assert sum(one.before for one in result.people) == total
    for one in result.people:
        for line in one.lines:
            assert line.kind is TrialKind.ACT
            assert desk.services.trials.explained(result.trial, line).after


def test_cases_pay_by_the_level_tried_each_superior_once(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN, "G2": MAIN})
    proposals = clinic.services.penalties.of_event(Event(EventKind.CASE, case_id)).proposals
    told: Counter[UUID] = Counter()
    for one in proposals:
        for payment in one.decision.payments:
            told[payment.person_id] += payment.amount
    day = proposals[0].decision.act_day
    same = tried(clinic, in_force(clinic, Rule.SEVERITY), day, day)
    assert {one.person_id: one.before for one in same.people} == dict(told)
    assert all(one.difference == 0 for one in same.people)
    (values,) = in_force(clinic, Rule.SEVERITY).values()
    for level in values["levels"].values():
        level["responsible"] *= 3
        level["superior"] *= 2
    more = people(clinic, tried(clinic, {Rule.SEVERITY: values}, day, day))
    assert more["G1"].after == 3 * more["G1"].before > 0
    assert more["LEAD"].after == 2 * more["LEAD"].before > 0
    assert len(more["LEAD"].lines) == 1
    slip = clinic.services.penalties.propose_on(Event(EventKind.CASE, case_id), clinic.people["G1"], clinic.by).value
    assert sums(clinic, tried(clinic, in_force(clinic, Rule.SEVERITY), day, day)) == {
        number: (one.before, one.before) for number, one in more.items()
    }, "a slip that stands changes nothing in what is tried"
    clinic.services.penalties.withdraw(slip.id, slip.revision, "误开", clinic.by)
    assert "G1" not in sums(clinic, tried(clinic, in_force(clinic, Rule.SEVERITY), day, day))


def test_points_are_scored_anew_and_counted_as_points_only_nothing_is_paid(desk: Clinic) -> None:
    desk.hire("C1", "单明霞", "consultant", "LEAD")
    at = datetime.fromisoformat("2026-10-12T09:00:00+08:00")
    for minutes in range(3):
        points(desk, "C1", "games", at + timedelta(minutes=minutes))
    points(desk, "C1", "false_figures", at + timedelta(hours=1))
    (values,) = in_force(desk, Rule.POINTS).values()
    values["rows"]["private"]["third_employee"] = -20
    values["rows"]["integrity"]["fine"] = 30000
    result = tried(desk, {Rule.POINTS: values})
    assert sums(desk, result) == {"C1": (2000 + 2000 + 5000 + 20000, 2000 + 2000 + 20000 + 30000)}
    kinds = {line.number for line in people(desk, result)["C1"].lines}
    assert kinds == {"games", "false_figures"}
    third = next(line for line in people(desk, result)["C1"].lines if line.difference == 15000)
    found = desk.services.trials.explained(result.trial, third)
    assert "扣 5 分" in word(found.before[-1], "zh") and "扣 20 分" in word(found.after[-1], "zh")
    (settling,) = in_force(desk, Rule.SETTLEMENT).values()
    nothing = tried(desk, {Rule.SETTLEMENT: {**settling, "fine_is": "points"}})
    assert sums(desk, nothing) == {"C1": (29000, 0)}


def test_several_rules_are_tried_together(desk: Clinic) -> None:
    desk.hire("C1", "单明霞", "consultant", "LEAD")
    points(desk, "C1", "games", datetime.fromisoformat("2026-10-12T09:00:00+08:00"))
    desk.walk(date(2026, 7, 2), {"G1": (BADGE,)})
    desk.walk(date(2026, 8, 3), {"G1": (BADGE_SIDE,)})
    rules = {**in_force(desk, Rule.POINTS), **ladder_with(desk, "own_checks", 2, ordinary=10000)}
    rules[Rule.POINTS] = {**rules[Rule.POINTS], "fen_per_point": 2000}
    result = sums(desk, tried(desk, rules))
    assert (result["C1"], result["G1"]) == ((2000, 4000), (5000, 10000))


def test_a_trial_writes_nothing_anywhere(clinic: Clinic) -> None:
    many_rounds(clinic, 5, rounds=6)
    a_case(clinic, {"G1": MAIN})
    database = clinic.services.database

    def counted() -> dict[str, int]:
        with database.reading() as connection:
            names = [table.name for table in metadata.sorted_tables]
            query = "SELECT count(*) FROM {}"
            return {name: connection.exec_driver_sql(query.format(name)).scalar_one() for name in names}

    before, entries = counted(), audit.check(database).entries
    result = tried(clinic, ladder_with(clinic, "own_checks", 2, ordinary=10000), date(2026, 5, 1), TODAY)
    for one in result.people:
        clinic.services.trials.explained(result.trial, one.lines[0])
    assert counted() == before
    assert audit.check(database).entries == entries


def test_every_line_is_explained_under_either_with_its_own_sum(desk: Clinic) -> None:
    many_rounds(desk, 6)
    result = tried(desk, ladder_with(desk, "own_checks", 2, ordinary=10000), date(2026, 5, 1), TODAY)
    by_act: dict[tuple[UUID, UUID], list[int]] = defaultdict(lambda: [0, 0])
    lines = {}
    for one in result.people:
        for line in one.lines:
            by_act[line.event_id, line.employee_id][0] += line.before
            by_act[line.event_id, line.employee_id][1] += line.after
            lines[line.event_id, line.employee_id] = line
    for key, line in lines.items():
        found = desk.services.trials.explained(result.trial, line)
        totals = [next((step.values["total_fen"] for step in side if step.code == "explain.total"), 0)
                  for side in (found.before, found.after)]  # fmt: skip
        assert totals == by_act[key]
        assert "第 2 版" in word(found.after[0], "zh")


def test_the_line_of_any_day_is_the_one_the_directory_knows(clinic: Clinic) -> None:
    clinic.put_under("G1", "HEAD", date(2026, 3, 1))
    clinic.set_head("LEAD", date(2026, 6, 1))
    with clinic.services.database.reading() as connection:
        staff = Staff(connection)
    for who in clinic.people.values():
        for day in (date(2019, 1, 1), date(2020, 1, 1), date(2026, 2, 28), date(2026, 3, 1), date(2026, 6, 1), TODAY):
            known, found = clinic.services.directory.line_of(who, day), staff.line(who, day)
            assert (found.superior.id if found.superior else None, found.head.id if found.head else None) == (
                known.superior.id if known.superior else None,
                known.head.id if known.head else None,
            )


def test_the_list_and_the_paper_say_what_came_out(desk: Clinic, tmp_path: Path) -> None:
    many_rounds(desk, 7)
    result = tried(desk, ladder_with(desk, "own_checks", 2, ordinary=10000), date(2026, 5, 1), TODAY)
    path = tmp_path / "trial.xlsx"
    desk.services.trials.export(path, result, None, "zh")
    book = openpyxl.load_workbook(path)
    rows = list(book["人员"].iter_rows(min_row=2, values_only=True))
    assert round(sum(row[4] for row in rows) * 100) == sum(one.before for one in result.people)
    assert round(sum(row[6] for row in rows) * 100) == sum(one.difference for one in result.people)
    assert book["明细"].max_row - 1 == sum(len(one.lines) for one in result.people)
    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(desk.services.trials.paper(result, None, "zh"))).pages
    )
    assert "制度试算" in text and "员工违规处分办法" in text and "2026-05-01 至 2026-11-21" in text
    other = desk.services.trials.export(tmp_path / "trial.csv", result, UUID(int=7), "en")
    assert other == 0


def test_a_trial_that_cannot_be_is_refused(desk: Clinic) -> None:
    (values,) = in_force(desk, Rule.LADDER).values()
    for wrong, code in (
        (Trial({}, FIRST, LAST, TODAY), "trial_nothing"),
        (Trial({Rule.LADDER: values}, LAST, FIRST, TODAY), "trial_period_turned"),
        (Trial({Rule.LADDER: values}, FIRST, date(2027, 1, 1), TODAY), "trial_in_future"),
        (Trial({Rule.LADDER: values}, date(2020, 1, 1), LAST, TODAY), "trial_too_long"),
        (Trial({"score": {}}, FIRST, LAST, TODAY), "trial_rule"),
        (Trial({Rule.LADDER: {}}, FIRST, LAST, TODAY), "value_missing"),
    ):
        with pytest.raises(Refused) as refused:
            desk.services.trials.run(wrong)
        assert code in {one.code for one in refused.value.problems}


def test_work_is_told_step_by_step_and_can_be_stopped(desk: Clinic) -> None:
    many_rounds(desk, 8, rounds=6)
    steps: list[tuple[int, int]] = []
    trial = Trial(in_force(desk, Rule.LADDER), date(2026, 5, 1), TODAY, TODAY)
    desk.services.trials.run(trial, lambda done, total: steps.append((done, total)))
    assert [done for done, _total in steps] == list(range(steps[0][1]))

    class Stopped(Exception):  # noqa: N818 - the user's wish
        pass

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        desk.services.trials.run(trial, stop)


def test_the_last_three_whole_months_are_proposed(desk: Clinic) -> None:
    assert desk.services.trials.period() == (FIRST, LAST)
    assert last_quarter(date(2026, 1, 1)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert last_quarter(date(2028, 5, 31)) == (date(2028, 2, 1), date(2028, 4, 30))


def shipped_ladder() -> Mapping[str, Any]:
    return tomllib.loads(shipped("resources/rulebook/ladder.toml").read_text(encoding="utf-8"))["values"]


YUAN = st.integers(1, 900).map(lambda yuan: yuan * 100)


@settings(suppress_health_check=[HealthCheck.too_slow])  # says something of the machine, nothing of the rule
@given(ordinary=YUAN, serious=YUAN, third=YUAN, low=YUAN, more=YUAN, months=st.integers(1, 60))
def test_sums_typed_in_make_a_ladder_that_proposes_just_them(
    ordinary: int, serious: int, third: int, low: int, more: int, months: int
) -> None:
    values = shipped_ladder()
    assert with_sums(values, {}, 12) == values
    typed = {
        "own_checks_2_ordinary": ordinary,
        "own_checks_2_serious": serious,
        "own_checks_3_sum": third,
        "group_rounds_2_low": low,
        "group_rounds_2_high": low + more,
    }
    assert {one.key for one in ladder_sums(values)} == set(typed)
    changed = with_sums(values, typed, months)
    assert {one.key: one.fen for one in ladder_sums(changed)} in (typed, {**typed})
    rule = read_ladder(changed)
    assert rule.counting.look_back_months == months
    assert rule.columns["own_checks"][1].sanction is Sanction.FINE
    assert with_sums(changed, {one.key: one.fen for one in ladder_sums(values)}, 12) == values
