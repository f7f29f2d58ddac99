"""Whether what the supervisor chose in place of the proposal is hers to choose, and has its reason."""

from __future__ import annotations

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import Choice
from qualitydesk.penalties.rules.paying import LinePerson
from qualitydesk.rulebook.model import Gravity, Role, RungRule, Share


def problems_in_choice(
    choice: Choice, rung: RungRule, gravity: Gravity, line: tuple[LinePerson, ...]
) -> tuple[Problem, ...]:
    """What is wrong with a choice on this rung, beside the fields amounts.<role>, amount_reason, leave_out(_reason)."""
    added = tuple(Problem("reason", "reason_missing") for act in choice.added if not act.reason.strip())
    return (*_in_amounts(choice, rung, gravity, line), *_in_leaving_out(choice, rung, line), *added[:1])


def _in_amounts(choice: Choice, rung: RungRule, gravity: Gravity, line: tuple[LinePerson, ...]) -> list[Problem]:
    present = {Role.EMPLOYEE, *(role for one in line for role in one.roles)}
    problems: list[Problem] = []
    for role, fen in sorted(choice.amounts.items()):
        field = f"amounts.{role}"
        if rung.amount is None or rung.payers.get(role) is not Share.OWN or role not in present:
            problems.append(Problem(field, "amount_not_chosen_here"))
        elif not rung.amount.allows(fen):
            low, high = money.words(rung.amount.low), money.words(rung.amount.high)
            problems.append(Problem(field, "amount_outside_rule", {"low": low, "high": high}))
        elif fen != rung.amount.proposed(gravity) and not choice.amount_reason.strip():
            problems.append(Problem("amount_reason", "reason_missing"))
    return problems


def _in_leaving_out(choice: Choice, rung: RungRule, line: tuple[LinePerson, ...]) -> list[Problem]:
    problems: list[Problem] = []
    if not choice.leave_out:
        return problems
    paying = {role: one.person.id for one in line for role in one.roles if role in rung.payers}
    if not choice.leave_out <= paying.keys():
        problems.append(Problem("leave_out", "nobody_to_leave_out"))
    elif len({paying[role] for role in choice.leave_out}) > rung.may_leave_out:
        problems.append(Problem("leave_out", "too_many_left_out", {"most": rung.may_leave_out}))
    if not choice.leave_out_reason.strip():
        problems.append(Problem("leave_out_reason", "reason_missing"))
    return problems
