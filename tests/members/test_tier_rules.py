"""Tiers: the reference vectors, the edges that broke other programs, and what must hold whatever is bought."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vectors.tiers import AGEING, AMOUNTS, STATES, THRESHOLDS, WINDOWS

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.members.model.tiers import Happened, Spend, TierState
from qualitydesk.members.rules.tier_states import (
    after_posting,
    at_review,
    is_review,
    lowered,
    next_review,
    outlook,
    problems_in_pin,
    raised,
    review_days,
)
from qualitydesk.members.rules.tiers import (
    counted_on,
    course_of,
    leaves_on,
    months_after,
    rank_at,
    spent,
    window_start,
)
from qualitydesk.rulebook.model.tiers import Downgrade, TierLevel, TiersRule
from qualitydesk.rulebook.rules import problems_in_edition, read_tiers

DAY = timedelta(days=1)
TODAY = date(2026, 11, 21)


def day(text: str) -> date:
    return date.fromisoformat(text)


def vector_rule(months: int = 24, guarantee: int = 12, grace: int = 0, downgrade: str = "balance_based") -> TiersRule:
    levels = tuple(TierLevel(code, threshold, months if threshold else 0) for code, threshold in THRESHOLDS)
    return TiersRule(levels, guarantee, grace, Downgrade(downgrade))


def shipped_values() -> dict[str, object]:
    found: dict[str, object] = tomllib.loads(shipped("resources/rulebook/tiers.toml").read_text(encoding="utf-8"))[
        "values"
    ]
    return found


SHIPPED = read_tiers(shipped_values())
RULE = replace(SHIPPED, review_days=((1, 1), (7, 1)))


@pytest.mark.parametrize(("evaluated_for", "months", "start", "days"), WINDOWS)
def test_a_window_begins_where_the_reference_says(evaluated_for: str, months: int, start: str, days: int) -> None:
    assert window_start(day(evaluated_for), months) == day(start)
    assert (day(evaluated_for) - day(start)).days == days


@pytest.mark.parametrize(("bought", "months", "first", "last", "gone"), AGEING)
def test_a_purchase_ages_out_when_the_reference_says(
    bought: str, months: int, first: str, last: str, gone: str
) -> None:
    spends = [Spend(day(bought), 1)]
    assert not spent(spends, day(first) - DAY, months) and spent(spends, day(first), months)
    assert spent(spends, day(last), months) and not spent(spends, day(gone), months)
    assert leaves_on(day(bought), months) == day(gone)


@pytest.mark.parametrize(("_name", "evaluated_for", "bought", "original", "own_day"), AMOUNTS)
def test_sums_and_tiers_are_those_of_the_reference(
    _name: str, evaluated_for: str, bought: Sequence[tuple[str, int, int | None]],
    original: tuple[int, int], own_day: tuple[int, int],
) -> None:  # fmt: skip
    rule = vector_rule()
    for linked, expected in ((True, original), (False, own_day)):
        spends = [
            Spend(counted_on(day(on), day(bought[of][0]) if linked and of is not None else None), fen)
            for on, fen, of in bought
        ]
        assert (spent(spends, day(evaluated_for), 24), rank_at(spends, rule, day(evaluated_for))) == expected


@pytest.mark.parametrize(("_name", "config", "events", "expected"), STATES)
def test_histories_go_as_in_the_reference(
    _name: str, config: dict[str, object], events: Sequence[tuple[object, ...]], expected: Sequence[tuple[object, ...]]
) -> None:
    rule, state, spends = vector_rule(**config), TierState(), []  # type: ignore[arg-type]
    for event, told in zip(events, expected, strict=True):
        on = day(str(event[1]))
        if event[0] == "tx":
            spends.append(Spend(day(str(event[2])), int(str(event[3]))))
            state, happened = after_posting(state, rank_at(spends, rule, on + DAY), on, rule)
            until = state.guaranteed_until
            assert (on.isoformat(), happened, state.rank, until and until.isoformat()) == told
        else:
            reached = rank_at(spends, rule, on)
            state, happened = at_review(state, reached, on, rule)
            grace = state.grace_until
            assert (on.isoformat(), happened, state.rank, reached, grace and grace.isoformat()) == told


# The edges of other programs


def test_spending_equal_to_the_threshold_counts_and_a_fen_less_does_not() -> None:
    assert rank_at([Spend(TODAY, 20_000_000)], RULE, TODAY + DAY) == 1
    assert rank_at([Spend(TODAY, 19_999_999)], RULE, TODAY + DAY) == 0


def test_the_first_day_of_the_window_counts_and_the_day_before_does_not() -> None:
    start = window_start(TODAY, 12)
    assert rank_at([Spend(start, 20_000_000)], RULE, TODAY) == 1
    assert rank_at([Spend(start - DAY, 20_000_000)], RULE, TODAY) == 0


def test_the_day_of_a_review_does_not_count_and_the_day_before_does() -> None:
    assert rank_at([Spend(TODAY, 20_000_000)], RULE, TODAY) == 0
    assert rank_at([Spend(TODAY - DAY, 20_000_000)], RULE, TODAY) == 1


def test_each_tier_has_its_own_window_and_the_highest_reached_holds() -> None:
    long_ago = window_start(TODAY, 24)
    assert rank_at([Spend(long_ago, 100_000_000)], RULE, TODAY) == 3  # nothing within gold's or silver's months
    assert rank_at([Spend(long_ago, 99_999_999)], RULE, TODAY) == 0
    assert rank_at([Spend(window_start(TODAY, 18), 50_000_000)], RULE, TODAY) == 2


def test_the_twenty_ninth_of_february_stays_till_the_twenty_eighth_two_years_on() -> None:
    spends = [Spend(date(2024, 2, 29), 100_000_000)]
    assert rank_at(spends, RULE, date(2026, 2, 28)) == 3
    assert rank_at(spends, RULE, date(2026, 3, 1)) == 0


def test_a_guarantee_from_the_twenty_ninth_of_february_ends_on_the_twenty_eighth() -> None:
    assert raised(1, date(2024, 2, 29), RULE).guaranteed_until == date(2025, 2, 28)


def test_a_refund_after_an_upgrade_lowers_nothing_before_the_review() -> None:
    rule = vector_rule()
    state, happened = after_posting(TierState(), 1, date(2025, 3, 1), rule)
    assert happened is Happened.UPGRADE
    state, happened = after_posting(state, 0, date(2025, 3, 5), rule)  # given back: nothing is reached any more
    assert (state.rank, happened) == (1, Happened.NOTHING)
    assert at_review(state, 0, date(2026, 1, 1), rule)[1] is Happened.KEPT_GUARANTEE
    assert at_review(state, 0, date(2026, 3, 1), rule)[0].rank == 0


def test_a_refund_larger_than_its_purchase_never_makes_a_sum_negative() -> None:
    assert spent([Spend(TODAY, 100), Spend(TODAY, -150)], TODAY + DAY, 12) == 0
    assert spent([Spend(TODAY, 100), Spend(TODAY, -150), Spend(TODAY, 70)], TODAY + DAY, 12) == 20


def test_a_pinned_tier_neither_rises_nor_falls_and_is_reviewed_on_its_last_day() -> None:
    rule = vector_rule()
    state = TierState(2, pinned_until=date(2027, 3, 1))
    assert after_posting(state, 3, TODAY, rule) == (state, Happened.NOTHING)
    assert at_review(state, 0, date(2027, 1, 1), rule) == (state, Happened.PINNED)
    assert is_review(state, rule, date(2027, 3, 1))
    assert at_review(state, 0, date(2027, 3, 1), rule) == (TierState(0), Happened.DOWNGRADE)


def test_in_grace_nothing_falls_and_its_last_day_decides() -> None:
    rule = vector_rule(grace=3)
    state, happened = at_review(TierState(1), 0, date(2025, 3, 1), rule)
    assert happened is Happened.GRACE_STARTED and state.grace_until == date(2025, 6, 1)
    assert at_review(state, 0, date(2025, 5, 31), rule)[1] is Happened.KEPT_GRACE
    assert at_review(state, 0, date(2025, 6, 1), rule) == (TierState(0), Happened.DOWNGRADE)


def test_one_step_never_leads_below_what_is_reached() -> None:
    rule = vector_rule(downgrade="one_down")
    assert at_review(TierState(3), 2, TODAY, rule)[0].rank == 2
    assert at_review(TierState(3), 0, TODAY, rule)[0].rank == 2


def test_a_guarantee_after_a_downgrade_is_the_rules_choice() -> None:
    assert lowered(1, TODAY, RULE).guaranteed_until is None
    assert lowered(1, TODAY, replace(RULE, guarantee_after_downgrade=True)).guaranteed_until == date(2027, 11, 21)


def test_reviews_follow_each_other_through_the_years() -> None:
    found = review_days(RULE, date(2026, 7, 1))
    assert [next(found) for _ in range(3)] == [date(2027, 1, 1), date(2027, 7, 1), date(2028, 1, 1)]
    assert next_review(RULE, date(2026, 6, 30)) == date(2026, 7, 1)


def test_the_outlook_tells_when_spending_lapses_and_which_review_lowers_the_tier() -> None:
    rule = replace(RULE, grace_months=3)
    course = course_of([Spend(date(2026, 2, 10), 20_000_000)], rule, TODAY + DAY)
    found = outlook(TierState(1), course, rule, TODAY)
    assert found.lapses_on == date(2027, 2, 11)
    assert found.falls_on == date(2027, 10, 1)  # fails on 1 July, grace till 1 October
    assert found.look_on == date(2027, 2, 10)
    guarded = outlook(TierState(1, guaranteed_until=date(2027, 8, 1)), course, rule, TODAY)
    assert guarded.falls_on == date(2028, 4, 1)
    pinned = outlook(TierState(1, pinned_until=date(2027, 5, 5)), course, rule, TODAY)
    assert pinned.falls_on == date(2027, 8, 5)  # the pin's end is a review of its own


def test_whoever_stands_at_the_ground_and_buys_nothing_need_not_be_looked_at() -> None:
    course = course_of([Spend(TODAY, 100)], RULE, TODAY + DAY)
    found = outlook(TierState(), course, RULE, TODAY)
    assert (found.look_on, found.lapses_on, found.falls_on) == (None, None, None)


def test_a_pin_wants_a_tier_a_reason_and_an_end_in_sight() -> None:
    codes = [one.code for one in problems_in_pin(None, " ", None, TODAY)]
    assert codes == ["tier_missing", "reason_missing", "pin_end_missing"]
    assert [one.code for one in problems_in_pin(1, "x", TODAY, TODAY)] == ["pin_end_past"]
    assert [one.code for one in problems_in_pin(1, "x", date(2032, 1, 1), TODAY)] == ["pin_end_far"]
    assert not problems_in_pin(1, "x", TODAY + DAY, TODAY)


# Whatever is bought

days = st.dates(date(2022, 1, 1), date(2026, 12, 31))
months = st.sampled_from((1, 3, 6, 12, 18, 24))
spends = st.lists(st.builds(Spend, days, st.integers(-30_000_000, 60_000_000)), max_size=12) | st.lists(
    st.builds(Spend, st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(0, 90_000_000)), max_size=9
)
rules = st.sampled_from((RULE, vector_rule(), replace(RULE, grace_months=0, downgrade=Downgrade.ONE_DOWN)))


@given(st.dates(date(2019, 12, 1), date(2029, 3, 1)), months)
def test_the_start_of_a_window_never_goes_back(on: date, span: int) -> None:
    assert window_start(on, span) <= window_start(on + DAY, span)


@given(days, months)
def test_a_day_leaves_on_the_first_evaluation_that_does_not_count_it(on: date, span: int) -> None:
    gone = leaves_on(on, span)
    assert window_start(gone, span) > on >= window_start(gone - DAY, span)


@given(spends, st.randoms(use_true_random=False), rules)
def test_the_order_of_posting_does_not_matter(bought: list[Spend], random: object, rule: TiersRule) -> None:
    other = list(bought)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert course_of(bought, rule, TODAY) == course_of(other, rule, TODAY)
    assert rank_at(bought, rule, TODAY) == rank_at(other, rule, TODAY)


@given(spends, days, st.integers(1, 10**9), rules)
def test_money_given_back_never_raises(bought: list[Spend], on: date, fen: int, rule: TiersRule) -> None:
    less = [*bought, Spend(on, -fen)]
    assert spent(less, TODAY, 24) <= spent(bought, TODAY, 24)
    assert rank_at(less, rule, TODAY) <= rank_at(bought, rule, TODAY)


@settings(max_examples=60)
@given(spends, rules, st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_the_course_is_what_evaluating_each_day_gives(bought: list[Spend], rule: TiersRule, begins: date) -> None:
    course = course_of(bought, rule, begins)
    for ahead in range(0, 800, 3):
        on = begins + ahead * DAY
        assert course.on(on) == rank_at(bought, rule, on), on


@settings(max_examples=60)
@given(
    spends, rules, st.integers(0, 3), st.none() | st.dates(date(2026, 6, 1), date(2028, 1, 1)),
    st.none() | st.dates(date(2026, 11, 22), date(2028, 1, 1)),
)  # fmt: skip
def test_the_outlook_is_what_going_on_day_by_day_gives(
    bought: list[Spend], rule: TiersRule, rank: int, kept: date | None, pin: date | None
) -> None:
    state = TierState(rank, guaranteed_until=kept, pinned_until=pin)
    course = course_of(bought, rule, TODAY + DAY)
    found = outlook(state, course, rule, TODAY)
    on, fell, looked = TODAY, None, None
    while fell is None and on < date(2031, 1, 1):
        on += DAY
        if rank_at(bought, rule, on + DAY) != course.now and looked is None:
            looked = on
        if is_review(state, rule, on):
            before = state
            state, happened = at_review(state, rank_at(bought, rule, on), on, rule)
            looked = looked or (on if state != before else None)
            fell = on if happened is Happened.DOWNGRADE else None
    assert (found.falls_on, found.look_on) == (fell, looked)


# The rule itself


def test_what_ships_is_the_domains_table() -> None:
    assert [(level.code, level.threshold // 100, level.months) for level in SHIPPED.levels] == [
        ("normal", 0, 0), ("silver", 200_000, 12), ("gold", 500_000, 18), ("vip", 1_000_000, 24),
    ]  # fmt: skip
    assert [(level.share_low, level.share_high) for level in SHIPPED.levels] == [(60, 75), (20, 30), (5, 8), (1, 2)]
    assert SHIPPED.months == 24 and SHIPPED.rank_of("gold") == 2 and SHIPPED.rank_of("none") is None


def test_a_rule_without_a_ground_with_equal_sums_or_days_that_are_none_is_refused() -> None:
    values = shipped_values()
    tiers = {**values["tiers"], "normal": {"threshold": 5, "months": 1, "share_low": 1, "share_high": 2}}  # type: ignore[dict-item]
    tiers["gold"] = {**tiers["gold"], "threshold": tiers["silver"]["threshold"]}
    wrong = {**values, "tiers": tiers, "review_days": ["02-29", "07-01"], "downgrade": "never"}
    with pytest.raises(Refused) as refused:
        read_tiers(wrong)
    assert {one.code for one in refused.value.problems} == {
        "tiers_no_ground", "tiers_alike", "value_not_month_day", "value_not_known",
    }  # fmt: skip
    raw = tomllib.loads(shipped("resources/rulebook/tiers.toml").read_text(encoding="utf-8"))
    assert not problems_in_edition("tiers", raw["values"], raw["texts"])
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
