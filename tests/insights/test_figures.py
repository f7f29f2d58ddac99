"""Shares, agreement and time to close against published figures; sample sizes against those computed elsewhere."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors import figures

from qualitydesk.insights.rules.agreement import agreement, linear, quadratic, weighted_kappa
from qualitydesk.insights.rules.duration import percentile, time_to_close
from qualitydesk.insights.rules.shares import change_of_share, funnel_limit, pareto, ratio_of_rates, wilson


def reals(text: str) -> list[float]:
    return [nan if one == "-" else float(one) for one in text.split()]


@pytest.mark.parametrize(("counts", "cumulated", "vital"), figures.PARETO)
def test_the_vital_few_are_those_before_four_fifths(
    counts: dict[str, int], cumulated: tuple[tuple[str, float], ...], vital: tuple[str, ...]
) -> None:
    rows = pareto(counts)
    assert [row.code for row in rows] == [code for code, _ in cumulated]
    assert [row.cumulated_percent for row in rows] == pytest.approx([share for _, share in cumulated])
    assert tuple(row.code for row in rows if row.vital) == vital
    assert rows[-1].cumulated_percent == 100


def test_the_rest_stands_last_and_nothing_counted_is_no_chart() -> None:
    rows = pareto({"a": 1, "rest": 9, "b": 3}, other="rest")
    assert [row.code for row in rows] == ["b", "a", "rest"] and not rows[-1].vital
    assert pareto({"a": 0}) == () and pareto({}) == ()


@pytest.mark.parametrize(("passed", "total", "low", "high"), figures.WILSON)
def test_a_share_stands_in_its_score_interval(passed: int, total: int, low: float, high: float) -> None:
    found = wilson(passed, total)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


def test_nothing_checked_is_no_share() -> None:
    assert wilson(0, 0) is None and change_of_share((0, 0), (1, 2)) is None


def test_the_difference_of_two_shares_is_newcombes() -> None:
    # Newcombe 1998 (Stat Med 17:873), table II, method 10: 56/70 against 48/80, 0.2000, 0.0524 to 0.3339.
    found = change_of_share((48, 80), (56, 70))
    assert found is not None
    assert [round(one, 4) for one in (found.value, found.low, found.high)] == [0.2, 0.0524, 0.3339]
    nothing = change_of_share((0, 10), (0, 20))  # the same table: 0/10 against 0/20
    assert nothing is not None and [round(one, 4) for one in (nothing.low, nothing.high)] == [-0.2775, 0.1611]


def test_a_rate_twice_as_high_is_said_with_its_interval() -> None:
    found = ratio_of_rates((10, 1000.0), (20, 1000.0))
    assert found is not None and found.value == pytest.approx(2.0) and found.low < 1.0 < 2.0 < found.high < inf
    sure = ratio_of_rates((100, 1000.0), (200, 1000.0))
    assert sure is not None and sure.low > 1.5
    assert ratio_of_rates((0, 10.0), (3, 10.0)) is None and ratio_of_rates((3, 0.0), (3, 10.0)) is None


@given(st.floats(0.0, 1.0), st.integers(1, 400))
def test_a_funnel_narrows_from_outer_to_inner_to_the_share(share: float, size: int) -> None:
    limit = funnel_limit(share, size)
    assert 0.0 <= limit.outer[0] <= limit.inner[0] + 1e-9
    assert limit.inner[1] <= limit.outer[1] + 1e-9 <= 1.0 + 2e-9
    assert limit.inner[0] - 1 / size <= share <= limit.inner[1] + 1 / size


def test_a_funnel_is_wider_for_small_places() -> None:
    small, large = funnel_limit(0.1, 20), funnel_limit(0.1, 400)
    assert small.inner[1] - small.inner[0] > large.inner[1] - large.inner[0]
    assert large.inner == (pytest.approx(0.0717, abs=0.002), pytest.approx(0.1300, abs=0.002))


@pytest.mark.parametrize("case", figures.KAPPA)
def test_agreement_beyond_chance_equals_the_published(case: tuple) -> None:
    table, observed, by_chance, kappa, error, pabak, of_linear, of_quadratic = case
    found = agreement(table)
    assert found is not None
    assert (found.observed, found.by_chance) == (pytest.approx(observed), pytest.approx(by_chance))
    assert found.kappa == pytest.approx(kappa, abs=1e-9)
    if error is not None:
        assert found.error == pytest.approx(error, abs=1e-9)
    if pabak is not None:
        assert found.pabak == pytest.approx(pabak)
    if of_linear is not None:
        assert weighted_kappa(table, linear) == pytest.approx(of_linear)
        assert weighted_kappa(table, quadratic) == pytest.approx(of_quadratic)


def test_cohens_own_weights_give_his_kappa() -> None:
    table, weights, kappa, weighted = figures.COHEN_1968
    found = agreement(table)
    assert found is not None and found.kappa == pytest.approx(kappa)
    assert weighted_kappa(table, lambda i, j: weights[i][j]) == pytest.approx(weighted)


def test_where_everybody_passes_there_is_no_kappa() -> None:
    found = agreement(((50, 0), (0, 0)))
    assert found is not None and found.observed == 1.0 and found.kappa is None and found.interval is None
    assert agreement(((0, 0), (0, 0))) is None


@pytest.mark.parametrize("case", figures.TIME_TO_CLOSE, ids=[case[0] for case in figures.TIME_TO_CLOSE])
def test_time_to_close_counts_open_cases_as_open(case: tuple) -> None:
    _, times, closed, events, shares, errors, expected = case
    found = time_to_close(reals(times), [one == 1 for one in reals(closed)])
    assert [step.time for step in found.steps] == reals(events)
    assert [step.open_share for step in found.steps] == pytest.approx(reals(shares), abs=1e-9)
    for step, error in zip(found.steps, reals(errors), strict=True):
        if step.open_share > 0:
            assert step.error == pytest.approx(error, abs=1e-9)
    got = (found.median, found.quarter, found.three_quarters, found.nine_tenths, *found.median_interval)
    assert got == expected


def test_a_curve_flat_at_one_half_has_its_median_in_the_middle() -> None:
    assert time_to_close([2, 4, 6, 8], [True] * 4).median == 5
    assert time_to_close([], []).median is None


@pytest.mark.parametrize(("data", "shares", "expected"), figures.PERCENTILES)
def test_percentiles_are_those_of_the_spreadsheet(
    data: tuple[float, ...], shares: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert [percentile(data, share) for share in shares] == pytest.approx(list(expected))


def test_no_values_have_no_percentile() -> None:
    assert percentile([], 0.5) is None
