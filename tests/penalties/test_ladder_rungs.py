"""Which rung is reached: what counts, what does not, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.penalties.ladder_facts import ACT_DAY, at, days_ago, earlier, facts, finding
from tests.rulebook.shipped_rules import edition, ladder

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import Decision, Reason, Standing
from qualitydesk.penalties.rules import decide
from qualitydesk.rulebook.model import Column, Gravity
from qualitydesk.rulebook.rules import edition_for, ladder_edition

EACH = ladder(counting__same_round="each")
LADDER = ladder()


def reasons(decision: Decision) -> dict[str, Reason | None]:
    return {entry.round_number: entry.reason for entry in decision.not_counted}


def only_reason(decision: Decision) -> Reason | None:
    (entry,) = decision.not_counted
    assert not decision.counted
    return entry.reason


def test_nothing_before_is_the_first_rung() -> None:
    decision = decide(facts(), LADDER)
    assert (decision.rung, decision.counted, decision.not_counted) == (1, (), ())


def test_one_earlier_in_the_group_is_the_second_rung() -> None:
    decision = decide(facts(before=(earlier("A2", days_ago(30), 1),)), LADDER)
    assert decision.rung == 2
    (counted,) = decision.counted
    assert (counted.day, counted.for_second, counted.for_third) == (days_ago(30), True, False)


def test_the_third_on_the_same_item_is_the_third_rung() -> None:
    before = (earlier("A1", days_ago(90), 1), earlier("A1", days_ago(30), 2))
    assert decide(facts(before=before), LADDER).rung == 3


def test_the_fourth_is_treated_as_the_third() -> None:
    before = tuple(earlier("A1", days_ago(10 * key), key) for key in (1, 2, 3))
    decision = decide(facts(before=before), LADDER)
    assert decision.rung == 3
    assert decision.findings[0].thirds == 3


def test_a_third_in_the_group_on_other_items_stays_the_second_rung() -> None:
    before = (earlier("A2", days_ago(90), 1), earlier("A3", days_ago(30), 2), earlier("A1", days_ago(20), 3))
    assert decide(facts(before=before), LADDER).rung == 2


def test_the_group_may_count_throughout() -> None:
    before = (earlier("A2", days_ago(90), 1), earlier("A3", days_ago(30), 2))
    assert decide(facts(before=before), ladder(counting__third_counts="group")).rung == 3


def test_the_item_may_count_throughout() -> None:
    throughout = ladder(counting__second_counts="item")
    decision = decide(facts(before=(earlier("A2", days_ago(30), 1),)), throughout)
    assert (decision.rung, only_reason(decision)) == (1, Reason.OTHER_ITEM)
    assert decide(facts(before=(earlier("A1", days_ago(30), 1),)), throughout).rung == 2
    other = decide(facts(before=(earlier("C1", days_ago(30), 1),)), throughout)
    assert only_reason(other) is Reason.OTHER_GROUP


def test_another_group_does_not_count() -> None:
    decision = decide(facts(before=(earlier("C1", days_ago(30), 1),)), LADDER)
    assert (decision.rung, only_reason(decision)) == (1, Reason.OTHER_GROUP)


def test_an_item_keeps_its_identity_when_a_new_edition_moves_it_to_another_group() -> None:
    before = (earlier("A1", days_ago(90), 1, group="conduct"), earlier("A1", days_ago(30), 2, group="conduct"))
    assert decide(facts(before=before[:1]), LADDER).rung == 2
    assert decide(facts(before=before), LADDER).rung == 3


@pytest.mark.parametrize("kind", ["quality_check", "group_round", "mystery"])
def test_the_columns_count_apart(kind: str) -> None:
    decision = decide(facts(before=(earlier("A1", days_ago(30), 1, kind=kind),)), LADDER)
    assert (decision.rung, only_reason(decision)) == (1, Reason.OTHER_COLUMN)
    other_way = decide(facts(kind=kind, before=(earlier("A1", days_ago(30), 1),)), LADDER)
    assert (other_way.column, other_way.rung, only_reason(other_way)) == (
        Column.GROUP_ROUNDS,
        1,
        Reason.OTHER_COLUMN,
    )


def test_a_mystery_visit_is_heard_in_the_group_rounds_column() -> None:
    decision = decide(facts(kind="mystery", before=(earlier("A1", days_ago(30), 1, kind="group_round"),)), LADDER)
    assert (decision.column, decision.rung) == (Column.GROUP_ROUNDS, 2)


def test_a_setting_joins_the_columns() -> None:
    joined = ladder(counting__join_columns=True)
    assert decide(facts(before=(earlier("A1", days_ago(30), 1, kind="group_round"),)), joined).rung == 2


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (Standing.LEFT_OUT, Reason.LEFT_OUT),
        (Standing.DISPUTED, Reason.DISPUTED),
        (Standing.WITHDRAWN, Reason.WITHDRAWN),
    ],
)
def test_what_does_not_stand_does_not_count(standing: Standing, reason: Reason) -> None:
    decision = decide(facts(before=(earlier("A1", days_ago(30), 1, standing=standing),)), LADDER)
    assert (decision.rung, only_reason(decision)) == (1, reason)


def test_the_violation_itself_is_not_counted() -> None:
    own = finding("A1")
    itself = replace(earlier("A1", ACT_DAY, 1), finding_id=own.finding_id, round_id=UUID(int=9000))
    decision = decide(facts(own, before=(itself,)), LADDER)
    assert (decision.rung, only_reason(decision)) == (1, Reason.ITSELF)


def test_another_finding_of_the_same_round_is_not_counted() -> None:
    other = earlier("A1", ACT_DAY, 1, round_id=UUID(int=9000))
    for standing in (LADDER, EACH):
        decision = decide(facts(before=(other,)), standing)
        assert (decision.rung, only_reason(decision)) == (1, Reason.SAME_ROUND)


def test_partly_never_counts_and_fixed_on_the_spot_does() -> None:
    decision = decide(facts(before=(earlier("A1", days_ago(30), 1, partly=True),)), LADDER)
    assert (decision.rung, only_reason(decision)) == (1, Reason.PARTLY)
    assert decide(facts(before=(earlier("A1", days_ago(30), 1, fixed=True),)), LADDER).rung == 2


def test_both_are_settings() -> None:
    partly = ladder(counting__partly=True)
    assert decide(facts(before=(earlier("A1", days_ago(30), 1, partly=True),)), partly).rung == 2
    assert decide(facts(finding(partly=True)), partly).rung == 1
    fixed = ladder(counting__fixed_on_the_spot=False)
    decision = decide(facts(before=(earlier("A1", days_ago(30), 1, fixed=True),)), fixed)
    assert (decision.rung, only_reason(decision)) == (1, Reason.FIXED)


@pytest.mark.parametrize(
    ("act_day", "in_day", "out_day"),
    [
        (date(2026, 11, 21), date(2025, 11, 21), date(2025, 11, 20)),
        (date(2028, 2, 29), date(2027, 2, 28), date(2027, 2, 27)),
        (date(2027, 2, 28), date(2026, 2, 28), date(2026, 2, 27)),
    ],
)
def test_the_look_back_ends_that_very_day(act_day: date, in_day: date, out_day: date) -> None:
    # At one minute past midnight and one before, so that a look-back by moments or by UTC days would fail.
    first = earlier("A1", in_day, 1, at=at(in_day, 0, 1))
    last = earlier("A1", out_day, 2, at=at(out_day, 23, 59))
    decision = decide(facts(day=act_day, moment=at(act_day, 23, 30), before=(first, last)), LADDER)
    assert [entry.day for entry in decision.counted] == [in_day]
    assert only_reasons(decision) == [Reason.OUT_OF_WINDOW]
    assert decision.rung == 2


def only_reasons(decision: Decision) -> list[Reason | None]:
    return [entry.reason for entry in decision.not_counted]


def test_the_look_back_is_a_value_of_the_rule() -> None:
    before = (earlier("A1", date(2024, 12, 1), 1),)
    assert decide(facts(before=before), LADDER).rung == 1
    assert decide(facts(before=before), ladder(counting__look_back_months=24)).rung == 2


def test_earlier_rounds_of_the_same_day_count_by_moment() -> None:
    morning = earlier("A1", ACT_DAY, 1, at=at(ACT_DAY, 8))
    same = earlier("A1", ACT_DAY, 2, at=at(ACT_DAY, 10))
    evening = earlier("A1", ACT_DAY, 3, at=at(ACT_DAY, 18))
    decision = decide(facts(before=(evening, same, morning), moment=at(ACT_DAY, 10)), LADDER)
    assert [entry.round_number for entry in decision.counted] == [morning.round_number]
    assert reasons(decision) == {same.round_number: Reason.LATER, evening.round_number: Reason.LATER}


def test_a_back_dated_offence_between_two_others_counts_by_its_own_moment() -> None:
    first, last = earlier("A1", days_ago(60), 1), earlier("A1", days_ago(10), 3)
    between = earlier("A1", days_ago(30), 2, recorded_at=at(ACT_DAY, 9))
    assert decide(facts(before=(first, last)), LADDER).findings[0].thirds == 2
    decision = decide(facts(before=(first, last, between)), LADDER)
    assert [entry.day for entry in decision.counted] == [days_ago(60), days_ago(30), days_ago(10)]
    # And for the offence of ten days ago it would have been the second one before.
    then = facts(before=(first, between), day=days_ago(10))
    assert decide(then, LADDER).rung == 3


def test_an_employee_who_moved_takes_her_history_along() -> None:
    elsewhere = earlier("A1", days_ago(30), 1, round_number="XJ-SH-2026-0007")
    assert decide(facts(before=(elsewhere,)), LADDER).rung == 2


def test_two_findings_on_one_item_in_one_earlier_round_are_one() -> None:
    round_id = UUID(int=77)
    before = tuple(
        earlier("A1", days_ago(30), key, round_id=round_id, round_number="XJ-BJ-2026-0077") for key in (1, 2)
    )
    for rule in (LADDER, EACH):
        decision = decide(facts(before=before), rule)
        assert (decision.rung, decision.findings[0].thirds) == (2, 1)
        assert only_reasons(decision) == [Reason.SAME_ITEM]


def test_items_of_one_earlier_round_are_one_occasion_unless_each_counts() -> None:
    before = tuple(earlier(item, days_ago(30), key, round_id=UUID(int=77)) for key, item in enumerate(("A2", "A3"), 1))
    one = decide(facts(before=before), ladder(counting__third_counts="group"))
    assert (one.rung, only_reasons(one)) == (2, [Reason.SAME_OCCASION])
    each = decide(facts(before=before), ladder(counting__third_counts="group", counting__same_round="each"))
    assert (each.rung, each.not_counted) == (3, ())


def test_the_very_item_stands_for_its_occasion() -> None:
    before = (
        earlier("A2", days_ago(30), 1, round_id=UUID(int=77), at=at(days_ago(30), 8)),
        earlier("A1", days_ago(30), 2, round_id=UUID(int=77), at=at(days_ago(30), 9)),
        earlier("A1", days_ago(60), 3),
    )
    assert decide(facts(before=before), LADDER).rung == 3


def test_two_failed_items_in_one_round_are_one_rung_or_two_by_setting() -> None:
    act = facts(finding("A1", 1), finding("A2", 2))
    one = decide(act, LADDER)
    assert (one.rung, [entry.rung for entry in one.findings]) == (1, [1, 1])
    each = decide(act, EACH)
    assert (each.rung, [entry.rung for entry in each.findings]) == (2, [1, 2])
    assert [entry.item_code for entry in each.counted] == ["A1"]


def test_items_of_another_group_do_not_join_even_where_each_counts() -> None:
    assert decide(facts(finding("A1", 1), finding("C1", 2)), EACH).rung == 1
    by_item = ladder(counting__same_round="each", counting__second_counts="item")
    assert decide(facts(finding("A1", 1), finding("A2", 2)), by_item).rung == 1


def test_where_each_counts_the_third_item_of_the_group_is_third_only_if_the_group_counts_throughout() -> None:
    act = facts(finding("A1", 1), finding("A2", 2), finding("A3", 3))
    assert decide(act, EACH).rung == 2
    throughout = ladder(counting__same_round="each", counting__third_counts="group")
    assert decide(act, throughout).rung == 3


def test_where_each_counts_the_highest_rung_falls_on_the_gravest() -> None:
    act = facts(finding("A1", 1, Gravity.SERIOUS), finding("A2", 2))
    decision = decide(act, EACH)
    assert decision.deciding == UUID(int=101)
    assert decision.payments[0].amount == 10000


def test_two_findings_on_one_item_in_the_act_are_one_and_the_gravest_stands() -> None:
    act = facts(finding("A1", 1, Gravity.SERIOUS), finding("A1", 2), before=(earlier("A1", days_ago(30), 1),))
    for rule in (LADDER, EACH):
        decision = decide(act, rule)
        assert (decision.rung, decision.deciding, decision.total) == (2, UUID(int=101), 30000)
        assert [entry.one_with for entry in decision.findings] == [None, UUID(int=101)]


def test_the_highest_rung_of_the_act_decides_and_all_findings_are_listed() -> None:
    before = (earlier("C1", days_ago(30), 1), earlier("C1", days_ago(60), 2), earlier("A2", days_ago(20), 3))
    act = facts(finding("A1", 1), finding("C1", 2), finding("C2", 3), before=before)
    decision = decide(act, LADDER)
    assert (decision.rung, decision.deciding) == (3, UUID(int=102))
    assert [(entry.item_code, entry.rung) for entry in decision.findings] == [("A1", 2), ("C1", 3), ("C2", 2)]
    assert [entry.item_code for entry in decision.counted] == ["C1", "C1"]


def test_of_equal_rungs_the_gravest_finding_decides_then_the_lower_code() -> None:
    grave = decide(facts(finding("A1", 1), finding("C1", 2, Gravity.SERIOUS)), LADDER)
    assert grave.deciding == UUID(int=102)
    even = decide(facts(finding("C1", 1), finding("A1", 2)), LADDER)
    assert even.deciding == UUID(int=102)


def test_a_partly_met_item_of_the_act_is_listed_and_sanctions_nothing() -> None:
    decision = decide(facts(finding("A1", 1), finding("A2", 2, partly=True)), EACH)
    assert [(entry.item_code, entry.rung) for entry in decision.findings] == [("A1", 1), ("A2", 0)]


def test_an_act_without_an_offence_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        decide(facts(finding(partly=True)), LADDER)
    assert caught.value.code == "no_offence"
    with pytest.raises(Refused):
        decide(facts(finding(fixed=True)), ladder(counting__fixed_on_the_spot=False))


def test_a_kind_of_round_the_rule_does_not_know_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        decide(facts(kind="outing"), LADDER)
    assert caught.value.words == {"kind": "outing"}


def test_the_edition_of_the_acts_day_decides() -> None:
    old = edition(number=1, effective_from=date(2000, 1, 1))
    new = edition(
        number=2,
        effective_from=date(2026, 11, 21),
        columns__own_checks__3__amount={"low": 30000, "high": 30000},
    )
    before = (earlier("A1", days_ago(60), 1), earlier("A1", days_ago(30), 2))
    sums = {}
    for act_day in (date(2026, 11, 20), date(2026, 11, 21)):
        act = facts(day=act_day, before=before)
        standing = edition_for((new, old), act.act_day)
        assert standing is not None
        decision = decide(act, ladder_edition(standing))
        sums[act_day] = (decision.edition_number, decision.total)
    assert sums == {date(2026, 11, 20): (1, 60000), date(2026, 11, 21): (2, 90000)}


def test_the_acts_day_is_the_day_on_the_wall_and_not_in_utc() -> None:
    just_past_midnight = facts(moment=at(date(2026, 11, 22), 0, 30))
    assert decide(just_past_midnight, LADDER).act_day == date(2026, 11, 22)
