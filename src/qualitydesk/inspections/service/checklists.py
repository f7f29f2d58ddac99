"""Blank checklists to fill by hand: of packs, or of the people and places a round is about. Nothing is archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.inspections import printout
from qualitydesk.inspections.model import Pack, Target, Texts, Walk
from qualitydesk.inspections.model.checklists import ChecklistHead, ChecklistOptions, ChecklistStop
from qualitydesk.inspections.printout.words import BETWEEN, LISTED, moment_words
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.rules.profiles import NO_PROFILES, items_by_profile
from qualitydesk.inspections.service.plans import Plans
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.papers.service import Papers

FORM = "checklist"


class Checklists:
    """Makes checklists out of standards and rounds."""

    def __init__(self, directory: Directory, standards: Standards, plans: Plans, papers: Papers) -> None:
        self._directory = directory
        self._standards = standards
        self._plans = plans
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

    def of_plan(self, plan_id: UUID, options: ChecklistOptions) -> bytes:
        """The people and places of a planned round; where people are drawn only at its start, lines for their names."""
        plan, language = self._plans.plan_of(plan_id), options.language
        packs = [pack for pack in self._standards.all_packs() if pack.code in plan.draft.pack_codes]
        if plan.draft.sample is not None:
            items = items_for(packs, None, None)
            stops = [ChecklistStop("", "", items)] * plan.draft.sample.size if items else []
        else:
            stops = self._planned(plan_id, packs, plan.day)
        day = plan.day.isoformat()
        head = ChecklistHead(
            institution=plan.institution,
            kind=say(language, f"round_kind.{plan.kind}"),
            day=f"{day} {say(language, f'weekday.{plan.day.isoweekday()}')}",
            inspectors=BETWEEN[language].join(plan.inspectors),
            packs=_names(packs, language),
        )
        return self._printed(stops, packs, head, options)

    def _planned(self, plan_id: UUID, packs: Sequence[Pack], day: date) -> list[ChecklistStop]:
        """As the round would be walked: people by the facts of the day it is planned for."""
        draft = self._plans.round_draft(plan_id)
        profiles = self._standards.profile_packs() if draft.by_profile else NO_PROFILES
        stops: dict[UUID, ChecklistStop] = {}
        for employee_id in draft.employee_ids:
            person = self._directory.person(employee_id, day)
            if person is not None:
                facts = " · ".join((person.number, person.post))
                items = items_by_profile(packs, person.sex, person.post_code, profiles)
                stops[employee_id] = ChecklistStop(person.name, facts, items)
        for place_id in draft.place_ids:
            items = items_for(packs, None, None, Target.PLACE)
            stops[place_id] = ChecklistStop(self._directory.place(place_id).name, "", items)
        order = [one for one in draft.order if one in stops] + [one for one in stops if one not in draft.order]
        return [stops[one] for one in order if stops[one].items]

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
