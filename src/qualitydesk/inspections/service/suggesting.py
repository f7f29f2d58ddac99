"""The next round suggested with its reasons, and begun so that they can be told later."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, PackKind, RoundDraft, RoundKind, Target
from qualitydesk.inspections.model.calendar import DueState, Seen
from qualitydesk.inspections.model.suggesting import HouseFacts, Overdue, Reason, Suggestion, Weakness, Why
from qualitydesk.inspections.rules import sampling
from qualitydesk.inspections.rules import suggesting as rules
from qualitydesk.inspections.rules.profiles import items_by_profile
from qualitydesk.inspections.service.calendar import PlanCalendar
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.inspections.store import suggesting as store
from qualitydesk.inspections.store.calendar import round_suggestions
from qualitydesk.inspections.store.plans import sample_json
from qualitydesk.measures.service import Measures
from qualitydesk.storage.database import Connection, Database, insert_row

_MOST_WEAK = 3
"""Repeat weaknesses told: more is no aim for one round."""


class Suggestions:
    """Suggested rounds of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        standards: Standards,
        rounds: Rounds,
        plan: PlanCalendar,
        measures: Measures,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._standards = standards
        self._rounds = rounds
        self._plan = plan
        self._measures = measures

    def suggest(self, institution_id: UUID, asker: UUID | None, seed: int | None = None) -> Suggestion:
        """The next round for an institution, led by whoever asks. The seed is thrown unless given.

        Refused: suggest_nobody when there is nobody the standards are meant for.
        """
        with self._database.reading() as connection:
            today = self._directory.today()
            rule = self._plan.rule(today).suggesting
            since = self._moment(today - timedelta(days=rule.repeat_days))
            packs = self._standards.packs()
            rechecks = self._overdue(institution_id, today)
            weak = self._weaknesses(connection, institution_id, since, rule.repeat_times, packs)
            wanted = {*(one.item_code for one in rechecks), *(one.item_code for one in weak)}
            codes = self._pack_codes(packs, wanted)
            by_profile = self._by_profile(institution_id, packs, codes, rechecks)
            kind, due, due_by, missed = self._most_due(institution_id, asker, codes)
            facts = HouseFacts(
                institution_id,
                self._directory.institution(institution_id).name,
                kind,
                due,
                due_by,
                missed,
                rechecks,
                weak,
                self._people(institution_id, codes, asker, by_profile),
                {one.id: one.name for one in self._directory.places(institution_id, active_only=True)},
            )
        if not facts.people and not facts.rechecks:
            raise Refused("suggest_nobody")
        found = rules.suggest(facts, rule, today, secrets.randbelow(sampling.SEEDS) if seed is None else seed)
        return replace(found, pack_codes=codes, by_profile=by_profile)

    def draft_of(self, suggestion: Suggestion, lead: UUID | None) -> RoundDraft:
        """The round as its dialog shows it."""
        return RoundDraft(
            RoundKind(suggestion.kind),
            suggestion.institution_id,
            (lead,) if lead is not None else (),
            suggestion.pack_codes,
            suggestion.people,
            suggestion.places,
            tuple(one.id for one in suggestion.chosen),
            by_profile=suggestion.by_profile,
        )

    def begin(self, draft: RoundDraft, by: By, suggestion: Suggestion) -> Done[UUID]:
        """Begin the round, as suggested or as changed in `draft`; why it was suggested stays with it."""
        with self._database.transaction() as connection:
            begun = self._rounds.open_round(draft, by)
            insert_row(
                connection,
                round_suggestions,
                round_id=begun.value,
                suggested_at=self._clock.now(),
                seed=suggestion.seed,
                facts=_kept(suggestion),
            )
        return begun

    def reasons_of(self, round_id: UUID) -> list[Reason]:
        """Why a round was suggested; empty when it was not."""
        with self._database.reading() as connection:
            facts = store.suggestion_facts(connection, round_id)
        return [Reason(Why(why), values) for why, values in facts["reasons"]] if facts else []

    # What it is made from

    def _by_profile(
        self, institution_id: UUID, packs: Sequence[Pack], codes: Sequence[str], rechecks: Sequence[Overdue]
    ) -> bool:
        """Whether everybody is asked by the profile of the post: where there are profiles, unless one of them would
        leave out what is to be checked again."""
        profiles = self._standards.profile_packs()
        chosen = [one for one in packs if one.code in codes]
        there = {one.id: one for one in self._rounds.own_people(institution_id, codes)}
        subjects = [(there[one.subject_id], one.item_code) for one in rechecks if one.subject_id in there]
        return bool(profiles) and all(
            not code or code in {item.code for item in items_by_profile(chosen, who.sex, who.post_code, profiles)}
            for who, code in subjects
        )

    def _people(
        self, institution_id: UUID, codes: Sequence[str], asker: UUID | None, by_profile: bool
    ) -> tuple[Seen, ...]:
        meant = {one.id for one in self._rounds.own_people(institution_id, codes, by_profile=by_profile)} - {asker}
        return tuple(one for one in self._plan.seen(institution_id) if one.employee_id in meant)

    def _overdue(self, institution_id: UUID, today: date) -> tuple[Overdue, ...]:
        due = self._measures.due_rechecks(institution_id, today)
        return tuple(Overdue(one.number, one.employee_id or one.place_id, one.item_code) for one in due)

    def _weaknesses(
        self, connection: Connection, institution_id: UUID, since: datetime, times: int, packs: Sequence[Pack]
    ) -> tuple[Weakness, ...]:
        titles = {item.code: item.title for pack in packs for item in pack.items}
        weak = [one for one in store.weak_items(connection, institution_id, since, times) if one[0] in titles]
        return tuple(
            Weakness(code, titles[code], rounds, tuple(store.who_failed(connection, institution_id, since, code)))
            for code, rounds in weak[:_MOST_WEAK]
        )

    def _pack_codes(self, packs: Sequence[Pack], items: set[str]) -> tuple[str, ...]:
        """How people are, and whatever holds the items to be looked at again."""
        usual = [one for one in packs if one.kind is PackKind.STATE and one.target is Target.PERSON] or list(packs)
        needed = [one for one in packs if one not in usual and items & {item.code for item in one.items}]
        return tuple(one.code for one in (*usual, *needed))

    def _most_due(
        self, institution_id: UUID, asker: UUID | None, codes: Sequence[str]
    ) -> tuple[str, int, date | None, int]:
        """(kind, still due, by when, missed) of the kind due first that the asker may lead; else a patrol."""
        found: list[tuple[date, str, int, int]] = []
        missed_of: dict[str, int] = {}
        for _house, kind, slots in self._plan.open_slots(institution_id):
            missed_of[kind] = sum(one.missing for one in slots if one.state is DueState.MISSED)
            due = [one for one in slots if one.state in (DueState.DUE, DueState.PLANNED)]
            if due and self._may_lead(institution_id, kind, asker, codes):
                found.append((due[0].due.last, kind, sum(one.missing for one in due), missed_of[kind]))
        if not found:
            return RoundKind.PATROL.value, 0, None, missed_of.get(RoundKind.PATROL.value, 0)
        day, kind, count, missed = min(found, key=lambda one: (one[0], -one[3]))
        return kind, count, day, missed

    def _may_lead(self, institution_id: UUID, kind: str, asker: UUID | None, codes: Sequence[str]) -> bool:
        if asker is None or kind == RoundKind.MYSTERY:
            return False
        draft = RoundDraft(RoundKind(kind), institution_id, (asker,), tuple(codes))
        return not self._rounds.problems_in_lead(draft)

    def _moment(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self._directory.zone())).astimezone(UTC)


def _kept(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "kind": suggestion.kind,
        "reasons": [[one.why.value, dict(one.values)] for one in suggestion.reasons],
        "chosen": [[str(one.id), one.name, [why.value for why in one.why], one.place] for one in suggestion.chosen],
        "draw": sample_json(suggestion.draw),
    }
