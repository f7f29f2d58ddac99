"""What a case's level proposes for one responsible person and the superiors who go with her, with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from qualitydesk.basics.errors import Problem, refuse_if
from qualitydesk.penalties.model import Basis, CaseFacts, Choice, Decision, Due, Leeway, Line, Payment, Told
from qualitydesk.penalties.rules.choosing import problems_in_choice
from qualitydesk.penalties.rules.explaining import payment_lines, sanction_lines
from qualitydesk.rulebook.model import Amount, Role


def decide_on_case(facts: CaseFacts, choice: Choice) -> Decision:
    """The level's sanction and sum for the responsible person, the superior's sum for the direct superior and the
    department head of the day of the act, each distinct person once in a case (domain §4, §10).

    Refused "draft" with problems when the choice does not hold.
    """
    refuse_if(problems_in_case_choice(choice, facts))
    payments, notes = _bill(facts, choice)
    decision = Decision(
        edition_id=facts.edition_id,
        edition_number=facts.edition_number,
        effective_from=facts.effective_from,
        employee=facts.employee,
        act_at=facts.act_at,
        act_day=facts.act_day,
        round_id=None,
        round_number="",
        column=None,
        rung=0,
        deciding=None,
        findings=(),
        sanction=facts.own.sanction,
        published=False,
        office_notice=False,
        payments=payments,
        told=_told(facts),
        notes=notes,
        counted=(),
        not_counted=(),
        choice=choice,
        explanation=(),
        case=facts.ground,
    )
    return replace(decision, explanation=tuple(_explain(decision, facts)))


def case_leeway(facts: CaseFacts) -> Leeway:
    """What may be chosen: within the range where the case has no level, else only who is left out."""
    dues = (facts.own, *facts.above)
    return Leeway({due.role: Amount(due.low, due.high) for due in dues}, facts.may_leave_out)


def problems_in_case_choice(choice: Choice, facts: CaseFacts) -> tuple[Problem, ...]:
    """What is wrong with a choice on these facts, beside its fields."""
    proposed = {due.role: due.low for due in (facts.own, *facts.above)}
    paying = {due.role: due.person.id for due in facts.above}
    return problems_in_choice(choice, case_leeway(facts), proposed, paying)


def _bill(facts: CaseFacts, choice: Choice) -> tuple[tuple[Payment, ...], tuple[Line, ...]]:
    payments = [_payment(facts.own, choice)]
    notes = list(_notes(facts))
    for due in facts.above:
        if due.role in choice.leave_out:
            values = {"name": due.person.name, "role_code": f"role.{due.role}", "reason": choice.leave_out_reason}
            notes.append(Line("explain.note.left_out", values))
        else:
            payments.append(_payment(due, choice))
    return tuple(payments), tuple(notes)


def _payment(due: Due, choice: Choice) -> Payment:
    fen = choice.amounts.get(due.role, due.low)
    basis = Basis.HIGHER if due.higher else Basis.LEVEL if due.low == due.high else Basis.LOW_END
    return Payment(
        due.person.id, due.person.name, due.role, fen, due.sanction, basis if fen == due.low else Basis.CHOSEN
    )


def _notes(facts: CaseFacts) -> Iterator[Line]:
    """Who of the line is not on record or the same, and why somebody of it pays nothing here."""
    line = facts.superiors
    for role, person in ((Role.SUPERIOR, line.superior), (Role.HEAD, line.head)):
        if person is None:
            yield Line(f"explain.note.no_{role}")
        elif person.id == facts.employee.id:
            yield Line(f"explain.note.{role}_is_employee", {"name": person.name})
    if line.superior is not None and line.head is not None and line.superior.id == line.head.id:
        yield Line("explain.note.superior_is_head", {"name": line.head.name})
    if facts.own.higher:
        yield Line("explain.note.case_higher", {"name": facts.employee.name})
    for one in facts.elsewhere:
        values = {"name": one.person.name, "role_code": f"role.{one.role}", "told": one.told}
        yield Line(f"explain.note.case_{one.why}", values)


def _told(facts: CaseFacts) -> tuple[Told, ...]:
    """Without a level superiors pay nothing and are told."""
    if facts.ground.level is not None:
        return ()
    line = facts.superiors
    people: dict[UUID, Told] = {}
    for role, person in ((Role.SUPERIOR, line.superior), (Role.HEAD, line.head)):
        if person is not None and person.id != facts.employee.id:
            people.setdefault(person.id, Told(person.id, person.name, role))
    return tuple(people.values())


def _explain(decision: Decision, facts: CaseFacts) -> Iterator[Line]:
    """Rule → case and responsibility → level → sanction → each payer → total."""
    ground = facts.ground
    rule: dict[str, Any] = {
        "rule_text": dict(facts.titles),
        "edition": facts.edition_number,
        "effective_day": facts.effective_from.isoformat(),
    }
    yield Line("explain.rule", rule)
    known = facts.act_day != ground.received_day
    case = {
        "name": facts.employee.name,
        "case": ground.number,
        "received_day": ground.received_day.isoformat(),
        **({"act_day": facts.act_day.isoformat()} if known else {}),
        "responsibility_code": f"responsibility.{ground.responsibility}",
    }
    yield Line("explain.case_act" if known else "explain.case_received", case)
    for subject in ground.subjects:
        yield Line("explain.case_subject", {"subject_code": f"subject.{subject}"})
    if ground.level is None:
        yield Line("explain.level_none", {"low_fen": facts.own.low, "high_fen": facts.own.high})
    else:
        level = {"level_code": f"level.{ground.level}", "criterion_code": f"criterion.{ground.criterion}"}
        yield Line("explain.level", level)
    yield from sanction_lines(decision)
    yield from payment_lines(decision)
