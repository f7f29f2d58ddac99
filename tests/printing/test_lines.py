"""Where a line may end and begin."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.printing.lines import NOT_FIRST, NOT_LAST, break_lines

WIDTHS: defaultdict[str, float] = defaultdict(lambda: 1000.0)
WIDTHS.update(dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.;:-()'", 500.0))
WIDTHS["\n"] = 0.0


def lines(text: str, limit: float) -> list[str]:
    return [line for line, _, _ in break_lines(text, WIDTHS, limit * 1000)]


def test_what_fits_is_one_line() -> None:
    assert break_lines("导医未佩戴", WIDTHS, 5000) == [("导医未佩戴", 5000.0, True)]


def test_chinese_breaks_between_any_two_characters() -> None:
    assert lines("头发过肩未按规定盘入发网", 5) == ["头发过肩未", "按规定盘入", "发网"]


def test_no_line_begins_with_closing_punctuation() -> None:
    assert lines("头发过肩了，未盘入发网。", 5) == ["头发过肩", "了，未盘入", "发网。"]


def test_no_line_ends_with_an_opening_bracket() -> None:
    assert lines("佩戴胸牌（左胸）", 5) == ["佩戴胸牌", "（左胸）"]


def test_words_are_not_cut() -> None:
    assert lines("the badge sits on the left", 6) == ["the badge", "sits on the", "left"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert lines("abcdefghij", 2) == ["abcd", "efgh", "ij"]


def test_numbers_and_dates_stay_whole_inside_chinese() -> None:
    assert lines("编号CF-BJ-2026-0007已签发", 8) == ["编号", "CF-BJ-2026-0007", "已签发"]


def test_a_joined_word_may_break_behind_its_hyphen() -> None:
    assert lines("the customer-service desk", 6) == ["the", "customer-", "service desk"]


def test_line_breaks_and_empty_lines_are_kept() -> None:
    assert lines("一\n\n二", 5) == ["一", "", "二"]


def test_a_row_of_full_width_commas_ends() -> None:
    assert lines("，" * 12, 5) == ["，" * 5, "，" * 5, "，" * 2]


def test_a_width_too_small_for_one_character_still_ends() -> None:
    assert lines("导医", 0.5) == ["导", "医"]


@given(
    st.text(alphabet="导医发网未盘入张𬱖，。；：！？”’》（“《abc XYZ 019-,.()\n", max_size=120),
    st.integers(min_value=3, max_value=30),
)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, limit: int) -> None:
    broken = break_lines(text, WIDTHS, limit * 1000)
    assert "".join(line for line, _, _ in broken).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for line, width, _ in broken:
        assert width == pytest.approx(sum(WIDTHS[char] for char in line))
        assert width <= limit * 1000 or len(line) == 1


def ordinary(text: str) -> bool:
    """No more than three signs in a row, and none that neither may begin nor end."""
    run = 0
    for char in text:
        run = run + 1 if char in NOT_FIRST | NOT_LAST else 0
        if run > 3:
            return False
    return True


@given(st.text(alphabet="导医发网，。；：！？”’》（“《", max_size=120).filter(ordinary))
def test_in_ordinary_text_punctuation_stays_where_it_belongs(text: str) -> None:
    broken = lines(text, 12)
    assert all(line[0] not in NOT_FIRST for line in broken[1:])
    assert all(line[-1] not in NOT_LAST for line in broken[:-1])
