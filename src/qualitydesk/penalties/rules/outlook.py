"""What still counts today and what the next offence would be: the ladder asked about an act that has not happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import local_day, months_before
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.penalties.model import EarlierOffence, FindingFact, LadderFacts, Standing
from qualitydesk.penalties.model.outlook import ActiveOffence, Again, NextRung
from qualitydesk.penalties.rules.counting import why_not_counted
from qualitydesk.penalties.rules.ladder import decide
from qualitydesk.rulebook.model import Column, Gravity, LadderEdition, LadderRule

SUPPOSED = UUID(int=0)
"""The id of a round and a finding that do not exist."""
_USUAL = ("patrol", "quality_check", "self_check", "group_round")
"""Kinds of round that stand for their column, the most usual first."""


def lapses_on(day: date, months: int) -> date:
    """The first day on which an act no longer looks back to `day`: [t ⊖ months, t) has it no longer (domain §10)."""
    found = day + timedelta(days=28 * months)  # never too late: no month is shorter
    while months_before(found, months) <= day:
        found += timedelta(days=1)
    return found


def active(facts: LadderFacts, ladder: LadderRule) -> tuple[ActiveOffence, ...]:
    """What an act today would look back to, in either column; by group and item, the latest first.

    The same item twice in one round is one offence.
    """
    found: dict[tuple[UUID, str], ActiveOffence] = {}
    for one in sorted(facts.earlier, key=lambda entry: (entry.at, str(entry.finding_id))):
        columns = tuple(column for column in Column if _counts(one, facts, ladder, column))
        if columns:
            day = local_day(one.at, facts.zone)
            lapse = lapses_on(day, ladder.counting.look_back_months)
            found.setdefault(
                (one.round_id, one.item_code),
                ActiveOffence(
                    one.finding_id, day, lapse, one.group, one.item_code, one.title, one.round_number, columns
                ),
            )
    newest = sorted(found.values(), key=lambda one: one.day, reverse=True)
    return tuple(sorted(newest, key=lambda one: (one.group, one.item_code)))


def last_offence(earlier: Iterable[EarlierOffence], ladder: LadderRule, zone: str, today: date) -> date | None:
    """The day of the last offence that stands, however long ago; None when there never was one."""
    heard = (
        local_day(one.at, zone)
        for one in earlier
        if one.standing is Standing.COUNTS
        and (ladder.counting.partly or not one.partly)
        and (ladder.counting.fixed_on_the_spot or not one.fixed)
    )
    return max((day for day in heard if day <= today), default=None)


def following(
    facts: LadderFacts, edition: LadderEdition, gravities: Mapping[str, Gravity], language: str
) -> tuple[NextRung, ...]:
    """What one more offence would lead to in each column: on an item that counts there, on another of its group, on
    anything else. `facts.act` says who and when; `gravities`: of the items inspected today, by code.

    The gravest first. Of an item nobody is inspected by any more none is told; one that is not named is taken as
    ordinary.
    """
    standing = active(facts, edition.ladder)
    found: list[NextRung] = []
    for column in Column:
        kind = _kind(edition.ladder, column)
        if kind is None:
            continue
        mine = [one for one in standing if column in one.columns]
        led: list[NextRung] = []
        for again, group, finding in _supposed(mine, gravities):
            act = replace(facts.act, round_kind=kind, round_number=say(language, "outlook.supposed"),
                          findings=(finding,))  # fmt: skip
            led.append(NextRung(column, again, group, decide(replace(facts, act=act), edition)))
        found += sorted(led, key=lambda one: (one.decision.rung, one.decision.total), reverse=True)
    return tuple(found)


def _supposed(
    mine: Iterable[ActiveOffence], gravities: Mapping[str, Gravity]
) -> Iterator[tuple[Again, str, FindingFact]]:
    items = {one.item_code: one for one in mine}
    groups = dict.fromkeys(one.group for one in items.values())
    for one in items.values():
        if one.item_code in gravities:
            gravity = gravities[one.item_code]
            yield Again.ITEM, one.group, FindingFact(SUPPOSED, one.item_code, one.group, gravity, one.title)
    for group in groups:
        yield Again.GROUP, group, _unnamed(Again.GROUP, group)
    other = Again.OTHER if groups else Again.ANY
    yield other, "", _unnamed(other, "")


def _unnamed(again: Again, group: str) -> FindingFact:
    title = {language: say(language, f"outlook.{again}") for language in LANGUAGES}
    return FindingFact(SUPPOSED, "", group, Gravity.ORDINARY, title)


def _kind(ladder: LadderRule, column: Column) -> str | None:
    known = [kind for kind, where in ladder.kinds.items() if where is column]
    return next((kind for kind in _USUAL if kind in known), next(iter(sorted(known)), None))


def _counts(earlier: EarlierOffence, facts: LadderFacts, ladder: LadderRule, column: Column) -> bool:
    return why_not_counted(earlier, facts, ladder, column) is None
