"""The table of sanctions, cell by cell: both columns, three rungs, complaints without a level, points beside it.

Retyped from the group's rules; a cell that moves fails here whatever the code says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from tests.penalties.ladder_facts import EMPLOYEE, HEAD, SUPERIOR, days_ago, earlier, facts, finding
from tests.rulebook.shipped_rules import edition, ladder

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import Basis, Blame, Choice, Decision, EarlierOffence
from qualitydesk.penalties.model.points import Follows
from qualitydesk.penalties.rules import decide, leeway_of, words
from qualitydesk.penalties.rules.choosing import is_range, suggested
from qualitydesk.penalties.rules.consequences import PROPOSED, of_slip
from qualitydesk.rulebook.model import Amount, Column, Gravity, Role, Sanction
from qualitydesk.rulebook.rules import read_severity
from qualitydesk.rulebook.rules.rewarding import read_points

OWN, GROUP = "patrol", "group_round"
LADDER = ladder()
YUAN = 100


@dataclass(frozen=True)
class Cell:
    """What a cell says: sanction, sums in yuan for the employee and both superiors (None: told or nothing), more."""

    kind: str
    nth: int
    gravity: Gravity
    sanction: Sanction
    each: int | None
    told: bool = False
    published: bool = False
    office: bool = False
    proposes: Follows | None = None


ORDINARY, SERIOUS = Gravity.ORDINARY, Gravity.SERIOUS
CELLS = (
    Cell(OWN, 1, ORDINARY, Sanction.WARNING_ORAL_WRITTEN, None, told=True),
    Cell(OWN, 1, SERIOUS, Sanction.WARNING_ORAL_WRITTEN, None, told=True),
    Cell(OWN, 2, ORDINARY, Sanction.FINE, 50),
    Cell(OWN, 2, SERIOUS, Sanction.FINE, 100),
    Cell(OWN, 3, ORDINARY, Sanction.FINE_UNDER_OBSERVATION, 200, proposes=Follows.OBSERVATION),
    Cell(OWN, 3, SERIOUS, Sanction.FINE_UNDER_OBSERVATION, 200, proposes=Follows.OBSERVATION),
    Cell(GROUP, 1, ORDINARY, Sanction.PUBLISHED_CRITICISM, None, published=True),
    Cell(GROUP, 1, SERIOUS, Sanction.PUBLISHED_CRITICISM, None, published=True),
    Cell(GROUP, 2, ORDINARY, Sanction.FINE_PUBLISHED, 100, published=True, office=True),
    Cell(GROUP, 2, SERIOUS, Sanction.FINE_PUBLISHED, 100, published=True, office=True),
    Cell(GROUP, 3, ORDINARY, Sanction.DISMISSAL_PROPOSAL, None, told=True, proposes=Follows.DISMISSAL),
    Cell(GROUP, 3, SERIOUS, Sanction.DISMISSAL_PROPOSAL, None, told=True, proposes=Follows.DISMISSAL),
)


def before(kind: str, count: int) -> tuple[EarlierOffence, ...]:
    """So many earlier ones on the very item."""
    return tuple(earlier("A1", days_ago(30 * (at + 1)), at + 1, kind=kind) for at in range(count))


def decided(cell: Cell, choice: Choice | None = None, extra: int = 0) -> Decision:
    own = finding("A1", gravity=cell.gravity)
    return decide(facts(own, before=before(cell.kind, cell.nth - 1 + extra), kind=cell.kind, choice=choice), LADDER)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.kind}-{cell.nth}-{cell.gravity}")
def test_each_cell_of_the_table(cell: Cell) -> None:
    found = decided(cell)
    assert (found.rung, found.sanction) == (cell.nth, cell.sanction)
    assert (found.published, found.office_notice) == (cell.published, cell.office)
    line = [EMPLOYEE.id, SUPERIOR.id, HEAD.id]
    sums = [(one.person_id, one.amount) for one in found.payments]
    assert sums == ([(who, cell.each * YUAN) for who in line] if cell.each else [])
    assert found.total == 3 * (cell.each or 0) * YUAN
    assert [one.person_id for one in found.told] == (line[1:] if cell.told else [])
    assert PROPOSED.get(found.sanction) is cell.proposes
    codes = {one.code for one in found.explanation}
    left = {Follows.OBSERVATION: "explain.to_people_partly", Follows.DISMISSAL: "explain.to_people"}
    assert codes & set(left.values()) == ({left[cell.proposes]} if cell.proposes else set())


@pytest.mark.parametrize(
    "cell", [cell for cell in CELLS if cell.nth == 3], ids=lambda cell: f"{cell.kind}-{cell.gravity}"
)
def test_the_fourth_and_later_are_as_the_third(cell: Cell) -> None:
    third, fifth = decided(cell), decided(cell, extra=2)
    assert (fifth.rung, fifth.sanction, fifth.payments) == (3, third.sanction, third.payments)


@pytest.mark.parametrize("kind", [OWN, GROUP])
def test_one_person_in_both_capacities_is_there_once(kind: str) -> None:
    found = decide(facts(before=before(kind, 1), kind=kind, superior=HEAD, head=HEAD), LADDER)
    assert [one.person_id for one in found.payments] == [EMPLOYEE.id, HEAD.id]


@pytest.mark.parametrize("kind", [OWN, GROUP])
def test_on_the_second_one_superior_may_be_left_out_with_a_reason_and_not_both(kind: str) -> None:
    def leaving(*roles: Role, reason: str = "当日外出培训") -> Decision:
        choice = Choice(leave_out=frozenset(roles), leave_out_reason=reason)
        return decide(facts(before=before(kind, 1), kind=kind, choice=choice), LADDER)

    assert [one.role for one in leaving(Role.HEAD).payments] == [Role.EMPLOYEE, Role.SUPERIOR]
    for roles, reason in (((Role.HEAD,), ""), ((Role.HEAD, Role.SUPERIOR), "当日外出培训")):
        with pytest.raises(Refused):
            leaving(*roles, reason=reason)


def test_on_the_third_of_own_checks_nobody_is_left_out() -> None:
    choice = Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="当日外出培训")
    with pytest.raises(Refused):
        decide(facts(before=before(OWN, 2), choice=choice), LADDER)


def test_own_checks_second_is_fifty_or_a_hundred_and_nothing_between() -> None:
    def choosing(fen: int) -> Choice:
        return Choice({Role.EMPLOYEE: fen}, "情节较重")

    hundred = decide(facts(before=before(OWN, 1), choice=choosing(10000)), LADDER)
    assert [one.amount for one in hundred.payments] == [10000, 10000, 10000]
    with pytest.raises(Refused):
        decide(facts(before=before(OWN, 1), choice=choosing(7500)), LADDER)


@pytest.mark.parametrize(
    ("fens", "reason", "holds"),
    [
        ({Role.EMPLOYEE: 10000}, "", True),
        ({Role.EMPLOYEE: 100000}, "主要责任", True),
        ({Role.EMPLOYEE: 10100, Role.SUPERIOR: 50000, Role.HEAD: 100000}, "逐级认定", True),
        ({Role.SUPERIOR: 20000}, "", False),
        ({Role.HEAD: 100100}, "超出上限", False),
        ({Role.EMPLOYEE: 9900}, "低于下限", False),
        ({Role.EMPLOYEE: 10050}, "不足一元", False),
    ],
)
def test_group_rounds_second_goes_up_the_line_level_by_level(fens: dict[Role, int], reason: str, holds: bool) -> None:
    """100 to 1,000 each, the low end proposed; more needs a choice and a reason."""
    wanted = facts(before=before(GROUP, 1), kind=GROUP, choice=Choice(fens, reason))
    if not holds:
        with pytest.raises(Refused):
            decide(wanted, LADDER)
        return
    found = decide(wanted, LADDER)
    assert {one.role: one.amount for one in found.payments} == {
        Role.EMPLOYEE: 10000, Role.SUPERIOR: 10000, Role.HEAD: 10000, **fens,
    }  # fmt: skip
    assert all((one.basis is Basis.CHOSEN) == (one.amount > 10000) for one in found.payments)


def test_the_responsibility_found_suggests_a_sum_of_the_range_and_is_told() -> None:
    amount = leeway_of(LADDER.ladder.rung(Column.GROUP_ROUNDS, 2)).amounts[Role.EMPLOYEE]
    assert is_range(amount) and [suggested(amount, one) for one in Blame] == [10000, 55000, 100000]
    assert all(amount.allows(suggested(amount, one)) for one in Blame)
    assert not is_range(leeway_of(LADDER.ladder.rung(Column.OWN_CHECKS, 2)).amounts[Role.EMPLOYEE])
    choice = Choice({Role.HEAD: 55000}, "未落实班前检查", blame={Role.HEAD: Blame.MAIN})
    found = decide(facts(before=before(GROUP, 1), kind=GROUP, choice=choice), LADDER)
    assert f"{HEAD.name}：认定为主要责任。" in words(found, "zh")
    assert Decision.from_json(found.to_json()) == found


def test_a_complaint_that_got_no_level_is_two_hundred_to_five_hundred() -> None:
    low, high = read_severity(edition("severity").values).no_level
    assert (low, high) == (200 * YUAN, 500 * YUAN)
    amount = Amount(low, high)
    assert [suggested(amount, one) for one in Blame] == [20000, 35000, 50000]


def test_falsified_figures_and_private_referral_are_two_hundred_each_then_dismissal() -> None:
    row = read_points(edition("points").values).rows["integrity"]
    assert (row.acts, row.fine, row.second_dismissal) == (("false_figures", "private_referral"), 200 * YUAN, True)
    assert (row.employee, row.team, row.third_employee) == (0, 0, None)


def test_what_a_slip_leaves_to_people_has_a_key_of_its_own() -> None:
    third = decided(CELLS[4])
    one = of_slip(third, slip_id=UUID(int=7), number="CF-BJ-2026-0001", since=days_ago(0))
    assert one is not None and (one.kind, one.key) == (Follows.OBSERVATION, f"observation:{UUID(int=7)}")
    assert of_slip(replace(third, sanction=Sanction.FINE), slip_id=UUID(int=7), number="", since=days_ago(0)) is None
