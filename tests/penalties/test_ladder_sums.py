"""Who pays what: both columns by three rungs with exact sums, the line of the day, and what may be chosen."""

from __future__ import annotations

from uuid import UUID

import pytest
from tests.penalties.ladder_facts import EMPLOYEE, HEAD, SUPERIOR, days_ago, earlier, facts, finding
from tests.rulebook.shipped_rules import ladder

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import Basis, Choice, Decision, EarlierOffence, Person
from qualitydesk.penalties.rules import decide, problems_in
from qualitydesk.rulebook.model import Gravity, Role, Sanction

LADDER = ladder()
OWN, GROUP = "patrol", "group_round"


def before(count: int, kind: str = OWN) -> tuple[EarlierOffence, ...]:
    return tuple(earlier("A1", days_ago(10 * key), key, kind=kind) for key in range(1, count + 1))


def bill(decision: Decision) -> list[tuple[str, Role, int]]:
    return [(payment.name, payment.role, payment.amount) for payment in decision.payments]


def codes(decision: Decision) -> list[str]:
    return [note.code.removeprefix("explain.note.") for note in decision.notes]


@pytest.mark.parametrize(
    ("kind", "earlier_ones", "gravity", "sanction", "each", "total"),
    [
        (OWN, 0, Gravity.SERIOUS, Sanction.WARNING_ORAL_WRITTEN, [], 0),
        (OWN, 1, Gravity.ORDINARY, Sanction.FINE, [5000, 5000, 5000], 15000),
        (OWN, 1, Gravity.SERIOUS, Sanction.FINE, [10000, 10000, 10000], 30000),
        (OWN, 2, Gravity.ORDINARY, Sanction.FINE_UNDER_OBSERVATION, [20000, 20000, 20000], 60000),
        (OWN, 2, Gravity.SERIOUS, Sanction.FINE_UNDER_OBSERVATION, [20000, 20000, 20000], 60000),
        (GROUP, 0, Gravity.SERIOUS, Sanction.PUBLISHED_CRITICISM, [], 0),
        (GROUP, 1, Gravity.ORDINARY, Sanction.FINE_PUBLISHED, [10000, 10000, 10000], 30000),
        (GROUP, 1, Gravity.SERIOUS, Sanction.FINE_PUBLISHED, [10000, 10000, 10000], 30000),
        (GROUP, 2, Gravity.SERIOUS, Sanction.DISMISSAL_PROPOSAL, [], 0),
    ],
)
def test_every_rung_of_both_columns_has_its_sanction_and_its_sums(
    kind: str, earlier_ones: int, gravity: Gravity, sanction: Sanction, each: list[int], total: int
) -> None:
    decision = decide(facts(finding(gravity=gravity), kind=kind, before=before(earlier_ones, kind)), LADDER)
    assert decision.sanction is sanction
    assert [payment.amount for payment in decision.payments] == each
    assert decision.total == total


def test_employee_superior_and_head_of_that_day_pay_in_this_order() -> None:
    decision = decide(facts(before=before(2)), LADDER)
    assert bill(decision) == [
        ("张𬱖", Role.EMPLOYEE, 20000),
        ("李雪梅", Role.SUPERIOR, 20000),
        ("王建国", Role.HEAD, 20000),
    ]
    assert [payment.sanction for payment in decision.payments] == [
        Sanction.FINE_UNDER_OBSERVATION,
        Sanction.FINE,
        Sanction.FINE,
    ]
    assert [payment.basis for payment in decision.payments] == [Basis.FIXED, Basis.SAME, Basis.SAME]


def test_on_the_first_rung_of_own_checks_both_superiors_are_told() -> None:
    decision = decide(facts(), LADDER)
    assert [(told.person_id, told.role) for told in decision.told] == [
        (SUPERIOR.id, Role.SUPERIOR),
        (HEAD.id, Role.HEAD),
    ]
    assert not decision.published


def test_group_rounds_are_published_and_the_second_goes_through_the_office_system() -> None:
    first, second, third = (decide(facts(kind=GROUP, before=before(n, GROUP)), LADDER) for n in range(3))
    assert [(one.published, one.office_notice) for one in (first, second, third)] == [
        (True, False),
        (True, True),
        (False, False),
    ]
    assert first.told == second.told == ()
    assert [told.role for told in third.told] == [Role.SUPERIOR, Role.HEAD]


def test_nobody_on_record_is_noted_and_nobody_pays_in_her_place() -> None:
    decision = decide(facts(before=before(1), superior=None, head=None), LADDER)
    assert (bill(decision), codes(decision)) == ([("张𬱖", Role.EMPLOYEE, 5000)], ["no_superior", "no_head"])


def test_one_person_in_both_roles_pays_once() -> None:
    decision = decide(facts(before=before(1), head=SUPERIOR), LADDER)
    assert bill(decision) == [("张𬱖", Role.EMPLOYEE, 5000), ("李雪梅", Role.SUPERIOR, 5000)]
    assert codes(decision) == ["superior_is_head"]
    assert [told.name for told in decide(facts(head=SUPERIOR), LADDER).told] == ["李雪梅"]


def test_an_employee_who_is_her_own_superior_or_head_pays_once() -> None:
    decision = decide(facts(before=before(1), head=EMPLOYEE), LADDER)
    assert bill(decision) == [("张𬱖", Role.EMPLOYEE, 5000), ("李雪梅", Role.SUPERIOR, 5000)]
    assert codes(decision) == ["head_is_employee"]
    alone = decide(facts(before=before(1), superior=EMPLOYEE, head=EMPLOYEE), LADDER)
    assert alone.total == 5000
    assert codes(alone) == ["superior_is_employee", "head_is_employee"]


def test_a_rung_that_names_no_superior_notes_nothing_about_the_line() -> None:
    assert codes(decide(facts(kind=GROUP, superior=None, head=None), LADDER)) == []


def test_one_superior_may_be_left_out_with_a_reason() -> None:
    choice = Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="当日请假")
    decision = decide(facts(before=before(1), choice=choice), LADDER)
    assert bill(decision) == [("张𬱖", Role.EMPLOYEE, 5000), ("李雪梅", Role.SUPERIOR, 5000)]
    assert decision.notes[0].values["reason"] == "当日请假"
    assert decision.told == ()


def test_a_person_in_both_roles_is_left_out_by_either() -> None:
    choice = Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="当日请假")
    assert decide(facts(before=before(1), head=SUPERIOR, choice=choice), LADDER).total == 5000


@pytest.mark.parametrize(
    ("choice", "earlier_ones", "problems"),
    [
        (Choice(leave_out=frozenset({Role.HEAD})), 1, [("leave_out_reason", "reason_missing")]),
        (
            Choice(leave_out=frozenset({Role.HEAD, Role.SUPERIOR}), leave_out_reason="x"),
            1,
            [("leave_out", "too_many_left_out")],
        ),
        (Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="x"), 2, [("leave_out", "too_many_left_out")]),
        (
            Choice(leave_out=frozenset({Role.EMPLOYEE}), leave_out_reason="x"),
            1,
            [("leave_out", "nobody_to_leave_out")],
        ),
        (Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="x"), 0, [("leave_out", "nobody_to_leave_out")]),
        (Choice({Role.EMPLOYEE: 10000}), 1, [("amount_reason", "reason_missing")]),
        (Choice({Role.EMPLOYEE: 10000}, "  "), 1, [("amount_reason", "reason_missing")]),
        (Choice({Role.EMPLOYEE: 7500}, "x"), 1, [("amounts.employee", "amount_outside_rule")]),
        (Choice({Role.HEAD: 5000}, "x"), 1, [("amounts.head", "amount_not_chosen_here")]),
        (Choice({Role.EMPLOYEE: 5000}, "x"), 0, [("amounts.employee", "amount_not_chosen_here")]),
        (Choice({Role.EMPLOYEE: 5000}), 1, []),
        (Choice({Role.EMPLOYEE: 10000}, "顾客在场"), 1, []),
    ],
)
def test_a_choice_keeps_to_the_rule_and_has_its_reason(
    choice: Choice, earlier_ones: int, problems: list[tuple[str, str]]
) -> None:
    given = facts(before=before(earlier_ones), choice=choice)
    assert [(found.field, found.code) for found in problems_in(choice, given, LADDER)] == problems
    if problems:
        with pytest.raises(Refused) as caught:
            decide(given, LADDER)
        assert caught.value.code == "draft"
    else:
        decide(given, LADDER)


def test_the_superiors_follow_the_employees_chosen_sum_in_own_checks() -> None:
    choice = Choice({Role.EMPLOYEE: 10000}, "顾客在场")
    decision = decide(facts(before=before(1), choice=choice), LADDER)
    assert decision.total == 30000
    assert [payment.basis for payment in decision.payments] == [Basis.CHOSEN, Basis.SAME, Basis.SAME]


def test_each_level_of_the_line_has_its_own_sum_on_the_second_rung_of_group_rounds() -> None:
    choice = Choice({Role.EMPLOYEE: 20000, Role.HEAD: 100000}, "责任认定")
    decision = decide(facts(kind=GROUP, before=before(1, GROUP), choice=choice), LADDER)
    assert [payment.amount for payment in decision.payments] == [20000, 10000, 100000]
    assert [payment.basis for payment in decision.payments] == [Basis.CHOSEN, Basis.LOW_END, Basis.CHOSEN]
    assert decision.total == 130000


@pytest.mark.parametrize(("fen", "allowed"), [(9900, False), (10000, True), (10050, False), (100000, True)])
def test_the_range_of_group_rounds_is_in_whole_yuan_and_includes_both_ends(fen: int, allowed: bool) -> None:
    choice = Choice({Role.EMPLOYEE: fen}, "责任认定")
    given = facts(kind=GROUP, before=before(1, GROUP))
    assert (problems_in(choice, given, LADDER) == ()) is allowed
    assert problems_in(Choice({Role.EMPLOYEE: 100100}, "责任认定"), given, LADDER)


def test_nothing_is_chosen_for_somebody_who_is_not_there() -> None:
    given = facts(kind=GROUP, before=before(1, GROUP), head=None)
    (problem,) = problems_in(Choice({Role.HEAD: 20000}, "责任认定"), given, LADDER)
    assert problem.code == "amount_not_chosen_here"


def test_one_person_in_two_roles_with_two_sums_pays_the_higher_once() -> None:
    choice = Choice({Role.SUPERIOR: 20000, Role.HEAD: 50000}, "责任认定")
    decision = decide(facts(kind=GROUP, before=before(1, GROUP), head=SUPERIOR, choice=choice), LADDER)
    assert bill(decision) == [("张𬱖", Role.EMPLOYEE, 10000), ("李雪梅", Role.HEAD, 50000)]


def test_somebody_a_rule_tells_without_making_her_pay_is_told() -> None:
    rule = ladder(
        columns__own_checks__2__payers={"employee": "own", "superior": "same"},
        columns__own_checks__2__told=["head"],
    )
    decision = decide(facts(before=before(1)), rule)
    assert decision.total == 10000
    assert [told.person_id for told in decision.told] == [UUID(int=3)]


def test_the_superior_of_the_acts_day_pays_whoever_leads_today() -> None:
    then, now = Person(UUID(int=20), "赵敏"), Person(UUID(int=21), "钱进")
    assert decide(facts(before=before(1), superior=then), LADDER).payments[1].name == "赵敏"
    assert decide(facts(before=before(1), superior=now), LADDER).payments[1].name == "钱进"
