"""Who pays what on a rung, and who is told: the employee and the line on the day of the act, each person once."""

from __future__ import annotations

from dataclasses import dataclass

from qualitydesk.penalties.model import Basis, Choice, LadderFacts, Line, Payment, Person, Told
from qualitydesk.rulebook.model import Amount, Gravity, Role, RungRule, Share


@dataclass(frozen=True)
class LinePerson:
    """A superior who is somebody else than the employee, with every role she has in the line."""

    person: Person
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Bill:
    """Payments, those told, and what is to be noted about the line."""

    payments: tuple[Payment, ...]
    told: tuple[Told, ...]
    notes: tuple[Line, ...]


def line_of(facts: LadderFacts, rung: RungRule) -> tuple[tuple[LinePerson, ...], tuple[Line, ...]]:
    """The superiors this rung names, one entry a person, and notes on who is missing or already named."""
    named = {Role.SUPERIOR: facts.superiors.superior, Role.HEAD: facts.superiors.head}
    found: list[LinePerson] = []
    notes: list[Line] = []
    for role, person in named.items():
        if role not in rung.payers and role not in rung.told:
            continue
        if person is None:
            notes.append(Line(f"explain.note.no_{role}"))
        elif person.id == facts.act.employee.id:
            notes.append(Line(f"explain.note.{role}_is_employee", {"name": person.name}))
        elif found and found[0].person.id == person.id:
            found[0] = LinePerson(person, (*found[0].roles, role))
            notes.append(Line("explain.note.superior_is_head", {"name": person.name}))
        else:
            found.append(LinePerson(person, (role,)))
    return tuple(found), tuple(notes)


def bill_for(facts: LadderFacts, rung: RungRule, gravity: Gravity) -> Bill:
    """Payments and told persons of a rung. The choice must have been checked (`choosing.problems_in_choice`)."""
    line, noted = line_of(facts, rung)
    notes = list(noted)
    payments: list[Payment] = []
    told: list[Told] = []
    if rung.amount is not None:
        fen, basis = sum_for(Role.EMPLOYEE, rung, rung.amount, gravity, facts.choice)
        employee = facts.act.employee
        payments.append(Payment(employee.id, employee.name, Role.EMPLOYEE, fen, rung.sanction, basis))
    for one in line:
        paying = [role for role in one.roles if role in rung.payers]
        if facts.choice.leave_out.intersection(paying):
            values = {"name": one.person.name, "role_code": f"role.{paying[0]}"}
            notes.append(Line("explain.note.left_out", {**values, "reason": facts.choice.leave_out_reason}))
        elif rung.amount is not None and paying:
            payments.append(_payment(one, paying, rung, rung.amount, gravity, facts.choice))
        else:
            told.append(Told(one.person.id, one.person.name, one.roles[0]))
    return Bill(tuple(payments), tuple(told), tuple(notes))


def sum_for(role: Role, rung: RungRule, amount: Amount, gravity: Gravity, choice: Choice) -> tuple[int, Basis]:
    """What a role pays in fen, and where the sum comes from."""
    if rung.payers[role] is Share.SAME:
        return sum_for(Role.EMPLOYEE, rung, amount, gravity, choice)[0], Basis.SAME
    proposed = amount.proposed(gravity)
    chosen = choice.amounts.get(role, proposed)
    return chosen, _basis(amount, gravity) if chosen == proposed else Basis.CHOSEN


def _payment(
    one: LinePerson, paying: list[Role], rung: RungRule, amount: Amount, gravity: Gravity, choice: Choice
) -> Payment:
    """One payment a person: in two roles with different sums she pays the higher."""
    sums = {role: sum_for(role, rung, amount, gravity, choice) for role in paying}
    role = max(paying, key=lambda entry: sums[entry][0])
    fen, basis = sums[role]
    return Payment(one.person.id, one.person.name, role, fen, rung.superiors_sanction or rung.sanction, basis)


def _basis(amount: Amount, gravity: Gravity) -> Basis:
    if gravity in amount.by_gravity:
        return Basis(gravity.value)
    return Basis.FIXED if amount.low == amount.high else Basis.LOW_END
