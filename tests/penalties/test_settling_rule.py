"""The settlement, pure: caps by the vectors, nothing lost between months, what is final, what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors.deductions import DEDUCTIONS

from qualitydesk.penalties.model.settlement import Cause, Claim, Gate, Kind, SettlementLine, SlipClaim, Wage
from qualitydesk.penalties.rules.settling import Final, deductible, lines_for, missing_for, settleable
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.rewarding import FineIs, SettlementRule

RULE = SettlementRule(FineIs.MONEY, 20, True, ("gm",), "员工奖惩制度")
EDITION = Edition(
    UUID(int=1),
    "settlement",
    1,
    date(2026, 1, 1),
    {},
    {},
    (),
    datetime(2026, 1, 1, tzinfo=UTC),
    adopted_on=date(2026, 1, 5),
    notified_on=date(2026, 1, 10),
)
OPEN = Gate(EDITION, RULE)
SHUT = Gate(EDITION, RULE, ("notice",))
POINTS = Gate(EDITION, replace(RULE, fine_is=FineIs.POINTS))
WHO = UUID(int=7)
UNTIL = date(2026, 10, 31)


def claim(owed: int, *, key: str = "slip:1", cause: Cause = Cause.SLIP, day: int = 1, **past: int) -> Claim:
    return Claim(
        key,
        cause,
        WHO,
        "G1",
        "张𬱖",
        UUID(int=2),
        "北京和颐医院",
        key,
        "employee",
        date(2026, 10, day),
        owed,
        past.get("taken", 0),
        past.get("waived", 0),
        bool(past),
    )


def one(made: Claim, gate: Gate = OPEN, wage: Wage | None = None) -> SettlementLine:
    (line,) = lines_for([made], {WHO: wage} if wage else {}, gate)
    return line


@pytest.mark.parametrize(("wage", "minimum", "loss", "taken"), DEDUCTIONS)
def test_the_caps_are_those_of_the_vectors(wage: int, minimum: int, loss: int, taken: int) -> None:
    assert deductible(loss, Wage(wage, minimum), RULE) == taken
    line = one(claim(-loss), wage=Wage(wage, minimum))
    assert (line.taken, line.carried, line.capped) == (-taken, taken - loss, True)


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.none() | st.integers(0, 10**8))
def test_a_cap_never_takes_more_than_a_fifth_nor_leaves_less_than_the_minimum(
    due: int, wage: int, minimum: int | None
) -> None:
    taken = deductible(due, Wage(wage, minimum), RULE)
    assert 0 <= taken <= due and taken * 5 <= wage
    assert minimum is None or taken == 0 or wage - taken >= minimum


@given(st.lists(st.integers(1, 50_000), min_size=1, max_size=8), st.integers(0, 20_000), st.sampled_from([OPEN, SHUT]))
def test_nothing_is_lost_and_what_is_taken_stays_within_the_cap(owed: list[int], wage: int, gate: Gate) -> None:
    claims = [claim(-fen, key=f"slip:{at}", day=at + 1) for at, fen in enumerate(owed)]
    lines = lines_for(claims, {WHO: Wage(wage)}, gate)
    assert all(line.due == line.taken + line.waived + line.carried for line in lines)
    assert sum(line.due for line in lines) == -sum(owed)
    assert -sum(line.taken for line in lines) == (min(sum(owed), wage * 20 // 100) if gate is OPEN else 0)


@given(st.lists(st.integers(1, 50_000), min_size=1, max_size=5), st.integers(500, 50_000))
def test_month_after_month_every_fen_is_taken_once(owed: list[int], wage: int) -> None:
    claims = {f"slip:{at}": claim(-fen, key=f"slip:{at}") for at, fen in enumerate(owed)}
    taken = 0
    for _ in range(sum(owed) // (wage * 20 // 100) + 2):
        for line in lines_for(claims.values(), {WHO: Wage(wage)}, OPEN):
            taken += line.taken
            key = line.claim.key
            claims[key] = replace(claims[key], taken=claims[key].taken + line.taken, before=True)
    assert taken == -sum(owed)
    assert lines_for(claims.values(), {}, OPEN) == ()


def test_what_was_carried_longest_is_taken_first() -> None:
    old, new = claim(-5000, key="slip:2", taken=-1000), claim(-3000, key="slip:1", day=20)
    lines = {line.claim.key: line for line in lines_for([new, old], {WHO: Wage(25000)}, OPEN)}
    assert (lines["slip:2"].kind, lines["slip:2"].taken) == (Kind.CARRIED, -4000)
    assert (lines["slip:1"].taken, lines["slip:1"].carried) == (-1000, -2000)


def test_a_slip_withdrawn_after_the_lock_gives_back_what_was_taken_and_no_more() -> None:
    line = one(claim(0, taken=-3000))
    assert (line.kind, line.due, line.taken, line.carried) == (Kind.REVERSAL, 3000, 3000, 0)


def test_a_reduced_slip_gives_back_the_difference() -> None:
    line = one(claim(-2000, taken=-5000))
    assert (line.kind, line.taken) == (Kind.REVERSAL, 3000)


def test_what_was_counted_only_is_taken_back_without_money() -> None:
    counted = one(claim(-5000), POINTS)
    assert (counted.taken, counted.waived, counted.carried) == (0, -5000, 0)
    back = one(claim(0, waived=-5000), POINTS)
    assert (back.due, back.taken, back.waived, back.carried) == (5000, 0, 5000, 0)


def test_until_everything_is_recorded_no_fine_is_taken_but_rewards_are_paid() -> None:
    assert one(claim(-5000), SHUT).carried == -5000
    assert one(claim(20000, cause=Cause.REWARD), SHUT).taken == 20000


def test_document_adoption_and_notice_are_asked_for_one_by_one() -> None:
    today = date(2026, 2, 1)
    bare = replace(EDITION, adopted_on=None, notified_on=None)
    assert missing_for(bare, replace(RULE, document=""), today) == ("document", "adoption", "notice")
    assert missing_for(EDITION, RULE, today) == ()
    assert missing_for(EDITION, RULE, date(2026, 1, 7)) == ("notice",)


def slip(state: str, appeal: date | None = date(2026, 10, 20), final: date | None = None) -> SlipClaim:
    return SlipClaim(
        UUID(int=3),
        "CF-BJ-2026-0001",
        state,
        date(2026, 10, 8),
        date(2026, 10, 13),
        appeal,
        UUID(int=2),
        "北京和颐医院",
        WHO,
        "G1",
        "张𬱖",
        "张𬱖",
        "employee",
        0,
        5000,
        2,
        final_on=final,
    )


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (slip("issued"), Final.OWED),
        (slip("issued", date(2026, 10, 30)), Final.OWED),
        (slip("issued", date(2026, 10, 31)), Final.NOT_YET),
        (slip("refused", date(2026, 11, 3)), Final.NOT_YET),
        (slip("acknowledged", date(2026, 11, 3), date(2026, 10, 28)), Final.OWED),
        (slip("acknowledged", date(2026, 11, 3), date(2026, 11, 1)), Final.NOT_YET),
        (slip("appealed"), Final.NOT_YET),
        (slip("upheld", final=date(2026, 10, 30)), Final.OWED),
        (slip("reduced", final=date(2026, 11, 2)), Final.NOT_YET),
        (slip("deducted"), Final.OWED),
        (slip("closed"), Final.OWED),
        (slip("approved"), Final.NOT_YET),
        (slip("withdrawn"), Final.GONE),
    ],
)
def test_a_slip_is_settled_once_it_is_final(made: SlipClaim, what: Final) -> None:
    assert settleable(made, UNTIL) is what
