"""Drawing by lot: repeatable for ever, fair by tickets, each stratum its share."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.inspections.model import InFrame, SampleMethod, SampleRule
from qualitydesk.inspections.rules import sampling

TODAY = date(2026, 11, 21)


def frame(count: int, *, strata: int = 1, tickets: int = 1) -> list[InFrame]:
    return [InFrame(UUID(int=at + 1), f"G{at + 1:03d}", f"s{at % strata}", tickets) for at in range(count)]


def test_the_same_seed_draws_the_same_people_on_every_machine() -> None:
    drawn = sampling.draw(frame(10), SampleRule(4), 20261121).drawn
    # Worked out once by hand with sha256sum of "20261121:G001:0" and so on.
    assert [who.int for who in drawn] == [10, 2, 9, 5]


def test_the_order_of_the_frame_changes_nothing() -> None:
    people = frame(30, strata=3)
    mixed = list(people)
    random.Random(1).shuffle(mixed)
    rule = SampleRule(7, SampleMethod.BY_DEPARTMENT)
    assert sampling.draw(people, rule, 5) == sampling.draw(mixed, rule, 5)


def test_another_seed_draws_other_people() -> None:
    draws = {sampling.draw(frame(50), SampleRule(5), seed).drawn for seed in range(20)}
    assert len(draws) == 20


def test_a_sample_tampered_with_no_longer_holds() -> None:
    sample = sampling.draw(frame(20), SampleRule(5), 77)
    assert sampling.holds(sample)
    left = next(one.id for one in sample.frame if one.id not in sample.drawn)
    assert not sampling.holds(replace(sample, drawn=(*sample.drawn[:-1], left)))
    assert not sampling.holds(replace(sample, frame=sample.frame[1:]))
    assert not sampling.holds(replace(sample, seed=78))


def test_more_wanted_than_there_are_draws_everybody() -> None:
    sample = sampling.draw(frame(3), SampleRule(9), 1)
    assert sorted(who.int for who in sample.drawn) == [1, 2, 3]
    assert sampling.draw([], SampleRule(9), 1).drawn == ()


def test_strata_give_in_proportion_and_each_at_least_one() -> None:
    assert sampling.shares({"a": 50, "b": 30, "c": 20}, 10) == {"a": 5, "b": 3, "c": 2}
    assert sampling.shares({"a": 50, "b": 1, "c": 1}, 5) == {"a": 3, "b": 1, "c": 1}
    assert sampling.shares({"a": 3, "b": 3, "c": 3}, 4) == {"a": 2, "b": 1, "c": 1}
    assert sum(sampling.shares({"a": 9, "b": 9, "c": 9}, 2).values()) == 2


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 60), min_size=1, max_size=8),
    st.integers(0, 300),
)
def test_shares_add_up_and_never_exceed_a_stratum(sizes: dict[str, int], size: int) -> None:
    given_out = sampling.shares(sizes, size)
    assert sum(given_out.values()) == min(size, sum(sizes.values()))
    assert all(0 <= given_out[name] <= count for name, count in sizes.items())
    if size >= len(sizes):
        assert all(given_out.values())


def test_a_stratified_draw_holds_to_the_shares() -> None:
    people = [InFrame(UUID(int=at + 1), f"G{at:03d}", "big" if at < 16 else "small") for at in range(20)]
    drawn = sampling.draw(people, SampleRule(5, SampleMethod.BY_POST), 3).drawn
    where = {one.id: one.stratum for one in people}
    assert Counter(where[who] for who in drawn) == {"big": 4, "small": 1}


def test_tickets_weigh_as_many_times() -> None:
    people = [InFrame(UUID(int=1), "G1", tickets=3), *(InFrame(UUID(int=at), f"G{at}") for at in range(2, 5))]
    hits = Counter(sampling.draw(people, SampleRule(1), seed).drawn[0].int for seed in range(3000))
    assert hits[1] / 3000 == pytest.approx(3 / 6, abs=0.03)
    assert hits[2] / 3000 == pytest.approx(1 / 6, abs=0.03)


def test_a_ticket_more_for_each_thirty_days_unseen_up_to_a_year() -> None:
    seen = [sampling.tickets_for(TODAY - timedelta(days=days), TODAY) for days in (0, 29, 30, 61, 365, 4000)]
    assert seen == [1, 1, 2, 3, 13, 13]
    assert sampling.tickets_for(None, TODAY) == 13
    assert sampling.tickets_for(TODAY + timedelta(days=3), TODAY) == 1


def test_a_sample_of_nobody_is_refused() -> None:
    assert [p.code for p in sampling.problems_in_sample(SampleRule(0))] == ["sample_size"]
    assert sampling.problems_in_sample(SampleRule(1)) == []
