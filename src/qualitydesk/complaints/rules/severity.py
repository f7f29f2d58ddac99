"""How grave a case is, by the rulebook's decision table, and what its level proposes for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import HandlingProposal, HandlingRole, Level, SeverityDraft, SeverityFacts
from qualitydesk.rulebook.model.cases import Criterion, LevelRule, SeverityRule


@dataclass(frozen=True)
class Graded:
    """The level proposed, the criterion that decided it, every criterion met, and levels offered beside it.

    `amount`: refund and compensation together, fen; `second_from`: the level from which a second person confirms,
    above V: never.
    """

    level: Level
    criterion: str
    met: tuple[str, ...]
    offered: tuple[Level, ...]
    amount: int
    second_from: int


def grade(facts: SeverityFacts, rule: SeverityRule) -> Graded:
    """The highest level met; of equals the criterion that stands first in the table."""
    amount = facts.refund + facts.compensation
    met = [one for one in rule.criteria if _meets(one, facts, amount)]
    chosen = max(met, key=lambda one: one.level)  # the first of equals
    offered = sorted({Level(one.offers) for one in met if one.offers is not None and one.offers > chosen.level})
    codes = tuple(one.code for one in met)
    return Graded(Level(chosen.level), chosen.code, codes, tuple(offered), amount, rule.second_from)


def _meets(criterion: Criterion, facts: SeverityFacts, amount: int) -> bool:
    holds = {
        "loss": facts.loss or amount > 0,  # money paid is a loss
        "reputation": facts.reputation,
        "compensation": facts.compensation > 0,
        "grave_accident": facts.grave_accident,
        "death": facts.death,
    }
    if criterion.above is not None and amount <= criterion.above:
        return False
    return all(holds[flag] for flag in criterion.flags)


def problems_in_severity(draft: SeverityDraft, graded: Graded) -> list[Problem]:
    """Another level than the proposed or an offered one needs a reason; amounts are not negative."""
    found = [
        Problem(name, "amount_negative")
        for name, value in (("refund", draft.facts.refund), ("compensation", draft.facts.compensation))
        if value < 0
    ]
    if draft.level not in (None, graded.level) and not draft.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return found


SHARE = "fine"
"""What a superior gets: the level's measure is for the responsible, a superior bears its sum (domain §4)."""
Line = tuple[UUID | None, UUID | None]
"""(direct superior, department head) of the day of the act."""


def handling_for(
    level: Level | None, responsible: Sequence[tuple[UUID, Line]], rule: SeverityRule
) -> list[HandlingProposal]:
    """What the level's row proposes: each responsible person pays its fine, the direct superior and the department
    head of each the superior's sum, every distinct person once in a case.

    A superior who is responsible himself pays the higher single fine. Without a level each responsible person pays the
    low end of the rule's range and superiors pay nothing.
    """
    if level is None:
        return [HandlingProposal(one, HandlingRole.RESPONSIBLE, SHARE, rule.no_level[0], one) for one, _ in responsible]
    row = rule.levels[level]
    found = {
        one: HandlingProposal(one, HandlingRole.RESPONSIBLE, row.sanction, row.responsible, one)
        for one, _line in responsible
    }
    for one, line in responsible:
        for role, above in zip((HandlingRole.SUPERIOR, HandlingRole.HEAD), line, strict=True):
            if above is not None and above != one:
                found[above] = _above(found.get(above), above, role, one, row)
    return list(found.values())


def _above(
    standing: HandlingProposal | None, above: UUID, role: HandlingRole, one: UUID, row: LevelRule
) -> HandlingProposal:
    """A superior of one responsible person, who may stand in the list already."""
    if standing is None:
        return HandlingProposal(above, role, SHARE, row.superior, one)
    if standing.role is HandlingRole.RESPONSIBLE:
        if row.superior <= standing.fine:
            return standing
        return replace(standing, fine=row.superior, higher=True)
    if one in (standing.because, *standing.also):
        return standing
    return replace(standing, also=(*standing.also, one))
