"""The ladder's values: what ships is what the domain says, and every fault is told by its path."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rulebook.shipped_rules import changed, edition, raw

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.inspections.model import Gravity as ItemGravity
from qualitydesk.inspections.model import RoundKind
from qualitydesk.rulebook.model import ROUND_KINDS, Amount, Column, Counts, Gravity, Role, SameRound, Sanction, Share
from qualitydesk.rulebook.rules import ladder_edition, read_ladder


def test_the_shipped_ladder_counts_as_the_domain_says() -> None:
    rule = read_ladder(raw("ladder")["values"])
    counting = rule.counting
    assert (counting.second_counts, counting.third_counts) == (Counts.GROUP, Counts.ITEM)
    assert (counting.look_back_months, counting.join_columns, counting.same_round) == (12, False, SameRound.ONE)
    assert (counting.partly, counting.fixed_on_the_spot) == (False, True)
    assert rule.kinds == {
        "patrol": Column.OWN_CHECKS,
        "self_check": Column.OWN_CHECKS,
        "quality_check": Column.GROUP_ROUNDS,
        "mystery": Column.GROUP_ROUNDS,
        "group_round": Column.GROUP_ROUNDS,
    }


def test_the_shipped_ladder_sanctions_as_the_domain_says() -> None:
    rule = read_ladder(raw("ladder")["values"])
    assert [rung.sanction for rung in rule.columns[Column.OWN_CHECKS]] == [
        Sanction.WARNING_ORAL_WRITTEN,
        Sanction.FINE,
        Sanction.FINE_UNDER_OBSERVATION,
    ]
    assert [rung.sanction for rung in rule.columns[Column.GROUP_ROUNDS]] == [
        Sanction.PUBLISHED_CRITICISM,
        Sanction.FINE_PUBLISHED,
        Sanction.DISMISSAL_PROPOSAL,
    ]
    own, group = rule.rung(Column.OWN_CHECKS, 2), rule.rung(Column.GROUP_ROUNDS, 2)
    assert own.amount == Amount(5000, 10000, 100, (5000, 10000), {Gravity.ORDINARY: 5000, Gravity.SERIOUS: 10000})
    assert own.payers == {Role.EMPLOYEE: Share.OWN, Role.SUPERIOR: Share.SAME, Role.HEAD: Share.SAME}
    assert group.amount == Amount(10000, 100000)
    assert group.payers == dict.fromkeys(Role, Share.OWN)


def test_the_codes_are_those_of_the_inspections() -> None:
    assert set(ROUND_KINDS) == {kind.value for kind in RoundKind}
    assert {gravity.value for gravity in Gravity} == {gravity.value for gravity in ItemGravity}


def test_every_our_own_mark_points_at_a_value() -> None:
    for rule in ("ladder", "score", "appeal", "approval"):
        shipped = edition(rule)
        for mark in shipped.ours:
            at: Any = shipped.values
            for key in mark.split("."):
                at = at[key]
            assert shipped.is_ours(mark)
    ladder = edition("ladder")
    assert ladder.is_ours("columns.group_rounds.2.payers.head")
    assert not ladder.is_ours("columns.group_rounds.2.amount.low")
    assert not ladder.is_ours("kinds.patrols")


def test_a_ladder_edition_carries_its_number_day_and_titles() -> None:
    given = edition("ladder", number=4)
    found = ladder_edition(given)
    assert (found.id, found.number, found.effective_from) == (given.id, 4, given.effective_from)
    assert found.titles["zh"] == "员工违规处分办法"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("counting.look_back_months", None, ("counting.look_back_months", "value_missing")),
        ("counting.look_back_months", 0, ("counting.look_back_months", "value_out_of_range")),
        ("counting.look_back_months", "12", ("counting.look_back_months", "value_not_whole")),
        ("counting.look_back_months", True, ("counting.look_back_months", "value_not_whole")),
        ("counting.partly", None, ("counting.partly", "value_missing")),
        ("counting.partly", 1, ("counting.partly", "value_not_flag")),
        ("counting.same_round", None, ("counting.same_round", "value_missing")),
        ("counting.same_round", "both", ("counting.same_round", "value_not_known")),
        ("counting.grace", 3, ("counting.grace", "value_unknown")),
        ("kinds.outing", "own_checks", ("kinds.outing", "value_unknown")),
        ("kinds.patrol", None, ("kinds.patrol", "value_missing")),
        ("kinds.patrol", "mine", ("kinds.patrol", "value_not_known")),
        ("columns.own_checks.1.sanction", "whip", ("columns.own_checks.1.sanction", "value_not_known")),
        ("columns.own_checks.1.told", "head", ("columns.own_checks.1.told", "value_not_list")),
        ("columns.own_checks.1.told", ["aunt"], ("columns.own_checks.1.told", "value_not_known")),
        ("columns.own_checks.2.may_leave_out", 3, ("columns.own_checks.2.may_leave_out", "value_out_of_range")),
        ("columns.group_rounds.1.published", "yes", ("columns.group_rounds.1.published", "value_not_flag")),
        ("columns.own_checks.2.amount", None, ("columns.own_checks.2.amount", "amount_missing")),
        ("columns.own_checks.2.superiors_sanction", None, ("columns.own_checks.2.superiors_sanction", "value_missing")),
        ("columns.own_checks.2.payers", "all", ("columns.own_checks.2.payers", "value_not_table")),
        ("columns.own_checks.2.payers.head", "half", ("columns.own_checks.2.payers.head", "value_not_known")),
        ("columns.own_checks.2.payers.aunt", "same", ("columns.own_checks.2.payers.aunt", "payer_unknown")),
        ("columns.own_checks.2.payers.employee", None, ("columns.own_checks.2.payers.employee", "employee_pays_first")),
        (
            "columns.own_checks.2.payers.employee",
            "same",
            ("columns.own_checks.2.payers.employee", "employee_pays_first"),
        ),
        ("columns.own_checks.2.amount.ordinary", 7000, ("columns.own_checks.2.amount.ordinary", "amount_not_allowed")),
        ("columns.own_checks.2.amount.choices", [5000, 10000, 99000], None),
        ("columns.own_checks.2.amount.choices", [5000, "x", 10000], None),
        ("columns.own_checks.3.amount.high", 10000, ("columns.own_checks.3.amount.high", "high_below_low")),
        ("columns.group_rounds.2.amount.low", -1, ("columns.group_rounds.2.amount.low", "value_out_of_range")),
        ("columns.group_rounds.2.amount.choices", [50000], ("columns.group_rounds.2.amount.low", "amount_not_allowed")),
    ],
)
def test_a_value_that_does_not_hold_is_told_by_its_path(path: str, value: Any, told: tuple[str, str] | None) -> None:
    with pytest.raises(Refused) as caught:
        read_ladder(changed(raw("ladder")["values"], {path: value}))
    assert caught.value.code == "rule_values"
    assert (told or (path, caught.value.problems[0].code)) in [(one.field, one.code) for one in caught.value.problems]
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert problem.field in say(language, f"problem.{problem.code}", **problem.values)


def test_sums_without_payers_are_told() -> None:
    values = changed(raw("ladder")["values"], {"columns.own_checks.1.amount": {"low": 100, "high": 100}})
    with pytest.raises(Refused) as caught:
        read_ladder(values)
    assert [one.code for one in caught.value.problems] == ["payers_missing"]


def test_a_third_may_not_be_counted_more_widely_than_a_second() -> None:
    values = changed(raw("ladder")["values"], {"counting.second_counts": "item", "counting.third_counts": "group"})
    with pytest.raises(Refused) as caught:
        read_ladder(values)
    assert [one.code for one in caught.value.problems] == ["third_wider_than_second"]


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        read_ladder({})
    assert len(caught.value.problems) > 10
