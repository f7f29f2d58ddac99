"""How many to look at, against sizes computed elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors.figures import DETECTION, ESTIMATION

from qualitydesk.inspections.rules.sample_sizes import chance_to_see, enough_to_detect, enough_to_estimate


@pytest.mark.parametrize(("population", "share", "half_width", "needed"), ESTIMATION)
def test_enough_tell_a_rate(population: int | None, share: float, half_width: float, needed: int) -> None:
    assert enough_to_estimate(population, half_width, share) == needed


@pytest.mark.parametrize(("population", "bad", "confidence", "needed"), DETECTION)
def test_enough_show_one_of_the_bad_ones(population: int, bad: int, confidence: float, needed: int) -> None:
    assert enough_to_detect(population, bad, confidence) == needed


@given(st.integers(1, 300), st.integers(1, 300), st.floats(0.5, 0.999))
def test_one_fewer_would_not_be_enough(population: int, bad: int, confidence: float) -> None:
    needed = enough_to_detect(population, min(bad, population), confidence)
    assert needed is not None and 1 <= needed <= population
    assert chance_to_see(population, min(bad, population), needed) >= confidence
    assert needed == 1 or chance_to_see(population, min(bad, population), needed - 1) < confidence


def test_where_nothing_is_bad_nothing_can_be_seen() -> None:
    assert enough_to_detect(50, 0) is None and enough_to_estimate(0, 0.1) == 0
    with pytest.raises(ValueError, match="half width"):
        enough_to_estimate(50, 0.0)
