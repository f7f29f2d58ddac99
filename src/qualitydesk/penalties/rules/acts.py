"""A free act before the ladder: what is wrong with its draft, and the decision on it with where it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import ActDraft, ActGround, ActSource, Decision, LadderFacts, Line
from qualitydesk.penalties.rules.ladder import decide
from qualitydesk.rulebook.model import LadderEdition

NEAR = 1
"""Days before and after an act in which what is there already may be the same event."""


def problems_in_act(draft: ActDraft, *, now: datetime, alike: bool) -> tuple[Problem, ...]:
    """A free act has its person, moment, words, and item or group; a reported one who told it, and not herself.

    `alike`: something is there that may be the same event: one event is sanctioned once, so somebody says why not.
    """
    found: list[Problem] = []
    if draft.employee_id is None:
        found.append(Problem("employee_id", "add_person_missing"))
    if draft.at is None or draft.at > now:
        found.append(Problem("at", "act_moment"))
    if not draft.words.strip():
        found.append(Problem("words", "words_missing"))
    if not draft.item_code and not draft.group:
        found.append(Problem("group", "act_group_missing"))
    if draft.source is ActSource.REPORTED:
        if draft.reported_by is None:
            found.append(Problem("reported_by", "act_reporter_missing"))
        elif draft.reported_by == draft.employee_id:
            found.append(Problem("reported_by", "act_by_herself"))
    if alike and not draft.other.strip():
        found.append(Problem("other", "act_alike"))
    return tuple(found)


def is_near(day: date, other: date) -> bool:
    """Whether two days lie so near that one event may stand behind both."""
    return abs((day - other).days) <= NEAR


def decide_on_act(facts: LadderFacts, edition: LadderEdition, ground: ActGround) -> Decision:
    """The ladder's answer on a free act; its explanation says who observed or reported it in the place of a round."""
    decision = decide(facts, edition)
    told = {
        "name": decision.employee.name,
        "act_day": decision.act_day.isoformat(),
        "by": ground.told_by,
        "words": ground.words,
        "column_code": f"ladder.column.{decision.column}",
    }
    explanation = tuple(
        Line(f"explain.act_{ground.source}", told) if line.code == "explain.act" else line
        for line in decision.explanation
    )
    return replace(decision, explanation=explanation, act=ground)
