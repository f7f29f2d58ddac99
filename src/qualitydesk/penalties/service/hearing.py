"""Gathers what the ladder hears: the act, everything found before, the line of that day, the rule of that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.directory import model as people
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding, Round, Texts
from qualitydesk.inspections.service import Findings, Standards
from qualitydesk.penalties.model import (
    Act,
    Choice,
    Decision,
    EarlierOffence,
    FindingFact,
    LadderFacts,
    Person,
    SlipState,
    Standing,
    Superiors,
)
from qualitydesk.penalties.rules import decide
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
        self, walked: Round, employee_id: UUID, slips: Mapping[UUID, frozenset[SlipState]], choice: Choice
    ) -> Decision:
        """The decision on one employee in a round. `slips`: the states of her slips by round."""
        facts = self.facts(walked, employee_id, slips, choice)
        return decide(facts, ladder_edition(self._rulebook.edition_on(Rule.LADDER, facts.act_day)))

    def facts(
        self, walked: Round, employee_id: UUID, slips: Mapping[UUID, frozenset[SlipState]], choice: Choice
    ) -> LadderFacts:
        """Everything `rules.decide` looks at; KeyError when nothing in this round counts against her."""
        history = self._findings.of_employees([employee_id])
        titles = self._titles(walked)
        mine = [
            found for found in history if found.round_id == walked.id and found.standing.value == Standing.COUNTS.value
        ]
        if not mine:
            raise KeyError(employee_id)
        act = Act(
            employee=Person(employee_id, mine[0].name),
            at=min(found.found_at for found in mine),
            round_id=walked.id,
            round_number=walked.number,
            round_kind=walked.kind,
            findings=tuple(_fact(found, titles) for found in mine),
        )
        earlier = tuple(_earlier(found, titles, slips) for found in history if found.round_id != walked.id)
        facts = LadderFacts(act=act, earlier=earlier, choice=choice, zone=self._zone())
        line = self._line(employee_id, facts.act_day)
        return LadderFacts(act, earlier, line, choice, facts.zone)

    def _line(self, employee_id: UUID, day: date) -> Superiors:
        line = self._directory.line_of(employee_id, day)
        return Superiors(_short(line.superior), _short(line.head))

    def _zone(self) -> str:
        group = self._directory.group()
        return group.zone if group else DEFAULT_ZONE

    def _titles(self, walked: Round) -> Mapping[str, Texts]:
        """Item titles by code: the newest of every pack, and over them the round's own editions."""
        own = [self._standards.pack(code, number) for code, number in walked.packs]
        return {item.code: item.title for pack in (*self._standards.packs(), *own) for item in pack.items}


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


def _earlier(found: Finding, titles: Mapping[str, Texts], slips: Mapping[UUID, frozenset[SlipState]]) -> EarlierOffence:
    standing = Standing(found.standing)
    states = slips.get(found.round_id, frozenset())
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
        slip_issued=SlipState.ISSUED in states,
    )
