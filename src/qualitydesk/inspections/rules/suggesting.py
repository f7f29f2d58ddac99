"""The next round suggested: who is to be checked again, who fails what keeps failing, who was not seen, a share by lot.

Same facts, same seed, same suggestion: `rules.sampling` draws the random share, and what it drew from is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor
from typing import Any
from uuid import UUID

from qualitydesk.inspections.model.calendar import Seen
from qualitydesk.inspections.model.plans import InFrame, Sample, SampleRule
from qualitydesk.inspections.model.suggesting import Chosen, HouseFacts, Reason, Suggestion, Why
from qualitydesk.inspections.rules import sampling
from qualitydesk.inspections.rules.calendar import days_since, is_unseen
from qualitydesk.inspections.rules.sample_sizes import chance_to_see, enough_to_detect
from qualitydesk.rulebook.model.planning import Suggesting

TOLD = 6
"""Names a sentence tells; the rest is counted."""


def suggest(facts: HouseFacts, rule: Suggesting, today: date, seed: int) -> Suggestion:
    """The round for one institution. Re-checks always come along; the rest fills up to the rule's size."""
    known = {one.employee_id: one for one in facts.people}
    why = _wanted(facts, rule, today)
    people = [one for one in why if one in known]
    size = min(len(known), max(rule.people, sum(Why.RECHECK in why[one] for one in people)))
    by_lot = min(size, ceil(size * rule.random_percent / 100))
    firm = [one for one in people if Why.RECHECK in why[one]]
    firm += [one for one in people if Why.RECHECK not in why[one]][: max(0, size - by_lot - len(firm))]
    draw = _drawn(facts.people, firm, size - len(firm), seed)
    drawn = draw.drawn if draw is not None else ()
    places = [one for one in why if one in facts.places]
    chosen = (
        *(Chosen(one, known[one].name, tuple(why[one])) for one in firm),
        *(Chosen(one, known[one].name, (Why.RANDOM,)) for one in drawn),
        *(Chosen(one, facts.places[one], tuple(why[one]), place=True) for one in places),
    )
    reasons = (*_reasons(facts, rule, today, chosen), *_lot(facts, rule, chosen, draw))
    codes = [*(one.item_code for one in facts.rechecks), *(one.item_code for one in facts.weaknesses)]
    items = frozenset(code for code in codes if code)
    return Suggestion(facts.institution_id, facts.institution, facts.kind, reasons, chosen, items, seed, draw)


def _wanted(facts: HouseFacts, rule: Suggesting, today: date) -> dict[UUID, list[Why]]:
    """Whom there is a reason to see, the weightiest reason first; the longest unseen before the others."""
    found: dict[UUID, list[Why]] = {}

    def note(who: Iterable[UUID | None], why: Why) -> None:
        for one in who:
            if one is not None and why not in found.setdefault(one, []):
                found[one].append(why)

    note((one.subject_id for one in facts.rechecks), Why.RECHECK)
    note((one for weakness in facts.weaknesses for one in weakness.people), Why.REPEAT)
    unseen = [one for one in facts.people if is_unseen(one.last, today, rule.unseen_days)]
    note((one.employee_id for one in _longest_first(unseen)), Why.UNSEEN)
    return dict(sorted(found.items(), key=lambda one: (Why.RECHECK not in one[1], -len(one[1]))))


def _longest_first(people: Iterable[Seen]) -> list[Seen]:
    return sorted(people, key=lambda one: (one.last or date.min, one.number))


def _drawn(people: Sequence[Seen], without: Sequence[UUID], size: int, seed: int) -> Sample | None:
    """`size` of the others by lot, one ticket each."""
    frame = [InFrame(one.employee_id, one.number) for one in people if one.employee_id not in without]
    return sampling.draw(frame, SampleRule(size), seed) if frame and size > 0 else None


def _reasons(facts: HouseFacts, rule: Suggesting, today: date, chosen: Sequence[Chosen]) -> list[Reason]:
    found = []
    if facts.due:
        found.append(Reason(Why.DUE, {"kind": facts.kind, "count": facts.due, "day": _day(facts.due_by)}))
    if facts.missed:
        found.append(Reason(Why.MISSED, {"kind": facts.kind, "count": facts.missed}))
    if facts.rechecks:
        numbers = list(dict.fromkeys(one.number for one in facts.rechecks))
        found.append(
            Reason(Why.RECHECK, {"count": len(numbers), "numbers": numbers, "names": _names(chosen, Why.RECHECK)})
        )
    there = {one.id for one in chosen}
    for one in facts.weaknesses:
        names = [who.name for who in chosen if who.id in one.people and who.id in there]
        found.append(
            Reason(
                Why.REPEAT,
                {
                    "item": dict(one.titles),
                    "code": one.item_code,
                    "days": rule.repeat_days,
                    "rounds": one.rounds,
                    "names": names,
                },
            )
        )
    unseen = [one for one in facts.people if is_unseen(one.last, today, rule.unseen_days)]
    if unseen:
        longest = _longest_first(unseen)[0]
        values: dict[str, Any] = {"count": len(unseen), "days": rule.unseen_days, "longest": longest.name}
        values |= {"since": days_since(longest.last, today), "names": _names(chosen, Why.UNSEEN)}
        found.append(Reason(Why.UNSEEN, values))
    return found or [Reason(Why.NONE)]


def _lot(facts: HouseFacts, rule: Suggesting, chosen: Sequence[Chosen], draw: Sample | None) -> list[Reason]:
    """What was drawn, and how far the size of the round carries."""
    found = []
    if draw is not None:
        values = {"count": len(draw.drawn), "seed": draw.seed, "frame": len(draw.frame)}
        found.append(Reason(Why.RANDOM, {**values, "names": _names(chosen, Why.RANDOM)}))
    population, size = len(facts.people), sum(not one.place for one in chosen)
    bad = ceil(population * rule.bad_percent / 100)
    enough = enough_to_detect(population, bad)
    if size and enough is not None:
        chance = floor(100 * chance_to_see(population, bad, size))
        told = {"population": population, "size": size, "percent": rule.bad_percent, "bad": bad, "chance": chance}
        found.append(Reason(Why.SIZE, {**told, "enough": enough}))
    return found


def _names(chosen: Sequence[Chosen], why: Why) -> list[str]:
    return [one.name for one in chosen if why in one.why]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
