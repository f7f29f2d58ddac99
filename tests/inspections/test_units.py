"""Figures with their units and limits in words: one person and two people, signs that stand close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.phrases import knows
from qualitydesk.inspections.model import Limit
from qualitydesk.inspections.rules.pack_format.columns import cell_of, value_of
from qualitydesk.inspections.rules.units import WORDED, figure_words, limit_in_words, limit_signs


@pytest.mark.parametrize(
    ("limit", "zh", "en"),
    [
        (Limit(None, 5, "people"), "最多 5 人", "at most 5 people"),
        (Limit(None, 1, "people"), "最多 1 人", "at most 1 person"),
        (Limit(2, None, "people"), "至少 2 人", "at least 2 people"),
        (Limit(None, 5, "workdays"), "最多 5 个工作日", "at most 5 working days"),
        (Limit(None, 1, "workdays"), "最多 1 个工作日", "at most 1 working day"),
        (Limit(None, 1, "dishes"), "最多 1 道菜", "at most 1 dish"),
        (Limit(4, 4, "copies"), "正好 4 份", "exactly 4 copies"),
        (Limit(0, 0, "yuan"), "0 元", "0 yuan"),
        (Limit(None, 0, "min"), "0 分钟", "0 min"),
        (Limit(0, 3, "days"), "最多 3 天", "at most 3 days"),
        (Limit(1.5, 2.0, "m"), "1.5 至 2 米", "1.5 to 2 m"),
        (Limit(60, 80, "°"), "60 至 80°", "60 to 80°"),
        (Limit(20, 26, "°C"), "20 至 26 °C", "20 to 26 °C"),
        (Limit(None, 3, "rings"), "最多 3 声", "at most 3 rings"),
        (Limit(None, 10, "min"), "最多 10 分钟", "at most 10 min"),
    ],
)
def test_a_limit_is_said_in_words(limit: Limit, zh: str, en: str) -> None:
    assert limit_in_words(limit, "zh") == zh
    assert limit_in_words(limit, "en") == en


def test_where_there_is_little_room_signs_do() -> None:
    assert limit_signs(Limit(None, 1, "people"), "en") == "≤ 1 person"
    assert limit_signs(Limit(2, None, "steps"), "zh") == "≥ 2 步"
    assert limit_signs(Limit(60, 75, "%"), "en") == "60–75%"
    assert limit_signs(Limit(4, 4, "copies"), "zh") == "4 份"
    assert limit_signs(Limit(None, 0, "min"), "zh") == "0 分钟"


def test_a_figure_takes_the_singular_in_english_alone() -> None:
    assert [figure_words(at, "people", "en") for at in (0, 1, 1.5, 2)] == [
        "0 people", "1 person", "1.5 people", "2 people",
    ]  # fmt: skip
    assert figure_words(1, "people", "zh") == "1 人"
    assert figure_words(70, "°", "en") == "70°" and figure_words(26, "°C", "en") == "26 °C"
    assert figure_words(3, "", "en") == "3"


@pytest.mark.parametrize("unit", WORDED)
def test_every_worded_unit_has_words_in_both_languages_and_comes_back_from_a_workbook(unit: str) -> None:
    for language in ("zh", "en"):
        assert knows(language, f"unit.{unit}")
        assert knows("zh", f"unit_one.{unit}") == knows("en", f"unit_one.{unit}")
        shown = cell_of("unit", unit, language, {})
        assert value_of("unit", str(shown), {}) == unit


@given(
    st.none() | st.floats(0, 1000),
    st.none() | st.floats(0, 1000),
    st.sampled_from(WORDED),
    st.sampled_from(["zh", "en"]),
)
def test_a_limit_always_names_its_ends(low: float | None, high: float | None, unit: str, language: str) -> None:
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        return
    said = limit_in_words(Limit(low, high, unit), language)
    assert said and "{" not in said
    if high is not None:
        assert f"{high:g}" in said
    elif low is not None:
        assert f"{low:g}" in said
