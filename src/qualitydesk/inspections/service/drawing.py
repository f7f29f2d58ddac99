"""Who is drawn by lot for a round: the frame of a day, the draw, and the proof that it can be repeated."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from qualitydesk.basics.clock import local, local_day
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import InFrame, Sample, SampleMethod, SampleRule
from qualitydesk.inspections.rules import sampling
from qualitydesk.inspections.rules.choosing import own_staff
from qualitydesk.inspections.service.routing import Routing
from qualitydesk.inspections.store import rounds as store


@dataclass(frozen=True)
class Proof:
    """What became of repeating a draw. `drawn_again`: seed and frame give the very same people; `frame_again`: the
    directory and the rounds as they stand now give the very same frame for that moment."""

    sample: Sample
    drawn_again: bool
    frame_again: bool


class Drawing(Routing):
    """Samples of people. `Rounds` adds how a round begins and ends."""

    def frame(
        self,
        institution_id: UUID,
        pack_codes: Sequence[str],
        rule: SampleRule,
        without: Sequence[UUID] = (),
        at: datetime | None = None,
        *,
        by_profile: bool = False,
    ) -> list[InFrame]:
        """Who could be drawn at a moment (default now): the institution's own people for whom at least one of the packs
        has items, by post and sex, without the inspectors and without the group's headquarters."""
        at = at or self._clock.now()
        people = self.own_people(institution_id, pack_codes, local(at).date(), by_profile=by_profile)
        return self._framed(people, rule, without, at)

    def draw_sample(
        self,
        institution_id: UUID,
        pack_codes: Sequence[str],
        rule: SampleRule,
        without: Sequence[UUID] = (),
        seed: int | None = None,
        nth: int = 1,
        *,
        by_profile: bool = False,
    ) -> Sample:
        """Draw by lot; the seed is thrown unless given. Refused: the rule does not hold, nobody could be drawn."""
        refuse_if(sampling.problems_in_sample(rule))
        frame = self.frame(institution_id, pack_codes, rule, without, by_profile=by_profile)
        if not frame:
            raise Refused("sample_nobody")
        return sampling.draw(frame, rule, secrets.randbelow(sampling.SEEDS) if seed is None else seed, nth=nth)

    def prove_sample(self, round_id: UUID) -> Proof:
        """Repeat the draw of a round. Refused when its people were not drawn by lot."""
        with self._database.reading() as connection:
            found = self._found(connection, round_id)
            if found.sample is None:
                raise Refused("no_sample", number=found.number)
            sample, packs = found.sample, self._editions(found)
            day = local(found.started_at).date()
            there = self._people_meant(found.institution_id, packs, day, self.profiles_for(found.by_profile))
            # Drawn before the headquarters were left out, they stood in the frame: such a draw is as good as it was.
            frames = [
                self._framed(people, sample.rule, found.inspector_ids, found.started_at)
                for people in (own_staff(there, packs), there)
            ]
        again = sample.frame_digest in {sampling.digest_of_frame(frame) for frame in frames}
        return Proof(sample, sampling.holds(sample), again)

    def _framed(
        self, people: Sequence[Person], rule: SampleRule, without: Sequence[UUID], at: datetime
    ) -> list[InFrame]:
        meant = [
            one
            for one in people
            if one.id not in without and (rule.department_id is None or one.department_id == rule.department_id)
        ]
        seen: dict[UUID, datetime] = {}
        if rule.longest_unseen:
            with self._database.reading() as connection:
                seen = store.last_seen(connection, [one.id for one in meant], at)
        today = local_day(at)

        def tickets(one: Person) -> int:
            if not rule.longest_unseen:
                return 1
            last = seen.get(one.id)
            return sampling.tickets_for(local_day(last) if last else None, today)

        return [InFrame(one.id, one.number, _stratum(one, rule.method), tickets(one)) for one in meant]


def _stratum(one: Person, method: SampleMethod) -> str:
    if method is SampleMethod.BY_DEPARTMENT:
        return one.department
    return one.post_code if method is SampleMethod.BY_POST else ""
