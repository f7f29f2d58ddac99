"""How grave a case is, by the rulebook's decision table, and what its level proposes for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import HandlingProposal, HandlingRole, Level, SeverityDraft, SeverityFacts
from qualitydesk.rulebook.model.cases import Criterion, SeverityRule


@dataclass(frozen=True)
class Graded:
    """The level proposed, the criterion that decided it, every criterion met, and levels offered beside it.

    `amount`: refund and compensation together, fen.
    """

    level: Level
    criterion: str
    met: tuple[str, ...]
    offered: tuple[Level, ...]
    amount: int


def grade(facts: SeverityFacts, rule: SeverityRule) -> Graded:
    """The highest level met; of equals the criterion that stands first in the table."""
    amount = facts.refund + facts.compensation
    met = [one for one in rule.criteria if _meets(one, facts, amount)]
    chosen = max(met, key=lambda one: one.level)  # the first of equals
    offered = sorted({Level(one.offers) for one in met if one.offers is not None and one.offers > chosen.level})
    return Graded(Level(chosen.level), chosen.code, tuple(one.code for one in met), tuple(offered), amount)


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


def handling_for(
    level: Level, responsible: Sequence[tuple[UUID, UUID | None]], rule: SeverityRule
) -> list[HandlingProposal]:
    """What the level's row proposes: each of the (responsible, superior) pays its fine, each distinct superior once.

    A superior who is responsible himself pays the higher single fine.
    """
    row = rule.levels[level]
    found = {
        one: HandlingProposal(one, HandlingRole.RESPONSIBLE, row.sanction, row.responsible, one)
        for one, _superior in responsible
    }
    for one, superior in responsible:
        if superior is None:
            continue
        standing = found.get(superior)
        if standing is None:
            found[superior] = HandlingProposal(superior, HandlingRole.SUPERIOR, row.sanction, row.superior, one)
        elif standing.role is HandlingRole.RESPONSIBLE and row.superior > standing.fine:
            found[superior] = HandlingProposal(
                superior, HandlingRole.RESPONSIBLE, row.sanction, row.superior, standing.because
            )
    return list(found.values())
