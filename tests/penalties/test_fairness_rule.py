"""What speaks against issuing a slip, each case with its numbers, and the medians it is measured by."""

from __future__ import annotations

import statistics
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.model.fairness import Cap, FairFacts, Near, Similar, Trace
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.rules.fairness import FEWEST, LAST, LONG_AGO, topics, twice_median, weigh_fairness

DAY = date(2026, 11, 20)
NUMBER = "CF-BJ-2026-0009"


def slip(rung: int = 1, total: int = 5000, level: int = 0, day: date = DAY) -> Similar:
    return Similar(UUID(int=1), NUMBER, "张𬱖", day, rung, level, total, SlipState.APPROVED)


def facts(**more: object) -> FairFacts:
    return replace(FairFacts(slip(), DAY, 24), **more)  # type: ignore[arg-type]


def codes(of: FairFacts) -> list[str]:
    return [line.code for line in weigh_fairness(of).warnings]


sums = st.integers(0, 10**7)


@given(st.lists(sums, min_size=1, max_size=30))
def test_twice_the_median_is_the_median_doubled_and_whole(values: list[int]) -> None:
    assert twice_median(values) == 2 * statistics.median(values)


@given(st.lists(sums, min_size=FEWEST, max_size=LAST), sums)
def test_a_sum_is_told_just_when_it_is_more_than_twice_or_less_than_half_the_median(
    others: list[int], total: int
) -> None:
    middle = statistics.median(others)
    found = codes(facts(slip=slip(0, total), similar=tuple(slip(0, one) for one in others)))
    much = "fair.much" if middle else "fair.much_none"
    expected = [much] if total > 2 * middle else ["fair.little"] if total < middle / 2 else []
    assert found == expected


def test_a_sum_is_measured_by_those_of_its_own_rung() -> None:
    firsts, thirds = (slip(1, 0),) * 6, (slip(3, 60000),) * FEWEST
    assert codes(facts(slip=slip(3, 60000), similar=(*firsts, *thirds))) == ["fair.far_rung"]
    assert codes(facts(slip=slip(2, 60000), similar=(*firsts, *thirds))) == []
    assert "fair.much" in codes(facts(slip=slip(3, 120001), similar=(*firsts, *thirds)))


@given(st.lists(st.integers(1, 3), min_size=FEWEST, max_size=LAST), st.integers(1, 3))
def test_a_rung_is_told_just_when_it_is_more_than_one_from_the_median(others: list[int], rung: int) -> None:
    found = codes(facts(slip=slip(rung), similar=tuple(slip(one) for one in others)))
    assert found == (["fair.far_rung"] if abs(rung - statistics.median(others)) > 1 else [])


@pytest.mark.parametrize(
    ("total", "found"),
    [(20000, []), (20001, ["fair.much"]), (5000, []), (4999, ["fair.little"])],
)
def test_twice_and_half_themselves_are_not_told(total: int, found: list[str]) -> None:
    assert codes(facts(slip=slip(1, total), similar=(slip(1, 10000),) * 3)) == found


def test_only_the_last_twelve_are_compared() -> None:
    found = weigh_fairness(facts(similar=(*[slip(1, 5000)] * LAST, *[slip(3, 90000)] * 40)))
    assert (len(found.similar), found.twice_degree, found.twice_total, found.warnings) == (LAST, 2, 10000, ())


def test_fewer_than_three_are_shown_but_no_measure() -> None:
    found = weigh_fairness(facts(slip=slip(3, 90000), similar=(slip(1, 5000),) * 2))
    assert found.warnings == () and found.told.code == "fair.few"
    assert weigh_fairness(facts()).told.code == "fair.none"


def test_levels_of_cases_are_compared_as_levels_and_cases_without_one_only_by_sum() -> None:
    others = (slip(0, 30000, 1), slip(0, 30000, 2), slip(0, 30000, 0), slip(0, 30000, 1))
    found = weigh_fairness(facts(slip=slip(0, 30000, 4), similar=others))
    assert [line.code for line in found.warnings] == ["fair.far_level"]
    assert found.twice_degree == 2
    assert codes(facts(slip=slip(0, 30000, 0), similar=others)) == []


@pytest.mark.parametrize(
    ("days", "found"),
    [(0, []), (LONG_AGO, []), (LONG_AGO + 1, ["fair.long_ago"]), (730, ["fair.long_ago"]), (731, ["fair.outside"])],
)
def test_an_old_act_is_told_and_one_beyond_the_look_back_otherwise(days: int, found: list[str]) -> None:
    assert codes(facts(slip=slip(day=DAY - timedelta(days=days)))) == found


@pytest.mark.parametrize(
    ("mine", "others", "found"),
    [(80000, 0, []), (80001, 0, ["fair.capped"]), (50000, 30001, ["fair.capped_others"]), (0, 90000, [])],
)
def test_the_cap_is_told_only_when_this_slip_helps_to_exceed_it(mine: int, others: int, found: list[str]) -> None:
    cap = Cap("张𬱖", date(2026, 11, 1), 20, 80000, mine, others)
    assert codes(facts(caps=(cap,))) == found


def test_what_is_known_of_the_acknowledgement_decides_whether_it_is_told() -> None:
    told = [codes(facts(acknowledged=one, rule={"zh": "服务规范"})) for one in (None, True, False)]
    assert told == [[], [], ["fair.unsigned"]]
    late = weigh_fairness(
        facts(acknowledged=False, signed_on=DAY + timedelta(days=3), rule={"zh": "服务规范"}, edition=2)
    )
    (line,) = (one for one in late.warnings if one.code == "fair.unsigned_then")
    assert (line.values["edition"], line.values["signed_day"]) == (2, (DAY + timedelta(days=3)).isoformat())


def test_every_warning_stands_in_words_with_its_numbers_in_both_languages() -> None:
    near = (Near("CF-BJ-2026-0007", DAY, {"zh": "工牌", "en": "Badge"}), Near("CF-BJ-2026-0008", DAY, {}))
    month = date(2026, 11, 1)
    caps = (Cap("张𬱖", month, 20, 80000, 90000, 0), Cap("㛃雅宁", month, 20, 80000, 50000, 40000))
    every = [
        facts(
            slip=slip(3, 90000, day=DAY - timedelta(days=40)),
            near=near,
            why_other="另一班次。",
            points=2,
            caps=caps,
            issuer=("reporter", "drafter", "decider"),
            similar=((slip(),) * 4 + (slip(3, 6000),) * 3),
            acknowledged=False,
            rule={"zh": "服务规范", "en": "Service rules"},
        ),
        facts(slip=slip(0, 1000, 5, DAY - timedelta(days=900)), similar=(slip(0, 30000, 1),) * 3),
        facts(slip=slip(0, 1000, 1), similar=(slip(0, 30000, 1),) * 3),
        facts(slip=slip(0, 1000), similar=(slip(0, 3000),)),
        facts(slip=slip(0, 3000), similar=(slip(0, 3000),) * 3),
        facts(slip=slip(1, 3000), similar=(slip(1, 0),) * 3),
    ]
    for language in LANGUAGES:
        for one in every:
            found = weigh_fairness(one)
            for line in (*found.warnings, found.told):
                told = word(line, language)
                assert told and "{" not in told and "fair." not in told
    chinese = [word(line, "zh") for line in weigh_fairness(every[0]).warnings]
    assert len(chinese) == 11
    assert chinese[5].count("超出 ¥100.00") == 1 and "合计超出 ¥100.00" in chinese[6]
    assert "检查人（报告人）、提出人和批准人" in chinese[8]
    assert "中位数为 1，" in chinese[9] and "中位数 ¥60.00" in chinese[10]


def test_slips_are_similar_by_group_and_column_and_cases_by_a_subject_in_common() -> None:
    groups = {"A": "badge", "B": "badge", "C": "hair"}

    def about(source: str, item: str = "", group: str = "", subjects: tuple[str, ...] = ()) -> frozenset[str]:
        return topics(Trace(slip(), source, item, group, subjects), groups)

    assert about("own_checks", "A") == about("own_checks", "B") == about("own_checks", "ACT-1", "badge")
    assert not about("own_checks", "A") & about("own_checks", "C")
    assert not about("own_checks", "A") & about("group_rounds", "A")
    assert about("own_checks", "GONE") == about("own_checks", "GONE") != about("own_checks", "LOST")
    assert about("case", subjects=("delay", "manner")) & about("case", subjects=("manner",))
    assert not about("case", subjects=("delay",)) & about("case", subjects=("manner",))
