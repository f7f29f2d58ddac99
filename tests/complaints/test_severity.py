"""The decision table with its boundaries, each criterion named, and what a level proposes for people."""

from __future__ import annotations

import tomllib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.complaints.model import HandlingRole, Level, SeverityDraft, SeverityFacts
from qualitydesk.complaints.rules.severity import grade, handling_for, problems_in_severity
from qualitydesk.rulebook.rules import read_severity

VALUES = tomllib.loads(shipped("resources/rulebook/severity.toml").read_text(encoding="utf-8"))["values"]
RULE = read_severity(VALUES)
WAN = 1_000_000  # ten thousand yuan in fen


@pytest.mark.parametrize(
    ("facts", "level", "criterion"),
    [
        (SeverityFacts(), Level.I, "no_loss"),
        (SeverityFacts(reputation=True), Level.I, "no_loss"),
        (SeverityFacts(refund=1), Level.II, "loss"),
        (SeverityFacts(loss=True), Level.II, "loss"),
        (SeverityFacts(refund=2 * WAN), Level.II, "loss"),  # exactly 20,000 yuan
        (SeverityFacts(refund=2 * WAN + 1), Level.III, "above_20000"),
        (SeverityFacts(refund=WAN, compensation=WAN), Level.II, "loss"),
        (SeverityFacts(refund=WAN, compensation=WAN + 1), Level.III, "above_20000"),
        (SeverityFacts(loss=True, reputation=True), Level.III, "loss_reputation"),
        (SeverityFacts(refund=1, reputation=True), Level.III, "loss_reputation"),
        (SeverityFacts(refund=5 * WAN), Level.III, "above_20000"),  # exactly 50,000 yuan
        (SeverityFacts(refund=5 * WAN + 1), Level.IV, "above_50000"),
        (SeverityFacts(compensation=1, reputation=True), Level.IV, "compensation_reputation"),
        (SeverityFacts(grave_accident=True), Level.IV, "grave_accident"),
        (SeverityFacts(death=True), Level.V, "death"),
        (SeverityFacts(refund=5 * WAN + 1, death=True, grave_accident=True), Level.V, "death"),
    ],
)
def test_the_highest_criterion_met_decides_and_is_named(facts: SeverityFacts, level: Level, criterion: str) -> None:
    found = grade(facts, RULE)
    assert (found.level, found.criterion) == (level, criterion)


def test_a_grave_accident_without_death_offers_the_fifth_level_beside_the_fourth() -> None:
    assert grade(SeverityFacts(grave_accident=True), RULE).offered == (Level.V,)
    assert grade(SeverityFacts(grave_accident=True, death=True), RULE).offered == ()


sums = st.integers(0, 10 * WAN)


@given(st.builds(SeverityFacts, sums, sums, st.booleans(), st.booleans(), st.booleans(), st.booleans()), sums)
def test_more_money_or_more_harm_never_lowers_the_level(facts: SeverityFacts, more: int) -> None:
    here = grade(facts, RULE).level
    for worse in (
        SeverityFacts(facts.refund + more, *list(vars(facts).values())[1:]),
        SeverityFacts(facts.refund, facts.compensation, True, facts.reputation, facts.grave_accident, facts.death),
        SeverityFacts(facts.refund, facts.compensation, facts.loss, True, facts.grave_accident, facts.death),
        SeverityFacts(facts.refund, facts.compensation, facts.loss, facts.reputation, True, facts.death),
    ):
        assert grade(worse, RULE).level >= here


def test_another_level_than_the_proposed_needs_a_reason() -> None:
    graded = grade(SeverityFacts(), RULE)
    assert [one.code for one in problems_in_severity(SeverityDraft(level=Level.II), graded)] == ["reason_missing"]
    assert problems_in_severity(SeverityDraft(level=Level.II, reason="影响较大"), graded) == []
    assert problems_in_severity(SeverityDraft(level=Level.I), graded) == []


A, B, BOSS, OTHER, HEAD = (UUID(int=n) for n in range(1, 6))


def test_each_responsible_pays_the_fine_of_the_level_and_each_superior_once() -> None:
    found = handling_for(Level.II, [(A, (BOSS, None)), (B, (BOSS, HEAD))], RULE)
    assert [(one.employee_id, one.role, one.fine) for one in found] == [
        (A, HandlingRole.RESPONSIBLE, 20_000),
        (B, HandlingRole.RESPONSIBLE, 20_000),
        (BOSS, HandlingRole.SUPERIOR, 40_000),
        (HEAD, HandlingRole.HEAD, 40_000),
    ]
    assert [one.sanction for one in found] == ["minor_demerit", "minor_demerit", "fine", "fine"]
    assert [(one.because, one.also) for one in found[2:]] == [(A, (B,)), (B, ())]


def test_without_a_level_the_low_end_of_the_range_is_proposed_and_superiors_pay_nothing() -> None:
    found = handling_for(None, [(A, (BOSS, HEAD))], RULE)
    assert [(one.employee_id, one.fine, one.sanction) for one in found] == [(A, 20_000, "fine")]
    assert (RULE.no_level, RULE.may_leave_out) == ((20_000, 50_000), 1)
    older = {name: value for name, value in VALUES.items() if name not in ("no_level", "may_leave_out")}
    assert read_severity(older) == RULE


def test_superior_and_head_in_one_person_and_one_who_heads_herself_are_named_once() -> None:
    found = handling_for(Level.I, [(A, (BOSS, BOSS)), (B, (BOSS, B))], RULE)
    assert [(one.employee_id, one.fine) for one in found] == [(A, 5_000), (B, 5_000), (BOSS, 10_000)]


def test_a_superior_who_is_responsible_too_pays_the_higher_single_fine() -> None:
    for pairs in ([(A, (BOSS, None)), (BOSS, (OTHER, None))], [(BOSS, (OTHER, None)), (A, (None, BOSS))]):
        found = {one.employee_id: (one.role, one.fine) for one in handling_for(Level.V, pairs, RULE)}
        assert found == {
            A: (HandlingRole.RESPONSIBLE, 100_000),
            BOSS: (HandlingRole.RESPONSIBLE, 200_000),
            OTHER: (HandlingRole.SUPERIOR, 200_000),
        }


def test_a_table_that_leaves_a_case_without_a_level_does_not_hold() -> None:
    criteria = {code: row for code, row in VALUES["criteria"].items() if code != "no_loss"}
    with pytest.raises(Refused) as told:
        read_severity({**VALUES, "criteria": criteria})
    assert [one.code for one in told.value.problems] == ["severity_no_last_row"]


PEOPLE = [UUID(int=n) for n in range(1, 7)]
LINES = st.tuples(*(st.none() | st.sampled_from(PEOPLE) for _ in range(2)))


@given(
    level=st.sampled_from(Level),
    pairs=st.lists(st.tuples(st.sampled_from(PEOPLE), LINES), min_size=1, max_size=5, unique_by=lambda one: one[0]),
)
def test_nobody_is_proposed_twice_in_a_case_whoever_stands_above_whom(
    level: Level, pairs: list[tuple[UUID, tuple[UUID | None, UUID | None]]]
) -> None:
    row = RULE.levels[level]
    found = {one.employee_id: one for one in handling_for(level, pairs, RULE)}
    assert len(found) == len(handling_for(level, pairs, RULE))
    responsible = {one for one, _ in pairs}
    above = {one for who, line in pairs for one in line if one is not None and one != who}
    assert found.keys() == responsible | above
    for employee_id, one in found.items():
        answers, leads = employee_id in responsible, employee_id in above
        assert one.fine == (max(row.responsible, row.superior) if answers and leads else
                            row.responsible if answers else row.superior)  # fmt: skip
        assert (one.role is HandlingRole.RESPONSIBLE) == answers
    again = {one.employee_id: one.fine for one in handling_for(level, pairs[::-1], RULE)}
    assert again == {
        employee_id: one.fine for employee_id, one in found.items()
    }  # whatever the order they are named in
