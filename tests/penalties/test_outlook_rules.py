"""What still counts and what the next offence would be: lapse days, columns, the same answers as the ladder gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.penalties.ladder_facts import ACT_DAY, earlier, facts, finding
from tests.rulebook.shipped_rules import edition as shipped

from qualitydesk.basics.clock import months_before
from qualitydesk.penalties.model import LadderFacts, Standing
from qualitydesk.penalties.model.outlook import Again
from qualitydesk.penalties.rules import decide
from qualitydesk.penalties.rules.outlook import active, following, lapses_on, last_offence
from qualitydesk.rulebook.model import Column, Gravity, LadderEdition
from qualitydesk.rulebook.rules import ladder_edition

ITEMS = {"A1": Gravity.ORDINARY, "A2": Gravity.SERIOUS, "C1": Gravity.ORDINARY}


def edition() -> LadderEdition:
    return ladder_edition(shipped())


def today(*before: object) -> LadderFacts:
    found = facts(before=before)  # type: ignore[arg-type]
    return replace(found, act=replace(found.act, findings=()))


@pytest.mark.parametrize(
    ("day", "lapse"),
    [
        (date(2025, 11, 21), date(2026, 11, 22)),
        (date(2025, 2, 28), date(2026, 3, 1)),
        (date(2024, 2, 29), date(2025, 3, 1)),
        (date(2025, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_day_of_the_lapse_is_the_first_that_looks_back_no_more(day: date, lapse: date) -> None:
    assert lapses_on(day, 12) == lapse


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 36))
def test_it_counts_on_the_day_before_and_no_longer_from_the_lapse_on(day: date, months: int) -> None:
    lapse = lapses_on(day, months)
    assert months_before(lapse - timedelta(days=1), months) <= day < months_before(lapse, months)


def test_only_what_stands_in_the_window_counts_in_the_column_it_was_found_in() -> None:
    rule = edition()
    start = months_before(ACT_DAY, 12)
    known = today(
        earlier("A1", start, 1),
        earlier("A1", start - timedelta(days=1), 2),
        earlier("C1", ACT_DAY - timedelta(days=5), 3, "quality_check"),
        earlier("A2", ACT_DAY - timedelta(days=5), 4, standing=Standing.LEFT_OUT),
    )
    found = active(known, rule.ladder)
    assert [(one.item_code, one.columns) for one in found] == [
        ("A1", (Column.OWN_CHECKS,)),
        ("C1", (Column.GROUP_ROUNDS,)),
    ]
    assert found[0].lapses_on == ACT_DAY + timedelta(days=1)


def test_the_same_item_twice_in_a_round_is_one_and_sorting_is_by_group_and_item() -> None:
    day = ACT_DAY - timedelta(days=9)
    one = earlier("C1", day, 1)
    twin = replace(earlier("C1", day, 2), round_id=one.round_id)
    found = active(today(one, twin, earlier("A2", day, 3), earlier("A1", day, 4)), edition().ladder)
    assert [one.item_code for one in found] == ["A1", "A2", "C1"]


def test_the_next_offence_is_what_the_ladder_would_decide() -> None:
    before = (earlier("A1", ACT_DAY - timedelta(days=60), 1), earlier("A1", ACT_DAY - timedelta(days=30), 2))
    found = following(today(*before), edition(), ITEMS, "zh")
    own = {one.again: one for one in found if one.column is Column.OWN_CHECKS}
    assert {again: one.decision.rung for again, one in own.items()} == {Again.ITEM: 3, Again.GROUP: 2, Again.OTHER: 1}
    asked = decide(facts(finding("A1"), before=before), edition())
    assert (own[Again.ITEM].decision.total, own[Again.ITEM].decision.payments) == (asked.total, asked.payments)
    (group_rounds,) = (one for one in found if one.column is Column.GROUP_ROUNDS)
    assert (group_rounds.again, group_rounds.decision.rung) == (Again.ANY, 1)


def test_the_gravity_of_a_known_item_decides_its_sum() -> None:
    found = following(today(earlier("A2", ACT_DAY - timedelta(days=30), 1)), edition(), ITEMS, "zh")
    sums = {one.again: one.decision.payments[0].amount for one in found if one.decision.payments}
    assert sums == {Again.ITEM: 10000, Again.GROUP: 5000}


def test_an_item_nobody_is_inspected_by_any_more_cannot_be_repeated() -> None:
    found = following(today(earlier("A1", ACT_DAY - timedelta(days=30), 1)), edition(), {}, "zh")
    assert Again.ITEM not in {one.again for one in found}


def test_the_clean_streak_begins_after_the_last_that_stands_however_old() -> None:
    old, gone = date(2023, 5, 1), ACT_DAY - timedelta(days=3)
    before = (earlier("A1", old, 1), earlier("A1", gone, 2, standing=Standing.DISPUTED))
    assert last_offence(before, edition().ladder, "Asia/Shanghai", ACT_DAY) == old
    assert last_offence(before[1:], edition().ladder, "Asia/Shanghai", ACT_DAY) is None
