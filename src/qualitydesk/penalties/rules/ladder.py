"""The ladder's decision for one employee in one round: the one place where rung and sums are found.

Takes (facts, edition) and nothing else, so that proposals, "would have been" and simulations all decide alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.penalties.model import Choice, Decision, FindingRung, LadderFacts
from qualitydesk.penalties.rules.choosing import leeway_of, problems_in_choice
from qualitydesk.penalties.rules.counting import Weighing, offences_of, weigh
from qualitydesk.penalties.rules.explaining import explain
from qualitydesk.penalties.rules.paying import bill_for, line_of
from qualitydesk.rulebook.model import Column, Gravity, LadderEdition, LadderRule, RungRule


@dataclass(frozen=True)
class _Reached:
    column: Column
    weighings: tuple[Weighing, ...]
    deciding: Weighing
    rung: RungRule


def decide(facts: LadderFacts, edition: LadderEdition) -> Decision:
    """The rung, sanction, payments and explanation for one employee in one round (domain: one event, one sanction).

    A finding reaches, counting only earlier findings of hers found before the act and on or after act day ⊖ look-back
    (local days), in the act's column, that stand:
    - rung 3 when at least two earlier occasions were on the very same item: this is the third, or a later one;
    - rung 2 when at least one earlier occasion was in the same group of items;
    - rung 1 otherwise. (Group and item are the default scopes; the edition may say item or group for both.)
    An occasion is a round (same_round "one": several items of one round are counted once, and never against one
    another) or an item of a round ("each"). The same item twice in one round is always one offence. The act's highest
    rung decides; of equal ones the gravest finding, then the lower item code. Every set counted only grows with an
    added older offence, so none can lower the rung, and nothing depends on the order of entry.

    Refused "kind_without_column" when the rule knows no column for the round's kind, "no_offence" when no finding is
    an offence, "draft" with problems when the choice does not hold.
    """
    decision = decide_only(facts, edition)
    return replace(decision, explanation=explain(decision, facts, edition))


def decide_only(facts: LadderFacts, edition: LadderEdition) -> Decision:
    """The same without the explanation: for trials of rules, which decide on thousands of acts. Refused likewise."""
    reached = _reach(facts, edition.ladder)
    refuse_if(_choice_problems(facts.choice, facts, reached))
    deciding, rung = reached.deciding, reached.rung
    bill = bill_for(facts, rung, deciding.finding.gravity)
    return Decision(
        edition_id=edition.id,
        edition_number=edition.number,
        effective_from=edition.effective_from,
        employee=facts.act.employee,
        act_at=facts.act.at,
        act_day=facts.act_day,
        round_id=facts.act.round_id,
        round_number=facts.act.round_number,
        column=reached.column,
        rung=rung.number,
        deciding=deciding.finding.finding_id,
        findings=_findings(facts, reached.weighings),
        sanction=rung.sanction,
        published=rung.published,
        office_notice=rung.office_notice,
        payments=bill.payments,
        told=bill.told,
        notes=bill.notes,
        counted=tuple(entry for entry in deciding.weighed if entry.reason is None),
        not_counted=tuple(entry for entry in deciding.weighed if entry.reason is not None),
        choice=facts.choice,
        explanation=(),
    )


def problems_in(choice: Choice, facts: LadderFacts, edition: LadderEdition) -> tuple[Problem, ...]:
    """What is wrong with a choice for these facts, beside its fields; `facts.choice` is not looked at."""
    return _choice_problems(choice, facts, _reach(facts, edition.ladder))


def _reach(facts: LadderFacts, ladder: LadderRule) -> _Reached:
    column = ladder.kinds.get(facts.act.round_kind)
    if column is None:
        raise Refused("kind_without_column", kind=facts.act.round_kind)
    weighings = tuple(weigh(finding, facts, ladder, column) for finding in offences_of(facts, ladder))
    if not weighings:
        raise Refused("no_offence")
    # Sorted by item code, so that of equals the first, with the lower code, is taken.
    by_code = sorted(weighings, key=lambda one: one.finding.item_code)
    deciding = max(by_code, key=lambda one: (one.rung, one.finding.gravity == Gravity.SERIOUS))
    return _Reached(column, weighings, deciding, ladder.rung(column, deciding.rung))


def _choice_problems(choice: Choice, facts: LadderFacts, reached: _Reached) -> tuple[Problem, ...]:
    rung = reached.rung
    line, _ = line_of(facts, rung)
    paying = {role: one.person.id for one in line for role in one.roles if role in rung.payers}
    leeway = leeway_of(rung)
    gravity = reached.deciding.finding.gravity
    proposed = {role: amount.proposed(gravity) for role, amount in leeway.amounts.items()}
    return problems_in_choice(choice, leeway, proposed, paying)


def _findings(facts: LadderFacts, weighings: tuple[Weighing, ...]) -> tuple[FindingRung, ...]:
    """Every finding of the act, offence or not, by item code."""
    by_item = {one.finding.item_code: one for one in weighings}
    offences = {one.finding.finding_id for one in weighings}
    found = []
    for fact in sorted(facts.act.findings, key=lambda entry: (entry.item_code, str(entry.finding_id))):
        entry = FindingRung(fact.finding_id, fact.item_code, fact.title, fact.gravity, rung=0, added=fact.added)
        heard = by_item.get(fact.item_code)
        if fact.finding_id in offences and heard is not None:
            entry = replace(entry, rung=heard.rung, seconds=heard.seconds, thirds=heard.thirds)
        elif heard is not None:
            entry = replace(entry, one_with=heard.finding.finding_id)
        found.append(entry)
    return tuple(found)
