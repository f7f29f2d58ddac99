"""Whether what the supervisor chose in place of the proposal is hers to choose, and has its reason."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import Blame, Choice, Leeway
from qualitydesk.rulebook.model import Amount, Role, RungRule, Share


def leeway_of(rung: RungRule) -> Leeway:
    """What a rung leaves to choose."""
    own = [role for role, share in rung.payers.items() if share is Share.OWN]
    return Leeway(dict.fromkeys(own, rung.amount) if rung.amount is not None else {}, rung.may_leave_out)


def suggested(amount: Amount, blame: Blame) -> int:
    """The sum a responsibility suggests within a range, in fen: the low end, half way on the rule's step, the high end.

    [ours] A suggestion only: any sum of the range may be chosen with its reason.
    """
    if blame is Blame.MINOR:
        return amount.low
    if blame is Blame.FULL:
        return amount.high
    return amount.low + (amount.high - amount.low) // 2 // amount.step * amount.step


def is_range(amount: Amount) -> bool:
    """Whether the rule leaves the sum to the responsibility found: a range without sums to choose from."""
    return amount.low != amount.high and not amount.choices and not amount.by_gravity


def problems_in_choice(
    choice: Choice, leeway: Leeway, proposed: Mapping[Role, int], paying: Mapping[Role, UUID]
) -> tuple[Problem, ...]:
    """What is wrong with a choice, beside the fields amounts.<role>, amount_reason, leave_out(_reason).

    `proposed`: in fen by role; `paying`: the superiors who pay.
    """
    added = tuple(Problem("reason", "reason_missing") for act in choice.added if not act.reason.strip())
    return (*_in_amounts(choice, leeway, proposed, paying), *_in_leaving_out(choice, leeway, paying), *added[:1])


def _in_amounts(
    choice: Choice, leeway: Leeway, proposed: Mapping[Role, int], paying: Mapping[Role, UUID]
) -> list[Problem]:
    problems: list[Problem] = []
    for role, fen in sorted(choice.amounts.items()):
        field = f"amounts.{role}"
        amount = leeway.amounts.get(role)
        if amount is None or (role is not Role.EMPLOYEE and role not in paying):
            problems.append(Problem(field, "amount_not_chosen_here"))
        elif not amount.allows(fen):
            low, high = money.words(amount.low), money.words(amount.high)
            problems.append(Problem(field, "amount_outside_rule", {"low": low, "high": high}))
        elif fen != proposed[role] and not choice.amount_reason.strip():
            problems.append(Problem("amount_reason", "reason_missing"))
    return problems


def _in_leaving_out(choice: Choice, leeway: Leeway, paying: Mapping[Role, UUID]) -> list[Problem]:
    problems: list[Problem] = []
    if not choice.leave_out:
        return problems
    if not choice.leave_out <= paying.keys():
        problems.append(Problem("leave_out", "nobody_to_leave_out"))
    elif len({paying[role] for role in choice.leave_out}) > leeway.may_leave_out:
        problems.append(Problem("leave_out", "too_many_left_out", {"most": leeway.may_leave_out}))
    if not choice.leave_out_reason.strip():
        problems.append(Problem("leave_out_reason", "reason_missing"))
    return problems
