"""Blank checklists to fill by hand: of packs, or of the people and places a round is about. Nothing is archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.inspections import printout
from qualitydesk.inspections.model import Pack, Target, Texts, Walk
from qualitydesk.inspections.model.checklists import ChecklistHead, ChecklistOptions, ChecklistStop
from qualitydesk.inspections.printout.words import BETWEEN, LISTED, moment_words
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.papers.service import Papers

FORM = "checklist"


class Checklists:
    """Makes checklists out of standards and rounds."""

    def __init__(self, directory: Directory, rounds: Rounds, papers: Papers) -> None:
        self._directory = directory
        self._rounds = rounds
        self._papers = papers

    def of_packs(self, packs: Sequence[Pack], options: ChecklistOptions) -> bytes:
        """A list for whoever is met: everything the packs ask, with lines for the name."""
        stops = []
        for target in (Target.PERSON, Target.PLACE):
            items = items_for(packs, None, None, target)
            if items:
                stops.append(ChecklistStop("", "", items))
        return self._printed(stops, packs, ChecklistHead(packs=_names(packs, options.language)), options)

    def of_round(self, walk: Walk, options: ChecklistOptions) -> bytes:
        """The people and places of a round with what is asked of each."""
        stops = [
            ChecklistStop(stop.name, " · ".join(part for part in (stop.number, stop.post) if part), walk.items[stop.id])
            for stop in walk.stops
        ]
        found, language = walk.round, options.language
        head = ChecklistHead(
            institution=found.institution,
            kind=say(language, f"round_kind.{found.kind.value}"),
            day=moment_words(found.started_at, language)[: -len("00:00")].strip(),
            inspectors=BETWEEN[language].join(found.inspectors),
            packs=_names(walk.packs, language),
        )
        return self._printed(stops, walk.packs, head, options)

    def of_plan(
        self, stops: Sequence[ChecklistStop], packs: Sequence[Pack], head: ChecklistHead, options: ChecklistOptions
    ) -> bytes:
        """The same for people and places only planned: whoever plans knows them."""
        return self._printed(stops, packs, head, options)

    def _printed(
        self, stops: Sequence[ChecklistStop], packs: Sequence[Pack], head: ChecklistHead, options: ChecklistOptions
    ) -> bytes:
        sections: Mapping[str, Texts] = {code: name for pack in packs for code, name in pack.sections.items()}
        group = self._directory.group()
        values = printout.checklist_fields(stops, sections, head, options)
        values["group_name"] = group.name if group else ""
        house = next((one.id for one in self._directory.institutions() if one.name == head.institution), None)
        return self._papers.previewed(
            FORM, values, options.language, paper=options.paper, house=house, mark=None, across=options.across
        )


def _names(packs: Sequence[Pack], language: str) -> str:
    return LISTED[language].join(
        say(language, "report.pack", name=pack.name[language], edition=pack.edition) for pack in packs
    )
