"""Gathers what the ladder hears: the act, everything found before, the line of that day, the rule of that day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.directory import model as people
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Round, Texts
from qualitydesk.inspections.service import Findings, Standards
from qualitydesk.penalties.model import (
    TOLD,
    Act,
    ActGround,
    AddedAct,
    Choice,
    Decision,
    EarlierOffence,
    FindingFact,
    LadderFacts,
    Person,
    SetAside,
    SlipPast,
    SlipState,
    Standing,
    Superiors,
)
from qualitydesk.penalties.rules import decide, decide_on_act
from qualitydesk.penalties.rules.outlook import SUPPOSED
from qualitydesk.rulebook.model import Gravity, Rule
from qualitydesk.rulebook.rules import ladder_edition
from qualitydesk.rulebook.service import Rulebook


class Hearing:
    """Puts the ladder's question together from the features below and asks it."""

    def __init__(self, directory: Directory, standards: Standards, findings: Findings, rulebook: Rulebook) -> None:
        self._directory = directory
        self._standards = standards
        self._findings = findings
        self._rulebook = rulebook

    def decide(
        self, walked: Round, employee_id: UUID, past: SlipPast, choice: Choice, titles: Mapping[str, Texts]
    ) -> Decision:
        """The decision on one employee in a round. `past`: what her slips tell; `titles`: see `titles_for`."""
        facts = self.facts(walked, employee_id, past, choice, titles)
        return decide(facts, ladder_edition(self._rulebook.edition_on(Rule.LADDER, facts.act_day)))

    def facts(
        self, walked: Round, employee_id: UUID, past: SlipPast, choice: Choice, titles: Mapping[str, Texts]
    ) -> LadderFacts:
        """Everything `rules.decide` looks at; KeyError when nothing in this round counts against her."""
        history = self._findings.of_employees([employee_id])
        act = act_in(walked, employee_id, history, choice, titles, self._named)
        facts = LadderFacts(act, earlier_than(walked.id, history, titles, past), choice=choice)
        facts = replace(facts, zone=self._directory.zone())
        return replace(facts, superiors=self._line(employee_id, facts.act_day))

    def decide_act(self, ground: ActGround, employee_id: UUID, past: SlipPast, choice: Choice) -> Decision:
        """The decision on a free act, heard like a round of its own."""
        titles = self.titles()
        history = self._findings.of_employees([employee_id])
        act = act_on(ground, self._named(employee_id, (), ground.at))
        earlier = earlier_than(ground.id, history, titles, past)
        day = local_day(ground.at, self._directory.zone())
        facts = LadderFacts(act, earlier, self._line(employee_id, day), choice, self._directory.zone())
        return decide_on_act(facts, ladder_edition(self._rulebook.edition_on(Rule.LADDER, facts.act_day)), ground)

    def supposed(self, employee_id: UUID, past: SlipPast, at: datetime) -> LadderFacts:
        """What would be heard of an act at this moment: an act with nothing found, all that was found before."""
        titles = self.titles()
        act = Act(self._named(employee_id, (), at), at, SUPPOSED, "", "", ())
        earlier = (
            *(_earlier(found, titles, past) for found in self._findings.of_employees([employee_id])),
            *past.added,
        )
        facts = LadderFacts(act, earlier, zone=self._directory.zone())
        return LadderFacts(act, earlier, self._line(employee_id, facts.act_day), Choice(), facts.zone)

    def titles(self) -> Mapping[str, Texts]:
        """Item titles by code: the newest of every pack."""
        return {item.code: item.title for pack in self._standards.all_packs() for item in pack.items}

    def _named(self, employee_id: UUID, findings: Sequence[Finding], at: datetime) -> Person:
        """Her name as the round knew it; of whom nothing was found, as of that day."""
        if findings:
            return Person(employee_id, findings[0].name)
        person = self._directory.person(employee_id, local_day(at, self._directory.zone()))
        return Person(employee_id, person.name if person else self._directory.employee(employee_id).name)

    def _line(self, employee_id: UUID, day: date) -> Superiors:
        line = self._directory.line_of(employee_id, day)
        return Superiors(_short(line.superior), _short(line.head))

    def titles_for(self, walked: Round) -> Mapping[str, Texts]:
        """Item titles by code: the newest of every pack, and over them the round's own editions. Once a round."""
        own = [self._standards.pack(code, number) for code, number in walked.packs]
        return {item.code: item.title for pack in (*self._standards.all_packs(), *own) for item in pack.items}


class Walked(Protocol):
    """What the ladder hears of a round."""

    @property
    def id(self) -> UUID: ...
    @property
    def number(self) -> str: ...
    @property
    def kind(self) -> str: ...


def act_in(
    walked: Walked,
    employee_id: UUID,
    history: Sequence[Finding],
    choice: Choice,
    titles: Mapping[str, Texts],
    named: Callable[[UUID, Sequence[Finding], datetime], Person],
) -> Act:
    """What an employee failed in one round, out of everything found on the person. KeyError when nothing counts."""
    here = [found for found in history if found.round_id == walked.id]
    mine = [found for found in here if found.standing.value == Standing.COUNTS.value]
    if not mine and not choice.added:
        raise KeyError(employee_id)
    at = min((*(found.found_at for found in mine), *(added.at for added in choice.added)))
    return Act(
        employee=named(employee_id, here, at),
        at=at,
        round_id=walked.id,
        round_number=walked.number,
        round_kind=walked.kind,
        findings=(*(_fact(found, titles) for found in mine), *(_added(added) for added in choice.added)),
        set_aside=tuple(_aside(found, titles) for found in here if found not in mine),
    )


def act_on(ground: ActGround, employee: Person) -> Act:
    """A free act, heard like a round of its own."""
    finding = FindingFact(ground.id, ground.item_code, ground.group, ground.gravity, ground.title)
    return Act(employee, ground.at, ground.id, "", ground.kind, (finding,))


def earlier_than(
    event_id: UUID, history: Sequence[Finding], titles: Mapping[str, Texts], past: SlipPast
) -> tuple[EarlierOffence, ...]:
    """Everything else found on an employee, and the acts slips alone keep; without those of the event itself."""
    return (
        *(_earlier(found, titles, past) for found in history if found.round_id != event_id),
        *(added for added in past.added if added.round_id != event_id),
    )


def _short(person: people.Person | None) -> Person | None:
    return Person(person.id, person.name) if person else None


def _title(code: str, titles: Mapping[str, Texts]) -> Texts:
    return titles.get(code, {"zh": code, "en": code})


def _fact(found: Finding, titles: Mapping[str, Texts]) -> FindingFact:
    return FindingFact(
        finding_id=found.id,
        item_code=found.item_code,
        group=found.item_group,
        gravity=Gravity(found.gravity),
        title=_title(found.item_code, titles),
        fixed=found.fixed,
    )


def _added(added: AddedAct) -> FindingFact:
    return FindingFact(added.finding_id, added.item_code, added.group, added.gravity, added.title, added=added.reason)


def _aside(found: Finding, titles: Mapping[str, Texts]) -> SetAside:
    return SetAside(found.item_code, _title(found.item_code, titles), Standing(found.standing), found.reason)


def _earlier(found: Finding, titles: Mapping[str, Texts], past: SlipPast) -> EarlierOffence:
    standing = Standing(found.standing)
    states = past.states.get(found.round_id, frozenset())
    if standing is Standing.COUNTS and states == {SlipState.WITHDRAWN}:
        standing = Standing.WITHDRAWN
    return EarlierOffence(
        finding_id=found.id,
        at=found.found_at,
        round_id=found.round_id,
        round_number=found.round_number,
        round_kind=found.round_kind,
        item_code=found.item_code,
        group=found.item_group,
        title=_title(found.item_code, titles),
        recorded_at=found.recorded_at,
        standing=standing,
        fixed=found.fixed,
        slip_issued=not TOLD.isdisjoint(states),
    )
