"""Which days are proposed, how an age is told, what stands against a step."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.measures.model import Age, Closing, MeasureState, MeasureVerb, Urgency
from qualitydesk.measures.rules import age_of, ages, deadlines_by, due_day, may, problems_in_closing
from qualitydesk.rulebook.model import MeasureRule

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age.WEEK),
        (7, Age.WEEK),
        (8, Age.FORTNIGHT),
        (14, Age.FORTNIGHT),
        (15, Age.MONTH),
        (30, Age.MONTH),
        (31, Age.LONGER),
    ],
)
def test_both_ends_of_an_age_belong_to_it(days: int, age: Age) -> None:
    assert age_of(TODAY - timedelta(days=days), TODAY) is age


@given(st.integers(0, 400))
def test_the_days_of_an_age_are_the_days_that_have_it(days: int) -> None:
    opened = TODAY - timedelta(days=days)
    age = age_of(opened, TODAY)
    for other, (first, last) in ages(TODAY).items():
        within = (first is None or first <= opened) and (last is None or opened <= last)
        assert within == (other is age)


def test_what_is_more_urgent_is_due_sooner() -> None:
    days = [
        due_day(urgency, TODAY, deadlines_by(MeasureRule(14, 3, 0, 14, 90)))
        for urgency in (Urgency.AT_ONCE, Urgency.URGENT, Urgency.ORDINARY)
    ]
    assert days == sorted(days)
    assert days[0] == TODAY


@pytest.mark.parametrize("verb", list(MeasureVerb))
@pytest.mark.parametrize("state", list(MeasureState))
def test_every_step_of_every_state_is_either_allowed_or_told_why_not(state: MeasureState, verb: MeasureVerb) -> None:
    problem = may(state, verb, uuid4(), uuid4())
    assert problem is None or problem.code == "measure_state"
    if state is MeasureState.DROPPED:
        assert (problem is None) == (verb in (MeasureVerb.OPEN, MeasureVerb.NOTE, MeasureVerb.ISSUE))


def test_checks_lie_ahead_and_the_effect_after_the_recheck() -> None:
    later, soon = TODAY + timedelta(days=20), TODAY + timedelta(days=10)
    assert problems_in_closing(Closing("", soon, later), TODAY) == []
    assert [one.code for one in problems_in_closing(Closing("", later, soon), TODAY)] == ["measure_effect_first"]
    assert [one.field for one in problems_in_closing(Closing("", TODAY, None), TODAY)] == ["recheck_on"]
