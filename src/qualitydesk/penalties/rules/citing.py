"""What of a rule a slip cites: the clause of the rung, or the row of the level, with its sums."""

from __future__ import annotations

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import Decision
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.rules import clause, read_severity


def cited(decision: Decision, edition: Edition, language: str) -> str:
    """The rule as it stood, in the words of the paper. `edition`: the one the decision cites."""
    if decision.case is None:
        assert decision.column is not None
        return clause(edition, decision.column, decision.rung, language)
    rule = read_severity(edition.values)
    if decision.case.level is None:
        low, high = rule.no_level
        return say(language, "slip.case_rule_none", low=money.words(low), high=money.words(high))
    row = rule.levels[decision.case.level]
    return say(
        language,
        "slip.case_rule",
        level=say(language, f"level.{row.level}"),
        criterion=say(language, f"criterion.{decision.case.criterion}"),
        sanction=say(language, f"sanction.{row.sanction}"),
        responsible=money.words(row.responsible),
        superior=money.words(row.superior),
    )
