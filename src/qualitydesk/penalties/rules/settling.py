"""The monthly settlement, pure: which slips are final, what is taken within the caps, what is carried or taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.settlement import (
    Claim,
    Gate,
    Kind,
    LockDraft,
    PersonSettled,
    SettlementLine,
    SlipClaim,
    Wage,
    WageDraft,
    Wages,
)
from qualitydesk.penalties.model.slip import ApprovalWay
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.rewarding import FineIs, SettlementRule


class Final(Enum):
    """What a slip means for a month."""

    OWED = "owed"  # it is final: what it says is owed
    NOT_YET = "not_yet"  # it is on its way, or an appeal is being heard: nothing moves
    GONE = "gone"  # it was taken back: nothing is owed


_ON_ITS_WAY = frozenset({"draft", "proposed", "approved", "appealed"})
_PAST_APPEAL = frozenset({"issued", "refused"})


def final_day(slip: SlipClaim) -> date | None:
    """The day from which a slip can no longer be appealed, or was accepted; None while that is open.

    Issued and refused: the day after the last day of appeal. Acknowledged, upheld, reduced and what comes after: the
    day the slip itself names, else likewise.
    """
    if slip.state in _ON_ITS_WAY or slip.state == "withdrawn":
        return None
    past = slip.appeal_last_day + timedelta(days=1) if slip.appeal_last_day else None
    if slip.state in _PAST_APPEAL:
        return past
    return slip.final_on or past


def settleable(slip: SlipClaim, until: date) -> Final:
    """What a slip means for a month that ends on `until`: the one place that knows the slip's states."""
    if slip.state == "withdrawn":
        return Final.GONE
    day = final_day(slip)
    return Final.OWED if day is not None and day <= until else Final.NOT_YET


def deductible(due: int, wage: Wage, rule: SettlementRule) -> int:
    """How much of `due` (fen, ≥ 0) may be taken in the month; all of it where no wage was typed in.

    At most the rule's share of the wage, floored to the fen, and no less than the minimum wage remains (methods §6.2).
    """
    if wage.wage is None:
        return due
    most = wage.wage * rule.cap_percent // 100
    if rule.minimum_floor and wage.minimum is not None:
        most = min(most, wage.wage - wage.minimum)
    return max(0, min(due, most))


def missing_for(edition: Edition, rule: SettlementRule, today: date) -> tuple[str, ...]:
    """What is not recorded yet before a fine may enter a deduction list: document, adoption, notice."""
    found = {
        "document": bool(rule.document),
        "adoption": edition.adopted_on is not None and edition.adopted_on <= today,
        "notice": edition.notified_on is not None and edition.notified_on <= today,
    }
    return tuple(name for name, given in found.items() if not given)


def kind_of(claim: Claim) -> Kind:
    """New as long as no locked month knows it; else carried on, or taken back when it runs the other way."""
    if not claim.before:
        return Kind.NEW
    return Kind.CARRIED if claim.balance * claim.nature > 0 else Kind.REVERSAL


def lines_for(claims: Iterable[Claim], wages: Wages, gate: Gate) -> tuple[SettlementLine, ...]:
    """The lines of a month: every claim with something open, each person's deductions within her caps.

    What was carried longest is taken first. Nothing is ever lost: due = taken + waived + carried on each line.
    """
    mine: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.balance:
            mine[claim.person_id].append(claim)
    found: list[SettlementLine] = []
    for person_id, all_of_hers in mine.items():
        room = _Room(wages.get(person_id, Wage()), gate)
        ordered = sorted(all_of_hers, key=lambda one: (kind_of(one) is Kind.NEW, one.day, one.source, one.key))
        found += [room.line(claim) for claim in ordered]
    return tuple(sorted(found, key=lambda line: (line.claim.institution, line.claim.number, line.claim.key)))


class _Room:
    """What may still be taken from one person this month."""

    def __init__(self, wage: Wage, gate: Gate) -> None:
        self._gate = gate
        self._known = wage.wage is not None
        self._left = deductible(10**12, wage, gate.rule)

    def line(self, claim: Claim) -> SettlementLine:
        """The claim's line; what is taken is no longer there for the next one."""
        kind, due = kind_of(claim), claim.balance
        steps = (*claim.explanation, *_history(claim, kind))
        if due > 0:
            back = min(due, -claim.waived) if kind is Kind.REVERSAL and claim.waived < 0 else 0
            return SettlementLine(claim, kind, due, due - back, back, steps)
        if kind is not Kind.REVERSAL and self._gate.fine_is is FineIs.POINTS:
            return SettlementLine(claim, kind, due, 0, due, (*steps, Line("settle.why.points_only")))
        if kind is not Kind.REVERSAL and not self._gate.opens:
            return SettlementLine(claim, kind, due, 0, 0, (*steps, Line("settle.why.not_open")))
        taken = min(-due, self._left) if self._known else -due
        self._left -= taken
        line = SettlementLine(claim, kind, due, -taken, 0, steps)
        if taken == -due:
            return line
        capped = Line("settle.why.capped", {"taken_fen": taken, "carried_fen": -due - taken})
        return replace(line, capped=True, explanation=(*steps, capped))


def _history(claim: Claim, kind: Kind) -> tuple[Line, ...]:
    if kind is Kind.CARRIED:
        return (Line("settle.why.carried", {"owed_fen": claim.owed, "taken_fen": claim.taken}),)
    if kind is Kind.REVERSAL:
        return (Line("settle.why.reversal", {"owed_fen": claim.owed, "taken_fen": claim.taken + claim.waived}),)
    return ()


def people_of(lines: Iterable[SettlementLine], wages: Wages, gate: Gate) -> tuple[PersonSettled, ...]:
    """Each person's sums, in the order of the lines."""
    found: dict[UUID, PersonSettled] = {}
    for line in lines:
        claim = line.claim
        wage = wages.get(claim.person_id, Wage())
        limit = None if wage.wage is None else deductible(10**12, wage, gate.rule)
        start = PersonSettled(
            claim.person_id, claim.number, claim.name, claim.institution_id, claim.institution, 0, 0, 0
        )
        known = found.get(claim.person_id, replace(start, wage_known=wage.wage is not None, limit=limit))
        found[claim.person_id] = replace(
            known,
            taken=known.taken + min(line.taken, 0),
            paid=known.paid + max(line.taken, 0),
            carried=known.carried + line.carried,
        )
    return tuple(found.values())


def unchecked(people: Iterable[PersonSettled]) -> list[PersonSettled]:
    """Whose deductions no cap was checked for: no wage was typed in."""
    return [one for one in people if one.taken < 0 and not one.wage_known]


def warnings_of(people: Iterable[PersonSettled], lines: Iterable[SettlementLine], gate: Gate) -> tuple[Line, ...]:
    """What whoever locks the month should have read: nothing is cut silently."""
    told = list(people)
    found: list[Line] = []
    fines = any(line.claim.nature < 0 and line.due < 0 for line in lines)
    if fines and not gate.opens and gate.fine_is is not FineIs.POINTS:
        found.append(Line("settle.warn.not_open"))
    if unknown := unchecked(told):
        found.append(Line("settle.warn.no_wage", {"count": len(unknown), "first": unknown[0].name}))
    found += [
        Line("settle.warn.capped", {"name": one.name, "limit_fen": one.limit or 0, "carried_fen": -one.carried})
        for one in told
        if one.limit is not None and one.carried < 0 and gate.opens
    ]
    return tuple(found)


def problems_in_wage(draft: WageDraft) -> tuple[Problem, ...]:
    """A wage has a person; the minimum wage alone says nothing."""
    found: list[Problem] = []
    if draft.person_id is None:
        found.append(Problem("person_id", "wage_person_missing"))
    if draft.wage is None and draft.minimum is not None:
        found.append(Problem("wage", "wage_missing"))
    return tuple(found)


def problems_in_lock(draft: LockDraft, month_end: date, today: date, drafter: UUID | None) -> tuple[Problem, ...]:
    """Somebody else than who prepared the list decides, on a day after the month and not in the future."""
    found: list[Problem] = []
    if draft.decided_by is None:
        found.append(Problem("decided_by", "decider_missing"))
    elif draft.decided_by == drafter:
        found.append(Problem("decided_by", "settlement_by_drafter"))
    if draft.on is None:
        found.append(Problem("on", "approval_day_missing"))
    elif not month_end < draft.on <= today:
        first = (month_end + timedelta(days=1)).isoformat()
        found.append(Problem("on", "approval_day_outside", {"first": first, "last": today.isoformat()}))
    if draft.way is None:
        found.append(Problem("way", "approval_way_missing"))
    if draft.way is ApprovalWay.SPOKEN and not draft.note.strip():
        found.append(Problem("note", "approval_note_missing"))
    return tuple(found)
