"""Control charts against the printed and computed ones, and the cases that made other programs crash or cry wolf."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors.charts import CHARTS, LANEY, RULES

from qualitydesk.insights.model.charts import ChartKind, ChartReason, Course, SignalRule
from qualitydesk.insights.rules.charts import control_chart, phased_charts
from qualitydesk.insights.rules.choosing import chart_for, verdict_of
from qualitydesk.insights.rules.duration import days_between
from qualitydesk.insights.rules.signals import signals_in

COUNTS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=40)


def whole(text: str) -> list[int]:
    return [int(one) for one in text.split()]


def reals(text: str, length: int = 0) -> list[float]:
    """A row of numbers; "x *" is x all along."""
    words = text.split()
    return [float(words[0])] * length if words[-1:] == ["*"] else [float(one) for one in words]


@pytest.mark.parametrize("case", CHARTS, ids=[case[0] for case in CHARTS])
def test_a_chart_equals_the_one_computed_elsewhere(case: tuple) -> None:
    _, kind, counts_, sizes, baseline, center, lower, upper, rules = case
    counts = whole(counts_)
    chart = control_chart(
        ChartKind(kind),
        counts,
        reals(sizes, len(counts)),
        baseline=[place - 1 for place in whole(baseline)],
        rules=tuple(SignalRule),
    )
    assert chart.center == pytest.approx(center, abs=1e-9)
    assert [point.lower for point in chart.points] == pytest.approx(reals(lower, len(counts)), abs=1e-9)
    assert [point.upper for point in chart.points] == pytest.approx(reals(upper, len(counts)), abs=1e-9)
    for rule, places in rules.items():
        found = [place + 1 for place, point in enumerate(chart.points) if SignalRule(rule) in point.signals]
        assert found == whole(places), rule


@pytest.mark.parametrize("case", LANEY, ids=[case[0] for case in LANEY])
def test_charts_with_laneys_correction_and_without_it_equal_those_computed_elsewhere(case: tuple) -> None:
    _, kind, counts_, sizes, center, sigma_z, lower, upper, outside = case
    counts = whole(counts_)
    chart = control_chart(ChartKind(kind), counts, reals(sizes))
    assert chart.center == pytest.approx(center, abs=1e-9)
    assert chart.sigma_z == (None if sigma_z is None else pytest.approx(sigma_z, abs=1e-9))
    assert [point.lower for point in chart.points] == pytest.approx(reals(lower), abs=1e-9)
    assert [point.upper for point in chart.points] == pytest.approx(reals(upper), abs=1e-9)
    found = [place + 1 for place, point in enumerate(chart.points) if SignalRule.BEYOND in point.signals]
    assert found == whole(outside)


def test_laneys_measure_of_the_accident_departments_is_the_one_printed() -> None:
    counts, sizes = next((whole(case[2]), reals(case[3])) for case in LANEY if case[0] == "nhs_p")
    assert control_chart(ChartKind.P_PRIME, counts, sizes).sigma_z == pytest.approx(10.64042186, abs=1e-8)
    plain = control_chart(ChartKind.P, counts, sizes)
    assert sum(SignalRule.BEYOND in point.signals for point in plain.points) == 16  # Mohammed 2013: 16 of 20


@pytest.mark.parametrize("case", RULES, ids=[case[0] for case in RULES])
def test_patterns_are_found_where_qcc_finds_them(case: tuple) -> None:
    _, zs, expected = case
    found = signals_in(reals(zs), tuple(SignalRule))
    for rule, places in expected.items():
        assert sorted(place + 1 for place in found[SignalRule(rule)]) == whole(places), rule


def test_a_missing_point_breaks_every_pattern() -> None:
    eight = [0.5] * 8
    assert signals_in([*eight, None, 0.5], tuple(SignalRule))[SignalRule.NINE_ONE_SIDE] == frozenset()
    assert signals_in([*eight, 0.5], tuple(SignalRule))[SignalRule.NINE_ONE_SIDE] == {8}


@given(COUNTS)
def test_no_data_crash_a_chart_and_limits_stay_where_they_can_be(rows: list[tuple[int, int]]) -> None:
    failed = [min(pair) for pair in rows]
    checked = [max(pair) for pair in rows]
    for kind in ChartKind:
        chart = control_chart(kind, failed, checked, rules=tuple(SignalRule))
        for point in chart.points:
            if point.lower is not None and point.upper is not None:
                assert 0.0 <= point.lower <= point.upper
                if kind in (ChartKind.P, ChartKind.P_PRIME):
                    assert point.upper <= 1.0
            if point.size == 0:
                assert point.value is None and point.signals == ()
    verdict_of(control_chart(chart_for(failed, checked, of_items=True).kind, failed, checked))


@pytest.mark.parametrize(
    ("counts", "sizes"),
    [
        ([0] * 30, [20] * 30),  # all pass
        ([20] * 30, [20] * 30),  # all fail
        ([2] * 30, [20] * 30),  # all points equal
        ([1], [4]),
        ([], []),
        ([0, 0], [0, 0]),  # nobody was checked
    ],
)
def test_where_nothing_varies_nothing_cries_wolf(counts: list[int], sizes: list[int]) -> None:
    for kind in ChartKind:
        chart = control_chart(kind, counts, sizes)
        assert [point for point in chart.points if SignalRule.BEYOND in point.signals] == []
    assert verdict_of(control_chart(ChartKind.P, counts, sizes)).course in (Course.STEADY, Course.TOO_FEW)


def test_less_scatter_than_chance_narrows_laneys_limits() -> None:
    counts, sizes = [10, 11, 10, 11, 10, 11, 10, 11], [50] * 8
    corrected, plain = (control_chart(kind, counts, sizes) for kind in (ChartKind.P_PRIME, ChartKind.P))
    assert corrected.sigma_z is not None and corrected.sigma_z < 1
    upper, wide = corrected.points[0].upper, plain.points[0].upper
    assert upper is not None and wide is not None and upper < wide


def test_later_points_are_judged_by_a_frozen_baseline() -> None:
    counts = [5, 6, 4, 5, 5, 6, 4, 5, 14, 1]
    chart = control_chart(ChartKind.P, counts, [100] * 10, baseline=range(8))
    assert chart.signalled == (8,)
    assert chart.provisional and chart.baseline_points == 8
    assert [point.baseline for point in chart.points] == [True] * 8 + [False] * 2


def test_a_point_left_out_of_the_baseline_keeps_its_place_and_its_cause() -> None:
    counts = [5, 5, 6, 4, 40, 5, 6]
    chart = control_chart(ChartKind.P, counts, [100] * 7, excluded={4: "停水"})
    assert chart.center == pytest.approx(31 / 600)
    assert chart.points[4].excluded == "停水" and chart.points[4].value == 0.4 and not chart.points[4].baseline
    assert SignalRule.BEYOND in chart.points[4].signals


def test_each_phase_has_limits_of_its_own_and_patterns_end_with_it() -> None:
    counts, sizes = [8] * 6 + [3] * 6, [50] * 12
    before, after = phased_charts(ChartKind.P, counts, sizes, starts=[6])
    assert (before.center, after.center) == (pytest.approx(0.16), pytest.approx(0.06))
    assert before.signalled == after.signalled == ()
    (one,) = phased_charts(ChartKind.P, counts, sizes, starts=[])
    assert one.center == pytest.approx(0.11)
    assert [len(chart.points) for chart in phased_charts(ChartKind.P, counts, sizes, starts=[11])] == [11, 1]


def test_the_chart_follows_from_the_data_with_its_reason() -> None:
    assert chart_for([1, 2, 3], [20, 30, 25], of_items=True).reason is ChartReason.ITEMS
    assert chart_for([1, 2, 3], [4, 4, 4], of_items=False).kind is ChartKind.C
    assert chart_for([1, 2, 3], [4, 9, 4], of_items=False).kind is ChartKind.U
    huge = chart_for([900, 1000, 1100], [20000, 21000, 22000], of_items=True)
    assert (huge.kind, huge.reason) == (ChartKind.P_PRIME, ChartReason.VERY_MANY)
    scattered = chart_for([2, 40, 1, 45, 3, 50, 2, 44, 1, 40], [60] * 10, of_items=True)
    assert (scattered.kind, scattered.reason) == (ChartKind.P_PRIME, ChartReason.MANY_OUTSIDE)
    assert chart_for([0, 0, 1, 0, 0, 0], [1] * 6, of_items=False).days_between
    assert chart_for([], [], of_items=True).kind is ChartKind.P


def test_the_sentence_names_since_when_it_is_worse() -> None:
    counts = [5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 5, 6, 5, 4, 6, 5, 4, 6, 5, 5] + [8] * 10
    chart = control_chart(ChartKind.P, counts, [100] * 30, baseline=range(20))
    verdict = verdict_of(chart)
    assert (verdict.course, verdict.since, verdict.rule) == (Course.HIGHER, 20, SignalRule.NINE_ONE_SIDE)
    assert verdict_of(control_chart(ChartKind.P, counts[:20], [100] * 20)).course is Course.STEADY
    assert verdict_of(control_chart(ChartKind.P, counts[:4], [100] * 4)).course is Course.TOO_FEW


def test_an_old_signal_is_no_news() -> None:
    counts = [30, 5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 5, 6, 5, 4, 6]
    chart = control_chart(ChartKind.P, counts, [100] * 16, baseline=range(1, 16))
    assert chart.signalled == (0,)
    assert verdict_of(chart).course is Course.STEADY


def test_days_between_rare_events_flag_a_cluster_and_a_long_quiet() -> None:
    usual = [60.0, 45.0, 70.0, 52.0, 66.0, 58.0, 49.0, 63.0, 55.0, 61.0, 47.0, 68.0, 57.0]
    assert days_between(usual).outside == ()
    assert days_between([*usual, 400.0]).outside == (13,)
    assert days_between([*usual, 0.0]).outside == (13,)
    assert days_between([]).center is None and days_between([5.0]).upper is None
    assert days_between([7.0] * 5).outside == () and days_between([7.0] * 5).provisional
